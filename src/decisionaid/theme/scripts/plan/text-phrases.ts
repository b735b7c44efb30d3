/** Who, whose words and when, as a plan's text for the clinical record says them: nobody is named. The same as `plan/text_phrases.py`. */
import type { Action, Goal, Said, When } from "../../generated/plan.ts";
import ours from "../../schema/plan-text.json";
import record from "../../schema/record-text.json";
import { ascii, cut } from "../handover/ascii.ts";
import { fill } from "../record/text.ts";
import { inSentence } from "./asked-words.ts";
import { SAYS_FOR_THEMSELVES } from "./faults.ts";
import { askedTo, whoDoes } from "./taken.ts";
import type { Room } from "./text-room.ts";

/** Words, and who said them if it was not the person; `least`: signs that are kept in any case. */
export function saidIn(room: Room, { by, words }: Said, least = 0): string {
  const role = room.plan.people.find(({ id }) => id === by)?.role ?? "";
  return room.own(words, least) + (SAYS_FOR_THEMSELVES.includes(role) ? "" : fill(ours.said_by, { who: personIn(room, by) }));
}

/** Who suggested what the person took, where there is room; empty: they said it themselves. */
export function suggestedIn(room: Room, mine: Goal["mine"], { by }: Said): string {
  return mine === "accepted" && room.limits.accepted > 0 ? fill(ours.accepted, { who: personIn(room, by) }) : "";
}

/** What somebody is to the person; `name` null: nobody was named, which may have to be said. */
export function personIn(room: Room, name: string | null | undefined): string {
  if (name === null || name === undefined) return room.saysMissing ? room.marked("no_owner", ours.no_owner) : "-";
  const person = room.plan.people.find(({ id }) => id === name);
  const job = ascii(person?.job ?? "");
  if (!person || person.role === "me" || !job) return ours.roles[person?.role ?? "other"];
  return cut(ofPatient(job), room.limits.names);
}

/** Who does an action: who was named, or whom the person agreed to ask for it. */
export function ownerIn(room: Room, action: Action): string {
  const who = whoDoes(action);
  const asked = who === null ? ofPatient(room.name(askedTo(action))) : "";
  return asked || personIn(room, who);
}

/** Whom the person asks, within a sentence. */
export function askOf(room: Room, to: string): string {
  return ofPatient(inSentence(room.name(to)));
}

/** In the record "my son" is the patient's. */
function ofPatient(words: string): string {
  return words.replace(/^my\b/i, ours.patients);
}

/** A time, or that there is none. */
export function whenIn(room: Room, when: When | null | undefined): string {
  return timeIn(room, when) || noDayIn(room);
}

/** A time as it was said; empty: none was, or nothing of it can be written in ASCII. */
export function timeIn(room: Room, when: When | null | undefined): string {
  const words = room.name(when?.words ?? "");
  const day = when?.on ? dayInText(when.on) : "";
  return words && day ? fill(ours.words_and_day, { words, day }) : words || day;
}

/** That there is no day, where one would stand if anybody had said it. */
export function noDayIn(room: Room): string {
  return room.saysMissing ? room.marked("no_date", ours.no_date) : "-";
}

/** A day, which is an ISO date, as the text writes it. */
export function dayInText(day: string): string {
  const month = record.months[Number(day.slice(5, 7)) - 1] ?? "";
  return fill(ours.day, { day: Number(day.slice(8, 10)), month, year: day.slice(0, 4) });
}
