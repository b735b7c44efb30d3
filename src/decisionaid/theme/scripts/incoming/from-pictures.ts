/** What the script that reads pictures brings: it is fetched when somebody has one. */

export type PictureFault = "too_large" | "not_read" | "none" | "several";

export interface FromPictures {
  /** The text of the code in a picture; `isOurs` tells one of ours from another. */
  inPicture(file: File, isOurs: (text: string) => boolean): Promise<{ text: string } | { fault: PictureFault }>;
  /** Look through the camera until a code of ours is seen or it is stopped. */
  watch(video: HTMLVideoElement, isOurs: (text: string) => boolean, seen: (text: string) => void, ended: (fault: "denied" | "missing" | "late") => void): Camera;
}

export interface Camera {
  stop(): void;
}
