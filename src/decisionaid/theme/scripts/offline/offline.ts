/**
 * Have the pages of this folder kept on the device, once the page is ready; say when there is a newer version.
 *
 * A page goes on with the version that it was opened with until the person takes the newer one, or closes it.
 */
import { announce, make, one } from "../page/dom.ts";
import { ELSEWHERE, GONE, HOLD, TAKE, WHO, type Who } from "./held.ts";

/** The only addresses that are ever registered. */
const ADDRESS = /^(\.\.\/)?worker\.js$/;
/** A page that stays open looks again when somebody comes back to it, and no more often than this. */
const AGAIN_MS = 3_600_000;
/** How often a worker is asked who it is, and how long its answer is waited for. */
const GREETED = 4;
const GREETED_MS = 3_000;

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}

class Offline {
  private readonly version: string;
  private readonly registration: ServiceWorkerRegistration;
  private line: HTMLElement | null = null;
  private looked = Date.now();
  private readonly followed = new Set<ServiceWorker>();

  constructor(version: string, registration: ServiceWorkerRegistration) {
    this.version = version;
    this.registration = registration;
  }

  start(): void {
    const { registration } = this;
    this.followAll();
    // By the time that an engine says so, a small one may be past installing.
    registration.addEventListener("updatefound", () => this.followAll());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - this.looked > AGAIN_MS) this.look();
    });
    // What was registered just now is the newest there is.
    if (registration.active) this.look();
  }

  private look(): void {
    this.looked = Date.now();
    // Without network there is nothing newer to be had. With one, there may be nothing here at all any more.
    this.registration.update().catch(() => {
      const { active } = this.registration;
      if (active) asked(active, GONE, (words) => this.tell(String(words)));
    });
  }

  private followAll(): void {
    const { installing, waiting, active } = this.registration;
    for (const each of [installing, waiting, active]) if (each && !this.followed.has(each)) this.follow(each);
  }

  private follow(worker: ServiceWorker): void {
    this.followed.add(worker);
    const see = (): void => {
      if (worker.state === "activated") worker.postMessage(HOLD + this.version);
      // The first of all becomes active by itself; until then, no page was kept.
      if (worker.state === "installed" && this.registration.active) this.greet(worker);
    };
    worker.addEventListener("statechange", see);
    see();
  }

  /** Ask a worker that waits who it is: again if it does not answer, since an engine may have put it to sleep. */
  private greet(worker: ServiceWorker, times = GREETED): void {
    let hasAnswered = false;
    if (times > 1) setTimeout(() => hasAnswered || worker.state !== "installed" || this.greet(worker, times - 1), GREETED_MS);
    asked(worker, WHO, (answer) => {
      if (hasAnswered) return;
      hasAnswered = true;
      const { version, ended, words } = answer as Who;
      if (!version || version === this.version) return;
      const take = (): void => this.take(worker, words.elsewhere);
      this.tell(words.newer, words.take, take);
      // Nobody has begun: what is not to be used any more does not stay.
      if (ended && !hasBegun()) take();
    });
  }

  private take(worker: ServiceWorker, elsewhere: string): void {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") location.reload();
    });
    asked(worker, TAKE, (answer) => {
      if (answer === ELSEWHERE) this.say(elsewhere);
    });
  }

  private tell(text: string, way = "", take: () => void = () => undefined): void {
    this.line?.remove();
    // A link, since it leads to a page: the app does not ask before it lets people follow one.
    const link = make("a", { class: "button secondary", href: "" }, way);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      take();
    });
    this.line = make("div", { class: "message" }, make("p"), ...(way ? [link] : []));
    one("main")?.prepend(this.line);
    this.say(text);
  }

  private say(text: string): void {
    const words = this.line && one("p", this.line);
    if (words) words.textContent = text;
    announce(text);
  }
}

function asked(worker: ServiceWorker, question: string, answered: (answer: unknown) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => answered(data);
  worker.postMessage(question, [port2]);
}

/** Whether there is something on the page that is the person's own, or they have gone on. */
function hasBegun(): boolean {
  const controls = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main input, main textarea")];
  const isOwn = controls.some((each) => each.value !== each.defaultValue || ("checked" in each && each.checked !== each.defaultChecked));
  return isOwn || location.hash.length > 1;
}

async function start(): Promise<void> {
  const { worker = "", version = "" } = one("#offline-script")?.dataset ?? {};
  const { trustedTypes } = window as { trustedTypes?: Factory };
  const createScriptURL = (address: string): string => {
    if (!ADDRESS.test(address)) throw new TypeError("no worker of ours");
    return address;
  };
  const policy = trustedTypes?.createPolicy("decisionaid", { createScriptURL }) ?? { createScriptURL };
  const registration = await navigator.serviceWorker.register(policy.createScriptURL(worker), { updateViaCache: "none" });
  new Offline(version, registration).start();
}

// Where a browser forbids it, the page is what it is with a network alone.
start().catch(() => undefined);
