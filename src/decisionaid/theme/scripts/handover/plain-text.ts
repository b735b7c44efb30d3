/** The summary as plain text: headings on lines of their own, what was said beneath them. */
import type { Block } from "./summary.ts";

/** `code`: what stands at the end, for the clinician's page. */
export function plainText(title: string, blocks: readonly Block[], code: readonly string[]): string {
  const parts = blocks.map(({ heading, lines }) => [...(heading ? [heading] : []), ...lines.map(item)].join("\n"));
  return `${[title, ...parts, code.join("\n")].join("\n\n")}\n`;
}

/** What goes over several lines stays together. */
function item(text: string): string {
  return `- ${text.replace(/\n+/g, "\n  ")}`;
}
