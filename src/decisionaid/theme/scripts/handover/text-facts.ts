/** What a person believes of facts, as pieces of the record text: what differs, and what they are not sure of. */
import type { CheckWords } from "../../generated/words.ts";
import tables from "../../schema/record-text.json";
import { fill } from "../record/text.ts";
import { fixed, giving, MANY, shorter, type Piece, type Source } from "./text-pieces.ts";

export interface Facts {
  /** How many answers differ from the aid. */
  misread: number;
  differ: readonly Piece[];
  unsure: readonly Piece[];
  states: readonly Piece[];
}

/** What they believe and the aid says otherwise; without the aid's words, what they said. */
export function factPieces({ record, words, isLong, named, text }: Source): Facts {
  const { fact } = tables;
  const differ: Piece[] = [];
  const unsure: Piece[] = [];
  const right: Piece[] = [];
  const others = new Map<string, string[]>();
  let misread = 0;
  for (const { id, state, answer } of record.knowledge) {
    const place = `knowledge/${id}`;
    const statement = named(place);
    const check = words?.checks?.find((each) => each.id === id);
    if (state === "unsure") {
      const known = rightAnswer(check, text);
      const forms = known ? [fill(fact.unsure_answered, { statement, answer: known })] : [];
      unsure.push(shorter([...forms, fill(fact.unsure, { statement })], known ? ["figures", "facts"] : ["facts"]));
    } else if (state === "answered") {
      const said = { statement, answer: named(`${place}/${answer}`) };
      const isKnown = check?.answers?.some((each) => each.id === answer) ?? false;
      if (isKnown && check?.correct?.includes(answer ?? "")) {
        if (isLong) right.push(fixed(fill(fact.agrees, said)));
        continue;
      }
      if (isKnown) misread += 1;
      const explanation = isKnown ? text(check?.explanation ?? "") : "";
      const forms = explanation ? [fill(fact.explained, { ...said, explanation })] : [];
      differ.push(shorter([...forms, fill(fact.thinks, said)], explanation ? ["figures", "misread"] : ["misread"], MANY - 1 - differ.length));
    } else others.set(state, [...(others.get(state) ?? []), `'${statement}'`]);
  }
  const states = (["not_applicable", "prefer_not_to_say", "unanswered"] as const).flatMap((state) => {
    const statements = others.get(state) ?? [];
    // What was not answered is most of it, and says little: only the long form has it.
    if (statements.length === 0 || (state === "unanswered" && !isLong)) return [];
    return [giving(fill(tables.states[state], { items: statements.join(", ") }), "facts")];
  });
  return { misread, differ: [...differ, ...right], unsure, states };
}

function rightAnswer(check: CheckWords | undefined, text: (text: string) => string): string {
  const { answers = [], correct = [] } = check ?? {};
  return answers.filter(({ id }) => correct.includes(id)).map((each) => text(each.text)).join(", ");
}
