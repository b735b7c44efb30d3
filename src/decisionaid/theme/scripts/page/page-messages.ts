/** The messages that are written into this page. */
import { messagesIn, type PageKind, type Say } from "../handover/messages.ts";

export function pageMessages<Kind extends PageKind>(): Say<Kind> {
  return messagesIn<Kind>(document.getElementById("messages")?.textContent ?? "{}");
}
