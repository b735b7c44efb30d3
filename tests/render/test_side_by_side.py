"""The table of all that is compared: each row and option once, in the author's order, never blank."""

from decimal import Decimal

from decisionaid.model.aid import Aid
from decisionaid.model.figure import ReferenceCell
from decisionaid.model.outcome import NotClear, Outcome, PublishedRatio
from decisionaid.model.sections import (
    ImportanceQuestion,
    OutcomesSection,
    RankingQuestion,
    ValuesSection,
)
from decisionaid.render import SiteView, render_aid_page, render_grid
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.whole_rows import whole_rows
from decisionaid.render.pages.questions import is_sensitive
from decisionaid.render.pages.side_by_side import TableRow, TableView, table_of
from tests.english import say
from tests.render.examples import EXAMPLE, OUTCOMES, SECTIONS, frequency
from tests.render.examples import outcome as row_of
from tests.render.page import Page, text

FIGURES = Figures(EXAMPLE)
TABLE = table_of(FIGURES)
PAGE = Page(render_aid_page(EXAMPLE, SiteView("../../"), "0123456789abcdef"))


def row(name: str, table: TableView = TABLE) -> TableRow:
    (found,) = (each for each in table.rows if each.id == name)
    return found


def with_outcomes(*outcomes: Outcome) -> Aid:
    sections = tuple(
        OutcomesSection(heading="What can happen", outcomes=outcomes)
        if isinstance(each, OutcomesSection)
        else each
        for each in SECTIONS
    )
    return EXAMPLE.model_copy(update={"sections": sections})


def cells(name: str) -> list[tuple[str, str]]:
    return [(cell.look, str(cell.words)) for cell in row(name).cells]


def test_rows_stand_in_the_authors_order_words_and_figures_alike() -> None:
    assert [each.id for each in TABLE.rows] == [
        "effort", "time", "soon", "later", "counted", "rare", "rates", "events", "scores",
        "changes", "differences", "young", "old", "main", "other",
    ]  # fmt: skip


def test_only_an_aid_that_asks_what_matters_says_to_say_it_or_change_it() -> None:
    quiet = EXAMPLE.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"questions": ()})
                if isinstance(each, ValuesSection)
                else each
                for each in SECTIONS
            )
        }
    )
    without = Page(render_aid_page(quiet, SiteView("../../"), "0123456789abcdef"))
    way_back = '#side-by-side a[href="#values"]'
    assert PAGE.texts(way_back) == ["Back", "Say or change what matters to you"]
    assert without.texts(way_back) == ["Back"]
    assert without.all("#side-by-side tr")
    assert "what you say matters to you" not in " ".join(without.texts("#side-by-side"))


def test_rows_for_the_curious_and_about_the_study_are_left_out() -> None:
    assert {"spread", "study"} <= {each.id for each in OUTCOMES}
    assert not {"spread", "study"} & {each.id for each in TABLE.rows}


def test_options_stand_in_their_order_and_what_is_not_offered_is_marked() -> None:
    assert [(each.id, each.mark) for each in TABLE.options] == [
        ("wait", ""), ("tablet", ""), ("operation", say("mark_not_offered")),
    ]  # fmt: skip


def test_a_comparator_stands_behind_the_options_and_only_where_it_was_measured() -> None:
    assert [each.id for each in TABLE.columns] == ["wait", "tablet", "operation", "dummy"]
    beside = {each.id: [column.id for column, _ in TABLE.beside(each)] for each in TABLE.rows}
    assert [name for name, columns in beside.items() if columns] == ["differences"]
    without = table_of(Figures(with_outcomes(OUTCOMES[0])))
    assert [each.id for each in without.columns] == ["wait", "tablet", "operation"]


def test_no_cell_is_blank_and_not_known_is_never_a_number() -> None:
    for each in TABLE.rows:
        assert len(each.cells) == len(TABLE.columns)
        assert all(cell.words for cell in each.cells)
    assert cells("soon")[2] == ("unknown", "not known")
    assert cells("rates")[1] == ("unknown", "not found")
    assert cells("rare")[2] == ("words", "does not apply")


def test_a_cell_that_is_missing_is_a_gap_that_can_be_seen() -> None:
    short = OUTCOMES[0].model_copy(update={"cells": OUTCOMES[0].cells[:2]})
    table = table_of(Figures(with_outcomes(short)))
    assert [cell.look for cell in row("soon", table).cells] == ["figure", "figure", "gap"]


def test_cells_hold_the_same_words_as_the_figures_do_elsewhere() -> None:
    for outcome in OUTCOMES:
        for each in (each for each in TABLE.rows if each.id == outcome.id):
            for column, cell in zip(TABLE.columns, each.cells, strict=True):
                if measured := outcome.cell(column.id):
                    assert str(cell.words) == FIGURES.shown(outcome, measured).short


