"""Rules on the list of sources (DA515, DA516): each stands behind something, and the dates can be true.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.outcome import Cited
from decisionaid.rules.rule import Rule, RuleContext, rule


@rule(
    "DA515",
    "unused-source",
    Severity.WARNING,
    kind="auto",
    harm=Harm.MISLEADS,
    why="a list of works that nothing rests on makes the page look better founded than it is",
    basis="IPDASi v4, item 2.2.1",
    settled=True,
)
def unused_source(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Every source stands behind a figure or words, or is another printing of one that does.

    An aid that cites nothing yet has DA501, and one that cites what is not in its list DA018: nothing is
    said of it here.
    """
    used = set(_cited(aid))
    if not used or not used <= {source.id for source in aid.sources}:
        return
    kin = {source.version_of for source in aid.sources if source.id in used}
    for number, source in enumerate(aid.sources):
        if source.id not in used and source.id not in kin and source.version_of not in used:
            yield Finding(
                ("sources", number, "title"),
                f"nothing in the aid rests on the source '{source.id}'",
                f"name it where its figures or its words stand: '- Source: {source.id}', or "
                f"'{{source={source.id}}}' at the end of a paragraph; or take it out of the list",
            )


def _cited(part: Part) -> Iterator[str]:
    """Yield the ids of the sources that stand behind a part of an aid."""
    if isinstance(part, Cited):
        yield from part.ids
        return
    for name, value in vars(part).items():
        if name == "sources" and isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, str))
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, Part):
                    yield from _cited(each)
        elif not isinstance(value, str) and isinstance(value, Part):
            yield from _cited(value)


@rule(
    "DA516",
    "newer-than-its-search",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="the page says until when evidence was gathered, and a source of a later year proves that wrong",
)
def newer_than_its_search(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """No source is of a year after that in which the evidence was gathered, or still to come."""
    years = [(each.year, at) for at, each in enumerate(aid.sources) if isinstance(each.year, int)]
    for year, number in years:
        if context.today and year > _last_year(context.today):
            yield Finding(
                ("sources", number, "year"),
                f"the source '{aid.sources[number].id}' is of {year}, which is still to come",
                "write the year that is printed in the source",
            )
            return
    gathered, ends = aid.dates.evidence, aid.dates.expires
    if context.today and ends and ends < context.today:
        return  # DA512: the page shows no figures any more
    newer = [number for year, number in years if gathered and year > _last_year(gathered)]
    if newer:
        first = aid.sources[newer[0]]
        yield Finding(
            ("dates", "evidence"),
            f"the evidence was gathered on {gathered}, and the source '{first.id}' is of {first.year}",
            "write the day of the last search, or correct the year of the source",
            also=tuple(("sources", number, "year") for number in newer),
        )


def _last_year(day: date) -> int:
    """Return the latest year that can be printed on what is read on a day: journals print ahead."""
    return day.year + (day.month > 6)


RULES: tuple[Rule, ...] = (unused_source, newer_than_its_search)
