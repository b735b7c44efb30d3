"""The trade-off step weighs only what a source compares, and an aid says that it computes (DA415)."""

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.text import Source
from decisionaid.values.trade_off import TradeOff, trade_off_of
from decisionaid.values.weighted_view import MOST_ROWS
from tests.rules.trade_off_example import TEXT, WITHOUT_STEP, WORKED, with_head, with_step

PAIN = "| treatment | 20 in 100 (16 to 25) |"
SICK = "| treatment | 10 in 100 (8 to 13) |"
SICK_RANGE = "risk ratio 2.00 (1.50 to 2.67)"
BOTH = with_step("pain, sick")


def told(text: str) -> list[str]:
    found = compile_aid(Source("aids/example/index.md", text, slug="example")).diagnostics
    return [each.message for each in found if each.code.number == "DA415"]


def changed(old: str, new: str, text: str = BOTH) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize("text", [TEXT, WITHOUT_STEP, BOTH, WORKED, with_head("computes: none\n")])
def test_what_can_be_weighed_is_not_refused(text: str) -> None:
    assert told(text) == []


SECOND_TIME = "### Feeling sick {#sick .bad}\n\n- Time: 12 months"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (with_step("pain"), "has 1 outcome"),
        (with_step("pain, sick, pain"), "names 'pain' twice"),
        (with_step("pain, nothing-like-it"), "no outcome has the id 'nothing-like-it'"),
        (with_step("pain, involves"), "no outcome has the id 'involves'"),
        (with_step(", ".join(["pain", "sick"] * 3)), f"at most {MOST_ROWS}"),
        (with_head("trade-off: pain, sick\n"), "says that it computes nothing"),
        (with_head("computes: arithmetic-display\n"), "has no trade-off step"),
        (changed("{#sick .bad}", "{#sick .neutral}"), "neither good nor bad"),
        (changed(SICK, "| treatment | not known: nobody counted |"), "not every option"),
        (changed(SICK, "| treatment | fewer than 1 in 100 |"), "not every option"),
        (changed(SICK, "| treatment | 8 to 13 in 100 across studies |"), "not every option"),
        (changed(SICK_RANGE, "risk ratio 2.00 (0.80 to 2.67)"), "does not compare"),
        (changed(SICK_RANGE, "risk ratio 2.00"), "does not compare"),
        (changed("- Difference: treatment against as-now: risk ratio 2", "- Fit: 2"), "does not compare"),
        (changed(SECOND_TIME, SECOND_TIME.replace("12", "6")), "not all measured at one time"),
        (
            changed("| as-now | 5 in 100 |", "| as-now | 50 in 1000 |").replace(
                SICK, "| treatment | 100 in 1000 |"
            ),
            "out of different numbers of people",
        ),
        (
            changed("| as-now | 5 in 100 |", "| as-now | 30 in 100 |").replace(
                SICK_RANGE, "risk ratio 0.33 (0.20 to 0.50)"
            ),
            "at least as well as the others",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_weighed_is_refused_and_said(text: str, part: str) -> None:
    messages = told(text)
    assert any(part in message for message in messages), messages


def test_a_risk_of_one_person_is_nothing_that_an_aid_can_compute() -> None:
    text = with_head("computes: personal-risk\n")
    found = compile_aid(Source("aids/example/index.md", text, slug="example"))
    assert any("'personal-risk' is no value of 'computes'" in e.message for e in found.diagnostics)


def test_the_worst_and_the_best_are_figures_of_the_aid() -> None:
    aid = compile_aid(Source("aids/example/index.md", WORKED, slug="example")).aid
    assert aid is not None
    found = trade_off_of(aid)
    assert isinstance(found, TradeOff)
    assert [(row.outcome.id, row.shares, row.worst, row.best) for row in found.rows] == [
        ("pain", (0.6, 0.2), 0, 1),
        ("sick", (0.0, 0.02), 1, 0),
        ("operation", (0.0, 1.0), 1, 0),
        ("back", (0.95, 0.2), 1, 0),
    ]


def test_an_aid_without_the_step_is_asked_for_nothing() -> None:
    aid = compile_aid(Source("aids/example/index.md", TEXT, slug="example")).aid
    assert aid is not None
    assert aid.computes == "none"
    assert trade_off_of(aid) == ()
