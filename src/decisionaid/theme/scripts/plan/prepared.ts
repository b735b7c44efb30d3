/**
 * A preparation as a plan: a new one of the stage "prepared", or the last one with one visit more.
 *
 * The same answers, id, visit and time give the same bytes. Nothing that stood in the last plan changes but what
 * holds now: what is to be talked about first, and how the person likes information.
 */
import type { Action, Goal, Need, Person, Plan, Said } from "../../generated/plan.ts";
import { clean } from "../record/text.ts";
import { ABOUT, MOST_RESULTS, WORDS, type About, type Preparation } from "./preparation.ts";
import { lastDeed, lastLook } from "./taken.ts";
import { dayBehind, visitIdBehind } from "./visit-id.ts";
import { bytesOf, compact, isAltered, MAX_PLAN_BYTES, sealed } from "./written.ts";

/** What names a preparation. */
export interface Begun {
  /** 32 hex digits; of no meaning where there is a last plan. */
  readonly id: string;
  /** The visit's id, chosen at random. */
  readonly visit: string;
  readonly rev: number;
  /** Instants in UTC, to the second. */
  readonly created: string;
  readonly updated: string;
  /** Year-month-day where the person is. */
  readonly day: string;
  readonly language: string;
  /** The id of a last plan that has no room for more; null: there is none. */
  readonly follows: string | null;
}

/** `last`: the plan that it goes on from; null: none was opened. */
export function prepared(said: Preparation, begun: Begun, last: Plan | null = null): Plan {
  // On a day before the last visit it would count as said before that, and nobody would see it.
  const day = dayBehind(last?.visits ?? [], begun.day);
  return sealed(compact(new Writing(said, { ...begun, day, visit: visitOf(day, begun.visit, last) }, last ?? blank(begun)).plan()), last !== null && isAltered(last));
}

/** The name that was chosen, unless another visit of the same day has a name behind it. */
function visitOf(day: string, visit: string, last: Plan | null): string {
  const visits = last?.visits ?? [];
  const isBehind = visits.every(({ id, on }) => on !== day || id < visit);
  return isBehind ? visit : visitIdBehind(visits, day, visit.replace(/^prep-/, ""));
}

/** Whether a plan has room for one preparation more, whatever is written in it. */
export function hasRoom(plan: Plan): boolean {
  const { about_me = [], actions = [], going_well = [], goals = [], needs = [], people, questions = [], results = [], visits = [] } = plan;
  const notYet = ABOUT.filter((about) => !needs.some((each) => each.about === about));
  const lists: readonly (readonly [entries: readonly unknown[] | undefined, more: number, most: number])[] = [
    [people, 2, 12],
    [visits, 1, 40],
    [going_well, 1, MOST_SAID],
    [questions, 1, MOST_SAID],
    [results, MOST_RESULTS, 12],
    [goals, 1, 12],
    [needs, notYet.length, 16],
    ...about_me.map(({ said }) => [said, 2, MOST_SAID] as const),
    ...goals.map(({ looked }) => [looked, 1, 40] as const),
    ...actions.map(({ did }) => [did, 1, 40] as const),
  ];
  return lists.every(([entries = [], more, most]) => entries.length + more <= most) && bytesOf(plan) <= MOST_BYTES;
}

/** Entries of a list of what somebody said; the plan's own limit. */
const MOST_SAID = 12;
/** What is left of the most that a plan may have is more than a sheet with much on it takes. */
const MOST_BYTES = MAX_PLAN_BYTES - 24_000;

function blank({ created, follows, id, language, rev, updated }: Begun): Plan {
  const head = { format: "decisionaid.plan/1", id, rev, created, updated, language, follows } as const;
  return { ...head, people: [{ id: "me", role: "me" }], crc32: "00000000" };
}

class Writing {
  private readonly said: Preparation;
  private readonly begun: Begun;
  private readonly last: Plan;
  private readonly people: Person[];
  private readonly me: string;
  private readonly writer: string;

  constructor(said: Preparation, begun: Begun, last: Plan) {
    this.said = said;
    this.begun = begun;
    this.last = last;
    this.people = [...last.people];
    this.me = last.people.find(({ role }) => role === "me")?.id ?? "me";
    const isMine = said.writer === null || said.writer === "me";
    this.writer = isMine ? this.me : this.person("carer", said.writerIs, `writer-${begun.visit}`);
    if (said.comes) this.person("carer", said.comes, `comes-${begun.visit}`);
  }

