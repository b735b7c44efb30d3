"""The instruments that the browser's tests rely on notice what they are there to notice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor

POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"


@pytest.fixture
def address(tmp_path: Path, served: Callable[[Path], str]) -> str:
    page = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>Example</title>
<script src="good.js" defer></script></head>
<body><main><h1>Example</h1><p>It is 5 °C.</p></main></body></html>"""
    (tmp_path / "good.html").write_text(page, encoding="utf-8")
    (tmp_path / "good.js").write_text("document.body.dataset.ran = 'yes';\n")
    bad = page.replace("good.js", "bad.js").replace(
        "</main>", "<img src='other.png'><p style='width: 900px; color: red'>wide</p></main>"
    )
    (tmp_path / "bad.html").write_text(bad, encoding="utf-8")
    (tmp_path / "bad.js").write_text(
        "const wide = document.querySelector('p:last-of-type');\n"
        "wide.style.width = '900px';\n"
        "try { wide.innerHTML = '<b>no</b>'; } catch (error) { console.error(error.message); }\n"
    )
    return served(tmp_path)


def test_a_sound_page_gives_no_complaint(address: str, visit: Visitor) -> None:
    seen = visit(f"{address}good.html", width=320)
    assert seen.page.locator("body").get_attribute("data-ran") == "yes"
    assert seen.requests == [f"{address}good.html", f"{address}good.js"]
    assert list(seen.strangers(address)) == []
    assert seen.complaints == []
    assert list(seen.axe_faults()) == []
    assert seen.overflow() == 0
    assert seen.printed_text() == "Example It is 5 °C."


def test_a_faulty_page_gives_a_complaint_for_each_fault(address: str, visit: Visitor) -> None:
    seen = visit(f"{address}bad.html", width=320)
    text = "\n".join(seen.complaints)
    for directive in ("img-src", "style-src", "TrustedHTML"):
        assert text.count(directive) >= 1, text
    assert [fault.split()[0] for fault in seen.axe_faults()] == ["image-alt"]
    assert seen.overflow() > 500


def test_a_request_to_another_place_is_a_stranger(address: str, visit: Visitor) -> None:
    seen = visit(f"{address}good.html")
    assert list(seen.strangers("http://127.0.0.1:1/")) == seen.requests


def test_a_page_can_be_seen_without_script(address: str, visit: Visitor) -> None:
    seen = visit(f"{address}good.html", java_script_enabled=False)
    assert seen.requests == [f"{address}good.html"]
    assert seen.page.locator("h1").inner_text() == "Example"