def test_figures_that_chance_may_have_set_apart_say_so_as_they_do_on_the_grid() -> None:
    assert row("later").cautions == (say("caution_whole", of=1000, whole=100), say("caution_open"))
    assert row("soon").cautions == (say("caution_whole", of=1000, whole=100),)
    grid = Page(render_grid(EXAMPLE, SiteView("../../"), FIGURES))
    for each in TABLE.rows:
        for said in each.cautions:
            (line,) = (
                line
                for line in PAGE.all(".side-table tr")
                if (line.attributes.get("data-about") or "").split()[:1] == [each.id]
            )
            assert said in text(line.css("th")[0])
            on_grid = grid.all(f"#grid-{each.id}")
            assert all(said in text(found) for found in on_grid)
    assert grid.all("#grid-later")


def test_what_all_rows_with_figures_may_not_be_taken_for_is_said_once() -> None:
    later, main = (each for each in OUTCOMES if each.id in ("later", "main"))
    open_ = (NotClear(reason="few people"),)
    rows = [each.model_copy(update={"comparisons": open_}) for each in (later, main)]
    aid = with_outcomes(*rows)
    table = table_of(Figures(aid))
    assert table.once == (say("caution_open"),)
    page = Page(render_aid_page(aid, SiteView("../../"), "0" * 64))
    step = text(page.one("#side-by-side"))
    assert step.count(say("caution_open")) == 1
    assert say("side_once", said=say("caution_open")) in step
    assert table_of(Figures(with_outcomes(rows[0]))).once == ()


def test_the_time_is_said_once() -> None:
    assert row("soon").time == "at 2 to 3 days"
    said = OUTCOMES[0].model_copy(update={"label": "Still in pain at 2 to 3 days"})
    assert row("soon", table_of(Figures(with_outcomes(said)))).time == ""


def test_nothing_is_said_to_be_unknown_for_a_group_that_an_outcome_is_not_for() -> None:
    assert row("young").label == "Upset, for people who say “I am under 40”"
    assert row("young").readers == ("young",)
    assert {each.stratum for each in TABLE.rows} == {None, "young", "old"}
    assert "young-very-old" not in {each.id for each in whole_rows(FIGURES)}


def test_a_group_measured_for_the_curious_only_is_not_called_unknown() -> None:
    young, old = (each for each in OUTCOMES if each.stratum)
    table = table_of(Figures(with_outcomes(young, old.model_copy(update={"more": True}))))
    assert [each.stratum for each in table.rows if each.stratum] == ["young"]
    hidden = tuple(each.model_copy(update={"more": True}) for each in (young, old))
    rows = table_of(Figures(with_outcomes(OUTCOMES[0], *hidden))).rows
    assert [each.id for each in rows] == ["effort", "time", "soon"]


def test_rows_for_chosen_groups_only() -> None:
    young = table_of(FIGURES, strata={"young"})
    assert [each.id for each in young.rows if each.stratum] == ["young"]
    assert len(young.rows) == len(TABLE.rows) - 1
    assert not [each for each in table_of(FIGURES, strata=()).rows if each.stratum]


def test_so_many_rows_at_most() -> None:
    rows = table_of(FIGURES, most=3).rows
    assert [each.id for each in rows] == [each.id for each in TABLE.rows[:3]]


def test_a_question_about_one_row_is_about_all_that_go_with_it() -> None:
    assert row("soon").about == ("soon", "later")
    assert row("later").about == ("later", "soon")
    assert set(row("young").about) == {"young", "old"}
    assert set(row("main").about) == set(row("other").about) == {"main", "other"}
    assert row("effort").about == ("effort",)


def test_estimates_of_the_same_thing_name_their_sources() -> None:
    assert row("main").label == "Example outcome main · Source: Example review (2020)"
    assert row("soon").label == "Example outcome soon"


def test_the_page_shows_every_row_and_option_with_its_roles() -> None:
    rows = PAGE.attributes("#side-by-side tr[data-about]", "data-about")
    assert rows == [" ".join(each.about) for each in TABLE.rows]
    assert [each.about[0] for each in TABLE.rows] == [each.id for each in TABLE.rows]
    heads = PAGE.texts("#side-by-side thead th")
    assert heads == ["Carry on as now", "A tablet", "An operation (not offered here)"]
    for node in PAGE.all("#side-by-side tbody tr"):
        parts = [part.attributes["role"] for part in node.css("th, td")]
        assert parts == ["rowheader", "cell", "cell", "cell"]
        assert len(node.css("td > .cell-option[aria-hidden=true]")) == 3
    assert PAGE.texts("#side-by-side caption") == [say("side_caption")]


