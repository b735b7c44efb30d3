"""Take text apart into sentences and words, the way a reader meets them.

Layer 2. English only. A stop after a shortened word ends no sentence; a list item without a stop
belongs to the sentence that leads into it, as long as that sentence does not grow beyond
``LONG_SENTENCE`` words; a fragment of a few words is no sentence and is not scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from decisionaid.model.prose import FIGURE_NAME
from decisionaid.rules.reading_level.patient_text import Form, Stretch
from decisionaid.text import Path

LONG_SENTENCE = 20
"""Words; a sentence above this is hard to hold in mind (quality standards, NHS content practice)."""

WHOLE_FROM = 6
"""Words from which a list item or an aside without a stop counts as a sentence."""

_JOINED = re.compile(r"[/–—…]|\.{2,}")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_SHORTENED = re.compile(r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|e\.g|i\.e|vs|approx|Fig)\.\s*$")
_KEPT = 1000
"""Characters of a text up to which what was found in it is kept, so that memory has a bound."""

_CLOSING = "\"'”’)]"
_AROUND = ".,;:!?()[]{}\"'“”‘’*_-%°<>=+&£$€~"
"""What stands before or behind a word and is no part of it."""


class Sentence(NamedTuple):
    """One sentence or fragment, with its words as they are written.

    ``whole`` False: a fragment, which counts for no score.
    """

    path: Path
    section: int | None
    form: Form
    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    whole: bool
    stopped: bool


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word in small letters and in the singular, to find it in a list."""
    small = word.lower().removesuffix("'s").removesuffix("’s")
    if len(small) > 4 and small.endswith("ies"):
        return small[:-3] + "y"
    if len(small) > 3 and small.endswith("s") and not small.endswith(("ss", "us", "is")):
        return small[:-1]
    return small


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text; a number is a word, a figure's name and an address are none."""
    text = without_figures(text)
    if _has_address(text):
        text = " ".join([each for each in text.split() if not _has_address(each)])
    if "/" in text or "–" in text or "—" in text or "…" in text or ".." in text:
        text = _JOINED.sub(" ", text)
    # splitting and stripping costs half of what a pattern for words does
    return tuple([bare for each in text.split() if (bare := each.strip(_AROUND))])


def _has_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text


def without_figures(text: str) -> str:
    """Return a text without the names of figures, whose words are ours and not the author's."""
    return FIGURE_NAME.sub("", text) if "[[" in text else text


def parts_of(text: str) -> list[str]:
    """Return the sentences of a text, marks and all."""
    bare = without_figures(text).strip()
    found: list[str] = []
    start = 0
    for end in _END.finditer(bare):
        if not _SHORTENED.search(bare, max(start - 1, end.start() - 8, 0), end.end()):
            found.append(bare[start : end.end()].rstrip())
            start = end.end()
    if start < len(bare):
        found.append(bare[start:])
    return found


def sentences_in(stretches: Iterable[Stretch]) -> Iterator[Sentence]:
    """Yield the sentences and fragments of the stretches, in order."""
    lead: Sentence | None = None
    for stretch in stretches:
        open_end = stretch.text.rstrip().endswith(":")
        if stretch.form != "item" and lead is not None:
            yield lead
            lead = None
        for sentence in _sentences_of(stretch):
            if lead is None:
                if open_end and not sentence.stopped:
                    lead = sentence
                else:
                    yield sentence
            elif sentence.stopped or len(lead.words) + len(sentence.words) > LONG_SENTENCE:
                yield lead
                lead = None if sentence.stopped else sentence
                if sentence.stopped:
                    yield sentence
            else:
                lead = _joined(lead, sentence)
    if lead is not None:
        yield lead


def _joined(lead: Sentence, item: Sentence) -> Sentence:
    return lead._replace(
        text=f"{lead.text} {item.text}",
        words=lead.words + item.words,
        stems=lead.stems + item.stems,
        whole=True,
    )


def _sentences_of(stretch: Stretch) -> Iterator[Sentence]:
    path, text, form, section = stretch
    for part, words, stems, stopped in _parts(text):
        whole = form != "label" and (
            stopped
            or form in ("prose", "statement")
            or (form in ("item", "aside") and len(words) >= WHOLE_FROM)
        )
        yield Sentence(path, section, form, part, words, stems, whole, stopped)


_Part = tuple[str, tuple[str, ...], tuple[str, ...], bool]


def _parts(text: str) -> tuple[_Part, ...]:
    return _kept(text) if len(text) <= _KEPT else _taken_apart(text)


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[_Part, ...]:
    """Return the same as below; reasons stand in many cells, and most text is as at the last save."""
    return _taken_apart(text)


def _taken_apart(text: str) -> tuple[_Part, ...]:
    """Return each sentence of a text with its words, its stems, and whether it ends with a stop."""
    found = []
    for part in parts_of(text):
        if words := words_in(part):
            stopped = part.rstrip(_CLOSING).endswith((".", "!", "?"))
            found.append((part, words, tuple(map(stem, words)), stopped))
    return tuple(found)
