/** What was decided: all options stand there, in the order of the aid, and beside them that nothing is decided yet. */
import type { Became, Plan } from "../../generated/plan.ts";
import { addDecision, entryIn, sayBecame } from "../plan/edits.ts";
import { isOwnVoice, loose, meIn, saying, voiceAt } from "../plan/open-plan.ts";
import { SAYS_FOR_THEMSELVES } from "../plan/faults.ts";
import { line } from "../record/text.ts";
import { make } from "../page/dom.ts";
import { block, done, leave, saidLine, unfold } from "./block.ts";
import type { Decision, Desk } from "./desk.ts";
import { absent, addField, peopleChoices, radios, ticks, wordsField } from "./fields.ts";
import { ended, inLine, listed, own, quotation, saidBy, whoWords } from "./words.ts";

const STATES = ["not_yet", "want_more", "rather_not"] as const;
/** Before the place of an option in the list that was shown: a state is no number. */
const OPTION = "option-";

export function decidedBlock(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const all = open.plan.decisions ?? [];
  const isNew = all.length === 0 || desk.unfolded.has("decided-new");
  const another = (): HTMLElement => unfold(desk, "decided-new", say("decided.new"), "f-decision-new");
  const last = all.at(-1);
  // Behind the last decision, in its line once it is a sentence.
  const isInLine = last?.became?.length && !desk.unfolded.has(`decided-${last.id}`) && !isNew;
  const parts = all.flatMap((each) => decision(desk, each, all.length > 1, isInLine && each === last ? [another()] : []));
  const more = isNew
    ? [addField(desk, { id: "f-decision-new", label: say("decided.question"), close: "decided-new", add: (words) => addDecision(desk.open, { question: words, shown: [] }) })]
    : isInLine ? [] : [make("p", {}, another())];
  const [only] = all;
  const condition = all.length === 1 ? conditionOf(desk, only) : "";
  return block("decided", 2, condition ? say("decided.for", { condition }) : say("decided"), ...parts, ...more);
}

function conditionOf({ open }: Desk, decision: Decision | undefined): string {
  return open.plan.conditions?.find(({ id }) => id === decision?.condition)?.name ?? "";
}

/** Who said what became of it: of a decision those who made it; of what is none, whoever of the person and who speaks for them was there. */
export function voiceOf(plan: Plan, { by, visit }: Became): string {
  const there = plan.visits?.find(({ id }) => id === visit)?.there ?? [];
  const me = meIn(plan);
  return by?.[0] ?? (there.includes(me) ? me : (there.find((id) => isOwnVoice(plan, id)) ?? me));
}

/** What became of it last, in words. */
export function becameWords(last: Became | undefined, say: Desk["say"]): string {
  if (last === undefined) return "";
  if (last.state === "decided") return last.option_name ?? "";
  return last.state === "stopped" ? say("decided.stopped", { option: last.option_name ?? "" }) : say(`decided.${last.state}`);
}

/** What the person still doubts, as they said it last; empty: nothing. */
export function doubtWords(last: Became | undefined, desk: Desk): string {
  return last?.doubts ? desk.say("decided.doubts_said", { words: quotation(last.doubts, desk) }) : "";
}

/** What becomes of a doubt that was said before, where its field is left empty; nothing: there was none. */
export function doubtHint(before: Became | undefined, desk: Desk): { hint?: string } {
  return before?.doubts ? { hint: desk.say("look.doubt_empty", { words: ended(quotation(before.doubts, desk)) }) } : {};
}

function decision(desk: Desk, each: Decision, isOneOfMore: boolean, more: readonly HTMLElement[]): HTMLElement[] {
  const { open, say } = desk;
  const key = `decided-${each.id}`;
  const last = each.became?.at(-1);
  // Of one alone the head names the condition; where there is none, its own words say what it is about.
  const isNamed = isOneOfMore || (last !== undefined && !desk.unfolded.has(key) && conditionOf(desk, each) === "");
  const title = isNamed && each.question ? [make("h4", { id: `${key}-title` }, own(each.question))] : [];
  if (last && !desk.unfolded.has(key)) {
    const { reason } = last;
    const by = (last.by ?? []).map((id) => whoWords(open.plan, id, say));
    const about = inLine([
      reason ? quotation(reason, desk) : "",
      doubtWords(last, desk),
      by.length > 0 ? say("decided.by", { people: listed(by, say) }) : "",
      reason ? "" : saidBy(open, { words: "", by: voiceOf(open.plan, last), visit: last.visit }, desk),
      each.shown?.length ? say("decided.shown", { n: each.shown.length }) : "",
    ], say);
    return [...title, saidLine(becameWords(last, say), about, unfold(desk, key, say("change"), `f-decision-${each.id}`), ...more)];
  }
  return [...title, decisionForm(desk, each, key)];
}

