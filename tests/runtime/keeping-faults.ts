/** Random runs of keeping on a device in memory: what may go wrong does, and what must hold is looked at after each step. */
import assert from "node:assert/strict";
import { newest, NONE, read, written, type Entry, type Found } from "../../src/decisionaid/theme/scripts/keeping/entry.ts";
import type { Kind } from "./keeping-content.ts";
import { Device, KEY, OF, wordsIn, type Failure, type Tab } from "./keeping-device.ts";

const DAY = 86_400_000;

/** What was seen over many runs; the first four must stay 0. */
export interface Seen {
  lost: number;
  overwritten: number;
  ofAnother: number;
  beforeChoice: number;
  stuck: number;
  runs: number;
  shownAsSaved: number;
  faults: Record<string, number>;
  phases: Record<string, number>;
  /** Of what went wrong, the seeds and in what way. */
  complaints: string[];
}

export function nothingSeen(): Seen {
  return { lost: 0, overwritten: 0, ofAnother: 0, beforeChoice: 0, stuck: 0, runs: 0, shownAsSaved: 0, faults: {}, phases: {}, complaints: [] };
}

/** Texts that may stand where ours is expected. */
export const HOSTILE: { readonly [name: string]: (text: string) => string } = {
  "nothing": () => "",
  "no JSON": () => "{",
  "cut in the middle": (text) => text.slice(0, text.length / 2),
  "cut by one": (text) => text.slice(0, -1),
  "two of them": (text) => text + text,
  "a list": () => "[]",
  "null": () => "null",
  "a number": () => "7",
  "a text of JSON": (text) => JSON.stringify(text),
  "nested deep": () => "[".repeat(100_000),
  "5 million characters": () => "x".repeat(5_000_000),
  "another aid's": (text) => text.replace(OF, "other-condition"),
  "prototype keys": () => '{"__proto__":{"format":"decisionaid.kept/1"},"constructor":{"prototype":{}}}',
  "wrong types": () => '{"format":"decisionaid.kept/1","of":["example-condition"],"rev":"1","state":{}}',
  "no number of a write": () => `{"format":"decisionaid.kept/1","of":"${OF}","rev":1e99,"changed":1,"state":""}`,
  "a time that is none": () => `{"format":"decisionaid.kept/1","of":"${OF}","rev":1,"changed":-1,"state":""}`,
  "a number that nobody reaches": () => `{"format":"decisionaid.kept/1","of":"${OF}","life":"ab","rev":999999999999999,"by":"ab","changed":1800000000000,"told":0,"version":"","said":[],"state":""}`,
  // Whole around a state that the page cannot take.
  "a state of a newer page": (text) => withState(text, '{"format":"decisionaid.answers/2","answers":["one1"]}', '{"format":"decisionaid.kept-plan/2","plan":{}}'),
  "a newer plan in the state": (text) => withState(text, '{"format":"decisionaid.answers/2"}', '{"format":"decisionaid.kept-plan/1","plan":{"format":"decisionaid.plan/2"}}'),
  "a state that is no JSON": (text) => withState(text, "{", "{"),
  "a state of the other kind": (text) => withState(text, '{"format":"decisionaid.kept-plan/1"}', '{"answers":["one1"]}'),
  "a plan that says what cannot be": (text) => withState(text, "[]", '{"format":"decisionaid.kept-plan/1","plan":{"format":"decisionaid.plan/1","id":"00","people":[]}}'),
  "a state that is too long": (text) => withState(text, `{"x":"${"x".repeat(160_000)}"}`, `{"format":"decisionaid.kept-plan/1","plan":"${"x".repeat(160_000)}"}`),
  "unseen characters": () => "\u0000\u0001\ufffe",
};

/** Those that only a newer page can read: they go before what is whole. */
const OF_NEWER = ["a state of a newer page", "a newer plan in the state"];

/** The same entry, as whole as it was, with another state; `text` may be none of ours. */
function withState(text: string, answers: string, plan: string): string {
  const found = read(text, OF);
  if (found.kind !== "entry") return "{";
  return written({ ...found.entry, state: found.entry.state.includes("decisionaid.kept-plan") ? plan : answers });
}

