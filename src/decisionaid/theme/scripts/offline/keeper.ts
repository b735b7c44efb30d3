/**
 * Keeps the pages of one folder on the device, whole or not at all.
 *
 * A version is a list of files with the hashes of their bytes. It is taken when all of them are here and are
 * what the list says; until then the version before it answers, with all of its own files. Nothing else
 * gets in: what is kept goes under names of the list, so nothing that a person types can.
 */
import { ELSEWHERE, GONE, HOLD, TAKE, WHO, type Hashes, type Held } from "./held.ts";
import type { Asked, Told, WorkerScope } from "./scope.ts";

/** What a server says where there is nothing any more. */
const NOTHING_THERE = [404, 410];
/** Of what is kept, they would say something untrue. */
const NOT_KEPT = ["content-encoding", "content-length"];

interface Entry {
  readonly url: string;
  readonly hash: string;
  readonly isWhole: boolean;
}

export class Keeper {
  private readonly worker: WorkerScope;
  private readonly held: Held;
  /** How the names of all versions of this folder begin, and of no other's. */
  private readonly family: string;
  private readonly name: string;
  /** Where it stands that the server has nothing here any more. */
  private readonly gone: string;
  private isForgotten = false;
  private readonly entries = new Map<string, Entry>();

  constructor(worker: WorkerScope, held: Held) {
    this.worker = worker;
    this.held = held;
    const { scope } = worker.registration;
    this.family = `decisionaid ${new URL(scope).pathname} `;
    this.name = this.family + held.version;
    this.gone = `${scope}?gone`;
    for (const [files, isWhole] of [[held.whole, true], [held.asked, false]] as const) this.list(files, isWhole);
  }

  start(): void {
    const { worker } = this;
    worker.addEventListener("install", (event) => event.waitUntil(this.fill()));
    worker.addEventListener("activate", (event) => event.waitUntil(this.sweep()));
    worker.addEventListener("fetch", (event) => this.answer(event));
    worker.addEventListener("message", (event) => this.hear(event));
  }

  private list(files: Hashes, isWhole: boolean): void {
    for (const [file, hash] of Object.entries(files)) {
      const url = new URL(file, this.worker.registration.scope).href;
      this.entries.set(url, { url, hash, isWhole });
    }
  }

  /** Fetch what is not here yet. A file that is missing, cut or another one fails the whole version. */
  private async fill(): Promise<void> {
    if (!this.held.version) return;
    const { caches } = this.worker;
    const cache = await caches.open(this.name);
    const before = await Promise.all((await this.others()).map((name) => caches.open(name)));
    for (const entry of this.entries.values()) {
      // Of a version that came in part, this part is here already.
      if (await cache.match(entry.url)) continue;
      const kept = (await Promise.all(before.map((each) => each.match(entry.url)))).filter((each) => each !== undefined);
      // What was asked for before must not be missing now.
      if (!entry.isWhole && kept.length === 0) continue;
      const same = (await Promise.all(kept.map((each) => checked(each, entry.hash)))).find((each) => each !== null);
      const response = same ?? (await checked(await this.fetched(entry.url), entry.hash));
      if (response === null) throw new Error(`not what it should be: ${entry.url}`);
      await cache.put(entry.url, response);
    }
  }

  /** No page uses an older version now: the browser lets a new one begin only then. */
  private async sweep(): Promise<void> {
    const { caches, registration } = this.worker;
    await Promise.all((await this.others()).map((name) => caches.delete(name)));
    if (this.held.version) return;
    await caches.delete(this.name);
    await registration.unregister();
  }

  private async others(): Promise<string[]> {
    const names = await this.worker.caches.keys();
    return names.filter((name) => name.startsWith(this.family) && name !== this.name);
  }

  private fetched(url: string): Promise<Response> {
    // A server may send a page on that is asked for by its whole name.
    return this.worker.fetch(url.replace(/index\.html$/, ""), { cache: "no-cache", mode: "same-origin" });
  }

