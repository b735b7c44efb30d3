/** What every FHIR R4 document of ours is made of: a Bundle, ids that stay the same, and text as XHTML. As `outside/fhir_parts.py`. */
import tables from "../../schema/fhir.json";
import { crc32 } from "../record/crc32.ts";
import { fill, line } from "../record/text.ts";

export const URIS = "urn:ietf:rfc:3986";
/** Longer than any text of an aid, a record or a plan. */
const MOST = 20_000;
const XHTML = "http://www.w3.org/1999/xhtml";
const MARKUP: { readonly [sign: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What has an id of 32 hex digits, and counts its saves. */
export interface Saved {
  readonly id: string;
  readonly rev?: number;
}

/** A document Bundle of resources, of which the Composition is the first. */
export function documentOf(of: Saved, updated: string, resources: readonly { readonly id: string }[]): object {
  const bundle = uuidOf(of, "Bundle");
  return {
    resourceType: "Bundle",
    id: bundle,
    identifier: { system: URIS, value: urn(bundle) },
    type: "document",
    timestamp: updated,
    entry: resources.map((resource) => ({ fullUrl: urn(resource.id), resource })),
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
export function narrative(lines: readonly string[]): object {
  const said = lines.map((each) => `<p>${each.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign)}</p>`);
  return { status: "generated", div: `<div xmlns="${XHTML}">${said.join("")}</div>` };
}
