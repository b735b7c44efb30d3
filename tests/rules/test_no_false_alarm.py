"""What careful authors write passes: words and numbers that only look like those of a careless one."""

from __future__ import annotations

from datetime import date

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.text import Source
from tests.rules.examples import EXAMPLE_NAME, SPECIMEN

AID = SPECIMEN.read_text(encoding="utf-8")

RATIO = "risk ratio 2.00 (1.50 to 2.67)"
HEADING = "### Feeling sick {#sick .bad}"
SAID = "feel sick / do not feel sick"
FACT = "Everyone who takes the treatment is free of pain."
TALK = "You can talk with your health team."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (RATIO, "hazard ratio 3.10 (2.50 to 4.00)"),
        (RATIO, "risk ratio 3.10 (2.50 to 4.00), adjusted"),
        (RATIO, "risk ratio 2.10"),
        (HEADING, "### Feeling sick after 1 year {#sick .bad}"),
        (HEADING, "### Feeling sick, most of them without side effects {#sick .bad}"),
        (SAID, "are not sure or not well / are well"),
        (FACT, "Most people get better with the treatment."),
        (FACT, "Most people who take the treatment do not have pain."),
        (TALK, "Beta blockers (β-blockers) are tablets. TNFα is a protein."),
        (TALK, "You can have up to 3 visits in 6 weeks."),
        (TALK, "You can ask how likely that is."),
        (TALK, "Read [the leaflet of Example Charity](https://example.org/page)."),
        (TALK, "Read [example.org](https://www.example.org/page)."),
        ("funding: none", "funding: A charity paid"),
        ("interests: none", "interests: no shares in any company"),
    ],
)
def test_what_only_looks_like_a_fault_is_not_told(old: str, new: str) -> None:
    right = "- [ ] True {#true}\n- [x] False {#false}"
    text = AID.replace(old, new)
    if old == FACT:  # both are true, and the figure below counts the other half
        text = text.replace(right, "- [x] True {#true}\n- [ ] False {#false}")
    assert text != AID
    told = compile_aid(Source(EXAMPLE_NAME, text, "example"), today=date(2026, 6, 1)).diagnostics
    readable = {"DA802", "DA803", "DA804"}
    assert [
        (each.code.number, each.message) for each in told if each.code.number not in readable
    ] == []
