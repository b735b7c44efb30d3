"""Write numbers, dates and lists as a language does: all of it from CLDR, through Babel.

Layer 0. ``Decimal("1000")`` is ``1,000`` in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Self

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import parse_pattern

ISOLATE: Final = "\u2068"
"""Begins text with a direction of its own, that of its first letter; ends with ``POP``."""
POP: Final = "\u2069"

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


class Formats:
    """How one language writes numbers, dates and lists."""

    def __init__(self, locale: str) -> None:
        """Take a language tag that CLDR knows, such as ``en-GB``.

        Raises:
            babel.UnknownLocaleError: CLDR does not know it.
        """
        self.locale = Locale.parse(locale, sep="-")
        self._whole = self.locale.decimal_formats[None].pattern.partition(".")[0]
        self._written: dict[str, Shown] = {}

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
            digits = max(-int(value.as_tuple().exponent), 0) if isinstance(value, Decimal) else 0
            pattern = parse_pattern(f"{self._whole}.{'0' * digits}" if digits else self._whole)
            self._written[key] = Shown(pattern.apply(value, self.locale), value)
        return self._written[key]

    def day(self, when: date | None) -> str:
        """Write a date such as ``22 November 2026``; None: it was not given."""
        return "" if when is None else format_date(when, "long", locale=self.locale)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
        return format_list(list(words), locale=self.locale)

    def either(self, words: Sequence[str]) -> str:
        """Join words of which one will do: ``a or b``."""
        return format_list(list(words), style="or", locale=self.locale)

    def row(self, words: Sequence[str]) -> str:
        """Join words that stand side by side: ``a, b, c``."""
        return format_list(list(words), style="unit", locale=self.locale)

    def category(self, value: Decimal | int) -> str:
        """Return the plural category of a number, such as ``one`` or ``few``."""
        return str(self.locale.plural_form(value))

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The months as they stand in a date: their names, or their numbers as in Japanese."""
        width = next((_MONTHS[part] for part in _parts(self._long_date) if part in _MONTHS), None)
        if width is None:
            return tuple(str(month) for month in range(1, 13))
        names = self.locale.months["format"][width]
        return tuple(names[month] for month in range(1, 13))

    @cached_property
    def date_pattern(self) -> str:
        """A date as places to fill, such as ``{day} {month} {year}``, for scripts."""
        return _DATE_PART.sub(lambda found: self._date_part(found[0]), self._long_date)

    def _date_part(self, part: str) -> str:
        """Return the place for a part of a date; the era, where it is written, is that of our years."""
        if part.startswith("'"):
            return part[1:-1]
        return str(self.locale.eras["abbreviated"][1]) if part == "G" else _DATE_PLACES[part]

    @property
    def _long_date(self) -> str:
        return str(self.locale.date_formats["long"].pattern)

    def name_of(self, language: str) -> str:
        """Return what this language calls another one; its tag where CLDR does not say."""
        return str(self.locale.languages.get(language.split("-", maxsplit=1)[0].lower(), language))


_DATE_PART: Final = re.compile(r"'[^']*'|([A-Za-z])\1*")
_MONTHS: Final = {"MMMM": "wide", "MMM": "abbreviated"}
"""How long a month's name is; any other part for a month is its number."""
_DATE_PLACES: Final = {"d": "{day}", "dd": "{day}", "y": "{year}"} | dict.fromkeys(
    ("M", *_MONTHS), "{month}"
)
"""What CLDR writes for a day, a month and a year (UTS 35)."""


def _parts(pattern: str) -> Iterator[str]:
    return (found[0] for found in _DATE_PART.finditer(pattern))
