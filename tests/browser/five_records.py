"""Five kinds of record, made by the page of the aid about knees as a person would make them.

Run by hand: ``python -m tests.browser.five_records FOLDER`` writes them, with the words of the aid. The
committed ones in ``tests/golden/records/five`` were made so, once, and stay: what a page wrote then must be
readable for ever.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from playwright.sync_api import Browser

from decisionaid.site import build_site
from tests.browser.chromium import chromium
from tests.browser.folder import folder_served
from tests.browser.walk import open_ways
from tests.conftest import ROOT

KNEE: Final = "knee-osteoarthritis"
NOW: Final = "2026-11-28T09:30:00Z"

Given = Mapping[str, Sequence[str]]
"""Names of the page's controls, and what is in them."""

FACTS = ("everyone-free-of-pain", "some-go-on", "all-compared", "injection-six-months")
ALL_FELT = ("sure", "informed", "clear", "supported")
RATED = ("less-pain", "do-things", "avoid-serious", "avoid-side-effects")

SPARSE: Given = {
    "values.less-pain": ["8"],
    "leaning": ["unsure"],
    "stage": ["need_time"],
}
TYPICAL: Given = {
    "filled_in_by.role": ["patient"],
    "values.less-pain": ["9"],
    "values.do-things": ["10"],
    "values.avoid-serious": ["6"],
    "values.avoid-side-effects": ["unsure"],
    "values.operation-or-not": ["2"],
    "what_matters": [
        "I want to walk to the shops again, and to sleep without waking from the pain."
    ],
    "questions": ["ask-exercise"],
    "own_question.1": ["Can I go on working while I train?"],
    "leaning": ["exercise-weight"],
    "stage": ["leaning"],
    "role": ["together"],
    **{f"readiness.{name}": ["yes"] for name in ("informed", "clear")},
    "readiness.sure": ["no"],
}
FULLEST: Given = {
    "red_flags": ["may-be-infected", "hurt-knee"],
    "filled_in_by.role": ["patient_with_help"],
    "filled_in_by.helper": ["my daughter Ana"],
    "filled_in_by.view": [
        "He waits far too long before he asks anyone. I would like somebody to look at the knee."
    ],
    "communication": [
        "large_print", "easy_read", "audio", "language", "sign_language", "read_to_me",
    ],
    **{f"values.{name}": [f"{value}"] for name, value in zip(RATED, (10, 9, 8, 7), strict=True)},
    "values.operation-or-not": ["-3"],
    "values.help-at-home": ["help-comes-to-me"],
    "share.help-at-home": ["yes"],
    "what_matters": [(
        "I have kept an allotment for thirty years, and this spring I could not dig it. "
        "My wife is not well, so I do the shopping, the cooking and the stairs with the washing.\n"
        "I am afraid of the operation, because my brother was ill for weeks after his. "
        "But I am more afraid of ending up in a chair. I sleep badly, three or four hours, and "
        "the tablets upset my stomach.\n"
        "What I want is to get down the garden path, to kneel for half an hour, and to be there "
        "for her. If that can be had without being cut open, good. If not, then I would rather "
        "have it done this winter than next summer, when the beans have to be picked.\n"
        "One more thing. I was told years ago that my heart is not the strongest, and I take "
        "something for it every morning, the name is on the paper in my wallet. I would like to "
        "know whether that changes any of what stands here, because nobody has asked me so far, and "
        "I do not like to be the one who brings it up when everybody is in a hurry."
    )],
    "concern.1": ["Kneeling in the garden"],
    "concern.1.rating": ["10"],
    "concern.2": ["Being there for my wife"],
    "concern.2.rating": ["10"],
    "concern.3": ["The tablets and my stomach"],
    "concern.3.rating": ["unsure"],
    **{f"knowledge.{name}": ["true"] for name in FACTS},
    "questions": [
        "ask-as-now", "ask-exercise", "ask-painkillers", "ask-injection", "ask-replacement",
    ],
    "own_question.1": ["Who would look after my wife while I am in hospital?"],
    "own_question.2": ["My brother was ill for weeks after his: what was that, and could I get it?"],
    "own_question.3": ["If I wait until autumn, is there anything I could do that makes it worse?"],
    "leaning": ["knee-replacement"],
    "stage": ["want_advice"],
    "role": ["together"],
    **{f"readiness.{name}": ["no"] for name in ALL_FELT},
    "ideas": ["plan-replacement/goal-replacement-walk", "plan-replacement/act-replacement-help"],
    "own_idea": ["Ask the neighbour about the beans"],
}  # fmt: skip
NOT_SURE: Given = {
    **{f"values.{name}": ["unsure"] for name in (*RATED, "operation-or-not", "help-at-home")},
    "share.help-at-home": ["yes"],
    **{f"knowledge.{name}": ["unsure"] for name in FACTS},
    "leaning": ["unsure"],
    "stage": ["need_time"],
    "role": ["unsure"],
    **{f"readiness.{name}": ["unsure"] for name in ALL_FELT},
}
CONTRADICTING: Given = {
    **{f"values.{name}": ["10"] for name in RATED},
    "values.operation-or-not": ["-3"],
    "what_matters": ["Never to be cut open, and to be rid of the pain for good."],
    "concern.1": ["My dancing"],
    "concern.1.rating": ["10"],
    **{f"knowledge.{name}": ["true"] for name in FACTS},
    "leaning": ["exercise-weight"],
    "stage": ["decided_for_now"],
    "role": ["myself"],
    **{f"readiness.{name}": ["yes"] for name in ALL_FELT},
}

