/** Something that a button shows and hides: a square code, or a code to type. */
import { button, make } from "../../scripts/page/dom.ts";

export class Toggled {
  readonly opener: HTMLButtonElement;
  readonly root = make("div", { class: "toggled" });
  private readonly words: { show: string; hide: string };
  private inside: readonly Node[] = [];

  constructor(words: { show: string; hide: string }, attributes: Readonly<Record<string, string>>, shown: () => void) {
    this.words = words;
    this.opener = button(words.show, { class: "button secondary", "aria-expanded": "false", ...attributes }, ({ detail }) => {
      // Pressed twice at once it would be gone as soon as it came.
      if (detail > 1) return;
      this.show(Boolean(this.root.hidden));
      if (!this.root.hidden) shown();
    });
    this.root.hidden = true;
  }

  /** What it shows; nothing: it closes, and cannot be opened. */
  put(...inside: readonly Node[]): void {
    this.inside = inside;
    this.opener.disabled = inside.length === 0;
    this.show(!this.root.hidden && inside.length > 0);
  }

  private show(isShown: boolean): void {
    this.root.hidden = !isShown;
    // Out of sight it is not in the page at all.
    this.root.replaceChildren(...(isShown ? this.inside : []));
    this.opener.textContent = isShown ? this.words.hide : this.words.show;
    this.opener.setAttribute("aria-expanded", String(isShown));
  }
}
