"""The record of how an aid was made is read line by line, and what is wrong is named at its place."""

from __future__ import annotations

from datetime import date

import pytest

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.model.development import ACTIVITIES, Attestation
from tests.rules.examples import SPECIMEN

TODAY = date(2026, 6, 1)
TEXT = SPECIMEN.read_text(encoding="utf-8")
FIRST_LINE = TEXT[: TEXT.index("funding: none\n")].count("\n") + 3
"""Of what stands under ``development:``."""


def compiled(*lines: str, today: date | None = TODAY) -> Compiled:
    """Compile the specimen with these lines in its record."""
    record = "".join(f"  {line}\n" for line in lines)
    return compile_aid(
        TEXT.replace("funding: none\n", f"funding: none\ndevelopment:\n{record}", 1), today=today
    )


def found(*lines: str, today: date | None = TODAY) -> list[tuple[str, int, str]]:
    """Return code, line within the record (from 1) and message of each finding."""
    return [
        (each.code.number, each.span.line - FIRST_LINE + 1, each.message)
        for each in compiled(*lines, today=today).diagnostics
    ]


def read(*lines: str) -> tuple[Attestation, ...]:
    """Return what was read of lines without a fault."""
    result = compiled(*lines)
    assert result.diagnostics == ()
    assert result.aid is not None
    return result.aid.development


def test_a_line_says_what_was_done_by_whom_when_and_where() -> None:
    (line,) = read(
        "needs-patients: {done: yes, who: [adults, carers], n: 12, date: 2026-01-05, "
        'document: made/needs.md, summary: "Two groups, in one town"}'
    )
    assert line == Attestation(
        key="needs-patients",
        done="yes",
        who=("adults", "carers"),
        n=12,
        date=date(2026, 1, 5),
        document="made/needs.md",
        summary="Two groups, in one town",
    )
    assert line.is_proven


def test_one_role_needs_no_list_and_words_of_yaml_stay_words() -> None:
    (line,) = read("equality: {done: yes, who: No, date: 2026-01-05, document: 10.1000/example}")
    assert line.who == ("No",)


@pytest.mark.parametrize("key", ACTIVITIES)
def test_what_was_not_done_needs_nothing_more_and_is_not_proven(key: str) -> None:
    (line,) = read(f"{key}: {{done: no}}")
    assert (line.key, line.done, line.is_proven) == (key, "no", False)


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("review-patient: {done: no}", "DA005", "a key that is not known: 'review-patient'"),
        ("equality: {done: no, wo: them}", "DA005", "'equality' has a key that is not known: 'wo'"),
        ("equality: no", "DA007", "'equality' is not a group of keys"),
        ("equality: {done: perhaps}", "DA007", "'perhaps' is no value of 'done'"),
        ("equality: {done: no, n: none}", "DA007", "'none' is no value of 'n'"),
        ("equality: {done: no, n: 0}", "DA007", "'0' is no value of 'n'"),
        ("equality: {done: no, n: 10000000}", "DA007", "'10000000' is no value of 'n'"),
        ("equality: {done: no, date: yesterday}", "DA007", "'yesterday' is no date"),
        ("equality: {done: no, who: {a: b}}", "DA007", "'who' is no list of roles"),
        ("equality: {summary: a word}", "DA006", "'equality' has no 'done'"),
        ("equality: {done: no, document: ../secret.md}", "DA007", "no value of 'document'"),
        ("equality: {done: no, document: /etc/hosts}", "DA007", "no value of 'document'"),
        ("equality: {done: no, document: made/.hidden}", "DA007", "no value of 'document'"),
        (r"equality: {done: no, document: made\a.md}", "DA007", "no value of 'document'"),
        ('equality: {done: no, document: "http://example.org/a"}', "DA007", "no value of"),
        ('equality: {done: no, document: "javascript:alert(1)"}', "DA007", "no value of"),
    ],
)
def test_a_fault_is_named_at_its_line(line: str, code: str, message: str) -> None:
    ((number, place, said),) = found("feedback: {done: no}", line)
    assert (number, place) == (code, 2)
    assert message in said


def test_a_misspelt_key_is_offered_the_right_one() -> None:
    (diagnostic,) = compiled("review-patient: {done: no}").diagnostics
    assert diagnostic.help == "did you mean 'review-patients'?"


@pytest.mark.parametrize(
    ("left_out", "said"),
    [("who", "by whom"), ("n", "with how many"), ("date", "when"), ("document", "where it is")],
)
def test_a_yes_that_leaves_something_out_is_refused(left_out: str, said: str) -> None:
    whole = {"who": "[adults]", "n": "5", "date": "2026-01-05", "document": "a.md"}
    rest = ", ".join(f"{key}: {value}" for key, value in whole.items() if key != left_out)
    ((number, _line, message),) = found(f"needs-patients: {{done: yes, {rest}}}")
    assert number == "DA715"
    assert said in message


def test_where_no_people_take_part_no_number_is_asked_for() -> None:
    lines = "evidence-method: {done: yes, who: [us], date: 2026-01-05, document: a.md}"
    assert found(lines) == []


def test_what_is_still_to_come_was_not_done() -> None:
    line = "equality: {done: yes, who: [us], date: 2026-06-02, document: a.md}"
    ((number, _line, message),) = found(line)
    assert (number, "still to come" in message) == ("DA715", True)
    assert found(line, today=None) == []


def test_what_cannot_be_read_is_said_once() -> None:
    ((number, _line, _message),) = found(
        "equality: {done: yes, who: [us], date: 2026-01-05, document: ../a.md}"
    )
    assert number == "DA007"


def test_a_line_that_cannot_be_read_hides_no_fault_of_the_next() -> None:
    codes = [number for number, *_ in found("equality: {done: perhaps}", "process: {done: yes}")]
    assert codes == ["DA007", "DA715"]


@pytest.mark.parametrize("who", ["Example team", "example  TEAM", "editors"])
def test_an_author_does_not_review_from_outside(who: str) -> None:
    line = f"n: 2, date: 2026-01-05, document: a.md, who: [a nurse, {who}]"
    assert [number for number, *_ in found(f"review-patients: {{done: yes, {line}}}")] == ["DA716"]
    assert found(f"field-test-patients: {{done: yes, {line}}}") == []


def test_neither_rule_can_be_set_aside() -> None:
    result = compile_aid(
        TEXT.replace(
            "funding: none\n",
            "funding: none\ndevelopment:\n  equality: {done: yes}\nwaivers:\n  DA715: {by: Us, "
            "date: 2026-01-10, reason: There was no time for it}\n",
            1,
        )
    )
    assert {each.code.number for each in result.diagnostics} == {"DA035", "DA715"}
