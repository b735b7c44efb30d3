"""The aid page: its steps, its controls, its figures, and that it is one sound document."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from decisionaid.model.aid import Aid
from decisionaid.model.record import Leaning, Record
from decisionaid.model.record_limits import MOST_OWN_CONCERNS
from decisionaid.model.sections import (
    ImportanceQuestion,
    OutcomesSection,
    ProseSection,
    ValuesSection,
)
from decisionaid.render import SiteView, aid_words, render_aid_page
from decisionaid.render.pages.provenance import statements
from decisionaid.render.pages.questions import question_items
from tests.conftest import Golden, HtmlFaults
from tests.english import ENGLISH, say
from tests.render.examples import EXAMPLE, SECTIONS, words
from tests.render.page import Page, text

SITE = SiteView("../../", handbook=True)
SHA = "0123456789abcdef"
HTML = render_aid_page(EXAMPLE, SITE, SHA)
PAGE = Page(HTML)
STEPS = [
    "start", "options", "compare", "values", "side-by-side", "facts", "questions", "now", "summary",
]  # fmt: skip


def with_sections(*sections: object) -> Page:
    aid = EXAMPLE.model_copy(update={"sections": sections})
    return Page(render_aid_page(aid, SITE, SHA))


def figures(outcome_id: str) -> list[list[str]]:
    """Return the words of each option's figure as they are seen, in order."""
    return [
        [text(part) for part in item.css(".figure-seen p")]
        for item in PAGE.all(f"#outcome-{outcome_id} .figure")
    ]


