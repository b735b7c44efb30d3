/**
 * Goals, requests and the CarePlan of a plan as FHIR R4 resources; the same as `plan/fhir_doing.py`.
 *
 * A goal that the person was not asked about is in none of them. 0 to 10 is a number; the other four states are
 * codes, and what was not answered has neither.
 */
import type { Action, Asked, Goal, Plan, Rated, Said } from "../../generated/plan.ts";
import tables from "../../schema/plan-fhir.json";
import words from "../../schema/plan-lines.json";
import { oneLine, urn, uuidOf } from "../handover/fhir-parts.ts";
import { fill } from "../record/text.ts";
import type { Lines } from "./lines.ts";
import type { Words } from "./phrases.ts";
import { requestOf } from "./requests.ts";
import { goalNow, lastDeed, lastLook, whoDoes } from "./taken.ts";

/** Whether the person has said that this is their plan. */
export type Standing = "agreed" | "proposed";
export type Resource = { readonly id: string; readonly [field: string]: unknown };

export class Doing {
  private readonly plan: Plan;
  private readonly lines: Lines;
  private readonly standing: Standing;
  private readonly me: string;
  private readonly who: (id: string) => object;
  private readonly days: ReadonlyMap<string, string>;

  /** `me` is the person; `who` gives a reference to somebody. */
  constructor(lines: Lines, standing: Standing, me: string, who: (id: string) => object) {
    this.plan = lines.plan;
    this.lines = lines;
    this.standing = standing;
    this.me = me;
    this.who = who;
    this.days = new Map((lines.plan.visits ?? []).map(({ id, on }) => [id, on]));
  }

  /** A Goal for each that the person has answered about. */
  goals(): Resource[] {
    return this.lines.askedGoals().map((goal) => this.goal(goal));
  }

  private goal(goal: Goal): Resource {
    const status = lastLook(goal)?.status ?? "open";
    const name = goal.mine === "declined" ? "declined" : this.lines.replaced.has(goal.id) ? "replaced" : status;
    const extension = [...rated(tables.importance, goal.importance), ...rated(tables.confidence, goal.confidence)];
    const code = (tables.achieved as Words)[status];
    const day = (goal.looked ?? []).flatMap(({ when }) => when?.on ?? []).at(-1);
    const note = this.goalNotes(goal);
    return {
      resourceType: "Goal",
      id: uuidOf(this.plan, `Goal/${goal.id}`),
      ...(extension.length > 0 ? { extension } : {}),
      lifecycleStatus: (tables.lifecycle as Words)[name] ?? tables.goal[this.standing],
      ...(code ? { achievementStatus: { coding: [{ system: tables.achievement, code }], text: words.goal_status[status] } } : {}),
      description: { text: oneLine(goal.said.words) },
      subject: this.who(this.me),
      startDate: this.days.get(goal.said.visit),
      expressedBy: this.who(goal.said.by),
      ...(day ? { target: [{ dueDate: day }] } : {}),
      ...(note.length > 0 ? { note } : {}),
    };
  }

  private goalNotes(goal: Goal): object[] {
    const said = (["why", "helps", "gets_in_the_way", "pull_words"] as const).flatMap((name) => {
      const own = goal[name];
      return own ? [this.note(fill(words.goal[name], { words: oneLine(own.words) }), own)] : [];
    });
    const looks = (goal.looked ?? []).flatMap(({ now = "", said: own, visit }) => [
      ...(now ? [{ time: this.days.get(visit), text: fill(words.goal.now, { words: oneLine(now) }) }] : []),
      ...(own ? [this.note(oneLine(own.words), own)] : []),
    ]);
    const when = this.lines.goalWhen(goal);
    return [...said, ...looks, ...(when ? [{ text: fill(words.goal.when, { words: when }) }] : [])];
  }

