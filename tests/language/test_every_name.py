"""What our code and templates ask a catalogue for is there, and nothing is there that nobody asks for.

That scripts ask for nothing else is held by their types, which are made of ``schema/messages.json``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest

from decisionaid.language import words_in
from decisionaid.language.patterns import places_of
from decisionaid.render.words.for_scripts import PAGES, Page, messages_for
from tests.english import say, script_texts
from tests.language.asked_for import (
    Asked,
    asked_by_code,
    asked_by_scripts,
    asked_by_templates,
    made_by_code,
    named_by_code,
)

MESSAGES: Final = words_in("en").messages
SCRIPTS: Final = ("aid-", "clinician-", "home-")
"""What scripts say begins so."""

# One worker reads all the code and all templates once.
pytestmark = pytest.mark.xdist_group("every-name")


@cache
def by_code() -> tuple[Asked, ...]:
    """Return every message that our code asks for."""
    return tuple(asked_by_code())


@cache
def by_templates() -> tuple[Asked, ...]:
    """Return every message that a template asks for."""
    return tuple(asked_by_templates())


@pytest.mark.long
def test_nothing_is_asked_for_that_the_catalogue_does_not_say() -> None:
    missing = {
        each.where: each.name.pattern
        for each in by_code() + by_templates()
        if not any(map(each.name.fullmatch, MESSAGES))
    }
    assert missing == {}
    assert len(by_code()) > 300
    assert len(by_templates()) > 100


@pytest.mark.long
def test_the_catalogue_says_nothing_that_nobody_asks_for() -> None:
    seen = [each.name for each in by_code() if each.is_exact]
    seen += [each.name for each in by_templates()]
    asked = {name for name in MESSAGES if any(each.fullmatch(name) for each in seen)}
    left = {
        name for name in MESSAGES.keys() - asked - named_by_code() if not name.startswith(SCRIPTS)
    }

    assert sorted(left - set(made_by_code(left))) == []


@pytest.mark.long
def test_a_name_that_nobody_wrote_is_not_found() -> None:
    """The search is no wider than it must be."""
    assert list(made_by_code(["amount_eons", "level_high", "step_eleven"])) == []
    assert list(asked_by_scripts(["summary.eons", "likes.eons"])) == []
    assert list(made_by_code(["amount_years", "like_audio"])) == ["amount_years", "like_audio"]


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_scripts_are_given_nothing_to_say_that_they_never_say(page: Page) -> None:
    keys = messages_for(page, words_in("en")).keys() - {"date", "plurals"}

    assert sorted(keys - set(asked_by_scripts(keys))) == []


@pytest.mark.long
def test_each_message_is_given_the_very_values_that_it_asks_for() -> None:
    wrong = {
        each.where: (name, sorted(each.places), sorted(places_of(pattern)))
        for each in by_code() + by_templates()
        if each.is_exact and each.places is not None
        for name, pattern in MESSAGES.items()
        if each.name.fullmatch(name) and each.places != places_of(pattern)
    }
    assert wrong == {}


def test_what_is_hard_has_one_name_on_the_sheet_and_in_the_plan() -> None:
    plan = script_texts("plan")
    needs = {key.removeprefix("need.") for key in plan if key.startswith("need.")}
    assert len(needs) > 10
    assert {need: plan[f"need.{need}"] for need in needs} == {
        need: say(f"prepare_need_{need}") for need in needs
    }
