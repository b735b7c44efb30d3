"""Two made-up languages: words that stay English on a page were never asked of a catalogue.

``ACCENTED`` has accents and words 40 % longer, with the numbers, dates and plural forms of Polish.
``FROM_RIGHT`` is written from right to left in Arabic letters, with those of Arabic. Both are made of
the English catalogue, and the words of an aid's authors are made up in the same way, so that a word
in plain letters that stands on a page is one of ours that was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar, get_args, get_origin

from babel import Locale
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from decisionaid.language import catalogue
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part

LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
LONGER: Final = 0.4
SIGNS: Final = ".,:;?!()[]·–"
_SIGN: Final = re.compile(r"(?<!\d)[^\w\s]|[^\w\s](?!\d)")
"""A sign that is not part of a number such as 1.5."""
P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class MadeUp:
    """A made-up language: its tag, whose formats it has in CLDR, and what it makes of a word."""

    tag: str
    formats: str
    letters: str
    """In the place of each letter from a to z."""
    longer: float = 0.0
    signs: str = ""
    """In the place of each sign of ``SIGNS``; empty: they stay."""

    def __post_init__(self) -> None:
        """Hold that every letter has one."""
        assert len(self.letters) == len(LATIN)

    def word(self, word: str) -> str:
        """Return a word in this language."""
        more = (word.lower() * 2)[: round(len(word) * self.longer)]
        return (word + more).translate(_table(self.letters))

    def text(self, text: str) -> str:
        """Return a text in this language: words alone are changed, numbers and signs are not."""
        said = re.sub(r"[A-Za-z]+", lambda found: self.word(found[0]), text)
        signs = dict(zip(SIGNS, self.signs, strict=True)) if self.signs else {}
        return _SIGN.sub(lambda found: signs.get(found[0], found[0]), said)

    @property
    def categories(self) -> tuple[str, ...]:
        """The plural categories of its numbers besides the one for all the rest."""
        return tuple(sorted(Locale.parse(self.formats).plural_form.tags))


@cache
def _table(letters: str) -> dict[int, str]:
    small = dict(zip(LATIN, letters, strict=True))
    large = {each.upper(): letter.upper() for each, letter in small.items()}
    return str.maketrans(small | large)


ACCENTED: Final = MadeUp("qaa", "pl", "áḅćďéƒğħíĵķłḿñóṕɋŕšťúṽŵẍýž", LONGER)
FROM_RIGHT: Final = MadeUp("qaa-Arab", "ar", "ابتثجحخدذرزسشصضطظعغفقكلمنه")
SIGNED: Final = MadeUp("qab", "zh", ACCENTED.letters, signs="。、：；？！（）［］・—")
"""Has signs of its own, so that one which was not asked of a catalogue can be told."""
LANGUAGES: Final = (ACCENTED, FROM_RIGHT)


def write_catalogues(folder: Path) -> None:
    """Write the catalogues of both languages, and the English one, into a folder."""
    for file in sorted((catalogue.FOLDER / catalogue.ENGLISH).iterdir()):
        text = file.read_text(encoding="utf-8")
        _write(folder / catalogue.ENGLISH / file.name, text)
        for language in (*LANGUAGES, SIGNED):
            said = language.formats if file.suffix == ".txt" else translated(text, language)
            _write(folder / language.tag.lower() / file.name, said)


def translated(text: str, language: MadeUp) -> str:
    """Return a catalogue in a made-up language; its names, places and keys stay as they are."""
    tree = FluentParser(with_spans=False).parse(text)
    _Translator(language).visit(tree)
    return FluentSerializer().serialize(tree)


class _Translator(Transformer):
    """Makes up the text of messages, and every plural form that the language has."""

    def __init__(self, language: MadeUp) -> None:
        self.language = language

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        node.value = self.language.text(node.value)
        return node

    def visit_SelectExpression(self, node: ast.SelectExpression) -> ast.SelectExpression:  # noqa: N802
        self.generic_visit(node)
        keys = {each.key.name for each in node.variants if isinstance(each.key, ast.Identifier)}
        if "one" in keys:
            rest = next(each for each in node.variants if each.default)
            node.variants[:0] = [
                ast.Variant(ast.Identifier(each), rest.value.clone())
                for each in self.language.categories
                if each not in keys
            ]
        return node


NO_WORDS: Final = frozenset(
    {"about", "address", "against", "document", "doi", "estimate_of", "file", "id"}
    | {"ids", "instead", "key", "language", "option", "outcome", "rule", "series", "slug", "sources", "stratum"}
    | {"toward", "trade_off", "url", "version", "version_of"}
)  # fmt: skip
"""Fields of an aid that hold ids, addresses and keys."""
STATED: Final = frozenset({("interests", "none"), ("funding", "none")})
"""What the format means by a word of its own."""


def aid_in(language: MadeUp, aid: Aid) -> Aid:
    """Return an aid whose author wrote in a made-up language."""
    return _made_up(aid, language.text).model_copy(update={"language": language.tag})


def _made_up(part: P, say: Callable[[str], str]) -> P:
    """Return a part of an aid with its words changed."""
    changed = {name: _value(name, getattr(part, name), say) for name in _fields(type(part))}
    return part.model_copy(update=changed)


@cache
def _fields(kind: type[Part]) -> tuple[str, ...]:
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if not _is_choice(field.annotation))


def _value(name: str, value: object, say: Callable[[str], str]) -> object:
    match value:
        case Part():
            return _made_up(value, say)
        case tuple():
            return tuple(_value(name, each, say) for each in value)
        case str():
            return value if name in NO_WORDS or (name, value) in STATED else say(value)
        case _:
            return value


def _is_choice(annotation: object) -> bool:
    """Return whether a field can hold only words of the format (``Literal``)."""
    kinds = tuple(_leaves(annotation))
    return str not in kinds and any(isinstance(kind, str) for kind in kinds)


def _leaves(annotation: object) -> Iterator[object]:
    if get_origin(annotation) is None:
        yield annotation
    for each in get_args(annotation):
        yield from _leaves(each)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
