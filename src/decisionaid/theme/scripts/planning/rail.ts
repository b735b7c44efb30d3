/** Beside the blocks: what is still open, each with a way to its field, and what was said at home. */
import type { Need, Plan, Said } from "../../generated/plan.ts";
import { namesOf } from "../handover/named.ts";
import { stated } from "../handover/stated.ts";
import type { Opened } from "../incoming/read-types.ts";
import { type Pointer, pointersOf } from "../plan/pointers.ts";
import { isMadeUp } from "../record/made-up.ts";
import { sayOfSign } from "../plan/edits.ts";
import { isSign, needsNow, signsTicked } from "../plan/current.ts";
import { openGoals } from "../plan/taken.ts";
import { isMet } from "../plan/visits.ts";
import { button, make } from "../page/dom.ts";
import type { Desk } from "./desk.ts";
import { saidByField } from "./fields.ts";
import { pullField } from "./fold-pulls.ts";
import { day, headingWords, inLine, listed, own, saidBy, whoWords } from "./words.ts";

type Code = "PL01" | "PL02" | "PL03" | "PL04" | "PL05" | "PL06" | "PL07" | "PL08" | "PL09" | "PL10" | "PL11" | "PL12" | "PL13" | "PL14" | "PL15" | "PL16" | "PL17" | "PL18" | "PL20" | "PL21" | "PL22" | "PL30";

/** Where a pointer leads: what has to be unfolded, the id of its field, and which goal it is about. */
function placeOf({ code, path }: Pointer, plan: Plan): { unfold?: string; id: string; goal?: string } {
  const [part = "", id = ""] = path.split("/");
  switch (code as Code) {
    case "PL01": return { unfold: "matters", id: "f-matters" };
    case "PL02": return part === "goals" ? { unfold: "goals", id: `s-goals-${id}` } : { id: `s-actions-${id}` };
    case "PL03": return { id: "f-goal-new" };
    case "PL04": return { id: `f-${id}-who` };
    case "PL05": return part === "goals" ? { ...(openGoals(plan)[0]?.id === id ? {} : { unfold: "goals" }), id: `f-goal-${id}-when` } : { id: `f-${id}-when` };
    case "PL06": return { id: `f-${id}-asked` };
    case "PL07": return { id: `f-${id}-who` };
    case "PL08": return { id: `f-${id}-tell` };
    case "PL09": return { unfold: "actions-own", id: "f-action-new", goal: id };
    case "PL10": return { unfold: "review", id: "f-review-when" };
    case "PL11": return { unfold: "review", id: "f-review-lead" };
    case "PL12": return { id: "f-worse" };
    case "PL13":
    case "PL16": return { id: "f-agreed" };
    case "PL14": return { id: "print-copy" };
    case "PL15": return { id: "signs-ticked" };
    case "PL17": if (part !== "about_me") return { ...(part === "budgets" ? { unfold: "money" } : {}), id: `apart-${part}` };
      return id === "most_important" ? { id: "matters-title" } : { unfold: "about", id: `f-about-${id}` };
    case "PL18": return { unfold: "goals", id: `which-${id}` };
    case "PL20": return { unfold: "money", id: "f-money-amount" };
    case "PL21": return { unfold: "money", id: "f-money-signed" };
    case "PL22": return { unfold: "money", id: "f-money-review" };
    case "PL30": return { unfold: "pulls", id: pullField(plan, id) };
    default: return { id: "" };
  }
}

