/**
 * What a record says, as places in lists and as texts: one walk that writes a record and reads one.
 *
 * The lists are those of the model and of the words of the aid, in their order, so a number is all that has
 * to be carried. In reading, what is given in is nothing, and each place and text comes from the coder. The
 * same as `decisionaid/record/said.py`: the order of the lines is the format `decisionaid.compact/1`.
 */
import { COMMUNICATION } from "../../generated/record-lists.ts";
import type { AidWords, LabelledItem } from "../../generated/words.ts";
import { UNCLEAR } from "./answers.ts";
import { answersTo } from "./labels.ts";
import { Damaged } from "./bytes.ts";
import { PART_NAMES } from "./kept-back.ts";
import type { FromPaper, KnowledgeAnswer, Record, ValuesAnswer } from "./record-types.ts";
import { line } from "./text.ts";

export interface Coder {
  /** A place among so many; in writing `place` itself, and a fault where it is none of them. */
  at(count: number, place: number): number;
  /** A text of the person's own. */
  own(text: string): string;
  /** A sentence that the page said. */
  seen(text: string): string;
}

/** All that a record says but what names it, and its labels. */
export type Said = Omit<Record, "format" | "id" | "rev" | "created" | "updated" | "stage" | "aid" | "words" | "crc32"> & {
  aid: Pick<Record["aid"], "status" | "clock" | "computes">;
};
type State = ValuesAnswer["state"];
type Given = { readonly [name: string]: unknown };

const STATES: readonly State[] = ["unanswered", "unsure", "not_applicable", "prefer_not_to_say"];
const TYPED_BY = ["unanswered", "receptionist", "nurse", "doctor", "other_staff", "someone_else"] as const;
const STATUSES = ["draft", "demonstration", "published", "withdrawn"] as const;
const CLOCKS = [null, "current", "due", "overdue", "expired", "withdrawn"] as const;
const COMPUTES = ["none", "arithmetic-display"] as const;
const ROLES = ["unanswered", "patient", "patient_with_help", "carer"] as const;
const STAGES = ["unanswered", "decided_for_now", "leaning", "need_time", "want_advice", "want_other_help", "rather_not_decide"] as const;
const DECIDERS = ["unanswered", "myself", "together", "clinician", "someone_else", "unsure"] as const;
const READINESS = ["sure", "informed", "clear", "supported"] as const;
const KINDS = ["alike", "apart", "order", "circle", "highest", "toward"] as const;
const RATINGS = Array.from({ length: 11 }, (_, n) => n);
const PLACES = [-3, -2, -1, 0, 1, 2, 3];
/** The limits of the model. */
const [MOST_CONCERNS, MOST_OWN, MOST_NOTED, MOST_BLOCKS, MOST_IN_BLOCK] = [5, 30, 20, 12, 5];
const OWN_QUESTIONS = 3;
/** Texts of who typed it in, and of the day on the paper: first in the layout that has them. */
export const PAPER_TEXTS = 2;

/** What a form on paper asks that has no state of its own in a record, in the order of a token. */
export function unclearPlaces({ red_flags, to_ask, ideas }: AidWords): string[] {
  const numbered = (name: string, most: number): string[] => Array.from({ length: most }, (_, n) => `${name}/${n + 1}`);
  return [
    ...["role", "helper", "view"].map((each) => `filled_in_by/${each}`),
    ...COMMUNICATION.map((each) => `communication/${each}`),
    ...idsOf(red_flags).map((each) => `red_flags/${each}`),
    "what_matters",
    ...numbered("own_concerns", MOST_CONCERNS),
    ...idsOf(to_ask).map((each) => `questions/${each}`),
    ...numbered("own_questions", OWN_QUESTIONS),
    ...["stage", "role"].map((each) => `leaning/${each}`),
    ...idsOf(ideas).map((each) => `ideas/${each}`),
    "own_ideas/1",
  ];
}

/** Whether a record says what the first layout of a token has no place for. */
export function isWide({ paper, filled_in_by: { role } }: Pick<Record, "paper" | "filled_in_by">): boolean {
  return paper !== undefined || role === "helper";
}

