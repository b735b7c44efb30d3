"""A theme of somebody's own, for the commands that write pages with it.

Layer 5.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from decisionaid.commands.stop import Stop

if TYPE_CHECKING:
    from decisionaid.site.own_theme import Theme


def theme_of(folder: Path | None) -> Theme | None:
    """Return the theme that pages are to be written with; one that will not do ends the command."""
    from decisionaid.site.own_theme import OwnThemeError, read_theme  # noqa: PLC0415

    try:
        return read_theme(folder) if folder else None
    except OwnThemeError as error:
        raise Stop(str(error)) from None
