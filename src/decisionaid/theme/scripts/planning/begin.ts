/** Who is here, and who types: asked at the beginning of a visit, and nothing is ticked before. */
import type { Person, Visit } from "../../generated/plan.ts";
import { PROFESSIONALS } from "../plan/faults.ts";
import { addPerson, changeVisit, isOfUnknownRole, openVisit, personAs, sayRole } from "../plan/open-plan.ts";
import { button, make, one } from "../page/dom.ts";
import { line } from "../record/text.ts";
import type { Desk, Page } from "./desk.ts";
import { takenAt, typedIn, watchDraft } from "./drafts.ts";
import { type Choice, firstLetter, noRoom, peopleChoices, sayBeside, select, ticks } from "./fields.ts";
import type { Here } from "./here.ts";
import { missingAt } from "./missing.ts";
import { firstWho, personWords } from "./words.ts";

const ROLES = ["clinician", "carer", "speaks_for_me", "link_worker", "care_coordinator", "professional", "other"] as const;
/** What somebody of whom nobody has said it yet can be; who may decide for the person is named as that from the start. */
const NOT_YET_SAID = ROLES.filter((role) => role !== "speaks_for_me");
/** No id of a person: whoever was asked, while they are not one of the plan's people. */
const ASKED = "+asked";

export function beginBox(desk: Desk, here: Here, kind: "visit" | "review"): HTMLElement {
  const { open, say } = desk;
  const isOpen = open.visit !== "";
  const job = make("input", { type: "text", id: "here-job", maxlength: "300", dir: "auto", autocomplete: "off", "aria-describedby": "here-job-hint" });
  watchDraft(job);
  const add = button(say("begin.add"), { class: "button secondary" }, () => {
    if (line(job.value) === "") return missingAt("here-job", say("missing.words"));
    const role = typedIn("here-role");
    if (role === "") return missingAt("here-role", say("missing.choice"));
    // Somebody whom the plan knows already is ticked.
    const known = personAs(desk.open.plan, role as Person["role"], job.value);
    const next = known ? desk.open : addPerson(desk.open, role as Person["role"], job.value);
    const added = known ?? next.plan.people.at(-1);
    if ((!known && next === desk.open) || !added) return noRoom(desk, add);
    takenAt("here-job", "here-role");
    here.there = [...new Set([...here.there, added.id])];
    desk.show(next, "here-typed");
  });
  const begin = button(say(isOpen ? "begin.change" : `begin.${kind}`), { class: "button", "data-begin": "" }, () => {
    if (here.there.length === 0 || !here.there.includes(here.typedBy)) {
      sayBeside(begin.parentElement ?? begin, say("begin.more"));
      return document.getElementById(here.there.length === 0 ? "here" : "here-typed")?.focus();
    }
    const visit = { there: [...here.there], typed_by: here.typedBy, kind: kindOf(desk, here, kind) };
    const next = isOpen ? changeVisit(desk.open, visit) : openVisit(desk.open, { ...visit, on: desk.today, how: "not_said" });
    if (!isOpen && next === desk.open) return noRoom(desk, begin);
    if (isOpen && next === desk.open && !isAsBefore(desk, visit)) return sayBeside(begin.parentElement ?? begin, say("begin.said"));
    desk.unfolded.delete("here");
    // Which files these were is of no more use once the visit has begun.
    one("[data-opened]")?.remove();
    desk.show(next, "plan-title");
  });
  return make(
    "section",
    { class: "plan-begin", "aria-labelledby": "begin-title" },
    make("h2", { id: "begin-title" }, say("begin.title")),
    ticks({
      name: "here", legend: say("begin.hint"), choices: choicesHere(desk), ticked: here.there,
      set: (value, isTicked) => {
        const id = personOf(desk, value);
        here.there = isTicked ? [...here.there, id] : here.there.filter((each) => each !== id);
        if (isOfUnknownRole(desk.open, id)) desk.show(desk.open);
      },
    }),
    ...here.there.filter((id) => isOfUnknownRole(open, id)).map((id) => roleField(desk, id)),
    make(
      "div",
      { class: "plan-three" },
      make("p", { class: "plan-field" }, make("label", { for: "here-job" }, say("begin.other")), make("span", { class: "hint", id: "here-job-hint" }, say("begin.other_hint")), job),
      select({ id: "here-role", label: say("begin.role"), none: say("begin.role_none"), chosen: "", choices: ROLES.map((value) => ({ value, words: say(`role.${value}`) })), waits: true }),
      make("p", { class: "plan-field" }, add),
    ),
    select({ id: "here-typed", label: say("begin.typed"), none: say("begin.typed_none"), chosen: here.typedBy, choices: choicesHere(desk), set: (value) => (here.typedBy = personOf(desk, value)) }),
    make("p", {}, begin),
  );
}

