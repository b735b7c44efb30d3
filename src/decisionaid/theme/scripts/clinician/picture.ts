/** The code in a picture: bounded before it is decoded, and read from copies of a few sizes. */
import decodeQR from "qr/decode.js";
import type { PictureFault } from "./from-pictures.ts";
import { pictureSize } from "./picture-size.ts";

/** Bytes of a picture, of its beginning in which its size stands, and points of it: more than phones make. */
const [MOST_BYTES, BEGINNING, MOST_POINTS] = [25_000_000, 1_000_000, 60_000_000];
/** Longest sides of the copies in which a code is looked for. */
const SIDES = [1000, 1800, 600];
const MOST_SIDE = 2400;
/** Milliseconds for one copy; a frame of the camera has less, and the next one comes. */
const [PATIENT_MS, HASTY_MS] = [1500, 400];

export async function inPicture(file: File, isOurs: (text: string) => boolean): Promise<{ text: string } | { fault: PictureFault }> {
  if (file.size > MOST_BYTES) return { fault: "too_large" };
  const size = pictureSize(new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer()));
  if (size === null) return { fault: "not_read" };
  if (size.width * size.height > MOST_POINTS) return { fault: "too_large" };
  const longest = Math.max(size.width, size.height);
  let other: string | null = null;
  for (const side of SIDES.filter((each, n) => n === 0 || each < longest)) {
    const copy = await drawn(file, Math.max(1, Math.round(size.width * Math.min(1, side / longest)))).catch(() => null);
    if (copy === null) return { fault: "not_read" };
    const texts = await textsIn(copy, PATIENT_MS);
    const ours = texts.filter(isOurs);
    if (ours.length > 1) return { fault: "several" };
    if (ours[0] !== undefined) return { text: ours[0] };
    other ??= texts[0] ?? null;
  }
  // A code of somebody else: reading says that it is none of ours.
  return other === null ? { fault: "none" } : { text: other };
}

/** A smaller copy; throws where the browser cannot decode it. */
async function drawn(file: Blob, resizeWidth: number): Promise<HTMLCanvasElement> {
  // By its width alone: a photograph may say of itself that it is to be turned.
  const picture = await createImageBitmap(file, { resizeWidth, resizeQuality: "medium" });
  const canvas = canvasOf(picture, picture.width, picture.height, MOST_SIDE);
  picture.close();
  return canvas;
}

/** What is seen, on a canvas of at most so many points a side; what is clear is white. */
export function canvasOf(seen: CanvasImageSource, width: number, height: number, most: number): HTMLCanvasElement {
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context) {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(seen, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

interface Detector {
  detect(canvas: HTMLCanvasElement): Promise<readonly { rawValue: string }[]>;
}

/** The browser's own reader, where it has one for these codes. */
async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector: own } = window as { BarcodeDetector?: { new (options: object): Detector; getSupportedFormats(): Promise<string[]> } };
  const formats = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  return own && formats.includes("qr_code") ? new own({ formats: ["qr_code"] }) : null;
}

let detector: Promise<Detector | null> | undefined;

/** All that codes on a canvas say. */
export async function textsIn(canvas: HTMLCanvasElement, timeLimit = HASTY_MS): Promise<string[]> {
  detector ??= ownDetector();
  const found = await (await detector)?.detect(canvas).catch(() => []);
  if (found?.length) return found.map(({ rawValue }) => rawValue);
  const image = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return image ? [decodeQR(image, { timeLimit })] : [];
  } catch {
    // No code in it, or none that can be read.
    return [];
  }
}
