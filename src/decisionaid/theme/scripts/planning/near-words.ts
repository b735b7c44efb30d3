/** What is said of a service of a place's list, and of those to ring. */
import type { Place, Service, Wait } from "../../generated/place.ts";
import { make } from "../page/dom.ts";
import { POUNDS } from "../plan/money.ts";
import { freshness, isOldWait, type AccessName } from "../plan/place.ts";
import type { Desk, PlanSay } from "./desk.ts";
import { day, inLine } from "./words.ts";

export const ACCESS: readonly AccessName[] = ["step_free", "toilet", "parking", "hearing_loop", "bsl"];
const ANSWERS = { yes: "yes", no: "no", "not-known": "not_known" } as const;
const JOIN = { "turn-up": "turn_up", ring: "ring", form: "form", referral: "referral" } as const;

/** Words of the place in its own language. */
export function theirs(words: string, { language }: Place): HTMLElement {
  return make("bdi", language === document.documentElement.lang ? {} : { lang: language }, words);
}

/** Small facts in one line: when, where, what it costs, for whom. */
export function factsLine({ cost, languages = [], open = "", run_by: by = "", where = {}, who_for: whom = "" }: Service, place: Place, say: PlanSay): string {
  const at = [where.name, where.address, where.postcode, where.online].filter(Boolean).join(", ");
  return inLine([open, at, costWords(cost, place, say), whom ? say("near.for", { whom }) : "", by ? say("near.run_by", { by }) : "", languages.join(", ")], say);
}

function costWords(cost: Service["cost"], { currency = POUNDS }: Place, say: PlanSay): string {
  const { each = "", help = "", kind = "not-known", pence = null } = cost ?? {};
  const figure = pence === null ? "" : `${Math.floor(pence / 100)}${pence % 100 ? `.${String(pence % 100).padStart(2, "0")}` : ""}`;
  const amount = figure === "" ? "" : currency === POUNDS ? say("money.pounds", { amount: figure }) : say("money.other", { currency, amount: figure });
  const said = amount === "" ? say(kind === "free" ? "near.cost_free" : "near.cost_unknown") : each ? say("near.cost_each", { amount, each }) : amount;
  return help ? `${said} (${help})` : said;
}

/** What is known of getting in, what is not known with it. */
export function accessLine({ access = {} }: Service, say: PlanSay): string {
  const said = ACCESS.map((name) => {
    const { answer = "not-known", words = "" } = access[name] ?? {};
    const is = say("near.is", { what: say(`near.access_${name}`), answer: say(`near.${ANSWERS[answer]}`) });
    return words ? `${is} (${words})` : is;
  });
  return inLine([...said, access.transport ?? ""], say);
}

/** How to join, with the number, the day of checking, and what that day's age asks for. */
export function ringLine(service: Service, place: Place, { say, today }: Desk): HTMLElement {
  const { checked, join = "ring", phone = "", web = "" } = service;
  const age = checked ? freshness(checked, place, today) : "fresh";
  return make(
    "p",
    { class: "near-ring" },
    say(`near.join_${JOIN[join]}`),
    ...(phone ? [" ", telephone(phone)] : []),
    ...(web ? [" ", make("a", { href: web, target: "_blank", rel: "noopener noreferrer" }, make("bdi", { dir: "ltr", class: "address" }, web))] : []),
    " ",
    make("span", { class: "hint" }, checked ? say("near.checked", { date: day(checked, say) }) : ""),
    ...(age === "fresh" ? [] : [" ", make("strong", {}, say(`near.${age}`))]),
  );
}

export function telephone(phone: string): HTMLElement {
  return make("a", { href: `tel:${phone.replace(/[^\d+]/g, "")}` }, make("bdi", { dir: "ltr" }, phone));
}

/** A waiting time with its day; nothing: nobody says one. */
export function waitLine(wait: Wait | null | undefined, { say, today }: Desk): HTMLElement[] {
  if (!wait) return [];
  const { as_of: asOf = null, source = "", weeks = null, what = "" } = wait;
  const said = weeks === null ? say("near.wait_unknown") : weeks === 0 ? say("near.wait_none") : say("near.wait", { weeks });
  const parts = [`${[said, what].filter(Boolean).join(" ")}.`, asOf ? say("near.wait_day", { date: day(asOf, say) }) : "", source ? `${source}.` : ""];
  return [make("p", { class: "hint" }, parts.filter(Boolean).join(" "), ...(isOldWait(wait, today) ? [" ", make("strong", {}, say("near.wait_old"))] : []))];
}
