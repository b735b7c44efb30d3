/**
 * What was answered in this tab, in the words of then: a page that is loaded again after its questions changed says it.
 *
 * It stays in this tab, beside the answers, until the question is answered anew or the answers are cleared.
 */
import { messagesOf, type Messages } from "../handover/messages.ts";
import { saidIn, type Said } from "../keeping/entry.ts";
import { KEEP_WORDS } from "../keeping/from-keeping.ts";
import { Keep } from "../page/keep.ts";
import { fetchLater } from "../page/later-script.ts";
import { storageOfTab } from "../page/shared.ts";
import { field, parsed } from "../record/field.ts";
import { sayBefore } from "./answered-before.ts";
import type { Context } from "./context.ts";
import { answerWords } from "./in-words.ts";
import { inWords, saidKey } from "./said-words.ts";

/** Characters that are read at all. */
const MOST = 400_000;

export class SaidBefore {
  private readonly context: Context;
  private readonly keep: Keep;

  constructor(context: Context) {
    this.context = context;
    this.keep = new Keep(storageOfTab, saidKey(context.page.aid.id));
  }

  start(): void {
    const left = this.open([...this.read("left"), ...this.read("said")]);
    this.note(left);
    // Its words are among those of what is kept, which a page has that can be loaded again.
    if (left.length > 0) fetchLater<Messages>("#keep-words", (words) => this.say(messagesOf<"keep">(words)), () => undefined, KEEP_WORDS);
  }

  refresh(): void {
    this.note(this.open(this.read("left")));
  }

  /** What another way to bring answers says was answered before. */
  note(left: readonly Said[]): void {
    const { context, keep } = this;
    const said = inWords(answerWords(context), context.state.answers).filter(({ name }) => !name.startsWith("share."));
    if (said.length + left.length === 0) return void keep.forget();
    const lines = (all: readonly Said[]): string[][] => all.map(({ name, question, answer }) => [name, question, answer]);
    keep.write(JSON.stringify({ left: lines(left), said: lines(said) }));
  }

  private say(say: ReturnType<typeof messagesOf<"keep">>): void {
    sayBefore(this.context.form, this.open(this.read("left")), (answer) => say("earlier.line", { answer }));
  }

  private read(key: "left" | "said"): Said[] {
    return saidIn(field(parsed(this.keep.read() ?? "", MOST), key));
  }

  /** What has not been answered anew. */
  private open(said: readonly Said[]): Said[] {
    return said.filter(({ name }) => !this.context.state.answers.has(name));
  }
}
