"""What a record says in other forms is the same in both languages, byte for byte."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from decisionaid.model.record import (
    FilledInBy,
    Leaning,
    Noted,
    OwnConcern,
    QuestionToAsk,
    Record,
)
from decisionaid.model.words import AidWords
from decisionaid.outside.ascii import quoted, to_ascii
from decisionaid.outside.tables import table
from decisionaid.record.fhir import fhir_text
from decisionaid.record.prsb import prsb_text
from decisionaid.record.recovered import Recovered, recovered
from decisionaid.record.text_form import record_text
from tests.conftest import Golden
from tests.kinds_of_record import KINDS, as_full_as_can_be
from tests.kinds_of_record import record_of as kind_of_record
from tests.model.test_record_golden import RECORDS
from tests.our_aids import SLUGS
from tests.record.five import FIVE, WORDS, record_of
from tests.record.in_node import forms_of
from tests.record.made import LONG, random_records, words_of

# The records are made and written by one worker, once.
pytestmark = pytest.mark.xdist_group("record-forms")
MOST: Final = 900
BANNED: Final = re.compile(
    r"\b(recommend\w*|best|match\w*|winner\w*|score\w*|wrong)\b", re.IGNORECASE
)

Made = list[tuple[Record, AidWords | None]]


@pytest.fixture(scope="module", params=[200, pytest.param(1000, marks=pytest.mark.soak)])
def records(request: pytest.FixtureRequest) -> Made:
    """Return the five kinds, the golden records and hundreds of random ones, in `make soak` a thousand."""
    known: Made = [(record_of(name), WORDS) for name in FIVE]
    return [
        *known,
        *((record, None) for record in RECORDS.values()),
        *random_records(request.param),
    ]


@pytest.fixture(scope="module")
def made(records: Made, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return what the browser's half makes of each."""
    return forms_of(records, tmp_path_factory.mktemp("forms"))


@pytest.mark.long
def test_both_languages_write_the_same_text(records: Made, made: list[dict[str, Any]]) -> None:
    for (record, words), theirs in zip(records, made, strict=True):
        assert record_text(record, words, "short") == theirs["short"]
        assert record_text(record, words, "long") == theirs["long"]


@pytest.mark.long
def test_both_languages_write_the_same_fhir(records: Made, made: list[dict[str, Any]]) -> None:
    for (record, words), theirs in zip(records, made, strict=True):
        assert fhir_text(record, words) == theirs["fhir"]


@pytest.mark.long
def test_both_languages_write_the_same_prsb_headings(
    records: Made, made: list[dict[str, Any]]
) -> None:
    for (record, words), theirs in zip(records, made, strict=True):
        assert prsb_text(record, words) == theirs["prsb"]


@pytest.mark.long
def test_the_short_text_has_at_most_900_ascii_signs_and_keeps_what_matters_most(
    records: Made,
) -> None:
    for record, words in records:
        text = record_text(record, words, "short")
        assert len(text) <= MOST
        assert text.isascii()
        assert all(" " <= sign <= "~" or sign == "\n" for sign in text)
        keeps_the_most(record, text)


def keeps_the_most(record: Record, text: str) -> None:
    """Own words are there up to 200 signs, and the first three questions, or it says that they are cut."""
    is_cut = "are cut at ..." in text
    own = to_ascii(record.what_matters).replace('"', "'")[:200].strip()
    assert own in text or is_cut
    for asked in [each for each in record.questions if each.id is None][:3]:
        assert quoted(to_ascii(asked.text), 300) in text or is_cut
    assert table("record-text")["stated"][record.filled_in_by.role] in text
    for part in record.kept_back:
        assert table("record-text")["part"][part] in text
    assert ("Flags: " in text) >= bool(record.red_flags)


@pytest.mark.parametrize("name", FIVE)
def test_the_five_kinds_read_as_the_golden_file_says(name: str, golden: Golden) -> None:
    record = record_of(name)
    for form in ("short", "long"):
        golden(f"records/{name}.{form}.txt", record_text(record, WORDS, form) + "\n")


