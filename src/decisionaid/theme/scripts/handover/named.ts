/**
 * What the ids of a record are called: by the words of the very text that its person saw, else by its own labels.
 *
 * Words of another text of the aid are never used: they might say something else.
 */
import type { AidWords } from "../../generated/words.ts";
import { field } from "../record/field.ts";
import type { Record } from "../record/record-types.ts";

/** The words of an aid, if they are those that the record's person saw. */
export function wordsThen(record: Record, words: AidWords | null): AidWords | null {
  return words !== null && words.id === record.aid.id && words.source_sha256 === record.aid.source_sha256 ? words : null;
}

/** Names by the places of a record's labels, such as `values/order/work`; what nobody has words for goes by its id. */
export function namesOf(record: Record, words: AidWords | null): (place: string) => string {
  const known = new Map<string, string>();
  const add = (part: string, items: readonly { id: string; text: string }[] = []): void => {
    for (const { id, text } of items) known.set(`${part}/${id}`, text);
  };
  const then = wordsThen(record, words);
  add("leaning", then?.options);
  add("stratum", then?.strata);
  add("red_flags", then?.red_flags);
  for (const { id, title, items } of then?.questions ?? []) {
    known.set(`values/${id}`, title);
    add(`values/${id}`, items);
  }
  for (const { id, statement, answers } of then?.checks ?? []) {
    known.set(`knowledge/${id}`, statement);
    add(`knowledge/${id}`, answers);
  }
  return (place) => {
    const label = field(record.words, place);
    return known.get(place) || (typeof label === "string" ? label : "") || (place.split("/").pop() ?? "");
  };
}
