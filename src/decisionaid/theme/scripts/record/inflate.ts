/**
 * Deflate, there and back (RFC 1951, without a head).
 *
 * Back it goes by hand: the result is bounded while it grows, and a browser that cannot press can still open.
 */
import { Damaged } from "./bytes.ts";

/** More came out than may. */
export class TooLarge extends Error {}

/** Pressed bytes; null where this browser cannot. */
export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { readable, writable } = new CompressionStream("deflate-raw");
    const writer = writable.getWriter();
    // They are done when all was read, and fail when reading does.
    void writer.write(bytes).catch(() => undefined);
    void writer.close().catch(() => undefined);
    const reader = readable.getReader();
    const all: number[] = [];
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) all.push(...(value ?? []));
    return Uint8Array.from(all);
  } catch {
    return null;
  }
}

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END = 256;

/** How many codes there are of each length, and the symbols in the order of their codes. */
interface Codes {
  counts: readonly number[];
  symbols: readonly number[];
}

/** `isWhole`: no half of the tree may be free, as one code of one bit alone may leave it. */
function codesOf(lengths: readonly number[], isWhole = false): Codes {
  const counts: number[] = Array(16).fill(0);
  for (const length of lengths) counts[length]! += 1;
  let free = 1;
  for (let length = 1; length < 16; length += 1) {
    free = 2 * free - counts[length]!;
    if (free < 0) throw new Damaged("codes");
  }
  const longest = Math.max(...lengths);
  if (free > 0 && longest > 0 && (isWhole || longest > 1)) throw new Damaged("codes");
  counts[0] = 0;
  const symbols = lengths.map((length, symbol) => ({ length, symbol })).filter(({ length }) => length > 0);
  return { counts, symbols: symbols.sort((one, other) => one.length - other.length || one.symbol - other.symbol).map(({ symbol }) => symbol) };
}

/** The bytes that were pressed; `most`: how many there may be. */
export function inflated(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  const out: number[] = [];
  let at = 0;
  const bit = (): number => {
    const byte = bytes[at >> 3];
    if (byte === undefined) throw new Damaged("end");
    return (byte >> (at++ & 7)) & 1;
  };
  const bits = (count: number): number => {
    let value = 0;
    for (let place = 0; place < count; place += 1) value += bit() << place;
    return value;
  };
  const symbol = ({ counts, symbols }: Codes): number => {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length < 16; length += 1) {
      code += bit();
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) * 2;
      code *= 2;
    }
    throw new Damaged("code");
  };
  const push = (byte: number): void => {
    if (out.length >= most) throw new TooLarge();
    out.push(byte);
  };
  const stored = (): void => {
    at = (at + 7) & ~7;
    const length = bits(16);
    if (bits(16) !== (length ^ 0xffff)) throw new Damaged("length");
    for (let count = 0; count < length; count += 1) push(bits(8));
  };
  const written = (): [Codes, Codes] => {
    const [many, far, used] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
    if (many > 286 || far > 30) throw new Damaged("codes");
    const order: number[] = Array(19).fill(0);
    for (let index = 0; index < used; index += 1) order[ORDER[index]!] = bits(3);
    const codes = codesOf(order, true);
    const lengths: number[] = [];
    while (lengths.length < many + far) {
      const next = symbol(codes);
      const again = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : next === 18 ? 11 + bits(7) : 1;
      const length = next < 16 ? next : next === 16 ? lengths.at(-1) : 0;
      if (length === undefined || lengths.length + again > many + far) throw new Damaged("codes");
      lengths.push(...Array<number>(again).fill(length));
    }
    if (lengths[END] === 0) throw new Damaged("codes");
    return [codesOf(lengths.slice(0, many)), codesOf(lengths.slice(many))];
  };
  const pressed = ([letters, distances]: readonly [Codes, Codes]): void => {
    for (let next = symbol(letters); next !== END; next = symbol(letters)) {
      if (next < END) {
        push(next);
        continue;
      }
      const length = LENGTHS[next - END - 1];
      if (length === undefined) throw new Damaged("length");
      const count = length + bits(LENGTH_BITS[next - END - 1]!);
      const far = symbol(distances);
      const least = DISTANCES[far];
      if (least === undefined) throw new Damaged("distance");
      const distance = least + bits(far < 2 ? 0 : (far >> 1) - 1);
      if (distance > out.length) throw new Damaged("distance");
      for (let copied = 0; copied < count; copied += 1) push(out[out.length - distance]!);
    }
  };
  for (let isLast = 0; !isLast; ) {
    isLast = bit();
    const kind = bits(2);
    if (kind === 3) throw new Damaged("kind");
    if (kind === 0) stored();
    else pressed(kind === 1 ? FIXED : written());
  }
  if ((at + 7) >> 3 !== bytes.length) throw new Damaged("end");
  return Uint8Array.from(out);
}

const lengthsOf = (...runs: readonly (readonly [count: number, length: number])[]): number[] =>
  runs.flatMap(([count, length]) => Array<number>(count).fill(length));
const FIXED = [codesOf(lengthsOf([144, 8], [112, 9], [24, 7], [8, 8])), codesOf(lengthsOf([32, 5]))] as const;
