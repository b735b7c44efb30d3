/**
 * What a record is read with: the words of its aid, and its own labels where the aid reads otherwise now.
 *
 * Without the aid, the labels alone. Nothing that was answered is hidden because a word has changed.
 */
import type { AidWords, LabelledItem, QuestionWords } from "../../generated/words.ts";
import { wordsFor } from "../record/answers.ts";
import { field } from "../record/field.ts";
import { idsIn } from "../record/labels.ts";
import type { KnowledgeAnswer, Record } from "../record/record-types.ts";
import { line } from "../record/text.ts";
import { besideAnswers, type Words } from "./stated.ts";

/** What a person said of a fact that the aid does not judge as it stood then; null: they were not sure. */
export interface Unjudged {
  statement: string;
  answer: string | null;
}

export interface AsSeen {
  words: Words;
  /** Answers that the aid of today does not ask for, or asks in other words; they are said all the same. */
  older: number;
  unjudged: readonly Unjudged[];
  /** Answers that nobody has words for, as paths. */
  nameless: readonly string[];
}

/** How a label is marked that is no longer what the aid says; a warning sign is said in the aid's words too. */
export interface Marks {
  older: (text: string) => string;
  sign: (text: string, seen: string) => string;
}

/** `isAltered`: the labels of the file cannot be relied on, so the aid's own words go before them. */
export function asSeen(record: Record, words: AidWords | null, marks: Marks, isAltered = false): AsSeen {
  const label = (place: string): string | undefined => {
    const text = field(record.words, place);
    return typeof text === "string" && text !== "" ? text : undefined;
  };
  const marked = (text: string): string => (words === null ? text : marks.older(text));
  let older = 0;
  /** Its label first, where the aid has other words or none; never in the place of a warning sign's own words. */
  const named = (part: string, items: readonly LabelledItem[] = [], ids: readonly (string | null)[]): LabelledItem[] => [
    ...ids.flatMap((id) => {
      const text = label(`${part}/${id}`);
      const ours = wordsFor(items, id ?? "");
      if (id === null || text === undefined || text === line(ours ?? "")) return [];
      if (ours !== undefined && isAltered) return [];
      if (words !== null) older += 1;
      return [{ id, text: ours !== undefined && part === "red_flags" ? marks.sign(ours, text) : marked(text) }];
    }),
    ...items,
  ];
  const { questions = [], checks = [] } = words ?? {};
  const known = new Set<object>([...besideAnswers(record.values, questions), ...besideAnswers(record.knowledge, checks)].map(({ answer }) => answer));
  // What was not answered in an aid that asks for it no more, or otherwise, is nothing that was said.
  const others = <Answer extends { state: string }>(answers: readonly Answer[]): Answer[] =>
    answers.filter((answer) => !known.has(answer) && (words === null || answer.state !== "unanswered"));
  const nameless: string[] = [];
  const labelled = <Answer extends { id: string; state: string }, Made>(
    part: string,
    answers: readonly Answer[],
    made: (answer: Answer, text: string) => Made,
  ): Made[] =>
    others(answers).flatMap((answer) => {
      const text = label(`${part}/${answer.id}`);
      if (text !== undefined) return [made(answer, marked(text))];
      if (answer.state !== "unanswered") nameless.push(`${part}/${answer.id}`);
      return [];
    });
  const seen = labelled("values", record.values, (answer, title): QuestionWords => {
    const { id, kind, wording } = answer;
    const items = idsIn(answer).flatMap((each) => ({ id: each, text: label(`values/${id}/${each}`) ?? each }));
    return { id, kind, wording, title, question: "", items };
  });
  const unjudged = labelled("knowledge", record.knowledge, unjudgedFact).flat();
  if (words !== null) older += seen.length + unjudged.length;

  return {
    words: {
      options: named("leaning", words?.options, [record.leaning.option]),
      strata: named("stratum", words?.strata, [record.stratum.stratum]),
      red_flags: named("red_flags", words?.red_flags, record.red_flags),
      questions: [...questions, ...seen],
      checks,
    },
    older,
    unjudged,
    nameless,
  };

  function unjudgedFact({ id, state, answer }: KnowledgeAnswer, statement: string): Unjudged[] {
    if (state === "answered") return [{ statement, answer: label(`knowledge/${id}/${answer}`) ?? answer }];
    return state === "unsure" ? [{ statement, answer: null }] : [];
  }
}