/** Who can be here; on a request by itself whoever was asked comes first, as the person calls them. */
function choicesHere(desk: Desk): Choice[] {
  const choices = peopleChoices(desk);
  const to = whomAsked(desk);
  if (to === "") return choices;
  const known = knownAs(desk, to)?.id;
  const asked = choices.find(({ value }) => value === known) ?? { value: ASKED, words: firstLetter(to) };
  return [asked, ...choices.filter((each) => each !== asked)];
}

/** The id behind a choice: who was asked is one of the plan's people once they were chosen. */
function personOf(desk: Desk, value: string): string {
  const to = whomAsked(desk);
  if (value !== ASKED || to === "") return value;
  if (!knownAs(desk, to)) desk.note(addPerson(desk.open, roleOf(to, desk), to));
  return knownAs(desk, to)?.id ?? "";
}

/** Whom a request that lies here by itself asks; empty: a plan does. */
function whomAsked({ nearby: { request } }: Desk): string {
  return line(request?.actions?.[0]?.asked?.to ?? "");
}

function knownAs({ open: { plan }, say }: Desk, to: string): Person | undefined {
  return plan.people.find((each) => personWords(each, plan, say).toLowerCase() === to.toLowerCase());
}

/** What they are, where the words for them say it; of others it is asked. */
function roleOf(to: string, { say }: Desk): Person["role"] {
  const words = to.toLowerCase();
  return ROLES.find((role) => PROFESSIONALS.includes(role) && [say(`role.${role}`), say(`who.${role}`)].some((each) => each.toLowerCase() === words)) ?? "other";
}

/** Whether who is here is being said otherwise, and that was not taken yet. */
export function isHereChanged({ here, open: { plan, visit }, unfolded }: Page): boolean {
  const at = plan.visits?.find(({ id }) => id === visit);
  if (!at || !unfolded.has("here")) return false;
  return here.typedBy !== at.typed_by || here.there.length !== at.there.length || here.there.some((id) => !at.there.includes(id));
}

/** Say at the button that takes it that it comes first, and go there. */
export function sayFirst({ say }: Desk): void {
  const begin = one("[data-begin]");
  if (!begin) return;
  sayBeside(begin.parentElement ?? begin, say("begin.first"));
  begin.focus();
}

/** What somebody is who was named by their job alone, as one who does a step: it is asked when they are here. */
function roleField(desk: Desk, id: string): HTMLElement {
  const { open, say } = desk;
  const person = open.plan.people.find((each) => each.id === id);
  return select({
    id: `here-role-${id}`, label: say("begin.role_of", { who: firstWho(open.plan, id, say) }), none: say("begin.role_none"),
    chosen: person?.role === "other" ? "" : (person?.role ?? ""), choices: NOT_YET_SAID.map((role) => ({ value: role, words: say(`role.${role}`) })),
    set: (role) => void desk.note(sayRole(desk.open, id, (role || "other") as Person["role"])),
  });
}

function isAsBefore({ open: { plan, visit } }: Desk, { kind, there, typed_by: by }: Pick<Visit, "kind" | "there" | "typed_by">): boolean {
  const at = plan.visits?.find(({ id }) => id === visit);
  return at?.kind === kind && at.typed_by === by && at.there.length === there.length && there.every((id) => at.there.includes(id));
}

/** A link worker's own visit, and the person's own time, are told apart by who is there. */
function kindOf({ open: { plan } }: Desk, { there }: { there: readonly string[] }, kind: "visit" | "review"): Visit["kind"] {
  const roles = plan.people.filter(({ id }) => there.includes(id)).map(({ role }) => role);
  if (!roles.some((role) => PROFESSIONALS.includes(role))) return "between";
  if (kind === "visit" && roles.some((role) => role === "link_worker" || role === "care_coordinator") && !roles.includes("clinician")) return "link_worker";
  return kind;
}
