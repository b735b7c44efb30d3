/** The third script of an aid page, fetched when a person opens the trade-off step: most never do. */
import { TradeOff } from "../../components/trade-off/script.ts";
import { ARRIVED } from "../page/later-script.ts";

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail: TradeOff }));
