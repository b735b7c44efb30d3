"""The gallery has an example for each form of figure and each state that the model can hold.

What is demanded is worked out from the models: a new form, a new word or a new optional field fails
until there is an example of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.model.figure import Figure, Frequency, OutOfDate
from decisionaid.model.outcome import Cell, Outcome
from decisionaid.model.sections import OutcomesSection
from decisionaid.model.sections import TestSection as SectionOfATest
from decisionaid.render.outcomes.groups import groups_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.site.gallery import (
    COMPONENTS,
    LOOKS,
    TITLES,
    Example,
    aid_of,
    all_examples,
    compiled,
    gallery_page,
    markup_of,
    two_wordings,
)
from tests.browser.figures_read import bare, ways_to_say
from tests.conftest import HtmlFaults
from tests.render.page import Page

EXAMPLES = tuple(all_examples())
COMPANIONS = {"feel-well", "feel-ill"}
"""Outcomes that stand around each example, so that it is a whole aid."""

NEVER_SHOWN = {
    (Cell, "figure", "None"): "an aid with a cell that could not be read has an error, and no page",
    (Cell, "figure", "OutOfDate"): "no author writes it; tests/site/test_clock_pages.py shows it",
    (OutOfDate, "", ""): "as above",
}


def each(example: Example) -> str:
    return example.name


def rows_of(example: Example) -> list[Outcome]:
    """Return the example's own outcomes."""
    return [row for row in aid_of(example).outcomes if row.id not in COMPANIONS]


@cache
def page() -> Page:
    return Page(gallery_page())


@pytest.mark.parametrize("example", EXAMPLES, ids=each)
def test_an_example_compiles_without_errors(example: Example) -> None:
    found = compiled(example).diagnostics
    assert [one.message for one in found if one.code.severity is Severity.ERROR] == []
    if example.status != "draft":
        assert [one.message for one in found] == []


def test_an_example_that_is_wrong_is_refused_with_its_name() -> None:
    wrong = Example("wrong", "Nothing.", "## What can happen {.outcomes}\n\n- Sauce: review\n")
    with pytest.raises(ValueError, match="the example 'wrong' has errors: DA"):
        aid_of(wrong)


def test_names_are_given_once_and_can_be_part_of_an_address() -> None:
    names = [example.name for example in EXAMPLES]
    assert len(names) == len(set(names))
    assert all(name.replace("-", "").isalnum() and name == name.lower() for name in names)


def test_each_file_of_examples_is_shown() -> None:
    assert {path.parent.name for path in COMPONENTS.glob("*/examples.yaml")} == set(TITLES)


Want = tuple[type[BaseModel], str, str]


def wanted(model: type[BaseModel]) -> Iterator[Want]:
    """Yield what a class can be: it itself, each word of its fields, with and without its optional ones."""
    yield model, "", ""
    for name, field in model.model_fields.items():
        for kind in alternatives(field.annotation):
            if kind in (None, NoneType):
                yield model, name, "None"
                yield model, name, "given"
            elif kind is bool:
                yield from ((model, name, "True"), (model, name, "False"))
            elif isinstance(kind, str) and name != "kind":
                yield model, name, kind
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                yield model, name, kind.__name__


