/** What the person said puts rows first and never moves an option; a state never becomes a number. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { besideAnswers } from "../../src/decisionaid/theme/scripts/handover/stated.ts";
import { STATES, type Answers, type Page } from "../../src/decisionaid/theme/scripts/record/answers.ts";
import { statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { inTheOpen, personsOrder, saidOf } from "../../src/decisionaid/theme/scripts/patient/row-order.ts";
import { PAGE, say, summary } from "./example.ts";
import { times } from "./times.ts";

/** Rows as the author put them, each with the ids by which a question may name it. */
const ROWS: { readonly [row: string]: readonly string[] } = {
  involves: ["involves"],
  "pain-1d": ["pain-1d", "pain-3d"],
  "pain-3d": ["pain-1d", "pain-3d"],
  rash: ["rash"],
  nights: ["nights"],
  price: ["price"],
};
const AUTHORS = Object.keys(ROWS).join(" ");

function saidOfRow(row: readonly string[], answers: Answers, page: Page = PAGE): ReturnType<typeof saidOf> {
  return saidOf(row, besideAnswers(statementOf(answers, page).values, page.words.questions), say("aid"));
}

function said(answers: Answers, page: Page = PAGE): ReturnType<typeof saidOf>[] {
  return Object.values(ROWS).map((row) => saidOfRow(row, answers, page));
}

function order(answers: Answers, page: Page = PAGE): string {
  return personsOrder(said(answers, page)).map((index) => Object.keys(ROWS)[index]).join(" ");
}

/** Answers as `name=value`, parted by spaces. */
function given(text: string): Answers {
  return new Map(text.split(" ").filter(Boolean).map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return [name, [value]];
  }));
}

const ORDERS: { readonly [name: string]: readonly [answers: string, rows: string] } = {
  "nothing said: the author's order": ["", AUTHORS],
  "one rating: all rows it is about come first, in the author's order": [
    "values.less-pain=1", "pain-1d pain-3d involves rash nights price"],
  "two ratings: the higher one first": [
    "values.less-pain=3 values.avoid-rash=8", "rash pain-1d pain-3d involves nights price"],
  "equal ratings: the author's order": [
    "values.less-pain=8 values.avoid-rash=8", "pain-1d pain-3d rash involves nights price"],
  "ten is more than nine": [
    "values.less-pain=9 values.avoid-rash=10", "rash pain-1d pain-3d involves nights price"],
  "an order alone: its rows first, the others after them": [
    "values.order=cost,work,sleep", "price pain-1d pain-3d nights involves rash"],
  "ranked rows come after rated ones": [
    "values.order=cost,sleep,work values.avoid-rash=1", "rash price nights pain-1d pain-3d involves"],
  "the person's order breaks a tie of ratings": [
    "values.less-pain=5 values.avoid-rash=5 values.order=work,sleep,cost", "pain-1d pain-3d rash nights price involves"],
  "rated 0: stays where the author put it": [
    "values.avoid-rash=0 values.less-pain=0", AUTHORS],
  "not sure: stays where the author put it": ["values.less-pain=unsure", AUTHORS],
  "does not apply: stays where the author put it": ["values.avoid-rash=not_applicable", AUTHORS],
  "rather not say: stays where the author put it": ["values.avoid-rash=prefer_not_to_say", AUTHORS],
  "an order not given: the author's": ["values.order.state=unsure", AUTHORS],
  "which of two is closer says nothing of rows": ["values.now-or-later=-3", AUTHORS],
  "a choice says nothing of rows": ["values.where=home", AUTHORS],
  "where the person leans says nothing of rows": ["leaning=wait", AUTHORS],
};

for (const [name, [answers, rows]] of Object.entries(ORDERS)) {
  test(name, () => assert.equal(order(given(answers)), rows));
}

const WORDS: { readonly [name: string]: readonly [answers: string, about: string, words: readonly string[]] } = {
  "a rating is repeated as it was given": ["values.less-pain=9", "pain-3d", ["Less pain: you said 9 out of 10"]],
  "0 is a rating too": ["values.avoid-rash=0", "rash", ["Avoiding a rash: you said 0 out of 10"]],
  "a place is repeated after a rating": [
    "values.less-pain=9 values.order=sleep,work,cost", "pain-3d", ["Less pain: you said 9 out of 10", "Work: you put this in place 2"]],
  "not sure is said as such": ["values.less-pain=unsure", "pain-1d", ["Less pain: you are not sure"]],
  "does not apply is said as such": [
    "values.less-pain=not_applicable", "pain-1d", ["Less pain: you said this does not apply to you"]],
  "rather not say is not repeated": ["values.less-pain=prefer_not_to_say", "pain-1d", []],
  "what is about another row is not repeated": ["values.less-pain=9", "rash", []],
  "nothing is said of an empty question": ["", "pain-1d", []],
};

