/** Where the focus goes when all is drawn anew and the element that had it, or that it was meant for, is gone. */
import { focusOn } from "../page/dom.ts";

/** Where there is nothing nearer: the title of the part that is open. */
const LAST = "plan-title";

/** The ids to go by from the element that has the focus, nearest first: its own, and the headings of what it stands in. */
export function waysOut(place: HTMLElement): string[] {
  const at = document.activeElement;
  if (!place.contains(at)) return [];
  const ways: string[] = [];
  for (let each = at; each && each !== place; each = each.parentElement) {
    const heading = each.getAttribute("aria-labelledby")?.split(" ")[0];
    const summary = each instanceof HTMLDetailsElement ? each.querySelector(":scope > summary")?.id : "";
    ways.push(...[each.id, heading, summary].filter((id): id is string => Boolean(id)));
  }
  return [...ways, LAST];
}

/** Put the focus on the first of these that takes it, with the folds around it open; null: none does. */
export function focusFirst(ids: readonly string[]): HTMLElement | null {
  for (const id of ids) {
    const element = id === "" ? null : document.getElementById(id);
    if (element === null) continue;
    for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
      // The name of a fold is seen while it is closed.
      if (element.parentElement !== fold || element.localName !== "summary") fold.open = true;
    }
    focusOn(element);
    if (document.activeElement === element) return element;
  }
  return null;
}
