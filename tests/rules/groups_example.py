"""The specimen with two groups of readers, of which the treatment is for one. All figures are made up."""

from __future__ import annotations

from tests.rules.examples import SPECIMEN

SPECIMEN_OF_GROUPS = (
    SPECIMEN.read_text(encoding="utf-8")
    .replace(
        "authors:\n",
        "strata:\n  bent: My fingers are bent.\n  straight: My fingers are straight.\nauthors:\n",
        1,
    )
    .replace('{#treatment name="the example treatment"}', "{#treatment stratum=bent}")
    .replace("| as-now | 5 in 100 |", "| as-now | not applicable: nothing is taken |")
    .replace("- Difference: treatment against as-now: risk ratio 2.00 (1.50 to 2.67)\n", "")
)
