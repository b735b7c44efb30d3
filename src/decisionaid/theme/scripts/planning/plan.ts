/** The page of a plan: takes what comes in by any way, and fetches what it is filled in with at once. */
import { TextWays } from "../incoming/text-ways.ts";
import { make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { Later } from "../page/later-script.ts";
import { pageMessages } from "../page/page-messages.ts";
import type { FromMore, Started } from "./from-more.ts";

function start(): void {
  const [root, problem] = [one("[data-module=plan]"), one("[data-problem]")];
  if (!root || !problem) return;
  const say = pageMessages<"plan">();
  // In the page before it is needed: screen readers only speak of what changes in it.
  problem.setAttribute("role", "alert");
  const more = new Later<FromMore>("#second-script");
  let started: Started | null = null;
  // What is done before the script is here is done when it is.
  const once = async (work: (there: Started) => void): Promise<void> => {
    const found = await more.fetched();
    started ??= found?.start({ clear: () => ways.clear(), get hasCode() { return Boolean(ways.code?.value); } }) ?? null;
    if (started) work(started);
    else problem.replaceChildren(make("p", {}, say("fault.late")));
  };
  const ways = new TextWays(root, {
    take: (incoming) => void once((there) => there.take(incoming)),
    empty: () => void once((there) => there.warn(say("code.empty"))),
    warn: (text) => void once((there) => there.warn(text)),
    clear: () => {
      started?.stop();
      ways.clear();
    },
    stop: () => {
      started?.stop();
      ways.stop();
    },
    pictures: (files, others) => void once((there) => there.pictures(files, others)),
  }, say);
  pictureWays(root, (files) => ways.files(files), () => void once((there) => there.watch()));
  one("[data-new]", root)?.addEventListener("click", () => void once((there) => there.begin()));
  one("[data-try]", root)?.addEventListener("click", () => void once((there) => there.tryOut()));
  ways.start();
  void once(() => undefined);
}

/** A picture of a code, and the camera where there is one. */
function pictureWays(root: HTMLElement, taken: (files: readonly File[]) => void, watch: () => void): void {
  const picture = one<HTMLInputElement>("#picture", root);
  picture?.addEventListener("change", () => {
    taken([...(picture.files ?? [])]);
    picture.value = "";
  });
  const camera = one("[data-camera]", root);
  if (camera && !navigator.mediaDevices?.getUserMedia) camera.hidden = true;
  camera?.addEventListener("click", watch);
}

const { classList } = document.documentElement;
classList.replace("no-js", "js");
// From here on the page does not go back to what it is without scripts: see `page/first.ts`.
classList.remove("opening", "addressed");
guarded("plan", start);
