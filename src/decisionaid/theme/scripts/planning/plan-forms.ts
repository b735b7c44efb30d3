/** The fourth script of the page of a plan, fetched when somebody asks for it in another system's form. */
import { ARRIVED } from "../page/later-script.ts";
import { planFhirText } from "../plan/fhir.ts";
import { planPrsbText } from "../plan/prsb.ts";
import type { FromForms } from "./forms.ts";

const detail: FromForms = { fhir: planFhirText, prsb: planPrsbText };

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
