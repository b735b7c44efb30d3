/** Start the script of an aid page. Whatever fails, the page must stay readable without it. */
import type { Started } from "../page/component.ts";
import { guarded } from "../page/guarded.ts";
import { App } from "./app.ts";
import type { Context } from "./context.ts";

/** Begin: the script is the last of the page, so all else is there. `more` are components that not every aid has. */
export function begin(more: Started<Context>): void {
  const { classList } = document.documentElement;
  // Steps are hidden under this class only: without an app, all of them are shown.
  classList.replace("no-js", "js");
  guarded("aid", () => {
    const form = document.getElementById("aid");
    let isStarted = false;
    try {
      if (form instanceof HTMLFormElement) new App(form, more).start();
      isStarted = form !== null;
    } finally {
      // From here on the app says which step is shown: see `page/first.ts`.
      classList.remove("opening", "addressed");
      if (!isStarted) classList.replace("js", "no-js");
    }
  });
}
