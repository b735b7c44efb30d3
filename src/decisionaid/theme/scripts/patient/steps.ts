/** One step at a time, each with its own address; any step in any order. */
import { all, focusOn, one } from "../page/dom.ts";

export interface Step {
  id: string;
  title: string;
  section: HTMLElement;
}

/** Whether the browser finds words in a step that is not shown, and says so before it shows them. */
const FINDS = "onbeforematch" in document;
/** The state of an address that a found word led to: the next one takes its place. */
const FOUND = "found";

export class Steps {
  readonly list: readonly Step[];
  private readonly shown: (step: Step, index: number) => void;
  private index = 0;

  /** `shown` is called whenever another step comes on the page, the first one included. */
  constructor(root: HTMLElement, shown: (step: Step, index: number) => void) {
    this.shown = shown;
    this.list = all("[data-step]", root).map((section) => ({
      id: section.dataset["step"] ?? "",
      title: section.dataset["stepTitle"] ?? "",
      section,
    }));
  }

  get current(): string {
    return this.list[this.index]?.id ?? "";
  }

  /** Show what the address names, now and whenever it changes. */
  start(): void {
    // Without this the browser scrolls to where the other step was left.
    history.scrollRestoration = "manual";
    window.addEventListener("hashchange", () => this.follow(true));
    // A word was looked for, and stands in a step that is not shown.
    document.addEventListener("beforematch", ({ target: place }) => {
      const index = place instanceof HTMLElement ? this.indexOf(place) : null;
      if (index === null || index === this.index) return;
      this.show(index);
      // An address that leads into the step, and so to its words, says already what is shown.
      if (this.indexOf(target()) === index) return;
      history[history.state === FOUND ? "replaceState" : "pushState"](FOUND, "", `#${this.current}`);
    });
    // The address stays the same when its own link is followed again, so no event tells of it.
    document.addEventListener("click", (event) => {
      const { target: found } = event;
      if (!(found instanceof Element)) return;
      const link = found.closest<HTMLAnchorElement>('a[href^="#"]');
      if (link !== null && link.hash === location.hash) this.follow(true);
      if (found.closest("[data-unfold]")) all("details", this.list[this.index]?.section).forEach((each) => each.setAttribute("open", ""));
    });
    this.show(this.indexOf(target()) ?? 0);
    this.reveal(target(), false);
  }

  /** Go to the first step, with no address of its own: nothing in it tells where we were. */
  restart(): void {
    history.replaceState(null, "", location.pathname + location.search);
    this.show(0);
    this.reveal(null, true);
  }

  /** An address may name a step, something inside a step, or something elsewhere on the page. */
  private follow(moveFocus: boolean): void {
    const found = target();
    const index = location.hash.length > 1 ? this.indexOf(found) : 0;
    // Such as the link that skips to the content: the address goes on naming the step, for a reload.
    if (index === null) return history.replaceState(null, "", `#${this.current}`);
    if (index !== this.index) this.show(index);
    this.reveal(found, moveFocus);
  }

  private indexOf(element: HTMLElement | null): number | null {
    const index = this.list.findIndex(({ section }) => section.contains(element));
    return index < 0 ? null : index;
  }

  private show(index: number): void {
    const step = this.list[index];
    if (!step) return;
    this.index = index;
    for (const { section } of this.list) {
      const isShown = section === step.section;
      section.toggleAttribute("data-current", isShown);
      if (!FINDS) continue;
      // The place of a hidden step is still in the page, and would be called an empty region.
      for (const [name, value] of [["hidden", "until-found"], ["aria-hidden", "true"]] as const) {
        if (isShown) section.removeAttribute(name);
        else section.setAttribute(name, value);
      }
    }
    this.shown(step, index);
  }

  /** Bring a place inside the step into view, or the top of the page when there is none. */
  private reveal(element: HTMLElement | null, moveFocus: boolean): void {
    const step = this.list[this.index];
    if (!step) return;
    const inside = element !== step.section && step.section.contains(element) ? element : null;
    for (let outer = inside?.parentElement; outer && outer !== step.section; outer = outer.parentElement) {
      if (outer instanceof HTMLDetailsElement) outer.open = true;
    }
    const place = inside ?? one("h1", step.section);
    if (moveFocus && place) focusOn(place);
    if (inside) inside.scrollIntoView();
    else if (moveFocus) window.scrollTo(0, 0);
  }
}

/** What the address names. */
function target(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // A stray `%` in an address that somebody typed.
    return null;
  }
}
