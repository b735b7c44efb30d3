/** Where an option of the plan can be had: each by its name, with its wait and the day of that; never ranked by us. */
import type { Place, Provider } from "../../generated/place.ts";
import { announce, button, make } from "../page/dom.ts";
import { freshness, inOrder, ORDERS, providersFor, type Choice, type Order } from "../plan/place.ts";
import type { Desk } from "./desk.ts";
import { telephone, theirs, waitLine } from "./near-words.ts";
import { day } from "./words.ts";

/** For the options that the decisions of the plan leave open, or the one that was decided. */
export function providersBoxes(desk: Desk, place: Place): HTMLElement[] {
  const { open: { plan }, today } = desk;
  return providersFor(plan, place).map((choice) => box(desk, place, choice, freshness(choice.checked, place, today)));
}

function box(desk: Desk, place: Place, choice: Choice, age: ReturnType<typeof freshness>): HTMLElement {
  const { say } = desk;
  const name = choice.name || (desk.aid(choice.aid)?.words.options.find(({ id }) => id === choice.option)?.text ?? "");
  const id = `near-where-${choice.aid}-${choice.option}`;
  const list = make("ul", { class: "near-contacts", role: "list" });
  const show = (order: Order): void => list.replaceChildren(...inOrder(choice.providers, order).map((each) => row(desk, place, each)));
  show("name");
  return make(
    "section",
    { class: "near-where", "aria-labelledby": id },
    make("h3", { id }, name ? say("near.where", { option: name }) : say("near.where_unnamed")),
    make("p", { class: "hint" }, say("near.checked", { date: day(choice.checked, say) }), ...(age === "fresh" ? [] : [" ", make("strong", {}, say("near.where_stale"))])),
    ...(choice.providers.length > 1 ? [orders(desk, show)] : []),
    list,
  );
}

/** The person presses for another order; it is remembered nowhere. */
function orders({ say }: Desk, show: (order: Order) => void): HTMLElement {
  const buttons = ORDERS.map((order) =>
    button(say(`near.order_${order}`), { class: "link", "data-order": order, "aria-pressed": String(order === "name") }, () => {
      show(order);
      for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset["order"] === order));
      announce(say("near.ordered", { order: say(`near.order_${order}`) }));
    }));
  return make("p", { class: "near-orders", role: "group", "aria-label": say("near.order") }, ...buttons.flatMap((each) => [each, " "]));
}

function row(desk: Desk, place: Place, { name, phone = "", postcode = "", travel = "", wait }: Provider): HTMLElement {
  return make(
    "li",
    {},
    make("b", {}, theirs(name, place)),
    ...(postcode ? [" ", make("bdi", { class: "local-code" }, postcode)] : []),
    ...(phone ? [" ", telephone(phone)] : []),
    ...(travel ? [make("p", {}, theirs(travel, place))] : []),
    ...waitLine(wait, desk),
  );
}
