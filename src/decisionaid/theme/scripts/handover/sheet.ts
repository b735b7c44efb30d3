/** What the clinician's page says about a record: its order is fixed, and nothing in it is a score. */
import { dayInWords } from "./day.ts";
import type { AidWords } from "../../generated/words.ts";
import { statedAnswers } from "./stated-answers.ts";
import type { Say } from "./messages.ts";
import type { Record } from "../record/record-types.ts";
import { line, shortened } from "../record/text.ts";

export const MOST_FLAGS = 4;
export const MOST_QUESTIONS = 5;
const MOST_UNRECOGNISED = 8;
const SAY_FIRST = 200;

export interface Part {
  id: string;
  heading: string;
  lines: readonly string[];
  isNumbered: boolean;
}

export interface Sheet {
  title: string;
  /** Who filled it in, when, with which aid. */
  about: readonly string[];
  /** What to know before reading: the aid has changed, parts were not recognised. */
  notes: readonly string[];
  sayFirst: string;
  /** At most four; whatever is left out here is said in full in its own part. */
  flags: readonly string[];
  parts: readonly Part[];
  facts: null | { options: readonly string[]; rows: readonly { label: string; figures: readonly string[] }[] };
}

/** `words` null: the aid is not on this site or could not be loaded, as `missing` says. */
export interface Known {
  words: AidWords | null;
  missing: "unknown_aid" | "no_words";
}

export function sheetOf(
  record: Record,
  known: Known,
  left: readonly string[],
  say: Say<"clinician">,
): Sheet {
  const { words } = known;
  const stated = statedAnswers(record, words, say);
  const isChanged =
    words !== null && (words.source_sha256 !== record.aid.source_sha256 || words.version !== record.aid.version);
  const matters = [...longWords(record, say), ...stated.matters];
  // Without the aid's words, what they answered cannot be told: then nothing is said, not "nothing".
  const unless = (none: string): string => (words === null ? "" : none);
  const part = (id: string, heading: string, lines: readonly string[], none = "", isNumbered = false): Part => ({
    id,
    heading,
    lines: lines.length > 0 ? lines : [none].filter(Boolean),
    isNumbered: isNumbered && lines.length > 0,
  });
  const parts = [
    part("questions", say("sheet.questions"), questionLines(record, say), say("sheet.no_questions"), true),
    part("matters", say("sheet.matters"), matters, unless(say("sheet.no_matters"))),
    part("unsure", say("sheet.unsure"), stated.unsure, unless(say("sheet.no_unsure"))),
    part("now", say("sheet.now"), nowLines(record, words, say)),
    part("misunderstood", say("sheet.misunderstood"), stated.toGoOver, unless(say("sheet.no_misunderstood"))),
    part("about", say("sheet.about"), [...stratumLines(record, words, say), ...helpLines(record, say)]),
  ];
  return {
    title: record.aid.title,
    about: aboutLines(record, words, say),
    notes: noteLines(record, known, isChanged, [...left, ...stated.unknown], say),
    sayFirst: sayFirst(record, stated.first, say),
    flags: flagLines(record, words, isChanged, stated.misread.length, say).slice(0, MOST_FLAGS),
    parts: parts.filter(({ lines }) => lines.length > 0),
    facts: words && factsOf(words),
  };
}

function sayFirst(record: Record, first: string, say: Say<"clinician">): string {
  const own = line(record.what_matters, 4 * SAY_FIRST);
  return own ? say("sheet.quote", { text: shortened(own, SAY_FIRST) }) : first || say("sheet.say_first_none");
}

/** Own words that are too long to be said first, in full. */
function longWords(record: Record, say: Say<"clinician">): string[] {
  const text = record.what_matters;
  return text.length > SAY_FIRST ? [say("sheet.quote", { text })] : [];
}

function questionLines(record: Record, say: Say<"clinician">): string[] {
  const texts = record.questions.map(({ text }) => text).filter(Boolean);
  const more = texts.length - MOST_QUESTIONS;
  return [...texts.slice(0, MOST_QUESTIONS), ...(more > 0 ? [say("sheet.more", { n: more })] : [])];
}

function nowLines(record: Record, words: AidWords | null, say: Say<"clinician">): string[] {
  const { state, option, stage, role } = record.leaning;
  const lines = [leaningLine()];
  if (stage !== "unanswered") lines.push(say(`stage.${stage}`));
  if (role !== "unanswered") lines.push(say(`wants.${role}`));
  for (const [key, pick] of [["yes", true], ["no", false], ["unsure", null]] as const) {
    const items = readiness(record, pick, say);
    if (items) lines.push(say(`readiness.${key}`, { items }));
  }
  return lines.filter(Boolean);

  function leaningLine(): string {
    if (state === "unsure") return say("sheet.leaning_unsure");
    if (state === "prefer_not_to_say") return say("sheet.leaning_private");
    if (state !== "answered") return say("sheet.leaning_none");
    if (words === null) return "";
    const name = words.options.find(({ id }) => id === option)?.text;
    return name ? say("sheet.leaning", { option: name }) : say("sheet.leaning_lost");
  }
}

