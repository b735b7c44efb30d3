/** What lies under a finger must not be drawn anew or move away before the press is done: the press would be lost. */
import { one } from "./dom.ts";

const PRESSED = "a:active, button:active, summary:active, label:active, select:active, input:active, textarea:active";
/** What ends a press, or shows that it has ended. */
export const RELEASES = ["click", "pointerup", "pointercancel", "keyup"] as const;

export function isPressed(): boolean {
  return one(PRESSED) !== null;
}

/** Do it at once; where something is pressed, behind that and what comes of it. */
export function whenReleased(then: () => void): void {
  if (!isPressed()) return then();
  const released = (): void => {
    for (const sign of RELEASES) window.removeEventListener(sign, released, true);
    // Behind the click, which comes next.
    setTimeout(then, 0);
  };
  for (const sign of RELEASES) window.addEventListener(sign, released, true);
}
