/** The code in a picture: bounded before it is decoded, and read from copies of a few sizes. */
import decodeQR, { type FinderPoints } from "qr/decode.js";
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
  // One that is smaller than a copy is looked at as it is.
  for (const side of new Set(SIDES.map((each) => Math.min(each, longest)))) {
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
  // One that cannot be started is none.
  detector ??= ownDetector().catch(() => null);
  const found = await (await detector)?.detect(canvas).catch(() => []);
  if (found?.length) return distinct(found.map(({ rawValue }) => rawValue));
  const first = decoded(canvas, timeLimit);
  // Our reader stops at the first one: whether there is another is seen once that one is painted over.
  return first === null ? [] : distinct([first, decoded(canvas, HASTY_MS) ?? first]);
}

/** What one code on a canvas says, which is then gone from it; null: none that can be read. */
function decoded(canvas: HTMLCanvasElement, timeLimit: number): string | null {
  const context = canvas.getContext("2d");
  if (!context) return null;
  const painted = ({ outline: [first, ...others] }: FinderPoints): void => {
    context.beginPath();
    context.moveTo(first.x, first.y);
    for (const { x, y } of others) context.lineTo(x, y);
    context.fill();
  };
  try {
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    return decodeQR(image, { timeLimit, pointsOnDetect: (points, said) => typeof said === "string" && painted(points) });
  } catch {
    return null;
  }
}

/** The same code twice is one. */
function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
