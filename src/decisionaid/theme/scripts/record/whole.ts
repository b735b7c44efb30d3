/** Make data that its checker has passed whole: defaults where nothing stands, every text safe to show. */
import { field } from "./field.ts";
import { cleaned } from "./text.ts";

/** What is to be done with a part of the data; null: nothing. The build makes it from a schema. */
export type Shape =
  | null
  /** A text of so many characters. */
  | { readonly most: number }
  /** A list; where nothing is to be done with its items, each stands in it once. */
  | { readonly each: Shape }
  /** Parts of one shape under names that are the data's own. */
  | { readonly all: Shape }
  /** One of several shapes, by the value of a field. */
  | { readonly by: string; readonly shapes: { readonly [value: string]: Shape } }
  | Fields;

/** An object, part by part. */
export interface Fields {
  readonly parts: { readonly [name: string]: Shape };
  readonly defaults: { readonly [name: string]: unknown };
  /** The field that has a value when the state is "answered", and only then. */
  readonly answer?: string;
}

type Data = { readonly [name: string]: unknown };

/** A whole copy. Answers that do not say one thing are left out, and their paths added to `left`. */
export function whole(data: unknown, shape: Shape, left: string[], path = ""): unknown {
  if (shape === null || data === null) return data;
  if ("most" in shape) return cleaned(data as string, shape.most);
  if ("all" in shape) {
    const entries = Object.entries(data as Data);
    return Object.fromEntries(entries.map(([name, part]) => [name, whole(part, shape.all, left, `${path}/${name}`)]));
  }
  if ("by" in shape) return whole(data, shapeFor(shape, data as Data), left, path);
  if ("each" in shape) {
    const { each } = shape;
    if (each === null) return [...new Set(data as unknown[])];
    return once((data as unknown[]).map((item) => whole(item, each, left, path)) as Data[], each, left, path);
  }
  const made: { [name: string]: unknown } = { ...shape.defaults, ...(data as Data) };
  for (const [name, part] of Object.entries(shape.parts)) {
    made[name] = whole(made[name], part, left, name);
    if (saysOneThing(made[name] as Data, part)) continue;
    left.push(name);
    made[name] = whole({}, part, left, name);
  }
  return made;
}

/** The answers that say one thing, the first to each question; what has no id has words of the person's own, which stay. */
function once(items: readonly Data[], shape: Shape, left: string[], path: string): Data[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const own = shapeFor(shape, item);
    if (own === null || !("answer" in own) || own.answer === undefined) return [item];
    const id = "id" in item ? item["id"] : index;
    const isKept = !seen.has(id) && saysOneThing(item, own);
    seen.add(id);
    if (isKept) return [item];
    left.push(`${path}/${id}`);
    return "id" in item ? [] : [{ ...item, state: "unanswered", [own.answer]: null }];
  });
}

/** An answer has a value, and only an answer has one; in an order nothing stands twice. */
function saysOneThing(data: Data, shape: Shape): boolean {
  if (shape === null || !("answer" in shape) || shape.answer === undefined) return true;
  const value = data[shape.answer];
  const given = Array.isArray(value) ? value : [value].filter((each) => each !== null);
  return (data["state"] === "answered") === given.length > 0 && new Set(given).size === given.length && given.every(hasSoundPicks);
}

/** Of a block, each pick has an item when it is answered, and only then; anything else has no picks. */
function hasSoundPicks(block: unknown): boolean {
  const picks = Object.values(Object(block) as Data).filter((each) => field(each, "state") !== undefined);
  return picks.every((each) => (field(each, "state") === "answered") === (field(each, "item") !== null));
}

function shapeFor(shape: Shape, data: Data): Shape {
  return shape !== null && "by" in shape ? (shape.shapes[String(data[shape.by])] ?? null) : shape;
}
