"""Compare the words of two built sites: what is seen, what is heard, and what it weighs.

Run by hand: ``python -m bench.compare_builds OLD_SITE NEW_SITE --spoken``, when the code was changed
and no page should have been. Names that no reader meets may differ: those of classes, ids and data
attributes, of the files of scripts and styles, and the keys of a page's data. A page's words may not,
nor anything that a screen reader goes by.
"""

import difflib
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import rich_click as click
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench.weigh import LEVEL, loaded_files
from tests.browser.answers import Answers
from tests.browser.chromium import chromium
from tests.browser.folder import folder_served
from tests.browser.spoken import spoken
from tests.browser.walk import Walk
from tests.conftest import ROOT
from tests.our_aids import aid_of

RECORDS = ROOT / "tests/golden/records"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
"""When the pages are looked at: what is saved says so."""
GROWTH = 0.01
SECONDS = 1000

NAMED_FREELY = {".js", ".css", ".map"}
RETOLD = "search/"
"""The index of the search repeats the words of the pages: it is said to differ, not shown."""

UNSAID = {"script", "style", "-comment"}
WITHIN_A_SENTENCE = {
    "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
}  # fmt: skip
MEANT = {
    "a", "address", "article", "aside", "blockquote", "button", "caption", "dd", "del", "details",
    "dialog", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "html", "iframe", "img", "input", "ins", "label", "legend", "li",
    "main", "meter", "nav", "ol", "optgroup", "option", "output", "progress", "search", "section",
    "select", "summary", "svg", "table", "td", "textarea", "th", "title", "tr", "ul",
}  # fmt: skip
"""Elements that a screen reader may tell of, whatever attributes they have."""
TOLD = {
    "alt", "checked", "colspan", "dir", "disabled", "hidden", "lang", "multiple", "open",
    "placeholder", "readonly", "required", "role", "rowspan", "scope", "selected", "tabindex",
    "title", "type",
}  # fmt: skip
"""Attributes that are told of as they stand."""
BY_WORDS = {"aria-describedby", "aria-details", "aria-errormessage", "aria-labelledby", "headers"}
"""Ids are names of ours: in their place stand the words of what they name."""
BY_KIND = {"aria-activedescendant", "aria-controls", "aria-flowto", "aria-owns", "for", "list"}
"""And in the place of these, what kind of element they name."""

# What a page announces stands there 50 ms later: wait until nothing has changed for longer.
STILL = """() => new Promise((done) => {
  let timer = setTimeout(done, 150);
  new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 150); })
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})"""

SENTENCES = re.compile(r"(?<=[.!?]) (?=\S)")
LINE_END = "\x00"
"""Parts the lines of a listing, where the end of a line is more than a space."""
FAILED = "not shown"

Lines = Sequence[str]
Logs = Mapping[str, Lines]
Show = Callable[[Page, str], Logs]
"""Shows something of the site at an address in a page; returns what is seen and heard, by name."""


