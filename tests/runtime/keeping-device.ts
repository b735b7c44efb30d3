/**
 * A device as keeping sees it, in memory: a database, a local storage, tabs, a clock, and all that can go wrong.
 *
 * The scripts that are tried are those of the pages. What happens when is drawn by chance: between any two
 * steps of the browser a tab may be killed, the browser may be, a call may fail, another tab may go on.
 */
import { begunBy, type Random } from "./keeping-random.ts";
import { Keep } from "../../src/decisionaid/theme/scripts/page/keep.ts";
import { Cleared } from "../../src/decisionaid/theme/scripts/keeping/cleared.ts";
import { read, type Entry, type Found, type Said, type Worth } from "../../src/decisionaid/theme/scripts/keeping/entry.ts";
import type { Before, Host } from "../../src/decisionaid/theme/scripts/keeping/host.ts";
import { Keeper } from "../../src/decisionaid/theme/scripts/keeping/keeper.ts";
import type { News, Phase, ToldOthers } from "../../src/decisionaid/theme/scripts/keeping/phases.ts";
import { Kept, type Alone } from "../../src/decisionaid/theme/scripts/keeping/kept.ts";
import { keptKey, markKey } from "../../src/decisionaid/theme/scripts/keeping/names.ts";
import { made, wordsIn, type Content, type Kind } from "./keeping-content.ts";
import { InDatabase, InLocal } from "../../src/decisionaid/theme/scripts/keeping/places.ts";

export const OF = "example-condition";
export const KEY = keptKey(OF);
export { wordsIn };
export type Failure = "throws" | "errors" | "full";

// What a browser is given time for does not keep a run waiting that is done.
const wait = globalThis.setTimeout;
globalThis.setTimeout = ((...given: Parameters<typeof wait>) => wait(...given).unref()) as typeof wait;

/** More steps than anything takes. */
const MOST_STEPS = 5000;

interface Task {
  readonly tab: Tab;
  readonly run: () => void;
}

/** One database with its one store; overlays of transactions are written when they complete. */
class Database {
  readonly items = new Map<string, unknown>();
  readonly waiting: Transaction[] = [];
}

interface Asked {
  onsuccess?: (() => void) | null;
  onerror?: (() => void) | null;
  onupgradeneeded?: (() => void) | null;
  onblocked?: (() => void) | null;
  result?: unknown;
  error?: unknown;
  transaction?: { abort(): void };
}

class Transaction {
  oncomplete: (() => void) | null = null;
  onabort: (() => void) | null = null;
  error: unknown = null;
  private readonly changes = new Map<string, unknown>();
  private readonly asked: (() => void)[] = [];
  private isStarted = false;
  private isDone = false;
  private readonly device: Device;
  private readonly tab: Tab;
  private readonly database: Database;

  constructor(device: Device, tab: Tab, database: Database) {
    this.device = device;
    this.tab = tab;
    this.database = database;
    database.waiting.push(this);
    this.pump();
  }

  objectStore(): unknown {
    const value = (key: string): unknown => (this.changes.has(key) ? this.changes.get(key) : this.database.items.get(key));
    return {
      get: (key: string) => this.ask("get", () => value(key)),
      put: (text: unknown, key: string) => this.ask("put", () => void this.changes.set(key, text)),
      delete: (key: string) => this.ask("delete", () => void this.changes.set(key, undefined)),
    };
  }

  abort(error: unknown = new Error("aborted")): void {
    if (this.isDone) return;
    this.isDone = true;
    this.error = error;
    this.leave();
    this.device.later(this.tab, () => this.onabort?.());
  }

  /** The tab has gone: what was not complete is nothing. */
  drop(): void {
    this.isDone = true;
    this.leave();
  }

  belongsTo(tab: Tab): boolean {
    return this.tab === tab;
  }

  private ask(call: string, work: () => unknown): Asked {
    this.device.call(call, true);
    const asked: Asked = {};
    this.asked.push(() => {
      const failure = this.device.call(`${call} event`, false);
      if (failure) {
        asked.error = failure;
        asked.onerror?.();
        return this.abort(failure);
      }
      asked.result = work();
      try {
        asked.onsuccess?.();
      } catch (error) {
        // As in a browser: what throws in a handler ends the transaction.
        this.abort(error);
      }
    });
    return asked;
  }

