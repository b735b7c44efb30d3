/**
 * A page on a device that many people use: what one of them said is gone before the next one comes.
 *
 * It goes when nobody used the page for a while, after a warning, and when the page is left. The page of
 * the whole site is loaded then, so that nothing stays in memory and no address names what somebody read.
 * No step and no page of it stands in the history.
 */
import { Idle } from "../incoming/idle.ts";
import { messagesIn } from "../handover/messages.ts";
import { all, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { LET_GO } from "../page/shared.ts";

/** Minutes until all goes, and until it is said. */
const TIMES = [5, 4] as const;
/** How the names of all that our pages store begin. */
const OURS = "decisionaid.";

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
  delete document.documentElement.dataset["print"];
  empty();
}

/** Delete what our pages stored on this device: these store nothing, but a site that stood here before may have. */
function empty(): void {
  const names = new Set<string>();
  for (const storage of [() => sessionStorage, () => localStorage]) {
    guarded("storage", () => {
      for (const name of Object.keys(storage())) {
        if (!name.startsWith(OURS)) continue;
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
      for (const { name } of all) if (name?.startsWith(OURS)) indexedDB.deleteDatabase(name);
    });
    // A browser that forbids it has none of them.
    some.catch(() => undefined);
  });
}

const home = new URL(document.documentElement.dataset["kiosk"] || "index.html", location.href);

/** Whether an address is that of the page of the whole site; a server may leave the name of its file out. */
function isHome({ pathname }: { readonly pathname: string }): boolean {
  return pathname.replace(/index\.html$/, "") === home.pathname.replace(/index\.html$/, "");
}

/** All goes, and the site begins as if it had just been opened. */
function beginAnew(): void {
  letGo();
  if (isHome(location)) location.reload();
  else location.replace(home);
}

/** Where a link leads that another page of the site, or another step of this one, takes the place of this one for; null: it is another one. */
function leadsTo(link: HTMLAnchorElement): string | null {
  if (link.getAttribute("href")?.startsWith("#")) return link.hash === location.hash ? null : link.hash || "#";
  const isPage = link.protocol === location.protocol && link.host === location.host && /(\/|\.html)$/.test(link.pathname);
  return isPage && !link.target && !link.download ? link.href : null;
}

// At once: what somebody kept here before is not for who comes now.
empty();
const say = messagesIn<"kiosk">(one("#kiosk-messages")?.textContent ?? "{}");
for (const sign of ["input", "change", "click", "keydown"]) {
  window.addEventListener(sign, () => (isUsed = true), { capture: true, passive: true });
}
new Idle(say, () => isUsed || !isHome(location), beginAnew, TIMES);
window.addEventListener("pagehide", letGo);
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  letGo();
  location.reload();
});
// What comes takes the place of what was there: to go back in the browser leads to none of it.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const place = leadsTo(link);
  if (place === null) return;
  event.preventDefault();
  location.replace(place);
});
