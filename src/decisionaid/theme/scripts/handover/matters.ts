/** What matters to a person, on the clinician's sheet: their ratings in their order, then each state by itself. */
import type { AidWords, QuestionWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import type { Record } from "../record/record-types.ts";
import { shortened } from "../record/text.ts";
import { rowFor } from "./figures.ts";
import { unclearLines } from "./from-paper.ts";
import type { Say } from "./messages.ts";
import { quotedBy } from "./quoted.ts";
import { isKept, part, type Part, type Sources } from "./part.ts";
import { line, type Line, type Room } from "./room.ts";
import { importance, mattersLines, titlesIn, type Answered, type Stated } from "./stated.ts";
import { pointing } from "./tension.ts";

/** So many letters of a question and of one of its sides are always in sight, and of a side from where it differs. */
const [LEAST_TITLE, LEAST_POLE, LEAST_OTHER] = [14, 30, 24];

export function mattersOf(sources: Sources, room: Room): Part {
  const { record, said, words, say } = sources;
  const heading = say("sheet.matters");
  const [rated, behind] = inSightFirst(ratedLines(sources, room), room.matters);
  const { unsure, others } = stateLines(said, record, words, say, room);
  const first = room.rest ? [...rated, ...unsure] : rated;
  // What has its place in sight all the same is not put behind a fold.
  const left = [...(room.rest ? [] : unsure), ...behind, ...others, ...keptLines(record, say)];
  const free = Math.max(0, room.matters - first.length);
  const lines = [...first, ...left.slice(0, free)];
  const more = left.slice(free);
  if (lines.length > 0) return part("matters", heading, lines, more, say, foldName(more, others, said, say));
  const none = words === null ? [] : [line(noMatters(record, say))];
  return part("matters", heading, none, [], say);
}

/** What the leaning goes against stays in sight, in its place; only the first of all goes before it. */
function inSightFirst(rated: readonly Rated[], most: number): [seen: Line[], behind: Line[]] {
  const against = rated.filter(({ isAgainst }) => isAgainst).slice(0, Math.max(1, most - 1));
  const others = rated.filter((each) => !against.includes(each)).slice(0, Math.max(0, most - against.length));
  const isSeen = (each: Rated): boolean => against.includes(each) || others.includes(each);
  return [rated.filter(isSeen).map(({ made }) => made), rated.filter((each) => !isSeen(each)).map(({ made }) => made)];
}

/** Where nothing but what was not answered is behind the fold, it says so. */
function foldName(more: readonly Line[], states: readonly Line[], said: Stated, say: Say<"clinician">): string | undefined {
  const [only] = more;
  const n = titlesIn(said, "unanswered", (text) => text).length;
  return more.length === 1 && only === states.at(-1) && n > 0 ? say("fold.unanswered", { n }) : undefined;
}

/** A line on what matters. */
interface Rated {
  /** The person's own number; -1 for what is not rated. */
  n: number;
  made: Line;
  isAgainst: boolean;
}

/** Each answer with what the leaning does to it; their own concerns among them, by their number. */
function ratedLines(sources: Sources, room: Room): Rated[] {
  const { said, say } = sources;
  const asked = said.matters.map((each) => ({ n: importance(each), made: ofAidLine(each, sources, room), isAgainst: goesWith(each, sources) === false }));
  const theirs = said.own.flatMap(({ state, text, value }) => {
    const made = (key: "sheet.own_rated" | "sheet.own_open", n: number): Rated => {
      const { short } = line(text, room.concern);
      return { n, isAgainst: false, made: { text: say(key, { text, n }), ...(short === undefined ? {} : { short: say(key, { text: short, n }) }) } };
    };
    if (state === "answered" && value !== null) return made("sheet.own_rated", value);
    return state === "unanswered" ? made("sheet.own_open", -1) : [];
  });
  return [...asked, ...theirs].sort((one, other) => other.n - one.n);
}

/** What the leaning does to it stands in a row of figures, beside what the others do; or the aid's author wrote where an answer points. */
function ofAidLine(each: Answered, sources: Sources, room: Room): Line {
  const text = inWords(each, sources);
  const short = text.length > room.titles ? shortOf(text, each, sources, room.titles) : text;
  const marked = (one: string): string => withLeaning(one, each, sources);
  return { text: marked(text), ...(short === text ? {} : { short: marked(short) }) };
}

function inWords(each: Answered, { said, say }: Sources): string {
  const [text = ""] = mattersLines({ ...said, matters: [each], own: [] }, "sheet", say, (value, asked) => balanceLine(value, asked, say));
  return text;
}

/** A number is never cut off, nor on which side an answer is and how far: there the question gives way, then what it is about. */
function shortOf(text: string, each: Answered, sources: Sources, most: number): string {
  const { answer: { kind }, asked } = each;
  if (kind === "importance") return text;
  if (kind !== "balance" && kind !== "choice") return shortened(text, most);
  const texts = (asked.items ?? []).map((item) => item.text);
  const ofItem = Math.max(LEAST_POLE, alikeIn(texts) + LEAST_OTHER, most);
  const longest = Math.max(0, ...texts.map(({ length }) => Math.min(length, ofItem)));
  const title = shortened(asked.title, Math.max(LEAST_TITLE, most - longest));
  const items = (asked.items ?? []).map((item) => ({ ...item, text: shortened(item.text, ofItem) }));
  return inWords({ ...each, asked: { ...asked, title, items } }, sources);
}

/** How many letters two of these texts have in common before they differ. */
function alikeIn(texts: readonly string[]): number {
  const begins = (one: string, other: string): number => [...one].findIndex((sign, at) => sign !== other[at]);
  return Math.max(0, ...texts.flatMap((one, n) => texts.slice(n + 1).map((other) => begins(one, other))));
}

/** Whether the leaning goes with an answer, by what the aid's author wrote; undefined: nobody leans, or it points nowhere. */
function goesWith(each: Answered, { record: { leaning }, said }: Sources): boolean | undefined {
  const toward = pointing(each)?.toward;
  if (!toward?.length || leaning.option === null || said.option === undefined) return undefined;
  return toward.includes(leaning.option);
}

function withLeaning(text: string, each: Answered, sources: Sources): string {
  const { figures, say } = sources;
  const isWith = goesWith(each, sources);
  if (isWith !== undefined) return say(isWith ? "sheet.with_leaning" : "sheet.against_leaning", { text });
  const n = rowFor(each, figures);
  return n > 0 ? say("sheet.matters_row", { text, n }) : text;
}

/** The place in words, where the record has it; the aid has the two ends. */
function balanceLine(value: number, { title, items }: QuestionWords, say: Say<"clinician">): string {
  const answer = wordsFor(items, `${value}`);
  if (answer !== undefined) return say("sheet.chosen", { title, answer });
  const n = Math.min(Math.abs(value), 3) as 0 | 1 | 2 | 3;
  const pole = items?.[value < 0 ? 0 : 1]?.text ?? "";
  return n === 0 ? say("sheet.balance_same", { title }) : say(`sheet.balance_${n}`, { title, pole });
}

/** What they gave no answer to, by the reason: first what they are not sure of. */
function stateLines(said: Stated, record: Record, words: AidWords | null, say: Say<"clinician">, room: Room): { unsure: Line[]; others: Line[] } {
  // A file without the answer to a sensitive question does not tell if there was one: neither do we.
  const unshared = said.asked.filter(({ asked }) => asked.sensitive).map(({ asked: { title } }) => title);
  const quote = quotedBy(say);
  const none = isKept(record, "values") ? [] : titlesIn(said, "unanswered", quote);
  const made = (key: Parameters<typeof say>[0], titles: readonly string[]): Line[] =>
    titles.length > 0 ? [line(say(key, { titles: titles.join("; ") }), room.titles)] : [];
  return {
    unsure: made("sheet.unsure", titlesIn(said, "unsure", quote)),
    others: [
      ...unclearLines(["values", "own_concerns"], record, words, say).map((text) => line(text, room.titles)),
      ...made("sheet.not_applicable", titlesIn(said, "not_applicable", quote)),
      ...made("sheet.private", titlesIn(said, "prefer_not_to_say", quote)),
      ...made("sheet.not_shared", none.filter((title) => unshared.includes(title))),
      ...made("sheet.not_answered", none.filter((title) => !unshared.includes(title))),
    ],
  };
}

/** What they said that they keep to themselves. */
function keptLines(record: Record, say: Say<"clinician">): Line[] {
  return (["values", "own_concerns"] as const).flatMap((name) => (isKept(record, name) ? [line(say(`kept.${name}`))] : []));
}

/** Why nothing stands under what matters: said at the top, or not answered. */
function noMatters(record: Record, say: Say<"clinician">): string {
  return say(record.what_matters ? "sheet.matters_own" : "sheet.no_matters");
}
