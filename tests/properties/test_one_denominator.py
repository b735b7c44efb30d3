"""No output shows two figures that it asks to compare out of different numbers of people.

The figures of a block are out of one number everywhere. All other rows of an aid are too, or say beside
their figures that they are out of another one and are not to be held against the others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from selectolax.lexbor import LexborHTMLParser

from decisionaid.compiler import compile_aid
from decisionaid.disk.aid_folder import aid_files
from decisionaid.disk.aid_pages import View
from decisionaid.model.aid import Aid
from decisionaid.model.blocks import blocks_of
from decisionaid.model.figure import Counted, DifferenceFrom, FewerThan, Frequency, Spread
from decisionaid.render import SiteView, aid_words, render_aid_page, render_evidence_page
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.grid_page import render_grid
from tests.conftest import ROOT
from tests.our_aids import SLUGS, aid_of
from tests.parity import DENOMINATORS, READERS, texts_of
from tests.properties.random_aids import DrawnAid, aids, source_of
from tests.rules.examples import SPECIMEN

OUT_OF = re.compile(r"\b(?:of|in) (\d+(?:,\d{3})*)\b")
APART = "most other rows out of"
"""What every output says beside a figure that is out of another number."""
IN_PAGE = {
    "index.html": "#outcome-{}",
    "large-print.html": "#outcome-{}",
    "evidence.html": "#row-{}",
    "grid.html": "#grid-{}",
}


def with_estimates(drawn: DrawnAid) -> DrawnAid:
    """Return the aid with each second of its rows that stand alone as an estimate of the one before.

    In every other aid a row at the end counts few people, so that not all rows can share a number.
    """
    sections = []
    for rows in drawn.sections:
        main: str | None = None
        made = []
        for row in rows:
            if row.marks or main is None:
                main = None if row.marks else row.id
                made.append(row)
                continue
            made.append(replace(row, marks=(f"estimate-of={main}",)))
            main = None
        sections.append(tuple(made))
    if len(drawn.rows) % 2:
        *others, last = sections[-1]
        option = last.cells[0][0]
        sections[-1] = (*others, replace(last, cells=((option, "3 of 7"),), marks=()))
    return replace(drawn, sections=tuple(sections))


def files_of(aid: Aid) -> dict[str, str]:
    """Return what each output says of an aid, by its name."""
    figures, site = Figures(aid), SiteView("../../")
    page = render_aid_page(aid, site, "0" * 16, figures)
    words = aid_words(aid, "0" * 16, figures).model_dump_json()
    return {
        "index.html": page,
        "side by side": page,
        "grid.html": render_grid(aid, site, figures),
        "evidence.html": render_evidence_page(aid, site, figures),
        "aid.json": json.dumps({"words": json.loads(words)}),
    }


def counts_people(aid: Aid, row: str, option: str) -> bool:
    outcome = aid.outcome(row)
    cell = outcome.cell(option) if outcome else None
    match cell and cell.figure:
        case Frequency() | Counted() | FewerThan() | Spread() | DifferenceFrom(of=int()):
            return True
        case _:
            return False


def out_of_in(aid: Aid, name: str, text: str) -> dict[str, set[int]]:
    """Return out of how many an output shows the figures of each row."""
    found: dict[str, set[int]] = {}
    said = _said_in(aid, text) if name == "aid.json" else READERS[name](aid, text)
    for (row, option), words in said:
        if counts_people(aid, row, option):
            shown = {int(each.replace(",", "")) for each in OUT_OF.findall(words)}
            assert shown, (name, row, option, words)
            found.setdefault(row, set()).update(shown)
    return found


def _said_in(aid: Aid, text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield all that the data say of each option of a row."""
    names = sorted(aid.all_options, key=lambda each: -len(each.name))
    for fact in json.loads(text)["words"]["facts"]:
        for figure in fact["figures"]:
            option = next(each.id for each in names if figure["option"].startswith(each.name))
            yield (fact["id"], option), figure["said"]


def says_apart(name: str, text: str, row: str) -> bool:
    """Return whether an output says that a row is out of another number, beside it or above its part."""
    if name == "aid.json":
        facts = {each["id"]: each for each in json.loads(text)["words"]["facts"]}
        return any(APART in note for note in facts[row]["notes"])
    tree = LexborHTMLParser(text)
    selector = f'.side-table tr[data-about^="{row} "], .side-table tr[data-about="{row}"]'
    found = tree.css_first(IN_PAGE.get(name, selector).replace("{}", row))
    if found is None:
        return False
    beside = found.text()
    part = found.parent
    while part is not None and name != "evidence.html":
        beside += " ".join(
            each.text() for each in part.iter() if "hint" in (each.attributes.get("class") or "")
        )
        part = part.parent
    return APART in beside.replace("those of most", "most")


def faults(aid: Aid, files: Mapping[str, str]) -> Iterator[str]:
    """Yield each place where figures that are to be compared are out of different numbers."""
    blocks = {row.id: number for number, rows in enumerate(blocks_of(aid)) for row in rows}
    for name, text in files.items():
        shown = out_of_in(aid, name, text)
        by_block: dict[int, set[int]] = {}
        for row, numbers in shown.items():
            by_block.setdefault(blocks[row], set()).update(numbers)
        yield from (f"{name}: {numbers}" for numbers in by_block.values() if len(numbers) > 1)
        together = {
            number
            for row, numbers in shown.items()
            if not says_apart(name, text, row)
            for number in numbers
        }
        if len(together) > 1:
            yield f"{name}: {together} without a word"


