/** The plan that lies on the page: takes each change, draws what is to be seen of it, and makes copies. */
import type { Plan } from "../../generated/plan.ts";
import type { Opened } from "../incoming/read-types.ts";
import { copied } from "../page/copy.ts";
import { all, announce, one } from "../page/dom.ts";
import { offerOnce } from "../page/downloads.ts";
import { isPressed, RELEASES } from "../page/pressed.ts";
import { noteCopy } from "../plan/edits.ts";
import { newPlan, type Open, openedPlan, saved, standing } from "../plan/open-plan.ts";
import { followingPlan } from "../plan/following.ts";
import { planFileName } from "../plan/plan-file.ts";
import { planText } from "../plan/written.ts";
import type { KeptPlan } from "../plan/kept-state.ts";
import { fromPaper, paperBehind, type PlanShort } from "../plan/short.ts";
import { planRecordText, reviewRecordText } from "../plan/text.ts";
import { instant, today } from "../record/today.ts";
import { voicesThere } from "./block-decided.ts";
import { type Draft, Waiting } from "./drafts.ts";
import { drawAsked, isAskedAnew, TOOLS } from "./block-review.ts";
import { isLongNotice } from "./copy-large.ts";
import type { Part, PlanAid, PlanSay } from "./desk.ts";
import { isHereChanged, sayFirst } from "./begin.ts";
import { drawn, headLine, paperOf, railsOf, whereLine, whereWords } from "./drawing.ts";
import { fileOfPlan } from "./file.ts";
import type { Here, NextAction } from "./here.ts";
import { type Aids, aidsNamed } from "./library.ts";
import { focusFirst, waysOut } from "./ways-out.ts";
import { isPersonsPlan, PlanKeeping, type PlanPage } from "./kept.ts";
import { Nearby } from "./nearby.ts";
import { leftWords, noticesOf } from "./notices.ts";

export class Table implements PlanPage {
  readonly say: PlanSay;
  readonly unfolded = new Set<string>();
  readonly here: Here = { there: [], typedBy: "" };
  readonly nextAction: NextAction = { goal: null };
  open: Open;
  home: readonly Opened[] = [];
  readonly nearby = new Nearby();
  readonly kept = new PlanKeeping(this);
  paper: PlanShort | null = null;
  part: Part = "visit";
  /** Whether there is a plan on it at all. */
  hasPlan = false;
  /** Whether the plan is another than the one that was saved or opened last: a copy on paper or as text changes nothing of that. */
  isSinceSave = false;
  /** Whether there is a file that holds it, as it is or as it was. */
  wasSaved = false;
  /** Whether something would be lost with the page. */
  private unsaved = false;
  /** Whether somebody was given it since it was opened. */
  isGiven = false;
  /** The fields whose words are in nothing that was handed over last. */
  leftOut: readonly string[] = [];
  leftAt = "";
  given = "";
  /** What was written last at the foot. */
  private where = "";
  private readonly waiting = new Waiting();
  /** What waits until nothing is pressed. */
  private due: "" | "refresh" | "draw" = "";
  private readonly place: HTMLElement;
  private readonly aids: Aids;

  constructor(place: HTMLElement, aids: Aids, say: PlanSay) {
    this.place = place;
    this.aids = aids;
    this.say = say;
    this.open = this.empty();
    for (const sign of RELEASES) window.addEventListener(sign, () => this.released(), true);
  }

  private released(): void {
    const { due } = this;
    this.due = "";
    // Behind the click, which comes next.
    if (due) setTimeout(() => (due === "draw" ? this.draw() : this.refresh()), 0);
  }

  get isUnsaved(): boolean {
    return this.unsaved;
  }

  set isUnsaved(isSo: boolean) {
    this.unsaved = isSo;
    if (isSo) this.isSinceSave = true;
  }

  private empty(): Open {
    return newPlan(instant(), document.documentElement.lang || "en");
  }

  get today(): string {
    return today();
  }

  aid(id: string | undefined): PlanAid | null {
    return this.aids.get(id);
  }

  /** Lay a plan on the page: an empty one, or one that was read. Who is here is asked anew. */
  async lay(plan: Plan | null): Promise<void> {
    this.open = plan === null ? this.empty() : openedPlan(plan);
    this.paper = null;
    Object.assign(this, { leftOut: [], given: "" });
    this.hasPlan = true;
    this.isUnsaved = false;
    this.isSinceSave = false;
    this.wasSaved = plan !== null;
    this.isGiven = false;
    this.nearby.laid(this.open.plan, false);
    this.part = this.nearby.request ? "near" : "visit";
    await this.fetchAids();
  }

  /** Begin a review from a paper, of which nothing is known but what stands on it. */
  async layPaper(short: PlanShort): Promise<void> {
    await this.lay(fromPaper(short, instant()));
    this.paper = short;
    this.part = "review";
  }

