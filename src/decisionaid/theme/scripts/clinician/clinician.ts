/** The clinician's page: opens what patients handed over, in this browser, and shows each on one sheet. */
import { all, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";
import { printPage } from "../page/print.ts";
import { forgetStale } from "../page/stale-status.ts";
import { Later } from "../page/later-script.ts";
import { Desk } from "./desk.ts";
import { Idle } from "../incoming/idle.ts";
import type { FromMore } from "./more.ts";
import { WaysIn } from "./ways-in.ts";

function start(): void {
  const [root, sheet] = [one("[data-module=clinician]"), document.getElementById("sheet")];
  const [problem, passphrase, list, panel] = ["[data-problem]", "[data-passphrase]", "[data-open]", "[data-panel]"].map((each) => one(each));
  if (!root || !sheet || !problem || !passphrase || !list || !panel) return;
  const say = pageMessages<"clinician">();
  forgetStale();
  // In the page before it is needed: screen readers only speak of what changes in it.
  problem.setAttribute("role", "alert");
  const more = new Later<FromMore>("#second-script");
  const desk = new Desk({ sheet, problem, passphrase, list }, more, say);
  const ways = new WaysIn(root, panel, desk, more, say);
  const forget = (said?: string): void => {
    ways.clear();
    desk.forget(said);
  };
  for (const print of all("[data-print]")) print.addEventListener("click", () => printPage(() => desk.tell(say("print_not"))));
  for (const close of all("[data-close]")) {
    close.addEventListener("click", () => {
      ways.stop();
      desk.close();
      ways.focus();
    });
  }
  for (const close of all("[data-close-all]")) {
    close.addEventListener("click", () => {
      forget();
      ways.focus();
    });
  }
  new Idle(say, () => !desk.isEmpty || !ways.isEmpty, (n) => forget(say("idle.gone", { n })));
  // A page that the browser keeps for the way back would hold somebody's answers.
  window.addEventListener("pagehide", () => forget());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  ways.start();
}

const { classList } = document.documentElement;
classList.replace("no-js", "js");
// From here on the page does not go back to what it is without scripts: see `page/first.ts`.
classList.remove("opening", "addressed");
guarded("clinician", start);
