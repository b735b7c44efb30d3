/** What the clinician's page says about a record: its order is fixed, and nothing in it is a score. */
import type { AidWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import type { Record } from "../record/record-types.ts";
import { line, shortened } from "../record/text.ts";
import { asSeen, type AsSeen } from "./as-seen.ts";
import { dayInWords } from "./day.ts";
import type { Say } from "./messages.ts";
import { importance, mattersLines, stated, titlesIn, type Stated } from "./stated.ts";

export const MOST_FLAGS = 4;
export const MOST_QUESTIONS = 5;
const MOST_UNRECOGNISED = 8;
/** More lines than this do not fit beside the rest on one page. */
const MOST_MATTERS = 7;
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
  isAltered = false,
): Sheet {
  const { words } = known;
  const seen = asSeen(record, words, (text) => say("sheet.older", { text }));
  const said = stated(record, seen.words);
  const misread = misreadLines(said, say);
  const isChanged =
    words !== null && (words.source_sha256 !== record.aid.source_sha256 || words.version !== record.aid.version);
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
    part("matters", say("sheet.matters"), [...longWords(record, say), ...matterLines(said, say)], unless(say("sheet.no_matters"))),
    part("unsure", say("sheet.unsure"), unsureLines(said, seen), unless(say("sheet.no_unsure"))),
    part("now", say("sheet.now"), nowLines(record, said, words, say)),
    part("misunderstood", say("sheet.misunderstood"), [...misread, ...unjudgedLines(seen, say)], unless(say("sheet.no_misunderstood"))),
    part("about", say("sheet.about"), [...stratumLines(record, said.stratum, words, say), ...helpLines(record, say)]),
  ];
  return {
    title: record.aid.title,
    about: aboutLines(record, words, say),
    notes: [...(isAltered ? [say("note.altered")] : []), ...noteLines(record, known, isChanged, seen.older, [...left, ...seen.nameless], say)],
    sayFirst: sayFirst(record, said, say),
    flags: flagLines(record, said, isChanged, misread.length, say).slice(0, MOST_FLAGS),
    parts: parts.filter(({ lines }) => lines.length > 0),
    facts: words && factsOf(words),
  };
}

/** Own words, or what they put first; without both, that there are none. */
function sayFirst(record: Record, { matters }: Stated, say: Say<"clinician">): string {
  const own = line(record.what_matters, 4 * SAY_FIRST);
  if (own) return say("sheet.quote", { text: shortened(own, SAY_FIRST) });
  const [top] = matters;
  if (top && importance(top) > 0) return say("sheet.say_first_rated", { title: top.asked.title, n: importance(top) });
  for (const { answer, asked } of matters) {
    if (answer.kind !== "ranking") continue;
    const [first = ""] = answer.order;
    return say("sheet.say_first_ranked", { item: wordsFor(asked.items, first) ?? first });
  }
  return say("sheet.say_first_none");
}

/** In their own order, then what they gave no answer to, by the reason. */
function matterLines(said: Stated, say: Say<"clinician">): string[] {
  const lines = mattersLines(said, "sheet", say, (value, { title, items }) => {
    // The place in words, where the record has it; the aid has the two ends.
    const answer = wordsFor(items, `${value}`);
    return answer === undefined
      ? balanceLine(value, title, items?.[value < 0 ? 0 : 1]?.text ?? "", say)
      : say("sheet.chosen", { title, answer });
  });
  const more = lines.length - MOST_MATTERS;
  const titles = (["not_applicable", "prefer_not_to_say", "unanswered"] as const).map((state) => {
    const joined = titlesIn(said, state).join("; ");
    return joined && say(STATE_KEYS[state], { titles: joined });
  });
  return [
    ...lines.slice(0, MOST_MATTERS),
    ...(more > 0 ? [say("sheet.more", { n: more })] : []),
    ...titles.filter(Boolean),
  ];
}

const STATE_KEYS = {
  not_applicable: "sheet.not_applicable",
  prefer_not_to_say: "sheet.private",
  unanswered: "sheet.not_answered",
} as const;

function balanceLine(value: number, title: string, pole: string, say: Say<"clinician">): string {
  const n = Math.min(Math.abs(value), 3) as 0 | 1 | 2 | 3;
  return n === 0 ? say("sheet.balance_same", { title }) : say(`sheet.balance_${n}`, { title, pole });
}

function unsureLines(said: Stated, { unjudged }: AsSeen): string[] {
  const checks = [...said.beliefs.map(({ answer, check: { statement } }) => ({ answer, statement })), ...unjudged]
    .filter(({ answer }) => answer === null)
    .map(({ statement }) => statement);
  return [...titlesIn(said, "unsure"), ...checks];
}

/** Beliefs beside the aid's own words. */
function misreadLines({ beliefs }: Stated, say: Say<"clinician">): string[] {
  return beliefs.flatMap(({ answer, check: { statement, explanation = "" } }) =>
    answer === null ? [] : [say("sheet.thinks", { answer, statement, explanation })],
  );
}

/** What they said of facts that nobody here can hold against the aid. */
function unjudgedLines({ unjudged }: AsSeen, say: Say<"clinician">): string[] {
  return unjudged.flatMap(({ statement, answer }) =>
    answer === null ? [] : [say("sheet.said_of_fact", { statement, answer })],
  );
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

function nowLines(record: Record, said: Stated, words: AidWords | null, say: Say<"clinician">): string[] {
  const { state, stage, role } = record.leaning;
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
    if (said.option) return say("sheet.leaning", { option: said.option });
    return words === null ? "" : say("sheet.leaning_lost");
  }
}

/** The short questions answered with yes or no, or (null) with not sure. */
function readiness(record: Record, yes: boolean | null, say: Say<"clinician">): string {
  return record.readiness
    .filter((answer) => (yes === null ? answer.state === "unsure" : answer.yes === yes))
    .map(({ id }) => say(`readiness.${id}`))
    .join("; ");
}

function stratumLines({ stratum: { state } }: Record, text: string | undefined, words: AidWords | null, say: Say<"clinician">): string[] {
  if (state === "unsure") return [say("sheet.stratum_unsure")];
  if (state === "prefer_not_to_say") return [say("sheet.stratum_private")];
  if (state !== "answered") return [];
  if (text) return [say("sheet.stratum", { text })];
  return words === null ? [] : [say("sheet.stratum_lost")];
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
  { flags }: Stated,
  isChanged: boolean,
  misread: number,
  say: Say<"clinician">,
): string[] {
  const named = flags.filter((text) => text !== undefined).join("; ");
  const unnamed = flags.filter((text) => text === undefined).length;
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
  const date = dayInWords(say, record.day || record.updated);
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
  older: number,
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
    ...(older > 0 ? [say("note.older", { n: older })] : []),
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
