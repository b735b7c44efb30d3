/** The workbench: when a file is saved, the page in the frame and the list of problems follow. */
import { one } from "../page/dom.ts";
import { swapped } from "./as-on-paper.ts";

document.documentElement.classList.replace("no-js", "js");

const frame = one<HTMLIFrameElement>("iframe");
const stage = one("[data-stage]");
const CHANGES = "/__changes";
/** Room below the frame, in pixels. */
const BELOW = 36;

/** Reload the page in the frame, and fetch what is wrong now. */
function follow(): void {
  frame?.contentWindow?.location.reload();
  // Not `fetch`: this way the browser parses the page, and no text of ours becomes markup.
  const request = new XMLHttpRequest();
  request.open("GET", location.pathname + location.search);
  request.responseType = "document";
  request.addEventListener("load", () => show(request.responseXML));
  request.send();
}

/** Put what is wrong now in the place of what was wrong; what has the focus keeps it. */
function show(fresh: Document | null): void {
  if (!fresh?.getElementById("problems")) return location.reload();
  document.title = fresh.title;
  for (const id of ["found", "dated", "length", "problems"]) {
    const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
    if (!old || !now) continue;
    const open = [...old.querySelectorAll("details")].map((each) => each.open);
    now.querySelectorAll("details").forEach((each, at) => (each.open = open[at] ?? false));
    if (old.isEqualNode(now)) continue;
    const focused = old.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    old.replaceChildren(...[...now.childNodes].map((node) => document.importNode(node, true)));
    if (focused) document.getElementById(focused)?.focus();
  }
}

/** Draw a page smaller that is wider than its room, and make it no taller than the room is. */
function fit(): void {
  if (!frame || !stage) return;
  const { paddingInlineStart, paddingInlineEnd, paddingBlockStart } = getComputedStyle(stage);
  const room = stage.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
  const scale = Math.min(1, room / frame.offsetWidth);
  const edges = frame.offsetHeight - frame.clientHeight;
  // What is left of the window below the buttons; where the list stands above, the whole window.
  const above = stage.getBoundingClientRect().top + parseFloat(paddingBlockStart);
  const left = window.innerHeight - (above < window.innerHeight / 2 ? above : 0) - BELOW;
  const most = Number(frame.dataset["height"]) || Infinity;
  frame.height = String(Math.round(Math.min(most, left / scale - edges)));
  stage.classList.toggle("is-smaller", scale < 1);
  stage.style.setProperty("--scale", String(scale));
  stage.style.setProperty("--tall", `${frame.offsetHeight}px`);
}

/** Show the page in the frame as its styles for paper have it. */
function putOnPaper(): void {
  const page = frame?.contentDocument;
  if (frame?.dataset["view"] !== "paper" || !page) return;
  for (const sheet of page.styleSheets) swapped(sheet);
  frame.contentWindow?.dispatchEvent(new Event("beforeprint"));
}

let seen = "";
new EventSource(CHANGES).addEventListener("message", ({ data }: MessageEvent<string>) => {
  if (seen && data !== seen) follow();
  seen = data;
});
frame?.addEventListener("load", putOnPaper);
if (frame?.contentDocument?.readyState === "complete") putOnPaper();
fit();
window.addEventListener("resize", fit);

// Another view shows the same step of the aid.
for (const link of document.querySelectorAll<HTMLAnchorElement>(".bench-choice")) {
  link.addEventListener("click", () => {
    link.hash = frame?.contentWindow?.location.hash ?? "";
  });
}
if (location.hash && frame) frame.contentWindow?.location.replace(frame.src + location.hash);
