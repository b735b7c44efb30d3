/** The rows of the table as the page has them, and the marks beside their figures. */
import type { Say } from "../handover/messages.ts";
import { besideAnswers, ownIn } from "../handover/stated.ts";
import { all, make, one, textOf } from "../page/dom.ts";
import type { PartName } from "../record/record-types.ts";
import type { Context } from "./context.ts";
import { heard, type Cell, type Heard, type Row } from "./implications.ts";
import { aboutOf } from "./page-words.ts";
import { isForOthers } from "./readers.ts";
import { statementIn } from "./statement.ts";

/** Shapes for an amount: full, half, empty. */
const SHAPES: { readonly [stands in Cell["stands"]]?: string } = { most: "●", highest: "●", between: "◐" };

/** What was heard of the person, from the rows that are for them; of the parts `keptBack` nothing was. */
export function heardIn(context: Context, keptBack: readonly PartName[] = []): Heard {
  const { form, page, say, state } = context;
  const chosen = keptBack.includes("stratum") ? undefined : state.answers.get("stratum")?.[0];
  const rows = all("tr[data-about]", form).filter(({ dataset }) => !isForOthers(dataset["readers"], chosen));
  const statement = statementIn(context, keptBack);
  return heard(rows.map((row) => rowOf(row, say)), besideAnswers(statement.values, page.words.questions), ownIn(statement), say);
}

function rowOf(row: HTMLElement, say: Say<"aid">): Row {
  const label = one("th", row)?.firstChild?.textContent?.trim() ?? "";
  const time = textOf(one("[data-time]", row));
  return {
    about: aboutOf(row),
    label: time ? say("implies.time", { label, time }) : label,
    frame: textOf(one("[data-frame]", row)),
    mostIs: row.dataset["mostIs"] ?? "",
    cells: all("td", row).map((cell) => ({
      // A mark stands behind the figure; words of the author are too long to be said again.
      figure: row.classList.contains("of-outcome") ? (cell.lastElementChild?.firstChild?.textContent ?? "") : "",
      stands: standsOf(cell) ?? "unsaid",
    })),
  };
}

function standsOf({ dataset }: HTMLElement): Cell["stands"] | undefined {
  return dataset["stands"] as Cell["stands"] | undefined;
}

/** Say beside each figure where its option stands, or beside the row that nobody can say. */
export function mark(row: HTMLElement, say: Say<"aid">): void {
  for (const each of all("[data-stands]", row)) {
    const stands = standsOf(each) ?? "unsaid";
    const shape = make("span", { "aria-hidden": "true" }, stands === "unsaid" ? "" : `${SHAPES[stands] ?? "○"} `);
    each.classList.add("has-stands");
    (each.lastElementChild ?? each).append(" ", make("span", { class: "stands" }, shape, say(`stands.${stands}`)));
  }
}
