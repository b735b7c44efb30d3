"""Each case of ``verdicts.md`` gets the verdicts that stand under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.quality import ItemVerdict, Quality
from decisionaid.quality import assess
from decisionaid.text import Source
from tests.rules.examples import EXAMPLE_NAME, whole_source

CASES = Path(__file__).with_name("verdicts.md")
TODAY = date(2026, 6, 1)

_CASE = re.compile(
    r"^## Case: (.*?)\n\n```aid\n(.*?)^```\n\n```verdicts\n(.*?)^```", re.DOTALL | re.MULTILINE
)


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield name, example and expected lines."""
    text = CASES.read_text(encoding="utf-8")
    found = _CASE.findall(text)
    assert len(found) == text.count("## Case: ")
    yield from found


def quality_of(example: str) -> Quality:
    """Assess what an example stands for."""
    source = Source(EXAMPLE_NAME, whole_source(example), slug="example")
    compiled = compile_aid(source, today=TODAY)
    assert compiled.aid is not None
    return assess(compiled.aid, compiled.diagnostics, spans=compiled.spans, sha256=compiled.sha256)


def items_of(quality: Quality) -> dict[str, ItemVerdict]:
    """Return every item by its code."""
    return {item.item: item for standard in quality.standards for item in standard.items}


@pytest.mark.parametrize(
    ("example", "expected"),
    [pytest.param(example, expected, id=name) for name, example, expected in cases()],
)
def test_a_case_gets_its_verdicts(example: str, expected: str) -> None:
    items = items_of(quality_of(example))
    codes = [line.split(maxsplit=1)[0] for line in expected.splitlines()]
    said = [f"{code} {items[code].verdict}: {items[code].because}" for code in codes]
    assert expected.splitlines() == said


def test_every_verdict_has_a_case() -> None:
    lines = [line for _name, _example, expected in cases() for line in expected.splitlines()]
    found = {line.split()[1].rstrip(":") for line in lines}
    assert found == {"met", "partly", "not-met", "needs-a-person", "attested", "not-applicable"}


def test_the_first_sentence_counts_what_applies_and_names_what_is_open() -> None:
    quality = quality_of("# funding: none\n")
    minimum = quality.minimum
    assert minimum.applicable == 12
    assert (
        minimum.met + minimum.partly + minimum.not_met + minimum.need_a_person == minimum.applicable
    )
    assert quality.summary == (
        f"By its own check this aid meets {minimum.met} of 12 applicable minimum items of "
        f"IPDASi v4; {minimum.not_met} are not met; 1 needs a person."
    )


def test_an_aid_on_a_test_has_four_minimum_items_more() -> None:
    assert quality_of("kind: test\n").minimum.applicable == 16


def test_nothing_is_scored_and_nothing_is_certified() -> None:
    said = quality_of("funding: none\n").model_dump_json().lower()
    assert "score" not in said
    assert not re.search(r"is (ipdas|nice)[- ](certified|approved)", said)
    assert "certified" not in said
    assert "%" not in said


def test_a_finding_gives_its_line_in_the_source() -> None:
    source = whole_source("funding: none\nkind: treatment\ncountry: GB\n# version: 1.0.0\n")
    item = items_of(quality_of("# version: 1.0.0\n"))["SUNDAE-8"]
    assert item.verdict == "not-met"
    assert item.line is not None
    assert item.line <= source.count("\n")


def test_the_same_source_gives_the_same_bytes() -> None:
    first, second = (quality_of("funding: none\n").model_dump_json() for _ in range(2))
    assert first == second
    assert Quality.model_validate_json(first).model_dump_json() == first


def test_the_hash_of_a_document_stands_in_its_line() -> None:
    example = (
        "development:\n  equality: {done: yes, who: [a team], date: 2026-01-05, document: a.md}\n"
    )
    source = Source(EXAMPLE_NAME, whole_source(example), slug="example")
    compiled = compile_aid(source)
    assert compiled.aid is not None
    quality = assess(
        compiled.aid, (), spans=compiled.spans, sha256="0" * 16, documents={"a.md": "1" * 16}
    )
    (line,) = [each for each in quality.development if each.done == "yes"]
    assert (line.key, line.document, line.sha256) == ("equality", "a.md", "1" * 16)
