/** What matters to a person, on the clinician's sheet: their ratings in their order, then each state by itself. */
import type { QuestionWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import type { Record } from "../record/record-types.ts";
import { rowFor } from "./figures.ts";
import type { Say } from "./messages.ts";
import { quotedBy } from "./quoted.ts";
import { isKept, part, type Part, type Sources } from "./part.ts";
import { line, type Line, type Room } from "./room.ts";
import { importance, mattersLines, titlesIn, type Answered, type Stated } from "./stated.ts";
import { pointing } from "./tension.ts";

export function mattersOf(sources: Sources, room: Room): Part {
  const { record, said, words, say } = sources;
  const heading = say("sheet.matters");
  const rated = ratedLines(sources, room);
  const { unsure, others } = stateLines(said, record, say, room);
  const first = [...rated.slice(0, room.matters), ...unsure];
  // What has its place in sight all the same is not put behind a fold.
  const left = [...rated.slice(room.matters), ...others, ...keptLines(record, say)];
  const free = Math.max(0, room.matters - first.length);
  const lines = [...first, ...left.slice(0, free)];
  const more = left.slice(free);
  if (lines.length > 0) return part("matters", heading, lines, more, say, foldName(more, others, said, say));
  const none = words === null ? [] : [line(noMatters(record, say))];
  return part("matters", heading, none, [], say);
}

/** Where nothing but what was not answered is behind the fold, it says so. */
function foldName(more: readonly Line[], states: readonly Line[], said: Stated, say: Say<"clinician">): string | undefined {
  const [only] = more;
  const n = titlesIn(said, "unanswered", (text) => text).length;
  return more.length === 1 && only === states.at(-1) && n > 0 ? say("fold.unanswered", { n }) : undefined;
}

/** Each answer with what the leaning does to it; their own concerns among them, by their number. */
function ratedLines(sources: Sources, room: Room): Line[] {
  const { said, say } = sources;
  const asked = said.matters.map((each) => ({ n: importance(each), made: ofAidLine(each, sources, room) }));
  const theirs = said.own.flatMap(({ state, text, value }) => {
    const made = (key: "sheet.own_rated" | "sheet.own_open", n: number): { n: number; made: Line } => {
      const { short } = line(text, room.concern);
      return { n, made: { text: say(key, { text, n }), ...(short === undefined ? {} : { short: say(key, { text: short, n }) }) } };
    };
    if (state === "answered" && value !== null) return made("sheet.own_rated", value);
    return state === "unanswered" ? made("sheet.own_open", -1) : [];
  });
  return [...asked, ...theirs].sort((one, other) => other.n - one.n).map(({ made }) => made);
}

/** What the leaning does to it stands in a row of figures, beside what the others do; or the aid's author wrote where an answer points. */
function ofAidLine(each: Answered, sources: Sources, room: Room): Line {
  const { said, say } = sources;
  const [text = ""] = mattersLines({ ...said, matters: [each], own: [] }, "sheet", say, (value, asked) => balanceLine(value, asked, say));
  // A number is never cut off.
  const made = line(text, each.answer.kind === "importance" ? Infinity : room.titles);
  const marked = (one: string): string => withLeaning(one, each, sources);
  return { text: marked(text), ...(made.short === undefined ? {} : { short: marked(made.short) }) };
}

function withLeaning(text: string, each: Answered, { record: { leaning }, said, figures, say }: Sources): string {
  const toward = pointing(each)?.toward;
  if (toward?.length && leaning.option !== null && said.option !== undefined) {
    return say(toward.includes(leaning.option) ? "sheet.with_leaning" : "sheet.against_leaning", { text });
  }
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
function stateLines(said: Stated, record: Record, say: Say<"clinician">, room: Room): { unsure: Line[]; others: Line[] } {
  // A file without the answer to a sensitive question does not tell if there was one: neither do we.
  const unshared = said.asked.filter(({ asked }) => asked.sensitive).map(({ asked: { title } }) => title);
  const quote = quotedBy(say);
  const none = isKept(record, "values") ? [] : titlesIn(said, "unanswered", quote);
  const made = (key: Parameters<typeof say>[0], titles: readonly string[]): Line[] =>
    titles.length > 0 ? [line(say(key, { titles: titles.join("; ") }), room.titles)] : [];
  return {
    unsure: made("sheet.unsure", titlesIn(said, "unsure", quote)),
    others: [
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
