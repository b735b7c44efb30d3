/** Pictures of codes and the camera: what reads them is fetched when somebody asks for it. */
import { shownName } from "../handover/opened.ts";
import { button, make, one } from "../page/dom.ts";
import { Later } from "../page/later-script.ts";
import { isPlanCode, tokenInText } from "../record/token-text.ts";
import type { Camera, FromPictures } from "./from-pictures.ts";
import type { SayIncoming } from "./read-types.ts";
import { byPicture, byWay, type Incoming } from "./way.ts";

/** What reading a picture may do to what is open. */
export interface OpenDesk {
  /** Counts what was opened or closed. */
  readonly turn: number;
  take(incoming: readonly Incoming[]): Promise<void>;
  tell(...lines: string[]): void;
  fail(...lines: string[]): void;
}

export interface Pictures {
  /** Codes in pictures, and what else was chosen with them. */
  take(files: readonly File[], others?: readonly Incoming[]): Promise<void>;
  watch(): Promise<void>;
  /** Stop the camera; nothing it saw is kept. */
  stop(): void;
}

/** Pictures that are read at once. */
const MOST_PICTURES = 10;

const isOurs = (text: string): boolean => tokenInText(text) !== null || isPlanCode(text);

export class PictureReader implements Pictures {
  private readonly panel: HTMLElement;
  private readonly desk: OpenDesk;
  private readonly say: SayIncoming;
  private readonly reader: Later<FromPictures>;
  private camera: Camera | null = null;
  /** Counts what was asked for: a camera that comes late is not started. */
  private turn = 0;

  /** `template`: that of the script which reads them. */
  constructor(panel: HTMLElement, desk: OpenDesk, say: SayIncoming, template = "#third-script") {
    this.panel = panel;
    this.desk = desk;
    this.say = say;
    this.reader = new Later(template);
  }

  async take(files: readonly File[], others: readonly Incoming[] = []): Promise<void> {
    this.stop();
    if (files.length === 0) return;
    // Gone before the next is read, as with all that is opened.
    this.desk.fail();
    const [turn, asked] = [this.turn, this.desk.turn];
    // Somebody may have closed all, or gone to another sheet, in between.
    const isLate = (): boolean => turn !== this.turn || asked !== this.desk.turn;
    const reader = await this.reader.fetched();
    if (isLate()) return;
    if (reader === null) return this.desk.fail(this.say("picture.late"));
    const [found, faults]: [Incoming[], string[]] = [[...others], []];
    for (const file of files.slice(0, MOST_PICTURES)) {
      const read = await reader.inPicture(file, isOurs);
      if (isLate()) return;
      if ("text" in read) found.push(byPicture(file.name, read.text, this.say));
      else faults.push(this.say("fault.file", { way: this.say("way.picture", { name: shownName(file.name) }) }), this.say(`picture.${read.fault}`));
    }
    if (files.length > MOST_PICTURES) faults.push(this.say("fault.several", { n: MOST_PICTURES }));
    if (found.length > 0) await this.desk.take(found);
    else this.desk.fail();
    if (turn === this.turn) this.desk.tell(...faults);
  }

  stop(): void {
    this.turn += 1;
    this.camera?.stop();
    this.camera = null;
    if (one("video", this.panel)) this.panel.replaceChildren();
  }

  async watch(): Promise<void> {
    this.stop();
    const turn = this.turn;
    const reader = await this.reader.fetched();
    if (turn !== this.turn) return;
    if (reader === null) return this.desk.fail(this.say("picture.late"));
    const video = make("video", { muted: "", playsinline: "", "aria-hidden": "true" });
    video.muted = true;
    const stop = button(this.say("camera.stop"), { class: "button" }, () => {
      this.stop();
      one("[data-camera]")?.focus();
    });
    this.panel.replaceChildren(
      make("section", { class: "panel", "aria-labelledby": "camera-title" }, make("h2", { id: "camera-title" }, this.say("camera.title")), make("p", {}, this.say("camera.hint")), make("p", { class: "panel-tools" }, stop), video),
    );
    stop.focus();
    this.camera = reader.watch(
      video,
      isOurs,
      (text) => {
        this.stop();
        void this.desk.take([byWay("camera", text, this.say)]);
      },
      (fault) => {
        this.stop();
        this.desk.fail(this.say(`camera.${fault}`));
      },
    );
  }
}
