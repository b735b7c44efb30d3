/**
 * Turn a JSON Schema into TypeScript types, into a checker that needs no `eval`, and into a table of
 * what is done with data that has passed it.
 *
 * The schemas come from the Python models, so nothing about a record is typed twice.
 */
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";

// Shape only: the calendar (31 February) is the reader's business.
const FORMATS = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  "date-time":
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
};

// `discriminator` too: pydantic writes it beside `oneOf`, which already says all there is to check.
const FOR_READERS = new Set(["title", "description", "default", "examples", "discriminator"]);
// A state that contradicts its value: `checked-record.ts` leaves the whole answer out, where a
// checker would name one half of it, and nobody knows which half was meant.
const FOR_OTHERS = new Set(["if", "then", "else", "uniqueItems"]);
const REF = "#/$defs/";
const VALUES = new Set(["const", "enum"]);
// The checker takes its schema with it, to name the values that would have been allowed, which nobody
// reads, and to look up names of properties: a page needs the names alone.
const ALLOWED = /(params:\s*\{)allowedValues:\s*schema\d+[\w.[\]]*(?=\})/g;
const SCHEMA = /(const schema\d+ = )(\{"[^\n]*\});/g;

/** The name of the type that a schema's whole document has: its title in PascalCase. */
export function typeName(schema) {
  if (typeof schema.title !== "string") throw new Error("a schema needs a title");
  const words = schema.title.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
}

/** TypeScript for every type in a schema. */
export async function typesSource(schema, file) {
  const name = typeName(schema);
  const source = await compile({ ...withoutFieldTitles(schema), title: name }, name, {
    additionalProperties: false,
    bannerComment: `// Made from ${file} by build.mjs: change the Python model, not this file.`,
    format: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
  });
  if (!new RegExp(`^export (?:interface|type) ${name}\\b`, "m").test(source)) {
    throw new Error(`${file}: no type called ${name} came out of the schema`);
  }
  return source;
}

/** The schema without the titles of fields: each would become a type of its own. */
function withoutFieldTitles(node) {
  if (Array.isArray(node)) return node.map(withoutFieldTitles);
  if (node === null || typeof node !== "object") return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withoutFieldTitles(value)]),
  );
  for (const field of Object.values(copy.properties ?? {})) {
    if (typeof field?.title === "string") delete field.title;
  }
  return copy;
}

/** The schema without what is only for readers and for other programs: none of it belongs in a page. */
function rulesOnly(node, isNameTable = false) {
  if (Array.isArray(node)) return node.map((each) => rulesOnly(each));
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(([key]) => isNameTable || !(FOR_READERS.has(key) || FOR_OTHERS.has(key)));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const names = !isNameTable && (key === "properties" || key === "patternProperties" || key === "$defs");
      return [key, VALUES.has(key) && !isNameTable ? value : rulesOnly(value, names)];
    }),
  );
}

/** TypeScript of the values that the lists of the document can have, in the order of the model. */
export function listsSource(schema, file) {
  const lists = Object.entries(schema.properties).filter(([, field]) => field.items?.enum);
  const source = lists.map(([name, { items }]) => `export const ${name.toUpperCase()} = ${JSON.stringify(items.enum, null, 2)} as const;\n`);
  return `// Made from ${file} by build.mjs: change the Python model, not this file.\n${source.join("") || "export {};\n"}`;
}

/** TypeScript of what is done with data once the checker has passed it: a table for `record/whole.ts`. */
export function shapeSource(schema, file) {
  return `// Made from ${file} by build.mjs: change the Python model, not this file.
import type { Fields } from "../scripts/record/whole.ts";

export const shape: Fields = ${JSON.stringify(shapeOf(schema, schema.$defs), null, 2)};
`;
}

/** The shape of one part of a schema; null where nothing is to be done. */
function shapeOf(node, defs) {
  if (node.$ref) return shapeOf(defs[node.$ref.replace(REF, "")], defs);
  // A value or null: what is done, is done with the value.
  if (node.anyOf) return node.anyOf.map((each) => shapeOf(each, defs)).find((shape) => shape !== null) ?? null;
  if (node.oneOf) {
    const { mapping, propertyName: by } = node.discriminator;
    const shapes = Object.entries(mapping).map(([kind, $ref]) => [kind, shapeOf({ $ref }, defs)]);
    return { by, shapes: Object.fromEntries(shapes) };
  }
  if (node.type === "array") return { each: shapeOf(node.items, defs) };
  if (node.patternProperties) return { all: shapeOf(Object.values(node.patternProperties)[0], defs) };
  // A text with a pattern has nothing in it that would have to be taken out.
  if (node.type === "string" && node.maxLength && !node.pattern) return { most: node.maxLength };
  if (!node.properties) return null;
  // The schema says with `then` which field has a value once the state is "answered".
  const answer = node.then?.required[0];
  const fields = Object.entries(node.properties);
  const parts = fields
    // A list that is an answer is an order: to leave out what stands in it twice would be another answer.
    .map(([name, field]) => [name, name === answer ? null : shapeOf(field, defs)])
    .filter(([, shape]) => shape !== null);
  const defaults = fields.filter(([, field]) => "default" in field).map(([name, field]) => [name, field.default]);
  return { parts: Object.fromEntries(parts), defaults: Object.fromEntries(defaults), ...(answer && { answer }) };
}

/** The schema in which an answer has to say its kind: the model too takes none without, whatever the default. */
function withKinds(schema) {
  const copy = structuredClone(schema);
  const walk = (node) => {
    if (node === null || typeof node !== "object") return;
    const { mapping = {}, propertyName } = node.discriminator ?? {};
    for (const $ref of Object.values(mapping)) copy.$defs[$ref.replace(REF, "")].required.push(propertyName);
    Object.values(node).forEach(walk);
  };
  walk(copy);
  return copy;
}

/** A schema as far as a checker looks into it: which properties there are. */
function namesOnly({ properties = {} }) {
  return { properties: Object.fromEntries(Object.keys(properties).map((name) => [name, 0])) };
}

/** Which rule of the schema refused it: where in the data it was says enough, and each rule is text that is sent. */
const RULE = /,schemaPath:"(?:[^"\\]|\\.)*"/g;

/** JavaScript of a checker `validate(data)`, with its TypeScript declaration. */
export function checkerSource(schema, name) {
  const ajv = new Ajv2020.default({
    // The first fault is enough, and a hostile file cannot make us collect thousands.
    allErrors: false,
    allowUnionTypes: true,
    code: { esm: true, lines: true, source: true },
    formats: FORMATS,
    inlineRefs: false,
    messages: false,
    strict: true,
    strictRequired: false,
    strictTuples: false,
    strictTypes: false,
  });
  const code = standaloneCode(ajv, ajv.compile(rulesOnly(withKinds(schema))))
    .replace(ALLOWED, "$1")
    .replace(RULE, "")
    .replace(SCHEMA, (_, start, json) => `${start}${JSON.stringify(namesOnly(JSON.parse(json)))};`);
  // Under another name here, so that a type called Record leaves TypeScript's own one usable.
  const types = `import type { ${typeName(schema)} as Sound } from "./${name}.ts";

/** Where and why data was refused: for a log, never for a reader. */
export interface Fault {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** Whether data has the shape the schema asks for; if not, \`errors\` holds the first fault. */
export declare const validate: ((data: unknown) => data is Sound) & { errors?: Fault[] | null };
export default validate;
`;
  return { code, types };
}