for (const [name, [answers, row, words]] of Object.entries(WORDS)) {
  test(name, () => assert.deepEqual(saidOfRow(ROWS[row] ?? [], given(answers)).words, words));
}

test("a sensitive answer moves and repeats nothing, until the person puts it into the summary", () => {
  const page: Page = { ...PAGE, fields: new Map([...PAGE.fields, ["share.avoid-rash", { kind: "many", values: ["yes"] }]]) };
  assert.equal(order(given("values.avoid-rash=9"), page), AUTHORS);
  assert.deepEqual(said(given("values.avoid-rash=9"), page).flatMap(({ words }) => words), []);
  assert.equal(order(given("values.avoid-rash=9 share.avoid-rash=yes"), page), "rash involves pain-1d pain-3d nights price");
});

/** The same numbers on every machine. */
function* chances(): Generator<number, never> {
  for (let state = 20261122; ; state = (state * 1103515245 + 12345) % 2 ** 31) yield state / 2 ** 31;
}

test("whatever is said, every row is there once, and no word says which option to take", () => {
  const chance = chances();
  const pick = (values: readonly string[]): string => values[Math.floor(chance.next().value * values.length)] ?? "";
  const names = [...PAGE.fields].flatMap(([name, field]) => ("values" in field ? [[name, field] as const] : []));
  for (let round = 0; round < times(1000); round += 1) {
    const answers: Answers = new Map(
      names
        .filter(() => chance.next().value < 0.6)
        .map(([name, { values, kind }]) => {
          return [name, [kind === "order" ? [...values].sort(() => chance.next().value - 0.5).join() : pick(values)]];
        }),
    );
    const rows = said(answers);
    const shown = personsOrder(rows);
    assert.deepEqual([...shown].sort(), shown.map((_, index) => index));
    for (const [place, index] of shown.slice(1).entries()) {
      const [before, after] = [rows[shown[place] ?? 0], rows[index]];
      assert.ok((before?.importance ?? 0) >= (after?.importance ?? 0));
    }
    const words = [...rows.flatMap((row) => row.words), ...summary(answers).flatMap(({ lines }) => lines)];
    assert.doesNotMatch(words.join("\n"), /\b(recommended|best|match(es)?|winner|you should|scores?|suits?|fits?|right for you)\b/i);
    assert.ok(rows.every(({ importance }) => Number.isInteger(importance)));
  }
});

test("a state is never a number", () => {
  for (const state of STATES) {
    const [row] = said(new Map([["values.less-pain", [state]]])).slice(1);
    assert.deepEqual([row?.importance, row?.place], [0, Infinity]);
  }
});

test("in the open stand a row of each thing, most important first, then a second one of each, and so on up to six", () => {
  const row = (thing: string, importance: number): ReturnType<typeof saidOf> => ({ words: thing ? [thing] : [], importance, place: Infinity });
  const open = (...rows: ReturnType<typeof saidOf>[]): number[] => [...inTheOpen(rows, 2)].sort((one, other) => one - other);
  assert.deepEqual(open(), []);
  assert.deepEqual(open(row("", 0), row("a", 3), row("", 0)), [1]);
  // Four of what matters most, and still a row of what matters less.
  assert.deepEqual(open(row("a", 9), row("a", 9), row("a", 9), row("a", 9), row("b", 2), row("b", 2), row("c", 1)), [0, 1, 2, 4, 5, 6]);
  // More things than six: the most important ones.
  assert.deepEqual(open(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => row(`thing ${n}`, n))), [2, 3, 4, 5, 6, 7]);
  assert.equal(inTheOpen([1, 2, 3, 4, 5, 6, 7].map((n) => row(`thing ${n}`, n)), 5).size, 3, "many options, fewer rows");
  // Not sure is something that they said.
  assert.deepEqual(open(row("", 0), row("not sure", 0)), [1]);
});
