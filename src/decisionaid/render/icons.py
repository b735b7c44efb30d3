"""Draw an icon array: rows of ten small people, those affected solid, from the start corner.

Layer 2. Two pattern fills, defined once on a page (``components/icon-array``), draw any number
of people with two or three elements. The drawing is hidden from screen readers, because the
sentence beside it says the same; ``currentColor`` keeps it in forced colours and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

COLUMNS = 10
CELL = 10
"""Side of one small figure, in the drawing's own units."""
INK_START, INK_WIDTH = Decimal("1.8"), Decimal("6.4")
"""Where the ink of a small figure begins and how wide it is: part of a figure is part of its ink."""


@dataclass(frozen=True, slots=True)
class IconArray:
    """``n`` of ``of`` people, drawn with at most 100 small figures."""

    n: int
    of: int

    @property
    def icons(self) -> int:
        """How many small figures are drawn."""
        return min(self.of, 100)

    @property
    def each(self) -> int:
        """How many people one small figure stands for."""
        return self.of // self.icons


def draw(array: IconArray) -> Markup:
    """Return the drawing as inline SVG."""
    full, left = divmod(array.n, array.each)
    rows, rest = divmod(full, COLUMNS)
    height = array.icons // COLUMNS * CELL
    parts = [f'<rect width="100" height="{height}" fill="url(#icon-off)"/>']
    if rows:
        parts.append(f'<rect width="100" height="{rows * CELL}" fill="url(#icon-on)"/>')
    if rest:
        parts.append(
            f'<rect y="{rows * CELL}" width="{rest * CELL}" height="{CELL}" fill="url(#icon-on)"/>'
        )
    if left:
        width = INK_START + INK_WIDTH * left / array.each
        # A nested drawing cuts its contents at its own edge, so no clip path needs an id.
        parts.append(
            f'<svg x="{rest * CELL}" y="{rows * CELL}" width="{width.normalize():f}" '
            f'height="{CELL}"><rect width="{CELL}" height="{CELL}" fill="url(#icon-on)"/></svg>'
        )
    # Every part is made of numbers of our own.
    return Markup(  # noqa: S704
        f'<svg class="icon-array" viewBox="0 0 100 {height}" aria-hidden="true">{"".join(parts)}</svg>'
    )
