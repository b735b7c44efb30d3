"""Draw an icon array: rows of ten small people, those affected solid, from the start corner.

Layer 2. A hundred figures stand twice on a page, in outline and solid, each as the mark of a line
(``components/icon-array``). A drawing has such a line for all of it in outline, and one for the
solid part in each window that cuts it off. A mark is painted from where it stands; a ``use``
would copy the hundred figures into each drawing, which a slow phone takes a fifth of a second to
read. Pattern fills would be as light, but Chromium prints them as blurred pictures. The drawing
is hidden from screen readers, because the sentence beside it says the same; ``currentColor``
keeps it in forced colours and on paper.
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
    y = rows * CELL
    parts = [_figures_marked("icons-outline")]
    solid = _figures_marked("icons-solid")
    if rows:
        parts.append(f'<svg width="100" height="{y}">{solid}</svg>')
    if rest:
        parts.append(f'<svg y="{y}" width="{rest * CELL}" height="{CELL}">{solid}</svg>')
    if left:
        width = (INK_START + INK_WIDTH * left / array.each).normalize()
        parts.append(
            f'<svg x="{rest * CELL}" y="{y}" width="{width:f}" height="{CELL}">{solid}</svg>'
        )
    # Every part is made of numbers of our own.
    return Markup(  # noqa: S704
        f'<svg class="icon-array" viewBox="0 0 100 {height}" aria-hidden="true">{"".join(parts)}</svg>'
    )


def _figures_marked(mark: str) -> str:
    """Return a line that is not seen itself, with the figures from where it starts."""
    return f'<line x2="1" marker-start="url(#{mark})"/>'


def _figures() -> str:
    """Return the outlines of a hundred figures: a head, and shoulders below it."""
    one = "a1.55 1.55 0 1 1 0 3.1 1.55 1.55 0 1 1 0-3.1zm-2.6 7.85v-2.1a2 2 0 0 1 2-2h1.2a2 2 0 0 1 2 2v2.1z"
    places = ((column, row) for row in range(COLUMNS) for column in range(COLUMNS))
    return "".join(f"M{CELL * column + 5} {CELL * row + 1}.15{one}" for column, row in places)


FIGURES = _figures()
"""The path of a hundred figures, ten to a row."""
