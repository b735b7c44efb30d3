/** The summary in words, made from the answers and the page's own labels; the order is fixed. */
import { dayInWords } from "./day.ts";
import { isState, shared, valueOf, wordsFor, type Answers, type Facts, type NotAnAnswer, type Question } from "../record/facts.ts";
import type { Say } from "./messages.ts";

/** One part of the summary. */
export interface Block {
  id: string;
  heading: string;
  lines: readonly string[];
}

/** The parts that say something; no answers at all gives one line that says so kindly. */
export function summaryBlocks(answers: Answers, facts: Facts, say: Say<"aid">, today: string): Block[] {
  const answered = answers.size === 0 ? [] : answeredBlocks(shared(answers, facts), facts, say);
  const none: Block = { id: "none", heading: "", lines: [say("summary.none")] };
  return [
    { id: "decision", heading: say("summary.decision"), lines: [facts.aid.title] },
    ...(answered.length > 0 ? answered : [none]),
    aboutBlock(facts, say, today),
  ];
}

function answeredBlocks(answers: Answers, facts: Facts, say: Say<"aid">): Block[] {
  const chosen = (name: string): string[] =>
    (answers.get(name) ?? []).map((value) => wordsFor(facts.fields.get(name), value));
  const typed = (...names: string[]): string[] =>
    names.map((name) => (answers.get(name)?.[0] ?? "").trim()).filter(Boolean);
  const blocks: Block[] = [
    { id: "flags", heading: say("summary.flags"), lines: chosen("red_flags") },
    { id: "stratum", heading: say("summary.stratum"), lines: stratumLines() },
    {
      id: "matters",
      heading: say("summary.matters"),
      lines: [
        ...typed("what_matters").map((text) => say("summary.own_words", { text })),
        ...mattersLines(answers, facts, say),
      ],
    },
    { id: "unsure", heading: say("summary.unsure"), lines: titlesIn("unsure", answers, facts) },
    { id: "does-not-apply", heading: say("summary.does_not_apply"), lines: titlesIn("not_applicable", answers, facts) },
    { id: "rather-not-say", heading: say("summary.rather_not_say"), lines: titlesIn("prefer_not_to_say", answers, facts) },
    { id: "now", heading: say("summary.now"), lines: nowLines(answers, facts, say) },
    {
      id: "questions",
      heading: say("summary.questions"),
      lines: [...chosen("questions"), ...typed("own_question.1", "own_question.2", "own_question.3")],
    },
    { id: "go-over", heading: say("summary.go_over"), lines: goOverLines(answers, facts, say) },
    { id: "help", heading: say("summary.help"), lines: helpLines() },
    { id: "ideas", heading: say("summary.ideas"), lines: [...chosen("ideas"), ...typed("own_idea")] },
  ];
  return blocks.filter(({ lines }) => lines.length > 0);

  function stratumLines(): string[] {
    const stratum = answers.get("stratum")?.[0];
    if (stratum === "unsure") return [say("summary.stratum_unsure")];
    if (stratum === "prefer_not_to_say") return [say("summary.stratum_private")];
    return chosen("stratum");
  }

  function helpLines(): string[] {
    const likes = chosen("communication").join("; ");
    return [
      ...chosen("filled_in_by.role"),
      ...typed("filled_in_by.helper").map((text) => say("summary.helper", { text })),
      ...(likes ? [say("summary.communication", { items: likes })] : []),
    ];
  }
}

/** Importance by the person's own number, ties as the author wrote them; then the other kinds. */
function mattersLines(answers: Answers, facts: Facts, say: Say<"aid">): string[] {
  const answered = facts.questions
    .map((question) => ({ question, value: valueOf(question, answers) }))
    .filter((each): each is { question: Question; value: string } => each.value !== undefined && !isState(each.value));
  const rated = answered
    .filter(({ question }) => question.kind === "importance")
    .sort((one, other) => Number(other.value) - Number(one.value))
    .map(({ question, value }) => say("summary.rated", { title: question.title, n: value }));
  const of = (kind: Question["kind"]): string[] =>
    answered.filter(({ question }) => question.kind === kind).map(({ question, value }) => lineFor(question, value));
  return [...rated, ...of("ranking"), ...of("balance"), ...of("choice")];

  function lineFor(question: Question, value: string): string {
    const field = facts.fields.get(`values.${question.id}`);
    const title = question.title;
    if (question.kind !== "ranking") return say("summary.chosen", { title, answer: wordsFor(field, value) });
    const places = value.split(",").map((id, index) => say("summary.place", { n: index + 1, item: wordsFor(field, id) }));
    return say("summary.ranked", { title, items: places.join("; ") });
  }
}

function titlesIn(state: NotAnAnswer, answers: Answers, facts: Facts): string[] {
  return facts.questions.filter((question) => valueOf(question, answers) === state).map(({ title }) => title);
}

function nowLines(answers: Answers, facts: Facts, say: Say<"aid">): string[] {
  const leaning = answers.get("leaning")?.[0];
  const lines: string[] = [];
  if (leaning === "unsure") lines.push(say("summary.leaning_unsure"));
  else if (leaning === "prefer_not_to_say") lines.push(say("summary.leaning_private"));
  else if (leaning) lines.push(say("summary.leaning", { option: wordsFor(facts.fields.get("leaning"), leaning) }));
  const readiness = ["sure", "informed", "clear", "supported"].map((id) => `readiness.${id}`);
  for (const name of ["stage", "role", ...readiness]) {
    const field = facts.fields.get(name);
    const answer = wordsFor(field, answers.get(name)?.[0]);
    if (field && answer) lines.push(say("summary.answered", { question: field.question, answer }));
  }
  return lines;
}

/** Facts where the person's answer is another than the aid's, or was not sure. */
function goOverLines(answers: Answers, facts: Facts, say: Say<"aid">): string[] {
  return facts.checks.flatMap(({ id, statement, correct }) => {
    const value = answers.get(`knowledge.${id}`)?.[0];
    if (value === undefined || correct.includes(value)) return [];
    if (value === "unsure") return [say("summary.thought_unsure", { statement })];
    const answer = wordsFor(facts.fields.get(`knowledge.${id}`), value);
    return [say("summary.thought", { statement, answer })];
  });
}

function aboutBlock({ aid }: Facts, say: Say<"aid">, today: string): Block {
  const lines = [say("summary.version", { title: aid.title, version: aid.version })];
  if (aid.evidence) lines.push(say("summary.evidence", { date: dayInWords(say, aid.evidence) }));
  lines.push(say("summary.made", { date: dayInWords(say, today) }));
  if (aid.status === "demonstration") lines.push(say("summary.demonstration"));
  if (aid.clock === "overdue" || aid.clock === "expired") lines.push(say(`summary.${aid.clock}`));
  return { id: "about", heading: say("summary.about"), lines };
}

/** Headings of the lines that are left empty for writing on paper. */
export function blankLines(say: Say<"aid">): string[] {
  return [say("summary.agreed"), say("summary.who"), say("summary.by_when")];
}
