"""What the dates of an aid do to its pages: a banner, no figures, or a page that says it is withdrawn.

The real aids are built on days that are still to come, and the specimens beside them; no figure of
an aid that has ended may stand in any file.
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.sections import TestSection as SectionOnTest
from decisionaid.render import Figures
from decisionaid.render.figures.printed import printed
from decisionaid.render.outcomes.screening import view_test
from decisionaid.site import Built, build_site
from tests.conftest import ROOT, HtmlFaults
from tests.english import ENGLISH
from tests.site_examples import DAY, GOOD, files_in, write_aids

PAGES = ("index.html", "large-print.html", "grid.html", "evidence.html", "quality.html")
SAID = "This figure is out of date. We no longer show it."
SPECIMENS = {"a-test": "test", "a-screening": "screening"}

# The aids are built by one worker, once for each day.
pytestmark = [pytest.mark.xdist_group("clock-pages"), pytest.mark.long]

_DATES = re.compile(r"^dates: .*$", re.MULTILINE)
_TODAY = date(2026, 11, 22)
_LATE, _ENDED = date(2028, 12, 1), date(2029, 12, 1)


def sources() -> dict[str, str]:
    """Return the real aids and the specimens, all with the same dates."""
    dates = "dates: {published: 2026-11-22, evidence: 2026-11-20, review: 2028-11-22, expires: 2029-11-22}"
    paths = {path.parent.name: path for path in sorted((ROOT / "aids").glob("*/index.md"))}
    paths |= {slug: ROOT / "tests" / "specimens" / f"{name}.md" for slug, name in SPECIMENS.items()}
    texts = {slug: path.read_text(encoding="utf-8") for slug, path in paths.items()}
    return {slug: _DATES.sub(dates, text) for slug, text in texts.items()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the aids into a folder of their own."""
    return write_aids(tmp_path_factory.mktemp("aids"), **sources())


@pytest.fixture(scope="module")
def built_on(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[date | None], tuple[Path, Built]]:
    """Build all of them on a day; each day is built once."""

    @cache
    def build(today: date | None) -> tuple[Path, Built]:
        out = tmp_path_factory.mktemp("built")
        return out, build_site(project, out, today=today)

    return build


@pytest.fixture(scope="module")
def ended(built_on: Callable[[date | None], tuple[Path, Built]]) -> tuple[Path, Built]:
    """Build all of them after their end."""
    return built_on(_ENDED)


def aid_of(text: str, slug: str) -> Aid:
    aid = compile_aid(text).aid
    assert aid is not None
    return aid.model_copy(update={"slug": slug})


