"""Every code has a page, every page has a code, and the list of them is true.

``make golden`` writes the list anew.
"""

from __future__ import annotations

import re

import pytest

from decisionaid.diagnostics import Severity
from decisionaid.explain import all_codes, explain, page_of, summary_of
from decisionaid.read.faults import FAULTS
from decisionaid.rules import RULES
from tests.conftest import ROOT

FOLDER = ROOT / "site" / "authors" / "rules"
INDEX = FOLDER / "index.md"

HEADINGS = [
    "What it finds",
    "Why it matters",
    "Not this",
    "Message",
    "This instead",
    "When to allow it",
]

FAMILIES = {
    "DA0": "Reading: encoding, head, Markdown, ids",
    "DA1": "The decision and its options",
    "DA2": "Balance",
    "DA3": "Numbers",
    "DA4": "What matters to the person",
    "DA5": "Sources and dates",
    "DA6": "Who made it",
    "DA7": "How the aid was made",
    "DA8": "Reading, wording and paper",
    "DA9": "Tests and screening",
}


def index_text() -> str:
    """Return the list as it must be."""
    rules = {rule.code.number: rule for rule in RULES}
    lines = [
        "# What the compiler may say",
        "",
        "Each message has a code, and each code a page: what it finds, why it matters, and an example.",
        "`decisionaid explain DA302` shows the same page.",
        "The figures in all examples are made up.",
        "",
        "An *error* stops the page, a *warning* marks a weaker aid, a *notice* is advice.",
        "In a draft some errors are warnings, because a new aid starts with gaps.",
        'Some codes can be set aside with a reason: `allow: {DA207: "reason, name, date"}` in the head.',
        "",
    ]
    for family, words in FAMILIES.items():
        lines += [f"## {words}", ""]
        lines += ["| Code | Name | Severity | Can be set aside |", "|---|---|---|---|"]
        for number, code in all_codes().items():
            if number.startswith(family):
                rule = rules.get(number)
                eased = rule is not None and rule.gap and code.severity is Severity.ERROR
                severity = f"{code.severity}, in a draft warning" if eased else code.severity.value
                aside = "yes" if rule is not None and not rule.unsafe else "no"
                lines.append(f"| [{number}]({number}.md) | {code.name} | {severity} | {aside} |")
        lines.append("")
    return "\n".join(lines)


def test_every_code_has_one_page_and_every_page_a_code() -> None:
    pages = {path.stem for path in FOLDER.glob("*.md")} - {"index"}
    assert pages == set(all_codes())


def test_no_number_and_no_name_is_given_twice() -> None:
    codes = [*FAULTS.values(), *(rule.code for rule in RULES)]
    assert len(codes) == len({code.number for code in codes}) == len({code.name for code in codes})


def test_the_reader_has_the_numbers_below_one_hundred() -> None:
    assert all(re.fullmatch(r"DA0\d\d", code.number) for code in FAULTS.values())
    assert all(re.fullmatch(r"DA[1-9]\d\d", rule.code.number) for rule in RULES)


def test_every_family_of_codes_is_in_the_list() -> None:
    assert {number[:3] for number in all_codes()} == set(FAMILIES)


@pytest.mark.parametrize("number", sorted(all_codes()))
def test_a_page_has_its_title_and_its_headings_in_order(number: str) -> None:
    text = (FOLDER / f"{number}.md").read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert re.findall(r"^# (.*)$", prose, re.MULTILINE) == [f"{number} {all_codes()[number].name}"]
    assert re.findall(r"^## (.*)$", prose, re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("number", sorted(all_codes()))
def test_a_page_says_truly_whether_the_code_can_be_set_aside(number: str) -> None:
    """A page that says *Never* is about a code for which ``allow:`` has no effect, and the reverse."""
    rule = next((rule for rule in RULES if rule.code.number == number), None)
    text = (FOLDER / f"{number}.md").read_text(encoding="utf-8")
    allow = text.split("## When to allow it\n\n")[1]
    assert allow.startswith("Never.") == (rule is None or rule.unsafe)


def test_the_list_of_codes_is_true(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden"):
        INDEX.write_text(index_text(), encoding="utf-8", newline="\n")
    assert INDEX.read_text(encoding="utf-8") == index_text()


def test_explain_shows_the_page_by_number_and_by_name() -> None:
    assert explain("da302") == page_of("DA302") == explain("unequal-denominators")


def test_explain_suggests_what_was_meant() -> None:
    with pytest.raises(LookupError, match="Did you mean 'unequal-denominators'"):
        explain("unequal-denominator")


def test_without_a_page_explain_still_says_why() -> None:
    code = all_codes()["DA302"]
    assert code.why in summary_of(code)
