"""The committed schemas are those of the models: the browser's types and checks come from them.

``make golden`` writes them anew; the browser's code must then be bundled again.
"""

import json

import pytest

from decisionaid.model.schema import SCHEMAS, schema_text
from decisionaid.render.words.for_scripts import PAGES, messages_for
from tests.conftest import ROOT, Golden
from tests.english import ENGLISH

FOLDER = ROOT / "src" / "decisionaid" / "theme" / "schema"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_committed_schema_is_that_of_the_model(name: str, golden: Golden) -> None:
    golden(FOLDER / f"{name}.schema.json", schema_text(SCHEMAS[name]))


def test_the_committed_messages_are_those_of_the_english_catalogue(golden: Golden) -> None:
    """From them the scripts take the names of messages, and their tests the words."""
    messages = {page: messages_for(page, ENGLISH) for page in PAGES}
    text = json.dumps(messages, ensure_ascii=False, indent=2) + "\n"
    golden(FOLDER / "messages.json", text)


def test_every_committed_schema_has_a_model() -> None:
    assert {path.name.split(".")[0] for path in FOLDER.glob("*.schema.json")} == set(SCHEMAS)
