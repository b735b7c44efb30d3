/**
 * What a plan says that cannot be: links to nothing, and words in the mouth of somebody who did not say them.
 *
 * The same as `model/plan/faults.py`, by the places; what has not its form is refused before.
 */
import type { Action, Goal, Plan } from "../../generated/plan.ts";
import { field } from "../record/field.ts";

export type FaultName =
  | "one-me"
  | "twice"
  | "unknown"
  | "not-theirs"
  | "was-not-there"
  | "not-as-answered"
  | "said-without"
  | "decided-without"
  | "decided-alone"
  | "not-a-professional"
  | "replaces"
  | "not-itself"
  | "no-day";

export interface PlanFault {
  name: FaultName;
  path: string;
  /** The id or the name that it is about. */
  about: string;
}

/** The roles whose words are the person's own. */
export const SAYS_FOR_THEMSELVES: readonly string[] = ["me", "speaks_for_me"];
/** The roles of whom somebody said that they are professionals: they can be asked what a result means, and sign. */
export const PROFESSIONALS: readonly string[] = ["clinician", "link_worker", "care_coordinator", "professional"];
/** The roles in a plan that is read: before there was `professional`, some professionals were `other`. */
const MAY_HAVE_SAID: readonly string[] = [...PROFESSIONALS, "other"];
/** A receiver of copies who is no person. */
const RECORD = "gp_record";

/** All that cannot be, by the places. */
export function faultsIn(plan: Plan): PlanFault[] {
  const roleOf = new Map(plan.people.map(({ id, role }): [string, string] => [id, role]));
  const found = [
    ...people(plan),
    ...ids(plan),
    ...links(plan),
    ...claims(plan, roleOf),
    ...agreements(plan),
    ...spoken(plan, roleOf),
    ...answers(plan, roleOf),
    ...decisions(plan, roleOf),
    ...replaced(plan),
    ...days(plan, ""),
  ];
  return found.sort((one, other) => compare([one.path, one.name, one.about], [other.path, other.name, other.about]));
}

/** Which of two lists of texts comes first, part by part. */
export function compare(one: readonly string[], other: readonly string[]): number {
  for (const [at, part] of one.entries()) {
    const beside = other[at] ?? "";
    if (part !== beside) return part < beside ? -1 : 1;
  }
  return 0;
}

function fault(name: FaultName, path: string, about = ""): PlanFault {
  return { name, path, about };
}

function people(plan: Plan): PlanFault[] {
  const mine = plan.people.filter(({ role }) => role === "me").map(({ id }) => id);
  return mine.length === 1 ? [] : [fault("one-me", "people", mine.join(", "))];
}

function ids(plan: Plan): PlanFault[] {
  const named: [string, string[]][] = [
    ...(["people", "visits", "conditions", "needs", "decisions", "goals", "actions"] as const).map((name): [string, string[]] => [
      name,
      (plan[name] ?? []).map(({ id }) => id),
    ]),
    ["about_me", (plan.about_me ?? []).map(({ heading }) => heading)],
    ...(plan.budgets ?? []).map(({ lines = [] }, place): [string, string[]] => [`budgets/${place}/lines`, lines.map(({ id }) => id)]),
  ];
  return named.flatMap(([path, all]) => {
    const twice = all.filter((id, place) => all.indexOf(id) < place);
    return [...new Set(twice)].map((id) => fault("twice", path, id));
  });
}

/** The fields that name something of the plan, and where it stands. */
const LINKS = new Map<string, "people" | "visits" | "conditions" | "decisions" | "needs" | "goals">([
  ["by", "people"],
  ["typed_by", "people"],
  ["there", "people"],
  ["who", "people"],
  ["tell", "people"],
  ["lead", "people"],
  ["helper", "people"],
  ["coordinator", "people"],
  ["signed_by", "people"],
  ["visit", "visits"],
  ["condition", "conditions"],
  ["conditions", "conditions"],
  ["decision", "decisions"],
  ["need", "needs"],
  ["goal", "goals"],
  ["pulls_against", "goals"],
  ["replaces", "goals"],
]);

