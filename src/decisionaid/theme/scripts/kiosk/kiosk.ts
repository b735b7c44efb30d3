/**
 * A page on a device that many people use: what one of them said is gone before the next one comes.
 *
 * It goes when nobody used the page for a while, after a warning, and when the page is left. The page of
 * the whole site is loaded then, so that nothing stays in memory and no address names what somebody read.
 * That the browser's history leads to none of it is seen to in `kiosk-first.ts`.
 */
import { Idle } from "../incoming/idle.ts";
import { messagesIn } from "../handover/messages.ts";
import { all, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { LET_GO } from "../page/shared.ts";
import { isFirstPage, toFirstPage } from "./first-page.ts";

/** Minutes until all goes, and until it is said. */
const TIMES = [5, 4] as const;
/** How the names of all that our pages store begin; what stands beside it has a sign before that. */
const OURS = /^\+?decisionaid\./;

/** Whether anything was done on this page that could be somebody's. */
let isUsed = false;

/** Let go of what was said; the page that is told so keeps none of it. */
function letGo(): void {
  // First: by its form and its address a page knows whose it is to stay, and here it is nobody's.
  for (const form of all<HTMLFormElement>("form")) form.reset();
  history.replaceState(null, "", location.pathname);
  window.dispatchEvent(new Event(LET_GO));
  // What stands outside a form, such as lines to write on.
  for (const each of all<HTMLInputElement | HTMLTextAreaElement>(":is(input, textarea):not(form *)")) {
    each.value = each.defaultValue;
    if (each instanceof HTMLInputElement) each.checked = each.defaultChecked;
  }
  // By what somebody chose among the aids, whoever comes back to the list sees what they looked for.
  for (const each of all<HTMLOptionElement>("select:not(form *) option")) each.selected = each.defaultSelected;
  delete document.documentElement.dataset["print"];
  empty();
}

/** Delete what our pages stored on this device: these store nothing, but a site that stood here before may have. */
function empty(): void {
  const names = new Set<string>();
  for (const storage of [() => sessionStorage, () => localStorage]) {
    guarded("storage", () => {
      for (const name of Object.keys(storage())) {
        if (!OURS.test(name)) continue;
        // What is kept in both places has one name: older browsers do not say which databases there are.
        names.add(name);
        storage().removeItem(name);
      }
    });
  }
  guarded("databases", () => {
    for (const name of names) indexedDB.deleteDatabase(name);
    if (!("databases" in indexedDB)) return;
    const some = indexedDB.databases().then((all) => {
      for (const { name } of all) if (name && OURS.test(name)) indexedDB.deleteDatabase(name);
    });
    // A browser that forbids it has none of them.
    some.catch(() => undefined);
  });
}

/** All goes, and the site begins as if it had just been opened. */
function beginAnew(): void {
  letGo();
  if (isFirstPage()) location.reload();
  else toFirstPage();
}

// At once: what somebody kept here before is not for who comes now.
empty();
const say = messagesIn<"kiosk">(one("#kiosk-messages")?.textContent ?? "{}");
for (const sign of ["input", "change", "click", "keydown"]) {
  window.addEventListener(sign, () => (isUsed = true), { capture: true, passive: true });
}
new Idle(say, () => isUsed || !isFirstPage(), beginAnew, TIMES);
window.addEventListener("pagehide", letGo);
