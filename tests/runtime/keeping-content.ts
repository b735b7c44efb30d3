/** What a page keeps, as words: answers that a tab has again when it is loaded again, or a plan that it has not. */
import type { Entry, Said, Worth } from "../../src/decisionaid/theme/scripts/keeping/entry.ts";
import { Earlier } from "../../src/decisionaid/theme/scripts/patient/earlier.ts";
import { addNote, dropNote, type Notes } from "../../src/decisionaid/theme/scripts/plan/edits.ts";
import { keptEssence, keptPlanText, readKeptPlan } from "../../src/decisionaid/theme/scripts/plan/kept-state.ts";
import { newPlan, type Open, openVisit } from "../../src/decisionaid/theme/scripts/plan/open-plan.ts";

/** The word that stands for "I am a helper, and this is what I think". */
export const HELPERS = "helper";

export type Kind = "answers" | "plan";

export interface Content {
  readonly comesBack: boolean;
  words: string[];
  text(): string;
  essence(text: string): string;
  worth(state: string): Worth;
  said(): Said[];
  take(state: string): void;
  carry(entry: Entry): void;
  holds(entry: Entry): boolean;
  /** Whether a state is a helper's, and what is held a person's own, or the other way round. */
  isOther(state: string): boolean;
  cleared(kept: string | null): void;
}

export function made(kind: Kind, gone: ReadonlySet<string>, now: () => number): Content {
  return kind === "plan" ? new PlanWords(now) : new AnswerWords(gone);
}

/** The words of a kept state, of either kind. */
export function wordsIn(text: string): string[] {
  try {
    const data = JSON.parse(text) as { answers?: unknown; plan?: { [name: string]: unknown } };
    if (Array.isArray(data.answers)) return data.answers.map(String);
    return NOTES.flatMap((name) => (data.plan?.[name] ?? []) as { words: string }[]).map(({ words }) => words);
  } catch {
    return [];
  }
}

class AnswerWords implements Content {
  readonly comesBack = true;
  words: string[] = [];
  private readonly gone: ReadonlySet<string>;
  private readonly earlier = new Earlier();

  constructor(gone: ReadonlySet<string>) {
    this.gone = gone;
  }

  text(): string {
    return this.words.length > 0 ? JSON.stringify({ answers: this.words }) : "";
  }

  essence(text: string): string {
    return [...wordsIn(text)].sort().join();
  }

  worth(state: string): Worth {
    if (state === "" || /^\{"answers":\[.*\]\}$/.test(state)) return "ours";
    return state.startsWith('{"format":"decisionaid.answers/2"') ? "newer" : "unreadable";
  }

  said(): Said[] {
    return [...this.earlier.open(answersOf(this.words)), ...this.words.map((word) => ({ name: word, question: word, answer: word }))];
  }

  take(state: string): void {
    this.words = this.held(wordsIn(state));
    this.earlier.clear();
  }

  carry(entry: Entry): void {
    this.earlier.carry(entry, answersOf(wordsIn(entry.state)), answersOf(this.held(wordsIn(entry.state))));
  }

  holds(entry: Entry): boolean {
    return !wordsIn(entry.state).some((word) => this.gone.has(word));
  }

  isOther(state: string): boolean {
    const [ours, theirs] = [this.words, wordsIn(state)];
    return ours.length > 0 && theirs.length > 0 && ours.includes(HELPERS) !== theirs.includes(HELPERS);
  }

  cleared(kept: string | null): void {
    const theirs = kept === null ? this.words : wordsIn(kept);
    this.words = this.words.filter((word) => !theirs.includes(word));
    this.earlier.clear();
  }

  private held(words: readonly string[]): string[] {
    return words.filter((word) => !this.gone.has(word));
  }
}

function answersOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(words.map((word) => [word, [word]]));
}

/** Lists of a plan that hold words, twelve each. */
const NOTES: readonly Notes[] = ["going_well", "strengths", "questions", "by_myself", "learnt"];

/** A plan of the person's own, written at home; what the page does with it is done by its own functions. */
class PlanWords implements Content {
  readonly comesBack = false;
  private open: Open | null = null;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  get words(): string[] {
    return this.open ? wordsIn(JSON.stringify({ plan: this.open.plan })) : [];
  }

  /** Adds what is new, and takes out what is not there any more while it can be put right. */
  set words(words: string[]) {
    for (const word of words) if (!this.words.includes(word)) this.add(word);
    for (const name of NOTES) {
      const at = this.open?.plan[name]?.findIndex((each) => !words.includes(each.words)) ?? -1;
      if (this.open && at >= 0) this.open = dropNote(this.open, name, at);
    }
  }

  text(): string {
    return this.open ? keptPlanText({ open: this.open, isUnsaved: true }) : "";
  }

  essence(text: string): string {
    return keptEssence(text);
  }

  worth(state: string): Worth {
    const found = state === "" ? null : readKeptPlan(state, this.today());
    return typeof found === "string" ? found : "ours";
  }

  said(): Said[] {
    return [];
  }

  take(state: string): void {
    const found = readKeptPlan(state, this.today());
    this.open = typeof found === "string" ? null : found.open;
  }

  carry(): void {}

  holds(): boolean {
    return true;
  }

  isOther(): boolean {
    return false;
  }

  cleared(kept: string | null): void {
    if (kept === null || keptEssence(kept) === keptEssence(this.text())) this.open = null;
  }

  private add(word: string): void {
    const time = new Date(this.now()).toISOString();
    let open = this.open ?? newPlan(`${time.slice(0, 19)}Z`, "en");
    if (open.visit === "") open = openVisit(open, { kind: "between", on: this.today(), how: "not_said", there: ["me"], typed_by: "me" });
    const list = NOTES.find((name) => (open.plan[name] ?? []).length < 12);
    const next = list ? addNote(open, list, word) : open;
    if (next === open) throw new Error("the plan takes no more words");
    this.open = next;
  }

  private today(): string {
    return new Date(this.now()).toISOString().slice(0, 10);
  }
}
