/**
 * Read a plan from outside: found in a file, kept where that is safe, and refused with its place where it is not.
 *
 * The same as `plan/reading.py`, which says why less is kept than of a record.
 */
import type { Plan } from "../../generated/plan.ts";
import validate from "../../generated/plan-validator.js";
import { type Fault, type Kind } from "../handover/record-file.ts";
import { recordInAnyText } from "../handover/undone.ts";
import { field } from "../record/field.ts";
import { migrated } from "../record/migrated.ts";
import { clean, line } from "../record/text.ts";
import { faultsIn, type PlanFault } from "./faults.ts";
import { compact, MAX_PLAN_BYTES, sealed } from "./written.ts";

const NOW = 1;

const HEAD = ["format", "id", "rev", "created", "updated", "language", "follows", "part", "doubtful", "crc32"];
/** Parts of which nothing may be missing. */
const HELD = ["people", "visits", "conditions", "needs", "decisions", "goals", "actions", "budgets", "agreed", "shared", "reviews"];
/** Parts whose entries stand for themselves. */
const NOTES = ["communication", "about_me", "going_well", "strengths", "questions", "by_myself", "learnt", "results", "write_down", "if_worse", "copies"];
const FIELDS: ReadonlySet<string> = new Set([...HEAD, ...HELD, ...NOTES]);
/** What stands whole in a plan that was cut, or it is not read. */
const BEFORE_A_CUT = ["people", "visits", "decisions", "goals", "actions"];

/** Characters of the name of a part that are shown. */
const MOST_NAME = 80;
const MOST_ID = 64;
/** Looked for in a plan that is too large to be parsed. */
const NUMBER = /"format"[ \t\r\n]*:[ \t\r\n]*"decisionaid\.plan\/([1-9][0-9]{0,8})"/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 1e9;

const PLAN: Kind = {
  start: /<script\b[^>]{0,300}?\bid\s*=\s*["']?decisionaid-plan\b[^>]{0,300}>/i,
  mark: /<meta\b[^>]{0,300}?\bcontent\s*=\s*["']?decisionaid plan\b/i,
  written: /"format"[ \t\r\n]*:[ \t\r\n]*"decisionaid\.plan\//,
  trace: /decisionaid[.-]plan/,
  most: MAX_PLAN_BYTES,
  migrated: (data) => migrated(data, {}, NOW, "plan"),
};

export interface PlanRead {
  plan: Plan;
  /** Parts that were left out, as paths made safe to show. */
  left: string[];
  /** Whether something was changed or lost on the way: the check number does not fit. */
  isAltered: boolean;
}

export interface PlanRefused {
  fault: Fault | "doubled" | "form" | "claim";
  place: string;
  /** All that cannot be, by their places. */
  claims: PlanFault[];
}

type Data = { [name: string]: unknown };

/** The plan in the text of a file, or why it is not taken. */
export function readPlan(text: string): PlanRead | PlanRefused {
  const found = recordInAnyText(text, PLAN);
  if ("fault" in found) return refused(found.fault === "too_large" && isNewer(text) ? "newer" : found.fault);
  const [doubled] = found.doubled;
  if (doubled !== undefined) return refused("doubled", shown(doubled));
  const left: string[] = [];
  const data = known(found.data, left);
  if (found.isMended && !isCutBehind(data, left)) return refused("damaged");
  for (const name of HELD) {
    const place = faultIn(name, data);
    if (place !== null) return refused("form", place);
  }
  for (const name of NOTES) keepSound(name, data, left);
  // Of what was changed once more nobody knows which of it was sound.
  if (found.isAltered) delete data["doubtful"];
  const whole: unknown = { ...data, crc32: "00000000" };
  // All that is left is what names a plan, and without it nobody knows whose it is.
  if (!validate(whole)) return refused("damaged");
  const claims = faultsIn(whole);
  if (claims[0]) return refused("claim", claims[0].path, claims);
  return { plan: sealed(compact(whole), found.isAltered), left, isAltered: found.isAltered };
}

/**
 * Whether a text says of itself that it is a plan of a newer format; nothing else of it is looked at.
 *
 * Within what somebody said a quote is always escaped, so it is the plan that says so.
 */
function isNewer(text: string): boolean {
  return Number(NUMBER.exec(text)?.[1] ?? NOW) > NOW;
}

function refused(fault: PlanRefused["fault"], place = "", claims: PlanFault[] = []): PlanRefused {
  return { fault, place, claims };
}

/** The parts that a plan has, every text of them safe to show. */
function known(data: object, left: string[]): Data {
  const names = Object.keys(data);
  left.push(...names.filter((name) => !FIELDS.has(name)).sort().map(shown));
  return Object.fromEntries(names.filter((name) => FIELDS.has(name)).map((name) => [name, cleaned(field(data, name))]));
}

function cleaned(data: unknown): unknown {
  if (typeof data === "string") return clean(data, LONGEST).trim();
  if (Array.isArray(data)) return data.map(cleaned);
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([name, part]) => [name, cleaned(part)]));
}

