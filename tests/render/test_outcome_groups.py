"""Which outcomes stand together on the page, and what is said of them together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from decisionaid.model.aid import Aid, SourceWork
from decisionaid.model.figure import Counted, Figure, NotFound, NotInStudy, NotKnown
from decisionaid.model.outcome import Certainty, Cited, NotClear, Outcome, TimePoint, Words
from decisionaid.model.sections import OutcomesSection
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.groups import groups_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.views import OutcomeGroups
from tests.english import say
from tests.render.examples import EXAMPLE, SECTIONS, frequency, outcome
from tests.render.page import Page, text

SOURCES = tuple(
    SourceWork(id=each, short=f"Source {each}", title=each, year=2020, version_of=first)
    for each, first in (("one", None), ("two", None), ("report", "paper"), ("paper", None))
)


def row(name: str, source: str, *figures: Figure, **fields: Any) -> Outcome:
    shares = figures or (frequency("20", 100), frequency("10", 100))
    return outcome(name, *shares, None, sources=Cited(ids=(source,)), **fields)


def aid_of(*rows: Outcome) -> Aid:
    before = [each for each in SECTIONS if not isinstance(each, OutcomesSection)]
    section = OutcomesSection(heading="What can happen", outcomes=rows)
    sections = (*before[:4], section)
    return EXAMPLE.model_copy(update={"sections": sections, "sources": SOURCES})


def groups(*rows: Outcome) -> OutcomeGroups:
    aid = aid_of(*rows)
    (section,) = aid.of(OutcomesSection)
    return groups_of(section, Figures(aid), 3, {row.id for row in rows if row.grid})


def page(*rows: Outcome) -> Page:
    return Page(render_aid_page(aid_of(*rows), SiteView("../../"), "0" * 64))


ESTIMATES = (
    row("help", "one", direction="good"),
    row("harm", "one"),
    row("harm-two", "two", frequency("30", 100), frequency("40", 100), estimate_of="harm"),
    row("help-two", "two", frequency("5", 100), frequency("6", 100), estimate_of="help"),
)


def test_each_source_has_its_benefits_and_harms_together_the_main_one_first() -> None:
    made = groups(*ESTIMATES)
    assert [group.kind for group in made.folded] == ["single", "single", "estimates"]
    sources = made.folded[-1].sources
    assert [source.sources[0][1] for source in sources] == [
        "Source one (2020)",
        "Source two (2020)",
    ]
    assert [[line.id for line in source.lines] for source in sources] == [
        ["help", "harm"],
        ["help-two", "harm-two"],
    ]


def test_estimates_are_never_averaged_and_each_is_on_the_page_as_it_is() -> None:
    words = text(page(*ESTIMATES).one("#compare .estimates"))
    for figure in ("20 of 100", "10 of 100", "30 of 100", "40 of 100", "5 of 100", "6 of 100"):
        assert figure in words
    for average in ("25 of 100", "12 of 100", "13 of 100", "8 of 100"):
        assert average not in words
    assert "Nothing is averaged." in words


def test_an_estimate_keeps_its_own_time_people_note_fit_and_comparison() -> None:
    later = row(
        "harm-two",
        "two",
        estimate_of="harm",
        time=TimePoint(low=Decimal(5), unit="years"),
        people=Words(text="40 people in 1 trial"),
        note="it was a small trial",
        fit="These people were older.",
        comparisons=(NotFound(reason="we read the summary"),),
    )
    words = text(page(*ESTIMATES[:2], later).one("#outcome-harm-two"))
    assert "At 5 years · 40 people in 1 trial" in words
    assert "It was a small trial." in words
    assert "Are they like you? These people were older." in words
    assert (
        "The source may compare these options. We have not found it. We read the summary." in words
    )
    assert "Where this comes from" in words


def test_an_estimate_is_heard_as_sentences_and_its_main_outcome_keeps_its_address() -> None:
    made = page(*ESTIMATES)
    spoken = [text(node) for node in made.all("#outcome-harm-two .figure-line .visually-hidden")]
    assert spoken[0] == (
        "With carrying on as now, 30 of 100 people have the bad thing at 1 year, "
        "and 70 of 100 do not have it."
    )
    ids = made.attributes("[id]", "id")
    assert ids.count("outcome-harm") == 1


def test_options_that_a_source_did_not_study_share_one_line_in_what_each_source_says() -> None:
    figures = (frequency("20", 100), NotInStudy(), NotInStudy())
    main, other = (
        outcome(name, *figures, sources=Cited(ids=(source,)), estimate_of=of)
        for name, source, of in (("harm", "one", None), ("harm-two", "two", "harm"))
    )
    block = page(main, other).one("#compare .estimates")
    assert [text(each) for each in block.css(".others")] == [
        "Not studied here: the other options."
    ] * 2
    assert [text(each) for each in block.css(".figure-line [aria-hidden]")] == [
        "Carry on as now: 20 of 100"
    ] * 2
    # Behind the figures it is said in full once, where it is not said above already.
    assert text(block).count("Not studied here.") == 1


def test_where_a_source_has_no_figure_each_option_says_why() -> None:
    unseen = [UNSEEN] * 3
    other = outcome("harm-two", *unseen, sources=Cited(ids=("two",)), estimate_of="harm")
    lines = page(ESTIMATES[1], other).all("#outcome-harm-two .figure-line")
    assert len(lines) == 3


def test_estimates_stand_after_the_last_outcome_they_are_of() -> None:
    made = groups(*ESTIMATES, row("other", "one"))
    assert [group.id for group in made.folded] == ["help", "harm", "harm-two", "other"]


def on_grid(each: Outcome) -> Outcome:
    return each.model_copy(update={"grid": True})


def test_what_belongs_to_a_row_of_the_grid_is_in_sight_and_the_others_are_folded() -> None:
    made = groups(on_grid(ESTIMATES[0]), *ESTIMATES[1:], row("other", "one"))
    assert [group.kind for group in made.open] == ["single", "estimates"]
    assert [group.id for group in made.folded] == ["harm", "other"]
    assert made.folded_rows == 2


def test_headings_behind_the_fold_are_one_level_lower() -> None:
    made = groups(on_grid(ESTIMATES[0]), row("other", "one"))
    assert [each.rows[0].level for each in (*made.open, *made.folded)] == [3, 4]


def test_of_a_series_the_times_of_the_grid_are_in_sight() -> None:
    first, second, third = times(1, 2, 3)
    (series,) = groups(first, on_grid(second), third).open
    assert [each.id for each in series.rows] == ["year-2"]
    assert [each.id for each in series.later] == ["year-1", "year-3"]


def test_estimates_of_an_outcome_in_another_section_still_show_it_beside_them() -> None:
    aid = aid_of(*ESTIMATES)
    (section,) = aid.of(OutcomesSection)
    mains = section.model_copy(update={"outcomes": ESTIMATES[:2]})
    others = section.model_copy(update={"outcomes": ESTIMATES[2:]})
    apart = aid.model_copy(update={"sections": (*aid.sections[:4], mains, others)})
    (group,) = groups_of(others, Figures(apart), 3, ()).folded
    assert [len(source.lines) for source in group.sources] == [2, 2]


def times(*years: int, **fields: Any) -> list[Outcome]:
    return [
        row(
            f"year-{year}",
            "one",
            series="s",
            time=TimePoint(low=Decimal(year), unit="years"),
            **fields,
        )
        for year in years
    ]


def test_three_times_of_a_series_stand_open_and_the_others_behind_a_disclosure() -> None:
    made = page(*times(1, 2, 3, 4, 5))
    (series,) = made.all("#compare .series")
    assert text(series.css("h3")[0]) == "The same thing at 5 times"
    assert [text(each) for each in series.css("details.more > summary")] == ["More times (2)"]
    behind = [each.attributes["id"] for each in series.css("details.more > .outcome")]
    assert behind == ["outcome-year-4", "outcome-year-5"]
    assert len(made.all("#compare .series .outcome")) == 5


def test_three_times_need_no_disclosure() -> None:
    assert page(*times(1, 2, 3)).all("#compare .series details.more") == []


def test_times_of_which_the_aid_names_other_people_say_that_they_cannot_be_joined() -> None:
    first, second = times(1, 2)
    changed = (
        {"sources": Cited(ids=("two",))},  # another paper on the same people
        {"people": NotKnown(reason="not printed")},
        {"people": Words(text="50 other people")},
    )
    hints = [
        page(first, second.model_copy(update=each)).texts("#compare .series > .hint")
        for each in changed
    ]
    assert hints == [
        ["Read each time by itself. They do not make one line."],
        ["Read each time by itself. They do not make one line."],
        [
            (
                "The people studied were not the same at each time, so the numbers cannot be joined. "
                "Read each time by itself."
            )
        ],
    ]


def test_two_printings_of_one_study_are_named_beside_the_row_and_not_behind_a_disclosure() -> None:
    made = page(row("pain", "report", chosen="the report corrects the paper"))
    assert made.texts("#outcome-pain .outcome-words .versions") == [
        (
            "Two versions of this study print different figures: Source report (2020) and "
            "Source paper (2020). The report corrects the paper."
        )
    ]
    assert made.all("#outcome-pain details .versions") == []


def test_the_first_printing_is_named_too_when_it_is_the_one_cited() -> None:
    (said,) = page(row("pain", "paper", chosen="it is whole")).texts(".versions")
    assert "Source report (2020) and Source paper (2020)" in said


def test_a_study_with_one_printing_has_no_other_to_name() -> None:
    (said,) = page(row("pain", "one", chosen="it is whole")).texts(".versions")
    assert said == "Two versions of this study print different figures. It is whole."


def test_figures_from_different_studies_keep_their_warning_as_an_estimate_and_on_the_evidence() -> (
    None
):
    apart = ESTIMATES[2].model_copy(
        update={"groups_from_different_studies": True, "comparisons": ()}
    )
    rows = (*ESTIMATES[:2], apart)
    said = say("different_studies")
    assert page(*rows).texts("#outcome-harm-two .note") == [said]
    evidence = Page(render_evidence_page(aid_of(*rows), SiteView("../../")))
    assert said in text(evidence.one("#row-harm-two"))
    assert said not in text(evidence.one("#row-harm"))


UNGRADED = Certainty(level="not-graded", reason="one trial")
UNSEEN = NotFound(reason="we read the summary")
NOT_GRADED = "For all outcomes in this part: How sure we can be was not graded."
NOT_COMPARED = (
    "For all outcomes in this part: The source may compare these options. We have not found it."
)


def test_what_no_row_of_a_section_says_is_said_once() -> None:
    rows = [
        row(name, "one", certainty=UNGRADED, comparisons=(UNSEEN,), grid=name == "a")
        for name in ("a", "b", "c")
    ]
    made = page(*rows)
    # Before the row in sight, and before the others where they are folded.
    assert made.texts("#compare .hint") == [NOT_GRADED, NOT_COMPARED] * 2
    assert made.texts("#compare .sure") == []
    assert made.texts("#compare .outcome-words p") == []
    words = text(made.one("#compare"))
    # Behind the figures, each row keeps why.
    assert words.count("We read the summary.") == 3


def test_what_a_row_does_say_stays_with_each_of_them() -> None:
    graded = row("a", "one", comparisons=(UNSEEN,))
    clear = row("b", "one", comparisons=(NotClear(reason="few people"),))
    for other in (graded, clear):
        made = page(row("c", "one", certainty=UNGRADED, comparisons=(UNSEEN,)), other)
        assert NOT_GRADED not in made.texts("#compare .hint")
        assert "How sure we can be was not graded." in made.texts("#outcome-c .sure")
    assert page(graded, clear).texts("#compare .hint") == []
    alike = page(graded, graded.model_copy(update={"id": "d"}))
    assert len(alike.texts("#compare .sure")) == 2


def test_one_row_alone_says_what_it_does_not_say_itself() -> None:
    made = page(row("c", "one", certainty=UNGRADED, comparisons=(UNSEEN,)))
    assert made.texts("#compare .hint") == []
    assert made.texts("#outcome-c .sure") == ["How sure we can be was not graded."]


def test_whom_a_mark_stands_for_is_said_once_in_a_section() -> None:
    rows = [row(name, "one", frequency("441", 1000), frequency("110", 1000)) for name in "ab"]
    words = text(page(*rows).one("#compare"))
    assert words.count("Each small figure stands for 10 people.") == 1


def test_whom_a_mark_stands_for_is_said_where_such_marks_are_drawn() -> None:
    drawn = [row(name, "one", frequency("441", 1000), frequency("110", 1000)) for name in "ab"]
    in_sight = row("c", "one", UNSEEN, UNSEEN, grid=True)
    made = groups(*drawn, in_sight)
    assert (made.legend, made.folded_legend) == ("", "Each small figure stands for 10 people.")
    seen = (each.model_copy(update={"grid": True}) for each in drawn)
    made = groups(*seen, row("d", "one", UNSEEN, UNSEEN))
    assert (made.legend, made.folded_legend) == ("Each small figure stands for 10 people.", "")


def test_rows_out_of_another_number_say_so_and_ask_nobody_to_compare() -> None:
    counted = [row(name, "one", Counted(n=13, of=50), Counted(n=9, of=48)) for name in "ab"]
    rare = row("rare", "one", frequency("1", 1000), frequency("2", 1000))
    made = page(*counted, rare)
    said = "These numbers are out of 1,000, most other rows out of 100. Do not compare them."
    assert made.texts("#compare .note") == [said]
    assert made.texts("#outcome-rare .note") == [said]
    assert "Out of 1,000, most other rows out of 100." in text(made.one("#side-by-side"))


def test_another_row_between_the_times_of_a_series_does_not_break_it() -> None:
    times = [TimePoint(low=Decimal(n), unit="months") for n in (3, 6, 12)]
    first, second, third = (
        row(f"sick-{n}", "one", series="sick", time=time) for n, time in enumerate(times)
    )
    made = groups(first, row("pain", "one"), second, row("sleep", "one"), third)
    assert [group.kind for group in made.folded] == ["series", "single", "single"]
    assert [each.id for each in made.folded[0].rows] == ["sick-0", "sick-1", "sick-2"]


def test_another_row_between_two_groups_of_readers_does_not_part_them() -> None:
    young, old = (row(each, "one", label="Upset", stratum=each) for each in ("young", "old"))
    made = groups(young, row("pain", "one"), old)
    assert [group.kind for group in made.folded] == ["strata", "single"]
    assert [each.id for each in made.folded[0].strata] == ["young", "old"]
