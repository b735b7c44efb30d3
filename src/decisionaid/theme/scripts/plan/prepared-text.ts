/** A preparation in words: what was answered under the sheet's own questions, in their order. */
import type { Action, Goal } from "../../generated/plan.ts";
import type { Block } from "../handover/summary.ts";
import type { Preparation, Went } from "./preparation.ts";

/** The words beside the questions and the answers of the sheet, by their names. */
export interface SheetWords {
  /** The words of a question, such as those of `matters`. */
  question(name: string): string;
  /** The words beside a value to tick; empty where there is none. */
  answer(name: string, value: string): string;
  /** One thing and what goes with it, such as a test and what was found. */
  pair(one: string, other: string): string;
}

/** The parts that say something. `goals` and `actions` are those of the last plan. */
export function preparedBlocks(
  said: Preparation,
  words: SheetWords,
  goals: readonly Goal[] = [],
  actions: readonly Action[] = [],
): Block[] {
  const ticks = (name: string, values: readonly string[]): string[] => values.map((value) => words.answer(name, value));
  const part = (id: string, lines: readonly string[]): Block => ({ id, heading: words.question(id), lines: lines.filter(Boolean) });
  const about = said.about.map(({ heading, words: own }) => ({ id: heading, heading: words.question(`about.${heading}`), lines: [own] }));
  const writer = said.writer ? words.answer("writer", said.writer) : "";
  return [
    part("matters", [said.matters]),
    part("well", [said.well]),
    part("hard", [...ticks("hard", said.hard.filter((each) => each !== "other" || !said.hardWords)), said.hardWords]),
    part("first", ticks("hard", said.first)),
    part("like", [said.like]),
    part("now", [said.now]),
    part("ask", said.ask),
    part("comes", [said.comes]),
    part("information", ticks("information", said.information)),
    part("writer", [said.writerIs && writer ? words.pair(writer, said.writerIs) : writer || said.writerIs]),
    part("results", said.results.map(({ found, what }) => (what && found ? words.pair(what, found) : what || found))),
    part("last", [...went("goal", said.goals, goals, words), ...went("action", said.actions, actions, words)]),
    ...about,
  ].filter(({ lines }) => lines.length > 0);
}

function went(kind: "goal" | "action", answers: readonly Went<string>[], of: readonly (Goal | Action)[], words: SheetWords): string[] {
  return answers.map(({ id, status, words: own }) => {
    const how = [status ? words.answer(`${kind}.how`, status) : "", own].filter(Boolean).join(". ");
    return words.pair(of.find((each) => each.id === id)?.said.words ?? "", how);
  });
}
