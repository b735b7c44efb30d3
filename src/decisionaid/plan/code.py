"""A plan's short form, or a preparation, as one short text, ``P1...``: for the square code on paper.

Layer 2. The same as ``plan/code.ts`` and ``plan/code-read.ts``; ``site/developers/plan.md`` describes it byte by
byte. Its first sign is another than those of a record's token, so each page can say what the other's code is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.plan.plan import Plan
from decisionaid.outside.base41 import ALPHABET, from_base41, to_base41
from decisionaid.outside.bytes import (
    CRC_BYTES,
    DamagedError,
    Packing,
    Reader,
    Unpacking,
    block,
    fits_crc,
    text_in,
    with_crc,
)
from decisionaid.outside.code_in_text import CodeKind, code_in_text
from decisionaid.outside.pressed import TooLargeError, inflated, pressed
from decisionaid.outside.tables import filled, table
from decisionaid.plan.cutting import without
from decisionaid.plan.layout import walked
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.short import Left, PlanShort, short_data, ways_to_shorten
from decisionaid.plan.standing import stage_of
from decisionaid.plan.written import plan_data

_FORMAT: Final = "decisionaid.plan/1"
_VERSIONS: Final = tuple("123456789")
_MOST_OF_RECORD: Final = 6144
"""Signs of the longest token of a record."""
PLAIN, PRESSED = b"\x00", b"\x01"
"""Before the texts: whether they are pressed."""

Kind = Literal["short", "prepared"]


@dataclass(frozen=True, slots=True)
class ShortCode:
    """The code of a short form, and what had no room in it."""

    code: str
    left: Left


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """Why a text is no code of a plan that can be read.

    ``record``: it is the code of a record, for the clinician's page.
    """

    fault: Literal["not_ours", "record", "newer", "too_large", "damaged"]


def short_code(plan: Plan) -> ShortCode:
    """Return the code for the paper copy: with fewer of the later entries until it fits, and how many fewer."""
    made = None
    for left in ways_to_shorten(plan):
        made = ShortCode(signed(short_bytes(short_data(plan, left), left)), left)
        if len(made.code) <= _most():
            return made
    # With nothing of it but its head it fits.
    raise AssertionError(made)


def preparation_code(plan: Plan) -> str | None:
    """Return the code of a preparation, whole but for names and numbers of people.

    None: it is no preparation, or too long for a code; it goes by file or on paper.
    """
    data = unnamed(plan_data(plan))
    if stage_of(plan) != "prepared" or _has_no_place(data):
        return None
    bits, texts = packed("prepared", {"plan": data})
    short = pressed(texts)
    body = PRESSED + short if len(short) < len(texts) else PLAIN + texts
    code = signed(bytes_of("prepared", plan.id, bits, body))
    return code if len(code) <= _most() and len(texts) <= table("plan-code")["most_text"] else None


def _has_no_place(data: dict[str, Any]) -> bool:
    """Whether a plan holds what no sheet writes, and no code has a place for."""
    entries = [*data.get("goals", ()), *data.get("actions", ())]
    asked = [each["asked"] for each in entries if "asked" in each]
    return (
        bool(data.keys() & {"budgets", "doubtful", "part"})
        or any("answered" in each for each in (*entries, *asked))
        or any("nth" in each for each in data.get("agreed", ()))
        or any("after" in each for each in data.get("reviews", ()))
    )


def left_in_words(left: Left) -> str:
    """Return what has no room in a code, in words for people; nothing where all of it is there."""
    words = table("plan-text")["code"]
    counts = {"actions": left.actions, "goals": left.goals, "reviews": left.reviews}
    items = [filled(words["left"][name], n=count) for name, count in counts.items() if count]
    return filled(words["too_long"], items=", ".join(items)) if items else ""


def plan_code_in_text(text: str) -> str | None:
    """Return the code of a plan in a text; None where there is none. What it holds is still to be read."""
    tables = table("plan-code")
    now, *newer = (f"{tables['first']}{version}" for version in _VERSIONS)
    return code_in_text(text, CodeKind((now,), tuple(newer), tables["most"]))


def read_plan_code(text: str) -> PlanShort | Plan | CodeRefused:
    """Return what a code says, or why nothing: a short form, or the plan of a preparation.

    ``text`` is a code and nothing else: see ``plan_code_in_text`` for one in a link or a letter.
    """
    tables = table("plan-code")
    if text[:1] in _VERSIONS and len(text) <= _MOST_OF_RECORD and {*text} <= {*ALPHABET}:
        return CodeRefused("record")
    # Letters as browsers count them.
    if (
        len(text) > tables["most"]
        or len(text.encode("utf-16-le", "surrogatepass")) > 2 * tables["most"]
    ):
        return CodeRefused("too_large")
    if not text or any(sign not in ALPHABET for sign in text):
        return CodeRefused("not_ours")
    first, version = text[0], text[1:2]
    if first != tables["first"] or version not in _VERSIONS:
        return CodeRefused("not_ours")
    if version != tables["version"]:
        return CodeRefused("newer")
    data = from_base41(text[2:])
    if data is None or not fits_crc(data):
        return CodeRefused("damaged")
    kinds = {number: name for name, number in tables["kinds"].items()}
    if data[0] not in kinds:
        return CodeRefused("newer")
    try:
        return _read(kinds[data[0]], data[1:-CRC_BYTES])
    except TooLargeError:
        return CodeRefused("too_large")
    except (DamagedError, OverflowError):
        return CodeRefused("damaged")


def _read(kind: Kind, body: bytes) -> PlanShort | Plan:
    reader = Reader(body)
    id_, bits, how = reader.take(16).hex(), reader.block(), reader.take(1)
    texts = reader.take(reader.left)
    if how == PRESSED and kind == "prepared":
        texts = inflated(texts, table("plan-code")["most_text"])
    elif how != PLAIN:
        raise DamagedError
    coder = Unpacking(bits, _texts_in(texts), [])
    made = walked(coder, kind, None)
    coder.end()
    plan = _plan_of(id_, made["plan"])
    if kind == "prepared":
        whole: dict[str, Any] = {"plan": unnamed(plan_data(plan))}
        if stage_of(plan) != "prepared" or packed(kind, whole) != (bits, texts):
            raise DamagedError
        return plan
    left = Left(made["goals_left"], made["actions_left"], made["reviews_left"])
    # There is one way only to write what it says.
    again = short_data(plan, Left())
    if short_bytes(again, left) != bytes_of(kind, id_, bits, PLAIN + texts):
        raise DamagedError
    return PlanShort(plan, left)


def _plan_of(id_: str, data: dict[str, Any]) -> Plan:
    """Return the plan; nothing of it may have to be left out or made safe: no page has written such a code."""
    whole = {"format": _FORMAT, "id": id_} | data
    found = read_plan(canonical_json(whole | {"crc32": record_checksum(whole)}))
    if not isinstance(found, PlanRead) or found.left or found.is_altered:
        raise DamagedError
    if plan_data(found.plan) != whole | {"crc32": found.plan.crc32}:
        raise DamagedError
    return found.plan


def short_bytes(data: dict[str, Any], left: Left) -> bytes:
    """Return the bytes of a short form."""
    counts = {"goals_left": left.goals, "actions_left": left.actions, "reviews_left": left.reviews}
    bits, texts = packed("short", {**counts, "plan": data})
    return bytes_of("short", data["id"], bits, PLAIN + texts)


def packed(kind: Kind, data: dict[str, Any]) -> tuple[bytes, bytes]:
    """Return what is in bits, and the texts, each behind its length."""
    packing = Packing()
    walked(packing, kind, data)
    return packing.packed(), b"".join(block(text.encode("utf-8")) for text in packing.owns)


def bytes_of(kind: Kind, id_: str, bits: bytes, body: bytes) -> bytes:
    """Return the bytes of a code, with their check number."""
    number = table("plan-code")["kinds"][kind]
    return with_crc(bytes([number]) + bytes.fromhex(id_) + block(bits) + body)


def signed(data: bytes) -> str:
    """Return bytes as the signs of a code."""
    tables = table("plan-code")
    return f"{tables['first']}{tables['version']}{to_base41(data)}"


def _most() -> int:
    return int(table("plan-code")["most"])


def _texts_in(data: bytes) -> list[str]:
    reader = Reader(data)
    texts = []
    while reader.left:
        texts.append(text_in(reader.block()))
    return texts


def unnamed(data: dict[str, Any]) -> dict[str, Any]:
    """Return a plan without the names and numbers of people, which no code holds."""
    return without(data, "crc32") | {
        "people": [without(each, "name", "contact") for each in data["people"]]
    }
