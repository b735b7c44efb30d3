"""Turn an author's prose into HTML: a closed tree in, escaped markup out.

Layer 2. A figure's name becomes its sentence; sources become links to the evidence page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from markupsafe import Markup, escape

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid
from decisionaid.model.easy import Easy
from decisionaid.model.figure import OutOfDate
from decisionaid.model.prose import (
    Block,
    Emphasis,
    FigureName,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Prose,
    Subheading,
    Text,
)
from decisionaid.render.words.phrases import ENDS
from decisionaid.render.words.wording import gap


class FigureWords(Protocol):
    """Gives the sentence of an outcome under an option, by their ids; empty when there is none."""

    def __call__(self, outcome_id: str, option_id: str, *, starts: bool) -> str:
        """``starts``: it begins a sentence; else it goes on with one."""


class Told(Protocol):
    """A part of an aid with words of the author's, and easy ones if there are any."""

    @property
    def body(self) -> Prose:
        """Its plain words."""

    @property
    def easy(self) -> Easy | None:
        """Its easy words."""


BEFORE_A_SENTENCE: Final = f"{ENDS}:\uff1a"
"""After one of these a figure begins a sentence of its own."""


class ProseWriter:
    """Writes the prose of one aid; ``figure`` supplies the sentences of its figures."""

    def __init__(self, aid: Aid, figure: FigureWords, evidence: str) -> None:
        """``evidence`` is the address of the evidence page."""
        self._figure = figure
        self._cited: dict[tuple[str, ...], Markup] = {}
        self.own = words_in(aid.language)
        self._cites = {
            source.id: _cite(source.short or source.title or source.id, evidence, source.id)
            for source in aid.sources
        }

    def html(self, prose: Prose, heading: int = 3) -> Markup:
        """Return blocks of prose; subheadings get the level ``heading``."""
        return joined(self._block(block, heading) for block in prose)

    def told(self, part: Told, heading: int = 3) -> Markup:
        """Return what stands under a heading, in both wordings where there are two: the page shows one of them."""
        return self.plain(part.body, part.easy, heading) + self.easy(part.easy)

    def plain(self, prose: Prose, easy: Easy | None, heading: int = 3) -> Markup:
        """Return plain words, marked as such where there are easy ones."""
        words = self.html(prose, heading)
        return (
            Markup('<div class="plain-words">\n{}</div>\n').format(words)
            if easy and words
            else words
        )

    def easy(self, easy: Easy | None) -> Markup:
        """Return easy words: each line with its picture beside it; empty where there are none.

        Pictures are fetched when they are shown, so nobody pays for those of the wording they do not read.
        """
        if easy is None:
            return Markup()
        lines = (
            Markup('<img src="{}" alt="{}" loading="lazy">\n').format(
                line.picture.file, line.picture.description
            )
            + self._block(line.words, 0)
            if line.picture
            else self._block(line.words, 0)
            for line in easy.lines
        )
        each = joined(Markup('<div class="easy-line">\n{}</div>\n').format(line) for line in lines)
        heading = (
            Markup('<p class="easy-heading">{}</p>\n').format(easy.heading) if easy.heading else ""
        )
        return Markup('<div class="easy-words">\n{}{}</div>\n').format(heading, each)

    def inline(self, inlines: Inlines) -> Markup:
        """Return running words."""
        if not any(isinstance(inline, FigureName) for inline in inlines[1:]):
            # What stands before is asked for by figures only, and costs more than the rest.
            return joined(self._inline(inline, "") for inline in inlines)
        parts: list[Markup] = []
        before = ""
        for inline in inlines:
            part = self._inline(inline, before)
            parts.append(part)
            before = (before + part.striptags())[-2:] if part else before
        return joined(parts)

    def words(self, prose: Prose) -> str:
        """Return the words of prose alone, figures spelled out, blocks joined by a space."""
        return " ".join(self._words(block) for block in prose)

    def _words(self, block: Block) -> str:
        if isinstance(block, Paragraph) and not block.sources:
            texts = [inline.text for inline in block.inlines if isinstance(inline, Text)]
            if len(texts) == len(block.inlines):  # without marks: no detour by way of HTML
                return " ".join("".join(texts).split())
        return " ".join(self.html((block,)).striptags().split())

    def cites(self, sources: Sequence[str]) -> Markup:
        """Return links to sources in brackets; empty when there are none."""
        found = tuple(self._cites[each] for each in sources if each in self._cites)
        if found and found not in self._cited:
            said = said_with(self.own, "in_brackets", words=row_of(self.own, found))
            self._cited[found] = Markup(f' <span class="cite">{said}</span>')  # noqa: S704 - markup
        return self._cited[found] if found else Markup()

    def _block(self, block: Block, heading: int) -> Markup:
        match block:
            case Paragraph(inlines=inlines, sources=sources):
                return _element("p", self.inline(inlines) + self.cites(sources))
            case ItemList(numbered=numbered, items=items):
                inner = joined(
                    _element("li", self._item(item.blocks, heading) + self.cites(item.sources))
                    for item in items
                )
                return _element("ol" if numbered else "ul", inner)
            case Subheading(text=text):
                return _element(f"h{heading}", escape(text))
            case Picture(file=file, description=description):
                image = Markup('<img src="{}" alt="{}">').format(file, description)
                return _element("p", image)

    def _item(self, blocks: Prose, heading: int) -> Markup:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self.inline(blocks[0].inlines) + self.cites(blocks[0].sources)
        return self.html(blocks, heading)

    def _inline(self, inline: Inline, before: str) -> Markup:
        match inline:
            case Text(text=text):
                return escape(text)
            case LineBreak():
                return Markup("<br>")
            case OutOfDate():
                return escape(self.own.say("out_of_date"))
            case FigureName(outcome=outcome, option=option):
                return self._figure_words(outcome, option, before)
            case Emphasis(strong=strong, inlines=inner):
                return _element("strong" if strong else "em", self.inline(inner), "")
            case Link(address=address, inlines=inner):
                return Markup('<a href="{}">{}</a>').format(address, self.inline(inner))

    def _figure_words(self, outcome: str, option: str, before: str) -> Markup:
        starts = not before.strip() or before.rstrip()[-1] in BEFORE_A_SENTENCE
        words = self._figure(outcome, option, starts=starts) or gap(self.own, "figure")
        return Markup(f'<span class="fact">{escape(words)}</span>')  # noqa: S704 - escaped


