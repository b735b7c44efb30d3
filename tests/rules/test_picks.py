"""Many ratings do not tell apart what matters: picks do (DA866)."""

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.text import Source
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
ORDER = "### Put these in order {#order .ranking}"
RATED = "### Thing {n} {{#thing-{n} .importance}}\nHow important is thing {n} to you?\n\n"
PICKED = "### A few at a time {#few .picks}\nWhich matters?\n\n" + "".join(
    f"- Made-up thing {n} {{#few-{n}}}\n" for n in range(6)
)


def with_ratings(more: int, picks: str = "") -> str:
    assert TEXT.count(ORDER) == 1
    return TEXT.replace(
        ORDER, "".join(RATED.format(n=n) for n in range(more)) + picks + "\n" + ORDER
    )


@pytest.mark.parametrize(("more", "picks", "told"), [(3, "", 0), (4, "", 1), (4, PICKED, 0)])
def test_six_ratings_are_told_of_picks_unless_there_are_some(
    more: int, picks: str, told: int
) -> None:
    text = with_ratings(more, picks)
    diagnostics = compile_aid(Source("aids/example/index.md", text, slug="example")).diagnostics
    found = [each for each in diagnostics if each.code.number == "DA866"]
    assert len(found) == told
    for each in found:
        assert each.code.severity is Severity.NOTICE
        assert each.message.startswith("6 things are rated one by one")
        assert len(each.also) == 5
