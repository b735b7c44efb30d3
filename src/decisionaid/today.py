"""Tell which day it is, for all that goes by the dates of aids: commands, the preview, MkDocs.

Layer 0. Nothing below asks the machine for the day: it is handed down, so that a build can be repeated.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import Final

VARIABLE: Final = "DECISIONAID_TODAY"
"""The environment's word for a day, as YYYY-MM-DD, where no option says one."""


def latest_today() -> date:
    """Return the latest date that it is anywhere on Earth.

    So an aid published today in Auckland is not from the future in Los Angeles, and two builds at
    one moment agree in every time zone.
    """
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def chosen_day(written: str) -> date:
    """Return the day that is written, else that of the environment, else today's.

    Args:
        written: a day as YYYY-MM-DD; empty when none was chosen.

    Raises:
        ValueError: what is written is no such day; the message is for people.
    """
    text = written or os.environ.get(VARIABLE, "")
    if not text:
        return latest_today()
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise ValueError(f"'{text}' is no day such as 2026-11-22") from None
