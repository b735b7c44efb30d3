/** Names by which a page finds what it keeps; the first script has them, so that it knows whether to fetch the rest. */

export const DATABASE = "decisionaid";

/** What is kept of something, in both places. */
export function keptKey(of: string): string {
  return `decisionaid.kept/${of}`;
}

/** In this tab's storage: which write it follows. */
export function markKey(of: string): string {
  return `decisionaid.keeping/${of}`;
}