FIVE: Mapping[str, Given] = {
    "sparse": SPARSE,
    "typical": TYPICAL,
    "fullest": FULLEST,
    "all-not-sure": NOT_SURE,
    "contradicting": CONTRADICTING,
}


def words_of(folder: Path) -> dict[str, Any]:
    """Return the words of the aid as the site has them."""
    text = (folder / f"aids/{KNEE}/aid.json").read_text("utf-8")
    words: dict[str, Any] = json.loads(text)["words"]
    return words


def made_by_the_page(
    browser: Browser, address: str, words: Mapping[str, Any], name: str, given: Given
) -> dict[str, Any]:
    """Put answers into the page, have it save them, and return the record in the file."""
    wording = {f"values.{each['id']}": each["wording"] for each in words["questions"]}
    wording |= {f"knowledge.{each['id']}": each["wording"] for each in words["checks"]}
    kept = {
        "format": "decisionaid.answers/1",
        "aid": KNEE,
        "sha256": words["source_sha256"],
        "wording": wording,
        "visited": [],
        "saved": {"id": f"{list(FIVE).index(name) + 1:x}" * 32, "rev": 1, "created": NOW},
        "handed": False,
        "answers": given,
    }
    context = browser.new_context(timezone_id="UTC", accept_downloads=True)
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-28T09:41:12Z")
    page.goto(address)
    page.evaluate(
        "([key, kept]) => sessionStorage.setItem(key, kept)",
        [f"decisionaid.answers/{KNEE}", json.dumps(kept)],
    )
    page.reload()
    page.goto(f"{address}#summary")
    open_ways(page)
    page.locator("[data-save-file]").filter(visible=True).wait_for()
    with page.expect_download() as download:
        page.locator("[data-save-file]").filter(visible=True).click()
    text = download.value.path().read_text("utf-8")
    context.close()
    block = text.partition('id="decisionaid-record">')[2].partition("</script>")[0]
    record: dict[str, Any] = json.loads(block.replace("\n", ""))
    return record


def main(out: Path) -> None:
    """Build the site, and write the five records and the words of the aid."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        build_site(ROOT / "aids", folder)
        words = words_of(folder)
        address = stack.enter_context(folder_served(folder))
        browser = stack.enter_context(chromium())
        out.mkdir(parents=True, exist_ok=True)
        for name, given in FIVE.items():
            record = made_by_the_page(browser, f"{address}aids/{KNEE}/", words, name, given)
            _write(out / f"{name}.json", record)
        _write(out / "words.json", words)


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
