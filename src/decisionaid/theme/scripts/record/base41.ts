/**
 * Bytes as signs that a QR code, a link, a scanner that types and a person reading aloud all carry as they are.
 *
 * Two bytes are three signs, the little end first; a single last byte is two. The same as
 * `decisionaid/outside/base41.py`.
 */

/** All of these stand in the alphanumeric set of QR codes, and none is escaped behind the `#` of a link. */
export const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./";
const BASE = ALPHABET.length;

export function toBase41(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    for (let signs = isPair ? 3 : 2; signs > 0; signs -= 1) {
      text += ALPHABET[value % BASE];
      value = Math.floor(value / BASE);
    }
  }
  return text;
}

/** Null where the signs are not those of whole bytes. */
export function fromBase41(text: string): Uint8Array<ArrayBuffer> | null {
  const rest = text.length % 3;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  for (let at = 0, byte = 0; at < text.length; at += 3) {
    const size = Math.min(3, text.length - at);
    let value = 0;
    for (let place = size - 1; place >= 0; place -= 1) {
      const sign = ALPHABET.indexOf(text[at + place]!);
      if (sign < 0) return null;
      value = value * BASE + sign;
    }
    if (value >= 256 ** (size - 1)) return null;
    if (size === 3) bytes[byte++] = value >> 8;
    bytes[byte++] = value & 255;
  }
  return bytes;
}
