/** The lines of the record text, with what each piece becomes where there is no room; see `record-text.ts`. */
import type { AidWords, CheckWords } from "../../generated/words.ts";
import tables from "../../schema/record-text.json";
import type { Record } from "../record/record-types.ts";
import { fill } from "../record/text.ts";
import { ascii, cut, quoted } from "./ascii.ts";
import { namesOf, wordsThen } from "./named.ts";
import { matterPieces } from "./text-matters.ts";

export type Left = keyof typeof tables.left_out | "own";

/** Its forms from the longest; an empty one, or none, leaves it out. */
export interface Piece {
  forms: readonly string[];
  /** What each step to the next form leaves out, and when. */
  gives: readonly { left: Left; order: number }[];
}

export interface Line {
  id: string;
  message: string;
  join: string;
  pieces: readonly Piece[];
}

/** What the lines are made of: names in ASCII, and how much of own words and of names there is room for. */
export interface Source {
  record: Record;
  words: AidWords | null;
  isLong: boolean;
  own: number;
  names: number;
  /** What an id is called, by its place. */
  named: (place: string) => string;
  /** A text of the aid. */
  text: (text: string) => string;
  /** Their own words, in quotes. */
  quote: (text: string) => string;
  /** As much of them as never gives way. */
  first: (text: string) => string;
}

/** Behind the point at which everything of its kind gives way, so many come one after the other. */
const MANY = 1000;
/** So many names of a list stand where names are cut. */
const FEW = 3;

/** `plain` makes a text fit to be written: in ASCII for the record text, on one line at least. */
export function textLines(
  record: Record,
  words: AidWords | null,
  isLong: boolean,
  own: number,
  names: number,
  plain: (text: string) => string = ascii,
): Line[] {
  const name = namesOf(record, words);
  const text = (each: string): string => cut(plain(each), names);
  const source: Source = {
    record,
    words: wordsThen(record, words),
    isLong,
    own,
    names,
    named: (place) => text(name(place)),
    text,
    quote: (each) => quoted(plain(each), own),
    first: (each) => quoted(plain(each), Math.min(own, tables.own)),
  };
  const { lines } = tables;
  const line = (id: string, join: string, pieces: readonly Piece[], message = "{items}"): Line => ({ id, join, pieces, message });
  const facts = factPieces(source);
  const { matters, states } = matterPieces(source);
  return [
    line("about", ". ", aboutPieces(source), lines.about),
    line("own", "", ownPieces(source), ownMessage(record)),
    line("flags", "; ", flagPieces(source, facts.misread), lines.flags),
    line("asks", " ", questionPieces(source), lines.asks),
    line("now", "; ", nowPieces(source), lines.now),
    line("matters", "; ", matters, lines.matters),
    line("states", ". ", states, lines.states),
    line("go_over", " ", facts.differ, lines.go_over),
    line("unsure_facts", " ", facts.unsure, lines.unsure_facts),
    line("fact_states", ". ", facts.states, lines.states),
    line("ready", "; ", readyPieces(source), lines.ready),
    line("group", "", groupPieces(source), lines.group),
    line("helper_view", "", viewPieces(source), lines.helper_view),
    line("noted", " ", isLong ? record.noted.map((each) => fixed(source.quote(each.text))) : [], lines.noted),
    line("ideas", "; ", record.ideas.map((each) => giving(source.quote(each.text), "ideas")), lines.ideas),
    line("options", "; ", optionPieces(source), lines.options),
    line("not_shared", ", ", record.kept_back.map((part) => fixed(tables.part[part])), lines.not_shared),
    line("stated", "", [fixed(tables.stated[record.filled_in_by.role])]),
  ];
}

export function fixed(text: string): Piece {
  return { forms: [text], gives: [] };
}

/** A piece that gives way; `place` is its turn among its kind. */
export function giving(text: string, left: Left, place = 0): Piece {
  return { forms: [text], gives: [{ left, order: order(left, place) }] };
}

/** A piece that is said shorter before it gives way, if it ever does. */
export function shorter(forms: readonly string[], lefts: readonly Left[], place = 0): Piece {
  return { forms, gives: lefts.map((left) => ({ left, order: order(left, place) })) };
}

function order(left: Left, place: number): number {
  return tables.gives.indexOf(left) * MANY + place;
}

/** A list, whole while there is room for names. */
export function few(items: readonly string[], names: number): string {
  const more = items.length - FEW;
  if (names >= 100 || more <= 0) return items.join(", ");
  return `${items.slice(0, FEW).join(", ")} and ${more} more`;
}

export function dayIn(date: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? [];
  const name = tables.months[Number(month) - 1];
  return name === undefined ? "" : fill(tables.day, { day: Number(day), month: name, year });
}

