/**
 * What a person stated alone about one decision, put into a plan: the decision with all options that were shown,
 * what matters most in their own words, their questions, and the warning signs that they ticked. The record stays what it is, and the plan names it.
 */
import type { AidWords } from "../../generated/words.ts";
import { namesOf, wordsThen } from "../handover/named.ts";
import type { Record } from "../record/record-types.ts";
import { addCondition, addDecision, addNote, appendAboutMe, sayAboutMe } from "./edits.ts";
import { addPerson, meIn, type Open, openVisit, personAs, saying } from "./open-plan.ts";
import { SIGN } from "./standing.ts";

/** Whether a plan speaks of this record already. */
export function knowsRecord({ plan }: Open, { id }: Record): boolean {
  return plan.decisions?.some(({ record }) => record === id) ?? false;
}

/**
 * The plan with what a record says; `open` itself when it is there already or has no room.
 *
 * `condition`: what the aid calls it, empty: it does not say. Words that a carer wrote are the carer's.
 */
export function withRecord(open: Open, record: Record, words: AidWords | null, condition: string): Open {
  if (knowsRecord(open, record)) return open;
  const { role, helper } = record.filled_in_by;
  const isCarer = role === "carer";
  const isHelped = isCarer || role === "patient_with_help";
  const known = isHelped ? addPerson(open, "carer", helper) : open;
  const [me, carer] = [meIn(known.plan), isHelped ? (personAs(known.plan, "carer", helper)?.id ?? "") : ""];
  const by = isCarer ? carer : me;
  const there = isCarer ? [carer] : [me, carer].filter(Boolean);
  const at = openVisit(known, { kind: "preparation", on: record.day || record.updated.slice(0, 10), how: isHelped ? "not_said" : "alone", there, typed_by: by, record: record.id });
  if (at.visit === "") return open;
  const named = addCondition(at, condition);
  const then = wordsThen(record, words);
  const { id, language, source_sha256, title, version } = record.aid;
  const decided = addDecision(named, {
    question: then?.question || title,
    condition: named.plan.conditions?.find(({ name }) => name.toLowerCase() === condition.toLowerCase())?.id ?? null,
    aid: { id, version, source_sha256, title, language },
    record: record.id,
    shown: (then?.options ?? []).map(({ text }) => text),
  });
  if (decided === named) return open;
  const matters = record.what_matters === "" ? decided : sayAboutMe(decided, "most_important", record.what_matters, by);
  const asked = record.questions.reduce((so, { text }) => addNote(so, "questions", text, by), matters);
  const ticked = withSigns(asked, record, namesOf(record, words), by);
  // Said at home, and handed over: it stands.
  return { ...ticked, held: ticked.plan, visit: open.visit };
}

/** The warning signs that were ticked: in the words of the aid, and marked as its own. */
function withSigns(open: Open, { aid, red_flags: signs }: Record, named: (place: string) => string, by: string): Open {
  return signs.reduce((so, sign) => {
    const said = saying(so, named(`red_flags/${sign}`), by, `${aid.id}${SIGN}${sign.replaceAll(/[^a-z0-9-]/gu, "-")}`);
    return said === null ? so : appendAboutMe(so, "also_worth_knowing", said);
  }, open);
}
