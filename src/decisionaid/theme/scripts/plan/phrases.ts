/**
 * What a plan says of people, times, goals and actions in a few words each; the same as `plan/phrases.py`.
 *
 * Words are as they were typed, on one line. The words around them are in `schema/plan-lines.json`.
 */
import type { Action, Agreed, Goal, ListedService, Need, Person, Plan, Rated, Said, When } from "../../generated/plan.ts";
import words from "../../schema/plan-lines.json";
import texts from "../../schema/plan-text.json";
import record from "../../schema/record-text.json";
import { oneLine } from "../handover/fhir-parts.ts";
import { fill } from "../record/text.ts";
import { inSentence } from "./asked-words.ts";
import { SAYS_FOR_THEMSELVES } from "./faults.ts";
import { isSign } from "./current.ts";
import { answerTo, isTaken, lastLook, replacedGoals } from "./taken.ts";
import { aloneAt, lastVisits, visitHeld, visitsInOrder } from "./visits.ts";

export type Words = { readonly [name: string]: string };

export class Phrases {
  readonly plan: Plan;
  readonly replaced: ReadonlyMap<string, string>;
  private readonly people: ReadonlyMap<string, Person>;

  constructor(plan: Plan) {
    this.plan = plan;
    this.people = new Map(plan.people.map((person) => [person.id, person]));
    this.replaced = replacedGoals(plan);
  }

  person(id: string): Person {
    // A plan that names nobody by this id was refused before.
    return this.people.get(id) ?? { id, role: "other" };
  }

  /** What somebody is to the person; nobody is named. */
  who(id: string): string {
    return roleOf(this.person(id));
  }

  /** Somebody's words, and whose they are if they are not the person's. */
  said(said: Said | null | undefined): string {
    return said ? this.byWhom(oneLine(said.words), said) : "";
  }

  /** Words, and who said them if it was not the person; null: nobody in particular. */
  byWhom(text: string, said: Said | null | undefined): string {
    if (!said || SAYS_FOR_THEMSELVES.includes(this.person(said.by).role)) return text;
    return fill(words.said_by, { words: text, who: this.who(said.by) });
  }

  /** Words about the person; those of a warning sign say that they are, and when it was ticked or talked about. */
  ofMe(said: Said): string {
    const own = oneLine(said.words);
    if (!isSign(said)) return own;
    const [alone, day] = [aloneAt(this.plan), this.dayOf(said.visit)];
    if (alone.has(said.visit)) return fill(words.sign_ticked, { day, words: own });
    const ticked = (this.plan.about_me ?? []).flatMap((each) => each.said).find(({ example, visit }) => example === said.example && alone.has(visit));
    const sign = oneLine(ticked?.words ?? "");
    return sign ? fill(words.sign_said, { day, sign, words: own }) : own;
  }

  private dayOf(visit: string): string {
    return dayInWords(this.plan.visits?.find(({ id }) => id === visit)?.on ?? "");
  }

  /** The words of a goal or an action, and who suggested them if somebody did. */
  of({ mine = "said", said }: Goal | Action): string {
    const own = oneLine(said.words);
    if (mine === "said") return own;
    return fill(mine === "accepted" ? words.suggested : words.declined, { words: own, who: this.who(said.by) });
  }

  /** A time as it was said, with its day. */
  when(when: When | null | undefined): string {
    const own = oneLine(when?.words ?? "");
    const day = when?.on ? dayInWords(when.on) : "";
    return own && day ? fill(texts.words_and_day, { words: own, day }) : own || day;
  }

  /** The goals that the person has answered about. */
  askedGoals(): Goal[] {
    return (this.plan.goals ?? []).filter(({ mine }) => mine !== "not_asked");
  }

  /** How a goal stands; nothing where it is open. */
  goalStatus(goal: Goal): string {
    return words.goal_status[this.replaced.has(goal.id) ? "replaced" : (lastLook(goal)?.status ?? "open")];
  }

