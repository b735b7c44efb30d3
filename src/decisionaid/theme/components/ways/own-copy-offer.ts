/** A person's own copy, offered where something that they said is left out of all that is handed over. */
import { dayInWords } from "../../scripts/handover/day.ts";
import type { Say } from "../../scripts/handover/messages.ts";
import { lockedFileText } from "../../scripts/handover/save-file.ts";
import { offerOnce } from "../../scripts/page/downloads.ts";
import { button, make } from "../../scripts/page/dom.ts";
import { isSandboxed } from "../../scripts/page/sandboxed.ts";
import type { Sealer } from "../../scripts/patient/carried.ts";
import type { Context } from "../../scripts/patient/context.ts";
import { answerWords } from "../../scripts/patient/in-words.ts";
import { leftOut } from "../../scripts/patient/left-out.ts";
import { entryOf, ownCopyName, ownCopyText } from "../../scripts/patient/own-copy.ts";
import { inWords } from "../../scripts/patient/said-words.ts";
import { encodeState } from "../../scripts/patient/session.ts";
import { direction } from "../../scripts/page/direction.ts";
import { lockedFile } from "../../scripts/record/passphrase.ts";
import { today } from "../../scripts/record/today.ts";

export class OwnCopyOffer {
  readonly root: HTMLElement;
  private readonly context: Context;
  private readonly say: Say<"ways">;
  private readonly sealer: Sealer;
  /** Called when all that the page holds stands in a file too. */
  private readonly saved: () => void;
  private readonly line = make("p", { class: "hint" });
  private readonly message = make("p", { class: "way-message" });

  constructor(context: Context, say: Say<"ways">, sealer: Sealer, saved: () => void) {
    this.context = context;
    this.say = say;
    this.sealer = sealer;
    this.saved = saved;
    const save = button(say("own.do"), { class: "button secondary", "data-save-own": "" }, () => void this.save().then((text) => this.tell(text)));
    this.root = make("section", { class: "way own-copy", hidden: "" }, make("h3", {}, say("own.title")), this.line, make("p", { class: "way-do" }, save), this.message);
  }

  /** What it holds beside what is shared, in a sentence; empty: nothing, and it is of no use. */
  get holds(): string {
    const parts = leftOut(this.context);
    return parts.length > 0 ? this.say("own.line", { parts: parts.join("; ") }) : "";
  }

  refresh(): void {
    const text = this.holds;
    this.root.hidden = text === "";
    if (this.line.textContent === text) return;
    this.line.textContent = text;
    // What was saved is not what would be saved now.
    this.message.textContent = "";
  }

  forget(): void {
    this.root.hidden = true;
    this.line.textContent = this.message.textContent = "";
  }

  /** Save it, under the passphrase where there is one; what to say of it. */
  async save(): Promise<string> {
    const { context, say, sealer: { passphrase } } = this;
    const { page, state } = context;
    try {
      const said = inWords(answerWords(context), state.answers);
      const day = today();
      const title = say("own.file", { title: page.aid.title });
      const about = [say("own.about", { date: dayInWords(say, day) }), say("own.use")];
      const text = ownCopyText(entryOf(context, encodeState(state, page), said), context, title, about);
      const name = ownCopyName(page.aid.id, day);
      const closed = passphrase && (await lockedFile(text, passphrase));
      // Nothing goes out of what was cleared or changed meanwhile.
      if (context.state !== state) return say("file.failed");
      offerOnce(name, closed ? lockedFileText(closed, { aid: page.aid, day }, say, direction(), "") : text);
      if (isSandboxed()) return say("file.unsure", { name });
      this.saved();
      return say("file.saved", { name });
    } catch {
      return say("file.failed");
    }
  }

  private tell(text: string): void {
    this.message.textContent = text;
    this.context.announce(text);
  }
}
