/** The script of keeping for a page that holds its own state already: fetched when somebody chose it, here or before. */
import { ARRIVED } from "../page/later-script.ts";
import { begin } from "./begin.ts";
import type { FromKeeping } from "./from-keeping.ts";

const detail: FromKeeping = begin;

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
