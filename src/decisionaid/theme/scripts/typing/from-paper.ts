/** The page where a form that was filled in on paper is typed in: a line for each question, by the keyboard alone. */
import { squareCode } from "../../components/ways/square-code.ts";
import { fileName, fileText } from "../handover/save-file.ts";
import { blankLines, summaryBlocks, type Block } from "../handover/summary.ts";
import { dayInWords } from "../handover/day.ts";
import { messagesIn, messagesOf, type Say } from "../handover/messages.ts";
import { Idle } from "../incoming/idle.ts";
import type { FromPaper, Record } from "../record/record-types.ts";
import { keepTime } from "../page/clock.ts";
import { ask } from "../page/ask.ts";
import { all, announce, button, focusOn, make, one } from "../page/dom.ts";
import { whenReleased } from "../page/pressed.ts";
import { offerOnce } from "../page/downloads.ts";
import { guarded } from "../page/guarded.ts";
import { forgetStale } from "../page/stale-status.ts";
import { fetchLater } from "../page/later-script.ts";
import { isShared, LET_GO } from "../page/shared.ts";
import { formWords } from "../patient/form.ts";
import { WORDS_ARRIVED, type WaysWords } from "../patient/from-ways.ts";
import { pageOf } from "../patient/page-words.ts";
import type { Page } from "../record/answers.ts";
import { field } from "../record/field.ts";
import { sealed } from "../record/record.ts";
import { unstopped } from "../record/text.ts";
import { linkOf } from "../record/token-text.ts";
import { tokenOf } from "../record/token.ts";
import { instant, today } from "../record/today.ts";
import { askedIn, type Asked } from "./asked.ts";
import { statementTyped, type Row } from "./record-typed.ts";
import { typedIn, type Typed } from "./typed.ts";

const ROLES = ["unanswered", "receptionist", "nurse", "doctor", "other_staff", "someone_else"] as const;
const ROLE_NAME = "filled_in_by.role";
const VIEW_NAME = "filled_in_by.view";
/** What stands there until somebody says who types: the record says no more than was said. */
const TYPED_BY = "unanswered";
const HELPED: readonly string[] = ["patient_with_help", "carer"];

interface Line {
  readonly asked: Asked;
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  readonly said: HTMLElement;
  /** What was there when it was come to: Escape brings it back. */
  before: string;
}

