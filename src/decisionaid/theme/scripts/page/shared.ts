/** Whether the page was built for a device that many people use, such as in a waiting room: see `kiosk/kiosk.ts`. */

/** Told to a page that is to let go of all that somebody said: nobody is there any more. */
export const LET_GO = "decisionaid-let-go";

export function isShared(): boolean {
  return document.documentElement.hasAttribute("data-kiosk");
}

/** This tab's storage; where many people use the device, there is none. */
export function storageOfTab(): Storage {
  if (isShared()) throw new Error("shared");
  return window.sessionStorage;
}
