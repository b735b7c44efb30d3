"""Turn a catalogue's text into patterns: what a message says, with places for values.

Layer 0. The text is Fluent, of which a catalogue may use places and choices between whole texts::

    points_n = { $n ->
        [one] 1 point
       *[other] { $n } points
    }

A pattern is plain data, so that Python and the browser say the same from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from fluent.syntax import FluentParser, ast

from decisionaid.language.formats import ISOLATE, POP


@dataclass(frozen=True, slots=True)
class Place:
    """A value by its name, such as ``n``."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several patterns, by a value: by itself, by its plural category, or else ``other``.

    ``name`` is that of the value. ``forms`` has a pattern for each value or category; ``other`` names
    the one for all the rest.
    """

    name: str
    forms: Mapping[str, Pattern]
    other: str


Pattern = tuple[str | Place | Choice, ...]
"""What is said one after the other."""


class CatalogueError(ValueError):
    """A catalogue that cannot be read: a fault of whoever wrote it."""


_READER: Final = FluentParser(with_spans=False)


def patterns_in(text: str, *, isolates: bool) -> Iterator[tuple[str, Pattern]]:
    """Yield name and pattern of each message in a catalogue.

    ``isolates``: a value that stands beside words is set apart in its direction, as a language that is
    written from right to left needs it (Unicode bidirectional isolates).

    Raises:
        CatalogueError: the text is no Fluent, or has what no catalogue of ours needs.
    """
    for entry in _READER.parse(text).body:
        if isinstance(entry, ast.Message) and entry.value is not None and not entry.attributes:
            yield entry.id.name, _pattern(entry.value, isolates=isolates)
        elif not isinstance(entry, ast.BaseComment):
            said = entry.content if isinstance(entry, ast.Junk) else type(entry).__name__
            raise CatalogueError(f"this is no message of a catalogue: {said}")


def places_of(pattern: Pattern) -> frozenset[str]:
    """Return the names of the values that a pattern asks for."""
    return frozenset(_names(pattern))


def _names(pattern: Iterable[str | Place | Choice]) -> Iterator[str]:
    for part in pattern:
        match part:
            case Place(name=name):
                yield name
            case Choice(name=name, forms=forms):
                yield name
                for form in forms.values():
                    yield from _names(form)
            case _:
                pass


def _pattern(read: ast.Pattern, *, isolates: bool) -> Pattern:
    parts: list[str | Place | Choice] = []
    alone = len(read.elements) == 1
    for element in read.elements:
        part = _part(element, isolates=isolates)
        if isolates and isinstance(part, Place) and not alone:
            parts += [ISOLATE, part, POP]
        else:
            parts.append(part)
    return _merged(parts)


def _merged(parts: Iterable[str | Place | Choice]) -> Pattern:
    """Return the parts with texts that stand side by side as one."""
    merged: list[str | Place | Choice] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)


def _part(element: ast.TextElement | ast.Placeable, *, isolates: bool) -> str | Place | Choice:
    if isinstance(element, ast.TextElement):
        return element.value
    match element.expression:
        case ast.StringLiteral() as literal:
            return str(literal.parse()["value"])
        case ast.VariableReference(id=ast.Identifier(name=name)):
            return Place(name)
        case ast.SelectExpression(
            selector=ast.VariableReference(id=ast.Identifier(name=name)), variants=variants
        ):
            forms = {_key(each): _pattern(each.value, isolates=isolates) for each in variants}
            other = next(_key(each) for each in variants if each.default)
            return Choice(name, forms, other)
        case other_:
            raise CatalogueError(f"no catalogue of ours has a {type(other_).__name__}")


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else key.value
