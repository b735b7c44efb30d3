"""What a help offers can be pasted: it is whole, it invents nothing, and it serves where it is followed.

All figures here are made up.
"""

from __future__ import annotations

import re

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.outcome_forms import in_form
from decisionaid.read.ledger import MAX_LISTED
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.rules.example_aid import example_aid, found, frequency, outcome
from tests.rules.examples import SPECIMEN, read_rule_page, whole_source

TEXT = SPECIMEN.read_text(encoding="utf-8")
PAGES = [
    page
    for page in sorted((ROOT / "site" / "authors" / "rules").glob("DA[35]*.md"))
    if "```diagnostic" in page.read_text(encoding="utf-8")
]
LONG = "https://example.org/reviews/2024/the-example-condition/" + "a-very-long-name-of-a-page/" * 5


def told(source: str, number: str) -> list[Diagnostic]:
    return [each for each in compile_aid(source).diagnostics if each.code.number == number]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("doi: 10.1000/example", f"url: {LONG.removeprefix('https://')}"),
        ("doi: 10.1000/example", f"url: {LONG.replace('https', 'http')}"),
        ("doi: 10.1000/example", f"url:{LONG}"),
        ("doi: 10.1000/example", f"url: “{LONG}”"),
    ],
)
def test_an_address_in_a_help_is_whole(before: str, after: str) -> None:
    assert before in TEXT
    helps = [each.help for each in compile_aid(TEXT.replace(before, after)).diagnostics]
    assert any(LONG in each for each in helps), helps
    assert not any("…" in each for each in helps)


def test_words_that_are_too_long_to_be_offered_whole_say_that_some_are_missing() -> None:
    long = "a " * 1_000
    [one] = told(TEXT.replace("## Help and support", f"# {long}\n\n## Help and support"), "DA010")
    assert " ...'" in one.help


def test_ids_to_choose_from_are_all_named_or_it_is_said_how_many_are_not() -> None:
    row = "| Row {{#row-{0} .bad .more}} | 12 months | have it / do not | 5 in 100 | 6 in 100 | not reported |"

    def help_with(rows: int) -> str:
        table = "\n".join(row.format(n) for n in range(rows))
        section = f"{MORE}{table}\n\n"
        source = TEXT.replace("## What nobody knows", f"{section}## What nobody knows")
        [one] = told(
            source.replace("#less-pain .importance about=pain", "#less-pain .importance about=zzz"),
            "DA019",
        )
        return one.help

    few, many = help_with(10), help_with(30)
    assert few.endswith("row-9, involves, daily")
    assert f"(and {34 - MAX_LISTED} more, which are not listed here)" in many


@pytest.mark.parametrize(("code", "marks"), [("DA863", ""), ("DA211", ".more")])
@pytest.mark.parametrize(
    ("many", "said"), [(3, ""), (5, " (and 2 more, which are not listed here)")]
)
def test_outcomes_to_choose_from_are_all_named_or_it_is_said_how_many_are_not(
    code: str, marks: str, many: int, said: str
) -> None:
    bad = outcome("pain", {"as-now": frequency(40), "treatment": frequency(40)}, grid=not marks)
    good = [
        outcome(
            f"good-{n}",
            {"as-now": frequency(10), "treatment": frequency(20)},
            direction="good",
            more=bool(marks),
        )
        for n in range(many)
    ]
    first, *_ = found(example_aid(bad, *good), code)
    assert first.help.endswith(f"of one of these: 'Good-0', 'Good-1' and 'Good-2'{said}")


MORE = """## More {.outcomes}

- Source: example-2024
- Certainty: low
- People: 90 adults

| | Time | Said as | as-now | treatment | Difference |
|---|---|---|---|---|---|
"""

WISH = """
### What I wish {#wish .ranking}
Which matters most to you?

- Pain that is less likely to come back {#wish-back ABOUT}
- Fewer tablets {#wish-fewer about=involves}
"""


@pytest.mark.parametrize(
    ("brace", "chances"),
    [("about=pain", 0), ("", 1), ("about=pain toward=treatment", 1)],
)
def test_a_direction_that_a_person_may_wish_for_is_no_chance_in_words(
    brace: str, chances: int
) -> None:
    source = TEXT.replace(
        "## Check the facts", f"{WISH.replace('ABOUT', brace)}\n## Check the facts"
    )
    assert len(told(source, "DA321")) == chances


def test_a_wish_that_names_an_option_is_a_claim_on_it() -> None:
    wish = WISH.replace("Pain that", "With the example treatment pain that").replace(
        "ABOUT", "about=pain"
    )
    assert (
        len(told(TEXT.replace("## Check the facts", f"{wish}\n## Check the facts"), "DA321")) == 1
    )
    common = WISH.replace("less likely to come back", "rare").replace("ABOUT", "about=pain")
    assert (
        len(told(TEXT.replace("## Check the facts", f"{common}\n## Check the facts"), "DA321")) == 1
    )


TABLE = """## From one trial {.outcomes}

- Source: example-2024
- Certainty: low
- People: 90 adults in 1 trial
- Time: 3 months
- Difference: not reported

| | Said as | as-now | treatment |
|---|---|---|---|
| Itching {#itching .bad .more} | itch / do not itch | 5 in 100 | 6 in 100 |
| Swelling {#swelling .bad .more} | swell / do not swell | not in this study | 6 in 100 |

"""


