/** A person's own words among those of an aid: in quotes, as they are. */
import type { Say } from "./messages.ts";

/** For the clinician's sheet. */
export function quotedBy(say: Say<"clinician">): (text: string) => string {
  return (text) => say("sheet.quote", { text });
}
