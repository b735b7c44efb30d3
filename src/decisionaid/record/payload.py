"""A record as few bytes, and back: ``decisionaid.compact/1``, which needs the words of the aid to be read.

Layer 2. What the words say need not be carried. The same as ``record/payload.ts`` in the browser;
``site/developers/token.md`` describes it byte by byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.bytes import (
    CRC_BYTES,
    DamagedError,
    Packing,
    Reader,
    Unpacking,
    block,
    fits_crc,
    four,
    text_in,
    varint,
    with_crc,
)
from decisionaid.outside.clean import line
from decisionaid.outside.pressed import inflated, pressed
from decisionaid.record.labels import labels_of
from decisionaid.record.phrases import in_full, phrases_of, shortly
from decisionaid.record.said import is_wide, walked

MOST_TEXT: Final = 16_384
"""Bytes that own words may come to once they are no longer pressed."""

_LAYOUT: Final = 1
_WIDE: Final = 2
"""The second knows of paper and of a helper's own record; all other records are written in the first."""
_MOST_ID, _MOST_VERSION = 64, 40
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_BETWEEN, _BEHIND = "\x1f", "\x1e"
"""Between texts, and between those of the person and those of the page: signs that no text has."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_SECONDS: Final = 1 << 33
"""In the year 2242."""


@dataclass(frozen=True, slots=True)
class Head:
    """What can be read before the words are known."""

    is_wide: bool
    hash: str
    id: str
    crc32: str
    rev: int
    created: str
    updated: str
    aid: str
    version: str
    answers: bytes
    own: bytes


def payload_of(record: Record, words: AidWords) -> bytes:
    """Return the bytes of a record.

    Raises:
        DamagedError: it holds what no page writes.
    """
    if record.aid.clock == "expired":
        # Its page has taken facts out, and so their places would be others.
        raise DamagedError
    data = record.model_dump(mode="json")
    packing = Packing()
    wide = is_wide(data)
    walked(packing, words, _days_beside(_seconds(record.updated)), data, wide=wide)
    phrases = phrases_of(words, [each.text for each in record.own_concerns])
    seens = [shortly(text, phrases) for text in packing.seens]
    texts = (_BETWEEN.join(each).rstrip(_BETWEEN) for each in (packing.owns, seens))
    plain = _BEHIND.join(texts).removesuffix(_BEHIND).encode("utf-8")
    short = pressed(plain)
    own = b"\x01" + short if len(short) < len(plain) else b"\x00" + plain
    created, updated = _seconds(record.created), _seconds(record.updated)
    # A clock may have been put back in between.
    apart = 2 * (updated - created) if updated >= created else 2 * (created - updated) - 1
    return with_crc(
        bytes([_WIDE if wide else _LAYOUT])
        + bytes.fromhex(record.aid.source_sha256 + record.id + record.crc32)
        + varint(record.rev)
        + four(created)
        + varint(apart)
        + block(record.aid.id.encode())
        + block(record.aid.version.encode())
        + block(packing.packed())
        + block(own)
    )


def head_of(payload: bytes) -> Head | None:
    """Return what a payload says by itself; None: a layout of tomorrow.

    Raises:
        DamagedError: it is not as we write it.
    """
    if payload and payload[0] not in (_LAYOUT, _WIDE):
        return None
    if not fits_crc(payload):
        raise DamagedError
    reader = Reader(payload[1:-CRC_BYTES])
    names = (reader.take(8).hex(), reader.take(16).hex(), reader.take(4).hex())
    rev, created, apart = reader.varint(), reader.four(), reader.varint()
    updated = created + (-(apart + 1) // 2 if apart % 2 else apart // 2)
    aid, version = reader.text_block(), reader.text_block()
    if not _ID.fullmatch(aid) or len(aid) > _MOST_ID or line(version, _MOST_VERSION) != version:
        raise DamagedError
    answers, own = reader.block(), reader.block()
    if reader.left:
        raise DamagedError
    wide = payload[0] == _WIDE
    return Head(wide, *names, rev, _instant(created), _instant(updated), aid, version, answers, own)


def texts_of(head: Head) -> tuple[list[str], list[str]]:
    """Return the texts of the person, and the sentences of the page, shortly.

    Raises:
        DamagedError: they are none.
        TooLargeError: they are more than may be.
    """
    kind, rest = head.own[:1], head.own[1:]
    if kind not in {b"\x00", b"\x01"}:
        raise DamagedError
    parts = text_in(inflated(rest, MOST_TEXT) if kind == b"\x01" else rest).split(_BEHIND)
    if len(parts) > 2:
        raise DamagedError
    owns, seens = ([] if part == "" else part.split(_BETWEEN) for part in (*parts, "")[:2])
    return owns, seens


def data_of(head: Head, words: AidWords) -> dict[str, Any]:
    """Return the record as data, with the check number that was carried: if it fits is still to be seen.

    Raises:
        DamagedError: it is not as we write it.
        TooLargeError: its texts are more than may be.
    """
    owns, seens = texts_of(head)
    coder = Unpacking(head.answers, owns, seens)
    updated = _seconds(head.updated)
    said = walked(coder, words, _days_beside(updated), None, wide=head.is_wide)
    coder.end()
    phrases = phrases_of(words, [each["text"] for each in said["own_concerns"]])
    aid = {
        "id": head.aid,
        "version": head.version,
        "source_sha256": head.hash,
        "title": line(words.title),
        "language": line(words.language),
        "evidence": words.evidence,
    }
    data = {
        "format": "decisionaid.record/1",
        "id": head.id,
        "rev": head.rev,
        "created": head.created,
        "updated": head.updated,
        "stage": "prepared",
        **said,
        "aid": aid | said["aid"],
        "noted": [each | {"text": in_full(each["text"], phrases)} for each in said["noted"]],
        "crc32": head.crc32,
    }
    return data | {"words": labels_of(data, words)}


def _seconds(instant: str) -> int:
    try:
        moment = datetime.strptime(instant, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise DamagedError from None
    return int((moment - _EPOCH).total_seconds())


def _instant(seconds: int) -> str:
    if not 0 <= seconds < _MOST_SECONDS:
        raise DamagedError
    return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"


def _days_beside(seconds: int) -> list[str]:
    """Return none, the day by UTC and the days beside it: where the person is, it is one of these."""
    day = _EPOCH + timedelta(seconds=seconds)
    return ["", *(f"{day + timedelta(days=days):%Y-%m-%d}" for days in (-1, 0, 1))]
