/** The state as text for this tab's storage, and back: what comes back is not trusted. */
import type { AidWords } from "../../generated/words.ts";
import { accepted, type Page } from "../record/answers.ts";
import type { Worth } from "../keeping/entry.ts";
import { field, isOtherNumber, parsed } from "../record/field.ts";
import type { PartName } from "../record/record-types.ts";
import { EMPTY, type Saved, type State } from "./store.ts";

export const FORMAT = "decisionaid.answers/1";
/** Characters of stored text that are read at all; a full page needs a tenth. */
const MOST = 65_536;
/** As many parts as a record has. */
const MOST_PARTS = 12;

/** What was found, and what to tell the person about it. */
export interface Restored {
  state: State;
  notes: { key: "kept.unreadable" | "kept.partly" | "kept.changed" | "kept.here" | "kept.reasked"; questions: string[] }[];
}

export function storageKey(aid: string): string {
  return `decisionaid.answers/${aid}`;
}

export function encodeState(state: State, { aid, words }: Page): string {
  return JSON.stringify({
    format: FORMAT,
    aid: aid.id,
    sha256: aid.source_sha256,
    wording: Object.fromEntries([...worded(words)].map(([name, { wording }]) => [name, wording])),
    kept_back: state.keptBack,
    visited: [...state.visited],
    saved: state.saved,
    handed: state.isHandedOver,
    answers: Object.fromEntries(state.answers),
  });
}

/** What the page of an aid makes of such a text that was kept somewhere; empty: there was nothing in it. */
export function worthOf(text: string, aid: string): Worth {
  const data = parsed(text, MOST);
  const format = field(data, "format");
  if (text === "" || (format === FORMAT && field(data, "aid") === aid)) return "ours";
  return isOtherNumber(format, FORMAT) ? "newer" : "unreadable";
}

/** Read stored text; `steps` are the steps of this page. Anything at all may stand there. */
export function decodeState(text: string, page: Page, steps: readonly string[]): Restored {
  const { aid } = page;
  const data = parsed(text, MOST);
  if (field(data, "format") !== FORMAT || field(data, "aid") !== aid.id) {
    return { state: EMPTY, notes: [{ key: "kept.unreadable", questions: [] }] };
  }
  const { answers, changed, isPartial } = readAnswers(data, page);
  const visited = field(data, "visited");
  const state: State = {
    answers,
    keptBack: readKeptBack(field(data, "kept_back")),
    visited: new Set(Array.isArray(visited) ? steps.filter((step) => visited.includes(step)) : []),
    saved: readSaved(field(data, "saved")),
    isHandedOver: field(data, "handed") === true,
  };
  const notes: Restored["notes"] = [];
  const note = (key: Restored["notes"][number]["key"], questions: string[] = []): unknown => notes.push({ key, questions });
  const isOtherText = field(data, "sha256") !== aid.source_sha256 && answers.size > 0;
  if (isOtherText || changed.length > 0) note("kept.changed");
  if (isPartial) note("kept.partly");
  else if (isOtherText && changed.length === 0) note("kept.here");
  // Last: questions end as they like.
  if (changed.length > 0) note("kept.reasked", changed);
  return { state, notes };
}

/** The answers that this page knows, and whose question reads as it did then. */
function readAnswers(data: unknown, { words, fields }: Page): {
  answers: Map<string, string[]>;
  changed: string[];
  isPartial: boolean;
} {
  const stored = field(data, "answers");
  const answers = new Map<string, string[]>();
  const changed = new Set<string>();
  const now = worded(words);
  const isObject = stored !== null && typeof stored === "object" && !Array.isArray(stored);
  let isPartial = !isObject;
  for (const [name, values] of Object.entries(isObject ? stored : {}) as [string, unknown][]) {
    // A box that was ticked belongs to the question as it was read then.
    const question = name.replace(/\.state$/, "").replace(/^share\./, "values.");
    const asked = now.get(question);
    const isReworded = asked !== undefined && asked.wording !== field(field(data, "wording"), question);
    const kept = isReworded ? null : accepted(fields.get(name), values);
    if (isReworded) changed.add(asked.title ?? asked.statement ?? "");
    else if (kept !== null) answers.set(name, kept);
    else isPartial = true;
    isPartial ||= kept !== null && kept.length < (values as unknown[]).length;
  }
  return { answers, changed: [...changed], isPartial };
}

interface Worded {
  wording: string;
  title?: string;
  statement?: string;
}

/** The questions that have a wording, by the names of their answers. */
function worded({ questions = [], checks = [] }: AidWords): Map<string, Worded> {
  return new Map<string, Worded>([
    ...questions.map((question) => [`values.${question.id}`, question] as const),
    ...checks.map((check) => [`knowledge.${check.id}`, check] as const),
  ]);
}

/** The names of parts that are not shared; what is no name of a part keeps nothing back. */
export function readKeptBack(data: unknown): PartName[] {
  return Array.isArray(data) ? data.filter((each): each is PartName => typeof each === "string").slice(0, MOST_PARTS) : [];
}

/** Names a saved file; null when any part is not as we write it. */
export function readSaved(data: unknown): Saved | null {
  const [id, rev, created] = [field(data, "id"), field(data, "rev"), field(data, "created")];
  if (typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id)) return null;
  if (typeof created !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) return null;
  return Number.isInteger(rev) && Number(rev) >= 1 && Number(rev) < 1_000_000
    ? { id, rev: Number(rev), created }
    : null;
}