  private note(text: string, said: Said | null, visit: string | null = null): object {
    if (said === null && visit) return { time: this.days.get(visit), text };
    return said ? { authorReference: this.who(said.by), time: this.days.get(said.visit), text } : { text };
  }

  /** A ServiceRequest for each request to which the person said yes: a draft, and a proposal. */
  requests(): Resource[] {
    return this.lines.takenActions().flatMap((action) => {
      const asked = requestOf(action);
      return asked ? [this.request(action, asked)] : [];
    });
  }

  private request(action: Action, { contact_me_by: by = "", reason, to }: Asked): Resource {
    return {
      resourceType: "ServiceRequest",
      id: this.requestId(action),
      status: "draft",
      intent: "proposal",
      code: { text: oneLine(action.said.words) },
      subject: this.who(this.me),
      authoredOn: this.days.get(action.said.visit),
      requester: this.who(whoDoes(action) ?? this.me),
      performerType: { text: oneLine(to) },
      ...(reason ? { reasonCode: [{ text: this.lines.said(reason) }] } : {}),
      ...(by ? { note: [{ text: fill(tables.reach, { words: oneLine(by) }) }] } : {}),
    };
  }

  private requestId({ id }: Action): string {
    return uuidOf(this.plan, `ServiceRequest/${id}`);
  }

  /** The CarePlan, without who wrote it. */
  carePlan(): Resource {
    const goal = this.lines.askedGoals().filter(({ mine }) => mine !== "declined").map((each) => this.goalReference(each));
    const activity = [...this.lines.takenActions().map((each) => this.activity(each)), ...this.review()];
    const note = this.lines.notes().map(({ label, said, text, visit }) => this.note(fill(words.labelled, { label, words: text }), said, visit));
    const lists = Object.entries({ goal, activity, note }).filter(([, each]) => each.length > 0);
    return {
      resourceType: "CarePlan",
      id: uuidOf(this.plan, "CarePlan"),
      ...tables.care_plan[this.standing],
      title: tables.title,
      subject: this.who(this.me),
      created: this.plan.created,
      careTeam: [{ reference: urn(uuidOf(this.plan, "CareTeam")) }],
      ...Object.fromEntries(lists),
    };
  }

  private goalReference({ id }: Goal): object {
    return { reference: urn(uuidOf(this.plan, `Goal/${id}`)) };
  }

  private activity(action: Action): object {
    // An activity has details or a reference, and never both.
    if (requestOf(action)) return { reference: { reference: urn(this.requestId(action)) } };
    const [deed, who, when] = [lastDeed(action), whoDoes(action), this.lines.actionWhen(action)];
    const goal = this.lines.askedGoals().filter(({ id }) => id === goalNow(this.plan, action.goal)).map((each) => this.goalReference(each));
    const progress = (action.did ?? []).flatMap(({ said }) => (said ? [this.note(oneLine(said.words), said)] : []));
    const detail = {
      status: tables.activity[deed?.status ?? ""],
      ...(deed ? { statusReason: { text: words.action_status[deed.status] } } : {}),
      ...(goal.length > 0 ? { goal } : {}),
      ...(when ? { scheduledString: when } : {}),
      ...(who ? { performer: [this.who(who)] } : {}),
      description: [this.lines.of(action), this.lines.service(action.service), this.lines.takenBack(action)].filter(Boolean).join(tables.part),
    };
    return { detail, ...(progress.length > 0 ? { progress } : {}) };
  }

  private review(): object[] {
    const last = this.plan.reviews?.at(-1);
    if (!last?.when) return [];
    return [{ detail: { ...tables.review, scheduledString: this.lines.when(last.when), ...(last.lead ? { performer: [this.who(last.lead)] } : {}) } }];
  }
}

function rated(url: string, all: readonly Rated[] | undefined): object[] {
  const last = all?.at(-1);
  return last ? [{ url, ...(last.state === "answered" ? { valueInteger: last.value } : { valueCode: last.state }) }] : [];
}
