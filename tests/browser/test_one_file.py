"""An aid and the clinician's page as one file each: from a disk, and in what shows attachments.

How large the files are is printed; what they may weigh stands here.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from gzip import compress
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Page, expect

from decisionaid.cli import cli
from decisionaid.site.first_view import hash_of
from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.back import SAYS as BACK
from tests.browser.back import WINDOW, back_window
from tests.browser.conftest import Visitor
from tests.browser.folder import FolderHandler
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.test_keeping import ASKS
from tests.browser.test_leaving import HELD
from tests.browser.test_ways import printed, taken
from tests.browser.tokens import (
    as_cameras_see,
    codes_in,
    record_in,
    record_in_file,
    screenshot,
    words_published,
)
from tests.browser.visit import Visit, comes_to
from tests.browser.walk import Walk, open_ways
from tests.conftest import ROOT
from tests.english import ENGLISH, script_texts
from tests.our_aids import EARS, KNEE, SLUGS, aid_of

# The files are made by one worker, once.
pytestmark = pytest.mark.xdist_group("one-file")
KB = 1000
MOST = 187.0
"""What an aid in one file may weigh, compressed, in kB; and the clinician's page with all aids:"""
MOST_CLINICIAN = 160.0
NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""What code hosts and the previews of mail programs send with a file of somebody: it may be looked at."""
SCRIPTS = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "sandbox allow-scripts allow-forms allow-modals"
)
"""What lets scripts run, in an origin that nothing else has: no storage, no downloads, no windows."""
STRICT = (
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:"
)
"""The same, and no form is sent either, nor anything printed."""


def bundled(most: float, *arguments: str) -> bytes:
    """Run the command for standard output; it says how large the file is, and that is no more than `most` kB."""
    done = CliRunner().invoke(cli, ["bundle", *arguments, "-o", "-"])
    assert done.exit_code == 0, done.stderr
    data = done.stdout_bytes
    pressed = len(compress(data, 9, mtime=0)) / KB
    said = f"Wrote standard output: {len(data) / KB:.1f} kB, {pressed:.1f} kB compressed"
    assert said in done.stderr
    assert pressed <= most
    return data


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write one file of each aid, and of the clinician's page; give their folder."""
    folder = tmp_path_factory.mktemp("files")
    for slug in SLUGS:
        (folder / f"{slug}.html").write_bytes(bundled(MOST, str(ROOT / "aids" / slug)))
    (folder / "clinician.html").write_bytes(
        bundled(MOST_CLINICIAN, "--clinician", str(ROOT / "aids"))
    )
    return folder


@pytest.fixture
def sent_with(files: Path) -> Iterator[Callable[[str], str]]:
    """Serve the files with a policy of somebody else's; give their address."""
    with ExitStack() as stack:

        def serve(policy: str) -> str:
            class Handler(FolderHandler):
                def end_headers(self) -> None:
                    self.send_header("Content-Security-Policy", policy)
                    super().end_headers()

            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(files)))
            server.daemon_threads = True
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield serve


def walked(seen: Visit, slug: str) -> Walk:
    """Walk through an aid, to its ways to hand over."""
    walk = Walk(seen.page, Answers(aid_of(slug)))
    walk.to_summary()
    open_ways(seen.page)
    return walk


@pytest.mark.parametrize("slug", by_turns(SLUGS, begin=3))
def test_a_whole_walk_from_a_disk_with_all_ways_to_hand_over(
    slug: str, files: Path, site: Site, visit: Visitor, tmp_path: Path
) -> None:
    path = files / f"{slug}.html"
    seen = visit(path.as_uri())
    page, walk = seen.page, walked(seen, slug)
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    file = walk.save(tmp_path)
    record = record_in_file(file, page)
    assert record is not None
    for token in (on_screen(page), *typed_and_copied(page), *codes_in(on_paper(page))):
        assert record_in(page, token, words_published(site.folder, slug)) == record
    expect(page.locator("[data-more-ways]")).to_contain_text(script_texts("ways")["link.alone"])
    assert asked_for(seen) == [path.as_uri()]
    assert seen.complaints == []

    clinician = files / "clinician.html"
    desk = visit(clinician.as_uri(), width=1280)
    desk.page.locator("#record-file").set_input_files(file)
    expect(desk.page.locator("#sheet .sheet")).to_contain_text(aid_of(slug).title)
    expect(desk.page.locator("#sheet .sheet")).to_contain_text(OWN_WORDS.split(",")[0])
    assert asked_for(desk) == [clinician.as_uri()]
    assert desk.complaints == []


def test_the_clinicians_file_has_its_made_up_records(files: Path, visit: Visitor) -> None:
    path = files / "clinician.html"
    seen = visit(path.as_uri(), width=1280)
    seen.page.locator("[data-examples]").click()
    expect(seen.page.locator("[data-panel]")).to_contain_text(
        script_texts("clinician")["practice.aid"]
    )
    expect(seen.page.locator("[data-problem]")).to_be_empty()
    assert seen.complaints == []
    assert list(seen.axe_faults()) == []


