/**
 * A record as a FHIR R4 document, the same bytes as `record/fhir.py` writes: base resources only, and no codes but ours.
 *
 * It says what one person stated. It orders nothing, agrees nothing, and names nobody.
 */
import type { AidWords } from "../../generated/words.ts";
import tables from "../../schema/fhir.json";
import { canonicalJson } from "../record/canonical.ts";
import { crc32 } from "../record/crc32.ts";
import type { Record } from "../record/record-types.ts";
import { fill, line } from "../record/text.ts";
import { answerItems } from "./fhir-answers.ts";
import { textLines, wholeLine } from "./text-lines.ts";
import type { Line } from "./text-pieces.ts";

const URIS = "urn:ietf:rfc:3986";
/** Longer than any text of an aid or of a record. */
const MOST = 20_000;
const XHTML = "http://www.w3.org/1999/xhtml";
const MARKUP: { readonly [sign: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The document as canonical JSON. */
export function fhirText(record: Record, words: AidWords | null): string {
  return canonicalJson(fhirBundle(record, words));
}

export function fhirBundle(record: Record, words: AidWords | null): object {
  const [bundle, composition, response, provenance] = ["Bundle", "Composition", "QuestionnaireResponse", "Provenance"].map((name) => uuidOf(record, name));
  const resources = [
    compositionOf(record, words, composition ?? "", response ?? ""),
    responseOf(record, words, response ?? ""),
    provenanceOf(record, provenance ?? "", [composition ?? "", response ?? ""]),
  ];
  return {
    resourceType: "Bundle",
    id: bundle,
    identifier: { system: URIS, value: urn(bundle ?? "") },
    type: "document",
    timestamp: record.updated,
    entry: resources.map((resource) => ({ fullUrl: urn(resource.id), resource })),
  };
}

/** A UUID of our own making (version 8), out of the record's id and rev: the same each time. */
export function uuidOf({ id, rev }: Pick<Record, "id" | "rev">, name: string): string {
  const first = crc32(`${id}/${rev}/${name}`);
  const last = crc32(`${name}/${rev}/${id}`);
  return `${first}-${last.slice(0, 4)}-8${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20)}`;
}

function urn(id: string): string {
  return fill(tables.uuid, { id });
}

function who({ filled_in_by }: Record): { type: string; display: string } {
  return filled_in_by.role === "carer" ? tables.carer : tables.person;
}

export function responseOf(record: Record, words: AidWords | null, id: string) {
  const { aid, updated } = record;
  const version = fill(tables.version, { version: aid.version, hash: aid.source_sha256 });
  return {
    resourceType: "QuestionnaireResponse",
    id,
    ...noteIfAltered(record, words),
    identifier: { system: URIS, value: urn(id) },
    questionnaire: `${fill(tables.aid, { id: aid.id })}|${version}`,
    status: "completed",
    subject: tables.person,
    authored: updated,
    author: who(record),
    source: who(record),
    item: answerItems(record, words),
  };
}

/** What says that answers were altered, for who reads them without the document around them. */
function noteIfAltered(record: Record, words: AidWords | null): { text?: object } {
  const said = saidIn(textLines(record, words, true, Infinity, Infinity, Infinity, oneLine), "altered");
  return said.length > 0 ? { text: narrative(said) } : {};
}

/** A line in full; none where it says nothing. */
function saidIn(lines: readonly Line[], id: string): string[] {
  return lines
    .filter((each) => each.id === id)
    .map(wholeLine)
    .filter(Boolean);
}

function compositionOf(record: Record, words: AidWords | null, id: string, response: string) {
  const lines = textLines(record, words, true, Infinity, Infinity, Infinity, oneLine);
  const sections = tables.sections.flatMap(({ title, lines: ids }) => {
    const shown = ids.flatMap((id) => saidIn(lines, id));
    return shown.length > 0 ? [{ title, text: narrative(shown) }] : [];
  });
  return {
    resourceType: "Composition",
    id,
    identifier: { system: URIS, value: urn(id) },
    status: "preliminary",
    type: { text: tables.type },
    subject: tables.person,
    date: record.updated,
    author: [who(record)],
    title: fill(tables.title, { title: line(record.aid.title) }),
    section: [...sections, { title: tables.answers, entry: [{ reference: urn(response) }] }],
  };
}

/** A whole text on one line. */
export function oneLine(text: string): string {
  return line(text, MOST);
}

function narrative(lines: readonly string[]): object {
  const said = lines.map((each) => `<p>${each.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign)}</p>`);
  return { status: "generated", div: `<div xmlns="${XHTML}">${said.join("")}</div>` };
}

function provenanceOf(record: Record, id: string, targets: readonly string[]) {
  const { aid, filled_in_by, updated } = record;
  const agents = [{ type: { text: tables.author }, who: who(record) }];
  if (filled_in_by.role === "patient_with_help") agents.push({ type: { text: tables.assistant }, who: tables.helper });
  return {
    resourceType: "Provenance",
    id,
    target: targets.map((each) => ({ reference: urn(each) })),
    recorded: updated,
    agent: agents,
    entity: [{ role: "source", what: { identifier: { system: tables.source, value: aid.source_sha256 }, display: `${line(aid.title)} ${line(aid.version)}` } }],
  };
}
