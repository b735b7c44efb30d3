"""What a record from paper says of the paper: who typed it in, and what nobody could be sure of.

Layer 2. The same as ``handover/from-paper.ts`` in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decisionaid.model.record import PicksAnswer, Record
from decisionaid.outside.tables import filled, table
from decisionaid.record.text_pieces import Piece, Source, few, fixed, shorter

UNCLEAR: Final = ("unreadable", "crossed_out")

_NAMED: Final = ("values", "knowledge", "red_flags")
"""Parts whose places have names in the words of the aid."""


def unclear_in(record: Record, state: str) -> Iterator[str]:
    """Yield the places of a record that are in this state, each once, in the order of the record."""
    yield from dict.fromkeys(place for place, found in _stated(record) if found == state)


def _stated(record: Record) -> Iterator[tuple[str, str]]:
    yield "stratum", record.stratum.state
    for answer in record.values:
        place = f"values/{answer.id}"
        yield place, answer.state
        if isinstance(answer, PicksAnswer):
            for block in answer.blocks:
                yield from ((place, block.most.state), (place, block.least.state))
    yield from ((f"own_concerns/{n}", each.state) for n, each in enumerate(record.own_concerns, 1))
    yield from ((f"knowledge/{each.id}", each.state) for each in record.knowledge)
    yield "leaning", record.leaning.state
    yield from ((f"readiness/{each.id}", each.state) for each in record.readiness)
    if record.paper is not None:
        yield from ((each.place, each.state) for each in record.paper.unclear)


def paper_pieces(source: Source, day: str) -> Iterator[Piece]:
    """Yield where a record came from, and what is to be asked again; ``day``: the one on the paper, in words."""
    paper = source.record.paper
    if paper is None:
        return
    tables = table("record-paper")
    by = tables["typed_by"][paper.typed_by]
    if paper.words:
        by = filled(tables["said"]["named"], who=by, words=source.quote(paper.words))
    said = [filled(tables["said"]["typed"], who=by)]
    if day:
        said.append(filled(tables["said"]["written"], date=day))
    yield fixed(", ".join(said))
    for state in UNCLEAR:
        places = list(unclear_in(source.record, state))
        if places:
            names = list(dict.fromkeys(_name(source, place) for place in places))
            message = tables["said"][state]
            forms = [filled(message, items=few(names, source.names))]
            forms.append(filled(message, items=len(places)))
            yield shorter(forms, ["titles", "states"])


def _name(source: Source, place: str) -> str:
    part, _, rest = place.partition("/")
    if part in _NAMED:
        return source.named(place)
    readiness: dict[str, str] = table("record-text")["readiness"]
    found = readiness.get(rest, "") if part == "readiness" else ""
    unclear: dict[str, str] = table("record-paper")["unclear"]
    return found or unclear.get(place) or unclear[part]
