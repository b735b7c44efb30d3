"""The trade-off step on the page: folded, with the aid's own figures, and no word of it where it is not."""

import pytest
from markupsafe import Markup

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.model.aid import Aid
from decisionaid.render import (
    SiteView,
    page_context,
    render_aid_page,
    render_evidence_page,
    render_large_print,
)
from decisionaid.text import Source
from tests.english import say
from tests.render.page import Page
from tests.rules.trade_off_example import WITHOUT_STEP, WORKED

SITE, SHA = SiteView("../../"), "0123456789abcdef"


def aid_of(text: str) -> Aid:
    compiled = compile_aid(Source("aids/example/index.md", text, slug="example"))
    assert compiled.aid is not None
    assert [
        each.message for each in compiled.diagnostics if each.code.severity is Severity.ERROR
    ] == []
    return compiled.aid


WITH, WITHOUT = aid_of(WORKED), aid_of(WITHOUT_STEP)
HTML = render_aid_page(WITH, SITE, SHA)
PAGE = Page(HTML)


def test_it_is_folded_and_nothing_in_it_is_chosen() -> None:
    assert PAGE.texts("#side-by-side .trade-off > summary") == [say("trade_heading")]
    assert PAGE.all(".trade-off[open]") == []
    assert PAGE.all(".trade-off [checked]") == []


def test_each_change_goes_from_the_worst_figure_to_the_best() -> None:
    said = PAGE.texts("[data-first] .answer")
    assert said[0] == "Still in pain (at 12 months) from 60 of 100 to 20 of 100"
    assert [each.partition("(")[0] for each in said[:4]] == [
        "Still in pain ", "A clot ", "An operation ", "Daily life in 2 weeks ",
    ]  # fmt: skip
    assert "from 20 of 100 to 95 of 100" in said[3]
    assert PAGE.attributes("[data-swing]", "data-figures") == [
        "0.6 0.2",
        "0 0.02",
        "0 1",
        "0.95 0.2",
    ]
    assert PAGE.attributes("[data-swing]", "data-better") == ["less", "less", "less", "more"]


def test_not_sure_does_not_apply_and_rather_not_say_are_answers_to_each() -> None:
    for name in ("pain", "sick", "operation", "back"):
        values = PAGE.attributes(f'[name="swing.{name}"]', "value")
        assert values[:11] == [str(n) for n in range(0, 101, 10)]
        assert values[11:] == ["unsure", "not_applicable", "prefer_not_to_say"]
    assert PAGE.attributes('[name="swing.first"]', "value")[-1] == "unsure"


def test_none_of_its_controls_is_an_answer_of_the_form() -> None:
    assert len(PAGE.all('[name^="swing."]')) == len(PAGE.all('[name^="swing."][data-view]')) > 0


def test_a_page_without_it_has_none_of_it() -> None:
    html = render_aid_page(WITHOUT, SITE, SHA)
    for word in ("trade-off", "swing", "third-script", say("trade_heading")):
        assert word not in html, word
    assert "swing.first" in HTML
    assert "assets/aid-trade-off.js" in HTML


@pytest.mark.parametrize("change", [{"computes": "none"}, {"trade_off": ("pain",)}])
def test_rows_that_cannot_be_weighed_make_no_step(change: dict[str, object]) -> None:
    assert "data-trade-off" not in render_aid_page(WITH.model_copy(update=change), SITE, SHA)


def test_the_evidence_page_always_says_what_is_worked_out() -> None:
    for aid, words in ((WITH, "computes_arithmetic-display"), (WITHOUT, "computes_none")):
        page = Page(render_evidence_page(aid, SITE))
        assert any(say(words) in each for each in page.texts(".pairs > div"))


def test_the_large_print_has_its_style_and_so_does_not_show_it() -> None:
    for aid, many in ((WITH, 1), (WITHOUT, 0)):
        context = page_context(aid, SITE, SHA)
        page = Page(render_large_print(context, Markup()))
        assert len(page.all("link[href$='trade-off.css']")) == many
