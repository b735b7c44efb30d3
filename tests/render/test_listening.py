"""Words as they are heard: signs, units and dates in words, sentences in order, and what is never heard."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from decisionaid.disk.aid_folder import aid_files
from decisionaid.disk.aid_pages import AUDIO, EASY_AUDIO, View
from decisionaid.language import words_in
from decisionaid.render.listening.said import for_the_browser, listening_in
from decisionaid.render.listening.sentences import (
    RECORDING,
    SCREEN,
    Heard,
    elements_of,
    heard_in,
    sentences,
)
from tests.conftest import ROOT
from tests.easy_example import write_easy
from tests.in_node import made_in_node
from tests.our_aids import SLUGS
from tests.parity import measured
from tests.test_parity import published

HERE = Path(__file__).resolve().parent
ENGLISH = listening_in(words_in("en-GB"))

SAID = {
    "271 of 1,000 people": "271 of 1,000 people",
    "10–34 of 100": "10 to 34 of 100",
    "4 – 6 weeks": "4 to 6 weeks",
    "about 1.5–2.5%": "about 1.5 to 2.5 percent",
    "5 % of them": "5 percent of them",
    "38.5 °C": "38.5 degrees Celsius",
    "101°F": "101 degrees Fahrenheit",
    "since 2026-11-02.": "since 2 November 2026.",
    "ring 0300-123-4567": "ring 0300-123-4567",
    "anti-inflammatory": "anti-inflammatory",
    "1 mg or 20 mg": "1 milligram or 20 milligrams",
    "0.1 mg": "0.1 milligrams",
    "4–6 mg/day": "4 to 6 milligrams per day",
    "below 5 mmol/l": "below 5 millimoles per litre",
    "10 mg/kg": "10 milligrams per kilogram",
    "3 km, 3 kg, 3 g": "3 kilometres, 3 kilograms, 3 grams",
    "3 months": "3 months",
    "≥ 65 years, ≤3 days": "at least 65 years, at most 3 days",
    "<1 of 100": "less than 1 of 100",
    "a change of −3 points": "a change of minus 3 points",
    "10 ± 2": "10 plus or minus 2",
    "2 × 3": "2 times 3",
    "gels (e.g. diclofenac)": "gels (for example diclofenac)",
    "pain, swelling etc. for weeks": "pain, swelling and so on for weeks",
    "tablets vs exercise": "tablets against exercise",
    "Dr. Jones & Dr Smith": "Doctor Jones and Doctor Smith",
    "Drink more": "Drink more",
    "At 12 months · 100 people": "At 12 months, 100 people",
    "a\u00a0b\u202fc\u00adde\u2068f\u2069": "a b cdef",
}


@pytest.mark.parametrize("written", SAID)
def test_what_is_written_is_said_in_words(written: str) -> None:
    assert ENGLISH.heard(written) == SAID[written]


def test_a_language_without_words_of_its_own_is_said_as_it_is_written() -> None:
    welsh = listening_in(words_in("cy-GB"))
    assert welsh.heard("5 % – e.g. 3–4 mg") == "5 % – e.g. 3–4 mg"


SENTENCES = [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("It is 3.23 points. 5 more.", ["It is 3.23 points.", "5 more."]),
    ("Gels, e.g. Voltarol. Then rest.", ["Gels, e.g. Voltarol.", "Then rest."]),
    ("Say “it hurts.” Then wait.", ["Say “it hurts.”", "Then wait."]),
    ("He said no. or so", ["He said no. or so"]),
    ("هل هذا لك؟ نعم.", ["هل هذا لك؟", "نعم."]),
    ("痛みますか。はい。", ["痛みますか。", "はい。"]),
    ("  ", []),
]


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_a_sentence_ends_where_one_ends(text: str, told: list[str]) -> None:
    assert [each.strip() for each in sentences(text, ENGLISH.unbroken)] == told


def heard(html: str, silent: tuple[str, ...] = RECORDING) -> list[str]:
    return [each.text for each in heard_in(elements_of(html), ENGLISH, silent)]


def test_a_cell_is_said_with_its_column_below_the_name_of_its_row() -> None:
    html = (
        '<table><caption>Costs</caption><thead><tr><td></td><th scope="col">Gel</th>'
        '<th scope="col">Tablets</th></tr></thead><tbody><tr><th scope="row">Each day</th>'
        '<td><span aria-hidden="true">Gel</span> Once. Then rest.</td><td></td></tr>'
        '<tr><th scope="row">Each week</th><td colspan="2"><p>Both.</p></td></tr></tbody></table>'
    )
    said = ["Costs", "Each day", "Gel: Once.", "Then rest.", "Each week", "Gel: Both."]
    assert heard(html) == said


def test_what_is_hidden_and_what_is_pressed_or_typed_in_is_not_heard() -> None:
    html = (
        '<h2>Head</h2><p hidden>a</p><p aria-hidden="true">b</p><template><p>c</p></template>'
        "<button>d</button><label>Words <textarea>e</textarea></label><svg><text>f</text></svg>"
        '<p class="paper-only">g</p><p>Last <img alt="a knee"> words</p><script>h</script>'
    )
    assert heard(html) == ["Head", "Words", "Last", "a knee", "words"]


def test_of_a_scale_its_ends_are_said_with_their_words() -> None:
    ends = (
        '<label><input><span>0</span><span class="visually-hidden">: Not important</span></label>'
    )
    html = f'<div class="scale">{ends}<label><input><span>1</span></label></div>'
    html += '<label class="answer"><input><span>2</span></label>'
    assert heard(html) == ["0: Not important", "2"]


def test_what_was_said_of_a_person_is_heard_on_no_screen() -> None:
    html = '<p class="row-said">You said 7</p><p data-own-row>Mine</p><p class="js-only">Here</p>'
    assert heard(html, SCREEN) == ["Here"]


def test_a_heading_is_told_from_what_stands_beside_it_and_is_not_said_twice() -> None:
    html = '<legend><h2>Pain</h2> <span class="asked">How much? A lot?</span></legend><p>A lot?</p>'
    assert heard_in(elements_of(html), ENGLISH) == [
        Heard("Pain", is_heading=True),
        Heard("How much?"),
        Heard("A lot?", begins=False),
    ]


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_a_recording_has_each_figure_with_what_it_counts_and_no_figure_that_the_page_has_not(
    slug: str,
) -> None:
    aid, _texts = published(slug)
    files = aid_files(ROOT / "aids" / slug, ROOT / "aids", View()).files
    script = files[f"aids/{slug}/{AUDIO}"].decode()
    page = files[f"aids/{slug}/large-print.html"].decode()
    lines = script.splitlines()
    spoken = re.findall(r'<p class="figure-spoken">(.*?)</p>', page)
    assert len(spoken) >= len(list(measured(aid)))
    whole = {ENGLISH.heard(re.sub(r"<.*?>", "", each)) for each in spoken}
    assert {each for each in whole if each not in script} == set()
    # Of how many: the pairs of the recording are those of the page.
    pairs = re.compile(r"(\d[\d,.]*) (?:of|in) (1?0+|1,000|10,000)\b")
    plain = " ".join(re.sub(r"<.*?>", " ", page).split())
    assert set(pairs.findall(script)) == set(pairs.findall(plain))
    # In the order of the page, with its rests, and its head.
    places = [lines.index(each) for each in (line for line in lines if line.startswith("Step "))]
    assert places == sorted(places)
    assert lines[0] == aid.title
    for head in (f"Version {aid.version} of", "Evidence gathered to", "Demonstration, not for"):
        assert [each for each in lines[:8] if each.startswith(head)] != []
    assert "[long pause]" in lines


def test_the_browser_says_and_parts_texts_as_the_compiler_does(tmp_path: Path) -> None:
    """The same list of rules and the same table, read by the other language."""
    words = for_the_browser(words_in("en-GB"))
    texts = [*SAID, *(text for text, _told in SENTENCES), *(text for text in _mixed())]
    made = made_in_node(HERE / "heard.ts", {"texts": texts, "words": words}, tmp_path)
    for text, (said, parts) in zip(texts, made, strict=True):
        assert said == ENGLISH.heard(text), text
        told = sentences(text, ENGLISH.unbroken)
        assert parts == [each.lstrip() for each in told], text


def _mixed() -> list[str]:
    """Pieces in an order that nobody chose, the same in each run."""
    pieces = [
        *SAID,
        *".!?–%°/1mgé ²ß'”)(",
        "e.g. ",
        " vs ",
        "2026-11-02",
        "12,345.6",
        "No. ",
        "\u00a0",
    ]
    dice = random.Random(27)  # noqa: S311 - nothing is kept secret by it
    return ["".join(dice.choices(pieces, k=dice.randint(2, 9))) for _ in range(500)]


def test_a_recording_has_one_wording_and_each_has_the_figures_of_the_page(tmp_path: Path) -> None:
    files = aid_files(write_easy(tmp_path) / "easy", tmp_path, View()).files
    plain, easy = (files[f"aids/easy/{name}"].decode() for name in (AUDIO, EASY_AUDIO))
    for own, other, script in (
        ("You take the example treatment each day.", "You take it each day.", plain),
        ("You take it each day.", "You take the example treatment each day.", easy),
    ):
        lines = script.splitlines()
        assert own in lines
        assert other not in lines
        assert "Easy words and pictures" not in script
    assert "A made-up drawing of a ring" in easy
    pairs = re.compile(r"\d[\d,.]* (?:of|in) (?:1?0+|1,000|10,000)\b")
    assert set(pairs.findall(plain)) == set(pairs.findall(easy)) != set()


def test_an_aid_without_easy_words_has_no_recording_of_them() -> None:
    files = aid_files(ROOT / "aids" / SLUGS[0], ROOT / "aids", View()).files
    assert not [name for name in files if name.endswith(EASY_AUDIO)]
