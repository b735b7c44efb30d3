/** The list of who is open: one button for each, and what a returning person said before and after. */
import type { Say } from "../handover/messages.ts";
import { timeOf } from "../handover/opened.ts";
import { button, make } from "../page/dom.ts";
import { isHelpersOwn, type Patient, type Patients } from "./patients.ts";

/** CSS pixels that are left of who is shown, so that one sees that there are others. */
const IN_SIGHT = 40;

type Compare = (before: Patient, after: Patient) => void;

export class OpenList {
  private readonly place: HTMLElement;
  private readonly patients: Patients;
  private readonly say: Say<"clinician">;
  private readonly choose: (patient: Patient) => void;
  private readonly compare: Compare;

  constructor(place: HTMLElement, patients: Patients, say: Say<"clinician">, choose: (patient: Patient) => void, compare: Compare) {
    this.place = place;
    this.patients = patients;
    this.say = say;
    this.choose = choose;
    this.compare = compare;
  }

  /** What a patient is called: by the label, else by the way and the time. */
  nameOf(patient: Patient): string {
    const name = this.plainNameOf(patient);
    return isHelpersOwn(patient) ? this.say("list.helper", { name }) : name;
  }

  private plainNameOf({ label, way, at, isMadeUp }: Patient): string {
    if (label) return this.say("list.labelled", { label, way });
    return isMadeUp ? this.say("practice.name", { name: way }) : this.say("list.unlabelled", { way, time: timeOf(at) });
  }

  refresh(): void {
    const { all, shown } = this.patients;
    // One that is shown needs no list.
    const isNeeded = all.length > 1 || (all.length === 1 && shown === null);
    this.place.hidden = !isNeeded;
    if (!isNeeded) return this.place.replaceChildren();
    const list = make("ul", {}, ...all.map((patient) => make("li", {}, this.buttonOf(patient, patient === shown))));
    // A browser leaves what has the focus half beyond the end of a row.
    list.addEventListener("focusin", ({ target }) => (target as HTMLElement).scrollIntoView({ block: "nearest", inline: "nearest" }));
    const at = [...this.place.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
    this.place.replaceChildren(
      make("h2", { id: "open-title" }, this.say("list.title", { n: all.length })),
      list,
      ...(shown ? this.returning(shown) : []),
    );
    // Where they stand in one row, who is shown is not beyond its end.
    const current = list.querySelector("[aria-current]");
    if (current) list.scrollLeft += current.getBoundingClientRect().left - list.getBoundingClientRect().left - IN_SIGHT;
    if (at >= 0) this.place.querySelectorAll("button")[at]?.focus();
  }

  private buttonOf(patient: Patient, isShown: boolean): HTMLElement {
    const name = this.nameOf(patient);
    const current: { [name: string]: string } = isShown ? { "aria-current": "true" } : {};
    const made = button(name, { class: "button secondary open-one", ...current }, () => this.choose(patient));
    const aids = new Set(this.patients.all.map(({ opened }) => opened.record.aid.id));
    const { title } = patient.opened.known.words ?? patient.opened.record.aid;
    // Where all are about one decision, its name would only stand in the way.
    if (aids.size > 1) made.append(make("span", { class: "open-aid" }, title));
    return made;
  }

  /** Somebody who said something twice: found by the record's own number, or known to the clinician alone. */
  private returning(shown: Patient): HTMLElement[] {
    const others = this.patients.others(shown);
    const [first] = others;
    if (!first) return [];
    const isOwn = first.opened.record.id === shown.opened.record.id;
    const choice = make("select", { id: "same-person" }, ...others.map((each, n) => make("option", { value: `${n}` }, this.nameOf(each))));
    const go = button(this.say("change.compare"), { class: "button secondary" }, () => {
      const other = others[Number(choice.value)];
      if (other) this.compare(...inOrder(shown, other));
    });
    const label = make("label", { for: "same-person" }, this.say(isOwn ? "change.same_record" : "change.same_person"));
    const fold = make("summary", {}, this.say("change.compare"));
    return [make("details", { class: "returning" }, fold, make("p", {}, label, " ", choice, " ", go))];
  }
}

/** The earlier one first, by what they say of themselves. */
function inOrder(one: Patient, other: Patient): [Patient, Patient] {
  const [a, b] = [one.opened.record, other.opened.record];
  const isFirst = a.id === b.id && a.rev !== b.rev ? a.rev < b.rev : a.updated <= b.updated;
  return isFirst ? [one, other] : [other, one];
}
