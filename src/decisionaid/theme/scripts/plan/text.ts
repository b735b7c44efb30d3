/**
 * A plan as text for the clinical record: at most 900 signs of ASCII, the same bytes as `plan/text.py` each time.
 *
 * Longer than 300 lines: what gets shorter and what gives way is decided over all parts together.
 */
import type { Action, Became, Budget, Decision, Did, Goal, IfWorse, Looked, Plan, Review, Said, When } from "../../generated/plan.ts";
import lines from "../../schema/plan-lines.json";
import ours from "../../schema/plan-text.json";
import record from "../../schema/record-text.json";
import { ascii, cut, quoted } from "../handover/ascii.ts";
import { readable } from "./readable.ts";
import { marked } from "../record/made-up.ts";
import { fill } from "../record/text.ts";
import { SAYS_FOR_THEMSELVES } from "./faults.ts";
import { inMoney, inPounds, spent } from "./money.ts";
import { saidNow, signsAnswered, signsTicked, type Answered, wordingsOf } from "./current.ts";
import type { Left, PlanShort } from "./short.ts";
import { isNoOfACopy, stageOf, wordsOfNo } from "./standing.ts";
import { answerTo, askedTo, isTaken, lastDeed, lastLook, openActions, openBudget, openGoals, whoDoes } from "./taken.ts";
import { preparedSince, visitHeld, wasMetWithSomebody } from "./visits.ts";
import { isInDoubt } from "./written.ts";

type Limits = (typeof ours.limits)[number] & { readonly reviews?: number; readonly money?: number };
export type Save = keyof typeof ours.save;
type Name = keyof typeof ours.names & keyof Limits;

/** The text, on lines of its own; `save`: whether the last save holds all of it, or there was none. */
export function planRecordText(plan: Plan, save: Save = "held"): string {
  return plan.part === "paper_review" ? reviewRecordText(plan) : withRoom((limits) => new Text(plan, limits, true, save).whole());
}

/**
 * The text of a review that was written from a paper copy, with what stood on the paper where that is known.
 *
 * Nothing that such a paper may have is said to be missing.
 */
export function reviewRecordText(review: Plan, short: PlanShort | null = null): string {
  const plan = short ? lookedAt(short.onPaper, review) : review;
  return withRoom((limits) => new Text(plan, limits, short !== null).ofPaper(short?.left ?? null));
}

function withRoom(made: (limits: Limits) => string): string {
  let text = "";
  for (const limits of allLimits()) {
    text = made(limits);
    if (text.length <= ours.most) break;
  }
  return text;
}

/** A review with what stood on the paper before it. */
function lookedAt(onPaper: Plan, review: Plan): Plan {
  const more = <Entry extends { id: string }>(before: readonly Entry[] = [], now: readonly Entry[] = []): Entry[] => [...before.filter(({ id }) => !now.some((each) => each.id === id)), ...now];
  const { actions = [], goals = [], reviews = [] } = review;
  const deeds = (id: string): Did[] => onPaper.actions?.find((each) => each.id === id)?.did ?? [];
  const looks = (id: string): Looked[] => onPaper.goals?.find((each) => each.id === id)?.looked ?? [];
  return {
    ...review,
    people: more(onPaper.people, review.people),
    visits: more(onPaper.visits, review.visits),
    goals: goals.map((each) => ({ ...each, looked: [...looks(each.id), ...(each.looked ?? [])] })),
    actions: actions.map((each) => ({ ...each, did: [...deeds(each.id), ...(each.did ?? [])] })),
    reviews: reviews.length > 0 ? reviews : (onPaper.reviews ?? []),
  };
}

/** From the widest on; behind them those under which one part after the other has no room. */
function allLimits(): Limits[] {
  const last = ours.limits.slice(-1) as Limits[];
  return [...ours.limits, ...ours.gives.flatMap((_, n) => last.map((limits): Limits => Object.assign({}, limits, ...ours.gives.slice(0, n + 1))))];
}

