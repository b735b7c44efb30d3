/** Reads plans and amounts from a file, and writes what each becomes in other forms: for `test_forms.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import ical from "../../src/decisionaid/theme/node_modules/ical.js";
import { calendarOf } from "../../src/decisionaid/theme/scripts/plan/calendar.ts";
import { amountIn, inPounds, leftOf, penceOf, spent } from "../../src/decisionaid/theme/scripts/plan/money.ts";
import { pointersOf } from "../../src/decisionaid/theme/scripts/plan/pointers.ts";
import { stageOf } from "../../src/decisionaid/theme/scripts/plan/standing.ts";
import { openActions, openGoals } from "../../src/decisionaid/theme/scripts/plan/taken.ts";
import { planRecordText } from "../../src/decisionaid/theme/scripts/plan/text.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const [, , from = "", to = ""] = process.argv;
const { plans, typed }: { plans: any[]; typed: [string, any][] } = JSON.parse(readFileSync(from, "utf8"));

function readBack(text: string): object[] {
  const calendar = new ical.Component(ical.parse(text));
  return calendar.getAllSubcomponents("vevent").map((each) => {
    const event = new ical.Event(each);
    return { uid: event.uid, summary: event.summary, start: event.startDate.toString(), end: event.endDate.toString(), is_day: event.startDate.isDate };
  });
}

const made = plans.map((plan) => ({
  written: planText(plan),
  text: planRecordText(plan),
  calendar: calendarOf(plan),
  with_words: calendarOf(plan, true),
  read_back: readBack(calendarOf(plan, true)),
  stage: stageOf(plan),
  open: [...openGoals(plan), ...openActions(plan)].map(({ id }) => id),
  pointers: pointersOf(plan, "2030-01-01").map(({ code, path, words }) => [code, path, words]),
  sums: (plan.budgets ?? []).map((budget: any) => [spent(budget), leftOf(budget)]),
}));
const amounts = typed.map(([each, currency]) => amountIn(each, currency));
const pence = typed.map(([each, currency]) => penceOf(each, currency));
writeFileSync(to, JSON.stringify({ plans: made, amounts, pounds: pence.map((each) => (each === null ? null : inPounds(each))) }));
