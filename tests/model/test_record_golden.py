"""Records that both languages must read and seal alike; `tests/runtime` reads the same files."""

from typing import Final

import pytest

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.record import (
    MAX_RECORD_BYTES,
    AidReference,
    BalanceAnswer,
    ChoiceAnswer,
    FilledInBy,
    ImportanceAnswer,
    KnowledgeAnswer,
    Leaning,
    Noted,
    OwnConcern,
    QuestionToAsk,
    RankingAnswer,
    ReadinessAnswer,
    Record,
    StratumAnswer,
    TakenIdea,
)
from tests.conftest import Golden

AID = AidReference(
    id="example-condition",
    version="1.2.0",
    source_sha256="0123456789abcdef",
    title="Example condition: what are my options?",
    language="en-GB",
    evidence="2026-03-01",
    status="demonstration",
    clock="current",
)
W1, W2, W3, W4, W5, W6, W7 = (f"{n}" * 16 for n in range(1, 8))
UNSEALED = "00000000"

FORMAT: Final = "decisionaid.record/1"
ASKED = {
    "values/avoid-rash": "Avoiding a rash",
    "values/less-pain": "Less pain",
    "values/now-or-later": "Now or later",
    "values/order": "What comes first",
    "values/where": "Where",
}

NOTHING_SAID = Record(
    format=FORMAT,
    id="0a" * 16,
    created="2026-11-20T08:00:00Z",
    updated="2026-11-20T08:00:00Z",
    day="2026-11-20",
    aid=AID,
    values=(
        ImportanceAnswer(id="avoid-rash", wording=W1),
        ImportanceAnswer(id="less-pain", wording=W2),
        BalanceAnswer(id="now-or-later", wording=W3),
        RankingAnswer(id="order", wording=W4),
        ChoiceAnswer(id="where", wording=W5),
    ),
    knowledge=(
        KnowledgeAnswer(id="most-get-better", wording=W6),
        KnowledgeAnswer(id="rash", wording=W7),
    ),
    readiness=tuple(
        ReadinessAnswer(id=name) for name in ("sure", "informed", "clear", "supported")
    ),
    words=ASKED,
    crc32=UNSEALED,
)

MUCH_SAID = Record(
    format=FORMAT,
    id="00112233445566778899aabbccddeeff",
    rev=3,
    created="2026-11-20T08:00:00Z",
    updated="2026-11-21T19:30:05Z",
    day="2026-11-22",
    aid=AID,
    filled_in_by=FilledInBy(
        role="patient_with_help",
        helper="my daughter",
        view="He waits too long.\n<i>I</i> would not.",
    ),
    stratum=StratumAnswer(state="answered", stratum="fever"),
    communication=("large_print", "read_to_me"),
    red_flags=("stiff-neck",),
    values=(
        ImportanceAnswer(id="avoid-rash", wording=W1, state="answered", value=0),
        ImportanceAnswer(id="less-pain", wording=W2, state="answered", value=9),
        BalanceAnswer(id="now-or-later", wording=W3, state="answered", value=-2),
        RankingAnswer(id="order", wording=W4, state="answered", order=("work", "sleep", "cost")),
        ChoiceAnswer(id="where", wording=W5, state="prefer_not_to_say"),
    ),
    what_matters="Keep minding “Ana”.\nNot to wait.\t<b>&</b> \\ \"' 👩‍👧 שלום",
    own_concerns=(
        OwnConcern(text="Holding my <b>grandson</b>", state="answered", value=10),
        OwnConcern(text="The bus at “six”", state="unsure"),
        OwnConcern(text="No needles", state="not_applicable"),
        OwnConcern(text="שקט", state="prefer_not_to_say"),
        OwnConcern(text="What the neighbours say"),
    ),
    knowledge=(
        KnowledgeAnswer(id="most-get-better", wording=W6, state="answered", answer="few"),
        KnowledgeAnswer(id="rash", wording=W7, state="unsure"),
    ),
    questions=(
        QuestionToAsk(id="when-back", text="When should I come back?"),
        QuestionToAsk(text="</script><script>alert(1)</script>"),
    ),
    leaning=Leaning(state="answered", option="wait", stage="want_advice", role="together"),
    readiness=(
        ReadinessAnswer(id="sure", state="answered", yes=False),
        ReadinessAnswer(id="informed", state="answered", yes=True),
        ReadinessAnswer(id="clear", state="unsure"),
        ReadinessAnswer(id="supported"),
    ),
    ideas=(
        TakenIdea(id="plan-wait/pain-relief", text="Give pain relief at set times"),
        TakenIdea(text="Ask at the nursery"),
    ),
    noted=(
        Noted(kind="toward", text="You lean to: Wait and see. On “Now or later” you said: now."),
    ),
    words={
        "leaning/wait": "Wait and see",
        "stratum/fever": "I have a fever",
        "red_flags/stiff-neck": "A stiff neck",
        **ASKED,
        "values/now-or-later/-2": "Closer to: now",
        "values/order/work": "Work",
        "values/order/sleep": "Sleep",
        "values/order/cost": "Cost",
        "knowledge/most-get-better": "How many get better by themselves?",
        "knowledge/most-get-better/few": "Few",
        "knowledge/rash": "Can the medicine cause a rash?",
    },
    crc32=UNSEALED,
)