/** The text within some limits. */
class Text {
  private readonly plan: Plan;
  private readonly limits: Limits;
  private readonly isCut: boolean;
  private readonly left: string[] = [];
  /** What is counted of an entry that has no room; and of all of those. */
  private marks: string[] = [];
  private readonly leftMarks: string[] = [];
  private readonly wasMet: boolean;
  private readonly saysMissing: boolean;
  private readonly save: Save;
  private whys = 0;

  constructor(plan: Plan, limits: Limits, knowsAll = true, save: Save = "held") {
    this.save = save;
    this.plan = plan;
    this.limits = limits;
    this.isCut = limits.own !== ours.limits[0]?.own;
    this.wasMet = wasMetWithSomebody(plan);
    this.saysMissing = knowsAll && this.wasMet;
  }

  whole(): string {
    const { plan } = this;
    const { decisions = [], if_worse: ifWorse = [], reviews = [] } = plan;
    const budget = openBudget(plan);
    const lines = [
      this.head(),
      ...this.standing(),
      ...this.part("signs", this.signs(), (each) => this.sign(each)),
      ...this.part("matters", this.matters(), (said) => fill(ours.matters, { words: this.said(said) })),
      ...this.part("decisions", decisions, (each) => this.decision(each)),
      ...this.planned("goals", openGoals(plan), (each) => this.goal(each)),
      ...this.part("learnt", this.learnt(), (said) => this.helps(said)),
      ...this.planned("actions", this.actions(), (each) => this.action(each), isSeen),
      ...this.planned("if_worse", ifWorse, (each) => this.ifWorse(each)),
      ...this.planned("reviews", reviews.slice(-1).filter(({ when }) => when), (each) => this.review(each)),
      ...this.part("money", budget ? [budget] : [], (each) => this.money(each)),
    ];
    return [...lines, ...this.shortened()].join("\n");
  }

  /** The lines of what stands on a paper, and was said of it at a review; `left`: what had no room in its code. */
  ofPaper(left: Left | null): string {
    const { if_worse: ifWorse = [], reviews = [], ...plan } = this.plan;
    const held = plan.part ? visitHeld(this.plan) : null;
    const head = fill(held ? ours.code.review : ours.code.head, { id: plan.id.slice(0, 8), n: plan.rev ?? 1, day: held ? day(held.on) : "" });
    const missing = left ? (["actions", "goals", "reviews"] as const).flatMap((name) => (left[name] > 0 ? [fill(ours.code.left[name], { n: left[name] })] : [])) : [];
    const lines = [
      marked(this.plan, head),
      ...this.part("goals", openGoals(this.plan), (each) => this.goal(each)),
      ...this.part("learnt", this.learnt(), (said) => this.helps(said)),
      ...this.part("actions", openActions(this.plan), (each) => this.action(each)),
      ...this.part("if_worse", ifWorse, (each) => this.ifWorse(each)),
      ...this.part("reviews", reviews.slice(-1).filter(({ when }) => when), (each) => this.review(each)),
      ...(missing.length > 0 ? [fill(ours.code.too_long, { items: missing.join(", ") })] : []),
    ];
    return [...lines, ...this.shortened()].join("\n");
  }

  private shortened(): string[] {
    if (!this.isCut) return [];
    const told = Object.entries(ours.marks).map(([mark, name]) => ({ name, n: this.leftMarks.filter((each) => each === mark).length }));
    const marks = told.filter(({ n }) => n > 0).map((each) => fill(ours.left_item, each)).join(", ");
    const whys = this.whys > 0 ? [fill(ours.left_item, { name: ours.names.reasons, n: this.whys })] : [];
    const items = [...this.left, ...whys].join(", ");
    const left = fill(ours.left, { items, marks: marks ? fill(ours.left_marks, { items: marks }) : "" });
    return [fill(ours.shortened, { mark: record.mark, left: items ? left : "" })];
  }

  /**
   * What is open; before it every yes that was taken back, whatever came of it: those are the last that shortening leaves out, and it counts them.
   * The first that it leaves out are those for which somebody was seen: they come last where there is little room.
   */
  private actions(): Action[] {
    const back = (this.plan.actions ?? []).filter((each) => isTaken(each) && isBack(each));
    const others = openActions(this.plan).filter((each) => !isBack(each));
    return this.limits.seen > 0 ? [...back, ...others] : [...back, ...others.filter((each) => !isSeen(each)), ...others.filter(isSeen)];
  }

