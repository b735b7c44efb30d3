/** Finding something in a place's list: by what it helps with, what has to be there, cost and words; never ranked. */
import type { Place, Service } from "../../generated/place.ts";
import { announce, button, make } from "../page/dom.ts";
import { planService, plannedFor } from "../plan/edits-asked.ts";
import { isOwnVoice } from "../plan/open-plan.ts";
import { byName, canBePlanned, found, freshness, type AccessName, type Wanted } from "../plan/place.ts";
import { isNew, outLink } from "./block-actions.ts";
import type { Desk } from "./desk.ts";
import { noRoom, select, ticks } from "./fields.ts";
import { AT_ONCE } from "./nearby.ts";
import { ACCESS, accessLine, factsLine, ringLine, telephone, theirs, waitLine } from "./near-words.ts";

/** After the last sign that was typed: how many were found is said once, and not with each. */
const SAID_MS = 800;
const MOST_TYPED = 100;

export function finder(desk: Desk, place: Place): HTMLElement {
  const { nearby, say } = desk;
  const all = byName(place.services ?? []);
  const list = make("ul", { class: "near-list", role: "list" });
  const count = make("p", { class: "hint", id: "near-count" });
  const more = make("div");
  let due = 0;
  const fill = (): void => {
    const those = found(place, nearby.wanted);
    count.textContent = say("near.count", { n: those.length, all: all.length });
    list.replaceChildren(...those.slice(0, nearby.shown).map((each) => entry(desk, place, each)));
    const left = those.length - nearby.shown;
    more.replaceChildren(...(left > 0 ? [button(say("near.more", { n: Math.min(left, AT_ONCE) }), { class: "button secondary", id: "near-more" }, showMore)] : []));
  };
  const showMore = (): void => {
    const first = nearby.shown;
    nearby.shown += AT_ONCE;
    fill();
    list.children[first]?.querySelector("h4")?.focus();
  };
  const look = (change: Wanted): void => {
    nearby.look({ ...nearby.wanted, ...change });
    fill();
    clearTimeout(due);
    due = window.setTimeout(() => announce(count.textContent ?? ""), SAID_MS);
  };
  fill();
  return make("section", { class: "near-find", "aria-labelledby": "near-find-title" }, make("h3", { id: "near-find-title" }, say("near.find", { place: place.name })), ...notice(desk, place), filters(desk, all, look), count, list, more);
}

/** Words of others in the middle of a sentence, in their direction: the parts of a number would change their places. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

function notice({ say }: Desk, { owner, status }: Place): HTMLElement[] {
  const from = make("p", { class: "hint" }, say("near.from", { owner: isolated(owner.name), contact: isolated(owner.contact) }));
  return status === "published" ? [from] : [make("p", { class: "note" }, say(`near.${status}`)), from];
}

function filters({ nearby: { wanted }, say }: Desk, all: readonly Service[], look: (change: Wanted) => void): HTMLElement {
  const needs = [...new Set(all.flatMap((each) => each.helps_with ?? []))].map((value) => ({ value, words: say(`need.${value}`) }));
  needs.sort((a, b) => a.words.localeCompare(b.words));
  const words = make("input", { type: "search", id: "near-words", maxlength: `${MOST_TYPED}`, dir: "auto", autocomplete: "off" });
  words.value = wanted.words ?? "";
  words.addEventListener("input", () => look({ words: words.value }));
  let must: readonly AccessName[] = wanted.must ?? [];
  return make(
    "div",
    { role: "search", "aria-label": say("near.look") },
    make(
      "div",
      { class: "plan-three" },
      select({ id: "near-need", label: say("near.need"), none: say("near.any"), chosen: wanted.need ?? "", choices: needs, set: (value) => look({ need: needs.find((each) => each.value === value)?.value }) }),
      select({ id: "near-cost", label: say("near.cost"), none: say("near.any"), chosen: wanted.free ? "free" : "", choices: [{ value: "free", words: say("near.cost_free") }], set: (value) => look({ free: value === "free" }) }),
      make("p", { class: "plan-field" }, make("label", { for: "near-words" }, say("near.words")), words),
    ),
    ticks({
      name: "near-must", legend: say("near.must"), ticked: must, choices: ACCESS.map((value) => ({ value, words: say(`near.access_${value}`) })),
      set: (value, isTicked) => {
        must = ACCESS.filter((each) => (each === value ? isTicked : must.includes(each)));
        look({ must });
      },
    }),
  );
}

function entry(desk: Desk, place: Place, service: Service): HTMLElement {
  const { say, today } = desk;
  const age = service.checked ? freshness(service.checked, place, today) : "fresh";
  return make(
    "li",
    { class: "near-service", "data-state": age },
    make("h4", { id: `near-${service.id}`, tabindex: "-1" }, theirs(service.name, place)),
    make("p", {}, theirs(service.what, place)),
    make("p", { class: "plan-about" }, theirs(factsLine(service, place, say), place)),
    make("p", { class: "plan-about" }, theirs(accessLine(service, say), place)),
    ringLine(service, place, desk),
    ...waitLine(service.wait, desk),
    ...taking(desk, place, service),
  );
}

/** Taking it is the person's, where they are here; else it is suggested to them. An old one cannot be taken. */
function taking(desk: Desk, place: Place, service: Service): HTMLElement[] {
  const { open, say, today } = desk;
  const planned = plannedFor(open, place, service);
  if (planned) {
    const out = open.visit !== "" && isNew(desk, "actions", planned.id) ? [" ", outLink(desk, "actions", planned, `near-${service.id}`)] : [];
    return [make("p", {}, make("span", { class: "near-taken" }, say(planned.mine === "not_asked" ? "near.suggested" : "near.taken")), ...out)];
  }
  const by = whoTakes(desk);
  if (by === "" || !canBePlanned(service, place, today)) return [];
  const isOwn = isOwnVoice(open.plan, by);
  const press = button(say(isOwn ? "near.take" : "near.suggest"), { class: "button secondary", "data-take": service.id, "aria-describedby": `near-${service.id}` }, () => {
    const next = planService(desk.open, place, service, desk.today, by);
    if (next === desk.open) return noRoom(desk, press);
    announce(say(isOwn ? "near.taken" : "near.suggested"));
    desk.show(next, `near-${service.id}`);
  });
  return [make("p", {}, press)];
}

/** The person, if they are here; else who types. Nobody: no visit is open. */
function whoTakes({ open: { plan, visit } }: Desk): string {
  const at = plan.visits?.find(({ id }) => id === visit);
  return at?.there.find((id) => isOwnVoice(plan, id)) ?? at?.typed_by ?? "";
}

/** Whom to ring, and how long one waits there. */
export function contactsBox(desk: Desk, place: Place): HTMLElement[] {
  const { say } = desk;
  const all = place.contacts ?? [];
  const rows = all.map((each) => make("li", {}, make("b", {}, theirs(each.name, place)), " ", telephone(each.phone), ...(each.open ? [make("span", { class: "hint" }, " ", theirs(each.open, place))] : []), ...waitLine(each.wait, desk)));
  return rows.length === 0 ? [] : [make("section", { "aria-labelledby": "near-ring-title" }, make("h3", { id: "near-ring-title" }, say("near.ring")), make("ul", { class: "near-contacts", role: "list" }, ...rows))];
}
