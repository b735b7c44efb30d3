/**
 * What a record from outside comes to on the page of an aid: a state that can take the place of the page's own, or why
 * nothing changes.
 *
 * Nobody's answers are taken for somebody else's: a helper's own stay a helper's, and what is made up is nobody's.
 */
import type { Say } from "../handover/messages.ts";
import { isMadeUp } from "../record/made-up.ts";
import { answersIn, statementOf } from "../record/record.ts";
import { ownCopyIn } from "../handover/record-file.ts";
import { inAnyText } from "../handover/undone.ts";
import type { Said } from "../keeping/entry.ts";
import type { Answers, Page } from "../record/answers.ts";
import { idsIn } from "../record/labels.ts";
import type { Record as Handed } from "../record/record-types.ts";
import type { Fault, Opened, Read } from "../incoming/read-types.ts";
import { HELPER, ROLE } from "./helper.ts";
import type { AnswerWords } from "./in-words.ts";
import { readOwnCopy } from "./own-copy.ts";
import { decodeState, readKeptBack, readSaved } from "./session.ts";
import type { State } from "./store.ts";

type BackKey = Parameters<Say<"back">>[0];

/** A sentence by its key, with what stands in its places. */
export interface Told {
  readonly key: BackKey;
  readonly values?: Readonly<Record<string, string>>;
}

/** Why nothing changes. `leads`: where it can be opened, or what to do. */
export interface Refused {
  readonly told: readonly Told[];
  /** What was written in it, where nothing else can be read. */
  readonly own: readonly string[];
  readonly leads: "fault.plan.link" | "fault.other_aid.link" | "fault.helper.link" | null;
}

/** Answers that can take the place of those of the page. */
export interface Brought {
  readonly state: Omit<State, "visited">;
  /** When they were saved, as the record says; empty: it says none. */
  readonly updated: string;
  readonly isFromPaper: boolean;
  /** What to know of them. */
  readonly notes: readonly Told[];
  /** What was answered where the question reads otherwise now, or is not there any more, in the words of then. */
  readonly before: readonly Said[];
}

type Readable = Exclude<Read, { locked: unknown }>;

/** What of an answer is in words, where the page has its question in others. */
export type InWords = Pick<AnswerWords, "question" | "answer" | "asSaid">;

/** How a plan is known that stands in a file. */
const PLAN_TRACE = /decisionaid[.-]plan\b/;
/** What a code is told otherwise than a file. */
const OF_CODES: readonly string[] = ["not_ours", "damaged", "two"];

/** `text`: what was read; `partName`: the name of a part that was not shared. */
export function broughtBack(read: Readable, text: string, isFile: boolean, page: Page, here: Answers, partName: (part: string) => string, words: InWords): Refused | Brought {
  if ("fault" in read) return read.fault === "own_copy" ? ofOwnCopy(text, page, here, partName) : unread(read.fault, text, isFile);
  if ("without" in read) return withoutWords(read.without, page);
  return ofRecord(read.opened, page, here, partName, words);
}

function refused(key: BackKey, values: Told["values"] = {}, leads: Refused["leads"] = null, own: readonly string[] = []): Refused {
  return { told: [{ key, values }], own, leads };
}

function unread(fault: Exclude<Fault, "own_copy">, text: string, isFile: boolean): Refused {
  const isPlan = fault === "plan" || ((fault === "not_ours" || fault === "damaged") && PLAN_TRACE.test(text));
  if (isPlan) return refused("fault.plan", {}, "fault.plan.link");
  return refused(!isFile && OF_CODES.includes(fault) ? `code.${fault as "two"}` : `fault.${fault}`);
}

function withoutWords({ aid, version, own, helper, view }: Extract<Readable, { without: unknown }>["without"], { aid: ours }: Page): Refused {
  if (aid !== ours.id) return refused("fault.other_aid", { title: aid }, "fault.other_aid.link");
  return refused("fault.without", { version }, null, [...own, helper, view].filter(Boolean));
}

function ofRecord({ record, isAltered, left }: Opened, page: Page, here: Answers, partName: (part: string) => string, words: InWords): Refused | Brought {
  if (record.aid.id !== page.aid.id) return refused("fault.other_aid", { title: record.aid.title }, "fault.other_aid.link");
  if (isMadeUp(record)) return refused("fault.made_up");
  const isHelpers = record.filled_in_by.role === HELPER[0];
  const others = ofOther(isHelpers, here);
  if (others) return others;
  const { answers, changed, isPartial, isOlderAid } = answersIn(record, page);
  const questions = changed.join("; ");
  if (!hasOwn(answers)) return changed.length > 0 ? refused("fault.changed", { questions }) : refused("fault.empty");
  const isFromPaper = record.paper !== undefined;
  return {
    state: {
      answers,
      keptBack: readKeptBack(record.kept_back),
      // What is made of it here was not typed in from the paper: it is another record, and never takes the place of that one.
      saved: isFromPaper ? null : readSaved(record),
      isHandedOver: true,
    },
    updated: record.updated,
    isFromPaper,
    notes: [
      ...told(isAltered || left.length > 0, "done.altered"),
      ...told(isPartial, "done.partly"),
      ...told(isOlderAid, "done.older_aid"),
      ...told(isFromPaper, "done.from_paper"),
      ...told(isHelpers, "done.helper"),
      ...told(record.filled_in_by.role === "carer" || record.filled_in_by.role === "patient_with_help", "done.helped"),
      ...told(isAnyUnshared(answers, page), "done.unshared"),
      ...told(record.kept_back.length > 0, "done.not_shared", { parts: record.kept_back.map(partName).join("; ") }),
      // Last: questions end as they like.
      ...told(changed.length > 0, "done.reasked", { questions }),
    ],
    before: changed.length > 0 ? beforeIn(record, answers, words) : [],
  };
}

