/** What the page said last is in its live region until somebody does something else: then a screen reader finds no stale words there. */

/** Words that are younger are of the same press: they are still to be heard. */
const YOUNG_MS = 1000;

/** Empties the live region with the next action; a page calls it once. */
export function forgetStale(): void {
  const status = document.getElementById("status");
  if (!status) return;
  let since = 0;
  new MutationObserver(() => (since = performance.now())).observe(status, { childList: true });
  const forget = (): void => {
    if (status.textContent && performance.now() - since > YOUNG_MS) status.textContent = "";
  };
  // Before all that is done with it, which may have something new to say.
  for (const sign of ["click", "input", "change"]) window.addEventListener(sign, forget, true);
}
