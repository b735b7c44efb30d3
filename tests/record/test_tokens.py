"""Tokens: what a page has made comes back equal, and anything else gets its verdict, the same in a browser."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.outside.base41 import ALPHABET, from_base41, to_base41
from decisionaid.outside.bytes import CRC_BYTES, with_crc
from decisionaid.record.payload import payload_of
from decisionaid.record.token import (
    MOST_SIGNS,
    TokenError,
    TokenFault,
    TokenRead,
    record_in_token,
    token_of,
)
from tests.cpu_time import taken
from tests.model.test_record_golden import MUCH_SAID, sealed
from tests.record import hostile_tokens
from tests.record.five import FIVE, WORDS, record_of, words_of

CASES: list[dict[str, Any]] = json.loads(hostile_tokens.PATH.read_text("utf-8"))
RECORDS = [(name, record_of(name)) for name in FIVE]


def verdict_on(text: str) -> str:
    """Return the fault of a token, or the name of the record in it."""
    found = record_in_token(text, words_of)
    if isinstance(found, TokenFault):
        return found.fault
    return next((name for name, record in RECORDS if record == found.record), "another record")


@pytest.mark.parametrize("name", FIVE)
def test_a_record_comes_back_equal_from_its_token(name: str) -> None:
    record = record_of(name)
    token = token_of(record, WORDS)
    assert set(token) <= set(ALPHABET)
    assert record_in_token(token, words_of) == TokenRead(record, WORDS)


@pytest.mark.long
def test_tokens_that_a_script_has_made_of_every_kind_of_answer_are_read() -> None:
    kept = json.loads((hostile_tokens.PATH.parent / "every-kind.json").read_text("utf-8"))
    words = AidWords.model_validate_json(json.dumps(kept["words"]))
    for case in kept["cases"]:
        found = record_in_token(case["token"], lambda _aid, _hash: words)
        assert isinstance(found, TokenRead)
        assert found.record.model_dump(mode="json") == case["record"]
        again = record_in_token(token_of(found.record, words), lambda _aid, _hash: words)
        assert again == found


def test_the_typical_one_is_short() -> None:
    assert len(token_of(record_of("typical"), WORDS)) < 350


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_verdict_is_the_one_that_was_written_down(case: dict[str, Any]) -> None:
    assert verdict_on(case["text"]) == case["verdict"]


def test_there_are_many_and_each_expected_verdict_is_there() -> None:
    assert len(CASES) >= 400
    expected = {says: verdict for says, _text, verdict in hostile_tokens.cases()}
    written = {case["says"]: case["verdict"] for case in CASES}
    assert set(written) == set(expected)
    for says, verdict in expected.items():
        assert written[says] == verdict or (not verdict and written[says] not in FIVE), says


@pytest.mark.long
@pytest.mark.parametrize("nth", [5, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("name", FIVE)
def test_every_single_bit_that_is_flipped_is_refused(name: str, nth: int) -> None:
    """Every fifth, beginning with another in each, so that each place in a byte comes; each in `make soak`."""
    payload = payload_of(record_of(name), WORDS)
    for bit in range([*FIVE].index(name) % nth, 8 * len(payload), nth):
        data = bytearray(payload)
        data[bit // 8] ^= 1 << bit % 8
        assert isinstance(record_in_token("1" + to_base41(bytes(data)), words_of), TokenFault), bit


@pytest.mark.long
@pytest.mark.parametrize("nth", [3, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("name", ["sparse", "typical", "contradicting"])
def test_every_single_sign_that_is_another_is_refused(name: str, nth: int) -> None:
    """Every third; each in `make soak`."""
    token = token_of(record_of(name), WORDS)
    for at, sign in [*enumerate(token)][::nth]:
        other = ALPHABET[(ALPHABET.index(sign) + 7) % len(ALPHABET)]
        found = record_in_token(token[:at] + other + token[at + 1 :], words_of)
        assert isinstance(found, TokenFault), at


def changed(payload: bytes, count: int) -> Iterator[bytes]:
    chance = random.Random(7)  # noqa: S311 - the same each time
    for _ in range(count):
        data = bytearray(payload[:-CRC_BYTES])
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield with_crc(bytes(data))


@pytest.mark.long
def test_whatever_stands_under_a_fitting_check_number_nothing_is_raised_and_no_other_record_is_read() -> (
    None
):
    slowest = 0.0
    for name in FIVE:
        for payload in changed(payload_of(record_of(name), WORDS), 300):
            with taken() as time:
                found = record_in_token("1" + to_base41(payload), words_of)
            slowest = max(slowest, time.seconds)
            assert isinstance(found, TokenFault) or found.record == record_of(name)
    assert slowest < 2


def test_without_its_words_what_the_person_wrote_is_read_and_which_aid_it_was() -> None:
    record = record_of("contradicting")
    assert record_in_token(token_of(record, WORDS), lambda _aid, _hash: None) == TokenFault(
        "no_words",
        "knee-osteoarthritis",
        "1.0.0",
        record.updated,
        (record.what_matters, "My dancing"),
    )


def test_what_no_page_writes_has_no_token() -> None:
    typical = record_of("typical")
    for other in (
        sealed(MUCH_SAID),
        typical.model_copy(update={"crc32": "00000000"}),
        typical.model_copy(update={"words": {}}),
        typical.model_copy(update={"aid": typical.aid.model_copy(update={"clock": "expired"})}),
        typical.model_copy(update={"red_flags": ("nobody-knows",)}),
        typical.model_copy(update={"day": "2020-01-01"}),
        typical.model_copy(update={"what_matters": "a\x1fb"}),
        typical.model_copy(update={"questions": typical.questions[::-1]}),
        typical.model_copy(update={"created": "2026-02-30T00:00:00Z"}),
        typical.model_copy(update={"created": "1960-01-01T00:00:00Z"}),
    ):
        record = other if other.crc32 == "00000000" else sealed(other)
        with pytest.raises(TokenError):
            token_of(record, WORDS)


def test_longer_than_any_that_is_read_is_none() -> None:
    chance = random.Random(3)  # noqa: S311 - the same each time
    view, matters = (
        "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(1500)) for _ in range(2)
    )
    typical = record_of("typical")
    filled = typical.filled_in_by.model_copy(update={"view": view})
    long = typical.model_copy(update={"what_matters": matters, "filled_in_by": filled})
    with pytest.raises(TokenError):
        token_of(sealed(long), WORDS)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 255, 256, 4096])
def test_bytes_come_back_from_their_signs(size: int) -> None:
    data = random.Random(size).randbytes(size)  # noqa: S311 - the same each time
    assert from_base41(to_base41(data)) == data
    assert len(to_base41(bytes(size))) == size // 2 * 3 + size % 2 * 2
    assert len("1" + to_base41(bytes(4095))) <= MOST_SIGNS


def test_a_clock_that_was_put_back_is_no_fault() -> None:
    typical = record_of("typical")
    back = sealed(
        typical.model_copy(update={"updated": "2026-11-27T23:59:59Z", "day": "2026-11-28"})
    )
    assert record_in_token(token_of(back, WORDS), words_of) == TokenRead(back, WORDS)


def test_what_is_kept_back_stays_apart_from_what_was_not_answered() -> None:
    data = record_of("typical").model_dump(mode="json")
    nothing = Record.model_fields
    for name in ("values", "leaning", "what_matters", "questions", "readiness", "knowledge"):
        data[name] = json.loads(
            json.dumps(nothing[name].default, default=lambda part: part.model_dump(mode="json"))
        )
    kept_back = ["values", "what_matters", "knowledge", "questions", "leaning", "readiness"]
    data |= {"kept_back": kept_back, "words": {}}
    record = sealed(Record.model_validate_json(json.dumps(data)))
    token = token_of(record, WORDS)
    assert record_in_token(token, words_of) == TokenRead(record, WORDS)
    assert len(token) < len(token_of(record_of("typical"), WORDS))
