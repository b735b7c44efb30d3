"""What a test finds: one starting group whose numbers add up, a table that is a tree, each number one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from selectolax.lexbor import LexborNode

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.figure import Counted, Frequency, NotFound, NotKnown
from decisionaid.model.sections import TestCell as CellOfTest
from decisionaid.model.sections import TestSection as SectionOfTest
from decisionaid.render import SiteView, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.starting_group import Amount, StartingGroup, starting_group
from decisionaid.text import Source
from tests.conftest import ROOT, HtmlFaults
from tests.render.examples import EXAMPLE
from tests.render.page import Page, text

UNKNOWN = NotKnown(reason="not printed")
SPECIMENS = ROOT / "tests" / "specimens"


def specimen(name: str) -> Aid:
    """Compile one of the whole aids on a test; none of them has a fault."""
    source = Source(f"aids/{name}/index.md", (SPECIMENS / f"{name}.md").read_text("utf-8"), name)
    compiled = compile_aid(source)
    assert [(each.code.number, each.message) for each in compiled.diagnostics] == []
    assert compiled.aid is not None
    return compiled.aid


def page_of(aid: Aid) -> Page:
    return Page(render_aid_page(aid, SiteView("../../"), "0" * 64))


SCREENING = page_of(specimen("screening"))
TEST = page_of(specimen("test"))


def frequencies(of: int, *amounts: str) -> tuple[CellOfTest, ...]:
    return tuple(Frequency(n=Decimal(each), of=of) for each in amounts)


def counts(of: int, *amounts: int) -> tuple[CellOfTest, ...]:
    return tuple(Counted(n=each, of=of) for each in amounts)


def group(*cells: CellOfTest) -> StartingGroup:
    found = starting_group(cells)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("cells", "of", "shown"),
    [
        (frequencies(1000, "8", "70", "2", "920"), 1000, (8, 70, 2, 920)),
        (frequencies(10_000, "80", "700", "20", "9200"), 1000, (8, 70, 2, 920)),
        (frequencies(100, "8", "12", "0", "80"), 100, (8, 12, 0, 80)),
        (frequencies(10, "1", "2", "1", "6"), 10, (1, 2, 1, 6)),
        (frequencies(1000, "8.5", "70.5", "1.5", "919.5"), 1000, (9, 71, 1, 919)),
        (counts(26_722, 214, 1871, 53, 24_584), 1000, (8, 70, 2, 920)),
        (counts(612, 118, 31, 20, 443), 100, (19, 5, 3, 73)),
    ],
    ids=str,
)
def test_the_cells_are_shown_in_whole_numbers_of_one_group(
    cells: tuple[CellOfTest, ...], of: int, shown: tuple[int, ...]
) -> None:
    found = group(*cells)
    assert (found.of, found.cells) == (of, shown)


def test_a_group_is_never_shown_larger_than_it_was() -> None:
    """2 of 623 would be 0 of 100, and nobody counted 1,000."""
    found = group(*counts(623, 8, 70, 2, 543))
    assert (found.of, found.cells, found.rounded) == (623, (8, 70, 2, 543), False)


def test_what_no_step_can_show_is_shown_as_printed() -> None:
    found = group(*frequencies(10_000, "0.2", "70", "2", "9927.8"))
    assert found.of == 10_000
    assert found.cells == (Decimal("0.2"), 70, 2, Decimal("9927.8"))


def test_it_is_said_when_numbers_were_rounded_and_only_then() -> None:
    assert group(*counts(26_722, 214, 1871, 53, 24_584)).rounded
    assert not group(*frequencies(10_000, "80", "700", "20", "9200")).rounded


def test_the_total_of_a_row_that_nobody_counted_is_what_the_other_leaves() -> None:
    for cells, results in (
        ((*frequencies(1000, "8", "70"), UNKNOWN, UNKNOWN), (78, 922)),
        ((UNKNOWN, UNKNOWN, *frequencies(1000, "2", "920")), (78, 922)),
    ):
        found = group(*cells)
        assert found.results == results
        assert found.condition == (None, None)


def test_without_a_figure_there_is_no_group() -> None:
    assert starting_group(()) is None
    assert starting_group((UNKNOWN,) * 4) is None


def made_up_cells(random: Random) -> Iterator[tuple[CellOfTest, ...]]:
    """Yield four cells that add up to their group, some not known, of every size."""
    for _ in range(300):
        of = random.choice([100, 1000, 10_000, random.randrange(4, 200_000)])
        ends = sorted(random.randrange(of + 1) for _ in range(3))
        amounts = [b - a for a, b in zip([0, *ends], [*ends, of], strict=True)]
        printed = of in (100, 1000, 10_000)
        cells = frequencies(of, *map(str, amounts)) if printed else counts(of, *amounts)
        hidden = random.choice([(), (0, 1), (2, 3)])
        yield tuple(UNKNOWN if at in hidden else cell for at, cell in enumerate(cells))


@pytest.mark.parametrize("seed", range(5))
def test_the_numbers_of_any_test_add_up_and_none_becomes_nobody(seed: int) -> None:
    for cells in made_up_cells(Random(seed)):  # noqa: S311 - nothing secret
        found = group(*cells)
        yes, no = found.results
        assert yes is not None
        assert no is not None
        assert yes + no == found.of
        pairs = zip(cells, found.cells, strict=True)
        for cell, shown in pairs:
            if isinstance(cell, NotKnown):
                assert shown is None
            else:
                assert isinstance(cell, Frequency | Counted)
                assert bool(shown) == bool(cell.n)
                assert off_by(cell, shown, found.of) < 1
        if None not in found.cells:
            assert sum(each for each in found.cells if each is not None) == found.of
            assert sum(each for each in found.condition if each is not None) == found.of


def off_by(cell: Frequency | Counted, shown: Amount | None, of: int) -> Decimal:
    """Return how far a shown number is from what was printed, in people of the group shown."""
    return abs(Decimal(cell.n) * of / cell.of - Decimal(shown or 0))


def spoken(page: Page) -> list[str]:
    return page.texts(".tree .figure-spoken")


def test_each_number_is_one_sentence_with_option_time_count_and_group() -> None:
    with_scan = "With the example scan (one round of scans), "
    yes, no = "people for whom the test says yes", "people for whom the test says no"
    assert [each.removeprefix(with_scan) for each in spoken(SCREENING)] == [
        "we start with 1,000 people.",
        "10 of 1,000 people have the condition.",
        "990 of 1,000 people do not have the condition.",
        "the test says yes for 78 of 1,000 people.",
        f"8 of the 78 {yes} have the condition, so the test is right.",
        f"70 of the 78 {yes} do not have the condition, so these are false alarms.",
        "the test says no for 922 of 1,000 people.",
        f"2 of the 922 {no} have the condition, so the test misses them.",
        f"920 of the 922 {no} do not have the condition, so the test is right.",
    ]
    assert all(each.startswith(with_scan) for each in spoken(SCREENING))


def test_nothing_in_the_table_is_read_twice() -> None:
    cells = SCREENING.all(".tree td .figure-spoken")
    for cell in cells:
        seen = cell.next
        assert seen is not None
        assert seen.attributes["aria-hidden"] == "true"
        assert seen.next is None
    assert len(cells) == 9


def test_the_table_has_its_roles_its_headers_and_its_totals_first() -> None:
    table = SCREENING.one("table.tree[role=table]")
    assert [text(each) for each in table.css("thead [role=columnheader][scope=col]")] == [
        "All", "Has the example condition", "Does not have it",
    ]  # fmt: skip
    rows = table.css("tbody [role=row]")
    assert [text(each.css("[role=rowheader][scope=row]")[0]) for each in rows] == [
        "All", "Scan says yes", "Scan says no",
    ]  # fmt: skip
    assert [len(each.css("[role=cell]")) for each in rows] == [3, 3, 3]


def seen(page: Page, row: int) -> list[str]:
    found: list[LexborNode] = page.all(".tree tbody tr")[row].css(".tree-seen")
    return [" ".join(text(each) for each in node.css("p")) for node in found]


def test_the_tree_names_what_is_right_a_false_alarm_or_missed() -> None:
    assert seen(SCREENING, 1) == [
        "78 people",
        "8 Has the example condition the test is right",
        "70 Does not have it false alarms",
    ]
    assert seen(SCREENING, 2) == [
        "922 people",
        "2 Has the example condition missed by the test",
        "920 Does not have it the test is right",
    ]


def test_the_caption_names_group_test_time_and_people() -> None:
    assert text(SCREENING.one(".tree caption")) == (
        "1,000 people, with the example scan One round of scans · 26,000 people in a made-up register"
    )


def test_both_halves_of_a_branch_stand_with_its_next_steps() -> None:
    assert SCREENING.texts(".results .result-words") == [
        "Of the 78 people for whom the test says yes, 8 have the condition and 70 do not.",
        "Of the 922 people for whom the test says no, 2 have the condition and 920 do not.",
    ]
    steps = SCREENING.texts(".results .result")
    assert "You are asked to come back within two weeks." in steps[0]
    assert "You get a letter, and an invitation in two years." in steps[1]


def test_next_steps_stand_in_the_order_of_the_branches_whatever_the_author_wrote_first() -> None:
    aid = specimen("screening")
    turned = tuple(
        each.model_copy(update={"results": each.results[::-1]})
        if isinstance(each, SectionOfTest)
        else each
        for each in aid.sections
    )
    page = page_of(aid.model_copy(update={"sections": turned}))
    assert page.attributes(".results .result", "id") == ["result-scan-yes", "result-scan-no"]


def test_it_is_said_what_the_test_finds_and_misses_among_those_with_the_condition() -> None:
    words = SCREENING.texts(".test > .outcome-words p")
    assert words[:3] == [
        "Of the 10 people who have the condition, the test finds 8 and misses 2.",
        "Of the 990 people who do not have it, the test is right for 920 and gives a false alarm to 70.",
        "Nobody can tell beforehand which of these groups any one person will be in.",
    ]


def test_what_is_found_for_nothing_names_each_source_with_its_figure_and_averages_none() -> None:
    links = SCREENING.texts(".result-overdiagnosis .result-links li")
    assert [each.split(": With")[0] for each in links] == [
        "Treated for nothing, Example trial (2023)",
        "Treated for nothing, Example register (2024)",
    ]
    assert "9 of 1,000 people" in links[0]
    assert "3 of 1,000 people" in links[1]


def test_every_link_of_a_result_leads_to_a_place_on_the_page() -> None:
    ids = set(SCREENING.attributes("[id]", "id"))
    places = SCREENING.attributes(".result-links a", "href")
    assert len(places) == 2
    assert {each.removeprefix("#") for each in places} <= ids


def test_a_row_that_nobody_counted_says_so_and_keeps_its_total() -> None:
    assert seen(TEST, 0) == [
        "100 adults",
        "Has the condition not known",
        "Does not have it not known",
    ]
    unknown = "We do not know how many. They were not seen again."
    assert seen(TEST, 2) == [
        "76 adults",
        f"Has the condition {unknown}",
        f"Does not have it {unknown}",
    ]
    assert len(TEST.all(".tree-branch td.unknown")) == 2
    assert spoken(TEST)[7] == (
        "With the example test (the day of the test), we do not know how many of the 76 adults for "
        "whom the test says no have the condition (they were not seen again)."
    )


def test_a_row_that_was_not_found_yet_does_not_say_that_nobody_knows() -> None:
    aid = specimen("test")
    unread = tuple(
        each.model_copy(
            update={"cells": (*each.cells[:2], *(NotFound(reason="not looked up yet"),) * 2)}
        )
        if isinstance(each, SectionOfTest)
        else each
        for each in aid.sections
    )
    aid = aid.model_copy(update={"sections": unread})
    words = "We have not found how many. Not looked up yet."
    assert seen(page_of(aid), 2)[1] == f"Has the condition {words}"
    row = Page(render_evidence_page(aid, SiteView("../../"))).one("#row-test_1")
    assert "not found. Not looked up yet." in text(row)


def test_numbers_that_were_rounded_say_so_and_are_printed_behind() -> None:
    assert "The numbers here are rounded. The source counted 612 adults." in TEST.texts(
        ".test > .outcome-words p"
    )
    behind = TEST.texts(".test > .behind li")
    assert "Test says yes, Has the condition: 118 of 612" in behind
    assert "Test says yes, Does not have it: 31 of 612" in behind


def test_one_person_is_spoken_of_as_one() -> None:
    aid = specimen("screening")
    one = tuple(
        each.model_copy(update={"cells": frequencies(100, "1", "1", "1", "97")})
        if isinstance(each, SectionOfTest)
        else each
        for each in aid.sections
    )
    page = page_of(aid.model_copy(update={"sections": one}))
    said = " ".join(spoken(page))
    assert "1 of the 2 people for whom the test says yes has the condition" in said
    assert "so this is a false alarm" in said
    assert "so the test misses it." in said
    assert "1 has the condition and 1 does not" in page.texts(".result-words")[0]


def test_the_evidence_page_holds_each_cell_as_printed_and_as_shown() -> None:
    page = Page(render_evidence_page(specimen("test"), SiteView("../../")))
    row = page.one("#row-test_1")
    cells = [[text(each) for each in line.css("th, td")] for line in row.css("tbody tr")]
    assert cells[0] == [
        "Test says yes: Has the condition", "As printed: 118 of 612", "As shown: 19 of 100",
    ]  # fmt: skip
    assert "not known. They were not seen again." in cells[3][1]


def test_two_tests_of_one_aid_are_kept_apart() -> None:
    aid = specimen("screening")
    (test,) = aid.of(SectionOfTest)
    second = test.model_copy(
        update={
            "heading": "What a second scan finds",
            "cells": frequencies(1000, "5", "40", "5", "950"),
            "results": (),
        }
    )
    both = aid.model_copy(update={"sections": (*aid.sections, second)})
    for page in (page_of(both), Page(render_evidence_page(both, SiteView("../../")))):
        ids = page.attributes("[id]", "id")
        assert len(ids) == len(set(ids))


def test_a_draft_without_a_table_shows_its_gaps() -> None:
    bare = SectionOfTest(heading="What the test finds")
    page = page_of(EXAMPLE.model_copy(update={"status": "draft", "sections": (bare,)}))
    assert len(page.all(".tree td.gap")) == 9
    assert text(page.one(".tree-people")) == "What the test finds"


@pytest.mark.long
@pytest.mark.parametrize("name", ["screening", "test"])
def test_the_pages_are_valid_html(name: str, tmp_path: Path, html_faults: HtmlFaults) -> None:
    aid = specimen(name)
    pages = {
        "index.html": render_aid_page(aid, SiteView("../../"), "0" * 64),
        "evidence.html": render_evidence_page(aid, SiteView("../../")),
    }
    for file, page in pages.items():
        (tmp_path / file).write_text(page, encoding="utf-8")
    assert list(html_faults(*(tmp_path / file for file in pages))) == []


def test_a_tree_out_of_another_number_than_the_outcomes_says_so() -> None:
    aid = specimen("screening")
    said = (
        "These numbers are out of 10,000, those of most outcomes out of 1,000. Do not compare them."
    )
    sections = tuple(
        each.model_copy(update={"cells": frequencies(10_000, "7", "3", "991", "8999")})
        if isinstance(each, SectionOfTest)
        else each
        for each in aid.sections
    )
    other = aid.model_copy(update={"sections": sections})
    assert said in text(page_of(other).one(".test .outcome-words"))
    assert said in render_evidence_page(other, SiteView("../../"))
    # Out of one number with the outcomes, there is nothing to say; nor where no outcome counts people.
    assert "Do not compare" not in text(SCREENING.one(".test .outcome-words"))
    assert "Do not compare" not in text(TEST.one(".test .outcome-words"))
