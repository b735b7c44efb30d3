/** What is handed over, made once for all ways: the same record on paper, in a link and in a file, until an answer changes. */
import type { AidWords } from "../../generated/words.ts";
import { one } from "../page/dom.ts";
import type { Record } from "../record/record-types.ts";
import { sealed } from "../record/record.ts";
import { locked, lockedFile } from "../record/passphrase.ts";
import { linkOf } from "../record/token-text.ts";
import { tokenOf } from "../record/token.ts";
import { instant, today } from "../record/today.ts";
import type { Context } from "./context.ts";
import { statementToHandOver } from "./noted.ts";
import type { Saved } from "./store.ts";

/** A record, and what carries it. */
export interface Carried {
  readonly record: Record;
  /** Empty where none could be made: the browser is too old, or too much was written. */
  readonly token: string;
  /** The clinician's page with the token; empty where nobody else could go there. */
  readonly link: string;
  /** Under the passphrase, where there is one: the record as JSON for a file, and the link. */
  readonly locked: { readonly file: string; readonly link: string } | null;
}

export class Sealer {
  /** The clinician's page, empty where nobody else could go there. */
  readonly page: string;
  passphrase = "";
  private readonly context: Context;
  private readonly words: AidWords;
  private sealed: { record: Record; of: string } | null = null;
  private made: { record: Record; passphrase: string; carried: Promise<Carried> } | null = null;
  /** Names what was not handed over yet. */
  private id = "";

  constructor(context: Context, words: AidWords) {
    this.context = context;
    this.words = words;
    // Of a page on a disk nobody else has the address, and one that is a file has none at all.
    const { href, protocol } = new URL(one("#ways-words")?.dataset["clinician"] || "file:", location.href);
    this.page = protocol === "file:" ? "" : href;
  }

  /** The record of now: the same one until what it says changes, or the day. */
  record(): Record {
    const statement = statementToHandOver(this.context);
    const [{ saved }, day] = [this.context.state, today()];
    const of = JSON.stringify([statement, day]);
    const before = this.sealed;
    if (before?.of === of && (saved === null || saved.id === before.record.id)) return before.record;
    const now = instant();
    this.id ||= randomId();
    const last = saved ?? { id: this.id, rev: 0, created: now };
    const record = sealed(statement, { ...last, rev: last.rev + 1, updated: now, day });
    this.sealed = { record, of };
    return record;
  }

  /** It, with what carries it. */
  carried(): Promise<Carried> {
    const [record, { passphrase }] = [this.record(), this];
    if (this.made?.record !== record || this.made.passphrase !== passphrase) {
      this.made = { record, passphrase, carried: this.carriedBy(record, passphrase) };
    }
    return this.made.carried;
  }

  /** What names the record, once it was handed over. */
  saved(): Saved {
    const { id, rev, created } = this.record();
    return { id, rev, created };
  }

  forget(): void {
    this.passphrase = "";
    this.sealed = this.made = null;
    this.id = "";
  }

  private async carriedBy(record: Record, passphrase: string): Promise<Carried> {
    const token = await tokenOf(record, this.words).catch(() => "");
    const open = { record, token, link: this.linkTo(token), locked: null };
    if (!passphrase) return open;
    const [file, hidden] = await Promise.all([lockedFile(JSON.stringify(record), passphrase), token && locked(token, passphrase)]);
    return { ...open, locked: { file, link: this.linkTo(hidden) } };
  }

  private linkTo(token: string): string {
    return this.page && token && linkOf(this.page, token);
  }
}

/** 128 random bits as hex digits. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
