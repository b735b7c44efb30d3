/** What a record from paper says of the paper: who typed it in, and what nobody could be sure of; as `record/from_paper.py`. */
import paperTables from "../../schema/record-paper.json";
import tables from "../../schema/record-text.json";
import { UNCLEAR, wordsFor, type Unclear } from "../record/answers.ts";
import type { FromPaper, Record, Statement } from "../record/record-types.ts";
import { fill } from "../record/text.ts";
import type { Say } from "./messages.ts";
import { dayInWords } from "./day.ts";
import { quotedBy } from "./quoted.ts";
import type { Words } from "./stated.ts";
import { few, fixed, shorter, type Piece, type Source } from "./text-pieces.ts";

/** Parts whose places have names in the words of the aid. */
export const NAMED: readonly string[] = ["values", "knowledge", "red_flags"];

/** The places of a record that are in this state, each once, in the order of the record. */
export function unclearIn(record: Statement | Record, state: Unclear): string[] {
  const places = new Set<string>();
  // What has this label is left out of the scripts of aid pages: nothing that is answered there is on paper.
  PAPER: for (const [place, found] of statedIn(record)) if (found === state) places.add(place);
  return [...places];
}

function statedIn(record: Statement | Record): [place: string, state: string][] {
  const { knowledge, leaning, own_concerns, paper, readiness, stratum, values } = record;
  return [
    ["stratum", stratum.state],
    ...values.flatMap((answer): [string, string][] => {
      const place = `values/${answer.id}`;
      const picks = answer.kind === "picks" ? answer.blocks.flatMap(({ most, least }) => [most, least]) : [];
      return [answer, ...picks].map(({ state }) => [place, state]);
    }),
    ...own_concerns.map(({ state }, n): [string, string] => [`own_concerns/${n + 1}`, state]),
    ...knowledge.map(({ id, state }): [string, string] => [`knowledge/${id}`, state]),
    ["leaning", leaning.state],
    ...readiness.map(({ id, state }): [string, string] => [`readiness/${id}`, state]),
    ...(paper?.unclear ?? []).map(({ place, state }): [string, string] => [place, state]),
  ];
}

/** Where a record came from, and what is to be asked again; `day`: the one on the paper, in words. */
export function paperPieces(source: Source, day: string): Piece[] {
  const { paper } = source.record;
  PAPER: if (paper) return piecesOf(paper, source, day);
  return [];
}

function piecesOf(paper: FromPaper, source: Source, day: string): Piece[] {
  const { record, names, quote } = source;
  const messages = paperTables.said;
  const role = paperTables.typed_by[paper.typed_by];
  const by = paper.words ? fill(messages.named, { who: role, words: quote(paper.words) }) : role;
  const said = [fill(messages.typed, { who: by }), ...(day ? [fill(messages.written, { date: day })] : [])];
  const unclear = UNCLEAR.flatMap((state) => {
    const places = unclearIn(record, state);
    if (places.length === 0) return [];
    const named = [...new Set(places.map((place) => nameOf(source, place)))];
    const message = messages[state];
    return [shorter([fill(message, { items: few(named, names) }), fill(message, { items: places.length })], ["titles", "states"])];
  });
  return [fixed(said.join(", ")), ...unclear];
}

function nameOf({ named }: Source, place: string): string {
  const [part = "", rest = ""] = place.split("/");
  if (NAMED.includes(part)) return named(place);
  const [readiness, unclear]: { readonly [name: string]: string }[] = [tables.readiness, paperTables.unclear];
  return (part === "readiness" && readiness?.[rest]) || unclear?.[place] || unclear?.[part] || place;
}

/** On the clinician's page: that it is from paper, who typed it in, and how much of it is to be asked. */
export function paperLine(record: Record, say: Say<"clinician">): string {
  const { paper } = record;
  PAPER: if (paper) return lineOf(paper, record, say);
  return "";
}

function lineOf(paper: FromPaper, record: Record, say: Say<"clinician">): string {
  const role = say(`typed_by.${paper.typed_by}`);
  const who = paper.words ? say("paper.named", { who: role, words: quotedBy(say)(paper.words) }) : role;
  const [typed, written] = [record.day || record.updated, paper.written].map((day) => dayInWords(say, day));
  return typed && written ? say("paper.from_written", { who, date: typed ?? "", written }) : say("paper.from", { who, date: typed ?? "" });
}

/** How many answers on the paper nobody could be sure of; empty: none. */
export function paperFlag(record: Record, say: Say<"clinician">): string {
  PAPER: return flagOf(record, say);
  return "";
}

function flagOf(record: Record, say: Say<"clinician">): string {
  const [unread, crossed] = UNCLEAR.map((state) => unclearIn(record, state).length);
  return [unread ? say("flag.paper_unreadable", { n: unread }) : "", crossed ? say("flag.paper_crossed", { n: crossed }) : ""]
    .filter(Boolean)
    .reduce((one, other) => (one ? say("flag.and", { one, other }) : other), "");
}

/** Which they are, by name, of these parts of what was asked. */
export function unclearLines(parts: readonly Asked[], record: Record, words: Words | null, say: Say<"clinician">): string[] {
  PAPER: return linesOf(parts, record, words, say);
  return [];
}

function linesOf(parts: readonly Asked[], record: Record, words: Words | null, say: Say<"clinician">): string[] {
  return UNCLEAR.flatMap((state) => {
    const places = unclearIn(record, state).filter((place) => (parts as readonly string[]).includes(place.split("/")[0] ?? ""));
    const names = [...new Set(places.map((place) => calledHere(place, record, words, say)))];
    return names.length > 0 ? [say(`paper.${state}`, { items: names.join("; ") })] : [];
  });
}

function calledHere(place: string, record: Record, words: Words | null, say: Say<"clinician">): string {
  const [part = "", id = ""] = place.split("/");
  const asked = part === "values" ? words?.questions?.find((each) => each.id === id)?.title : part === "knowledge" ? words?.checks?.find((each) => each.id === id)?.statement : undefined;
  const sign = part === "red_flags" ? (wordsFor(words?.red_flags, id) ?? record.words[place] ?? "") : "";
  if (sign) return say("paper.sign", { text: sign });
  if (part === "values" || part === "knowledge") return asked ?? record.words[place] ?? say(`unclear.${part}`);
  if (place === "leaning/stage" || place === "leaning/role") return say(`unclear.${place.replace("/", "_") as "leaning_stage" | "leaning_role"}`);
  return say(`unclear.${part as Fixed}`);
}

/** Part by part, as the places of what nobody could read begin. */
export type Asked = Fixed | "values" | "knowledge";
type Fixed = "filled_in_by" | "stratum" | "communication" | "red_flags" | "what_matters" | "own_concerns" | "questions" | "own_questions" | "leaning" | "readiness" | "ideas" | "own_ideas";
