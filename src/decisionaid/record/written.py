"""A record in the form of today, whichever format it was saved in.

Layer 2. ``migrated`` has brought it there already; here what stands in it by default is written out, and the
check number is made to fit. A record in which something was changed or lost stays marked: its check number
is all zeros.
"""

from __future__ import annotations

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.record import ALTERED
from decisionaid.record.recovered import Recovered


def written_today(read: Recovered) -> str:
    """Return the canonical JSON of a record that was read, with every field written out."""
    data = read.record.model_dump(mode="json")
    is_sound = not read.is_altered and not read.left
    return canonical_json(data | {"crc32": record_checksum(data) if is_sound else ALTERED})
