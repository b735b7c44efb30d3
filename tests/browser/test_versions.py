"""The clinician's page asks the site for the words of a record's own text, and for nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from decisionaid.disk.aid_folder import compile_file
from decisionaid.disk.versions import words_now, words_text
from decisionaid.site import build_site
from tests.browser.bundled import bundled
from tests.browser.conftest import Visitor
from tests.browser.five_records import KNEE
from tests.conftest import ROOT

ASK = """async ([id, hash]) => {
  const addresses = read.known.addressesIn(document.getElementById("known-aids").textContent);
  const { words, seen, missing } = await read.known.wordsOf(id, addresses, hash);
  const version = await read.known.versionOf(id, hash, addresses);
  return { title: words?.title, seen: seen?.title, facts: seen?.facts.length, version: version?.title, missing };
}"""
TITLE = "# Knee arthritis: what are my options?"


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build a site in which the aid on knees was released and has another title now; give its old hash."""
    folder = tmp_path_factory.mktemp("versions")
    aid = folder / "aids" / KNEE
    shutil.copytree(ROOT / "aids" / KNEE, aid)
    source, compiled = compile_file(aid / "index.md")
    assert compiled.aid is not None
    kept = aid / "versions" / f"{compiled.sha256}.json"
    kept.parent.mkdir()
    kept.write_text(words_text(words_now(compiled.aid, compiled.sha256)), "utf-8")
    assert TITLE in source.text
    changed = source.text.replace(TITLE, "# Painful knees: what are my options?")
    (aid / "index.md").write_text(changed, "utf-8")
    built = build_site(folder / "aids", folder / "site")
    assert built.ok
    return folder / "site", compiled.sha256


def test_what_the_patient_saw_is_there_beside_what_the_aid_says_today(
    earlier: tuple[Path, str], served: Callable[[Path], str], visit: Visitor
) -> None:
    site, old = earlier
    address = served(site)
    seen = visit(f"{address}clinician/")
    seen.page.evaluate(bundled({"known": "scripts/clinician/known-aids.ts"}))
    (new,) = {path.stem for path in (site / f"aids/{KNEE}/versions").iterdir()} - {old}

    then = seen.page.evaluate(ASK, [KNEE, old])
    assert then["title"] == "Painful knees: what are my options?"
    assert then["seen"] == then["version"] == "Knee arthritis: what are my options?"
    assert then["facts"] > 0
    now = seen.page.evaluate(ASK, [KNEE, new])
    assert (now["title"], now["version"], now["seen"]) == (then["title"], then["title"], None)

    seen.requests.clear()
    for aid, sha256 in (
        (KNEE, "0" * 16), (KNEE, "../../x"), (KNEE, ""), (KNEE, "__proto__"), (KNEE, f"{old}.json?x="),
        ("../../x", old), ("__proto__", old), ("constructor", old), ("", old),
    ):  # fmt: skip
        assert seen.page.evaluate(ASK, [aid, sha256]).get("version") is None
    data = f"{address}aids/{KNEE}/aid.json"
    assert set(seen.requests) == {data}
    assert seen.strangers(address) == []
    assert seen.complaints == []
