/** Start the script of an aid page. Whatever fails, the page must stay readable without it. */
import { guarded } from "../page/guarded.ts";
import { App } from "./app.ts";

const page = document.documentElement;
page.classList.remove("no-js");
// Until the whole page is there, a visit without an address in the page already shows its first step.
page.classList.add("js", ...(location.hash.length > 1 ? [] : ["opening"]));

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

function begin(): void {
  guarded("aid", () => {
    const form = document.getElementById("aid");
    let isStarted = false;
    try {
      if (form instanceof HTMLFormElement) new App(form).start();
      isStarted = form !== null;
    } finally {
      page.classList.remove("opening");
      // Steps are hidden under this class only: without an app, all of them are shown.
      if (!isStarted) page.classList.replace("js", "no-js");
    }
  });
}
