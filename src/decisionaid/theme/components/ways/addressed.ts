/** Words with an address in them, which breaks behind its strokes and not within a name. */
import { make } from "../../scripts/page/dom.ts";

export function addressed(text: string): Node[] {
  const pieces = text.match(/[^/]*\/|[^/]+$/g) ?? [];
  return pieces.flatMap((piece) => [document.createTextNode(piece), ...(piece.endsWith("/") ? [make("wbr")] : [])]);
}