  /** The lines of a part that a plan has, or that it was not planned. */
  private planned<Entry>(name: Name & keyof typeof ours.none, entries: readonly Entry[], line: (entry: Entry) => string, goesFirst?: (entry: Entry) => boolean): readonly string[] {
    return entries.length === 0 && this.wasMet ? [ours.none[name]] : this.part(name, entries, line, goesFirst);
  }

  /** The lines of a part, as many as there is room for; the others are counted, and what is in them. `goesFirst`: what is left out before words get too short. */
  private part<Entry>(name: Name, entries: readonly Entry[], line: (entry: Entry) => string, goesFirst?: (entry: Entry) => boolean): readonly string[] {
    // Of two wordings one alone would read as the one that holds: all of them stand there, or none.
    const isWhole = name === "matters" && this.limits.matters > 0 && wordingsOf(this.plan).includes("most_important");
    const wanted = isWhole ? entries.length : (this.limits[name] ?? entries.length);
    const most = goesFirst && this.limits.seen === 0 ? Math.min(wanted, entries.filter((each) => !goesFirst(each)).length) : wanted;
    const lines = entries.map((each, n) => {
      this.marks = [];
      const made = line(each);
      if (n >= most) this.leftMarks.push(...this.marks);
      return made;
    });
    if (lines.length > most) this.left.push(fill(ours.left_item, { name: ours.names[name], n: lines.length - most }));
    return lines.slice(0, most);
  }

  /** Words that are counted where the entry in which they stand has no room. */
  private marked(mark: keyof typeof ours.marks, words: string): string {
    this.marks.push(mark);
    return words;
  }

  /** What has to be known of the whole, beside its stage. */
  private standing(): string[] {
    const { plan } = this;
    const since = preparedSince(plan);
    const two = wordingsOf(plan).map((each) => lines.headings[each]);
    return [
      ...(isInDoubt(plan) ? [ours.altered] : []),
      ...(isNoOfACopy(plan) ? [ours.two_answers] : []),
      ...[...this.part("noes", wordsOfNo(plan).reverse(), (words) => fill(ours.no_because, { words: this.own(words) }))].reverse(),
      ...(two.length > 0 ? [fill(ours.two_wordings, { headings: cut(two.join(", "), 2 * this.limits.names) })] : []),
      ...(since ? [fill(ours.beside, { day: day(since.on) })] : []),
    ];
  }

  private head(): string {
    const { id, rev = 1, updated } = this.plan;
    const on = visitHeld(this.plan)?.on ?? updated.slice(0, 10);
    const head = fill(ours.head, { day: day(on), stage: ours.stage[stageOf(this.plan)], id: id.slice(0, 8), save: fill(ours.save[this.save], { n: rev }) });
    return marked(this.plan, head);
  }

  /** The signs of which nobody has said anything, first of all, so that the first is never left out; then what was said of the others, the newest first. */
  private signs(): (Said | Answered)[] {
    return [...signsTicked(this.plan), ...signsAnswered(this.plan).reverse()];
  }

  private sign(each: Said | Answered): string {
    // Of what was looked for, and what was not found, more is kept than of other words.
    const own = (said: Said): string => this.said(said, ours.least_of_sign);
    if (!("sign" in each)) return fill(ours.sign, { words: own(each) });
    const { said, sign } = each;
    const on = this.plan.visits?.find(({ id }) => id === said.visit)?.on ?? "";
    return fill(visitHeld(this.plan)?.on === on ? ours.sign_said : ours.sign_said_on, { sign: own(sign), day: day(on), words: own(said) });
  }

  /** What was said last comes first: that is the last to be left out. */
  private matters(): Said[] {
    const most = (this.plan.about_me ?? []).filter(({ heading }) => heading === "most_important");
    return most.flatMap(({ said }) => saidNow(this.plan, said).reverse());
  }

