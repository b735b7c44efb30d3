/**
 * Calendar entries of a plan: the person's own actions that have a day, and the review. Nothing books a time.
 *
 * The same bytes as `plan/calendar.py`, which says why the form is as it is.
 */
import type { Plan } from "../../generated/plan.ts";
import tables from "../../schema/plan-text.json";
import { marked } from "../record/made-up.ts";
import { line } from "../record/text.ts";
import { openActions, whoDoes } from "./taken.ts";
import { ownVoices } from "./visits.ts";

const MOST_OCTETS = 75;
const MOST_WORDS = 600;
const LAST_DAY = "9999-12-31";
/** Nine in the morning of the day before, and of a week before. */
const DAY_BEFORE = "-PT15H";
const WEEK_BEFORE = "-P6DT15H";
const { calendar: words } = tables;

/** The text of an `.ics` file, with the ends of lines that it has to have. */
export function calendarOf(plan: Plan, withWords = false): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//decisionaid//plan 1//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
  for (const { day, id, own } of ownDays(plan)) {
    lines.push(...eventOf(plan, `a-${id}`, day, withWords ? line(own, MOST_WORDS) : words.own, words.own_more, DAY_BEFORE));
  }
  const day = plan.reviews?.at(-1)?.when?.on;
  if (day && day < LAST_DAY) lines.push(...eventOf(plan, "review", day, words.review, words.review_more, WEEK_BEFORE));
  return [...lines, "END:VCALENDAR"].map((each) => `${folded(each)}\r\n`).join("");
}

/** What the person does themselves, by the last day that was said. */
function ownDays(plan: Plan): { day: string; id: string; own: string }[] {
  const voices = ownVoices(plan);
  return openActions(plan).flatMap((action) => {
    const day = (action.did ?? []).flatMap(({ when }) => when?.on ?? []).at(-1);
    return day && day < LAST_DAY && voices.has(whoDoes(action) ?? "") ? [{ day, id: action.id, own: action.said.words }] : [];
  });
}

function eventOf(plan: Plan, name: string, day: string, summary: string, more: string, alarm: string): string[] {
  const said = escaped(marked(plan, summary));
  return [
    "BEGIN:VEVENT",
    `UID:${plan.id}-${name}@decisionaid.invalid`,
    `DTSTAMP:${plan.updated.replace(/[-:]/g, "")}`,
    `SEQUENCE:${plan.rev ?? 1}`,
    `DTSTART;VALUE=DATE:${day.replace(/-/g, "")}`,
    `DTEND;VALUE=DATE:${dayAfter(day).replace(/-/g, "")}`,
    `SUMMARY:${said}`,
    `DESCRIPTION:${escaped(marked(plan, more))}`,
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${said}`,
    `TRIGGER:${alarm}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** A line in pieces of 75 octets, none of which ends within a character. */
function folded(text: string): string {
  let [made, octets] = ["", 0];
  for (const sign of text) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      made += "\r\n ";
      octets = 1;
    }
    made += sign;
    octets += size;
  }
  return made;
}
