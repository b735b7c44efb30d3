/**
 * What a person stated alone about one decision, put into a plan: the decision with all options that were shown,
 * what matters most in their own words, their questions, and the warning signs that they ticked. The record stays what it is, and the plan names it.
 */
import type { AidWords } from "../../generated/words.ts";
import { namesOf, wordsThen } from "../handover/named.ts";
import type { Record } from "../record/record-types.ts";
import type { Plan } from "../../generated/plan.ts";
import { broughtIn } from "./brought-in.ts";
import { addCondition, addDecision, addNote, appendAboutMe, sayAboutMe } from "./edits.ts";
import { askedAnewIn, merged } from "./merging.ts";
import { addPerson, changed, meIn, type Open, openedPlan, personAs, randomHex, saying } from "./open-plan.ts";
import { SIGN } from "./current.ts";
import { stageOf } from "./standing.ts";
import { RECORD_VISIT } from "./visit-id.ts";
import { compact, isAltered, sealed } from "./written.ts";

/** As many as a plan may hold. */
const MOST_QUESTIONS = 12;
/** Of a plan what a part of it does not say. */
const NOTHING: Omit<Plan, "format" | "id" | "created" | "updated" | "language" | "people" | "crc32"> = {
  visits: [], communication: [], about_me: [], going_well: [], strengths: [], questions: [], by_myself: [], learnt: [], needs: [], results: [],
  decisions: [], goals: [], actions: [], write_down: "", if_worse: [], budgets: [], agreed: [], shared: [], copies: [], reviews: [],
};

/** Whether a plan speaks of this record already. */
export function knowsRecord({ plan }: Open, { id }: Record): boolean {
  return plan.decisions?.some(({ record }) => record === id) ?? false;
}

/**
 * The plan with what a record says; `open` itself when it is there already or has no room.
 *
 * `condition`: what the aid calls it, empty: it does not say. Words that a carer wrote are the carer's. It was said at
 * home and handed over: it stands, and an open visit goes on behind it.
 */
export function withRecord(open: Open, record: Record, words: AidWords | null, condition: string): Open {
  if (knowsRecord(open, record)) return open;
  const said = sayingOf(open, record, words, condition);
  const both = said && merged(open.held, said);
  if (both === null || typeof both === "string") return open;
  const next = broughtIn(open, both.plan);
  if (next === null) return open;
  // Who said yes before has not seen it, whichever day stands on it.
  const asked = isAgreed(next.open.plan) ? broughtIn(open, sealed({ ...both.plan, agreed: askedAnewIn(both.plan) }, isAltered(both.plan))) : next;
  return asked?.open ?? open;
}

function isAgreed(plan: Plan): boolean {
  return ["agreed", "agreed_in_part", "reviewed"].includes(stageOf(plan));
}

/** What a record says, as a part of the plan; null: there is no room for it. */
function sayingOf({ held, plan }: Open, record: Record, words: AidWords | null, condition: string): Plan | null {
  const { people, conditions = [] } = plan;
  const begun = openedPlan(sealed(compact({ ...held, people, conditions, ...NOTHING, part: "addition" }), isAltered(held)));
  const { role, helper } = record.filled_in_by;
  const isCarer = role === "carer";
  const isHelped = isCarer || role === "patient_with_help";
  const known = isHelped ? addPerson(begun, "carer", helper) : begun;
  const [me, carer] = [meIn(known.plan), isHelped ? (personAs(known.plan, "carer", helper)?.id ?? "") : ""];
  const by = isCarer ? carer : me;
  const there = isCarer ? [carer] : [me, carer].filter(Boolean);
  const visit = `${RECORD_VISIT}${randomHex(4)}`;
  const at = changed(known, { visits: [{ id: visit, kind: "preparation", on: record.day || record.updated.slice(0, 10), how: isHelped ? "not_said" : "alone", there, typed_by: by, record: record.id }] });
  if (at === known) return null;
  const named = addCondition({ ...at, visit }, condition);
  const then = wordsThen(record, words);
  const { id, language, source_sha256, title, version } = record.aid;
  const decided = addDecision(named, {
    question: then?.question || title,
    condition: named.plan.conditions?.find(({ name }) => name.toLowerCase() === condition.toLowerCase())?.id ?? null,
    aid: { id, version, source_sha256, title, language },
    record: record.id,
    shown: (then?.options ?? []).map(({ text }) => text),
  });
  if (decided === named) return null;
  const matters = record.what_matters === "" ? decided : sayAboutMe(decided, "most_important", record.what_matters, by);
  // Where the plan has no room for more questions they stand beside it, in the answers themselves.
  const room = MOST_QUESTIONS - (plan.questions?.length ?? 0);
  const asked = record.questions.slice(0, Math.max(0, room)).reduce((so, { text }) => addNote(so, "questions", text, by), matters);
  return withSigns(asked, record, namesOf(record, words), by).plan;
}

/** The warning signs that were ticked: in the words of the aid, and marked as its own. */
function withSigns(open: Open, { aid, red_flags: signs }: Record, named: (place: string) => string, by: string): Open {
  return signs.reduce((so, sign) => {
    const said = saying(so, named(`red_flags/${sign}`), by, `${aid.id}${SIGN}${sign.replaceAll(/[^a-z0-9-]/gu, "-")}`);
    return said === null ? so : appendAboutMe(so, "also_worth_knowing", said);
  }, open);
}
