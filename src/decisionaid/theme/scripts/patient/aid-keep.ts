/** The script that keeps answers on a device, fetched when somebody chose it, here or before: nobody else needs it. */
import { begin } from "../keeping/begin.ts";
import { adopt } from "../page/adopted-style.ts";
import { ARRIVED } from "../page/later-script.ts";
import type { FromKeep } from "./from-keep.ts";
import { keepAnswers } from "./kept-answers.ts";

/** Set by the bundler: the style of two states beside one another. */
declare const KEEP_STYLE: string;

const detail: FromKeep = (host) => {
  adopt(KEEP_STYLE);
  return keepAnswers(begin, host);
};

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
