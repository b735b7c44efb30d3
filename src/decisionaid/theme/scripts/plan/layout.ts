/**
 * A walk through the data of a plan, in the order of `schema/plan-code.json`: to write it, and to read it.
 *
 * The same as `plan/layout.py`. One walk does both: in writing it looks at what is there, in reading it gives what
 * was written. What is small goes into bits, every text stands by itself.
 */
import tables from "../../schema/plan-code.json";
import { Damaged } from "../record/bytes.ts";
import { clean } from "../record/text.ts";

/** Writes what it is given, or gives what was written. */
export interface PlanCoder {
  at(count: number, place: number): number;
  own(text: string): string;
}

export type Kind = keyof typeof tables.kinds;
export type Data = { readonly [name: string]: unknown };
/** What a field is, and what belongs to that: a list, a part, how many. */
type Spec = readonly [string, ...unknown[]];

const DAY = 86_400_000;
/** Days from the first of the year 1 to 1970, and to the last of the year 9999. */
const [BEFORE_1970, DAYS] = [719_162, 3_652_059];
const SECONDS = 86_400;
const LONGEST = 1e9;
const HEX = "0123456789abcdef";
const INSTANT = /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z$/;
const PARTS = tables.parts as unknown as { readonly [part: string]: readonly (readonly [string, Spec])[] };
const LISTS = tables.lists as { readonly [list: string]: readonly string[] };

/** What was written or read; `data` is what is to be written, null in reading. Throws `Damaged`. */
export function walked(coder: PlanCoder, kind: Kind, data: Data | null): Data {
  return new Walk(coder).whole(kind, data);
}

class Walk {
  private readonly coder: PlanCoder;
  private readonly ids = new Map<string, readonly string[]>();
  private readonly seen: string[] = [];

  constructor(coder: PlanCoder) {
    this.coder = coder;
  }

  /** Over the names of all that has one, and then over everything. */
  whole(kind: Kind, data: Data | null): Data {
    const plan = (data?.["plan"] ?? {}) as { readonly [list: string]: readonly { id: string }[] };
    for (const [name, most] of tables.named as [string, number][]) {
      const given = data === null ? null : (plan[name] ?? []).map(({ id }) => id);
      this.ids.set(name, this.many(["many", most, ["text"]], given) as string[]);
    }
    return this.fields(kind, data);
  }

  private fields(part: string, data: Data | null): Data {
    const made: { [name: string]: unknown } = {};
    for (const [written, spec] of PARTS[part] ?? []) {
      const name = written.replace("?", "");
      if (written !== name && !this.flag(data !== null && name in data)) continue;
      made[name] = this.value(spec, data === null ? null : data[name]);
    }
    return made;
  }

  private value(spec: Spec, data: unknown): unknown {
    const [kind, name] = spec as [string, string];
    switch (kind) {
      case "text":
        // As it comes out of a file: what is read is compared with it, letter by letter.
        return this.coder.own(clean((data as string | null) ?? "", LONGEST).trim());
      case "one":
        return this.among(LISTS[name] ?? [], data as string | null);
      case "ref":
        return this.among(this.ids.get(name) ?? [], data as string | null);
      case "flag":
        return this.flag(data === true);
      case "number":
        return this.number(spec as unknown as [string, number, number], data as number | null);
      case "hex":
        return this.hex(spec[1] as number, data as string | null);
      case "day":
        return this.day(data as string | null);
      case "instant":
        return this.instant(data as string | null);
      case "example":
        return this.example(data as string | null);
      case "many":
        return this.many(spec, data as unknown[] | null);
      case "named":
        return this.named(spec as unknown as [string, string, string], data as Data[] | null);
      default:
        return this.fields(name, data as Data | null);
    }
  }

  private named([, list, part]: readonly [string, string, string], data: readonly Data[] | null): Data[] {
    return (this.ids.get(list) ?? []).map((id, place) => ({ id, ...this.fields(part, data?.[place] ?? null) }));
  }

  private many([, most, each]: Spec, data: readonly unknown[] | null): unknown[] {
    const count = this.coder.at((most as number) + 1, data?.length ?? 0);
    return Array.from({ length: count }, (_, place) => this.value(each as Spec, data === null ? null : data[place]));
  }

  private among(known: readonly string[], data: string | null): string {
    const place = this.coder.at(known.length, data === null ? 0 : known.indexOf(data));
    return known[place] ?? "";
  }

  private flag(data: boolean): boolean {
    return this.coder.at(2, data ? 1 : 0) === 1;
  }

  private number([, low, high]: readonly [string, number, number], data: number | null): number {
    return low + this.coder.at(high - low + 1, data === null ? 0 : data - low);
  }

  private hex(length: number, data: string | null): string {
    return Array.from(data ?? "0".repeat(length), (sign) => HEX[this.coder.at(16, HEX.indexOf(sign))]).join("");
  }

  private day(data: string | null): string {
    const given = data === null ? 0 : Date.parse(`${data}T00:00:00Z`) / DAY + BEFORE_1970;
    return new Date((this.coder.at(DAYS, given) - BEFORE_1970) * DAY).toISOString().slice(0, 10);
  }

  private instant(data: string | null): string {
    const [, day = "", ...time] = INSTANT.exec(data ?? "0001-01-01T00:00:00Z") ?? [];
    if (!day) throw new Damaged("time");
    const on = this.day(data === null ? null : day);
    const second = this.coder.at(SECONDS, time.map(Number).reduce((sum, part) => 60 * sum + part, 0));
    const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
    return `${on}T${parts.map((part) => String(part).padStart(2, "0")).join(":")}Z`;
  }

  /** `aid:plan/item`: examples of one aid have parts in common, and each is written once. */
  private example(data: string | null): string {
    const parts = data === null ? [null, null, null] : data.split(/[:/]/);
    const [aid, plan, item] = parts.map((part) => this.once(part));
    return `${aid}:${plan}/${item}`;
  }

  private once(data: string | null): string {
    // One place more than there are: a text that is new.
    const known = data === null ? -1 : this.seen.indexOf(data);
    const place = this.coder.at(this.seen.length + 1, known < 0 ? this.seen.length : known);
    if (place < this.seen.length) return this.seen[place] ?? "";
    const text = this.coder.own(data ?? "");
    this.seen.push(text);
    return text;
  }
}
