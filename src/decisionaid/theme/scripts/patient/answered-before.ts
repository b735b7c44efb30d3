/** Beside a question that reads otherwise now: what was answered to it before. It is none of the answers. */
import type { Said } from "../keeping/entry.ts";
import { all, make } from "../page/dom.ts";
import { named } from "./form.ts";

const PLACE = "data-answered-before";

/** Say it at each question that the page still asks; what was said there before goes. */
export function sayBefore(form: HTMLFormElement, said: readonly Said[], words: (answer: string) => string): void {
  forgetBefore(form);
  for (const { name, answer } of said) {
    const legend = named(form, name)[0]?.closest("fieldset")?.querySelector("legend");
    legend?.after(make("p", { class: "hint", [PLACE]: "" }, words(answer)));
  }
  // With the answers it goes too.
  form.addEventListener("reset", () => forgetBefore(form), { once: true });
}

function forgetBefore(form: HTMLFormElement): void {
  for (const place of all(`[${PLACE}]`, form)) place.remove();
}
