"""Find the record in the text of a file, whatever the file is.

Layer 2. How anything of ours is found in a file stands in ``outside``; here is how a record is known.
"""

from __future__ import annotations

from typing import Final

from decisionaid.model.record import MAX_RECORD_BYTES
from decisionaid.outside.found import Fault, Found, Kind, found_in
from decisionaid.record.migrated import migrated

__all__ = ["Fault", "Found", "record_in_text"]

# A plan has a mark of its own that begins as this one does.
RECORD: Final = Kind("record", r"decisionaid\b(?! plan)", MAX_RECORD_BYTES, migrated)


def record_in_text(text: str) -> Found | Fault:
    """Return the record in a page that was saved, or in bare JSON."""
    return found_in(text, RECORD)
