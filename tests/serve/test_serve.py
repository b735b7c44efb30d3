"""The preview shows what is true now, to this machine alone."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.compiler.explain import all_codes
from decisionaid.diagnostics import Harm
from decisionaid.disk.aid_folder import AidFiles, aid_files
from decisionaid.disk.aid_pages import View
from decisionaid.serve import Server
from decisionaid.serve.answers import kind_of
from decisionaid.serve.preview import Preview, stamp_of
from decisionaid.serve.workbench import workbench_page
from decisionaid.site import SiteError, assets
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.site_examples import BROKEN, GOOD, PICTURE, PNG, write_aids

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit


@dataclass
class Got:
    """An answer, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Browser:
    """Asks the server, without rewriting addresses as a real browser would."""

    port: int

    @contextmanager
    def asking(self, address: str, host: str = "127.0.0.1") -> Iterator[http.client.HTTPResponse]:
        """Ask, and give the answer while it comes."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.putrequest("GET", address, skip_host=True)
            connection.putheader("Host", f"{host}:{self.port}")
            connection.putheader("Connection", "close")
            connection.endheaders()
            with connection.getresponse() as answer:
                yield answer

    def ask(self, address: str, host: str = "127.0.0.1") -> Got:
        """Ask, and wait for the whole answer."""
        with self.asking(address, host) as answer:
            return Got(answer.status, dict(answer.getheaders()), answer.read())

    def page(self, address: str) -> LexborHTMLParser:
        """Return a page, parsed."""
        return LexborHTMLParser(self.ask(address).body)

    def title(self, address: str) -> str:
        """Return the words of a page's first heading."""
        heading = self.page(address).css_first("h1")
        return heading.text(strip=True) if heading else ""


def quiet(aids: list[AidFiles], *, first: bool) -> None:
    """Say nothing of them."""
    del aids, first


