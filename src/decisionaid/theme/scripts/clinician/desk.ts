/** What is open on the clinician's page: reads what comes in, shows one sheet at a time, and lets all of it go. */
import type { Say } from "../handover/messages.ts";
import { all, announce, focusOn, make, one } from "../page/dom.ts";
import type { Later } from "../page/later-script.ts";
import { isMadeUp } from "../record/made-up.ts";
import { labelElement } from "./label.ts";
import { cameIn } from "../incoming/idle.ts";
import type { OpenDesk } from "../incoming/pictures.ts";
import type { FromMore } from "./more.ts";
import { OpenList } from "./open-list.ts";
import { Patients, type Patient } from "./patients.ts";
import type { Passphrase } from "../incoming/passphrase-form.ts";
import type { Read } from "../incoming/read-types.ts";
import type { Incoming } from "../incoming/way.ts";

/** Files that are read at once. */
const MOST_AT_ONCE = 40;

/** Where things stand on the page. */
export interface Places {
  readonly sheet: HTMLElement;
  readonly problem: HTMLElement;
  readonly passphrase: HTMLElement;
  readonly list: HTMLElement;
}

/** What came under a passphrase, and what opens it. */
interface Locked {
  readonly each: Incoming;
  readonly unlock: Extract<Read, { locked: unknown }>["locked"];
}

export class Desk implements OpenDesk {
  private readonly say: Say<"clinician">;
  private readonly more: Later<FromMore>;
  private readonly places: Places;
  private passphrase: Passphrase | null = null;
  /** What was brought and is still locked. */
  private waiting: readonly Incoming[] = [];
  private readonly patients = new Patients();
  private readonly list: OpenList;
  /** Counts what was opened or closed: a slow answer to what came earlier is not shown. */
  turn = 0;

  constructor(places: Places, more: Later<FromMore>, say: Say<"clinician">) {
    this.say = say;
    this.more = more;
    this.places = places;
    this.list = new OpenList(places.list, this.patients, say, (patient) => void this.choose(patient), (before, after) => void this.compare(before, after));
    this.refresh();
  }

  get isEmpty(): boolean {
    return this.patients.all.length === 0 && [this.places.problem, this.places.passphrase].every((place) => place.childElementCount === 0);
  }

  /** Open all of these; a bad one is named and opens nothing, and who is open already stays. `taken`: what was typed was opened, and may go. */
  async take(incoming: readonly Incoming[], taken = (): void => undefined): Promise<void> {
    cameIn();
    const turn = (this.turn += 1);
    // Gone before the next is read: nobody may take one person's answers for another's.
    this.hide();
    const more = await this.more.fetched();
    if (turn !== this.turn) return;
    if (more === null) return this.fail(this.say("fault.late"));
    const [opened, locked]: [Patient[], Locked[]] = [[], []];
    for (const each of incoming.slice(0, MOST_AT_ONCE)) {
      const found = each.isFolder ? { fault: "folder" as const } : await read(more, () => each.text());
      if (turn !== this.turn) return;
      if ("locked" in found) locked.push({ each, unlock: found.locked });
      else opened.push(...this.put(found, each));
    }
    if (incoming.length > MOST_AT_ONCE) this.tell(this.say("fault.several", { n: MOST_AT_ONCE }));
    if (locked.length > 0) opened.push(...(await this.unlocked(locked, more, turn)));
    if (turn !== this.turn) return;
    cameIn();
    const [first] = opened;
    if (first) taken();
    if (first) this.show(first, more, opened.length);
    else this.refresh();
  }

  /** What is under a passphrase, one after the other; who is open already can be chosen meanwhile. */
  private async unlocked(locked: readonly Locked[], more: FromMore, turn: number): Promise<Patient[]> {
    const opened: Patient[] = [];
    this.passphrase ??= more.passphrase(this.places.passphrase, this.say);
    this.waiting = locked.map(({ each }) => each);
    for (const { each, unlock } of locked) {
      this.refresh();
      const text = await this.passphrase.opened(unlock, each.way);
      if (turn !== this.turn) return opened;
      this.waiting = this.waiting.slice(1);
      const found = text === null ? null : await read(more, () => Promise.resolve(text));
      if (turn !== this.turn) return opened;
      if (found === null) this.tellLocked(each);
      else if (!("locked" in found)) opened.push(...this.put(found, each));
    }
    return opened;
  }

  private tellLocked({ way }: Incoming): void {
    this.tell(this.say("fault.file", { way }), this.say("fault.locked"));
  }

  /** Add who was found to those that are open; nobody where something is wrong, which is said. */
  private put(found: Exclude<Read, { locked: unknown }>, each: Incoming): Patient[] {
    if (!("opened" in found)) {
      this.refuse(found, each);
      return [];
    }
    const patient = this.patientOf(found.opened, each);
    return patient ? [patient] : [];
  }

  private patientOf(opened: Patient["opened"], { way }: Incoming): Patient | null {
    const same = this.patients.same(opened);
    if (same) return same;
    if (this.patients.isFull) {
      this.tell(this.say("fault.file", { way }), this.say("fault.full"));
      return null;
    }
    const patient = { opened, way, at: new Date(), isMadeUp: isMadeUp(opened.record), label: "" };
    this.patients.add(patient);
    return patient;
  }