def test_without_script_nothing_on_the_step_waits_for_an_answer() -> None:
    assert PAGE.one("[data-own-row]").attributes.keys() >= {"hidden"}
    assert PAGE.one("[data-orders]").attributes.keys() >= {"hidden"}
    assert PAGE.attributes("[data-orders] input", "name") == ["side-orders"] * 2
    assert PAGE.attributes("[data-groups] input", "name") == ["side-groups"] * 2


def test_a_figure_of_a_comparator_stands_under_the_name_of_the_outcome() -> None:
    head = next(each for each in PAGE.all("tr[data-about=differences] th"))
    assert f"Dummy tablet ({say('mark_comparator')}): " in head.text()


def test_a_question_about_a_sensitive_outcome_is_sensitive() -> None:
    secret = OUTCOMES[0].model_copy(update={"sensitive": True})
    figures = Figures(with_outcomes(secret, *OUTCOMES[1:]))
    about = ImportanceQuestion(id="less-pain", title="Less pain", about=(secret.id,))
    other = about.model_copy(update={"about": ("rates",)})
    assert is_sensitive(about, figures)
    assert not is_sensitive(other, figures)
    assert is_sensitive(other.model_copy(update={"sensitive": True}), figures)


def test_a_ranking_with_one_sensitive_item_is_sensitive() -> None:
    secret = OUTCOMES[0].model_copy(update={"sensitive": True})
    figures = Figures(with_outcomes(secret, *OUTCOMES[1:]))
    ranking = next(each for each in EXAMPLE.values_questions if isinstance(each, RankingQuestion))
    items = (ranking.items[0].model_copy(update={"about": (secret.id,)}), *ranking.items[1:])
    assert is_sensitive(ranking.model_copy(update={"items": items}), figures)


def test_a_sensitive_question_asks_if_the_answer_may_be_handed_over() -> None:
    for question in EXAMPLE.values_questions:
        box = PAGE.all(f'input[name="share.{question.id}"]')
        private = PAGE.all(f'[data-question="{question.id}"] [value=prefer_not_to_say]')
        expected = 1 if is_sensitive(question, FIGURES) else 0
        assert len(box) == len(private) == expected
        assert not [each for each in box if "checked" in each.attributes]
    assert any(is_sensitive(each, FIGURES) for each in EXAMPLE.values_questions)


def test_the_page_knows_what_each_question_is_about() -> None:
    for question in EXAMPLE.values_questions:
        node = PAGE.one(f'[data-question="{question.id}"]')
        assert (node.attributes.get("data-about") or "").split() == list(question.about)


def test_groups_of_readers_are_asked_for_and_may_stay_unsaid() -> None:
    assert PAGE.attributes("input[name=stratum]", "value") == [
        "young", "old", "very-old", "unsure", "prefer_not_to_say",
    ]  # fmt: skip
    blocks = PAGE.attributes(".strata-side [data-stratum]", "data-stratum")
    assert blocks == ["young", "old"]
    plain = Page(
        render_aid_page(
            with_outcomes(OUTCOMES[0]).model_copy(update={"strata": ()}), SiteView(""), ""
        )
    )
    assert plain.all("input[name=stratum]") == []


def on_grid(row: Outcome) -> str:
    (found,) = Page(render_grid(aid := with_outcomes(row), SiteView("../../"), Figures(aid))).all(
        f"#grid-{row.id} th"
    )
    return text(found)


def test_the_grid_says_a_printed_comparison_with_its_range_beside_the_two_figures() -> None:
    ratio = PublishedRatio(
        option="tablet",
        against="wait",
        measure="rate ratio",
        value=Decimal("1.03"),
        low=Decimal("1.01"),
        high=Decimal("1.06"),
    )
    two = row_of("row", frequency("266", 1000), frequency("271", 1000), None, comparisons=(ratio,))
    assert "With a tablet: rate ratio 1.03 (1.01 to 1.06)." in on_grid(two)
    three = row_of(
        "row",
        frequency("266", 1000),
        frequency("271", 1000),
        frequency("5", 1000),
        comparisons=(ratio,),
    )
    assert "A tablet against carrying on as now: rate ratio 1.03" in on_grid(three)
    one = row_of("row", None, frequency("271", 1000), None, comparisons=(ratio,))
    assert "ratio" not in on_grid(one)


def test_what_differences_are_from_is_said_once_on_the_grid() -> None:
    row = next(each for each in OUTCOMES if each.id == "differences")
    start = next(each.option for each in row.cells if isinstance(each.figure, ReferenceCell))
    assert start == "dummy"
    assert "than with dummy tablet" in on_grid(row)
    assert say("reference") not in on_grid(row)