  private decision({ became = [], question }: Decision): string {
    const last = became.at(-1);
    const said = fill(ours.became[last?.state ?? ""], { option: this.uncut(last?.option_name ?? "") });
    const more = [
      ...this.reasons(last),
      last?.look_again ? fill(ours.look_again, { when: this.when(last.look_again) }) : "",
    ];
    return [fill(ours.decision, { question: this.named(question), became: said }), ...more].filter(Boolean).join(" ").trim();
  }

  /** Why, and what is doubted; where there is no room for it, that the plan has it. */
  private reasons({ doubts, reason }: Partial<Became> = {}): string[] {
    if (reason && doubts && this.limits.reasons === 0 && this.limits.doubts === 0 && !this.isCut) return [ours.both_kept];
    const doubted = doubts ? (this.limits.doubts === 0 ? ours.doubts_kept : fill(ours.doubts, { words: this.said(doubts) })) : "";
    return [reason ? this.reason(reason) : "", doubted];
  }

  private reason(reason: Said): string {
    if (this.limits.reasons > 0) return fill(ours.reason, { words: this.said(reason) });
    this.whys += 1;
    return this.isCut ? "" : ours.reason_kept;
  }

  private goal(goal: Goal): string {
    const { looked = [], mine, said } = goal;
    const look = lastLook(goal);
    const time = looked.filter(({ when }) => when).at(-1)?.when;
    return fill(ours.goal, {
      words: this.own(said.words),
      by: this.accepted(mine, said),
      when: this.when(time),
      so_far: look ? ((ours.so_far as { [status: string]: string })[look.status] ?? "") + this.went(goal) : "",
    }) + this.inPlaceOf(goal);
  }

  /** What the person said at the last visit that helps. */
  private learnt(): Said[] {
    const held = visitHeld(this.plan)?.id;
    return (this.plan.learnt ?? []).filter(({ visit }) => visit === held);
  }

  private helps(said: Said): string {
    return fill(ours.helps, { words: this.said(said) });
  }

  /** The person's words about how it went, with their reasons where there is room for those. */
  private went({ looked = [] }: Goal): string {
    const said = looked.filter((each) => each.said).at(-1)?.said;
    const isNow = said && said.visit === visitHeld(this.plan)?.id;
    return isNow && this.limits.reasons > 0 ? fill(ours.went, { words: this.said(said) }) : "";
  }

  /** What stood there before a goal that was said at the last visit, and how it had gone with that. */
  private inPlaceOf({ replaces, said }: Goal): string {
    const before = this.plan.goals?.find((each) => each.id === replaces && isTaken(each));
    if (!before || said.visit !== visitHeld(this.plan)?.id) return "";
    const status = (ours.stood as { [status: string]: string })[lastLook(before)?.status ?? ""] ?? "";
    const went = status + this.went(before);
    if (this.limits.reasons === 0) return went ? fill(ours.instead_short, { went }) : "";
    return fill(ours.instead, { words: this.own(before.said.words), went });
  }

  private action(action: Action): string {
    const { did = [], mine, said } = action;
    const time = did.filter(({ often, when }) => when || often).at(-1);
    const often = this.name(time?.often ?? "");
    const on = this.time(time?.when);
    const tell = did.filter(({ tell: who }) => who).at(-1)?.tell;
    const status = lastDeed(action)?.status ?? "planned";
    const more = [
      (ours.status as { readonly [status: string]: string })[status] ?? "",
      tell ? fill(ours.told, { who: this.who(tell) }) : "",
      this.consent(action),
    ];
    return fill(ours.action, {
      words: this.own(said.words),
      by: this.accepted(mine, said),
      who: this.owner(action),
      when: [often, on].filter(Boolean).join(", ") || this.noDate(),
      more: more.join(""),
    });
  }

  /** What they answer to a request, and whom they ask where somebody else has it to do and there is room. */
  private consent(action: Action): string {
    const { asked } = action;
    if (!asked) return "";
    const to = this.limits.doubts === 0 || whoDoes(action) === null ? "" : askedTo(action);
    if (to) return fill(ours.consent.yes_beside, { to: this.name(to) });
    const answer = answerTo(asked);
    const said = ours.consent[answer];
    return answer === "not_asked" || answer === "taken_back" ? this.marked(answer, said) : said;
  }