def test_a_record_that_was_altered_says_so_in_every_form_of_both_languages(tmp_path: Path) -> None:
    data = record_of("fullest").model_dump(mode="json")
    data["leaning"]["option"] = WORDS.options[0].id
    found = recovered(json.dumps(data))
    assert isinstance(found, Recovered)
    assert found.is_altered
    sound = recovered(record_of("fullest").model_dump_json())
    assert isinstance(sound, Recovered)
    mark = table("record-text")["head"]["altered"]
    both: Made = [(found.record, WORDS), (sound.record, WORDS)]
    theirs = forms_of(both, tmp_path)
    for (record, words), made, is_marked in zip(both, theirs, (True, False), strict=True):
        forms = {
            "short": record_text(record, words, "short"),
            "long": record_text(record, words, "long"),
            "fhir": fhir_text(record, words),
            "prsb": prsb_text(record, words),
        }
        assert forms == made
        assert {name: mark in text for name, text in forms.items()} == dict.fromkeys(
            forms, is_marked
        )
        assert len(forms["short"]) <= MOST
        entries = [each["resource"] for each in json.loads(forms["fhir"])["entry"]]
        marked = [each["resourceType"] for each in entries if mark in json.dumps(each)]
        # Answers may be read without the document around them.
        assert marked == (["Composition", "QuestionnaireResponse"] if is_marked else [])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_200_signs_of_own_words_stand_whole_in_every_kind_of_record(slug: str) -> None:
    words = words_of(slug)
    data = words.model_dump(mode="json")
    kinds = {kind: kind_of_record(kind, data) for kind in KINDS}
    for kind, made in {**kinds, "as full as can be": as_full_as_can_be(data)}.items():
        record = Record.model_validate_json(json.dumps(made))
        text = record_text(record, words)
        assert len(text) <= MOST
        assert to_ascii(record.what_matters).replace('"', "'")[:200].strip() in text, (kind, text)
        if "are cut at ..." in text:
            # What gave way before them: long forms of flags, the aid's own questions, the end of names.
            assert table("record-text")["flag"]["tension"] not in text, kind
            assert "From the aid: " not in text


@pytest.mark.parametrize("name", FIVE)
def test_nothing_in_the_text_judges(name: str) -> None:
    assert BANNED.search(record_text(record_of(name), WORDS, "short")) is None


def test_without_the_words_of_that_very_text_the_record_speaks_for_itself() -> None:
    record = record_of("typical")
    changed = WORDS.model_copy(update={"source_sha256": "f" * 16})
    alone = record_text(record, None)
    assert record_text(record, changed) == alone
    assert "Said in the words of the file alone" in alone
    assert "Less pain 9 of 10" in alone


def test_the_worst_that_a_record_can_hold_still_fits() -> None:
    words = words_of("example-condition")
    base = random_records(6)[4][0]
    assert base.aid.id == "example-condition"
    worst = base.model_copy(
        update={
            "aid": base.aid.model_copy(update={"clock": "expired", "version": "9" * 40}),
            "kept_back": (),
            "filled_in_by": FilledInBy(role="carer", helper="h" * 300, view="v" * 1500),
            "red_flags": tuple(each.id for each in words.red_flags),
            "communication": tuple(table("record-text")["likes"]),
            "what_matters": "w" * 1500,
            "own_concerns": tuple(OwnConcern(text="c" * 300) for _ in range(5)),
            "questions": tuple(QuestionToAsk(text="q" * 300) for _ in range(30)),
            "leaning": Leaning(
                state="answered", option="option-0", stage="want_other_help", role="someone_else"
            ),
            "noted": tuple(Noted(kind=kind, text="n" * 1500) for kind in ("alike", "toward")),
        }
    )
    for known in (words, None):
        text = record_text(worst, known)
        assert len(text) <= MOST
        assert "warning sign ticked" in text
        assert text.count('"qqqqq') == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("naïve café – “so”… £5", 'naive cafe - "so"... GBP 5'),
        ("1½ tablets, 10² m², ≤ 5 µg", "1 1/2 tablets, 10^2 m^2, <= 5 ug"),
        ("37 °C ± 0.5", "37 deg C +/- 0.5"),
        ("Ångström, Łódź, Æsir, straße, œuvre", "Angstrom, Lodz, AEsir, strasse, oeuvre"),
        ("Phở, tiếng Việt", "Pho, tieng Viet"),
        ("my мир, мир! and 5", "my [words in another script: see the file]! and 5"),
        ("鍵 7 鍵", "[words in another script: see the file] 7 [words in another script: see the file]"),
        ("ok 👩‍👧 🙂 yes", "ok [sign] yes"),
        ("a\u200bb\u202ec\u0000d\n\te", "abcd e"),
        ("ＡＢＣ ﬁne", "ABC fine"),
        ("", ""),
    ],
)  # fmt: skip
def test_any_text_becomes_ascii_by_one_rule(text: str, said: str) -> None:
    assert to_ascii(text) == said


def test_own_words_cannot_end_their_quotes() -> None:
    assert quoted(to_ascii('no". Nothing “agreed'), 300) == "\"no'. Nothing 'agreed\""


def test_the_tables_are_ascii_but_for_the_signs_that_they_replace() -> None:
    tables = dict(table("record-text"))
    signs = tables.pop("signs")
    assert json.dumps(tables, ensure_ascii=False).isascii()
    assert "".join(signs.values()).isascii()
    assert all(len(sign) == 1 and not sign.isascii() for sign in signs)
    assert len(LONG) > 10