@contextmanager
def serving(project: Path, handbook: Path) -> Iterator[tuple[Server, Browser]]:
    """Serve a project, watching it, until the end of the block."""
    handbook.mkdir(exist_ok=True)
    stop = threading.Event()
    with Server(Preview(project, handbook), 0) as server:
        answering = threading.Thread(target=server.serve_forever, args=(0.05,))
        watching = threading.Thread(target=server.watch, args=(quiet, stop))
        answering.start()
        watching.start()
        try:
            yield server, Browser(server.server_address[1])
        finally:
            stop.set()
            server.changes.close()
            server.shutdown()
            answering.join()
            watching.join()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with an aid that is good and one that is broken."""
    write_aids(tmp_path / "project" / "aids", good=GOOD, bad=BROKEN)
    return tmp_path / "project"


@pytest.fixture
def browser(project: Path, tmp_path: Path) -> Iterator[Browser]:
    """Serve the project."""
    with serving(project, tmp_path / "handbook") as (_server, seen):
        yield seen


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/index.html",
        "/aids/good/",
        "/aids/good/evidence.html",
        "/aids/good/quality.html",
        "/aids/good/quality.json",
        "/clinician/",
        "/assets/aid.js",
    ],
)
def test_what_a_site_has_is_there(address: str, browser: Browser) -> None:
    assert browser.ask(address).status == 200


def test_pages_load_the_script_that_reloads_them_and_their_policy_allows_it(
    browser: Browser,
) -> None:
    for address in ("/", "/aids/good/", "/clinician/", "/aids/bad/"):
        answer = browser.ask(address)
        policy = str(answer.headers["Content-Security-Policy"])
        assert "connect-src 'self'" in policy
        assert "script-src 'self'" in policy
        page = LexborHTMLParser(answer.body)
        assert page.css_matches('head script[src="/__reload.js"]')


@pytest.mark.parametrize(
    "address", ["/", "/aids/good/", "/aids/bad/", "/nowhere/", "/assets/aid.css"]
)
def test_every_answer_has_the_headers_that_protect_it(address: str, browser: Browser) -> None:
    headers = browser.ask(address).headers
    assert "frame-ancestors 'self'" in str(headers["Content-Security-Policy"])
    assert "default-src 'none'" in str(headers["Content-Security-Policy"])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert str(headers["Content-Type"]).endswith("charset=utf-8")


def test_a_broken_aid_shows_its_problems_as_text(browser: Browser) -> None:
    page = browser.page("/aids/bad/")
    report = page.css_first("pre")
    assert report is not None
    assert "error DA011 unknown-role" in report.text()
    assert "## Your options {.optoins}" in report.text()


def test_what_an_author_wrote_is_never_markup_on_a_page_of_problems(
    browser: Browser, project: Path
) -> None:
    write_aids(project / "aids", bad=GOOD.replace("{.options}", "{.<img>} <b>x</b>"))
    page = browser.page("/aids/bad/")
    assert page.css("main b, main img") == []
    report = page.css_first("pre")
    assert report is not None
    assert "<b>x</b>" in report.text()


def test_the_home_page_leads_to_the_aids_that_have_a_page(browser: Browser) -> None:
    links = {a.attributes.get("href") for a in browser.page("/").css("a")}
    assert "aids/good/index.html" in links
    assert "aids/bad/index.html" not in links


def test_a_change_is_on_the_page_at_once(browser: Browser, project: Path) -> None:
    assert browser.title("/aids/good/") != "Another title"
    write_aids(
        project / "aids",
        good=GOOD.replace("# Example condition: what can I do?", "# Another title"),
    )
    assert browser.title("/aids/good/") == "Another title"
    write_aids(project / "aids", bad=GOOD, good=BROKEN)
    assert browser.title("/aids/good/") == "The aid 'good' has errors"
    assert browser.page("/aids/bad/").css_first("form") is not None


def test_a_picture_that_is_put_beside_the_aid_mends_it(browser: Browser, project: Path) -> None:
    write_aids(project / "aids", good=PICTURE)
    assert browser.title("/aids/good/") == "The aid 'good' has errors"
    (project / "aids/good/images").mkdir()
    (project / "aids/good/images/knee.png").write_bytes(PNG)
    answer = browser.ask("/aids/good/images/knee.png")
    assert (answer.status, answer.headers["Content-Type"], answer.body) == (200, "image/png", PNG)


def test_only_the_aid_that_changed_is_compiled_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []

    def counting(source: Source, *, today: date | None) -> Compiled:
        compiled.append(source.slug)
        return compile_aid(source, today=today)

    monkeypatch.setattr("decisionaid.disk.aid_folder.compile_aid", counting)
    preview = Preview(project, tmp_path)
    preview.answer("/")
    preview.answer("/clinician/")
    assert sorted(compiled) == ["bad", "good"]
    write_aids(project / "aids", bad=GOOD)
    preview.answer("/")
    preview.answer("/aids/good/")
    assert sorted(compiled) == ["bad", "bad", "good"]


STANDING = {
    date(2026, 3, 2): ("Up to date: next check by 1 March 2028.", ""),
    date(2028, 2, 1): ("Due for its check by 1 March 2028.", ""),
    date(2028, 3, 2): ("Late for its check since 1 March 2028.", "This aid is late for its check."),
    date(2029, 3, 2): ("Out of date since 1 March 2029.", "This aid is out of date."),
}


@pytest.mark.parametrize("day", STANDING)
def test_the_workbench_says_how_an_aid_stands_on_the_day_and_the_page_what_patients_see(
    day: date, project: Path, tmp_path: Path
) -> None:
    said, banner = STANDING[day]
    preview = Preview(project, tmp_path, lambda: day)
    for address in ("/__workbench/good/", "/__workbench/"):
        assert said in preview.answer(address).body.decode()
    for address in ("/aids/good/", "/aids/good/grid.html", "/aids/good/quality.html", "/"):
        text = re.sub(
            "<template.*?</template>", "", preview.answer(address).body.decode(), flags=re.DOTALL
        )
        assert [title for _said, title in STANDING.values() if title and title in text] == [
            each for each in (banner,) if each
        ], address


def test_the_workbench_says_how_a_broken_and_a_withdrawn_aid_stand(
    project: Path, tmp_path: Path
) -> None:
    gone = 'status: withdrawn\nwithdrawn: {date: 2026-03-01, reason: "A made-up newer review"}'
    write_aids(project / "aids", gone=GOOD.replace("status: draft", gone, 1))
    preview = Preview(project, tmp_path, lambda: date(2028, 3, 2))
    assert b"Late for its check" in preview.answer("/__workbench/bad/").body
    assert b"Withdrawn. Patients see a page" in preview.answer("/__workbench/gone/").body


BANNER = b'aria-label="How up to date this is"'
"""The banner that stands there, and not one that is kept for a later day."""


def test_when_another_day_begins_browsers_are_told_and_banners_are_there(
    project: Path, tmp_path: Path
) -> None:
    days = [date(2028, 3, 1)]
    (tmp_path / "handbook").mkdir()
    heard: list[bool] = []
    stop = threading.Event()

    def told(aids: list[AidFiles], *, first: bool) -> None:
        assert [aid.slug for aid in aids] == ["bad", "good"]
        heard.append(first)

    preview = Preview(project, tmp_path / "handbook", lambda: days[-1])
    with Server(preview, 0) as server:
        watching = threading.Thread(target=server.watch, args=(told, stop))
        assert BANNER not in preview.answer("/aids/good/").body
        watching.start()
        try:
            while not heard:
                stop.wait(0.01)
            days.append(date(2028, 3, 2))
            assert server.changes.wait(1, 30) > 1
            assert BANNER in preview.answer("/aids/good/").body
            while len(heard) < 2:
                stop.wait(0.01)
        finally:
            stop.set()
            server.changes.close()
            watching.join()
    assert heard == [True, True]


def test_an_aid_that_makes_us_fail_is_said_as_ours_and_the_others_go_on(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(folder: Path, aids: Path, view: View) -> AidFiles:
        if folder.name == "bad":
            raise ZeroDivisionError("made to fail")
        return aid_files(folder, aids, view)

    monkeypatch.setattr("decisionaid.serve.preview.aid_files", failing)
    preview = Preview(project, tmp_path)
    assert b"DA099" in preview.answer("/aids/bad/").body
    assert b"made to fail" in preview.answer("/__workbench/bad/").body
    assert b"<form" in preview.answer("/aids/good/").body


VIEWS_ASKED = {
    "": ("/aids/good/index.html", "390"),
    "?view=phone": ("/aids/good/index.html", "390"),
    "?view=small": ("/aids/good/index.html", "320"),
    "?view=desktop": ("/aids/good/index.html", "1280"),
    "?view=paper": ("/aids/good/index.html", "673"),
    "?view=large-print": ("/aids/good/large-print.html", "794"),
    "?view=grid": ("/aids/good/grid.html", "1123"),
    "?view=nonsense": ("/aids/good/index.html", "390"),
}


@pytest.mark.parametrize("query", VIEWS_ASKED)
def test_the_workbench_shows_the_page_of_a_view_in_a_frame_of_its_width(
    query: str, browser: Browser
) -> None:
    page = browser.page(f"/__workbench/good/{query}")
    frame = page.css_first("iframe")
    assert frame is not None
    shown = frame.attributes
    assert (shown.get("src"), shown.get("width")) == VIEWS_ASKED[query]
    assert browser.ask(str(shown.get("src"))).status == 200
    assert len(page.css("nav [aria-current]")) == 1


def test_the_workbench_names_file_and_line_and_says_why_and_what_to_write(
    browser: Browser,
) -> None:
    page = browser.page("/__workbench/bad/")
    first = page.css_first("li.bench-problem")
    assert first is not None
    words = " ".join(first.text().split())
    line = BROKEN.splitlines().index("## Your options {.optoins}") + 1
    assert f"aids/bad/index.md:{line}:" in words
    assert "no section has the role '.optoins'" in words
    assert "What to write: did you mean '.options'?" in words
    assert "Why: a section without its role would not do its work" in words
    marked = first.css_first("mark")
    assert marked is not None
    assert marked.text() == "optoins"
    status = page.css_first("[role=status]")
    assert status is not None
    assert status.text().startswith("1 error, ")


def test_the_reason_of_a_code_is_said_once_and_what_to_write_each_time(browser: Browser) -> None:
    page = browser.page("/__workbench/bad/")
    codes = [link.text() for link in page.css("#problems a")]
    assert len(codes) > len(set(codes))
    words = " ".join(part.text() for part in page.css("li.bench-problem"))
    assert words.count("Why:") == len(set(codes))
    assert words.count("What to write:") == len(codes)


def test_where_nothing_is_wrong_the_workbench_says_what_only_people_can_tell(
    browser: Browser,
) -> None:
    aids = ROOT / "aids"
    view = View(today=None, live=True, handbook=True)
    clean = aid_files(aids / "carpal-tunnel", aids, view)
    assert clean.diagnostics == ()
    words = "only people can tell"
    assert words in workbench_page(clean, "phone", view).decode()
    page = browser.page("/__workbench/bad/")
    assert words not in page.text()
    assert {"/aids/bad/evidence.html", "/aids/bad/quality.html"} <= {
        link.attributes["href"] for link in page.css("header a")
    }


def test_in_place_of_a_page_with_errors_stand_words_and_the_messages_folded_away(
    browser: Browser,
) -> None:
    page = browser.page("/aids/bad/")
    link = page.css_first("main a")
    assert link is not None
    assert (link.attributes["href"], link.attributes["target"]) == ("/__workbench/bad/", "_top")
    report = page.css_first("details:not([open]) pre")
    assert report is not None
    assert "DA011" in report.text()


def test_errors_stand_first_then_the_worst_for_patients_then_in_the_order_of_the_text(
    browser: Browser,
) -> None:
    page, worst = browser.page("/__workbench/bad/"), list(Harm)
    seen = [
        (
            strong.text() != "Error",
            worst.index(all_codes()[link.text().split()[0]].harm),
            int(place.text().rsplit(":", 2)[1]),
        )
        for strong, place, link in zip(
            page.css(".bench-place strong"),
            page.css(".bench-place code"),
            page.css("#problems a"),
            strict=True,
        )
    ]
    assert len(seen) > 5
    assert seen == sorted(seen)


def test_what_an_author_wrote_is_never_markup_in_the_workbench(
    browser: Browser, project: Path
) -> None:
    write_aids(project / "aids", bad=GOOD.replace("{.options}", "{.<img>} <b>x</b>"))
    page = browser.page("/__workbench/bad/")
    assert page.css("main b, main img") == []
    assert "<b>x</b>" in page.css_first("#problems").text()  # type: ignore[union-attr]


def test_a_code_in_the_workbench_leads_to_what_it_means(browser: Browser) -> None:
    for link in browser.page("/__workbench/bad/").css("#problems a"):
        address = str(link.attributes.get("href"))
        page = browser.page(address)
        report = page.css_first("pre")
        assert report is not None, address
        assert "## Why it matters" in report.text()


def test_the_list_of_the_workbench_leads_to_every_aid_with_or_without_a_page(
    browser: Browser,
) -> None:
    page = browser.page("/__workbench/")
    links = [str(link.attributes.get("href")) for link in page.css("main a")]
    assert links == ["/__workbench/bad/", "/__workbench/good/"]
    assert "1 error" in page.css_first("main").text()  # type: ignore[union-attr]


def test_a_page_may_be_framed_by_us_and_the_workbench_by_nobody(browser: Browser) -> None:
    for address in ("/__workbench/", "/__workbench/good/", "/__workbench/bad/?view=grid"):
        policy = str(browser.ask(address).headers["Content-Security-Policy"])
        assert "frame-ancestors 'none'" in policy
        assert "frame-src 'self'" in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe" not in policy
    assert "frame-src" not in str(browser.ask("/aids/good/").headers["Content-Security-Policy"])


@pytest.mark.parametrize(
    "address",
    ["/__workbench/nowhere/", "/__workbench/good/more/", "/__workbench/..%2fgood/", "/__explain/DA1/",
     "/__explain/", "/__other/"],
)  # fmt: skip
def test_what_the_workbench_does_not_have_is_not_there(address: str, browser: Browser) -> None:
    assert browser.ask(address).status == 404


def test_no_build_hands_on_what_the_workbench_loads(browser: Browser) -> None:
    assert browser.ask("/__workbench.js").status == 200
    assert browser.ask("/__workbench.css").status == 200
    assert [name for name in assets() if "workbench" in name] == []
    assert browser.ask("/assets/workbench/workbench.js").status == 404


def test_those_that_changed_are_told_and_no_others(project: Path, tmp_path: Path) -> None:
    preview = Preview(project, tmp_path)
    before = preview.stamp()
    write_aids(project / "aids", good=GOOD + "\nMore words.\n", new=GOOD)
    assert [aid.slug for aid in preview.changed(before, preview.stamp())] == ["good", "new"]
    assert preview.changed(before, before) == []


def test_links_that_lead_round_and_links_to_nothing_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    (tmp_path / "here.md").write_text("words", encoding="utf-8")
    assert [Path(path).name for path in stamp_of(tmp_path)] == ["here.md"]


@contextmanager
def events(browser: Browser) -> Iterator[Iterator[str]]:
    """Give the data of each event, as it comes."""
    with browser.asking("/__changes") as stream:
        assert stream.headers["Content-Type"] == "text/event-stream"
        lines = iter(stream.readline, b"")
        yield (line.decode()[6:].strip() for line in lines if line.startswith(b"data: "))


def test_browsers_are_told_of_a_change(browser: Browser, project: Path) -> None:
    with events(browser) as told:
        first = next(told)
        write_aids(project / "aids", good=GOOD + "\nMore words.\n")
        assert next(told) != first


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.txt",
        "/aids/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/aids/good/..%2f..%2f..%2fsecret.txt",
        "/aids/good/index.md",
        "/aids/..%5csecret.txt",
        "//etc/passwd",
        "//example.org/",
        "/%00",
    ],
)
def test_nothing_outside_the_site_is_shown(address: str, browser: Browser, project: Path) -> None:
    (project.parent / "secret.txt").write_text("a secret", encoding="utf-8")
    (project / "secret.txt").write_text("a secret", encoding="utf-8")
    answer = browser.ask(address)
    assert answer.status == 404
    assert b"a secret" not in answer.body


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", ""])
def test_a_name_from_elsewhere_is_not_answered(host: str, browser: Browser) -> None:
    answer = browser.ask("/aids/good/", host=host)
    assert answer.status == 421
    assert b"<form" not in answer.body


def test_an_address_without_its_slash_leads_to_the_page(browser: Browser) -> None:
    answer = browser.ask("/aids/good")
    assert (answer.status, answer.headers["Location"]) == (302, "/aids/good/")


def test_a_port_that_is_taken_is_said_with_one_that_is_free(project: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(
            SiteError, match=rf"Port {port} is taken\. Try: decisionaid serve --port \d"
        ):
            Server(Preview(project, tmp_path), port)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.webp", "image/webp"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_each_file_has_its_media_type(name: str, kind: str) -> None:
    assert kind_of(name) == kind


CONFIGURATION = """\
site_name: Example
docs_dir: site
theme: {name: material, font: false}
plugins: [decisionaid]
"""


def wait_for(browser: Browser, true: Callable[[], bool]) -> None:
    """Wait until something is true; each event from the server is a reason to look again."""
    with events(browser) as told:
        assert any(true() for _event in told), "the server closed the stream"


def test_the_handbook_is_built_and_built_again_when_it_changes(
    project: Path, tmp_path: Path
) -> None:
    (project / "site").mkdir()
    (project / "site/guide.md").write_text("# Guide\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    with serving(project, tmp_path / "handbook") as (_server, browser):
        wait_for(browser, lambda: browser.title("/guide/") == "Guide")
        assert browser.page("/guide/").css_matches('script[src="/__reload.js"]')
        (project / "site/guide.md").write_text("# Changed guide\n", encoding="utf-8")
        wait_for(browser, lambda: browser.title("/guide/") == "Changed guide")
        (project / "site/guide.md").write_text("# Guide\n\n[Lost](nowhere.md)\n", encoding="utf-8")
        wait_for(browser, lambda: browser.title("/guide/") == "The handbook could not be built")
        assert browser.title("/aids/bad/") == "The aid 'bad' has errors"
    assert len(list((tmp_path / "handbook").iterdir())) <= 2


@pytest.fixture
def heeding_ctrl_c() -> Iterator[None]:
    """Let processes heed Ctrl-C, also where the tests run in the background of a shell that ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding_ctrl_c")
def test_ctrl_c_ends_it_quietly(project: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "decisionaid", "serve", "--port", "0", "--no-open"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("The site is at http://127.0.0.1:")
        assert process.stdout.readline().endswith("/__workbench/\n")
        assert "The handbook is left out" in process.stdout.readline()
        while not process.stdout.readline().startswith("Found "):
            pass
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == ""
    assert process.returncode == 0
