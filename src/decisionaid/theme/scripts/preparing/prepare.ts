/** The sheet before a visit. Whatever fails, it can be filled in and printed without script. */
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";
import { Sheet } from "./sheet.ts";

const { classList } = document.documentElement;
guarded("prepare", () => {
  const form = document.getElementById("preparation");
  let isStarted = false;
  try {
    // What is for scripts alone shows under this class.
    classList.replace("no-js", "js");
    if (form instanceof HTMLFormElement) new Sheet(form, pageMessages<"prepare">()).start();
    isStarted = form !== null;
  } finally {
    // From here on the page does not go back to what it is without scripts: see `page/first.ts`.
    classList.remove("opening", "addressed");
    if (!isStarted) classList.replace("js", "no-js");
  }
});
