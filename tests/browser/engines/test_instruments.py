"""The instruments of the walks notice, in each engine, what they are there to notice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.engines.engine import Engine, until
from tests.browser.engines.noted import COMPLAINTS
from tests.browser.engines.on_paper import seen_words, turn_to_paper
from tests.browser.engines.test_short_walks import OVERFLOW

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'"
STYLE = """.no-paper { color: red } .paper { display: none }
@media print { .no-paper { display: none } .paper { display: block }
  details::details-content { content-visibility: visible; display: block } }"""
BAD = """document.querySelector("p").style.width = "3000px";
try { document.body.innerHTML = "no"; } catch { console.warn("warned"); }
document.body.dataset.ran = "yes";
nowhere();"""


@pytest.fixture
def address(tmp_path: Path, noted: Callable[[Path], str]) -> str:
    page = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>Example</title>
<link rel="stylesheet" href="style.css"><script src="good.js" defer></script></head>
<body><p class="no-paper">screen</p><p class="paper">paper</p><p>both</p>
<details><summary>fold</summary><p>folded</p></details><input value="written"></body></html>"""
    (tmp_path / "style.css").write_text(STYLE)
    (tmp_path / "good.html").write_text(page)
    (tmp_path / "good.js").write_text('document.body.dataset.ran = "yes";')
    bad = page.replace("good.js", "bad.js").replace(
        "<p>both", '<img src="http://127.0.0.1:1/a.png"><p>both'
    )
    (tmp_path / "bad.html").write_text(bad)
    (tmp_path / "bad.js").write_text(BAD)
    return noted(tmp_path)


def test_a_sound_page_is_seen_as_it_is_on_screen_and_on_paper(engine: Engine, address: str) -> None:
    engine.open(f"{address}good.html")
    until(engine, "() => document.body.dataset.ran")
    assert (engine.ask(COMPLAINTS), engine.ask(OVERFLOW)) == ([], 0)
    assert seen_words(engine) == "screen both fold written"
    turn_to_paper(engine)
    assert seen_words(engine) == "paper both fold folded written"


def test_each_fault_of_a_page_is_a_complaint(engine: Engine, address: str) -> None:
    engine.open(f"{address}bad.html")
    until(engine, "() => document.body.dataset.ran")
    noted = "\n".join(engine.ask(COMPLAINTS))
    for words in ("policy: img-src", "trusted-types", "warn: warned", "nowhere"):
        assert words in noted
    assert engine.ask(OVERFLOW) > 1000
