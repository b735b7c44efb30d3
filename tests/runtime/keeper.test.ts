/** A worker keeps a version whole or not at all, whichever call of the browser fails. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { ELSEWHERE, GONE, HOLD, TAKE, WHO, type Held } from "../../src/decisionaid/theme/scripts/offline/held.ts";
import { Keeper } from "../../src/decisionaid/theme/scripts/offline/keeper.ts";
import type { WorkerScope } from "../../src/decisionaid/theme/scripts/offline/scope.ts";

const SCOPE = "https://example.org/site/aids/made-up/";
const SAID = { newer: "newer", take: "take", elsewhere: "elsewhere", gone: "gone" };

type Files = Readonly<Record<string, string>>;
type Listener = (event: never) => void;

const OLD: Files = { "index.html": "old page", "words.js": "old words", "../../assets/a.js": "same" };
const NEW: Files = { "index.html": "new page", "words.js": "new words", "../../assets/a.js": "same", "more.html": "more" };

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function held(version: string, files: Files, asked: Files = {}): Held {
  const hashes = (named: Files) => Object.fromEntries(Object.entries(named).map(([name, text]) => [name, hashOf(text)]));
  return { version, ended: false, whole: hashes(files), asked: hashes(asked), words: SAID };
}

/** A browser as a worker sees it: what is kept on the device stays when the worker goes. */
class Device {
  readonly kept = new Map<string, Map<string, Response>>();
  server: Files = {};
  /** Files that are cut, of which the server has something else, or that are not there. */
  wrong: Readonly<Record<string, string | number>> = {};
  asked: string[] = [];
  isOnline = true;
  pages: string[] = [];
  isRegistered = true;
  hasSkipped = 0;
  claims = 0;
  /** Fails the call with this number; none with 0. */
  failing = 0;
  private calls = 0;

  private count(): void {
    if (++this.calls === this.failing) throw new Error("full, or forbidden");
  }

  startAgain(failing = 0): void {
    [this.calls, this.failing] = [0, failing];
  }

  private fetch(input: RequestInfo): Promise<Response> {
    const url = typeof input === "string" ? input : input.url;
    this.asked.push(url);
    if (!this.isOnline) return Promise.reject(new TypeError("no network"));
    const found = Object.keys(this.server).find((name) => new URL(name, SCOPE).href.replace(/index\.html$/, "") === url.replace(/index\.html$/, ""));
    const wrong = found === undefined ? undefined : this.wrong[found];
    if (typeof wrong === "number") return Promise.resolve(new Response("", { status: wrong }));
    const text = wrong ?? (found === undefined ? undefined : this.server[found]);
    return Promise.resolve(text === undefined ? new Response("", { status: 404 }) : new Response(text));
  }

  private cache(name: string): object {
    const entries = this.kept.get(name) ?? new Map<string, Response>();
    this.kept.set(name, entries);
    return {
      match: async (url: string) => (this.count(), entries.get(url)?.clone()),
      put: async (url: string, response: Response) => (this.count(), void entries.set(url, response)),
      delete: async (url: string) => entries.delete(url),
    };
  }

  /** Start a worker here; what it does with an event is waited for. */
  worker(of: Held): (type: string, more?: object) => Promise<unknown> {
    const listeners = new Map<string, Listener>();
    const caches = {
      open: async (name: string) => (this.count(), this.cache(name)),
      keys: async () => (this.count(), [...this.kept.keys()]),
      delete: async (name: string) => (this.count(), this.kept.delete(name)),
      match: async (url: string, { cacheName }: { cacheName: string }) => this.kept.get(cacheName)?.get(url)?.clone(),
    };
    const scope = {
      location: { href: `${SCOPE}worker.js` },
      registration: { scope: SCOPE, unregister: async () => ((this.isRegistered = false), true) },
      clients: { claim: async () => void this.claims++, matchAll: async () => this.pages.map((url) => ({ url })) },
      caches,
      fetch: (input: RequestInfo) => this.fetch(input),
      skipWaiting: async () => void this.hasSkipped++,
      addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    };
    new Keeper(scope as unknown as WorkerScope, of).start();
    return async (type, more = {}) => {
      let answer: Promise<Response> | undefined;
      const work: Promise<unknown>[] = [];
      listeners.get(type)?.({ ...more, waitUntil: (each: Promise<unknown>) => work.push(each), respondWith: (each: Promise<Response>) => (answer = each) } as never);
      await Promise.all(work);
      return answer;
    };
  }
}