  /** By when, as it was said last. */
  goalWhen({ looked = [] }: Goal): string {
    return this.when(looked.filter(({ when }) => when).at(-1)?.when);
  }

  /** The last number or the last state, in words; nothing where it was not answered. */
  rated(rated: readonly Rated[] | undefined): string {
    const last = rated?.at(-1);
    return !last || last.state === "unanswered" ? "" : this.ratedOn(fill(words.rated[last.state], { n: last.value ?? 0 }), last);
  }

  /** An answer with its day, where it is not that of the last visit. */
  ratedOn(said: string, { visit }: Rated): string {
    return visitHeld(this.plan)?.id === visit ? said : fill(words.rated_on, { words: said, day: this.dayOf(visit) });
  }

  /** The actions that the person has taken. */
  takenActions(): Action[] {
    return (this.plan.actions ?? []).filter(isTaken);
  }

  /** How often and when, as it was said last. */
  actionWhen({ did = [] }: Action): string {
    const time = did.filter(({ often, when }) => when || often).at(-1);
    return [oneLine(time?.often ?? ""), this.when(time?.when)].filter(Boolean).join(words.list);
  }

  /** That the person took back their yes to a request, for whom it was handed to; nothing where they did not. */
  takenBack(action: Action): string {
    return action.asked && answerTo(action.asked) === "taken_back" ? this.request(action) : "";
  }

  /** Whether the person agrees to ask somebody; nothing where nobody is asked. */
  request({ asked }: Action): string {
    return asked ? fill(words.asked[answerTo(asked)], { to: inSentence(oneLine(asked.to)) }) : "";
  }

  /** A service as it stood on a place's list. */
  service(service: ListedService | null | undefined): string {
    if (!service) return "";
    const { checked, name, phone = "" } = service;
    return fill(phone ? words.service : words.service_without, { name: oneLine(name), phone: oneLine(phone), day: dayInWords(checked) });
  }

  /** What is hard, and since when it is in the plan where that was written down. */
  need({ about, first = false, said, visit }: Need): string {
    const on = visit ? fill(words.need_on, { day: this.dayOf(visit) }) : "";
    const own = said ? fill(words.need_words, { words: oneLine(said.words) }) : "";
    return fill(words.need, { about: words.needs[about], first: first ? words.need_first : "", words: own, on });
  }

  /** What each answered last at the last visit, and where copies differ at each of them. */
  lastAgreed(): Agreed[] {
    const last = new Set(lastVisits(this.plan).map(({ id }) => id));
    const held = (this.plan.agreed ?? []).filter(({ visit }) => last.has(visit));
    return [...new Map(held.map((each) => [`${each.visit} ${each.by}`, each])).values()];
  }

  /** What was answered before that, oldest first; who was not asked answered nothing. */
  earlierAgreed(): Agreed[] {
    const last = this.lastAgreed();
    const order = visitsInOrder(this.plan).map(({ id }) => id);
    const before = (this.plan.agreed ?? []).filter((each) => each.answer !== "not_asked" && !last.includes(each));
    return before.sort((one, other) => order.indexOf(one.visit) - order.indexOf(other.visit));
  }

  /** Somebody's answer in words. */
  answer({ answer, by, words: own = "" }: Agreed): string {
    const said = fill(words.agreed[answer], { who: this.who(by) });
    const more = oneLine(own);
    return more ? fill(words.agreed_words, { said, words: more }) : said;
  }
}

/** What somebody is to the person, in their words if there are any. */
export function roleOf({ job = "", role }: Person): string {
  return oneLine(job) || words.roles[role];
}

/** The same, and that nobody said what they are, if so: who was only named may be a professional. */
export function relationOf(person: Person): string {
  const who = roleOf(person);
  return person.role === "other" && oneLine(person.job ?? "") ? fill(words.unknown, { who }) : who;
}

/** A day as people write it. */
export function dayInWords(day: string): string {
  const month = record.months[Number(day.slice(5, 7)) - 1] ?? "";
  return fill(texts.day, { day: Number(day.slice(8, 10)), month, year: day.slice(0, 4) });
}
