/** The letter that invites to an aid: its address with a square code of it, and print. Nothing typed in it is kept. */
import { squareCode } from "../../components/ways/square-code.ts";
import { keepTime } from "../page/clock.ts";
import { announce, make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";

guarded("invitation", () => {
  document.documentElement.classList.replace("no-js", "js");
  keepTime();
  const say = pageMessages<"invite">();
  const address = one<HTMLInputElement>("#invite-address");
  const [place, none] = [one("[data-square-code]"), one("[data-no-code]")];
  // A page that was opened from a disk has no address that anybody else could go to: there stays a line to write on.
  if (address && location.protocol.startsWith("http")) address.value = new URL("./", location.href).href;
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
  one("[data-print-letter]")?.addEventListener("click", () => window.print());
});