class Run {
  readonly device: Device;
  private readonly seen: Seen;
  private readonly seed: number;
  private words = 0;
  /** What "saved" was shown for, and no choice gave up since. */
  private must = new Set<string>();
  private readonly givenUp = new Set<string>();
  private hasChosen = false;
  private wasToldOver = false;
  private wasDestroyed = false;

  constructor(seed: number, seen: Seen, kind: Kind) {
    this.seed = seed;
    this.seen = seen;
    this.device = new Device(seed, kind);
    this.device.hasLocks = this.device.random.chance(0.8);
    this.device.hasNames = this.device.random.chance(0.8);
  }

  async go(): Promise<void> {
    const { device } = this;
    const { random } = device;
    this.open("one");
    const actions = 5 + random.below(14);
    for (let done = 0; done < actions; done += 1) {
      this.act();
      const isRest = random.chance(0.5);
      await device.steps(isRest ? Infinity : random.below(25));
      this.look();
      if (isRest) this.wasDestroyed = false;
    }
    device.isForbidden = false;
    device.failAt = 0;
    await device.steps();
    this.look();
    for (const { phase } of device.tabs) if (phase.kind === "saving") this.complain("stuck", "still saving");
    device.killBrowser();
    this.lookAtStored();
    // Somebody comes back, and opens what is there.
    const tab = this.open("one");
    await device.steps();
    if (tab.phase.kind === "found") {
      this.press(tab, () => tab.keeper.open());
      await device.steps();
      const missing = [...this.must].filter((word) => !inWords(tab).includes(word));
      if (missing.length > 0) this.complain("lost", `not there again: ${missing.join()}`);
    } else if (this.must.size > 0 && tab.phase.kind !== "over" && tab.phase.kind !== "newer" && !tab.news.includes("ended")) {
      this.complain("lost", `comes back to ${tab.phase.kind}`);
    }
    this.look();
  }

  private act(): void {
    const { device } = this;
    const { random } = device;
    device.now += 1000;
    const tab = device.tabs.length > 0 ? random.one(device.tabs) : this.open(this.someone());
    const kind = tab.phase.kind;
    if (kind !== "off" && kind !== "saved" && kind !== "saving" && random.chance(0.5)) return this.choose(tab);
    if (!this.hasChosen && random.chance(0.4) && tab.person === "one") return this.keep(tab);
    const draw = random.below(200) / 2;
    // Of a page that has its state no more when it is loaded again.
    if (this.device.kind === "plan" && random.chance(0.03)) return this.fault("let go", () => void tab.letGo());
    if (draw < 38) tab.answer(`${tab.person}${(this.words += 1)}`);
    else if (draw < 44) {
      // The other one wants nothing kept here.
      if (tab.person === "one") this.keep(tab);
    }
    else if (draw < 50) this.reload(tab);
    else if (draw < 56) this.fault("tab killed", () => (device.kill(tab), random.chance(0.5) ? this.open(tab.person, tab) : this.open(this.someone())));
    else if (draw < 63) this.killBrowser();
    else if (draw < 68) this.fault("tab duplicated", () => this.open(tab.person, tab, true));
    else if (draw < 73) this.fault("second tab", () => this.open(this.someone()));
    else if (draw < 81) this.fault("k-th call fails", () => this.fail(1 + random.below(30)));
    else if (draw < 84) this.fault("storage forbidden", () => (device.isForbidden = true));
    else if (draw < 89) device.isForbidden = false;
    else if (draw < 92) this.fault("clock moved", () => {
        device.now += random.one([-400, -1, 0.01, 3, 29, 31, 45, 4000]) * DAY;
        // What was written long ago outlives the browser's end.
        device.local.settle();
      });
    else if (draw < 94) this.fault("evicted", () => this.destroyed(() => device.evict()));
    else if (draw < 97) this.hostile();
    else if (draw < 97.5) this.changeAid(tab);
    else if (draw < 98) this.giveUpAll(tab, () => void tab.keeper.stop());
    else if (draw < 99) this.giveUpAll(tab, () => tab.clear());
    else void tab.keeper.look();
  }

  /** The next page does not ask something any more that was answered: it stays in words. */
  private changeAid(tab: Tab): void {
    const [word] = tab.words;
    // All that a plan says stands in the plan itself.
    if (word === undefined || this.device.kind === "plan") return;
    this.fault("aid changed", () => this.device.unasked.add(word));
    if (this.device.random.chance(0.5)) this.reload(tab);
  }

