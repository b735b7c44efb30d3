"""No page in a made-up language has a word in English, or a sign that was not asked of its catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel import Locale

from decisionaid.language import catalogue, has_full_catalogue, text_direction, words_in
from decisionaid.rules import RULES
from decisionaid.rules.standards import STANDARDS
from tests.language.made_up import (
    ACCENTED,
    FROM_RIGHT,
    LANGUAGES,
    SIGNED,
    SIGNS,
    MadeUp,
    write_catalogues,
)
from tests.language.made_up_pages import every_file, shown_in, texts_of

# The files of each language are made by one worker, once.
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("no-word-of-ours")]

WORD: Final = re.compile(r"[A-Za-z]{2,}")
ADDRESS: Final = re.compile(r"https?://\S+|\b10\.\d{4,}/\S+|(?<!\d)\d+\.\d+\.\d+")
"""Addresses, DOIs and versions."""

CODES: Final = re.compile(
    "|".join(
        rf"\b{re.escape(code)}\b"
        for code in sorted(
            (
                *(rule.code.name for rule in RULES),
                *(rule.code.number for rule in RULES),
                "DA010",
                *(item.item for item in STANDARDS),
            ),
            key=len,
            reverse=True,
        )
    )
)
"""Names of rules and of items: the handbook lists them under these."""
COMMAND: Final = "decisionaid report --sundae"
"""What is typed in a terminal."""


@pytest.fixture(scope="module", autouse=True)
def _made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let the program find the catalogues of the made-up languages."""
    folder = tmp_path_factory.mktemp("locale")
    write_catalogues(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "FOLDER", folder)
        yield folder


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda each: each.tag)
def language(request: pytest.FixtureRequest) -> MadeUp:
    made_up = request.param
    assert isinstance(made_up, MadeUp)
    return made_up


@pytest.fixture(scope="module")
def files(language: MadeUp, _made_up: Path) -> dict[str, str]:
    return every_file(language)


def pages_in(files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each page with its path."""
    yield from ((name, page) for name, page in files.items() if name.endswith(".html"))


def english_in(said: str, language: MadeUp) -> str:
    """Return the words of a text in plain letters, without addresses, codes and what CLDR writes."""
    if not WORD.search(said):
        return ""
    left = ADDRESS.sub(" ", said).replace(COMMAND, " ").replace(language.tag, " ")
    left = written_by(language.formats).sub(" ", CODES.sub(" ", left))
    return " ".join(WORD.findall(left))


@cache
def written_by(formats: str) -> re.Pattern[str]:
    """Return a pattern for the words that CLDR has in a date and between the parts of a list."""
    locale = Locale.parse(formats)
    months = locale.months["format"]["wide"].values()
    between = (part for style in locale.list_patterns.values() for part in style.values())
    joining = {word for part in between for word in re.findall(r"[^\W\d_]+", part)}
    return re.compile(rf"\b({'|'.join(map(re.escape, (*months, *joining)))})\b")


def test_both_languages_have_the_whole_catalogue(language: MadeUp) -> None:
    assert has_full_catalogue(language.tag)
    assert text_direction(language.tag) == ("rtl" if language is FROM_RIGHT else "ltr")


def test_a_made_up_catalogue_keeps_places_and_has_every_plural_form() -> None:
    words = words_in(ACCENTED.tag)
    assert words.say("share", n=159, of=1000) == "159 óƒó 1\xa0000"
    assert [words.say("points", n=n) for n in (1, 3, 22)] == [
        "1 ṕóíñťṕó",
        "3 ṕóíñťšṕó",
        "22 ṕóíñťšṕó",
    ]
    assert words.category(22) == "few"


def test_words_in_the_language_with_accents_are_about_40_per_cent_longer() -> None:
    english = "A check of each figure against its source by somebody who did not write the aid"
    assert (
        1.35 < len(ACCENTED.text(english).replace(" ", "")) / len(english.replace(" ", "")) < 1.45
    )


def test_no_page_has_a_word_of_ours_left_in_english(
    files: dict[str, str], language: MadeUp
) -> None:
    left = {
        english: name
        for name, page in pages_in(files)
        for said in texts_of(page)
        if (english := english_in(said, language))
    }
    assert left == {}
    assert len(list(pages_in(files))) > 50


def test_no_data_that_is_shown_has_a_word_of_ours_left_in_english(
    files: dict[str, str], language: MadeUp
) -> None:
    left = {
        english: name
        for name, data in files.items()
        # A Questionnaire is for other systems: like the record text, it says what all aids ask in English.
        if name.endswith(".json") and not name.endswith("/questionnaire.json")
        for said in (examples_in(data) if name.endswith("/practice.json") else shown_in(data))
        if (english := english_in(said, language))
    }
    assert left == {}


def examples_in(data: str) -> Iterator[str]:
    """Yield what made-up records say in words: all else is the record's form, or named in the site's language."""
    for each in json.loads(data)["examples"]:
        record = each["record"]
        yield from (
            record["what_matters"],
            record["filled_in_by"]["helper"],
            record["filled_in_by"]["view"],
        )
        yield from (question["text"] for question in record["questions"])


def test_no_sign_in_a_sentence_is_hard_coded() -> None:
    left = {
        said: name
        for name, page in pages_in(every_file(SIGNED))
        for said in texts_of(page)
        if _SIGN.search(said) and _SIGN.search(_BETWEEN_DIGITS.sub("", ADDRESS.sub("", said)))
    }
    assert left == {}


_SIGN: Final = re.compile(f"[{re.escape(SIGNS)}]")
_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)[.,:](?=\d)")


def test_every_share_is_kept_together_from_right_to_left() -> None:
    """``159 of 1,000`` is set apart as a whole in a sentence, so that its order holds there.

    It need not be where nothing else stands beside it, as in a cell. Steps and items are counted in
    a sentence of ours, and a range has three numbers: there each number is set apart.
    """
    digits, joint = r"\d+(?:,\d+)*", FROM_RIGHT.word("of")
    share, loose = (
        re.compile(f"{each} {joint} {each}") for each in (f"<bdi>{digits}</bdi>", digits)
    )
    together, beside = 0, set()
    for _name, page in pages_in(every_file(FROM_RIGHT)):
        assert [said for said in texts_of(page) if loose.search(said)] == []
        for found in share.finditer(page):
            before = page[page.rindex(">", 0, found.start()) + 1 : found.start()].strip()
            if before or page[found.end()] != "<":
                beside.add(before)
            else:
                together += 1
    counted = {
        FROM_RIGHT.text(words) for words in ("Step", "to", "By its own check this aid meets")
    }
    assert beside <= counted
    assert together > 1000


def test_the_trade_off_step_is_among_the_pages(files: dict[str, str]) -> None:
    assert "data-trade-off=" in files["aids/weighed/index.html"]
    assert '"swing.first"' in files["aids/weighed/index.html"]
