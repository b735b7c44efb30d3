/** The part "Near you", for a link worker with the person: what was asked, what there is, and what is taken of it. */
import type { Action } from "../../generated/plan.ts";
import { make } from "../page/dom.ts";
import { addAction, sayAction } from "../plan/edits-doing.ts";
import { isOwnVoice } from "../plan/open-plan.ts";
import { beginBox } from "./begin.ts";
import { fold } from "./block.ts";
import { actionRow, declined, othersThere, suggest, suggestion } from "./block-actions.ts";
import type { Page } from "./desk.ts";
import { addField, wordsField } from "./fields.ts";
import { askedBlock } from "./near-asked.ts";
import { contactsBox, finder } from "./near-find.ts";
import { providersBoxes } from "./near-providers.ts";
import { answerTools } from "./request-page.ts";

export function nearPart(page: Page): HTMLElement[] {
  const { nearby, open, unfolded } = page;
  const isBegin = open.visit === "" || unfolded.has("here");
  return [
    ...askedBlock(page),
    ...(isBegin ? [beginBox(page, page.here, "visit")] : [taken(page)]),
    ...(nearby.request && !isBegin ? [answerTools(page)] : []),
    ...list(page),
  ];
}

function list(page: Page): HTMLElement[] {
  const { nearby, say } = page;
  if (!nearby.has) return [];
  if (nearby.place) return [...providersBoxes(page, nearby.place), finder(page, nearby.place), ...contactsBox(page, nearby.place)];
  if (nearby.isMissing) return [make("p", { class: "note" }, say("near.late"))];
  nearby.fetch(() => page.show(page.open));
  return [make("p", { class: "hint" }, say("near.coming"))];
}

/** What is in the plan out of the list, and in a request what else was written: each with who and when. */
function taken(page: Page): HTMLElement {
  const { nearby, open, say } = page;
  const asked = new Set((nearby.request?.actions ?? []).map(({ id }) => id));
  const all = (open.plan.actions ?? []).filter((each) => (each.service || nearby.request) && !asked.has(each.id) && each.mine !== "declined");
  const rows = all.map((each) => (each.mine === "not_asked" ? [suggestion(page, "actions", each)] : [actionRow(page, each), ...inOwnWords(page, each)])).flat();
  const content = rows.length > 0 ? rows : [make("p", { class: "hint" }, say("near.none_taken"))];
  return make("section", { class: "near-mine", "aria-labelledby": "near-mine-title" }, make("h3", { id: "near-mine-title", tabindex: "-1" }, say("near.mine")), ...content, ...declined(page, "actions"), ...(nearby.request ? adding(page) : []));
}

/** The list has a name for it; the person may have words of their own, until the plan stands. */
function inOwnWords(page: Page, { id, said, service }: Action): HTMLElement[] {
  const isLoose = !page.open.held.actions?.some((each) => each.id === id);
  if (!service || !isLoose) return [];
  const set = (words: string): boolean => {
    const next = sayAction(page.open, id, words);
    // What there is no room for stays in its field.
    if (next === page.open) return false;
    page.show(next, `f-${id}-words`);
    return true;
  };
  return [wordsField({ id: `f-${id}-words`, label: page.say("near.own_words"), value: said.words, set })];
}

function adding(page: Page): HTMLElement[] {
  const { open: { plan, visit }, say } = page;
  const there = plan.visits?.find(({ id }) => id === visit)?.there ?? [];
  const forms = [
    ...(there.some((id) => isOwnVoice(plan, id)) ? [addField(page, { id: "f-near-own", label: say("actions.own_field"), add: (words) => addAction(page.open, { words }) })] : []),
    ...(othersThere(page).length > 0 ? [suggest(page, "f-near-suggest", say("actions.suggest_field"), (words, by) => addAction(page.open, { words, by }, { kind: "team" }))] : []),
  ];
  return [fold(page, "near-add", say("near.add"), "", ...forms)];
}
