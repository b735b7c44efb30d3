/** The ways in, in a window of the page: the same as those of the clinician's page, with their names. */
import type { Say } from "../../scripts/handover/messages.ts";
import { button, make } from "../../scripts/page/dom.ts";

export function waysIn(say: Say<"back">): HTMLElement {
  const way = (...inside: Node[]): HTMLElement => make("div", { class: "way" }, ...inside);
  const label = (id: string, key: "file" | "code" | "picture"): HTMLElement => make("p", {}, make("label", { for: id }, say(key)));
  const hint = (id: string, key: "file.hint" | "code.hint" | "picture.hint"): HTMLElement => make("p", { class: "hint", id: `${id}-hint` }, say(key));
  const chosen = (id: string, accept: string): HTMLElement => make("p", {}, make("input", { type: "file", id, accept, "aria-describedby": `${id}-hint` }));
  const file = way(label("record-file", "file"), hint("record-file", "file.hint"), chosen("record-file", ".html,.htm,.json,.txt,.eml,text/html,application/json,text/plain,image/*"));
  file.classList.add("drop");
  file.dataset["drop"] = "";
  const code = make("input", { type: "text", id: "code", maxlength: "12000", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "aria-describedby": "code-hint" });
  const typed = make(
    "form",
    { class: "way", "data-code": "", autocomplete: "off", novalidate: "" },
    label("code", "code"),
    hint("code", "code.hint"),
    make("p", { class: "way-field" }, code, " ", make("button", { class: "button" }, say("code.open"))),
  );
  const hasCamera = Boolean(navigator.mediaDevices?.getUserMedia);
  const camera = hasCamera ? button(say("camera"), { class: "button secondary", "data-camera": "" }, () => undefined) : make("span", { class: "hint" }, say("camera.none"));
  const tools = make("p", { class: "way-do" }, button(say("paste"), { class: "button secondary", "data-paste": "" }, () => undefined), " ", camera);
  const picture = way(label("picture", "picture"), hint("picture", "picture.hint"), chosen("picture", "image/*"), tools);
  return make("div", { class: "back-ways" }, file, typed, picture);
}
