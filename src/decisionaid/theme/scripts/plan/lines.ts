/**
 * A plan in full lines of words, for documents that other systems show; the same as `plan/lines.py`.
 *
 * Nothing is cut, and each entry is told as it stood last. What nobody was asked about is in no line: a suggestion
 * waits until the person has answered.
 */
import type { Action, Agreed, Budget, Decision, Goal, IfWorse, Review, Said } from "../../generated/plan.ts";
import fhir from "../../schema/fhir.json";
import words from "../../schema/plan-lines.json";
import texts from "../../schema/plan-text.json";
import { oneLine } from "../handover/fhir-parts.ts";
import { fill } from "../record/text.ts";
import { inMoney, leftOf, spent } from "./money.ts";
import { dayInWords, Phrases, type Words } from "./phrases.ts";
import { aboutMeNow, needsNow, notesNow } from "./current.ts";
import { heldIn, twoOf } from "./snapshots.ts";
import { isNoOfACopy, isToBeAsked, stageOf } from "./standing.ts";
import { askedTo, lastDeed, whoDoes } from "./taken.ts";
import { preparedSince, visitHeld, wasMetWithSomebody } from "./visits.ts";
import { isInDoubt } from "./written.ts";

/** Something about the person, under a label. */
export interface Note {
  label: string;
  text: string;
  /** Whose words they are; null: ticked. */
  said: Said | null;
  /** At which visit it was ticked; null: nobody wrote that down. */
  visit?: string | null;
}

/** Lists in which what is said later takes the place of what was said before. */
const SAID_ANEW: readonly string[] = ["going_well", "questions"];

export type LineName = "stage" | "about" | "decisions" | "goals" | "actions" | "if_worse" | "money" | "review" | "agreed";

export class Lines extends Phrases {
  /** The lines of a part of the plan. */
  part(name: LineName): string[] {
    const { decisions = [], if_worse: ifWorse = [], reviews = [] } = this.plan;
    switch (name) {
      case "stage":
        return this.stage();
      case "about":
        return this.notes().map(({ label, said, text }) => fill(words.labelled, { label, words: this.byWhom(text, said) }));
      case "decisions":
        return decisions.map((each) => this.decision(each));
      case "goals":
        return this.askedGoals().map((each) => this.goal(each));
      case "actions":
        return this.takenActions().map((each) => this.action(each));
      case "if_worse":
        return ifWorse.map((each) => this.ifWorse(each));
      case "money":
        return this.money();
      case "review":
        return heldIn(this.plan, reviews).map((each) => this.review(each)).filter(Boolean);
      case "agreed":
        return this.agreed();
    }
  }

  /** What was said about the person. */
  notes(): Note[] {
    const { conditions = [] } = this.plan;
    const about = aboutMeNow(this.plan);
    const own = (["going_well", "strengths", "by_myself", "learnt", "questions"] as const).flatMap((name) => {
      const all = this.plan[name] ?? [];
      const held = SAID_ANEW.includes(name) ? notesNow(this.plan, all) : all;
      return held.map((said) => ({ label: words.notes[name], text: oneLine(said.words), said }));
    });
    const ways = this.ways();
    return [
      ...about.flatMap(({ heading, said }) => said.map((each) => ({ label: words.headings[heading], text: this.ofMe(each), said: each }))),
      ...own,
      ...(ways ? [{ label: words.notes.communication, text: ways, said: null }] : []),
      ...conditions.map(({ name }) => ({ label: words.notes.conditions, text: oneLine(name), said: null })),
      ...needsNow(this.plan).map((each) => ({ label: words.notes.needs, text: this.need(each), said: each.said ?? null, visit: each.visit ?? null })),
    ];
  }

  /** How the person likes to get information; nothing where they did not say. */
  ways(): string {
    const codes: Words = fhir.parts.communication.codes;
    return (this.plan.communication ?? []).map((each) => codes[each] ?? "").join(words.list);
  }

  /** The last budget, line by line, with sums that are exact. */
  money(): string[] {
    return heldIn(this.plan, this.plan.budgets).flatMap((each) => this.budget(each));
  }

  /** What people say by now if this is the plan, and what they said earlier, with its day. */
  private agreed(): string[] {
    const now = this.lastAgreed();
    const held = visitHeld(this.plan)?.id;
    const isOne = now.every(({ visit }) => visit === held);
    const isOpen = isToBeAsked(this.plan) && wasMetWithSomebody(this.plan);
    return [
      ...now.map((each) => (isOne ? this.answer(each) : this.onDay(words.on_day, each))),
      ...(isOpen ? [words.to_be_asked] : []),
      ...this.waits(),
      ...this.earlierAgreed().map((each) => this.onDay(words.earlier, each)),
    ];
  }

  /** How many goals and actions were suggested, and wait for the person's answer: their words are in no document. */
  private waits(): string[] {
    const { actions = [], goals = [] } = this.plan;
    const waiting = { goals: goals.filter(({ id }) => !this.replaced.has(id)), actions };
    const items = (["goals", "actions"] as const).flatMap((name) => {
      const n = [...waiting[name]].filter(({ mine }) => mine === "not_asked").length;
      return n > 0 ? [fill(texts.left_item, { name: texts.names[name], n })] : [];
    });
    return items.length > 0 ? [fill(words.waiting, { items: items.join(words.list) })] : [];
  }