export function openBox(desk: Desk): HTMLElement {
  const { open, say, today } = desk;
  const pointers = pointersOf(open.plan, today);
  const rows = pointers.map((pointer) => {
    const { goal, id, unfold } = placeOf(pointer, open.plan);
    const heading = pointer.code === "PL17" ? headingWords(pointer.path.split("/").at(-1) ?? "", say) : "";
    const words = say(`open.${pointer.code as Code}`, { words: pointer.words || heading, who: pointer.who ? whoWords(open.plan, pointer.who, say) : "", date: pointer.day ? day(pointer.day, say) : "" });
    if (id === "") return make("li", {}, words);
    return make("li", {}, button(words, { class: "link", "data-to": id }, () => {
      if (unfold) desk.unfolded.add(unfold);
      if (goal) desk.nextAction.goal = goal;
      desk.find(id);
    }));
  });
  const title = say("open", { n: pointers.length });
  // With nothing in it there is nothing to unfold.
  if (rows.length === 0) return make("p", { class: "plan-rail-part", "data-rail": "open" }, make("b", {}, title));
  return railFold("open", title, make("ul", {}, ...rows), make("p", { class: "hint" }, say("open.hint")));
}

function railFold(key: "open" | "home", title: string, ...content: HTMLElement[]): HTMLElement {
  return make("details", { class: "plan-rail-part", "data-rail": key }, make("summary", {}, title), ...content);
}

export function homeBox(desk: Desk): HTMLElement {
  const { open: { held, plan }, say } = desk;
  const prepared = (plan.visits ?? []).filter(({ kind }) => kind === "preparation");
  const ids = new Set(prepared.map(({ id }) => id));
  const dayOf = (visit: string): string => day(prepared.find(({ id }) => id === visit)?.on ?? "", say);
  // Of more than one day each says which it is of.
  const saidThere = (all: readonly { visit: string; words: string }[] = []): string[] => all.filter(({ visit }) => ids.has(visit)).map(({ visit, words }) => (prepared.length > 1 ? inLine([words, dayOf(visit)], say) : words));
  // What is ticked now was not said at home; of what stands since a visit only those that say when can be told.
  const needs = needsNow(held).filter(({ visit }) => !visit || ids.has(visit));
  const wasVisited = needs.some(({ visit }) => !visit) && (held.visits ?? []).some(({ id }) => !ids.has(id));
  const first = needs.filter((each) => each.first);
  // The sheet and the answers may both say so.
  const likes = [...new Set([...(plan.communication ?? []), ...desk.home.flatMap(({ record }) => record.communication)])];
  const parts = [
    ...hard(desk, say("home.first"), first),
    ...hard(desk, say("home.hard"), needs.filter((each) => !each.first)),
    ...part(say("home.well"), saidThere(plan.going_well)),
    ...part(say("home.asks"), saidThere(plan.questions)),
    ...(desk.home.length > 1 ? [] : desk.home.flatMap((each) => ofRecord(desk, each))),
    ...part(say("home.likes"), likes.length > 0 ? [listed(likes.map((each) => say(`likes.${each}`)), say)] : []),
  ];
  // Of several aids each says of which it is.
  const each = desk.home.length > 1 ? desk.home.flatMap((of) => [make("h3", { class: "rail-of" }, own(of.record.aid.title)), make("dl", {}, ...ofRecord(desk, of))]) : [];
  // Which way somebody leans, and what they are not sure of, stands in no plan.
  const elsewhere = isMadeUp(plan) ? [] : (plan.decisions ?? []).filter(({ record }) => record && !desk.home.some((each) => each.record.id === record));
  const more = elsewhere.map(({ question }) => make("p", { class: "hint", "data-elsewhere": "" }, say("home.elsewhere", { question })));
  const last = prepared.at(-1);
  const title = wasVisited ? say("home.both") : last && prepared.length === 1 ? say("home.on", { date: day(last.on, say) }) : say("home");
  return railFold("home", title, ...(parts.length > 0 ? [make("dl", {}, ...parts)] : each.length + more.length > 0 ? [] : [make("p", { class: "hint" }, say("home.nothing"))]), ...each, ...more);
}

function part(title: string, lines: readonly string[]): HTMLElement[] {
  return lines.length === 0 ? [] : [make("dt", {}, title), ...lines.map((text) => make("dd", {}, own(text)))];
}

