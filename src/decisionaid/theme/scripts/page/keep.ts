/** Keep text in this tab, where the browser lets us; it may refuse at any moment. */

export class Keep {
  private readonly storage: () => Storage;
  private readonly key: string;

  /** `storage` is asked each time: merely naming it can throw where storage is forbidden. */
  constructor(storage: () => Storage, key: string) {
    this.storage = storage;
    this.key = key;
  }

  /** What is kept; null when nothing is, or nothing can be read. */
  read(): string | null {
    try {
      return this.storage().getItem(this.key);
    } catch {
      return null;
    }
  }

  /** Whether the text is now kept: it is read back, for a full storage may fail in silence. */
  write(text: string): boolean {
    try {
      this.storage().setItem(this.key, text);
      return this.storage().getItem(this.key) === text;
    } catch {
      return false;
    }
  }

  /** Forget it, and what stands beside it; whether nothing is kept any more. */
  forget(): boolean {
    try {
      this.storage().removeItem(this.key);
      this.storage().removeItem("+" + this.key);
      return this.storage().getItem(this.key) === null;
    } catch {
      return false;
    }
  }
}
