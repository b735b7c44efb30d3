"""Turn an author's prose into HTML: a closed tree in, escaped markup out.

Layer 2. A figure's name becomes its sentence; sources become links to the evidence page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from decisionaid.language import Words, words_in
from decisionaid.model.aid import Aid
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
from decisionaid.render.words.phrases import capital, small
from decisionaid.render.words.wording import gap

FigureWords = Callable[[str, str], str]
"""Gives the sentence of an outcome under an option, by their ids; empty when there is none."""


class ProseWriter:
    """Writes the prose of one aid; ``figure`` supplies the sentences of its figures."""

    def __init__(self, aid: Aid, figure: FigureWords, evidence: str) -> None:
        """``evidence`` is the address of the evidence page."""
        self._figure = figure
        self.own = words_in(aid.language)
        self._cites = {
            source.id: _cite(source.short or source.title or source.id, evidence, source.id)
            for source in aid.sources
        }

    def html(self, prose: Prose, heading: int = 3) -> Markup:
        """Return blocks of prose; subheadings get the level ``heading``."""
        return joined(self._block(block, heading) for block in prose)

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
        found = [self._cites[each] for each in sources if each in self._cites]
        if not found:
            return Markup()
        return Markup(' <span class="cite">({})</span>').format(Markup(", ").join(found))

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
        words = self._figure(outcome, option) or gap(self.own, "figure")
        starts = not before.strip() or before.rstrip()[-1] in ".!?:"
        said = escape(capital(words) if starts else small(words))
        return Markup(f'<span class="fact">{said}</span>')  # noqa: S704 - escaped in the line above


def said_with(words: Words, name: str, /, **values: Markup) -> Markup:
    """Say a message as markup: its own words escaped, the values as they are."""
    marks = {each: f"\ue000{number}\ue001" for number, each in enumerate(values)}
    said = str(escape(words.say(name, **marks)))
    for each, mark in marks.items():
        said = said.replace(mark, values[each])
    return Markup(said)  # noqa: S704 - escaped above, and markup already


def joined(parts: Iterable[Markup]) -> Markup:
    """Join markup; unlike ``Markup.join``, it does not ask each part whether to escape it."""
    return Markup("".join(parts))  # noqa: S704 - the parts are markup already


def _element(name: str, inner: Markup, end: str = "\n") -> Markup:
    """Put markup between the tags of an element; the name is one of ours."""
    return Markup(f"<{name}>{inner}</{name}>{end}")  # noqa: S704


def _cite(name: str, evidence: str, source: str) -> Markup:
    return Markup('<a href="{}#source-{}">{}</a>').format(evidence, source, name)
