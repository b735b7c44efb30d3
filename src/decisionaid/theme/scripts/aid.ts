/** Start the script of an aid page. Whatever fails, the page must stay readable without it. */
import { App } from "./app.ts";
import { guarded } from "./component.ts";

const page = document.documentElement;
page.classList.replace("no-js", "js") || page.classList.add("js");

guarded("aid", () => {
  const form = document.getElementById("aid");
  let isStarted = false;
  try {
    if (form instanceof HTMLFormElement) new App(form).start();
    isStarted = form !== null;
  } finally {
    // Steps are hidden under this class only: without an app, all of them are shown.
    if (!isStarted) page.classList.replace("js", "no-js");
  }
});