  private someone(): string {
    return this.device.random.chance(0.4) ? "two" : "one";
  }

  private fault(name: string, work: () => void): void {
    this.seen.faults[name] = (this.seen.faults[name] ?? 0) + 1;
    work();
  }

  private fail(at: number): void {
    this.device.calls = 0;
    this.device.failAt = at;
    this.device.failure = this.device.random.one<Failure>(["throws", "errors", "full"]);
  }

  private keep(tab: Tab): void {
    this.hasChosen = true;
    void tab.keeper.keep();
  }

  private reload(tab: Tab): void {
    this.fault("reload", () => {
      this.device.kill(tab);
      this.open(tab.person, tab);
    });
  }

  private killBrowser(): void {
    const { device } = this;
    this.fault("browser killed", () => {
      const tabs = [...device.tabs];
      device.killBrowser();
      for (const tab of tabs) {
        if (device.random.chance(0.5)) continue;
        tab.session.fallBack();
        this.open(tab.person, tab);
      }
      if (device.tabs.length === 0) this.open(this.someone());
    });
  }

  private hostile(): void {
    const { device } = this;
    const names = Object.keys(HOSTILE);
    this.fault("hostile state", () => this.destroyed(() => {
      const [first = null, second = null] = device.stored();
      const made = (text: string | null): string => HOSTILE[device.random.one(names)]?.(text ?? "{}") ?? "";
      // One copy or both; with both gone nothing is left that could be shown.
      const both = device.random.chance(0.3);
      const isFirst = device.random.chance(0.5);
      if ((both || isFirst) && device.database && first !== null) device.database.items.set("entry", made(first));
      if ((both || !isFirst) && second !== null) device.local.change((items) => items.set(KEY, made(second)));
      // Written long ago: a browser that ends does not lose it any more.
      device.local.settle();
      // What was whole before may have been in that copy alone.
      if (newestOf(device).kind !== "entry" || this.missing(device).length > 0) this.must.clear();
    }, false));
  }

  /** Somebody else takes away what is kept: what a tab has looked at a moment before may not be there any more. */
  private destroyed(work: () => void, isAll = true): void {
    work();
    this.wasDestroyed = true;
    if (isAll) this.must.clear();
  }

  private choose(tab: Tab): void {
    const { random } = this.device;
    const { phase } = tab;
    switch (phase.kind) {
      case "failed":
        return void tab.keeper.again();
      case "undeleted":
        return this.giveUpAll(tab, () => void tab.keeper.again());
      case "found":
        // Whoever did not keep it does not say that it is theirs.
        if (tab.person === "two") return random.chance(0.7) ? tab.keeper.leave() : this.giveUpAll(tab, () => void tab.keeper.stop());
        if (random.chance(0.7)) return this.press(tab, () => tab.keeper.open());
        return tab.keeper.leave();
      case "apart": {
        const kept = wordsIn(phase.entry.state);
        if (random.chance(0.2)) return tab.keeper.leave();
        if (random.chance(0.5)) {
          // What this page does not ask stays in words; one that was loaded before the aid changed asks it.
          const isAsked = (word: string): boolean => tab.holds({ ...phase.entry, state: JSON.stringify({ answers: [word] }) });
          this.giveUp(kept.filter((word) => !tab.words.includes(word) && isAsked(word)));
          return void tab.keeper.chooseHere();
        }
        this.giveUp(inWords(tab).filter((word) => !kept.includes(word) && !phase.entry.said.some(({ name }) => name === word)));
        return this.press(tab, () => tab.keeper.chooseKept());
      }
      case "gone":
        return random.chance(0.5) ? void tab.keeper.keep() : tab.keeper.leave();
      case "over":
        return random.chance(0.5) ? this.giveUpAll(tab, () => void tab.keeper.stop()) : tab.person === "one" ? this.press(tab, () => tab.keeper.open()) : undefined;
      case "unreadable":
        return random.chance(0.5) ? this.giveUpAll(tab, () => void tab.keeper.stop()) : tab.keeper.leave();
      default:
        return undefined;
    }
  }

  private press(tab: Tab, work: () => void): void {
    tab.isPressed = true;
    work();
    tab.isPressed = false;
  }

