/** Reads records and words from a file, and writes what each becomes in other forms: for `test_forms.py`. */
import { readFileSync, writeFileSync } from "node:fs";
import type { AidWords } from "../../src/decisionaid/theme/generated/words.ts";
import { fhirText } from "../../src/decisionaid/theme/scripts/handover/fhir.ts";
import { prsbText } from "../../src/decisionaid/theme/scripts/handover/prsb.ts";
import { recordText } from "../../src/decisionaid/theme/scripts/handover/record-text.ts";
import type { Record } from "../../src/decisionaid/theme/scripts/record/record-types.ts";

interface Given {
  words: AidWords[];
  records: { record: Record; words: number | null }[];
}

const [, , from = "", to = ""] = process.argv;
const { words, records } = JSON.parse(readFileSync(from, "utf8")) as Given;
const made = records.map(({ record, words: at }) => {
  const known = at === null ? null : (words[at] ?? null);
  return {
    short: recordText(record, known, "short"),
    long: recordText(record, known, "long"),
    fhir: fhirText(record, known),
    prsb: prsbText(record, known),
  };
});
writeFileSync(to, JSON.stringify(made));