/** Name the part where a plan was cut, and leave it out if nothing of it may be missing; whether enough stands before it. */
function isCutBehind(data: Data, left: string[]): boolean {
  const names = Object.keys(data);
  const last = names.pop();
  if (last === undefined || !BEFORE_A_CUT.every((name) => names.includes(name))) return false;
  if (HELD.includes(last)) delete data[last];
  left.push(last);
  return true;
}

/** Where a part has not its form; null: nowhere. */
function faultIn(name: string, data: Data): string | null {
  if (!(name in data)) return null;
  const entries = data[name];
  const place = Array.isArray(entries) ? entries.findIndex((each: unknown) => !fits(name, [each])) : -1;
  if (Array.isArray(entries) && place >= 0) return `${name}/${named(entries[place], place)}`;
  return fits(name, entries) ? null : name;
}

function named(entry: unknown, place: number): string {
  const id = field(entry, "id");
  return typeof id === "string" && id.length <= MOST_ID && ID.test(id) ? id : String(place);
}

/** Leave out the entries of a part that have not their form. */
function keepSound(name: string, data: Data, left: string[]): void {
  if (!(name in data)) return;
  const entries = data[name];
  if (Array.isArray(entries)) {
    const sound = entries.map((each: unknown) => fits(name, [each]));
    data[name] = entries.filter((_, place) => sound[place]);
    left.push(...sound.flatMap((isSound, place) => (isSound ? [] : [`${name}/${place}`])));
  }
  if (fits(name, data[name])) return;
  delete data[name];
  left.push(name);
}

const NOTHING_SAID = {
  format: "decisionaid.plan/1",
  id: "0".repeat(32),
  created: "2026-01-01T00:00:00Z",
  updated: "2026-01-01T00:00:00Z",
  language: "en",
  people: [{ id: "me", role: "me" }],
  crc32: "00000000",
};

function fits(name: string, part: unknown): boolean {
  return validate({ ...NOTHING_SAID, [name]: part }) && saysOneThing(part);
}

/** What the schema does not say: an answer has a number, a decision an option, and a time a day or words. */
export function saysOneThing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(saysOneThing);
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([name, part]) => isSound(name, part) && saysOneThing(part));
}

function isSound(name: string, part: unknown): boolean {
  if (name === "importance" || name === "confidence") {
    return (part as Data[]).every(({ state, value = null }) => (state === "answered") === (value !== null));
  }
  if (name === "became") {
    return (part as Data[]).every(({ option = null, option_name: words = "", state }) => {
      const hasOne = state === "decided" || state === "stopped";
      return (words !== "") === hasOne && (option === null || words !== "");
    });
  }
  const isTime = name === "when" || name === "look_again" || name === "review";
  return !isTime || part === null || Boolean((part as Data)["on"] || (part as Data)["words"]);
}

function shown(name: string): string {
  return line(name, MOST_NAME);
}
