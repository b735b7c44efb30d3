/** Words of a plan in ASCII, of which something is left: the same as `readable` in `outside/ascii.py`. */
import record from "../../schema/record-text.json";
import { ascii } from "../handover/ascii.ts";

/** Where there is a text and nothing of it can be written in ASCII, that a sign stood there. */
export function readable(text: string): string {
  return ascii(text) || (text && record.sign);
}