@dataclass(frozen=True)
class Pair:
    """Two built sites, and what both of them have."""

    old: Path
    new: Path

    def only_in(self, one: Path) -> Iterable[str]:
        """Yield the files that one of them has and the other has not."""
        other = self.new if one == self.old else self.old
        return sorted(files_of(one) - files_of(other))

    def shared(self) -> Lines:
        """Return the files that both have."""
        return sorted(files_of(self.old) & files_of(self.new))

    def pages(self) -> Lines:
        """Return the pages that both have."""
        return [name for name in self.shared() if name.endswith(".html")]

    def texts(self, name: str) -> Iterator[str]:
        """Yield a file of the old site, and of the new one."""
        for site in (self.old, self.new):
            yield (site / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Screen:
    """Something to look at in a browser and to listen to."""

    name: str
    show: Show


@dataclass
class Tally:
    """How many differences were printed, by kind."""

    found: dict[str, int] = field(default_factory=dict)

    def tell(self, kind: str, differences: Iterable[str]) -> None:
        """Print differences as they are found, and count them."""
        self.found[kind] = 0
        for each in differences:
            click.echo(each)
            self.found[kind] += 1

    def summary(self) -> str:
        """Return one line that says it all."""
        return ", ".join(f"{kind}: {count}" for kind, count in self.found.items())


@click.command(
    epilog="Example: python -m bench.compare_builds ../before/build/site build/site --spoken"
)
@click.argument("old", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--spoken", "listens", is_flag=True,
              help="Look at the pages in a real browser too, answer, and hear a screen reader.")  # fmt: skip
@click.option("--screens", type=click.IntRange(1),
              help="For a quick look: hear so many screens of each aid, and so many others.")  # fmt: skip
def main(old: Path, new: Path, screens: int | None, *, listens: bool) -> None:
    """Say where the words of two built sites differ; the exit code is 1 if they do anywhere."""
    pair, tally = Pair(old, new), Tally()
    tally.tell("files", differing_files(pair))
    tally.tell("pages", differing_pages(pair))
    tally.tell("data blocks", differing_blocks(pair))
    if listens:
        tally.tell("screens", differing_screens(pair, screens))
    tally.tell("weights", heavier_pages(pair))
    click.echo(f"{len(pair.pages())} pages compared; differences in {tally.summary()}")
    sys.exit(any(tally.found.values()))


def progress(doing: str) -> None:
    """Say on stderr what is being done."""
    click.echo(doing, err=True)


def each_of(names: Lines, doing: str) -> Iterator[str]:
    """Yield names, and say now and then how many of them are done."""
    for number, name in enumerate(names):
        if number % 50 == 0:
            progress(f"{doing}: {number} of {len(names)}")
        yield name


@cache
def files_of(site: Path) -> frozenset[str]:
    """Return the files of a site."""
    found = (path for path in site.rglob("*") if path.is_file())
    return frozenset(path.relative_to(site).as_posix() for path in found)


def difference(name: str, old: Lines, new: Lines) -> str:
    """Return how lines differ, for a person to read; nothing when they do not."""
    lines = difflib.unified_diff(old, new, f"old/{name}", f"new/{name}", n=2, lineterm="")
    return "\n".join(lines)


# Files.


def differing_files(pair: Pair) -> Iterator[str]:
    """Yield what only one site has, and data and pictures that differ."""
    for which, site in (("old", pair.old), ("new", pair.new)):
        for name in pair.only_in(site):
            if Path(name).suffix in NAMED_FREELY:
                click.echo(f"only in the {which} site, not counted: {name}")
            else:
                yield f"only in the {which} site: {name}"
    for name in pair.shared():
        if Path(name).suffix not in {".html", *NAMED_FREELY}:
            yield from differing_file(pair, name)


def differing_file(pair: Pair, name: str) -> Iterator[str]:
    """Yield how a file of data or a picture differs, if it does."""
    old, new = ((site / name).read_bytes() for site in (pair.old, pair.new))
    if old == new:
        return
    laid_out = name.endswith(".json") and not name.startswith(RETOLD)
    lines = [as_lines(content) for content in (old, new)] if laid_out else [[], []]
    yield difference(name, *lines) or f"other bytes: {name}"


def as_lines(content: bytes) -> Lines:
    """Return JSON with each value on a line of its own."""
    return json.dumps(json.loads(content), indent=1, ensure_ascii=False).splitlines()


# Pages, as they stand in their files.


def differing_pages(pair: Pair) -> Iterator[str]:
    """Yield how the words of each page differ, and what a screen reader goes by."""
    for name in each_of(pair.pages(), "words of pages"):
        old, new = (lines_of(text) for text in pair.texts(name))
        if old != new:
            yield difference(name, old, new)


def lines_of(html: str) -> Lines:
    """Return what a page says, to eyes or to a screen reader, in the order of the page."""
    tree = LexborHTMLParser(html)
    if tree.root is None:
        return []
    teller = Teller(tree)
    teller.tell(tree.root, 0)
    teller.end_text(0)
    return teller.lines


@dataclass
class Teller:
    """Goes through a page and notes each sentence, and each element that has a meaning."""

    tree: LexborHTMLParser
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Text that has not been noted yet: its sentence may go on in the next element."""
    listings: int = 0
    """How many elements that keep their lines are open."""

    def tell(self, node: LexborNode, depth: int) -> None:
        """Note an element and all that is in it."""
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            self.words.append(text.replace("\n", LINE_END) if self.listings else text)
        elif tag not in UNSAID:
            attributes = list(self.told(node))
            meant = tag in MEANT or bool(attributes)
            if meant or tag not in WITHIN_A_SENTENCE:
                self.apart(node, depth, " ".join([tag, *attributes]) if meant else "")
            else:
                self.inside(node, depth)

    def apart(self, node: LexborNode, depth: int, line: str) -> None:
        """Note an element whose words are not part of the sentence around it."""
        self.end_text(depth)
        if line:
            self.lines.append(f"{'  ' * depth}<{line}>")
        deeper = depth + bool(line)
        self.listings += node.tag == "pre"
        self.inside(node, deeper)
        self.listings -= node.tag == "pre"
        self.end_text(deeper)

    def inside(self, node: LexborNode, depth: int) -> None:
        """Note what is in an element."""
        for child in node.iter(include_text=True):
            self.tell(child, depth)

    def end_text(self, depth: int) -> None:
        """Note the sentences that end here, with single spaces."""
        parts = [single_spaced(part) for part in "".join(self.words).split(LINE_END)]
        self.words.clear()
        sentences = (line for part in parts for line in SENTENCES.split(part))
        self.lines += [f"{'  ' * depth}{line}" for line in sentences if line]

    def told(self, node: LexborNode) -> Iterator[str]:
        """Yield the attributes that tell a reader something, in the order of their names."""
        for name, value in sorted(node.attributes.items()):
            text = single_spaced(value or "")
            if name in BY_WORDS | BY_KIND:
                yield f'{name}="{self.named(text, by_words=name in BY_WORDS)}"'
            elif name in TOLD or name.startswith("aria-"):
                yield f'{name}="{text}"' if text else name
            elif name.startswith("data-") and " " in text:
                yield f'data="{text}"'
        if node.tag == "meta" and node.attributes.get("name") == "description":
            yield f'description="{single_spaced(node.attributes.get("content") or "")}"'

    def named(self, ids: str, *, by_words: bool) -> str:
        """Return what stands where ids lead: their words, or what kinds of elements they are."""
        targets = [self.tree.css_first(f'[id="{each}"]') for each in ids.split()]
        return " + ".join(
            "nothing" if target is None
            else single_spaced(target.text()) if by_words
            else target.tag or ""
            for target in targets
        )  # fmt: skip


def single_spaced(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


# The data in pages, their messages above all.


def differing_blocks(pair: Pair) -> Iterator[str]:
    """Yield how the values in each page's blocks of JSON differ, whatever their keys are."""
    for name in each_of(pair.pages(), "data blocks of pages"):
        old, new = (Counter(values_of(text)) for text in pair.texts(name))
        if old != new:
            gone = [f"-{value}" for value in sorted((old - new).elements())]
            come = [f"+{value}" for value in sorted((new - old).elements())]
            yield "\n".join([f"{name}: values in its blocks of JSON", *gone, *come])


def values_of(html: str) -> Iterator[str]:
    """Yield each value in the blocks of JSON of a page, but for names of scripts and styles."""
    for block in LexborHTMLParser(html).css('script[type="application/json"]'):
        for value in leaves(json.loads(block.text())):
            if Path(value).suffix not in NAMED_FREELY:
                yield value


def leaves(data: object) -> Iterator[str]:
    """Yield the values in data that hold no others."""
    match data:
        case dict():
            for value in data.values():
                yield from leaves(value)
        case list():
            for value in data:
                yield from leaves(value)
        case _:
            yield str(data)


# Screens, as a browser shows them and a screen reader says them.


def differing_screens(pair: Pair, limit: int | None) -> Iterator[str]:
    """Yield how each screen differs to eyes and ears."""
    screens = [screen for group in groups_of(pair) for screen in group[:limit]]
    with chromium() as browser, folder_served(pair.old) as old, folder_served(pair.new) as new:
        for number, screen in enumerate(screens, 1):
            progress(f"screen {number} of {len(screens)}: {screen.name}")
            yield from differing_screen(
                screen, *(logs_of(screen, browser, address) for address in (old, new))
            )


def differing_screen(screen: Screen, old: Logs, new: Logs) -> Iterator[str]:
    """Yield how what is seen of a screen differs, and what is heard; or that it cannot be told."""
    if failed := [*old.get(FAILED, ()), *new.get(FAILED, ())]:
        yield "\n".join([f"{screen.name}: {FAILED}", *failed])
        return
    for name in dict.fromkeys([*old, *new]):
        said = old.get(name, ()), new.get(name, ())
        if said[0] != said[1]:
            yield difference(f"{screen.name} ({name})", *said)


def logs_of(screen: Screen, browser: Browser, address: str) -> Logs:
    """Return what a screen of one site says; a screen that cannot be shown says why."""
    with closing(window(browser)) as context:
        try:
            return screen.show(context.new_page(), address)
        except (Error, AssertionError) as error:
            return {FAILED: [f"{address}: {error}"]}


def window(browser: Browser) -> BrowserContext:
    """Open a window like a phone's, in which the day is always the same."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, bypass_csp=True, timezone_id="UTC"
    )
    context.set_default_timeout(10 * SECONDS)
    context.clock.set_fixed_time(NOW)
    return context


def groups_of(pair: Pair) -> Iterator[Sequence[Screen]]:
    """Yield the screens of each aid, then those of the clinician's page, then the other pages."""
    pages = [name for name in pair.pages() if name.startswith("aids/")]
    for name in pages:
        if name.endswith("/index.html"):
            yield [*aid_screens(pair, Path(name).parent.name)]
    yield [
        Screen(f"clinician/ with {path.name}", partial(with_record, path))
        for path in sorted(RECORDS.glob("*.json"))
    ]
    others = [name for name in pages if not name.endswith("/index.html")]
    own = ["index.html", "clinician/index.html", "gallery/index.html"]
    yield [page_screen(name) for name in [*own, *others] if name in pair.pages()]


def aid_screens(pair: Pair, slug: str) -> Iterator[Screen]:
    """Yield an aid answered from end to end, if its source is here, and each of its steps."""
    page = f"aids/{slug}/index.html"
    if (ROOT / "aids" / slug / "index.md").is_file():
        yield Screen(f"aids/{slug}/ answered", partial(answered, slug))
    steps = [steps_of(text) for text in pair.texts(page)]
    for step in dict.fromkeys([*steps[0], *steps[1]]) or [""]:
        yield page_screen(f"aids/{slug}/#{step}")


def steps_of(html: str) -> Lines:
    """Return the ids of a page's steps: its sections with a heading of the first level."""
    sections = LexborHTMLParser(html).css("section[id]")
    return [each.attributes["id"] or "" for each in sections if each.css_first("h1")]


def page_screen(path: str) -> Screen:
    """Return the screen at a path of the site."""
    return Screen(path, partial(shown, path))


def shown(path: str, page: Page, address: str) -> Logs:
    """Show what stands at a path."""
    page.goto(address + path)
    return logs_now(page)


def answered(slug: str, page: Page, address: str) -> Logs:
    """Answer an aid from end to end, save the answers, and open them on the clinician's page."""
    page.goto(f"{address}aids/{slug}/")
    walk = Walk(page, Answers(aid_of(slug)))
    walk.to_summary()
    summary = logs_now(page, "summary, ")
    with TemporaryDirectory() as folder:
        path = walk.save(Path(folder))
        saved = {"saved file": lines_of(path.read_text(encoding="utf-8"))}
        return {**summary, **saved, **opened(path, page, address)}


def with_record(golden: Path, page: Page, address: str) -> Logs:
    """Open a golden record on the clinician's page."""
    record = json.loads(golden.read_text(encoding="utf-8"))["record"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / golden.name
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        return opened(path, page, address)


def opened(path: Path, page: Page, address: str) -> Logs:
    """Open a saved file on the clinician's page."""
    page.goto(f"{address}clinician/")
    page.locator("#record-file").set_input_files(path)
    expect(page.locator("#sheet h2").first).to_be_visible()
    return logs_now(page, "clinician, ")


def logs_now(page: Page, prefix: str = "") -> Logs:
    """Return what is seen on a page once it is still, and what is heard of it."""
    page.evaluate(STILL)
    seen = [single_spaced(line) for line in page.locator("body").inner_text().splitlines()]
    heard = [single_spaced(phrase) for phrase in spoken(page, "body")]
    return {f"{prefix}seen": [line for line in seen if line], f"{prefix}spoken": heard}


# Weight.


def heavier_pages(pair: Pair) -> Iterator[str]:
    """Print what each page weighs, with all it loads; yield those that grew by more than 1 %.

    A page that loads what is not there would be light: that is told too.
    """
    click.echo("gzipped bytes with all that is loaded: old, new, difference")
    for name in each_of(pair.pages(), "weight of pages"):
        for site in (pair.old, pair.new):
            yield from absent(site / name, site)
        old, new = (weight(site / name, site) for site in (pair.old, pair.new))
        line = f"{old:>10,} {new:>10,} {new - old:>+8,}  {name}"
        if new > old * (1 + GROWTH):
            yield f"{line}  over {GROWTH:.0%} heavier"
        else:
            click.echo(line)


def absent(page: Path, site: Path) -> Iterator[str]:
    """Yield each file that a page loads and that is not there."""
    for path in loaded_files(page, site):
        if not path.is_file():
            yield f"{page} loads what is not there: {path.resolve()}"


def weight(page: Path, site: Path) -> int:
    """Return the bytes of a page and of each file that it loads, compressed."""
    return sum(gzipped(path.resolve()) for path in loaded_files(page, site))


@cache
def gzipped(path: Path) -> int:
    """Return the bytes of a file, compressed; what is not there weighs nothing."""
    return len(gzip.compress(path.read_bytes(), LEVEL, mtime=0)) if path.is_file() else 0


if __name__ == "__main__":
    main()
