"""The five records that a page has made, and the words that they were made with; read, never written anew."""

import json
from pathlib import Path
from typing import Any, Final

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords

FOLDER: Final = Path(__file__).parents[1] / "golden/records/five"
FIVE: Final = ("sparse", "typical", "fullest", "all-not-sure", "contradicting")
WORDS: Final = AidWords.model_validate_json((FOLDER / "words.json").read_text("utf-8"))


def data_of(name: str) -> dict[str, Any]:
    """Return one of the five as data."""
    data: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return data


def record_of(name: str) -> Record:
    """Return one of the five."""
    return Record.model_validate_json(json.dumps(data_of(name)))


def words_of(aid: str, sha256: str) -> AidWords | None:
    """Return the words, where these are asked for."""
    return WORDS if (aid, sha256) == (WORDS.id, WORDS.source_sha256) else None
