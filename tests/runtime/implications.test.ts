/** What the answers mean: alike for each option, in whatever way somebody answers; our aids, and made-up rows. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { QuestionWords } from "../../src/decisionaid/theme/generated/words.ts";
import type { OwnConcern } from "../../src/decisionaid/theme/scripts/record/record-types.ts";
import type { Answered } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { tensionsWith } from "../../src/decisionaid/theme/scripts/handover/tension.ts";
import { isIn } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { unsettledIn } from "../../src/decisionaid/theme/scripts/handover/unsettled.ts";
import { explained, factOf, heard, lead, leastFor, type Explained, type Heard, type Row } from "../../src/decisionaid/theme/scripts/patient/implications.ts";
import { ownRow, saidOf } from "../../src/decisionaid/theme/scripts/patient/row-order.ts";
import { STATES } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { question, say } from "./example.ts";
import { answer, answeredBy, BANNED, numbers, type Given } from "./random-answers.ts";

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
const SETS = 1000;

function onlyAnswered(said: readonly Answered[]): Answered[] {
  return said.filter((each) => each.answer.state === "answered");
}

function added(value: number | null): OwnConcern {
  return { text: ADDED, state: value === null ? "unsure" : "answered", value };
}

test("what they added is the highest where it is rated highest, and no figure is said of it", () => {
  const said = [rated(PAIN, 9), rated(RASH, 2)];
  const highest = heard(ROWS, said, [added(10)], SAY);
  assert.deepEqual([highest.titles, highest.own, highest.isOwn, highest.top], [`“${ADDED}”`, [ADDED], true, []]);
  // What comes next has figures, and they are said as if nothing stood above.
  assert.deepEqual(explained(highest, 3, SAY), explained(heard(ROWS, said, [], SAY), 3, SAY));
  assert.equal(leastFor(0, highest), undefined);
  const level = heard(ROWS, said, [added(9)], SAY);
  assert.equal(level.titles, `${PAIN.title}; “${ADDED}”`);
  assert.deepEqual(heard(ROWS, said, [added(8), added(null)], SAY).own, []);
  assert.equal(level.isOwn, false);
  // The page says for itself that it has no figures of it, and of no row of the aid's.
  assert.deepEqual(explained(heard(ROWS, [], [added(10)], SAY), 3, SAY), { texts: [], counts: [], once: "" });
  // Of things that do not matter at all none is the highest.
  assert.deepEqual(heard(ROWS, [], [added(0)], SAY).own, []);
});

test("what is alike in all ratings is not called the highest, and no leaning goes against it", () => {
  const alike = heard(ROWS, [rated(PAIN, 7), rated(RASH, 7)], [], SAY);
  assert.equal(lead(alike, SAY), "You gave the same number to all that you rated, so nothing comes first yet.");
  assert.deepEqual([0, 1, 2].map((option) => leastFor(option, alike)), [undefined, undefined, undefined]);
  assert.equal(lead(heard(ROWS, [rated(PAIN, 7)], [added(7)], SAY), SAY), lead(alike, SAY));
  // The facts of it are said all the same.
  assert.equal(explained(alike, 3, SAY).texts.length, 3);
  for (const settled of [heard(ROWS, [rated(PAIN, 7)], [added(null)], SAY), heard(ROWS, [rated(PAIN, 7), rated(RASH, 2)], [], SAY)])
    assert.equal(lead(settled, SAY), `What matters most to you: ${PAIN.title}.`);
  assert.equal(lead(heard(ROWS, [rated(PAIN, 0), rated(RASH, 0)], [], SAY), SAY), "");
});

test("their own ratings count when all are alike, and a state among them does not", () => {
  const alike = (...own: OwnConcern[]): string[] => unsettledIn([rated(PAIN, 7)], own, QUOTE).map(({ kind, values }) => SAY(`unsettled.${kind}`, values));
  assert.deepEqual(alike(added(7)), [`Not settled yet: you said 7 out of 10 for all of these: ${PAIN.title}; “${ADDED}”.`]);
  assert.deepEqual(alike(added(8)), []);
  assert.deepEqual(alike(added(null)), []);
});

const TURNED = { most: "fewest", fewest: "most", highest: "lowest", lowest: "highest", between: "between", unsaid: "unsaid" } as const;

/** A set of answers with what was heard in it, and the text of each option. */
interface Tried extends Explained {
  /** In every third set the person added something, with a rating of its own. */
  own: readonly OwnConcern[];
  said: readonly Answered[];
  found: Heard;
}