def said_beside(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield each row of an output with all that it says, but for what it says of its source's own print."""
    if name == "aid.json":
        for fact in json.loads(text)["words"]["facts"]:
            ranges = [each["range"] for each in fact["figures"]]
            yield fact["id"], ". ".join([*fact["notes"], *ranges])
        return
    tree = LexborHTMLParser(text)
    for each in tree.css(ROWS[name]):
        for behind in each.css("details"):
            behind.decompose()
        attributes = each.attributes
        row = attributes.get("id") or (attributes.get("data-about") or "").split()[0]
        yield row.removeprefix("outcome-").removeprefix("grid-"), each.text(separator=" ")


ROWS = {
    "index.html": "[id^=outcome-]",
    "side by side": "tr.of-outcome",
    "grid.html": "tr[id^=grid-]",
}
"""Rows of the outputs in which nothing is told as it was printed."""


def odd_words(aid: Aid, files: Mapping[str, str]) -> Iterator[str]:
    """Yield where a sentence, a range or a caution of a row is out of another number than its figures."""
    for name in ("index.html", "side by side", "grid.html", "aid.json"):
        shown = out_of_in(aid, name, files[name])
        for row, words in said_beside(name, files[name]):
            own = re.sub(rf"[^.]*{APART}[^.]*\.", "", " ".join(words.split()))
            said = {int(each.replace(",", "")) for each in OUT_OF.findall(own)} & set(DENOMINATORS)
            if row in shown and said - shown[row]:
                yield f"{name}: {row} is out of {shown[row]} and says {own}"


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_our_aids_ask_nobody_to_compare_what_is_out_of_different_numbers(slug: str) -> None:
    folder = ROOT / "aids"
    texts = texts_of(aid_files(folder / slug, folder, View()).files)
    assert list(faults(aid_of(slug), texts)) == []


PRINTED = """## Each form printed out of a smaller number {.outcomes}

- Source: example-2024
- Certainty: moderate
- People: 90,000 adults in 2 trials
- Time: 3 months

| | Said as | as-now | treatment | Difference |
|---|---|---|---|---|
| Rare {#rare .bad .more} | have a rare thing / have none | 1 in 1000 | 3 in 1000 | 2 more in 1000 (1 more to 4 more) |
| Ranged {#ranged .bad .more} | itch / do not itch | 215 in 1000 | 155 in 1000 | 6 fewer in 100 (8 fewer to 2 fewer) |
| Bare {#bare .bad .more} | swell / do not swell | 215 in 1000 | 155 in 1000 | 6 fewer in 100 |
| Apart {#apart .bad .more} | sneeze / do not sneeze | reference | 3 fewer in 100 (5 fewer to 1 fewer) | |
| Between {#between .bad .more} | cough / do not cough | reference | 2 to 3 fewer in 100 as printed | |
| Again {#again .bad .more estimate-of=rare} | have a rare thing / have none | 2 in 100 | 3 in 100 | not reported |

"""


@pytest.mark.long
def test_each_form_that_is_printed_out_of_a_smaller_number_is_raised_in_every_output() -> None:
    text = SPECIMEN.read_text(encoding="utf-8")
    for more in (" .more", ""):  # folded away, and on the table and the grid as well
        rows = PRINTED.replace(" .more", more)
        aid = compile_aid(text.replace("## What nobody knows", f"{rows}## What nobody knows")).aid
        assert aid is not None
        files = files_of(aid)
        assert list(faults(aid, files)) == []
        assert list(odd_words(aid, files)) == []
        out_of = Figures(aid).out_of
        assert {
            out_of[each] for each in ("rare", "ranged", "bare", "apart", "between", "again")
        } == {1000}
        for said in ("60 fewer in 1,000", "30 fewer in 1,000", "20 to 30 fewer in 1,000"):
            assert said in " ".join(LexborHTMLParser(files["index.html"]).text().split())


def has_no_faults(drawn: DrawnAid) -> None:
    aid = compile_aid(source_of(with_estimates(drawn))).aid
    assert aid is not None
    files = files_of(aid)
    assert list(faults(aid, files)) == []
    assert list(odd_words(aid, files)) == []


@pytest.mark.long
def test_random_aids_ask_nobody_to_compare_what_is_out_of_different_numbers() -> None:
    settings(max_examples=60, phases=(Phase.generate, Phase.shrink))(given(aids())(has_no_faults))()


@pytest.mark.long
def test_the_random_aids_have_estimates_and_more_than_one_number() -> None:
    seen: list[tuple[int, int]] = []

    def gather(drawn: DrawnAid) -> None:
        aid = compile_aid(source_of(with_estimates(drawn))).aid
        assert aid is not None
        found = Figures(aid).out_of.values()
        estimates = sum(bool(row.estimate_of) for row in aid.outcomes)
        seen.append((estimates, len(set(found))))

    settings(max_examples=60, phases=(Phase.generate,))(given(aids())(gather))()
    assert sum(estimates > 0 for estimates, _ in seen) > 20
    assert sum(numbers > 1 for _, numbers in seen) > 5
