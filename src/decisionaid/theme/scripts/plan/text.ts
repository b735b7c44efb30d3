/** A plan as text for the clinical record: at most 900 signs of ASCII, the same bytes as `plan/text.py` each time. */
import type { Action, Budget, Decision, Goal, IfWorse, Plan, Review, Said, When } from "../../generated/plan.ts";
import lines from "../../schema/plan-lines.json";
import ours from "../../schema/plan-text.json";
import record from "../../schema/record-text.json";
import { ascii, cut, quoted } from "../handover/ascii.ts";
import { marked } from "../record/made-up.ts";
import { fill } from "../record/text.ts";
import { SAYS_FOR_THEMSELVES } from "./faults.ts";
import { inMoney, inPounds, spent } from "./money.ts";
import { saidNow, signsTicked, wordingsOf } from "./current.ts";
import { isNoOfACopy, stageOf, wordsOfNo } from "./standing.ts";
import { answerTo, askedTo, isTaken, lastDeed, lastLook, openActions, openBudget, openGoals, whoDoes } from "./taken.ts";
import { preparedSince, visitHeld, wasMetWithSomebody } from "./visits.ts";
import { isInDoubt } from "./written.ts";

type Limits = (typeof ours.limits)[number];

/** The text, on lines of its own. */
export function planRecordText(plan: Plan): string {
  let text = "";
  for (const limits of ours.limits) {
    text = new Text(plan, limits, limits.own !== ours.limits[0]?.own).whole();
    if (text.length <= ours.most) break;
  }
  return text;
}

/** The text within some limits. */
class Text {
  private readonly plan: Plan;
  private readonly limits: Limits;
  private readonly isCut: boolean;
  private readonly left: string[] = [];
  private readonly wasMet: boolean;

  constructor(plan: Plan, limits: Limits, isCut: boolean) {
    this.plan = plan;
    this.limits = limits;
    this.isCut = isCut;
    this.wasMet = wasMetWithSomebody(plan);
  }

  whole(): string {
    const { plan } = this;
    const { decisions = [], if_worse: ifWorse = [], reviews = [] } = plan;
    const budget = openBudget(plan);
    const lines = [
      this.head(),
      ...this.standing(),
      ...this.part("signs", this.signs()),
      ...this.part("matters", this.matters()),
      ...this.part("decisions", decisions.map((each) => this.decision(each))),
      ...this.part("goals", openGoals(plan).map((each) => this.goal(each))),
      ...this.part("actions", this.actions().map((each) => this.action(each))),
      ...this.part("if_worse", ifWorse.map((each) => this.ifWorse(each))),
      ...this.part("reviews", reviews.slice(-1).flatMap((each) => (each.when ? [this.review(each)] : []))),
      ...(budget ? [this.money(budget)] : []),
    ];
    if (this.isCut) {
      const items = this.left.join(", ");
      lines.push(fill(ours.shortened, { mark: record.mark, left: items ? fill(ours.left, { items }) : "" }));
    }
    return lines.join("\n");
  }

  /** What is open; before it every yes that was taken back, whatever came of it, so that shortening never leaves one out. */
  private actions(): Action[] {
    const isBack = ({ asked }: Action): boolean => asked !== undefined && asked !== null && answerTo(asked) === "taken_back";
    const back = (this.plan.actions ?? []).filter((each) => isTaken(each) && isBack(each));
    return [...back, ...openActions(this.plan).filter((each) => !isBack(each))];
  }

  private part(name: "signs" | "matters" | "decisions" | "goals" | "actions" | "if_worse" | "reviews", lines: readonly string[]): readonly string[] {
    if (lines.length === 0 && name !== "decisions" && name !== "matters" && name !== "signs" && this.wasMet) return [ours.none[name]];
    if (name === "reviews") return lines;
    // Of two wordings one alone would read as the one that holds.
    const most = name === "matters" && wordingsOf(this.plan).includes("most_important") ? lines.length : this.limits[name];
    if (lines.length > most) this.left.push(fill(ours.left_item, { name: ours.names[name], n: lines.length - most }));
    return lines.slice(0, most);
  }

  /** What has to be known of the whole, beside its stage. */
  private standing(): string[] {
    const { plan } = this;
    const since = preparedSince(plan);
    const two = wordingsOf(plan).map((each) => lines.headings[each]);
    return [
      ...(isInDoubt(plan) ? [ours.altered] : []),
      ...(isNoOfACopy(plan) ? [ours.two_answers] : []),
      ...wordsOfNo(plan).map((words) => fill(ours.no_because, { words: this.own(words) })),
      ...(two.length > 0 ? [fill(ours.two_wordings, { headings: two.join(", ") })] : []),
      ...(since ? [fill(ours.beside, { day: day(since.on) })] : []),
    ];
  }

  private head(): string {
    const { id, rev = 1, updated } = this.plan;
    const on = visitHeld(this.plan)?.on ?? updated.slice(0, 10);
    const head = fill(ours.head, { day: day(on), stage: ours.stage[stageOf(this.plan)], id: id.slice(0, 8), n: rev });
    return marked(this.plan, head);
  }

  /** The signs of which nobody has said anything, first of all, so that the first is never left out. */
  private signs(): string[] {
    return signsTicked(this.plan).map((said) => fill(ours.sign, { words: this.said(said) }));
  }

