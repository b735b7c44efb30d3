/**
 * What a page does before its script, which is its last part, has come. It is short: the first view waits for it.
 *
 * What the script will show and hide is laid out so from the start: on an aid page one step, and
 * addresses lead from step to step. If the script does not come, because the page was cut off or is very
 * late, or cannot begin, the page is what it is without scripts: all of it is open. When the script has
 * begun, it takes away `opening` and `addressed`.
 */
const { classList } = document.documentElement;
const LATE_MS = 20_000;

classList.replace("no-js", "js");
classList.add("opening");
if (location.hash.length > 1) classList.add("addressed");
addEventListener("hashchange", () => {
  if (document.querySelector("[data-step]:target")) classList.add("addressed");
});
addEventListener("DOMContentLoaded", openAll);
setTimeout(openAll, LATE_MS);
// The page is ready: what keeps it on the device is fetched now. From a disk, all of it is there.
addEventListener("load", () => {
  const later = document.querySelector<HTMLTemplateElement>("#offline-script");
  const isHosted = "serviceWorker" in navigator && location.protocol.startsWith("http");
  if (later && isHosted) document.head.append(later.content.cloneNode(true));
});

function openAll(): void {
  if (classList.contains("opening")) classList.replace("js", "no-js");
}
