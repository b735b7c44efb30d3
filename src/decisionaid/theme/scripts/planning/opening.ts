/** Lays on the page what comes in; whose it is is asked where nobody could tell. */
import type { Plan } from "../../generated/plan.ts";
import { shownName } from "../handover/opened.ts";
import { cameIn } from "../incoming/idle.ts";
import { type Passphrase, PassphraseForm } from "../incoming/passphrase-form.ts";
import type { Opened } from "../incoming/read-types.ts";
import type { OpenDesk } from "../incoming/pictures.ts";
import type { Incoming } from "../incoming/way.ts";
import { announce, make, one } from "../page/dom.ts";
import { differing } from "../plan/differing.ts";
import { isAltered as isPlanAltered, isInDoubt, planText } from "../plan/written.ts";
import { knowsRecord, withRecord } from "../plan/from-record.ts";
import { broughtIn } from "../plan/brought-in.ts";
import { merged } from "../plan/merging.ts";
import { addedBy } from "../plan/request-here.ts";
import type { PlanRead, PlanRefused } from "../plan/reading.ts";
import type { PlanShort } from "../plan/short.ts";
import { isMadeUp } from "../record/made-up.ts";
import type { Aids } from "./library.ts";
import { type PlanOrRecord, readAny } from "./reading.ts";
import type { Table } from "./table.ts";
import { twoCopies } from "./two-copies.ts";
import { sayMineFirst, whoseBox } from "./whose.ts";
import { day, firstWho, listed } from "./words.ts";

/** Files that are read at once. */
const MOST_AT_ONCE = 8;
const MOST_NAMED = 8;

export class Opening implements OpenDesk {
  private readonly table: Table;
  private readonly aids: Aids;
  private readonly problem: HTMLElement;
  private readonly panel: HTMLElement;
  private readonly passphrase: Passphrase;
  /** Counts what was opened or cleared: a slow answer to what came earlier is not taken. */
  turn = 0;
  /** The ways of what came in last and was opened. */
  private opened: string[] = [];
  /** Whether it was said of what came in last that copies were put together. */
  private isMergedTold = false;
  /** What was typed is in the plan now, or of another person: it may go. */
  private readonly taken: () => void;

  constructor(table: Table, aids: Aids, { problem, panel, passphrase }: { problem: HTMLElement; panel: HTMLElement; passphrase: HTMLElement }, taken: () => void) {
    this.table = table;
    this.aids = aids;
    this.problem = problem;
    this.panel = panel;
    this.passphrase = new PassphraseForm(passphrase, table.say);
    this.taken = taken;
  }

  get isEmpty(): boolean {
    return [this.problem, this.panel].every((place) => place.childElementCount === 0);
  }

  /** Take what comes in, one after the other; a bad one is named and changes nothing. */
  async take(incoming: readonly Incoming[]): Promise<void> {
    cameIn();
    this.stop();
    const turn = this.turn;
    const { say } = this.table;
    this.opened = [];
    this.isMergedTold = false;
    for (const each of incoming.slice(0, MOST_AT_ONCE)) {
      const found = await this.read(each);
      if (turn !== this.turn) return;
      if (found === null) this.tell(say("fault.file", { way: each.way }), say("fault.locked"));
      else await this.lay(found, each, turn);
      if (turn !== this.turn) return;
    }
    this.tellOpened(incoming.length);
    if (incoming.length > MOST_AT_ONCE) this.tell(say("fault.several", { n: MOST_AT_ONCE }));
    cameIn();
    this.table.draw(this.table.hasPlan ? "plan-title" : "");
    // What is to be chosen stands above the plan.
    one("#differ-title", this.panel)?.focus();
    this.showProblem();
  }

  /** Begin an empty plan; one that is open stays. */
  async begin(): Promise<void> {
    if (this.table.hasPlan) return this.sayAsked();
    this.stop();
    await this.table.lay(null);
    this.table.draw("begin-title");
  }

  /** A plan is there, and whose something is that came with it is being asked: that comes first. */
  private sayAsked(): void {
    if (sayMineFirst(this.panel, this.table.say)) announce(this.table.say("note.mine_first"));
  }

  /** Nothing on its way is taken, and no question stands. */
  stop(): void {
    this.turn += 1;
    this.passphrase.close();
    this.panel.replaceChildren();
    this.problem.replaceChildren();
  }

  /** Say what could not be done; the plan stays as it is. */
  fail(...lines: string[]): void {
    this.stop();
    this.tell(...lines);
    this.showProblem();
  }

