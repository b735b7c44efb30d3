/** A record that was cut off on the way: its whole parts are kept, and what is missing can be told. */

/**
 * Close JSON behind the last part, or the last item of a list that is a part, that is whole.
 *
 * Never within an answer: without its state it would read as one that nobody gave.
 */
export function mended(json: string): string | null {
  const open: string[] = [];
  let isText = false;
  let kept: string | null = null;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json[at] ?? "";
    if (isText) {
      if (letter === "\\") at += 1;
      else isText = letter !== '"';
    } else if (letter === '"') isText = true;
    else if (letter === "{" || letter === "[") open.push(letter === "{" ? "}" : "]");
    else if (letter === "}" || letter === "]") open.pop();
    else if (letter === "," && (open.length === 1 || (open.length === 2 && open[1] === "]"))) {
      kept = json.slice(0, at) + [...open].reverse().join("");
    }
  }
  return kept;
}
