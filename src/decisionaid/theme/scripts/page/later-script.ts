/**
 * Fetch a script of the page that it does not need at once.
 *
 * Its element waits in a template, where nothing is fetched or run; a copy in the page is. So no address is made
 * from text, as Trusted Types ask, and it works from a disk too.
 */
import { one } from "./dom.ts";

/** Set by the bundler: another one for each change of these scripts. */
declare const BUILD: string;

/**
 * The event by which a later script hands itself over, at its own element.
 *
 * A page that was opened before a new version of the site came out does not hear that version's: the two
 * might mean different things by the same answer.
 */
export const ARRIVED = `decisionaid-${typeof BUILD === "undefined" ? "" : BUILD}`;

/** What is not here by then is missed; it is still taken when it comes. */
const LATE_MS = 20_000;

/**
 * Fetch the script of a template; it hands its parts over once, even late.
 *
 * `isOther`: what came was none, or that of another version of the site, so to ask again is of no use.
 */
export function fetchLater<Parts>(
  template: string,
  arrived: (parts: Parts) => void,
  failed: (isOther: boolean) => void,
  event = ARRIVED,
): void {
  const waits = one<HTMLTemplateElement>(template)?.content.querySelector("script");
  if (!waits) return failed(false);
  // In a page that is one file its text stands in it. Trusted Types take a copy of that for a text of ours.
  const script = waits.src ? (waits.cloneNode() as HTMLScriptElement) : waits;
  const home = waits.parentNode;
  let isHere = false;
  const late = setTimeout(() => failed(false), LATE_MS);
  const fail = ({ type }: Event): void => {
    if (isHere) return;
    clearTimeout(late);
    script.remove();
    failed(type === "load");
  };
  script.addEventListener(event, (brought) => {
    clearTimeout(late);
    isHere = true;
    arrived((brought as CustomEvent<Parts>).detail);
  });
  script.addEventListener("error", fail);
  // It may have come as something else: a page that asks to log in, or another version.
  script.addEventListener("load", fail);
  document.head.append(script);
  // It has run. Who saves such a page as it stands saves it where it waits, or the copy would miss it.
  if (script === waits) home?.prepend(script);
}

/** A script that is fetched once it is wanted; asked for anew after it failed. */
export class Later<Parts> {
  private readonly template: string;
  private parts: Promise<Parts> | null = null;

  constructor(template: string) {
    this.template = template;
  }

  /** Null: it could not be fetched. */
  async fetched(): Promise<Parts | null> {
    this.parts ??= new Promise((resolve, reject) => fetchLater<Parts>(this.template, resolve, reject));
    try {
      return await this.parts;
    } catch {
      this.parts = null;
      return null;
    }
  }
}
