"""Messages are said with their values in place, in the form that each value asks for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from decisionaid.language import ISOLATE, POP, Shown, Value, Words, words_in
from decisionaid.render.words.for_scripts import as_data, plurals
from tests.language.as_scripts_say import said_by_script
from tests.language.catalogues import folder_of

CATALOGUE = """
yes = Yes
with = With { $option }.
alone = { $option }
share = { $n } of { $of }
pair = { $a } + { $b }
points = { $n ->
    [0] no points
    [one] 1 point
    [two] a pair of points
   *[other] { $n } points
}
amount = { $word ->
    [fewer] { $n } fewer
   *[more] { $n } more
}
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    return Words("en", folder_of(tmp_path, en=CATALOGUE))


@pytest.fixture
def from_the_right(tmp_path: Path) -> Words:
    return Words("ar", folder_of(tmp_path, formats="ar", ar=CATALOGUE))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "no points"),
        (Decimal("0.00"), "no points"),
        (1, "1 point"),
        (Decimal("1.0"), "1 point"),
        (2, "2 points"),
        (1000, "1,000 points"),
        (Decimal("1.50"), "1.50 points"),
        ("1", "1 points"),
        ("some", "some points"),
        ("one", "1 point"),
    ],
)
def test_a_form_is_chosen_by_the_value_then_its_plural_form_then_the_default(
    words: Words, value: Value, said: str
) -> None:
    assert words.say("points", n=value) == said


def test_a_number_written_beforehand_is_chosen_by_the_digits_it_shows(words: Words) -> None:
    assert words.say("points", n=words.number(Decimal("1.0"))) == "1 point"
    assert words.say("points", n=words.as_printed(Decimal("1.0"))) == "1.0 points"
    assert words.say("points", n=Shown("one and only", 1)) == "1 point"
    assert words.say("points", n=Shown("five", 5)) == "five points"


def test_a_form_is_chosen_by_a_word(words: Words) -> None:
    assert words.say("amount", word="fewer", n=5) == "5 fewer"
    assert words.say("amount", word="more", n=5) == "5 more"
    assert words.say("amount", word="other", n=5) == "5 more"


def test_numbers_in_places_are_written_as_the_language_does(words: Words) -> None:
    assert words.say("share", n=Decimal("12.50"), of=1000) == "12.50 of 1,000"


@pytest.mark.parametrize(
    "text", ["{ $n }", "{n}", "{0}", "$of", "\\u0041", "%s", "a\nb", "", "<b>"]
)
def test_what_stands_in_a_place_is_never_filled_again(words: Words, text: str) -> None:
    assert words.say("share", n=text, of="b") == f"{text} of b"
    assert words.listed([text, "b"]) == f"{text} and b"


def test_a_long_text_is_kept_whole(words: Words, from_the_right: Words) -> None:
    text = "Ein Satz, der nicht enden will. " * 320

    assert len(text) > 10_000
    assert words.say("with", option=text) == f"With {text}."
    assert from_the_right.say("with", option=text) == f"With {ISOLATE}{text}{POP}."
    assert words.listed([text] * 3) == f"{text}, {text} and {text}"
    assert words.joined("pair", [text] * 3) == f"{text} + {text} + {text}"


def test_an_unknown_message_is_a_fault(words: Words) -> None:
    assert not words.has("never")
    with pytest.raises(KeyError, match="never"):
        words.say("never")


@pytest.mark.parametrize("name", ["with", "points", "amount"])
def test_a_value_that_is_missing_is_a_fault(words: Words, name: str) -> None:
    with pytest.raises(KeyError):
        words.say(name)


def test_messages_without_places_are_known_by_name(words: Words) -> None:
    assert vars(words.plain) == {"yes": "Yes"}


@pytest.mark.parametrize(
    ("each", "said"),
    {(): "", ("a",): "a", ("a", "b"): "a + b", ("a", "b", "c"): "a + b + c"}.items(),
)
def test_words_are_joined_two_by_two_with_a_message(
    words: Words, each: tuple[str, ...], said: str
) -> None:
    assert words.joined("pair", each) == said


def test_from_right_to_left_what_is_put_in_is_set_apart(from_the_right: Words) -> None:
    say, apart = from_the_right.say, f"{ISOLATE}A{POP}"

    assert say("with", option="A") == f"With {apart}."
    assert say("alone", option="A") == "A"
    assert from_the_right.listed("A") == apart
    assert from_the_right.listed("AB") == f"{apart} و{ISOLATE}B{POP}"
    assert from_the_right.either("AB") == f"{apart} أو {ISOLATE}B{POP}"
    assert from_the_right.row("AB") == f"{apart}، و{ISOLATE}B{POP}"


def test_from_left_to_right_nothing_is_set_apart(words: Words) -> None:
    said = [words.say("with", option="A"), words.listed("AB"), words.either("AB"), words.row("AB")]

    assert said == ["With A.", "A and B", "A or B", "A, B"]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100, 199, 200, 202, 311, 999])
def test_scripts_choose_the_same_form(words: Words, from_the_right: Words, number: int) -> None:
    for each in (words, from_the_right):
        data = as_data(each.messages["points"])
        assert said_by_script(data, {"n": number}, plurals(each)) == each.say("points", n=number)


@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100, 102, 202])
def test_scripts_choose_the_same_form_whichever_is_the_default(tmp_path: Path, number: int) -> None:
    text = "points = { $n ->\n    [one] one\n    [other] more\n   *[few] some\n}\n"
    words = Words("ar", folder_of(tmp_path, formats="ar", ar=text))

    data = as_data(words.messages["points"])

    assert said_by_script(data, {"n": number}, plurals(words)) == words.say("points", n=number)


def test_dates_and_months_are_those_of_the_language(from_the_right: Words) -> None:
    assert from_the_right.day(date(2026, 3, 5)) == "5 مارس 2026"
    assert from_the_right.months[2] == "مارس"
    assert from_the_right.date_pattern == "{day} {month} {year}"


def test_the_words_of_a_language_are_read_once() -> None:
    assert words_in("en-GB") is words_in("en-GB")
    assert words_in("en-GB").messages is words_in("en-US").messages
