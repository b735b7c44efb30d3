"""What records become in other forms, as tables that the browser reads too: words, headings, codes.

Layer 1.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).resolve().parents[1] / "theme" / "schema"
_PLACE: Final = re.compile(r"\{(\w+)\}", re.ASCII)


@cache
def table(name: str) -> Any:  # noqa: ANN401 - what is in it, its readers know
    """Return the table ``theme/schema/<name>.json``."""
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def filled(message: str, **values: str | int) -> str:
    """Put values into the ``{places}`` of a message, as ``fill`` in the browser does."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), message)
