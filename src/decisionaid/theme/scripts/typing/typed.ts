/** What was typed in one row, as answers: at most a letter or a number for each, and Enter. */
import type { Unclear } from "../record/answers.ts";
import { clean, line } from "../record/text.ts";
import type { Asked, Choice } from "./asked.ts";

/** Keys that say what became of something on paper, whatever it was. */
const UNCLEAR: { readonly [key: string]: Unclear } = { "?": "unreadable", X: "crossed_out" };

export type Typed =
  /** `values`: by the name of the control; null: nothing stands there. */
  | { readonly values: readonly string[] | null; readonly name: string; readonly chosen: readonly Choice[]; readonly unclear: readonly UnclearPart[] }
  | { readonly wrong: "not_a_mark" | "twice" | "two"; readonly typed: string };

/** `choice` null: the question as a whole. */
export interface UnclearPart {
  readonly choice: Choice | null;
  readonly state: Unclear;
}

export function typedIn(asked: Asked, text: string): Typed {
  const { kind, name } = asked;
  const bare = text.trim();
  const whole = UNCLEAR[bare.toUpperCase()];
  if (bare === "") return { values: null, name, chosen: [], unclear: [] };
  if (whole) return { values: null, name, chosen: [], unclear: [{ choice: null, state: whole }] };
  if (kind === "text") return { values: [(asked.lines ? clean : line)(text, asked.most)], name, chosen: [], unclear: [] };
  const keys = keysIn(bare);
  const state = asked.states.find(({ key }) => key === keys);
  if (state) return { values: [state.value], name: kind === "order" ? `${name}.state` : name, chosen: [state], unclear: [] };
  if (kind === "one") {
    const choice = asked.choices.find(({ key }) => key === keys);
    if (choice) return { values: [choice.value], name, chosen: [choice], unclear: [] };
    return { wrong: areSeveral(asked, keys) ? "two" : "not_a_mark", typed: bare };
  }
  return severalIn(asked, keys);
}

/** Marks without what stands between them. Between digits it stays: 1 and 0 are not 10, and neither is 1.0. */
function keysIn(bare: string): string {
  return bare.toUpperCase().replace(/[\s,.;]+/g, (between, at: number, all: string) => {
    const isInNumbers = /\d/.test(all.charAt(at - 1)) && /\d/.test(all.charAt(at + between.length));
    return isInNumbers ? (between === "." ? between : " ") : "";
  });
}

/** Whether each letter, or each number, is an answer of a question that takes one. */
function areSeveral({ choices, states }: Asked, keys: string): boolean {
  const known = [...choices, ...states].map(({ key }) => key);
  const all = new Set(keys.includes(" ") ? keys.split(" ") : keys);
  return all.size > 1 && [...all].every((key) => known.includes(key));
}

/** One letter after the other; behind a box what became of it. */
function severalIn({ choices, kind, name }: Asked, keys: string): Typed {
  const chosen: Choice[] = [];
  const unclear: UnclearPart[] = [];
  for (const [sign, mark] of [...keys.matchAll(/(.)([?X]?)/gu)].map(([, sign = "", mark = ""]) => [sign, mark] as const)) {
    const choice = choices.find(({ key }) => key === sign);
    const state = UNCLEAR[mark];
    if (!choice || (state && kind === "order")) return { wrong: "not_a_mark", typed: sign + mark };
    if (chosen.includes(choice) || unclear.some((each) => each.choice === choice)) return { wrong: "twice", typed: sign };
    if (state) unclear.push({ choice, state });
    else chosen.push(choice);
  }
  const ids = chosen.map(({ value }) => value);
  return { values: ids.length === 0 ? null : kind === "order" ? [ids.join(",")] : ids, name, chosen, unclear };
}