/** `from`: what is written; null: it is read. `day`: the day by UTC, and the days beside it. `wide`: the layout that knows of paper and of a helper's own record. */
export function walked(coder: Coder, words: AidWords, days: readonly string[], from: Said | null, wide: boolean): Said {
  const states = wide ? [...STATES, ...UNCLEAR] : STATES;
  const given = from as Given | null;
  const one = <T>(all: readonly T[], value: unknown): T => all[coder.at(all.length, all.indexOf(value as T))] as T;
  const is = (value: unknown): boolean => one([false, true], value);
  const part = (name: string, of: unknown = given): unknown => (of as Given | null)?.[name];
  const list = (name: string): readonly Given[] => (part(name) as readonly Given[] | undefined) ?? [];
  const ticked = <T>(all: readonly T[], isTicked: (each: T) => boolean): T[] => all.filter((each) => is(isTicked(each)));
  const many = (most: number, count: number): undefined[] => Array<undefined>(coder.at(most + 1, count)).fill(undefined);

  // These three come first, in this order.
  const aid = { status: one(STATUSES, from?.aid.status), clock: one(CLOCKS, from?.aid.clock), computes: one(COMPUTES, from?.aid.computes) };
  const day = one(days, from?.day);
  const kept_back = is(list("kept_back").length > 0) ? ticked(PART_NAMES, (name) => list("kept_back").includes(name as never)) : [];
  const paper = wide ? paperOf() : undefined;
  const shared = <T>(name: (typeof PART_NAMES)[number], empty: T, made: () => T): T => (kept_back.includes(name) ? empty : made());

  /** An answer or a state, under a name. */
  const answer = <Name extends string>(name: Name, all: readonly unknown[], said: unknown): { state: State } & { [name in Name]: never } => {
    const state = part("state", said);
    const place = state === "answered" ? all.indexOf(part(name, said)) : states.indexOf(state as State);
    const at = coder.at(states.length + all.length, state === "answered" && place >= 0 ? states.length + place : place);
    const isAnswered = at >= states.length;
    return { state: isAnswered ? "answered" : states[at], [name]: isAnswered ? all[at - states.length] : null } as never;
  };
  /** Answers to those questions that the record has at all. */
  const answers = <Asked extends { readonly id: string }, T>(name: string, asked: readonly Asked[], made: (each: Asked, said: unknown) => T): T[] => {
    const said = asked.map((each) => list(name).find(({ id }) => id === each.id));
    const isWhole = is(!said.includes(undefined));
    return asked.flatMap((each, index) => (isWhole || is(said[index] !== undefined) ? [made(each, said[index])] : []));
  };
  const ordered = (items: readonly string[], said: unknown): { state: State; order: string[] } => {
    const order = (part("order", said) as readonly string[] | undefined) ?? [];
    const { state, count } = counted(order.length, items.length, said);
    const left = [...items];
    return { state, order: Array.from({ length: count }, (_, place) => left.splice(coder.at(left.length, left.indexOf(order[place] ?? "")), 1)[0] ?? "") };
  };
  const picked = (items: readonly string[], said: unknown): { state: State; blocks: unknown[] } => {
    const blocks = (part("blocks", said) as readonly Given[] | undefined) ?? [];
    const { state, count } = counted(blocks.length, MOST_BLOCKS, said);
    return {
      state,
      blocks: Array.from({ length: count }, (_, place) => {
        const block = blocks[place];
        const shown = (part("items", block) as readonly string[] | undefined) ?? [];
        const of = many(MOST_IN_BLOCK, shown.length).map((_none, index) => one(items, shown[index]));
        return { items: of, most: answer("item", of, part("most", block)), least: answer("item", of, part("least", block)) };
      }),
    };
  };
  /** A state, or how many there are. */
  function counted(count: number, most: number, said: unknown): { state: State; count: number } {
    const lengths = Array.from({ length: most }, (_, index) => index + 1);
    const { state, count: found } = answer("count", lengths, from && { state: part("state", said), count });
    return { state, count: found ?? 0 };
  }
  const listed = (name: string, items: readonly LabelledItem[]): { id: string | null; text: string }[] => {
    const [all, own] = [list(name), list(name).filter(({ id }) => id === null)];
    return [
      ...ticked(items, (item) => all.some(({ id }) => id === item.id)).map(({ id, text }) => ({ id, text: line(text) })),
      ...many(MOST_OWN, own.length).map((_, index) => ({ id: null, text: coder.own(String(own[index]?.["text"])) })),
    ];
  };
  const valueOf = ({ kind, items = [], ...asked }: NonNullable<AidWords["questions"]>[number], said: unknown): object => {
    switch (kind) {
      case "importance":
        return answer("value", RATINGS, said);
      case "balance":
        return answer("value", PLACES, said);
      case "choice":
        return answer("chosen", items.map(({ id }) => id), said);
      case "ranking":
        return ordered(items.map(({ id }) => id), said);
      case "picks":
        return picked(answersTo({ ...asked, kind, items }).map(({ id }) => id), said);
    }
  };

  /** Its words first of all: they are not the person's. */
  function paperOf(): FromPaper | undefined {
    const said = from?.paper;
    const isFromPaper = is(said !== undefined);
    const [by, written] = [coder.own(said?.words ?? ""), coder.own(said?.written ?? "")];
    if (!isFromPaper) {
      if (by || written) throw new Damaged("paper");
      return undefined;
    }
    const typed_by = one(TYPED_BY, said?.typed_by ?? "unanswered");
    const unclear = unclearPlaces(words).flatMap((place) => {
      const state = one(["", ...UNCLEAR] as const, said?.unclear.find((each) => each.place === place)?.state ?? "");
      return state === "" ? [] : [{ place, state }];
    });
    return { typed_by, words: by, written, unclear };
  }

  return {
    aid,
    day,
    kept_back,
    ...(paper && { paper }),
    filled_in_by: shared("filled_in_by", { role: "unanswered", helper: "", view: "" }, () => ({
      role: one(wide ? [...ROLES, "helper" as const] : ROLES, from?.filled_in_by.role),
      helper: coder.own(String(from?.filled_in_by.helper)),
      view: coder.own(String(from?.filled_in_by.view)),
    })),
    communication: shared("communication", [], () => ticked(COMMUNICATION, (each) => list("communication").includes(each as never))),
    stratum: shared("stratum", { state: "unanswered", stratum: null as never }, () => answer("stratum", idsOf(words.strata), from?.stratum)),
    red_flags: shared("red_flags", [], () => ticked(idsOf(words.red_flags), (id) => list("red_flags").includes(id as never))),
    values: shared("values", [], () =>
      answers("values", words.questions ?? [], (each, said) => ({ id: each.id, kind: each.kind, wording: each.wording, ...valueOf(each, said) }) as ValuesAnswer),
    ),
    what_matters: shared("what_matters", "", () => coder.own(String(from?.what_matters))),
    own_concerns: shared("own_concerns", [], () =>
      many(MOST_CONCERNS, list("own_concerns").length).map((_, index) => {
        const said = list("own_concerns")[index];
        return { text: coder.own(String(said?.["text"])), ...answer("value", RATINGS, said) };
      }),
    ),
    knowledge: shared("knowledge", [], () =>
      answers("knowledge", words.checks ?? [], ({ id, wording, answers: all }, said): KnowledgeAnswer => ({ id, wording, ...answer("answer", idsOf(all), said) })),
    ),
    questions: shared("questions", [], () => listed("questions", words.to_ask ?? [])),
    ideas: shared("ideas", [], () => listed("ideas", words.ideas ?? [])),
    leaning: shared("leaning", { state: "unanswered", option: null as never, stage: "unanswered", role: "unanswered" }, () => ({
      ...answer("option", idsOf(words.options), from?.leaning),
      stage: one(STAGES, from?.leaning.stage),
      role: one(DECIDERS, from?.leaning.role),
    })),
    readiness: shared("readiness", [], () =>
      answers("readiness", READINESS.map((id) => ({ id })), ({ id }, said) => ({ id, ...answer("yes", [true, false], said) })),
    ),
    noted: many(MOST_NOTED, list("noted").length).map((_, index) => ({
      kind: one(KINDS, list("noted")[index]?.["kind"]),
      text: coder.seen(String(list("noted")[index]?.["text"])),
    })),
  };
}

function idsOf(items: readonly LabelledItem[] = []): string[] {
  return items.map(({ id }) => id);
}
