/** What to take note of before anything else: what presses is always there, the rest where there is room. */
import type { AidWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import type { Say } from "./messages.ts";
import { hasEnded } from "./on-day.ts";
import { quotedBy } from "./quoted.ts";
import type { Stated } from "./stated.ts";
import { tensionsWith } from "./tension.ts";
import { unsettledIn } from "./unsettled.ts";

/** What presses has no limit; what does not, and stands in a part of its own too, fills up to so many. */
export const MOST_FLAGS = 4;

export interface Noted {
  record: Record;
  said: Stated;
  words: AidWords | null;
  isChanged: boolean;
  /** Whether something in the file was changed or lost on the way. */
  isAltered: boolean;
  misread: number;
  /** Paths of the parts that could not be read. */
  left: readonly string[];
}

/** Most pressing first: a warning sign, figures that may have changed, a misunderstanding. */
export function flagLines(noted: Noted, say: Say<"clinician">): string[] {
  const { record, isChanged, misread } = noted;
  const { stage } = record.leaning;
  const likes = record.communication.map((each) => say(`likes.${each}`)).join("; ");
  const pressing = [
    ...warningSigns(noted, say),
    hasEnded(noted.words) && say("flag.ended"),
    isChanged && say("flag.changed"),
    misread > 0 && say("flag.misread", { n: misread }),
    ...toTalkAbout(noted, say),
    ...readinessFlags(record, say),
    isHelped(record) && say("flag.helper"),
  ].filter(isText);
  const others = [
    stage !== "unanswered" && stage !== "decided_for_now" && stage !== "leaning" && say(`stage.${stage}`),
    likes && say("flag.format", { items: likes }),
  ].filter(isText);
  return [...pressing, ...others.slice(0, Math.max(0, MOST_FLAGS - pressing.length))];
}

function isText(text: string | false): text is string {
  return typeof text === "string" && text !== "";
}

function warningSigns({ said: { flags }, left }: Noted, say: Say<"clinician">): string[] {
  const named = flags.filter((text) => text !== undefined).join("; ");
  const unnamed = flags.filter((text) => text === undefined).length;
  const isUnread = left.some((path) => path.split("/")[0] === "red_flags");
  return [
    named && say("flag.red", { text: named }),
    unnamed > 0 ? say("flag.red_unknown", { n: unnamed }) : "",
    isUnread ? say("flag.red_unread") : "",
  ];
}

/** As the person saw it; where the file does not say, worked out again from the aid's words. */
function toTalkAbout(noted: Noted, say: Say<"clinician">): string[] {
  const { record, said, words, isAltered } = noted;
  if (!isAltered && record.noted.length > 0) {
    // Figures of an aid that has ended are shown nowhere.
    const isOver = hasEnded(words) || words?.status === "withdrawn";
    const seen = record.noted.filter(({ kind }) => kind !== "highest" || !isOver);
    return seen.map(({ text }) => say("flag.seen", { text }));
  }
  if (words === null) return [];
  const unsettled = unsettledIn(said.matters, said.own, quotedBy(say));
  return [...tensions(noted, say), ...unsettled.map(({ kind, values }) => say(`flag.${kind}`, values))];
}

/** Something to talk about, and nothing that says which is better. */
function tensions({ record, said, words }: Noted, say: Say<"clinician">): string[] {
  const { option } = record.leaning;
  if (option === null || said.option === undefined || words === null) return [];
  return tensionsWith(option, said.matters).map(({ asked: { title }, item }) =>
    say("flag.tension", { option: said.option ?? "", title, item: item.text }),
  );
}

function readinessFlags(record: Record, say: Say<"clinician">): string[] {
  const [yes, no, unsure] = ([true, false, null] as const).map((pick) => readiness(record, pick, say));
  return [
    no ? say("flag.readiness", { items: no }) : "",
    unsure && !yes ? say("flag.readiness_unsure", { items: unsure }) : "",
  ];
}

/** The short questions answered with yes or no, or (null) with not sure. */
export function readiness(record: Record, yes: boolean | null, say: Say<"clinician">): string {
  return record.readiness
    .filter((answer) => (yes === null ? answer.state === "unsure" : answer.yes === yes))
    .map(({ id }) => say(`readiness.${id}`))
    .join("; ");
}

/** Whoever names a helper was helped. */
function isHelped({ filled_in_by: { role, helper } }: Record): boolean {
  return role === "patient_with_help" || role === "carer" || helper !== "";
}
