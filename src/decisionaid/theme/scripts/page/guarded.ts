/** What fails on a page fails alone. */

/** Do something that may fail without taking the page with it. */
export function guarded(what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(`decisionaid: ${what}`, error);
  }
}
