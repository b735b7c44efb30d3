/** The fourth script of the clinician's page, fetched when somebody asks for a record in another system's form. */
import { fhirText } from "../handover/fhir.ts";
import { prsbText } from "../handover/prsb.ts";
import { ARRIVED } from "../page/later-script.ts";
import type { FromForms } from "./forms.ts";

const detail: FromForms = { fhir: fhirText, prsb: prsbText };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