def said_with(words: Words, name: str, /, **values: str) -> Markup:
    """Say a message as markup: its own words escaped, values that are markup as they are."""
    marks = dict(zip(values, _marks(len(values)), strict=True))
    return _filled(words.say(name, **marks), tuple(values.values()))


def row_of(words: Words, parts: Sequence[str]) -> Markup:
    """Join parts that stand side by side, those that are markup as they are: ``a, b, c``."""
    return _filled(words.row(_marks(len(parts))), parts)


def one_by_one(words: Words, parts: Iterable[str]) -> Markup:
    """Join parts that are longer than a word or two, those that are markup as they are: ``a; b``."""
    said = Markup()
    for part in parts:
        said = said_with(words, "one_by_one", a=said, b=part) if said else escape(part)
    return said


def _marks(count: int) -> list[str]:
    """Return what stands for each value until all around it is escaped."""
    return [f"\ue000{number}\ue001" for number in range(count)]


_MARK: Final = re.compile("\ue000([0-9]+)\ue001")


def _filled(said: str, values: Sequence[str]) -> Markup:
    filled = _MARK.sub(lambda mark: escape(values[int(mark[1])]), str(escape(said)))
    return Markup(filled)  # noqa: S704 - escaped above, and markup already


def joined(parts: Iterable[Markup]) -> Markup:
    """Join markup; unlike ``Markup.join``, it does not ask each part whether to escape it."""
    return Markup("".join(parts))  # noqa: S704 - the parts are markup already


def _element(name: str, inner: Markup, end: str = "\n") -> Markup:
    """Put markup between the tags of an element; the name is one of ours."""
    return Markup(f"<{name}>{inner}</{name}>{end}")  # noqa: S704


def _cite(name: str, evidence: str, source: str) -> Markup:
    return Markup('<a href="{}#source-{}">{}</a>').format(evidence, source, name)
