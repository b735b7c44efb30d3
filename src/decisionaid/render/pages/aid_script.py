"""Which script an aid page runs: the lightest that has all components of the page, and its messages.

Layer 2. Some components are in few aids, and each aid page would pay for their scripts. What such a
component alone says is left out with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class _Part:
    """Components that not every aid has."""

    marks: tuple[str, ...]
    """One of these stands in the HTML of a page that has them."""
    messages: tuple[str, ...]
    """How the names of their messages begin."""


_PARTS: Final = {
    "groups": _Part((' class="strata-side"', ' data-for="'), ("strata.",)),
    "ranking": _Part((' data-ranking="',), ("rank.",)),
    "picks": _Part((' class="picks"',), ("side.picked", "summary.picked", "unsettled.circle")),
}
_TRADE_OFF: Final = _Part((' data-trade-off="',), ("swing.",))
"""Has a script of its own, which is fetched when it is opened."""

_SCRIPTS: Final = (
    ("aid-plain", frozenset[str]()),
    ("aid-groups", frozenset({"groups"})),
    ("aid", frozenset({"groups", "ranking"})),
    ("aid-picks", frozenset({"groups", "ranking", "picks"})),
)
"""Scripts in ``theme/scripts/patient`` with the parts that each has, the lightest first."""


@dataclass(frozen=True, slots=True)
class AidScript:
    """A script by its name, and how the names of messages begin that are never said on the page."""

    name: str
    unsaid: tuple[str, ...]
    has_trade_off: bool = False

    @property
    def second(self) -> str:
        """What it fetches when a person begins: all that is made from what the answers say."""
        return self._made_with("statement")

    @property
    def ways(self) -> str:
        """What it fetches when the summary is near: all ways to hand over what was said."""
        return self._made_with("ways")

    @property
    def back(self) -> str:
        """What that fetches when a person brings answers back."""
        return self._made_with("back")

    @property
    def pictures(self) -> str:
        """What that one fetches for a picture of a code."""
        return self._made_with("pictures")

    @property
    def keep(self) -> str:
        """What it fetches when a person chose to keep answers on their device."""
        return self._made_with("keep")

    @property
    def aloud(self) -> str:
        """What it fetches when a step is to be read aloud."""
        return self._made_with("aloud")

    @property
    def third(self) -> str:
        """What it fetches when a person opens the trade-off step; empty where there is none."""
        return self._made_with("trade-off") if self.has_trade_off else ""

    def _made_with(self, name: str) -> str:
        """Return the script of this name that was made together with this one."""
        return f"aid-picks-{name}" if self.name == "aid-picks" else f"aid-{name}"


def script_for(body: str) -> AidScript:
    """Return the script for a page with this body; what an author wrote is escaped, and never a mark."""
    here = {name for name, part in _PARTS.items() if any(mark in body for mark in part.marks)}
    name, parts = next((name, parts) for name, parts in _SCRIPTS if here <= parts)
    left_out = [_PARTS[each] for each in sorted(_PARTS.keys() - parts)]
    has_trade_off = any(mark in body for mark in _TRADE_OFF.marks)
    if not has_trade_off:
        left_out.append(_TRADE_OFF)
    unsaid = tuple(begin for each in left_out for begin in each.messages)
    return AidScript(name, unsaid, has_trade_off)
