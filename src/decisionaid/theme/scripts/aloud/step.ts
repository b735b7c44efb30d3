/** A step of the page as it is seen now into the sentences that are read, each with its place. */
import table from "../../schema/listening.json";
import { fill } from "../record/text.ts";
import { heard, onOneLine, sentences } from "./said.ts";
import type { AloudWords } from "./words.ts";

/** One sentence. */
export interface Sentence {
  readonly text: string;
  /** The element that it stands in. */
  readonly place: HTMLElement;
  /** Its words in the page, where a part of an element is marked. */
  readonly range: Range;
  readonly isHeading: boolean;
  /** The first of its block. */
  readonly begins: boolean;
  readonly language: string;
}

const BLOCKS = new Set(table.blocks);
const HEADINGS = [...table.headings, ...table.heading_classes.map((name) => `.${name}`)].join();
const PARTS = any("", table.parts, []);
const SILENT = [table.never, table.of_the_person, table.on_paper_alone].map(({ tags, classes, attributes }) => any(tags.join(), classes, attributes)).join();

function any(tags: string, classes: readonly string[], attributes: readonly string[]): string {
  const quoted = attributes.map((each) => `[${each.replace(/=(.*)/, '="$1"')}]`);
  return [tags, ...classes.map((name) => `.${name}`), ...quoted].filter((each) => each !== "").join();
}

export function sentencesOf(section: HTMLElement, words: AloudWords): readonly Sentence[] {
  const walk = new Walk(words);
  walk.element(section);
  walk.flush();
  return walk.found;
}

/** Whether somebody who looks at the page sees it, or hears it with a screen reader. */
export function isOpen(element: HTMLElement, upTo?: Element): boolean {
  for (let each: Element | null = element; each instanceof HTMLElement && each !== upTo; each = each.parentElement) {
    if (isSilent(each)) return false;
  }
  return element.isConnected;
}

function isSilent(element: HTMLElement): boolean {
  if (element.matches(SILENT)) return true;
  const { parentElement } = element;
  if (parentElement instanceof HTMLDetailsElement && !parentElement.open && element !== parentElement.querySelector(":scope > summary")) return true;
  const style = getComputedStyle(element);
  return style.display === "none" || style.visibility !== "visible" || style.getPropertyValue("content-visibility") === "hidden";
}

class Walk {
  readonly found: Sentence[] = [];
  private readonly words: AloudWords;
  /** The words of the block so far, and where each of its texts begins in them. */
  private raw = "";
  private texts: [node: Node, at: number][] = [];
  private place: HTMLElement = document.body;
  private isHeading = false;
  /** The head of the column that the next words stand in. */
  private column = "";

  constructor(words: AloudWords) {
    this.words = words;
  }

  element(element: HTMLElement): void {
    if (isSilent(element) || isBareNumber(element)) return;
    if (element instanceof HTMLTableElement) return this.table(element);
    if (!BLOCKS.has(element.localName) && !element.matches(PARTS)) return this.inside(element);
    const { isHeading, place } = this;
    this.flush();
    // What stands beside a heading in one block is none.
    this.isHeading = element.matches(HEADINGS);
    this.place = element;
    this.inside(element);
    this.flush();
    this.isHeading = isHeading;
    this.place = place;
  }

  /** End a block: its words become sentences. */
  flush(): void {
    const { raw, texts } = this;
    this.raw = "";
    this.texts = [];
    let begins = true;
    for (const [begin, end] of sentences(raw, this.words.unbroken)) {
      let text = onOneLine(raw.slice(begin, end));
      if (this.column) text = fill(this.words.cell, { column: this.column, words: text });
      this.column = "";
      text = heard(text, this.words);
      // A heading and the name of the table below it are often the same.
      if (!/[\p{L}\p{N}]/u.test(text) || (begins && this.found[this.found.length - 1]?.text === text)) continue;
      const range = document.createRange();
      range.setStart(...at(texts, begin));
      range.setEnd(...at(texts, end));
      const { isHeading, place } = this;
      this.found.push({ text, place, range, isHeading, begins, language: languageOf(texts[0]?.[0] ?? place) });
      begins = false;
    }
  }

  private inside(element: HTMLElement): void {
    for (const child of element.childNodes) {
      if (child instanceof Text) this.add(child, child.data);
      else if (child instanceof HTMLImageElement) this.picture(child);
      else if (child instanceof HTMLBRElement) this.add(child, " ");
      else if (child instanceof HTMLElement) this.element(child);
    }
  }

  private picture(picture: HTMLImageElement): void {
    this.flush();
    if (!isSilent(picture)) this.add(picture, picture.alt);
    this.flush();
  }

  private add(node: Node, text: string): void {
    this.texts.push([node, this.raw.length]);
    this.raw += text;
  }

  private table(whole: HTMLTableElement): void {
    this.flush();
    if (whole.caption) this.element(whole.caption);
    let columns: readonly string[] | null = null;
    for (const row of whole.rows) {
      if (isSilent(row)) continue;
      const cells = [...row.cells];
      if (!columns && cells.every((cell) => cell.localName === "th" || this.plain(cell) === "")) {
        columns = cells.map((cell) => this.plain(cell));
        continue;
      }
      let index = 0;
      for (const cell of cells) {
        this.column = (cell.localName === "td" && columns?.[index]) || "";
        this.element(cell);
        this.column = "";
        index += cell.colSpan;
      }
    }
  }

  /** The words of a head of a column. */
  private plain(cell: HTMLElement): string {
    return sentencesOf(cell, this.words).map(({ text }) => text).join(" ");
  }
}

/** A mark of a scale between its ends, which are said with their words. */
function isBareNumber(element: HTMLElement): boolean {
  return element.localName === "label" && element.classList.length === 0 && /^\s*[0-9]+\s*$/.test(element.textContent ?? "");
}

/** The place in the page of a place in the words of a block. */
function at(texts: readonly [node: Node, at: number][], index: number): [Node, number] {
  let [node, begin]: readonly [Node, number] = texts[0] ?? [document.body, 0];
  for (const [each, begins] of texts) if (begins <= index) [node, begin] = [each, begins];
  return node instanceof Text ? [node, Math.min(index - begin, node.data.length)] : [node, 0];
}

function languageOf(node: Node): string {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.closest<HTMLElement>("[lang]")?.lang ?? document.documentElement.lang;
}
