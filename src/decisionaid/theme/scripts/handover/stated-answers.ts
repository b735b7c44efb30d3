/** Values and knowledge answers in a clinician's words, beside what the aid says now. */
import type { AidWords, LabelledItem, QuestionWords } from "../../generated/words.ts";
import type { Say } from "./messages.ts";
import type { KnowledgeAnswer, Record, ValuesAnswer } from "../record/record-types.ts";

/** More lines than this do not fit beside the rest on one page. */
const MOST_MATTERS = 7;

/** After importance, in the order of the patient's own summary. */
const OTHER_KINDS = ["ranking", "balance", "choice"] as const;

export interface StatedAnswers {
  /** Own order first: importance by the person's number, then the other kinds, then the states. */
  matters: string[];
  /** What comes first when there are no own words; empty when nothing does. */
  first: string;
  unsure: string[];
  /** Answers that differ from the aid's. */
  misread: { title: string; text: string }[];
  /** The same in words, and the checks that cannot be judged because their wording has changed. */
  toGoOver: string[];
  /** Answers to questions that the aid does not have, as parts of the record. */
  unknown: string[];
}

type Asked = { answer: ValuesAnswer; asked: QuestionWords };

export function statedAnswers(record: Record, words: AidWords | null, say: Say<"clinician">): StatedAnswers {
  // Without the aid's words an id says nothing, and with other words it might say something else.
  const asked = (words?.questions ?? []).flatMap((question): Asked[] => {
    const answer = record.values.find(({ id, kind }) => id === question.id && kind === question.kind);
    return answer ? [{ answer, asked: question }] : [];
  });
  const same = asked.filter(({ answer, asked: { wording } }) => answer.wording === wording);
  const reworded = asked.filter((each) => !same.includes(each) && each.answer.state !== "unanswered");
  const inState = (state: ValuesAnswer["state"]): string =>
    same.filter(({ answer }) => answer.state === state).map(({ asked: { title } }) => title).join("; ");
  const answered = same.filter(({ answer }) => answer.state === "answered");
  const rated = sortedByImportance(answered);
  const others = OTHER_KINDS.flatMap((kind) => answered.filter(({ answer }) => answer.kind === kind));
  const lines = [...rated, ...others].map((each) => lineOf(each, say)).filter(Boolean);
  const titles = {
    "sheet.not_applicable": inState("not_applicable"),
    "sheet.private": inState("prefer_not_to_say"),
    "sheet.not_answered": inState("unanswered"),
    "sheet.reworded": reworded.map(({ asked: { title } }) => title).join("; "),
  } as const;
  const checks = checkAnswers(record, words, say);
  const more = lines.length - MOST_MATTERS;
  return {
    matters: [
      ...lines.slice(0, MOST_MATTERS),
      ...(more > 0 ? [say("sheet.more", { n: more })] : []),
      ...Object.entries(titles)
        .filter(([, text]) => text !== "")
        .map(([key, text]) => say(key as keyof typeof titles, { titles: text })),
    ],
    first: firstOf(rated, others, say),
    unsure: [
      ...same.filter(({ answer }) => answer.state === "unsure").map(({ asked: { title } }) => title),
      ...checks.unsure,
    ],
    misread: checks.misread,
    toGoOver: [
      ...checks.misread.map(({ text }) => text),
      ...(checks.reworded.length > 0 ? [say("sheet.reworded", { titles: checks.reworded.join("; ") })] : []),
    ],
    unknown: words
      ? [
          ...unknownIn("values", record.values, words.questions),
          ...unknownIn("knowledge", record.knowledge, words.checks),
        ]
      : [],
  };
}

type Known = readonly { id: string; kind?: string }[];

function unknownIn(name: string, given: readonly (ValuesAnswer | KnowledgeAnswer)[], known: Known = []): string[] {
  const isKnown = (answer: ValuesAnswer | KnowledgeAnswer): boolean =>
    known.some(({ id, kind }) => id === answer.id && (!("kind" in answer) || kind === answer.kind));
  return given.filter((answer) => answer.state !== "unanswered" && !isKnown(answer)).map(({ id }) => `${name}/${id}`);
}

function importance(answer: ValuesAnswer): number {
  return answer.kind === "importance" && answer.value !== null ? answer.value : -1;
}

/** By the person's own number; ties stay in the author's order. */
function sortedByImportance(answered: readonly Asked[]): Asked[] {
  return answered
    .filter(({ answer }) => answer.kind === "importance")
    .sort((one, other) => importance(other.answer) - importance(one.answer));
}

function lineOf({ answer, asked: { title, items = [] } }: Asked, say: Say<"clinician">): string {
  switch (answer.kind) {
    case "importance":
      return say("sheet.rated", { title, n: importance(answer) });
    case "balance":
      return balanceLine(answer.value ?? 0, title, items, say);
    case "ranking": {
      const places = answer.order.map((id, index) => say("sheet.place", { n: index + 1, item: itemOf(items, id) }));
      return say("sheet.ranked", { title, items: places.join("; ") });
    }
    case "choice":
      return say("sheet.chosen", { title, answer: itemOf(items, answer.chosen) });
  }
}

function balanceLine(value: number, title: string, poles: readonly LabelledItem[], say: Say<"clinician">): string {
  const pole = poles[value < 0 ? 0 : 1]?.text ?? "";
  switch (Math.abs(value)) {
    case 0:
      return say("sheet.balance_same", { title });
    case 1:
      return say("sheet.balance_1", { title, pole });
    case 2:
      return say("sheet.balance_2", { title, pole });
    default:
      return say("sheet.balance_3", { title, pole });
  }
}

function itemOf(items: readonly LabelledItem[], id: string | null): string {
  // An id of an item under an unchanged wording is always known; a tampered one is shown as it is.
  return items.find((item) => item.id === id)?.text ?? id ?? "";
}

function firstOf(rated: readonly Asked[], others: readonly Asked[], say: Say<"clinician">): string {
  const [top] = rated;
  if (top && importance(top.answer) > 0) {
    return say("sheet.say_first_rated", { title: top.asked.title, n: importance(top.answer) });
  }
  for (const { answer, asked } of others) {
    if (answer.kind !== "ranking") continue;
    return say("sheet.say_first_ranked", { item: itemOf(asked.items ?? [], answer.order[0] ?? null) });
  }
  return "";
}

/** Beliefs beside the aid's own words; a check whose wording has changed is not judged. */
function checkAnswers(
  record: Record,
  words: AidWords | null,
  say: Say<"clinician">,
): Pick<StatedAnswers, "unsure" | "misread"> & { reworded: string[] } {
  const unsure: string[] = [];
  const reworded: string[] = [];
  const misread: StatedAnswers["misread"] = [];
  for (const check of words?.checks ?? []) {
    const given = record.knowledge.find(({ id }) => id === check.id);
    if (!given || given.state === "unanswered") continue;
    if (given.wording !== check.wording) {
      reworded.push(check.statement);
      continue;
    }
    if (given.state === "unsure") unsure.push(check.statement);
    const answer = believed(given, check.answers ?? [], check.correct ?? []);
    if (answer === null) continue;
    const { statement, explanation = "" } = check;
    misread.push({ title: statement, text: say("sheet.thinks", { answer, statement, explanation }) });
  }
  return { unsure, misread, reworded };
}

/** The answer in words when it differs from the aid's; else null. */
function believed(given: KnowledgeAnswer, answers: readonly LabelledItem[], correct: readonly string[]): string | null {
  if (given.state !== "answered" || given.answer === null || correct.includes(given.answer)) return null;
  return answers.find(({ id }) => id === given.answer)?.text ?? null;
}
