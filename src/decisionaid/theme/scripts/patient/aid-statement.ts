/** The second script of an aid page, fetched when the person begins: the first holds what a page needs at once. */
import { Implications } from "../../components/implications/script.ts";
import { Tension } from "../../components/leaning/script.ts";
import { OfferedQuestion } from "../../components/own-concerns/script.ts";
import { Changed } from "../../components/side-by-side/changed.ts";
import { SideBySide } from "../../components/side-by-side/script.ts";
import { Summary } from "../../components/summary/script.ts";
import { TradeOffFold } from "../../components/trade-off/fold.ts";
import { HandOver } from "./hand-over.ts";
import type { FromStatement } from "./from-statement.ts";
import { ARRIVED } from "../page/later-script.ts";

const detail: FromStatement = {
  components: [
    ["[data-module=side-by-side]", SideBySide],
    ["[data-module=implications]", Implications],
    // Behind it: of two things that are said at once, this one is heard.
    ["[data-module=side-by-side]", Changed],
    ["[data-offer]", OfferedQuestion],
    ["[data-module=tension]", Tension],
    ["[data-module=summary]", Summary],
    ["[data-trade-off]", TradeOffFold],
  ],
  handOver: (context, change) => new HandOver(context, change),
};

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
