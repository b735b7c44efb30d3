/** The script of the ways to hand over, fetched when the summary is near: nobody needs it before. */
import { HandOverWays } from "../../components/ways/script.ts";
import { ARRIVED } from "../page/later-script.ts";
import type { FromWays } from "./from-ways.ts";

const detail: FromWays = (host) => new HandOverWays(host);

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
