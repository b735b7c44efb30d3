/** What the page knows of the place that the site was built for, what is looked for in its list, and of a request alone. */
import type { Place } from "../../generated/place.ts";
import type { Plan } from "../../generated/plan.ts";
import { all, one } from "../page/dom.ts";
import { fetchLater } from "../page/later-script.ts";
import { type Currency, POUNDS } from "../plan/money.ts";
import type { Wanted } from "../plan/place.ts";
import { isPart, requestIn } from "../plan/request-here.ts";

/** The event by which `place.js` hands over what it holds, at its own element. */
const ARRIVED = "decisionaid-place";
const TEMPLATE = "template[data-place]";
/** Services that are shown at once, and with each press on "show more". */
export const AT_ONCE = 20;

/** Somebody whom the place names, to be rung. */
export interface Ring {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  /** Whether it is rung in the evening and at weekends. */
  readonly isClosed: boolean;
}

export class Nearby {
  /** Whether the site was built for a place. */
  readonly has = one(TEMPLATE) !== null;
  /** In what money a budget is begun; the usual one where there is no place. */
  readonly currency = (one(TEMPLATE)?.dataset["currency"] ?? POUNDS) as Currency;
  /** What the place is called; empty: there is none. */
  readonly name = one(TEMPLATE)?.dataset["name"] ?? "";
  /** Whom it names to be rung, which stands on the page itself. */
  readonly rings: readonly Ring[] = all<HTMLDataElement>("data", one<HTMLTemplateElement>(TEMPLATE)?.content).map((each) => ({ name: each.textContent ?? "", phone: each.value, language: each.lang, isClosed: "closed" in each.dataset }));
  /** Null: its list is not here, or not yet. */
  place: Place | null = null;
  isMissing = false;
  wanted: Wanted = {};
  shown = AT_ONCE;
  /** The request that lies on the page by itself, as it was handed over; null: a plan does, or nothing. */
  request: Plan | null = null;
  private isAsked = false;

  /** Fetch the list once; `then` is called when it is known what came of it. */
  fetch(then: () => void): void {
    if (!this.has || this.isAsked) return;
    this.isAsked = true;
    const told = (place: Place | null): void => {
      this.place = place;
      this.isMissing = place === null;
      // What did not come is asked for anew when it is wanted again.
      this.isAsked = place !== null;
      then();
    };
    fetchLater<Place>(TEMPLATE, told, () => told(null), ARRIVED);
  }

  /** A plan is laid on the page, or put to the one that is there. */
  laid(plan: Plan, isMore: boolean): void {
    if (isMore) this.request = isPart(plan) ? this.request : null;
    else this.request = requestIn(plan) === null ? null : plan;
  }

  /** Nothing is looked for, and no request is there. The list is nobody's, and stays. */
  clear(): void {
    this.request = null;
    this.look({});
  }

  look(wanted: Wanted): void {
    this.wanted = wanted;
    this.shown = AT_ONCE;
  }
}