  /** The file of a review from paper, without its plan: what stood on the paper is all that was before it. */
  async layPaperFile(plan: Plan): Promise<void> {
    await this.lay(plan);
    this.paper = paperBehind(plan);
    this.part = "review";
  }

  /** Lay the plan on the page that is kept on the device, in the place of what is there. */
  layKept({ isUnsaved, open }: KeptPlan): void {
    const isOther = !this.hasPlan || this.open.plan.id !== open.plan.id;
    Object.assign(this, { open, isSinceSave: isUnsaved, wasSaved: (open.plan.rev ?? 1) > 1, isUnsaved, paper: null, hasPlan: true, isGiven: false, leftOut: [], given: "" });
    this.home = this.home.filter(({ record: { id } }) => (open.plan.decisions ?? []).some(({ record }) => record === id));
    this.nearby.laid(open.plan, false);
    if (isOther) this.part = "copy";
    this.draw();
    // What an aid says of it comes behind.
    void this.fetchAids().then(() => this.draw());
  }

  get isPersons(): boolean {
    return isPersonsPlan(this);
  }

  waitingFields(): readonly string[] {
    return this.hasPlan ? [...new Set(this.waiting.all(this.place).map(({ label }: Draft) => label))] : [];
  }

  retold(): void {
    this.drawLine();
  }

  /** The aids that the plan names. */
  async fetchAids(): Promise<void> {
    await Promise.all(aidsNamed(this.open.plan).map((id) => this.aids.fetched(id)));
  }

  note(next: Open): boolean {
    const isChange = next !== this.open;
    this.take(next);
    this.refresh();
    return isChange;
  }

  show(next: Open, focus = ""): void {
    this.take(next);
    this.draw(focus);
  }

  /** Whether a field may be drawn again: of an entry that was taken out there is none. */
  private isOfPlan(id: string): boolean {
    const [entry] = /\b[a-z]-[0-9a-f]{8}\b/u.exec(id) ?? [];
    return entry === undefined || planText(this.open.plan).includes(entry);
  }

  private take(next: Open): void {
    if (next !== this.open) this.isUnsaved = true;
    if (next !== this.open) Object.assign(this, { leftOut: [], given: "" });
    this.open = next;
    // At once: what is drawn may wait, and meanwhile it is not saved.
    this.kept.changed();
  }

  redraw(id: string): void {
    // Behind the key or the press by which the field was left.
    setTimeout(() => {
      const at = document.activeElement?.id;
      this.draw();
      if (!at || document.activeElement?.id !== at || !document.activeElement.checkVisibility()) this.draw(id);
    }, 0);
  }

  find(id: string): void {
    if (isHereChanged(this)) return sayFirst(this);
    // Who is here was asked anew, and nothing of it was changed: what is looked for stands behind that question.
    this.unfolded.delete("here");
    this.draw(id);
    if (document.getElementById(id) || this.paper) return;
    // What is only written in the visit is not in the review.
    this.part = "visit";
    this.draw(id);
    if (!document.getElementById(id)) this.draw("here");
  }

  go(part: Part): void {
    Object.assign(this, { part, given: "" });
    this.draw(`part-${part}`);
  }

  askHere(isAgain: boolean): void {
    const { plan, visit } = this.open;
    const at = isAgain ? undefined : plan.visits?.find(({ id }) => id === visit);
    Object.assign(this.here, { there: at?.there ?? [], typedBy: at?.typed_by ?? "" });
    if (isAgain) this.open = { ...this.open, visit: "" };
    else this.unfolded.add("here");
    if (this.part === "copy") this.part = this.paper ? "review" : "visit";
    this.draw("here");
  }

  /** Nothing of the plan is left in the page. */
  clear(): void {
    this.open = this.empty();
    this.home = [];
    Object.assign(this, { leftOut: [], given: "" });
    this.waiting.clear();
    this.nearby.clear();
    this.paper = null;
    this.hasPlan = false;
    this.isUnsaved = false;
    this.unfolded.clear();
    this.kept.whose = "";
    this.nextAction.goal = null;
    Object.assign(this.here, { there: [], typedBy: "" });
    this.draw();
  }

  /** Draw all of it; the focus goes where it is wanted, and stays where it was otherwise. */
  draw(focus = ""): void {
    if (isPressed()) {
      this.due = "draw";
      return;
    }
    const { classList, dataset } = document.documentElement;
    classList.toggle("has-plan", this.hasPlan);
    const ways = waysOut(this.place);
    const drafts = this.hasPlan ? this.waiting.all(this.place) : [];
    this.place.replaceChildren(...(this.hasPlan ? drawn(this) : []));
    const notices = noticesOf(this);
    this.waiting.put(drafts, ({ id }) => this.isOfPlan(id));
    if (notices.length > 0) dataset["notice"] = notices.join(" ");
    else delete dataset["notice"];
    classList.toggle("long-notice", isLongNotice(notices.join(" ")));
    this.refresh();
    const element = focusFirst([focus, ...ways]);
    if (element && focus) element.scrollIntoView({ block: "nearest" });
    this.kept.drawn();
  }

