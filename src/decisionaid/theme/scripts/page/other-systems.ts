/** What is open as a file for another system; what writes it is fetched when somebody asks for one. */
import { announce, button, make } from "./dom.ts";
import { offerOnce } from "./downloads.ts";
import type { Later } from "./later-script.ts";

const FORMS = ["fhir", "prsb"] as const;
export type Form = (typeof FORMS)[number];

/** What writes the forms, the same bytes as the command line. */
export interface OtherSystems<Writers> {
  say: (key: "forms.fold" | "forms.hint" | "forms.made_up" | "forms.late" | "forms.saved" | `forms.${Form}`) => string;
  /** A made-up one has no buttons: another system would take it for somebody's. */
  isMadeUp: boolean;
  writers: Later<Writers>;
  /** The name of a file, and what stands in it. */
  written: (writers: Writers, form: Form) => { name: string; text: string };
  /** Tells what was done when a file was given; without it that is announced and no more. */
  given?: (words: string) => void;
  /** Whether it is still open where it may be drawn anew meanwhile; without it, whether its buttons are still there. */
  isStill?: () => boolean;
  /** A line of buttons. */
  tools: (...buttons: (HTMLElement | string)[]) => HTMLElement;
}

/** What stands in a fold "Other systems": its name, and a button for each form. */
export function otherSystems<Writers>({ say, given = announce, isMadeUp, isStill, writers, written, tools }: OtherSystems<Writers>): HTMLElement[] {
  const name = make("summary", {}, say("forms.fold"));
  if (isMadeUp) return [name, make("p", {}, say("forms.made_up"))];
  const said = make("span", { "aria-hidden": "true" });
  const tell = (text: string, aloud = announce): void => {
    said.textContent = text;
    aloud(text);
  };
  const save = async (form: Form): Promise<void> => {
    const fetched = await writers.fetched();
    // Closed in between: nothing of what was there is saved any more.
    if (!(isStill?.() ?? said.isConnected)) return;
    if (fetched === null) return tell(say("forms.late"));
    const file = written(fetched, form);
    offerOnce(file.name, file.text, "application/json");
    tell(say("forms.saved"), given);
  };
  const buttons = FORMS.flatMap((form) => [button(say(`forms.${form}`), { class: "button secondary", id: `form-${form}`, "data-form": form }, () => void save(form)), " "]);
  return [name, make("p", { class: "hint" }, say("forms.hint")), tools(...buttons, said)];
}
