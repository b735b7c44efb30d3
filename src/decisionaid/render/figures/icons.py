"""Draw how many of how many: small people or dots, those affected solid, from the start corner.

Layer 2. A hundred figures stand twice on a page, in outline and solid, each as the mark of a line
(``components/icon-array``). A drawing has such a line for all of it in outline, and one for the
solid part in each window that cuts it off. A mark is painted from where it stands; a ``use`` would
copy the hundred figures into each drawing, which a slow phone takes a fifth of a second to read: it
stands in the marks alone, which are read once.
Pattern fills would be as light, but Chromium prints them as blurred pictures. A thousand people are
a hundred figures that stand for ten each. Where one option of a row has less than a whole figure,
all have a thousand dots: a sliver would look like nobody. Knees and other things that are not
people are always dots. More than a thousand are not drawn. The drawing is
hidden from screen readers, because the sentence beside it says the same; ``currentColor`` keeps it
in forced colours and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

COLUMNS = 10
CELL = 10
"""Side of one small figure, in the drawing's own units."""
DOTS = 1_000
DOT_COLUMNS = 40
DOT_CELL = 4
INK_START, INK_WIDTH = Decimal("1.8"), Decimal("6.4")
"""Where the ink of a small figure begins and how wide it is: part of a figure is part of its ink."""


@dataclass(frozen=True, slots=True)
class IconArray:
    """``n`` of ``of`` people, drawn with at most 100 small figures or with 1,000 dots."""

    n: int
    of: int
    things: bool = False
    """What is counted is not people."""
    small: bool = False
    """In its row a figure that stands for ten would show an option as nobody, or as everybody."""

    @property
    def icons(self) -> int:
        """How many small figures are drawn."""
        return min(self.of, 100)

    @property
    def each(self) -> int:
        """How many people one small figure stands for."""
        return self.of // self.icons

    @property
    def has_dots(self) -> bool:
        """Whether there is a dot for each person, and no small figure."""
        return self.of == DOTS and self.small


def draw(array: IconArray) -> Markup:
    """Return the drawing as inline SVG."""
    if array.has_dots:
        dots = _Grid("dots", DOT_COLUMNS, DOT_CELL)
        drawn = dots.svg("icon-array dots", DOTS // DOT_COLUMNS, dots.filled(array.n))
    else:
        drawn = _few(array)
    # Every part is made of numbers of our own.
    return Markup(drawn)  # noqa: S704


def _few(array: IconArray) -> str:
    """Draw at most a hundred marks; the last solid one is cut off where it stands for fewer."""
    full, left = divmod(array.n, array.each)
    marks = _Grid("dots", COLUMNS, DOT_CELL) if array.things else _Grid("icons", COLUMNS, CELL)
    parts = marks.filled(full)
    if left:
        ink = INK_START + INK_WIDTH * left / array.each
        width = (ink * marks.cell / CELL).normalize()
        rows, rest = divmod(full, COLUMNS)
        place = f' x="{rest * marks.cell}" y="{rows * marks.cell}"'
        parts.append(marks.window(place, f"{width:f}", marks.cell))
    return marks.svg("icon-array", array.icons // COLUMNS, parts)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Marks in rows; ``name`` is that of the marks, in outline and solid."""

    name: str
    columns: int
    cell: int

    def filled(self, n: int) -> list[str]:
        """Return windows through which the first ``n`` marks are seen solid: whole rows, then the rest."""
        rows, rest = divmod(n, self.columns)
        windows = []
        if rows:
            windows.append(self.window("", self.columns * self.cell, rows * self.cell))
        if rest:
            windows.append(self.window(f' y="{rows * self.cell}"', rest * self.cell, self.cell))
        return windows

    def window(self, place: str, width: int | str, height: int) -> str:
        solid = _marked(f"{self.name}-solid")
        return f'<svg{place} width="{width}" height="{height}">{solid}</svg>'

    def svg(self, css: str, rows: int, windows: list[str]) -> str:
        box = f"0 0 {self.columns * self.cell} {rows * self.cell}"
        inside = _marked(f"{self.name}-outline") + "".join(windows)
        return f'<svg class="{css}" viewBox="{box}" aria-hidden="true">{inside}</svg>'


def _marked(mark: str) -> str:
    """Return a line that is not seen itself, with the marks from where it starts."""
    return f'<line x2="1" marker-start="url(#{mark})"/>'


def _figures() -> str:
    """Return the outlines of ten figures in a row: a head, and shoulders below it.

    Each is reached from the one before, so that all are written alike and pack to next to nothing.
    """
    one = "a1.55 1.55 0 1 1 0 3.1 1.55 1.55 0 1 1 0-3.1zm-2.6 7.85v-2.1a2 2 0 0 1 2-2h1.2a2 2 0 0 1 2 2v2.1z"
    return "M5 1.15" + "m12.6-7.85".join([one] * COLUMNS)


def _dots() -> str:
    """Return lines on which round dashes without length make the dots, one line for each row.

    Each is reached from the one before, as the figures are.
    """
    middle, length = DOT_CELL // 2, DOT_CELL * (DOT_COLUMNS - 1) + 1
    return f"M{middle} {middle}" + f"m-{length} {DOT_CELL}".join(
        [f"h{length}"] * (DOTS // DOT_COLUMNS)
    )


FIGURES = _figures()
"""The path of a row of ten figures; ten rows are the hundred."""
DOT_ROWS = _dots()
"""The path of a thousand dots, forty to a row, drawn with dashes as far apart as ``DOT_CELL``."""
