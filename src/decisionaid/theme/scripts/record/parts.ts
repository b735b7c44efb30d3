/**
 * The parts of a record: how each is made from the answers of a page, and how it goes back to them.
 *
 * One line for each part, in the order of the model; a part that the model has and this table has
 * not is found by the compiler.
 */
import type { AidWords } from "../../generated/words.ts";
import { accepted, isState, shareName, wordsFor, type Answers, type Page } from "./answers.ts";
import { field, itemsOf } from "./field.ts";
import type { PartName } from "./record-types.ts";
import { cleaned, line, LONG_TEXT } from "./text.ts";

/** What a page asks, and the answers. */
interface Given extends Page {
  readonly answers: Answers;
  /** The parts that the person does not share. */
  readonly keptBack?: readonly PartName[];
}

/** Where a record goes back to. */
export interface Target extends Given {
  /** Those that the page can show. */
  readonly answers: Map<string, readonly string[]>;
  /** Titles of the questions that have changed since, whose answers are left out. */
  readonly changed: string[];
  /** Whether the record holds something that the page has no room for. */
  isPartial: boolean;
}

interface Part {
  made(from: Given): unknown;
  /** `data` may be anything at all. */
  back(data: unknown, to: Target): void;
}

type Parts = { readonly [name: string]: Part };

/** Who fills it in, where it is not the person alone. */
const HELPED: readonly string[] = ["patient_with_help", "carer"];

const READINESS = ["sure", "informed", "clear", "supported"].map((id): Asked => ({ id }));

const PARTS: { readonly [Name in PartName]: Part } = {
  filled_in_by: group({
    role: choice("filled_in_by.role"),
    helper: text("filled_in_by.helper"),
    view: helped(text("filled_in_by.view", LONG_TEXT)),
  }),
  stratum: answer("stratum", "stratum"),
  communication: many("communication"),
  red_flags: many("red_flags"),
  values: answers("values", ({ words }) => words.questions),
  what_matters: text("what_matters", LONG_TEXT),
  own_concerns: concerns(),
  knowledge: answers("knowledge", ({ words }) => words.checks),
  questions: listed("questions", ({ to_ask }) => to_ask, ["own_question.1", "own_question.2", "own_question.3"]),
  leaning: answer("leaning", "option", { stage: choice("stage"), role: choice("role") }),
  readiness: answers("readiness", ({ fields }) => READINESS.filter(({ id }) => fields.has(`readiness.${id}`))),
  ideas: listed("ideas", ({ ideas }) => ideas, ["own_idea"]),
};

/** All of them; of a part that is kept back nothing goes into a record, not even what was asked. */
export const BODY = group(Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, shareable(name as PartName, part)])));

function shareable(name: PartName, part: Part): Part {
  return {
    ...part,
    made(from) {
      if (!from.keptBack?.includes(name)) return part.made(from);
      const empty = part.made({ ...from, answers: new Map() });
      return Array.isArray(empty) ? [] : empty;
    },
  };
}

function group(parts: Parts): Part {
  const all = Object.entries(parts);
  return {
    made: (from) => Object.fromEntries(all.map(([name, part]) => [name, part.made(from)])),
    back: (data, to) => all.forEach(([name, part]) => part.back(field(data, name), to)),
  };
}

function first(name: string, { answers: given }: Given): string | undefined {
  return given.get(name)?.[0];
}

function put(name: string, values: readonly unknown[], to: Target): void {
  // Lines that were left empty, and what was not answered, are no parts that the page would lack.
  const given = values.filter((value) => value !== undefined && value !== "");
  const texts = given.filter((value) => typeof value === "string");
  const kept = accepted(to.fields.get(name), texts);
  if (kept) to.answers.set(name, kept);
  to.isPartial ||= texts.length < given.length || (kept === null ? texts.length > 0 : kept.length < new Set(texts).size);
}

/** One of fixed answers, none of which is a state. */
function choice(name: string): Part {
  return {
    made: (from) => first(name, from) ?? "unanswered",
    back: (data, to) => put(name, data === "unanswered" ? [] : [data], to),
  };
}

/** Own words, whatever they are. */
function text(name: string, most?: number): Part {
  return {
    made: (from) => cleaned(first(name, from) ?? "", most),
    back: (data, to) => put(name, [data], to),
  };
}

/** Said of what somebody else thinks: only while somebody else has a part in it. */
function helped(part: Part): Part {
  const isHelped = (from: Given): boolean => HELPED.includes(first("filled_in_by.role", from) ?? "");
  return { made: (from) => (isHelped(from) ? part.made(from) : ""), back: (data, to) => part.back(data, to) };
}

/** What the person wrote themselves, each with the answer to how much it matters; without words there is none. */
function concerns(): Part {
  const places = [1, 2, 3, 4, 5].map((n) => [text(`concern.${n}`), `concern.${n}.rating`] as const);
  return {
    made: (from) =>
      places
        .map(([words, rating]) => ({ text: words.made(from), ...stated("value", first(rating, from)) }))
        .filter((each) => each.text !== ""),
    back(data, to) {
      const written = itemsOf(data);
      to.isPartial ||= written.length > places.length;
      places.forEach(([words, rating], index) => {
        words.back(field(written[index], "text"), to);
        put(rating, [givenIn(written[index], "value")], to);
      });
    },
  };
}

/** Ticked boxes. */
function many(name: string): Part {
  return {
    made: (from) => from.answers.get(name) ?? [],
    back: (data, to) => put(name, itemsOf(data), to),
  };
}