/** "Something else" says nothing without what was written beside it. */
function hard({ say }: Desk, title: string, needs: readonly Need[]): HTMLElement[] {
  const lines = needs.map(({ about, said }) => make("dd", {}, say(`need.${about}`), ...(said ? [": ", own(said.words)] : [])));
  return lines.length === 0 ? [] : [make("dt", {}, title), ...lines];
}

/** Warning signs that were ticked at home, on top of the visit until somebody has said something of them. */
export function signsBox(desk: Desk): HTMLElement[] {
  const { home, open, say } = desk;
  const ticked = signsTicked(open.held);
  const known = new Set((open.plan.about_me ?? []).flatMap(({ said }) => said).filter(isSign).map(({ words }) => words));
  // Of a plan that was saved before such signs stood in it, they are in the answers alone.
  const beside = home.flatMap(({ known: { seen, words }, record }) => record.red_flags.map((id) => namesOf(record, seen ?? words)(`red_flags/${id}`)).filter((each) => !known.has(each)));
  if (ticked.length + beside.length === 0) return [];
  const lines = [...ticked.map((each) => make("li", {}, own(each.words), " ", make("span", { class: "plan-about" }, saidBy(open, each, desk)), ...signField(desk, each))), ...beside.map((words) => make("li", {}, own(words)))];
  return [make("section", { class: "plan-signs", id: "signs-ticked", tabindex: "-1", "aria-labelledby": "signs-title" }, make("h3", { id: "signs-title" }, say("home.signs")), make("ul", {}, ...lines))];
}

/** What was said of it, where there is somebody to talk to. */
function signField(desk: Desk, sign: Said): HTMLElement[] {
  const { open: { plan, visit }, say } = desk;
  const at = plan.visits?.find(({ id }) => id === visit);
  if (!at || !isMet(plan, at)) return [];
  const said = (plan.about_me ?? []).flatMap((each) => each.said).find((each) => each.example === sign.example && each.visit === visit);
  const id = `f-sign-${sign.example}-${sign.visit}`.replaceAll(/[^a-z0-9-]/gu, "-");
  return saidByField(desk, { id, label: say("home.signs_said"), value: said?.words ?? "", there: at.there, by: said?.by ?? "", set: (words, by) => desk.note(sayOfSign(desk.open, sign, words, by)) });
}

/** What a record says beside what the plan took over: it is the person's, and stands in no plan. */
function ofRecord({ say }: Desk, { known, record }: Opened): HTMLElement[] {
  const words = known.seen ?? known.words;
  const named = namesOf(record, words);
  const { option, state } = record.leaning;
  const unsure = record.values.filter((each) => each.state === "unsure").map(({ id }) => named(`values/${id}`));
  const signs = record.red_flags.map((id) => named(`red_flags/${id}`));
  // What somebody takes for true that the aid does not say; never without what it does say.
  const beliefs = words ? stated(record, words).beliefs.flatMap(({ answer, check: { explanation, statement } }) => (answer && explanation ? [say("home.thinks", { statement, answer, text: explanation })] : [])) : [];
  const all = words?.red_flags?.length ?? 0;
  const leaning = option !== null ? named(`leaning/${option}`) : state === "unsure" ? say("sure.unsure") : state === "not_applicable" || state === "prefer_not_to_say" ? say(`sure.${state}`) : say("home.no_leaning");
  const { helper, role } = record.filled_in_by;
  return [
    ...(role === "carer" ? part(say("home.carer", { who: helper || say("who.carer") }), [record.aid.title]) : []),
    ...part(say("home.leaning"), [leaning]),
    ...part(say("home.unsure"), unsure),
    ...part(say("home.go_over"), beliefs),
    ...part(say("home.signs"), signs.length > 0 ? signs : all > 0 && !record.kept_back.includes("red_flags") ? [say("home.signs_none", { n: all })] : []),
    ...part(say("home.ideas"), record.ideas.map(({ text }) => text)),
  ];
}
