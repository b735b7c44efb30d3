"""Try to lose answers, or a plan, that a page showed as saved: random faults in memory, and in a real Chromium.

Run by hand: ``python -m bench.keeping``. In memory the pages' own scripts run against a database and a
storage that can fail at any call, and whose tabs and browser can be killed between any two steps; runs are
cheap, and each comes out the same for its seed. In Chromium the built page runs, its tab or the whole
browser is killed 0 to 1,000 ms after an answer, and the person comes back to the same profile.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, Final

import rich_click as click
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from decisionaid.site import build_site
from tests.browser.chromium import QUIET, chromium_there
from tests.browser.folder import folder_served
from tests.conftest import ROOT
from tests.in_node import made_in_node
from tests.our_aids import EARS

SECONDS: Final = 1000
FAULTS: Final[tuple[str, ...]] = (
    "browser killed", "tab killed", "reload", "second tab", "duplicated tab", "k-th call fails",
    "storage full", "storage forbidden", "clock moved", "hostile state", "aid changed",
)  # fmt: skip

PLAN_FAULTS: Final = tuple(each for each in FAULTS if each != "aid changed")
"""A plan has its own words in it: it does not change when an aid does."""

# What the form holds, and what the copy of a plan says; and what it was when "saved" was shown last.
ANSWERS = """
window.held = () =>
  [...document.querySelectorAll("#aid input:checked")].map((one) => `${one.name}=${one.value}`).sort();
"""
PLAN = """
window.held = () =>
  [...new Set(document.querySelector("#paper")?.textContent.match(/word-\\d+/g) ?? [])].sort();
