/**
 * How large a picture is, from its first bytes: before it is decoded, which may take far more memory than its
 * file.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of PNG, JPEG, GIF, WebP or BMP; null: none of these, or not as it should be. */
export function pictureSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = FORMATS.find(([mark]) => mark.every((byte, at) => byte === null || bytes[at] === byte))?.[1](view) ?? null;
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    // It ends before it says so.
    return null;
  }
}

const letters = (text: string): (number | null)[] => Array.from(text, (letter) => (letter === "?" ? null : letter.charCodeAt(0)));

const FORMATS: readonly (readonly [(number | null)[], (view: DataView) => Size | null])[] = [
  [letters("\x89PNG\r\n\x1a\n????IHDR"), (view) => ({ width: view.getUint32(16), height: view.getUint32(20) })],
  [letters("GIF8"), (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) })],
  [letters("BM"), (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) })],
  [letters("RIFF????WEBPVP8 "), (view) => ({ width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff })],
  [letters("RIFF????WEBPVP8L"), (view) => ofLossless(view.getUint32(21, true))],
  [letters("RIFF????WEBPVP8X"), (view) => ({ width: three(view, 24) + 1, height: three(view, 27) + 1 })],
  [[0xff, 0xd8, 0xff], ofJpeg],
];

function ofLossless(bits: number): Size {
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function three(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

/** From segment to segment, until one says the size. */
function ofJpeg(view: DataView): Size | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) at += 1;
    else if (kind === 0xd9 || kind === 0xda) return null;
    else if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}
