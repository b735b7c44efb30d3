/**
 * What the rooms without a page may use beside the language itself: all that a browser and Node share.
 *
 * Only `tsconfig.pure.json` reads this file; the other configuration has the browser's own library.
 */

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

/** Base64 as one letter for each byte. */
declare function atob(letters: string): string;

/** A file, as far as it is read. */
interface Blob {
  readonly size: number;
  text(): Promise<string>;
}
