"""A catalogue may hold words, places and choices; all else is refused, with the file and the message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decisionaid.language import ISOLATE, POP, Words
from decisionaid.language.formats import RIGHT, CatalogueError
from decisionaid.language.patterns import (
    Choice,
    Pattern,
    Place,
    patterns_in,
    places_of,
    words_chosen,
)
from tests.language.catalogues import folder_of


def pattern_of(text: str, *, isolates: bool = False) -> Pattern:
    """Return the one message of a catalogue."""
    [(_name, pattern)] = patterns_in(text, isolates=isolates)
    return pattern


CHOICE = """
points = { $n ->
    [one] 1 point
    [4] four points
   *[other] { $n } points
}
"""


def test_words_are_one_text() -> None:
    assert pattern_of("yes = Yes, please") == ("Yes, please",)


def test_a_value_has_its_place_by_name() -> None:
    assert pattern_of("share = { $n } of { $of }") == (Place("n"), " of ", Place("of"))


def test_a_choice_has_a_form_for_each_value_and_one_for_the_rest() -> None:
    forms = {"one": ("1 point",), "4": ("four points",), "other": (Place("n"), " points")}
    assert pattern_of(CHOICE) == (Choice("n", forms, "other"),)


def test_a_choice_may_stand_inside_a_choice() -> None:
    text = """
both = { $a ->
   *[other] { $b ->
        [one] { $c }
       *[other] many
    }
}
"""
    pattern = pattern_of(text)

    assert places_of(pattern) == {"a", "b", "c"}
    assert words_chosen(pattern) == frozenset()


def test_words_on_several_lines_keep_their_lines() -> None:
    assert pattern_of("two =\n    One line.\n    Another.") == ("One line.\nAnother.",)


def test_white_space_and_quotes_can_be_written_as_text() -> None:
    assert pattern_of('first = { "  " }so { "\\"" }') == ('  so "',)


def test_comments_say_nothing() -> None:
    assert list(patterns_in("# one\n\n## two\n\n### three\n", isolates=False)) == []


def test_the_words_a_message_chooses_by_are_known() -> None:
    text = """
end = { $word ->
    [fewer] { $n ->
        [one] one fewer
        [-1] none
       *[other] { $n } fewer
    }
   *[more] { $n } more
}
"""
    assert words_chosen(pattern_of(text)) == {("word", "fewer"), ("word", "more")}


REFUSED = {
    "what is no Fluent": ("points 5\n", "this is no message: points 5"),
    "a message without words": ("points =\n", "this is no message: points ="),
    "a choice without a default": (
        "points = { $n ->\n    [one] point\n}\n",
        "this is no message: points = { $n ->",
    ),
    "a term": ("-brand = Ours\n", "-brand is a term; write its words where they stand"),
    "an attribute": (
        "points = Points\n    .title = More\n",
        "the message points has an attribute, which nobody would see",
    ),
    "an attribute alone": (
        "points =\n    .title = More\n",
        "the message points has an attribute, which nobody would see",
    ),
    "a function": (
        "points = { NUMBER($n) } points\n",
        "the message points has the function NUMBER; numbers and dates are written without one",
    ),
    "a choice by a function": (
        "points = { NUMBER($n) ->\n   *[other] points\n}\n",
        "the message points has a choice by something else than one value",
    ),
    "another message": (
        "points = { yes }\n",
        "the message points has words that stand in another message; write them out",
    ),
    "words of a term": (
        "points = { -brand }\n",
        "the message points has words that stand in another message; write them out",
    ),
    "a number that is no value": (
        "points = { 5 } points\n",
        "the message points has something else than words, places and choices in it",
    ),
    "a place in a place": (
        "points = { { $n } } points\n",
        "the message points has something else than words, places and choices in it",
    ),
    "a brace that scripts would fill": (
        'points = { "{" }n{ "}" }\n',
        "the message points has a brace, which scripts take for a place",
    ),
    "a value that scripts take for two words": (
        "points = { $in-all } points\n",
        "the message points has the value $in-all, which scripts take for two words",
    ),
    "two forms for the same": (
        "points = { $n ->\n    [one] a\n    [one] b\n   *[other] c\n}\n",
        "the message points has two forms for [one]",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_catalogue_is_refused_with_its_file_and_message(what: str, tmp_path: Path) -> None:
    text, said = REFUSED[what]
    folder = folder_of(tmp_path, xx=f"yes = Yes\n{text}")

    with pytest.raises(CatalogueError, match=f"^{re.escape(f'xx/words.ftl: {said}')}$"):
        Words("xx", folder)


def test_a_message_that_stands_twice_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, xx="yes = Yes\n")
    (folder / "xx" / "more.ftl").write_text("no = No\n\nyes = Yes\n", encoding="utf-8")

    with pytest.raises(CatalogueError, match=r"^xx/words\.ftl: the message yes stands twice$"):
        Words("xx", folder)


def test_a_catalogue_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, xx="yes = Yes\n")
    (folder / "xx" / "words.ftl").write_bytes(b"yes = Oui, tr\xe8s\n")

    with pytest.raises(CatalogueError, match=r"^xx/words\.ftl: "):
        Words("xx", folder)


def test_from_right_to_left_a_value_beside_words_is_set_apart() -> None:
    assert pattern_of("with = With { $option }.", isolates=True) == (
        f"With {ISOLATE}",
        Place("option"),
        f"{POP}.",
    )


def test_from_right_to_left_a_value_alone_stays_as_it_is() -> None:
    assert pattern_of("only = { $option }", isolates=True) == (Place("option"),)


@pytest.mark.parametrize("form", ["one", "other"])
def test_from_right_to_left_a_value_alone_in_a_form_is_set_apart_as_its_choice_is(
    form: str,
) -> None:
    written = "{ $n ->\n    [one] { $n }\n   *[other] { $n }\n}"
    [choice] = pattern_of(f"some = {written}", isolates=True)
    [_before, beside, _after] = pattern_of(f"some = about {written} points", isolates=True)

    assert isinstance(choice, Choice)
    assert isinstance(beside, Choice)
    assert choice.forms[form] == (Place("n"),)
    assert beside.forms[form] == (ISOLATE, Place("n"), POP)


def test_from_right_to_left_a_message_without_letters_of_its_own_still_says_its_direction() -> None:
    """What is set apart inside does not count as letters, so the whole would stand from the left."""
    [(_, without), (_, with_letters)] = patterns_in(
        "both = { $a }: { $b }\nnamed = اسم { $a }: { $b }\n", isolates=True
    )

    assert without[0] == f"{RIGHT}{ISOLATE}"
    assert with_letters[0] == f"اسم {ISOLATE}"
