"""Syllables are counted right for words that were counted by hand, listed beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from decisionaid.rules.reading_level.syllables import exceptions, syllables

HAND_COUNTED = Path(__file__).with_name("hand_counted.txt")


def hand_counted() -> Iterator[tuple[str, int]]:
    """Yield each word with its syllables."""
    for line in HAND_COUNTED.read_text(encoding="utf-8").splitlines():
        count, *words = line.partition("#")[0].split() or ("0",)
        yield from ((word, int(count)) for word in words)


WORDS = dict(hand_counted())


def test_the_list_is_long_enough_and_holds_each_word_once() -> None:
    assert len(WORDS) == len(list(hand_counted()))
    assert len(WORDS) >= 500


def test_nearly_every_word_is_counted_right() -> None:
    wrong = {word: syllables(word) for word, count in WORDS.items() if syllables(word) != count}
    assert len(wrong) <= 0.02 * len(WORDS), wrong


def test_words_that_are_in_no_list_of_ours_are_counted_right_too() -> None:
    rest = {word: count for word, count in WORDS.items() if word.lower() not in exceptions()}
    wrong = {word: syllables(word) for word, count in rest.items() if syllables(word) != count}
    assert len(rest) >= 450
    assert len(wrong) <= 0.03 * len(rest), wrong


def test_long_words_are_told_from_short_ones() -> None:
    wrong = [word for word, count in WORDS.items() if (syllables(word) >= 3) != (count >= 3)]
    assert len(wrong) <= 0.02 * len(WORDS), wrong


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("12", 1),
        ("1,000", 1),
        ("37.5", 1),
        ("NHS", 3),
        ("GP", 2),
        ("WHO", 5),
        ("NICE", 1),
        ("I", 1),
        ("long-term", 2),
        ("non-invasive", 4),
        ("doctor's", 2),
        ("nurse’s", 1),
        ("patients’", 2),
        ("Pain", 1),
        ("IMPORTANT", 3),
        ("…", 1),
        ("", 1),
        ("é", 1),
    ],
)
def test_what_is_no_plain_word_is_counted_too(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_word_without_end_is_counted_in_bounded_time() -> None:
    assert syllables("ba" * 500_000) == 30
