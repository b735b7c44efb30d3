"""Numbers, dates and lists are written as CLDR says, with all their digits and without a failure."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from types import SimpleNamespace
from typing import Final

import pytest
from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from babel.numbers import get_decimal_symbol, get_group_symbol, get_minus_sign_symbol
from hypothesis import given
from hypothesis import strategies as st

from decisionaid.language.formats import CatalogueError, Formats, Shown, text_direction

EVERYWHERE: Final = tuple(sorted(tag.replace("_", "-") for tag in locale_identifiers()))
"""Every language of every country that CLDR knows."""

SOME: Final = ("en-GB", "de", "de-CH", "fr", "es", "pl", "sv", "cy", "hi", "ar", "fa", "he", "zh")
ROUND: Final = "\N{NO-BREAK SPACE}"


@cache
def formats(tag: str = "en-GB") -> Formats:
    return Formats(tag)


NUMBERS = {
    ("en-GB", Decimal("16.0")): "16",
    ("en-GB", Decimal("1.30")): "1.30",
    ("en-GB", Decimal("0.000012340")): "0.000012340",
    ("en-GB", Decimal("1234567.8")): "1,234,567.8",
    ("en-GB", Decimal("1E+3")): "1,000",
    ("en-GB", Decimal("-0.0")): "0",
    ("en-GB", -1500): "-1,500",
    ("en-GB", 0): "0",
    ("hi", 1234567): "12,34,567",
    ("pl", Decimal("1234.50")): f"1{ROUND}234,50",
    ("sv", Decimal("-1.5")): "\N{MINUS SIGN}1,5",
    ("ar", Decimal("-1.50")): "\N{LEFT-TO-RIGHT MARK}-1.50",
    ("fa", 12): "12",
}
"""Numbers as they are written for a reader, always in the digits 0 to 9."""


@pytest.mark.parametrize(("tag", "value"), NUMBERS)
def test_a_number_is_written_as_its_language_does(tag: str, value: Decimal | int) -> None:
    assert formats(tag).number(value) == NUMBERS[tag, value]


def test_a_printed_number_keeps_its_idle_zeros() -> None:
    assert formats().as_printed(Decimal("16.0")) == "16.0"
    assert formats().as_printed(Decimal("1000.00")) == "1,000.00"
    assert formats().as_printed(16) == "16"


def test_a_written_number_still_knows_its_value() -> None:
    number, printed = formats().number(Decimal("1.0")), formats().as_printed(Decimal("1.0"))

    assert isinstance(number, Shown)
    assert (number, number.value) == ("1", 1)
    assert (printed, printed.value) == ("1.0", Decimal("1.0"))


def read_back(written: str, tag: str) -> Decimal:
    """Return the number that was written."""
    locale = Locale.parse(tag, sep="-")
    minus = get_minus_sign_symbol(locale)
    sign = "-" if written.startswith(minus) else ""
    digits = written.removeprefix(minus).replace(get_group_symbol(locale), "")
    return Decimal(sign + digits.replace(get_decimal_symbol(locale), "."))


DECIMALS = st.builds(
    lambda negative, digits, after: Decimal((negative, tuple(digits), -after)),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), min_size=1, max_size=60),
    st.integers(0, 40),
)


@pytest.mark.long
@given(tag=st.sampled_from(SOME), value=DECIMALS)
def test_no_number_loses_a_digit(tag: str, value: Decimal) -> None:
    printed = read_back(formats(tag).as_printed(value), tag)
    number = read_back(formats(tag).number(value), tag)

    assert printed.compare_total(value) == 0 or printed == value == 0
    assert number == value
    whole = value == int(value)
    assert number.as_tuple().exponent == (0 if whole else value.as_tuple().exponent)


@given(tag=st.sampled_from(SOME), value=st.integers(-(10**40), 10**40))
def test_no_whole_number_loses_a_digit(tag: str, value: int) -> None:
    assert read_back(formats(tag).number(value), tag) == value


@pytest.mark.parametrize(
    ("tag", "written"),
    {
        "en-GB": "5 March 2026",
        "en-US": "March 5, 2026",
        "en-ZA": "5 March 2026",
        "cy": "5 Mawrth 2026",
        "pl": "5 marca 2026",
        "es": "5 de marzo de 2026",
        "ar": "5 مارس 2026",
        "he": "5 במרץ 2026",
        "th": "5 มีนาคม ค.ศ. 2026",
        "yo": "5 Oṣù Ẹrẹ̀nà 2026",
        "zh": "2026年3月5日",
    }.items(),
)
def test_a_date_is_written_as_its_language_does(tag: str, written: str) -> None:
    assert formats(tag).day(date(2026, 3, 5)) == written


def test_a_date_that_was_not_given_is_nothing() -> None:
    assert formats().day(None) == ""


@pytest.mark.long
def test_every_date_is_that_of_cldr_but_for_a_zero_before_the_day() -> None:
    for tag in EVERYWHERE:
        made, locale = formats(tag), tag.replace("-", "_")
        for month in range(1, 13):
            when = date(2026, month, 22)
            assert (tag, made.day(when)) == (tag, format_date(when, "long", locale=locale))
        assert re.search(r"(?<!\d)5(?!\d)", made.day(date(2026, 11, 5))), tag


def test_a_date_is_places_that_scripts_fill_too() -> None:
    assert formats("es").date_pattern == "{day} de {month} de {year}"
    assert formats("es").months[:2] == ("enero", "febrero")
    assert formats("zh").date_pattern == "{year}年{month}月{day}日"
    assert formats("zh").months[:2] == ("1", "2")
    assert formats("la").date_pattern == "die {day} {month} {year} p.C.n."


def test_an_unknown_way_to_write_dates_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = {"long": SimpleNamespace(pattern="d 'o''clock' QQQQ y")}
    monkeypatch.setattr(Locale, "date_formats", unknown)

    with pytest.raises(CatalogueError, match="CLDR writes dates in 'fr' with 'QQQQ'"):
        Formats("fr")


LISTS = {
    "en-GB": ("A and B", "A, B and C", "A or B", "A, B or C", "A, B", "A, B, C"),
    "ar": ("A وB", "A وB وC", "A أو B", "A أو B أو C", "A، وB", "A، وB، وC"),
    "zh": ("A和B", "A、B和C", "A或B", "A、B或C", "AB", "ABC"),
    "cy": ("A, B", "A, B, C", "A neu B", "A, B neu C", "A, B", "A, B, C"),
    "ur": ("A اور B", "A، B، اور C", "A یا B", "A، B، یا C", "A، B", "A, B, C"),
    "bg": ("A и B", "A, B и C", "A или B", "A, B или C", "A и B", "A, B и C"),
}
"""A list of two and of three: all of them, one of them, side by side. From Welsh on, CLDR leaves a
part open or writes what nobody can read aloud."""


@pytest.mark.parametrize("tag", LISTS)
def test_a_list_is_joined_as_its_language_does(tag: str) -> None:
    made = formats(tag)
    said = [
        way(list(words)) for way in (made.listed, made.either, made.row) for words in ("AB", "ABC")
    ]

    assert tuple(said) == LISTS[tag]


@pytest.mark.long
def test_every_list_can_be_said_in_every_language() -> None:
    for tag in EVERYWHERE:
        made = formats(tag)
        for way in (made.listed, made.either, made.row):
            for count in range(6):
                words = [f"word{number}" for number in range(count)]
                said = way(words)
                assert (tag, re.findall(r"word\d", said)) == (tag, words)
                assert "(" not in said, tag
            assert (way([]), way(["A"])) == ("", "A")


def test_words_of_a_list_may_hold_braces() -> None:
    assert formats().listed(["{0}", "a {b}", "}"]) == "{0}, a {b} and }"


def test_a_catalogue_says_how_a_list_ends_where_cldr_does_not() -> None:
    made = Formats.read("cy\nand: {0} a hefyd {1}\nor: naill ai {0} neu {1}\n")

    assert made.listed(["A", "B"]) == "A a hefyd B"
    assert made.listed(["A", "B", "C", "D"]) == "A, B, C a hefyd D"
    assert made.either(["A", "B"]) == "naill ai A neu B"
    assert made.row(["A", "B", "C"]) == "A, B, C"


@pytest.mark.parametrize(
    ("text", "said"),
    {
        "": "CLDR does not know the language ''",
        "xx": "CLDR does not know the language 'xx'",
        "no such thing": "CLDR does not know the language 'no such thing'",
        "cy\nand: a": "'and: a' is to be like 'and: {0} and {1}'",
        "cy\nand: {1} a {0}": "'and: {1} a {0}' is to be like 'and: {0} and {1}'",
        "cy\nand: {0} a {1} {0}": "'and: {0} a {1} {0}' is to be like 'and: {0} and {1}'",
        "cy\nunit: {0} a {1}": "'unit: {0} a {1}' is to be like 'and: {0} and {1}'",
    }.items(),
)
def test_formats_that_cannot_be_read_are_refused(text: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=f"^{re.escape(said)}$"):
        Formats.read(text)


@pytest.mark.parametrize(
    ("tag", "values"),
    {
        "en-GB": {"one": [1, -1], "other": [0, 2, 21, Decimal("1.0"), Decimal("1.5")]},
        "fr": {"one": [0, 1, Decimal("1.5")], "other": [2, 11], "many": [1_000_000]},
        "pl": {"one": [1], "few": [2, 22], "many": [0, 5, 12], "other": [Decimal("1.5")]},
        "cy": {"zero": [0], "one": [1], "two": [2], "few": [3], "many": [6], "other": [4]},
        "ar": {"zero": [0], "one": [1], "two": [2], "few": [3, 103], "many": [11], "other": [100]},
        "zh": {"other": [0, 1, 2, Decimal("1.5")]},
    }.items(),
)
def test_a_number_has_its_plural_form(tag: str, values: dict[str, list[Decimal | int]]) -> None:
    for category, numbers in values.items():
        assert {formats(tag).category(number) for number in numbers} == {category}


@pytest.mark.long
def test_plural_forms_come_again_each_hundred_up_to_a_thousand() -> None:
    """Scripts know those up to 199, and write no number that is larger than this."""
    for tag in {tag.partition("-")[0] for tag in EVERYWHERE}:
        category = formats(tag).category
        for number in range(200, 1000):
            assert (tag, category(number)) == (tag, category(100 + number % 100))


@pytest.mark.parametrize(
    ("tag", "direction"),
    {
        "ar": "rtl",
        "ar-EG": "rtl",
        "he": "rtl",
        "ur-PK": "rtl",
        "pa-Arab": "rtl",
        "pa-Arab-PK": "rtl",
        "pa": "ltr",
        "ku-Latn": "ltr",
        "en-GB": "ltr",
        "AR": "rtl",
    }.items(),
)
def test_a_language_has_its_direction(tag: str, direction: str) -> None:
    assert text_direction(tag) == direction


@pytest.mark.parametrize(
    ("asked", "name"), {"cy": "Welsh", "cy-GB": "Welsh", "CY": "Welsh", "qqq": "qqq"}.items()
)
def test_a_language_is_named_in_words(asked: str, name: str) -> None:
    assert formats().name_of(asked) == name
