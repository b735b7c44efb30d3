/** Names by which a page finds what it keeps; the first script has them, so that it knows whether to fetch the rest. */

/** What is kept of something, in both places: a database of its own, so that it goes whole, and an item of the local storage. */
export function keptKey(of: string): string {
  return `decisionaid.kept/${of}`;
}

/** In this tab's storage: which write it follows. */
export function markKey(of: string): string {
  return `decisionaid.keeping/${of}`;
}
