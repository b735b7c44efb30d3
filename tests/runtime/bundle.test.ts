/** What the bundler makes keeps the promises that the pages' security policy rests on. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import recordValidator from "../../src/decisionaid/theme/generated/record-validator.js";

const bundle = "src/decisionaid/_static";
const scripts = readdirSync(bundle, { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".js"));

test("there is one script for each kind of page, lighter ones for aids with less, those of the sheet before a visit and of paper, those fetched later, what goes before it, and one for the workbench", () => {
  assert.deepEqual(scripts.sort(), ["aid-aloud.js", "aid-back.js", "aid-groups.js", "aid-keep.js", "aid-picks-aloud.js", "aid-picks-back.js", "aid-picks-keep.js", "aid-picks-pictures.js", "aid-picks-statement.js", "aid-picks-trade-off.js", "aid-picks-ways.js", "aid-picks.js", "aid-pictures.js", "aid-plain.js", "aid-statement.js", "aid-trade-off.js", "aid-ways.js", "aid.js", "as-made.js", "clinician-forms.js", "clinician-more.js", "clinician.js", "clock.js", "code-pictures.js", "easy.js", "first.js", "from-paper.js", "home.js", "invitation.js", "keep.js", "kiosk-first.js", "kiosk.js", "letter.js", "local.js", "offline.js", "plan-forms.js", "plan-more.js", "plan.js", "prepare-code.js", "prepare-kept.js", "prepare-last.js", "prepare.js", join("workbench", "workbench.js"), "worker.js"]);
});

test("what a lighter script of an aid page does not have, it does not say either", () => {
  const says = (name: string): string[] =>
    ["rank.", "strata."].filter((part) => readFileSync(`${bundle}/${name}.js`, "utf8").includes(part));
  assert.deepEqual(says("aid"), ["rank.", "strata."]);
  assert.deepEqual(says("aid-groups"), ["strata."]);
  assert.deepEqual(says("aid-plain"), []);
});

test("the first scripts of an aid page know those that were made with them, and hold nothing that they bring", () => {
  const source = (name: string): string => readFileSync(`${bundle}/${name}.js`, "utf8");
  const builds = ["aid", "aid-groups", "aid-plain", "aid-statement", "aid-ways", "aid-back", "aid-pictures", "aid-keep"].map((name) => /decisionaid-[0-9a-f]{12}/.exec(source(name))?.[0]);
  assert.equal(new Set(builds).size, 1);
  assert.notEqual(builds[0], undefined);
  const brought = ["summary.none", "side.rated"];
  const ways = ["file.saved", "back.late", "decisionaid.record/1"];
  assert.deepEqual(brought.filter((each) => !source("aid-statement").includes(each)), []);
  assert.deepEqual(ways.filter((each) => !source("aid-ways").includes(each)), []);
  assert.deepEqual([...brought, ...ways].filter((each) => source("aid").includes(each)), []);
  assert.deepEqual(ways.filter((each) => source("aid-statement").includes(each)), []);
  const brings = ["choose.stays", "passphrase.wrong"];
  assert.deepEqual(brings.filter((each) => !source("aid-back").includes(each)), []);
  assert.deepEqual(brings.filter((each) => source("aid").includes(each) || source("aid-ways").includes(each)), []);
  const keeps = ["decisionaid.kept/1", "BroadcastChannel"];
  assert.deepEqual(keeps.filter((each) => !source("aid-keep").includes(each)), []);
  assert.deepEqual(keeps.filter((each) => source("aid").includes(each)), []);
});

for (const name of scripts) {
  test(`${name} makes no code from text and no HTML from text`, () => {
    const source = readFileSync(`${bundle}/${name}`, "utf8");
    assert.doesNotMatch(source, /\beval\s*\(|\bnew Function\b|(?<![\w.$])Function\s*\(/);
    assert.doesNotMatch(source, /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/);
  });
}

test("the warning on a page that nobody uses looks the same wherever it is", () => {
  const sheets = ["clinician", "kiosk", "plan", "typing"].map((name) => readFileSync(`${bundle}/${name}.css`, "utf8"));
  const looks = sheets.map((source) => [...source.matchAll(/\.idle\s*\{[^}]*\}/g)].map(([rule]) => rule).join(" "));
  assert.match(looks[0] ?? "", /position:\s*fixed/);
  assert.deepEqual([...new Set(looks)], [looks[0]]);
});

test("the style sheet names its layers before anything else", () => {
  const source = readFileSync(`${bundle}/page.css`, "utf8");
  assert.match(source, /^@layer tokens,\s*base,\s*layout,\s*components,\s*print;/);
});

test("the checker of records refuses what is no record and names the fault", () => {
  for (const data of [null, [], "text", 7, {}, { format: "something else" }]) {
    assert.equal(recordValidator(data), false);
    assert.equal(recordValidator.errors?.length, 1);
  }
});
