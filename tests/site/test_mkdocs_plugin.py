"""``mkdocs build`` and ``mkdocs serve`` make the same site, under the same policy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from decisionaid.site import build_site
from decisionaid.site.handbook import build_handbook, newest_date
from decisionaid.site.mkdocs_plugin import reloading, with_table_regions
from tests.conftest import ROOT
from tests.site_examples import BROKEN, GOOD, files_in, write_aids

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

LATE = date(2028, 6, 1)
"""A day on which the aid is past its review, and before its end."""

OURS = "{gallery: true}"
"""What the project's own settings ask of the plugin."""

PAGE = """\
# Guide

## Figures

| a | b |
|---|---|
| 1 | 2 |

| c | d |
|---|---|
| 3 | 4 |
"""


def write_project(folder: Path, *, gallery: bool = False) -> Path:
    """Write a project with an aid and a handbook of one page, set up as ours is; the gallery is slow."""
    write_aids(folder / "aids", one=GOOD)
    (folder / "site").mkdir()
    (folder / "site/guide.md").write_text(PAGE, encoding="utf-8")
    text = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    assert OURS in text
    told = text if gallery else text.replace(OURS, "{gallery: false}")
    (folder / "mkdocs.yml").write_text(told + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project to build."""
    return write_project(tmp_path)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the handbook of such a project once, to look at."""
    project = write_project(tmp_path_factory.mktemp("project"))
    build_handbook(project, project / "out")
    return project / "out"


def mkdocs_build(
    project: Path, *options: str, day: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    kept |= {"DECISIONAID_TODAY": str(LATE)} | (day or {})
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=project,
        env=kept | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_mkdocs_and_our_own_command_build_the_same_bytes(tmp_path: Path) -> None:
    project = write_project(tmp_path, gallery=True)
    built = mkdocs_build(project, "--site-dir", "by-mkdocs")
    assert built.returncode == 0, built.stderr
    build_handbook(project, project / "ours")
    build_site(project / "aids", project / "ours", today=LATE, handbook=True)
    assert files_in(project / "by-mkdocs") == files_in(project / "ours")
    assert "gallery/index.html" in files_in(project / "ours")
    assert b"late for its check" in files_in(project / "ours")["aids/one/index.html"]


def test_a_day_in_mkdocs_yml_comes_before_that_of_the_environment(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("{gallery: false}", "{today: 2040-01-01}"), encoding="utf-8")
    built = mkdocs_build(project)
    assert built.returncode == 0, built.stderr
    assert "DA512" in built.stderr
    page = (project / "build/site/aids/one/index.html").read_text(encoding="utf-8")
    assert "This aid is out of date." in page


def test_a_day_that_is_none_ends_mkdocs_build_with_plain_words(project: Path) -> None:
    built = mkdocs_build(project, day={"DECISIONAID_TODAY": "tomorrow"})
    assert built.returncode != 0
    assert "'tomorrow' is no day such as 2026-11-22" in built.stderr


def test_an_aid_with_errors_ends_mkdocs_build_without_strict(project: Path) -> None:
    write_aids(project / "aids", bad=BROKEN)
    built = mkdocs_build(project)
    assert built.returncode != 0
    assert "These aids have errors: bad" in built.stderr
    assert "error DA011 unknown-role" in built.stderr


def test_a_weaker_aid_fails_mkdocs_build_only_when_strict(project: Path) -> None:
    """The same without it is built in the tests of its bytes and of the page for what is not there."""
    assert mkdocs_build(project, "--strict").returncode != 0


def test_pages_of_the_handbook_have_the_policy_first_and_no_inline_script_or_style(
    handbook: Path,
) -> None:
    for name in ("guide/index.html", "404.html"):
        page = LexborHTMLParser((handbook / name).read_bytes())
        first = page.css("head > meta, head > script, head > link, head > style")[0]
        assert first.attributes.get("http-equiv") == "Content-Security-Policy"
        policy = first.attributes.get("content") or ""
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        inline = [
            script.html
            for script in page.css("script")
            if "src" not in script.attributes
            and script.attributes.get("type") != "application/json"
        ]
        assert inline == []
        assert page.css("style, [style], [onclick], [onload]") == []


def test_the_page_for_what_is_not_there_finds_its_files_beneath_a_folder(project: Path) -> None:
    address = {"DECISIONAID_SITE_URL": "https://example.org/beneath/a-folder/"}
    built = mkdocs_build(project, "--site-dir", "out", day=address)
    assert built.returncode == 0, built.stderr
    for name, start in (("404.html", "/beneath/a-folder/"), ("guide/index.html", "..")):
        page = LexborHTMLParser((project / "out" / name).read_bytes())
        links = page.css("link[rel=stylesheet], script[src], nav a[href]")
        places = [each.attributes.get("href") or each.attributes.get("src") or "" for each in links]
        found = [each for each in places if each not in ("./", ".") and not each.startswith("#")]
        assert len(found) > 3
        assert [each for each in found if not each.startswith(start)] == [], name


def test_the_search_dialog_has_a_name_and_no_page_says_what_made_it(handbook: Path) -> None:
    page = LexborHTMLParser((handbook / "guide/index.html").read_bytes())
    dialog = page.css_first('[role="dialog"]')
    assert dialog is not None
    assert dialog.attributes["aria-label"] == "Search"
    assert "Made with" not in (page.body.text() if page.body else "")


def test_tables_are_regions_with_names_of_their_own(handbook: Path) -> None:
    page = LexborHTMLParser((handbook / "guide/index.html").read_bytes())
    regions = page.css('.table-region[role="region"][tabindex="0"]')
    assert [each.attributes["aria-label"] for each in regions] == [
        "Table: Figures",
        "Table 2: Figures",
    ]
    assert all(each.css_first("table[class]") for each in regions)


def test_the_name_of_a_table_is_text() -> None:
    page = with_table_regions('<h2>A "b" <i>&amp;</i> c</h2><table><tr></tr></table>', "")
    region = LexborHTMLParser(page).css_first(".table-region")
    assert region is not None
    assert region.attributes["aria-label"] == 'Table: A "b" & c'


def test_a_build_is_dated_by_its_newest_aid(tmp_path: Path) -> None:
    later = GOOD.replace("published: 2026-03-01", "published: 2026-04-02")
    aids = write_aids(tmp_path, one=GOOD, two=later)
    assert datetime.fromtimestamp(newest_date(aids), UTC).date().isoformat() == "2026-04-02"
    assert newest_date(tmp_path / "nowhere") == 0


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "dates",
    [
        "dates: {published: 2026-04-01, evidence: 2026-04-02, review: 2028-01-01}",
        "dates:\n  published: 2026-04-02\n  # evidence: 2027-01-01\n  review: 2028-01-01",
        "dates:\n  expires: 2030-01-01\n  evidence: 2026-04-02\nupdate: {when: published 2029-01-01}",
    ],
)
def test_it_is_dated_however_the_dates_are_written(dates: str, end: str, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    text = f"---\n{dates}\n---\n".replace("\n", end)
    (tmp_path / "one/index.md").write_bytes(text.encode())
    assert datetime.fromtimestamp(newest_date(tmp_path), UTC).date().isoformat() == "2026-04-02"


INJECTED = b"<script>\nvar livereload = function(epoch) { poll(); }\nlivereload(1, 2);\n</script>"


def test_mkdocs_serve_reloads_pages_by_a_file_in_place_of_an_inline_script() -> None:
    def serve(_environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", "text/html"), ("Content-Length", "1")])
        return [b"<body><p>Words</p>", INJECTED, b"</body>"]

    told: list[Any] = []
    app = reloading(serve)
    body = b"".join(app({"PATH_INFO": "/"}, lambda *answer: told.append(answer)))
    assert body == b'<body><p>Words</p><script src="/__reload.js" defer></script></body>'
    assert dict(told[0][1])["Content-Length"] == str(len(body))
    script = b"".join(app({"PATH_INFO": "/__reload.js"}, lambda *answer: told.append(answer)))
    assert b"/livereload/" in script
    assert dict(told[1][1])["Content-Type"].startswith("text/javascript")


def test_what_mkdocs_puts_into_pages_is_still_what_we_replace() -> None:
    """MkDocs' own template, so that a new version of it cannot slip by."""
    from mkdocs.livereload import _SCRIPT_TEMPLATE_STR  # noqa: PLC0415

    assert re.match(r"\s*var livereload = ", _SCRIPT_TEMPLATE_STR)


def test_mkdocs_builds_for_a_place_as_our_own_command_does(project: Path) -> None:
    (project / "overlays").mkdir()
    path = project / "overlays/example-town.yaml"
    text = (ROOT / "overlays/example-town.yaml").read_text("utf-8").split("\naids:")[0]
    path.write_text(f"{text}\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    told = settings.read_text("utf-8")
    settings.write_text(
        told.replace("{gallery: false}", "{gallery: false, place: example-town}"), encoding="utf-8"
    )
    built = mkdocs_build(project)
    assert built.returncode == 0, built.stderr
    site = next(folder for folder in project.rglob("plan/near"))
    assert "Thursday lunch club" in (site / "index.html").read_text("utf-8")
    assert (site.parent / "place.js").is_file()
    path.write_text("place: [\n", encoding="utf-8")
    failed = mkdocs_build(project)
    assert failed.returncode != 0
    assert "The place 'example-town' has errors." in failed.stderr
    path.unlink()
    assert "There is no place 'overlays/example-town.yaml'." in mkdocs_build(project).stderr
