/** What a page with groups of readers has. */
import { ForOthers } from "../../components/strata/for-others.ts";
import { Strata } from "../../components/strata/script.ts";
import type { Started } from "../page/component.ts";
import type { Context } from "./context.ts";

export const GROUPS: Started<Context> = [
  [".strata-side", Strata],
  ["[data-for]", ForOthers],
];
