"""Links within the site: each leads to what is there, or is refused (DA814, DA044)."""

from __future__ import annotations

from pathlib import Path

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.disk.checking import check_file
from decisionaid.model.addresses import places_on
from decisionaid.render import SiteView, render_aid_page
from tests.conftest import ROOT
from tests.our_aids import SLUGS, aid_of
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")


def with_link(address: str) -> str:
    return TEXT.replace("It is made up, to", f"Read [an example page]({address}), to")


def codes(address: str) -> list[str]:
    return [each.code.number for each in compile_aid(with_link(address)).diagnostics]


@pytest.mark.parametrize(
    "address",
    ["evidence.html", "large-print.html", "../other/", "../other/evidence.html", "../../",
     "../../clinician/", "#option-treatment", "index.html#outcome-pain", "https://example.org/a#b",
     "tel:999", "mailto:team@example.org"],
)  # fmt: skip
def test_what_is_there_may_be_linked(address: str) -> None:
    assert codes(address) == []


@pytest.mark.parametrize(
    "address",
    ["www.example.org", "nonexistent.html", "#nowhere", "#option-nobody", "evidence.html#pain",
     "../other/nowhere.html", "../../authors/", "other", "images/a.png", "./evidence.html"],
)  # fmt: skip
def test_what_is_not_there_is_refused(address: str) -> None:
    assert codes(address) == ["DA814"]


def test_a_link_to_an_aid_that_is_not_beside_this_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "example/index.md"
    path.parent.mkdir()
    path.write_text(with_link("../other/"), encoding="utf-8")
    (found,) = check_file(path, today=None)[1]
    assert found.code.number == "DA044"
    assert "there is no aid 'other' beside this one" in found.message
    (tmp_path / "other").mkdir()
    (tmp_path / "other/index.md").write_text(TEXT, encoding="utf-8")
    assert check_file(path, today=None)[1] == ()


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_every_place_that_may_be_linked_stands_on_the_page(slug: str) -> None:
    aid = aid_of(slug)
    page = render_aid_page(aid, SiteView("../../"), "0" * 16)
    assert places_on(aid)
    assert [each for each in sorted(places_on(aid)) if f'id="{each}"' not in page] == []


@pytest.mark.parametrize(
    ("written", "code", "help_"),
    [
        ("(https://example.org)[x]", "DA023", "address: '[x](https://example.org)'"),
        ("(tel:999)[Call]", "DA023", "address: '[Call](tel:999)'"),
        ("[x](#)", "DA023", "begins with 'https://'"),
        ("[x](mailto:a@b)", "DA023", "'mailto:...@...'"),
        ("[x](mailto:a@b.)", "DA023", "'mailto:...@...'"),
        ('[x](https://example.org/page"title")', "DA023", "take the quotes"),
        ("[Figures](evidence.html#nope)", "DA814", "write 'evidence.html' alone"),
        ("[Figures](a.png)", "DA814", "write the whole address with 'https://'"),
        ("[Figures](leaflet.pdf)", "DA814", "write the whole address with 'https://'"),
        ("[Figures](www.example.org/a)", "DA814", "'[Figures](https://www.example.org/a)'"),
        ("[Figures](https://example.org/a?q=%22b%22)", None, ""),
        ("[Write to us](mailto:a@b.example)", None, ""),
        ("[Figures](https://example.org/a)(b) (c)[d] (see www.example.org) [e]", None, ""),
    ],
)
def test_a_link_that_leads_nowhere_is_refused_and_no_site_is_made_up(
    written: str, code: str | None, help_: str
) -> None:
    page = (ROOT / "site" / "authors" / "first-aid.md").read_text("utf-8")
    base = page.split("```aid\n")[1].split("\n```")[0] + "\n"
    assert "It makes you ache." in base
    told = compile_aid(base.replace("It makes you ache.", written)).diagnostics
    assert [each.code.number for each in told] == ([code] if code else [])
    assert not code or help_ in told[0].help
