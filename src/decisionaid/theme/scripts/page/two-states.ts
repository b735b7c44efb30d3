/** Two states of one thing side by side, by what is not the same in them: what is alike is not repeated. */
import { make } from "./dom.ts";

/** One thing that is not the same in two states. */
export interface Difference {
  readonly question: string;
  /** Empty: nothing was said. */
  readonly here: string;
  readonly there: string;
}

/** What the two are called, and what stands where one of them says nothing. */
export interface StateNames {
  readonly here: string;
  readonly there: string;
  readonly nothing: string;
}

export function twoStates(differences: readonly Difference[], names: StateNames): HTMLElement {
  const side = (name: string, said: string): HTMLElement => make("div", {}, `${name}: `, make("span", { dir: "auto" }, said || names.nothing));
  const rows = differences.map(({ question, here, there }) =>
    make("li", {}, make("strong", { dir: "auto" }, question), side(names.here, here), side(names.there, there)),
  );
  return make("ul", { class: "keep-apart" }, ...rows);
}