/** All words made from a set of answers, the leaning to each option in turn included. */
function allWords(rows: readonly Row[], { counts, found, once, own, said, texts }: Tried, options: readonly string[], columns: readonly string[]): string[] {
  const answered = onlyAnswered(said);
  return [
    ...(found.titles ? [SAY("implies.heading"), lead(found, SAY)] : []),
    ...texts,
    once,
    ...counts,
    ...found.own.map((text) => SAY("implies.own", { text })),
    ...own.flatMap((each) => ownRow(each, SAY).words),
    ...unsettledIn(answered, own, QUOTE).map(({ kind, values }) => SAY(`unsettled.${kind}`, values)),
    ...([...STATES, "unanswered"] as const).map((each) => SAY(`implies.${each}`, { titles: said.filter((one) => isIn(one, each)).map(({ asked }) => asked.title).join("; ") })),
    ...rows.flatMap(({ about }) => saidOf(about, said, SAY).words),
    ...options.flatMap((option) => {
      const row = leastFor(columns.indexOf(option), found);
      return [
        SAY("tension.lean", { option }),
        ...(row ? [factOf(row, columns.indexOf(option), SAY)] : []),
        ...tensionsWith(option, answered).map(({ asked, item }) => SAY("tension.toward", { title: asked.title, answer: item.text })),
        SAY("tension.free"),
      ];
    }),
  ];
}

