/** The page of a plan: two people at one screen; all of it stays in this page's memory, and goes with it. */
import { Idle } from "../incoming/idle.ts";
import { TextWays } from "../incoming/text-ways.ts";
import { ask } from "../page/ask.ts";
import { announce, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";
import { Aids } from "./library.ts";
import { Opening } from "./opening.ts";
import { Table } from "./table.ts";

function start(): void {
  const [root, place] = [one("[data-module=plan]"), document.getElementById("plan")];
  const [problem, passphrase, panel] = ["[data-problem]", "[data-passphrase]", "[data-panel]"].map((each) => one(each));
  if (!root || !place || !problem || !passphrase || !panel) return;
  const say = pageMessages<"plan">();
  // In the page before it is needed: screen readers only speak of what changes in it.
  problem.setAttribute("role", "alert");
  const aids = new Aids();
  const table = new Table(place, aids, say);
  const opening = new Opening(table, aids, { problem, passphrase, panel });
  const ways = new TextWays(root, {
    take: (incoming) => void opening.take(incoming),
    empty: () => {
      opening.stop();
      opening.tell(say("code.empty"));
    },
    clear: () => ways.clear(),
    stop: () => ways.stop(),
  }, say);
  const forget = (said = ""): void => {
    ways.clear();
    opening.stop();
    table.clear();
    if (said) opening.tell(said);
  };
  one("[data-new]", root)?.addEventListener("click", () => void opening.begin());
  root.addEventListener("plan-clear", () => void cleared(table, forget));
  new Idle(say, () => table.hasPlan || !opening.isEmpty || Boolean(ways.code?.value), (n) => forget(say("idle.gone", { n })));
  window.addEventListener("beforeunload", (event) => {
    table.settle();
    if (table.isUnsaved) event.preventDefault();
  });
  // A page that the browser keeps for the way back would hold somebody's plan.
  window.addEventListener("pagehide", () => forget());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  window.addEventListener("beforeprint", () => table.settle());
  ways.start();
}

/** Ask first, where something would be lost. */
async function cleared(table: Table, forget: () => void): Promise<void> {
  const { say } = table;
  const press = one("[data-clear]");
  if (table.isUnsaved && press && !(await ask(press, say("clear.sure"), say("clear.yes"), say("clear.no")))) return;
  forget();
  announce(say("clear.done"));
  one("#record-file")?.focus();
}

const { classList } = document.documentElement;
classList.replace("no-js", "js");
// From here on the page does not go back to what it is without scripts: see `page/first.ts`.
classList.remove("opening", "addressed");
guarded("plan", start);
