"""Every number on the pages of an aid comes from its data, part by part of the page.

A part that is about a row may hold that row's figures, what is computed from them, and the numbers
in the author's own words on it, and no others; so may a part that is about a source. What is left
is the author's own sentence, or a message of ours whose places are filled with counts of things on
the page, dates or the version. Nothing is let through by its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.base import Part
from decisionaid.model.figure import Counted, DifferenceFrom, FewerThan, Frequency
from decisionaid.model.outcome import Outcome, PublishedDifference
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.side_by_side import table_of
from tests.english import ENGLISH, texts_of
from tests.evidence.test_figures import AIDS, DECISIONS, aid_of

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_OUT_OF = re.compile(r"(?:of|in) (10,000|1,000|100|10)(?![\d,]*\d)")
MONTHS = "January February March April May June July August September October November December"


def numbers(text: str) -> set[Decimal]:
    """Return every number in a text; in an address or a name too."""
    return {Decimal(each.replace(",", "")) for each in _NUMBER.findall(text)}


def texts(value: object) -> Iterator[str]:
    """Yield every text and every number that a part of the model was made of."""
    if isinstance(value, Part):
        for each in vars(value).values():
            yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, Decimal):
        yield f"{abs(value):f}"
    elif isinstance(value, str | int):
        yield str(value)


def data_of(part: Part) -> set[Decimal]:
    """Return the numbers that a part was typed with."""
    return {number for text in texts(part) for number in numbers(text)}


def rounded(share: Fraction, of: int) -> int:
    """Return a share as a whole number, halves upwards."""
    return (2 * share.numerator * of + share.denominator) // (2 * share.denominator)


def computed(outcome: Outcome, of: int) -> set[Decimal]:
    """Return what a row's shares become out of a number: what happens, what does not, both bounds."""
    found: set[int] = {of}
    for cell in outcome.cells:
        match cell.figure:
            case Frequency(n=n, of=group, low=low, high=high):
                values = [Fraction(each) / group for each in (n, low, high) if each is not None]
            case Counted(n=count, of=group):
                values = [Fraction(count, group)]
            case FewerThan(n=n, of=group):
                values = [Fraction(n) / group]
            case DifferenceFrom(amount=amount, of=int() as group, low=first, high=last):
                ends = [end.amount for end in (first, last) if end is not None]
                values = [Fraction(each) / group for each in (amount, *ends)]
            case _:
                continue
        for value in values:
            whole = rounded(value, of)
            found |= {whole, of - whole}
            if value and not whole:
                found |= {1, of - 1}  # "fewer than 1", "more than 99"
            if value < 1 and whole == of:
                found |= {1, of - 1}
    for each in outcome.comparisons:
        if isinstance(each, PublishedDifference) and each.of is not None:
            amounts = [abs(end) for end in (each.amount, each.low, each.high) if end is not None]
            found |= {rounded(Fraction(amount) / each.of, of) for amount in amounts}
    return {Decimal(each) for each in found} | exact_differences(outcome, of)


def exact_differences(outcome: Outcome, of: int) -> set[Decimal]:
    """Return what a row's differences are out of a number, to the last decimal."""
    found: set[Decimal] = set()
    for cell in outcome.cells:
        match cell.figure:
            case DifferenceFrom(amount=amount, of=int() as group, low=low, high=high):
                ends = [end.amount for end in (low, high) if end is not None]
                found |= {each * of / group for each in (amount, *ends)}
    return found