function aboutPieces({ record, words, isLong, text }: Source): Piece[] {
  const { aid, id, rev } = record;
  const { head } = tables;
  const evidence = dayIn(aid.evidence);
  const saved = dayIn(record.day || record.updated);
  const lines = [
    [fill(head.aid, { title: text(aid.title).replace(/"/g, "'"), version: text(aid.version) }), evidence && fill(head.evidence, { date: evidence })],
    [saved ? fill(head.saved, { date: saved }) : head.saved_unknown, isLong ? fill(head.record, { id, n: rev }) : ""],
    [aid.status === "published" ? "" : head[aid.status]],
    [aid.clock === "overdue" || aid.clock === "expired" ? head[aid.clock] : ""],
    [words === null ? head.no_words : ""],
  ];
  return lines.map((parts) => fixed(sentence(parts.filter(Boolean).join(", "))));
}

/** With a capital at its beginning. */
function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function ownMessage({ filled_in_by: { role } }: Record): string {
  const { lines } = tables;
  return role === "patient_with_help" ? lines.own_helped : role === "carer" ? lines.own_carer : lines.own;
}

function ownPieces({ record: { what_matters: text }, quote, first }: Source): Piece[] {
  if (text === "") return [];
  const forms = [quote(text), first(text)];
  return [forms[0] === forms[1] ? fixed(forms[0] ?? "") : shorter(forms, ["own"])];
}

/** Most pressing first; none of them ever gives way. */
function flagPieces(source: Source, misread: number): Piece[] {
  const { record, named, names } = source;
  const { flag } = tables;
  const signs = record.red_flags.map((id) => named(`red_flags/${id}`));
  const kinds = record.noted.map(({ kind }) => kind);
  const [yes, no, unsure] = ["yes", "no", "unsure"].map((given) => readyFor(record, given));
  const { stage } = record.leaning;
  const likes = record.communication.map((each) => tables.likes[each]);
  return [
    signs.length > 0 && fill(flag.red, { items: few(signs, names) }),
    misread > 0 && fill(flag.misread, { n: misread }),
    kinds.some(isTension) && flag.tension,
    kinds.some((kind) => !isTension(kind)) && flag.unsettled,
    no && fill(flag.readiness, { items: no }),
    unsure && !yes && fill(flag.readiness_unsure, { items: unsure }),
    helperFlag(source),
    isFlag(stage) && tables.stage[stage],
    likes.length > 0 && fill(flag.format, { items: few(likes, names) }),
  ].flatMap((each) => (each ? [fixed(each)] : []));
}

function isTension(kind: string): boolean {
  return kind === "toward" || kind === "highest";
}

/** The stages that ask something of the clinician: they stand among the flags. */
function isFlag(stage: Record["leaning"]["stage"]): stage is "need_time" | "want_advice" | "want_other_help" | "rather_not_decide" {
  return stage !== "unanswered" && stage !== "decided_for_now" && stage !== "leaning";
}

/** Whoever names a helper was helped. */
function helperFlag({ record, quote }: Source): string {
  const { role, helper } = record.filled_in_by;
  if (role !== "carer" && role !== "patient_with_help" && helper === "") return "";
  const who = role === "carer" ? "carer" : "helped";
  return helper ? fill(tables.flag[`${who}_by`], { helper: quote(helper) }) : tables.flag[who];
}

/** The short questions with this answer: yes, no, or a state. */
function readyFor({ readiness }: Record, given: string): string {
  const answers = readiness.filter(({ state, yes }) => (state === "answered" ? (yes ? "yes" : "no") : state) === given);
  const names = answers.map(({ id }) => tables.readiness[id]);
  return names.length === Object.keys(tables.readiness).length ? tables.ready_all : names.join(", ");
}

/** What stands among the flags is not said again. */
function readyPieces({ record, isLong }: Source): Piece[] {
  const yes = readyFor(record, "yes");
  return Object.entries(tables.ready).flatMap(([given, message]) => {
    const items = readyFor(record, given);
    const isSaid = given === "no" || (given === "unsure" && !yes);
    return items && (isLong || !isSaid) ? [giving(fill(message, { items }), "ready")] : [];
  });
}

/** Their own first, numbered; then those from the aid. */
function questionPieces({ record, quote, text }: Source): Piece[] {
  const own = record.questions.filter(({ id }) => id === null).map((each, index) => {
    const said = fill(tables.numbered, { n: index + 1, text: quote(each.text) });
    return index < tables.questions ? fixed(said) : giving(said, "questions", MANY - 1 - index);
  });
  const theirs = record.questions.filter(({ id }) => id !== null).map((each) => text(each.text));
  if (theirs.length === 0) return own;
  const forms = [fill(tables.from_aid, { text: theirs.join(" ") }), fill(tables.from_aid_n, { n: theirs.length })];
  return [...own, shorter(forms, ["aid_questions", "states"])];
}

function nowPieces({ record: { kept_back, leaning }, named }: Source): Piece[] {
  if (kept_back.includes("leaning")) return [];
  const { option, role, stage, state } = leaning;
  const lean = fill(tables.leaning[state], { option: option === null ? "" : named(`leaning/${option}`) });
  const parts = [lean, stage === "unanswered" || isFlag(stage) ? "" : tables.stage[stage], role === "unanswered" ? "" : tables.wants[role]];
  return parts.filter(Boolean).map(fixed);
}

function groupPieces({ record: { stratum }, named }: Source): Piece[] {
  if (stratum.state === "unanswered") return [];
  const text = stratum.stratum === null ? "" : named(`stratum/${stratum.stratum}`);
  return [giving(fill(tables.group[stratum.state], { text }), "group")];
}

function viewPieces({ record, quote }: Source): Piece[] {
  const { view } = record.filled_in_by;
  return view ? [giving(quote(view), "view")] : [];
}

function optionPieces({ words, text }: Source): Piece[] {
  const options = words?.options.map((each) => text(each.text)) ?? [];
  return options.length > 0 ? [giving(options.join("; "), "options")] : [];
}

interface Facts {
  /** How many answers differ from the aid. */
  misread: number;
  differ: readonly Piece[];
  unsure: readonly Piece[];
  states: readonly Piece[];
}

/** What they believe and the aid says otherwise; without the aid's words, what they said. */
function factPieces({ record, words, isLong, named, text }: Source): Facts {
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
