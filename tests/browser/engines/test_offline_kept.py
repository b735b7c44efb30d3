"""WebKit and Firefox keep an aid too, take a newer version whole, and show an aid that is one file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from decisionaid.cli import cli
from tests.browser.answers import OWN_WORDS, Answers
from tests.browser.engines.conftest import ENGINES
from tests.browser.engines.engine import Engine, until
from tests.browser.engines.journey import SHOWN, WORDS, Journey, one_of_each_kind
from tests.browser.host import Host, changed, title_of
from tests.browser.site_fixtures import Site, by_turns
from tests.conftest import ROOT
from tests.english import ENGLISH
from tests.our_aids import EARS

IS_KEPT = "() => navigator.serviceWorker?.controller?.state === 'activated'"
# It is looked for each time that the page is asked: an engine may let a look go that comes soon after one in vain.
SEEN = """() => {
  void navigator.serviceWorker.getRegistration().then((found) => found?.installing ?? found?.update()).catch(() => {});
  return document.querySelector('main > .message p')?.textContent ?? '';
}"""
STATES = """() => navigator.serviceWorker.getRegistration().then((found) =>
  ['installing', 'waiting', 'active'].map((each) => `${each}: ${found?.[each]?.state}`).join(', '))"""
TITLE = "() => document.title"
MORE_WAYS = "() => document.querySelector('[data-more-ways]')?.checkVisibility() ?? false"


@pytest.fixture
def host(site: Site, tmp_path: Path) -> Iterator[Host]:
    """Give the site on a server of its own."""
    folder = tmp_path / "place"
    shutil.copytree(site.folder, folder)
    with Host(folder) as up:
        yield up


def seen_newer(engine: Engine, host: Host) -> str:
    """Wait for the line about a newer version; where none comes, say what the engine did instead."""
    del host.asked[:]
    try:
        return str(until(engine, SEEN))
    except AssertionError as missing:
        raise AssertionError(
            f"{missing}; {engine.ask(STATES)}; asked for {host.asked[-40:]}"
        ) from None


@pytest.mark.parametrize("fresh_engine", by_turns(ENGINES, rest=pytest.mark.engines), indirect=True)
def test_an_aid_is_walked_without_network_and_a_newer_version_is_taken_by_the_person(
    fresh_engine: Engine, host: Host, site: Site, tmp_path: Path
) -> None:
    address, engine = f"{host.address}aids/{EARS}/", fresh_engine
    engine.open(address)
    until(engine, IS_KEPT)
    host.down()
    engine.go(address)
    answers = Answers(site.aids[EARS])
    walk = Journey(engine, answers, site.steps(EARS), one_of_each_kind(answers))
    walk.to_summary()
    until(engine, MORE_WAYS)
    assert OWN_WORDS in until(engine, WORDS, "#summary")
    assert '"what_matters"' in walk.save().read_text("utf-8")

    host.up()
    old, new = title_of(EARS), "# Example condition: another title"
    changed(host, tmp_path, (old, new))
    assert ENGLISH.say("offline_newer") in seen_newer(engine, host)
    assert engine.ask(TITLE).endswith(old.removeprefix("# "))
    engine.click("main > .message a")
    until(engine, f"() => document.title.endsWith('{new.removeprefix('# ')}')")
    until(engine, SHOWN, "summary")
    assert OWN_WORDS in until(engine, WORDS, "#summary")


@pytest.mark.engines
@pytest.mark.long
def test_one_file_is_walked_from_a_disk(engine: Engine, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "aid.html"
    done = CliRunner().invoke(cli, ["bundle", str(ROOT / "aids" / EARS), "-o", str(path)])
    assert done.exit_code == 0, done.stderr
    engine.open(path.as_uri())
    answers = Answers(site.aids[EARS])
    walk = Journey(engine, answers, site.steps(EARS), one_of_each_kind(answers))
    walk.to_summary()
    until(engine, MORE_WAYS)
    assert OWN_WORDS in until(engine, WORDS, "#summary")
    assert '"what_matters"' in walk.save().read_text("utf-8")
