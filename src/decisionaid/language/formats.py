"""Write numbers, dates and lists as a language does: all of it from CLDR, through Babel.

Layer 0. ``Decimal("1000")`` is ``1,000`` in English. Which language it is, a catalogue's ``formats.txt``
says: a tag that CLDR knows, and below it, where CLDR has no good word for it, how a list ends::

    cy
    and: {0} a hefyd {1}
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from types import MappingProxyType
from typing import Final, Literal, Self
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.numbers import get_minus_sign_symbol, parse_pattern

ISOLATE: Final = "\u2068"
"""Begins text with a direction of its own, that of its first letter; ends with ``POP``."""
POP: Final = "\u2069"
RIGHT: Final = "\u200f"
"""Counts as a letter written from right to left, and is not seen: in front of text that has none of its
own, since ``ISOLATE`` does not look into what is set apart inside."""

RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
)
"""Languages written from right to left in their usual script."""


def text_direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a language tag such as ``ar`` or ``en-GB``."""
    parts = language.lower().split("-")
    if "arab" in parts or "hebr" in parts:
        return "rtl"
    return "rtl" if parts[0] in RIGHT_TO_LEFT and "latn" not in parts else "ltr"


def without_isolates(text: str) -> str:
    """Return a text without the signs of its direction, to be looked for in an author's words."""
    return text.translate(dict.fromkeys(map(ord, (ISOLATE, POP, RIGHT))))


def has_letters(text: str) -> bool:
    """Return whether a text has letters, which say in which direction it is written."""
    return any(bidirectional(sign) in ("L", "R", "AL") for sign in text)


class Shown(str):
    """A number as it is written for a reader, which still knows what it is.

    ``value`` has as many digits as are shown: on these the plural form rests.
    """

    __slots__ = ("value",)
    value: Decimal | int

    def __new__(cls, text: str, value: Decimal | int) -> Self:
        """Keep the value beside its text."""
        shown = super().__new__(cls, text)
        shown.value = value
        return shown


class CatalogueError(ValueError):
    """A catalogue that cannot be read: a fault of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Joins:
    """How the words of a list are joined two by two, with ``{0}`` and ``{1}`` for them.

    ``pair`` is for two words; a longer list has ``start``, then ``middle``, then ``end``.
    """

    start: str
    middle: str
    end: str
    pair: str

    def join(self, words: Sequence[str]) -> str:
        """Join any number of words."""
        if len(words) < 2:
            return "".join(words)
        if len(words) == 2:
            return self.pair.format(*words)
        said = self.start.format(*words[:2])
        for each in words[2:-1]:
            said = self.middle.format(said, each)
        return self.end.format(said, words[-1])


class Formats:
    """How one language writes numbers, dates and lists."""

    def __init__(self, locale: str, ends: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take a language tag such as ``en-GB``, and how its lists end, as in ``formats.txt``.

        Raises:
            CatalogueError: CLDR does not know the language, or writes its dates in an unknown way.
        """
        try:
            self.locale = Locale.parse(locale, sep="-")
        except (ValueError, UnknownLocaleError) as error:
            raise CatalogueError(f"CLDR does not know the language '{locale}'") from error
        self._whole = self.locale.decimal_formats[None].pattern.partition(".")[0]
        self._minus = get_minus_sign_symbol(self.locale)
        self._written: dict[str, Shown] = {}
        self._joins = {style: _joins(self.locale, style, ends) for style in _STYLES}
        self.date_pattern, self.months = _date(self.locale)

    date_pattern: str
    """A date as places to fill, such as ``{day} {month} {year}``; scripts fill it too."""
    months: tuple[str, ...]
    """The names of the months as they stand in a date."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a ``formats.txt``: the tag on the first line, then ``and:`` and ``or:`` if need be.

        Raises:
            CatalogueError: it is not written so.
        """
        locale, *lines = text.strip().splitlines() or [""]
        ends: dict[str, str] = {}
        for line in lines:
            key, _, end = line.partition(": ")
            if key not in _ENDS or not _END.fullmatch(end):
                raise CatalogueError(f"'{line}' is to be like 'and: {{0}} and {{1}}'")
            ends[key] = end
        return cls(locale, ends)

    def number(self, value: Decimal | int) -> Shown:
        """Write a number for a reader.

        A whole number is written without its idle zeros (16.0 is 16), because they are read for
        nothing. Any other keeps the digits of its source (1.30 stays), because the figures beside it
        have as many and the words can then be found in the source.
        """
        return self.as_printed(int(value) if value == int(value) else value)

    def as_printed(self, value: Decimal | int) -> Shown:
        """Write a number with every digit that its source printed."""
        key = str(value)
        if key not in self._written:
            self._written[key] = Shown(self._digits(Decimal(value)), value)
        return self._written[key]

    def _digits(self, value: Decimal) -> str:
        after = max(-int(value.as_tuple().exponent), 0)
        pattern = parse_pattern(f"{self._whole}.{'0' * after}" if after else self._whole)
        with localcontext() as context:  # Decimal rounds to 28 digits of itself
            context.prec = max(context.prec, len(f"{value:f}"))
            written = str(pattern.apply(value.copy_abs(), self.locale))
        return f"{self._minus}{written}" if value.is_signed() else written

    def day(self, when: date | None) -> str:
        """Write a date such as ``22 November 2026``; None: it was not given.

        The day has no zero before it, also where CLDR writes one: scripts do the same.
        """
        if when is None:
            return ""
        month = self.months[when.month - 1]
        return self.date_pattern.format(day=when.day, month=month, year=when.year)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
        return self._joins["standard"].join(words)

    def either(self, words: Sequence[str]) -> str:
        """Join words of which one will do: ``a or b``."""
        return self._joins["or"].join(words)

    def row(self, words: Sequence[str]) -> str:
        """Join words that stand side by side: ``a, b, c``."""
        return self._joins["unit"].join(words)

    def category(self, value: Decimal | int) -> str:
        """Return the plural category of a number, such as ``one`` or ``few``."""
        return str(self.locale.plural_form(value))

    def name_of(self, language: str) -> str:
        """Return what this language calls another one; its tag where CLDR does not say."""
        return str(self.locale.languages.get(language.split("-", maxsplit=1)[0].lower(), language))


