/**
 * A record as a FHIR R4 document, the same bytes as `record/fhir.py` writes: base resources only, and no codes but ours.
 *
 * It says what one person stated. It orders nothing, agrees nothing, and names nobody.
 */
import type { AidWords } from "../../generated/words.ts";
import tables from "../../schema/fhir.json";
import texts from "../../schema/record-paper.json";
import { canonicalJson } from "../record/canonical.ts";
import { marked } from "../record/made-up.ts";
import type { Record } from "../record/record-types.ts";
import { fill, line } from "../record/text.ts";
import { answerItems } from "./fhir-answers.ts";
import { documentOf, type Narrative, narrative, oneLine, URIS, urn, uuidOf } from "./fhir-parts.ts";
import { textLines, wholeLine } from "./text-lines.ts";
import type { Line } from "./text-pieces.ts";

/** The document as canonical JSON. */
export function fhirText(record: Record, words: AidWords | null): string {
  return canonicalJson(fhirBundle(record, words));
}

export function fhirBundle(record: Record, words: AidWords | null): object {
  const [composition = "", response = "", provenance = ""] = ["Composition", "QuestionnaireResponse", "Provenance"].map((name) => uuidOf(record, name));
  return documentOf(record, record.updated, [
    compositionOf(record, words, composition, response),
    responseOf(record, words, response),
    provenanceOf(record, provenance, [composition, response]),
  ]);
}

function who({ filled_in_by }: Record): { type: string; display: string } {
  return filled_in_by.role === "carer" ? tables.carer : filled_in_by.role === "helper" ? tables.own_helper : tables.person;
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

/** What says that answers were altered, or came from paper, for who reads them without the document. */
function noteIfAltered(record: Record, words: AidWords | null): { text?: Narrative } {
  const lines = textLines(record, words, true, Infinity, Infinity, Infinity, oneLine);
  const said = ["altered", "paper"].flatMap((id) => saidIn(lines, id));
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
    title: marked(record, fill(tables.title, { title: line(record.aid.title) })),
    section: [...sections, { title: tables.answers, entry: [{ reference: urn(response) }] }],
  };
}

function provenanceOf(record: Record, id: string, targets: readonly string[]) {
  const { aid, filled_in_by, paper, updated } = record;
  const agents: { type: { text: string }; who: { type?: string; display: string } }[] = [{ type: { text: tables.author }, who: who(record) }];
  if (filled_in_by.role === "patient_with_help") agents.push({ type: { text: tables.assistant }, who: tables.helper });
  if (paper) {
    const role = texts.typed_by[paper.typed_by];
    const display = paper.words ? fill(texts.said.named, { who: role, words: line(paper.words) }) : role;
    agents.push({ type: { text: tables.typist }, who: { display } });
  }
  return {
    resourceType: "Provenance",
    id,
    target: targets.map((each) => ({ reference: urn(each) })),
    recorded: updated,
    agent: agents,
    entity: [{ role: "source", what: { identifier: { system: tables.source, value: aid.source_sha256 }, display: `${line(aid.title)} ${line(aid.version)}` } }],
  };
}
