/** The summary in the person's words, made from what they stated; the order is fixed. */
import type { AidWords } from "../../generated/words.ts";
import type { Statement } from "../record/record-types.ts";
import { dayInWords } from "./day.ts";
import type { Say } from "./messages.ts";
import { mattersLines, ownFirst, stated, titlesIn, type Stated } from "./stated.ts";

/** One part of the summary. */
export interface Block {
  id: string;
  heading: string;
  lines: readonly string[];
}

/** The words of what every aid asks: on its page they stand beside the controls. */
export interface FormWords {
  /** The question that goes by a name of the form; empty when the page does not ask it. */
  question(name: string): string;
  /** The words beside a value; empty when the page does not have it. */
  answer(name: string, value: string): string;
}

type Heading<Key> = Key extends `summary.${infer Name}` ? Name : never;

/** The parts that say something; no answers at all gives one line that says so kindly. */
export function summaryBlocks(
  record: Statement,
  words: AidWords,
  form: FormWords,
  say: Say<"aid">,
  today: string,
): Block[] {
  const block = (name: Heading<Parameters<typeof say>[0]>, lines: readonly (string | undefined)[]): Block => ({
    id: name.replace(/_/g, "-"),
    heading: say(`summary.${name}`),
    lines: lines.filter((line): line is string => Boolean(line)),
  });
  const said = stated(record, words);
  const quote = (text: string): string => say("summary.own_words", { text });
  const own = record.what_matters;
  const answered = [
    block("flags", said.flags),
    block("stratum", [stateLine("stratum", record, say) ?? said.stratum]),
    block("matters", [
      own && quote(own),
      ...mattersLines(said, "summary", say, (n, { id, title }) =>
        say("summary.chosen", { title, answer: form.answer(`values.${id}`, `${n}`) }),
      ),
    ]),
    block("unsure", titlesIn(said, "unsure", quote)),
    block("does_not_apply", titlesIn(said, "not_applicable", quote)),
    block("rather_not_say", titlesIn(said, "prefer_not_to_say", quote)),
    block("talk", record.noted.map(({ text }) => text)),
    block("now", nowLines(record, said, form, say)),
    block("questions", ownFirst(record.questions)),
    block("go_over", said.beliefs.map(({ check: { statement }, answer }) =>
      answer === null ? say("summary.thought_unsure", { statement }) : say("summary.thought", { statement, answer }),
    )),
    block("help", helpLines(record, form, say)),
    block("helper_view", [record.filled_in_by.view && quote(record.filled_in_by.view)]),
    block("ideas", ownFirst(record.ideas)),
  ].filter(({ lines }) => lines.length > 0);
  const none: Block = { id: "none", heading: "", lines: [say("summary.none")] };
  return [
    block("decision", [record.aid.title]),
    ...(answered.length > 0 ? answered : [none]),
    block("about", [...aboutLines(record, say, today), notSharedLine(record, say)]),
  ];
}

/** Why there is no answer, where the person said so. */
function stateLine(name: "stratum" | "leaning", record: Statement, say: Say<"aid">): string | undefined {
  const { state } = record[name];
  if (state === "unsure") return say(`summary.${name}_unsure`);
  return state === "prefer_not_to_say" ? say(`summary.${name}_private`) : undefined;
}

function nowLines(record: Statement, { option }: Stated, form: FormWords, say: Say<"aid">): (string | undefined)[] {
  const { stage, role } = record.leaning;
  const answers = record.readiness.map(
    ({ id, state, yes }) => [`readiness.${id}`, state === "answered" ? (yes ? "yes" : "no") : state] as const,
  );
  return [
    stateLine("leaning", record, say) ?? (option && say("summary.leaning", { option })),
    ...([["stage", stage], ["role", role], ...answers] as const).map(([name, value]) => {
      const answer = form.answer(name, value);
      return answer && say("summary.answered", { question: form.question(name), answer });
    }),
  ];
}

function helpLines(record: Statement, form: FormWords, say: Say<"aid">): string[] {
  const { role, helper } = record.filled_in_by;
  const likes = record.communication.map((each) => form.answer("communication", each)).join("; ");
  return [
    form.answer("filled_in_by.role", role),
    helper && say("summary.helper", { text: helper }),
    likes && say("summary.communication", { items: likes }),
  ];
}

function aboutLines({ aid }: Statement, say: Say<"aid">, today: string): string[] {
  return [
    say("summary.version", { version: aid.version }),
    aid.evidence && say("summary.evidence", { date: dayInWords(say, aid.evidence) }),
    say("summary.made", { date: dayInWords(say, today) }),
    aid.status === "demonstration" ? say("summary.demonstration") : "",
    aid.clock === "overdue" || aid.clock === "expired" ? say(`summary.${aid.clock}`) : "",
  ];
}

/** What the person keeps to themselves: a part that is not there was not forgotten. */
function notSharedLine({ kept_back }: Statement, say: Say<"aid">): string {
  return kept_back.length > 0 ? say("summary.not_shared", { parts: kept_back.map((name) => say(`part.${name}`)).join("; ") }) : "";
}

/** Headings of the lines that are left empty for writing on paper. */
export function blankLines(say: Say<"aid">): string[] {
  return [say("summary.agreed"), say("summary.who"), say("summary.by_when")];
}
