/** The page of a plan: shows its words at once, and fetches what it is filled in with. */
import { make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { fetchLater } from "../page/later-script.ts";
import { pageMessages } from "../page/page-messages.ts";
import type { FromMore } from "./from-more.ts";

function start(): void {
  const say = pageMessages<"plan">();
  fetchLater<FromMore>(
    "#second-script",
    ({ begin }) => {
      one("[data-problem]")?.replaceChildren();
      begin();
    },
    () => one("[data-problem]")?.replaceChildren(make("p", {}, say("fault.late"))),
  );
}

const { classList } = document.documentElement;
classList.replace("no-js", "js");
// From here on the page does not go back to what it is without scripts: see `page/first.ts`.
classList.remove("opening", "addressed");
guarded("plan", start);
