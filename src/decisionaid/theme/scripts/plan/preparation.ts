/** What somebody wrote before a visit: the answers of a sheet by their names, each made safe and as long as a plan may hold. */
import type { Action, AboutMe, Goal, Looked, Did, Need, Plan } from "../../generated/plan.ts";
import { clean, line, LINE } from "../record/text.ts";

/** The answers of the sheet, as a form has them: what is not there was not answered. */
export type Values = ReadonlyMap<string, readonly string[]>;

export type About = Need["about"];
export type Heading = AboutMe["heading"];
export type Format = NonNullable<Plan["communication"]>[number];
export type GoalStatus = Looked["status"];
export type ActionStatus = Did["status"];

export const ABOUT: readonly About[] = [
  "pain", "sleep", "tired", "moving", "falls", "breath", "food_and_weight", "memory",
  "low_mood", "worry", "lonely", "family", "home", "money", "work", "other",
];
/** All headings of "about me" but the first, which is a question of its own. */
export const HEADINGS: readonly Heading[] = ["people", "communicate", "wellness", "please_do_and_dont", "support", "also_worth_knowing"];
export const FORMATS: readonly Format[] = ["large_print", "easy_read", "audio", "language", "sign_language", "read_to_me"];
export const GOAL_STATUSES: readonly GoalStatus[] = ["met", "partly", "not_met", "dropped"];
export const ACTION_STATUSES: readonly ActionStatus[] = ["done", "doing", "not_started", "stopped"];
/** Needs that may be marked to be talked about first. */
export const MOST_FIRST = 3;
export const MOST_RESULTS = 3;
/** Characters of a few sentences; the plan's own limit. */
export const WORDS = 600;
/** Questions that stand for themselves; what is asked beyond them joins the last. */
const MOST_QUESTIONS = 6;

/** `scribe` writes down what the person says; a `helper` answers in their place. */
export type Writer = "me" | "scribe" | "helper";

/** How something of the last plan went; null: nothing was ticked, and empty: nothing was written. */
export interface Went<Status> {
  readonly id: string;
  readonly status: Status | null;
  readonly words: string;
}

/** Each part is empty where nothing was answered. */
export interface Preparation {
  readonly matters: string;
  readonly well: string;
  readonly hard: readonly About[];
  readonly first: readonly About[];
  readonly hardWords: string;
  readonly like: string;
  readonly now: string;
  readonly ask: readonly string[];
  readonly comes: string;
  readonly information: readonly Format[];
  /** Null: not answered; the sheet speaks to the person, so then it is theirs. */
  readonly writer: Writer | null;
  readonly writerIs: string;
  readonly results: readonly { readonly what: string; readonly found: string }[];
  readonly about: readonly { readonly heading: Heading; readonly words: string }[];
  readonly goals: readonly Went<GoalStatus>[];
  readonly actions: readonly Went<ActionStatus>[];
}

/** The answers in the form of a plan; of the last plan's goals and actions only these ids are taken. */
export function preparationOf(values: Values, goals: readonly Goal[] = [], actions: readonly Action[] = []): Preparation {
  const text = (name: string): string => clean(values.get(name)?.[0] ?? "", WORDS).trim();
  const short = (name: string): string => line(values.get(name)?.[0] ?? "");
  const ticked = <Value extends string>(name: string, known: readonly Value[]): Value[] =>
    known.filter((each) => values.get(name)?.includes(each));
  const went = <Status extends string>(kind: string, id: string, known: readonly Status[]): Went<Status> =>
    ({ id, status: ticked(`${kind}.${id}.how`, known)[0] ?? null, words: text(`${kind}.${id}.words`) });
  const hardWords = text("hard-words");
  const hard = ticked("hard", ABOUT);
  return {
    matters: text("matters"),
    well: text("well"),
    hard: hardWords && !hard.includes("other") ? [...hard, "other"] : hard,
    first: ticked("first", hard).slice(0, MOST_FIRST),
    hardWords,
    like: text("like"),
    now: short("now"),
    ask: questionsIn(text("ask")),
    comes: short("comes"),
    information: ticked("information", FORMATS),
    writer: ticked<Writer>("writer", ["me", "scribe", "helper"])[0] ?? null,
    writerIs: short("writer-is"),
    results: resultsIn(short),
    about: HEADINGS.map((heading) => ({ heading, words: text(`about.${heading}`) })).filter(({ words }) => words),
    goals: goals.map(({ id }) => went("goal", id, GOAL_STATUSES)).filter(({ status, words }) => status || words),
    actions: actions.map(({ id }) => went("action", id, ACTION_STATUSES)).filter(({ status, words }) => status || words),
  };
}

/** Each line is a question of its own. */
function questionsIn(text: string): string[] {
  const lines = text.split("\n").map((each) => line(each, LINE * 2)).filter(Boolean);
  const rest = lines.slice(MOST_QUESTIONS - 1);
  return rest.length > 1 ? [...lines.slice(0, MOST_QUESTIONS - 1), clean(rest.join(" "), WORDS)] : lines;
}

/** A test without what was found, or the other way round, is kept with what is there. */
function resultsIn(short: (name: string) => string): { what: string; found: string }[] {
  return Array.from({ length: MOST_RESULTS }, (_, place) => ({ what: short(`result.${place + 1}.what`), found: short(`result.${place + 1}.found`) }))
    .filter(({ what, found }) => what || found);
}
