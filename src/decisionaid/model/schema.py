"""Turn the models of a record, of an aid's words, of a plan and of a place into JSON Schemas.

Layer 1. The schemas are committed in ``theme/schema`` as the contract with the browser, whose types
and import validator are made from them; ``make golden`` writes them anew and a test compares them.
"""

from __future__ import annotations

import json
from typing import Final

from decisionaid.model.base import Part
from decisionaid.model.place import Place
from decisionaid.model.plan.plan import Plan
from decisionaid.model.record import Record
from decisionaid.model.words import AidWords

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Final[dict[str, type[Part]]] = {
    "record": Record,
    "words": AidWords,
    "plan": Plan,
    "place": Place,
}
"""The model behind each ``theme/schema/<name>.schema.json``."""


def schema_text(model: type[Part]) -> str:
    """Return a model's JSON Schema as the text of a file."""
    schema = {"$schema": DIALECT, **model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
