/** Places in lists as bits, the high one first, and texts beside them: what `said.ts` walks with. */
import { Damaged } from "./bytes.ts";
import type { Coder } from "./said.ts";

/** Bits that tell so many apart: none for one alone. */
function widthOf(count: number): number {
  return 32 - Math.clz32(count - 1);
}

export class Packing implements Coder {
  readonly owns: string[] = [];
  readonly seens: string[] = [];
  private readonly bits: number[] = [];

  at(count: number, place: number): number {
    if (place < 0 || place >= count) throw new Damaged("not in the list");
    for (let bit = widthOf(count) - 1; bit >= 0; bit -= 1) this.bits.push((place >> bit) & 1);
    return place;
  }

  own(text: string): string {
    this.owns.push(text);
    return text;
  }

  seen(text: string): string {
    this.seens.push(text);
    return text;
  }

  bytes(): number[] {
    return Array.from({ length: Math.ceil(this.bits.length / 8) }, (_, byte) =>
      [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, bit) => sum * 2 + (this.bits[8 * byte + bit] ?? 0), 0),
    );
  }
}

export class Unpacking implements Coder {
  private readonly bytes: Uint8Array;
  private readonly owns: string[];
  private readonly seens: string[];
  private used = 0;

  constructor(bytes: Uint8Array, owns: readonly string[], seens: readonly string[]) {
    this.bytes = bytes;
    this.owns = [...owns];
    this.seens = [...seens];
  }

  at(count: number): number {
    let place = 0;
    for (let left = count > 0 ? widthOf(count) : 0; left > 0; left -= 1) place = place * 2 + this.bit();
    if (place >= count) throw new Damaged("not in the list");
    return place;
  }

  /** Texts at the end that are empty are not written. */
  own(): string {
    return this.owns.shift() ?? "";
  }

  seen(): string {
    return this.seens.shift() ?? "";
  }

  /** All was read, and what fills the last byte is nothing. */
  end(): void {
    while (this.used % 8 > 0) if (this.bit() !== 0) throw new Damaged("bits");
    if (this.used !== 8 * this.bytes.length || this.owns.length + this.seens.length > 0) throw new Damaged("end");
  }

  private bit(): number {
    const byte = this.bytes[this.used >> 3];
    if (byte === undefined) throw new Damaged("end");
    return (byte >> (7 - (this.used++ & 7))) & 1;
  }
}
