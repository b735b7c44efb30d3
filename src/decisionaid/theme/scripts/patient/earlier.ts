/** What was answered to an earlier text of an aid: it is none of the answers any more, and stays in words. */
import type { Entry, Said } from "../keeping/entry.ts";
import type { Answers } from "../record/answers.ts";

interface Left {
  readonly said: Said;
  /** What the page could hold of it: once that is another answer, it has been answered anew. */
  readonly held: readonly string[] | undefined;
}

export class Earlier {
  private left: readonly Left[] = [];

  /** Take over what an entry says that is not in the answers that the page holds of it; what was not known is returned. */
  carry(entry: Entry, kept: Answers, held: Answers): readonly Said[] {
    const names = entry.said.map(({ name }) => name);
    // The last words of a name are those of its answer; others, before them, are of an earlier text already.
    const isHeld = (name: string, at: number): boolean => kept.has(name) && isSame(kept.get(name), held.get(name)) && names.lastIndexOf(name) === at;
    const isNew = (said: Said): boolean => !this.left.some((each) => isSame(each.said, said));
    const found = entry.said.filter((said, at) => !isHeld(said.name, at) && isNew(said));
    this.left = [...this.left, ...found.map((said) => ({ said, held: held.get(said.name) }))];
    return found;
  }

  /** What has not been answered anew. */
  open(answers: Answers): Said[] {
    return this.left.filter(({ said, held }) => isSame(answers.get(said.name), held)).map(({ said }) => said);
  }

  clear(): void {
    this.left = [];
  }
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
