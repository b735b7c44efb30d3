/** The home page: a list of aids that grows shorter as words are typed or a filter is set. */
import { all, announce, one, textOf } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";

// The script stands in the page, before its words: what it shows is laid out with them.
document.documentElement.classList.replace("no-js", "js");
document.addEventListener("DOMContentLoaded", () => guarded("home", begin));

function begin(): void {
  const say = pageMessages<"home">();
  const items = all("[data-catalogue] > li").map((element) => ({ element, words: folded(textOf(element)) }));
  const search = one<HTMLInputElement>("input[type=search]");
  const filters = all<HTMLSelectElement>("select[data-filter]");
  const count = one("[data-count]");

  const show = (): void => {
    const wanted = folded(search?.value ?? "").split(/\s+/).filter(Boolean);
    for (const { element, words } of items) {
      const isWanted =
        wanted.every((word) => words.includes(word)) &&
        filters.every(({ value, dataset }) => value === "" || element.dataset[dataset["filter"] ?? ""] === value);
      element.hidden = !isWanted;
    }
    const left = items.filter(({ element }) => !element.hidden).length;
    const message = say(left === 0 ? "left.none" : "left.many", { n: left, of: items.length });
    if (count) count.textContent = message;
    announceLater(message);
  };
  for (const control of [search, ...filters]) control?.addEventListener("input", show);
  // The browser may have put words back before the script came.
  if (search?.value || filters.some(({ value }) => value)) show();
}

/** Without case and accents, so that words are found however they are typed. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

let waiting = 0;

/** Speak once typing rests: not for every key. */
function announceLater(message: string): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => announce(message), 600);
}
