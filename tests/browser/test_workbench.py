"""The workbench of ``decisionaid serve``: the page and what is wrong with it follow what is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import expect

from decisionaid.compiler.starter import NAMES, Beginning, starter
from decisionaid.disk.aid_folder import AidFiles
from decisionaid.serve import Server
from decisionaid.serve.preview import Preview
from tests.browser.conftest import Visitor
from tests.browser.probes import faults_of
from tests.browser.site_fixtures import by_turns
from tests.site_examples import BROKEN, DAY, GOOD, write_aids

TITLE = "# Example condition: what can I do?"


@contextmanager
def watched(project: Path) -> Iterator[str]:
    """Serve a project and watch its files, as the command does; give the address."""
    stop = Event()
    with Server(Preview(project, project / "handbook"), 0) as server:
        threads = [
            Thread(target=server.serve_forever, args=(0.05,)),
            Thread(target=server.watch, args=(quiet, stop)),
        ]
        for thread in threads:
            thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            stop.set()
            server.changes.close()
            server.shutdown()
            for thread in threads:
                thread.join()


def quiet(aids: list[AidFiles], *, first: bool) -> None:
    """Say nothing of them."""
    del aids, first


def test_the_page_and_its_problems_follow_what_is_saved(visit: Visitor, tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    with watched(tmp_path) as address:
        seen = visit(f"{address}__workbench/one/", width=1280)
        page, inside = seen.page, seen.page.frame_locator("iframe")
        found, problems = page.locator("#found"), page.locator("#problems")
        expect(inside.locator("h1").first).to_have_text("Example condition: what can I do?")
        expect(found).to_contain_text("warnings")

        write_aids(aids, one=GOOD.replace(TITLE, "# Another title"))
        expect(inside.locator("h1").first).to_have_text("Another title")

        line = BROKEN.splitlines().index("## Your options {.optoins}") + 1
        write_aids(aids, one=BROKEN)
        expect(inside.locator("h1").first).to_have_text("The aid 'one' has errors")
        expect(found).to_contain_text("1 error")
        expect(problems.locator("li").first).to_contain_text(f"aids/one/index.md:{line}:")
        expect(problems).to_contain_text("An aid with errors has no page")

        problems.locator("a").first.focus()
        write_aids(aids, one=GOOD)
        expect(inside.locator("h1").first).to_have_text("Example condition: what can I do?")
        expect(found).not_to_contain_text("error")
        expect(problems.locator("a").first).to_be_focused()
        assert (seen.complaints, list(seen.strangers(address))) == ([], [])
        page.context.close()


def test_it_goes_on_at_the_step_of_the_aid_that_was_shown(visit: Visitor, tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", one=GOOD)
    with watched(tmp_path) as address:
        seen = visit(f"{address}__workbench/one/#values", width=1280)
        inside = seen.page.frame_locator("iframe")
        expect(inside.locator("#values")).to_be_visible()
        write_aids(aids, one=GOOD.replace("How important is this", "How much is this worth"))
        expect(inside.locator("#values")).to_contain_text("How much is this worth")
        expect(inside.locator("#start")).to_be_hidden()
        seen.page.get_by_role("link", name="Desktop").press("Enter")
        expect(seen.page.locator("iframe")).to_have_attribute("width", "1280")
        expect(inside.locator("#values")).to_be_visible()
        seen.page.context.close()


def test_the_view_of_print_has_the_styles_of_paper(visit: Visitor, tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", one=GOOD)
    with watched(tmp_path) as address:
        seen = visit(f"{address}__workbench/one/?view=paper", width=1440, color_scheme="dark")
        inside = seen.page.frame_locator("iframe")
        expect(inside.locator(".paper-head")).to_be_visible()
        for step in ("#start", "#values", "#summary"):
            expect(inside.locator(step)).to_be_visible()
        expect(inside.locator(".step-nav").first).to_be_hidden()
        expect(inside.locator("h1").first).to_have_css("color", "rgb(0, 0, 0)")
        seen.page.context.close()


@pytest.mark.parametrize("width", by_turns((320, 1280)))
def test_the_workbench_is_without_fault(width: int, visit: Visitor, tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", good=GOOD, bad=BROKEN)
    with watched(tmp_path) as address:
        for path in ("", "good/?view=phone", "good/?view=desktop", "bad/"):
            seen = visit(f"{address}__workbench/{path}", width=width)
            expect(seen.page.locator("main :is(.bench-problem, li > a)").first).to_be_visible()
            for fold in seen.page.locator("#length summary").all():
                fold.click()
            assert list(faults_of(seen)) == [], path
            assert (seen.complaints, list(seen.strangers(address))) == ([], [])
            seen.page.context.close()


def test_without_script_the_workbench_shows_page_and_problems(
    visit: Visitor, tmp_path: Path
) -> None:
    write_aids(tmp_path / "aids", good=GOOD)
    with watched(tmp_path) as address:
        seen = visit(f"{address}__workbench/good/", width=1280, java_script_enabled=False)
        seen.page.get_by_role("link", name="Large print").click()
        expect(seen.page.locator("#problems li").first).to_be_visible()
        inside = seen.page.frame_locator("iframe")
        expect(inside.locator("h1").first).to_have_text("Example condition: what can I do?")
        seen.page.context.close()


@pytest.mark.parametrize("template", by_turns(NAMES, at_once=2))
def test_a_new_draft_has_a_page_without_fault(
    template: str, visit: Visitor, tmp_path: Path
) -> None:
    begin = Beginning(condition="Example condition")
    write_aids(tmp_path / "aids", one=starter(begin, today=DAY, template=template))
    with watched(tmp_path) as address:
        seen = visit(f"{address}aids/one/", width=320, java_script_enabled=False)
        assert seen.overflow() == 0
        seen.page.context.close()
        seen = visit(f"{address}aids/one/#compare", width=320)
        expect(seen.page.locator("#compare")).to_be_visible()
        assert list(faults_of(seen)) == []
        assert (seen.complaints, list(seen.strangers(address))) == ([], [])
        seen.page.context.close()
