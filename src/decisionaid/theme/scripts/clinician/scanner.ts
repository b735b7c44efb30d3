/**
 * A hand-held scanner: to the browser it is a keyboard that types a code faster than fingers do, and mostly
 * ends with Enter or Tab.
 *
 * It is heard wherever the focus is. A field that had the focus keeps what it held, and no key of the scan
 * presses anything else on the page. The field for codes takes what is typed into it itself. What is too short
 * for a code was typed by a program, such as one that keeps passphrases: the field gets it after all.
 */

import { FIELD } from "../incoming/brought.ts";

/** Milliseconds between two keys of one scan, at most: before it is sure that it is one, and after. */
const [GAP_MS, SURE_GAP_MS] = [50, 300];
/** Letters that make sure it is a scan; shorter ones stay where they were typed. */
const SURE = 8;
/** Letters of the shortest code, and of the longest scan. */
const [LEAST, MOST] = [40, 12_000];
/** A scanner that ends with nothing is done after this. */
const REST_MS = 500;

/** Where letters can be typed. */
type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field as it was before the first letter. */
interface Held {
  readonly field: Field;
  readonly value: string;
  readonly from: number | null;
  readonly to: number | null;
}

export class Scanner {
  private readonly own: HTMLInputElement | null;
  private readonly taken: (text: string, hasEnd: boolean) => void;
  private typed = "";
  private last = -Infinity;
  private held: Held | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** An Enter that comes behind the one that ended a scan belongs to it. */
  private deafUntil = -Infinity;

  /** `own` is the field for codes; `hasEnd`: whether a key said that it is all. */
  constructor(own: HTMLInputElement | null, taken: (text: string, hasEnd: boolean) => void) {
    this.own = own;
    this.taken = taken;
    window.addEventListener("keydown", (event) => this.key(event), true);
  }

  private key(event: KeyboardEvent): void {
    const { key, timeStamp, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
    if (key === "Shift" || key === "CapsLock") return;
    const isFast = timeStamp - this.last <= (this.typed.length < SURE ? GAP_MS : SURE_GAP_MS);
    if (key === "Enter" || key === "Tab") return this.end(event, isFast);
    if (ctrlKey || metaKey || altKey || repeat || isComposing || (key.length !== 1 && key !== "Dead")) return this.forget();
    if (!isFast) this.begin(event.target);
    this.last = timeStamp;
    // On another keyboard a sign may wait for the next: it is none of a code's.
    if (this.typed.length < MOST) this.typed += key === "Dead" ? "?" : key;
    if (event.target === this.own) return;
    if (this.typed.length === SURE) this.putBack();
    if (this.typed.length >= SURE) hold(event);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST_MS);
  }

  private begin(target: EventTarget | null): void {
    this.forget();
    const isField = (target instanceof HTMLInputElement && target.matches(FIELD)) || target instanceof HTMLTextAreaElement;
    if (isField && target !== this.own) this.held = { field: target, value: target.value, from: target.selectionStart, to: target.selectionEnd };
  }

  /** The field is as it was before the scan. */
  private putBack(): void {
    if (!this.held) return;
    const { field, value, from, to } = this.held;
    field.value = value;
    field.setSelectionRange(from, to);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** What was kept from the field, and is too short for a scan. */
  private giveBack(): void {
    if (!this.held || this.typed.length < SURE || this.typed.length >= LEAST) return;
    const { field, value, from, to } = this.held;
    field.setRangeText(this.typed, from ?? value.length, to ?? value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private end(event: KeyboardEvent, isFast: boolean): void {
    if (event.timeStamp < this.deafUntil) return hold(event);
    if (!isFast || this.typed.length < LEAST) return this.forget();
    // Enter in the field for codes sends its form, as when somebody types.
    if (event.target === this.own && event.key === "Enter") return this.forget();
    hold(event);
    this.deafUntil = event.timeStamp + REST_MS;
    const text = event.target === this.own ? (this.own?.value ?? "") : this.typed;
    this.forget();
    this.taken(text, true);
  }

  private rest(): void {
    const text = this.typed;
    this.forget();
    if (text.length >= LEAST) this.taken(text, false);
  }

  private forget(): void {
    this.giveBack();
    clearTimeout(this.resting);
    this.typed = "";
    this.last = -Infinity;
    this.held = null;
  }
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