  /** Say what is wrong, and with which; no sheet stands below it. */
  private refuse(found: Exclude<Read, { opened: unknown } | { locked: unknown }>, { way, isFile }: Incoming): void {
    const about = this.say("fault.file", { way });
    if ("without" in found) {
      const { aid, version, own, helper, view } = found.without;
      const quoted = (text: string): string => this.say("sheet.quote", { text });
      const written = own.length > 0 ? [this.say("fault.own"), ...own.map(quoted)] : [];
      // What the helper said is never among what the person did.
      const helped = [...(helper ? [this.say("fault.helper", { helper })] : []), ...(view ? [this.say("fault.view"), quoted(view)] : [])];
      this.tell(about, this.say("fault.without", { aid, version }), ...written, ...helped);
    } else if (found.fault === "folder" || found.fault === "own_copy") this.tell(about, this.say(`fault.${found.fault}`));
    else this.tell(about, this.say(isFile ? `fault.${found.fault}` : `code.${found.fault}`));
  }

  /** Say what is wrong with something that could not be brought in. */
  tell(...lines: string[]): void {
    this.places.problem.append(...lines.map((text) => make("p", {}, text)));
  }

  /** Say it, and leave all that is open as it is. */
  warn(...lines: string[]): void {
    this.places.problem.replaceChildren();
    this.tell(...lines);
  }

  /** Say it, with no sheet below it. */
  fail(...lines: string[]): void {
    this.turn += 1;
    this.hide();
    this.tell(...lines);
    this.refresh();
  }

  private show(patient: Patient, more: FromMore, count = 1): void {
    this.patients.shown = patient;
    const element = more.sheet(patient, this.say);
    one("[data-slot=label]", element)?.replaceChildren(labelElement(patient, this.say, (label) => {
      this.patients.label(patient, label);
      this.list.refresh();
    }));
    element.classList.toggle("made-up", patient.isMadeUp);
    this.places.sheet.replaceChildren(element);
    this.refresh();
    const named = this.say("status.opened", { which: this.list.nameOf(patient) });
    announce(count > 1 ? this.say("status.opened_many", { n: count, which: named }) : named);
    this.goTo();
  }

  private async choose(patient: Patient): Promise<void> {
    const turn = (this.turn += 1);
    this.hide();
    const more = await this.more.fetched();
    // Something else may have been opened, or this one closed, in between.
    if (more && turn === this.turn) this.show(patient, more);
  }

  private async compare(before: Patient, after: Patient): Promise<void> {
    const [turn, shown] = [this.turn, this.patients.shown ?? after];
    const more = await this.more.fetched();
    if (turn !== this.turn || shown !== this.patients.shown) return;
    if (more === null) return this.tell(this.say("fault.late"));
    const named = (patient: Patient): string => this.list.nameOf(patient);
    const element = more.beforeAfter(before, after, named, this.say, () => this.show(shown, more));
    this.places.sheet.replaceChildren(element);
    announce(this.say("change.shown"));
    this.goTo();
  }

  /** The title of what is shown. */
  private goTo(): void {
    const title = one("h2", this.places.sheet);
    if (title) focusOn(title);
    this.places.sheet.scrollIntoView({ block: "start" });
  }

  /** No sheet and no message but of what is still locked; who is open stays open. */
  private hide(): void {
    this.passphrase?.close();
    this.patients.shown = null;
    this.places.sheet.replaceChildren();
    this.places.problem.replaceChildren();
    for (const each of this.waiting) this.tellLocked(each);
    this.waiting = [];
    this.refresh();
  }

  /** Close the sheet that is shown. */
  close(): void {
    const { shown } = this.patients;
    if (shown) this.patients.close(shown);
    this.forgotten();
  }

  /** Close all of them; nothing of them is left in the page. */
  forget(said?: string): void {
    this.patients.clear();
    this.forgotten();
    if (said) this.tell(said);
  }

  /** Where others are open, it is said in the place of the sheet too: an empty page reads as a broken one. */
  private forgotten(): void {
    this.turn += 1;
    this.waiting = [];
    this.hide();
    const others = this.patients.all.length > 0;
    const said = this.say(others ? "status.others" : "status.closed");
    if (others) this.places.sheet.replaceChildren(make("p", {}, said));
    announce(said);
  }

  /** Printing and closing are there when there is something to print or to close. */
  private refresh(): void {
    const [isShown, n] = [this.patients.shown !== null, this.patients.all.length];
    for (const tool of all("[data-print], [data-close]")) tool.hidden = !isShown;
    for (const tool of all("[data-close-all]")) tool.hidden = n === 0 || (n === 1 && isShown);
    const { classList } = document.documentElement;
    classList.toggle("has-sheet", isShown);
    classList.toggle("has-open", n > 0);
    // The page keeps its heading for those who go from heading to heading.
    one(".clinician-open h1")?.classList.toggle("visually-hidden", n > 0);
    this.list.refresh();
  }
}

/** What a text holds; reading it may fail too, as that of a file that is gone. */
async function read(more: FromMore, text: () => Promise<string>): Promise<Read> {
  try {
    return await more.read(await text());
  } catch {
    return { fault: "unreadable" };
  }
}
