"""Records made of the words of real aids: any number of random ones.

Both languages are given the same records, so that what each makes of them can be compared.
"""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any, Final, get_args

from decisionaid.model.canonical import record_checksum
from decisionaid.model.record import Communication, PartName, Record
from decisionaid.model.words import AidWords, QuestionWords, reference_to
from decisionaid.record.said import unclear_places
from decisionaid.render import aid_words
from decisionaid.values.picks import blocks_of_picks
from tests.our_aids import SLUGS, aid_of
from tests.record.odd_aid import ODD

HASH: Final = "0123456789abcdef"
OWN: Final = (
    "",
    "I look after my grandson two days a week and want to keep doing it. The nights are the worst.",
    "Keep minding “Ana” – 2½ hours, 37 °C, £20, naïve café…",
    'He said "never". Nothing agreed.\nDecision: ____',
    "ключ и 鍵 שלום мир 12 раз",
    "👩‍👧 and 🙂🙂, x² ≤ 10⁻³ ± µ",
    "\u2028\u2029\u0085\ufeff\u200b\x7f é e\u0301 İ ß 𝔸 ﬁne ＡＢＣ ﬆ Ǆ Ω K",
    "</script><b>&\\ \"' {items} {n} %s",
    "word " * 80,
    "xyz" * 90,
    "—" * 120,
    "ä" * 290,
    "мир " * 70,
)
LONG: Final = (*OWN, "sentence after sentence. " * 55, "鍵" * 700, "z" * 1490)
PARTS: Final = get_args(PartName)
STATES: Final = ("unsure", "not_applicable", "prefer_not_to_say", "unanswered")
LIKES: Final = get_args(Communication)
STAGES: Final = (
    "unanswered", "decided_for_now", "leaning", "need_time", "want_advice", "want_other_help",
    "rather_not_decide",
)  # fmt: skip
DECIDERS: Final = ("unanswered", "myself", "together", "clinician", "someone_else", "unsure")
UNCLEAR: Final = ("unreadable", "crossed_out")
TYPED_BY: Final = (
    "receptionist", "nurse", "doctor", "other_staff", "someone_else", "unanswered",
)  # fmt: skip
PART_OF: Final = {name: name for name in PARTS} | {
    "own_questions": "questions",
    "own_ideas": "ideas",
}
NOTED: Final = ("alike", "apart", "order", "circle", "highest", "toward")
READY: Final = ("sure", "informed", "clear", "supported")


@cache
def words_of(slug: str) -> AidWords:
    """Return the published words of a real aid, or of one with every kind of question."""
    return ODD if slug == ODD.id else aid_words(aid_of(slug), HASH)


def sealed(data: dict[str, Any]) -> Record:
    """Return a record with the check number that fits it."""
    record = Record.model_validate_json(json.dumps({**data, "crc32": "0" * 8}))
    checksum = record_checksum(record.model_dump(mode="json"))
    return record.model_copy(update={"crc32": checksum})


def begun(words: AidWords, given: random.Random) -> dict[str, Any]:
    """Return what every record of an aid has."""
    day = f"2026-{given.randint(1, 12):02}-{given.randint(1, 28):02}"
    return {
        "format": "decisionaid.record/1",
        "id": f"{given.getrandbits(128):032x}",
        "rev": given.choice((1, 2, 30)),
        "created": "2026-11-20T08:00:00Z",
        "updated": f"{day}T09:30:05Z",
        "day": given.choice((day, "")),
        "aid": reference_to(words).model_dump(mode="json")
        | {"clock": given.choice((None, "current", "overdue", "expired"))},
    }


def random_record(words: AidWords, seed: int) -> Record:
    """Return a record in which anything may be said, left open, left out or kept back."""
    given = random.Random(seed)  # noqa: S311 - the same each time
    data = begun(words, given)
    data |= {
        "filled_in_by": _who(given),
        "stratum": _one(given, "stratum", [each.id for each in words.strata]),
        "communication": given.sample(LIKES, given.choice((0, 0, 1, 6))),
        "red_flags": _some(given, [each.id for each in words.red_flags]),
        "values": [_answer(given, question) for question in words.questions],
        "what_matters": given.choice(LONG).strip(),
        "own_concerns": [_concern(given) for _ in range(given.choice((0, 0, 1, 5)))],
        "knowledge": [
            {"id": check.id, "wording": check.wording}
            | _one(given, "answer", [each.id for each in check.answers])
            for check in words.checks
        ],
        "questions": _questions(given, words),
        "leaning": _one(given, "option", [each.id for each in words.options])
        | {"stage": given.choice(STAGES), "role": given.choice(DECIDERS)},
        "readiness": [{"id": name} | _ready(given) for name in READY],
        "ideas": _ideas(given, words),
        "noted": [
            {"kind": given.choice(NOTED), "text": given.choice(LONG).strip()}
            for _ in range(given.choice((0, 0, 1, 3)))
        ],
    }
    data["words"] = {} if given.random() < 0.1 else labels_of(data, words)
    data = _kept_back(given, data)
    if seed % 7 == 3:
        put_on_paper(given, data, words)
    if seed % 11 == 5:
        data["filled_in_by"] = {"role": "helper", "helper": given.choice(OWN)[:290].strip()}
        data["kept_back"] = [name for name in data.get("kept_back", []) if name != "filled_in_by"]
    return sealed(data)