for (const [name, { columns, options, questions, rows }] of AIDS) {
  const below = numbers(name.length);
  const sets = Array.from({ length: SETS }, (_, set): Tried => {
    const said = questions.map((asked) => answeredBy(asked, below));
    const own = set % 3 === 0 ? [added(below(11)), added(null)] : [];
    const found = heard(rows, said, own, SAY);
    return { own, said, found, ...explained(found, columns.length, SAY) };
  });

  test(`${name}: ${SETS} sets of answers, and no option moves`, () => {
    // Figures that stand at one option alone say whose text they are in.
    const alone = rows.flatMap(({ cells, label }) =>
      cells.flatMap(({ figure }, index) => (figure && cells.filter((cell) => cell.figure === figure).length === 1 ? { label, figure, index } : [])),
    );
    assert.ok(alone.length > 0);
    const before = JSON.stringify(rows);
    let [seen, some, withFigures] = [0, 0, 0];
    for (const { found, texts } of sets) {
      for (const [index, text] of texts.entries()) {
        const theirs = alone.filter(({ figure, label }) => text.includes(`${label}: ${figure} (`));
        for (const each of theirs) assert.equal(each.index, index, text);
        seen += theirs.length;
      }
      assert.deepEqual(new Set(found.rows).size, found.rows.length);
      for (const row of [...found.rows, ...found.top, ...found.next]) assert.ok(rows.includes(row));
      // The text of an option has the facts of its own column, in the place where it was.
      const about = [...found.top, ...found.next];
      const head = about.find(({ cells }) => cells.some(({ stands }) => stands !== "unsaid")) ?? about[0];
      for (const [index, text] of texts.entries()) {
        assert.ok(head && !text.includes(ADDED), text);
        some++;
        if (text.startsWith(factOf({ ...head, frame: "" }, index, SAY))) withFigures++;
        else assert.ok(text.startsWith(`${head.label}: ${SAY(`stands.${head.cells[index]?.stands ?? "unsaid"}`)}`), text);
      }
    }
    assert.ok(withFigures > some / 4, `${withFigures} of ${some} have figures`);
    assert.equal(JSON.stringify(rows), before);
    assert.ok(seen > SETS / 4, `${seen} figures`);
  });

  test(`${name}: ${SETS} sets of answers, and as many words for each option, to a tenth`, () => {
    let [written, withFigures] = [0, 0];
    for (const { found, once, said, texts } of sets) {
      const isHeard = onlyAnswered(said).some(({ answer: each }) => (each.kind === "importance" && (each.value ?? 0) > 0) || each.kind === "ranking");
      assert.equal(texts.length, isHeard && found.top.length + found.next.length > 0 ? columns.length : 0);
      assert.ok(texts.length > 0 || once || found.isOwn || !isHeard);
      if (texts.length === 0) continue;
      const lengths = texts.map((text) => text.split(/\s+/).length);
      assert.ok(Math.min(...lengths) >= 0.9 * Math.max(...lengths), texts.join("\n"));
      written++;
      if (texts.some((text) => /\d/.test(text))) withFigures++;
    }
    assert.ok(withFigures > written / 4, `${withFigures} of ${written} have figures`);
  });

  test(`${name}: ${SETS} sets of answers, no word that steers, and no number but those of aid and person`, () => {
    const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const ofAid = new Set(numbersIn(JSON.stringify([rows.map(({ cells, frame, label }) => [cells, frame, label]), questions])));
    for (const tried of sets) {
      const ofOwn = tried.own.flatMap(({ value }) => (value === null ? [] : [`${value}`, "10"]));
      const ofPerson = tried.said.flatMap(({ answer: given, asked }) =>
        given.kind === "importance" ? [`${given.value}`, "10"] : (asked.items ?? []).map((_, index) => `${index + 1}`));
      for (const words of allWords(rows, tried, options, columns)) {
        assert.doesNotMatch(words, BANNED);
        assert.deepEqual(numbersIn(words).filter((each) => ![...ofPerson, ...ofOwn].includes(each) && !ofAid.has(each)), [], words);
      }
    }
  });

  test(`${name}: the tension turns round with the answers`, () => {
    const places = [-3, -2, -1, 0, 1, 2, 3];
    let seen = 0;
    for (const asked of questions.filter(({ kind }) => kind === "balance")) {
      const ends = [asked.items?.[0]?.toward ?? [], asked.items?.[6]?.toward ?? []];
      for (const value of places) for (const option of options) {
        const at = (n: number): Answered[] => [answer(asked, { state: "answered", value: n } as Given)];
        const [one, other] = [tensionsWith(option, at(value)).length, tensionsWith(option, at(-value)).length];
        const sides = ends.map((end) => end.includes(option));
        if (value === 0) assert.deepEqual([one, other], [0, 0]);
        // An option of one end alone is in tension with the other end, and with no other answer.
        else if (sides[0] !== sides[1]) assert.equal(one + other, 1, `${asked.id} ${option} ${value}`);
        else assert.equal(one, other);
        seen += one + other;
      }
    }
    assert.ok(seen > 0);
    // Rows turned round: what did least does most now. Columns turned round: the tension goes with its option.
    const mirrored = rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, stands: TURNED[cell.stands] })) }));
    const reversed = rows.map((row) => ({ ...row, cells: [...row.cells].reverse() }));
    let pulled = 0;
    for (const { found, own, said } of sets) {
      const [turned, back] = [heard(mirrored, said, own, SAY), heard(reversed, said, own, SAY)];
      columns.forEach((_, index) => {
        const [here, there, same] = [leastFor(index, found), leastFor(index, turned), leastFor(columns.length - 1 - index, back)];
        assert.ok(!(here && there), here?.label);
        assert.equal(same?.label, here?.label);
        pulled += (here ? 1 : 0) + (there ? 1 : 0);
      });
    }
    assert.ok(pulled > 0);
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
  answer(asked, { state: "answered", value } as Given);

test("two sides for each option, from the same rows, with what cannot be said said", () => {
  assert.deepEqual(explained(heard(ROWS, [rated(PAIN, 9), rated(RASH, 2)], [], SAY), 3, SAY).texts, [
    "Made-up row pain: 10 of 100 (more than others compared).\nMade-up row rash: 10 of 100 (less than others compared).",
    "Made-up row pain: 20 of 100 (less than others compared).\nMade-up row rash: 20 of 100 (more than others compared).",
    "Made-up row pain: 30 of 100 (no clear comparison here).\nMade-up row rash: 30 of 100 (no clear comparison here).",
  ]);
});

