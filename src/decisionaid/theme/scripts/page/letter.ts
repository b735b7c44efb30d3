/** A letter that a practice fills in and prints. Nothing that is typed into it is kept. */
import { one } from "./dom.ts";

/** Say where what it invites to is, and print when that is asked for. `path`: from this page; returns the gap for it. */
export function startLetter(path: string): HTMLInputElement | null {
  document.documentElement.classList.replace("no-js", "js");
  const address = one<HTMLInputElement>("#letter-address");
  // A page that was opened from a disk has no address that anybody else could go to: there stays a line to write on.
  if (address && location.protocol.startsWith("http")) address.value = new URL(path, location.href).href;
  one("[data-print-letter]")?.addEventListener("click", () => window.print());
  return address;
}
