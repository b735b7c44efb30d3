/** The clinician's page: opens a saved file in this browser and shows it on one sheet. */
import { sheetElement, TITLE_ID } from "../../components/clinician-sheet/script.ts";
import type { Say } from "../handover/messages.ts";
import { openedLine, shownName } from "../handover/opened.ts";
import { recordInFile } from "../handover/record-file.ts";
import { sheetOf } from "../handover/sheet.ts";
import { recordInAnyText } from "../handover/undone.ts";
import { all, announce, focusOn, make, one } from "../page/dom.ts";
import { guarded } from "../page/guarded.ts";
import { pageMessages } from "../page/page-messages.ts";
import { checkedRecord } from "../record/checked-record.ts";
import { addressesIn, wordsOf, type Addresses } from "./known-aids.ts";

type FaultName = "not_ours" | "too_large" | "damaged" | "newer" | "two" | "unreadable" | "several";

class ClinicianPage {
  private readonly say: Say<"clinician"> = pageMessages<"clinician">();
  private readonly root: HTMLElement;
  private readonly sheet: HTMLElement;
  private readonly problem: HTMLElement;
  private readonly addresses: Addresses;
  /** Counts what was opened or closed: a slow answer to an earlier file is not shown. */
  private turn = 0;

  constructor(root: HTMLElement, sheet: HTMLElement) {
    this.root = root;
    this.sheet = sheet;
    this.addresses = addressesIn(document.getElementById("known-aids")?.textContent ?? "[]");
    // In the page before it is needed: screen readers only speak of what changes in it.
    this.problem = one("[data-problem]", root) ?? make("div", { "data-problem": "" });
    this.problem.setAttribute("role", "alert");
    if (!this.problem.isConnected) sheet.before(this.problem);
  }

  start(): void {
    const input = one<HTMLInputElement>("#record-file", this.root);
    input?.addEventListener("change", () => {
      void this.open(input.files);
      // Free again, so that choosing the same file once more is a change.
      input.value = "";
    });
    this.acceptDrops();
    for (const print of all("[data-print]")) print.addEventListener("click", () => window.print());
    for (const close of all("[data-close]")) close.addEventListener("click", () => this.close(input));
    this.showTools(false);
    // A page that comes back from the browser's memory may show somebody's answers.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload();
    });
  }

  /** A file that misses the drop zone must not replace the page. */
  private acceptDrops(): void {
    const zones = all("[data-drop]", this.root);
    const over = (event: DragEvent): HTMLElement | undefined =>
      zones.find((zone) => event.target instanceof Node && zone.contains(event.target));
    for (const kind of ["dragenter", "dragover", "dragleave", "drop"] as const) {
      window.addEventListener(kind, (event) => {
        event.preventDefault();
        const zone = kind === "dragleave" ? undefined : over(event);
        for (const each of zones) each.classList.toggle("over", each === zone && kind !== "drop");
        if (kind === "drop" && event.dataTransfer?.files.length) void this.open(event.dataTransfer.files);
      });
    }
  }

  private async open(files: FileList | null): Promise<void> {
    const turn = (this.turn += 1);
    const [file, ...others] = files ?? [];
    if (!file) return;
    // Gone before the next file is read: nobody may take one person's answers for another's.
    this.clear();
    if (others.length > 0) return this.refuse("several");
    const found = await recordInFile(file, recordInAnyText).catch(() => ({ fault: "unreadable" }) as const);
    if (turn !== this.turn) return;
    if ("fault" in found) return this.refuse(found.fault, file.name);
    const checked = checkedRecord(found.data, found.isAltered, found.doubled);
    if (checked === null) return this.refuse("damaged", file.name);
    const { id, source_sha256 } = checked.record.aid;
    const known = await wordsOf(id, this.addresses, source_sha256);
    if (turn !== this.turn) return;
    const opened = openedLine(file.name, new Date(), this.say);
    const sheet = sheetOf(checked.record, known, checked.left, this.say, found.isAltered, undefined, opened);
    this.sheet.replaceChildren(sheetElement(sheet, this.say));
    this.showTools(true);
    announce(this.say("status.opened"));
    const title = document.getElementById(TITLE_ID);
    if (title) focusOn(title);
    this.sheet.scrollIntoView({ block: "start" });
  }

  /** Say what is wrong, and with which file; no sheet stands below it. */
  private refuse(fault: FaultName, name = ""): void {
    const file = name ? [make("p", {}, this.say("fault.file", { name: shownName(name) }))] : [];
    this.problem.replaceChildren(...file, make("p", {}, this.say(`fault.${fault}`)));
  }

  private clear(): void {
    this.sheet.replaceChildren();
    this.problem.replaceChildren();
    this.showTools(false);
  }

  private close(input: HTMLInputElement | null): void {
    this.turn += 1;
    this.clear();
    announce(this.say("status.closed"));
    input?.focus();
    window.scrollTo(0, 0);
  }

  /** Printing and closing are there when there is something to print or to close. */
  private showTools(isShown: boolean): void {
    for (const tool of all("[data-print], [data-close]")) tool.hidden = !isShown;
    document.documentElement.classList.toggle("has-sheet", isShown);
  }
}

const { classList } = document.documentElement;
classList.replace("no-js", "js");
// From here on the page does not go back to what it is without scripts: see `page/first.ts`.
classList.remove("opening", "addressed");
guarded("clinician", () => {
  const root = one("[data-module=clinician]");
  const sheet = document.getElementById("sheet");
  if (root && sheet) new ClinicianPage(root, sheet).start();
});