  private pump(): void {
    this.device.later(this.tab, () => {
      if (this.isDone) return;
      this.isStarted ||= this.database.waiting[0] === this;
      if (!this.isStarted) return this.pump();
      const next = this.asked.shift();
      if (next) next();
      else return this.commit();
      this.pump();
    });
  }

  private commit(): void {
    const failure = this.changes.size > 0 ? this.device.call("commit", false) : null;
    if (failure) return this.abort(failure);
    this.isDone = true;
    for (const [key, value] of this.changes) {
      if (value === undefined) this.database.items.delete(key);
      else this.database.items.set(key, value);
    }
    this.leave();
    this.device.later(this.tab, () => this.oncomplete?.());
  }

  private leave(): void {
    const at = this.database.waiting.indexOf(this);
    if (at >= 0) this.database.waiting.splice(at, 1);
  }
}

/** A store of texts that remembers how it was: a browser that is killed may go back to that. */
class Texts {
  items = new Map<string, string>();
  private past: Map<string, string>[] = [];
  private readonly device: Device;

  constructor(device: Device) {
    this.device = device;
  }

  get storage(): Storage {
    const { device } = this;
    return {
      getItem: (key: string) => {
        device.call("getItem", true);
        return this.items.get(key) ?? null;
      },
      setItem: (key: string, text: string) => {
        device.call("setItem", true);
        this.change((items) => items.set(key, text));
      },
      removeItem: (key: string) => {
        device.call("removeItem", true);
        this.change((items) => items.delete(key));
      },
    } as unknown as Storage;
  }

  change(work: (items: Map<string, string>) => void): void {
    this.past = [...this.past.slice(-4), new Map(this.items)];
    work(this.items);
  }

  /** What was written in the last moments may be lost. */
  fallBack(): void {
    if (this.past.length > 0 && this.device.random.chance(0.6)) this.items = new Map(this.device.random.one(this.past));
    this.past = [];
  }

  /** Time has passed. */
  settle(): void {
    this.past = [];
  }

  copy(): Texts {
    const copy = new Texts(this.device);
    copy.items = new Map(this.items);
    return copy;
  }
}

export class Device {
  readonly random: Random;
  readonly local: Texts;
  database: Database | null = null;
  now = 1_800_000_000_000;
  tabs: Tab[] = [];
  /** Which call fails, counted from now; 0: none. */
  failAt = 0;
  failure: Failure = "throws";
  /** Every call from now on fails. */
  isForbidden = false;
  calls = 0;
  /** What was kept before anybody chose it, if that should happen. */
  writes = 0;
  /** What the page does not ask any more, from the next loading on. */
  readonly unasked = new Set<string>();
  /** Tabs hear each other. */
  hasChannel = true;
  hasLocks = true;
  hasNames = true;
  private queue: Task[] = [];
  private lockedBy: Tab | null = null;
  private lockQueue: { tab: Tab; go: () => void }[] = [];
  /** What its pages keep: answers, or a plan. */
  readonly kind: Kind;

  constructor(seed: number, kind: Kind = "answers") {
    this.kind = kind;
    this.random = begunBy(seed);
    this.local = new Texts(this);
  }

  /** One call to a store; it may throw, or give the error that its event is to tell. */
  call(name: string, mayThrow: boolean): Error | null {
    this.calls += 1;
    if (/setItem|put|commit/.test(name)) this.writes += 1;
    const fails = this.isForbidden || (this.failAt > 0 && this.calls === this.failAt);
    if (!fails) return null;
    const error = new Error(this.failure === "full" ? "quota exceeded" : "failed on purpose");
    if (this.failure === "full") error.name = "QuotaExceededError";
    if (mayThrow) throw error;
    return error;
  }

  later(tab: Tab, run: () => void): void {
    this.queue.push({ tab, run });
  }

  /** Let the browser do so many steps, in any order that it may. */
  async steps(most = Infinity): Promise<void> {
    for (let done = 0; done < most; done += 1) {
      if (done > MOST_STEPS) throw new Error("the browser does not come to rest");
      await flushed();
      this.queue = this.queue.filter(({ tab }) => tab.isAlive);
      if (this.queue.length === 0) return;
      const at = this.random.below(this.queue.length);
      const [task] = this.queue.splice(at, 1);
      task?.run();
    }
    await flushed();
  }