def test_where_no_script_may_run_all_of_it_is_readable(
    sent_with: Callable[[str], str], visit: Visitor
) -> None:
    seen = visit(f"{sent_with(NO_SCRIPTS)}{KNEE}.html", width=320)
    page = seen.page
    steps = page.locator("[data-step] h1")
    assert steps.count() == 9
    for step in steps.all():
        expect(step).to_be_visible()
    expect(page.locator("#evidence-inside > summary")).to_be_visible()
    link = page.locator("#compare a[href^='#evidence-source-']").first
    target = link.get_attribute("href") or ""
    link.click()
    expect(page.locator(target)).to_be_visible()
    expect(page.locator(target)).to_be_in_viewport()
    assert seen.overflow() == 0


def test_in_a_sandbox_without_storage_it_works_and_says_what_is_not_kept(
    sent_with: Callable[[str], str], site: Site, visit: Visitor
) -> None:
    seen = visit(f"{sent_with(SCRIPTS)}{EARS}.html")
    page = seen.page
    assert page.evaluate("() => origin") == "null"
    walk = Walk(page, Answers(aid_of(EARS)))
    walk.to_summary()
    open_ways(page)
    expect(page.locator("#aid > .message")).to_contain_text(script_texts("aid")["kept.denied"])
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    tokens = [on_screen(page), *typed_and_copied(page)]
    records = [record_in(page, each, words_published(site.folder, EARS)) for each in tokens]
    assert all(each == records[0] for each in records)
    assert records[0]["aid"]["id"] == EARS
    assert [
        each for each in seen.complaints if "ecurity Policy" in each or "exception" in each
    ] == []

    desk = visit(f"{sent_with(SCRIPTS)}clinician.html", width=1280)
    desk.page.locator("#code").fill(tokens[0])
    desk.page.locator("[data-code] button").click()
    expect(desk.page.locator("#sheet .sheet")).to_contain_text(aid_of(EARS).title)


def test_where_no_form_may_be_sent_codes_are_read_all_the_same_and_no_file_is_said_to_be_saved(
    sent_with: Callable[[str], str], visit: Visitor
) -> None:
    address = sent_with(STRICT)
    seen = visit(f"{address}{EARS}.html")
    page = seen.page
    walked(seen, EARS)
    token = on_screen(page)
    # What holds the page may keep a file from being saved, and does not say so: nor is it taken for handed over.
    page.locator("[data-save-file]").click()
    told = script_texts("ways")["file.unsure"].partition("{name}")[0].strip()
    expect(page.locator(".way-message").first).to_contain_text(told)
    comes_to(page, ASKS, expected=True)
    # Nor is anything printed, of which no event tells.
    page.locator("[data-print-summary]").filter(visible=True).first.click()
    expect(page.locator("[data-ways] > .way-message")).to_have_text(
        script_texts("ways")["print_not"]
    )
    assert page.evaluate("() => document.documentElement.dataset.print ?? ''") == ""
    by_key = visit(f"{address}{EARS}.html#summary")
    back_window(by_key.page).locator("#code").fill(token)
    by_key.page.keyboard.press("Enter")
    expect(by_key.page.locator(f"{WINDOW} h3")).to_have_text(BACK["done.title"])
    expect(by_key.page.locator("#summary")).to_contain_text(OWN_WORDS)
    desk = visit(f"{address}clinician.html", width=1280)
    desk.page.locator("#code").fill(token)
    desk.page.locator("[data-code] button").click()
    expect(desk.page.locator("#sheet .sheet")).to_contain_text(aid_of(EARS).title)
    desk.page.locator("[data-print]").click()
    expect(desk.page.locator("[data-problem]")).to_have_text(script_texts("clinician")["print_not"])
    said = [*seen.complaints, *by_key.complaints, *desk.complaints]
    assert [each for each in said if "Ignored call to 'print()'" not in each] == []


@pytest.mark.parametrize("saved_at", by_turns(["start", "values", "summary"], begin=1))
def test_saved_again_as_it_stands_an_aid_begins_as_it_was_made_and_works(
    saved_at: str, files: Path, visit: Visitor, tmp_path: Path
) -> None:
    """As by a browser's "Save page": what was said stands nowhere as if it were of now, and no part is missing."""
    first = visit((files / f"{KNEE}.html").as_uri())
    walk = Walk(first.page, Answers(aid_of(KNEE)))
    walk.to_summary()
    open_ways(first.page)
    expect(first.page.locator("#summary")).to_contain_text(OWN_WORDS)
    first.page.evaluate("(step) => { location.hash = step; }", saved_at)
    again = tmp_path / "saved.html"
    for _ in range(2):
        again.write_text(first.page.content(), "utf-8")
        seen = visit(again.as_uri())
        page = seen.page
        expect(page.locator("#aid > .message")).to_have_text(ENGLISH.say("saved_again"))
        assert page.evaluate(HELD) == []
        assert OWN_WORDS not in page.locator("main").text_content()  # type: ignore[operator]
        page.locator("#aid > .message").evaluate("(one) => one.remove()")
        assert fresh_words(seen) == fresh_words(visit((files / f"{KNEE}.html").as_uri()))
        walked(seen, KNEE)
        expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
        on_screen(page)
        # What scripts had set in style goes with what stood there before.
        assert [each for each in seen.complaints if "inline style" not in each] == []
        first = seen


