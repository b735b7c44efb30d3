/** A file that was saved earlier, put back on the page; one that is locked asks for its passphrase. */
import { field } from "../../scripts/record/field.ts";
import { answersIn } from "../../scripts/record/record.ts";
import { unlockedFile } from "../../scripts/record/passphrase.ts";
import { FEWEST_SIGNS, LOCKED, OPEN, PLAN } from "../../scripts/record/token.ts";
import { line } from "../../scripts/record/text.ts";
import { lockedInText, recordInFile, recordInText, type Fault, type Found } from "../../scripts/handover/record-file.ts";
import type { Say } from "../../scripts/handover/messages.ts";
import { ask } from "../../scripts/page/ask.ts";
import { button, make } from "../../scripts/page/dom.ts";
import type { WaysHost } from "../../scripts/patient/from-ways.ts";
import { readKeptBack, readSaved } from "../../scripts/patient/session.ts";

/** `text`: the words of a summary; `plan`: a plan, or its code. */
type Unread = Fault | "text" | "plan";
type Read = Found | { locked: object } | { fault: Unread };
/** How a code looks that stands in a text or ends a link; whether it is a sound one is not asked here. */
const codeOf = (head: string): string => `(^|[\\s#])[${head}][0-9A-Z$*./-]{${FEWEST_SIGNS},}`;
/** How a plan or its code is known, and the text of a summary by the code at its end. */
const PLAN_TRACE = new RegExp(`decisionaid[.-]plan\\b|${codeOf(PLAN)}`);
const TEXT_TRACE = new RegExp(codeOf(OPEN + LOCKED));

export class Opener {
  readonly root: HTMLElement;
  private readonly host: WaysHost;
  private readonly say: Say<"ways">;
  private readonly input: HTMLInputElement;
  private readonly message = make("p", { class: "file-message" });
  /** Counts what was chosen: an answer to an earlier file is not waited for. */
  private turn = 0;
  private asking: HTMLElement | null = null;

  constructor(host: WaysHost, say: Say<"ways">) {
    this.host = host;
    this.say = say;
    this.input = make("input", { type: "file", id: "open-file", accept: ".html,.json,text/html,application/json" });
    this.input.setAttribute("aria-describedby", "open-file-hint");
    this.input.addEventListener("change", () => void this.open());
    this.root = make(
      "div",
      { class: "open-file" },
      make("label", { for: "open-file" }, say("open.label")),
      make("p", { id: "open-file-hint", class: "hint" }, say("open.hint")),
      this.input,
      this.message,
    );
  }

  /** Let go of a file that is just being opened. */
  forget(): void {
    this.turn += 1;
    this.asking?.remove();
    this.message.textContent = "";
  }

  private tell(text: string): void {
    this.message.textContent = text;
    this.host.context.announce(text);
  }

  private async open(): Promise<void> {
    const file = this.input.files?.[0];
    if (!file) return;
    this.forget();
    const turn = this.turn;
    const read: Read = await recordInFile<Read>(file, readText).catch(() => ({ fault: "damaged" }));
    // Free again, so that choosing the same file once more is a change.
    this.input.value = "";
    if (turn !== this.turn) return;
    const found = "locked" in read ? await this.unlock(read.locked, turn) : read;
    if (found === null || turn !== this.turn) return;
    if ("fault" in found) return this.tell(this.say(`open.${found.fault}`));
    await this.offer(found, turn);
  }

  private async offer(found: Found, turn: number): Promise<void> {
    const { say } = this;
    const { page, state } = this.host.context;
    const aid = field(found.data, "aid");
    if (field(aid, "id") !== page.aid.id) {
      return this.tell(say("open.other_aid", { title: line(String(field(aid, "title") ?? "")) }));
    }
    if (state.answers.size > 0 && !(await ask(this.input, say("open.ask"), say("open.yes"), say("open.no")))) {
      return this.tell(say("open.kept"));
    }
    if (turn === this.turn) this.putBack(found);
  }

  private putBack({ data, isAltered }: Found): void {
    const { say } = this;
    const { page } = this.host.context;
    const { answers, changed, isPartial, isOlderAid } = answersIn(data, page);
    // What is made of it here was not typed in from the paper: it is another record, and never takes the place of that one.
    const isFromPaper = Boolean(field(data, "paper"));
    const saved = isFromPaper ? null : readSaved(data);
    this.host.change({ answers, keptBack: readKeptBack(field(data, "kept_back")), saved, isHandedOver: true });
    const said = [
      say(isPartial ? "open.partly" : "open.done"),
      isFromPaper && say("open.from_paper"),
      changed.length > 0 && say("open.changed", { questions: changed.join("; ") }),
      isAltered && say("open.altered"),
      isOlderAid && say("open.older_aid"),
    ];
    this.tell(said.filter(Boolean).join(" "));
  }

  /** Ask for the passphrase until it fits; null when the person leaves it. */
  private unlock(data: object, turn: number): Promise<Found | { fault: Unread } | null> {
    const { say } = this;
    const input = make("input", { type: "text", id: "unlock", autocapitalize: "off", autocorrect: "off" });
    return new Promise((resolve) => {
      const done = (found: Found | { fault: Unread } | null): void => {
        this.asking?.remove();
        this.asking = null;
        this.input.focus();
        resolve(found);
      };
      const attempt = async (): Promise<void> => {
        this.tell(say("lock.waiting"));
        const open = await unlockedFile(data, input.value);
        if (turn !== this.turn) return;
        if (open !== null) return done(recordInText(open));
        this.tell(say("locked.wrong"));
        input.focus();
      };
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") void attempt();
      });
      this.asking = make(
        "div",
        { class: "ask" },
        make("p", {}, make("label", { for: "unlock" }, say("locked.ask"))),
        make("p", {}, input),
        button(say("locked.open"), { class: "button" }, () => void attempt()),
        " ",
        button(say("locked.leave"), { class: "button secondary" }, () => done(null)),
      );
      this.input.after(this.asking);
      input.focus();
    });
  }
}

function readText(text: string): Read {
  const locked = lockedInText(text);
  if (locked !== null) return { locked };
  const found = recordInText(text);
  return "fault" in found && found.fault === "not_ours" ? { fault: otherOfOurs(text) } : found;
}

/** What else that our pages save it is: whoever chose it learns what to open instead. */
function otherOfOurs(text: string): Unread {
  if (PLAN_TRACE.test(text)) return "plan";
  return TEXT_TRACE.test(text) ? "text" : "not_ours";
}