  factory(tab: Tab): IDBFactory {
    const open = (_name: string, _version: number): Asked => {
      this.call("open", true);
      const asked: Asked = {};
      this.later(tab, () => {
        const failure = this.call("open event", false);
        if (failure) {
          asked.error = failure;
          return asked.onerror?.();
        }
        let isAborted = false;
        const isNew = this.database === null;
        const database = (this.database ??= new Database());
        asked.result = {
          close: () => {},
          createObjectStore: () => {},
          transaction: () => {
            this.call("transaction", true);
            // Deleted since: the connection was closed.
            if (this.database !== database) throw new Error("closed");
            return new Transaction(this, tab, database);
          },
        };
        if (isNew) {
          asked.transaction = { abort: () => (isAborted = true) };
          asked.onupgradeneeded?.();
        }
        if (!isAborted) return asked.onsuccess?.();
        this.database = null;
        asked.error = new Error("aborted");
        asked.onerror?.();
      });
      return asked;
    };
    const deleteDatabase = (): Asked => {
      this.call("deleteDatabase", true);
      const asked: Asked = {};
      const attempt = (): void => {
        const failure = this.call("deleteDatabase event", false);
        if (failure) {
          asked.error = failure;
          return asked.onerror?.();
        }
        if (this.database && this.database.waiting.length > 0) return this.later(tab, attempt);
        this.database = null;
        asked.onsuccess?.();
      };
      this.later(tab, attempt);
      return asked;
    };
    const databases = (): Promise<{ name: string }[]> => {
      this.call("databases", true);
      return new Promise((resolve, reject) => {
        this.later(tab, () => {
          const failure = this.call("databases event", false);
          if (failure) return reject(failure);
          resolve(this.database ? [{ name: KEY }] : []);
        });
      });
    };
    // Not every browser says which databases there are.
    const factory = this.hasNames ? { open, deleteDatabase, databases } : { open, deleteDatabase };
    return factory as unknown as IDBFactory;
  }

  /** One tab at a time, as the browser's locks; a tab that ends lets go. */
  alone(tab: Tab): Alone {
    if (!this.hasLocks) {
      let last: Promise<unknown> = Promise.resolve();
      return (work) => {
        const next = last.then(work, work);
        last = next;
        return next;
      };
    }
    return async (work) => {
      await new Promise<void>((go) => {
        this.lockQueue.push({ tab, go });
        this.grant();
      });
      try {
        return await work();
      } finally {
        this.lockedBy = null;
        this.grant();
      }
    };
  }

  private grant(): void {
    if (this.lockedBy) return;
    this.lockQueue = this.lockQueue.filter(({ tab }) => tab.isAlive);
    const next = this.lockQueue.shift();
    if (!next) return;
    this.lockedBy = next.tab;
    this.later(next.tab, next.go);
  }

  open(person: string, session: Texts = new Texts(this)): Tab {
    const tab = new Tab(this, person, session);
    this.tabs.push(tab);
    return tab;
  }

  kill(tab: Tab): void {
    tab.isAlive = false;
    this.tabs = this.tabs.filter((each) => each !== tab);
    for (const one of [...(this.database?.waiting ?? [])]) if (one.belongsTo(tab)) one.drop();
    if (this.lockedBy === tab) this.lockedBy = null;
    this.grant();
  }

  /** All at once; local storage loses its last moments. */
  killBrowser(): void {
    for (const tab of this.tabs) this.kill(tab);
    this.local.fallBack();
  }

  evict(): void {
    for (const one of [...(this.database?.waiting ?? [])]) one.abort();
    this.database = null;
    this.local.change((items) => items.clear());
  }

  /** What is kept, as its pages read it. */
  read(text: string | null): Found {
    return read(text, OF, (state) => made(this.kind, new Set(), () => this.now).worth(state));
  }

  /** What stands on the device, as texts. */
  stored(): (string | null)[] {
    return [(this.database?.items.get("entry") as string | undefined) ?? null, this.local.items.get(KEY) ?? null];
  }
}

