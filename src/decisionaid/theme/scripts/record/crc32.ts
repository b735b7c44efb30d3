/** CRC-32 (the one of ZIP and PNG): finds damage in a record or a token, not tampering. */

/** Eight hex digits for the text in UTF-8. */
export function crc32(text: string): string {
  return crcOf(new TextEncoder().encode(text)).toString(16).padStart(8, "0");
}

/** The number, without a sign. */
export function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    // A record is small: eight steps a byte, none of which asks, cost less than a table of 256 numbers to load.
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
