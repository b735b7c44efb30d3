"""Which outcomes of an aid stand together: series, strata, and the estimates of each source.

Layer 2. Rows of one series stand under one heading without being joined, rows for different groups
of readers side by side. Estimates of the same thing are gathered by their source, so that nobody
takes the benefit from one and the harm from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from decisionaid.model.aid import Aid
from decisionaid.model.blocks import main_of
from decisionaid.model.outcome import Outcome, Words


def bundles(rows: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Bundle rows that stand next to each other and belong together."""
    bundle: list[Outcome] = []
    for row in rows:
        if bundle and _belongs(row, bundle[0]):
            bundle.append(row)
            continue
        if bundle:
            yield bundle
        bundle = [row]
    if bundle:
        yield bundle


def _belongs(row: Outcome, first: Outcome) -> bool:
    if row.stratum and first.stratum:
        return row.label == first.label and row.stratum != first.stratum
    if row.stratum or first.stratum:
        return False
    if row.estimate_of:
        return row.estimate_of in (first.id, first.estimate_of)
    return row.series is not None and row.series == first.series and row.more == first.more


def split_estimates(rows: Sequence[Outcome]) -> tuple[list[Outcome], list[Outcome]]:
    """Return the rows that stand by themselves, and the other sources' estimates of an outcome."""
    own = [row for row in rows if not row.estimate_of]
    return own, [row for row in rows if row.estimate_of]


def by_source(estimates: Sequence[Outcome], aid: Aid) -> list[list[Outcome]]:
    """Gather estimates, and the outcomes they are of, into one list for each source.

    The sources of the main outcomes come first, in the order of the aid. Within a source the rows
    stand in the order of the main outcomes, so every source's benefits and harms line up.
    """
    mains = {main_of(row, aid).id for row in estimates}
    in_order = [row.id for row in aid.outcomes]
    rows = [row for row in aid.outcomes if row.id in mains]
    rows += sorted(estimates, key=lambda row: in_order.index(main_of(row, aid).id))
    gathered: dict[str, list[Outcome]] = {}
    for row in rows:
        cited = row.sources.model_dump_json() if row.sources else ""
        gathered.setdefault(cited, []).append(row)
    return list(gathered.values())


def differ_in_people(rows: Sequence[Outcome]) -> bool:
    """Return whether the aid says of the rows of a series that other people were studied.

    Another source is no sign of it: one study may be told of in several papers.
    """
    return len({row.people for row in rows if isinstance(row.people, Words)}) > 1
