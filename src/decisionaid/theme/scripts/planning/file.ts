/** The file that a plan is saved as: the copy in words, and the plan in it. */
import { all, textOf } from "../page/dom.ts";
import { planFileText } from "../plan/plan-file.ts";
import { copySheet } from "./copy-sheet.ts";
import type { Desk } from "./desk.ts";
import { noticesOf } from "./notices.ts";
import { day } from "./words.ts";

/** What the copy says, part by part. */
export function copyLines(desk: Desk, sheet = copySheet(desk)): { id: string; heading: string; lines: string[] }[] {
  return all(".copy-part", sheet).map((part) => ({
    id: "plan",
    heading: textOf(part.querySelector("h3")),
    // A row of the table is one line; what is to be written by hand has no words.
    lines: all("p, li, tbody tr", part).map((each) => (each.matches("tr") ? all("th, td", each).map(textOf).filter(Boolean).join(" · ") : textOf(each))).filter(Boolean),
  }));
}

export function fileOfPlan(desk: Desk): string {
  const { open: { plan }, paper, say, today } = desk;
  const { dir } = document.documentElement;
  const sheet = copySheet(desk);
  const blocks = copyLines(desk, sheet);
  const address = location.protocol === "file:" ? "" : location.href.split("#", 1)[0];
  // A file has no sides.
  const [head, ...foot] = all("header p:not(.copy-sides), footer p", sheet).map(textOf);
  const said = [...noticesOf(desk), head ?? "", say(plan.part === "paper_review" ? "paper.file" : "file.about"), address ? say("file.use", { address }) : say("file.use_alone"), ...foot];
  return planFileText(paper ? textOf(sheet.querySelector("h2")) : say("file.title", { date: day(today, say) }), said, blocks.filter(({ lines }) => lines.length > 0), plan, dir === "rtl" ? "rtl" : "ltr");
}
