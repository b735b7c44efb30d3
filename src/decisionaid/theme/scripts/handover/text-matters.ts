/** What matters to the person, as pieces of the record text: by their own number, then the other kinds; states by name. */
import tables from "../../schema/record-text.json";
import type { ValuesAnswer } from "../record/record-types.ts";
import { fill } from "../record/text.ts";
import { pickedOrder } from "./picks.ts";
import { few, giving, shorter, type Piece, type Source } from "./text-pieces.ts";

const KINDS = ["importance", "ranking", "picks", "balance", "choice"] as const;
/** In the order in which their names give way. */
const STATES = ["unanswered", "open", "not_applicable", "prefer_not_to_say", "unsure"] as const;

export function matterPieces(source: Source): { matters: Piece[]; states: Piece[] } {
  const said = saidIn(source).sort((one, other) => other.n - one.n);
  const matters = said.map(({ n, text }, index) => {
    const isLow = n >= 0 && n <= tables.low;
    // The last goes first.
    return giving(text, isLow ? "low" : "matters", said.length - 1 - index);
  });
  return { matters, states: statePieces(source) };
}

/** Answers in words; -1 for what is not rated, which stands behind. */
function saidIn(source: Source): { n: number; text: string }[] {
  const { record, quote } = source;
  const answered = record.values.filter(({ state }) => state === "answered");
  const asked = KINDS.flatMap((kind) => answered.filter((answer) => answer.kind === kind));
  const own = record.own_concerns.filter(({ text, state }) => text !== "" && (state === "answered" || state === "unanswered"));
  return [
    ...asked.map((answer) => ({ n: answer.kind === "importance" ? (answer.value ?? -1) : -1, text: inWords(answer, source) })),
    ...own.map(({ text, value }) => {
      const title = quote(text);
      return { n: value ?? -1, text: value === null ? fill(tables.matters.own_open, { title }) : fill(tables.matters.rated, { title, n: value }) };
    }),
  ];
}

function inWords(answer: ValuesAnswer, { words, named, text }: Source): string {
  const { matters } = tables;
  const place = `values/${answer.id}`;
  const title = named(place);
  const inOrder = (order: readonly { id: string; n: number }[]): string =>
    order.map(({ id, n }) => fill(matters.place, { n, item: named(`${place}/${id}`) })).join(", ");
  switch (answer.kind) {
    case "importance":
      return fill(matters.rated, { title, n: answer.value ?? 0 });
    case "ranking":
      return fill(matters.ranked, { title, items: inOrder(answer.order.map((id, index) => ({ id, n: index + 1 }))) });
    case "picks": {
      const { places, counted } = pickedOrder(answer.blocks);
      const message = counted === 0 ? matters.picked_none : matters.picked;
      return fill(message, { title, n: counted, of: answer.blocks.length, items: inOrder(places) });
    }
    case "balance": {
      const value = answer.value ?? 0;
      const poles = words?.questions?.find(({ id }) => id === answer.id)?.items;
      if (!poles && value !== 0) return fill(matters.chosen, { title, item: named(`${place}/${value}`) });
      const key = (["balance_0", "balance_1", "balance_2", "balance_3"] as const)[Math.min(Math.abs(value), 3)] ?? "balance_0";
      return fill(matters[key], { title, pole: text(poles?.[value < 0 ? 0 : 1]?.text ?? "") });
    }
    case "choice":
      return fill(matters.chosen, { title, item: named(`${place}/${answer.chosen}`) });
  }
}

/** What has no answer, by the reason: no reason is ever taken for another. */
function statePieces({ record, words, named, quote, names }: Source): Piece[] {
  // A file without the answer to a sensitive question does not tell if there was one: neither do we.
  const open = new Set(words?.questions?.flatMap(({ id, sensitive }) => (sensitive ? [id] : [])));
  const reasons = (answer: ValuesAnswer): string[] => {
    if (answer.state === "unanswered") return [open.has(answer.id) ? "open" : "unanswered"];
    const picks = answer.kind === "picks" ? answer.blocks.flatMap(({ most, least }) => [most.state, least.state]) : [];
    return [answer.state, ...picks.filter((state) => state !== "unanswered")];
  };
  return STATES.flatMap((state, index): Piece[] => {
    const titles = record.values.filter((answer) => reasons(answer).includes(state));
    const own = record.own_concerns.filter((each) => each.text !== "" && each.state === state && state !== "unanswered");
    const items = [...titles.map(({ id }) => named(`values/${id}`)), ...own.map((each) => quote(each.text))];
    if (items.length === 0) return [];
    const message = tables.states[state];
    return [shorter([fill(message, { items: few(items, names) }), fill(message, { items: items.length })], [state === "unsure" ? "unsure" : "titles", "states"], index)];
  });
}
