/** A code before the camera: a still is looked at every now and then, and none is kept. */
import type { Camera, FromPictures } from "./from-pictures.ts";
import { canvasOf, textsIn } from "./picture.ts";

/** Milliseconds between stills, and until the camera goes off by itself. */
const [EVERY_MS, LONGEST_MS] = [250, 120_000];
const MOST_SIDE = 1280;

export const watch: FromPictures["watch"] = (video, isOurs, seen, ended): Camera => {
  let stream: MediaStream | null = null;
  let isStopped = false;
  let next: ReturnType<typeof setTimeout> | undefined;
  const end = Date.now() + LONGEST_MS;

  const stop = (): void => {
    isStopped = true;
    clearTimeout(next);
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    document.removeEventListener("visibilitychange", hidden);
  };
  /** A page that nobody sees has no camera. */
  const hidden = (): void => {
    if (document.hidden) ended("late");
  };
  const look = async (): Promise<void> => {
    const { videoWidth: width, videoHeight: height } = video;
    const texts = width > 0 ? await textsIn(canvasOf(video, width, height, MOST_SIDE)) : [];
    if (isStopped) return;
    const ours = texts.filter(isOurs);
    // With two in view nobody can tell whose is meant.
    if (ours.length === 1 && ours[0] !== undefined) return seen(ours[0]);
    if (Date.now() > end) return ended("late");
    next = setTimeout(() => void look(), EVERY_MS);
  };
  const begin = async (): Promise<void> => {
    try {
      const wanted = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    } catch (error) {
      if (!isStopped) ended(error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "missing");
      return;
    }
    // It may have been stopped while somebody was asked for leave.
    if (isStopped) return stop();
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    await look();
  };
  document.addEventListener("visibilitychange", hidden);
  void begin();
  return { stop };
};
