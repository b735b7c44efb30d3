/** The letter that invites people to prepare: says where the sheet is, and prints. Nothing typed in it is kept. */
import { one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";

guarded("letter", () => {
  document.documentElement.classList.replace("no-js", "js");
  const address = one<HTMLInputElement>("#letter-address");
  // A page that was opened from a disk has no address that anybody else could go to.
  if (address && location.protocol.startsWith("http")) address.value = new URL("../prepare/", location.href).href;
  one("[data-print-letter]")?.addEventListener("click", () => window.print());
});
