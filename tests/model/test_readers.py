"""For which groups of readers the parts of an aid are, and what the page does with it. Figures are made up."""

from __future__ import annotations

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid, Stratum
from decisionaid.model.figure import NotApplicable, NotInStudy
from decisionaid.model.outcome import Outcome
from decisionaid.model.readers import Readers
from decisionaid.model.sections import Item, OptionsSection, RankingQuestion
from decisionaid.render import SiteView, render_aid_page
from decisionaid.text import Source
from tests.render.page import Page
from tests.rules.example_aid import PAIN, example_aid, frequency, outcome
from tests.rules.groups_example import SPECIMEN_OF_GROUPS

STRATA = (
    Stratum(id="bent", words="My fingers are bent."),
    Stratum(id="straight", words="My fingers are straight."),
)
NO = NotApplicable(reason="there is no operation")
SPARED = outcome("wound", {"as-now": NO, "treatment": frequency(5)}, comparisons=())
UNSTUDIED = outcome("scar", {"as-now": NotInStudy(), "treatment": frequency(5)}, comparisons=())
LATE = outcome("late", {"as-now": frequency(5), "treatment": frequency(6)}, label="Late")


def with_groups(*outcomes: Outcome) -> Aid:
    """Return an aid whose treatment is for one of two groups of readers."""
    aid = example_aid(*outcomes)
    sections = [
        section.model_copy(
            update={
                "options": tuple(
                    each.model_copy(update={"stratum": "bent"}) if each.id == "treatment" else each
                    for each in section.options
                )
            }
        )
        if isinstance(section, OptionsSection)
        else section
        for section in aid.sections
    ]
    return aid.model_copy(update={"strata": STRATA, "sections": tuple(sections)})


def for_group(name: str, group: str) -> Outcome:
    """Return an outcome for one group."""
    return LATE.model_copy(update={"id": name, "stratum": group})


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("treatment", ("bent",)),
        ("as-now", ()),
        ("pain", ()),
        ("wound", ("bent",)),
        ("scar", ("bent",)),
        ("late-bent", ("bent",)),
        ("nothing-of-this-name", ()),
    ],
)
def test_a_part_is_for_those_whom_it_can_concern(name: str, groups: tuple[str, ...]) -> None:
    aid = with_groups(PAIN, SPARED, UNSTUDIED, for_group("late-bent", "bent"))
    assert Readers(aid).of(name) == groups


def test_an_outcome_is_for_all_groups_that_have_a_row_of_it() -> None:
    rows = for_group("late-bent", "bent"), for_group("late-straight", "straight")
    assert Readers(with_groups(PAIN, *rows)).of("late-bent") == ()


def test_what_is_about_several_parts_is_for_whoever_one_of_them_is_for() -> None:
    readers = Readers(with_groups(PAIN, SPARED, UNSTUDIED))
    assert readers.of_all(["wound", "scar"]) == ("bent",)
    assert readers.of_all(["wound", "pain"]) == ()
    assert readers.of_all([]) == ()


def test_without_groups_everything_is_for_everybody() -> None:
    assert Readers(example_aid(PAIN, SPARED)).of("wound") == ()


def test_the_page_marks_what_is_for_some_and_asks_nobody_else_about_it() -> None:
    page = Page(render_aid_page(with_groups(PAIN, SPARED), SiteView(""), ""))
    marked = {
        node.attributes.get("id") or node.attributes.get("data-question") or node.tag
        for node in page.all("[data-for]")
    }
    assert marked == {"option-treatment", "outcome-wound", "ask-wound", "label"}
    assert {node.attributes["data-for"] for node in page.all("[data-for]")} == {"bent"}


def test_what_is_said_of_the_groups_is_what_differs_between_them() -> None:
    def hint(aid: Aid) -> str:
        return Page(render_aid_page(aid, SiteView(""), "")).texts("#start fieldset .hint")[0]

    options, figures = "Some options are for", "Some figures differ"
    alone = hint(with_groups(PAIN))
    assert options in alone
    assert figures not in alone
    both = hint(with_groups(PAIN, for_group("late-bent", "bent")))
    assert figures in both
    assert options in both
    rows = for_group("late-bent", "bent"), for_group("late-straight", "straight")
    plain = example_aid(PAIN, *rows).model_copy(update={"strata": STRATA})
    assert options not in hint(plain)


QUESTIONS = """
### Put these in order {#first .ranking}
Which matters most to you?

- Less pain {#first-pain about=pain}
- Not feeling sick {#first-sick about=sick}

### What would you rather have? {#rather .choice}
What comes closer?

- Less pain {#rather-pain about=pain}
- Not feeling sick {#rather-sick about=sick}

### Pain or sickness {#weigh .balance}
Which is closer to how you feel?

- Less pain matters {#weigh-pain about=pain toward=treatment}
- Not feeling sick matters {#weigh-sick about=sick toward=as-now}

### One for all {#all .ranking}
Which matters most to you?

- Not feeling sick {#all-sick about=sick}
- To have time for my work {#all-time}

"""


THIRD = "- To have time for my work {#%s-time}\n"


def asked_with(questions: str) -> Page:
    text = SPECIMEN_OF_GROUPS.replace("## Check the facts", f"{questions}## Check the facts")
    aid = compile_aid(Source("example", text, "example")).aid
    assert aid is not None
    return Page(render_aid_page(aid, SiteView(""), ""))


def for_some(page: Page) -> set[str | None]:
    return {node.attributes["data-question"] for node in page.all("fieldset[data-for=bent]")}


def test_answers_about_what_is_for_others_are_marked_one_by_one() -> None:
    questions = QUESTIONS
    for name in ("first", "rather"):
        sick = f"{{#{name}-sick about=sick}}\n"
        questions = questions.replace(sick, sick + THIRD % name)
    page = asked_with(questions)
    ordered = {
        node.attributes["data-item"]: node.attributes.get("data-readers")
        for node in page.all("[data-item]")
    }
    assert ordered["first-pain"] is None
    assert ordered["first-sick"] == "bent"
    chosen = page.all("[data-question=rather] label[data-for]")
    assert [node.text().strip() for node in chosen] == ["Not feeling sick"]
    # Both sides of a balance are needed, and what is about nothing is for everybody.
    assert "weigh" in for_some(page)
    assert not {"first", "rather"} & for_some(page)


def test_what_weighs_several_things_is_asked_of_those_whom_two_of_them_concern() -> None:
    """One thing alone has no order, and one answer is no choice."""
    page = asked_with(QUESTIONS)
    assert {"first", "rather", "weigh", "all"} <= for_some(page)
    assert page.all("[data-item][data-readers]") == []  # the whole question is for the same people


def test_what_two_groups_can_weigh_only_together_is_for_nobody() -> None:
    rows = for_group("late-bent", "bent"), for_group("late-straight", "straight")
    aid = with_groups(PAIN, SPARED, rows[0].model_copy(update={"label": "Later"}), rows[1])
    items = tuple(
        Item(id=f"item-{number}", text="This", about=(name,))
        for number, name in enumerate(("late-bent", "late-straight"))
    )
    apart = RankingQuestion(id="order", title="Put in order", items=items)
    readers = Readers(aid)
    assert readers.of_question(apart) is None
    with_another = apart.model_copy(update={"items": (*items, Item(id="pain", text="That"))})
    assert readers.of_question(with_another) == ()
