"""The place in the handbook is one that can be copied, and the demonstration place has no error on its day."""

from __future__ import annotations

import re
from datetime import date

from decisionaid.compiler.places import compile_place
from decisionaid.disk.places import AidsBeside, compile_place_file
from decisionaid.model.place import NEEDS
from decisionaid.read.place.options import OPTION, PROVIDER
from decisionaid.read.place.read_place import PLACE
from decisionaid.read.place.services import CONTACT, SERVICE
from decisionaid.text import Source
from tests.conftest import ROOT

PAGE = ROOT / "site/authors/places.md"
TODAY = date(2026, 11, 29)


def test_the_example_of_the_handbook_has_no_fault_but_what_it_leaves_to_say() -> None:
    text = PAGE.read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    source = Source("overlays/my-town.yaml", text, "my-town")
    found = compile_place(source, AidsBeside(ROOT / "aids"), today=TODAY).diagnostics
    assert {each.code.number for each in found} == {"DP119"}


def test_the_demonstration_place_shows_what_is_stale_and_what_is_old() -> None:
    compiled = compile_place_file(ROOT / "overlays/example-town.yaml", ROOT / "aids", today=TODAY)
    assert [each.code.number for each in compiled.diagnostics] == ["DP120", "DP123"]


def test_its_numbers_are_kept_free_for_made_up_people() -> None:
    text = (ROOT / "overlays/example-town.yaml").read_text("utf-8")
    numbers = re.findall(r"(?:phone|contact): ([0-9 ]+)", text)
    assert len(numbers) > 8
    assert [each for each in numbers if not each.startswith("01632 960") and each != "111"] == []


def test_the_page_names_every_key_and_every_word_of_a_place() -> None:
    page = PAGE.read_text("utf-8")
    prose = re.sub(r"^```.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE)
    code = " ".join(re.findall(r"`([^`]+)`", prose)) + page.split("```yaml\n")[1].split("```")[0]
    needs = [each.replace("_", "-") for each in NEEDS]
    keys = {*PLACE, *SERVICE, *CONTACT, *OPTION, *PROVIDER, *needs} - {"from"}
    assert {each for each in keys if not re.search(rf"(?<![\w-]){each}(?![\w-])", code)} == set()
