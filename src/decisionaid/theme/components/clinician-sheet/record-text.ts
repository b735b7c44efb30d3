/** The text for the clinical record, with a button and a key that copy it. */
import type { Say } from "../../scripts/handover/messages.ts";
import type { Sheet } from "../../scripts/handover/sheet-shape.ts";
import { announce, button, make } from "../../scripts/page/dom.ts";

/** What takes letters that are typed. */
const TEXT_FIELDS = "input:not([type=checkbox], [type=radio], [type=file], [type=button], [type=submit]), textarea, select, [contenteditable]";

/** Whether the key is on; turned off, it stays off for all sheets of this page. */
let isKeyOn = true;
let isListening = false;

/** `canCopy`: false where a copied text would stay for the next one who uses the device. */
export function recordTextElement({ text }: Sheet, say: Say<"clinician">, canCopy: boolean): HTMLElement {
  // English and ASCII, whatever the language of the page.
  const box = make("p", { class: "record-text", lang: "en", dir: "ltr", "data-record-text": "" }, text);
  const heading = make("h3", {}, say("text.heading", { n: text.length }));
  if (!canCopy) return make("section", { class: "sheet-record" }, heading, box);
  const said = make("span", { class: "record-copied", "aria-hidden": "true" });
  const copy = button(say("text.copy"), { class: "button", "data-copy": "", "aria-keyshortcuts": "C" }, () => {
    void copied(text, box).then((isDone) => {
      said.textContent = say(isDone ? "text.copied" : "text.select");
      announce(said.textContent);
    });
  });
  listen();
  return make(
    "section",
    { class: "sheet-record" },
    heading,
    box,
    make("p", { class: "record-tools" }, copy, " ", keySwitch(say), " ", said),
  );
}

/** A key alone may be pressed by mistake, or by a voice: it can be turned off. */
function keySwitch(say: Say<"clinician">): HTMLElement {
  const box = make("input", { type: "checkbox" });
  box.checked = isKeyOn;
  box.addEventListener("change", () => {
    isKeyOn = box.checked;
  });
  return make("label", {}, box, " ", say("text.key"));
}

/** Onto the clipboard; where that is not allowed the text is selected, and nothing is said to be copied. */
async function copied(text: string, box: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(box);
    return false;
  }
}

/** One listener for all sheets of the page: the one that is seen is copied. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, defaultPrevented } = event;
    // With Shift it is a letter of something that is typed in: a scanner writes capital letters.
    if (!isKeyOn || key !== "c" || ctrlKey || metaKey || altKey || shiftKey || repeat || isComposing || defaultPrevented) return;
    if (target instanceof Element && target.closest(TEXT_FIELDS)) return;
    const buttons = [...document.querySelectorAll<HTMLElement>("[data-copy]")];
    buttons.find((each) => each.checkVisibility())?.click();
  });
}
