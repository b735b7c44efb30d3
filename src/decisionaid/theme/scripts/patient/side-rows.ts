/** The rows of the table as the page has them, and the marks beside their figures. */
import { besideAnswers } from "../handover/stated.ts";
import type { Say } from "../handover/messages.ts";
import { all, make, one, textOf } from "../page/dom.ts";
import type { Context } from "./context.ts";
import { heard, type TableRow } from "./heard.ts";
import type { Heard } from "./implications.ts";
import { aboutOf } from "./page-words.ts";
import { isForOthers } from "./readers.ts";

/** Shapes for an amount: full, half, empty. */
const SHAPES: { readonly [stands: string]: string } = { most: "●", highest: "●", between: "◐" };

/** What was heard of the person, from the rows that are for them. */
export function heardIn({ form, page, say, state, statement }: Context): Heard {
  const chosen = state.answers.get("stratum")?.[0];
  const rows = all("tr[data-about]", form).filter(({ dataset }) => !isForOthers(dataset["readers"], chosen));
  return heard(rows.map(rowOf), besideAnswers(statement.values, page.words.questions), say);
}

function rowOf(row: HTMLElement): TableRow {
  const { label, mostIs = "" } = row.dataset;
  return {
    about: aboutOf(row),
    label: label ?? one("th", row)?.firstChild?.textContent?.trim() ?? "",
    frame: textOf(one("[data-frame]", row)),
    mostIs,
    cells: cellsOf(row).map((cell) => ({
      // A mark stands behind the figure; words of the author are too long to be said again.
      figure: row.classList.contains("of-outcome") ? (cell.lastElementChild?.firstChild?.textContent ?? "") : "",
      stands: cell.dataset["stands"] ?? "",
    })),
  };
}

function cellsOf(row: HTMLElement): HTMLElement[] {
  return all("td", row);
}

/** Say beside each figure where its option stands, or that nobody can say; once for each row. */
export function mark(row: HTMLElement, say: Say<"aid">): void {
  if (one(".stands", row)) return;
  const cells = cellsOf(row).filter(({ dataset }) => dataset["stands"]);
  for (const cell of cells) {
    const stands = cell.dataset["stands"] ?? "";
    const shape = make("span", { "aria-hidden": "true" }, SHAPES[stands] ?? "○", " ");
    cell.lastElementChild?.append(" ", make("span", { class: "stands" }, shape, standsWords(stands, cells.length, say)));
  }
  if (row.dataset["unsaid"] !== undefined) one("th", row)?.append(" ", make("span", { class: "stands" }, say("stands.unsaid")));
}

/** Where an option stands among so many that are compared. */
export function standsWords(stands: string, n: number, say: Say<"aid">): string {
  return say(`stands.${stands as "most" | "between" | "fewest" | "highest" | "lowest"}`, { n });
}