@pytest.mark.long
def test_the_page_is_valid_html(tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "index.html"
    file.write_text(HTML, encoding="utf-8")
    assert html_faults(file) == []


def test_the_page_is_as_it_was_when_last_read(golden: Golden) -> None:
    golden("render/example.html", HTML)


def test_steps_stand_in_their_fixed_order_with_their_titles() -> None:
    assert PAGE.attributes("[data-step]", "id") == STEPS
    assert PAGE.attributes("[data-step]", "data-step") == STEPS
    assert PAGE.texts(".rail li a") == PAGE.attributes("[data-step]", "data-step-title")
    for steps in (".rail", ".steps-menu"):
        assert PAGE.attributes(f"{steps} li a", "href") == [f"#{step}" for step in STEPS]
        assert len(PAGE.all(f"{steps} li .rail-state")) == len(STEPS)


def test_each_step_has_one_first_heading_that_names_it() -> None:
    for step in PAGE.all("[data-step]"):
        (heading,) = step.css("h1")
        assert step.attributes["aria-labelledby"] == heading.attributes["id"]
        assert heading.attributes["tabindex"] == "-1"


def test_a_step_without_content_is_left_out_and_not_counted() -> None:
    page = with_sections(*(each for each in SECTIONS if each.role not in {"knowledge", "options"}))
    assert page.attributes("[data-step]", "id") == [
        "start", "compare", "values", "side-by-side", "questions", "now", "summary",
    ]  # fmt: skip
    standing = "Demonstration, not for clinical use."
    assert page.texts("#values .step-count") == [f"{EXAMPLE.title} Step 3 of 7 {standing}"]


@pytest.mark.parametrize("delivery", ["self", "with-clinician"])
def test_the_first_step_and_the_evidence_page_say_how_the_aid_is_meant_to_be_used(
    delivery: str,
) -> None:
    aid = EXAMPLE.model_copy(update={"delivery": delivery})
    said = say(f"delivery_{delivery}")
    assert said in Page(render_aid_page(aid, SITE, SHA)).texts("#start dl.facts dd")
    assert said in [words for line in statements(aid) for words in line.words]
    assert say("delivery") not in PAGE.texts("#start dl.facts dt")
    assert say("delivery") not in [line.name for line in statements(EXAMPLE)]


def test_continue_and_back_lead_to_the_neighbours() -> None:
    assert PAGE.attributes("[data-continue]", "href") == [f"#{step}" for step in STEPS[1:]]
    assert PAGE.attributes("[data-back]", "href") == [f"#{step}" for step in STEPS[:-1]]


def test_headings_never_skip_a_level() -> None:
    levels = [int((node.tag or "")[1]) for node in PAGE.all("main :is(h1, h2, h3, h4, h5)")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_prose_without_a_role_stays_where_it_stands() -> None:
    note = ProseSection(heading="A word on figures", body=words("Read slowly."))
    outcomes = next(each for each in SECTIONS if isinstance(each, OutcomesSection))
    page = with_sections(outcomes, note)
    assert page.texts("#compare section > h2")[-1] == "A word on figures"


def test_no_id_is_given_twice_and_every_local_link_leads_somewhere() -> None:
    ids = PAGE.attributes("[id]", "id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in PAGE.attributes('a[href^="#"]', "href")}
    assert targets <= set(ids)


def test_nothing_on_the_page_needs_the_policy_to_be_weakened() -> None:
    policy = PAGE.one("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == "'none'"
    assert rules["require-trusted-types-for"] == "'script'"
    assert PAGE.all("[style], style") == []
    inline = [node for node in PAGE.all("script") if "src" not in node.attributes]
    assert {node.attributes["type"] for node in inline} == {"application/json"}
    assert not [name for node in PAGE.all("*") for name in node.attributes if name.startswith("on")]


FIRST, OWN = "../../assets/first.js", "../../assets/aid.js"
SECOND = "../../assets/aid-statement.js"


def test_only_a_page_that_is_being_written_may_reload() -> None:
    live = Page(render_aid_page(EXAMPLE, SiteView("../../", live=True), SHA))
    assert live.attributes("script[src]", "src") == [FIRST, "/__reload.js", OWN]
    assert PAGE.attributes("script[src]", "src") == [FIRST, OWN]


def test_the_second_script_waits_in_a_template() -> None:
    template = re.search(r"<template id=\"second-script\">(.*?)</template>", HTML, re.DOTALL)
    assert template is not None
    assert template[1] == f'<script src="{SECOND}" defer></script>'
    assert HTML.count(SECOND) == 1


def test_the_form_says_which_build_of_which_aid_it_is() -> None:
    form = PAGE.one("form#aid").attributes
    data = {name[5:]: value for name, value in form.items() if name.startswith("data-")}
    assert data == {
        "aid": "example",
        "version": "1.2.0",
        "title": EXAMPLE.title,
        "language": "en-GB",
        "sha256": SHA,
        "evidence": "2026-11-20",
        "status": "demonstration",
        "clock": "current",
    }


def values_of(name: str) -> list[str]:
    return PAGE.attributes(f'input[name="{name}"]', "value")


def test_every_answer_of_the_record_can_be_given() -> None:
    fields = Record.model_fields
    assert fields["filled_in_by"].annotation is not None
    assert values_of("filled_in_by.role") == ["patient", "patient_with_help", "carer", "helper"]
    assert values_of("communication") == [
        "large_print", "easy_read", "audio", "language", "sign_language", "read_to_me",
    ]  # fmt: skip
    for name in ("stage", "role"):
        literal = Leaning.model_json_schema()["properties"][name]["enum"]
        assert values_of(name) == [each for each in literal if each != "unanswered"]
    for name in ("sure", "informed", "clear", "supported"):
        assert values_of(f"readiness.{name}") == ["yes", "no", "unsure"]


def test_only_offered_options_can_be_leaned_to_and_in_the_declared_order() -> None:
    assert values_of("leaning") == ["wait", "tablet", "unsure", "prefer_not_to_say"]


def test_values_questions_keep_their_states_apart_from_their_values() -> None:
    numbers = [str(value) for value in range(11)]
    states = ["unsure", "not_applicable"]
    assert values_of("values.less-pain") == numbers + states
    assert values_of("values.no-cut") == [*numbers, *states, "prefer_not_to_say"]
    assert values_of("values.wait-or-act") == ["-3", "-2", "-1", "0", "1", "2", "3", *states]
    assert values_of("values.order.state") == states
    assert values_of("values.mind") == ["mind-pain", "mind-work", *states]


def test_a_ranking_has_no_order_before_one_is_made() -> None:
    assert PAGE.one('input[name="values.order"]').attributes["type"] == "hidden"
    assert values_of("values.order") == [""]
    assert PAGE.attributes("[data-ranking=order] [data-item]", "data-item") == [
        "first-pain",
        "first-time",
    ]
    assert PAGE.texts("[data-ranking=order] .item-text") == ["Less pain", "Less time"]


def test_nothing_is_answered_beforehand() -> None:
    assert PAGE.all("[checked], [selected], [required]") == []


def test_every_control_has_a_name_that_a_screen_reader_can_say() -> None:
    controls = PAGE.all('form input:not([type="hidden"]), form textarea')
    unnamed = [node.html for node in controls if not text(label_of(node))]
    assert unnamed == []


def label_of(node: LexborNode) -> LexborNode:
    label = node.parent
    while label is not None and label.tag != "label":
        label = label.parent
    assert label is not None, node.html
    return label


def test_ends_of_a_scale_are_part_of_the_names_of_its_ends() -> None:
    labels = PAGE.texts("[data-question=no-cut] .scale label")
    assert (labels[0], labels[5], labels[10]) == ("0: Not to me", "5", "10: Very much to me")
    poles = PAGE.texts("[data-question=wait-or-act] .scale label")
    assert poles[0] == "Much closer to: I would rather wait"
    assert poles[3] == "Both the same"
    assert poles[6] == "Much closer to: I would rather act"


def test_texts_are_capped_where_they_are_typed() -> None:
    caps = {
        node.attributes["name"]: node.attributes.get("maxlength")
        for node in PAGE.all('input[type="text"], textarea')
    }
    assert [caps.pop(name) for name in ("what_matters", "filled_in_by.view")] == ["1500"] * 2
    assert set(caps.values()) == {"300"}
    assert set(caps) == {
        "filled_in_by.helper", "own_question.1", "own_question.2", "own_question.3", "own_idea",
        *(f"concern.{n}" for n in range(1, MOST_OWN_CONCERNS + 1)),
    }  # fmt: skip


def test_no_browser_is_asked_to_check_or_complete_what_is_typed() -> None:
    html = PAGE.one("html")
    assert (html.attributes["spellcheck"], html.attributes["writingsuggestions"]) == ("false",) * 2
    assert PAGE.all("textarea, input[type=text]")
    assert PAGE.all("body [spellcheck], body [writingsuggestions]") == []


def test_questions_carry_the_same_wording_digest_as_the_aids_words() -> None:
    known = aid_words(EXAMPLE, SHA)
    on_page = dict(
        zip(
            PAGE.attributes("[data-question]", "data-question"),
            PAGE.attributes("[data-question]", "data-wording"),
            strict=True,
        )
    )
    assert on_page == {question.id: question.wording for question in known.questions}
    assert PAGE.attributes("[data-check]", "data-wording") == [
        each.wording for each in known.checks
    ]


def test_figures_of_an_outcome_stand_in_the_order_of_the_options() -> None:
    assert figures("soon") == [
        ["Carry on as now", "159 of 1,000", "people have the bad thing", "841 of 1,000 do not have it"],
        ["A tablet", "111 of 1,000", "people have the bad thing", "It could be 90 to 137.",
         "889 of 1,000 do not have it"],
    ]  # fmt: skip


def test_options_without_a_figure_share_a_line_that_says_why_and_are_told_in_full_behind() -> None:
    assert PAGE.texts("#outcome-soon .others") == ["Not known: an operation."]
    full = "An operation: " + say("not_known_words", reason="The trials were different ones.")
    assert full in PAGE.texts("#outcome-soon .about-figures > p")


def test_a_comparator_is_shown_where_it_was_measured_and_marked() -> None:
    assert "Differences are measured from: " in text(PAGE.one("#outcome-differences .others"))
    assert len(figures("soon")) == 2


def test_rows_of_a_series_stand_under_one_heading() -> None:
    headings = PAGE.one("#compare .series").css("h3, h4")
    assert [text(node) for node in headings] == [
        "The same thing at 2 times", "Example outcome soon", "Example outcome later",
    ]  # fmt: skip


def test_each_group_of_readers_that_an_outcome_is_for_has_its_row_and_no_other_group_has() -> None:
    strata = PAGE.all("#compare .stratum")
    assert [text(node.css("h4, h5")[0]) for node in strata] == [
        "If this is true for you: I am under 40.",
        "If this is true for you: I am 40 or over.",
    ]
    assert PAGE.one("#compare .strata").attributes["data-for"] == "young old"


def test_what_each_source_estimates_is_a_line_of_that_source() -> None:
    assert PAGE.texts("#compare .estimates h4") == ["Example review (2020)"]
    lines = PAGE.all("#compare .source-estimates > li")
    seen = [[text(each) for each in line.css(".figure-line [aria-hidden]")] for line in lines]
    assert seen == [
        ["A tablet: about 60 of 100", "An operation: about 50 of 100"],
        ["A tablet: about 70 of 100", "An operation: about 50 of 100"],
    ]
    unknown = ["Not known: carrying on as now."]
    assert [[text(each) for each in line.css(".others")] for line in lines] == [unknown] * 2


def test_further_figures_are_behind_a_disclosure_on_the_same_page() -> None:
    (fold,) = [each for each in PAGE.all("#compare details.more") if each.css(".holds")]
    summary = text(fold.css("summary")[0])
    assert re.match(r"\d+ more outcomes? ", summary)
    assert len(PAGE.all("details.more #outcome-spread .figure")) == 2


def test_what_is_about_the_study_is_said_in_words() -> None:
    pairs = PAGE.texts("#outcome-study .facts div")
    assert pairs[1] == "A tabletAbout half of the group changed treatment."


def test_figures_from_different_studies_carry_the_fixed_warning() -> None:
    assert PAGE.texts("#outcome-rare .note") == [
        say("different_studies"),
        say("other_whole", of=1000, whole=100),
    ]


def test_a_difference_is_said_only_where_the_published_interval_is_clear() -> None:
    assert PAGE.texts("#outcome-soon .outcome-words p")[0] == (
        "Probably, fewer people have the bad thing with a tablet than with carrying on as now."
    )
    assert PAGE.texts("#outcome-later .outcome-words p")[0] == (
        "The study could not tell if there is a difference between a tablet and carrying on as now."
    )


def test_no_one_can_tell_is_said_once_for_each_row_that_counts_people() -> None:
    rows = {
        node.attributes["id"]: text(node).lower().count("no one can tell")
        for node in PAGE.all("#compare [id^=outcome-]")
    }
    assert {rows[f"outcome-{name}"] for name in ("soon", "later", "counted", "rare", "main")} == {1}
    assert {rows[f"outcome-{name}"] for name in ("events", "scores", "rates", "study")} == {0}


def test_the_table_of_words_keeps_its_roles_and_names_its_options() -> None:
    table = PAGE.one("table.option-table")
    assert [text(node) for node in table.css("[role=columnheader]")] == [
        "Carry on as now", "A tablet", "An operation",
    ]  # fmt: skip
    row = table.css("tbody [role=row]")[0]
    assert [text(node) for node in row.css("[role=cell]")] == [
        "Carry on as nowNone.", "A tabletA little.", "An operationWe do not know. Nobody asked.",
    ]  # fmt: skip
    assert len(row.css("[role=cell] [aria-hidden=true]")) == 3


def test_answers_to_the_facts_come_after_all_of_them_for_readers_without_script() -> None:
    step = PAGE.one("#facts")
    (answers,) = step.css(".check-answers.unscripted")
    assert [text(node) for node in answers.css("dd p")] == [
        "The aid says: False",
        (
            "With a tablet, 111 of 1,000 people have the bad thing (at 2 to 3 days), and 889 of 1,000 do "
            "not have it. It could be 90 to 137. Fewer than half."
        ),
    ]
    assert [node.attributes["value"] for node in step.css("[data-correct]")] == ["false"]


def test_a_care_card_holds_its_warning_signs() -> None:
    card = PAGE.one("[data-care-card]")
    index = int(card.attributes["data-care-card"] or "")
    assert EXAMPLE.sections[index].role == "red-flags"
    assert values_of("red_flags") == ["hot", "stiff"]


def test_privacy_is_said_before_the_first_question() -> None:
    html = HTML.replace("\n", " ")
    assert html.index(say("privacy")) < html.index("<input")


def test_ideas_carry_the_key_that_a_record_stores() -> None:
    assert values_of("ideas") == ["plan-wait/sleep", "plan-wait/diary", "plan-tablet/walk"]


def test_the_notice_of_a_demonstration_stands_on_screen_and_paper() -> None:
    assert PAGE.texts(".notice strong") == [say("demonstration")]
    assert "is-demonstration" in (PAGE.one("html").attributes["class"] or "").split()
    published = EXAMPLE.model_copy(update={"status": "published"})
    assert Page(render_aid_page(published, SITE, SHA)).texts(".notice strong") == []


def test_every_source_is_listed_for_paper() -> None:
    assert PAGE.attributes(".sources li", "id") == ["source-review", "source-page"]
    assert PAGE.attributes("#source-review a", "href") == [
        "https://doi.org/10.1000/example", "https://example.org/review",
    ]  # fmt: skip


def test_messages_for_scripts_are_those_the_scripts_ask_for(root: Path) -> None:
    keys = root / "src/decisionaid/theme/schema/messages.json"
    wanted = json.loads(keys.read_text(encoding="utf-8"))["aid"]
    # No message but one of those has plural forms.
    unsaid = {each for each in wanted if each.startswith("swing.")}
    assert set(PAGE.json("script#messages")) == set(wanted) - unsaid - {
        "side.picked",
        "summary.picked",
        "unsettled.circle",
        "plurals",
    }


def test_drawings_use_figures_that_are_defined_once() -> None:
    marks = PAGE.attributes("marker", "id")
    assert len(PAGE.all("path")) == len(PAGE.all("defs path"))
    starts, ends = PAGE.attributes("line", "marker-start"), PAGE.attributes("line", "marker-end")
    assert {*starts, *ends} - {""} <= {f"url(#{mark})" for mark in marks}
    drawings = PAGE.all(":is(.icon-array, .on-track)")
    assert all(node.attributes["aria-hidden"] == "true" for node in drawings)


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "direction"),
    [("en-GB", "ltr"), ("ar", "rtl"), ("ur-Latn", "ltr"), ("pa-Arab", "rtl")],
)
def test_the_page_is_written_in_the_direction_of_its_language(
    language: str, direction: str
) -> None:
    aid = EXAMPLE.model_copy(update={"language": language})
    attributes = Page(render_aid_page(aid, SITE, SHA)).one("html").attributes
    assert (attributes["lang"], attributes["dir"]) == (language, direction)


def test_a_draft_with_nothing_in_it_still_shows_its_gaps() -> None:
    page = Page(render_aid_page(Aid(slug="draft", title="Draft"), SITE, SHA))
    assert page.attributes("[data-step]", "id") == [
        "start",
        "values",
        "questions",
        "now",
        "summary",
    ]
    assert page.texts(".facts dd")[0] == "[Missing: who this is for]"
    assert page.texts(".notice strong") == [say("draft")]


def test_own_words_are_always_asked_for() -> None:
    page = with_sections(ValuesSection(heading="What matters"))
    assert len(page.all('textarea[name="what_matters"]')) == 1


def test_the_same_aid_gives_the_same_bytes() -> None:
    again = Aid.model_validate_json(EXAMPLE.model_dump_json())
    assert render_aid_page(again, SITE, SHA) == HTML


def test_the_ends_of_a_scale_are_said_in_one_manner_ours_and_the_authors() -> None:
    said = [
        [item.text for item in question_items(ENGLISH, each)]
        for each in EXAMPLE.values_questions
        if isinstance(each, ImportanceQuestion)
    ]
    assert ["0: Not important", "10: As important as can be"] in said
    assert ["0: Not to me", "10: Very much to me"] in said