/** Whether a question whose answer is shared only when asked to may have been answered: no record says so. */
function isAnyUnshared(answers: Answers, { fields }: Page): boolean {
  const isHere = (of: string): boolean => [...answers.keys()].some((name) => `${name}.`.startsWith(`${of}.`));
  return [...fields.keys()].some((name) => name.startsWith("share.") && !isHere(name.replace("share.", "values.")));
}

/** A person's own copy: all that they said, and which parts they do not share. */
function ofOwnCopy(text: string, page: Page, here: Answers, partName: (part: string) => string): Refused | Brought {
  const found = readOwnCopy(inAnyText(text, ownCopyIn) ?? "", page.aid.id);
  if (found === null) return refused("fault.other_copy", {}, "fault.other_aid.link");
  if (found.kind !== "entry") return refused(found.kind === "newer" ? "fault.newer" : "fault.damaged");
  const { entry, isDamaged } = found;
  const { state: { visited, ...state }, notes } = decodeState(entry.state, page, []);
  const { answers, keptBack } = state;
  const isHelpers = answers.get(ROLE)?.[0] === HELPER[0];
  const others = ofOther(isHelpers, here);
  if (others) return others;
  const isNoted = (key: (typeof notes)[number]["key"]): boolean => notes.some((each) => each.key === key);
  const questions = notes.flatMap((each) => each.questions).join("; ");
  if (!hasOwn(answers)) return questions ? refused("fault.changed", { questions }) : refused("fault.empty");
  return {
    state: { ...state, isHandedOver: true },
    updated: instantOf(entry.changed),
    isFromPaper: false,
    notes: [
      ...told(isDamaged, "done.altered"),
      ...told(isNoted("kept.partly"), "done.partly"),
      ...told(isNoted("kept.changed"), "done.older_aid"),
      ...told(isHelpers, "done.helper"),
      ...told(keptBack.length > 0, "done.own_copy", { parts: keptBack.map(partName).join("; ") }),
      ...told(questions !== "", "done.reasked", { questions }),
    ],
    before: entry.said.filter(({ name }) => !answers.has(name)),
  };
}

/** As a record says it; empty: no calendar has it. */
function instantOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

function told(isSo: boolean, key: BackKey, values: Told["values"] = {}): Told[] {
  return isSo ? [{ key, values }] : [];
}

/** Nobody's answers are taken for somebody else's. */
function ofOther(isHelpers: boolean, here: Answers): Refused | null {
  const isHelpersPage = here.get(ROLE)?.[0] === HELPER[0];
  if (isHelpers && !isHelpersPage) return refused("fault.helper", {}, "fault.helper.link");
  return isHelpersPage && !isHelpers ? refused("fault.person") : null;
}

/** What a record says that the page has no answer for, in the words that it brought along. */
function beforeIn(record: Handed, answers: Answers, words: InWords): Said[] {
  const labels = new Map(Object.entries(record.words));
  return (["values", "knowledge"] as const).flatMap((part) =>
    record[part].flatMap((given) => {
      const [name, place] = [`${part}.${given.id}`, `${part}/${given.id}`];
      const isHere = [...answers.keys()].some((each) => `${each}.`.startsWith(`${name}.`));
      if (given.state === "unanswered" || isHere) return [];
      const ids = given.state === "answered" ? idsIn(given) : [given.state];
      const answer = ids.map((id) => (labels.has(`${place}/${id}`) ? words.asSaid(name, labels.get(`${place}/${id}`) ?? "") : words.answer(name, [id]))).join("; ");
      return answer ? [{ name, question: labels.get(place) ?? words.question(name), answer }] : [];
    }),
  );
}

/**
 * Answers as they come back from a record: lines with single spaces, own questions one after the other.
 *
 * Beside what came from one, nothing differs that nobody said. What is not shared stays as it is.
 */
export function asInRecord(answers: Answers, page: Page): Answers {
  const back = answersIn(statementOf(answers, page), page).answers;
  return new Map([...back, ...[...answers].filter(([name]) => name.startsWith("values.") && !back.has(name))]);
}

/** Whether anything was answered; that a page is for a helper's own answers is none. */
export function hasOwn(answers: Answers): boolean {
  return [...answers].some(([name, values]) => name !== ROLE || values[0] !== HELPER[0]);
}
