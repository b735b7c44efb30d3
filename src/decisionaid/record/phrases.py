"""Phrases that a page's sentences are made of, as two letters each: shorter than deflate alone makes them.

Layer 2. The same as ``record/phrases.ts`` in the browser. What stands here is a part of
``decisionaid.compact/1``: a phrase more or fewer, or another order, would be another format. A sentence
that is worded otherwise some day costs more letters and is read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from decisionaid.model.words import AidWords
from decisionaid.outside.bytes import DamagedError
from decisionaid.outside.clean import line
from decisionaid.record.labels import answers_to

_SENTENCES: Final = (
    "Not settled yet: you said ",
    " out of 10 for all of these: ",
    "Not settled yet: “",
    "” and “",
    "” point to different options.",
    "Not settled yet: you put “",
    "” first, and rated “",
    "” higher.",
    "Not settled yet: no one order fits all that you picked under “",
    "You lean to: ",
    " On “",
    "” you said: ",
    " What matters most to you: ",
    " than others compared. ",
    "in between others compared",
    " people ",
)
_SHORTEST: Final = 4
"""Shorter ones gain nothing."""
_LEADS, _FIRST, _SECONDS = 6, 0x20, 95
"""Letters that no text of a record has, and what may stand behind them."""
_MOST: Final = 65_536
"""Letters of a sentence, as browsers count them: no record has more."""
_WRITTEN: Final = re.compile("[\x01-\x06]([\x20-\x7e]?)")


def phrases_of(words: AidWords, own: Sequence[str]) -> list[str]:
    """Return what the page's sentences are about, in an order that never changes; the person's words last."""
    texts = [
        *(each.text for each in words.options),
        *(each.text for each in words.strata),
        *(
            text
            for each in words.questions
            for text in (each.title, *(text for _, text in answers_to(each)))
        ),
        *(each.statement for each in words.checks),
        *own,
    ]
    phrases = dict.fromkeys([*_SENTENCES, *map(line, texts)])
    return [each for each in phrases if len(each) >= _SHORTEST][: _LEADS * _SECONDS]


def shortly(text: str, phrases: Sequence[str]) -> str:
    """Return a sentence with each phrase in two letters."""
    longest_first = sorted(phrases, key=len, reverse=True)
    places = {phrase: place for place, phrase in enumerate(phrases)}
    # In one walk: a phrase is never found across two letters that stand for another.
    return re.sub(
        "|".join(map(re.escape, longest_first)), lambda found: _letters(places[found[0]]), text
    )


def _letters(place: int) -> str:
    lead, second = divmod(place, _SECONDS)
    return f"{chr(1 + lead)}{chr(_FIRST + second)}"


def in_full(text: str, phrases: Sequence[str]) -> str:
    """Return a sentence as it was.

    Raises:
        DamagedError: a phrase is none, or the sentence is longer than any.
    """
    length = _length(text)

    def phrase(found: re.Match[str]) -> str:
        nonlocal length
        if not found[1]:
            raise DamagedError
        place = (ord(found[0][0]) - 1) * _SECONDS + ord(found[1]) - _FIRST
        if place >= len(phrases):
            raise DamagedError
        length += _length(phrases[place])
        if length > _MOST:
            raise DamagedError
        return phrases[place]

    return _WRITTEN.sub(phrase, text)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
