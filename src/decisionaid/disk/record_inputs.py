"""Records from where somebody has them: files, folders, tokens, standard input.

Layer 4.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, Final

from decisionaid.disk.given import STDIN, Given, given, given_at, is_object
from decisionaid.record.reading import Fault
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.token import TokenFault, TokenRead, WordsOf, record_in_token
from decisionaid.record.token_text import is_plan_code, token_in_text

GivenRecord = Given[Recovered | Fault | TokenFault]
"""One thing that should be a record."""

MOST_WITH_TOKEN: Final = 65_536
"""Signs of a text in which a token is looked for: a letter, and no book."""
_MOST_NAME: Final = 24


def is_token(place: str) -> bool:
    """Return whether a word of the command line has a token in it, or is the code of a plan."""
    return token_in_text(place) is not None or is_plan_code(place)


def records_in(place: str, stdin: BinaryIO, words_of: WordsOf) -> Iterator[GivenRecord]:
    """Yield what one place holds; a place that is not there is a token itself."""

    def read(text: str) -> Recovered | Fault | TokenFault:
        return _read(text, words_of)

    if place == STDIN or os.path.lexists(place):
        yield from given_at(place, stdin, _is_line, read)
    else:
        name = place if len(place) <= _MOST_NAME else f"{place[:_MOST_NAME]}..."
        yield given(name, place.encode("utf-8", "replace"), read)


def _is_line(line: str) -> bool:
    """Return whether a line is a record or a token by itself; a file of one record that ends there is one line too."""
    if is_object(line):
        return True
    words = line.split()
    return len(words) == 1 and len(line) <= MOST_WITH_TOKEN and token_in_text(line) is not None


def _read(text: str, words_of: WordsOf) -> Recovered | Fault | TokenFault:
    read = recovered(text)
    if read != "not_ours" or len(text) > MOST_WITH_TOKEN:
        return read
    if is_plan_code(text):
        return TokenFault("plan")
    token = token_in_text(text)
    return read if token is None else _from_token(token, words_of)


def _from_token(token: str, words_of: WordsOf) -> Recovered | TokenFault:
    found = record_in_token(token, words_of)
    if isinstance(found, TokenRead):
        return Recovered(found.record, (), is_altered=False)
    return found
