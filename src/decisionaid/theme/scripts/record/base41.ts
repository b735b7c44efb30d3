/**
 * Bytes as signs that a QR code, a link, a scanner that types and a person reading aloud all carry as they are.
 *
 * Two bytes are three signs, the little end first; a single last byte is two. The same as
 * `decisionaid/record/base41.py`.
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
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const signs = Array.from(text.slice(at, at + 3), (sign) => ALPHABET.indexOf(sign));
    const value = signs.reduceRight((sum, sign) => sum * BASE + sign, 0);
    if (signs.length === 1 || signs.includes(-1) || value >= (signs.length === 3 ? 65_536 : 256)) return null;
    if (signs.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}
