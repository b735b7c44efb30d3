/** The trade-off step: refused without its own answers, an interval for what is open, the break-even in a sentence. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lookedAt, type AskedRow, type Looked } from "../../src/decisionaid/theme/scripts/patient/trade-off.ts";
import type { Swing } from "../../src/decisionaid/theme/scripts/values/swings.ts";
import { say } from "./example.ts";

const SAY = say("aid");
const OPTIONS = [
  { id: "exercise", name: "Exercise" },
  { id: "surgery", name: "Surgery" },
];
const BANNED = /\b(recommend\w*|best|match\w*|winner\w*|should|wrong|mismatch\w*|score\w*|better|fits?)\b/i;

type Answer = number | Exclude<Swing["state"], "answered">;

function row(id: string, label: string, better: AskedRow["better"], shares: number[], answer: Answer): AskedRow {
  const swing: Swing = typeof answer === "number" ? { state: "answered", value: answer } : { state: answer, value: null };
  return { id, label, better, shares, swing };
}

/** The person whose answers were worked out beforehand; figures are made up. */
function person(pain: Answer, clot: Answer, operation: Answer, back: Answer): AskedRow[] {
  return [
    row("pain", "Less pain", "more", [0.4, 0.8], pain),
    row("clot", "A clot", "less", [0, 0.02], clot),
    row("operation", "An operation", "less", [0, 1], operation),
    row("back", "Daily life", "more", [0.95, 0.2], back),
  ];
}

function look(asked: AskedRow[], first: string | null): Looked {
  return lookedAt(OPTIONS, asked, first, SAY);
}

function shown(looked: Looked): Extract<Looked, { stands: unknown }> {
  assert.ok("stands" in looked, "refused" in looked ? looked.refused : "");
  return looked;
}

test("without an answer to the first question there are no numbers, and it is said why ratings cannot stand in", () => {
  assert.deepEqual(look(person(90, 90, 40, 50), null), { refused: SAY("swing.first") });
  assert.match(SAY("swing.first"), /How important you said things are cannot stand in for it/);
});

test("who is not sure of the first change gets no numbers", () => {
  assert.deepEqual(look(person(100, 10, 30, 40), "unsure"), { refused: SAY("swing.unsure") });
});

test("a question that is not answered is asked for; not sure is an answer", () => {
  assert.deepEqual(look(person("unanswered", 10, "unanswered", "unanswered"), "pain"), { refused: SAY("swing.open", { n: 2 }) });
  assert.ok("stands" in look(person("unanswered", "unsure", "unsure", "prefer_not_to_say"), "pain"));
});

test("the worked person: 44 and 56, the break-even in a sentence, in the options' order", () => {
  const { stands, compared } = shown(look(person("unanswered", 10, 30, 40), "pain"));
  assert.deepEqual(stands.map(({ name, ends }) => [name, ...ends]), [["Exercise", 44, 44], ["Surgery", 56, 56]]);
  assert.deepEqual(stands.map(({ said }) => said), ["Here it stands at 44.", "Here it stands at 56."]);
  assert.equal(compared[0], "Exercise and Surgery are 12 apart.");
  assert.ok(compared.includes("Exercise and Surgery would be level if you had said 50 here: An operation. You said 30."));
  assert.ok(compared.every((text) => !text.includes("here: Less pain")));
});

test("the worked person, not sure about an operation: an interval, and what it depends on", () => {
  const { stands, compared } = shown(look(person("unanswered", 10, "unsure", 40), "pain"));
  assert.deepEqual(stands.map(({ ends }) => ends), [[33, 60], [40, 67]]);
  assert.equal(stands[0]?.said, "Here it could be anywhere from 33 to 60, because of what you left open.");
  assert.deepEqual(compared, [
    "How Exercise and Surgery stand depends on what you left open: An operation.",
    "Exercise and Surgery would be level if you said 50 here: An operation. You left it open.",
  ]);
});

test("a difference under 0.05 is about level", () => {
  const { compared } = shown(look(person("unanswered", 10, 45, 40), "pain"));
  assert.equal(compared[0], "About level: Exercise and Surgery are within 5 of one another.");
});

test("what does not apply is left out, and with one thing left there is nothing to weigh", () => {
  const { stands } = shown(look(person("unanswered", 10, "not_applicable", "not_applicable"), "pain"));
  assert.deepEqual(stands.map(({ ends }) => ends[0]), [9, 91]);
  assert.deepEqual(look(person("unanswered", "not_applicable", "not_applicable", "not_applicable"), "pain"), { refused: SAY("swing.few") });
});

test("where no answer to one question alone makes them level, that is said once for the two", () => {
  const { compared } = shown(look(person("unanswered", 0, 0, "not_applicable"), "pain"));
  // With 100 for either of the two others they would be level.
  assert.equal(compared.filter((text) => text.includes("would be level")).length, 2);
  const three = [...person("unanswered", 100, 100, "not_applicable"), row("more", "One more", "less", [0, 1], 100)];
  assert.deepEqual(shown(look(three, "pain")).compared.slice(1), [SAY("swing.even_none", { first: "Exercise", second: "Surgery" })]);
});

test("whatever is answered: the options' order, no word of praise, and the mirror of it for mirrored options", () => {
  const answers: Answer[] = [0, 10, 50, 100, "unsure", "not_applicable", "prefer_not_to_say"];
  let state = 7;
  const next = (): Answer => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return answers[Math.floor((state / 2 ** 32) * answers.length)] ?? 0;
  };
  for (let turn = 0; turn < 1000; turn++) {
    const asked = person(next(), next(), next(), next());
    const first = asked[turn % 4]?.id ?? null;
    const looked = look(asked, first);
    const mirrored = lookedAt(OPTIONS, asked.map((each) => ({ ...each, shares: [...each.shares].reverse() })), first, SAY);
    assert.equal("stands" in looked, "stands" in mirrored);
    if (!("stands" in looked && "stands" in mirrored)) continue;
    assert.deepEqual(looked.stands.map(({ name }) => name), ["Exercise", "Surgery"]);
    assert.deepEqual(looked.stands.map(({ ends }) => ends), mirrored.stands.map(({ ends }) => ends).reverse());
    assert.deepEqual(looked.compared, mirrored.compared);
    for (const text of [...looked.compared, ...looked.stands.map(({ said }) => said)]) assert.doesNotMatch(text, BANNED);
  }
});
