"""Records of any aid, of five kinds and as full as a record can be, for what is made of records.

They are made from the words of an aid as its site publishes them, so that they fit each aid.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from decisionaid.model.canonical import record_checksum

KINDS: Final = ("sparse", "typical", "fullest", "all-not-sure", "contradicting")

OWN: Final = (
    "I look after my grandson two days a week and want to keep doing it. The nights are the worst."
)
SENTENCE: Final = "I have kept an allotment for thirty years, and this spring I could not dig it. "
LONG_OWN: Final = (SENTENCE * 20)[:1500].strip()
QUESTIONS: Final = (
    "Will exercise make it worse?",
    "Can I change my mind later, and what would I lose by waiting until the autumn?",
    "Who would look after my wife while I am away?",
)
CONCERNS: Final = (
    "Kneeling in the garden for half an hour without help",
    "Being there for my wife",
    "My stomach",
    "Not to be a burden to my children, who live far away and have work of their own",
    "Getting down the stairs to the bus",
)
VIEW: Final = (
    "He waits far too long before he asks anyone. I would like somebody to look at it soon. "
)

Words = Mapping[str, Any]
Json = dict[str, Any]
Given = Callable[[Words, int], object]
"""What is given for a question and its place; None: the state stands there."""


def record_of(kind: str, words: Words, **change: Any) -> Json:
    """Return a sealed record of a kind; ``change`` replaces parts of it."""
    record = {**_frame(words), **_KINDS[kind](words), **change}
    return {**record, "crc32": record_checksum(record)}


def _frame(words: Words) -> Json:
    return {
        "format": "decisionaid.record/1",
        "id": "1" * 32,
        "rev": 1,
        "created": "2026-11-28T08:00:00Z",
        "updated": "2026-11-28T09:00:00Z",
        "day": "2026-11-28",
        "stage": "prepared",
        "aid": {
            **{key: words[key] for key in ("id", "version", "source_sha256", "title", "language")},
            "evidence": words["evidence"],
            "status": words["status"],
            "computes": words["computes"],
            "clock": "current",
        },
        "kept_back": [],
        "filled_in_by": {"role": "patient", "helper": "", "view": ""},
        "stratum": {"state": "unanswered", "stratum": None},
        "communication": [],
        "red_flags": [],
        "values": _values(words, lambda _asked, _n: None),
        "what_matters": "",
        "own_concerns": [],
        "knowledge": _checks(words, "unanswered"),
        "questions": [],
        "leaning": {"state": "unanswered", "option": None, "stage": "unanswered", "role": "unanswered"},
        "readiness": _ready("unanswered"),
        "ideas": [],
        "noted": [],
        "words": {},
    }  # fmt: skip


def _values(words: Words, given: Given, state: str = "unanswered") -> list[Json]:
    """Return an answer to each question: what ``given`` returns, or the state in its place."""
    found = []
    for n, asked in enumerate(words["questions"]):
        value = given(asked, n)
        key = {"ranking": "order", "choice": "chosen", "picks": "blocks"}.get(
            asked["kind"], "value"
        )
        none: Any = [] if key in {"order", "blocks"} else None
        found.append(
            {
                "id": asked["id"],
                "kind": asked["kind"],
                "wording": asked["wording"],
                "state": state if value is None else "answered",
                key: none if value is None else value,
            }
        )
    return found


def _rated(numbers: Sequence[int]) -> Given:
    def give(asked: Words, n: int) -> object:
        items = asked.get("items", [])
        match asked["kind"]:
            case "importance":
                return numbers[n % len(numbers)]
            case "balance":
                return 2
            case "choice":
                return items[0]["id"]
            case "ranking":
                return [item["id"] for item in reversed(items)]
            case _:
                return None

    return give


def _checks(words: Words, state: str) -> list[Json]:
    return [
        {"id": each["id"], "wording": each["wording"], "state": state, "answer": None}
        for each in words["checks"]
    ]


def _wrong(words: Words, most: int) -> list[Json]:
    found = _checks(words, "unanswered")
    for n, (each, made) in enumerate(zip(words["checks"], found, strict=True)):
        if n < most:
            wrong = next(a["id"] for a in each["answers"] if a["id"] not in each["correct"])
            made.update(state="answered", answer=wrong)
    return found


def _ready(state: str, yes: bool | None = None) -> list[Json]:
    return [
        {"id": each, "state": state, "yes": yes}
        for each in ("sure", "informed", "clear", "supported")
    ]


def _own(texts: Sequence[str]) -> list[Json]:
    return [{"id": None, "text": each} for each in texts]


def _listed(words: Words, most: int) -> list[Json]:
    return [{"id": each["id"], "text": each["text"]} for each in words["to_ask"][:most]]


def _leaning(option: str | None, stage: str, role: str, state: str = "answered") -> Json:
    return {"state": state, "option": option, "stage": stage, "role": role}


def _sparse(words: Words) -> Json:
    return {
        "values": _values(words, lambda _asked, n: 8 if n == 0 else None),
        "leaning": _leaning(None, "need_time", "unanswered", "unsure"),
    }


def _typical(words: Words) -> Json:
    return {
        "what_matters": OWN,
        "values": _values(
            words, lambda asked, n: _rated((9, 8, 7, 7))(asked, n) if n < 5 else None
        ),
        "questions": [*_listed(words, 2), *_own(QUESTIONS[:2])],
        "knowledge": _wrong(words, 1),
        "communication": ["large_print"],
        "leaning": _leaning(words["options"][1]["id"], "leaning", "together"),
        "readiness": [
            {"id": "sure", "state": "answered", "yes": False},
            *_ready("answered", yes=True)[1:3],
            {"id": "supported", "state": "unanswered", "yes": None},
        ],
    }


def _fullest(words: Words) -> Json:
    states = ("answered", "answered", "unsure", "answered", "unanswered")
    values = (10, 9, None, 7, None)
    return {
        "what_matters": LONG_OWN,
        "red_flags": [each["id"] for each in words["red_flags"]],
        "filled_in_by": {"role": "patient_with_help", "helper": "my daughter Ana", "view": (VIEW * 20)[:1500].strip()},
        "stratum": _stratum(words),
        "communication": ["large_print", "easy_read", "audio", "language", "sign_language", "read_to_me"],
        "values": _values(words, _rated((10, 9, 8, 7))),
        "own_concerns": [
            {"text": text, "state": state, "value": value}
            for text, state, value in zip(CONCERNS, states, values, strict=True)
        ],
        "questions": [*_listed(words, 30), *_own(QUESTIONS)],
        "knowledge": _wrong(words, 99),
        "leaning": _leaning(words["options"][-1]["id"], "want_advice", "together"),
        "readiness": _ready("answered", yes=False),
        "ideas": [{"id": each["id"], "text": each["text"]} for each in words["ideas"][:30]],
        "noted": _noted(words, 12),
    }  # fmt: skip


def _stratum(words: Words) -> Json:
    if not words["strata"]:
        return {"state": "unanswered", "stratum": None}
    return {"state": "answered", "stratum": words["strata"][0]["id"]}


def _noted(words: Words, most: int) -> list[Json]:
    lean = f"You lean to: {words['options'][-1]['text']}."
    texts = [
        ("toward", f"{lean} On “{each['title']}” you said otherwise, and both can be true.")
        for each in words["questions"]
    ]
    texts += [
        ("order", f"Not settled yet: you rated “{each['title']}” higher than what you put first.")
        for each in words["questions"]
    ]
    return [{"kind": kind, "text": text} for kind, text in texts[:most]]


def _all_not_sure(words: Words) -> Json:
    return {
        "values": _values(words, lambda _asked, _n: None, "unsure"),
        "knowledge": _checks(words, "unsure"),
        "leaning": _leaning(None, "need_time", "unsure", "unsure"),
        "readiness": _ready("unsure"),
    }


def _contradicting(words: Words) -> Json:
    return {
        "what_matters": "Never to be cut open, and to be rid of the pain for good.",
        "values": _values(words, _rated((10,))),
        "own_concerns": [{"text": "My dancing", "state": "answered", "value": 10}],
        "knowledge": _wrong(words, 99),
        "leaning": _leaning(words["options"][-1]["id"], "decided_for_now", "myself"),
        "readiness": _ready("answered", yes=True),
        "noted": _noted(words, 2),
    }


def as_full_as_can_be(words: Words) -> Json:
    """Return a record in which every text has all the letters that it may have."""
    text = "Wordless woes wander where willows weep "
    made = _fullest(words)
    return record_of(
        "fullest",
        words,
        own_concerns=[{**each, "text": (text * 8)[:300].strip()} for each in made["own_concerns"]],
        questions=[
            *_own([(text * 8)[:299].strip() + f"{n}" for n in range(3)]),
            *_listed(words, 27),
        ],
        noted=[{"kind": "toward", "text": (text * 8)[:300].strip()} for _ in range(20)],
    )


_KINDS: Final = {
    "sparse": _sparse,
    "typical": _typical,
    "fullest": _fullest,
    "all-not-sure": _all_not_sure,
    "contradicting": _contradicting,
}
