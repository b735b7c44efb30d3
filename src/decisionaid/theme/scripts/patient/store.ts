/** All the state of a page, in one place. Only the app writes; components are told and read. */
import type { Answers } from "../record/answers.ts";
import type { PartName } from "../record/record-types.ts";

/** What names the file that was saved last. */
export interface Saved {
  id: string;
  rev: number;
  created: string;
}

export interface State {
  answers: Answers;
  /** The parts that are not shared; whatever else stands in it keeps nothing back. */
  keptBack: readonly PartName[];
  /** Steps that were shown. */
  visited: ReadonlySet<string>;
  /** Null until the person saves or opens a file. */
  saved: Saved | null;
  /** Whether these answers stand on paper or in a file too. */
  isHandedOver: boolean;
}

export const EMPTY: State = { answers: new Map(), keptBack: [], visited: new Set(), saved: null, isHandedOver: false };

export class Store {
  private now: State;
  private readonly told: (() => void)[] = [];

  constructor(state: State = EMPTY) {
    this.now = state;
  }

  get state(): State {
    return this.now;
  }

  /** Tell `listener` after each change. */
  subscribe(listener: () => void): void {
    this.told.push(listener);
  }

  change(part: Partial<State>): void {
    this.now = { ...this.now, ...part };
    for (const listener of this.told) listener();
  }

  /** Set the values of one name; null takes the answer back. */
  answer(name: string, values: readonly string[] | null): void {
    const answers = new Map(this.now.answers);
    if (values === null) answers.delete(name);
    else answers.set(name, values);
    this.change({ answers, isHandedOver: false });
  }
}
