"""What the rules find, on aids made of models. One finding of each is on its page, too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from decisionaid.diagnostics import Harm, Severity
from decisionaid.model.aid import Aid, Dates, SourceWork, Stratum
from decisionaid.model.base import Part
from decisionaid.model.figure import (
    DifferenceFrom,
    Figure,
    Frequency,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    ReferenceCell,
    Score,
)
from decisionaid.model.outcome import (
    Certainty,
    MattersFrom,
    NotClear,
    PublishedRatio,
    Scale,
    TimePoint,
)
from decisionaid.model.sections import Option, OptionsSection
from decisionaid.model.sections import TestSection as SectionOfTest
from decisionaid.rules import RULES, RuleContext
from tests.rules.example_aid import (
    PAIN,
    SICK,
    codes,
    example_aid,
    found,
    frequency,
    outcome,
    prose,
    sections,
)

TODAY = date(2026, 6, 1)
UNKNOWN = NotKnown(reason="nobody measured it")
NOT_SEEN = NotFound(reason="we have read only the summary")


def test_an_aid_without_faults_has_none() -> None:
    assert codes(example_aid(), TODAY) == []


def test_an_empty_aid_breaks_no_rule_of_python() -> None:
    empty = Aid(slug="empty", title="Empty")
    assert "DA101" in codes(empty, TODAY)


def test_each_code_has_one_rule_and_a_reason() -> None:
    numbers = [rule.code.number for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert all(rule.code.why for rule in RULES)


def test_no_waiver_answers_what_only_people_can() -> None:
    attested = {rule.code.number: rule for rule in RULES if rule.kind == "attest"}
    assert set(attested) == {"DA603", "DA715", "DA716", "DA717", "DA809"}
    assert not any(rule.waivable for rule in attested.values())
    assert "nobody can waive" in attested["DA809"].no_waiver


def test_what_could_mislead_says_so_twice() -> None:
    """A rule that is unsafe is about a figure, an option that is favoured, or something left out."""
    mild = {Harm.HARD_TO_USE, Harm.HOUSEKEEPING}
    assert not {rule.code.number for rule in RULES if rule.unsafe and rule.code.harm in mild}


def severities(aid: Aid) -> list[tuple[str, Severity]]:
    """Return the codes of everything found, with the severity each has in this aid."""
    return [
        (rule.code.number, rule.code_for(aid).severity)
        for rule in RULES
        for _finding in rule.check(aid, RuleContext())
    ]


def test_a_gap_in_a_draft_is_a_warning() -> None:
    assert severities(example_aid(status="draft", funding=None)) == [("DA601", Severity.WARNING)]


def test_wrong_arithmetic_in_a_draft_is_still_an_error() -> None:
    wrong = outcome("pain", {"as-now": frequency(140), "treatment": frequency(20)})
    draft = example_aid(wrong, SICK, status="draft")
    assert severities(draft) == [("DA312", Severity.ERROR)]


@pytest.mark.parametrize(
    "number",
    [
        "DA201",
        "DA202",
        "DA301",
        "DA302",
        "DA303",
        "DA304",
        "DA305",
        "DA308",
        "DA312",
        "DA501",
        "DA505",
        "DA506",
    ],
)
def test_what_makes_a_page_unsafe_is_an_error_and_cannot_be_set_aside(number: str) -> None:
    rule = next(rule for rule in RULES if rule.code.number == number)
    assert rule.unsafe
    assert rule.code.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("kind", "DA110"),
        ("condition", "DA101"),
        ("question", "DA102"),
        ("who_for", "DA103"),
        ("not_for", "DA103"),
        ("people", "DA103"),
        ("option_order", "DA207"),
        ("update", "DA507"),
        ("country", "DA508"),
        ("version", "DA509"),
        ("funding", "DA601"),
    ],
)
def test_a_missing_part_of_the_head_is_found_at_its_place(field: str, number: str) -> None:
    aid = example_aid(**{field: None})
    assert codes(aid) == [number]
    assert [finding.path for finding in found(aid, number)] == [(field,)]


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("time", "DA303"),
        ("people", "DA305"),
        ("certainty", "DA308"),
        ("sources", "DA501"),
        ("said_as", "DA301"),
    ],
)
def test_a_missing_field_of_an_outcome_is_found_at_its_place(field: str, number: str) -> None:
    cells = {cell.option: cell.figure for cell in PAIN.cells if cell.figure}
    aid = example_aid(outcome("pain", cells, **{field: None}), SICK)
    assert codes(aid) == [number]
    assert [finding.path for finding in found(aid, number)] == [
        ("sections", 4, "outcomes", 0, field)
    ]


def test_not_graded_needs_a_reason() -> None:
    cells = {cell.option: cell.figure for cell in PAIN.cells if cell.figure}
    graded = {
        reason: example_aid(
            outcome("pain", cells, certainty=Certainty(level="not-graded", reason=reason)), SICK
        )
        for reason in (None, "one trial")
    }
    assert codes(graded[None]) == ["DA308"]
    assert codes(graded["one trial"]) == []


@pytest.mark.parametrize(
    "question",
    ["Should I have it", "This is about tablets. Should I take them?", "  ", "Take it!"],
)
def test_the_decision_is_one_question(question: str) -> None:
    assert codes(example_aid(question=question)) == ["DA102"]


def test_a_shortened_word_does_not_end_the_question() -> None:
    assert codes(example_aid(question="Should I have the 2.5 mg tablet?")) == []


def with_options(*options: Option) -> Aid:
    """Return the example with other options; the rest still speaks of the old ones."""
    old = sections(PAIN, SICK)
    return example_aid(
        sections=tuple(
            OptionsSection(heading="Options", options=options)
            if section.role == "options"
            else section
            for section in old
        )
    )


def test_comparators_and_options_not_offered_do_not_count_as_options() -> None:
    aid = with_options(
        Option(id="as-now", name="Carry on", kind="as-now", body=prose("Nothing new.")),
        Option(id="treatment", name="Dummy", kind="comparator", body=prose("Dummy.")),
    )
    assert found(aid, "DA104")


def test_one_option_is_to_do_nothing_new() -> None:
    aid = with_options(
        Option(id="as-now", name="One", body=prose("One.")),
        Option(id="treatment", name="Two", body=prose("Two.")),
    )
    assert codes(aid) == ["DA105"]


def test_an_option_added_later_needs_a_cell_everywhere() -> None:
    aid = with_options(
        Option(id="as-now", name="Carry on", kind="as-now", body=prose("Nothing new.")),
        Option(id="treatment", name="Treatment", body=prose("You take it.")),
        Option(id="surgery", name="Surgery", body=prose("You have it.")),
    )
    assert [finding.path for finding in found(aid, "DA201")] == [
        ("sections", 4, "outcomes", 0, "cells"),
        ("sections", 4, "outcomes", 1, "cells"),
        ("sections", 3, "rows"),
    ]
    assert "| surgery |" in found(aid, "DA201")[0].help


def test_a_comparator_needs_no_cell() -> None:
    aid = with_options(
        Option(id="as-now", name="Carry on", kind="as-now", body=prose("Nothing new.")),
        Option(id="treatment", name="Treatment", body=prose("You take it.")),
        Option(id="dummy", name="Dummy", kind="comparator", body=prose("Dummy.")),
    )
    assert found(aid, "DA201") == []


def test_an_option_with_harms_alone_is_one_sided() -> None:
    aid = example_aid(SICK)
    assert [finding.path for finding in found(aid, "DA202")] == [("sections", 2, "options", 1)]
    assert "could help" in found(aid, "DA202")[0].message


def test_an_option_with_benefits_alone_is_one_sided() -> None:
    well = outcome("well", {"as-now": frequency(40), "treatment": frequency(60)}, direction="good")
    assert ["could harm" in finding.message for finding in found(example_aid(well), "DA202")] == [
        True
    ]


def test_fewer_people_with_something_bad_is_a_good_side() -> None:
    assert found(example_aid(PAIN, SICK), "DA202") == []


def test_an_honest_unknown_is_both_sides() -> None:
    row = outcome("pain", {"as-now": frequency(40), "treatment": UNKNOWN}, comparisons=())
    assert [finding.path[-1] for finding in found(example_aid(row), "DA202")] == [0]


def test_a_harm_that_cannot_happen_with_an_option_is_a_good_side_of_it() -> None:
    spared = outcome(
        "bleeding",
        {"as-now": NotApplicable(reason="no test is done"), "treatment": frequency(5)},
        comparisons=(),
    )
    found_late = outcome("late", {"as-now": frequency(4), "treatment": frequency(3)})
    assert found(example_aid(spared, found_late), "DA202") == []


def test_a_good_thing_that_cannot_happen_with_an_option_is_a_bad_side_of_it() -> None:
    well = outcome(
        "well",
        {"as-now": frequency(6), "treatment": NotApplicable(reason="it cannot")},
        direction="good",
        comparisons=(),
    )
    told = [finding.message for finding in found(example_aid(well, PAIN), "DA202")]
    assert not any("'Treatment' could harm" in message for message in told)


@pytest.mark.parametrize(
    "other", [NotApplicable(reason="no operation"), NotInStudy()], ids=lambda each: each.kind
)
def test_what_can_happen_with_no_option_is_no_side_of_any(other: Figure) -> None:
    row = outcome(
        "pain", {"as-now": other, "treatment": NotApplicable(reason="no")}, comparisons=()
    )
    told = [finding.message for finding in found(example_aid(row), "DA202")]
    assert [message for message in told if "'Treatment'" in message] == [
        "no outcome says how the option 'Treatment' could help",
        "no outcome says how the option 'Treatment' could harm",
    ]


def test_an_option_of_which_nothing_is_said_is_told_once() -> None:
    none = NotApplicable(reason="no treatment")
    well = outcome(
        "well", {"as-now": none, "treatment": frequency(60)}, direction="good", comparisons=()
    )
    sick = outcome("sick", {"as-now": none, "treatment": frequency(6)}, comparisons=())
    assert codes(example_aid(well, sick)) == ["DA106"]


def test_a_scale_says_which_end_is_good() -> None:
    scale = Scale(name="WOMAC", low=Decimal(0), high=Decimal(240), better="lower")
    row = outcome(
        "womac",
        {"as-now": Score(points=Decimal(50)), "treatment": Score(points=Decimal(30))},
        scale=scale,
        said_as=None,
    )
    assert [finding.message for finding in found(example_aid(row), "DA202")] == [
        "no outcome says how the option 'Carry on' could help"
    ]


def test_natural_course_may_be_an_honest_unknown_but_not_silence() -> None:
    none = NotApplicable(reason="no treatment")
    rows = [
        outcome("pain", {"as-now": cell, "treatment": frequency(5)}, comparisons=())
        for cell in (none, UNKNOWN)
    ]
    assert [len(found(example_aid(row), "DA106")) for row in rows] == [1, 0]


def test_unequal_denominators_are_refused_with_both_figures_written_out() -> None:
    row = outcome(
        "pain",
        {
            "as-now": frequency(3, 1000),
            "treatment": Frequency(n=Decimal("1.5"), of=100, low=Decimal(1), high=Decimal(2)),
        },
    )
    (finding,) = found(example_aid(row, SICK), "DA302")
    assert finding.path == ("sections", 4, "outcomes", 0, "cells", 1)
    assert finding.also == (("sections", 4, "outcomes", 0, "cells", 0),)
    assert finding.help == "write all of them out of 1000: '3 in 1000' and '15 in 1000 (10 to 20)'"


def test_rows_of_a_series_differ_in_time_and_may_be_printed_out_of_different_numbers() -> None:
    later = TimePoint(low=Decimal(24), unit="months")
    first = outcome("one", {"as-now": frequency(4), "treatment": frequency(2)}, series="pain")
    cells = {"as-now": frequency(40, 1000), "treatment": frequency(20, 1000)}
    assert codes(example_aid(first, outcome("two", cells, series="pain"), SICK)) == ["DA304"]
    assert codes(example_aid(first, outcome("two", cells, series="pain", time=later), SICK)) == []


def test_another_sources_estimate_may_be_at_another_time_since_its_line_says_so() -> None:
    later = TimePoint(low=Decimal(24), unit="months")
    cells = {"as-now": frequency(50), "treatment": frequency(30)}
    other = outcome("other", cells, estimate_of="pain", time=later)
    assert codes(example_aid(PAIN, SICK, other)) == []


def test_a_published_comparison_contradicts_not_known() -> None:
    ratio = PublishedRatio(
        option="treatment", against="as-now", measure="risk ratio", value=Decimal("0.7")
    )
    rows = {
        cell.kind: outcome(
            "pain", {"as-now": cell, "treatment": frequency(5)}, comparisons=(ratio,)
        )
        for cell in (UNKNOWN, NotFound(reason="only the ratio is printed"))
    }
    assert len(found(example_aid(rows["not-known"], SICK), "DA315")) == 1
    assert found(example_aid(rows["not-found"], SICK), "DA315") == []


def test_a_difference_that_is_not_clear_needs_two_figures() -> None:
    row = outcome(
        "pain",
        {"as-now": UNKNOWN, "treatment": frequency(5)},
        comparisons=(NotClear(reason="not significant"),),
    )
    assert len(found(example_aid(row, SICK), "DA315")) == 1


def test_a_row_of_unknowns_belongs_elsewhere() -> None:
    row = outcome("pain", {"as-now": UNKNOWN, "treatment": UNKNOWN}, comparisons=())
    assert codes(example_aid(row, SICK)) == ["DA314"]


def test_a_row_of_unknowns_for_one_group_goes_with_the_figures_of_another() -> None:
    unknown = outcome(
        "old",
        {"as-now": UNKNOWN, "treatment": UNKNOWN},
        label="Pain",
        comparisons=(),
        stratum="old",
    )
    figures = PAIN.model_copy(update={"stratum": "new"})
    aid = example_aid(figures, unknown, SICK)
    strata = (Stratum(id="old", words="It is old."), Stratum(id="new", words="It is new."))
    assert found(aid.model_copy(update={"strata": strata}), "DA314") == []
    alone = example_aid(unknown, SICK).model_copy(update={"strata": strata})
    assert len(found(alone, "DA314")) == 1


def test_an_outcome_for_several_groups_leaves_none_out() -> None:
    strata = tuple(Stratum(id=each, words=f"It is {each}.") for each in ("old", "new", "odd"))
    rows = [
        PAIN.model_copy(update={"id": f"pain-{each}", "stratum": each}) for each in ("old", "new")
    ]
    aid = example_aid(*rows, SICK).model_copy(update={"strata": strata})
    assert [each.message for each in found(aid, "DA327") if each.path[0] == "sections"] == [
        "'Pain' has a row for 'old' and 'new', and none for 'odd'"
    ]
    one = example_aid(rows[0], SICK).model_copy(update={"strata": strata})
    assert [each for each in found(one, "DA327") if each.path[0] == "sections"] == []


@pytest.mark.parametrize("other", [NOT_SEEN, UNKNOWN], ids=lambda each: each.kind)
def test_what_nobody_has_found_was_not_measured(other: Figure) -> None:
    row = outcome("pain", {"as-now": NOT_SEEN, "treatment": other}, comparisons=())
    (one,) = found(example_aid(row, SICK), "DA314")
    assert "take the outcome out until it is found" in one.help


def test_differences_and_their_reference_need_each_other() -> None:
    scale = Scale(name="pain", low=Decimal(0), high=Decimal(100), better="lower")
    noticed = MattersFrom(points=Decimal(9))
    lower = DifferenceFrom(amount=Decimal(12), word="lower")

    def row(*figures: Part) -> Aid:
        cells = dict(zip(("as-now", "treatment"), figures, strict=True))
        about = {"scale": scale, "matters_from": noticed, "comparisons": (), "said_as": None}
        each = outcome("pain", cells, **about)  # type: ignore[arg-type]
        return example_aid(each, SICK)

    assert codes(row(ReferenceCell(), lower)) == []
    assert len(found(row(UNKNOWN, lower), "DA317")) == 1
    assert len(found(row(ReferenceCell(), ReferenceCell()), "DA317")) == 1
    assert len(found(row(ReferenceCell(), UNKNOWN), "DA317")) == 1


def test_points_need_a_scale() -> None:
    cells = {"as-now": Score(points=Decimal(50)), "treatment": Score(points=Decimal(30))}
    assert codes(example_aid(outcome("ache", cells), SICK, PAIN)) == ["DA316"]


def test_figures_of_two_options_need_a_published_difference() -> None:
    cells = {"as-now": frequency(4), "treatment": frequency(2)}
    alone = outcome("pain", cells, comparisons=())
    apart = outcome("pain", cells, comparisons=(), groups_from_different_studies=True)
    assert codes(example_aid(alone, SICK)) == ["DA311"]
    assert codes(example_aid(apart, SICK)) == []


@pytest.mark.parametrize(
    ("dates", "today", "number"),
    [
        ({"published": date(2026, 7, 1)}, TODAY, "DA505"),
        ({"evidence": date(2026, 1, 16)}, None, "DA505"),
        ({"published": None}, None, "DA505"),
        ({"review": None}, None, "DA506"),
        ({"expires": None}, None, "DA506"),
        ({"expires": date(2031, 1, 16)}, None, "DA506"),
        ({"review": date(2029, 1, 16)}, None, "DA506"),
        ({}, date(2028, 1, 16), "DA510"),
        ({}, date(2029, 1, 16), "DA512"),
    ],
)
def test_dates_are_all_there_and_in_order(
    dates: dict[str, date | None], today: date | None, number: str
) -> None:
    aid = example_aid()
    changed = example_aid(dates=Dates.model_validate(aid.dates.model_dump() | dates))
    assert codes(changed, today) == [number]


def test_five_years_to_the_day_is_not_too_long() -> None:
    dates = Dates(
        published=date(2024, 2, 29),
        evidence=date(2024, 2, 29),
        review=date(2026, 2, 28),
        expires=date(2029, 2, 28),
    )
    assert codes(example_aid(dates=dates)) == []


def test_old_sources_are_only_told_when_the_date_is_known() -> None:
    old = SourceWork(id="old", title="Old", year=2012, doi="10.1000/old")
    new = SourceWork(id="new", title="New", year=2024, doi="10.1000/new")
    assert codes(example_aid(sources=(old,)), TODAY) == ["DA502"]
    assert codes(example_aid(sources=(old,))) == []
    assert codes(example_aid(sources=(old, new)), TODAY) == []


def test_a_source_that_nobody_can_look_up_is_refused() -> None:
    work = SourceWork(id="lost")
    findings = found(example_aid(sources=(work,)), "DA501")
    assert [finding.path for finding in findings] == [
        ("sources", 0, "title"),
        ("sources", 0, "year"),
        ("sources", 0, "url"),
    ]


def test_every_key_outcome_is_asked_about_unless_marked_more() -> None:
    extra = outcome("extra", {"as-now": frequency(4), "treatment": frequency(2)})
    more = outcome("extra", {"as-now": frequency(4), "treatment": frequency(2)}, more=True)
    asked = sections(PAIN, SICK)[-1]
    aids = [
        example_aid(sections=(*sections(PAIN, SICK, each)[:-1], asked)) for each in (extra, more)
    ]
    assert [codes(aid) for aid in aids] == [["DA401"], []]


def test_a_test_needs_what_an_outcome_needs_and_an_option_results_and_a_table() -> None:
    test = SectionOfTest(heading="What the test finds")
    assert codes(example_aid(sections=(*sections(PAIN, SICK), test))) == [
        "DA303",
        "DA305",
        "DA308",
        "DA501",
        "DA972",
        "DA973",
        "DA974",
    ]
