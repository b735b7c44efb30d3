"""A page as its engine would print it, on the screen: no driver of WebKit can print."""

from tests.browser.engines.engine import Engine

# The styles for paper hold and those for the screen do not, as the engine read them; the page is
# told that it is printed. What was said for `print` is said for `all`: the window is no paper.
TO_PAPER = r"""() => {
  const turn = (media) => {
    media.mediaText = media.mediaText
      .replace(/\bscreen\b/g, "speech").replace(/\bprint\b/g, "all");
  };
  const swap = (rules) => {
    for (const rule of rules) {
      if (rule.media) turn(rule.media);
      if (rule.cssRules) swap(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) {
    if (sheet.media.length > 0) turn(sheet.media);
    swap(sheet.cssRules);
  }
  dispatchEvent(new Event("beforeprint"));
}"""

# The words that are seen, however far down: those of closed folds are there only if paper has them.
SEEN_WORDS = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() && element.checkVisibility({ visibilityProperty: true })) words.push(node.data);
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea"))
    if (field.checkVisibility()) words.push(field.value);
  return words.join(" ");
}"""


def turn_to_paper(engine: Engine) -> None:
    """Show the page as on paper, until it is loaded again."""
    engine.ask(TO_PAPER)


def seen_words(engine: Engine) -> str:
    """Return the words that are seen now, with single spaces."""
    return " ".join(str(engine.ask(SEEN_WORDS)).split())
