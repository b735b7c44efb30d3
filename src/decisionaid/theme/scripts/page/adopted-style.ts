/** Style that comes with a script. */

/** Put rules behind those of the page: its policy names the style it has, and lets no other element bring one. */
export function adopt(rules: string): void {
  const sheet = document.styleSheets[0];
  // One block, of one layer: it keeps its place among the layers of the page.
  sheet?.insertRule(rules, sheet.cssRules.length);
}