/** The short questions answered with yes or no, or (null) with not sure. */
function readiness(record: Record, yes: boolean | null, say: Say<"clinician">): string {
  return record.readiness
    .filter((answer) => (yes === null ? answer.state === "unsure" : answer.yes === yes))
    .map(({ id }) => say(`readiness.${id}`))
    .join("; ");
}

function stratumLines({ stratum: { state, stratum } }: Record, words: AidWords | null, say: Say<"clinician">): string[] {
  if (state === "unsure") return [say("sheet.stratum_unsure")];
  if (state === "prefer_not_to_say") return [say("sheet.stratum_private")];
  if (state !== "answered" || words === null) return [];
  const text = words.strata?.find(({ id }) => id === stratum)?.text;
  return [text ? say("sheet.stratum", { text }) : say("sheet.stratum_lost")];
}

function helpLines(record: Record, say: Say<"clinician">): string[] {
  const { helper } = record.filled_in_by;
  const likes = record.communication.map((each) => say(`likes.${each}`)).join("; ");
  const ideas = record.ideas.map(({ text }) => text).filter(Boolean).join("; ");
  return [
    ...(helper ? [say("role.helper", { text: helper })] : []),
    ...(likes ? [say("flag.format", { items: likes })] : []),
    ...(ideas ? [say("sheet.ideas", { items: ideas })] : []),
  ];
}

/** Most pressing first: a warning sign, figures that may have changed, a misunderstanding. */
function flagLines(
  record: Record,
  words: AidWords | null,
  isChanged: boolean,
  misread: number,
  say: Say<"clinician">,
): string[] {
  const ticked = record.red_flags.map((id) => words?.red_flags?.find((flag) => flag.id === id)?.text);
  const named = ticked.filter((text) => text !== undefined).join("; ");
  const unnamed = ticked.filter((text) => text === undefined).length;
  const { stage } = record.leaning;
  const no = readiness(record, false, say);
  const likes = record.communication.map((each) => say(`likes.${each}`)).join("; ");
  const isHelped = ["patient_with_help", "carer"].includes(record.filled_in_by.role);
  return [
    named && say("flag.red", { text: named }),
    unnamed > 0 && say("flag.red_unknown", { n: unnamed }),
    isChanged && say("flag.changed"),
    misread > 0 && say("flag.misread", { n: misread }),
    stage !== "unanswered" && stage !== "decided_for_now" && stage !== "leaning" && say(`stage.${stage}`),
    no && say("flag.readiness", { items: no }),
    isHelped && say("flag.helper"),
    likes && say("flag.format", { items: likes }),
  ].filter((text): text is string => typeof text === "string" && text !== "");
}

function aboutLines(record: Record, words: AidWords | null, say: Say<"clinician">): string[] {
  const { aid } = record;
  const date = dayInWords(say, record.updated);
  const isDemonstration = [aid.status, words?.status].includes("demonstration");
  return [
    say("sheet.filled_in", { date, who: say(`role.${record.filled_in_by.role}`) }),
    say("sheet.aid", { title: aid.title, version: aid.version }),
    ...(aid.evidence ? [say("sheet.evidence", { date: dayInWords(say, aid.evidence) })] : []),
    ...(isDemonstration ? [say("sheet.demonstration")] : []),
  ];
}

function noteLines(
  record: Record,
  { words, missing }: Known,
  isChanged: boolean,
  left: readonly string[],
  say: Say<"clinician">,
): string[] {
  const [theirs, ours] = [record.aid.version, words?.version ?? ""];
  const parts = [...new Set(left)];
  const more = parts.length - MOST_UNRECOGNISED;
  const named = [...parts.slice(0, MOST_UNRECOGNISED), ...(more > 0 ? [say("sheet.more", { n: more })] : [])];
  const changed = theirs === ours ? say("note.changed_text") : say("note.changed", { theirs, ours });
  return [
    ...(words === null ? [say(`note.${missing}`, { title: record.aid.title })] : []),
    ...(isChanged ? [changed] : []),
    ...clockLines(record, words, say),
    ...(parts.length > 0 ? [say("note.not_recognised", { parts: named.join(", ") })] : []),
  ];
}

/** How the aid stands now, and how it stood when they used it, if that is another thing. */
function clockLines({ aid }: Record, words: AidWords | null, say: Say<"clinician">): string[] {
  const now = words?.clock_words || (words?.status === "withdrawn" ? say("note.withdrawn") : "");
  const then = aid.clock === "overdue" || aid.clock === "expired" ? say(`note.then_${aid.clock}`) : "";
  return [now, then].filter(Boolean);
}

function factsOf(words: AidWords): Sheet["facts"] {
  const rows = (words.facts ?? []).map(({ label, time, figures }) => ({
    label: time ? `${label} (${time})` : label,
    figures,
  }));
  return rows.length > 0 ? { options: words.options.map(({ text }) => text), rows } : null;
}
