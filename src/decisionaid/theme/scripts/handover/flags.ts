/**
 * What to take note of before anything else, in at most five sentences: nothing that presses is left out.
 *
 * Where more than five things press, those that go together share a sentence.
 */
import type { AidWords } from "../../generated/words.ts";
import type { Record } from "../record/record-types.ts";
import type { Say } from "./messages.ts";
import { paperFlag } from "./from-paper.ts";
import { hasEnded } from "./on-day.ts";
import { quotedBy } from "./quoted.ts";
import type { Stated } from "./stated.ts";
import { tensionsWith } from "./tension.ts";
import { unsettledIn } from "./unsettled.ts";

export const MOST_FLAGS = 5;

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

/** What the page pointed out to the person, or would have: in full, and what it comes to in a few words. */
export interface PointedOut {
  text: string;
  /** Whether it is about the leaning; else it is about what comes first. */
  isTension: boolean;
}

/**
 * Most pressing first: a warning sign, figures that may have changed, a misunderstanding, what pulls apart, not
 * being ready, help, how they like to read. `most`: letters of a flag that quotes.
 */
export function flagLines(noted: Noted, pointed: readonly PointedOut[], say: Say<"clinician">, most = Infinity): string[] {
  const { record, isChanged, misread } = noted;
  const likes = record.communication.map((each) => say(`likes.${each}`)).join("; ");
  const ended = hasEnded(noted.words) ? say("flag.ended") : "";
  const groups: string[][] = [
    [record.filled_in_by.role === "helper" ? say("flag.helper_own") : "", ...warningSigns(noted, say), paperFlag(record, say)],
    [ended || (isChanged ? say("flag.changed") : "")],
    [misread > 0 ? say("flag.misread", { n: misread }) : ""],
    pointedFlag(pointed, say, most),
    [notReady(record, say)],
    [record.filled_in_by.role === "helper" ? "" : isHelped(record) ? say(record.filled_in_by.role === "carer" ? "flag.helper_carer" : "flag.helper_with") : ""],
    [likes && say("flag.format", { items: likes })],
  ];
  return merged(groups.map((texts) => texts.filter(Boolean)), say);
}

/** One sentence for each group; while there are too many, the two of a pair become one. */
function merged(groups: string[][], say: Say<"clinician">): string[] {
  // Which groups go together: how they were helped and like to read, then how the aid stands to them.
  for (const [first, second] of [[5, 6], [1, 2]] as const) {
    if (groups.filter(({ length }) => length > 0).length <= MOST_FLAGS) break;
    groups[first] = [...(groups[first] ?? []), ...(groups[second] ?? [])];
    groups[second] = [];
  }
  return groups.flatMap((texts) => (texts.length > 0 ? [texts.reduce((one, other) => say("flag.and", { one: unstopped(one), other }))] : []));
}

function unstopped(text: string): string {
  return text.replace(/\.$/, "");
}

function warningSigns({ record, said: { flags }, left }: Noted, say: Say<"clinician">): string[] {
  // A sign may be a sentence; within a list it has no full stop.
  const known = flags.filter((text) => text !== undefined);
  const named = known.map((text, n) => (n < known.length - 1 ? unstopped(text) : text)).join("; ");
  const unnamed = flags.filter((text) => text === undefined).length;
  const isUnread = left.some((path) => path.split("/")[0] === "red_flags");
  const onPaper = record.paper?.unclear.some(({ place }) => place.startsWith("red_flags/"));
  return [
    named && say("flag.red", { text: named }),
    unnamed > 0 ? say("flag.red_unknown", { n: unnamed }) : "",
    isUnread ? say("flag.red_unread") : "",
    onPaper ? say("flag.red_paper") : "",
    record.kept_back.includes("red_flags") ? say("flag.red_kept") : "",
  ];
}

/** As the person saw it; where the file does not say, worked out again from the aid's words. */
export function pointedOut(noted: Noted, say: Say<"clinician">): PointedOut[] {
  const { record, said, words, isAltered } = noted;
  const told = record.noted.filter(({ text }) => text !== "");
  if (!isAltered && told.length > 0) {
    // Figures of an aid that has ended are shown nowhere.
    const isOver = hasEnded(words) || words?.status === "withdrawn";
    const seen = told.filter(({ kind }) => kind !== "highest" || !isOver);
    return seen.map(({ kind, text }) => ({ text: say("flag.seen", { text }), isTension: kind === "highest" || kind === "toward" }));
  }
  if (words === null) return [];
  const unsettled = unsettledIn(said.matters, said.own, quotedBy(say));
  return [
    ...tensions(noted, say).map((text) => ({ text, isTension: true })),
    ...unsettled.map(({ kind, values }) => ({ text: say(`flag.${kind}`, values), isTension: false })),
  ];
}

/** One is said as it is, if it is short enough; of more, how many there are of either kind. */
function pointedFlag(pointed: readonly PointedOut[], say: Say<"clinician">, most: number): string[] {
  const [first] = pointed;
  if (pointed.length === 1 && first && first.text.length <= most) return [first.text];
  const tensions = pointed.filter(({ isTension }) => isTension).length;
  const unsettled = pointed.length - tensions;
  return [tensions > 0 ? say("flag.apart_n", { n: tensions }) : "", unsettled > 0 ? say("flag.unsettled_n", { n: unsettled }) : ""];
}

/** Something to talk about, and nothing that says which is better. */
function tensions({ record, said, words }: Noted, say: Say<"clinician">): string[] {
  const { option } = record.leaning;
  if (option === null || said.option === undefined || words === null) return [];
  return tensionsWith(option, said.matters).map(({ asked: { title }, item }) =>
    say("flag.tension", { option: said.option ?? "", title, item: item.text }),
  );
}

/** What they said no to, or not sure and yes to nothing; and where they are, if that is not with a choice. */
function notReady(record: Record, say: Say<"clinician">): string {
  const { stage } = record.leaning;
  const [yes, no, unsure] = ([true, false, null] as const).map((pick) => readiness(record, pick, (id) => say(`ready.${id}`)));
  const waits = stage !== "unanswered" && stage !== "decided_for_now" && stage !== "leaning" ? say(`stage.${stage}`) : "";
  const parts = [
    waits,
    no ? say("flag.readiness", { items: no }) : "",
    unsure && !yes ? say("flag.readiness_unsure", { items: unsure }) : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.reduce((one, other) => say("flag.and", { one, other })) : "";
}

/** The short questions answered with yes or no, or (null) with not sure. */
export function readiness(record: Record, yes: boolean | null, named: (id: Record["readiness"][number]["id"]) => string): string {
  return record.readiness
    .filter((answer) => (yes === null ? answer.state === "unsure" : answer.yes === yes))
    .map(({ id }) => named(id))
    .join("; ");
}

/** Whoever names a helper was helped. */
function isHelped({ filled_in_by: { role, helper } }: Record): boolean {
  return role === "patient_with_help" || role === "carer" || helper !== "";
}
