"""Picks of what matters most and least: every item as often as the others, nothing chosen before."""

from collections import Counter
from collections.abc import Callable

import pytest
from markupsafe import Markup

from decisionaid.model.aid import Aid
from decisionaid.model.sections import Item, PicksQuestion, ValuesSection
from decisionaid.render import SiteView, page_context, render_aid_page, render_large_print
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.questions import is_sensitive, view_question
from decisionaid.render.words.prose import ProseWriter
from tests.english import say
from tests.render.examples import EXAMPLE, OUTCOMES, SECTIONS, words
from tests.render.page import Page

PICKED = {"side.picked", "summary.picked"}
"""What the script of an aid page says only where it asks for picks."""

NAMES = ("Sleep", "Work", "Cost", "Pain", "Time", "Rest", "Play")
ITEMS = tuple(Item(id=f"pick-{name.lower()}", text=name) for name in NAMES)
QUESTION = PicksQuestion(
    id="picked", title="A few at a time", question=words("Made-up things."), items=ITEMS
)


def with_picks(question: PicksQuestion = QUESTION) -> Aid:
    sections = tuple(
        each.model_copy(update={"questions": (*each.questions, question)})
        if isinstance(each, ValuesSection)
        else each
        for each in SECTIONS
    )
    return EXAMPLE.model_copy(update={"sections": sections})


def page_of(aid: Aid) -> Page:
    return Page(render_aid_page(aid, SiteView("../../"), "0123456789abcdef"))


PAGE = page_of(with_picks())
ENDS = ("most", "least")


def values(name: str, page: Page = PAGE) -> list[str]:
    return page.attributes(f'[name="{name}"]', "value")


def test_each_item_is_shown_as_often_as_the_others_and_nothing_is_chosen_before() -> None:
    shown = Counter(
        each
        for turn in range(1, len(ITEMS) + 1)
        for each in values(f"values.picked.{turn}.most")
        if each.startswith("pick-")
    )
    assert shown == {item.id: 3 for item in ITEMS}
    assert not values(f"values.picked.{len(ITEMS) + 1}.most")
    assert PAGE.all("[data-question=picked] [checked]") == []


def test_each_block_asks_twice_in_fieldsets_of_their_own_that_name_it() -> None:
    blocks = PAGE.all("[data-question=picked] .picks")
    assert len(blocks) == len(ITEMS)
    legends = PAGE.texts("[data-question=picked] .picks fieldset legend")
    assert legends[:4] == [
        f"{say('pick_of', n=turn, of=7)} {say(f'pick_{end}')}" for turn in (1, 2) for end in ENDS
    ]
    for turn in range(1, 8):
        most, least = (values(f"values.picked.{turn}.{end}") for end in ENDS)
        assert most == least
        assert most[3:] == ["unsure", "not_applicable"]


def test_the_page_says_each_item_once_for_its_script() -> None:
    said = zip(
        PAGE.attributes("[data-question=picked] [data-item]", "data-item"),
        PAGE.texts("[data-question=picked] [data-item] .item-text"),
        strict=True,
    )
    assert sorted(said) == sorted((item.id, item.text) for item in ITEMS)


def test_rather_not_say_is_there_for_what_is_sensitive() -> None:
    page = page_of(with_picks(QUESTION.model_copy(update={"sensitive": True})))
    assert values("values.picked.1.least", page)[3:] == [
        "unsure", "not_applicable", "prefer_not_to_say",
    ]  # fmt: skip
    assert page.all('[name="share.picked"]')


def test_an_item_about_a_sensitive_outcome_makes_the_question_sensitive() -> None:
    row = OUTCOMES[0].model_copy(update={"sensitive": True})
    section = next(each for each in SECTIONS if each.role == "outcomes")
    aid = EXAMPLE.model_copy(
        update={"sections": (section.model_copy(update={"outcomes": (row,)}),)}
    )
    items = (ITEMS[0].model_copy(update={"about": (row.id,)}), *ITEMS[1:])
    assert not is_sensitive(QUESTION, Figures(aid))
    assert is_sensitive(QUESTION.model_copy(update={"items": items}), Figures(aid))


def large_print(aid: Aid) -> Page:
    context = page_context(aid, SiteView("../../"), "0123456789abcdef")
    return Page(render_large_print(context, Markup()))


@pytest.mark.parametrize("page_of", [page_of, large_print])
def test_only_pages_with_picks_load_how_picks_look(page_of: Callable[[Aid], Page]) -> None:
    sheet = "link[href$='picks.css']"
    assert page_of(with_picks()).all(sheet)
    assert not page_of(EXAMPLE).all(sheet)


def test_only_pages_with_picks_load_the_heavier_script() -> None:
    own = page_of(EXAMPLE).attributes("script[src]", "src")
    assert "../../assets/aid.js" in own
    assert PAGE.attributes("script[src]", "src") == [
        each.replace("aid.js", "aid-picks.js") for each in own
    ]


def test_only_pages_with_picks_have_the_words_for_them() -> None:
    assert set(PAGE.json("script#messages")) >= PICKED
    assert not set(page_of(EXAMPLE).json("script#messages")) & PICKED


def test_another_order_of_items_is_another_wording_for_the_blocks_are_others() -> None:
    figures = Figures(EXAMPLE)
    writer = ProseWriter(EXAMPLE, figures.sentence, "")
    turned = QUESTION.model_copy(update={"items": ITEMS[::-1]})
    views = [view_question(each, figures, writer) for each in (QUESTION, turned, QUESTION)]
    assert views[0].wording == views[2].wording != views[1].wording
