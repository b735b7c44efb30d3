/** Show a page on the screen with its styles for paper. */

/** What has rules within: a sheet, a layer, a media query. */
interface Rules {
  readonly cssRules: CSSRuleList;
}

/** Let the styles for paper hold on the screen in a sheet, and those for the screen no more. */
export function swapped(within: Rules): void {
  for (const rule of within.cssRules) {
    // The rules are those of another window, whose classes are not ours: asked by what they have.
    if ("media" in rule) turn((rule as CSSMediaRule).media);
    if ("cssRules" in rule) swapped(rule as CSSGroupingRule);
  }
}

function turn(media: MediaList): void {
  const wanted = onPaper(media.mediaText);
  if (wanted !== media.mediaText) media.mediaText = wanted;
}

/** A media query in which `print` stands for what is seen on the screen. */
export function onPaper(query: string): string {
  return query.replace(/\b(?:print|screen)\b/g, (word) => (word === "print" ? "screen" : "print"));
}
