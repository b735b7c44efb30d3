/** The lines of the record text, with what each piece becomes where there is no room; see `record-text.ts`. */
import type { AidWords } from "../../generated/words.ts";
import tables from "../../schema/record-text.json";
import { ALTERED } from "../record/canonical.ts";
import { markOf } from "../record/made-up.ts";
import type { Record } from "../record/record-types.ts";
import { fill } from "../record/text.ts";
import { ascii, cut, quoted } from "./ascii.ts";
import type { Values } from "./messages.ts";
import { paperPieces } from "./from-paper.ts";
import { namesOf, wordsThen } from "./named.ts";
import { factPieces } from "./text-facts.ts";
import { matterPieces } from "./text-matters.ts";
import { few, fixed, giving, MANY, shorter, type Line, type Piece, type Source } from "./text-pieces.ts";

/** `plain` makes a text fit to be written: in ASCII for the record text, on one line at least. */
export function textLines(
  record: Record,
  words: AidWords | null,
  isLong: boolean,
  most: number,
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
    first: (each) => quoted(plain(each), Math.min(most, tables.own)),
  };
  const { lines } = tables;
  const line = (id: string, join: string, pieces: readonly Piece[], message = "{items}"): Line => ({ id, join, pieces, message });
  const facts = factPieces(source);
  const { matters, states } = matterPieces(source);
  return [
    line("made_up", "", [fixed(markOf(record))]),
    line("about", ". ", aboutPieces(source), lines.about),
    line("altered", "", alteredPieces(source), lines.altered),
    line("paper", ". ", paperPieces(source, dayIn(record.paper?.written ?? "")), lines.paper),
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
    line("noted", " ", isLong ? notedPieces(source) : [], lines.noted),
    line("ideas", "; ", record.ideas.map((each) => giving(source.quote(each.text), "ideas")), lines.ideas),
    line("options", "; ", optionPieces(source), lines.options),
    line("not_shared", ", ", record.kept_back.map((part) => fixed(tables.part[part])), lines.not_shared),
    line("stated", "", [fixed(tables.stated[record.filled_in_by.role])]),
  ];
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
  const aidLine = fill(head.aid, { title: text(aid.title).replace(/"/g, "'"), version: text(aid.version) });
  const dated = `${aidLine}, ${fill(head.evidence, { date: evidence })}`;
  const lines = [
    [saved ? fill(head.saved, { date: saved }) : head.saved_unknown, isLong ? fill(head.record, { id, n: rev }) : ""],
    [aid.status === "published" ? "" : head[aid.status]],
    [aid.clock === "overdue" || aid.clock === "expired" ? head[aid.clock] : ""],
    [words === null ? head.no_words : ""],
  ];
  return [
    evidence ? shorter([dated, aidLine], ["evidence"]) : fixed(aidLine),
    ...lines.map((parts) => fixed(sentence(parts.filter(Boolean).join(", ")))),
  ];
}

/** A mark for what may not be what the person said: it goes wherever the record goes. */
function alteredPieces({ record: { crc32 } }: Source): Piece[] {
  return crc32 === ALTERED ? [fixed(tables.head.altered)] : [];
}

/** With a capital at its beginning. */
function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function ownMessage({ filled_in_by: { role } }: Record): string {
  const { lines } = tables;
  const names = { patient_with_help: lines.own_helped, carer: lines.own_carer, helper: lines.own_helper, patient: lines.own, unanswered: lines.own };
  return names[role];
}

/** All of a line, without what stands before it; words that are not the person's alone say so. */
export function wholeLine({ id, join, message, pieces }: Line): string {
  const whole = pieces.map(({ forms }) => forms[0] ?? "").filter(Boolean).join(join);
  return id === "own" && whole && message !== tables.lines.own ? fill(message, { items: whole }) : whole;
}

function ownPieces({ record: { what_matters: text }, quote, first }: Source): Piece[] {
  if (text === "") return [];
  const forms = [quote(text), first(text)];
  return [forms[0] === forms[1] ? fixed(forms[0] ?? "") : shorter(forms, ["own"])];
}

/** Most pressing first: none of them ever gives way, but all are said in fewer words. */
function flagPieces(source: Source, misread: number): Piece[] {
  const { record, named, names } = source;
  const signs = record.red_flags.map((id) => named(`red_flags/${id}`));
  const kinds = record.noted.map(({ kind }) => kind);
  const [yes, no, unsure] = ["yes", "no", "unsure"].map((given) => readyFor(record, given));
  const { stage } = record.leaning;
  const likes = record.communication.map((each) => tables.likes[each]);
  return [
    signs.length > 0 && flag("warning_sign", { items: few(signs, names) }),
    misread > 0 && flag("misread", { n: misread }),
    kinds.some(isTension) && flag("tension"),
    kinds.some((kind) => !isTension(kind)) && flag("unsettled"),
    no && flag("readiness", { items: no, few: inFew(no) }),
    unsure && !yes && flag("readiness_unsure", { items: unsure, few: inFew(unsure) }),
    helperFlag(source),
    isFlag(stage) && fixed(tables.stage[stage]),
    likes.length > 0 && flag("format", { items: few(likes, names, 1) }),
  ].flatMap((each) => each || []);
}

function inFew(items: string): string {
  return items === tables.ready_all ? tables.ready_all_short : items;
}

function flag(name: keyof typeof tables.flag, values: Values = {}): Piece {
  const short: { readonly [name: string]: string } = tables.flag_short;
  const forms = [tables.flag[name], short[name] ?? ""].filter(Boolean).map((message) => fill(message, values));
  return shorter(forms, forms.length > 1 ? ["flags"] : []);
}

function isTension(kind: string): boolean {
  return kind === "toward" || kind === "highest";
}

/** The stages that ask something of the clinician: they stand among the flags. */
function isFlag(stage: Record["leaning"]["stage"]): stage is "need_time" | "want_advice" | "want_other_help" | "rather_not_decide" {
  return stage !== "unanswered" && stage !== "decided_for_now" && stage !== "leaning";
}

/** Whoever names a helper was helped. */
function helperFlag({ record, quote }: Source): Piece | null {
  const { role, helper } = record.filled_in_by;
  if (role !== "carer" && role !== "helper" && role !== "patient_with_help" && helper === "") return null;
  const who = role === "carer" || role === "helper" ? role : "helped";
  return helper ? flag(`${who}_by`, { helper: quote(helper) }) : flag(who);
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

/** What the page pointed out; with the highest stands a figure, and of an aid that is over none is written. */
function notedPieces({ record, words, quote }: Source): Piece[] {
  const isOver = words?.clock === "expired" || words?.clock === "withdrawn" || words?.status === "withdrawn";
  const told = record.noted.filter(({ kind, text }) => text !== "" && (kind !== "highest" || !isOver));
  return told.map(({ text }) => fixed(quote(text)));
}

function viewPieces({ record, quote }: Source): Piece[] {
  const { view } = record.filled_in_by;
  return view ? [giving(quote(view), "view")] : [];
}

function optionPieces({ words, text }: Source): Piece[] {
  const options = words?.options.map((each) => text(each.text)) ?? [];
  return options.length > 0 ? [giving(options.join("; "), "options")] : [];
}
