"""The score is what the formulas say, names count once, and without enough text there is no number."""

from __future__ import annotations

import json
from math import sqrt
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid, Condition
from decisionaid.model.prose import Prose
from decisionaid.model.sections import ConditionSection, ProseSection
from decisionaid.rules.reading_level import AIMED_AGE, ReadingLevel, Score, reading_level
from tests.conftest import ROOT
from tests.rules.example_aid import prose

EASY = "We sat down by the sea and ate bread."  # 9 words, 9 syllables
LATIN = "The arthroplasty made a lasting difference to my painful leg."


def aid_saying(body: Prose, **changes: object) -> Aid:
    """Return an aid that says this and nothing else that counts."""
    section = ProseSection(heading="All", body=body)
    return Aid.model_validate({"slug": "a", "title": "A", "sections": (section,)} | changes)


def level_of(*sentences: str, **changes: object) -> ReadingLevel:
    return reading_level(aid_saying(prose(" ".join(sentences)), **changes))


def score_of(*sentences: str, **changes: object) -> Score:
    level = level_of(*sentences, **changes)
    assert level.whole is not None
    assert level.whole.score is not None
    return level.whole.score


def test_the_score_is_what_the_formulas_say() -> None:
    found = score_of(*[EASY] * 20)
    assert (found.words, found.sentences, found.long_words) == (180, 20, 0)
    assert found.words_per_sentence == 9
    assert found.ease == round(206.835 - 1.015 * 9 - 84.6, 1) == 113.1
    assert found.grade == round(0.39 * 9 + 11.8 - 15.59, 1) == -0.3
    assert found.age == 5
    assert found.smog is None


def test_smog_needs_thirty_sentences() -> None:
    found = score_of(*["The hospital is a very big place here."] * 30)
    assert found.smog == round(1.0430 * sqrt(30) + 3.1291, 1)


@pytest.mark.parametrize("sentences", [[EASY] * 9, ["We sat down."] * 30, []])
def test_a_text_that_is_too_short_has_no_number(sentences: list[str]) -> None:
    level = level_of(*sentences)
    assert level.state == "too-short"
    assert level.whole is not None
    assert level.whole.score is None
    assert level.whole.with_every_name is None


@pytest.mark.parametrize("language", ["cy", "fr-FR", "ar", "enm"])
def test_another_language_is_not_assessed_and_has_no_number(language: str) -> None:
    level = level_of(*[EASY] * 20, language=language)
    assert level == ReadingLevel(language, "not-assessed", None, ())
    assert "score" not in json.dumps(level.as_json())


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us"])
def test_english_of_every_country_is_assessed(language: str) -> None:
    assert level_of(*[EASY] * 20, language=language).state == "assessed"


def test_a_necessary_name_counts_once_and_the_score_with_every_name_is_kept() -> None:
    sentences = ["My osteoarthritis is with me each day now."] * 20
    named = Condition(name="Osteoarthritis", plain="worn joint")
    with_name = level_of(*sentences, condition=named).whole
    without = level_of(*sentences).whole
    assert with_name is not None
    assert without is not None
    assert with_name.score is not None
    assert with_name.with_every_name == without.score == without.with_every_name
    assert without.score is not None
    assert with_name.score.grade < without.score.grade - 5
    assert with_name.score.long_words == 1
    assert with_name.score.words_per_sentence == without.score.words_per_sentence


def test_a_term_in_brackets_behind_plain_words_does_not_count() -> None:
    plain = ["Your worn joint can hurt a lot each day."] * 20
    termed = ["Your worn joint (osteoarthritis) can hurt a lot each day."] * 20
    found = level_of(*termed).whole
    assert found is not None
    assert found.score is not None
    assert found.with_every_name is not None
    assert found.score.long_words == 0
    assert found.with_every_name.long_words == 20
    assert found.score.grade == round(score_of(*plain).grade + 0.39, 1)


def test_a_list_without_stops_scores_no_easier_than_one_with_them() -> None:
    words = ["an infection of the joint", "another operation later", "a lot of medicine to take"]
    bodies = {
        stop: f"{EASY} " * 9 + "You may have: " + " ".join(f"{each}{stop}" for each in words * 4)
        for stop in ("", ".")
    }
    assert score_of(bodies[""]).grade >= score_of(bodies["."]).grade


def test_figures_in_digits_make_no_text_harder() -> None:
    digits = score_of(*["We saw 12 in 100 of them fall ill."] * 20)
    words = score_of(*["We saw ten in nine of them fall ill."] * 20)
    assert digits == words


def test_the_worst_sentences_come_first_with_their_places() -> None:
    level = reading_level(aid_saying(prose(*[EASY] * 15, LATIN, EASY)))
    assert level.whole is not None
    worst = level.whole.worst
    assert len(worst) == 2  # a sentence that stands often is named once
    assert worst[0].text == LATIN
    assert worst[0].path == ("sections", 0, "body", 15)
    assert worst[0].words == 10
    assert worst[0].hardest[0] == "arthroplasty"
    assert worst[0].grade > worst[1].grade


def test_each_section_that_is_long_enough_has_its_score() -> None:
    sections = (
        ConditionSection(heading="Long", body=prose(*[EASY] * 12)),
        ProseSection(heading="Short", body=prose(EASY)),
        ProseSection(heading="Hard", body=prose(*[LATIN] * 12)),
    )
    level = reading_level(Aid(slug="a", title="A", sections=sections))
    assert [each.heading for each in level.sections] == ["Long", "Hard"]
    easy, hard = level.sections
    assert easy.worst == ()  # only of what is hard
    assert [each.text for each in hard.worst] == [LATIN]


def test_the_result_is_plain_data() -> None:
    level = level_of(*[EASY, LATIN] * 12)
    data = json.loads(json.dumps(level.as_json()))
    assert data["state"] == "assessed"
    assert data["whole"]["score"]["words"] == 228
    assert data["whole"]["worst"][0]["text"] == LATIN


@pytest.mark.parametrize(
    "path", sorted((ROOT / "aids").glob("*/index.md")), ids=lambda path: path.parent.name
)
def test_the_aids_of_this_site_read_at_the_age_aimed_for(path: Path) -> None:
    aid = compile_aid(path.read_text(encoding="utf-8"), rules=()).aid
    assert aid is not None
    level = reading_level(aid)
    assert level.whole is not None
    assert level.whole.score is not None
    assert not level.whole.score.is_above(AIMED_AGE)
