/**
 * Turn a JSON Schema into TypeScript types and into a checker that needs no `eval`.
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
const FOR_OTHERS = new Set(["if", "then", "else"]);
const VALUES = new Set(["const", "enum"]);

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
      const names = !isNameTable && (key === "properties" || key === "$defs");
      return [key, VALUES.has(key) && !isNameTable ? value : rulesOnly(value, names)];
    }),
  );
}

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
  const code = standaloneCode(ajv, ajv.compile(rulesOnly(schema)));
  // Under another name here, so that a type called Record leaves TypeScript's own one usable.
  const types = `import type { ${typeName(schema)} as Sound } from "./${name}.ts";

/** Where and why data was refused: for a log, never for a reader. */
export interface Fault {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  schemaPath: string;
}

/** Whether data has the shape the schema asks for; if not, \`errors\` holds the first fault. */
export declare const validate: ((data: unknown) => data is Sound) & { errors?: Fault[] | null };
export default validate;
`;
  return { code, types };
}