function request(file: string, mode = "no-cors"): object {
  return { request: { method: "GET", url: new URL(file, SCOPE).href, mode } };
}

async function textOf(worker: ReturnType<Device["worker"]>, file: string, mode?: string): Promise<string | number> {
  const answer = (await worker("fetch", request(file, mode))) as Response | undefined;
  return answer?.ok ? answer.text() : (answer?.status ?? -1);
}

/** A device on which a version is kept, its worker active. */
async function keeping(files: Files = OLD, asked: Files = {}): Promise<{ device: Device; worker: ReturnType<Device["worker"]> }> {
  const device = new Device();
  device.server = { ...files, ...asked, "worker.js": "worker" };
  const worker = device.worker(held("one", files, asked));
  await worker("install");
  await worker("activate");
  device.asked = [];
  return { device, worker };
}

async function isWhole(device: Device, worker: ReturnType<Device["worker"]>, files: Files): Promise<void> {
  device.isOnline = false;
  for (const [file, text] of Object.entries(files)) assert.equal(await textOf(worker, file), text);
  device.isOnline = true;
}

test("what is kept is answered without network, a page by its folder and without its ending too", async () => {
  const { device, worker } = await keeping({ ...OLD, "evidence.html": "evidence" });
  device.isOnline = false;
  assert.equal(await textOf(worker, "", "navigate"), "old page");
  assert.equal(await textOf(worker, "?from=mail#values", "navigate"), "old page");
  assert.equal(await textOf(worker, "evidence", "navigate"), "evidence");
  assert.equal(await textOf(worker, "../../assets/a.js"), "same");
  assert.equal(await textOf(worker, "aid.json"), -1);
  assert.equal(await worker("fetch", { request: { method: "POST", url: SCOPE, mode: "navigate" } }), undefined);
});

test("an update fetches what is another file, and until it begins the version before answers", async () => {
  const { device, worker } = await keeping();
  device.server = { ...NEW, "worker.js": "worker" };
  const newer = device.worker(held("two", NEW));
  await newer("install");
  assert.deepEqual(device.asked.map((url) => url.replace(SCOPE, "")), ["", "words.js", "more.html"]);
  await isWhole(device, worker, OLD);
  await newer("activate");
  assert.equal(device.kept.size, 1);
  await isWhole(device, newer, NEW);
});

test("whichever call fails, the version before stays whole, and the next try makes the new one whole", async () => {
  let failed = 0;
  for (let k = 1; ; k++) {
    const { device, worker } = await keeping();
    device.server = { ...NEW, "worker.js": "worker" };
    device.startAgain(k);
    const newer = device.worker(held("two", NEW));
    const isDone = await newer("install").then(() => true, () => false);
    device.startAgain();
    if (isDone) break;
    failed++;
    await isWhole(device, worker, OLD);
    // The browser starts it anew on the next opening.
    const again = device.worker(held("two", NEW));
    await again("install");
    await again("activate");
    await isWhole(device, again, NEW);
    assert.equal(device.kept.size, 1);
  }
  assert.ok(failed > 8, `${failed}`);
});

for (const wrong of ["new wor", "new words of another build", 500, 404]) {
  test(`a file that comes as ${JSON.stringify(wrong)} fails the whole version`, async () => {
    const { device, worker } = await keeping();
    device.server = { ...NEW, "worker.js": "worker" };
    device.wrong = { "words.js": wrong };
    await assert.rejects(device.worker(held("two", NEW))("install"));
    await isWhole(device, worker, OLD);
  });
}

test("what was asked for is kept if it is what the list says, and is brought along by an update", async () => {
  const { device, worker } = await keeping(OLD, { "plan.js": "plan", "place.js": "place" });
  assert.equal(await textOf(worker, "plan.js"), "plan");
  device.wrong = { "place.js": "another" };
  assert.equal(await textOf(worker, "place.js"), "another");
  device.isOnline = false;
  assert.equal(await textOf(worker, "plan.js"), "plan");
  await assert.rejects(textOf(worker, "place.js"));
  device.isOnline = true;
  device.wrong = {};
  const asked = { "plan.js": "newer plan", "place.js": "place" };
  device.server = { ...OLD, ...asked };
  const newer = device.worker(held("two", OLD, asked));
  await newer("install");
  await newer("activate");
  device.isOnline = false;
  assert.equal(await textOf(newer, "plan.js"), "newer plan");
  await assert.rejects(textOf(newer, "place.js"));
});