  /** Who does it: who was named, or whom the person agreed to ask for it. */
  private owner(action: Action): string {
    const who = whoDoes(action);
    const asked = who === null ? this.name(askedTo(action)) : "";
    return asked || this.who(who);
  }

  private ifWorse({ call = "", i_do: iDo, signs }: IfWorse): string {
    return fill(ours.if_worse, {
      words: this.said(signs),
      i_do: iDo ? fill(ours.i_do, { words: this.said(iDo) }) : "",
      call: call ? fill(ours.call, { call: this.uncut(call) }) : "",
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
    const { amount = null, currency, not_funded: notFunded = [], review, signed_by: by, state } = budget;
    if (state === "refused") {
      const why = notFunded.length > 0 && this.limits.accepted > 0 ? this.own(notFunded.join(", ")) : "";
      return fill(ours.money_refused, {
        why: why ? fill(ours.refused_why, { words: why }) : "",
        amount: amount === null ? "" : fill(ours.refused_amount, { amount: inMoney(amount, currency) }),
        when: review ? fill(ours.refused_review, { when: this.when(review) }) : "",
      });
    }
    return fill(ours.money, {
      state: (ours.money_state as { readonly [state: string]: string })[state] ?? "",
      signed: state === "agreed" && !by ? this.marked("not_signed", ours.not_signed) : "",
      spent: inMoney(spent(budget), currency),
      amount: amount === null ? this.marked("no_amount", ours.no_amount) : inPounds(amount),
      when: this.when(review),
    });
  }

  /** Words, and who said them if it was not the person; `least`: signs that are kept in any case. */
  private said({ by, words }: Said, least = 0): string {
    const role = this.plan.people.find(({ id }) => id === by)?.role ?? "";
    return this.own(words, least) + (SAYS_FOR_THEMSELVES.includes(role) ? "" : fill(ours.said_by, { who: this.who(by) }));
  }

  private accepted(mine: Goal["mine"], { by }: Said): string {
    return mine === "accepted" && this.limits.accepted > 0 ? fill(ours.accepted, { who: this.who(by) }) : "";
  }

  /** What somebody is to the person; nobody is named. */
  private who(name: string | null | undefined): string {
    if (name === null || name === undefined) return this.saysMissing ? this.marked("no_owner", ours.no_owner) : "-";
    const person = this.plan.people.find(({ id }) => id === name);
    const job = ascii(person?.job ?? "");
    if (!person || person.role === "me" || !job) return ours.roles[person?.role ?? "other"];
    return cut(job.replace(/^my\b/i, ours.patients), this.limits.names);
  }

  private when(when: When | null | undefined): string {
    return this.time(when) || this.noDate();
  }

  /** A time as it was said; empty: none was, or nothing of it can be written in ASCII. */
  private time(when: When | null | undefined): string {
    const words = this.name(when?.words ?? "");
    const on = when?.on ? day(when.on) : "";
    return words && on ? fill(ours.words_and_day, { words, day: on }) : words || on;
  }

  private noDate(): string {
    return this.saysMissing ? this.marked("no_date", ours.no_date) : "-";
  }

  private own(words: string, least = 0): string {
    return quoted(readable(words), Math.max(this.limits.own, least));
  }

  private named(words: string): string {
    return cut(readable(words), this.limits.names);
  }

  /** An option's name or a telephone number, which is cut when all other words are short. */
  private uncut(words: string): string {
    return cut(readable(words), this.limits.call);
  }

  private name(words: string): string {
    return cut(ascii(words), this.limits.names);
  }
}

function isBack({ asked }: Action): boolean {
  return asked !== undefined && asked !== null && answerTo(asked) === "taken_back";
}

function isSeen(action: Action): boolean {
  return lastDeed(action)?.status === "seen" && !isBack(action);
}

function day(on: string): string {
  const month = record.months[Number(on.slice(5, 7)) - 1] ?? "";
  return fill(ours.day, { day: Number(on.slice(8, 10)), month, year: on.slice(0, 4) });
}