def put_on_paper(given: random.Random, data: dict[str, Any], words: AidWords) -> None:
    """Make it a record that was typed in from paper, with what nobody could read."""
    lists = ("values", "own_concerns", "knowledge", "readiness")
    blocks = [each for answer in data.get("values", ()) for each in answer.get("blocks", ())]
    # A part that is kept back is on no paper that anybody sees.
    kept = data.get("kept_back", ())
    stated = [
        *(data[name] for name in ("stratum", "leaning") if name in data and name not in kept),
        *(each for name in lists for each in data.get(name, ())),
        *(block[end] for block in blocks for end in ("most", "least")),
    ]
    for each in stated:
        if given.random() < 0.4 and each["state"] != "answered":
            each["state"] = given.choice(UNCLEAR)
    places = [each for each in unclear_places(words) if PART_OF[each.split("/")[0]] not in kept]
    data["paper"] = {
        "typed_by": given.choice(TYPED_BY),
        "words": given.choice(OWN)[:290].strip(),
        "written": given.choice(("", "2026-11-02")),
        "unclear": [
            {"place": each, "state": given.choice(UNCLEAR)}
            for each in places
            if given.random() < 0.2
        ],
    }


def _kept_back(given: random.Random, data: dict[str, Any]) -> dict[str, Any]:
    kept = given.sample(PARTS, given.choice((0, 0, 0, 1, 3, 12)))
    data = {name: value for name, value in data.items() if name not in kept}
    if kept:
        labels = data["words"].items()
        words = {place: each for place, each in labels if place.split("/")[0] not in kept}
        data |= {"kept_back": kept, "noted": [], "words": words}
    return data


def _who(given: random.Random) -> dict[str, Any]:
    return {
        "role": given.choice(("patient", "patient_with_help", "carer", "unanswered")),
        "helper": given.choice(OWN)[:290].strip(),
        "view": given.choice(("", "", *LONG)).strip(),
    }


def _one(given: random.Random, name: str, ids: list[str]) -> dict[str, Any]:
    if not ids or given.random() < 0.4:
        return {"state": given.choice(STATES)}
    return {"state": "answered", name: given.choice(ids)}


def _some(given: random.Random, ids: list[str]) -> list[str]:
    return given.sample(ids, given.randint(0, len(ids))) if given.random() < 0.3 else []


def _answer(given: random.Random, asked: QuestionWords) -> dict[str, Any]:
    known = {"kind": asked.kind, "id": asked.id, "wording": asked.wording}
    if given.random() < 0.4:
        return known | {"state": given.choice(STATES)}
    ids = [item.id for item in asked.items]
    value: dict[str, Any]
    match asked.kind:
        case "importance":
            value = {"value": given.randint(0, 10)}
        case "balance":
            value = {"value": given.randint(-3, 3)}
        case "ranking":
            value = {"order": given.sample(ids, given.randint(1, len(ids)))}
        case "choice":
            value = {"chosen": given.choice(ids)}
        case "picks":
            blocks = blocks_of_picks(ids) or []
            value = {
                "blocks": [
                    {"items": b, "most": _pick(given, b), "least": _pick(given, b)} for b in blocks
                ]
            }
    return known | {"state": "answered"} | value


def _pick(given: random.Random, block: tuple[str, ...]) -> dict[str, Any]:
    if given.random() < 0.3:
        return {"state": given.choice(STATES), "item": None}
    return {"state": "answered", "item": given.choice(block)}


def _concern(given: random.Random) -> dict[str, Any]:
    text = given.choice(OWN)[:290].strip()
    if given.random() < 0.4:
        return {"text": text, "state": given.choice(STATES)}
    return {"text": text, "state": "answered", "value": given.randint(0, 10)}


def _questions(given: random.Random, words: AidWords) -> list[dict[str, Any]]:
    theirs = [{"id": each.id, "text": each.text} for each in words.to_ask if given.random() < 0.2]
    own = [
        {"id": None, "text": given.choice(OWN)[:290].strip()}
        for _ in range(given.choice((0, 1, 2, 5)))
    ]
    return [*theirs[:20], *own]


def _ready(given: random.Random) -> dict[str, Any]:
    if given.random() < 0.5:
        return {"state": given.choice(STATES)}
    return {"state": "answered", "yes": given.random() < 0.5}


def _ideas(given: random.Random, words: AidWords) -> list[dict[str, Any]]:
    theirs = [{"id": each.id, "text": each.text} for each in words.ideas if given.random() < 0.1]
    own = [{"id": None, "text": given.choice(OWN)[:290].strip()}] if given.random() < 0.2 else []
    return [*theirs[:20], *own]


def labels_of(data: dict[str, Any], words: AidWords) -> dict[str, str]:
    """Return labels of ids that the record uses, as a page writes them."""
    labels: dict[str, str] = {}
    for part, items, used in (
        ("leaning", words.options, [data["leaning"].get("option")]),
        ("stratum", words.strata, [data["stratum"].get("stratum")]),
        ("red_flags", words.red_flags, data["red_flags"]),
    ):
        labels |= {f"{part}/{item.id}": item.text[:300] for item in items if item.id in used}
    labels |= {f"values/{question.id}": question.title[:300] for question in words.questions}
    labels |= {f"knowledge/{check.id}": check.statement[:300] for check in words.checks}
    return dict(list(labels.items())[:120])


def random_records(many: int) -> list[tuple[Record, AidWords | None]]:
    """Return records of all aids; some come without the words of their aid, or with those of another text."""
    aids = (*SLUGS, ODD.id)
    made: list[tuple[Record, AidWords | None]] = []
    for seed in range(many):
        words = words_of(aids[seed % len(aids)])
        record = random_record(words, seed)
        known = words if seed % 5 else None
        if seed % 17 == 0:
            known = words.model_copy(update={"source_sha256": "f" * 16})
        made.append((record, known))
    return made