def fresh_words(seen: Visit) -> str:
    """Return all words of a page on which nobody did anything, shown or not."""
    return " ".join((seen.page.locator(".page").text_content() or "").split())


def test_saved_again_with_a_window_open_an_aid_shows_none(
    files: Path, visit: Visitor, tmp_path: Path
) -> None:
    """What a window holds is the answers of somebody, and nobody could close it."""
    first = visit(f"{(files / f'{KNEE}.html').as_uri()}#summary")
    window = back_window(first.page)
    window.locator("h2").evaluate("(one) => { one.textContent = 'made up: said before'; }")
    again = tmp_path / "saved.html"
    again.write_text(first.page.content(), "utf-8")
    assert "made up: said before" in again.read_text("utf-8")
    page = visit(again.as_uri()).page
    expect(page.locator("#aid > .message")).to_have_text(ENGLISH.say("saved_again"))
    expect(page.locator("dialog.own-back")).to_have_count(0)
    assert "made up: said before" not in page.content()
    page.evaluate("() => { location.hash = 'summary'; }")
    back_window(page)


def test_in_a_file_nothing_is_said_of_a_link_to_lock(files: Path, visit: Visitor) -> None:
    page = visit((files / f"{KNEE}.html").as_uri()).page
    Walk(page, Answers(aid_of(KNEE))).to_summary()
    open_ways(page)
    expect(page.locator(".lock > summary")).to_have_text(script_texts("ways")["lock.title_alone"])
    assert "link" not in (page.locator(".lock").text_content() or "")


def test_saved_again_with_a_sheet_open_the_clinicians_page_shows_none(
    files: Path, visit: Visitor, tmp_path: Path
) -> None:
    def practice(page: Page) -> None:
        page.locator("[data-examples]").click()
        page.locator("[data-panel] button").first.click()
        expect(page.locator("#sheet .sheet")).to_be_visible()

    first = visit((files / "clinician.html").as_uri(), width=1280)
    practice(first.page)
    again = tmp_path / "saved.html"
    again.write_text(first.page.content(), "utf-8")
    seen = visit(again.as_uri(), width=1280)
    expect(seen.page.locator("#main > .message")).to_have_text(ENGLISH.say("saved_again"))
    expect(seen.page.locator("#sheet")).to_be_empty()
    expect(seen.page.locator("[data-open]")).to_be_hidden()
    practice(seen.page)
    assert seen.complaints == []


def test_it_says_one_policy_in_which_nothing_comes_from_anywhere(files: Path) -> None:
    for path in files.iterdir():
        text = path.read_text("utf-8")
        # Another one stands in a script, for the file that it saves.
        said, *_ = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        policy = dict(part.split(" ", 1) for part in said.split("; "))
        assert policy["default-src"] == policy["connect-src"] == policy["worker-src"] == "'none'"
        assert policy["img-src"] == "data:"
        assert policy["require-trusted-types-for"] == "'script'"
        assert policy["trusted-types"] == "'none'"
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        assert set(policy["script-src"].split()) == {hash_of(each) for each in scripts}
        # Nothing is fetched, and no link leads to a file that is not there.
        tags = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
        addresses = re.findall(r"""\s(?:src|href)=["']?([^"'\s>]+)""", tags)
        assert [
            each for each in addresses if not re.match(r"#|data:|https?:|tel:|mailto:", each)
        ] == []
        ids = re.findall(r"""\sid=["']?([^"'\s>]+)""", tags)
        assert len(ids) == len(set(ids))
        assert [each for each in addresses if each[0] == "#" and each[1:] not in ids] == []


def on_screen(page: Page) -> str:
    """Return what the square code on the screen says."""
    page.locator("[data-show-code]").click()
    (said,) = codes_in(screenshot(page, ".code-on-screen .square-code"))
    return said


def typed_and_copied(page: Page) -> tuple[str, str]:
    """Return the code to type, and the text, in which the code stands."""
    page.locator("[data-show-token]").click()
    (text,) = taken(page, "[data-copy-text]")
    return page.locator(".token").inner_text(), text


def on_paper(page: Page) -> Image.Image:
    """Return the printed summary as a camera sees it."""
    sheets = printed(page)
    page.evaluate("() => { delete document.documentElement.dataset.print; }")
    return dict(as_cameras_see(sheets))["turned at 200"]


def asked_for(seen: Visit) -> list[str]:
    """Return what a page asked for, but for what it made itself."""
    return [url for url in seen.requests if not url.startswith(("data:", "blob:"))]