  private giveUp(words: readonly string[]): void {
    for (const word of words) {
      this.givenUp.add(word);
      this.must.delete(word);
    }
  }

  private giveUpAll(_tab: Tab, work: () => void): void {
    this.giveUp([...this.must, ...this.device.stored().flatMap((text) => wordsOf(this.device.read(text)))]);
    for (const tab of this.device.tabs) this.giveUp(tab.words);
    work();
  }

  private open(person: string, before?: Tab, isCopy = false): Tab {
    const session = isCopy ? before?.session.copy() : before?.session;
    const tab = this.device.open(person, session);
    tab.onSaved = (saved) => this.saved(saved);
    tab.start();
    return tab;
  }

  /** "Saved" is on the screen: so it has to be. */
  private saved(tab: Tab): void {
    this.seen.shownAsSaved += 1;
    const stored = wordsOf(newestOf(this.device));
    const missing = inWords(tab).filter((word) => !stored.includes(word) && !this.givenUp.has(word));
    if (missing.length > 0) {
      // Looked at before it was taken away, shown after.
      if (this.wasDestroyed) return this.must.clear();
      this.complain("lost", `shown as saved and not there: ${missing.join()}`);
    }
    const gone = [...this.must].filter((word) => !inWords(tab).includes(word));
    if (gone.length > 0) this.complain("overwritten", `${gone.join()} by ${tab.words.join()}`);
    this.must = new Set(inWords(tab).filter((word) => !this.givenUp.has(word)));
  }

  private look(): void {
    const { device, seen } = this;
    for (const tab of device.tabs) {
      seen.phases[tab.phase.kind] = (seen.phases[tab.phase.kind] ?? 0) + 1;
      if (tab.phase.kind === "over") this.wasToldOver = true;
      if (tab.news.includes("ended")) {
        if (!this.wasToldOver) this.complain("lost", "ended in silence");
        this.giveUp([...this.must]);
      }
      const others = tab.words.filter((word) => !word.startsWith(tab.person));
      if (others.length > 0 || tab.unasked.length > 0) this.complain("ofAnother", `${tab.person} sees ${others.join()} ${tab.unasked.join()}`);
    }
    if (!this.hasChosen && device.writes > 0) this.complain("beforeChoice", "written");
    this.lookAtStored();
  }

  /** Whatever happened, what was shown as saved is still there. */
  private lookAtStored(): void {
    const missing = this.missing(this.device);
    if (missing.length > 0) {
      this.complain("lost", `not stored any more: ${missing.join()}`);
      this.giveUp(missing);
    }
  }

  private missing(device: Device): string[] {
    const found = newestOf(device);
    // Beside what a newer page wrote, which the browser's end may have brought back, a whole copy stays as it is.
    const stored = found.kind === "newer" ? device.stored().flatMap((text) => wordsOf(device.read(text))) : wordsOf(found);
    return [...this.must].filter((word) => !stored.includes(word));
  }

  private complain(what: "lost" | "overwritten" | "ofAnother" | "beforeChoice" | "stuck", how: string): void {
    this.seen[what] += 1;
    if (this.seen.complaints.length < 20) this.seen.complaints.push(`seed ${this.seed}: ${what}: ${how}`);
  }
}

function newestOf(device: Device): Found {
  const [first = NONE, second = NONE] = device.stored().map((text) => device.read(text));
  return newest(first, second);
}

function wordsOf(found: Found): string[] {
  return found.kind === "entry" ? [...wordsIn(found.entry.state), ...found.entry.said.map(({ name }) => name)] : [];
}

/** What a tab has to keep, also while it lets go of it, and what it keeps in words. */
function inWords(tab: Tab): string[] {
  return [...new Set([...(tab.leaving === null ? tab.words : wordsIn(tab.leaving)), ...tab.said().map(({ name }) => name)])];
}

/** So many random runs, from a seed on. */
export async function randomRuns(from: number, runs: number, kind: Kind = "answers"): Promise<Seen> {
  const seen = nothingSeen();
  for (let seed = from; seed < from + runs; seed += 1) {
    await new Run(seed, seen, kind).go();
    seen.runs += 1;
  }
  return seen;
}

