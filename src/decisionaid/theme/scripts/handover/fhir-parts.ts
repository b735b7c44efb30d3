/** What every FHIR R4 document of ours is made of: a Bundle, ids that stay the same, and text as XHTML. As `outside/fhir_parts.py`. */
import tables from "../../schema/fhir.json";
import made from "../../schema/made-up.json";
import { crc32 } from "../record/crc32.ts";
import { markOf } from "../record/made-up.ts";
import { fill, line } from "../record/text.ts";

export const URIS = "urn:ietf:rfc:3986";
/** Longer than any text of an aid, a record or a plan. */
const MOST = 20_000;
const XHTML = "http://www.w3.org/1999/xhtml";
const END = "</div>";
const MARKUP: { readonly [sign: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A resource, and what it says of itself as text. */
interface Part {
  readonly id: string;
  readonly text?: Narrative;
}

export interface Narrative {
  readonly status: "generated";
  readonly div: string;
}

/** What has an id of 32 hex digits, and counts its saves. */
export interface Saved {
  readonly id: string;
  readonly rev?: number;
}

/**
 * A document Bundle of resources, of which the Composition is the first. Of what is made up each resource says so, to
 * programs and to people: systems take documents apart.
 */
export function documentOf(of: Saved, updated: string, resources: readonly Part[]): object {
  const bundle = uuidOf(of, "Bundle");
  const mark = markOf(of);
  const label = mark ? { meta: { security: [made.label] } } : {};
  return {
    resourceType: "Bundle",
    id: bundle,
    ...label,
    identifier: { system: URIS, value: urn(bundle) },
    type: "document",
    timestamp: updated,
    entry: resources.map((resource) => ({
      fullUrl: urn(resource.id),
      resource: { ...resource, ...label, ...(mark ? { text: withLine(mark, resource) } : {}) },
    })),
  };
}

/** A UUID of our own making (version 8), out of the id and the save: the same each time. */
export function uuidOf({ id, rev = 1 }: Saved, name: string): string {
  const first = crc32(`${id}/${rev}/${name}`);
  const last = crc32(`${name}/${rev}/${id}`);
  return `${first}-${last.slice(0, 4)}-8${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20)}`;
}

/** The address of a resource in its document. */
export function urn(id: string): string {
  return fill(tables.uuid, { id });
}

/** A whole text on one line. */
export function oneLine(text: string): string {
  return line(text, MOST);
}

/** Lines as the text of a resource or a section. */
export function narrative(lines: readonly string[]): Narrative {
  const said = lines.map((each) => `<p>${each.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign)}</p>`);
  return { status: "generated", div: `<div xmlns="${XHTML}">${said.join("")}${END}` };
}

/** The text of a resource, with a line before all that it says. */
function withLine(said: string, { text }: Part): Narrative {
  const opening = narrative([]).div.slice(0, -END.length);
  const rest = (text ?? narrative([])).div.slice(opening.length);
  return { status: "generated", div: `${narrative([said]).div.slice(0, -END.length)}${rest}` };
}