Style = Literal["standard", "or", "unit"]

_STYLES: Final[Mapping[Style, tuple[str, ...]]] = {
    "standard": ("standard",),
    "or": ("or",),
    "unit": ("unit", "unit-short"),
}
"""The kinds of list, and where CLDR keeps them, the best first."""

_ENDS: Final[Mapping[str, Style]] = {"and": "standard", "or": "or"}
_END: Final = re.compile(r"[^{}]*\{0\}[^{}]+\{1\}[^{}]*")
_COMMA: Final = "{0}, {1}"


def _joins(locale: Locale, style: Style, ends: Mapping[str, str]) -> Joins:
    """Return how a list is joined, also where CLDR leaves it open.

    CLDR has no ``start`` or ``end`` for some lists (row by row in Urdu), and for some an end that
    nobody can read aloud: "a(c)" in Welsh, where the word depends on the next sound. A catalogue can
    give the end in its ``formats.txt``; without it, the list goes on to its end with commas.
    """
    styles = _STYLES[style]
    start = _part(locale, (*styles, "standard"), "start", "middle") or _COMMA
    middle = _part(locale, (*styles, "standard"), "middle", "start") or start
    own = next((end for key, end in ends.items() if _ENDS[key] == style), None)
    end = own or _part(locale, styles, "end") or middle
    return Joins(start, middle, end, own or _part(locale, styles, "2") or end)


def _part(locale: Locale, styles: Sequence[str], *names: str) -> str | None:
    """Return the first of these parts of a list that CLDR has and that can be read aloud."""
    parts = (locale.list_patterns.get(style, {}).get(name) for style in styles for name in names)
    return next((part for part in parts if part and "(" not in part), None)


_DATE_PART: Final = re.compile(r"'[^']*'|([A-Za-z])\1*")
_DATE_PLACES: Final = {"d": "{day}", "dd": "{day}", "y": "{year}"}
_MONTHS: Final = {"MMMM": "wide", "MMM": "abbreviated", "M": None}
"""What CLDR writes for a day, a year and a month by its name or number (UTS 35)."""


def _date(locale: Locale) -> tuple[str, tuple[str, ...]]:
    """Return a long date as places to fill, and what stands in the place of each month."""
    months: list[str] = []

    def place(found: re.Match[str]) -> str:
        part = found[0]
        if part.startswith("'"):
            return part[1:-1] or "'"
        if part in _MONTHS:
            months[:] = _months(locale, _MONTHS[part])
            return "{month}"
        if part == "G":
            return str(locale.eras["abbreviated"][1])
        if part not in _DATE_PLACES:
            raise CatalogueError(
                f"CLDR writes dates in '{locale}' with '{part}', which is new here"
            )
        return _DATE_PLACES[part]

    return _DATE_PART.sub(place, locale.date_formats["long"].pattern), tuple(months)


def _months(locale: Locale, width: str | None) -> list[str]:
    """Return the months by their name in a date; ``width`` None: by their number."""
    numbers = range(1, 13)
    if width is None:
        return [str(number) for number in numbers]
    return [locale.months["format"][width][number] for number in numbers]
