/** If it gets worse: the signs of the aids, which nobody can change here, and the person's own words. */
import { sayIfWorse } from "../plan/edits.ts";
import { make } from "../page/dom.ts";
import { block, done, saidLine, unfold } from "./block.ts";
import type { Desk } from "./desk.ts";
import { takenAt, typedIn } from "./drafts.ts";
import { select, wordsField } from "./fields.ts";
import { aidsNamed } from "./library.ts";
import type { Ring } from "./nearby.ts";
import { inLine, saidBy } from "./words.ts";

export function worseBlock(desk: Desk): HTMLElement {
  const { open, say } = desk;
  const [all, held] = [open.plan.if_worse ?? [], open.held.if_worse ?? []];
  const stands = all.slice(0, held.length);
  const said = [...stands, ...(desk.unfolded.has("worse") ? [] : all.slice(held.length))];
  const isForm = all.length === 0 || desk.unfolded.has("worse");
  const more = (at: number): HTMLElement[] => (isForm || at < said.length - 1 ? [] : [unfold(desk, "worse", all.length > held.length ? say("change") : say("worse.add"), "f-worse")]);
  const lines = said.map(({ call, i_do: iDo, signs }, at) => saidLine(signs.words, inLine([iDo?.words ?? "", call ?? "", saidBy(open, signs, desk)], say), ...more(at)));
  return block("worse", 5, say("worse"), ...signsNow(desk), ...lines, ...(isForm ? form(desk) : []));
}

function form(desk: Desk): HTMLElement[] {
  const { open, say } = desk;
  const at = Math.max((open.plan.if_worse?.length ?? 0) - 1, open.held.if_worse?.length ?? 0);
  const last = open.plan.if_worse?.[at];
  const values = { signs: last?.signs.words ?? "", iDo: last?.i_do?.words ?? "", call: last?.call ?? "" };
  // As they stand in the fields: what was typed first waits there for what is noticed.
  const set = (): boolean => {
    const isTaken = desk.note(sayIfWorse(desk.open, at, { signs: typedIn("f-worse"), iDo: typedIn("f-worse-do"), call: typedIn("f-worse-call") }));
    if (isTaken) takenAt("f-worse", "f-worse-do", "f-worse-call");
    return isTaken;
  };
  return [
    wordsField({ id: "f-worse", label: say("worse.signs"), value: values.signs, set }),
    make(
      "div",
      { class: "plan-two" },
      wordsField({ id: "f-worse-do", label: say("worse.i_do"), value: values.iDo, set }),
      wordsField({ id: "f-worse-call", label: say("worse.call"), value: values.call, isLine: true, set }),
    ),
    ...placesField(desk, set),
    ...(desk.unfolded.has("worse") ? [done(desk, "worse")] : []),
  ];
}

/** Whom the place names to be rung: chosen, it stands in the field, and is the person's words from there on. */
function placesField({ nearby, say }: Desk, set: () => boolean): HTMLElement[] {
  if (nearby.rings.length === 0) return [];
  const choices = nearby.rings.map((each) => ({ value: ringWords(each), words: ringWords(each) }));
  return [select({
    id: "f-worse-place", label: say("worse.place", { place: nearby.name }), none: say("begin.role_none"), chosen: "", choices,
    set: (value) => {
      const field = document.getElementById("f-worse-call");
      if (value === "" || !(field instanceof HTMLTextAreaElement)) return;
      field.value = value;
      field.dispatchEvent(new Event("input"));
      set();
    },
  })];
}

/** Somebody with their number, which some have in their name. */
export function ringWords({ name, phone }: Ring): string {
  return name.endsWith(phone) ? name : `${name}, ${phone}`;
}

/** The same to be read, the number apart: from right to left its parts would change their places. */
export function ringParts(ring: Ring): (Node | string)[] {
  const { language: lang, name, phone } = ring;
  if (ringWords(ring) === name) return [make("bdi", { lang }, name)];
  return [make("bdi", { lang }, `${name},`), " ", make("bdi", { dir: "ltr", class: "copy-phone" }, phone)];
}

/** The signs that need help now, of every aid that the plan names. */
export function signsNow(desk: Desk): HTMLElement[] {
  const { open, say } = desk;
  return aidsNamed(open.plan).flatMap((id) => {
    const here = desk.aid(id);
    if (here === null || here.about.signs.length === 0) return [];
    const { language } = here.words;
    return here.about.signs.map(({ body, flags }) =>
      make(
        "div",
        { class: "plan-signs", lang: language },
        make("p", { lang: document.documentElement.lang }, make("b", {}, say("worse.now"))),
        make("p", {}, body),
        make("ul", {}, ...flags.map((text) => make("li", {}, text))),
      ),
    );
  });
}
