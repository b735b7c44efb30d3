/**
 * A record under the headings of PRSB's Shared Decision Making Standard 1.0, the same as `record/prsb.py` makes.
 *
 * What a person stated alone is "in progress" and never "valid". What is mandatory and not there is named.
 */
import type { AidWords, FactWords } from "../../generated/words.ts";
import fhir from "../../schema/fhir.json";
import tables from "../../schema/prsb.json";
import { canonicalJson } from "../record/canonical.ts";
import type { Record } from "../record/record-types.ts";
import { fill } from "../record/text.ts";
import { oneLine } from "./fhir-parts.ts";
import { under, type Values } from "./headings.ts";
import { wordsThen } from "./named.ts";
import { textLines, wholeLine } from "./text-lines.ts";
import type { Line } from "./text-pieces.ts";

export interface PrsbDocument {
  document: object;
  missing: string[];
}

/** All of it as canonical JSON, with the licence of the headings. */
export function prsbText(record: Record, words: AidWords | null): string {
  const { format, licence, standard } = tables;
  return canonicalJson({ format, standard, licence, ...prsbDocument(record, words) });
}

export function prsbDocument(record: Record, words: AidWords | null): PrsbDocument {
  const missing: string[] = [...tables.always];
  const document = under(tables.headings, valuesOf(record, words), missing) ?? {};
  return { document, missing };
}

function valuesOf(record: Record, words: AidWords | null): Values {
  const lines = textLines(record, words, true, Infinity, Infinity, Infinity, oneLine);
  const then = wordsThen(record, words);
  return {
    status: tables.status,
    pre: saidIn(lines, tables.pre),
    agenda: saidIn(lines, tables.agenda),
    matters: saidIn(lines, tables.matters),
    people: peopleIn(record),
    options: (then?.options ?? []).map(({ text }) => optionValues(oneLine(text), then?.facts ?? [])),
    tools: [toolValues(record)],
    issues: issuesIn(lines),
  };
}

/** The lines of these ids that say something. */
function saidIn(lines: readonly Line[], ids: readonly string[]): string[] {
  return ids.flatMap((id) => lines.filter((line) => line.id === id).map(wholeLine)).filter(Boolean);
}

function piecesOf({ pieces }: Line): string[] {
  return pieces.map(({ forms }) => forms[0] ?? "").filter(Boolean);
}

function peopleIn({ filled_in_by: { helper, role } }: Record): Values[] {
  const relationship = oneLine(helper);
  if (role === "patient" || role === "unanswered") return [{ role: tables.person }];
  return [{ role: tables.person }, { role: tables.people[role], relationship }];
}

function optionValues(name: string, facts: readonly FactWords[]): Values {
  const rows = (direction: string): string[] =>
    facts
      .filter((row) => row.direction === direction)
      .flatMap((row) =>
        row.figures
          .filter(({ option }) => oneLine(option) === name || oneLine(option).startsWith(`${name} (`))
          .map((figure) => factLine(row, figure)),
      );
  return { option: fill(tables.option, { option: name }), risks: rows("bad"), benefits: rows("good") };
}

/** A figure with all that it is read with: it is never said without. */
function factLine({ better, label, measured, notes = [], source, sure }: FactWords, { range = "", said }: FactWords["figures"][number]): string {
  const read_with = [range, measured, better, sure, source, ...notes].filter(Boolean).join("; ");
  return oneLine(fill(tables.fact, { label, said, read_with }));
}

function toolValues({ aid }: Record): Values {
  const version = fill(fhir.version, { version: aid.version, hash: aid.source_sha256 });
  return {
    identifier: `${fill(fhir.aid, { id: aid.id })}|${version}`,
    name: oneLine(fill(tables.tool_name, { title: aid.title, version: aid.version })),
    type: tables.tool_type,
    mime: tables.tool_mime,
  };
}

/** The flags, then where the person is now as the details of an open decision. */
function issuesIn(lines: readonly Line[]): Values[] {
  const flags = lines.filter(({ id }) => id === "flags").flatMap(piecesOf);
  const now = saidIn(lines, tables.now);
  return [...flags.map((flag) => ({ flag })), ...(now.length > 0 ? [{ details: now }] : [])];
}