def allowed(aid: Aid, outcome: Outcome, said: str) -> set[Decimal]:
    """Return the numbers that a part about a row may hold; ``said`` are its words."""
    found = data_of(outcome)
    for of in sorted({int(each.replace(",", "")) for each in _OUT_OF.findall(said)}):
        # A share of this row is out of one number; what was printed is in the data.
        found |= computed(outcome, of)
        if of > 100:
            found.add(Decimal(of // 100))  # how many each small figure stands for
    for work in aid.sources:
        if work.id in getattr(outcome.sources, "ids", ()):
            # A row has its people and its certainty from its source where it says nothing else.
            found |= data_of(work)
    for stratum in aid.strata:
        if stratum.id == outcome.stratum:
            found |= data_of(stratum)
    return found


@cache
def pages(slug: str) -> tuple[str, str]:
    site = SiteView("../../")
    return render_aid_page(aid_of(slug), site, "0" * 16), render_evidence_page(aid_of(slug), site)


@cache
def rows_side_by_side(slug: str) -> int:
    """Return how many rows the whole table has; each place of a message may be asked for it."""
    return len(table_of(Figures(aid_of(slug))).rows)


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


@cache
def source_of(slug: str) -> str:
    return " ".join((AIDS / slug / "index.md").read_text(encoding="utf-8").split())


@cache
def author_s_words(slug: str) -> str:
    """Return the letters and digits of all that the author typed, in small letters."""
    return bare(source_of(slug))


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _is_round(value: Decimal) -> bool:
    return value.normalize().as_tuple().digits in ((1,), (2,), (5,))


class Reading:
    """One page, read part by part; what is explained is taken out."""

    def __init__(self, slug: str, page: str) -> None:
        """Parse a page; scripts, styles and drawings hold no words."""
        self.slug, self.aid = slug, aid_of(slug)
        self.tree = LexborHTMLParser(page)
        self.unexplained: list[str] = []
        self.parts = 0
        for node in self.tree.css("script, style, svg, title, meta"):
            node.decompose()
        self._steps = len(self.tree.css(".step"))

    def read(self) -> list[str]:
        """Return what no data explains."""
        rows = {outcome.id: outcome for outcome in self.aid.outcomes}
        self._take_counts()
        for outcome in rows.values():
            self._take_axes(outcome)
            self._take(
                f"#outcome-{outcome.id}, #row-{outcome.id}",
                lambda said, row=outcome: allowed(self.aid, row, said),
            )
        for work in self.aid.sources:
            self._take(f"#source-{work.id}", lambda _said, work=work: data_of(work))
        self._take_figures_of_rows(rows.values())
        for node in self.tree.css("body *"):
            # What a fold holds is named in one line.
            ends = r"\n\n|; " if node.css_matches(".holds") else r"\n\n"
            for piece in re.split(ends, node.text(deep=False, separator="\n\n")):
                own = " ".join(piece.split())
                if re.search(r"\d", own) and not self._is_explained(own, node):
                    self.unexplained.append(own)
        return self.unexplained

    def _take_axes(self, outcome: Outcome) -> None:
        """Take the ends of a drawing: nothing, the end of its scale, or a round number beyond its figures."""
        for ends in self.tree.css(f"#outcome-{outcome.id} .track-ends"):
            said = numbers(words(ends)) - {Decimal(0)}
            scale = outcome.scale
            known = {scale.low, scale.high, scale.high - scale.low} if scale else set()
            if all(each in known or _is_round(each) for each in said):
                ends.decompose()

    def _take_counts(self) -> None:
        """Take the words on what can be opened, if they say how many rows are inside."""
        for node in self.tree.css("details > summary"):
            inside = len(node.parent.css("[id^=outcome-]")) if node.parent else 0
            if f"({inside})" in words(node) and len(numbers(words(node))) == 1:
                node.decompose()

    def _take(self, places: str, known_in: object) -> None:
        assert callable(known_in)
        for node in self.tree.css(places):
            said = words(node)
            strange = numbers(said) - known_in(said)
            if strange:
                self.unexplained.append(f"{places}: {sorted(strange)} in: {said}")
            self.parts += 1
            node.decompose()

    def _take_figures_of_rows(self, rows: Iterable[Outcome]) -> None:
        """Take lines elsewhere that name a row: its figures under a question, or at a fact."""
        for node in self.tree.css("li, tr, .fact, dd, .figure-line, .estimates *"):
            said = words(node)
            if not re.search(r"\d", said):
                continue
            for outcome in rows:
                wording = outcome.said_as.happens if outcome.said_as else outcome.label
                if outcome.label not in said and wording not in said:
                    continue
                if numbers(said) <= allowed(self.aid, outcome, said):
                    self.parts += 1
                    node.decompose()
                    break

    def _is_explained(self, own: str, node: LexborNode) -> bool:
        return (
            self._is_author_s(own)
            or self._is_a_message(own)
            or self._is_a_step_of_a_scale(own, node)
            or self._is_a_cited_year(own)
        )

    def _is_author_s(self, own: str) -> bool:
        """Whether a whole run of words was typed by the author as it stands."""
        return len(own.split()) > 2 and bare(own) in author_s_words(self.slug)

    def _is_in_the_source(self, value: str) -> bool:
        """Whether the words in a place of a message stand in the source as they are."""
        return (
            re.search(rf"(?<![\w.,]){re.escape(value.rstrip('.'))}(?!\w)", source_of(self.slug))
            is not None
        )

    def _is_a_message(self, own: str) -> bool:
        return (
            any(
                all(self._fills(name, each) for each in places)
                for name, places in messages_like(own)
            )
            or own in self._dates_and_version()
        )

    def _dates_and_version(self) -> set[str]:
        dates = self.aid.dates
        days = [
            each for each in (dates.published, dates.evidence, dates.review, dates.expires) if each
        ]
        months = MONTHS.split()
        return {f"{day.day} {months[day.month - 1]} {day.year}" for day in days} | {
            self.aid.version or "",
            f"Form {self.aid.version} · {'0' * 8}",
        }

    def _fills(self, name: str, value: str) -> bool:
        """Whether what stands in the place of a message has a number that can be counted on the page."""
        if not re.search(r"\d", value):
            return True
        counts = {
            "step_of": {str(each + 1) for each in range(self._steps)},
            "own_question": {"1", "2", "3"},
            "concern": {"1", "2", "3", "4", "5"},
            "series": {str(each) for each in self._in_series()},
            "time_needed": {str(minutes) for minutes in range(5, 31)},
            "side_all_rows": {str(rows_side_by_side(self.slug))},
        }
        if name in counts:
            return value in counts[name]
        return (
            self._is_in_the_source(value)
            or self._is_author_s(value)
            or self._is_a_cited_year(value)
            or self._is_a_message(value)
        )

    def _in_series(self) -> set[int]:
        names = [row.series for row in self.aid.outcomes if row.series]
        return {names.count(each) for each in names}

    def _is_a_step_of_a_scale(self, own: str, node: LexborNode) -> bool:
        """Whether a number is the label of the answer that has this value."""
        label = node.parent
        answer = label.css_first("input") if label is not None else None
        return answer is not None and answer.attributes.get("value") == own

    def _is_a_cited_year(self, own: str) -> bool:
        works: list[SourceWork] = list(self.aid.sources)
        return any(own == f"{work.short or work.title} ({work.year})" for work in works)


@cache
def message_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return the messages with words of their own, each as a pattern with its places as groups."""
    return [
        (name, re.compile(_as_pattern(message)))
        for name, pattern in ENGLISH.messages.items()
        for message in texts_of(pattern)
        if re.search(r"[A-Za-z]{2}|\d:", re.sub(r"\{\w+\}", "", message))
    ]


@cache
def messages_like(own: str) -> Sequence[tuple[str, Sequence[str]]]:
    """Return the messages that words may be, with what then stands in their places.

    A page with one thing changed has nearly the same words as the page before: they are kept.
    """
    return [
        (name, tuple(found.groupdict().values()))
        for name, pattern in message_patterns()
        if (found := pattern.fullmatch(own))
    ]


def _as_pattern(message: str) -> str:
    # A space that keeps words together is one all the same.
    parts = re.split(r"\{(\w+)\}", message.replace("\xa0", " "))
    seen: set[str] = set()
    found = []
    for place, part in enumerate(parts):
        # A name can stand once in a pattern of Python's.
        group = f"(?P<{part}>.+?)" if part not in seen else ".+?"
        found.append(group if place % 2 else re.escape(part))
        if place % 2:
            seen.add(part)
    return "".join(found)


@pytest.mark.long
@pytest.mark.parametrize("which", ["the aid's page", "its evidence page"])
@pytest.mark.parametrize("slug", DECISIONS)
def test_every_number_on_a_page_comes_from_the_aid_s_data(slug: str, which: str) -> None:
    page = pages(slug)[which != "the aid's page"]
    reading = Reading(slug, page)
    assert reading.read() == []
    assert reading.parts >= len(aid_of(slug).outcomes)


STRANGE = ("987 of 1,000", "It is 76.5 points.", "Step 77 of 9", "94.5 %")


@pytest.mark.long
@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("slug", DECISIONS)
def test_a_number_that_is_not_in_the_data_is_noticed_in_every_part(slug: str, strange: str) -> None:
    page = pages(slug)[0]
    places = [found.end() for found in re.finditer(r"<(?:p|dd|li|h3|h4|legend|td[^>]*)>", page)]
    missed = []
    for place in places[:: max(len(places) // 8, 1)]:
        changed = f"{page[:place]}<b>{strange}</b>{page[place:]}"
        if not Reading(slug, changed).read():
            missed.append(page[place : place + 60])
    assert missed == []
