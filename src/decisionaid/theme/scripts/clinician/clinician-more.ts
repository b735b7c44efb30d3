/**
 * The second script of the clinician's page, fetched once there is something to open: reading it, its sheet,
 * what comes of codes and pictures, examples, before and after.
 */
import { sheetElement } from "../../components/clinician-sheet/script.ts";
import { openedBy } from "../handover/opened.ts";
import { sheetOf } from "../handover/sheet.ts";
import { one } from "../page/dom.ts";
import { ARRIVED } from "../page/later-script.ts";
import { isPlanCode, tokenInText } from "../record/token-text.ts";
import { beforeAfterElement } from "./before-after.ts";
import { ExampleList } from "./examples.ts";
import { formsElement } from "./forms.ts";
import { addressesIn, libraryAt, practiceIn } from "./known-aids.ts";
import type { FromMore } from "./more.ts";
import { PassphraseForm } from "../incoming/passphrase-form.ts";
import { PictureReader } from "../incoming/pictures.ts";
import { read } from "../incoming/reading.ts";

const known = document.getElementById("known-aids")?.textContent ?? "[]";

const library = libraryAt(addressesIn(known));

const detail: FromMore = {
  read: (text) => read(text, library),
  hasCode: (text) => tokenInText(text) !== null || isPlanCode(text),
  sheet: (patient, say) => {
    const { opened, way, at } = patient;
    const element = sheetElement(sheetOf(opened.record, opened.known, opened.left, say, opened.isAltered, undefined, openedBy(way, at, say)), say);
    one(".sheet-folds", element)?.append(formsElement(patient, say));
    return element;
  },
  passphrase: (place, say) => new PassphraseForm(place, say),
  pictures: (panel, desk, say) => new PictureReader(panel, desk, say),
  examples: (panel, desk, say) => new ExampleList(panel, desk, practiceIn(known), say),
  beforeAfter: beforeAfterElement,
};

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
