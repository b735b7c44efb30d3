/** What a worker has around it, as far as ours needs it: the types of a page do not know it. */

export interface Extended extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Asked extends Extended {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Told extends Extended {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface Client {
  readonly url: string;
}

export interface WorkerScope {
  readonly location: { readonly href: string };
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: true }): Promise<readonly Client[]>;
  };
  readonly caches: CacheStorage;
  fetch(input: RequestInfo, init?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extended) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
}