  /** What was said last comes first: that is the last to be left out. */
  private matters(): string[] {
    const most = (this.plan.about_me ?? []).filter(({ heading }) => heading === "most_important");
    return most.flatMap(({ said }) => saidNow(this.plan, said).reverse()).map((said) => fill(ours.matters, { words: this.said(said) }));
  }

  private decision({ became = [], question }: Decision): string {
    const last = became.at(-1);
    const said = fill(ours.became[last?.state ?? ""], { option: this.name(last?.option_name ?? "") });
    const more = [
      // Where there is no room for what is doubted, that something is.
      last?.doubts ? (this.limits.doubts === 0 ? ours.doubts_kept : fill(ours.doubts, { words: this.said(last.doubts) })) : "",
      last?.look_again ? fill(ours.look_again, { when: this.when(last.look_again) }) : "",
    ];
    return [fill(ours.decision, { question: this.name(question), became: said }), ...more].filter(Boolean).join(" ").trim();
  }

  private goal(goal: Goal): string {
    const { looked = [], mine, said } = goal;
    const time = looked.filter(({ when }) => when).at(-1)?.when;
    return fill(ours.goal, {
      words: this.own(said.words),
      by: this.accepted(mine, said),
      when: this.when(time),
      so_far: (ours.so_far as { [status: string]: string })[lastLook(goal)?.status ?? ""] ?? "",
    });
  }

  private action(action: Action): string {
    const { asked, did = [], mine, said } = action;
    const time = did.filter(({ often, when }) => when || often).at(-1);
    const often = this.name(time?.often ?? "");
    const on = time?.when ? this.when(time.when) : "";
    const tell = did.filter(({ tell: who }) => who).at(-1)?.tell;
    const status = lastDeed(action)?.status ?? "planned";
    const more = [
      (ours.status as { readonly [status: string]: string })[status] ?? "",
      tell ? fill(ours.told, { who: this.who(tell) }) : "",
      asked ? ours.consent[answerTo(asked)] : "",
    ];
    return fill(ours.action, {
      words: this.own(said.words),
      by: this.accepted(mine, said),
      who: this.owner(action),
      when: [often, on].filter(Boolean).join(", ") || this.noDate(),
      more: more.join(""),
    });
  }

  /** Who does it: who was named, or whom the person agreed to ask for it. */
  private owner(action: Action): string {
    const who = whoDoes(action);
    const asked = who === null ? askedTo(action) : "";
    return asked ? this.name(asked) : this.who(who);
  }

  private ifWorse({ call = "", i_do: iDo, signs }: IfWorse): string {
    return fill(ours.if_worse, {
      words: this.said(signs),
      i_do: iDo ? fill(ours.i_do, { words: this.said(iDo) }) : "",
      call: call ? fill(ours.call, { call: this.name(call) }) : "",
    });
  }

  private review({ lead, sooner_if: sooner = "", when }: Review): string {
    return fill(ours.review, {
      when: this.when(when),
      who: this.who(lead),
      sooner: sooner ? fill(ours.sooner, { words: this.own(sooner) }) : "",
    });
  }

  private money(budget: Budget): string {
    const { amount = null, currency, review, signed_by: by, state } = budget;
    return fill(ours.money, {
      state: (ours.money_state as { readonly [state: string]: string })[state] ?? "",
      signed: state === "agreed" && !by ? ours.not_signed : "",
      spent: inMoney(spent(budget), currency),
      amount: amount === null ? ours.no_amount : inPounds(amount),
      when: this.when(review),
    });
  }

  /** Words, and who said them if it was not the person. */
  private said({ by, words }: Said): string {
    const role = this.plan.people.find(({ id }) => id === by)?.role ?? "";
    return this.own(words) + (SAYS_FOR_THEMSELVES.includes(role) ? "" : fill(ours.said_by, { who: this.who(by) }));
  }

  private accepted(mine: Goal["mine"], { by }: Said): string {
    return mine === "accepted" ? fill(ours.accepted, { who: this.who(by) }) : "";
  }

  /** What somebody is to the person; nobody is named. */
  private who(name: string | null | undefined): string {
    if (name === null || name === undefined) return this.wasMet ? ours.no_owner : "-";
    const person = this.plan.people.find(({ id }) => id === name);
    const job = ascii(person?.job ?? "");
    if (!person || person.role === "me" || !job) return ours.roles[person?.role ?? "other"];
    return cut(job.replace(/^my\b/i, ours.patients), this.limits.names);
  }

  private when(when: When | null | undefined): string {
    if (!when) return this.noDate();
    const words = this.name(when.words ?? "");
    const on = when.on ? day(when.on) : "";
    return words && on ? fill(ours.words_and_day, { words, day: on }) : words || on;
  }

  private noDate(): string {
    return this.wasMet ? ours.no_date : "-";
  }

  private own(words: string): string {
    return quoted(ascii(words), this.limits.own);
  }

  private name(words: string): string {
    return cut(ascii(words), this.limits.names);
  }
}

function day(on: string): string {
  const month = record.months[Number(on.slice(5, 7)) - 1] ?? "";
  return fill(ours.day, { day: Number(on.slice(8, 10)), month, year: on.slice(0, 4) });
}