  private answer(event: Asked): void {
    const { request } = event;
    const entry = request.method === "GET" ? this.entryOf(request.url) : undefined;
    if (!entry || !this.held.version || this.isForgotten) return;
    const isPage = request.mode === "navigate";
    const answer = this.found(request, entry, isPage);
    event.respondWith(answer);
    if (isPage) event.waitUntil(answer.then(() => this.isGone()).catch(() => undefined));
  }

  /** A page may be asked for by its folder, or without its ending. */
  private entryOf(address: string): Entry | undefined {
    const { origin, pathname } = new URL(address);
    const plain = origin + pathname;
    const names = [plain, `${plain}index.html`, `${plain}.html`];
    return names.map((name) => this.entries.get(name)).find((each) => each !== undefined);
  }

  private async found(request: Request, { url, hash, isWhole }: Entry, isPage: boolean): Promise<Response> {
    if (isPage && (await this.kept(this.gone)) && (await this.isGone())) {
      await this.forget();
      return this.worker.fetch(request);
    }
    const kept = await this.kept(url);
    if (kept) return kept;
    const answer = await this.worker.fetch(request);
    const same = answer.ok ? await checked(answer.clone(), hash) : null;
    // A browser may be out of room: then it is asked for again the next time.
    if (same) await this.keep(url, same).catch(() => undefined);
    // Half of this version and half of another would be worse than none.
    return same || isPage || !isWhole ? answer : Response.error();
  }

  /** Ask the server if there is still something here; without network all stays as it is. */
  private async isGone(): Promise<boolean> {
    if (this.isForgotten) return true;
    try {
      const { status } = await this.worker.fetch(this.worker.location.href, { cache: "no-store", mode: "same-origin" });
      const isGone = NOTHING_THERE.includes(status);
      if (isGone) await this.keep(this.gone, new Response());
      else if (status === 200) await (await this.worker.caches.open(this.name)).delete(this.gone);
      return isGone;
    } catch {
      return false;
    }
  }

  private kept(url: string): Promise<Response | undefined> {
    return this.worker.caches.match(url, { cacheName: this.name });
  }

  private async keep(url: string, response: Response): Promise<void> {
    await (await this.worker.caches.open(this.name)).put(url, response);
  }

  private async forget(): Promise<void> {
    this.isForgotten = true;
    const { caches, registration } = this.worker;
    await Promise.all([...(await this.others()), this.name].map((name) => caches.delete(name)));
    await registration.unregister();
  }

  private hear(event: Told): void {
    const { data, ports: [port] } = event;
    const { version, ended, words } = this.held;
    if (data === WHO) port?.postMessage({ version, ended, words });
    // A page of this very version, which was opened before the worker was here.
    if (data === HOLD + version && version) event.waitUntil(this.worker.clients.claim());
    if (data === GONE) event.waitUntil(this.isGone().then((isGone) => isGone && port?.postMessage(words.gone)));
    if (data === TAKE) event.waitUntil(this.take(port));
  }

  /** Take over from the version before, if nothing but the page that asks is using it. */
  private async take(port: MessagePort | undefined): Promise<void> {
    const { clients, registration } = this.worker;
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.filter(({ url }) => url.startsWith(registration.scope)).length > 1) port?.postMessage(ELSEWHERE);
    else await this.worker.skipWaiting();
  }
}

/** A response made anew of these bytes if they are what they should be. */
async function checked(response: Response, hash: string): Promise<Response | null> {
  if (!response.ok) return null;
  const bytes = await response.arrayBuffer();
  if ((await digestOf(bytes)) !== hash) return null;
  const headers = new Headers(response.headers);
  for (const name of NOT_KEPT) headers.delete(name);
  return new Response(bytes, { headers });
}

/** The first half of SHA-256, in hexadecimal digits. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
