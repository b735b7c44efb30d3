/**
 * The answers of a record as items of a FHIR R4 QuestionnaireResponse, as `record/fhir_answers.py` writes them.
 *
 * Link ids are the places of our own ids. The five states stay apart: an answer is a code of the aid, not sure, does
 * not apply and would rather not say are codes of their own, and what was not answered or not shared has no answer
 * and says which. None of them is a number. What could not be read on paper or is crossed out there has no answer
 * either, and says that.
 */
import type { AidWords } from "../../generated/words.ts";
import tables from "../../schema/fhir.json";
import type { PartName, Record, ValuesAnswer } from "../record/record-types.ts";
import { fill, line } from "../record/text.ts";
import { namesOf, wordsThen } from "./named.ts";

interface Coding {
  system: string;
  code: string;
  display: string;
}

export interface Item {
  linkId: string;
  text: string;
  extension?: { url: string; valueCode: string }[];
  answer?: ({ valueCoding: Coding } | { valueString: string })[];
  item?: Item[];
}

type State = ValuesAnswer["state"];

interface Given {
  record: Record;
  words: AidWords | null;
  named: (place: string) => string;
}

const PARTS: { readonly [link: string]: { text: string; codes?: { readonly [code: string]: string } } } = tables.parts;

export function answerItems(record: Record, words: AidWords | null): Item[] {
  const names = namesOf(record, words);
  const given: Given = { record, words: wordsThen(record, words), named: (place) => line(names(place)) };
  return (tables.order as PartName[]).flatMap((part) => {
    if (record.kept_back.includes(part)) return [{ ...head(part), ...withoutAnswer(tables.not_shared) }];
    return WRITERS[part](given);
  });
}

const WRITERS: { readonly [part in PartName]: (given: Given) => Item[] } = {
  filled_in_by: (given) => {
    const { helper, role, view } = given.record.filled_in_by;
    const item = [fixedChoice(given, "filled_in_by/role", role), ...written(given, "filled_in_by/helper", helper), ...written(given, "filled_in_by/view", view)];
    return [{ ...head("filled_in_by"), item }];
  },
  stratum: (given) => {
    const { state, stratum } = given.record.stratum;
    return [chosen(head("stratum"), state, coded(given, `stratum/${stratum}`))];
  },
  communication: ({ record }) => several(head("communication"), record.communication.map((each) => fixedCoding("communication", each))),
  red_flags: (given) => several(head("red_flags"), given.record.red_flags.map((id) => coded(given, `red_flags/${id}`))),
  values: (given) => group("values", given.record.values.map((answer) => valueItem(given, answer))),
  what_matters: (given) => written(given, "what_matters", given.record.what_matters),
  own_concerns: (given) =>
    given.record.own_concerns.map(({ text, state, value }) => ({
      ...head("own_concerns"),
      item: [...texts("own_concerns/text", [text]), chosen(head("own_concerns/rating"), state, rated(given, "own_concerns", value))],
    })),
  knowledge: (given) =>
    group("knowledge", given.record.knowledge.map(({ id, state, answer }) => {
      const place = `knowledge/${id}`;
      return chosen({ linkId: place, text: given.named(place) }, state, coded(given, `${place}/${answer}`));
    })),
  questions: (given) => grouped("questions", given, given.record.questions),
  leaning: (given) => {
    const { option, role, stage, state } = given.record.leaning;
    return [
      {
        ...head("leaning"),
        item: [chosen(head("leaning/option"), state, coded(given, `leaning/${option}`)), fixedChoice(given, "leaning/stage", stage), fixedChoice(given, "leaning/role", role)],
      },
    ];
  },
  readiness: ({ record }) =>
    group("readiness", record.readiness.map(({ id, state, yes }) => {
      const answer = yes ? "yes" : "no";
      return chosen(head(`readiness/${id}`), state, standard(`yes_no/${answer}`, tables.yes_no[answer]));
    })),
  ideas: (given) => grouped("ideas", given, given.record.ideas),
};

function head(link: string): { linkId: string; text: string } {
  return { linkId: link, text: PARTS[link]?.text ?? link };
}

/** A group that has something in it. */
function group(part: PartName, item: Item[]): Item[] {
  return item.length > 0 ? [{ ...head(part), item }] : [];
}

function withoutAnswer(state: string): Pick<Item, "extension"> {
  return { extension: [{ url: tables.state, valueCode: state }] };
}

/** One answer, or the state in its place. */
function chosen(item: Item, state: State, coding: Coding): Item {
  if (state === "unanswered" || state === "unreadable" || state === "crossed_out") return { ...item, ...withoutAnswer(state) };
  const answer = state === "answered" ? coding : standard(`state/${state}`, tables.states[state]);
  return { ...item, answer: [{ valueCoding: answer }] };
}

