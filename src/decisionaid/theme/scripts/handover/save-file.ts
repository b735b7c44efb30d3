/** A saved file: a page that anyone can read by opening it, with the record inside. */
import type { Record } from "../record/record-types.ts";
import { dayInWords } from "./day.ts";
import type { Say } from "./messages.ts";
import { BLOCK_END, BLOCK_START, FILE_MARK } from "./record-file.ts";
import { blankLines, type Block } from "./summary.ts";

const STYLE =
  "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#111;background:#fff;overflow-wrap:anywhere}" +
  "h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin:1.25rem 0 .25rem}ul{margin:0;padding-inline-start:1.25rem}" +
  ".line{border-bottom:1px solid;height:2rem}li{white-space:pre-line}@media print{body{font-size:11.5pt;padding:0}}";

/** The name to save under: the aid's, and the day (year-month-day) where the person is. */
export function fileName(aid: string, day: string): string {
  return `my-answers-${aid}-${day}.html`;
}

/** The whole file; every text in it is escaped, and it may load and run nothing. */
export function fileText(blocks: readonly Block[], record: Record, say: Say<"aid">, direction: "ltr" | "rtl"): string {
  const title = escaped(say("file.title", { title: record.aid.title }));
  const about = say("file.about", { date: dayInWords(say, record.updated) });
  // In JSON `<` can be written in another way, so no text can end the block or start another.
  const json = JSON.stringify(record).replace(/</g, "\\u003c");
  return [
    "<!doctype html>",
    `<html lang="${escaped(record.aid.language)}" dir="${direction}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    FILE_MARK,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${title}</h1>`,
    `<p>${escaped(about)}</p>`,
    ...blocks.flatMap(blockHtml),
    ...blankLines(say).map((heading) => `<h2>${escaped(heading)}</h2>\n<div class="line"></div>`),
    "</main>",
    `${BLOCK_START}${json}${BLOCK_END}`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function blockHtml({ heading, lines }: Block): string[] {
  const items = lines.map((text) => `<li>${escaped(text)}</li>`).join("");
  return [...(heading ? [`<h2>${escaped(heading)}</h2>`] : []), `<ul>${items}</ul>`];
}

export function escaped(text: string): string {
  const names: { [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? "");
}
