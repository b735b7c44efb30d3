/**
 * What a place says, on the person's own device: how old an entry is today, and providers in another order.
 *
 * Nothing is remembered: the order of the names is there again whenever the page is.
 */
import { today } from "../record/today.ts";
import { all, announce, one } from "./dom.ts";
import { guarded } from "./guarded.ts";

/** Put what the day asks to be said behind each day of checking. */
export function keepAges(day = today()): void {
  for (const mark of all("[data-aged]")) {
    const later = all<HTMLTemplateElement>("template[data-after]", mark);
    const due = later.filter(({ dataset: { after } }) => after && day > after).at(-1);
    if (!due) continue;
    one(".local-age", mark)?.remove();
    due.before(due.content.cloneNode(true));
    const state = due.dataset["state"] ?? "";
    mark.dataset["state"] = state;
    // The first mark of a service is its day of checking; a wait says nothing of the whole.
    const service = mark.closest<HTMLElement>(".local-service");
    if (service && one("[data-aged]", service) === mark) service.dataset["state"] = state;
  }
}

/** By what a provider stands in its place; what is not known comes last, and then the name decides. */
function before(order: string): (a: HTMLElement, b: HTMLElement) => number {
  const name = (each: HTMLElement): number => Number(each.dataset["name"]);
  const known = (each: HTMLElement): string => each.dataset[order] ?? "";
  return (a, b) => {
    const [x, y] = [known(a), known(b)];
    if (order === "name" || x === y) return name(a) - name(b);
    if (!x || !y) return x ? -1 : 1;
    return order === "wait" ? Number(x) - Number(y) : x < y ? -1 : 1;
  };
}

/** Let a person put providers into another order. */
export function orderProviders(): void {
  for (const group of all("[data-providers]")) {
    const list = one("ul", group);
    const buttons = all<HTMLButtonElement>("[data-order]", group);
    for (const pressed of buttons) {
      pressed.addEventListener("click", () => {
        list?.append(...all("li", list).sort(before(pressed.dataset["order"] ?? "name")));
        for (const each of buttons) each.setAttribute("aria-pressed", String(each === pressed));
        announce(pressed.dataset["said"] ?? "");
      });
    }
  }
}

guarded("local", () => keepAges());
guarded("providers", orderProviders);
