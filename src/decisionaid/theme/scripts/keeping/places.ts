/** The two places where something is kept: the browser's database, and a second copy in its local storage. */
import { Keep } from "../page/keep.ts";

/** Of one text by its name; each may refuse at any moment. */
export interface Place {
  read(): Promise<string | null>;
  /** Put `text` in the place of `before`; false: something else stands there, and stays. */
  swap(before: string | null, text: string): Promise<boolean>;
  forget(): Promise<void>;
}

const STORE = "kept";
/** The one item of the store. */
const ITEM = "entry";
/** A browser that says nothing for so long has failed. */
const LATE_MS = 10_000;

/** Says why a browser refused: it is full, or it does not let us. */
export type Refusal = "full" | "forbidden";

export function refusalIn(error: unknown): Refusal {
  return /quota|full/i.test(`${(error as Error | null)?.name} ${(error as Error | null)?.message}`) ? "full" : "forbidden";
}

/** The second copy: whole at once, but a browser that is killed may lose its last seconds. */
export class InLocal implements Place {
  private readonly storage: () => Storage;
  private readonly key: string;

  constructor(storage: () => Storage, key: string) {
    this.storage = storage;
    this.key = key;
  }

  async read(): Promise<string | null> {
    return this.storage().getItem(this.key);
  }

  async swap(before: string | null, text: string): Promise<boolean> {
    const storage = this.storage();
    if (storage.getItem(this.key) !== before) return false;
    storage.setItem(this.key, text);
    return true;
  }

  async forget(): Promise<void> {
    if (!new Keep(this.storage, this.key).forget()) throw new Error("still there");
  }
}

/** The first copy: what a transaction has completed outlives the browser's end. */
export class InDatabase implements Place {
  private readonly factory: () => IDBFactory;
  private readonly name: string;

  constructor(factory: () => IDBFactory, name: string) {
    this.factory = factory;
    this.name = name;
  }

  async read(): Promise<string | null> {
    const database = await this.found();
    if (!database) return null;
    return during(database, "readonly", (store, give) => {
      const asked = store.get(ITEM);
      asked.onsuccess = () => give(textIn(asked.result));
    });
  }

  /** Looked at and written in one transaction: no other tab comes between. */
  async swap(before: string | null, text: string): Promise<boolean> {
    const database = await this.opened(true);
    if (!database) throw new Error("no database");
    return during(database, "readwrite", (store, give, fail) => {
      const asked = store.get(ITEM);
      asked.onsuccess = () => {
        const isBefore = textIn(asked.result) === before;
        try {
          if (isBefore) store.put(text, ITEM);
          give(isBefore);
        } catch (error) {
          fail(error);
        }
      };
    });
  }

  /** The database itself goes too: it would tell that something was kept. */
  async forget(): Promise<void> {
    const database = await this.found();
    if (!database) return;
    await during<void>(database, "readwrite", (store) => store.delete(ITEM));
    await this.deleted();
  }

  /** Null: there is none, and none is made. Some browsers make an empty one of a request that was ended. */
  private async found(): Promise<IDBDatabase | null> {
    const factory = this.factory();
    if ("databases" in factory) {
      const names = await inTime<IDBDatabaseInfo[]>((resolve, reject) => void factory.databases().then(resolve, reject));
      if (!names.some(({ name }) => name === this.name)) return null;
    }
    return this.opened(false);
  }

  private opened(isMade: boolean): Promise<IDBDatabase | null> {
    return inTime((resolve, reject) => {
      const asked = this.factory().open(this.name, 1);
      let isNone = false;
      asked.onupgradeneeded = () => {
        if (isMade) asked.result.createObjectStore(STORE);
        else {
          isNone = true;
          asked.transaction?.abort();
        }
      };
      asked.onsuccess = () => {
        // Another tab that deletes it must not wait for this one.
        asked.result.onversionchange = () => asked.result.close();
        resolve(asked.result);
      };
      asked.onerror = () => {
        if (isNone) resolve(null);
        else reject(asked.error);
      };
    });
  }

  private deleted(): Promise<void> {
    return inTime((resolve, reject) => {
      const asked = this.factory().deleteDatabase(this.name);
      asked.onsuccess = () => resolve();
      asked.onerror = () => reject(asked.error);
      // Another tab is at it: what was ours is out of it already.
      asked.onblocked = () => resolve();
    });
  }
}

/** Something else than our text may stand there: it is not read as none. */
function textIn(result: unknown): string | null {
  if (result === undefined) return null;
  return typeof result === "string" ? result : String(JSON.stringify(result));
}

/** One transaction; what it gives counts when it has completed. */
function during<Given>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (given: Given) => void, fail: (error: unknown) => void) => void,
): Promise<Given> {
  const done = inTime<Given>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    let given: Given;
    transaction.oncomplete = () => resolve(given);
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    const fail = (error: unknown): void => {
      reject(error);
      transaction.abort();
    };
    try {
      work(transaction.objectStore(STORE), (one) => (given = one), fail);
    } catch (error) {
      fail(error);
    }
  });
  return done.finally(() => database.close());
}

function inTime<Given>(work: (resolve: (given: Given) => void, reject: (error: unknown) => void) => void): Promise<Given> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("late")), LATE_MS);
    const first = <One>(then: (one: One) => void) => (one: One): void => {
      clearTimeout(late);
      then(one);
    };
    try {
      work(first(resolve), first(reject));
    } catch (error) {
      first(reject)(error);
    }
  });
}
