/** What the answers mean: alike for each option, in whatever way somebody answers; our aids, and made-up rows. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { QuestionWords } from "../../src/decisionaid/theme/generated/words.ts";
import type { OwnConcern } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import type { Answered } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { tensionsWith } from "../../src/decisionaid/theme/scripts/handover/tension.ts";
import { unsettledIn } from "../../src/decisionaid/theme/scripts/handover/unsettled.ts";
import { explained, factOf, heard, leastFor, type Row } from "../../src/decisionaid/theme/scripts/patient/implications.ts";
import { STATES } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import type { ValuesAnswer } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import { question, say } from "./example.ts";

interface Implied {
  options: string[];
  columns: string[];
  rows: Row[];
  questions: QuestionWords[];
}

const FOLDER = "tests/golden/implied";
const AIDS = readdirSync(FOLDER).map((name) => [name, JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as Implied] as const);
const ADDED = "Holding my grandson";
const QUOTE = (text: string): string => `“${text}”`;
const SAY = say("aid");
const BANNED = /\b(recommend\w*|best|match\w*|winner\w*|should|wrong|mismatch\w*|score\w*)\b/i;
const SETS = 1000;

/** A row of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function answer(asked: QuestionWords, given: Partial<ValuesAnswer> & { state: ValuesAnswer["state"] }): Answered {
  const { id, kind, wording } = asked;
  return { asked, answer: { id, kind, wording, value: null, order: [], chosen: null, ...given } as ValuesAnswer };
}

function answeredBy(asked: QuestionWords, below: (most: number) => number): Answered {
  const state = [...STATES, "unanswered" as const][below(8)];
  if (state) return answer(asked, { state });
  const items = (asked.items ?? []).map(({ id }) => id);
  switch (asked.kind) {
    case "importance":
      return answer(asked, { state: "answered", value: below(11) } as Partial<ValuesAnswer> & { state: "answered" });
    case "balance":
      return answer(asked, { state: "answered", value: below(7) - 3 } as Partial<ValuesAnswer> & { state: "answered" });
    case "ranking":
      for (let at = items.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [items[at], items[other]] = [items[other] ?? "", items[at] ?? ""];
      }
      return answer(asked, { state: "answered", order: items } as Partial<ValuesAnswer> & { state: "answered" });
    default:
      return answer(asked, { state: "answered", chosen: items[below(items.length)] } as Partial<ValuesAnswer> & { state: "answered" });
  }
}

function onlyAnswered(said: readonly Answered[]): Answered[] {
  return said.filter((each) => each.answer.state === "answered");
}

function added(value: number | null): OwnConcern {
  return { text: ADDED, state: value === null ? "unsure" : "answered", value };
}

test("what they added is the highest where it is rated highest, and no figure is said of it", () => {
  const said = [rated(PAIN, 9), rated(RASH, 2)];
  const highest = heard(ROWS, said, [added(10)], SAY);
  assert.deepEqual([highest.titles, highest.own, highest.top], [`“${ADDED}”`, [ADDED], []]);
  // What comes next has figures, and they are said as if nothing stood above.
  assert.deepEqual(explained(highest, 3, SAY), explained(heard(ROWS, said, [], SAY), 3, SAY));
  assert.equal(leastFor(0, highest), undefined);
  const level = heard(ROWS, said, [added(9)], SAY);
  assert.equal(level.titles, `${PAIN.title}; “${ADDED}”`);
  assert.deepEqual(heard(ROWS, said, [added(8), added(null)], SAY).own, []);
  // Of things that do not matter at all none is the highest.
  assert.deepEqual(heard(ROWS, [], [added(0)], SAY).own, []);
});

test("their own ratings count when all are alike, and a state among them does not", () => {
  const alike = (...own: OwnConcern[]): string[] => unsettledIn([rated(PAIN, 7)], own, QUOTE).map(({ kind, values }) => SAY(`unsettled.${kind}`, values));
  assert.deepEqual(alike(added(7)), [`Not settled yet: you said 7 out of 10 for all of these: ${PAIN.title}; “${ADDED}”.`]);
  assert.deepEqual(alike(added(8)), []);
  assert.deepEqual(alike(added(null)), []);
});

for (const [name, { columns, options, questions, rows }] of AIDS) {
  test(`${name}: ${SETS} sets of answers, options as they were, as many words for each, and none that steers`, () => {
    const below = numbers(name.length);
    let [withFigures, some] = [0, 0];
    for (let set = 0; set < SETS; set++) {
      const said = questions.map((asked) => answeredBy(asked, below));
      // In every third set the person added something, with a rating of its own.
      const own = set % 3 === 0 ? [added(below(11)), added(null)] : [];
      const found = heard(rows, said, own, SAY);
      const texts = explained(found, columns.length, SAY);
      const wasHeard = said.some(({ answer: each }) =>
        each.state === "answered" && ((each.kind === "importance" && (each.value ?? 0) > 0) || each.kind === "ranking"));
      assert.ok(texts.every((text) => !text.includes(ADDED)));
      if (found.own.length === 0) assert.equal(texts.length, wasHeard ? columns.length : 0);
      const lengths = texts.map((text) => text.split(/\s+/).length);
      if (texts.length > 0) assert.ok(Math.min(...lengths) >= 0.9 * Math.max(...lengths), texts.join("\n"));
      const unsettled = unsettledIn(onlyAnswered(said), [], QUOTE).map(({ kind, values }) => SAY(`unsettled.${kind}`, values));
      for (const words of [...texts, ...unsettled]) assert.doesNotMatch(words, BANNED);
      // The text of an option has the facts of its own column, in the place where it was.
      const about = [...found.top, ...found.next];
      const head = about.find(({ cells }) => cells.some(({ stands }) => stands !== "unsaid")) ?? about[0];
      texts.forEach((text, index) => {
        if (!head) return;
        some++;
        if (text.startsWith(factOf(head, index, SAY))) withFigures++;
        else assert.ok(text.startsWith(`${head.label}: ${SAY(`stands.${head.cells[index]?.stands ?? "unsaid"}`)}`), text);
      });
      // Each row is heard once, and no cell of it moved.
      assert.equal(new Set(found.rows).size, found.rows.length);
      for (const row of found.rows) assert.ok(rows.includes(row));
    }
    assert.ok(withFigures > some / 4, `${withFigures} of ${some} have figures`);
  });

  test(`${name}: the tension turns round with the answers`, () => {
    const below = numbers(7);
    let seen = 0;
    for (let set = 0; set < SETS; set++) {
      for (const asked of questions.filter(({ kind }) => kind === "balance")) {
        const value = below(7) - 3;
        const at = (n: number): Answered[] => [answer(asked, { state: "answered", value: n } as Partial<ValuesAnswer> & { state: "answered" })];
        const ends = [asked.items?.[0]?.toward ?? [], asked.items?.[6]?.toward ?? []];
        for (const option of options) {
          const [one, other] = [tensionsWith(option, at(value)).length, tensionsWith(option, at(-value)).length];
          const sides = ends.map((end) => end.includes(option));
          if (value === 0) assert.deepEqual([one, other], [0, 0]);
          // An option of one end alone is in tension with the other end, and with no other answer.
          else if (sides[0] !== sides[1]) assert.equal(one + other, 1, `${asked.id} ${option} ${value}`);
          else assert.equal(one, other);
          seen += one + other;
        }
      }
    }
    assert.ok(seen > 0);
  });
}

const ROW = (id: string, mostIs: string, ...stands: Row["cells"][number]["stands"][]): Row => ({
  about: [id],
  label: `Made-up row ${id}`,
  frame: "",
  mostIs,
  cells: stands.map((each, index) => ({ figure: `${index + 1}0 of 100`, stands: each })),
});
const PAIN = question("pain", "importance", "Less pain", "a", ["pain"]);
const RASH = question("rash", "importance", "No rash", "b", ["rash"]);
const ROWS = [ROW("pain", "bad", "most", "fewest", "unsaid"), ROW("rash", "bad", "fewest", "most", "unsaid")];
const rated = (asked: QuestionWords, value: number): Answered =>
  answer(asked, { state: "answered", value } as Partial<ValuesAnswer> & { state: "answered" });

test("two sides for each option, from the same rows, with what cannot be said said", () => {
  assert.deepEqual(explained(heard(ROWS, [rated(PAIN, 9), rated(RASH, 2)], [], SAY), 3, SAY), [
    "Made-up row pain: 10 of 100, most of those compared. Made-up row rash: 10 of 100, fewest of those compared.",
    "Made-up row pain: 20 of 100, fewest of those compared. Made-up row rash: 20 of 100, most of those compared.",
    "Made-up row pain: 30 of 100, no clear comparison here. Made-up row rash: 30 of 100, no clear comparison here.",
  ]);
});

test("where figures would make one text longer than a tenth more, none has them", () => {
  const [row] = ROWS;
  assert.ok(row);
  const long = { ...row, cells: row.cells.map((cell, index) => ({ ...cell, figure: index === 0 ? "a figure in a great many more words than others" : "1 of 100" })) };
  const texts = explained(heard([long], [rated(PAIN, 9)], [], SAY), 3, SAY);
  assert.deepEqual(texts[0], "Made-up row pain: most of those compared. No row you rated clearly shows another side.");
  assert.equal(new Set(texts.map((text) => text.split(" ").length)).size, 1);
});

test("nothing that does not matter at all is highest, and no state is", () => {
  for (const said of [[], [rated(PAIN, 0)], STATES.map((state) => answer(PAIN, { state }))]) {
    assert.deepEqual(explained(heard(ROWS, said, [], SAY), 3, SAY), []);
  }
});

test("a leaning against what is highest is pointed at, both ways round, and only where it is clear", () => {
  const pointed = (one: number, other: number): (string | undefined)[] =>
    [0, 1, 2].map((option) => leastFor(option, heard(ROWS, [rated(PAIN, one), rated(RASH, other)], [], SAY))?.label);
  assert.deepEqual(pointed(9, 2), ["Made-up row pain", undefined, undefined]);
  assert.deepEqual(pointed(2, 9), [undefined, "Made-up row rash", undefined]);
  // Both highest: each option does least for one of them and most for the other.
  assert.deepEqual(pointed(5, 5), [undefined, undefined, undefined]);
});

const balance = (id: string, low: string[], high: string[]): QuestionWords =>
  question(id, "balance", id, id, [], Array.from({ length: 7 }, (_, index) => ({
    id: `${index - 3}`, text: "", toward: index < 3 ? low : index > 3 ? high : [],
  })));
const ORDER = question("order", "ranking", "Order", "c", [], [
  { id: "p", text: "Pain first", about: ["pain"] }, { id: "r", text: "Rash first", about: ["rash"] }, { id: "x", text: "Other" }]);
const ordered = (...order: string[]): Answered =>
  answer(ORDER, { state: "answered", order } as Partial<ValuesAnswer> & { state: "answered" });
const [ONE, TWO] = [balance("one", ["a"], ["b", "c"]), balance("two", ["b"], ["a", "c"])];

const UNSETTLED: { readonly [says: string]: readonly [said: readonly Answered[], kinds: string] } = {
  "nothing is said": [[], ""],
  "one rating": [[rated(PAIN, 5)], ""],
  "two that differ": [[rated(PAIN, 5), rated(RASH, 6)], ""],
  "all alike": [[rated(PAIN, 5), rated(RASH, 5)], "alike"],
  "all alike at 0": [[rated(PAIN, 0), rated(RASH, 0)], "alike"],
  "balances that share no option": [[rated(ONE, -1), rated(TWO, -3)], "apart"],
  "the same turned round": [[rated(ONE, 1), rated(TWO, 1)], ""],
  "a balance in the middle": [[rated(ONE, 0), rated(TWO, -3)], ""],
  "an order against the ratings": [[rated(PAIN, 3), rated(RASH, 8), ordered("p", "r", "x")], "order"],
  "the same turned round, against": [[rated(PAIN, 8), rated(RASH, 3), ordered("r", "p", "x")], "order"],
  "an order with the ratings": [[rated(PAIN, 8), rated(RASH, 3), ordered("p", "r", "x")], ""],
  "first is what is not rated": [[rated(PAIN, 8), rated(RASH, 3), ordered("x", "r", "p")], ""],
};
for (const [says, [said, kinds]] of Object.entries(UNSETTLED)) {
  test(`not settled yet: ${says}`, () => {
    assert.equal(unsettledIn(said, [], QUOTE).map(({ kind }) => kind).join(" "), kinds);
  });
}

test("what is said of where an option stands has one number of words, whatever it says", () => {
  const said = (["most", "between", "fewest", "highest", "lowest", "unsaid"] as const).map((each) => SAY(`stands.${each}`));
  assert.deepEqual([...new Set(said.map((words) => words.split(" ").length))], [4], said.join("; "));
});
