/** Begin to keep the state of a page on its device, in a browser. */
import { messagesOf } from "../handover/messages.ts";
import { Keep } from "../page/keep.ts";
import { Cleared } from "./cleared.ts";
import type { FromKeeping, Keeping } from "./from-keeping.ts";
import type { Marks } from "./followed.ts";
import { Keeper } from "./keeper.ts";
import { TOLD, type Others, type Phase } from "./phases.ts";
import { aloneBy, Kept } from "./kept.ts";
import { keptKey, markKey } from "./names.ts";
import { Panel } from "./panel.ts";
import { InDatabase, InLocal } from "./places.ts";

/** For a page that does not bring its own state back when it is loaded again: to it all that is kept is new. */
const NO_MARKS: Marks = { read: () => null, write: () => true, forget: () => true };

export const begin: FromKeeping = (host) => {
  const key = keptKey(host.of);
  const places = [new InDatabase(() => window.indexedDB, key), new InLocal(() => window.localStorage, key)] as const;
  const say = messagesOf<"keep">(host.words);
  const panel: Panel = new Panel(say, host, () => keeper);
  const told = {
    phase(phase: Phase): void {
      panel.phase(phase);
      host.stands();
    },
    news: panel.news.bind(panel),
    emptied: panel.emptied.bind(panel),
  };
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(key);
  const others: Others = { tell: (what) => channel?.postMessage(what) };
  const kept = new Kept(host, places, aloneBy(navigator.locks as LockManager | undefined, key));
  const mark = host.comesBack ? new Keep(() => window.sessionStorage, markKey(host.of)) : NO_MARKS;
  const keeper = new Keeper(host, kept, mark, told, others, new Cleared(() => window.localStorage), randomName());
  channel?.addEventListener("message", ({ data }) => {
    const what = TOLD.find((each) => each === data);
    if (what) keeper.heard(what);
  });
  // Where there is no channel, and for what somebody deletes by the browser's own means.
  window.addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) void keeper.look();
  });
  const look = (): void => {
    if (document.visibilityState !== "visible") return;
    // It may be another day by now.
    panel.drawn();
    void keeper.look();
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", (event) => event.persisted && look());
  const keeping: Keeping = {
    get kind() {
      return keeper.phase.kind;
    },
    get isSafe() {
      return keeper.isSafe;
    },
    start: () => keeper.start(),
    keep: () => {
      panel.awaited();
      return keeper.keep();
    },
    changed: () => keeper.changed(),
    drawn: () => panel.drawn(),
    letGo: () => keeper.letGo(),
    clear: () => keeper.clear(),
    note: (text, lines) => panel.note(say(text), lines),
  };
  return keeping;
};

function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