def test_an_answer_above_a_table_is_none_of_a_row_with_one_figure() -> None:
    compiled = compile_aid(TEXT.replace("## What nobody knows", f"{TABLE}## What nobody knows"))
    assert [each.code.number for each in compiled.diagnostics] == []
    assert compiled.aid is not None
    both, one = compiled.aid.outcomes[2:]
    assert [len(both.comparisons), len(one.comparisons)] == [1, 0]


def test_a_source_is_never_guessed() -> None:
    source = whole_source(
        "## Your options {.options}\n\n### Carry on as now {#as-now .as-now}\nYou start nothing new.\n\n"
        '### Example treatment {#treatment name="the example treatment"}\nYou take it each day.\n\n'
        "### Example operation {#operation .not-offered}\nYou have an operation.\n\n"
        "- Not offered: the guideline leaves it out\n"
    )
    [one] = told(source, "DA107")
    assert "example-2024" not in one.help
    [bare] = told(
        TEXT.replace("- Source: example-2024\n", "").replace(
            "- Certainty: high\n", "- Certainty: high\n- Time: 12 months\n", 1
        ),
        "DA501",
    )[:1]
    assert "example-2024" not in bare.help


LINE_OF_AN_OUTCOME = re.compile(
    r"'- (?:Time|People|Source|Certainty|Said as|Difference|Scale|Matters from|Note|Fit|Chosen)\b"
    r"|'\| [a-z-]+ \| |\badd (?:a|the) line\b|\bthis line\b"
)


@pytest.mark.long
def test_a_help_for_a_row_of_a_table_speaks_of_row_and_column() -> None:
    checked, codes = 0, set()
    for page in PAGES:
        source = Source("index.md", whole_source(read_rule_page(page).wrong))
        table = in_form(source, "table")
        rows = {n for n, line in enumerate(table.split("\n"), 1) if re.match(r"\| [^|]+\{#", line)}
        for each in compile_aid(table).diagnostics if table != source.text else ():
            if each.span.line in rows:
                assert LINE_OF_AN_OUTCOME.search(each.help) is None, (each.code.number, each.help)
                checked += 1
                codes.add(each.code.number)
    assert checked >= 15
    assert {"DA303", "DA311", "DA315"} <= codes


def test_what_holds_for_a_row_is_said_by_row_and_column() -> None:
    table = TABLE.replace("- Certainty: low\n", "").replace(" Said as | as-now", " as-now").replace(
        "|---|---|---|---|", "|---|---|---|").replace(" itch / do not itch |", "").replace(
        " swell / do not swell |", "")  # fmt: skip
    source = TEXT.replace("## What nobody knows", f"{table}## What nobody knows")
    [said_as, _other] = told(source, "DA301")
    assert said_as.help == (
        "in its row, write 'have this / do not have this' in the column 'Said as', with words "
        "that follow 'of 1,000 people'; what is the same in all rows can stand above the table"
    )
    [certainty, _other] = told(source, "DA308")
    assert "write '...' in the column 'Certainty' with the grade" in certainty.help


def test_an_option_above_a_table_that_is_not_known_is_one_fault_and_not_one_in_each_row() -> None:
    table = (
        "## From one trial {.outcomes}\n\n- Source: example-2024\n- Certainty: low\n"
        "- People: 90 adults in 1 trial\n- Time: 3 months\n- Not in this study: as-nowadays\n\n"
        "| | Said as | treatment |\n|---|---|---|\n"
        "| Itching {#itching .bad .more} | itch / do not itch | 6 in 100 |\n"
        "| Swelling {#swelling .bad .more} | swell / do not swell | 6 in 100 |\n\n"
    )
    source = TEXT.replace("## What nobody knows", f"{table}## What nobody knows")
    assert [each.code.number for each in compile_aid(source).diagnostics] == ["DA017"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("It doubles the pain.", "[[pain/as-now]]. [[pain/treatment]]."),
        ("It trebles how many still have a fever.", None),
        ("It halves the number who have it.", "[[pain/as-now]]. [[pain/treatment]]."),  # ratio 0.50
    ],
)
def test_figures_are_offered_only_of_what_the_words_speak_of(words: str, named: str | None) -> None:
    [one] = told(TEXT.replace("You can talk with your health team.", words), "DA309")
    assert ("[[outcome-id/option-id]]" if named is None else named) in one.help
    assert ("[[pain" in one.help) is (named is not None)


TESTED = "- Difference: treatment against as-now: risk ratio 2.00 (1.50 to 2.67)"


@pytest.mark.parametrize(
    ("printed", "offered"),
    [
        ("treatment against as-now: P = 0.003", "treatment against as-now: differ: P = 0.003"),
        ("P<0.05", "groups differ: P<0.05"),
        ("treatment against as-now: significant", "treatment against as-now: differ"),
        ("treatment against as-now: not significant", "not clear: not significant"),
    ],
)
def test_of_a_test_of_chance_alone_what_the_source_says_is_offered_and_can_be_pasted(
    printed: str, offered: str
) -> None:
    assert TESTED in TEXT
    faulty = TEXT.replace(TESTED, f"- Difference: {printed}")
    [one] = [
        each
        for each in compile_aid(faulty).diagnostics
        if "Difference" in each.help or offered in each.help
    ]
    assert f"'{offered}'" in one.help
    assert "not reported" not in one.help
    assert "not found" not in one.help
    mended = compile_aid(TEXT.replace(TESTED, f"- Difference: {offered}"))
    assert mended.ok, mended.diagnostics
