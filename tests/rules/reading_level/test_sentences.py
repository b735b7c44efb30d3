"""Text is taken apart into sentences as a reader meets them."""

from __future__ import annotations

import pytest

from decisionaid.rules.reading_level.patient_text import Form, Stretch
from decisionaid.rules.reading_level.sentences import (
    LONG_SENTENCE,
    parts_of,
    sentences_in,
    stem,
    words_in,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
        ("Ask Dr. Smith, e.g. About 5 of them.", ["Ask Dr. Smith, e.g. About 5 of them."]),
        ("Dr. Smith came. St. Ives is far.", ["Dr. Smith came.", "St. Ives is far."]),
        ("A fever over 37.5 °C is high.", ["A fever over 37.5 °C is high."]),
        ("He said 'no.' Then he left.", ["He said 'no.'", "Then he left."]),
        ("No stop at the end", ["No stop at the end"]),
        ("Some approx. 5 pm. Then rest.", ["Some approx. 5 pm.", "Then rest."]),
        ("[[pain/now]]. [[pain/later]].", [". ."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Take 12 of 100.", ["Take", "12", "of", "100"]),
        ("About 1,000 people (or 37.5 %).", ["About", "1,000", "people", "or", "37.5"]),
        ("It's long-term, isn’t it?", ["It's", "long-term", "isn’t", "it"]),
        ("Here: [[pain-2-3d/now]].", ["Here"]),
        ("See www.example.org or a@example.org now.", ["See", "or", "now"]),
        ("You and/or they – both…then", ["You", "and", "or", "they", "both", "then"]),
        ("- * –", []),
    ],
)
def test_words_are_what_is_read_aloud(text: str, words: list[str]) -> None:
    assert list(words_in(text)) == words


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Analgesics", "analgesic"),
        ("therapies", "therapy"),
        ("doctor's", "doctor"),
        ("illness", "illness"),
        ("virus", "virus"),
        ("diagnosis", "diagnosis"),
        ("is", "is"),
        ("ties", "tie"),
    ],
)
def test_a_plural_is_found_in_a_list_under_its_singular(word: str, found: str) -> None:
    assert stem(word) == found


def whole(*texts: tuple[str, Form]) -> list[str]:
    """Return the sentences that count of texts with their forms."""
    stretches = [Stretch(("opening", n), text, form, None) for n, (text, form) in enumerate(texts)]
    return [each.text for each in sentences_in(stretches) if each.whole]


def test_a_list_joins_the_words_that_lead_into_it() -> None:
    assert whole(("You may have:", "prose"), ("pain", "item"), ("a high fever", "item")) == [
        "You may have: pain a high fever"
    ]


def test_a_long_list_is_no_endless_sentence() -> None:
    item: tuple[str, Form] = ("some pain in the arm and the leg", "item")
    found = whole(("You may have:", "prose"), *[item] * 6)
    assert len(found) == 3
    assert all(len(words_in(each)) <= LONG_SENTENCE for each in found)


def test_what_comes_after_a_list_is_a_sentence_of_its_own() -> None:
    found = whole(("You may have:", "prose"), ("pain", "item"), ("It can go away.", "prose"))
    assert found == ["You may have: pain", "It can go away."]


def test_items_that_end_with_a_stop_stand_alone() -> None:
    found = whole(("Do this:", "prose"), ("Sit down.", "item"), ("Call us.", "item"))
    assert found == ["Do this:", "Sit down.", "Call us."]


def test_labels_and_short_fragments_are_no_sentences() -> None:
    assert whole(("Pain.", "label"), ("Less pain", "item"), ("Time off work", "cell")) == []
    assert whole(("I would rather wait and see first", "item"), ("It hurts.", "cell")) == [
        "I would rather wait and see first",
        "It hurts.",
    ]
