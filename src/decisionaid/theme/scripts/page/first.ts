/**
 * What a page does before its script has come. It stands in the page itself, so it is short.
 *
 * What the script will show and hide is laid out so from the start: on an aid page one step, and
 * addresses lead from step to step. If the script does not come, the page is what it is without
 * scripts: all of it is open. When the script has begun, it takes away `opening` and `addressed`.
 */
const { classList } = document.documentElement;
const LATE_MS = 20_000;

classList.replace("no-js", "js");
classList.add("opening");
if (location.hash.length > 1) classList.add("addressed");
addEventListener("hashchange", () => {
  if (document.querySelector("[data-step]:target")) classList.add("addressed");
});
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && openAll(), true);
setTimeout(openAll, LATE_MS);

function openAll(): void {
  if (classList.contains("opening")) classList.replace("js", "no-js");
}
