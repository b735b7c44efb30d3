/** The third script of the sheet before a visit: the square code of what was written, fetched when something is. */
import { squareCode } from "../../components/ways/square-code.ts";
import type { Plan } from "../../generated/plan.ts";
import { ARRIVED } from "../page/later-script.ts";
import { preparationCode } from "../plan/code.ts";

/** What it brings. */
export interface FromCode {
  /** Null: too long, or it goes on from a plan that was talked about. */
  codeOf(plan: Plan): Promise<string | null>;
  pictureOf(code: string, label: string): SVGElement | null;
}

const detail: FromCode = { codeOf: preparationCode, pictureOf: squareCode };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
