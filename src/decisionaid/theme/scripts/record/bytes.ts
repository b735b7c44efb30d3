/** Numbers and texts as bytes, one behind the other, and back from bytes that may be anything. */

/** What was read is not as we write it. */
export class Damaged extends Error {}

/** Bytes of one number at most: enough for any that a token holds. */
const MOST_VARINT = 6;

export class Writer {
  readonly bytes: number[] = [];

  put(bytes: Iterable<number>): this {
    this.bytes.push(...bytes);
    return this;
  }

  /** Seven bits a byte, the little end first; the high bit says that more follow. */
  varint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (7 * MOST_VARINT)) throw new Damaged("number");
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
    this.bytes.push(rest);
    return this;
  }

  /** A number of four bytes, the big end first. */
  four(value: number): this {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new Damaged("number");
    return this.put([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  }

  /** Its length and then itself. */
  block(bytes: ArrayLike<number>): this {
    return this.varint(bytes.length).put(Array.from(bytes));
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.bytes);
  }
}

export class Reader {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(count: number): Uint8Array<ArrayBuffer> {
    if (count > this.left) throw new Damaged("end");
    return this.bytes.slice(this.at, (this.at += count));
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  varint(): number {
    let value = 0;
    for (let place = 0; place < MOST_VARINT; place += 1) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** (7 * place);
      if (byte > 127) continue;
      // A number is written in one way only.
      if (byte === 0 && place > 0) break;
      return value;
    }
    throw new Damaged("number");
  }

  four(): number {
    return this.take(4).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  block(): Uint8Array<ArrayBuffer> {
    return this.take(this.varint());
  }
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function bytesOfHex(hex: string): number[] {
  return Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Damaged("text");
  }
}
