"""The probes notice what they are there to notice."""

from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import Visitor
from tests.browser.probes import CUT, SMALL, first_and_last_figure, spaced_faults
from tests.browser.walk import STOP

STYLE = """
.tight { height: 1.5rem; overflow: hidden }
.small { width: 10px; height: 10px; padding: 0; border: 0 }
.icon-array { width: 200px; height: 200px; display: block }
label { display: block; padding: 8px }
a:focus { outline: 3px solid }
.bare:focus { outline: none }
.lid { position: fixed; inset: auto 0 0; height: 90px; background: white }
"""
PAGE = f"""<!doctype html><html lang="en"><title>Example</title><style>{STYLE}</style>
<main><h1>Example</h1>
<p>A <a href="#x">link in a sentence</a> is no small target.</p>
<p class="tight">One line of words, which is as long as the page is wide or a little longer still.</p>
<button class="small">x</button>
<label><input type="radio" name="r" value="1"> words that are part of the target</label>
<svg class="icon-array" viewBox="0 0 100 100"><rect width="10" height="10"/></svg>
<p><a class="bare" href="#bare">no ring</a></p>
<p><a class="last" href="#last">covered</a></p>
</main><div class="lid">lid</div></html>"""


def test_the_probes_notice_each_fault(
    visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    seen = visit(served(tmp_path), width=320, height=560)
    assert ["small" in target for target in seen.page.evaluate(SMALL)] == [True]
    assert seen.page.evaluate(CUT) != []
    assert spaced_faults(seen) != []
    affected, spared = first_and_last_figure(seen.page)
    assert spared - affected > 100


def test_a_stop_of_the_focus_tells_what_is_wrong_with_it(
    visit: Visitor, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    page = PAGE.replace('<p><a class="last"', '<p tabindex="2">first</p><p><a class="last"')
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    seen = visit(served(tmp_path), width=320, height=560)
    stops = []
    for _ in range(6):
        seen.page.keyboard.press("Tab")
        stops.append(seen.page.evaluate(STOP))
    first, sentence, _, _, bare, last = stops
    assert first["words"] == "first"
    assert not sentence["inOrder"]
    assert not sentence["below"]
    assert sentence["rings"]
    assert not bare["rings"]
    assert not last["seen"]
