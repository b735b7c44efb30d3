/** The script that reads aloud, fetched when a person presses its button. */
import { ReadAloud } from "../../components/aloud/script.ts";
import { ARRIVED } from "../page/later-script.ts";
import type { FromAloud } from "./from-aloud.ts";

const detail: FromAloud = (host) => new ReadAloud(host);

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
