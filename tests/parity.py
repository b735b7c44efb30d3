"""Read every figure of an aid in each of its published files, as a reader of that file meets it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.model.aid import Aid
from decisionaid.model.figure import (
    NUMERIC,
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    OutOfDate,
    Rate,
    ReferenceCell,
    Score,
    ShareInWords,
    Spread,
)
from decisionaid.model.outcome import Outcome
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.side_by_side import table_of
from decisionaid.render.words.wording import Naming

Place = tuple[str, str]
"""A row and an option."""

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
HALF = Decimal("0.5")
WITHOUT = (NotInStudy, NotKnown, NotFound, NotApplicable, OutOfDate, ReferenceCell)
"""What says only why an option has no figure."""
DENOMINATORS = (10, 100, 1000, 10000)


def faults(aid: Aid, files: Mapping[str, str]) -> list[str]:
    """Return where a file says another figure than the aid has, or than another file says.

    ``files`` are the texts of the aid's place by name, such as ``index.html``.
    """
    read = {name: dict(READERS[name](aid, text)) for name, text in files.items()}
    return [*_missing(aid, read), *_untrue(aid, read), *_at_odds(read)]


def measured(aid: Aid) -> Iterator[tuple[Outcome, str, Figure]]:
    """Yield each figure that holds a number, with its row and its option."""
    for row in aid.outcomes:
        for cell in row.cells:
            if isinstance(cell.figure, NUMERIC):
                yield row, cell.option, cell.figure


def _missing(aid: Aid, read: Mapping[str, Mapping[Place, str]]) -> Iterator[str]:
    """Yield the figures that a file should have and does not; a grid and a table have some rows."""
    for row, option, _figure in measured(aid):
        for name, found in read.items():
            whole = name in {"index.html", "large-print.html", "evidence.html"}
            rows = {each for each, _option in found}
            if (whole or row.id in rows) and (row.id, option) not in found:
                yield f"{name}: {row.id}/{option} is missing"


def _untrue(aid: Aid, read: Mapping[str, Mapping[Place, str]]) -> Iterator[str]:
    figures = {(row.id, option): figure for row, option, figure in measured(aid)}
    for name, found in read.items():
        for place, words in found.items():
            if place not in figures:
                if words and NUMBER.search(words):
                    yield f"{name}: {place} has a number and the aid has none: {words}"
            elif not is_true(figures[place], words):
                yield f"{name}: {place} says {words!r} of {figures[place]!r}"


def _at_odds(read: Mapping[str, Mapping[Place, str]]) -> Iterator[str]:
    said: dict[Place, dict[str, str]] = {}
    for name, found in read.items():
        for place, words in found.items():
            if NUMBER.search(words):
                # In how many people events were counted stands beside a large number of them.
                said.setdefault(place, {})[name] = re.sub(
                    r"(?<=event|vents)(?: in |\. | \().*", "", words
                )
    for place, ways in said.items():
        if len(set(ways.values())) > 1:
            yield f"{place} differs: {ways}"


def is_true(figure: Figure, words: str) -> bool:
    """Return whether the numbers in the words are those of the figure, worked out here once more."""
    numbers = [Decimal(each.replace(",", "")) for each in NUMBER.findall(words)]
    match figure:
        case Frequency(n=n, of=of) | Counted(n=n, of=of) | FewerThan(n=n, of=of) | Rate(n=n, of=of):
            return len(numbers) == 2 and _is_share(numbers[0], numbers[1], Decimal(n), of, words)
        case DifferenceFrom(amount=amount, of=int() as of):
            return len(numbers) == 2 and _is_share(numbers[0], numbers[1], amount, of, words)
        case Spread(low=low, high=high, of=of):
            ends = zip(numbers[:2], (low, high), strict=True)
            return len(numbers) == 3 and all(
                _is_share(shown, numbers[2], end, of, words) for shown, end in ends
            )
        case Events(events=events, people=people):
            return numbers[:1] == [events] and numbers[1:] in ([], [Decimal(people or 0)])
        case Score(points=points) | Change(points=points):
            return numbers == [points]
        case DifferenceFrom(amount=amount):
            return numbers == [amount]
        case ShareInWords():
            return not numbers  # no number is made of it
        case _:
            return False


def _is_share(shown: Decimal, denominator: Decimal, n: Decimal, of: int, words: str) -> bool:
    exact = n * denominator / of
    if "fewer than" in words:
        return 0 < exact <= shown
    if "more than" in words:
        return shown <= exact < denominator
    return abs(exact - shown) <= HALF and denominator in DENOMINATORS


def _page(aid: Aid, html: str) -> Iterator[tuple[Place, str]]:
    tree = LexborHTMLParser(html)
    for row in (each for each in aid.outcomes if each.direction != "about-the-study"):
        found = tree.css(f"#outcome-{row.id} :is(li.figure, li.figure-line)")
        # Options without a figure share one line; where none has one, another source tells each in a line.
        in_lines = any(item.css_matches("li.figure-line") for item in found)
        told = [each for each in row.cells if not isinstance(each.figure, WITHOUT)]
        told = told or list(row.cells if in_lines else ())
        for cell, item in zip(told, found, strict=True):
            number = item.css_first(".figure-number")
            said = item.css_first("[aria-hidden=true]")
            spoken = item.css_first(".figure-spoken, .visually-hidden")
            assert said is not None
            assert spoken is not None
            in_line = plain(said).partition(": ")[2].partition(" (")[0]
            words = in_line if number is None else plain(number)
            if isinstance(cell.figure, NUMERIC):
                # What is heard has to hold what is seen; if not, it is told as it is.
                yield (row.id, cell.option), words if words in plain(spoken) else plain(spoken)


def _evidence(aid: Aid, html: str) -> Iterator[tuple[Place, str]]:
    tree = LexborHTMLParser(html)
    for row in aid.outcomes:
        lines = tree.css(f"#row-{row.id} table tbody tr")
        for cell, line in zip(row.cells, lines, strict=True):
            if isinstance(cell.figure, NUMERIC):
                yield (row.id, cell.option), plain(line.css("td")[1]).partition(": ")[2]


def _side_by_side(aid: Aid, html: str) -> Iterator[tuple[Place, str]]:
    options = [each.id for each in aid.all_options if each.kind != "comparator"]
    # Rows carry no id of their own: they stand in the order of the table that was written.
    rows = [row for row in table_of(Figures(aid)).rows if row.kind == "outcome"]
    for row, line in zip(rows, LexborHTMLParser(html).css("tr.of-outcome"), strict=True):
        header = line.css_first("th")
        assert header is not None
        assert plain(header).startswith(row.label.casefold())
        for option, cell in zip(options, line.css("td"), strict=True):
            yield (row.id, option), plain(cell.css("span")[-1])
        yield from _comparators(aid, row.id, line.css(".row-time"))


def _comparators(aid: Aid, row: str, lines: list[LexborNode]) -> Iterator[tuple[Place, str]]:
    names = {each.name: each.id for each in aid.all_options if each.kind == "comparator"}
    for line in lines:
        name, colon, words = plain(line, keep=True).partition(": ")
        option = names.get(re.sub(r" \([^)]*\)$", "", name)) if colon else None
        if option is not None:
            yield (row, option), words.casefold()


def _grid(aid: Aid, html: str) -> Iterator[tuple[Place, str]]:
    tree = LexborHTMLParser(html)
    for row in aid.outcomes:
        line = tree.css_first(f"#grid-{row.id}")
        for cell in line.css("[data-option]") if line is not None else ():
            option = cell.attributes["data-option"] or ""
            name = cell.css_first(".cell-option")
            for ends in cell.css(".cell-words > .grid-mark"):
                ends.decompose()  # the range is compared on the page
            words = plain(cell)
            before = ": " if name is None else plain(name)
            yield (row.id, option), words.partition(before)[2].strip()


def _words(aid: Aid, text: str) -> Iterator[tuple[Place, str]]:
    facts = {each["id"]: each["figures"] for each in json.loads(text)["words"]["facts"]}
    offered = [each.id for each in aid.options if each.offered]
    for row in (each for each in aid.outcomes if each.id in facts):
        options = [*offered, *(each.option for each in row.cells if each.option not in offered)]
        _, many = Naming(aid).counted(row)
        for option, figure in zip(options, facts[row.id], strict=True):
            number = re.split(
                rf" (?:{re.escape(many)}|since|than with|on average)\b", figure["said"]
            )[0]
            yield (row.id, option), number.casefold()


def plain(node: LexborNode, *, keep: bool = False) -> str:
    """Return the words of an element on one line, in small letters unless they are kept."""
    text = " ".join(node.text(separator=" ").split()).replace(" ,", ",")
    return text if keep else text.casefold()


READERS: Mapping[str, Callable[[Aid, str], Iterator[tuple[Place, str]]]] = {
    "index.html": _page,
    "large-print.html": _page,
    "side by side": _side_by_side,
    "side by side, large": _side_by_side,
    "grid.html": _grid,
    "evidence.html": _evidence,
    "aid.json": _words,
}


def texts_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return what ``faults`` reads out of the files of one aid."""
    named = {path.rpartition("/")[2]: data for path, data in files.items()}
    # Pages about how an aid was made have no figure of an outcome.
    texts = {name: named[name].decode("utf-8") for name in READERS if name in named}
    texts["side by side"] = texts["index.html"]
    texts["side by side, large"] = texts["large-print.html"]
    return texts
