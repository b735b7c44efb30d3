"""The page makes the records that were kept; their tokens, made in a browser, are read in both languages."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from decisionaid.model.words import AidWords
from decisionaid.record.token import TokenRead, record_in_token, token_of
from tests.browser.bundled import bundled
from tests.browser.conftest import Visitor
from tests.browser.five_records import FIVE, KNEE, made_by_the_page, words_of
from tests.browser.site_fixtures import Site, by_turns
from tests.record.five import WORDS, data_of, record_of

SCRIPTS = {
    "pageWords": "scripts/patient/page-words.ts",
    "token": "scripts/record/token.ts",
    "tokenRead": "scripts/record/token-read.ts",
    "passphrase": "scripts/record/passphrase.ts",
}
ON_PAGE = """async (record) => {
  const { words } = read.pageWords.pageOf(document.getElementById("aid"));
  const token = await read.token.tokenOf(record, words);
  const shut = await read.passphrase.locked(token, "three green kettles");
  const open = await read.passphrase.unlocked(shut, "three green kettles");
  return { token, isSame: open === token };
}"""
ELSEWHERE = "async ([token, words]) => await read.tokenRead.recordInToken(token, async () => words)"


@pytest.fixture(scope="module")
def scripts() -> str:
    """Return the scripts as one."""
    return bundled(SCRIPTS)


@pytest.mark.parametrize("name", by_turns([*FIVE]))
def test_a_token_made_on_the_page_is_read_in_both_languages(
    name: str, scripts: str, site: Site, chromium: Browser, visit: Visitor
) -> None:
    words = words_of(site.folder)
    address = site.aid_address(KNEE)
    record = made_by_the_page(chromium, address, words, name, FIVE[name])
    page = visit(address).page
    page.evaluate(scripts)
    made: dict[str, Any] = page.evaluate(ON_PAGE, record)
    assert made["isSame"]

    (version,) = (site.folder / f"aids/{KNEE}/versions").iterdir()
    published = AidWords.model_validate_json(version.read_bytes())
    found = record_in_token(made["token"], lambda _aid, _hash: published)
    assert isinstance(found, TokenRead)
    assert found.record.model_dump(mode="json") == record

    # And one that Python has made, in the browser.
    ours = token_of(found.record, published)
    back = page.evaluate(ELSEWHERE, [ours, json.loads(version.read_bytes())])
    assert back["record"] == record


@pytest.mark.parametrize("name", FIVE)
def test_what_was_kept_once_is_read_by_a_browser(
    name: str, scripts: str, site: Site, visit: Visitor
) -> None:
    page = visit(f"{site.address}clinician/").page
    page.evaluate(scripts)
    token = token_of(record_of(name), WORDS)
    assert page.evaluate(ELSEWHERE, [token, WORDS.model_dump(mode="json")])["record"] == data_of(
        name
    )
