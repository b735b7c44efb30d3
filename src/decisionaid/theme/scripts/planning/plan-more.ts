/** The second script of the page of a plan, which is all of it: what is open stays in memory, and goes with the page. */
import { Idle } from "../incoming/idle.ts";
import { PictureReader } from "../incoming/pictures.ts";
import { ask } from "../page/ask.ts";
import { announce, one } from "../page/dom.ts";
import { ARRIVED } from "../page/later-script.ts";
import { forgetStale } from "../page/stale-status.ts";
import { pageMessages } from "../page/page-messages.ts";
import type { FromMore, Started, Ways } from "./from-more.ts";
import { Aids } from "./library.ts";
import { Opening } from "./opening.ts";
import { Table } from "./table.ts";
import { TryOut } from "./try-out.ts";
import { listed } from "./words.ts";

function start(ways: Ways): Started {
  const found = ["[data-module=plan]", "#plan", "[data-problem]", "[data-passphrase]", "[data-panel]"].map((each) => one(each));
  const [root, place, problem, passphrase, panel] = found;
  if (!root || !place || !problem || !passphrase || !panel) throw new Error("the page has no place for a plan");
  const say = pageMessages<"plan">();
  forgetStale();
  const aids = new Aids();
  const table = new Table(place, aids, say);
  const opening = new Opening(table, aids, { problem, passphrase, panel }, () => ways.clear());
  const tryOut = new TryOut(table, opening, panel);
  const pictures = new PictureReader(panel, opening, say);
  const forget = (said = ""): void => {
    ways.clear();
    pictures.stop();
    opening.stop();
    table.clear();
    if (said) opening.tell(said);
  };
  root.addEventListener("plan-clear", () => void cleared(table, forget));
  new Idle(say, () => table.hasPlan || !opening.isEmpty || ways.hasCode, (n) => void idle(n));
  const idle = async (n: number): Promise<void> => {
    if (table.kept.isOn) table.settle();
    const lost = table.waitingFields();
    const letGo = table.kept.letGo();
    forget();
    const isSafe = await letGo;
    const said = say(isSafe === null ? "idle.gone" : isSafe ? "idle.gone_kept" : "idle.gone_before", { n });
    // Where nothing was kept, that is said of all.
    const isMore = isSafe !== null && lost.length > 0;
    opening.tell(isMore ? `${said} ${say("idle.lost", { fields: listed(lost.map((each) => say("own", { words: each })), say) })}` : said);
  };
  window.addEventListener("beforeunload", (event) => {
    table.settle();
    if ((table.isUnsaved && !table.kept.isSafe) || table.hasDraft) event.preventDefault();
  });
  // A page that the browser keeps for the way back would hold somebody's plan.
  window.addEventListener("pagehide", () => {
    table.kept.hide();
    forget();
  });
  // A phone may drop a page that is not seen: what is being typed is kept before.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && table.kept.isOn) table.settle();
  });
  place.addEventListener("input", () => table.kept.drawn());
  void table.kept.start(forget);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  window.addEventListener("beforeprint", () => table.settle());
  return {
    take: (incoming) => void opening.take(incoming),
    warn: (text) => opening.fail(text),
    pictures: (files, others) => void pictures.take(files, others),
    watch: () => {
      opening.stop();
      void pictures.watch();
    },
    stop: () => pictures.stop(),
    begin: () => void opening.begin(),
    tryOut: () => tryOut.show(),
  };
}

/** Ask first, where something would be lost. */
async function cleared(table: Table, forget: () => void): Promise<void> {
  const { kept, say } = table;
  const press = one("[data-clear]");
  const sure = kept.isOn ? say("clear.sure_kept") : table.isUnsaved || table.hasDraft ? say("clear.sure") : "";
  if (sure && press && !(await ask(press, sure, say("clear.yes"), say("clear.no")))) return;
  // First: what is cleared now is not kept as a change.
  const isDone = kept.clear();
  forget();
  if (await isDone) announce(say("clear.done"));
  one("#record-file")?.focus();
}

const detail: FromMore = { start };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