function links(plan: Plan): PlanFault[] {
  const known = new Map([...new Set(LINKS.values())].map((name) => [name, new Set((plan[name] ?? []).map(({ id }) => id))]));
  const found: PlanFault[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((each: unknown, place) => walk(each, `${path}/${field(each, "id") ?? place}`));
    } else if (value !== null && typeof value === "object") {
      for (const [name, part] of Object.entries(value)) {
        const where = LINKS.get(name);
        const isOne = part === null || typeof part !== "object" || Array.isArray(part);
        // What the money is tied to has the name of conditions, and is words.
        if (where === undefined || !isOne || (name === "conditions" && typeof part === "string")) walk(part, `${path}/${name}`);
        else for (const id of unknown(part, known.get(where))) found.push(fault("unknown", `${path}/${name}`, id));
      }
    }
  };
  for (const [name, part] of Object.entries(plan)) {
    // Themselves, not links to them.
    if (name !== "conditions" && name !== "people") walk(part, name);
  }
  for (const { to } of plan.copies ?? []) {
    if (to !== RECORD && !known.get("people")?.has(to)) found.push(fault("unknown", "copies", to));
  }
  return found;
}

function unknown(part: unknown, known: ReadonlySet<string> | undefined): string[] {
  const all: unknown[] = Array.isArray(part) ? part : part === null ? [] : [part];
  return all.map(String).filter((id) => !known?.has(id));
}

/** What is marked as the person's own was said by them; what a result means, by a professional. */
function claims(plan: Plan, roleOf: ReadonlyMap<string, string>): PlanFault[] {
  const isOneOf = (id: string, roles: readonly string[]): boolean => roles.includes(roleOf.get(id) ?? "");
  const found: PlanFault[] = [];
  for (const path of ["goals", "actions"] as const) {
    for (const { id, said, mine = "said" } of plan[path] ?? []) {
      if (mine === "said" && !isOneOf(said.by, SAYS_FOR_THEMSELVES)) found.push(fault("not-theirs", `${path}/${id}`, said.by));
    }
  }
  for (const [place, { means }] of (plan.results ?? []).entries()) {
    if (means && !isOneOf(means.by, MAY_HAVE_SAID)) found.push(fault("not-a-professional", `results/${place}`, means.by));
  }
  for (const [place, { signed_by: by }] of (plan.budgets ?? []).entries()) {
    if (by && !isOneOf(by, MAY_HAVE_SAID)) found.push(fault("not-a-professional", `budgets/${place}`, by));
  }
  return found;
}

function agreements(plan: Plan): PlanFault[] {
  const there = new Map((plan.visits ?? []).map((visit) => [visit.id, visit.there]));
  return (plan.agreed ?? []).flatMap(({ answer, by, visit }, place) =>
    answer !== "not_asked" && !there.get(visit)?.includes(by) ? [fault("was-not-there", `agreed/${place}`, by)] : [],
  );
}

/** What the person says, they or who speaks for them were there to say. */
function spoken(plan: Plan, roleOf: ReadonlyMap<string, string>): PlanFault[] {
  const isVoice = (id: unknown): boolean => SAYS_FOR_THEMSELVES.includes(roleOf.get(String(id)) ?? "");
  // Of who is nobody in the plan, that is said.
  const without = new Set((plan.visits ?? []).filter(({ there }) => !there.some((id) => !roleOf.has(id) || isVoice(id))).map(({ id }) => id));
  const found: PlanFault[] = [];
  const look = (value: unknown, path: string): void => {
    if (Array.isArray(value)) return value.forEach((each: unknown, place) => look(each, `${path}/${field(each, "id") ?? place}`));
    if (value === null || typeof value !== "object") return;
    const visit = field(value, "visit");
    if (typeof visit === "string" && without.has(visit) && isPersons(value, path, isVoice)) found.push(fault("said-without", path, visit));
    for (const [name, part] of Object.entries(value)) look(part, `${path}/${name}`);
  };
  for (const [name, part] of Object.entries(plan)) look(part, name);
  return found;
}

const ANSWERS: readonly string[] = ["answered", "unsure", "not_applicable", "prefer_not_to_say"];

