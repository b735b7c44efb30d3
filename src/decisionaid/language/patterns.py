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

from decisionaid.language.formats import ISOLATE, POP, RIGHT, CatalogueError, has_letters


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


PLURALS: Final = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR."""

_READER: Final = FluentParser(with_spans=False)


def patterns_in(text: str, *, isolates: bool) -> Iterator[tuple[str, Pattern]]:
    """Yield name and pattern of each message in a catalogue.

    ``isolates``: a value that stands beside words is set apart in its direction, as a language that is
    written from right to left needs it (Unicode bidirectional isolates).

    Raises:
        CatalogueError: the text is no Fluent, or has what no catalogue of ours needs.
    """
    for entry in _READER.parse(text).body:
        match entry:
            case ast.BaseComment():
                continue
            case ast.Message(
                id=ast.Identifier(name=name), value=ast.Pattern() as said, attributes=[]
            ):
                yield name, _message(name, said, isolates=isolates)
            case ast.Message(id=ast.Identifier(name=name)):
                raise CatalogueError(f"the message {name} has an attribute, which nobody would see")
            case ast.Term(id=ast.Identifier(name=name)):
                raise CatalogueError(f"-{name} is a term; write its words where they stand")
            case ast.Junk(content=content):
                line = str(content).strip().partition("\n")[0]
                raise CatalogueError(f"this is no message: {line}")


def _message(name: str, said: ast.Pattern, *, isolates: bool) -> Pattern:
    try:
        return _pattern(said, isolates=isolates)
    except CatalogueError as error:
        raise CatalogueError(f"the message {name} has {error}") from error


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


def words_chosen(pattern: Pattern) -> frozenset[tuple[str, str]]:
    """Return the words that a pattern chooses by, each with the name of its value."""
    return frozenset(_chosen(pattern))


def _chosen(pattern: Pattern) -> Iterator[tuple[str, str]]:
    for part in pattern:
        if isinstance(part, Choice):
            for key, form in part.forms.items():
                if key not in PLURALS and not key[0].isdecimal() and key[0] != "-":
                    yield part.name, key
                yield from _chosen(form)


def _pattern(read: ast.Pattern, *, isolates: bool, beside: bool = False) -> Pattern:
    """Return a pattern as data; ``beside``: it is part of a longer one."""
    parts: list[str | Place | Choice] = []
    is_whole, beside = not beside, beside or len(read.elements) > 1
    for element in read.elements:
        part = _part(element, isolates=isolates, beside=beside)
        if isolates and beside and isinstance(part, Place):
            parts += [ISOLATE, part, POP]
        else:
            parts.append(part)
    if is_whole and POP in parts and not any(map(has_letters, texts_in(parts))):
        parts.insert(0, RIGHT)
    return _merged(parts)


def texts_in(pattern: Iterable[str | Place | Choice]) -> Iterator[str]:
    """Yield the texts of a pattern, those of every form too."""
    for part in pattern:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Choice):
            for form in part.forms.values():
                yield from texts_in(form)


def _merged(parts: Iterable[str | Place | Choice]) -> Pattern:
    """Return the parts with texts that stand side by side as one."""
    merged: list[str | Place | Choice] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)


def _part(
    element: ast.TextElement | ast.Placeable, *, isolates: bool, beside: bool
) -> str | Place | Choice:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    match element.expression:
        case ast.StringLiteral() as literal:
            written = str(literal.parse()["value"])
            if "{" in written or "}" in written:
                raise CatalogueError("a brace, which scripts take for a place")
            return written
        case ast.VariableReference(id=ast.Identifier(name=name)):
            if "-" in name:
                raise CatalogueError(f"the value ${name}, which scripts take for two words")
            return Place(name)
        case ast.SelectExpression(
            selector=ast.VariableReference(id=ast.Identifier(name=name)), variants=variants
        ):
            forms: dict[str, Pattern] = {}
            for each in variants:
                if _key(each) in forms:
                    raise CatalogueError(f"two forms for [{_key(each)}]")
                forms[_key(each)] = _pattern(each.value, isolates=isolates, beside=beside)
            return Choice(name, forms, next(_key(each) for each in variants if each.default))
        case ast.SelectExpression():
            raise CatalogueError("a choice by something else than one value")
        case ast.FunctionReference(id=ast.Identifier(name=name)):
            raise CatalogueError(f"the function {name}; numbers and dates are written without one")
        case ast.MessageReference() | ast.TermReference():
            raise CatalogueError("words that stand in another message; write them out")
        case _:
            raise CatalogueError("something else than words, places and choices in it")


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else key.value
