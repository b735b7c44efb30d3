"""Feeds that no register would hand out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

SCRIPT = "<script>alert(1)</script>&lt;script&gt;alert(2)&lt;/script&gt;\u202e\0"

GOOD: dict[str, Any] = {
    "id": "s-1",
    "name": "Example club",
    "status": "active",
    "description": "<p>Tea &amp; talk.</p>",
    "url": "https://club.example/",
    "assured_date": "2026-05-01",
    "minimum_age": 50,
    "organization": {"id": "o", "name": "Example Club CIC"},
    "cost_options": [{"option": "per visit", "amount": 3.5, "currency": "GBP"}],
    "schedules": [{"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "11:30"}],
    "phones": [{"number": "01632 960 031"}],
    "languages": [{"name": "English"}],
    "service_at_locations": [
        {
            "location": {
                "name": "Hall",
                "addresses": [{"address_1": "1 Example Street", "postal_code": "EX1 1EX"}],
                "accessibility": [{"description": "Ramp"}],
            }
        }
    ],
}
WRONG: dict[str, Any] = {
    "nothing": None,
    "a number": 1e308,
    "a list": [[[]]],
    "a group": {"a": {"b": "c"}},
    "a script": SCRIPT,
    "a long text": "x" * 50_000,
}


def hostile_feeds() -> Iterator[tuple[str, bytes]]:
    """Yield what each is, and its bytes."""
    sound = json.dumps({"contents": [GOOD, GOOD | {"id": "s-2"}]})
    for key in GOOD:
        for name, wrong in WRONG.items():
            yield f"{name} for {key}", json.dumps([GOOD | {key: wrong}]).encode()
    for at in range(11, len(sound), 97):
        yield f"cut at {at}", sound[:at].encode()
    yield "nothing", b""
    yield "spaces", b" " * 100_000
    yield "a word", b"feed"
    yield "a number", b"1"
    yield "an object without a list", b'{"a": 1, "b": {"contents": []}}'
    yield "an object that is not one", b"{contents: []}"
    yield "a list of numbers", b"[1, 2, 3]"
    yield "commas", b"[,,,]"
    yield "no commas", b"[{} {} {}]"
    yield "deep lists", b"[" * 200_000
    yield "a deep entry", b"[" + b"[" * 100_000 + b"]" * 100_000 + b"]"
    yield "deep groups", b'{"contents": [' + b'{"a":' * 60_000
    yield "a huge entry", json.dumps([GOOD | {"description": "y" * 400_000}, GOOD]).encode()
    yield "a text that never ends", b'[{"name": "' + b"z" * 2_000_000
    yield "a text of strokes", b'[{"name": "' + b"\\" * 1_000_001
    yield "a huge number", b'[{"id": ' + b"9" * 300_000 + b"}]"
    yield "not a number", b'[{"id": NaN, "name": Infinity, "status": "active"}]'
    yield "a name twice", b'[{"id": "a", "id": "b", "name": "x", "name": "y", "status": "active"}]'
    yield "half a pair", b'[{"id": "a", "name": "\\ud800 x", "status": "active"}]'
    yield "UTF-16", sound.encode("utf-16")
    yield "Latin-1", sound.replace("Tea", "T\u00e9a").encode("latin-1") + b"\xe9"
    yield "a mark before it", b"\xef\xbb\xbf" + sound.encode()
    yield "words behind it", sound.encode() + b" and more"
    yield "many of one id", json.dumps([GOOD] * 3000).encode()
    yield "a name of marks", json.dumps([GOOD | {"name": "TO CHOOSE"}]).encode()
    yield (
        "a name of YAML",
        json.dumps([GOOD | {"name": "*a", "description": "&b !!python {x: ["}]).encode(),
    )
    yield "quotes", json.dumps([GOOD | {"name": "\"'\\ : # \n- x", "id": '"}\n'}]).encode()
    yield (
        "a price of fractions",
        json.dumps([GOOD | {"cost_options": [{"amount": 1.005}]}]).encode(),
    )
    yield "a price of words", json.dumps([GOOD | {"cost_options": [{"amount": "ten"}]}]).encode()
    yield (
        "a price of another land",
        json.dumps([GOOD | {"cost_options": [{"amount": 3, "currency": "EUR"}]}]).encode(),
    )