/** One walk in which the k-th call of a store fails, for every k that there is, in each way. */
export async function everyCallFails(kind: Kind = "answers"): Promise<Seen> {
  const seen = nothingSeen();
  for (const failure of ["throws", "errors", "full"] as const) {
    for (let at = 1; ; at += 1) {
      const device = new Device(at, kind);
      device.failAt = at;
      device.failure = failure;
      const complain = (what: "lost" | "stuck", how: string): void => {
        seen[what] += 1;
        seen.complaints.push(`${failure} at ${at}: ${what}: ${how}`);
      };
      let tab = device.open("one");
      let must: readonly string[] = [];
      const settle = async (): Promise<void> => {
        await device.steps();
        if (tab.phase.kind === "saving") complain("stuck", "still saving");
        const stored = wordsOf(newestOf(device));
        if (tab.phase.kind === "saved") {
          seen.shownAsSaved += 1;
          must = tab.words;
        }
        if (must.some((word) => !stored.includes(word))) complain("lost", "was shown as saved");
      };
      tab.start();
      await settle();
      void tab.keeper.keep();
      await settle();
      for (const word of ["one1", "one2"]) {
        tab.answer(word);
        await settle();
      }
      device.kill(tab);
      tab = device.open("one", tab.session);
      tab.start();
      await settle();
      const before = tab.words;
      if (tab.phase.kind === "found") tab.keeper.open();
      await settle();
      if (kind === "plan" && must.some((word) => !tab.words.includes(word)) && tab.phase.kind === "saved") complain("lost", "not opened");
      tab.answer("one3");
      await settle();
      if (tab.phase.kind === "failed") void tab.keeper.again();
      await settle();
      const held = [...(kind === "plan" ? must : ["one1", "one2"]), ...before, "one3"];
      if (held.some((word) => !tab.words.includes(word)) && tab.phase.kind !== "found") complain("lost", "the tab itself forgot");
      void tab.keeper.stop();
      must = [];
      await device.steps();
      if (tab.phase.kind === "off" && device.stored().some((text) => text !== null)) complain("lost", "said to be deleted, and there");
      seen.runs += 1;
      // No call was left to fail.
      if (device.calls < at) break;
    }
  }
  return seen;
}

/** Each hostile text in one place and in both: nothing is shown, nothing is lost, and the person may have it deleted. */
export async function hostileStates(kind: Kind = "answers"): Promise<Seen> {
  const seen = nothingSeen();
  const whole = await wholeEntry(kind);
  for (const [name, made] of Object.entries(HOSTILE)) {
    for (const where of ["first", "second", "both"] as const) {
      const device = new Device(1, kind);
      const tab = device.open("one");
      // By the same means as the page, so that the database is made as it makes it.
      void tab.keeper.keep();
      await device.steps();
      device.kill(tab);
      device.database?.items.set("entry", where === "second" ? whole : made(whole));
      device.local.change((items) => items.set(KEY, where === "first" ? whole : made(whole)));
      const before = device.stored();
      const next = device.open("one");
      next.start();
      await device.steps();
      const complain = (how: string): void => {
        seen.lost += 1;
        seen.complaints.push(`${name} in ${where}: ${how}`);
      };
      if (JSON.stringify(device.stored()) !== JSON.stringify(before)) complain("changed by looking");
      if (next.words.length > 0) complain("shown without a press");
      const isWhole = where !== "both" && !OF_NEWER.includes(name);
      if (isWhole !== (next.phase.kind === "found")) complain(`stands as ${next.phase.kind}`);
      if (isWhole) {
        next.isPressed = true;
        next.keeper.open();
        await device.steps();
        if (next.words.join() !== "one1") complain("the whole copy is not opened");
      } else {
        void next.keeper.stop();
        await device.steps();
        if (device.stored().some((text) => text !== null)) complain("not deleted");
      }
      seen.runs += 1;
    }
  }
  return seen;
}

/** What a device keeps of one word. */
async function wholeEntry(kind: Kind): Promise<string> {
  const device = new Device(1, kind);
  const tab = device.open("one");
  void tab.keeper.keep();
  tab.answer("one1");
  await device.steps();
  const [text = null] = device.stored();
  const found = device.read(text);
  assert(found.kind === "entry");
  return written({ ...(found.entry satisfies Entry), rev: 3, life: "ab" });
}
