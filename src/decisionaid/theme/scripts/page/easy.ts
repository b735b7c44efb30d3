/**
 * Remember in this tab that a person reads the easy words of an aid, for its page and its large print. It is no
 * answer: nothing is lost with it. Answers that are kept on a device keep it too, see `patient/kept-answers.ts`.
 *
 * Which wording is shown the style decides (`components/easy-words`); without this script, a page that is loaded
 * anew shows the plain words. Clearing the answers clears this too, by the form's own reset.
 */
import { Keep } from "./keep.ts";
import { storageOfTab } from "./shared.ts";

document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector<HTMLInputElement>(".easy-switch > input");
  const form = box?.form;
  if (!box || !form) return;
  const keep = new Keep(storageOfTab, `decisionaid.easy/${form.dataset["aid"] ?? ""}`);
  box.checked ||= keep.read() === "yes";
  // Chosen anew on another page of the aid, such as its large print.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) box.checked = keep.read() === "yes";
  });
  box.addEventListener("change", () => (box.checked ? keep.write("yes") : keep.forget()));
  form.addEventListener("reset", () => keep.forget());
});
