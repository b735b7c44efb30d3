/** The second script of the page of a plan, which is all of it: what is open stays in memory, and goes with the page. */
import { Idle } from "../incoming/idle.ts";
import { PictureReader } from "../incoming/pictures.ts";
import { ask } from "../page/ask.ts";
import { announce, one } from "../page/dom.ts";
import { ARRIVED } from "../page/later-script.ts";
import { pageMessages } from "../page/page-messages.ts";
import type { FromMore, Started, Ways } from "./from-more.ts";
import { Aids } from "./library.ts";
import { Opening } from "./opening.ts";
import { Table } from "./table.ts";
import { TryOut } from "./try-out.ts";

function start(ways: Ways): Started {
  const found = ["[data-module=plan]", "#plan", "[data-problem]", "[data-passphrase]", "[data-panel]"].map((each) => one(each));
  const [root, place, problem, passphrase, panel] = found;
  if (!root || !place || !problem || !passphrase || !panel) throw new Error("the page has no place for a plan");
  const say = pageMessages<"plan">();
  const aids = new Aids();
  const table = new Table(place, aids, say);
  const opening = new Opening(table, aids, { problem, passphrase, panel });
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
  new Idle(say, () => table.hasPlan || !opening.isEmpty || ways.hasCode, (n) => forget(say("idle.gone", { n })));
  window.addEventListener("beforeunload", (event) => {
    table.settle();
    if (table.isUnsaved || table.hasDraft) event.preventDefault();
  });
  // A page that the browser keeps for the way back would hold somebody's plan.
  window.addEventListener("pagehide", () => forget());
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
  const { say } = table;
  const press = one("[data-clear]");
  if ((table.isUnsaved || table.hasDraft) && press && !(await ask(press, say("clear.sure"), say("clear.yes"), say("clear.no")))) return;
  forget();
  announce(say("clear.done"));
  one("#record-file")?.focus();
}

const detail: FromMore = { start };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
