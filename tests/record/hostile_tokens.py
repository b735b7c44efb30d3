"""Tokens that no page has made: what they are, and what becomes of each.

Run by hand: ``python -m tests.record.hostile_tokens`` writes them anew into ``tests/golden/records/tokens.json``,
which both languages read. The tests never make them anew: other versions of deflate press otherwise, and what
was handed over once must be readable for ever.
"""

import json
import random
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from decisionaid.outside.base41 import ALPHABET, to_base41
from decisionaid.outside.bytes import CRC_BYTES, block, four, varint, with_crc
from decisionaid.record.payload import Head, head_of, payload_of
from tests.record.five import FIVE, WORDS, record_of

PATH: Final = Path(__file__).parents[1] / "golden/records/tokens.json"

Case = tuple[str, str, str]
"""What it is, the token, and the verdict: a fault, or the name of the record."""

SPARSE = payload_of(record_of("sparse"), WORDS)
CONTRADICTING = payload_of(record_of("contradicting"), WORDS)


def token(payload: bytes) -> str:
    """Return any bytes as if they were a token."""
    return "1" + to_base41(payload)


def rebuilt(of: bytes = SPARSE, tail: bytes = b"", apart: bytes = varint(0), **parts: Any) -> str:
    """Return a token with other parts in its head, and the check number that fits."""
    head = head_of(of)
    assert head is not None
    head = replace(head, **parts)
    return token(with_crc(_unsealed(head, apart) + tail))


def _unsealed(head: Head, apart: bytes, rev: bytes | None = None) -> bytes:
    return (
        b"\x01"
        + bytes.fromhex(head.hash + head.id + head.crc32)
        + (rev or varint(head.rev))
        + four(1_795_858_200)
        + apart
        + block(head.aid.encode("utf-8", "surrogatepass"))
        + block(head.version.encode("utf-8", "surrogatepass"))
        + block(head.answers)
        + block(head.own)
    )


def pressed(data: bytes) -> bytes:
    """Return bytes as own words that are pressed."""
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"\x01" + made.compress(data) + made.flush()


def sound() -> Iterator[Case]:
    """Yield the five as they are, and not pressed."""
    for name in FIVE:
        payload = payload_of(record_of(name), WORDS)
        yield f"the {name} record", token(payload), name
        head = head_of(payload)
        assert head is not None
        if head.own[0] == 1:
            plain = b"\x00" + zlib.decompress(head.own[1:], -15)
            apart = varint(2 * 672)
            yield f"the {name} record, not pressed", rebuilt(payload, apart=apart, own=plain), name


def shaped() -> Iterator[Case]:
    """Yield texts that are no tokens."""
    whole = token(SPARSE)
    for says, text in {
        "nothing": "",
        "a space": " ",
        "small letters": whole.lower(),
        "a space within": whole[:40] + " " + whole[40:],
        "a line end behind": whole + "\n",
        "a space before": " " + whole,
        "letters of another script": whole[:20] + "А" + whole[21:],
        "wide letters": "１" + whole[1:],
        "half a pair": "1\ud83d",
        "an address": f"HTTPS://EXAMPLE.ORG/#{whole}",
        "JSON": '{"format":"decisionaid.record/1"}',
        "HTML": "<img src=x onerror=alert(1)>",
        "a name of all objects": "__proto__",
        "letters that begin as none": "A" + whole[1:],
        "a nought": "0" + whole[1:],
        "a stop": ".",
        "a null": "1\x00",
        "marks that turn the direction": "1\u202e" + whole[1:],
        "far characters": "1" + "😀" * 3000,
    }.items():
        yield says, text, "not_ours"
    for sign in "3456789":
        yield f"a token that begins with {sign}", sign + whole[1:], "newer"
    yield "a locked token", "2" + whole[1:], "locked"
    yield "the sign of a locked token alone", "2", "locked"
    for says, text in {
        "more than any token has": "1" + "0" * 6144,
        "far more than any token has": "1" * 100_000,
        "more letters, of which none is ours": "<" * 6145,
        "far characters, two letters each": "1" + "😀" * 3072,
    }.items():
        yield says, text, "too_large"
    for says, text in {
        "one sign alone": "1",
        "a sign too many": whole + "0",
        "two signs too many": whole + "00",
        "three signs that are no two bytes": "1" + "///" + whole[4:],
        "two signs that are no byte": "1//",
    }.items():
        yield says, text, "damaged"
    yield "as many signs as may be", "1" + "0" * 6143, "newer"
    yield "layout 2", token(with_crc(b"\x02" + SPARSE[1:-4])), "damaged"
    for version in (0, 3, 65, 255):
        yield f"layout {version}", token(with_crc(bytes([version]) + SPARSE[1:-4])), "newer"


