/** What the clinician will see: their own sheet, made by their own script from what would be handed over. */
import { sheetElement } from "../clinician-sheet/script.ts";
import { messagesOf } from "../../scripts/handover/messages.ts";
import { openedLine } from "../../scripts/handover/opened.ts";
import { sheetOf } from "../../scripts/handover/sheet.ts";
import type { Say } from "../../scripts/handover/messages.ts";
import { button, make } from "../../scripts/page/dom.ts";
import { isShared } from "../../scripts/page/shared.ts";
import type { WaysWords } from "../../scripts/patient/from-ways.ts";
import type { Record } from "../../scripts/record/record-types.ts";

/** A button that opens it, in a window of the page that Escape closes. */
export class Preview {
  readonly opener: HTMLButtonElement;
  readonly root: HTMLDialogElement;
  private readonly inside: HTMLElement;

  constructor(words: WaysWords, say: Say<"ways">, record: () => Record, name: (record: Record) => string) {
    const sayClinician = messagesOf<"clinician">(words.messages.clinician);
    const title = make("h2", { id: "see-title", tabindex: "-1" }, say("see.title"));
    const close = (): HTMLButtonElement => button(say("see.close"), { class: "button secondary" }, () => this.root.close());
    // The sheet is in the language of the clinician's page.
    this.inside = make("div", { class: "preview-sheet", lang: words.language, dir: words.direction });
    this.root = make(
      "dialog",
      { class: "preview", "aria-labelledby": "see-title" },
      make("div", { class: "preview-head" }, title, close()),
      make("p", {}, say("see.about")),
      this.inside,
      make("p", {}, close()),
    );
    // Nothing of it stays behind in the page.
    this.root.addEventListener("close", () => this.inside.replaceChildren());
    // Gone back to another step: the window would stand before it.
    window.addEventListener("popstate", () => this.root.close());
    this.opener = button(say("see.open"), { class: "button secondary", "data-see": "" }, () => {
      const shown = record();
      const opened = openedLine(name(shown), new Date(), sayClinician);
      const known = { words: words.aid, missing: "no_words" } as const;
      const sheet = sheetOf(shown, known, [], sayClinician, false, undefined, opened);
      this.inside.replaceChildren(sheetElement(sheet, sayClinician, !isShared()));
      this.root.showModal();
      title.focus();
    });
  }

  forget(): void {
    this.root.close();
  }
}
