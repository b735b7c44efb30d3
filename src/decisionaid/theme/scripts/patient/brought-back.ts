/**
 * What a record from outside comes to on the page of an aid: a state that can take the place of the page's own, or why
 * nothing changes.
 *
 * Nobody's answers are taken for somebody else's: a helper's own stay a helper's, and what is made up is nobody's.
 */
import type { Say } from "../handover/messages.ts";
import { isMadeUp } from "../record/made-up.ts";
import { answersIn, statementOf } from "../record/record.ts";
import type { Answers, Page } from "../record/answers.ts";
import type { Opened, Read } from "../incoming/read-types.ts";
import { HELPER, ROLE } from "./helper.ts";
import { readKeptBack, readSaved } from "./session.ts";
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
}

type Readable = Exclude<Read, { locked: unknown }>;

/** How a plan is known that stands in a file. */
const PLAN_TRACE = /decisionaid[.-]plan\b/;
/** What a code is told otherwise than a file. */
const OF_CODES: readonly string[] = ["not_ours", "damaged", "two"];

/** `text`: what was read; `partName`: the name of a part that was not shared. */
export function broughtBack(read: Readable, text: string, isFile: boolean, page: Page, here: Answers, partName: (part: string) => string): Refused | Brought {
  if ("fault" in read) return unread(read.fault, text, isFile);
  if ("without" in read) return withoutWords(read.without, page);
  return ofRecord(read.opened, page, here, partName);
}

function refused(key: BackKey, values: Told["values"] = {}, leads: Refused["leads"] = null, own: readonly string[] = []): Refused {
  return { told: [{ key, values }], own, leads };
}

function unread(fault: Extract<Readable, { fault: unknown }>["fault"], text: string, isFile: boolean): Refused {
  const isPlan = fault === "plan" || ((fault === "not_ours" || fault === "damaged") && PLAN_TRACE.test(text));
  if (isPlan) return refused("fault.plan", {}, "fault.plan.link");
  return refused(!isFile && OF_CODES.includes(fault) ? `code.${fault as "two"}` : `fault.${fault}`);
}

function withoutWords({ aid, version, own, helper, view }: Extract<Readable, { without: unknown }>["without"], { aid: ours }: Page): Refused {
  if (aid !== ours.id) return refused("fault.other_aid", { title: aid }, "fault.other_aid.link");
  return refused("fault.without", { version }, null, [...own, helper, view].filter(Boolean));
}

function ofRecord({ record, isAltered, left }: Opened, page: Page, here: Answers, partName: (part: string) => string): Refused | Brought {
  if (record.aid.id !== page.aid.id) return refused("fault.other_aid", { title: record.aid.title }, "fault.other_aid.link");
  if (isMadeUp(record)) return refused("fault.made_up");
  const [isHelpers, isHelpersPage] = [record.filled_in_by.role === HELPER[0], here.get(ROLE)?.[0] === HELPER[0]];
  if (isHelpers && !isHelpersPage) return refused("fault.helper", {}, "fault.helper.link");
  if (isHelpersPage && !isHelpers) return refused("fault.person");
  const { answers, changed, isPartial, isOlderAid } = answersIn(record, page);
  const questions = changed.join("; ");
  if (!hasOwn(answers)) return changed.length > 0 ? refused("fault.changed", { questions }) : refused("fault.empty");
  const isFromPaper = record.paper !== undefined;
  const told = (isSo: boolean, key: BackKey, values: Told["values"] = {}): Told[] => (isSo ? [{ key, values }] : []);
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
      ...told(record.kept_back.length > 0, "done.not_shared", { parts: record.kept_back.map(partName).join("; ") }),
      // Last: questions end as they like.
      ...told(changed.length > 0, "done.reasked", { questions }),
    ],
  };
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
