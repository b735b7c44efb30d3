"""The ten sentences with the hardest grammar can be said whole, in four languages.

Each language has its own catalogue in ``hardest``. What an author of an aid gives (the names of
options, the word for people, what happens to them) stands in ``AUTHORS``. Scripts say the same:
``tests/golden/said.json`` holds the sentences as data, and what becomes of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from decisionaid.language import ISOLATE, POP, Words, has_full_catalogue
from decisionaid.language.catalogue import missing_from
from decisionaid.language.patterns import places_of
from decisionaid.render.words.for_scripts import as_data, plurals
from tests.conftest import Golden
from tests.language.as_scripts_say import said_by_script

Number = int | Decimal
Numbers = tuple[Number, ...]

COUNTS: Final = (0, 1, 2, 3, 5, 11, 21, 22, 100, 101)
LANGUAGES: Final = ("en", "cy", "pl", "ar")
HARDEST: Final = Path(__file__).with_name("hardest")

NUMBERS: Final[Mapping[str, tuple[str, ...]]] = {
    "fewer": ("n", "of"),
    "events": ("n", "people"),
    "time": ("n",),
    "time_span": ("low", "high"),
    "spoken": ("n", "of", "days"),
    "range": ("low", "high"),
    "questions": ("n",),
    "aids": ("n",),
    "no_one": ("n", "rest"),
    "options": ("n",),
    "review": ("n",),
}
"""The sentences and the numbers that each of them takes; a time is said in two ways."""


@dataclass(frozen=True)
class Author:
    """What the author of an aid writes in a language; ``many`` has a form for each category."""

    option: str
    against: str
    happens: str
    first: str
    many: Mapping[str, str]


AUTHORS: Final[Mapping[str, Author]] = {
    "en": Author(
        "tablets",
        "waiting",
        "have an infection",
        "Does it hurt?",
        {"one": "child", "other": "children"},
    ),
    "cy": Author(
        "tabledi",
        "aros",
        "yn cael haint",
        "A yw’n brifo?",
        {
            "one": "plentyn",
            "two": "blentyn",
            "few": "phlentyn",
            "many": "phlentyn",
            "other": "o blant",
        },
    ),
    "pl": Author(
        "tabletki",
        "czekanie",
        "ma zakażenie",
        "Czy to boli?",
        {"one": "dziecko", "few": "dzieci", "many": "dzieci", "other": "dziecka"},
    ),
    "ar": Author(
        "الأقراص",
        "الانتظار",
        "يصابون بعدوى",
        "هل يؤلم؟",
        {"one": "طفل واحد", "two": "طفلين", "few": "أطفال", "many": "طفلًا", "other": "طفل"},
    ),
}

Expected = Mapping[str, Mapping[Numbers, str]]

ENGLISH: Final[Expected] = {
    "fewer": {
        (5, 100): "5 fewer in 100 children have an infection with tablets than with waiting.",
        (1, 1000): "1 fewer in 1,000 children have an infection with tablets than with waiting.",
        (1, 1): "1 fewer in 1 child have an infection with tablets than with waiting.",
    },
    "events": {
        (24, 6): "24 events in 6 people.",
        (2, 1): "2 events in 1 person.",
        (1, 101): "1 event in 101 people.",
    },
    "time": {
        (1,): "at 1 month",
        (3,): "at 3 months",
        (Decimal("1.0"),): "at 1 month",
        (Decimal("1.50"),): "at 1.50 months",
    },
    "time_span": {
        (2, 3): "at 2 to 3 months",
        (5, 11): "at 5 to 11 months",
        (Decimal("0.5"), 1): "at 0.5 to 1 month",
    },
    "spoken": {
        (159, 1000, 7): "With tablets, about 159 of 1,000 children have pain at 7 days, "
        "and about 841 do not.",
        (1, 100, 1): "With tablets, about 1 of 100 children has pain at 1 day, "
        "and about 99 do not.",
        (99, 100, 2): "With tablets, about 99 of 100 children have pain at 2 days, "
        "and about 1 does not.",
    },
    "range": {
        (5, 8): "It could be as low as 5 points or as high as 8 points.",
        (1, 2): "It could be as low as 1 point or as high as 2 points.",
        (Decimal("0.25"), 1): "It could be as low as 0.25 points or as high as 1 point.",
    },
    "questions": {
        (1,): "Questions: Does it hurt? and 1 more question.",
        (3,): "Questions: Does it hurt? and 3 more questions.",
        (11,): "Questions: Does it hurt? and 11 more questions.",
    },
    "aids": {
        (0,): "0 decision aids",
        (1,): "1 decision aid",
        (21,): "21 decision aids",
    },
    "no_one": {
        (3, 97): "No one can tell if you will be one of the 3 or one of the 97.",
        (1, 99): "No one can tell if you will be the 1 or one of the 99.",
        (99, 1): "No one can tell if you will be one of the 99 or the 1.",
    },
    "options": {
        (1,): "There is 1 option: A.",
        (2,): "There are 2 options: A and B.",
        (3,): "There are 3 options: A, B and C.",
    },
    "review": {
        (1,): "Checked on 5 March 2026, and again every year.",
        (2,): "Checked on 5 March 2026, and again every 2 years.",
        (5,): "Checked on 5 March 2026, and again every 5 years.",
    },
}

WELSH: Final[Expected] = {
    "fewer": {
        (5, 100): "Mae 5 yn llai o bob 100 o blant yn cael haint gyda’r opsiwn “tabledi” "
        "na gyda’r opsiwn “aros”.",
        (1, 2): "Mae 1 yn llai o bob 2 blentyn yn cael haint gyda’r opsiwn “tabledi” "
        "na gyda’r opsiwn “aros”.",
        (2, 3): "Mae 2 yn llai o bob 3 phlentyn yn cael haint gyda’r opsiwn “tabledi” "
        "na gyda’r opsiwn “aros”.",
    },
    "events": {
        (24, 6): "24 digwyddiad mewn 6 pherson.",
        (2, 1): "2 ddigwyddiad mewn 1 person.",
        (0, 22): "Dim digwyddiad mewn 22 o bobl.",
        (3, 2): "3 digwyddiad mewn 2 berson.",
    },
    "time": {
        (1,): "ar ôl 1 mis",
        (2,): "ar ôl 2 fis",
        (3,): "ar ôl 3 mis",
        (Decimal("1.50"),): "ar ôl 1.50 mis",
    },
    "time_span": {
        (1, 2): "ar ôl 1 i 2 fis",
        (2, 3): "ar ôl 2 i 3 mis",
        (5, 11): "ar ôl 5 i 11 mis",
    },
    "spoken": {
        (159, 1000, 7): "Gyda’r opsiwn “tabledi”, mae tua 159 o bob 1,000 o blant mewn poen "
        "ar ôl 7 diwrnod, ac nid yw tua 841 mewn poen.",
        (1, 3, 2): "Gyda’r opsiwn “tabledi”, mae tua 1 o bob 3 phlentyn mewn poen "
        "ar ôl 2 ddiwrnod, ac nid yw tua 2 mewn poen.",
        (1, 2, 1): "Gyda’r opsiwn “tabledi”, mae tua 1 o bob 2 blentyn mewn poen "
        "ar ôl 1 diwrnod, ac nid yw tua 1 mewn poen.",
    },
    "range": {
        (5, 8): "Gallai fod mor isel â 5 pwynt neu mor uchel â 8 pwynt.",
        (2, 3): "Gallai fod mor isel â 2 bwynt neu mor uchel â 3 phwynt.",
        (1, 6): "Gallai fod mor isel â 1 pwynt neu mor uchel â 6 phwynt.",
    },
    "questions": {
        (1,): "Cwestiynau: A yw’n brifo? a hefyd 1 cwestiwn arall.",
        (2,): "Cwestiynau: A yw’n brifo? a hefyd 2 gwestiwn arall.",
        (3,): "Cwestiynau: A yw’n brifo? a hefyd 3 chwestiwn arall.",
    },
    "aids": {
        (0,): "Dim cymorth penderfynu",
        (1,): "1 cymorth penderfynu",
        (2,): "2 gymorth penderfynu",
        (3,): "3 chymorth penderfynu",
        (22,): "22 cymorth penderfynu",
    },
    "no_one": {
        (3, 97): "Ni all neb ddweud a fyddwch chi yn un o’r 3 neu yn un o’r 97.",
        (1, 99): "Ni all neb ddweud a fyddwch chi yr 1 neu yn un o’r 99.",
        (2, 1): "Ni all neb ddweud a fyddwch chi yn un o’r 2 neu yr 1.",
    },
    "options": {
        (1,): "Mae gennych chi 1 dewis: A.",
        (2,): "Mae gennych chi 2 ddewis: A a hefyd B.",
        (3,): "Mae gennych chi 3 dewis: A, B a hefyd C.",
    },
    "review": {
        (1,): "Gwiriwyd ar 5 Mawrth 2026, ac eto bob blwyddyn.",
        (2,): "Gwiriwyd ar 5 Mawrth 2026, ac eto bob 2 flynedd.",
        (3,): "Gwiriwyd ar 5 Mawrth 2026, ac eto bob 3 blynedd.",
        (4,): "Gwiriwyd ar 5 Mawrth 2026, ac eto bob 4 blynedd.",
        (5,): "Gwiriwyd ar 5 Mawrth 2026, ac eto bob 5 mlynedd.",
    },
}

POLISH: Final[Expected] = {
    "fewer": {
        (5, 1000): "Z opcją „tabletki” o 5 mniej na 1\N{NO-BREAK SPACE}000 dzieci ma zakażenie "
        "niż z opcją „czekanie”.",
        (1, 22): "Z opcją „tabletki” o 1 mniej na 22 dzieci ma zakażenie niż z opcją „czekanie”.",
        (1, 1): "Z opcją „tabletki” o 1 mniej na 1 dziecko ma zakażenie niż z opcją „czekanie”.",
    },
    "events": {
        (24, 6): "24 zdarzenia u 6 osób.",
        (1, 2): "1 zdarzenie u 2 osób.",
        (5, 1): "5 zdarzeń u 1 osoby.",
        (21, 11): "21 zdarzeń u 11 osób.",
    },
    "time": {
        (1,): "po 1 miesiącu",
        (3,): "po 3 miesiącach",
        (5,): "po 5 miesiącach",
        (Decimal("1.50"),): "po 1,50 miesiąca",
        (Decimal("1.0"),): "po 1 miesiącu",
    },
    "time_span": {
        (2, 3): "w okresie od 2 do 3 miesięcy",
        (5, 11): "w okresie od 5 do 11 miesięcy",
        (Decimal("0.5"), 1): "w okresie od 0,5 do 1 miesiąca",
        (1, Decimal("1.5")): "w okresie od 1 do 1,5 miesiąca",
    },
    "spoken": {
        (159, 1000, 7): "Z opcją „tabletki” mniej więcej 159 na 1\N{NO-BREAK SPACE}000 dzieci "
        "ma ból po 7 dniach, a mniej więcej 841 nie ma.",
        (22, 25, 1): "Z opcją „tabletki” mniej więcej 22 na 25 dzieci mają ból po 1 dniu, "
        "a mniej więcej 3 nie mają.",
        (1, 3, Decimal("1.5")): "Z opcją „tabletki” mniej więcej 1 na 3 dzieci ma ból po 1,5 dnia, "
        "a mniej więcej 2 nie mają.",
    },
    "range": {
        (5, 8): "Może to być zaledwie 5 punktów albo aż 8 punktów.",
        (1, 22): "Może to być zaledwie 1 punkt albo aż 22 punkty.",
        (Decimal("0.25"), 3): "Może to być zaledwie 0,25 punktu albo aż 3 punkty.",
    },
    "questions": {
        (1,): "Pytania: Czy to boli? i jeszcze 1 pytanie.",
        (3,): "Pytania: Czy to boli? i jeszcze 3 pytania.",
        (11,): "Pytania: Czy to boli? i jeszcze 11 pytań.",
    },
    "aids": {
        (0,): "0 pomocy decyzyjnych",
        (1,): "1 pomoc decyzyjna",
        (2,): "2 pomoce decyzyjne",
        (21,): "21 pomocy decyzyjnych",
        (22,): "22 pomoce decyzyjne",
    },
    "no_one": {
        (3, 97): "Nikt nie wie, czy będziesz jedną z tych 3 osób, czy jedną z tych 97 osób.",
        (1, 99): "Nikt nie wie, czy będziesz tą 1 osobą, czy jedną z tych 99 osób.",
        (22, 1): "Nikt nie wie, czy będziesz jedną z tych 22 osób, czy tą 1 osobą.",
    },
    "options": {
        (1,): "Jest 1 opcja: A.",
        (2,): "Są 2 opcje: A i B.",
        (3,): "Są 3 opcje: A, B i C.",
        (5,): "Jest 5 opcji: A, B, C, D i E.",
    },
    "review": {
        (1,): "Sprawdzono 5 marca 2026, a potem co rok.",
        (2,): "Sprawdzono 5 marca 2026, a potem co 2 lata.",
        (5,): "Sprawdzono 5 marca 2026, a potem co 5 lat.",
        (Decimal("1.5"),): "Sprawdzono 5 marca 2026, a potem co 1,5 roku.",
    },
}

ARABIC: Final[Expected] = {
    "fewer": {
        (5, 100): "مع خيار «الأقراص» يقل العدد بمقدار 5 من كل 100 طفل يصابون بعدوى "
        "عما هو مع خيار «الانتظار».",
        (1, 11): "مع خيار «الأقراص» يقل العدد بواحد من كل 11 طفلًا يصابون بعدوى "
        "عما هو مع خيار «الانتظار».",
        (2, 3): "مع خيار «الأقراص» يقل العدد باثنين من كل 3 أطفال يصابون بعدوى "
        "عما هو مع خيار «الانتظار».",
        (1, 2): "مع خيار «الأقراص» يقل العدد بواحد من كل طفلين يصابون بعدوى "
        "عما هو مع خيار «الانتظار».",
    },
    "events": {
        (24, 6): "24 حدثًا لدى 6 أشخاص.",
        (1, 2): "حدث واحد لدى شخصين.",
        (0, 101): "لا أحداث لدى 101 شخص.",
        (3, 1): "3 أحداث لدى شخص واحد.",
        (2, 11): "حدثان لدى 11 شخصًا.",
    },
    "time": {
        (1,): "بعد شهر واحد",
        (2,): "بعد شهرين",
        (3,): "بعد 3 أشهر",
        (11,): "بعد 11 شهرًا",
        (100,): "بعد 100 شهر",
        (Decimal("1.50"),): "بعد 1.50 شهر",
    },
    "time_span": {
        (2, 3): "بعد 2 إلى 3 أشهر",
        (5, 11): "بعد 5 إلى 11 شهرًا",
        (22, 100): "بعد 22 إلى 100 شهر",
    },
    "spoken": {
        (159, 1000, 7): "مع خيار «الأقراص» يعاني نحو 159 من كل 1,000 طفل من الألم بعد 7 أيام، "
        "ولا يعاني منه نحو 841.",
        (1, 3, 2): "مع خيار «الأقراص» يعاني نحو واحد من كل 3 أطفال من الألم بعد يومين، "
        "ولا يعاني منه نحو اثنين.",
        (21, 22, 11): "مع خيار «الأقراص» يعاني نحو 21 من كل 22 طفلًا من الألم بعد 11 يومًا، "
        "ولا يعاني منه نحو واحد.",
    },
    "range": {
        (5, 8): "قد يبلغ 5 نقاط على الأقل أو 8 نقاط على الأكثر.",
        (1, 2): "قد يبلغ نقطة واحدة على الأقل أو نقطتين على الأكثر.",
        (3, 22): "قد يبلغ 3 نقاط على الأقل أو 22 نقطة على الأكثر.",
    },
    "questions": {
        (1,): "الأسئلة: هل يؤلم؟ وسؤال آخر.",
        (2,): "الأسئلة: هل يؤلم؟ وسؤالان آخران.",
        (3,): "الأسئلة: هل يؤلم؟ و3 أسئلة أخرى.",
        (21,): "الأسئلة: هل يؤلم؟ و21 سؤالًا آخر.",
        (101,): "الأسئلة: هل يؤلم؟ و101 سؤال آخر.",
    },
    "aids": {
        (0,): "لا أدوات لاتخاذ القرار",
        (1,): "أداة واحدة لاتخاذ القرار",
        (2,): "أداتان لاتخاذ القرار",
        (5,): "5 أدوات لاتخاذ القرار",
        (22,): "22 أداة لاتخاذ القرار",
    },
    "no_one": {
        (3, 97): "لا أحد يعرف هل ستكون أحد الـ 3 أم أحد الـ 97.",
        (1, 99): "لا أحد يعرف هل ستكون ذلك الواحد أم أحد الـ 99.",
        (98, 2): "لا أحد يعرف هل ستكون أحد الـ 98 أم أحد الاثنين.",
    },
    "options": {
        (1,): "لديك خيار واحد: A.",
        (2,): "لديك خياران: A وB.",
        (3,): "لديك 3 خيارات: A وB وC.",
    },
    "review": {
        (1,): "تمت المراجعة في 5 مارس 2026، ثم كل سنة.",
        (2,): "تمت المراجعة في 5 مارس 2026، ثم كل سنتين.",
        (5,): "تمت المراجعة في 5 مارس 2026، ثم كل 5 سنوات.",
        (11,): "تمت المراجعة في 5 مارس 2026، ثم كل 11 سنة.",
    },
}

SPELLED_ALIKE: Final = frozenset({"person"})
"""Words of Welsh that look like those of English."""

EXPECTED: Final = {"en": ENGLISH, "cy": WELSH, "pl": POLISH, "ar": ARABIC}

_ISOLATES: Final = re.compile("[\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}]")
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")


@cache
def words_of(language: str) -> Words:
    return Words(language, HARDEST)


def values_of(language: str, name: str, numbers: Numbers) -> dict[str, str | Number]:
    """Return the values of a sentence: these numbers, and the words of an author."""
    words, author = words_of(language), AUTHORS[language]
    values: dict[str, str | Number] = dict(zip(NUMBERS[name], numbers, strict=True))
    if "of" in values:
        of = numbers[1]
        values["many"] = author.many.get(words.category(of), author.many["other"])
    if name == "spoken":
        values["rest"] = numbers[1] - numbers[0]
    if name == "options":
        values["names"] = words.listed("ABCDE"[: int(numbers[0])])
    values |= {
        "option": author.option,
        "against": author.against,
        "happens": author.happens,
        "first": author.first,
        "day": words.day(date(2026, 3, 5)),
    }
    return {place: values[place] for place in sorted(places_of(words.messages[name]))}


def sentence_of(language: str, name: str, numbers: Numbers) -> str:
    return words_of(language).say(name, **values_of(language, name, numbers))


CASES: Final = [
    pytest.param(language, name, numbers, id=f"{language}-{name}-{'-'.join(map(str, numbers))}")
    for language, sentences in EXPECTED.items()
    for name, by_numbers in sentences.items()
    for numbers in by_numbers
]
SENTENCES: Final = [(language, name) for language in LANGUAGES for name in NUMBERS]


@pytest.mark.parametrize(("language", "name", "numbers"), CASES)
def test_a_sentence_is_said_whole_with_its_numbers(
    language: str, name: str, numbers: Numbers
) -> None:
    said = sentence_of(language, name, numbers)

    assert _ISOLATES.sub("", said) == EXPECTED[language][name][numbers]


@pytest.mark.parametrize(("language", "name"), SENTENCES)
def test_a_sentence_is_tried_with_numbers_of_different_plural_forms(
    language: str, name: str
) -> None:
    cases = EXPECTED[language][name]
    category = words_of(language).category
    tried = {category(number) for numbers in cases for number in numbers}

    assert len(cases) >= 3
    assert len(tried) >= (2 if language == "en" else 3)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(("language", "name"), SENTENCES)
def test_a_sentence_can_be_said_for_any_count(language: str, name: str, count: int) -> None:
    said = sentence_of(language, name, (count,) * len(NUMBERS[name]))

    assert said
    assert "{" not in said


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
@pytest.mark.parametrize("count", COUNTS)
def test_no_english_word_remains_in_another_language(language: str, count: int) -> None:
    english, other = (
        {
            word
            for name, places in NUMBERS.items()
            for word in _WORDS.findall(sentence_of(each, name, (count,) * len(places)).lower())
        }
        for each in ("en", language)
    )

    assert english & other <= SPELLED_ALIKE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_sentence_and_no_other(language: str) -> None:
    assert missing_from(language, HARDEST) == ()
    assert has_full_catalogue(language, HARDEST)
    assert set(words_of(language).messages) == set(NUMBERS)


def test_what_is_put_into_arabic_keeps_its_own_direction() -> None:
    said = sentence_of("ar", "options", (3,))

    assert said.count(ISOLATE) == said.count(POP) > 3
    assert f"و{ISOLATE}C{POP}" in said
    assert not _ISOLATES.search(sentence_of("cy", "options", (3,)))


def test_a_number_alone_in_a_form_is_set_apart_in_arabic_too() -> None:
    assert f"نحو {ISOLATE}159{POP} من" in sentence_of("ar", "spoken", (159, 1000, 7))


SMALL: Final = [
    (language, name, numbers)
    for language, sentences in EXPECTED.items()
    for name, by_numbers in sentences.items()
    for numbers in by_numbers
    if all(isinstance(number, int) and number < 1000 for number in numbers)
]
"""Those that a script can say: it writes whole numbers only, and without a mark between thousands."""


def test_scripts_say_every_sentence_as_pages_do(golden: Golden) -> None:
    tables = {language: plurals(words_of(language)) for language in LANGUAGES}
    cases = [
        {
            "language": language,
            "data": as_data(words_of(language).messages[name]),
            "values": values_of(language, name, numbers),
            "said": sentence_of(language, name, numbers),
        }
        for language, name, numbers in SMALL
    ]

    assert [
        said_by_script(each["data"], values_of(*case), tables[case[0]])
        for each, case in zip(cases, SMALL, strict=True)
    ] == [each["said"] for each in cases]
    golden("said.json", {"plurals": tables, "cases": cases})
