"""What reading writes down on its way: faults, where each part stands, and what could not be read.

Layer 2. One ledger for one source. Nothing is raised: a reader reports here and goes on.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from decisionaid.diagnostics import Code, Diagnostic, Edit
from decisionaid.read.key_codes import HEAD, KeyCodes
from decisionaid.read.spelling import is_slip
from decisionaid.text import Path, Source, Span, SpanMap

MAX_SUGGESTIONS = 40
"""Words for which the nearest known word is looked up; each look-up costs as much as the words known."""

MAX_COMPARED = 300
"""Known words that one unknown word is compared with."""

MAX_QUOTED = 60
"""Characters of the author's text that a message quotes."""

MAX_PASTED = 600
"""Characters of the author's text that a fix offers to be pasted: an address or a cell is whole."""

MAX_LISTED = 20
"""Ids that one fix lists."""


def quoted(text: str) -> str:
    """Return the author's text in quotes for a message, on one line and cut if it is long."""
    text = " ".join(text[: MAX_QUOTED * 4].split())
    return f"'{text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 1] + '…'}'"


def to_paste(text: str) -> str:
    """Return the author's text as part of what a fix offers: whole, on one line, so that it can be pasted.

    Of a very long one the start stands there with ``...``, which says in every fix that words are missing.
    """
    text = " ".join(text[: MAX_PASTED * 4].split())
    return text if len(text) <= MAX_PASTED else f"{text[:MAX_QUOTED]} ..."


def one_of(known: Collection[str]) -> str:
    """Return ids to choose from: all, or the first few and how many more there are."""
    few, more = ", ".join(islice(known, MAX_LISTED)), len(known) - MAX_LISTED
    return few if more <= 0 else f"{few} (and {more} more, which are not listed here)"


def listed(words: Iterable[str]) -> str:
    """Return words as a list to choose from: ``a, b or c``."""
    each = list(words)
    return " or ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


class Ledger:
    """Faults, places and gaps of one source."""

    def __init__(self, source: Source, keys: KeyCodes = HEAD) -> None:
        """Start empty; ``keys`` are the codes of what stands in its YAML."""
        self.source = source
        self.keys = keys
        self.spans = SpanMap()
        self.diagnostics: list[Diagnostic] = []
        self.unread: set[Path] = set()
        """Parts that were written but could not be read; rules stay silent about them."""
        self.rows: set[Path] = set()
        """Outcomes that are rows of a table."""
        self.lost_ids: dict[str, int] = {}
        """Ids that stand where none has a meaning, with their line."""
        self._suggestions = 0

    def fault(
        self,
        code: Code,
        span: Span,
        message: str,
        fix: str,
        also: Sequence[Span] = (),
        edits: Sequence[Edit] = (),
    ) -> None:
        """Report a fault; ``fix`` is an imperative with text to paste, ``edits`` do it where it is certain."""
        self.diagnostics.append(
            Diagnostic(code, self.source.name, span, message, fix, tuple(also), tuple(edits))
        )

    def told_in(self, span: Span) -> bool:
        """Tell whether the last fault is one within this span, so that its words are not what they seem."""
        last = self.diagnostics[-1].span if self.diagnostics else None
        return last is not None and span[:2] <= last[:2] and last[2:] <= span[2:]

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """Return the known word that is most like a misspelt one, or None."""
        if self._suggestions >= MAX_SUGGESTIONS or len(word) > MAX_QUOTED:
            return None
        self._suggestions += 1
        few = list(islice(known, MAX_COMPARED))
        folded = {each.casefold(): each for each in few}
        found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
        return folded[found[0]] if found else None

    def respelt(
        self, span: Span, word: str, near: str | None, known: Collection[str]
    ) -> tuple[Edit, ...]:
        """Return the edit that spells a word right, if it is certain which was meant."""
        if near is None or len(known) > MAX_COMPARED or not is_slip(word, near, known):
            return ()
        return (Edit(span, near),)

    def did_you_mean(self, word: str, known: Sequence[str], otherwise: str) -> str:
        """Return a fix that offers the nearest known word, or the one given."""
        near = self.nearest(word, known)
        return f"did you mean '{near}'?" if near else otherwise
