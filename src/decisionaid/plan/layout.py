"""A walk through the data of a plan, in the order of ``theme/schema/plan-code.json``: to write it, and to read it.

Layer 2. The same as ``plan/layout.ts``. One walk does both: in writing it looks at what is there, in reading it
gives what was written. What is small goes into bits, every text stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from decisionaid.outside.bytes import Coder, DamagedError
from decisionaid.outside.clean import sentences
from decisionaid.outside.tables import table

_DAYS: Final = date.max.toordinal()
_SECONDS: Final = 86_400
_LONGEST: Final = 10**9
_HEX: Final = "0123456789abcdef"
_EXAMPLE: Final = re.compile("[:/]")
_INSTANT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)

Spec = Sequence[Any]


def walked(coder: Coder, kind: str, data: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what was written or read; ``data`` is what is to be written, None in reading.

    Raises:
        DamagedError: it is not as we write it, or holds what has no place in the layout.
    """
    return _Walk(coder).whole(kind, data)


class _Walk:
    def __init__(self, coder: Coder) -> None:
        self.coder = coder
        self.tables = table("plan-code")
        self.ids: dict[str, list[str]] = {}
        self.seen: list[str] = []
        self.kinds: Mapping[str, Callable[[Spec, Any], Any]] = {
            "text": self._text,
            "one": self._one,
            "number": self._number,
            "flag": self._flag,
            "hex": self._hex,
            "day": self._day,
            "instant": self._instant,
            "ref": self._ref,
            "example": self._example,
            "part": lambda spec, data: self._fields(spec[1], data),
            "many": self._many,
            "named": self._named,
        }

    def whole(self, kind: str, data: Mapping[str, Any] | None) -> dict[str, Any]:
        """Walk over the names of all that has one, and then over everything."""
        for name, most in self.tables["named"]:
            given = None if data is None else [each["id"] for each in data["plan"].get(name, [])]
            self.ids[name] = self._many(["many", most, ["text"]], given)
        return self._fields(kind, data)

    def _fields(self, part: str, data: Mapping[str, Any] | None) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for written, spec in self.tables["parts"][part]:
            name = written.removesuffix("?")
            if written != name and not self._flag(spec, None if data is None else name in data):
                continue
            made[name] = self.kinds[spec[0]](spec, None if data is None else data[name])
        return made

    def _named(self, spec: Spec, data: Sequence[Any] | None) -> list[Any]:
        ids = self.ids[spec[1]]
        entries = [None] * len(ids) if data is None else data
        return [
            {"id": id_} | self._fields(spec[2], each)
            for id_, each in zip(ids, entries, strict=True)
        ]

    def _many(self, spec: Spec, data: Sequence[Any] | None) -> list[Any]:
        _, most, each = spec
        count = self.coder.at(most + 1, 0 if data is None else len(data))
        entries = [None] * count if data is None else data
        return [self.kinds[each[0]](each, entry) for entry in entries]

    def _text(self, _spec: Spec, data: str | None) -> str:
        # As it comes out of a file: what is read is compared with it, letter by letter.
        return self.coder.own(sentences(data or "", _LONGEST))

    def _one(self, spec: Spec, data: str | None) -> str:
        return self._among(self.tables["lists"][spec[1]], data)

    def _ref(self, spec: Spec, data: str | None) -> str:
        return self._among(self.ids[spec[1]], data)

    def _among(self, known: Sequence[str], data: str | None) -> str:
        if data is not None and data not in known:
            raise DamagedError
        return known[self.coder.at(len(known), 0 if data is None else known.index(data))]

    def _number(self, spec: Spec, data: int | None) -> int:
        _, low, high = spec
        return int(low + self.coder.at(high - low + 1, 0 if data is None else data - low))

    def _flag(self, _spec: Spec, data: bool | None) -> bool:
        return self.coder.at(2, int(bool(data))) == 1

    def _hex(self, spec: Spec, data: str | None) -> str:
        signs = "0" * spec[1] if data is None else data
        return "".join(_HEX[self.coder.at(16, _HEX.index(sign))] for sign in signs)

    def _day(self, _spec: Spec, data: str | None) -> str:
        given = 0 if data is None else date.fromisoformat(data).toordinal() - 1
        return date.fromordinal(self.coder.at(_DAYS, given) + 1).isoformat()

    def _instant(self, _spec: Spec, data: str | None) -> str:
        found = _INSTANT.fullmatch(data or "0001-01-01T00:00:00Z")
        if found is None:
            raise DamagedError
        day, hours, minutes, seconds = found.groups()
        day = self._day(_spec, None if data is None else day)
        second = self.coder.at(_SECONDS, 3600 * int(hours) + 60 * int(minutes) + int(seconds))
        return f"{day}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"

    def _example(self, _spec: Spec, data: str | None) -> str:
        """``aid:plan/item``: examples of one aid have parts in common, and each is written once."""
        parts = [None] * 3 if data is None else _EXAMPLE.split(data)
        aid, plan, item = (self._once(part) for part in parts)
        return f"{aid}:{plan}/{item}"

    def _once(self, data: str | None) -> str:
        # One place more than there are: a text that is new.
        new = len(self.seen)
        place = self.coder.at(new + 1, self.seen.index(data) if data in self.seen else new)
        if place < new:
            return self.seen[place]
        self.seen.append(self.coder.own(data or ""))
        return self.seen[-1]
