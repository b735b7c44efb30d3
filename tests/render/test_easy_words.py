"""Easy words on the page: beside the plain ones where there are some, and nowhere else."""

from __future__ import annotations

import re

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.ended import without_figures
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.aid_page import AidPage, render_aid_page
from decisionaid.render.pages.page import SiteView
from decisionaid.render.pages.questions import check_wording, question_wording
from decisionaid.rules.running_words import spoken
from tests.easy_example import PICTURED, SPECIMEN
from tests.english import say
from tests.rules.examples import SPECIMEN as WITHOUT

WORDINGS = SPECIMEN.count("{.easy}") + 2 + 2 * SPECIMEN.count("{.easy .answered}")
"""Of the parts, of whom it is for and not for, and of what is said once a fact is answered, which is there twice."""


def aid_of(text: str) -> Aid:
    aid = compile_aid(text).aid
    assert aid is not None
    return aid


def page_of(text: str) -> str:
    return render_aid_page(aid_of(text), SiteView("../../"), "0" * 64)


def test_a_page_without_easy_words_has_nothing_of_them() -> None:
    page = page_of(WITHOUT.read_text(encoding="utf-8"))
    assert not re.search(r'name="easy"|easy-(?:words|switch)|easy\.css|plain-words', page)
    assert "easy" not in aid_of(WITHOUT.read_text(encoding="utf-8")).model_dump_json()


def test_the_choice_is_offered_once_and_names_pictures_where_there_are_some() -> None:
    with_pictures, without = page_of(PICTURED), page_of(SPECIMEN)
    for page in (with_pictures, without):
        assert page.count('<input type="checkbox" name="easy" value="yes" data-view>') == 1
        assert page.count("easy.css") == 1
    assert say("easy_words_and_pictures") in with_pictures
    assert say("easy_words_and_pictures") not in without


def test_each_part_has_both_wordings_and_keeps_its_name() -> None:
    page = page_of(PICTURED)
    assert page.count('<div class="easy-words">') == WORDINGS == 14
    # A question's own plain words are marked in its legend.
    assert page.count("plain-words") == 14
    assert '<dd><span class="plain-words">Adults with the example condition</span>' in page
    assert '<h2>Less pain</h2> <span class="asked plain-words">' in page
    assert "<h2>Example treatment</h2>" in page


def test_a_figure_is_the_same_sentence_in_both_wordings() -> None:
    page = page_of(SPECIMEN)
    part = page[page.index("What happens to people like me</h2>") :]
    plain, _, easy = part[: part.index("</section>")].partition('<div class="easy-words">')
    facts = [re.findall(r'<span class="fact">(.*?)</span>', each) for each in (plain, easy)]
    assert facts[0] == facts[1]
    assert len(facts[0]) == 2


def test_words_of_an_author_are_shown_as_text() -> None:
    mark = "a \\<b>&quot;"
    text = PICTURED.replace("### What is it? {.easy}", f"### {mark} {{.easy}}")
    text = text.replace("![A made-up drawing of a ring]", '![A "ring" & more]')
    page = page_of(text)
    assert "<b>" not in page
    assert 'alt="A &#34;ring&#34; &amp; more"' in page


def test_the_wording_of_a_question_takes_in_its_easy_words_and_only_where_it_has_some() -> None:
    plain = WITHOUT.read_text(encoding="utf-8")
    other = SPECIMEN.replace("You may have pain now or later.", "You may have pain.")
    wordings = []
    for text in (plain, SPECIMEN, other):
        aid = aid_of(text)
        page = AidPage(aid, Figures(aid))
        questions = [question_wording(each, page.writer) for each in aid.values_questions]
        checks = [
            check_wording(check, page.writer)
            for section in aid.sections
            if section.role == "knowledge"
            for check in section.checks
        ]
        wordings.append((questions, checks))
    (first, checks), (second, same), (third, again) = wordings
    assert first[0] != second[0] != third[0]
    assert second[1:] == third[1:]
    assert checks == same == again


def test_an_aid_that_has_ended_shows_no_figure_in_easy_words_either() -> None:
    text = SPECIMEN.replace("- You take it each day.", "- Of these, 20 in 100 have pain.")
    ended = without_figures(aid_of(text.replace("each day.\n", "each day: 20 in 100.\n", 1)))
    option = ended.option("treatment")
    assert option is not None
    assert option.easy is not None
    assert [inline.kind for inline in option.easy.lines[1].words.inlines] == ["out-of-date"]
    assert all("20 in 100" not in words for _path, words, _sourced in spoken(ended))