/** Whether nobody but the person, or who speaks for them, can have said it. */
function isPersons(part: object, path: string, isVoice: (id: unknown) => boolean): boolean {
  const by = field(part, "by");
  if (field(part, "words") !== undefined && typeof by === "string") return !path.startsWith("agreed/") && isVoice(by);
  if (Array.isArray(by)) return by.some(isVoice);
  return path.startsWith("shared/") || ANSWERS.includes(String(field(part, "state")));
}

/** How what somebody answered last is marked: of a suggestion, and of a request. */
const MARKED = { yes: ["accepted", "yes"], no: ["declined", "no"] } as const;

/** The person answers, or takes a yes back, or who speaks for them does, where they are. */
function answers(plan: Plan, roleOf: ReadonlyMap<string, string>): PlanFault[] {
  const there = new Map((plan.visits ?? []).map((visit) => [visit.id, visit.there]));
  return (["goals", "actions"] as const).flatMap((name) => (plan[name] ?? []).flatMap((entry: Goal | Action) => {
    const place = `${name}/${entry.id}`;
    const { answered = [], mine = "said" } = entry;
    const asked = "asked" in entry ? entry.asked : null;
    const given = [...answered, ...(asked?.answered ?? []), ...(asked?.taken_back ?? [])];
    const marked = [[mine, answered.at(-1), 0], ...(asked ? [[asked.agreed ?? "not_asked", asked.answered?.at(-1), 1] as const] : [])] as const;
    return [
      ...given.flatMap(({ by, visit }) => [
        ...(SAYS_FOR_THEMSELVES.includes(roleOf.get(by) ?? "") ? [] : [fault("not-theirs", place, by)]),
        ...(there.get(visit)?.includes(by) ? [] : [fault("was-not-there", place, by)]),
      ]),
      ...marked.flatMap(([mark, last, which]) => (last && mark !== MARKED[last.answer][which] ? [fault("not-as-answered", place, mark)] : [])),
    ];
  }));
}

function decisions(plan: Plan, roleOf: ReadonlyMap<string, string>): PlanFault[] {
  const alone = new Set((plan.visits ?? []).filter(({ kind }) => kind === "preparation").map(({ id }) => id));
  const found: PlanFault[] = [];
  for (const { id, became = [] } of plan.decisions ?? []) {
    for (const { by = [], state, visit } of became) {
      if (state !== "decided") continue;
      if (!by.some((each) => SAYS_FOR_THEMSELVES.includes(roleOf.get(each) ?? ""))) found.push(fault("decided-without", `decisions/${id}`, visit));
      if (alone.has(visit)) found.push(fault("decided-alone", `decisions/${id}`, visit));
    }
  }
  return found;
}

/** A goal stands in the place of an earlier one, and of no other that leads back to it. */
function replaced(plan: Plan): PlanFault[] {
  const goals = plan.goals ?? [];
  const before = new Map(goals.map(({ id, replaces }) => [id, replaces ?? null]));
  const found: PlanFault[] = [];
  for (const { id, pulls_against: against = [], replaces = null } of goals) {
    if (against.includes(id)) found.push(fault("not-itself", `goals/${id}`, id));
    const seen = new Set([id]);
    let at = replaces;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      at = before.get(at) ?? null;
    }
    if (at !== null) found.push(fault("replaces", `goals/${id}`, at));
  }
  return found;
}

const DAYS: readonly string[] = ["on", "start", "end", "signed_on", "checked", "created", "updated"];

/** The days that no calendar has. */
function days(value: unknown, path: string): PlanFault[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, place) => days(each, `${path}/${field(each, "id") ?? place}`));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const here = path ? `${path}/${name}` : name;
    if (typeof part !== "string") return days(part, here);
    return DAYS.includes(name) && !isTime(part) ? [fault("no-day", here, part)] : [];
  });
}

/** Whether there is such a day, and such a time where one is written. */
function isTime(written: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = written.split(/\D/).map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year > 0 && day > 0 && day <= longest && hour < 24 && minute < 60 && second < 60;
}
