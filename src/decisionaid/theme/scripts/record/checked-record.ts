/** A record from outside, checked part by part and copied field by field. */
import validate from "../../generated/record-validator.js";
import type { Record as Sound } from "../../generated/record.ts";
import { keepReadable } from "./prune.ts";
import type { KnowledgeAnswer, Record, ValuesAnswer } from "./record-types.ts";
import { clean, line, LONG_TEXT } from "./text.ts";

export interface CheckedRecord {
  record: Record;
  /** Parts that were not recognised, as paths made safe to show. */
  left: string[];
}

/** Null when not enough is sound to be read. `data` is changed. */
export function checkedRecord(data: object): CheckedRecord | null {
  const kept = keepReadable(data, validate);
  if (kept === null) return null;
  const left = kept.left;
  const record = copied(kept.data);
  record.values = sound("values", record.values, isValuesAnswerWhole);
  record.knowledge = sound("knowledge", record.knowledge, (answer) => isWhole(answer.state, answer.answer !== null));
  record.readiness = sound("readiness", record.readiness, (answer) => isWhole(answer.state, answer.yes !== null));
  if (!isWhole(record.stratum.state, record.stratum.stratum !== null)) {
    left.push("stratum");
    record.stratum = { state: "unanswered", stratum: null };
  }
  if (!isWhole(record.leaning.state, record.leaning.option !== null)) {
    left.push("leaning");
    record.leaning = { ...record.leaning, state: "unanswered", option: null };
  }
  return { record, left: left.map((path) => line(path, 80)) };

  /** Answers that say one thing only, the first for each id. */
  function sound<T extends { id: string }>(name: string, answers: T[], isSound: (answer: T) => boolean): T[] {
    const seen = new Set<string>();
    return answers.filter((answer) => {
      const isKept = !seen.has(answer.id) && isSound(answer);
      seen.add(answer.id);
      if (!isKept) left.push(`${name}/${answer.id}`);
      return isKept;
    });
  }
}

/** An answer has a value, and only an answer has one. */
function isWhole(state: KnowledgeAnswer["state"], hasValue: boolean): boolean {
  return (state === "answered") === hasValue;
}

function isValuesAnswerWhole(answer: ValuesAnswer): boolean {
  switch (answer.kind) {
    case "importance":
    case "balance":
      return isWhole(answer.state, answer.value !== null);
    case "ranking":
      return isWhole(answer.state, answer.order.length > 0) && new Set(answer.order).size === answer.order.length;
    case "choice":
      return isWhole(answer.state, answer.chosen !== null);
  }
}

/** Every field by its name, with its default where there is none, and its text made safe to show. */
function copied(from: Sound): Record {
  return {
    format: "decisionaid.record/1",
    id: from.id,
    rev: from.rev ?? 1,
    created: from.created,
    updated: from.updated,
    stage: "prepared",
    aid: {
      id: from.aid.id,
      version: line(from.aid.version, 40),
      source_sha256: from.aid.source_sha256,
      title: line(from.aid.title),
      language: line(from.aid.language, 35),
      evidence: line(from.aid.evidence ?? "", 10),
      status: from.aid.status ?? "published",
      clock: from.aid.clock ?? null,
    },
    filled_in_by: { role: from.filled_in_by?.role ?? "unanswered", helper: line(from.filled_in_by?.helper ?? "") },
    stratum: { state: from.stratum?.state ?? "unanswered", stratum: from.stratum?.stratum ?? null },
    communication: [...new Set(from.communication)],
    red_flags: [...new Set(from.red_flags)],
    values: (from.values ?? []).map(copiedValue),
    what_matters: clean(from.what_matters ?? "", LONG_TEXT).trim(),
    knowledge: (from.knowledge ?? []).map(({ id, wording, state, answer }) => ({
      id,
      wording,
      state: state ?? "unanswered",
      answer: answer ?? null,
    })),
    questions: (from.questions ?? []).map(({ id, text }) => ({ id: id ?? null, text: line(text) })),
    leaning: {
      state: from.leaning?.state ?? "unanswered",
      option: from.leaning?.option ?? null,
      stage: from.leaning?.stage ?? "unanswered",
      role: from.leaning?.role ?? "unanswered",
    },
    readiness: (from.readiness ?? []).map(({ id, state, yes }) => ({
      id,
      state: state ?? "unanswered",
      yes: yes ?? null,
    })),
    ideas: (from.ideas ?? []).map(({ id, text }) => ({ id: id ?? null, text: line(text) })),
    crc32: from.crc32,
  };
}

function copiedValue(from: NonNullable<Sound["values"]>[number]): ValuesAnswer {
  const common = { id: from.id, wording: from.wording, state: from.state ?? "unanswered" };
  switch (from.kind) {
    case "balance":
      return { ...common, kind: "balance", value: from.value ?? null };
    case "ranking":
      return { ...common, kind: "ranking", order: [...(from.order ?? [])] };
    case "choice":
      return { ...common, kind: "choice", chosen: from.chosen ?? null };
    default:
      return { ...common, kind: "importance", value: (from as { value?: number | null }).value ?? null };
  }
}
