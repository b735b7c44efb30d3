/** CRC-32 (the one of ZIP and PNG): finds damage in a record, not tampering. */

/** Eight hex digits for the text in UTF-8. */
export function crc32(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    // A record is small: eight steps a byte cost less than a table of 256 numbers to load.
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
