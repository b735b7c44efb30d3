"""What every part of a model has in common: frozen, closed, and comparable.

Layer 1. Models hold no positions: a path such as ``("sections", 2, "outcomes", 0, "time")``
names a part, and the span map (``decisionaid.text``) knows where that part was written.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""An id as an author writes it: small letters, digits and single hyphens."""


class Part(BaseModel):
    """A frozen part of an aid or a record; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
