"""How an aid can stand against its own dates; ``model.clock`` works it out.

Layer 1. By itself, because a record names it and knows nothing of aids.
"""

from __future__ import annotations

from typing import Literal

ClockState = Literal["current", "due", "overdue", "expired", "withdrawn"]
