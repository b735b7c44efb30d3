/** Make and find elements; text only ever becomes text. */

type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and what it holds; strings become text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** A button that does nothing but what it is told to. */
export function button(words: string, attributes: Attributes, press: (event: MouseEvent) => void): HTMLButtonElement {
  const made = make("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", press);
  return made;
}

/**
 * Do what a form is for when its button is pressed, or Enter in its field: the browser presses the button then.
 *
 * Not by the form's own event: a viewer of mail that lets no form be sent gives none.
 */
export function onSent(form: ParentNode | null, work: () => void): void {
  form?.querySelector("button:not([type=button])")?.addEventListener("click", (event) => {
    event.preventDefault();
    work();
  });
}

export function all<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

export function one<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T | null {
  return within.querySelector<T>(selector);
}

/** The text of an element on one line. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Move focus to something that is not in the tab order, without leaving it there for good. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: true });
}

/** Say something once through the page's one live region. */
export function announce(text: string): void {
  const status = document.getElementById("status");
  if (!status) return;
  status.textContent = "";
  // A live region that is given the same words again stays silent, unless it was empty between.
  setTimeout(() => {
    status.textContent = text;
  }, 50);
}
