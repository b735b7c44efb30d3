"""Pages that were opened once work without network, and a newer version is taken whole, by the person.

Without network means that the server is gone. Each test serves a copy of its own, so that it can change it.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from decisionaid.site import build_site
from tests.browser.answers import OWN_QUESTION, OWN_WORDS, Answers
from tests.browser.conftest import Visitor
from tests.browser.handed_over import HandedOver
from tests.browser.host import Host, changed, title_of
from tests.browser.site_fixtures import Site, by_turns
from tests.browser.visit import Visit
from tests.browser.walk import Walk, open_ways
from tests.conftest import ROOT
from tests.english import ENGLISH
from tests.our_aids import EARS, SLUGS

KEPT = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === "activated" && !!navigator.serviceWorker.controller;
}"""
WAITING = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.waiting !== null && registration?.waiting !== undefined;
}"""
HELD = """async () => {
  const held = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    held[name] = (await cache.keys()).map(({ url }) => url);
  }
  return held;
}"""
UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update(); }"
TRY_UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const done = new Promise((resolve) => registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state !== "installing" && resolve(worker.state));
  }));
  await registration.update();
  return done;
}"""


Window = Callable[[str], Visit]


@pytest.fixture
def host(site: Site, tmp_path: Path) -> Iterator[Host]:
    """Give the site of the project's aids on a server of its own, in a folder of its address."""
    folder = tmp_path / "place"
    shutil.copytree(site.folder, folder)
    with Host(folder) as up:
        yield up


@pytest.fixture
def window(chromium: Browser) -> Iterator[Window]:
    """Open windows that share what is kept on the device."""
    with ExitStack() as stack:
        context = chromium.new_context(viewport=ViewportSize(width=390, height=844))
        stack.callback(context.close)
        context.set_default_timeout(15_000)

        def open_at(address: str) -> Visit:
            seen = Visit(context.new_page())
            seen.page.goto(address)
            return seen

        yield open_at


def kept(seen: Visit) -> Visit:
    """Wait until a page is kept on the device."""
    until(seen.page, KEPT)
    return seen


def until(page: Page, question: str) -> None:
    """Wait until a page answers a question with yes; what it answers is a promise."""
    for _ in range(150):
        if page.evaluate(question):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never so: {question}")


def listed_in(worker: Path) -> dict[str, Any]:
    """Return what a worker says that it holds."""
    first, _ = worker.read_text("utf-8").split(";\n", 1)
    held: dict[str, Any] = json.loads(first.removeprefix("const HELD="))
    return held


def test_an_aid_works_without_network_from_its_first_page_to_the_hand_over(
    host: Host, site: Site, window: Window, tmp_path: Path
) -> None:
    address = f"{host.address}aids/{EARS}/"
    first = kept(window(address))
    assert first.complaints == []
    first.page.close()
    host.down()
    seen = window(address)
    page, walk = seen.page, Walk(seen.page, Answers(site.aids[EARS]))
    walk.to_summary()
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    saved = walk.save(tmp_path)
    assert OWN_WORDS.split(",")[0] in saved.read_text("utf-8")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.locator("[data-print-summary]").click()
    page.wait_for_function("() => window.printed === true")
    assert seen.complaints == []
    assert seen.strangers(host.address) == []
    for name in ("evidence", "large-print", "grid"):
        page.goto(f"{address}{name}.html")
        expect(page.locator("h1").first).to_be_visible()
    page.goto(f"{address}#values")
    page.reload()
    walk.expect_kept()


def test_nothing_that_a_person_types_is_kept_with_the_pages(
    host: Host, site: Site, window: Window
) -> None:
    seen = kept(window(f"{host.address}aids/{EARS}/"))
    before = seen.page.evaluate(HELD)
    Walk(seen.page, Answers(site.aids[EARS])).to_summary()
    open_ways(seen.page)
    assert seen.page.evaluate(HELD) == before
    (names,) = before.values()
    assert len(names) == len(listed_in(host.folder / f"aids/{EARS}/worker.js")["whole"])
    for name in names:
        assert (host.root / name.split("/", 3)[3]).is_file()


def test_an_update_in_the_middle_of_a_walk_waits_until_the_person_takes_it(
    host: Host, site: Site, window: Window, tmp_path: Path
) -> None:
    seen = kept(window(f"{host.address}aids/{EARS}/"))
    page, walk = seen.page, Walk(seen.page, Answers(site.aids[EARS]))
    old, new = title_of(EARS), "# Example condition: another title"
    walk.answer("start")
    page.goto(f"{host.address}aids/{EARS}/#values")
    walk.answer("values")
    changed(host, tmp_path, (old, new))
    page.evaluate(UPDATE)
    line = page.locator("main > .message")
    expect(line).to_contain_text(ENGLISH.say("offline_newer"))
    expect(page.locator("#status")).to_have_text(ENGLISH.say("offline_newer"))
    # The walk goes on with its own version, later scripts and words too, also when the new one is on the device.
    page.reload()
    assert page.title().endswith(old.removeprefix("# "))
    expect(line).to_contain_text(ENGLISH.say("offline_newer"))
    page.goto(f"{host.address}aids/{EARS}/#summary")
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    open_ways(page)
    with page.expect_event("load"):
        line.get_by_role("link").click()
    expect(line).to_have_count(0)
    assert page.title().endswith(new.removeprefix("# "))
    expect(page.locator("#summary")).to_contain_text(OWN_WORDS)
    assert len(page.evaluate(HELD)) == 1
    assert seen.complaints == []