def text_of(path: Path) -> str:
    """Return what a file says, without marks, addresses and what its script may say later."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<(script|style|template)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return " ".join(re.sub(r"(https?://|doi: ?|10\.\d{4})\S+", " ", text).split())


def words_about_figures(aid: Aid) -> Iterator[str]:
    """Yield all that the pages say of each figure while it is shown."""
    figures = Figures(aid)
    for outcome in aid.outcomes:
        for cell in outcome.cells:
            shown = figures.shown(outcome, cell)
            if shown.look == "figure":
                yield from (shown.number, shown.short, shown.other, shown.range, shown.spoken)
                yield printed(ENGLISH, cell.figure)
        yield from figures.view(outcome, 3).compared
    for section in aid.of(SectionOnTest):
        test = view_test(section, figures)
        yield from test.words
        yield from (node.spoken for row in (test.start, *test.branches) for node in row.cells)


def numbers_in(part: Part) -> Iterator[Decimal]:
    """Yield every number of a figure or a comparison, but not out of how many."""
    for name, value in part:
        if isinstance(value, Part):
            yield from numbers_in(value)
        elif (
            name not in ("of", "people") and isinstance(value, int | Decimal) and value is not True
        ):
            yield Decimal(value)


def telling_numbers(aid: Aid) -> set[str]:
    """Return the numbers of the figures that cannot be anything else: long ones, and those with a point."""
    parts: list[Part] = [each for row in aid.outcomes for each in row.comparisons]
    parts += [cell.figure for row in aid.outcomes for cell in row.cells if cell.figure is not None]
    parts += [
        cell for section in aid.of(SectionOnTest) for cell in section.cells if cell is not None
    ]
    written = {ENGLISH.number(each) for part in parts for each in numbers_in(part)}
    return {each for each in written if "." in each or len(each) > 2}


def kept_words(aid: Aid) -> str:
    """Return words that are no figures and stay: groups of readers, labels and names of sources."""
    named = (f"{each.short} {each.title} {each.year}" for each in aid.sources)
    groups = (each.words for each in aid.strata)
    return " ".join((*named, *groups, *(row.label for row in aid.outcomes)))


@pytest.mark.parametrize("slug", sorted(sources()))
def test_no_figure_of_an_aid_that_has_ended_stands_in_any_of_its_files(
    slug: str, ended: tuple[Path, Built]
) -> None:
    aid = aid_of(sources()[slug], slug)
    said = {words for words in words_about_figures(aid) if words and re.search(r"\d", words)}
    telling = telling_numbers(aid) - set(re.findall(r"[\d.,]*\d", kept_words(aid)))
    assert said
    assert telling or slug in SPECIMENS
    files = [path for path in (ended[0] / "aids" / slug).rglob("*") if path.is_file()]
    for path in sorted(files):
        text = text_of(path)
        if path.name == "worker.js":
            # First a list of files and hashes, and what pages say of them; the rest is the same for all.
            text, _ = text.split('"use strict"', 1)
        assert [words for words in said if words in text] == [], path.name
        no_lines = re.sub(r"Line \d+ of the source", " ", text)
        dates = re.sub(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} [A-Z][a-z]+ \d{4}\b", " ", no_lines)
        # A letter gives a telephone number for help.
        dates = dates.replace("NHS 111", " ") if path.name == "invitation.html" else dates
        found = set(re.findall(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])", dates))
        assert telling & found == set(), path.name


def test_each_figure_that_was_shown_says_that_it_is_out_of_date(ended: tuple[Path, Built]) -> None:
    for slug, text in sources().items():
        rows = aid_of(text, slug).outcomes
        pages = {name: text_of(ended[0] / "aids" / slug / name) for name in PAGES}
        # Where no option has a figure any more, one line of a row says it of all of them.
        for name in ("index.html", "large-print.html"):
            assert pages[name].count(SAID) >= len(rows), (slug, name)
        assert pages["evidence.html"].count(SAID) >= sum(len(row.cells) for row in rows), slug


def test_an_aid_that_has_ended_says_it_of_each_figure_once_where_it_names_its_sources(
    ended: tuple[Path, Built],
) -> None:
    for slug, source in sources().items():
        text = text_of(ended[0] / "aids" / slug / "evidence.html")
        aid = aid_of(source, slug)
        rows = sum(len(row.cells) for row in aid.outcomes)
        tests = sum(len(section.cells) for section in aid.of(SectionOnTest))
        assert "We no longer show the figures of this aid." in text
        assert "Every figure of the aid" not in text
        assert 0 < text.count(SAID) <= rows + tests, slug


def test_of_an_aid_that_has_ended_the_quality_page_says_that_it_is_about_what_was_written(
    ended: tuple[Path, Built],
) -> None:
    for slug in sources():
        text = text_of(ended[0] / "aids" / slug / "quality.html")
        assert "Its pages show no figures any more." in text


def test_an_aid_that_has_ended_says_nothing_of_late_sources_beneath_figures_it_does_not_show(
    tmp_path: Path,
) -> None:
    text = sources()["carpal-tunnel"]
    source = next(each.id for each in aid_of(text, "carpal-tunnel").sources)
    dated = text.replace(f"  {source}:\n", f"  {source}:\n    review: 2027-01-31\n", 1)
    out = tmp_path / "out"
    build_site(write_aids(tmp_path / "aids", carpal_tunnel=dated), out, today=_ENDED)
    pages = {
        name: text_of(out / "aids" / "carpal-tunnel" / name)
        for name in ("index.html", "evidence.html")
    }
    for name, page in pages.items():
        assert "These figures were to be checked again" not in page, name
    late = "They were to be compared again by 31 January 2027, and that is late."
    assert late in pages["evidence.html"]


def test_an_aid_that_has_ended_is_built_with_an_error(ended: tuple[Path, Built]) -> None:
    _out, built = ended
    assert built.refused == []
    errors = [each.code.number for each in built.diagnostics if each.code.severity == "error"]
    assert errors == ["DA512"] * len(sources())


@pytest.mark.parametrize(
    ("today", "banner"),
    [
        (_TODAY, ""),
        (None, ""),
        (date(2028, 11, 22), ""),
        (_LATE, "This aid is late for its check."),
        (_ENDED, "This aid is out of date."),
    ],
)
def test_every_page_has_the_banner_of_the_day(
    today: date | None, banner: str, built_on: Callable[[date | None], tuple[Path, Built]]
) -> None:
    out, _built = built_on(today)
    titles = ("This aid is late for its check.", "This aid is out of date.")
    for slug in sources():
        for name in PAGES:
            text = text_of(out / "aids" / slug / name)
            assert [title for title in titles if title in text] == ([banner] if banner else [])


def test_the_banner_gives_the_day_and_so_does_each_sheet_of_paper(
    ended: tuple[Path, Built],
) -> None:
    page = (ended[0] / "aids" / "a-test" / "index.html").read_text(encoding="utf-8")
    assert f"It ended on {ENGLISH.day(date(2029, 11, 22))}." in page
    assert re.search(r'data-notice="[^"]*Out of date since 22 November 2029\."', page)


def test_the_words_for_the_clinician_say_how_the_aid_stands(
    built_on: Callable[[date | None], tuple[Path, Built]],
) -> None:
    words = [
        json.loads((out / "aids" / "a-test" / "aid.json").read_text(encoding="utf-8"))["words"]
        for out, _built in (built_on(_LATE), built_on(_ENDED))
    ]
    assert [each["clock"] for each in words] == ["overdue", "expired"]
    assert words[0]["clock_words"].startswith("This aid is late for its check. ")
    assert words[1]["clock_words"].startswith(
        "This aid is out of date. It ended on 22 November 2029."
    )


def test_the_page_tells_its_script_how_the_aid_stands(
    built_on: Callable[[date | None], tuple[Path, Built]],
) -> None:
    states = []
    for today in (_TODAY, date(2028, 11, 22), _LATE, _ENDED):
        page = (built_on(today)[0] / "aids" / "a-test" / "index.html").read_text(encoding="utf-8")
        states += re.findall(r'data-clock="?([a-z]+)', page)
    assert states == ["current", "due", "overdue", "expired"]


def test_a_late_source_is_said_under_its_figures_alone(tmp_path: Path) -> None:
    text = sources()["carpal-tunnel"]
    aid = aid_of(text, "carpal-tunnel")
    cited = next(row.sources for row in aid.outcomes if row.sources is not None)
    source = vars(cited)["ids"][0]
    dated = text.replace(f"  {source}:\n", f"  {source}:\n    review: 2027-01-31\n", 1)
    out = tmp_path / "out"
    build_site(write_aids(tmp_path / "aids", carpal_tunnel=dated), out, today=date(2027, 2, 1))
    late = "These figures were to be checked again, and that is late:"
    with_source = sum(
        source in vars(row.sources).get("ids", ()) for row in aid.outcomes if row.sources
    )
    evidence = text_of(out / "aids" / "carpal-tunnel" / "evidence.html")
    page = text_of(out / "aids" / "carpal-tunnel" / "index.html")
    assert evidence.count(late) == with_source < len(aid.outcomes)
    assert 0 < page.count(late) <= with_source
    assert "This aid is late" not in page


# Withdrawn

WITHDRAWN = (
    'status: withdrawn\nwithdrawn: {{date: 2026-11-20, reason: "A made-up newer review"{more}}}'
)


def withdrawn(more: str = "") -> str:
    return GOOD.replace("status: draft", WITHDRAWN.format(more=more), 1)


def built_with(tmp_path: Path, **aids: str) -> tuple[Path, Built]:
    out = tmp_path / "out"
    return out, build_site(write_aids(tmp_path / "aids", **aids), out, today=_TODAY)


def test_every_address_of_a_withdrawn_aid_says_so(tmp_path: Path, html_faults: HtmlFaults) -> None:
    out, built = built_with(tmp_path, old=withdrawn(), new=GOOD)
    assert built.refused == []
    pages = [out / "aids" / "old" / name for name in PAGES]
    assert len({path.read_bytes() for path in pages}) == 1
    text = text_of(pages[0])
    assert "This decision aid has been withdrawn" in text
    assert "Withdrawn on 20 November 2026 Why A made-up newer review." in text
    assert "There is no newer aid here." in text
    assert "<script" not in pages[0].read_text(encoding="utf-8")
    assert list(html_faults(pages[0], out / "index.html")) == []


@pytest.mark.parametrize(
    ("instead", "address"),
    [("new", "../new/index.html"), ("https://example.org/newer", "https://example.org/newer")],
)
def test_a_withdrawn_aid_leads_to_what_takes_its_place(
    instead: str, address: str, tmp_path: Path
) -> None:
    out, built = built_with(tmp_path, old=withdrawn(f', instead: "{instead}"'), new=GOOD)
    page = (out / "aids" / "old" / "index.html").read_text(encoding="utf-8")
    assert re.search(rf'href="?{re.escape(address)}[" >]', page)
    assert [
        each.code.number for each in built.diagnostics if each.source.endswith("old/index.md")
    ] == []


@pytest.mark.parametrize(
    "other", [{}, {"new": "no aid at all"}, {"new": GOOD.replace("{.options}", "{.x}")}]
)
def test_no_link_leads_to_an_aid_without_a_page(other: dict[str, str], tmp_path: Path) -> None:
    out, _built = built_with(tmp_path, old=withdrawn(", instead: new"), **other)
    page = (out / "aids" / "old" / "index.html").read_text(encoding="utf-8")
    assert "../new/" not in page
    assert "There is no newer aid here." in page


def test_a_successor_that_is_not_there_is_named(tmp_path: Path) -> None:
    _out, built = built_with(tmp_path, old=withdrawn(", instead: new"))
    assert [each.code.number for each in built.diagnostics] == ["DA044"]
    assert "there is no aid 'new' beside this one" in built.diagnostics[0].message


def test_a_withdrawn_aid_keeps_its_page_whatever_else_is_wrong(tmp_path: Path) -> None:
    broken = GOOD.replace("status: draft", "status: withdrawn", 1).replace("{.options}", "{.x}")
    out, built = built_with(tmp_path, old=broken)
    assert built.refused == []
    assert {each.code.number for each in built.diagnostics} >= {"DA513"}
    text = text_of(out / "aids" / "old" / "index.html")
    assert "This decision aid has been withdrawn" in text
    assert "[Missing: the reason]" in text


def test_the_home_page_lists_a_withdrawn_aid_apart(tmp_path: Path) -> None:
    out, _built = built_with(tmp_path, old=withdrawn(), new=GOOD)
    home = (out / "index.html").read_text(encoding="utf-8")
    catalogue, apart = re.split(r'class="?catalogue-withdrawn', home)
    assert ("aids/new/index.html" in catalogue, "aids/old/" in catalogue) == (True, False)
    assert re.search(r'<a href="?aids/old/index\.html', apart)
    assert "Withdrawn on 20 November 2026." in apart


def test_the_clinicians_page_still_knows_a_withdrawn_aid(tmp_path: Path) -> None:
    out, _built = built_with(tmp_path, old=withdrawn())
    clinician = (out / "clinician" / "index.html").read_text(encoding="utf-8")
    assert '"url":"../aids/old/aid.json"' in clinician
    words = json.loads((out / "aids" / "old" / "aid.json").read_text(encoding="utf-8"))["words"]
    assert (words["clock"], words["facts"]) == ("withdrawn", [])
    assert (
        words["clock_words"]
        == "This aid was withdrawn on 20 November 2026. A made-up newer review."
    )


# The same bytes


def test_a_build_of_a_day_is_the_same_bytes_in_every_time_zone(tmp_path: Path) -> None:
    made = []
    for number_, zone in enumerate(("Pacific/Kiritimati", "Etc/GMT+12")):
        folder = tmp_path / str(number_)
        write_aids(folder / "aids", first=GOOD, old=withdrawn(", instead: first"))
        arguments = (
            "build",
            "--aids-only",
            "--out",
            "out",
            "--today",
            str(date(DAY.year + 9, 1, 1)),
        )
        subprocess.run(
            [sys.executable, "-m", "decisionaid", *arguments],
            cwd=folder,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": str(number_)},
            capture_output=True,
            check=False,
        )
        made.append(files_in(folder / "out"))
    assert made[0] == made[1]
    assert b"This aid is out of date." in made[0]["aids/first/index.html"]