ODD_LETTERS = NOTHING_SAID.model_copy(
    update={
        # What JSON writers are known to treat differently: separators, unseen and far characters.
        "what_matters": "\u2028\u2029\u0085\ufeff\u200b\u200f\x7f é e\u0301 İ ß 𝔸 \U0001f469\u200d\u2695\ufe0f / ",
        "questions": (QuestionToAsk(text="ключ"), QuestionToAsk(text="鍵"), QuestionToAsk(text="")),
    }
)

KEPT_BACK = MUCH_SAID.model_copy(
    update={
        "kept_back": ("filled_in_by", "red_flags", "knowledge", "leaning"),
        "filled_in_by": FilledInBy(),
        "red_flags": (),
        "leaning": Leaning(),
        "knowledge": (),
        "noted": (),
        "words": {
            place: label
            for place, label in MUCH_SAID.words.items()
            if not place.startswith(("leaning", "red_flags", "knowledge"))
        },
    }
)

RECORDS = {
    "nothing-said": NOTHING_SAID,
    "much-said": MUCH_SAID,
    "odd-letters": ODD_LETTERS,
    "kept-back": KEPT_BACK,
}


def canonical(record: Record) -> str:
    """Return the JSON that the checksum is made of."""
    return canonical_json(record.model_dump(mode="json", exclude={"crc32"}))


def sealed(record: Record) -> Record:
    """Return the record with the checksum that fits it."""
    checksum = record_checksum(record.model_dump(mode="json"))
    return record.model_copy(update={"crc32": checksum})


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_sealed_as_the_golden_file_says(name: str, golden: Golden) -> None:
    record = sealed(RECORDS[name])
    text = canonical(record)
    assert len(text.encode()) < MAX_RECORD_BYTES
    golden(
        f"records/{name}.json",
        {"record": record.model_dump(mode="json"), "canonical": text, "crc32": record.crc32},
    )


def test_the_checksum_leaves_itself_out_and_finds_every_change() -> None:
    data = sealed(MUCH_SAID).model_dump(mode="json")
    assert record_checksum(data) == data["crc32"]
    assert record_checksum({**data, "crc32": "0" * 8}) == data["crc32"]
    assert record_checksum({**data, "rev": 4}) != data["crc32"]


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_comes_back_from_json_as_it_was(name: str) -> None:
    record = sealed(RECORDS[name])
    assert Record.model_validate_json(record.model_dump_json()) == record