def test_with_another_tab_open_a_newer_version_is_not_taken(
    host: Host, window: Window, tmp_path: Path
) -> None:
    address = f"{host.address}aids/{EARS}/"
    first, second = kept(window(address)).page, kept(window(address)).page
    old, new = title_of(EARS), "# Example condition: another title"
    changed(host, tmp_path, (old, new))
    second.evaluate(UPDATE)
    for page in (first, second):
        expect(page.locator("main > .message")).to_contain_text(ENGLISH.say("offline_newer"))
    second.locator("main > .message a").click()
    expect(second.locator("main > .message p")).to_have_text(ENGLISH.say("offline_elsewhere"))
    assert len(first.evaluate(HELD)) == 2
    first.close()
    with second.expect_event("load"):
        second.locator("main > .message a").click()
    assert second.title().endswith(new.removeprefix("# "))


@pytest.mark.parametrize("fault", by_turns(["cut", "fails", "another"]))
def test_an_update_that_comes_in_part_leaves_the_old_version_whole(
    host: Host, window: Window, tmp_path: Path, fault: str
) -> None:
    address = f"{host.address}aids/{EARS}/"
    page = kept(window(address)).page
    before = page.evaluate(HELD)
    (name,) = before
    old, new = title_of(EARS), "# Example condition: another title"
    changed(host, tmp_path, (old, new))
    words = host.folder / f"aids/{EARS}/words.js"
    right = words.read_bytes()
    if fault == "another":
        # A host that still has the old file of one name.
        words.write_bytes(right + b"\n")
    else:
        getattr(host, fault).add("/words.js")
    assert page.evaluate(TRY_UPDATE) == "redundant"
    expect(page.locator("main > .message")).to_have_count(0)
    held = page.evaluate(HELD)
    assert sorted(held[name]) == sorted(before[name])
    host.down()
    page.close()
    page = window(address).page
    assert page.title().endswith(old.removeprefix("# "))
    page.goto(f"{address}evidence.html")
    expect(page.locator(".step-count")).to_have_text(old.removeprefix("# "))
    host.up()
    getattr(host, fault, set()).clear()
    words.write_bytes(right)
    asked = len(host.asked)
    page.goto(address)
    expect(page.locator("main > .message")).to_contain_text(ENGLISH.say("offline_newer"))
    # What had come already is not fetched again.
    assert not any(each.endswith("/evidence.html") for each in host.asked[asked:])
    with page.expect_event("load"):
        page.locator("main > .message a").click()
    assert page.title().endswith(new.removeprefix("# "))


def test_the_pages_around_a_plan_and_the_clinicians_page_work_without_network_once_opened(
    host: Host, window: Window, handed_over: Callable[[str], HandedOver]
) -> None:
    file = handed_over(EARS).file
    plan = kept(window(f"{host.address}plan/"))
    # Words of an aid are kept once they were asked for.
    with plan.page.expect_response("**/plan-words.js"):
        plan.page.locator("#record-file").set_input_files(file)
    expect(plan.page.locator("#plan")).to_contain_text(OWN_QUESTION)
    kept(window(f"{host.address}clinician/")).page.close()
    plan.page.close()
    host.down()
    desk = window(f"{host.address}clinician/")
    desk.page.locator("#record-file").set_input_files(file)
    expect(desk.page.locator("#sheet .sheet")).to_contain_text(OWN_WORDS.split(",")[0])
    again = window(f"{host.address}plan/")
    with again.page.expect_response("**/plan-words.js") as words:
        again.page.locator("#record-file").set_input_files(file)
    assert words.value.ok
    expect(again.page.locator("#plan")).to_contain_text(OWN_QUESTION)
    prepare = window(f"{host.address}plan/prepare/")
    with prepare.page.expect_response("**/prepare-code.js") as answered:
        prepare.page.locator("textarea").filter(visible=True).first.fill("I sleep badly")
    assert answered.value.ok
    assert [seen.complaints for seen in (desk, again, prepare)] == [[], [], []]


def test_a_newer_clinicians_page_is_told_with_a_warning_of_what_is_open(
    host: Host, window: Window, tmp_path: Path
) -> None:
    seen = kept(window(f"{host.address}clinician/"))
    changed(host, tmp_path, (title_of(EARS), "# Example condition: another title"))
    seen.page.evaluate(UPDATE)
    line = seen.page.locator("main > .message")
    expect(line).to_contain_text(ENGLISH.say("offline_newer_page"))
    assert list(seen.axe_faults()) == []