/** One tab with one page: what it holds are words, each said once. */
export class Tab implements Host {
  readonly of = OF;
  readonly version = "1";
  isAlive = true;
  phase: Phase = { kind: "off" };
  news: News[] = [];
  /** How much news there was each time when all that was told before had to go. */
  readonly emptiedAt: number[] = [];
  /** What was said to have been in this tab before it took over what is kept. */
  readonly saidBefore: Before[] = [];
  /** What was on the screen when "saved" was shown last. */
  shownAsSaved: readonly string[] | null = null;
  /** Words of somebody else that came into this tab without a press. */
  readonly unasked: string[] = [];
  readonly keeper: Keeper;
  readonly session: Texts;
  readonly person: string;
  private readonly content: Content;
  isPressed = false;
  /** What was in the tab when it began to let go. */
  leaving: string | null = null;
  onSaved: (tab: Tab) => void = () => {};

  constructor(device: Device, person: string, session: Texts) {
    this.person = person;
    this.session = session;
    this.content = made(device.kind, new Set(device.unasked), () => device.now);
    if (this.content.comesBack) this.content.take(session.items.get("answers") ?? "");
    const places = [new InDatabase(() => device.factory(this), KEY), new InLocal(() => device.local.storage, KEY)] as const;
    const kept = new Kept(this, places, device.alone(this));
    // A tab that ended hears nothing, and its own storage is not one of the calls that fail.
    const mark = this.content.comesBack ? new Keep(() => this.markStorage(), markKey(OF)) : { read: () => null, write: () => true, forget: () => true };
    const told = { phase: (phase: Phase) => this.stand(phase), emptied: () => void this.emptiedAt.push(this.news.length), news: (news: News, before: readonly Before[] = []) => void (this.news.push(news), this.saidBefore.push(...before)) };
    const others = {
      tell: (what: ToldOthers) => {
        if (!device.hasChannel) return;
        for (const other of device.tabs) if (other !== this) device.later(other, () => other.keeper.heard(what));
      },
    };
    this.keeper = new Keeper(this, kept, mark, told, others, new Cleared(() => device.local.storage, () => device.now), device.random.hex(16), () => device.now);
  }

  start(): void {
    void this.keeper.start();
  }

  get words(): string[] {
    return this.content.words;
  }

  set words(words: string[]) {
    this.content.words = words;
  }

  answer(word: string): void {
    this.content.words = [...this.words, word];
    this.write();
    this.keeper.changed();
  }

  /** Clears as the page does. */
  clear(): void {
    void this.keeper.clear();
    this.cleared(null);
  }

  /** Nobody used the page for a while: it lets go of what it holds, and of nothing that is kept. */
  async letGo(): Promise<void> {
    this.leaving = this.content.text();
    this.content.cleared(null);
    await this.keeper.letGo();
    this.leaving = null;
  }

  text(): string {
    return this.leaving ?? this.content.text();
  }

  essence(text: string): string {
    return this.content.essence(text);
  }

  said(): Said[] {
    return this.content.said();
  }

  worth(state: string): Worth {
    return this.content.worth(state);
  }

  carry(entry: Entry): void {
    this.content.carry(entry);
  }

  holds(entry: Entry): boolean {
    return this.content.holds(entry);
  }

  isOther(entry: Entry): boolean {
    return this.content.isOther(entry.state);
  }

  before(entry: Entry): Before[] {
    const kept = wordsIn(entry.state);
    return this.words.filter((word) => !kept.includes(word)).map((word) => ({ question: word, answer: word }));
  }

  take(entry: Entry): void {
    const before = new Set(this.words);
    this.content.take(entry.state);
    this.carry(entry);
    if (!this.isPressed) this.unasked.push(...this.words.filter((word) => !before.has(word) && !word.startsWith(this.person)));
    this.write();
    this.keeper.changed();
  }

  cleared(kept: string | null): boolean {
    this.content.cleared(kept);
    this.write();
    this.keeper.changed();
    return this.words.length > 0;
  }

  private stand(phase: Phase): void {
    this.phase = phase;
    if (phase.kind !== "saved" || !this.isAlive) return;
    this.shownAsSaved = this.words;
    this.onSaved(this);
  }

  private write(): void {
    if (!this.content.comesBack) return;
    if (this.words.length > 0) this.session.change((items) => items.set("answers", this.text()));
    else this.session.change((items) => items.delete("answers"));
  }

  private markStorage(): Storage {
    const { items } = this.session;
    return {
      getItem: (key: string) => this.session.items.get(key) ?? null,
      setItem: (key: string, text: string) => this.session.change(() => void this.session.items.set(key, text)),
      removeItem: (key: string) => this.session.change(() => void this.session.items.delete(key)),
      length: items.size,
    } as unknown as Storage;
  }
}

function flushed(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
