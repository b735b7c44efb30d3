/** A saved file: a page that anyone can read by opening it, with the record inside. */
import type { Record } from "../record/record-types.ts";
import { shortened } from "../record/text.ts";
import { dayInWords } from "./day.ts";
import type { Say } from "./messages.ts";
import { BLOCK_END, BLOCK_START, FILE_MARK } from "./record-file.ts";
import type { Block } from "./summary.ts";

const STYLE =
  "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#111;background:#fff;overflow-wrap:anywhere}" +
  "h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin:1.25rem 0 .25rem}ul{margin:0;padding-inline-start:1.25rem}" +
  ".line{border-bottom:1px solid;height:2rem}@media print{body{font-size:11.5pt;padding:0}}";

/** The name to save under: the aid's, and the day (year-month-day) where the person is. */
export function fileName(aid: string, day: string): string {
  return `my-answers-${aid}-${day}.html`;
}

/**
 * The whole file; every text in it is escaped, and it may load and run nothing.
 *
 * Mail breaks lines of more than 998 bytes and takes letters for those of another encoding: no line is
 * as long, and all letters are those of ASCII. `blank` are headings of lines to write on; `clinician` is
 * the address of the clinician's page, empty when nobody else could go there.
 */
export function fileText(
  blocks: readonly Block[],
  blank: readonly string[],
  record: Record,
  say: Say<"ways">,
  direction: "ltr" | "rtl",
  clinician: string,
): string {
  const title = say("file.title", { title: record.aid.title });
  const about = say("file.about", { date: dayInWords(say, record.day) });
  return fileOf({ title, language: record.aid.language, direction, mark: FILE_MARK }, [
    about,
    clinician ? say("file.use", { address: clinician }) : say("file.use_alone"),
  ], [
    ...blocks.flatMap(blockHtml),
    ...blank.map((heading) => `<h2>${escaped(heading)}</h2>\n<div class="line"></div>`),
    "</main>",
    blockOf(BLOCK_START, JSON.stringify(record)),
  ]);
}

/** A file that only who knows the passphrase can read: it says what it is, and holds the record `locked` as JSON. */
export function lockedFileText(
  locked: string,
  { aid, day }: Pick<Record, "aid" | "day">,
  say: Say<"ways">,
  direction: "ltr" | "rtl",
  clinician: string,
): string {
  // The title names the decision, as the name of the file does; of what was said nothing can be read.
  return fileOf({ title: say("file.title", { title: aid.title }), language: aid.language, direction, mark: FILE_MARK }, [
    say("locked.about", { date: dayInWords(say, day) }),
    clinician ? say("locked.use", { address: clinician }) : say("locked.use_alone"),
    say("locked.help"),
  ], ["</main>", blockOf(BLOCK_START, locked)]);
}

/** The element that holds a record or a plan, its JSON in lines; `start` is its tag. */
export function blockOf(start: string, json: string): string {
  // In JSON `<` can be written in another way, so no text can end the block or start another.
  const plain = json.replace(/[<\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // Behind a part where one ends soon enough; readers take the ends of lines out.
  const lines = plain.match(/.{1,880}(?:,(?="[\w/-]+":)|$)|.{1,880}/g) ?? [];
  return `${start}\n${lines.join("\n")}\n${BLOCK_END}`;
}

/** What the head of a file says. */
export interface FileHead {
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  /** The element by which we know our files. */
  mark: string;
}

/** The page of a file: its head, what it says of itself, and all else down to the end of its body. */
export function fileOf({ direction, language, mark, title }: FileHead, said: readonly string[], inside: readonly string[]): string {
  return [
    "<!doctype html>",
    `<html lang="${signs(language)}" dir="${direction}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    mark,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element("title", signs(shortened(title, 90))),
    element("style", STYLE),
    "</head>",
    "<body>",
    "<main>",
    element("h1", escaped(title)),
    ...said.map((text) => element("p", escaped(text))),
    ...inside,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Its end is never written out here: a script that stands in a page may hold no end of an element. */
function element(name: string, html: string): string {
  return `<${name}>${html}</${name}>`;
}

export function blockHtml({ heading, lines }: Block): string[] {
  const items = lines.map((text) => `<li>${escaped(text)}</li>`).join("\n");
  return [...(heading ? [`<h2>${escaped(heading)}</h2>`] : []), `<ul>${items}</ul>`];
}

/** The text in letters of ASCII, its lines kept, and none longer than mail may carry. */
export function escaped(text: string): string {
  // Cut behind a space where there is one; elsewhere the end of a line stands within a sign, and is not seen.
  const pieces = text.match(/.{1,90}$|.{1,89}\s|.{1,90}/gsu) ?? [];
  return pieces.map((piece) => signs(piece).replace(/\n/g, "<br>")).join("<wbr\n>");
}

/** The letters that mean something in HTML, or are none of ASCII, as their numbers. */
function signs(text: string): string {
  return text.replace(/[&<>"'\u0080-\u{10ffff}]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
