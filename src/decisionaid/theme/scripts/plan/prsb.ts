/**
 * A plan under the headings of PRSB's Personalised Care and Support Plan 2.0, the same as `plan/prsb.py` makes.
 *
 * Decisions stand beside it, each under those of Shared Decision Making 1.0. What is mandatory and not there is named:
 * who the person is and their practice are not in a plan, and the receiving system adds them.
 */
import type { Action, Decision, Goal, IfWorse, Person, Plan, Rated, Visit } from "../../generated/plan.ts";
import words from "../../schema/plan-lines.json";
import tables from "../../schema/plan-prsb.json";
import texts from "../../schema/plan-text.json";
import sdm from "../../schema/prsb.json";
import { oneLine } from "../handover/fhir-parts.ts";
import { under, type Values } from "../handover/headings.ts";
import { canonicalJson } from "../record/canonical.ts";
import { markOf } from "../record/made-up.ts";
import { fill } from "../record/text.ts";
import { Lines } from "./lines.ts";
import { dayInWords, relationOf, roleOf, type Words } from "./phrases.ts";
import { aboutMeNow, needsLater, needsNow, notesNow } from "./current.ts";
import { stageOf } from "./standing.ts";
import { askedTo, goalNow, lastDeed, professionals, whoDoes } from "./taken.ts";
import { visitHeld } from "./visits.ts";

/** All of it as canonical JSON, with the licence of the headings. */
export function planPrsbText(plan: Plan): string {
  const { format, licence, standard } = tables;
  const decisions = (plan.decisions ?? []).map((each) => new Document(plan).decision(each));
  return canonicalJson({ format, standard, licence, ...planPrsbDocument(plan), ...(decisions.length > 0 ? { decisions } : {}) });
}

/** What stands under the headings, and what is missing. */
export function planPrsbDocument(plan: Plan): { document: object; missing: string[] } {
  const missing = [...tables.always];
  return { document: under(tables.headings, new Document(plan).values(), missing) ?? {}, missing };
}

class Document {
  private readonly plan: Plan;
  private readonly lines: Lines;
  private readonly visits: ReadonlyMap<string, Visit>;
  /** The ids of those who help as their work. */
  private readonly atWork: ReadonlySet<string>;

  constructor(plan: Plan) {
    this.plan = plan;
    this.atWork = professionals(plan);
    this.lines = new Lines(plan);
    this.visits = new Map((plan.visits ?? []).map((visit) => [visit.id, visit]));
  }

  /** What is said, by the names in the table. */
  values(): Values {
    const { budgets = [], if_worse: ifWorse = [], people, strengths = [], updated } = this.plan;
    const others = people.filter(({ role }) => role !== "me");
    const last = visitHeld(this.plan);
    return {
      demographics: markOf(this.plan),
      ...this.about(),
      professionals: others.filter(({ id }) => this.atWork.has(id)).map(contact),
      personal: others.filter(({ id }) => !this.atWork.has(id)).map((person) => ({ ...contact(person), role: relationOf(person) })),
      strengths: [...strengths, ...notesNow(this.plan, this.plan.going_well ?? [])].map((each) => this.lines.said(each)),
      needs: this.needs(),
      agreed: this.lines.part("agreed"),
      funding: budgets.length > 0 ? tables.funding : "",
      updated: updated.slice(0, 10),
      ...this.review(),
      performing: (last?.there ?? []).filter((id) => this.atWork.has(id)).map((id) => this.lines.who(id)),
      completing: last ? this.lines.who(last.typed_by) : "",
      contingency: ifWorse.map((each) => this.contingency(each)),
      support_plans: this.budget(),
    };
  }

  private about(): Values {
    const about = aboutMeNow(this.plan);
    const visits = about.flatMap(({ said }) => said.flatMap(({ visit }) => this.visits.get(visit) ?? []));
    const wrote = new Set(visits.map((visit) => visit.typed_by).filter((id) => this.lines.person(id).role !== "me"));
    const told: { [heading: string]: string[] } = Object.fromEntries(about.map(({ heading, said }) => [heading, said.map((each) => this.lines.byWhom(this.lines.ofMe(each), each))]));
    const ways = this.lines.ways();
    if (ways) told["communicate"] = [...(told["communicate"] ?? []), fill(words.labelled, { label: words.notes.communication, words: ways })];
    return {
      ...told,
      supported: this.plan.people.filter(({ id }) => wrote.has(id)).map(roleOf),
      about_updated: visits.map(({ on }) => on).sort().at(-1) ?? "",
    };
  }

  private needs(): Values[] {
    const [needs, later] = [needsNow(this.plan), needsLater(this.plan)];
    const goals = this.lines.askedGoals().filter(({ mine }) => mine !== "declined");
    // What was for a need in its old words is for it in its new ones.
    const named = needs.map((need) => ({
      need: this.lines.byWhom(this.lines.need(need), need.said),
      goals: goals.filter((goal) => (later.get(goal.need ?? "") ?? goal.need) === need.id).map((each) => this.goal(each)),
    }));
    const known = new Set<unknown>([...later.keys(), ...needs.map(({ id }) => id)]);
    const ids = new Set<unknown>(goals.map(({ id }) => id));
    const loose = this.lines.takenActions().filter(({ goal }) => !ids.has(goalNow(this.plan, goal)));
    const rest = [
      ...goals.filter(({ need }) => !known.has(need)).map((each) => this.goal(each)),
      ...(loose.length > 0 ? [{ goal: tables.not_said, actions: loose.map((each) => this.action(each, "")) }] : []),
    ];
    return [...named, ...(rest.length > 0 ? [{ need: tables.not_said, goals: rest }] : [])];
  }

