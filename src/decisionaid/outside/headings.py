"""What stands under the headings of a standard, and which of its mandatory headings have nothing.

Layer 1. The same as ``handover/headings.ts`` in the browser. A heading has a ``name``, a ``need`` (``M``: mandatory),
and either a value ``from`` its name, headings ``of`` its own, or those for ``each`` of a list. With ``say`` it is
named among what is missing without being mandatory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

Values = Mapping[str, Any]

_BELOW: Final = " > "


def under(
    headings: Sequence[Values], values: Values, missing: list[str], path: tuple[str, ...] = ()
) -> dict[str, Any] | None:
    """Return what stands under these headings, and put down what is missing; None: nothing stands there."""
    made: dict[str, Any] = {}
    for heading in headings:
        here = (*path, heading["name"])
        inside: list[str] = []
        found = _below(heading, values, inside, here)
        if found is not None:
            made[heading["name"]] = found
            missing.extend(inside)
        elif heading.get("need") == "M" or heading.get("say"):
            missing.append(_BELOW.join(here))
    return made or None


def _below(heading: Values, values: Values, missing: list[str], path: tuple[str, ...]) -> Any:  # noqa: ANN401
    if "from" in heading:
        return values.get(heading["from"]) or None
    if "each" not in heading:
        return under(heading["of"], values, missing, path)
    made = (
        under(heading["of"], one, missing, (*path, str(number)))
        for number, one in enumerate(values.get(heading["each"], ()), 1)
    )
    return [each for each in made if each is not None] or None