  /** What counts and sums up, and the copy on paper. */
  private refresh(): void {
    this.kept.changed();
    document.getElementById("paper")?.replaceChildren(...(this.hasPlan ? [paperOf(this)] : []));
    if (isPressed()) {
      this.due ||= "refresh";
      return;
    }
    this.drawLine();
    const asked = one("[data-agreed]", this.place);
    if (asked && isAskedAnew(this, asked)) {
      drawAsked(this, asked);
      announce(one("[data-anew]", asked)?.textContent ?? "");
    }
    const rails = one("[data-rails]", this.place);
    if (rails && !rails.contains(document.activeElement)) rails.replaceChildren(...railsOf(this));
  }

  private drawLine(): void {
    if (isPressed()) {
      this.due ||= "refresh";
      return;
    }
    const line = one("[data-line]");
    if (!line) return;
    const focused = line.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    line.hidden = !this.hasPlan;
    line.replaceChildren(...(this.hasPlan ? headLine(this) : []));
    if (focused) document.getElementById(focused)?.focus();
    this.drawWhere();
  }

  /** At the foot, where the plan is; what keeps it writes its own line over that. */
  private drawWhere(): void {
    const [at, words] = [one("[data-where]", this.place), this.hasPlan ? whereWords(this) : ""];
    if (!at || words === this.where) return;
    this.where = words;
    at.replaceWith(whereLine(words));
    this.kept.drawn();
  }

  print(isLarge: boolean): void {
    this.copyGiven(isLarge ? "large_print" : "paper");
    document.documentElement.classList.toggle("large-copy", isLarge);
    window.print();
  }

  async copyText(beside: HTMLElement): Promise<void> {
    const isCopied = await copied(this.recordText(), beside, this.say("tools.copy_label"));
    if (!isCopied) return announce(this.say("tools.copy_failed"));
    // It has not all of the plan: what was not saved is as little saved as before.
    this.stand(noteCopy(this.open, "gp_record", "text"), this.isUnsaved);
    this.tellGiven(this.say("tools.copied"), TOOLS);
    (one("[data-copy]", this.place) ?? beside).textContent = this.say("tools.copied");
  }

  /** Of a review from paper too, with what is known of the paper. */
  private recordText(): string {
    const { open: { plan }, paper } = this;
    return paper ? reviewRecordText(plan, paper.onPaper.rev === 0 ? null : paper) : planRecordText(plan, !this.wasSaved ? "none" : this.isSinceSave ? "changed" : "held");
  }

  copy(beside: HTMLElement): void {
    void this.copyText(beside);
  }

  save(): void {
    const [voice] = voicesThere(this);
    const at = saved(voice ? noteCopy(this.open, voice, "file") : this.open, instant());
    this.stand(at);
    Object.assign(this, { isSinceSave: false, wasSaved: true });
    this.give(planFileName(this.today, at.plan), fileOfPlan(this), TOOLS);
  }

  give(name: string, text: string, at: string, all?: Open): void {
    if (all) this.stand(all);
    offerOnce(name, text);
    this.tellGiven(this.say("tools.saved"), at);
  }

  tellGiven(words: string, at: string): void {
    const before = this.leftOut.length + this.given.length;
    Object.assign(this, { leftOut: this.waitingFields(), leftAt: at, given: words });
    if (this.leftOut.length > 0 || words || before > 0) this.draw();
    one("[data-left-out]", this.place)?.scrollIntoView({ block: "nearest" });
    const said = [words, leftWords(this)].filter(Boolean).join(" ");
    if (said) announce(said);
  }

  follow(): void {
    if (this.isUnsaved) this.save();
    void this.lay(followingPlan(this.open.plan, instant())).then(() => {
      Object.assign(this, { isUnsaved: true, wasSaved: false });
      announce(this.say("full.begun"));
      this.draw("begin-title");
    });
  }

  private copyGiven(form: "paper" | "large_print"): void {
    const [voice] = voicesThere(this);
    this.stand(voice ? noteCopy(this.open, voice, form) : this.open);
    this.tellGiven("", TOOLS);
  }

  /** Somebody has it now: what it says stands, and no field is left in which it could still be put right. */
  private stand(next: Open, isUnsaved = false): void {
    this.open = standing(next);
    this.isUnsaved = isUnsaved;
    this.isGiven = true;
    this.leftOut = this.waitingFields();
    // The paper at once: it may be printed before anything is drawn.
    if (isPressed()) this.refresh();
    this.draw();
  }

  /** Whether words stand in a field that the plan has not. */
  get hasDraft(): boolean {
    return this.waiting.all(this.place).length > 0;
  }

  /** What is being typed is taken before anything is made of it. */
  settle(): void {
    for (const field of all<HTMLTextAreaElement>("textarea, input[type=text], input[type=date]", this.place)) {
      if (field === document.activeElement) field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
