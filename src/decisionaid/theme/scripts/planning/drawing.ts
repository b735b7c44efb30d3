/** What is to be seen of the plan: its parts, one of which is open, and what stands beside it. */
import { button, make, one } from "../page/dom.ts";
import { stageOf } from "../plan/standing.ts";
import { wasMetWithSomebody } from "../plan/visits.ts";
import { beginBox } from "./begin.ts";
import { actionsBlock } from "./block-actions.ts";
import { decidedBlock } from "./block-decided.ts";
import { goalBlock } from "./block-goal.ts";
import { mattersBlock } from "./block-matters.ts";
import { agreedBox, reviewBlock } from "./block-review.ts";
import { worseBlock } from "./block-worse.ts";
import { copyCode } from "./copy-code.ts";
import { copyPart } from "./copy-part.ts";
import { copySheet } from "./copy-sheet.ts";
import type { Page, Part } from "./desk.ts";
import { folds } from "./folds.ts";
import { nearPart } from "./near-part.ts";
import { alteredWords, clockWords, noticesOf } from "./notices.ts";
import { fullBox } from "./full-box.ts";
import { paperBox } from "./paper-box.ts";
import { homeBox, openBox, signsBox } from "./rail.ts";
import { requestPaper, seenBox } from "./request-page.ts";
import { reviewPart } from "./review-part.ts";
import { apart, day, inLine, listed, whoWords } from "./words.ts";

const PARTS: readonly Part[] = ["visit", "near", "copy", "review"];

export function drawn(table: Page): HTMLElement[] {
  const above = [...[alteredWords(table), ...noticesOf(table), clockWords(table)].filter(Boolean).map((text) => make("p", { class: "note" }, text)), ...paperBox(table), ...fullBox(table)];
  // A request by itself is no plan: it has one part.
  return [...above, ...(table.nearby.request ? [] : [parts(table)]), ...body(table), foot(table)];
}

function parts(table: Page): HTMLElement {
  const { say } = table;
  // Of what is in the plan, a paper has no more than what is looked at again.
  const isThere = (part: Part): boolean => (part !== "near" || table.nearby.has) && !(table.paper && (part === "visit" || part === "near"));
  const buttons = PARTS.filter(isThere).map((part) => button(say(`part.${part}`), { id: `part-${part}`, "data-part": part, ...(part === table.part ? { "aria-current": "page" } : {}) }, () => table.go(part)));
  return make("nav", { class: "plan-parts", "aria-label": say("parts") }, ...buttons);
}

function body(table: Page): HTMLElement[] {
  const { say } = table;
  if (table.part === "copy") return [copyPart(table)];
  const isReview = table.part === "review";
  // Before anything was agreed upon there is nothing to look at again.
  if (isReview && !hasEarlier(table)) return [make("p", { class: "hint" }, say("look.none"))];
  const isBegin = table.open.visit === "" || table.unfolded.has("here");
  const title = make("h2", { id: "plan-title", class: "visually-hidden", tabindex: "-1" }, say(table.nearby.request ? "asked.file_heading" : `part.${table.part}`));
  const rails = make("aside", { class: "plan-rails", "data-rails": "", "aria-label": say(table.nearby.request ? "seen" : "home") }, ...railsOf(table));
  const signs = table.part === "near" || table.paper ? [] : signsBox(table);
  const main = table.part === "near" ? nearPart(table) : isBegin ? [beginBox(table, table.here, isReview ? "review" : "visit")] : isReview ? reviewPart(table) : visitPart(table);
  return [title, make("div", { class: "plan-columns" }, rails, make("div", { class: "plan-main" }, ...signs, ...main))];
}

function hasEarlier({ open: { held, visit }, paper }: Page): boolean {
  return paper !== null || (held.visits ?? []).some(({ id, kind }) => kind !== "preparation" && id !== visit);
}

function visitPart(table: Page): HTMLElement[] {
  const { say } = table;
  return [mattersBlock(table), decidedBlock(table), goalBlock(table), actionsBlock(table), worseBlock(table), reviewBlock(table, say("review"), 6), agreedBox(table, say("agreed")), folds(table)];
}

/** Before anybody was met nothing is pointed at, and "nothing is open" would read as all done. */
function openBoxes(table: Page): HTMLElement[] {
  return table.open.visit !== "" && wasMetWithSomebody(table.open.plan) ? [openBox(table)] : [];
}

/** Beside the blocks where there is room, and above them as folds where there is none. */
export function railsOf(table: Page): HTMLElement[] {
  const isWide = window.matchMedia("(min-width: 64rem)").matches;
  // What is open in a plan nobody can tell from its paper.
  const ofPlan = (): HTMLElement[] => (table.paper ? [] : [...openBoxes(table), homeBox(table)]);
  const boxes = table.nearby.request ? [seenBox(table)] : ofPlan();
  for (const box of boxes.filter((each) => each.matches("details"))) {
    const name = `rail-${box.dataset["rail"]}`;
    if (isWide || table.unfolded.has(name)) box.setAttribute("open", "");
    one("summary", box)?.addEventListener("click", () => (box.hasAttribute("open") ? table.unfolded.delete(name) : table.unfolded.add(name)));
  }
  return boxes;
}

/** The day, who is here, how it stands, and whether somebody has it. */
export function headLine(table: Page): (Node | string)[] {
  const { open: { plan, visit }, say } = table;
  const at = plan.visits?.find(({ id }) => id === visit);
  const people = (at?.there ?? []).map((id) => whoWords(plan, id, say));
  const here = at ? say("line.here", { people: listed(people, say) }) : say("line.nobody");
  const from = table.paper ? say("line.paper", { n: table.paper.onPaper.rev ?? 1 }) : say(table.nearby.request ? "line.request" : `stage.${stageOf(plan)}`);
  const line = inLine([day(at?.on ?? table.today, say), here, from, table.isUnsaved ? say(table.kept.isSafe ? "line.kept" : "line.unsaved") : table.isGiven ? say(table.leftOut.length > 0 ? "line.left" : "line.saved") : ""], say);
  const canChange = at !== undefined && !(table.open.held.visits ?? []).some(({ id }) => id === visit);
  const change = button(say(canChange ? "change_here" : "again"), { class: "link", id: "change-here" }, () => table.askHere(!canChange));
  return at && table.part !== "copy" ? apart(line, change) : [line];
}

export function paperOf(table: Page): HTMLElement {
  return table.nearby.request ? requestPaper(table) : copySheet(table, copyCode(table));
}

/** Where the plan is: what would be lost with the tab, and what would not. */
export function whereWords({ isGiven, isUnsaved, leftOut, say, wasSaved }: Page): string {
  if (isUnsaved || !(isGiven || wasSaved)) return say("stays");
  if (!isGiven) return say("stays.opened");
  return say(leftOut.length > 0 ? "stays.left" : "stays.given");
}

export function whereLine(words: string): HTMLElement {
  return make("span", { "data-where": "" }, words);
}

function foot(table: Page): HTMLElement {
  const { say } = table;
  return make("p", { class: "plan-foot" }, whereLine(whereWords(table)), " ", button(say("clear"), { class: "link", "data-clear": "" }, () => one("main")?.dispatchEvent(new CustomEvent("plan-clear"))));
}

