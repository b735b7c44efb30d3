/** A square code as a picture: black on white in every colour scheme, with the white around it that readers need. */
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

const SVG = "http://www.w3.org/2000/svg";
/** Larger ones have squares of less than 0.4 mm where the picture is 45 mm wide. */
const MOST_VERSION = 22;
/** White around it, in squares. */
const QUIET = 4;

/** Null where the text is too long for a code that can be read from paper. */
export function squareCode(text: string, label: string): SVGElement | null {
  const code = codeOf(text);
  if (code === null) return null;
  const side = `${code.size + 2 * QUIET}`;
  const picture = svg("svg", { class: "square-code", viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label });
  picture.append(
    svg("rect", { width: side, height: side, fill: "#fff" }),
    svg("path", { d: toSvgPath(code), transform: `translate(${QUIET} ${QUIET})`, fill: "#000" }),
  );
  return picture;
}

function codeOf(text: string): ReturnType<typeof generate> | null {
  try {
    return generate(text, { minCorrectionLevel: correction.M, maxVersion: MOST_VERSION });
  } catch {
    return null;
  }
}

function svg(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
