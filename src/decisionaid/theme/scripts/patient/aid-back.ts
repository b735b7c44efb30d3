/** The script that brings a person's own answers back, fetched when they open that part: most never do. */
import { OwnBack } from "../../components/own-back/script.ts";
import { ARRIVED } from "../page/later-script.ts";
import type { FromBack } from "./from-back.ts";

const detail: FromBack = (host) => new OwnBack(host);

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
