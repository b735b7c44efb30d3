/** What reads pictures, fetched when somebody has a picture of a code or asks for the camera. */
import { ARRIVED } from "../page/later-script.ts";
import { watch } from "./camera.ts";
import type { FromPictures } from "./from-pictures.ts";
import { inPicture } from "./picture.ts";

const detail: FromPictures = { inPicture, watch };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
