/** Fetched when somebody takes the plan that they keep on this device: finds it, and leaves it as it is. */
import { aloneBy, Kept } from "../keeping/kept.ts";
import { keptKey } from "../keeping/names.ts";
import { InDatabase, InLocal } from "../keeping/places.ts";
import { standing } from "../keeping/time.ts";
import { ARRIVED } from "../page/later-script.ts";
import { field, parsed } from "../record/field.ts";
import { KEPT_PLAN, type FromKept } from "./last-plan.ts";

/** Characters that are read at all: as many as the page of a plan itself reads. */
const MOST = 150_000;

const detail: FromKept = {
  async text() {
    const key = keptKey(KEPT_PLAN);
    const places = [new InDatabase(() => window.indexedDB, key), new InLocal(() => window.localStorage, key)] as const;
    const found = await new Kept({ of: KEPT_PLAN, worth: () => "ours" }, places, aloneBy(undefined, key)).load();
    // What is damaged, and what is over by the clock, the page of the plan asks about.
    if (found?.kind !== "entry" || found.isDamaged || standing(found.entry.changed, Date.now()) === "over") return null;
    const plan = field(parsed(found.entry.state, MOST), "plan");
    return plan === undefined ? null : JSON.stringify(plan);
  },
};

document.currentScript?.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
