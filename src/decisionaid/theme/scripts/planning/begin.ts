/** Who is here, and who types: asked at the beginning of a visit, and nothing is ticked before. */
import type { Person, Visit } from "../../generated/plan.ts";
import { addPerson, changeVisit, openVisit, personAs } from "../plan/open-plan.ts";
import { button, make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { takenAt, typedIn, watchDraft } from "./drafts.ts";
import { noRoom, peopleChoices, sayBeside, select, ticks } from "./fields.ts";
import type { Here } from "./here.ts";
import { missingAt } from "./missing.ts";

const ROLES = ["clinician", "carer", "speaks_for_me", "link_worker", "care_coordinator", "other"] as const;
const PROFESSIONALS: readonly Person["role"][] = ["clinician", "link_worker", "care_coordinator", "other"];

export function beginBox(desk: Desk, here: Here, kind: "visit" | "review"): HTMLElement {
  const { open, say } = desk;
  const isOpen = open.visit !== "";
  const job = make("input", { type: "text", id: "here-job", maxlength: "300", dir: "auto", autocomplete: "off", "aria-describedby": "here-job-hint" });
  watchDraft(job);
  const add = button(say("begin.add"), { class: "button secondary" }, () => {
    if (job.value.trim() === "") return missingAt("here-job", say("missing.words"));
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
    desk.show(next, "plan-title");
  });
  return make(
    "section",
    { class: "plan-begin", "aria-labelledby": "begin-title" },
    make("h2", { id: "begin-title" }, say("begin.title")),
    ticks({
      name: "here", legend: say("begin.hint"), choices: peopleChoices(desk), ticked: here.there,
      set: (id, isTicked) => {
        here.there = isTicked ? [...here.there, id] : here.there.filter((each) => each !== id);
      },
    }),
    make(
      "div",
      { class: "plan-three" },
      make("p", { class: "plan-field" }, make("label", { for: "here-job" }, say("begin.other")), make("span", { class: "hint", id: "here-job-hint" }, say("begin.other_hint")), job),
      select({ id: "here-role", label: say("begin.role"), none: say("begin.role_none"), chosen: "", choices: ROLES.map((value) => ({ value, words: say(`role.${value}`) })), waits: true }),
      make("p", { class: "plan-field" }, add),
    ),
    select({ id: "here-typed", label: say("begin.typed"), none: say("begin.typed_none"), chosen: here.typedBy, choices: peopleChoices(desk), set: (value) => (here.typedBy = value) }),
    make("p", {}, begin),
  );
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