/** `title`: the id of the heading to which leaving it as it is leads. */
export function decisionForm(desk: Desk, each: Decision, key: string, title = "decided-title"): HTMLElement {
  const { open, say } = desk;
  const voice = voiceAt(open);
  if (voice === "") return make("div", { class: "plan-form" }, absent(`f-decision-${each.id}`, say("decided.absent")), done(desk, key));
  const there = open.plan.visits?.find(({ id }) => id === open.visit)?.there ?? [];
  const now = () => entryIn(desk.open, "decisions", each.id);
  const today = (): Became | null => loose(now()?.now.became, now()?.before?.became);
  const names = each.shown ?? [];
  const [first] = [today()];
  const options = names.map((words, n) => ({ value: `${OPTION}${n}`, words }));
  const set = (change: Partial<Became>): unknown => {
    const before = today();
    const state = change.state ?? before?.state;
    if (state === undefined) return undefined;
    // What is said of it before anything is chosen waits in its field.
    const by = change.by ?? before?.by ?? [voice];
    const isTaken = desk.note(sayBecame(desk.open, each.id, { ...before, ...words(), ...change, state, by }));
    look();
    if (isTaken) for (const field of [reason, doubts]) field.querySelector("textarea")?.removeAttribute("data-draft");
    return isTaken;
  };
  const chosen = (value: string): void => {
    const place = value.startsWith(OPTION) ? Number(value.slice(OPTION.length)) : -1;
    // An answer stands in the place of words of one's own.
    const area = ownWords[0]?.querySelector("textarea");
    if (area) area.value = "";
    if (place < 0) return void set({ state: value as (typeof STATES)[number], option: null, option_name: "" });
    set({ state: "decided", option: idOf(desk, each, names[place] ?? ""), option_name: names[place] ?? "" });
  };
  const reason = wordsField({ id: `f-decision-${each.id}-reason`, label: say("decided.reason"), value: first?.reason?.words ?? "", set: () => set({}) });
  const doubts = wordsField({ id: `f-decision-${each.id}-doubts`, label: say("decided.doubts"), ...doubtHint(now()?.before?.became?.at(-1), desk), value: first?.doubts?.words ?? "", set: () => set({}) });
  const typed = (element: HTMLElement): string => element.querySelector("textarea")?.value ?? "";
  const words = (): Partial<Became> => ({ reason: saying(desk.open, typed(reason), voice), doubts: saying(desk.open, typed(doubts), voice) });
  const isOwn = (): boolean => today()?.state === "decided";
  // What was said of it waits in its field again.
  const takeBack = (): boolean => {
    for (const field of [reason, doubts]) if (line(typed(field)) !== "") field.querySelector("textarea")?.setAttribute("data-draft", "");
    const isTaken = desk.note(sayBecame(desk.open, each.id, null));
    look();
    return isTaken;
  };
  const ownWords: HTMLElement[] = names.length > 0 ? [] : [wordsField({
    id: `f-decision-${each.id}-own`, label: say("decided.own"), isLine: true, value: first?.option_name ?? "",
    set: (words) => {
      const said = line(words);
      if (said === "") return isOwn() ? takeBack() : undefined;
      for (const radio of answers.querySelectorAll("input")) radio.checked = false;
      return set({ state: "decided", option: null, option_name: said });
    },
  })];
  const place = names.indexOf(first?.option_name ?? "");
  const others = there.filter((id) => id !== voice);
  const answers = radios({
    name: `f-decision-${each.id}`, legend: each.question || say("decided.what"),
    choices: options, apart: STATES.map((state) => ({ value: state, words: say(`decided.${state}`) })),
    chosen: first?.state === "decided" ? (place < 0 ? "" : `${OPTION}${place}`) : (first?.state ?? ""),
    set: chosen,
  });
  const stays = (each.became ?? []).length > 0 ? [make("span", {}, " ", leave(desk, key, title))] : [];
  // Once it was answered anew it does not stay as it is.
  const look = (): void => stays.forEach((part) => (part.hidden = today() !== null));
  look();
  return make(
    "div",
    { class: "plan-form" },
    answers,
    ...ownWords,
    reason,
    doubts,
    ...(others.length > 0
      ? [ticks({
          name: `f-decision-${each.id}-with`, legend: say("decided.with"), choices: peopleChoices(desk, others), ticked: first?.by ?? [],
          set: (id, isTicked) => {
            const by = (today()?.by ?? [voice]).filter((other) => other !== id);
            set({ by: isTicked ? [...by, id] : by });
          },
        })]
      : []),
    make("p", {}, done(desk, key), ...stays),
  );
}

/** The id of an option, where the aid that is here is the very text that was shown. */
function idOf(desk: Desk, { aid }: Decision, name: string): string | null {
  const here = desk.aid(aid?.id);
  const words = here?.versions.find(({ source_sha256 }) => source_sha256 === aid?.source_sha256);
  return words?.options.find(({ text }) => text === name)?.id ?? null;
}

/** Those who can speak for the person. */
export function voicesThere({ open: { plan, visit } }: Desk): string[] {
  const there = plan.visits?.find(({ id }) => id === visit)?.there ?? [];
  return plan.people.filter(({ id, role }) => there.includes(id) && SAYS_FOR_THEMSELVES.includes(role)).map(({ id }) => id);
}