  private goal(goal: Goal): Values {
    const sure = this.sure(goal.confidence);
    return {
      goal: this.lines.of(goal),
      importance: this.rated(goal.importance),
      actions: this.lines.takenActions().filter((each) => goalNow(this.plan, each.goal) === goal.id).map((each) => this.action(each, sure)),
      outcomes: (goal.looked ?? []).flatMap(({ said, visit }) => (said ? [fill(words.outcome, { words: this.lines.said(said), day: dayInWords(this.visits.get(visit)?.on ?? "") })] : [])),
      status: this.lines.goalStatus(goal),
    };
  }

  /** 1 to 10 as a number, and all else in words: the heading begins at 1. */
  private rated(all: readonly Rated[] | undefined): number | string {
    const last = all?.at(-1);
    if (last?.value) return last.value;
    return last?.state === "answered" ? tables.zero : this.lines.rated(all);
  }

  /** How sure the person is in words, with the day of an earlier answer. */
  private sure(all: readonly Rated[] | undefined): string {
    const last = all?.at(-1);
    return last?.state === "answered" && !last.value ? this.lines.ratedOn(tables.zero, last) : this.lines.rated(all);
  }

  private action(action: Action, sure: string): Values {
    const [deed, who] = [lastDeed(action), whoDoes(action)];
    const asked = oneLine(askedTo(action));
    const tell = (action.did ?? []).filter((each) => each.tell).at(-1)?.tell;
    return {
      what: this.lines.of(action),
      ...(who ? contact(this.lines.person(who)) : asked ? { role: asked } : {}),
      when: this.lines.actionWhen(action),
      strategies: [tell ? fill(words.action.tell, { words: this.lines.who(tell) }) : "", oneLine(action.help ?? ""), this.lines.service(action.service), this.lines.takenBack(action)].filter(Boolean),
      status: deed ? words.action_status[deed.status] : "",
      confidence: sure ? fill(tables.of_goal, { words: sure }) : "",
      updated: (deed && this.visits.get(deed.visit)?.on) ?? "",
    };
  }

  private review(): Values {
    const last = this.plan.reviews?.at(-1);
    const { contact: number = "", name = "", role = "" } = last?.lead ? contact(this.lines.person(last.lead)) : {};
    return { review: this.lines.when(last?.when), lead: role, lead_name: name, lead_contact: number };
  }

  private contingency({ agreed = null, call = "", i_do: iDo, signs }: IfWorse): Values {
    return { signs: this.lines.said(signs), i_do: this.lines.said(iDo), call: oneLine(call), agreed: agreed === null ? "" : agreed ? "yes" : "no" };
  }

  private budget(): Values[] {
    const content = this.lines.money();
    const review = this.lines.when(this.plan.budgets?.at(-1)?.review);
    return content.length > 0 ? [{ name: tables.budget, content, review }] : [];
  }

  /** One decision under the headings of Shared Decision Making, and what is missing there. */
  decision(decision: Decision): object {
    const missing: string[] = [];
    return { standard: sdm.standard, document: under(sdm.headings, this.decided(decision), missing), missing };
  }

  private decided({ aid, became = [], condition, question = "", shown = [] }: Decision): Values {
    const last = became.at(-1);
    const isAgreed = tables.agreed.includes(stageOf(this.plan));
    const doubts = this.lines.said(last?.doubts);
    const said = last ? fill(texts.became[last.state], { option: oneLine(last.option_name ?? "") }) : "";
    const problem = (this.plan.conditions ?? []).find(({ id }) => id === condition);
    return {
      pre: markOf(this.plan),
      problems: oneLine(problem?.name ?? ""),
      status: (isAgreed && (tables.decided as Words)[last?.state ?? ""]) || tables.undecided,
      matters: aboutMeNow(this.plan).filter(({ heading }) => heading === "most_important").flatMap((each) => each.said.map((one) => this.lines.said(one))),
      people: (last?.by ?? []).map((id) => this.present(this.lines.person(id))),
      options: shown.map((option) => ({ option: fill(tables.option, { option: oneLine(option) }) })),
      tools: aid ? [{ name: fill(tables.tool, { title: oneLine(aid.title), version: oneLine(aid.version) }), type: tables.tool_type }] : [],
      // What it is about stands beside it as a problem, where a condition was named.
      decision: last ? [condition ? "" : oneLine(question), said, this.lines.said(last.reason)].filter(Boolean) : [],
      issues: doubts ? [{ details: [doubts] }] : [],
    };
  }

  private present(person: Person): Values {
    const isRelated = person.role !== "me" && !this.atWork.has(person.id);
    return isRelated ? { relationship: relationOf(person) } : { role: roleOf(person) };
  }
}

function contact(person: Person): { name: string; role: string; contact: string } {
  return { name: oneLine(person.name ?? ""), role: roleOf(person), contact: oneLine(person.contact ?? "") };
}
