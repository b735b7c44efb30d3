"""A record in the form of today, whichever format it was saved in.

Layer 2. A pure function: what it is given is not changed. There is one format so far, so all that it does
is to write out what stands there by default, and to make the check number fit. A record in which something
was changed or lost stays marked: its check number is all zeros.
"""

from __future__ import annotations

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.record.recovered import Recovered


def migrated(read: Recovered) -> str:
    """Return the canonical JSON of a record that was read, with every field written out."""
    data = read.record.model_dump(mode="json")
    is_sound = not read.is_altered and not read.left
    return canonical_json(data | {"crc32": record_checksum(data) if is_sound else "0" * 8})
