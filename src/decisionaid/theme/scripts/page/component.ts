/** What components have in common: one element, told of each change, able to fail alone. */
import type { Facts } from "../record/facts.ts";
import type { Say } from "./messages.ts";
import type { State } from "../patient/store.ts";

/** What a component may know and do; it writes nothing but its own element. */
export interface Context {
  readonly facts: Facts;
  readonly form: HTMLFormElement;
  readonly say: Say<"aid">;
  readonly state: State;
  /** The id of the step that is shown. */
  readonly step: string;
  /** Whether the page is about to be printed, hidden steps included. */
  readonly isPrinting: boolean;
  /** Say it to a screen reader, politely. */
  announce(text: string): void;
}

/**
 * Something on the page with behaviour of its own.
 *
 * It gives its answer by changing a form control and sending that control's `change` event, as
 * the browser does for the others: the app hears nothing else.
 */
export abstract class Component {
  protected readonly root: HTMLElement;
  protected readonly context: Context;

  constructor(root: HTMLElement, context: Context) {
    this.root = root;
    this.context = context;
  }

  /** Show the state as it is now; called after each change, and once at the start. */
  abstract refresh(): void;

  protected changed(control: HTMLElement): void {
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

type ComponentClass = new (root: HTMLElement, context: Context) => Component;

/** Start a component on each element within `root` that it is for; one that cannot start leaves its plain HTML. */
export function startComponents(
  classes: readonly (readonly [selector: string, component: ComponentClass])[],
  context: Context,
  root: ParentNode,
): Component[] {
  const started: Component[] = [];
  for (const [selector, component] of classes) {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      guarded(selector, () => started.push(new component(element, context)));
    }
  }
  return started;
}

/** Do something that may fail without taking the page with it. */
export function guarded(what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(`decisionaid: ${what}`, error);
  }
}
