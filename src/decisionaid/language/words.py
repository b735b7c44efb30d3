"""Say messages in one language, with values in their places.

Layer 0. ``words_in("en").say("share", n=159, of=1000)`` is ``159 of 1,000``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace

from decisionaid.language import catalogue
from decisionaid.language.catalogue import Catalogue, catalogue_of
from decisionaid.language.formats import ISOLATE, POP, RIGHT, Shown, has_letters, text_direction
from decisionaid.language.patterns import Choice, Pattern, Place

Value = str | int | Decimal
"""What can stand in a place; numbers are written as the language writes them."""


def words_in(language: str) -> Words:
    """Return the words for a language tag, in English where it has no catalogue."""
    return _words_of(language, catalogue.FOLDER)


@cache
def _words_of(language: str, folder: Path) -> Words:
    return Words(language, folder)


class Words:
    """The words of one language, and how it writes numbers, dates and lists."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        """Take the tag of an aid's language; ``folder`` None: our own catalogues."""
        self.language = language
        self.direction = text_direction(language)
        self._isolates = self.direction == "rtl"
        self.catalogue: Catalogue = catalogue_of(language, isolates=self._isolates, folder=folder)
        self._formats = self.catalogue.formats
        self._messages = self.catalogue.messages

    def say(self, name: str, /, **values: Value) -> str:
        """Return a message with its places filled; an unknown name or place is a fault of ours."""
        return "".join(self._said(self._messages[name], values))

    def has(self, name: str) -> bool:
        """Return whether there is a message of this name."""
        return name in self._messages

    @property
    def is_english(self) -> bool:
        """Whether these are the English words, which stand in for a language without its own too."""
        return self.catalogue.language == catalogue.ENGLISH

    @cached_property
    def plain(self) -> SimpleNamespace:
        """The messages that have no places, as attributes: what templates say by name."""
        return SimpleNamespace(
            **{
                name: "".join(map(str, pattern))
                for name, pattern in self._messages.items()
                if all(isinstance(part, str) for part in pattern)
            }
        )

    @property
    def messages(self) -> Mapping[str, Pattern]:
        """Every message by its name."""
        return self._messages

    def number(self, value: Decimal | int) -> Shown:
        """Write a number for a reader, see ``Formats.number``."""
        return self._formats.number(value)

    def as_printed(self, value: Decimal | int) -> Shown:
        """Write a number with every digit that its source printed."""
        return self._formats.as_printed(value)

    def day(self, when: date | None) -> str:
        """Write a date such as ``22 November 2026``; None: it was not given."""
        return self._formats.day(when)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
        return self._in_direction(self._formats.listed, words)

    def either(self, words: Sequence[str]) -> str:
        """Join words of which one will do: ``a or b``."""
        return self._in_direction(self._formats.either, words)

    def row(self, words: Sequence[str]) -> str:
        """Join words that stand side by side: ``a, b, c``."""
        return self._in_direction(self._formats.row, words)

    def joined(self, name: str, words: Sequence[str]) -> str:
        """Join sentences or words two by two with a message that has the places ``a`` and ``b``."""
        said = ""
        for each in words:
            said = self.say(name, a=said, b=each) if said else each
        return said

    def category(self, value: Decimal | int) -> str:
        """Return the plural category of a number, such as ``one`` or ``few`` (CLDR)."""
        return self._formats.category(value)

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months as they stand in a date."""
        return self._formats.months

    @property
    def date_pattern(self) -> str:
        """A date as places to fill, such as ``{day} {month} {year}``."""
        return self._formats.date_pattern

    def name_of(self, language: str) -> str:
        """Return what this language calls another one."""
        return self._formats.name_of(language)

    def _in_direction(self, join: Callable[[Sequence[str]], str], words: Sequence[str]) -> str:
        """Join words, each set apart in its direction as far as the language needs it."""
        if not self._isolates:
            return join(words)
        said = join([f"{ISOLATE}{each}{POP}" for each in words])
        letters = len(words) < 2 or has_letters(join([""] * len(words)))
        return said if letters else f"{RIGHT}{said}"

    def _said(self, pattern: Pattern, values: Mapping[str, Value]) -> Iterator[str]:
        for part in pattern:
            match part:
                case str():
                    yield part
                case Place(name=name):
                    value = values[name]
                    yield value if isinstance(value, str) else self.number(value)
                case Choice(name=name, forms=forms, other=other):
                    yield from self._said(forms[self._form(values[name], forms) or other], values)

    def _form(self, value: Value, forms: Mapping[str, Pattern]) -> str | None:
        """Return the form for a value: the one for itself before the one for its plural category."""
        if isinstance(value, str) and not isinstance(value, Shown):
            return value if value in forms else None
        number = value.value if isinstance(value, Shown) else self.number(value).value
        if str(number) in forms:
            return str(number)
        category = self._formats.category(number)
        return category if category in forms else None