"""
WATCH = """
window.lastSaved = null;
window.complaints = [];
addEventListener("error", (event) => complaints.push(String(event.message)));
addEventListener("unhandledrejection", (event) => complaints.push(String(event.reason)));
const noted = () => {
  if (document.querySelector("[data-where]")?.dataset.kept === "saved") window.lastSaved = held();
};
const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ["data-kept"] };
new MutationObserver(noted).observe(document, watched);
"""
# Each call of a store is counted, and one of them fails, or all.
FAIL = """
((at, name) => {
  let calls = 0;
  const fails = () => {
    calls += 1;
    if (at !== 0 && calls !== at) return;
    throw new DOMException("made to fail", name);
  };
  const wrap = (of, call) => {
    const own = of[call];
    of[call] = function (...given) { fails(); return own.apply(this, given); };
  };
  for (const call of ["open", "deleteDatabase"]) wrap(IDBFactory.prototype, call);
  wrap(IDBDatabase.prototype, "transaction");
  for (const call of ["get", "put", "delete"]) wrap(IDBObjectStore.prototype, call);
  for (const call of ["getItem", "setItem", "removeItem"]) {
    const own = Storage.prototype[call];
    Storage.prototype[call] = function (...given) {
      if (this === window.localStorage) fails();
      return own.apply(this, given);
    };
  }
})"""
# What is stored, beside that something was cleared.
STORED = """async () => Object.keys(localStorage).filter((name) => name !== "decisionaid.cleared").length
  + sessionStorage.length + (await indexedDB.databases()).length"""
HOSTILE: Final = (
    "",
    "{",
    "[]",
    "null",
    '{"__proto__":{"format":"decisionaid.kept/1"}}',
    "x" * 4_000_000,
)


@dataclass
class Seen:
    """What came of runs; ``lost`` and ``ofAnother`` and ``beforeChoice`` must stay empty."""

    runs: int = 0
    shown_as_saved: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    of_another: list[str] = field(default_factory=list)
    before_choice: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class OwnBrowser:
    """A Chromium with a profile of its own, that can be killed as a whole and started again."""

    def __init__(self, playwright: Playwright, path: Path, profile: Path) -> None:
        """Start it."""
        self.playwright, self.path, self.profile = playwright, path, profile
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start it with the profile as it is."""
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        self.process = subprocess.Popen(
            [
                str(self.path), "--headless", "--remote-debugging-port=0", f"--user-data-dir={self.profile}",
                *QUIET, *(["--no-sandbox"] if is_root else []), "about:blank",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        until = time.monotonic() + 30
        while not (port_file.is_file() and port_file.read_text().count("\n")):
            if time.monotonic() > until:
                raise TimeoutError("the browser did not start")
            time.sleep(0.02)
        port = port_file.read_text().split("\n")[0]
        self.browser: Browser = self.playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{port}"
        )

    @property
    def context(self) -> BrowserContext:
        """Its one context: that of the profile."""
        return self.browser.contexts[0]

    def open(self, address: str, *scripts: str) -> Page:
        """Open a tab that is watched; one of the scripts says what it holds."""
        page = self.context.new_page()
        page.set_default_timeout(8 * SECONDS)
        for script in (*scripts, WATCH):
            page.add_init_script(script)
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        return page

    def kill(self) -> None:
        """End all its processes at once, as a phone does that needs the memory."""
        if self.process is None:
            return
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None
        with suppress(Error):
            self.browser.close()

    def kill_tabs(self) -> None:
        """End the processes that draw pages; the browser itself goes on."""
        found = self.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        for each in found["processInfo"]:
            if each["type"] == "renderer":
                os.kill(each["id"], signal.SIGKILL)

    def restart(self) -> None:
        """Kill it and start it again."""
        self.kill()
        self.start()


class Runs:
    """Random runs in one browser; each begins with nothing kept."""

    path: ClassVar = f"aids/{EARS}/"
    key: ClassVar = f"decisionaid.kept/{EARS}"
    holds: ClassVar = ANSWERS

    def __init__(self, own: OwnBrowser, site: str, folder: Path, seed: int) -> None:
        """Keep the address of the site, and the folder that it is served from."""
        self.own, self.site, self.folder = own, site, folder
        self.address = f"{site}{self.path}"
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.seen = Seen()

    def run(self, fault: str) -> None:
        """One person, one fault."""
        self.seen.runs += 1
        self.seen.faults[fault] += 1
        page = self.open()
        if stored := page.evaluate(STORED):
            self.seen.before_choice.append(f"{fault}: {stored}")
        self.keep(page)
        self.answer(page)
        wait_until_saved(page)
        page = getattr(self, "_" + fault.replace(" ", "_").replace("-", "_"))(page)
        self.seen.complaints += page.evaluate("() => complaints")
        self.clear(page)

    def open(self, *scripts: str) -> Page:
        """Open the page in a new tab."""
        return self.own.open(self.address, self.holds, *scripts)

    def keep(self, page: Page) -> None:
        """Choose to keep, and wait until that is done."""
        page.locator("[data-keep] button").click()
        wait_until_saved(page)

    def answer(self, page: Page) -> None:
        """Give one answer, of any kind."""
        page.evaluate(
            """(at) => {
              const all = [...document.querySelectorAll("#aid :is([type=radio], [type=checkbox])")]
                .filter((one) => one.name && !one.checked && one.dataset.view === undefined);
              all[Math.floor(at * all.length)].click();
            }""",
            self.random.random(),
        )

    def answered(self, page: Page) -> list[str]:
        """Give an answer, wait 0 to 1,000 ms, and return what was shown as saved last."""
        self.answer(page)
        time.sleep(self.random.choice([0, 0, 0.01, 0.05, self.random.random()]))
        saved: list[str] = page.evaluate("() => lastSaved")
        self.seen.shown_as_saved += 1
        return saved

    def comes_back(self, fault: str, saved: list[str], *scripts: str) -> Page:
        """Open the aid in a new tab: nothing is shown unasked, and all that was saved once it is asked for."""
        page = self.open(*scripts)
        page.locator(".keep-box").wait_for()
        if shown := page.evaluate("() => held()"):
            self.seen.of_another.append(f"{fault}: {shown}")
        page.locator("[data-keep-do=open]").click()
        wait_until_saved(page)
        self.expect(fault, page, saved)
        return page

    def expect(self, fault: str, page: Page, saved: list[str]) -> None:
        """Look whether all that was shown as saved is on the page."""
        held = page.evaluate("() => held()")
        # A radio that was chosen later takes the place of one before; what counts is the question.
        names = {each.split("=")[0] for each in held}
        if missing := [each for each in saved if each.split("=")[0] not in names]:
            self.seen.lost.append(f"{fault}: {missing}")

    def clear(self, page: Page) -> None:
        """Clear as a person does; nothing is left on the device."""
        page.locator("[data-clear]").filter(visible=True).first.click()
        page.locator(".ask .button").first.click()
        until = time.monotonic() + 10
        left = f"async () => (await ({STORED})()) - sessionStorage.length"
        while page.evaluate(left):
            if time.monotonic() > until:
                self.seen.lost.append("not cleared")
                break
            time.sleep(0.02)
        for each in self.own.context.pages:
            each.close()

    def _browser_killed(self, page: Page) -> Page:
        saved = self.answered(page)
        self.own.restart()
        return self.comes_back("browser killed", saved)

    def _tab_killed(self, page: Page) -> Page:
        saved = self.answered(page)
        self.own.kill_tabs()
        return self.comes_back("tab killed", saved)

    def _reload(self, page: Page) -> Page:
        saved = self.answered(page)
        page.reload()
        self.back_in_tab(page)
        wait_until_saved(page)
        self.expect("reload", page, saved)
        return page

    def back_in_tab(self, page: Page) -> None:
        """Do what it takes to go on in a tab that was loaded again: nothing, for it has its answers."""

    def _second_tab(self, page: Page) -> Page:
        saved = self.answered(page)
        wait_until_saved(page)
        other = self.comes_back("second tab", saved)
        self.answer(other)
        wait_until_saved(other)
        # The first one has nothing of its own: it takes over what the other one kept.
        theirs = other.evaluate("() => held()")
        page.wait_for_function("(theirs) => held().join() === theirs.join()", arg=theirs)
        wait_until_saved(page)
        self.expect("second tab", page, theirs)
        return page

    def _duplicated_tab(self, page: Page) -> Page:
        wait_until_saved(page)
        with page.expect_popup() as opened:
            page.evaluate("() => void window.open(location.href)")
        other = opened.value
        other.wait_for_function(
            "() => document.querySelector('[data-where]')?.dataset.kept === 'saved'"
        )
        self.answer(page)
        wait_until_saved(page)
        saved = page.evaluate("() => lastSaved")
        other.locator("#aid > .message").first.wait_for()
        wait_until_saved(other, watched=False)
        held = other.evaluate(
            '() => [...document.querySelectorAll("#aid input:checked")].map((one) => `${one.name}=${one.value}`)'
        )
        names = {each.split("=")[0] for each in held}
        if missing := [each for each in saved if each.split("=")[0] not in names]:
            self.seen.lost.append(f"duplicated tab: {missing}")
        return page

    def _k_th_call_fails(self, page: Page) -> Page:
        saved = self.answered(page)
        wait_until_saved(page)
        page.evaluate(f"() => {FAIL}({self.random.randint(1, 14)}, 'AbortError')")
        self.answer(page)
        wait_until(page, ("saved", "failed"))
        saved = page.evaluate("() => lastSaved")
        return self.comes_back("k-th call fails", saved)

    def _storage_full(self, page: Page) -> Page:
        return self._refused(page, "QuotaExceededError", "storage full")

    def _storage_forbidden(self, page: Page) -> Page:
        return self._refused(page, "SecurityError", "storage forbidden")

    def _refused(self, page: Page, name: str, fault: str) -> Page:
        saved = self.answered(page)
        wait_until_saved(page)
        saved = page.evaluate("() => lastSaved")
        page.evaluate(f"() => {FAIL}(0, '{name}')")
        self.answer(page)
        wait_until(page, ("failed",))
        page.locator(".keep-box").wait_for()
        return self.comes_back(fault, saved)

    def _clock_moved(self, page: Page) -> Page:
        saved = self.answered(page)
        wait_until_saved(page)
        saved = page.evaluate("() => lastSaved")
        days = self.random.choice([-400, -3, 2, 29, 31, 500])
        script = f"{{ const own = Date.now; Date.now = () => own() + {days} * 86400000; }}"
        other = self.open(script)
        other.locator(".keep-box").wait_for()
        if shown := other.evaluate("() => held()"):
            self.seen.of_another.append(f"clock moved: {shown}")
        other.locator(":is([data-keep-do=open], [data-keep-do=clock_wrong])").click()
        wait_until_saved(other)
        self.expect(f"clock moved {days}", other, saved)
        return other

    def _hostile_state(self, page: Page) -> Page:
        saved = self.answered(page)
        wait_until_saved(page)
        saved = page.evaluate("() => lastSaved")
        page.close()
        text = self.random.choice(HOSTILE)
        which = self.random.choice(["local", "database"])
        bad = self.own.open(self.site)
        bad.evaluate(
            """async ([key, text, which]) => {
              if (which === "local") return localStorage.setItem(key, text);
              const database = await new Promise((resolve, reject) => {
                const asked = indexedDB.open(key, 1);
                asked.onsuccess = () => resolve(asked.result);
                asked.onerror = () => reject(asked.error);
              });
              await new Promise((resolve) => {
                const transaction = database.transaction("kept", "readwrite");
                transaction.objectStore("kept").put(text, "entry");
                transaction.oncomplete = resolve;
              });
              database.close();
            }""",
            [self.key, text, which],
        )
        return self.comes_back("hostile state", saved)

    def _aid_changed(self, page: Page) -> Page:
        saved = self.answered(page)
        wait_until_saved(page)
        saved = page.evaluate("() => lastSaved")
        file = self.folder / "aids" / EARS / "index.html"
        before = file.read_text("utf-8")
        # Another text, and one question in other words.
        names = sorted({each.split("=")[0] for each in saved})
        changed = before.replace('data-sha256="', 'data-sha256="0', 1)
        # The page that is kept for when there is no network would answer in its place.
        page.evaluate(
            """async () => {
              for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
              for (const name of await caches.keys()) await caches.delete(name);
            }"""
        )
        try:
            file.write_text(changed, "utf-8")
            other = self.open()
            other.locator("[data-keep-do=open]").click()
            wait_until_saved(other)
            self.expect(f"aid changed {names}", other, saved)
            if "changed" not in other.locator("#aid > .message").first.inner_text():
                self.seen.lost.append("aid changed: in silence")
        finally:
            file.write_text(before, "utf-8")
        return other


class PlanRuns(Runs):
    """The same with a plan: a person writes it at home, alone."""

    path = "plan/"
    key = "decisionaid.kept/plan/"
    holds = PLAN

    def keep(self, page: Page) -> None:
        """Begin a plan, say one thing in it, and choose to keep it."""
        self.said = 0
        page.locator("[data-new]").click()
        self.answer(page)
        page.locator("#part-copy").click()
        page.locator("[data-keep-here]").click()
        wait_until_saved(page)

    def answer(self, page: Page) -> None:
        """Say one more thing that will be done; who opens a plan on another day says first that they are there."""
        self.said += 1
        word = f"word-{self.said}"
        page.locator("#part-visit").click()
        page.locator("#begin-title, [data-add=own], #f-action-new").first.wait_for(state="attached")
        if page.locator("#begin-title").count():
            page.locator("input[name=here]").first.check()
            page.locator("#here-typed").select_option(index=1)
            page.locator("[data-begin]").click()
        if not page.locator("#f-action-new").count():
            page.locator("[data-add=own]").click()
        page.locator("#f-action-new").fill(word)
        page.locator(".plan-add", has=page.locator("#f-action-new")).get_by_role("button").click()
        page.wait_for_function("(word) => held().includes(word)", arg=word)

    def back_in_tab(self, page: Page) -> None:
        """Say that it is theirs: the page brings no plan back by itself."""
        page.locator("[data-keep-do=open]").click()

    def _duplicated_tab(self, page: Page) -> Page:
        wait_until_saved(page)
        saved = page.evaluate("() => lastSaved")
        with page.expect_popup() as opened:
            page.evaluate("() => void window.open(location.href)")
        other = opened.value
        other.locator("[data-keep-do=open]").click()
        wait_until_saved(other, watched=False)
        self.answer(page)
        wait_until_saved(page)
        words = page.evaluate("() => lastSaved")
        other.wait_for_function(
            "(words) => words.every((word) => document.querySelector('#paper').textContent.includes(word))",
            arg=[*saved, *words],
        )
        return page


def wait_until_saved(page: Page, *, watched: bool = True) -> None:
    """Wait until "saved" is shown, for what the page holds now."""
    wait_until(page, ("saved",))
    if watched:
        page.wait_for_function("() => lastSaved?.join() === held().join()")


def wait_until(page: Page, states: tuple[str, ...]) -> None:
    """Wait until one of these is shown."""
    page.wait_for_function(
        "(states) => states.includes(document.querySelector('[data-where]')?.dataset.kept)",
        arg=list(states),
    )


@contextmanager
def chromium_runs(seed: int, playwright: Playwright, kind: type[Runs] = Runs) -> Iterator[Runs]:
    """Build the site, serve it, and start a browser of our own for runs."""
    with TemporaryDirectory() as made:
        folder, profile = Path(made) / "site", Path(made) / "profile"
        profile.mkdir()
        build_site(ROOT / "aids", folder)
        path = chromium_there(playwright)
        with folder_served(folder) as address:
            own = OwnBrowser(playwright, path, profile)
            try:
                yield kind(own, address, folder, seed)
            finally:
                own.kill()
                shutil.rmtree(profile, ignore_errors=True)


def in_memory(seed: int, runs: int) -> dict[str, Any]:
    """Return what came of runs on a device in memory."""
    with TemporaryDirectory() as folder:
        script = ROOT / "tests/runtime/keeping-runs.ts"
        made: dict[str, Any] = made_in_node(script, {"seed": seed, "runs": runs}, Path(folder))
        return made


def in_chromium(
    seed: int, runs: int, kind: type[Runs] = Runs, told: Callable[[int], None] = lambda _: None
) -> Seen:
    """Return what came of runs in a real browser, each fault in turn."""
    faults = PLAN_FAULTS if kind is PlanRuns else FAULTS
    with sync_playwright() as playwright, chromium_runs(seed, playwright, kind) as each:
        for done in range(runs):
            each.run(faults[done % len(faults)])
            told(done)
        return each.seen


@click.command()
@click.option("--runs", default=10_000, show_default=True, help="Random runs in memory.")
@click.option("--chromium", default=110, show_default=True, help="Runs in a real Chromium.")
@click.option("--plans", default=50, show_default=True, help="The same with a plan.")
@click.option("--seed", default=1, show_default=True)
def main(runs: int, chromium: int, plans: int, seed: int) -> None:
    """Print the figures; end with 1 where something was lost."""
    found = in_memory(seed, runs)
    bad = 0
    for name, title in (
        ("random", "in memory, random"),
        ("everyCall", "in memory, every call failing once"),
        ("hostile", "in memory, hostile states"),
        ("randomPlans", "in memory, a plan, random"),
        ("everyCallPlans", "in memory, a plan, every call failing once"),
        ("hostilePlans", "in memory, a plan, hostile states"),
    ):
        seen = found[name]
        faults = [
            seen[each] for each in ("lost", "overwritten", "ofAnother", "beforeChoice", "stuck")
        ]
        bad += sum(faults)
        click.echo(
            f"{title}: {seen['runs']} runs, 'saved' shown {seen['shownAsSaved']} times; lost {faults[0]}, "
            f"overwritten {faults[1]}, of another {faults[2]}, before the choice {faults[3]}, stuck {faults[4]}"
        )
        for fault, times in sorted(seen["faults"].items()):
            click.echo(f"    {fault}: {times}")
        for line in seen["complaints"]:
            click.echo(f"    {line}")
    for kind, title, wanted in (
        (Runs, "in Chromium", chromium),
        (PlanRuns, "in Chromium, a plan", plans),
    ):
        if not wanted:
            continue
        real = in_chromium(seed, wanted, kind)
        bad += len(real.lost) + len(real.of_another) + len(real.before_choice)
        click.echo(
            f"{title}: {real.runs} runs, answers looked for {real.shown_as_saved} times; lost {len(real.lost)}, "
            f"of another {len(real.of_another)}, before the choice {len(real.before_choice)}"
        )
        for fault, times in sorted(real.faults.items()):
            click.echo(f"    {fault}: {times}")
        for line in (
            *real.lost,
            *real.of_another,
            *real.before_choice,
            *sorted(set(real.complaints)),
        ):
            click.echo(f"    {line}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
