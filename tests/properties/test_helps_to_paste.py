"""What a help offers to paste is taken, and says no number that its author did not write.

Each help is pasted into the whole aid of *A first aid in ten minutes*, whose figures are made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Diagnostic
from decisionaid.exchange.working import Refused, parse_group, parse_number
from decisionaid.model.shares import LADDER
from tests.conftest import ROOT

PAGE = (ROOT / "site" / "authors" / "first-aid.md").read_text("utf-8")
BASE: str = re.findall(r"^```aid\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
PLACES = {
    "cell": "| tablets | {} |",
    "difference": "- Difference: tablets against as-now: {}",
    "bare difference": "- Difference: {}",
    "time": "- Time: {}",
    "certainty": "- Certainty: {}",
    "matters from": "- Matters from: {}",
    "scale": "- Scale: {}",
}
LINES = {
    "cell": "| tablets | 20 in 100 (14 to 28) |",
    "difference": "- Difference: tablets against as-now: risk ratio 0.50 (0.35 to 0.71)",
    "time": "- Time: 3 months",
    "certainty": "- Certainty: moderate",
}
PASTED = re.compile(r"'([^']*\d[^']*)'")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def aid_with(place: str, text: str) -> str:
    """Return the whole aid with one line changed, or added to the first outcome."""
    line = PLACES[place].format(text)
    kind = place.removeprefix("bare ")
    if kind in LINES:
        assert LINES[kind] in BASE
        return BASE.replace(LINES[kind], line, 1)
    return BASE.replace("- Time: 3 months\n", f"- Time: 3 months\n{line}\n", 1)


def told(source: str, place: str, text: str) -> list[Diagnostic]:
    """Return what reading says of the line that was changed."""
    number = source.splitlines().index(PLACES[place].format(text)) + 1
    return [each for each in compile_aid(source, rules=()).diagnostics if each.span.line == number]


def to_paste(help_: str) -> Iterator[str]:
    """Yield what a help offers whole: in quotes, with a number, and no dots to fill in."""
    for found in PASTED.finditer(help_):
        if "..." not in found[1]:
            yield found[1].removeprefix("- Difference: ")


def numbers_of(text: str) -> set[Decimal]:
    """Return the numbers of a text, whatever sign its decimals have."""
    bare = re.sub(r"(?<=\d)(?<!\b0)[,\u00a0 ](?=\d{3}(?!\d))", "", text.replace("twelve", "12"))
    pointed = re.sub(r"(?<=\d)[\u00b7,](?=\d)", ".", re.sub(r"(?<![\d.])\.(?=\d)", "0.", bare))
    return {Decimal(each) for each in NUMBER.findall(pointed)}


def follows(number: Decimal, written: set[Decimal], text: str) -> bool:
    """Whether a number stands in a text, or follows exactly from a share in it."""
    if number in written or (number == 100 and re.search("%|per ?cent", text)):
        return True
    shares = [Fraction(n) / Fraction(of) for n in written for of in written if of]
    return number in LADDER or any(Fraction(number) == s * step for s in shares for step in LADDER)


def check(place: str, text: str) -> list[str]:
    """Paste all that is offered for a text; return what was offered."""
    offered = []
    for each in told(aid_with(place, text), place, text):
        for paste in to_paste(each.help):
            offered.append(paste)
            end = "bare difference" if "difference" in place else place
            assert told(aid_with(end, paste), end, paste) == [], (text, each.help)
            for number in numbers_of(paste):
                assert follows(number, numbers_of(text), text), (text, each.help)
    return offered


WRITTEN = {
    ("cell", "3.3 per 100 person-years (95% CI, 2.8 to 3.9)"): "3.3 in 100 each year (2.8 to 3.9)",
    ("cell", "3.3 per 100 person-months"): None,
    ("cell", "33 events per 1000 patient-years"): "33 in 1000 each year",
    ("cell", "3 in 50000"): "0.6 in 10000",
    ("cell", "3 per 100000 person-years"): "0.3 in 10000 each year",
    ("cell", "20\u00b75 in 100"): "20.5 in 100",
    ("cell", "20\u00b75% (18\u00b71\u201322\u00b79)"): "20.5 in 100 (18.1 to 22.9)",
    ("cell", "1 in 30"): "1 of 30",
    ("cell", "150%"): None,
    ("cell", "one hundred of 5000"): None,
    ("cell", "12.5/96"): None,
    ("cell", "50%20"): None,
    ("cell", "23 fewer per 1000 (from 45 fewer to 3 more)"): (
        "23 fewer in 1000 (45 fewer to 3 more)"
    ),
    ("difference", "23 fewer per 1000 (from 45 fewer to 3 more)"): (
        "tablets against as-now: 23 fewer in 1000 (45 fewer to 3 more)"
    ),
    ("difference", "risk ratio 0\u00b750 (0\u00b735 to 0\u00b771)"): (
        "tablets against as-now: risk ratio 0.50 (0.35 to 0.71)"
    ),
    ("difference", "aHR 0.50 (0.35 to 0.71)"): (
        "tablets against as-now: hazard ratio 0.50 (0.35 to 0.71), adjusted"
    ),
    ("difference", "risk ratio 0.50 (0.35 to 0.71); p<0.001"): (
        "tablets against as-now: risk ratio 0.50 (0.35 to 0.71)"
    ),
    ("difference", "HR 0.50 [95% CI, 0.35-0.71; P = .02]"): (
        "tablets against as-now: hazard ratio 0.50 (0.35 to 0.71)"
    ),
    ("difference", "20 fewer in 1000 (30 to 10)"): None,
    ("difference", "mean difference -1.3"): None,
    ("difference", "RR 1,034 (1,012 to 1,061)"): None,
    ("difference", "RR 0,034 (0,012 to 0,061)"): (
        "tablets against as-now: risk ratio 0.034 (0.012 to 0.061)"
    ),
    ("difference", "5 points lower (1,234 to 8,500)"): None,
    ("difference", "1,250 fewer in 10000"): "tablets against as-now: 1250 fewer in 10000",
    ("bare difference", "RR 0,50 (0,35-0,71)"): (
        "tablets against as-now: risk ratio 0.50 (0.35 to 0.71)"
    ),
    ("time", "1,000 days"): "1000 days",
    ("time", "soon"): None,
    ("matters from", "12"): "12 points",
    ("matters from", "some"): None,
    ("scale", "pain"): None,
}
"""What is typed where, and what is offered for it first; None: nothing with a number in it."""


@pytest.mark.parametrize(("place", "text"), WRITTEN)
def test_a_help_has_the_numbers_of_the_author(place: str, text: str) -> None:
    offered = check(place, text)
    assert (offered[0] if offered else None) == WRITTEN[place, text]


CLASHING = {
    ("cell", "20 fewer per 100 (from 6 fewer to 12 fewer)"): "20 fewer does not lie between",
    ("cell", "20% (25-30)"): "20 does not lie between 25 and 30",
    ("difference", "20 fewer per 100 (from 6 fewer to 12 fewer)"): "20 fewer does not lie between",
    ("difference", "RR 0.50 (0.60-0.71)"): "0.50 does not lie between 0.60 and 0.71",
    ("bare difference", "tablets vs as-now: RR 0.50 (0.60-0.71)"): "0.50 does not lie between",
}
"""Numbers of the author that cannot stand together; what is offered of them would be refused (DA312)."""


@pytest.mark.parametrize(("place", "text"), CLASHING)
def test_numbers_that_clash_are_told_at_once_and_not_offered(place: str, text: str) -> None:
    helps = [each.help for each in told(aid_with(place, text), place, text)]
    assert [each[: len(CLASHING[place, text])] for each in helps] == [CLASHING[place, text]]
    assert all(list(to_paste(each)) == [] for each in helps)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("19% of the cancers found", "19 in 100 of the cancers found"),
        ("1.9% of cancers (1.2% to 2.6%)", "1.9 in 100 (1.2 to 2.6) of the cancers"),
        ("19 per cent of patients (95% CI 15-23)", "19 in 100 (15 to 23)"),
        ("14/61 of the tumours", "14 of 61 of the tumours"),
        ("14/100 of the tumours", None),
        ("7 fewer in 100 of the eyes", None),
    ],
)
def test_a_share_of_something_else_keeps_what_it_is_a_share_of(
    text: str, whole: str | None
) -> None:
    (help_,) = (each.help for each in told(aid_with("cell", text), "cell", text))
    assert help_ == f"write it as '{whole}'" if whole else text.rpartition(" ")[2] not in help_


ONE = "write the one grade that the source gives this outcome: "
MARKED = "write it as 'moderate'; or, with what its mark refers to, as 'moderate: ...'"


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("low to moderate", ONE + "'low' or 'moderate'"),
        ("very low-low", ONE + "'very low' or 'low'"),
        ("\u2295\u2295\u25ef\u25ef moderate", ONE + "'moderate' or 'low'"),
        ("\u2295\u2295\u2295\u25ef moderate", "write it as 'moderate'"),
        ("moderate a,b", MARKED),
        ("Moderate\u00b9", MARKED),
        ("Moderate (few people)", "write it as 'moderate: few people'"),
    ],
)
def test_a_grade_stays_one_grade_and_a_mark_is_no_reason(text: str, help_: str) -> None:
    assert [each.help for each in told(aid_with("certainty", text), "certainty", text)] == [help_]


AMOUNT = st.one_of(
    st.integers(0, 2000).map(str),
    st.decimals("0.01", "99", places=2).map(lambda each: f"{each:f}"),
    st.sampled_from(
        ["0\u00b75", "12\u00b725", "3,5", "1,217", ".5", "02", "twelve", "two hundred"]
    ),
)
GROUPS = st.sampled_from(
    ["100", "1000", "1,000", "10 000", "20", "78", "50000", "100,000", "0", "people"]
)
BETWEEN = st.sampled_from([" in ", " of ", "/", " out of ", " per ", ":", " (", "%", " ", "\u00b1"])
ENDS = st.sampled_from([" to ", "-", "\u2013", "; ", ", ", ",", " fewer to ", " more to "])
AFTER = st.sampled_from(
    ["", "", "", "", "*", " people", " person-years", " person-months", " per year", " points",
     " points lower",     " fewer per 1000", " (p<0.001)", "; p = 0\u00b703", ")", "%", " fewer in 1000", ", adjusted"]
)  # fmt: skip
BEFORE = st.sampled_from(
    ["", "", "", "", "", "", "about ", "<", "fewer than ", "-", "RR ", "aHR ",
     "adjusted odds ratio ", "IRR: ", "up to ", "MD ", "n="]
)  # fmt: skip
OPENED = st.sampled_from([" (", " [", " (95% CI, ", ", 95 % CI ", " (from ", " CI "])


@st.composite
def typed(draw: st.DrawFn) -> str:
    """Return an amount as somebody types it from a paper."""
    text = draw(BEFORE) + draw(AMOUNT)
    if draw(st.booleans()):
        text += draw(BETWEEN) + draw(GROUPS)
    text += draw(AFTER)
    if draw(st.booleans()):
        text += draw(OPENED) + draw(AMOUNT) + draw(ENDS) + draw(AMOUNT) + draw(AFTER)
    return text.strip()


@pytest.mark.long
@settings(max_examples=400)
@given(st.sampled_from(["cell", "difference", "bare difference", "time", "matters from"]), typed())
def test_whatever_is_typed_what_is_offered_is_taken_and_has_its_numbers(
    place: str, text: str
) -> None:
    spelled = re.sub(r"\btwelve\b", "12", text)
    offered = check(place, text) if spelled == text else []
    assert all(each != "200" for each in offered)


@pytest.mark.parametrize(
    ("text", "number", "group"),
    [
        ("15%", "write '0.15'", "write both with a slash: '15/100'"),
        ("0\u00b770", "write '0.70'", "write both with a slash: '.../...'"),
        ("217 of 1,217", None, "write both with a slash: '217/1217'"),
        ("much", None, "write both with a slash: '.../...'"),
    ],
)
def test_the_command_for_numbers_asks_for_the_numbers_that_it_was_given(
    text: str, number: str | None, group: str
) -> None:
    said, counted = parse_number(text), parse_group(text)
    assert isinstance(said, Refused)
    assert isinstance(counted, Refused)
    assert said.help == (number or "write digits and a decimal point, and nothing else")
    assert counted.help == group
    for paste in to_paste(counted.help):
        assert not isinstance(parse_group(paste), Refused)
