/** Turn the answers of a page into a record, and a record back into answers. */
import { shared, type Answers, type Page } from "./answers.ts";
import { recordChecksum } from "./canonical.ts";
import { field } from "./field.ts";
import { isToldBy, PART_NAMES } from "./kept-back.ts";
import { labelsOf } from "./labels.ts";
import { BODY, type Target } from "./parts.ts";
import type { PartName, Record, Stamp, Statement } from "./record-types.ts";

/**
 * What these answers say, and what the page points out beside them; whatever was not answered says so.
 *
 * Of `keptBack` nothing is in it. What the page points out has to be made from a statement without it too:
 * a sentence may quote what it is about.
 */
export function statementOf(answers: Answers, page: Page, noted: Statement["noted"] = [], keptBack: readonly PartName[] = []): Statement {
  // The only way from an answer to what is shown or handed over: what is kept back here is nowhere else.
  const body = BODY.made({ ...page, answers: shared(answers, page), keptBack }) as object;
  const kept_back = PART_NAMES.filter((name) => keptBack.includes(name));
  const untold = noted.filter(({ kind }) => !isToldBy(keptBack, kind));
  const said = { stage: "prepared", aid: page.aid, kept_back, ...body, noted: untold } as Omit<Statement, "words">;
  return { ...said, words: labelsOf(said, page.words) };
}

/** The record of a statement that is saved. */
export function sealed(statement: Statement, stamp: Stamp): Record {
  const unsealed = { format: "decisionaid.record/1", ...stamp, ...statement } as const;
  return { ...unsealed, crc32: recordChecksum(unsealed) };
}

/** Answers that a record holds, as far as this page asks for them. */
export interface PutBack extends Target {
  /** Whether the aid reads otherwise now than when the record was saved: its figures may differ. */
  isOlderAid: boolean;
}

/** Read data that says it is a record of this aid; it may hold anything at all. */
export function answersIn(data: unknown, page: Page): PutBack {
  const aid = field(data, "aid");
  const isOlderAid = field(aid, "source_sha256") !== page.aid.source_sha256 || field(aid, "version") !== page.aid.version;
  const back: PutBack = { ...page, answers: new Map(), changed: [], isPartial: false, isOlderAid };
  BODY.back(data, back);
  return back;
}
