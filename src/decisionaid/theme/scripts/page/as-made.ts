/**
 * A page in one file keeps a copy of what it shows, from before anybody did anything on it.
 *
 * A browser saves such a page as it stands: with words that were made of somebody's answers, but with fields that are
 * empty. Opened again it begins as it was made, and says so; no earlier words stand there as if they were of now.
 */
export {};

const COPY = "as-made";

const { classList, dataset } = document.documentElement;
const page = document.querySelector(".page");
const before = document.querySelector<HTMLTemplateElement>(`#${COPY}`);
if (page && before) {
  const was = before.dataset["classes"]?.split(" ") ?? [];
  for (const each of [...classList]) if (each !== "addressed" && !was.includes(each)) classList.remove(each);
  delete dataset["print"];
  page.replaceWith(before.content.cloneNode(true));
  // A window that was open stands beside the page, behind this script: nothing else that is seen does.
  const { currentScript: here } = document;
  document.addEventListener("DOMContentLoaded", () => {
    for (const each of document.querySelectorAll("body > :not(script, template)")) {
      if (here && here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) each.remove();
    }
  });
  const words = document.querySelector<HTMLTemplateElement>("#made-anew")?.content.cloneNode(true);
  if (words) document.querySelector("form#aid, [data-module=clinician]")?.prepend(words);
} else if (page) {
  const copy = document.createElement("template");
  copy.id = COPY;
  copy.dataset["classes"] = [...classList].filter((each) => each !== "addressed").join(" ");
  copy.content.append(page.cloneNode(true));
  // In front of this script, so that it is there when this runs in what was saved.
  document.currentScript?.before(copy);
}
