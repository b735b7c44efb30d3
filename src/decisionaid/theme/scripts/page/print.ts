/** Print the page, and notice where nothing comes of it: a viewer of mail may not print, and says nothing. */

/** Until a browser has begun to print, on a slow device too. */
const BEGINS_MS = 1500;

/** `missed` is called when nothing shows that printing began; `begun` when it did, even late. */
export function printPage(missed: () => void, begun: () => void = () => undefined): void {
  let isBegun = false;
  const note = (): void => {
    isBegun = true;
    begun();
  };
  window.addEventListener("beforeprint", note, { once: true });
  window.print();
  setTimeout(() => isBegun || missed(), BEGINS_MS);
}