  plan(): Plan {
    const { begun, last, me, said, writer } = this;
    const { visit } = begun;
    // Who answers in the person's place need not have had them there.
    const there = said.writer === "helper" ? [writer] : [...new Set([me, writer])];
    return {
      ...last,
      rev: begun.rev,
      updated: begun.updated,
      people: this.people,
      visits: [...(last.visits ?? []), { id: visit, kind: "preparation", on: begun.day, there, typed_by: writer }],
      communication: said.information.length > 0 ? [...said.information] : (last.communication ?? []),
      about_me: this.aboutMe(),
      going_well: [...(last.going_well ?? []), ...this.words(said.well)],
      questions: this.questions(),
      needs: this.needs(),
      results: [...(last.results ?? []), ...said.results.map((each) => ({ ...each, visit }))],
      goals: [...(last.goals ?? []).map((goal) => this.looked(goal)), ...this.goal()],
      actions: (last.actions ?? []).map((action) => this.did(action)),
    };
  }

  /** Somebody who is in the plan by what they are to the person already, or one more. */
  private person(role: Person["role"], job: string, id: string): string {
    const same = this.people.find((each) => each.role !== "me" && job !== "" && (each.job ?? "").toLowerCase() === job.toLowerCase());
    if (!same) this.people.push({ id, role, job });
    return same?.id ?? id;
  }

  /** The person's own words, unless somebody answers in their place. */
  private words(words: string): Said[] {
    const by = this.said.writer === "helper" ? this.writer : this.me;
    return words ? [{ words, by, visit: this.begun.visit }] : [];
  }

  /** Where there is no room for each, those behind join the last. */
  private questions(): Said[] {
    const before = this.last.questions ?? [];
    const room = Math.max(1, MOST_SAID - before.length);
    const { ask } = this.said;
    const each = ask.length > room ? [...ask.slice(0, room - 1), clean(ask.slice(room - 1).join(" "), WORDS)] : ask;
    return [...before, ...each.flatMap((words) => this.words(words))];
  }

  private aboutMe(): NonNullable<Plan["about_me"]> {
    const made = [...(this.last.about_me ?? [])];
    const more = this.hardWordsOf(this.last.needs) ? [{ heading: "also_worth_knowing", words: this.said.hardWords } as const] : [];
    for (const { heading, words } of [{ heading: "most_important", words: this.said.matters } as const, ...this.said.about, ...more]) {
      const now = this.words(words);
      const place = made.findIndex((each) => each.heading === heading);
      const before = made[place];
      if (before) made[place] = { heading, said: [...before.said, ...now] };
      else if (now.length > 0) made.push({ heading, said: now });
    }
    return made;
  }

  /** What was hard before stays; what is to be talked about first is what was said last. */
  private needs(): Need[] {
    const { first, hard, hardWords } = this.said;
    const before = (this.last.needs ?? []).map((need) => (hard.length > 0 ? { ...need, first: false } : need));
    for (const about of hard) {
      const said = about === "other" ? (this.words(hardWords)[0] ?? null) : null;
      const place = before.findIndex((each) => each.about === about);
      const known = before[place];
      // Words of an earlier visit stay.
      if (known) before[place] = { ...known, first: first.includes(about), said: known.said ?? said };
      else before.push({ id: this.needId(about), about, first: first.includes(about), said, visit: this.begun.visit });
    }
    return before;
  }

  /** What was said of "something else" before: new words have no place there any more. */
  private hardWordsOf(needs: readonly Need[] = []): Said | null {
    return needs.find(({ about }) => about === "other")?.said ?? null;
  }

  private needId(about: About): string {
    const id = about.replaceAll("_", "-");
    return (this.last.needs ?? []).some((each) => each.id === id) ? `${id}-${this.begun.visit}` : id;
  }

  private goal(): Goal[] {
    const { like, now, writer } = this.said;
    const { visit } = this.begun;
    const [said] = this.words(like || now);
    if (!said) return [];
    const looked = now && like ? [{ visit, status: "open" as const, now }] : [];
    // What somebody answers in the person's place they have not said: they are to be asked.
    return [{ id: `goal-${visit}`, said, mine: writer === "helper" ? "not_asked" : "said", looked }];
  }

  private looked(goal: Goal): Goal {
    const went = this.said.goals.find(({ id }) => id === goal.id);
    if (!went) return goal;
    const status = went.status ?? lastLook(goal)?.status ?? "open";
    const look = { visit: this.begun.visit, status, said: this.words(went.words)[0] ?? null };
    return { ...goal, looked: [...(goal.looked ?? []), look] };
  }

  private did(action: Action): Action {
    const went = this.said.actions.find(({ id }) => id === action.id);
    if (!went) return action;
    const before = lastDeed(action);
    const deed = { visit: this.begun.visit, status: went.status ?? before?.status ?? "planned", who: before?.who ?? null, said: this.words(went.words)[0] ?? null };
    return { ...action, did: [...(action.did ?? []), deed] };
  }
}