def cut() -> Iterator[Case]:
    """Yield tokens that were cut, doubled or mixed up on their way."""
    whole = token(CONTRADICTING)
    for end in range(4, len(whole), 4):
        yield f"the first {end} signs", whole[:end], "damaged"
    for start in range(5, len(whole), 17):
        yield f"without the {start - 1} behind the first", "1" + whole[start:], ""
    for at in range(1, len(whole) - 1, 13):
        swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
        if swapped != whole:
            yield f"two signs swapped at {at}", swapped, ""
        yield f"a sign left out at {at}", whole[:at] + whole[at + 1 :] if at else whole[1:], ""
        yield f"a sign twice at {at}", whole[:at] + whole[at] + whole[at:], ""
    yield "twice", whole + whole, "damaged"
    yield "backwards", "1" + whole[:0:-1], ""
    yield "two mixed", whole[:60] + token(SPARSE)[60:], "damaged"


def wrong_heads() -> Iterator[Case]:
    """Yield heads that are not as we write them, under a check number that fits."""
    head = head_of(SPARSE)
    assert head is not None
    for says, aid in {
        "no aid": "",
        "a way out": "../../etc",
        "another site": "//example.org/a",
        "capitals": "Knee",
        "a name of all objects": "__proto__",
        "a slash": "knee/osteoarthritis",
        "a line end": "knee-osteoarthritis\n",
        "an id that is too long": "a" * 65,
        "two hyphens": "knee--osteoarthritis",
        "a script": "<script>alert(1)</script>",
        "the digits of another script": "knee-२",
        "a null": "knee\x00",
    }.items():
        yield f"{says} for an aid", rebuilt(aid=aid), "damaged"
    for says, version in {
        "too long": "1" * 41,
        "on two lines": "1\n0",
        "turned around": "1\u202e0",
        "spaces": " 1.0.0",
        "half a pair": "\ud83d",
    }.items():
        yield f"a version: {says}", rebuilt(version=version), "damaged"
    yield "another version of the same text", rebuilt(version="2.0.0"), "damaged"
    yield "another version: HTML", rebuilt(version="<b>1</b>"), "damaged"
    yield "another aid", rebuilt(aid="carpal-tunnel"), "no_words"
    yield "an aid that is nowhere", rebuilt(aid="constructor"), "no_words"
    yield "another text of the aid", rebuilt(hash="0" * 16), "no_words"
    for bit in range(0, 64, 5):
        name = f"{int(head.hash, 16) ^ (1 << bit):016x}"
        yield f"bit {bit} of the hash", rebuilt(hash=name), "no_words"
    yield "another record's id", rebuilt(id="f" * 32), "damaged"
    yield "another check number", rebuilt(crc32="00000000"), "damaged"
    yield "no saves", rebuilt(rev=0), "damaged"
    yield "a million saves and one", rebuilt(rev=1_000_001), "damaged"
    yield "saved beyond all time", rebuilt(apart=varint(2**41)), "damaged"
    yield "saved before all time", rebuilt(apart=varint(2**35 + 1)), "damaged"
    yield "bytes behind the end", rebuilt(tail=b"\x00"), "damaged"
    yield "a second record behind the end", rebuilt(tail=SPARSE), "damaged"
    for says, number in {
        "a number without an end": b"\xff" * 6,
        "a number of many bytes": b"\x80" * 200 + b"\x01",
        "a number with noughts behind it": b"\x82\x80\x00",
        "the largest number": b"\xff" * 5 + b"\x7f",
        "a number written twice as long": b"\x82\x00",
    }.items():
        made = with_crc(_unsealed(head, varint(0), number))
        yield f"saves: {says}", token(made), "damaged"
    for length in (127, 128, 4095, 1 << 20, 1 << 31, 1 << 34, (1 << 42) - 1):
        start = _unsealed(head, varint(0))[: 1 + 8 + 16 + 4 + 1 + 4 + 1]
        yield f"an aid of {length} bytes", token(with_crc(start + varint(length) + b"a")), "damaged"


