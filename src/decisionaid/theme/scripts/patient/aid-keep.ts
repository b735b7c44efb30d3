/** The script that keeps answers on a device, fetched when somebody chose it, here or before: nobody else needs it. */
import { begin } from "../keeping/begin.ts";
import { ARRIVED } from "../page/later-script.ts";
import type { FromKeep } from "./from-keep.ts";
import { keepAnswers } from "./kept-answers.ts";

const detail: FromKeep = (host) => keepAnswers(begin, host);

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