function several(item: Item, codings: readonly Coding[]): Item[] {
  return codings.length > 0 ? [{ ...item, answer: codings.map((valueCoding) => ({ valueCoding })) }] : [];
}

function texts(link: string, given: readonly string[]): Item[] {
  const said = given.filter(Boolean);
  return said.length > 0 ? [{ ...head(link), answer: said.map((valueString) => ({ valueString })) }] : [];
}

/** What became of a place on paper that has no state of its own; undefined: nothing. */
function unclear({ record: { paper } }: Given, place: string): string | undefined {
  return paper?.unclear.find((each) => each.place === place)?.state;
}

/** Own words, or what became of them on paper. */
function written(given: Given, link: string, text: string): Item[] {
  const state = unclear(given, link);
  return state !== undefined && text === "" ? [{ ...head(link), ...withoutAnswer(state) }] : texts(link, [text]);
}

/** Own words, and what comes from the aid. */
function grouped(part: "questions" | "ideas", { record: { aid } }: Given, said: readonly { id: string | null; text: string }[]): Item[] {
  const system = fill(tables.aid_codes, { id: aid.id });
  const own = said.filter(({ id }) => id === null).map(({ text }) => text);
  const theirs = said.filter(({ id }) => id !== null).map(({ id, text }) => ({ system, code: `${part}/${id}`, display: text || `${id}` }));
  const item = [...texts(`${part}/own`, own), ...several(head(`${part}/aid`), theirs)];
  return group(part, item);
}

function fixedChoice(given: Given, link: string, value: string): Item {
  return value === "unanswered" ? { ...head(link), ...withoutAnswer(unclear(given, link) ?? value) } : { ...head(link), answer: [{ valueCoding: fixedCoding(link, value) }] };
}

function fixedCoding(link: string, value: string): Coding {
  return standard(`${link}/${value}`, PARTS[link]?.codes?.[value] ?? value);
}

function standard(code: string, display: string): Coding {
  return { system: tables.codes, code, display };
}

/** What has an id in the aid. */
function coded({ record: { aid }, named }: Given, place: string): Coding {
  return { system: fill(tables.aid_codes, { id: aid.id }), code: place, display: named(place) };
}

/** A number of the person's own, as a code: nothing adds it up. */
function rated({ record: { aid } }: Given, place: string, value: number | null): Coding {
  return { system: fill(tables.aid_codes, { id: aid.id }), code: `${place}/${value}`, display: fill(tables.rating, { n: `${value}` }) };
}

function valueItem(given: Given, answer: ValuesAnswer): Item {
  const place = `values/${answer.id}`;
  const item: Item = { linkId: place, text: given.named(place) };
  switch (answer.kind) {
    case "importance":
      return chosen(item, answer.state, rated(given, place, answer.value));
    case "balance":
      return chosen(item, answer.state, { ...coded(given, `${place}/${answer.value}`), display: balance(given, answer.id, answer.value ?? 0) });
    case "choice":
      return chosen(item, answer.state, coded(given, `${place}/${answer.chosen}`));
    case "ranking": {
      const places = answer.order.map((id, index) =>
        chosen({ linkId: `${place}/${index + 1}`, text: fill(tables.place, { n: index + 1 }) }, "answered", coded(given, `${place}/${id}`)),
      );
      return places.length > 0 ? { ...item, item: places } : { ...item, item: [chosen({ linkId: `${place}/state`, text: item.text }, answer.state, coded(given, place))] };
    }
    case "picks": {
      const blocks = answer.blocks.flatMap(({ most, least }, index) => [
        chosen({ linkId: `${place}/${index + 1}/most`, text: fill(tables.most, { n: index + 1 }) }, most.state, coded(given, `${place}/${most.item}`)),
        chosen({ linkId: `${place}/${index + 1}/least`, text: fill(tables.least, { n: index + 1 }) }, least.state, coded(given, `${place}/${least.item}`)),
      ]);
      return blocks.length > 0 ? { ...item, item: blocks } : { ...item, item: [chosen({ linkId: `${place}/state`, text: item.text }, answer.state, coded(given, place))] };
    }
  }
}

/** A place between two ends, in words. */
function balance({ words, named }: Given, id: string, value: number): string {
  const poles = words?.questions?.find((each) => each.id === id)?.items;
  if (!poles && value !== 0) return named(`values/${id}/${value}`);
  return fill(tables.balance[Math.min(Math.abs(value), 3)] ?? "", { pole: line(poles?.[value < 0 ? 0 : 1]?.text ?? "") });
}
