"""A record as one short text, ``1...``: the QR code, the link, what a scanner types and what is read out.

Layer 2. The same verdicts as ``record/token.ts`` and ``record/token-read.ts`` in the browser. A token that
is locked with a passphrase is opened there alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.base41 import ALPHABET, from_base41, to_base41
from decisionaid.outside.bytes import DamagedError
from decisionaid.outside.clean import sentences
from decisionaid.outside.pressed import TooLargeError
from decisionaid.record.payload import (
    Head,
    data_of,
    head_of,
    payload_of,
    texts_of,
)
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.said import PAPER_TEXTS

MOST_SIGNS: Final = 6144
MOST_BYTES: Final = 4096
"""Signs of a token, and the bytes that they come to: more are not even looked at."""

OPEN, LOCKED = "1", "2"
"""The first sign of a token says how to read it."""

NEWER: Final = tuple("3456789")
"""The first signs of formats that come after."""

PLAN: Final = "P"
"""What the code of a plan begins with, so that it is told from a record's."""

WordsOf = Callable[[str, str], AidWords | None]
"""The words of one text of an aid, by the aid's id and the hash of the text."""


@dataclass(frozen=True, slots=True)
class TokenRead:
    """A record, and the words that it was made with."""

    record: Record
    words: AidWords


@dataclass(frozen=True, slots=True)
class TokenFault:
    """Why a token cannot be read; of one whose words are not to be had, what can be said all the same."""

    fault: Literal["not_ours", "plan", "newer", "too_large", "damaged", "locked", "no_words"]
    aid: str = ""
    version: str = ""
    updated: str = ""
    own: tuple[str, ...] = ()
    """What the person wrote, or a carer for them."""
    helper: str = ""
    """Who helped, as they are called there."""
    view: str = ""
    """What the helper thinks."""


class TokenError(ValueError):
    """The record does not come back equal from its token: it has to be handed over by other means."""


def token_of(record: Record, words: AidWords) -> str:
    """Return the token of a record, with the words of the text of the aid that it was made with.

    Raises:
        TokenError: it would not come back equal, or be too long.
    """
    try:
        payload = payload_of(record, words)
        head = head_of(payload)
        data = None if head is None else data_of(head, words)
    except (DamagedError, TooLargeError) as error:
        raise TokenError from error
    given = record.model_dump(mode="json")
    is_equal = data is not None and canonical_json(data) == canonical_json(given)
    if not is_equal or record_checksum(given) != record.crc32:
        raise TokenError
    token = OPEN + to_base41(payload)
    if len(token) > MOST_SIGNS or len(payload) > MOST_BYTES:
        raise TokenError
    return token


def record_in_token(text: str, words_of: WordsOf) -> TokenRead | TokenFault:
    """Return the record in a token, or why there is none.

    ``text`` is a token and nothing else: see ``token_in_text`` for one in a letter or a link. What can be
    seen without the words of its aid is seen first.
    """
    # Letters as browsers count them.
    if len(text) > MOST_SIGNS or len(text.encode("utf-16-le", "surrogatepass")) > 2 * MOST_SIGNS:
        return TokenFault("too_large")
    if not text or any(sign not in ALPHABET for sign in text):
        return TokenFault("not_ours")
    if text[0] == LOCKED:
        return TokenFault("locked")
    if text[0] == PLAN and text[1:2] in tuple("123456789"):
        return TokenFault("plan")
    if text[0] != OPEN:
        return TokenFault("newer" if text[0] in NEWER else "not_ours")
    payload = from_base41(text[1:])
    if payload is None:
        return TokenFault("damaged")
    if len(payload) > MOST_BYTES:
        return TokenFault("too_large")
    try:
        head = head_of(payload)
        if head is None:
            return TokenFault("newer")
        words = words_of(head.aid, head.hash)
        return _without_words(head) if words is None else _with_words(head, words)
    except TooLargeError:
        return TokenFault("too_large")
    except DamagedError:
        return TokenFault("damaged")


def _without_words(head: Head) -> TokenFault:
    # The helper's name and view stand first, behind those of who typed it in: they are not the person's words.
    texts = [sentences(each) for each in texts_of(head)[0]]
    helper, view, *own = [*(texts[PAPER_TEXTS:] if head.is_wide else texts), "", ""]
    said = tuple(text for text in own if text)
    return TokenFault("no_words", head.aid, head.version, head.updated, said, helper, view)


def _with_words(head: Head, words: AidWords) -> TokenRead | TokenFault:
    if (words.id, words.source_sha256, words.version) != (head.aid, head.hash, head.version):
        return TokenFault("damaged")
    data = data_of(head, words)
    found = recovered(json.dumps(data))
    # Nothing may have to be left out or made safe: no page has written such a record.
    if not isinstance(found, Recovered) or found.is_altered or found.left:
        return TokenFault("damaged")
    if canonical_json(found.record.model_dump(mode="json")) != canonical_json(data):
        return TokenFault("damaged")
    return TokenRead(found.record, words)
