/** What the clinician's page says about a record: its order is fixed, and nothing in it is a score. */
import type { AidWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import type { Record } from "../record/record-types.ts";
import { line, shortened } from "../record/text.ts";
import { today } from "../record/today.ts";
import { aboutLines, isChangedSince, noteLines, type Known } from "./about-aid.ts";
import { asSeen, type AsSeen } from "./as-seen.ts";
import { figuresFor, type SheetFigures } from "./figures.ts";
import { flagLines, readiness } from "./flags.ts";
import type { Say } from "./messages.ts";
import { dateLines, onDay } from "./on-day.ts";
import { pickedOrder } from "./picks.ts";
import { quotedBy } from "./quoted.ts";
import { importance, mattersLines, ownFirst, stated, titlesIn, type Stated } from "./stated.ts";

/** What does not fit beside the rest on one page is one click away. */
const MOST_QUESTIONS = 5;
const MOST_MATTERS = 7;
const SAY_FIRST = 200;

export interface Part {
  id: string;
  heading: string;
  lines: readonly string[];
  /** What has no room among the lines: shown when asked for, and on paper. */
  more: readonly string[];
  isNumbered: boolean;
}

export interface Sheet {
  title: string;
  /** Who filled it in, when, with which aid. */
  about: readonly string[];
  /** What to know before reading: the aid has changed, parts were not recognised. */
  notes: readonly string[];
  sayFirst: string;
  /** Whose words those are, and who stated all this: by the person alone or not. */
  sayFirstHeading: string;
  stated: string;
  /** What presses is all here; whatever is left out is said in full in its own part. */
  flags: readonly string[];
  parts: readonly Part[];
  figures: SheetFigures | null;
  /** Up to which day the figures may be used. */
  until: string;
}

export function sheetOf(
  record: Record,
  known: Known,
  left: readonly string[],
  say: Say<"clinician">,
  isAltered = false,
  day = today(),
): Sheet {
  const words = onDay(known.words, day);
  const marks = { older: (text: string) => say("sheet.older", { text }), sign: (text: string, seen: string) => say("sheet.sign_older", { text, seen }) };
  const seen = asSeen(record, words, marks, isAltered);
  const said = stated(record, seen.words);
  const isChanged = isChangedSince(record, words);
  const misread = misreadLines(said, say);
  const noted = { record, said, words, isChanged, isAltered, misread: misread.length, left };
  const unread = [...left, ...seen.nameless];
  return {
    title: words?.title ?? record.aid.title,
    about: aboutLines(record, words, say),
    notes: [
      ...(isAltered ? [say("note.altered")] : []),
      ...dateLines(record, words, day, say),
      ...noteLines(record, { ...known, words }, seen.older, unread, say),
    ],
    sayFirst: sayFirst(record, said, say),
    ...WHO[record.filled_in_by.role](say),
    flags: flagLines(noted, say),
    parts: partsOf(record, said, seen, words, misread, say).filter(({ lines }) => lines.length > 0),
    figures: figuresFor(record, words, said),
    until: words?.until ?? "",
  };
}

/** What somebody else wrote for a person is not called that person's own words. */
const WHO: { readonly [role in Record["filled_in_by"]["role"]]: (say: Say<"clinician">) => Pick<Sheet, "sayFirstHeading" | "stated"> } = {
  unanswered: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated_unknown") }),
  patient: (say) => ({ sayFirstHeading: say("sheet.say_first"), stated: say("sheet.stated") }),
  patient_with_help: (say) => ({ sayFirstHeading: say("sheet.say_first_helped"), stated: say("sheet.stated_helped") }),
  carer: (say) => ({ sayFirstHeading: say("sheet.say_first_carer"), stated: say("sheet.stated_carer") }),
};

function partsOf(
  record: Record,
  said: Stated,
  seen: AsSeen,
  words: AidWords | null,
  misread: string[],
  say: Say<"clinician">,
): Part[] {
  // Without the aid's words, what they answered cannot be told: then nothing is said, not "nothing".
  const unless = (none: string): string => (words === null ? "" : none);
  const part = (id: string, heading: string, lines: readonly string[], none = "", most = Infinity): Part => ({
    id,
    heading,
    lines: lines.length > 0 ? lines.slice(0, most) : [none].filter(Boolean),
    more: lines.slice(most),
    isNumbered: id === "questions" && lines.length > 0,
  });
  const matters = [...longWords(record, say), ...matterLines(said, say), ...stateLines(said, say)];
  const facts = [...misread, ...unjudgedLines(seen, say)];
  return [
    part("questions", say("sheet.questions"), ownFirst(record.questions), say("sheet.no_questions"), MOST_QUESTIONS),
    part("matters", say("sheet.matters"), matters, unless(noMatters(record, said, say)), MOST_MATTERS),
    part("unsure", say("sheet.unsure"), unsureLines(said, seen, say), unless(say("sheet.no_unsure"))),
    part("now", say("sheet.now"), nowLines(record, said, words, say)),
    part("misunderstood", say("sheet.misunderstood"), facts, unless(noMisread(record, say))),
    part("helper", say("sheet.helper"), helperLines(record, say)),
    part("about", say("sheet.about"), [...stratumLines(record, said.stratum, words, say), ...helpLines(record, say)]),
  ];
}

/** Own words, or what they put first; without both, that there are none. */
function sayFirst(record: Record, { matters, own: theirs }: Stated, say: Say<"clinician">): string {
  const own = line(record.what_matters, 4 * SAY_FIRST);
  if (own) return say("sheet.quote", { text: shortened(own, SAY_FIRST) });
  const [first] = [...theirs].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  if (first) return first.value === null ? quotedBy(say)(first.text) : say("sheet.own_rated", { text: first.text, n: first.value });
  const [top] = matters;
  if (top && importance(top) > 0) return say("sheet.say_first_rated", { title: top.asked.title, n: importance(top) });
  for (const { answer, asked } of matters) {
    const item = (id: string): string => wordsFor(asked.items, id) ?? id;
    if (answer.kind === "ranking") return say("sheet.say_first_ranked", { item: item(answer.order[0] ?? "") });
    if (answer.kind !== "picks") continue;
    const first = pickedOrder(answer.blocks).places.filter(({ n }) => n === 1);
    if (first.length > 0) return say("sheet.say_first_picked", { items: first.map(({ id }) => item(id)).join("; ") });
  }
  return say("sheet.say_first_none");
}

/** In their own order. */
function matterLines(said: Stated, say: Say<"clinician">): string[] {
  return mattersLines(said, "sheet", say, (value, { title, items }) => {
    // The place in words, where the record has it; the aid has the two ends.
    const answer = wordsFor(items, `${value}`);
    return answer === undefined
      ? balanceLine(value, title, items?.[value < 0 ? 0 : 1]?.text ?? "", say)
      : say("sheet.chosen", { title, answer });
  });
}

/** What they gave no answer to, by the reason. */
function stateLines(said: Stated, say: Say<"clinician">): string[] {
  // A file without the answer to a sensitive question does not tell if there was one: neither do we.
  const unshared = said.asked.filter(({ asked }) => asked.sensitive).map(({ asked: { title } }) => title);
  const none = titlesIn(said, "unanswered", quotedBy(say));
  return ([
    ["sheet.not_applicable", titlesIn(said, "not_applicable", quotedBy(say))],
    ["sheet.private", titlesIn(said, "prefer_not_to_say", quotedBy(say))],
    ["sheet.not_answered", none.filter((title) => !unshared.includes(title))],
    ["sheet.not_shared", none.filter((title) => unshared.includes(title))],
  ] as const).flatMap(([key, titles]) => (titles.length > 0 ? [say(key, { titles: titles.join("; ") })] : []));
}

/** Why nothing stands under what matters: said at the top, not sure, or not answered. */
function noMatters(record: Record, said: Stated, say: Say<"clinician">): string {
  if (record.what_matters) return say("sheet.matters_own");
  return titlesIn(said, "unsure", quotedBy(say)).length > 0 ? say("sheet.matters_unsure") : say("sheet.no_matters");
}

/** No answer differs, or there is none. */
function noMisread(record: Record, say: Say<"clinician">): string {
  const isAnswered = record.knowledge.some(({ state }) => state === "answered");
  return isAnswered ? say("sheet.no_misunderstood") : say("sheet.no_checks");
}

function balanceLine(value: number, title: string, pole: string, say: Say<"clinician">): string {
  const n = Math.min(Math.abs(value), 3) as 0 | 1 | 2 | 3;
  return n === 0 ? say("sheet.balance_same", { title }) : say(`sheet.balance_${n}`, { title, pole });
}

/** A statement is the aid's, not theirs, and may be wrong: its answer stands with it, where the aid has one. */
function unsureLines(said: Stated, { unjudged }: AsSeen, say: Say<"clinician">): string[] {
  const checks = said.beliefs.flatMap(({ answer, check: { statement, answers = [], correct = [] } }) => {
    const right = answers.filter(({ id }) => correct.includes(id)).map(({ text }) => text).join("; ");
    return answer === null ? [say("sheet.unsure_check", { statement, answer: right })] : [];
  });
  const others = unjudged.flatMap(({ answer, statement }) => (answer === null ? [say("sheet.unsure_of_fact", { statement })] : []));
  checks.push(...others);
  return [...titlesIn(said, "unsure", quotedBy(say)), ...checks];
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

function stratumLines({ stratum: { state } }: Record, text: string | undefined, words: AidWords | null, say: Say<"clinician">): string[] {
  if (state === "unsure") return [say("sheet.stratum_unsure")];
  if (state === "prefer_not_to_say") return [say("sheet.stratum_private")];
  if (state !== "answered") return [];
  if (text) return [say("sheet.stratum", { text })];
  return words === null ? [] : [say("sheet.stratum_lost")];
}

/** What is the helper's stands under a heading of its own. */
function helperLines({ filled_in_by: { helper, view } }: Record, say: Say<"clinician">): string[] {
  return [helper && say("role.helper", { text: helper }), view && say("role.view", { text: view })].filter(Boolean);
}

function helpLines(record: Record, say: Say<"clinician">): string[] {
  const likes = record.communication.map((each) => say(`likes.${each}`)).join("; ");
  const ideas = ownFirst(record.ideas).join("; ");
  return [
    ...(likes ? [say("flag.format", { items: likes })] : []),
    ...(ideas ? [say("sheet.ideas", { items: ideas })] : []),
  ];
}
