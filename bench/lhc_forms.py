"""Open the Questionnaire of each aid in LHC-Forms, put records into it, and compare what comes back.

Run by hand, after ``npm pack lforms`` and unpacking it::

    python -m bench.lhc_forms package/dist/lforms

LHC-Forms is no part of this project: it is 13 MB, and has a licence of its own. Each answer is compared by its
link id and its code or text; what is not answered is left out by the form, and so is not compared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords
from decisionaid.record.fhir import fhir_bundle
from decisionaid.record.fhir_questionnaire import AidDates, questionnaire
from tests.browser.chromium import chromium
from tests.browser.folder import folder_served
from tests.record.five import FIVE, WORDS, record_of
from tests.record.made import random_records

SCRIPTS = (
    "webcomponent/assets/lib/zone.min.js",
    "webcomponent/lhc-forms.js",
    "fhir/R4/lformsFHIR.min.js",
)
MADE = 20
"""Random records beside the five."""

FILLED = """async ([asked, said]) => {
    const util = LForms.Util;
    let form = util.convertFHIRQuestionnaireToLForms(asked, "R4");
    form = util.mergeFHIRDataIntoLForms("QuestionnaireResponse", said, form, "R4");
    await util.addFormToPage(form, "form", {});
    return util.getFormFHIRData("QuestionnaireResponse", "R4", "#form");
}"""


def answers_in(items: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield link id and code or text of each answer."""
    for item in items:
        for answer in item.get("answer", ()):
            coding = answer.get("valueCoding")
            yield item["linkId"], coding["code"] if coding else str(answer["valueString"])
        yield from answers_in(item.get("item", []))


def compared(page: Page, record: Record, words: AidWords) -> list[str]:
    """Return what the form gives back otherwise than it was given."""
    asked = questionnaire(words, AidDates())
    (said,) = (
        entry["resource"]
        for entry in fhir_bundle(record, words)["entry"]
        if entry["resource"]["resourceType"] == "QuestionnaireResponse"
    )
    back = page.evaluate(FILLED, [asked, said])
    given, got = Counter(answers_in(said["item"])), Counter(answers_in(back.get("item", [])))
    faults = [f"lost: {each}" for each in sorted((given - got).elements())]
    faults += [f"new: {each}" for each in sorted((got - given).elements())]
    if back.get("questionnaire") != said["questionnaire"]:
        faults.append(f"questionnaire: {back.get('questionnaire')}")
    return faults


def main(arguments: list[str]) -> int:
    """Return 0 when everything comes back as it was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path, help="the folder with webcomponent and fhir")
    library = parser.parse_args(arguments).library.resolve()
    made = [(f"random {n}", *each) for n, each in enumerate(random_records(MADE * 3)) if each[1]]
    wanted: list[tuple[str, Record, AidWords | None]] = [
        *((name, record_of(name), WORDS) for name in FIVE),
        *made[:MADE],
    ]
    failed = 0
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "lforms").symlink_to(library)
        scripts = "".join(f'<script src="lforms/{script}"></script>' for script in SCRIPTS)
        (place / "index.html").write_text(f'<!doctype html><div id="form"></div>{scripts}')
        with folder_served(place) as address, chromium() as browser:
            for name, record, words in wanted:
                if words is None or words.source_sha256 != record.aid.source_sha256:
                    continue
                page = browser.new_page()
                page.goto(f"{address}index.html")
                faults = compared(page, record, words)
                page.close()
                failed += bool(faults)
                print(f"{name} ({record.aid.id}): {json.dumps(faults[:6]) if faults else 'equal'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
