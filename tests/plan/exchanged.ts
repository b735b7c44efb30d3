/** Reads plans from a file, and writes what each is for other systems: for `test_documents.py` and `test_requests.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import { planFhirText } from "../../src/decisionaid/theme/scripts/plan/fhir.ts";
import { planPrsbText } from "../../src/decisionaid/theme/scripts/plan/prsb.ts";
import { requestText } from "../../src/decisionaid/theme/scripts/plan/request-text.ts";
import { answerOf, requestFile } from "../../src/decisionaid/theme/scripts/plan/requests.ts";
import { planRecordText, reviewRecordText } from "../../src/decisionaid/theme/scripts/plan/text.ts";
import { planText } from "../../src/decisionaid/theme/scripts/plan/written.ts";

const [, , from = "", to = ""] = process.argv;
const { answered, plans, reviews = [] }: { plans: any[]; answered: any[]; reviews?: any[] } = JSON.parse(readFileSync(from, "utf8"));

const made = plans.map((plan) => ({
  fhir: planFhirText(plan),
  prsb: planPrsbText(plan),
  text: planRecordText(plan),
  requests: [...(plan.actions ?? []).map(({ id }: any) => id), "ghost"].map((id) => {
    const file = requestFile(plan, id);
    return [requestText(plan, id), typeof file === "string" ? file : planText(file)];
  }),
}));
const texts = reviews.flatMap(([review, onPaper]) => [reviewRecordText(review, { onPaper, left: { goals: 0, actions: 1, reviews: 0 } }), planRecordText(review)]);
writeFileSync(to, JSON.stringify({ plans: made, texts, answers: answered.map(([request, more]) => planText(answerOf(request, more))) }));