class Typing {
  private readonly root: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly say: Say<"typing">;
  private readonly aidSay: Say<"aid">;
  private readonly page: Page;
  /** By their numbers, those in `spare` last. */
  private readonly lines: Line[];
  private readonly shown: number;
  /** What an empty form does not show: it is opened where the paper has it. */
  private readonly spare = make("details", { class: "typing-spare" });
  /** What is said of the page as a whole, above its first field. */
  private readonly told = make("div");
  private readonly list = make("div", { class: "typing-list" });
  private readonly after = make("div", { class: "typing-after" });
  private readonly by = make("select", { id: "typed-by" });
  private readonly who = make("input", { id: "typed-who", type: "text", maxlength: "300", autocomplete: "off", dir: "auto" });
  private readonly written = make("input", { id: "typed-written", type: "date", autocomplete: "off" });
  private words: WaysWords | null = null;
  private saved: { id: string; rev: number; created: string } | null = null;
  private isHandedOver = true;

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.root = root;
    this.form = form;
    const text = (id: string): string => document.getElementById(id)?.textContent ?? "{}";
    this.say = messagesIn<"typing">(text("messages"));
    this.aidSay = messagesIn<"aid">(text("aid-messages"));
    this.page = pageOf(form);
    const { shown, spare } = askedIn(form);
    this.lines = [...shown, ...spare].map((asked) => this.lineOf(asked));
    this.shown = shown.length;
  }

  start(): void {
    const { by, list, root, say, who, written } = this;
    by.append(...ROLES.map((role) => make("option", { value: role }, say(`by.${role}`))));
    by.value = TYPED_BY;
    const head = make(
      "fieldset",
      { class: "typing-head" },
      make("legend", {}, say("head")),
      make("label", {}, make("span", {}, say("role")), by),
      make("label", {}, make("span", {}, say("who")), who),
      make("label", {}, make("span", {}, say("written")), written),
    );
    const rows = this.lines.map((each) => this.rowOf(each));
    list.append(...rows.slice(0, this.shown));
    const [first, last] = [this.lines[this.shown], this.lines.at(-1)];
    if (first && last) {
      const few = make("summary", {}, say("spare", { from: first.asked.n, to: last.asked.n }));
      this.spare.append(few, make("div", { class: "typing-list" }, ...rows.slice(this.shown)));
    }
    const review = button(say("review"), { class: "button", id: "typing-review" }, () => this.review());
    root.append(this.told, head, make("h2", {}, say("list")), list, ...(first ? [this.spare] : []), make("p", {}, review), this.after);
    for (const control of [by, who, written]) control.addEventListener("keydown", (event) => this.fromHead(event as KeyboardEvent, control));
    window.addEventListener("beforeunload", (event) => {
      if (!this.isHandedOver && this.holdsSomething) event.preventDefault();
    });
    window.addEventListener(LET_GO, () => this.forget());
    // A device that many people use closes all of its pages, and sooner.
    if (!isShared()) new Idle(say, () => this.holdsSomething, (n) => this.left(say("idle.gone", { n })));
    // In a clinic nothing of anybody is kept: not in the browser's memory of pages either.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) location.reload();
    });
    fetchLater<unknown>(
      "#ways-words",
      (words) => {
        if (field(field(words, "aid"), "source_sha256") === this.page.aid.source_sha256) this.words = words as WaysWords;
      },
      () => this.tell(say("failed")),
      WORDS_ARRIVED,
    );
  }

  private lineOf(asked: Asked): Line {
    const id = `typed-${asked.n}`;
    const shared = { id, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-marks ${id}-said`, "data-name": asked.name };
    const control = asked.lines
      ? make("textarea", { ...shared, rows: "2", dir: "auto", maxlength: `${asked.most}` })
      : make("input", { ...shared, type: "text", dir: "auto", ...(asked.kind === "text" ? { maxlength: `${asked.most}` } : { class: "typed-marks", autocapitalize: "characters" }) });
    const line: Line = { asked, control, said: make("output", { id: `${id}-said`, for: id }), before: "" };
    control.addEventListener("focus", () => (line.before = control.value));
    control.addEventListener("input", () => this.read(line, false));
    control.addEventListener("change", () => this.read(line, true));
    control.addEventListener("keydown", (event) => this.pressed(event as KeyboardEvent, line));
    return line;
  }

  private rowOf({ asked, control, said }: Line): HTMLElement {
    const label = make("label", { for: control.id }, make("b", {}, asked.n), ` ${asked.words}`);
    return make("div", { class: `typing-row of-${asked.kind}` }, label, control, said, make("p", { class: "marks", id: `${control.id}-marks` }, this.marks(asked)));
  }

  /** Which keys this question takes, and what each is on the paper. */
  private marks({ choices, kind, states }: Asked): string {
    const { say } = this;
    const named = (all: Asked["choices"]): string[] => all.map(({ key, words }) => say("answer", { key, words }));
    if (kind === "text") return say("text");
    const isScale = choices.length > 0 && choices.every(({ key, value }) => key === value);
    const [first, last] = [choices[0], choices.at(-1)];
    const all = isScale && first && last ? [say("numbers", { from: first.key, to: last.key })] : named(choices);
    const told = kind === "order" ? [say("in_order", { items: all.join("; ") })] : kind === "many" ? [say("ticks", { items: all.join("; ") })] : all;
    return [...told, ...named(states)].join("; ");
  }

  /** Say beside the line what its keys mean; aloud once it is left. */
  private read(line: Line, isLeft: boolean): Typed {
    const { asked, control, said } = line;
    this.isHandedOver = false;
    this.told.replaceChildren();
    this.after.replaceChildren();
    const typed = typedIn(asked, control.value);
    const isWrong = "wrong" in typed;
    const words = isWrong ? this.wrong(asked, typed) : this.meaning(asked, typed);
    // While more may follow, nothing is wrong yet; and what stands beneath it moves with it.
    whenReleased(() => {
      said.textContent = isWrong && !isLeft ? "" : words;
      said.classList.toggle("is-wrong", isWrong && isLeft);
    });
    if (isWrong && isLeft) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    return typed;
  }

  private wrong({ choices, states }: Asked, { typed, wrong }: Extract<Typed, { wrong: unknown }>): string {
    return this.say(wrong, { typed, marks: [...choices, ...states].map(({ key }) => key).join(" ") });
  }

  private meaning({ kind }: Asked, { chosen, unclear, values }: Row["typed"]): string {
    const { say } = this;
    const said = chosen.map(({ key, words }, n) => (kind === "order" && values?.[0]?.includes(",") ? `${n + 1}. ${words}` : words || key));
    const lost = unclear.map(({ choice, state }) => (choice ? say(`said_${state}`, { words: unstopped(choice.words) }) : say(state)));
    if (kind === "text" && values) return "";
    return [...said, ...lost].join("; ");
  }

  private pressed(event: KeyboardEvent, line: Line): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.lines.indexOf(line);
    if (event.key === "Escape") {
      line.control.value = line.control.value === line.before ? "" : line.before;
      this.read(line, true);
      return event.preventDefault();
    }
    const isText = line.asked.lines && line.control.value.includes("\n");
    if (event.key === "ArrowUp" && !isText) this.go(at - 1, event);
    else if (event.key === "ArrowDown" && !isText) this.go(at + 1, event);
    else if (event.key === "Enter" && !(line.asked.lines && event.shiftKey)) {
      event.preventDefault();
      const typed = this.read(line, true);
      if ("wrong" in typed) return announce(this.wrong(line.asked, typed));
      this.go(event.shiftKey ? at - 1 : at + 1, event);
    }
  }

  private fromHead(event: KeyboardEvent, control: HTMLElement): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const next = { [this.by.id]: this.who, [this.who.id]: this.written }[control.id];
    if (next) next.focus();
    else this.go(0, event);
  }

  private go(at: number, event: Event): void {
    event.preventDefault();
    if (at < 0) return this.written.focus();
    const line = this.lines[at];
    if (!line || (at >= this.shown && !this.spare.open)) return one("#typing-review")?.focus();
    line.control.focus();
    line.control.select();
    line.control.closest(".typing-row")?.scrollIntoView({ block: "center" });
  }

  /** All that was typed; null: some of it is no answer. */
  private rows(): Row[] | null {
    const rows = this.lines.map((line) => ({ asked: line.asked, typed: this.read(line, true) }));
    return rows.every((row): row is Row => !("wrong" in row.typed)) ? rows : null;
  }

  private review(): void {
    const { after, say } = this;
    const rows = this.rows();
    const title = make("h2", { tabindex: "-1" }, say("review_title"));
    if (rows === null) {
      const wrong = this.lines.filter(({ control }) => control.hasAttribute("aria-invalid"));
      this.tell(say("review_wrong", { n: wrong.length }));
      this.spare.open ||= this.lines.slice(this.shown).some((line) => wrong.includes(line));
      return wrong[0]?.control.focus();
    }
    const isTyped = ({ typed }: Row): boolean => typed.values !== null || typed.unclear.length > 0;
    const given = rows.filter(isTyped);
    const blank = rows.filter((row, at) => !isTyped(row) && (at < this.shown || this.spare.open)).map(({ asked }) => asked.n);
    const unclear = given.reduce((sum, { typed }) => sum + typed.unclear.length, 0);
    const items = given.map(({ asked, typed }) => {
      const said = asked.kind === "text" && typed.values ? typed.values.join(" ") : this.meaning(asked, typed);
      const isUnclear = typed.unclear.length > 0;
      return make("div", isUnclear ? { class: "is-unclear" } : {}, make("dt", {}, say("question", { n: asked.n, words: asked.words })), make("dd", { dir: "auto" }, said));
    });
    const by = (name: string): Row | undefined => rows.find(({ asked }) => asked.name === name);
    const [role, view] = [by(ROLE_NAME), by(VIEW_NAME)];
    const isLost = Boolean(view?.typed.values) && !HELPED.includes(role?.typed.values?.[0] ?? "");
    after.replaceChildren(
      title,
      ...(given.length === 0 ? [make("p", {}, say("review_none"))] : []),
      ...(unclear > 0 ? [make("p", { class: "note" }, say("review_unclear", { n: unclear }))] : []),
      ...(isLost ? [make("p", { class: "note" }, say("review_view", { n: view?.asked.n ?? "", role: role?.asked.n ?? "" }))] : []),
      make("dl", { class: "typing-read" }, ...items),
      ...(blank.length > 0 ? [make("p", {}, say("review_blank", { n: blank.length, numbers: blank.join(", ") }))] : []),
      make("p", { class: "typing-ways" }, button(say("make"), { class: "button" }, () => void this.make(rows)), " ", button(say("again"), { class: "button secondary" }, () => this.lines[0]?.control.focus())),
    );
    focusOn(title);
  }

  private paper(): Omit<FromPaper, "unclear"> {
    const typed_by = ROLES.find((role) => role === this.by.value) ?? "unanswered";
    return { typed_by, words: this.who.value.replace(/\s+/g, " ").trim(), written: this.written.value };
  }

  private async make(rows: readonly Row[]): Promise<void> {
    const { after, page, say, words } = this;
    if (!words) return this.tell(say("waiting"));
    const statement = statementTyped(rows, page, this.paper());
    const now = instant();
    const { id, rev, created } = this.saved ?? { id: randomId(), rev: 0, created: now };
    this.saved = { id, rev: rev + 1, created };
    const record = sealed(statement, { ...this.saved, updated: now, day: today() });
    const token = await tokenOf(record, words.tokens ?? words.aid).catch(() => "");
    // All went while it was made.
    if (this.saved?.id !== id) return;
    const clinician = new URL(location.protocol === "file:" ? "../../clinician/index.html" : "../../clinician/", location.href).href;
    const title = make("h2", { tabindex: "-1" }, say("made"));
    const next = button(say("next_form"), { class: "button secondary" }, (event) => void this.clear(event));
    after.replaceChildren(title, ...(isShared() ? this.onScreen(linkOf(clinician, token), token, next) : this.toClinician(record, words, linkOf(clinician, token), token, next)));
    focusOn(title);
    announce(say("made"));
  }

  /** On a device that many use nothing can be left: another one takes the record from the screen. */
  private onScreen(link: string, token: string, next: HTMLElement): HTMLElement[] {
    const { say } = this;
    const picture = token ? squareCode(link, say("screen_label")) : null;
    if (picture) this.isHandedOver = true;
    const shown = picture ? make("figure", { class: "code-on-screen" }, picture, make("figcaption", {}, say("screen"))) : make("p", {}, say("no_screen"));
    return [shown, make("p", { class: "typing-ways" }, next)];
  }

  private toClinician(record: Record, words: WaysWords, link: string, token: string, next: HTMLElement): HTMLElement[] {
    const { say } = this;
    const open = make("a", { class: "button", href: link, id: "typing-open" }, say("open"));
    open.addEventListener("click", () => (this.isHandedOver = true));
    const save = button(say("save"), { class: token ? "button secondary" : "button", id: "typing-save" }, () => this.save(record, words));
    return [
      ...(token ? [] : [make("p", {}, say("no_code"))]),
      make("p", { class: "typing-ways" }, ...(token ? [open, " "] : []), save, " ", next),
    ];
  }

  private save(record: Record, words: WaysWords): void {
    const { aidSay, form, page, say } = this;
    const blocks = [this.paperBlock(record), ...summaryBlocks(record, page.words, formWords(form), aidSay, record.day)];
    const clinician = location.protocol === "file:" ? "" : new URL("../../clinician/", location.href).href;
    const direction = document.documentElement.dir === "rtl" ? "rtl" : "ltr";
    offerOnce(fileName(record.aid.id, record.day), fileText(blocks, blankLines(aidSay), record, messagesOf<"ways">(words.messages.ways), direction, clinician));
    this.isHandedOver = true;
    announce(say("save"));
  }

  /** What the file says of the paper: nobody takes it for words that the person typed. */
  private paperBlock({ paper }: Record): Block {
    const { say } = this;
    const role = say(`by.${paper?.typed_by ?? "unanswered"}`);
    const date = dayInWords(say, paper?.written ?? "");
    const unclear = this.lines.flatMap((line) => {
      const typed = typedIn(line.asked, line.control.value);
      return "wrong" in typed ? [] : typed.unclear.map(({ choice, state }) => ({ state, words: choice?.words ?? line.asked.words }));
    });
    const lost = (["unreadable", "crossed_out"] as const).flatMap((state) => {
      const items = unclear.filter((each) => each.state === state).map(({ words }) => words);
      return items.length > 0 ? [say(`file_${state}`, { items: items.join("; ") })] : [];
    });
    const lines = [say("file_line", { who: [role, paper?.words].filter(Boolean).join(", ") }), date && say("file_written", { date }), ...lost];
    return { id: "paper", heading: say("file_heading"), lines: lines.filter(Boolean) };
  }

  private async clear(event: Event): Promise<void> {
    const { say } = this;
    const trigger = event.currentTarget as HTMLElement;
    if (!this.isHandedOver && !(await ask(trigger, say(isShared() ? "clear_ask_shared" : "clear_ask"), say("clear_yes"), say("clear_no")))) return;
    const by = this.by.value;
    this.forget();
    // Whoever types goes on to the next form.
    this.by.value = by;
    this.by.focus();
    announce(say("cleared"));
  }

  /** Whether anything stands here that could be somebody's. */
  private get holdsSomething(): boolean {
    const controls = [this.who, this.written, ...this.lines.map(({ control }) => control)];
    return this.saved !== null || controls.some(({ value, validity }) => value !== "" || validity.badInput);
  }

  /** Let go of all that was typed in, and of what was made of it. */
  private forget(): void {
    for (const line of this.lines) {
      line.control.value = line.before = "";
      this.read(line, true);
    }
    this.who.value = this.written.value = "";
    this.by.value = TYPED_BY;
    this.spare.open = false;
    this.saved = null;
    this.isHandedOver = true;
  }

  /** Nobody is there any more. */
  private left(said: string): void {
    this.forget();
    this.told.replaceChildren(make("p", { class: "message" }, said));
    this.by.focus();
    announce(said);
  }

  private tell(text: string): void {
    this.after.replaceChildren(make("p", { class: "message" }, text));
    announce(text);
  }
}

/** 128 random bits as hex digits. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

guarded("from-paper", () => {
  document.documentElement.classList.replace("no-js", "js");
  const form = one<HTMLTemplateElement>("#asked")?.content.querySelector("form");
  const root = one("#typing");
  if (!form || !root) return;
  form.dataset["clock"] = keepTime() ?? form.dataset["clock"];
  for (const each of all<HTMLElement>(".clock-later")) each.remove();
  forgetStale();
  new Typing(root, form).start();
});
