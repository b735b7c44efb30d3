"""What nobody said: records to practise with, and plans to try the page with. Their ids tell them apart.

Layer 1. The same mark as in ``record/made-up.ts``: it goes wherever the record or the plan goes, into a file, a code,
and all that is made of it.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final, Protocol

_NOBODY: Final = "0" * 16
"""How the id of what is made up begins; by chance none of a person's ever will."""


class Named(Protocol):
    """What has an id of 32 hex digits."""

    @property
    def id(self) -> str:
        """Its id."""


def made_up_id(name: str) -> str:
    """Return the id of something made up, the same for the same name."""
    return f"{_NOBODY}{sha256(name.encode()).hexdigest()[:16]}"


def is_made_up(each: Named) -> bool:
    """Return whether a record or a plan is one of these, or was made out of one."""
    return each.id.startswith(_NOBODY)
