"""Read a list of services out of a JSON file of any size, one entry at a time.

Layer 2. A feed of a whole county is 150 MB: of it no more is in memory than one entry. An entry is what the
standard library reads; nothing is looked up, and no network is used. A file that is cut gives what stands
before the cut.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal

MAX_ENTRY: Final = 256 * 1024
"""Characters of one entry; a larger one is left out."""

LISTS: Final = ("contents", "services", "items")
"""Names under which feeds hold their services."""

_CHUNK: Final = 64 * 1024
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_SIGNS: Final = re.compile(r'["{}\[\]]')
_IN_STRING: Final = re.compile(r'(?:[^"\\]|\\.)*', re.DOTALL)
_MOST_HEAD_KEYS: Final = 200

_DECODER: Final = json.JSONDecoder(
    parse_float=str, parse_int=str, parse_constant=lambda _name: None
)
"""Numbers stay as they are written, so that pence are exact and none is too long to be read."""

Wrong = Literal["not-text", "no-list", "cut", "too-large", "broken"]


@dataclass(frozen=True, slots=True)
class FeedFault:
    """Something that could not be read; ``entry`` is its number from 1, 0 for the file itself."""

    wrong: Wrong
    entry: int


class _EndedError(Exception):
    """The file ends here."""


class _NotTextError(Exception):
    """The bytes are not UTF-8."""


class _Window:
    """The part of the file that is in memory, and a place in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self.text = ""
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Read on; False: there is nothing more."""
        if self.ended:
            return False
        data = self._stream.read(_CHUNK)
        self.ended = not data
        try:
            self.text = self.text[self.at :] + self._decode(data, self.ended)
        except UnicodeDecodeError:
            raise _NotTextError from None
        self.at = 0
        return not self.ended

    def peek(self) -> str:
        """Return the next sign that is no space."""
        while True:
            found = _SPACE.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                raise _EndedError

    def value(self) -> object:
        """Read a value.

        Raises:
            ValueError: it is longer than an entry may be, nested too deep, or no JSON.
        """
        while True:
            try:
                found, end = _DECODER.raw_decode(self.text, self.at)
            except RecursionError:
                raise ValueError("nested too deep") from None
            except ValueError:
                if len(self.text) - self.at > MAX_ENTRY:
                    raise
                if not self.more():
                    raise _EndedError from None
                continue
            # A number may go on in what is not read yet.
            if end == len(self.text) and self.more():
                continue
            if end - self.at > MAX_ENTRY:
                raise ValueError("longer than an entry may be")
            self.at = end
            return found

    def skip(self) -> None:
        """Go to behind a value that cannot be read: to where its brackets are closed."""
        depth = 0
        while True:
            found = _SIGNS.search(self.text, self.at)
            if found is None:
                self.at = len(self.text)
                if not self.more():
                    raise _EndedError
                continue
            self.at = found.end()
            if found[0] == '"':
                self._skip_string()
            else:
                depth += 1 if found[0] in "{[" else -1
            if depth <= 0:
                self.at -= depth < 0  # the end of the list itself
                return

    def _skip_string(self) -> None:
        while True:
            found = _IN_STRING.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.text.startswith('"', self.at):
                self.at += 1
                return
            # At most the first half of a sign such as \\n is left.
            if not self.more():
                raise _EndedError


def entries(stream: BinaryIO) -> Iterator[object | FeedFault]:
    """Yield every entry of a feed in its order, and what could not be read.

    The services are a list, or stand under one of ``LISTS`` in an object, as on a page of an API.
    """
    window, number = _Window(stream), 0
    try:
        if not _to_list(window):
            yield FeedFault("no-list", 0)
            return
        while window.peek() != "]":
            number += 1
            try:
                yield window.value()
            except ValueError:
                large = len(window.text) - window.at > MAX_ENTRY
                yield FeedFault("too-large" if large else "broken", number)
                window.skip()
            if window.peek() == ",":
                window.at += 1
            elif window.peek() != "]":
                yield FeedFault("broken", number)
                return
    except _EndedError:
        yield FeedFault("cut" if number else "no-list", number)
    except _NotTextError:
        yield FeedFault("not-text", number)


def _to_list(window: _Window) -> bool:
    """Go to the first entry of the list; False: there is none."""
    if window.peek() == "{":
        window.at += 1
        for _key in range(_MOST_HEAD_KEYS):
            if window.peek() != '"':
                return False
            try:
                key = window.value()
                if window.peek() != ":":
                    return False
                window.at += 1
                if key in LISTS and window.peek() == "[":
                    break
                _pass(window)
            except ValueError:
                return False
            if window.peek() != ",":
                return False
            window.at += 1
    if window.peek() != "[":
        return False
    window.at += 1
    return True


def _pass(window: _Window) -> None:
    """Go to behind a value that is of no use."""
    if window.peek() in "{[":
        window.skip()
    else:
        window.value()