  private onDay(form: string, agreed: Agreed): string {
    const on = this.plan.visits?.find(({ id }) => id === agreed.visit)?.on ?? "";
    return fill(form, { said: this.answer(agreed), day: dayInWords(on) });
  }

  private stage(): string[] {
    const { id, rev = 1, updated } = this.plan;
    const [day, since] = [dayInWords(visitHeld(this.plan)?.on ?? updated.slice(0, 10)), preparedSince(this.plan)];
    return [
      fill(words.stage, { stage: texts.stage[stageOf(this.plan)], id: id.slice(0, 8), n: rev, day }),
      ...(isInDoubt(this.plan) ? [words.altered] : []),
      ...(isNoOfACopy(this.plan) ? [words.two_answers] : []),
      ...twoOf(this.plan).map((each) => fill(words.two_wordings, { heading: words.headings[each] })),
      ...(since ? [fill(words.beside, { day: dayInWords(since.on) })] : []),
    ];
  }

  private decision({ became = [], question, shown = [] }: Decision): string {
    const last = became.at(-1);
    return parts(words.decision, {
      question: oneLine(question),
      shown: shown.map(oneLine).join(words.list),
      became: fill(texts.became[last?.state ?? ""], { option: oneLine(last?.option_name ?? "") }),
      reason: this.said(last?.reason),
      by: (last?.by ?? []).map((each) => this.who(each)).join(words.list),
      doubts: this.said(last?.doubts),
      look_again: this.when(last?.look_again),
    });
  }

  private goal(goal: Goal): string {
    const { looked = [] } = goal;
    return parts(words.goal, {
      words: this.of(goal),
      status: this.goalStatus(goal),
      when: this.goalWhen(goal),
      now: oneLine(looked.filter(({ now }) => now).at(-1)?.now ?? ""),
      why: this.said(goal.why),
      helps: this.said(goal.helps),
      gets_in_the_way: this.said(goal.gets_in_the_way),
      pull_words: this.said(goal.pull_words),
      importance: this.rated(goal.importance),
      confidence: this.rated(goal.confidence),
      looked: this.said(looked.filter(({ said }) => said).at(-1)?.said),
    });
  }

  private action(action: Action): string {
    const { did = [], help = "" } = action;
    const [deed, who] = [lastDeed(action), whoDoes(action)];
    const tell = did.filter((each) => each.tell).at(-1)?.tell;
    return parts(words.action, {
      words: this.of(action),
      who: who ? this.who(who) : oneLine(askedTo(action)),
      when: this.actionWhen(action),
      status: deed ? words.action_status[deed.status] : "",
      tell: tell ? this.who(tell) : "",
      help: oneLine(help),
      service: this.service(action.service),
      asked: this.request(action),
      said: this.said(did.filter(({ said }) => said).at(-1)?.said),
    });
  }

  private ifWorse({ call = "", i_do: iDo, signs }: IfWorse): string {
    return parts(words.if_worse, { signs: this.said(signs), i_do: this.said(iDo), call: oneLine(call) });
  }

  private review({ how = "not_said", lead, sooner_if: sooner = "", when }: Review): string {
    return parts(words.review, { when: this.when(when), lead: lead ? this.who(lead) : "", how: words.how[how], sooner_if: oneLine(sooner) });
  }

  private budget(budget: Budget): string[] {
    const { amount = null, appeal = "", lines = [], not_funded: not = [], set_aside: aside = 0, why_refused: why = "" } = budget;
    const state = words.money.state[budget.state];
    const left = leftOf(budget);
    const isRefused = budget.state === "refused";
    const isOver = isRefused || budget.state === "ended";
    const sum = (pence: number): string => inMoney(pence, budget.currency);
    return [
      amount === null ? fill(isOver ? words.money.over_unknown : words.money.unknown, { state }) : fill(words.money.amount, { state, amount: sum(amount) }),
      ...lines.map(({ each, times, what }) =>
        fill(words.money.line, { what: oneLine(what), times, each: sum(each), total: sum(each * times) }),
      ),
      ...(aside ? [fill(words.money.set_aside, { amount: sum(aside) })] : []),
      fill(words.money.spent, { amount: sum(spent(budget)) }),
      // Of what was refused nothing is left.
      ...(left === null || isRefused ? [] : [fill(left < 0 ? words.money.over : words.money.left, { amount: sum(Math.abs(left)) })]),
      ...(isRefused && why ? [fill(words.money.why_refused, { words: oneLine(why) })] : []),
      ...not.map((each) => fill(words.money.not_funded, { words: oneLine(each) })),
      ...(appeal ? [fill(isRefused ? words.money.appeal_refused : words.money.appeal, { words: oneLine(appeal) })] : []),
    ];
  }
}

function parts(forms: Words, said: Words): string {
  return Object.entries(said).flatMap(([name, text]) => (text ? [fill(forms[name] ?? "", { words: text })] : [])).join(words.join);
}
