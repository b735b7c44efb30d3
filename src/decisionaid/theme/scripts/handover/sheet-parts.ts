/** The parts of the clinician's sheet, each with what stands in sight and what stands behind its fold. */
import type { AidWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import type { Record } from "../record/record-types.ts";
import { line as onOneLine } from "../record/text.ts";
import type { AsSeen } from "./as-seen.ts";
import { readiness } from "./flags.ts";
import { unclearLines } from "./from-paper.ts";
import { mattersOf } from "./matters.ts";
import type { Say } from "./messages.ts";
import { pickedOrder } from "./picks.ts";
import { quotedBy } from "./quoted.ts";
import { isKept, part, type Part, type Sources } from "./part.ts";
import { line, type Line, type Room } from "./room.ts";
import { importance, ownFirst, type Stated } from "./stated.ts";
import { factToday } from "./then-and-now.ts";

/** Questions that stand in sight: the person's own first. */
const MOST_QUESTIONS = 3;

export function partsOf(sources: Sources, room: Room): Part[] {
  return [questions(sources, room), mattersOf(sources, room), now(sources, room), goOver(sources, room), noted(sources), helper(sources), about(sources)].filter(
    ({ lines, more }) => lines.length + more.length > 0,
  );
}

function questions({ record, words, say }: Sources, room: Room): Part {
  const heading = say("sheet.questions");
  if (isKept(record, "questions")) return part("questions", heading, [line(say("sheet.kept"))], [], say);
  const own = record.questions.filter(({ id, text }) => id === null && text !== "").length;
  const unclear = unclearLines(["own_questions", "questions"], record, words, say).map((text) => line(text));
  const all = [...ownFirst(record.questions).map((text, n) => line(text, room.question, n < own ? { isFirst: true } : {})), ...unclear];
  if (all.length === 0) return part("questions", heading, [line(say("sheet.no_questions"))], [], say);
  const more = all.slice(MOST_QUESTIONS);
  const named = own <= MOST_QUESTIONS ? say("fold.listed", { n: more.length }) : undefined;
  return { ...part("questions", heading, all.slice(0, MOST_QUESTIONS), more, say, named), isNumbered: true };
}

function now({ record, said, words, say }: Sources, room: Room): Part {
  const { stage, role } = record.leaning;
  const leaning = isKept(record, "leaning") ? say("sheet.leaning_kept") : leaningLine(record, said, words, say);
  const group = isKept(record, "stratum") ? say("sheet.stratum_kept") : stratumLine(record, said.stratum, words, say);
  // Leaning one way is said by the way; where room is short, what a flag says is not said twice.
  const isFlagged = stage !== "decided_for_now" && (stage !== "leaning" ? !room.ready : said.option !== undefined);
  const made = (texts: readonly string[]): Line[] => texts.filter(Boolean).map((text) => line(text));
  const lines = [
    ...(leaning ? [line(leaning, Infinity, { isFirst: true })] : []),
    // That of the leaning itself is said above.
    ...made(unclearLines(["leaning"], { ...record, leaning: { ...record.leaning, state: "unanswered" } }, words, say)),
    ...made([stage === "unanswered" || isFlagged ? "" : say(`stage.${stage}`), role === "unanswered" ? "" : say(`wants.${role}`)]),
  ];
  const ready = isKept(record, "readiness") ? [say("sheet.readiness_kept")] : readyLines(record, say);
  const more = made([group, ...ready, ...unclearLines(["stratum", "readiness"], record, words, say)]);
  if (room.ready) return part("now", say("sheet.now"), [...lines, ...more], [], say);
  return part("now", say("sheet.now"), lines, more, say, group ? say("fold.now", { n: more.length }) : say("fold.ready"));
}

function readyLines(record: Record, say: Say<"clinician">): string[] {
  return ([["yes", true], ["no", false], ["unsure", null]] as const).flatMap(([key, pick]) => {
    const items = readiness(record, pick, (id) => say(`readiness.${id}`));
    return items ? [say(`readiness.${key}`, { items })] : [];
  });
}

function leaningLine({ leaning: { state } }: Record, said: Stated, words: AidWords | null, say: Say<"clinician">): string {
  if (state === "unsure") return say("sheet.leaning_unsure");
  if (state === "prefer_not_to_say") return say("sheet.leaning_private");
  if (state === "unreadable" || state === "crossed_out") return say(`sheet.leaning_${state}`);
  if (state !== "answered") return say("sheet.leaning_none");
  if (said.option) return say("sheet.leaning", { option: said.option });
  return words === null ? "" : say("sheet.leaning_lost");
}

function stratumLine({ stratum: { state } }: Record, text: string | undefined, words: AidWords | null, say: Say<"clinician">): string {
  if (state === "unsure") return say("sheet.stratum_unsure");
  if (state === "prefer_not_to_say") return say("sheet.stratum_private");
  if (state !== "answered") return "";
  if (text) return say("sheet.stratum", { text });
  return words === null ? "" : say("sheet.stratum_lost");
}

/** Beliefs beside the aid's own words, then the facts that they were not sure of. */
function goOver({ record, said, seen, words, now: today, say }: Sources, room: Room): Part {
  const heading = say("sheet.misunderstood");
  if (isKept(record, "knowledge")) return part("misunderstood", heading, [line(say("sheet.kept"))], [], say);
  const misread = misreadLines(said, today, say, room.statement);
  const unclear = unclearLines(["knowledge"], record, words, say).map((text) => line(text));
  const all = [...misread, ...unjudgedLines(seen, say, room.statement), ...unsureLines(said, seen, say, room.statement), ...unclear];
  if (all.length > 0) {
    const more = all.slice(room.beliefs);
    return part("misunderstood", heading, all.slice(0, room.beliefs), more, say);
  }
  if (words === null) return part("misunderstood", heading, [], [], say);
  const isAnswered = record.knowledge.some(({ state }) => state === "answered");
  return part("misunderstood", heading, [line(say(isAnswered ? "sheet.no_misunderstood" : "sheet.no_checks"))], [], say);
}

/** Beliefs that differ from the aid, each with the aid's own sentence in full; `most`: letters of a statement in sight. */
export function misreadLines({ beliefs }: Stated, now: AidWords | null, say: Say<"clinician">, most = Infinity): Line[] {
  return beliefs.flatMap(({ answer, check }) => {
    if (answer === null) return [];
    const { statement, explanation = "" } = check;
    const aid = explanation ? [say("sheet.aid_says", { text: explanation })] : [];
    return [stating(statement, most, (text) => say("sheet.thinks", { answer, statement: text }), [...aid, ...factToday(check, now, say)])];
  });
}

/** A statement is cut within its line, so that what they said of it stands behind it all the same. */
function stating(statement: string, most: number, made: (text: string) => string, beside: readonly string[] = []): Line {
  const { short } = line(statement, most);
  return { text: made(statement), ...(short === undefined ? {} : { short: made(short) }), ...(beside.length > 0 ? { beside } : {}) };
}

/** What they said of facts that nobody here can hold against the aid. */
function unjudgedLines({ unjudged }: AsSeen, say: Say<"clinician">, most: number): Line[] {
  return unjudged.flatMap(({ statement, answer }) => (answer === null ? [] : [stating(statement, most, (text) => say("sheet.thinks", { statement: text, answer }))]));
}

/** A statement is the aid's, not theirs, and may be wrong: its answer stands with it, where the aid has one. */
function unsureLines(said: Stated, { unjudged }: AsSeen, say: Say<"clinician">, most: number): Line[] {
  const unsure = (statement: string, beside: readonly string[] = []): Line => stating(statement, most, (text) => say("sheet.unsure_of_fact", { statement: text }), beside);
  const checks = said.beliefs.flatMap(({ answer, check: { statement, answers = [], correct = [] } }) => {
    const right = answers.filter(({ id }) => correct.includes(id)).map(({ text }) => text).join("; ");
    return answer === null ? [unsure(statement, [say("sheet.aid_answers", { answer: right })])] : [];
  });
  return [...checks, ...unjudged.flatMap(({ answer, statement }) => (answer === null ? [unsure(statement)] : []))];
}

/** What the page pointed out, in the words that the person saw. */
function noted({ pointed, say }: Sources): Part {
  const lines = pointed.map(({ text }) => line(text));
  return part("noted", say("sheet.noted"), [], lines, say, say("fold.noted", { n: lines.length }));
}

/** What is the helper's stands under a heading of its own. */
function helper({ record: { filled_in_by: { helper: name, view } }, say }: Sources): Part {
  const lines = [name && say("role.helper", { text: name }), view && say("role.view", { text: view })].filter(Boolean);
  return part("helper", say("sheet.helper"), [], lines.map((text) => line(text)), say, say("sheet.helper"));
}

/** How they like to get information, and what they take from the aid. */
function about({ record, which, words, say }: Sources): Part {
  const likes = record.communication.map((each) => say(`likes.${each}`)).join("; ");
  const ideas = ownFirst(record.ideas).join("; ");
  const kept = (["filled_in_by", "communication", "ideas"] as const).filter((name) => isKept(record, name));
  const lines = [
    ...unclearLines(["red_flags", "filled_in_by", "communication", "what_matters", "ideas", "own_ideas"], record, words, say),
    likes && say("flag.format", { items: likes }),
    ideas && say("sheet.ideas", { items: ideas }),
    ...kept.map((name) => say(`kept.${name}`)),
    ...which,
  ].filter(Boolean);
  return part("about", say("sheet.about"), [], lines.map((text) => line(text)), say, say("fold.about"));
}

/** Own words, or what they put first; without both, that there are none. */
export function sayFirst({ record, said: { matters, own: theirs }, say }: Pick<Sources, "record" | "said" | "say">, room: Room): Line {
  const quote = quotedBy(say);
  const own = record.what_matters;
  if (own) {
    const { text, short } = line(onOneLine(own, own.length), room.own);
    return { text: quote(text), isFirst: true, ...(short === undefined ? {} : { short: quote(short) }) };
  }
  const [first] = [...theirs].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  if (first) return line(first.value === null ? quote(first.text) : say("sheet.own_rated", { text: first.text, n: first.value }), room.own);
  const [top] = matters;
  if (top && importance(top) > 0) return line(say("sheet.say_first_rated", { title: top.asked.title, n: importance(top) }));
  for (const { answer, asked } of matters) {
    const item = (id: string): string => wordsFor(asked.items, id) ?? id;
    if (answer.kind === "ranking") return line(say("sheet.say_first_ranked", { item: item(answer.order[0] ?? "") }));
    if (answer.kind !== "picks") continue;
    const most = pickedOrder(answer.blocks).places.filter(({ n }) => n === 1);
    if (most.length > 0) return line(say("sheet.say_first_picked", { items: most.map(({ id }) => item(id)).join("; ") }), room.own);
  }
  const unclear = record.paper?.unclear.find(({ place }) => place === "what_matters")?.state;
  if (unclear !== undefined) return line(say(`sheet.say_first_${unclear}`));
  return line(say(isKept(record, "what_matters") ? "sheet.say_first_kept" : "sheet.say_first_none"));
}
