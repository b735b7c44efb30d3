"""The committed schemas are those of the models: the browser's types and checks come from them.

``make golden`` writes them anew; the browser's code must then be bundled again.
"""

import pytest

from decisionaid.model.schema import SCHEMAS, schema_text
from tests.conftest import ROOT, Golden

FOLDER = ROOT / "src" / "decisionaid" / "theme" / "schema"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_committed_schema_is_that_of_the_model(name: str, golden: Golden) -> None:
    golden(FOLDER / f"{name}.schema.json", schema_text(SCHEMAS[name]))


def test_every_committed_schema_has_a_model() -> None:
    assert {path.name.split(".")[0] for path in FOLDER.glob("*.schema.json")} == set(SCHEMAS)
