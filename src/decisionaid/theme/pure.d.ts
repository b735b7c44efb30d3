/**
 * What the rooms without a page may use beside the language itself: all that a browser and Node share.
 *
 * Only `tsconfig.pure.json` reads this file; the other configuration has the browser's own library.
 */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(encoding?: "utf-8", options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

/** Base64 as one letter for each byte. */
declare function atob(letters: string): string;
declare function btoa(letters: string): string;

/** A file, as far as it is read. */
interface Blob {
  readonly size: number;
  text(): Promise<string>;
}

/** Deflate; browsers of before 2023 have none of it, or not this format. */
declare class CompressionStream {
  constructor(format: "deflate-raw");
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } };
  readonly writable: { getWriter(): { write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> } };
}

interface CryptoKey {
  readonly type: string;
}

interface AesGcm {
  name: "AES-GCM";
  iv: Uint8Array<ArrayBuffer>;
  additionalData: Uint8Array<ArrayBuffer>;
}

declare const crypto: {
  getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** Missing on a page that came over a line that anybody can read. */
  readonly subtle?: {
    importKey(format: "raw", key: Uint8Array<ArrayBuffer>, algorithm: "PBKDF2", extractable: false, usages: ["deriveKey"]): Promise<CryptoKey>;
    deriveKey(
      algorithm: { name: "PBKDF2"; hash: "SHA-256"; salt: Uint8Array<ArrayBuffer>; iterations: number },
      key: CryptoKey,
      derived: { name: "AES-GCM"; length: 256 },
      extractable: false,
      usages: ["encrypt", "decrypt"],
    ): Promise<CryptoKey>;
    encrypt(algorithm: AesGcm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    decrypt(algorithm: AesGcm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
};
