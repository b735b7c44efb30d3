/** What the person can take away: the summary on paper, a saved file, and that file opened again. */
import { recordInFile, recordInText, type Found } from "../handover/record-file.ts";
import { fileName, fileText } from "../handover/save-file.ts";
import { summaryBlocks } from "../handover/summary.ts";
import { ask } from "../page/ask.ts";
import { all, make } from "../page/dom.ts";
import { field } from "../record/field.ts";
import { answersIn, sealed } from "../record/record.ts";
import { line } from "../record/text.ts";
import { instant, today } from "../record/today.ts";
import type { Context } from "./context.ts";
import { offer } from "./downloads.ts";
import { formWords } from "./form.ts";
import type { TakenAway } from "./from-statement.ts";
import { statementToHandOver } from "./noted.ts";
import { readSaved } from "./session.ts";
import type { State } from "./store.ts";

export class HandOver implements TakenAway {
  private readonly context: Context;
  private readonly change: (part: Partial<State>) => void;
  /** The address of the file that was offered last. */
  private offered = "";
  private readonly message = make("p", { class: "file-message" });
  private opening = 0;

  constructor(context: Context, change: (part: Partial<State>) => void) {
    this.context = context;
    this.change = change;
  }

  start(): void {
    for (const print of all("[data-print-summary]")) print.addEventListener("click", printSummary);
    window.addEventListener("afterprint", () => {
      delete document.documentElement.dataset["print"];
      this.change({ isHandedOver: true });
    });
    const saves = all("[data-save-file]");
    for (const save of saves) save.addEventListener("click", () => this.save());
    const [place] = saves;
    (place?.closest("p") ?? place)?.after(this.message);
    this.addOpener(place?.closest("div"));
  }

  /** Let go of files that were offered, and of one that is just being opened. */
  forget(): void {
    this.opening += 1;
    URL.revokeObjectURL(this.offered);
    this.message.textContent = "";
  }

  private tell(text: string): void {
    this.message.textContent = text;
    this.context.announce(text);
  }

  private save(): void {
    const { form, page: { aid, words }, say, state } = this.context;
    const [now, day] = [instant(), today()];
    const last = state.saved ?? { id: randomId(), rev: 0, created: now };
    const saved = { ...last, rev: last.rev + 1 };
    const record = sealed(statementToHandOver(this.context), { ...saved, updated: now, day });
    const blocks = summaryBlocks(record, words, formWords(form), say, day);
    const name = fileName(aid.id, day);
    // Of a page that was opened from a disk nobody else has the address.
    const clinician = location.protocol === "file:" ? "" : new URL("../../clinician/", location.href).href;
    const direction = document.documentElement.dir === "rtl" ? "rtl" : "ltr";
    try {
      URL.revokeObjectURL(this.offered);
      this.offered = offer(name, fileText(blocks, record, say, direction, clinician));
    } catch {
      return this.tell(say("file.failed"));
    }
    this.change({ saved, isHandedOver: true });
    this.tell(say("file.saved", { name }));
  }

  /** A file chooser beside the hand-over, for going on with a file that was saved earlier. */
  private addOpener(beside: Element | null | undefined): void {
    const { say } = this.context;
    const input = make("input", { type: "file", id: "open-file", accept: ".html,.json,text/html,application/json" });
    input.setAttribute("aria-describedby", "open-file-hint");
    input.addEventListener("change", () => void this.open(input));
    const opener = make(
      "div",
      { class: "open-file" },
      make("label", { for: "open-file" }, say("open.label")),
      make("p", { id: "open-file-hint", class: "hint" }, say("open.hint")),
      input,
    );
    beside?.append(opener);
  }

  private async open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const { page, say } = this.context;
    const turn = (this.opening += 1);
    const found = await recordInFile(file, recordInText).catch(() => ({ fault: "damaged" }) as const);
    // Free again, so that choosing the same file once more is a change.
    input.value = "";
    if (turn !== this.opening) return;
    if ("fault" in found) return this.tell(say(`open.${found.fault}`));
    const aid = field(found.data, "aid");
    if (field(aid, "id") !== page.aid.id) {
      return this.tell(say("open.other_aid", { title: line(String(field(aid, "title") ?? "")) }));
    }
    const hasAnswers = this.context.state.answers.size > 0;
    if (hasAnswers && !(await ask(input, say("open.ask"), say("open.yes"), say("open.no")))) {
      return this.tell(say("open.kept"));
    }
    if (turn === this.opening) this.putBack(found);
  }

  private putBack({ data, isAltered }: Found): void {
    const { page, say } = this.context;
    const { answers, changed, isPartial, isOlderAid } = answersIn(data, page);
    this.change({ answers, saved: readSaved(data), isHandedOver: true });
    const said = [
      say(isPartial ? "open.partly" : "open.done"),
      changed.length > 0 && say("open.changed", { questions: changed.join("; ") }),
      isAltered && say("open.altered"),
      isOlderAid && say("open.older_aid"),
    ];
    this.tell(said.filter(Boolean).join(" "));
  }
}

/** Paper with the summary only; the browser's own print command prints all of the aid. */
function printSummary(): void {
  document.documentElement.dataset["print"] = "summary";
  window.print();
}

/** 128 random bits as hex digits. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
