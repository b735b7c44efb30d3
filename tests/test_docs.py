"""Every code has a page, every page has a code, and the list of them is true.

``make golden`` writes the list anew, and the line under the title of each page.
"""

from __future__ import annotations

import re

import pytest

from decisionaid.compiler.explain import all_codes, at_a_glance, explain, page_of, summary_of
from decisionaid.diagnostics import HARM_WORDS, KIND_WORDS, Severity
from decisionaid.read.faults import FAULTS
from decisionaid.read.place.faults import PLACE_FAULTS
from decisionaid.rules import RULES
from decisionaid.rules.places import PLACE_RULES
from tests.conftest import ROOT, Golden

FOLDER = ROOT / "site" / "authors" / "rules"
INDEX = FOLDER / "index.md"

HEADINGS = [
    "What it finds",
    "Why it matters",
    "Not this",
    "Message",
    "This instead",
    "When to set it aside",
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
    "DP0": "Places: reading",
    "DP1": "Places: keys, aids, ways in, words and days",
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
        "Some codes can be set aside for one aid: [how to do it](../format.md#rules-set-aside).",
        "",
        "*Kind* says how far a finding can be believed without a person:",
        "",
        *(f"- `{kind}`: {words}" for kind, words in KIND_WORDS.items()),
        "",
        "*Harm* says what an aid with the fault would do to a patient, worst first:",
        "",
        *(
            f"{place}. `{harm}`: {words}"
            for place, (harm, words) in enumerate(HARM_WORDS.items(), 1)
        ),
        "",
        "`decisionaid check` tells findings in this order:",
        "errors that could mislead, other errors, warnings, notices, and among their like by harm.",
        "",
    ]
    for family, words in FAMILIES.items():
        lines += [f"## {words}", ""]
        lines.append("| Code | Name | Severity | Kind | Harm | Can be set aside |")
        lines.append("|---|---|---|---|---|---|")
        for number, code in all_codes().items():
            if number.startswith(family):
                rule = rules.get(number)
                eased = rule is not None and rule.gap and code.severity is Severity.ERROR
                severity = f"{code.severity}, in a draft warning" if eased else code.severity.value
                aside = "yes" if rule is not None and rule.waivable else "no"
                cells = (code.name, severity, code.kind, code.harm, aside)
                lines.append(f"| [{number}]({number}.md) | {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


def test_every_code_has_one_page_and_every_page_a_code() -> None:
    pages = {path.stem for path in FOLDER.glob("*.md")} - {"index"}
    assert pages == set(all_codes())


def test_no_number_and_no_name_is_given_twice() -> None:
    codes = [*FAULTS.values(), *(rule.code for rule in RULES)]
    codes += [*PLACE_FAULTS.values(), *(rule.code for rule in PLACE_RULES)]
    assert len(codes) == len({code.number for code in codes}) == len({code.name for code in codes})


def test_the_reader_has_the_numbers_below_one_hundred() -> None:
    assert all(re.fullmatch(r"DA0\d\d", code.number) for code in FAULTS.values())
    assert all(re.fullmatch(r"DA[1-9]\d\d", rule.code.number) for rule in RULES)


def test_codes_of_places_have_letters_of_their_own() -> None:
    numbers = [*PLACE_FAULTS, *(rule.code.number for rule in PLACE_RULES)]
    assert all(re.fullmatch(r"DP[01]\d\d", number) for number in numbers)


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
    """A page that says *Never* is about a code for which a waiver has no effect, and the reverse."""
    rule = next((rule for rule in RULES if rule.code.number == number), None)
    text = (FOLDER / f"{number}.md").read_text(encoding="utf-8")
    words = text.split("## When to set it aside\n\n")[1]
    assert words.startswith("Never.") == (rule is None or not rule.waivable)


@pytest.mark.parametrize("number", sorted(all_codes()))
def test_the_line_under_the_title_is_true(number: str, golden: Golden) -> None:
    path = FOLDER / f"{number}.md"
    text = path.read_text(encoding="utf-8")
    _head, rest = text.split("\n\n## What it finds\n", 1)
    said = f"# {number} {all_codes()[number].name}\n\n{at_a_glance(all_codes()[number])}"
    golden(path, f"{said}\n\n## What it finds\n{rest}")


def test_every_kind_and_every_harm_is_used() -> None:
    assert {code.kind for code in all_codes().values()} == set(KIND_WORDS)
    assert {code.harm for code in all_codes().values()} == set(HARM_WORDS)


def test_the_list_of_codes_is_true(golden: Golden) -> None:
    golden(INDEX, index_text())


def test_explain_shows_the_page_by_number_and_by_name() -> None:
    assert explain("da302") == page_of("DA302") == explain("unequal-denominators")


def test_explain_suggests_what_was_meant() -> None:
    with pytest.raises(LookupError, match="Did you mean 'unequal-denominators'"):
        explain("unequal-denominator")


def test_without_a_page_explain_still_says_why() -> None:
    code = all_codes()["DA302"]
    assert code.why in summary_of(code)
    assert at_a_glance(code) == (
        "Error · proved from the source · can mislead on a figure or an answer"
    )