def wrong_words() -> Iterator[Case]:
    """Yield own words that are none, and bombs."""
    for size in (16_385, 20_000, 100_000, 1_000_000):
        yield f"{size} letters, pressed", rebuilt(own=pressed(b"a" * size)), "too_large"
        yield f"{size} noughts, pressed", rebuilt(own=pressed(bytes(size))), "too_large"
    yield "as many letters as may be, pressed", rebuilt(own=pressed(b"a" * 16_384)), "damaged"
    stored = b"\x00\xff\xff\x00\x00" + b"a" * 3000
    yield "a block that says it is longer than it is", rebuilt(own=b"\x01" + stored), "damaged"
    good = pressed(b"I want to sleep, and sleep, and sleep.")
    for end in range(1, len(good)):
        yield f"pressed words cut at {end}", rebuilt(own=good[:end]), "damaged"
    for bit in range(8, 8 * len(good), 3):
        data = bytearray(good)
        data[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit} of pressed words", rebuilt(own=bytes(data)), "damaged"
    for says, own in {
        "no kind": b"",
        "another kind": b"\x02abc",
        "bytes behind pressed words": good + b"\x00",
        "the reserved kind of block": b"\x01\x07",
        "blocks without an end": b"\x01" + b"\x00\x00\x00\xff\xff" * 500,
        "a distance before the beginning": b"\x01\x03\x02\x00",
        "codes that say nothing": b"\x01\x05" + b"\x00" * 30,
        "codes that say too much": b"\x01" + b"\xfd" * 40,
        "no text": b"\x00\xff\xfe",
        "half a pair": b"\x00\xed\xa0\xbd",
        "more parts than there are": b"\x00a\x1eb\x1ec",
        "a text too many": b"\x00a\x1fb\x1fc\x1fd\x1fe",
        "a sentence that nobody announced": b"\x00\x1ea",
        "texts without an end": b"\x00" + b"\x1f" * 3000,
        "letters that nobody sees": "\x00\u202eab\u0007".encode(),
        "a phrase in the person's own words": b"\x00\x01\x20",
        "HTML": b"\x00<img src=x onerror=alert(1)>",
    }.items():
        yield f"own words: {says}", rebuilt(own=own), "damaged"
    for says, text in {
        "no such phrase": b"\x06\x7e",
        "half a phrase": b"\x01",
        "a phrase for a letter": b"\x01\x1f\x01",
        "phrases over and over": b"\x01\x24" * 1500,
    }.items():
        own = b"\x00\x1f\x1fNever\x1fMy dancing\x1e" + text + b"\x1fb"
        yield f"a sentence: {says}", rebuilt(CONTRADICTING, own=own), "damaged"
    own = pressed(b"\x1e" + b"\x01\x24" * 8000)
    yield "phrases that come to half a million letters", rebuilt(CONTRADICTING, own=own), "damaged"


def wrong_answers() -> Iterator[Case]:
    """Yield answers that are none."""
    head = head_of(CONTRADICTING)
    assert head is not None
    for says, answers in {
        "none": b"",
        "a byte too many": head.answers + b"\x00",
        "a byte too few": head.answers[:-1],
        "noughts": bytes(len(head.answers)),
        "ones": b"\xff" * len(head.answers),
        "thousands of noughts": bytes(3000),
        "thousands of ones": b"\xff" * 3000,
        "a last bit that says nothing": head.answers[:-1] + bytes([head.answers[-1] ^ 1]),
    }.items():
        yield f"answers: {says}", rebuilt(CONTRADICTING, answers=answers), "damaged"
    for bit in range(8 * len(head.answers)):
        data = bytearray(head.answers)
        data[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit} of the answers", rebuilt(CONTRADICTING, answers=bytes(data)), "damaged"


def at_random() -> Iterator[Case]:
    """Yield payloads with a few bytes changed, under a check number that fits."""
    chance = random.Random(41)  # noqa: S311 - the same each time
    for count in range(120):
        data = bytearray(chance.choice((SPARSE, CONTRADICTING))[:-CRC_BYTES])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(29, len(data))] = chance.randrange(256)
        yield f"bytes changed at random, {count}", token(with_crc(bytes(data))), ""
    for count in range(30):
        signs = "".join(chance.choice(ALPHABET) for _ in range(chance.randint(60, 400)))
        yield f"signs at random, {count}", f"1{signs}", ""


def cases() -> list[Case]:
    """Return all of them; a verdict that is empty is any fault."""
    kinds = (sound, shaped, cut, wrong_heads, wrong_words, wrong_answers, at_random)
    return [case for kind in kinds for case in kind()]


def main() -> None:
    """Write them, each with the verdict that Python comes to; it must be the one beside the case."""
    from tests.record.test_tokens import verdict_on  # noqa: PLC0415

    rows = []
    for says, text, expected in cases():
        found = verdict_on(text)
        if expected and found != expected:
            sys.stderr.write(f"{says}: {found}, not {expected}\n")
        if not expected and found in FIVE:
            sys.stderr.write(f"{says}: reads as {found}\n")
        rows.append({"says": says, "text": text, "verdict": found})
    PATH.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    sys.stdout.write(f"{len(rows)} tokens in {PATH}\n")


if __name__ == "__main__":
    main()
