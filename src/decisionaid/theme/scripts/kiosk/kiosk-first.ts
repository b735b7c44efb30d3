/**
 * What a page on a device that many people use does before it is drawn: the browser's history leads to none of it.
 *
 * Steps, and pages that a link leads to, take each other's place there. An entry that there is all the same,
 * such as of an address that somebody typed, shows the first page of the site: nobody sees by it what was open.
 */
import { isFirstPage, toFirstPage } from "./first-page.ts";

/** Where a link leads that another page of the site, or another step of this one, takes the place of this one for; null: it is another one. */
function leadsTo(link: HTMLAnchorElement): string | null {
  if (link.getAttribute("href")?.startsWith("#")) return link.hash === location.hash ? null : link.hash || "#";
  const isPage = link.protocol === location.protocol && link.host === location.host && /(\/|\.html)$/.test(link.pathname);
  return isPage && !link.target && !link.download ? link.href : null;
}

function begin(): void {
  const [came] = performance.getEntriesByType("navigation");
  if (came instanceof PerformanceNavigationTiming && came.type === "back_forward" && !isFirstPage()) leave();
  // A browser may keep the page as it is left, and show that before any of it runs.
  window.addEventListener("pagehide", () => (document.documentElement.hidden = true));
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (isFirstPage()) location.reload();
    else leave();
  });
  // A found word takes the place of the step before too.
  history.pushState = (...entry) => history.replaceState(...entry);
  // Where all that the page itself does with a link is done.
  window.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = leadsTo(link);
    if (place === null) return;
    event.preventDefault();
    location.replace(place);
  });
}

function leave(): void {
  document.documentElement.hidden = true;
  toFirstPage();
}

begin();
