/** The files and texts that are made of what is handed over. */
import type { Say } from "../handover/messages.ts";
import { plainText } from "../handover/plain-text.ts";
import { fileName, fileText, lockedFileText } from "../handover/save-file.ts";
import { blankLines, summaryBlocks, type Block } from "../handover/summary.ts";
import { direction } from "../page/direction.ts";
import type { Record } from "../record/record-types.ts";
import type { Carried } from "./carried.ts";
import type { Context } from "./context.ts";
import { formWords } from "./form.ts";

export interface MadeFile {
  name: string;
  text: string;
  type: "text/html" | "text/plain";
}

export class MadeFiles {
  private readonly context: Context;
  private readonly say: Say<"ways">;
  private readonly page: string;

  /** `page`: the clinician's, empty where nobody else could go there. */
  constructor(context: Context, say: Say<"ways">, page: string) {
    this.context = context;
    this.say = say;
    this.page = page;
  }

  nameOf(record: Record): string {
    return fileName(record.aid.id, record.day);
  }

  /** The file that anyone can read. */
  open(record: Record): MadeFile {
    const text = fileText(this.blocks(record), blankLines(this.context.say), record, this.say, direction(), this.page);
    return { name: this.nameOf(record), text, type: "text/html" };
  }

  /** The file that only who knows the passphrase can read. */
  locked(record: Record, locked: string): MadeFile {
    const text = lockedFileText(locked, record, this.say, direction(), this.page);
    return { name: this.nameOf(record), text, type: "text/html" };
  }

  /** Words alone; the code at their end, where there is one. */
  plain(record: Record, carried: Carried | null): MadeFile {
    const { page, say } = this;
    const lead = page ? say("text.code", { address: page }) : say("text.code_alone");
    const code = carried?.token ? [lead, carried.link || carried.token] : [];
    const text = plainText(say("file.title", { title: record.aid.title }), this.blocks(record), code);
    return { name: this.nameOf(record).replace(/\.html$/, ".txt"), text, type: "text/plain" };
  }

  private blocks(record: Record): Block[] {
    const { form, page, say } = this.context;
    return summaryBlocks(record, page.words, formWords(form), say, record.day);
  }
}