def reached(annotation: object, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Return the classes that values of a type can hold."""
    for kind in alternatives(annotation):
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
            seen.add(kind)
            for field in kind.model_fields.values():
                reached(field.annotation, seen)
    return seen


def alternatives(annotation: object) -> Iterator[Any]:
    """Yield the parts of a union, the words of a literal and the items of a tuple, else the type itself."""
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from alternatives(parts[0])
    elif get_origin(annotation) is Literal:
        yield from parts
    elif parts:
        for part in parts:
            yield from alternatives(part)
    else:
        yield annotation


def found(part: object) -> Iterator[Want]:
    """Yield what a value is, with all that it holds."""
    if isinstance(part, tuple):
        for item in part:
            yield from found(item)
    elif isinstance(part, BaseModel):
        model = type(part)
        yield model, "", ""
        for name in model.model_fields:
            value = getattr(part, name)
            yield model, name, "None" if value is None else "given"
            yield model, name, str(value)
            items = value if isinstance(value, tuple) else (value,)
            yield from ((model, name, type(item).__name__) for item in items)
            yield from found(value)


def test_every_form_of_figure_has_an_example() -> None:
    shown = {
        type(cell.figure) for example in EXAMPLES for row in rows_of(example) for cell in row.cells
    }
    assert shown == set(get_args(get_args(Figure)[0])) - {OutOfDate}


def test_every_state_of_an_outcome_has_an_example() -> None:
    every = {want for model in reached(Outcome, set()) for want in wanted(model)}
    shown = {state for example in EXAMPLES for row in rows_of(example) for state in found(row)}
    missing = every - shown - set(NEVER_SHOWN)
    assert sorted(f"{model.__name__} {name} {state}" for model, name, state in missing) == []
    assert set(NEVER_SHOWN) <= every - shown


def test_every_denominator_has_an_example() -> None:
    shares = [
        cell.figure.of
        for example in EXAMPLES
        for row in rows_of(example)
        for cell in row.cells
        if isinstance(cell.figure, Frequency)
    ]
    assert set(shares) == {10, 100, 1_000, 10_000}


def test_one_to_five_options_have_an_example() -> None:
    assert {len(row.cells) for example in EXAMPLES for row in rows_of(example)} >= {1, 2, 3, 4, 5}


def test_options_of_every_kind_have_an_example() -> None:
    options = [option for example in EXAMPLES for option in aid_of(example).all_options]
    assert {"comparator", "as-now"} <= {option.kind for option in options}
    assert any(option.not_offered for option in options)
    assert any(len(option.name) > 60 for option in options)


def test_every_look_of_a_figure_and_every_kind_of_group_has_an_example() -> None:
    looks, groups = set(), set()
    for example in EXAMPLES:
        aid = aid_of(example)
        figures = Figures(aid)
        for section in aid.sections:
            if isinstance(section, OutcomesSection):
                made = groups_of(section, figures, 3, ())
                groups |= {(group.kind, len(group.rows), len(group.later)) for group in made.folded}
        looks |= {figures.shown(row, cell).look for row in rows_of(example) for cell in row.cells}
    assert looks == {"figure", "words", "unknown"}
    assert groups == {
        ("single", 1, 0),
        ("series", 2, 0),
        ("series", 3, 0),
        ("series", 3, 1),
        ("estimates", 0, 0),
        ("strata", 0, 0),
    }


def test_the_last_of_many_times_is_folded_away_under_words_that_say_how_many() -> None:
    example = next(each for each in EXAMPLES if each.name == "four-times")
    shown = Page(str(markup_of(example)))
    rows = rows_of(example)
    assert shown.attributes(".series > .outcome", "id") == [f"outcome-{r.id}" for r in rows[:3]]
    assert shown.attributes(".series > .more > .outcome", "id") == [f"outcome-{rows[3].id}"]
    assert shown.texts(".series > .more > summary") == ["More times (1)"]


def test_a_stratum_without_a_row_and_a_test_with_half_not_known_have_an_example() -> None:
    tests = [part for example in EXAMPLES for part in aid_of(example).of(SectionOfATest)]
    assert {cell.kind for test in tests for cell in test.cells if cell} == {
        "frequency",
        "not-known",
    }
    strata = [{row.stratum for row in rows_of(example)} - {None} for example in EXAMPLES]
    assert {len(found) for found in strata} == {0, 1, 2}


@pytest.mark.long
def test_the_page_is_valid_html(tmp_path: Path, html_faults: HtmlFaults) -> None:
    file = tmp_path / "index.html"
    file.write_text(gallery_page(), encoding="utf-8")
    assert html_faults(file) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=each)
def test_the_page_holds_the_words_of_each_example(example: Example) -> None:
    part = page().one(f"article#{example.name}")
    text = bare(part.text())
    assert bare(example.shows) in text
    assert bare(example.part) in text
    for row in rows_of(example):
        for cell in row.cells:
            assert cell.figure is not None
            assert any(bare(way) in text for way in ways_to_say(cell.figure)), cell.option


@pytest.mark.parametrize("example", EXAMPLES, ids=each)
def test_each_look_shows_the_markup_of_the_page_as_it_is(example: Example) -> None:
    copies = page().all(f"article#{example.name} .look")
    whole = Page(str(markup_of(example))).one("body").text()
    assert [copy.text().split() for copy in copies] == [whole.split()] * (1 + len(LOOKS))
    classes = [copy.attributes["class"] for copy in copies]
    assert classes == ["look", *(f"look {look}" for look, _ in LOOKS)]


def test_no_id_is_given_twice_and_every_local_link_leads_somewhere() -> None:
    ids = page().attributes("[id]", "id")
    assert len(ids) == len(set(ids))
    targets = {link for link in page().attributes("a[href]", "href") if not link.startswith("../")}
    assert targets <= {f"#{name}" for name in ids} | {"answers/"}


def test_the_page_keeps_the_policy_of_all_our_pages_and_says_that_its_figures_are_made_up() -> None:
    policy = page().one("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page().all("[style], style, script") == []
    assert "All figures on this page are made up" in page().one("main").text()


def test_an_example_is_a_whole_aid_that_the_compiler_takes_by_itself() -> None:
    example = EXAMPLES[0]
    assert compile_aid(example.source).ok
    assert "Example condition" in example.source.text


def test_what_a_person_adds_is_shown_in_each_state() -> None:
    states = {"10", "unsure", "not_applicable", "prefer_not_to_say"}
    chosen = page().attributes("#own-concerns input[checked]", "value")
    assert set(chosen) == states
    assert len(chosen) == len(states)
    # The last is not answered.
    assert (
        len(page().attributes("#own-concerns input[type=text][value]", "value")) == len(states) + 1
    )


def test_two_wordings_are_shown_with_the_choice_between_them_and_a_picture() -> None:
    html = str(two_wordings())
    assert html.count('name="easy"') == html.count('<div class="easy-words">') == 1
    assert html.count('<div class="plain-words">') == 1
    assert 'src="data:image/svg+xml,' in html
    assert "images/" not in html
    assert html in gallery_page()
