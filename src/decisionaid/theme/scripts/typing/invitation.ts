/** The letter that invites to an aid: its address, with a square code of it. */
import { squareCode } from "../../components/ways/square-code.ts";
import { keepTime } from "../page/clock.ts";
import { announce, make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { startLetter } from "../page/letter.ts";
import { pageMessages } from "../page/page-messages.ts";

guarded("invitation", () => {
  const address = startLetter("./");
  keepTime();
  const say = pageMessages<"invite">();
  const [place, none] = [one("[data-square-code]"), one("[data-no-code]")];
  const draw = (): void => {
    const text = address?.value.trim() ?? "";
    const code = /^https?:\/\/\S+$/.test(text) ? squareCode(text, say("code")) : null;
    place?.replaceChildren(...(code ? [make("p", {}, say("lead")), code] : []));
    const isTooLong = code === null && text.startsWith("http");
    if (none) none.hidden = !isTooLong;
    if (none) none.textContent = isTooLong ? say("no_code") : "";
    if (isTooLong) announce(say("no_code"));
  };
  address?.addEventListener("input", draw);
  draw();
});
