/** What components have in common: one element, told of each change, able to fail alone. */
import { guarded } from "./guarded.ts";

/**
 * Something on the page with behaviour of its own; `Context` is what its page lets it know and do.
 *
 * It gives its answer by changing a form control and sending that control's `change` event, as
 * the browser does for the others: the app hears nothing else.
 */
export abstract class Component<Context> {
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

type ComponentClass<Context> = new (root: HTMLElement, context: Context) => Component<Context>;

/** Components, each with what it is for. */
export type Started<Context> = readonly (readonly [selector: string, component: ComponentClass<Context>])[];

/** Start a component on each element within `root` that it is for; one that cannot start leaves its plain HTML. */
export function startComponents<Context>(
  classes: Started<Context>,
  context: Context,
  root: ParentNode,
): Component<Context>[] {
  const started: Component<Context>[] = [];
  for (const [selector, component] of classes) {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      guarded(selector, () => started.push(new component(element, context)));
    }
  }
  return started;
}
