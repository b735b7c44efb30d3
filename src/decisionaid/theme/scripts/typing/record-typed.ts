/** The record of what was typed in: the very one that the aid's own page makes of the same answers, but for its origin. */
import { shareName, type Page, type Unclear } from "../record/answers.ts";
import { statementOf } from "../record/record.ts";
import type { FromPaper, Statement } from "../record/record-types.ts";
import { unclearPlaces } from "../record/said.ts";
import type { Asked } from "./asked.ts";
import type { Typed } from "./typed.ts";

/** A question, and what was typed for it. */
export interface Row {
  readonly asked: Asked;
  readonly typed: Exclude<Typed, { wrong: unknown }>;
}

/** Questions that have a state of their own in a record. */
const STATED = /^(stratum|leaning)$|^(values|knowledge|readiness)\.|^concern\.\d\.rating$/;
/** Names of the form whose place in a record is called otherwise. */
const PLACES: { readonly [name: string]: string } = { stage: "leaning/stage", role: "leaning/role", own_idea: "own_ideas/1" };

export function statementTyped(rows: readonly Row[], page: Page, paper: Omit<FromPaper, "unclear">): Statement {
  const answers = new Map<string, readonly string[]>();
  const unclear = new Map<string, Unclear>();
  for (const { asked, typed } of rows) {
    // A tick stands in several lists: each fold of ideas is one.
    if (typed.values) answers.set(typed.name, [...(asked.kind === "many" ? (answers.get(typed.name) ?? []) : []), ...typed.values]);
    for (const { choice, state } of typed.unclear) {
      if (choice === null && STATED.test(asked.name)) answers.set(asked.kind === "order" ? `${asked.name}.state` : asked.name, [state]);
      else for (const place of placesOf(asked, choice?.value)) unclear.set(place, state);
    }
  }
  for (const { id } of page.words.questions ?? []) {
    // What stands on a paper that was handed in is in the summary.
    if (page.fields.has(shareName(id))) answers.set(shareName(id), ["yes"]);
  }
  // What was not written has no rating: so that one is to be asked too.
  for (const n of [1, 2, 3, 4, 5]) {
    const state = answers.get(`concern.${n}.rating`)?.[0];
    if (!answers.has(`concern.${n}`) && (state === "unreadable" || state === "crossed_out")) unclear.set(`own_concerns/${n}`, state);
  }
  const { aid, kept_back, ...said } = statementOf(inPageOrder(answers, page), page);
  const places = unclearPlaces(page.words).flatMap((place) => {
    const state = unclear.get(place);
    return state ? [{ place, state }] : [];
  });
  return { ...said, aid, kept_back, paper: { ...paper, unclear: places } };
}

/** Ticks as the aid's page has them: in its order. */
function inPageOrder(answers: ReadonlyMap<string, readonly string[]>, { fields }: Page): Map<string, readonly string[]> {
  const ordered = [...answers].map(([name, values]): [string, readonly string[]] => {
    const field = fields.get(name);
    return [name, field?.kind === "many" ? field.values.filter((value) => values.includes(value)) : values];
  });
  return new Map(ordered);
}

/** Where it stands in a record: a box, a line, or all boxes of the question. */
function placesOf({ choices, kind, name }: Asked, value: string | undefined): string[] {
  if (kind === "many") return (value === undefined ? choices.map((each) => each.value) : [value]).map((each) => `${name}/${each}`);
  const [, concern] = /^concern\.(\d)$/.exec(name) ?? [];
  if (concern !== undefined) return [`own_concerns/${concern}`];
  const [, question] = /^own_question\.(\d)$/.exec(name) ?? [];
  if (question !== undefined) return [`own_questions/${question}`];
  return [PLACES[name] ?? name.replace(".", "/")];
}
