"""Codes of plans that no page has made: what they are, and what becomes of each.

Run by hand: ``python -m tests.plan.hostile_codes`` writes them anew into ``tests/golden/plans/codes.json``, which
both languages read. The tests never make them anew: other versions of deflate press otherwise, and what stands on
somebody's paper must be readable for ever.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

from decisionaid.model.plan.plan import Plan
from decisionaid.outside.base41 import ALPHABET, to_base41
from decisionaid.outside.bytes import CRC_BYTES, block, varint, with_crc
from decisionaid.outside.pressed import pressed
from decisionaid.plan.code import (
    PLAIN,
    PRESSED,
    CodeRefused,
    Kind,
    bytes_of,
    packed,
    preparation_code,
    read_plan_code,
    short_bytes,
    short_code,
    signed,
    unnamed,
)
from decisionaid.plan.short import Left, short_data
from decisionaid.plan.written import plan_data
from tests.plans import PLANS, SOUND, plan_named, plan_of
from tests.plans import plan_data as given
from tests.record.hostile_tokens import SPARSE
from tests.record.hostile_tokens import token as record_token

PATH: Final = PLANS / "codes.json"
KNEE: Final = plan_named("knee-agreed")
PREPARED: Final = plan_named("knee-prepared")
SHORT: Final = short_bytes(short_data(KNEE, Left()), Left())

Case = tuple[str, str]
"""What it is, and the code."""


def verdict_on(code: str) -> dict[str, Any]:
    """Return what becomes of a code, as data."""
    read = read_plan_code(code)
    if isinstance(read, CodeRefused):
        return {"fault": read.fault}
    if isinstance(read, Plan):
        return {"preparation": read.crc32}
    left = read.left
    return {"short": read.on_paper.crc32, "left": [left.goals, left.actions, left.reviews]}


def sound() -> Iterator[Case]:
    """Yield codes as they are made."""
    for name in SOUND:
        yield f"the short form of {name}", short_code(plan_named(name)).code
    yield "a preparation", str(preparation_code(PREPARED))
    bits, texts = packed("prepared", {"plan": small()})
    yield (
        "a preparation, not pressed",
        signed(bytes_of("prepared", PREPARED.id, bits, PLAIN + texts)),
    )
    yield "a long plan", short_code(long()).code


def small() -> dict[str, Any]:
    """Return a preparation of few words."""
    data = unnamed(plan_data(PREPARED))
    del data["decisions"], data["going_well"]
    for goal in data["goals"]:
        goal.pop("decision", None)
    return data


def long() -> Plan:
    """Return a plan whose short form has more than a code holds."""
    data = given("knee-agreed")
    words = {"words": "Words that somebody said, and they are long. " * 4 + "So."}
    more = data["actions"][0]
    data["actions"] += [more | {"id": f"more-{n}", "said": more["said"] | words} for n in range(20)]
    return plan_of(data)


def shaped() -> Iterator[Case]:
    """Yield texts that are no codes, and codes of others."""
    whole = signed(SHORT)
    yield "nothing", ""
    yield "a word", "PLAN"
    yield "a letter that is no sign", whole[:50] + "+" + whole[51:]
    yield "small letters", whole.lower()
    yield "the code of a record", record_token(SPARSE)
    yield "the code of a record, locked", "2" + whole[2:]
    yield "the code of a record of tomorrow", "7" + whole[2:]
    yield "the code of a record, longer than a plan's", "1" + "0" * 6143
    yield "longer than any code of a record", "1" + "0" * 6144
    yield "another first sign", "Q" + whole[1:]
    yield "a format of tomorrow", "P2" + whole[2:]
    yield "a format of tomorrow, of other signs", "P9" + "ABC"
    yield "a format that begins with nought", "P0" + whole[2:]
    yield "a kind of tomorrow", signed(with_crc(b"\x03" + SHORT[1:-CRC_BYTES]))
    yield "a kind of tomorrow, damaged", signed(b"\x03" + SHORT[1:])
    yield "too long", "P1" + "0" * 1133
    yield "as long as may be", "P1" + "0" * 1131
    yield "its head alone", signed(with_crc(SHORT[:17]))
    yield "its kind alone", signed(with_crc(SHORT[:1]))
    for signs in (1, 2, 3, 40):
        yield f"cut by {signs}", whole[:-signs]
    yield "a sign more", whole + "0"
    yield "three signs more", whole + "000"


def rebuilt() -> Iterator[Case]:
    """Yield codes whose check number fits, and that no page writes."""
    data = short_data(KNEE, Left())
    bits, texts = packed(
        "short", {"goals_left": 0, "actions_left": 0, "reviews_left": 0, "plan": data}
    )

    def short(body: bytes = PLAIN + texts, of: bytes = bits, kind: Kind = "short") -> str:
        return signed(bytes_of(kind, KNEE.id, of, body))

    yield "a short form that is pressed", short(PRESSED + pressed(texts))
    yield "texts of a third kind", short(b"\x02" + texts)
    yield "a text more", short(PLAIN + texts + block(b"more"))
    yield "a text less", short(PLAIN + block(b"en"))
    yield "no texts", short(PLAIN)
    yield "a byte of bits more", short(of=bits + b"\x00")
    yield "bits that fill the last byte", short(of=bits[:-1] + bytes([bits[-1] | 1]))
    yield "no bits", short(of=b"")
    yield "only ones", short(of=b"\xff" * len(bits))
    yield "a short form called a preparation", short(kind="prepared")
    yield "a text that is no text", short(PLAIN + texts.replace(b"school", b"sch\xff\xfel"))
    yield "a text with unseen signs", short(PLAIN + texts.replace(b"school", b"s\xe2\x80\xaeol"))
    yield "a text with spaces around it", short(PLAIN + texts.replace(b"Walk m", b" alk m"))
    yield "a name that is no id", short(PLAIN + texts.replace(b"school", b"SCHOOL"))
    yield "two of one name", short(PLAIN + texts.replace(b"\x04show", b"\x04days"))
    yield "the length of a text in two ways", short(PLAIN + b"\x85\x00" + texts[1:])
    whole = unnamed(plan_data(PREPARED))
    made, said = packed("prepared", {"plan": whole})
    yield "a bomb", signed(bytes_of("prepared", KNEE.id, made, PRESSED + pressed(bytes(500_000))))
    yield (
        "pressed bytes and more",
        signed(bytes_of("prepared", KNEE.id, made, PRESSED + pressed(said) + b"\x00")),
    )
    yield (
        "a plan that was agreed, called a preparation",
        signed(bytes_of("prepared", KNEE.id, *_whole_of(plan_data(KNEE)))),
    )
    agreed = small()
    agreed["agreed"] = [{"visit": agreed["visits"][0]["id"], "by": "me", "answer": "yes"}]
    agreed["visits"][0]["there"] = []
    yield (
        "agreement by somebody absent",
        signed(bytes_of("prepared", KNEE.id, *_whole_of(agreed, pressing=False))),
    )
    closed = short_data(KNEE, Left())
    closed["goals"][0]["looked"][0]["status"] = "met"
    yield "a short form with a goal that was met", signed(short_bytes(closed, Left()))
    asked = short_data(KNEE, Left())
    asked["actions"][0]["mine"] = "not_asked"
    yield "a short form with what nobody was asked", signed(short_bytes(asked, Left()))
    more = short_data(KNEE, Left())
    more["about_me"] = plan_data(KNEE)["about_me"]
    yield "a short form with more than it has", signed(short_bytes(more, Left()))
    day = bytes_of("short", KNEE.id, *_days())
    yield "a day after the last", signed(day)


def _whole_of(data: dict[str, Any], *, pressing: bool = True) -> tuple[bytes, bytes]:
    bits, texts = packed("prepared", {"plan": data})
    return bits, PRESSED + pressed(texts) if pressing else PLAIN + texts


def _days() -> tuple[bytes, bytes]:
    bits, texts = packed(
        "short",
        {"goals_left": 0, "actions_left": 0, "reviews_left": 0, "plan": short_data(KNEE, Left())},
    )
    # The names of all lists have 4, 6, 4, 5, 4, 4, 5 bits, what is left 4, 5 and 1, and the save 1 and 20.
    at = 4 + 6 + 4 + 5 + 4 + 4 + 5 + 4 + 5 + 1 + 1 + 20
    signs = "".join(f"{byte:08b}" for byte in bits)
    signs = signs[:at] + "1" * 22 + signs[at + 22 :]
    return bytes(int(signs[n : n + 8], 2) for n in range(0, len(signs), 8)), PLAIN + texts


def flipped() -> Iterator[Case]:
    """Yield a code with one bit turned, and with a sign exchanged; then with check numbers that fit."""
    for bit in range(0, 8 * len(SHORT), 13):
        turned = bytearray(SHORT)
        turned[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit}", signed(bytes(turned))
    rng = Random(15)  # noqa: S311
    whole = signed(SHORT)
    for at in range(2, len(whole), 31):
        other = rng.choice(ALPHABET.replace(whole[at], ""))
        yield f"sign {at}", whole[:at] + other + whole[at + 1 :]
    for number in range(150):
        turned = bytearray(SHORT[:-CRC_BYTES])
        for _ in range(rng.randint(1, 3)):
            turned[rng.randrange(1, len(turned))] ^= 1 << rng.randrange(8)
        yield f"bits with a check number that fits, {number}", signed(with_crc(bytes(turned)))
    for number in range(60):
        noise = rng.randbytes(rng.randint(0, 60))
        body = bytes([rng.choice((1, 2))]) + rng.randbytes(16) + varint(len(noise)) + noise
        yield f"noise {number}", f"P1{to_base41(with_crc(body + PLAIN))}"


def cases() -> list[dict[str, Any]]:
    """Return all of them with their verdicts."""
    all_of = (*sound(), *shaped(), *rebuilt(), *flipped())
    return [{"says": says, "text": text, "verdict": verdict_on(text)} for says, text in all_of]


if __name__ == "__main__":
    Path(PATH).write_text(
        json.dumps(cases(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