  /** What was pressed may be far from where it is told. */
  private showProblem(): void {
    if (this.problem.childElementCount > 0 && !this.panel.contains(document.activeElement)) this.problem.scrollIntoView({ block: "nearest" });
  }

  tell(...lines: string[]): void {
    this.problem.append(make("div", {}, ...lines.map((text) => make("p", {}, text))));
  }

  private async read({ isFolder, text, way }: Incoming): Promise<PlanOrRecord | null> {
    if (isFolder) return { fault: "folder" };
    try {
      const found = await readAny(await text(), this.aids);
      if (!("locked" in found)) return found;
      const open = await this.passphrase.opened(found.locked, way);
      return open === null ? null : await readAny(open, this.aids);
    } catch {
      return { fault: "unreadable" };
    }
  }

  /** Heard by its name; where several came at once, which of them were opened is seen too. */
  private noteOpened(way: string): void {
    this.opened.push(way);
    this.taken();
    announce(this.table.say("note.opened", { way }));
  }

  private tellOpened(count: number): void {
    if (count < 2 || this.opened.length === 0) return;
    const { say } = this.table;
    const words = say("note.opened_all", { ways: listed(this.opened, say) });
    this.problem.prepend(make("div", { "data-opened": "" }, make("p", {}, words)));
    announce(words);
  }

  private async lay(found: PlanOrRecord, { isFile, way }: Incoming, turn: number): Promise<void> {
    const { say } = this.table;
    const about = say("fault.file", { way });
    if ("plan" in found) return this.layPlan(found.plan, way);
    if ("short" in found) return this.layPaper(found.short, way);
    if ("opened" in found) return this.layRecord(found.opened, way, turn);
    if ("refused" in found) return this.tell(about, refusal(found.refused, say));
    if ("without" in found) return this.tell(about, say("fault.without", { aid: found.without.aid }));
    // What was typed, pasted or scanned was to be a code.
    if ("fault" in found) this.tell(about, say(found.fault === "not_ours" && !isFile ? "fault.not_code" : `fault.${found.fault}`));
  }

  /** Two copies of one plan are put together; another plan is never mixed with it. */
  private async layPlan({ plan, left, isAltered }: PlanRead, way: string): Promise<void> {
    const { table } = this;
    const { say } = table;
    const { plan: shown } = table.open;
    const isBeside = table.hasPlan;
    if (!table.hasPlan) await (plan.part === "paper_review" ? table.layPaperFile(plan) : table.lay(plan));
    else if (table.paper && !wasSaid(table.paper, shown) && table.open.visit === "" && table.open.plan.id === plan.id) await this.inPlaceOfPaper(plan);
    else {
      const before = table.open.held;
      const wasAltered = isPlanAltered(table.open.plan);
      const both = merged(before, plan);
      if (typeof both === "string") return this.tell(say("fault.file", { way }), say(`note.${both}`));
      const isSame = planText(both.plan) === planText(before);
      const next = isSame ? { open: table.open, disputed: [] } : broughtIn(table.open, both.plan);
      if (next === null) return this.tell(say("fault.file", { way }), say("note.full"));
      table.open = next.open;
      table.isUnsaved ||= planText(table.open.plan) !== planText(plan);
      table.nearby.laid(plan, true);
      await table.fetchAids();
      // Two reviews from paper together are no plan yet.
      const isWhole = !both.plan.part;
      // Which of the two was opened first says nothing: what somebody added was not in the plan.
      const added = before.part && !plan.part ? this.added(plan, both.plan) : this.added(before, both.plan);
      if (table.paper && isWhole) this.tell(say("paper.found"), ...added);
      else if (!isSame) this.tellMerged(added);
      if (isWhole) table.paper = null;
      // What was changed on the way is in nobody's place before somebody says so.
      this.differ(shown, plan, way, isAltered !== wasAltered ? null : [...both.disputed, ...next.disputed]);
    }
    // While it lies there so, the plan itself says it.
    this.notes(left, isAltered && !isInDoubt(table.open.plan), isBeside ? way : "");
    this.noteOpened(way);
  }

  /** Of several copies that came at once it is said once. */
  private tellMerged(added: readonly string[]): void {
    const lines = [...(this.isMergedTold ? [] : [this.table.say("note.merged")]), ...added];
    this.isMergedTold = true;
    if (lines.length > 0) this.tell(...lines);
  }

  /** `places`: where both say another thing, as paths; null: one of the two was changed on the way, and all is looked at. */
  private differ(shown: Plan, plan: Plan, way: string, places: readonly string[] | null): void {
    const { table } = this;
    const all = differing(shown, plan).filter(({ path }) => places === null || places.includes(path.join("/")));
    if (all.length > 0) this.panel.replaceChildren(twoCopies(table, all, plan, way));
  }

