/** A record from outside: checked, its readable parts kept, whole and safe to show. */
import { shape } from "../../generated/record-shape.ts";
import validate from "../../generated/record-validator.js";
import { ALTERED, canonicalJson } from "./canonical.ts";
import { field } from "./field.ts";
import { isLabelOf, isToldBy } from "./kept-back.ts";
import { keepReadable } from "./prune.ts";
import type { Record } from "./record-types.ts";
import { line } from "./text.ts";
import { whole } from "./whole.ts";

/** Characters of the name of a part that are shown. */
const MOST_NAME = 80;

export interface CheckedRecord {
  record: Record;
  /** Parts that were not recognised, as paths made safe to show. */
  left: string[];
}

/** Null when not enough is sound to be read. `doubled`: parts in which a name stands twice. `data` is changed. */
export function checkedRecord(data: object, isAltered = false, doubled: readonly string[] = []): CheckedRecord | null {
  // We write all parts: one that is not there was lost on the way, or is the one where it was cut.
  const lost = isAltered ? lostIn(data) : [];
  if (isAltered) Object.assign(data, { crc32: ALTERED });
  const kept = keepReadable(data, validate);
  if (kept === null) return null;
  const left = [...doubled, ...lost, ...kept.left];
  const record = whole(kept.data, shape, left) as Record;
  // Only what was on paper says so.
  if (!record.paper) delete record.paper;
  // Its other fields hold whatever became of the option, so its schema does not tie them together.
  if ((record.leaning.state === "answered") !== (record.leaning.option !== null)) {
    left.push("leaning");
    record.leaning = { ...record.leaning, state: "unanswered", option: null };
  }
  keepOut(record, left);
  return { record, left: left.map((path) => line(path, MOST_NAME)) };
}

/** Leave out what stands in a part that the person chose not to share: nobody knows which was meant. */
function keepOut(record: Record, left: string[]): void {
  // A sentence of the page may quote what they wrote of their own concerns.
  const concerns = record.kept_back.includes("own_concerns") ? record.own_concerns.flatMap(({ text }) => text || []) : [];
  for (const name of record.kept_back) {
    const empty = canonicalJson(shape.defaults[name]);
    if (canonicalJson(record[name]) === empty) continue;
    left.push(name);
    Object.assign(record, { [name]: JSON.parse(empty) });
  }
  const untold = record.noted.filter(({ kind, text }) => !isToldBy(record.kept_back, kind) && !concerns.some((each) => text.includes(each)));
  if (untold.length < record.noted.length) left.push("noted");
  record.noted = untold;
  const labels = Object.entries(record.words);
  const untoldLabels = labels.filter(([place]) => !isLabelOf(record.kept_back, place));
  if (untoldLabels.length < labels.length) left.push("words");
  record.words = Object.fromEntries(untoldLabels);
}

/** The parts that are not there, and the list that is the last of those that are. */
function lostIn(data: object): string[] {
  const names = Object.keys(shape.defaults).filter((name) => name !== "paper");
  const lost = names.filter((name) => field(data, name) === undefined);
  const last = Object.keys(data).at(-1) ?? "";
  return lost.includes("words") && Array.isArray(field(data, last)) ? [last, ...lost] : lost;
}
