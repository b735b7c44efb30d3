"""Say a message from the data that a page gives its scripts, as ``handover/messages.ts`` does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def said_by_script(message: Any, values: Mapping[str, str | int | Decimal], plurals: str) -> str:  # noqa: ANN401 - data of JSON
    """Return what a message becomes; ``plurals`` has a letter for the form of each number."""
    if isinstance(message, str):
        return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), message)
    if isinstance(message, list):
        return "".join(said_by_script(each, values, plurals) for each in message)
    forms, value = message["forms"], values[message["by"]]
    number = int(value)
    letter = plurals[number if number < len(plurals) else 100 + number % 100]
    form = next(forms[key] for key in (str(value), letter, "x") if key in forms)
    return said_by_script(form, values, plurals)