  /** What others wrote is the person's once they were asked. */
  private added(before: Plan, after: Plan): string[] {
    const { say } = this.table;
    // Of what is being said now they are asked at its end.
    return addedBy(before, after).filter(({ id }) => id !== this.table.open.visit).slice(-MOST_NAMED).map(({ on, typed_by: by }) => say("note.added", { who: firstWho(after, by, say), date: day(on, say) }));
  }

  /** Nothing was said yet in the review from paper: it is one of the plan. */
  private async inPlaceOfPaper(plan: Plan): Promise<void> {
    await this.table.lay(plan);
    this.table.part = "review";
    this.tell(this.table.say("paper.found"));
  }

  /** A paper begins a review where nothing is open; beside its plan it has nothing to add. */
  private async layPaper(short: PlanShort, way: string): Promise<void> {
    const { table } = this;
    const { say } = table;
    const { id, rev = 1 } = short.onPaper;
    if (!table.hasPlan) {
      await table.layPaper(short);
      return this.noteOpened(way);
    }
    const { plan } = table.open;
    if (plan.id !== id) return this.tell(say("fault.file", { way }), say("note.other"));
    const isNewer = !table.paper && rev > (plan.rev ?? 1);
    this.tell(say("fault.file", { way }), isNewer ? say("paper.newer", { n: rev, now: plan.rev ?? 1 }) : say(table.paper ? "paper.twice" : "paper.beside"));
  }

  /** It was read, and somebody said that it is of another person. */
  private leftOut(): void {
    this.taken();
    this.tell(this.table.say("note.left_out"));
  }

  private notes(left: readonly string[], isAltered: boolean, way = ""): void {
    const { say } = this.table;
    if (isAltered) this.tell(way ? say("note.altered_of", { way }) : say("note.altered"));
    if (left.length > 0) this.tell(say("note.left", { parts: [...new Set(left)].slice(0, MOST_NAMED).map(shownName).join(", ") }));
  }

  /** A record beside a plan that does not name it may be of anybody. */
  private async layRecord(opened: Opened, way: string, turn: number): Promise<void> {
    const { table } = this;
    const { record } = opened;
    const { say } = table;
    if (table.paper) return this.tell(say("fault.file", { way }), say("paper.answers"));
    // What a helper thinks is nothing that the person said.
    if (record.filled_in_by.role === "helper") return this.tell(say("fault.file", { way }), say("fault.helper_own"));
    // What nobody said is never put into a plan of somebody's.
    if (isMadeUp(record)) return this.tell(say("fault.file", { way }), say("fault.made_up_record"));
    const isNew = !table.hasPlan;
    if (isNew) await table.lay(null);
    const isKnown = knowsRecord(table.open, record);
    // What a person said is never put into a plan of nobody's.
    if (!isNew && isMadeUp(table.open.plan)) return this.tell(say("fault.file", { way }), say("fault.made_up"));
    if (!isNew && !isKnown && !(await this.isMine(way, opened))) return turn === this.turn ? this.leftOut() : undefined;
    if (turn !== this.turn) return;
    const aid = await this.aids.fetched(record.aid.id);
    if (turn !== this.turn) return;
    const words = opened.known.seen ?? opened.known.words;
    const next = withRecord(table.open, record, words, aid?.about.condition ?? "");
    if (next === table.open && !isKnown) return this.tell(say("fault.file", { way }), say("fault.no_room"));
    if (!isNew && !isKnown) table.isUnsaved = true;
    table.open = next;
    table.home = [...table.home.filter(({ record: { id } }) => id !== record.id), opened];
    this.notes(opened.left, opened.isAltered, isNew ? "" : way);
    this.noteOpened(way);
  }

  /** What each of the two says stands beside the question, or nobody could answer it. */
  private isMine(way: string, opened: Opened): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (isMine: boolean): void => {
        this.panel.replaceChildren();
        resolve(isMine);
      };
      this.panel.replaceChildren(whoseBox(this.table, opened, way, answer));
      one("#mine-title", this.panel)?.focus();
    });
  }
}

/** Whether anything was said at the paper, or in an earlier review from one. */
function wasSaid({ onPaper }: PlanShort, { visits = [] }: Plan): boolean {
  return visits.some(({ id }) => !onPaper.visits?.some((each) => each.id === id));
}

/** Why a plan is not opened, with its place. */
function refusal({ fault, place }: PlanRefused, say: Table["say"]): string {
  return say(`fault.${fault}`, { place });
}