/** Ticked items of the aid, which go back to their boxes, and own words, to the lines that are there for them. */
function listed(name: string, items: (words: AidWords) => AidWords["to_ask"], lines: readonly string[]): Part {
  const boxes = many(name);
  const own = lines.map((each) => text(each));
  return {
    made: (from) => [
      ...(boxes.made(from) as string[]).map((id) => ({ id, text: line(wordsFor(items(from.words), id) ?? "") })),
      ...own.map((part) => part.made(from)).filter(Boolean).map((words) => ({ id: null, text: words })),
    ],
    back(data, to) {
      const given = itemsOf(data);
      boxes.back(given.map((item) => field(item, "id")).filter((id) => id !== null), to);
      const written = given.filter((item) => field(item, "id") === null);
      to.isPartial ||= written.length > own.length;
      own.forEach((part, index) => part.back(field(written[index], "text"), to));
    },
  };
}

/** An answer or a state under one name, and what is asked beside it. */
function answer(name: string, value: string, beside: Parts = {}): Part {
  const others = group(beside);
  return {
    made: (from) => ({ ...stated(value, first(name, from)), ...(others.made(from) as object) }),
    back(data, to) {
      put(name, [givenIn(data, value)], to);
      others.back(data, to);
    },
  };
}

/** One of several questions of a part. */
interface Asked {
  id: string;
  kind?: "importance" | "balance" | "ranking" | "choice" | "picks";
  wording?: string;
  title?: string;
  statement?: string;
}

/** The field that holds an answer, by its part or by the kind of the question. */
const VALUE: { readonly [name: string]: string } = {
  importance: "value",
  balance: "value",
  ranking: "order",
  choice: "chosen",
  picks: "blocks",
  knowledge: "answer",
  readiness: "yes",
};

/** Answers to the questions that the page asks; they go back where a question still reads as it did then. */
function answers(part: string, asked: (page: Page) => readonly Asked[] | undefined): Part {
  return {
    made: (from) =>
      asked(from)?.map(({ id, kind, wording }) => {
        const name = `${part}.${id}`;
        // What has this label is left out of the script of pages without picks.
        PICKS: if (kind === "picks") return { id, wording, kind, ...pickedIn(name, from) };
        const { state, ...value } = stated(VALUE[kind ?? part] ?? "", first(name, from) ?? first(`${name}.state`, from));
        return { id, ...(wording && { wording }), state, ...(kind && { kind }), ...value };
      }) ?? [],
    back(data, to) {
      const all = asked(to) ?? [];
      const isAsked = (each: unknown): boolean => all.some(({ id }) => id === field(each, "id"));
      to.isPartial ||= itemsOf(data).some((each) => !isAsked(each) && (field(each, "state") ?? "unanswered") !== "unanswered");
      all.forEach(({ id, kind, wording, title, statement }) => {
        const name = `${part}.${id}`;
        const found = itemsOf(data).find((each) => field(each, "id") === id);
        const given = givenIn(found, VALUE[kind ?? part] ?? "");
        if (given === undefined) return;
        if (field(found, "wording") !== wording) return void to.changed.push(title ?? statement ?? "");
        PICKS: if (kind === "picks") putPicks(name, field(found, "blocks"), to);
        put(kind === "ranking" && isState(given) ? `${name}.state` : name, [given], to);
        // It stands in the file because the person put it there; without an answer there is nothing to share.
        if (part === "values" && to.fields.has(shareName(id)) && isAnswered(name, to)) put(shareName(id), ["yes"], to);
      });
    },
  };
}

const ENDS = ["most", "least"] as const;

/** The picks of all blocks, as soon as anything is said in one of them. */
function pickedIn(name: string, from: Given): object {
  const blocks = [];
  for (let at = `${name}.1`, asked; (asked = from.fields.get(`${at}.most`)); at = `${name}.${blocks.length + 1}`) {
    const items = "values" in asked ? asked.values.filter((each) => !isState(each)) : [];
    blocks.push({ items, ...Object.fromEntries(ENDS.map((end) => [end, stated("item", first(`${at}.${end}`, from))])) });
  }
  const isSaid = isAnswered(name, from);
  return { state: isSaid ? "answered" : "unanswered", blocks: isSaid ? blocks : [] };
}

/** Whether anything is said of a question, or in one of its parts. */
function isAnswered(name: string, { answers }: Given): boolean {
  return [...answers.keys()].some((each) => `${each}.`.startsWith(`${name}.`));
}

/** What was picked goes back to its block; another page may have fewer. */
function putPicks(name: string, data: unknown, to: Target): void {
  itemsOf(data).forEach((block, index) => {
    for (const end of ENDS) put(`${name}.${index + 1}.${end}`, [givenIn(field(block, end), "item")], to);
  });
}

/** A state, and the value under its name: none unless there is an answer. */
function stated(name: string, given: string | undefined): { state: string; [value: string]: unknown } {
  if (given === undefined || isState(given)) return { state: given ?? "unanswered", [name]: name === "order" ? [] : null };
  const value = name === "value" ? Number(given) : name === "order" ? given.split(",") : name === "yes" ? given === name : given;
  return { state: "answered", [name]: value };
}

/** The value of that name as a form has it, or the state in its place; undefined without an answer, null for one that cannot be read. */
function givenIn(data: unknown, name: string): unknown {
  const state = field(data, "state");
  if (state === undefined || state === "unanswered") return undefined;
  if (state !== "answered") return isState(state) ? state : null;
  const value = field(data, name);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return `${value}`;
  return Array.isArray(value) ? value.filter((each) => typeof each === "string").join() : value;
}