test("a file that the browser threw away is never taken from another version", async () => {
  const { device, worker } = await keeping();
  [...device.kept.values()][0]?.delete(new URL("words.js", SCOPE).href);
  device.wrong = { "words.js": "new words" };
  assert.equal(await textOf(worker, "words.js"), 0);
  device.wrong = {};
  assert.equal(await textOf(worker, "words.js"), "old words");
});

for (const status of [404, 410]) {
  test(`where the server says ${status}, the next opening goes to the network and nothing is left`, async () => {
    const { device, worker } = await keeping();
    device.server = { "worker.js": "gone" };
    device.wrong = { "worker.js": status };
    assert.equal(await textOf(worker, "", "navigate"), "old page");
    device.isOnline = false;
    assert.equal(await textOf(worker, "", "navigate"), "old page");
    device.isOnline = true;
    assert.equal(await textOf(worker, "", "navigate"), 404);
    assert.equal(device.kept.size, 0);
    assert.equal(device.isRegistered, false);
    assert.equal(await textOf(worker, "words.js"), -1);
  });
}

test("a page that asks is told that its site has it no more, and nothing where that is not known", async () => {
  const { device, worker } = await keeping();
  const told: unknown[] = [];
  const ask = () => worker("message", { data: GONE, ports: [{ postMessage: (answer: unknown) => told.push(answer) }] });
  device.server = { "worker.js": "here" };
  await ask();
  device.wrong = { "worker.js": 503 };
  await ask();
  device.isOnline = false;
  await ask();
  assert.deepEqual(told, []);
  device.isOnline = true;
  device.wrong = { "worker.js": 404 };
  await ask();
  assert.deepEqual(told, [SAID.gone]);
  // It stays on the screen until it is opened anew.
  assert.equal(await textOf(worker, "words.js"), "old words");
});

test("a server that fails, or that has it again, is no reason to let go", async () => {
  const { device, worker } = await keeping();
  device.wrong = { "worker.js": 503 };
  await worker("fetch", request("", "navigate"));
  assert.equal(await textOf(worker, "", "navigate"), "old page");
  device.wrong = { "worker.js": 404 };
  await worker("fetch", request("", "navigate"));
  device.wrong = {};
  assert.equal(await textOf(worker, "", "navigate"), "old page");
  assert.equal(device.isRegistered, true);
});

test("it takes over only from the one page that asks, and claims only pages of its own version", async () => {
  const { device } = await keeping();
  const newer = device.worker(held("two", NEW));
  const told: unknown[] = [];
  const port = { postMessage: (answer: unknown) => told.push(answer) };
  await newer("message", { data: WHO, ports: [port] });
  assert.deepEqual(told, [{ version: "two", ended: false, words: SAID }]);
  device.pages = [SCOPE, `${SCOPE}evidence.html`, "https://example.org/site/aids/another/"];
  await newer("message", { data: TAKE, ports: [port] });
  assert.equal(told.at(-1), ELSEWHERE);
  assert.equal(device.hasSkipped, 0);
  device.pages = [SCOPE, "https://example.org/site/aids/another/"];
  await newer("message", { data: TAKE, ports: [port] });
  assert.equal(device.hasSkipped, 1);
  for (const data of [`${HOLD}one`, HOLD, "hold", null, { version: "two" }]) await newer("message", { data, ports: [] });
  assert.equal(device.claims, 0);
  await newer("message", { data: `${HOLD}two`, ports: [] });
  assert.equal(device.claims, 1);
});

test("one that keeps nothing takes away what was kept of this folder, and nothing of another", async () => {
  const { device } = await keeping();
  device.kept.set("decisionaid /site/aids/another/ one", new Map());
  const last = device.worker({ version: "", ended: false, whole: {}, asked: {}, words: SAID });
  await last("install");
  assert.equal(await textOf(last, "", "navigate"), -1);
  await last("activate");
  assert.deepEqual([...device.kept.keys()], ["decisionaid /site/aids/another/ one"]);
  assert.equal(device.isRegistered, false);
});
