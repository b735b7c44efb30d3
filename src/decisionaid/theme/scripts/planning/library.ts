/**
 * The aids of this site, each as a script that is fetched when a record or a plan names it: this page may fetch
 * no data, and asks for nothing but what its own list has.
 */
import type { Plan } from "../../generated/plan.ts";
import type { AidWords } from "../../generated/words.ts";
import type { Known } from "../handover/about-aid.ts";
import type { Library } from "../incoming/read-types.ts";
import { all } from "../page/dom.ts";
import { fetchLater } from "../page/later-script.ts";
import type { PlanAid } from "./desk.ts";

/** The event by which `plan-words.js` hands over what it holds, at its own element. */
const ARRIVED = "decisionaid-plan-words";

/** The aids of which something stands in a plan, each once: of its decisions, and where examples were taken from, which is all that a paper has. */
export function aidsNamed({ actions = [], decisions = [], goals = [] }: Plan): string[] {
  const taken = [...goals, ...actions].flatMap(({ said }) => (said.example ? [said.example.split(":")[0] ?? ""] : []));
  return [...new Set([...decisions.flatMap(({ aid }) => aid?.id ?? []), ...taken])];
}

export class Aids implements Library {
  private readonly known: ReadonlySet<string>;
  private readonly asked = new Map<string, Promise<PlanAid | null>>();
  private readonly here = new Map<string, PlanAid>();

  constructor() {
    this.known = new Set(all<HTMLTemplateElement>("template[data-aid]").map(({ dataset }) => dataset["aid"] ?? ""));
  }

  /** What came of an aid so far; null: nothing. */
  get(id: string | undefined): PlanAid | null {
    return this.here.get(id ?? "") ?? null;
  }

  /** Null: this site has none of that name, or it does not come. */
  async fetched(id: string): Promise<PlanAid | null> {
    if (!this.known.has(id)) return null;
    const asked = this.asked.get(id) ?? this.fetch(id);
    this.asked.set(id, asked);
    const aid = await asked;
    if (aid === null) this.asked.delete(id);
    else this.here.set(id, aid);
    return aid;
  }

  private fetch(id: string): Promise<PlanAid | null> {
    return new Promise((resolve) => fetchLater<PlanAid>(`template[data-aid="${id}"]`, resolve, () => resolve(null), ARRIVED));
  }

  async wordsOf(id: string, hash?: string): Promise<Known> {
    if (!this.known.has(id)) return { words: null, missing: "unknown_aid" };
    const aid = await this.fetched(id);
    if (aid === null) return { words: null, missing: "no_words" };
    const known = { words: aid.words, missing: "no_words" } as const;
    const seen = hash === undefined || hash === aid.words.source_sha256 ? null : versionIn(aid, hash);
    return seen === null ? known : { ...known, seen };
  }

  async versionOf(id: string, hash: string): Promise<AidWords | null> {
    const aid = await this.fetched(id);
    return aid === null ? null : versionIn(aid, hash);
  }
}

function versionIn({ versions }: PlanAid, hash: string): AidWords | null {
  return versions.find(({ source_sha256 }) => source_sha256 === hash) ?? null;
}