WITHDRAWN = "status: withdrawn\nwithdrawn: {date: 2026-11-25, reason: Made up for a test}"


def test_a_withdrawn_aid_says_so_to_whoever_has_begun_and_goes_with_the_next_opening(
    host: Host, site: Site, window: Window, tmp_path: Path
) -> None:
    address = f"{host.address}aids/{EARS}/"
    begun = kept(window(address)).page
    Walk(begun, Answers(site.aids[EARS])).answer("start")
    changed(host, tmp_path, ("status: demonstration", WITHDRAWN))
    begun.evaluate(UPDATE)
    line = begun.locator("main > .message")
    expect(line).to_contain_text(ENGLISH.say("offline_ended"))
    expect(line.get_by_role("link")).to_have_text(ENGLISH.say("offline_take_ended"))
    expect(begun.locator("#start")).to_be_visible()
    begun.close(run_before_unload=False)
    # Nobody is using it: the next who opens it is shown the page of today.
    fresh = window(address).page
    expect(fresh.locator("h1")).to_contain_text("withdrawn")
    assert fresh.locator("[data-step]").count() == 0


def test_a_withdrawn_aid_leaves_the_screen_of_somebody_who_only_looks(
    host: Host, window: Window, tmp_path: Path
) -> None:
    page = kept(window(f"{host.address}aids/{EARS}/")).page
    changed(host, tmp_path, ("status: demonstration", WITHDRAWN))
    with page.expect_event("load"):
        page.evaluate(UPDATE)
    expect(page.locator("h1")).to_contain_text("withdrawn")


def test_what_is_no_longer_on_its_site_is_not_shown_when_there_is_a_network(
    host: Host, window: Window
) -> None:
    address = f"{host.address}aids/{EARS}/"
    page = kept(window(address)).page
    gone = host.folder / "aids" / EARS
    gone.rename(host.root / "aside")
    # Found out on opening, said there, and heeded on the next: without network it is still there in between.
    page.goto(address)
    expect(page.locator("main > .message")).to_have_text(ENGLISH.say("offline_gone"))
    assert page.locator("main > .message a").count() == 0
    until(page, "async () => (await caches.match('?gone')) !== undefined")
    host.down()
    page.goto(f"{address}evidence.html")
    expect(page.locator("h1")).to_be_visible()
    page.goto(address)
    expect(page.locator("#start")).to_be_visible()
    # What nobody could find out now is not said.
    assert page.locator("main > .message").count() == 0
    host.up()
    answer = page.goto(address)
    assert answer
    assert answer.status == 404
    assert page.evaluate("async () => (await caches.keys()).length") == 0
    (host.root / "aside").rename(gone)
    page.goto(address)
    expect(page.locator("#start")).to_be_visible()


def test_a_site_that_keeps_nothing_takes_away_what_was_kept(host: Host, window: Window) -> None:
    address = f"{host.address}aids/{EARS}/"
    page = kept(window(address)).page
    build_site(ROOT / "aids", host.folder, offline=False)
    page.evaluate(UPDATE)
    until(page, WAITING)
    # A busy browser lets the new one begin only some time after the last page was left.
    for _ in range(10):
        page.goto("about:blank")
        page.wait_for_timeout(500)
        page.goto(address)
        if page.evaluate("async () => (await caches.keys()).length === 0"):
            break
    until(page, "async () => (await caches.keys()).length === 0")
    page.goto(address)
    until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert "offline.js" not in (host.folder / f"aids/{EARS}/index.html").read_text("utf-8")


def test_it_is_asked_for_when_the_page_is_ready_and_only_for_what_was_opened(
    host: Host, window: Window
) -> None:
    seen = kept(window(f"{host.address}aids/{EARS}/"))
    paths = [path.removeprefix("/place/") for path in host.asked]
    assert paths[:3] == [f"aids/{EARS}/", "assets/offline.js", f"aids/{EARS}/worker.js"]
    assert [each for each in paths if each.startswith(("plan/", "clinician/"))] == []
    assert [each for each in paths if any(slug in each for slug in SLUGS if slug != EARS)] == []
    scopes = seen.page.evaluate(
        "async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)"
    )
    assert scopes == [f"{host.address}aids/{EARS}/"]


REFUSED = "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('no'))"


@pytest.mark.parametrize("how", by_turns([REFUSED, "delete Navigator.prototype.serviceWorker"]))
def test_where_it_is_forbidden_the_page_works_as_before(
    host: Host, site: Site, visit: Visitor, how: str
) -> None:
    seen = visit("about:blank", with_worker=True)
    seen.page.add_init_script(how)
    seen.page.goto(f"{host.address}aids/{EARS}/")
    Walk(seen.page, Answers(site.aids[EARS])).to_summary()
    expect(seen.page.locator("#summary")).to_contain_text(OWN_WORDS)
    assert seen.complaints == []
