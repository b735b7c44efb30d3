"""Write drafts of services as lines of a place's file.

Layer 2. Every value stands in double quotes, so that nothing of a feed is read as anything but words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

from decisionaid.exchange.open_referral import Draft, Value

INDENT: Final = "    "
_BARE: Final = re.compile(
    r"(?:free|not known|never|TO (?:CHOOSE|CHECK|SORT|REWRITE)|[0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,6})"
)
_MOST_ID: Final = 40


def service_id(draft: Draft, taken: Collection[str]) -> str:
    """Return an id made of the name, which no other service has."""
    name = str(draft.values.get("name", ""))
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", folded)[:_MOST_ID].strip("-") or "service"
    number, found = 1, made
    while found in taken:
        number += 1
        found = f"{made}-{number}"
    return found


def fields_of(draft: Draft, feed: str) -> dict[str, str]:
    """Return each key of a service with its line, without what it is moved in by."""
    values = {**draft.values, "from": {"feed": feed, "id": draft.origin}}
    return {key: f"{key}: {written(value)}" for key, value in values.items()}


def service_lines(made: str, fields: Mapping[str, str]) -> str:
    """Return the lines of a service."""
    return "".join([f"  {made}:\n", *(f"{INDENT}{line}\n" for line in fields.values())])


def written(value: Value) -> str:
    """Return a value as it stands behind its colon."""
    if isinstance(value, dict):
        parts = ", ".join(f"{key}: {written(each)}" for key, each in value.items())
        return f"{{{parts}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    # JSON's quotes are YAML's, but for signs beyond the first plane, which stand as they are.
    return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def head_lines(name: str, today: str) -> str:
    """Return the head of a new draft, with what its owner has to write."""
    return (
        "# A draft made from a feed. Nothing in it is shown to anybody before you have chosen and checked it.\n"
        "# Put your answer in the place of TO CHOOSE, TO CHECK, TO SORT and TO REWRITE,\n"
        "# and the day of your call in the place of 'never'. Then: decisionaid place check\n"
        f"place: {name}\n"
        f"name: {written(name.replace('-', ' ').title()[:_MOST_ID])}\n"
        "status: draft\n"
        "country: GB\n"
        "language: en-GB\n"
        'owner: {name: "TO CHECK: who looks after this list", contact: "TO CHECK: their number"}\n'
        f"checked: {today}\n"
        "stale-after: 6 months\n"
        "remove-after: 18 months\n"
        "\n"
        "services:\n"
    )
