/** Asks for the passphrase of something that was locked. */
import { all, button, make, onSent } from "../page/dom.ts";
import type { SayIncoming } from "./read-types.ts";

/** Characters that a passphrase has at most. */
const MOST = 200;

export interface Passphrase {
  /** The text that is hidden; null: nobody gave the passphrase. `way` says what is asked about. */
  opened(locked: Unlock, way: string): Promise<string | null>;
  close(): void;
}

type Unlock = (passphrase: string) => Promise<string | null>;

export class PassphraseForm implements Passphrase {
  private readonly place: HTMLElement;
  private readonly say: SayIncoming;
  private readonly id: string;
  private answer: ((text: string | null) => void) | null = null;

  /** `id`: of its field, on a page that has another one for a passphrase. */
  constructor(place: HTMLElement, say: SayIncoming, id = "passphrase") {
    this.place = place;
    this.say = say;
    this.id = id;
  }

  opened(locked: Unlock, way: string): Promise<string | null> {
    this.close();
    return new Promise((resolve) => {
      this.answer = resolve;
      this.show(locked, way);
    });
  }

  close(): void {
    this.answer?.(null);
    this.answer = null;
    this.place.replaceChildren();
  }

  private show(locked: Unlock, way: string): void {
    const before = document.activeElement;
    const leave = (): void => {
      this.close();
      // The focus was in what is gone.
      const places = [before === document.body ? null : before, ...all("#record-file, [data-another]")];
      (places.find((place) => place?.checkVisibility()) as HTMLElement | undefined)?.focus();
    };
    const { id } = this;
    const field = make("input", { type: "password", id, maxlength: `${MOST}`, autocomplete: "off", "aria-describedby": `${id}-said` });
    const said = make("p", { id: `${id}-said`, role: "alert" });
    const form = make(
      "form",
      { class: "panel", "aria-labelledby": `${id}-title` },
      make("h2", { id: `${id}-title` }, this.say("passphrase.title", { way })),
      make("p", {}, make("label", { for: id }, this.say("passphrase.label"))),
      make("p", {}, field),
      said,
      make("p", { class: "panel-tools" }, make("button", { class: "button" }, this.say("passphrase.open")), " ", button(this.say("cancel"), { class: "button secondary" }, leave)),
    );
    onSent(form, () => void this.tried(locked, field, said));
    this.place.replaceChildren(form);
    field.focus();
  }

  private async tried(locked: Unlock, field: HTMLInputElement, said: HTMLElement): Promise<void> {
    const answer = this.answer;
    said.textContent = this.say("passphrase.trying");
    const open = await locked(field.value).catch(() => null);
    // It may have been closed, or another one asked for, in between.
    if (answer === null || answer !== this.answer) return;
    if (open === null) {
      said.textContent = this.say("passphrase.wrong");
      return field.select();
    }
    this.answer = null;
    this.place.replaceChildren();
    answer(open);
  }
}