test("where figures would make one text longer than a tenth more, none has them", () => {
  const [row] = ROWS;
  assert.ok(row);
  const long = { ...row, cells: row.cells.map((cell, index) => ({ ...cell, figure: index === 0 ? "a figure in a great many more words than others" : "1 of 100" })) };
  const { once, texts } = explained(heard([long], [rated(PAIN, 9)], [], SAY), 3, SAY);
  assert.deepEqual(texts[0], "Made-up row pain: more than others compared.");
  assert.equal(once, "No other figure about what you said clearly shows another side.");
  assert.equal(new Set(texts.map((text) => text.split(" ").length)).size, 1);
});

test("what the figures of a row count is said once, for all options", () => {
  const [row] = ROWS;
  const framed = [{ ...row!, frame: "How many made-up people." }];
  const { counts, texts } = explained(heard(framed, [rated(PAIN, 9)], [], SAY), 3, SAY);
  assert.deepEqual(counts, ["Made-up row pain: How many made-up people."]);
  assert.equal(texts[0], "Made-up row pain: 10 of 100 (more than others compared).");
});

test("where the table has no row about it, that is said once and of no option", () => {
  const work = question("work", "importance", "My work", "e", ["work"]);
  assert.deepEqual(explained(heard(ROWS, [rated(work, 9)], [], SAY), 3, SAY), { texts: [], counts: [], once: "This table says nothing about it. You can ask your health team." });
});

test("nothing that does not matter at all is highest, and no state is", () => {
  for (const said of [[], [rated(PAIN, 0)], STATES.map((state) => answer(PAIN, { state }))]) {
    assert.deepEqual(explained(heard(ROWS, said, [], SAY), 3, SAY), { texts: [], counts: [], once: "" });
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
  answer(ORDER, { state: "answered", order } as Given);
const [ONE, TWO] = [balance("one", ["a"], ["b", "c"]), balance("two", ["b"], ["a", "c"])];

const FEW = question("few", "picks", "A few", "d", [], [
  { id: "p", text: "Pain picked", about: ["pain"] }, { id: "r", text: "Rash picked", about: ["rash"] }, { id: "x", text: "Other" }]);
const picked = (...picks: readonly [most: string, least: string | null][]): Answered =>
  answer(FEW, {
    state: "answered",
    blocks: picks.map(([most, least]) => ({
      items: ["p", "r", "x"],
      most: { state: "answered", item: most },
      least: least === null ? { state: "unsure", item: null } : { state: "answered", item: least },
    })),
  } as unknown as Given);

test("what the picks put first is heard, and all that comes to the same puts nothing first", () => {
  const titles = (...picks: readonly [string, string | null][]): string => heard(ROWS, [picked(...picks)], [], SAY).titles;
  assert.equal(titles(["r", "x"], ["r", "p"]), "Rash picked");
  assert.equal(titles(["p", "x"], ["r", "x"]), "Pain picked; Rash picked");
  assert.equal(titles(["p", "r"], ["r", "x"], ["x", "p"]), "");
  assert.equal(titles(["p", null]), "");
  // A rating says more than an order does.
  assert.equal(heard(ROWS, [rated(PAIN, 3), picked(["r", "x"])], [], SAY).titles, "Less pain");
  assert.equal(explained(heard(ROWS, [picked(["r", "x"])], [], SAY), 3, SAY).texts.length, 3);
});

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
  "picks in an order": [[picked(["p", "x"], ["p", null])], ""],
  "picks in a circle": [[picked(["p", "r"], ["r", "x"], ["x", "p"])], "circle"],
  "one block against another": [[picked(["p", "x"], ["x", "p"])], "circle"],
  "one item as most and as least": [[picked(["p", "p"])], "circle"],
  "picks half made": [[picked(["p", null])], ""],
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
