"""Read ``.outcomes``: fields with their inheritance, and the table of figures, into outcomes.

Layer 2. An outcome's own field comes first, then the section's, then its source's ``people`` and
``certainty``. Faults: DA017, DA018, DA019, DA024 to DA030.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from decisionaid.model.aid import SourceWork
from decisionaid.model.outcome import (
    Cited,
    Comparison,
    Outcome,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.model.sections import OutcomesSection
from decisionaid.read.blocks import Block, ItemList, Paragraph, Table
from decisionaid.read.comparisons import pair_of, read_comparison
from decisionaid.read.faults import BAD_FIELD_VALUE, MISPLACED, TOO_LARGE, UNKNOWN_ID
from decisionaid.read.fields import Field, read_fields
from decisionaid.read.figure_table import read_cells
from decisionaid.read.inlines import read_words
from decisionaid.read.ledger import quoted
from decisionaid.read.measures import (
    not_known,
    read_certainty,
    read_count,
    read_matters_from,
    read_people,
    read_said_as,
    read_scale,
    read_time,
)
from decisionaid.read.outline import Draft, Part
from decisionaid.read.passages import Passage
from decisionaid.read.reading import Reader
from decisionaid.text import Path, Span

_READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "Time": ("time", read_time),
    "People": ("people", read_people),
    "Count": ("count", read_count),
    "Certainty": ("certainty", read_certainty),
    "Said as": ("said_as", read_said_as),
    "Scale": ("scale", read_scale),
    "Matters from": ("matters_from", read_matters_from),
}
_WORDS = {"Fit": "fit", "Note": "note", "Chosen": "chosen"}
FIELDS = (
    "Source", "Time", "People", "Count", "Fit", "Certainty", "Said as", "Difference", "Groups",
    "Scale", "Matters from", "Note", "Chosen",
)  # fmt: skip
MAX_COMPARISONS = 60
"""Published comparisons under one heading; six options have fifteen pairs."""

TEST_FIELDS = ("Source", "Time", "People", "Certainty")


@dataclass
class Measures:
    """What a list of fields says: values by the model's names, their places, and what was unreadable."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def over(self, lower: Measures) -> Measures:
        """Return these with another's values where these have none, readable or not."""
        mine = self.spans.keys()
        return Measures(
            {**{k: v for k, v in lower.values.items() if k not in mine}, **self.values},
            {**lower.spans, **self.spans},
            {*(k for k in lower.unread if k not in mine), *self.unread},
        )


class MeasuresReader:
    """Read the fields of outcomes and tests."""

    def __init__(self, reader: Reader, works: tuple[SourceWork, ...]) -> None:
        """Keep the tools and the sources, whose people and certainty are inherited."""
        self.reader = reader
        self.works = {work.id: (number, work) for number, work in enumerate(works)}

    def read(self, lists: list[ItemList], known: tuple[str, ...], place: str) -> Measures:
        """Return what some lists of fields say."""
        measures = Measures()
        for block in lists:
            for each in read_fields(block, known, place, self.reader.ledger, ("Difference",)):
                self._read_field(each, measures)
        return measures

    def _read_field(self, each: Field, measures: Measures) -> None:
        name, value = self._value(each)
        span = each.value.span() if each.value.text else each.span
        if name == "comparisons":
            self._add_comparison(each, span, value, measures)
            return
        if name in measures.spans:  # the second of two lists of fields under one heading
            fix = "keep one of the two"
            message = f"'{each.name}:' stands twice"
            self.reader.ledger.fault(BAD_FIELD_VALUE, each.span, message, fix)
            return
        measures.spans[name] = span
        if value is None:
            measures.unread.add(name)
        else:
            measures.values[name] = value

    def _add_comparison(
        self, each: Field, span: Span, value: Comparison | None, measures: Measures
    ) -> None:
        measures.spans.setdefault("comparisons", span)
        kept = measures.values.setdefault("comparisons", [])
        if value is None:
            measures.unread.add("comparisons")
        elif len(kept) < MAX_COMPARISONS:
            kept.append(value)
        else:
            message = f"more than {MAX_COMPARISONS} lines 'Difference:' stand under one heading"
            self.reader.ledger.fault(TOO_LARGE, each.span, message, "take this line out")

    def _value(self, each: Field) -> tuple[str, Any]:
        """Return the model's name of a field and its value; None when it cannot be read."""
        ledger = self.reader.ledger
        if each.name == "Source":
            return "sources", self._sources(each.value)
        words = read_words(each.value, ledger, f"'{each.name}:'") if each.value.text else ""
        if each.name in _WORDS:
            return _WORDS[each.name], words or None
        if each.name == "Difference":
            return "comparisons", self._comparison(each.value, words) if words else None
        if each.name == "Groups":
            right = words == "from different studies"
            if words and not right:
                self._bad(each, words, "write 'Groups: from different studies', or take it out")
            return "groups_from_different_studies", True if right else None
        name, read = _READERS[each.name]
        if not words:
            return name, None
        value = read(words)
        if isinstance(value, str):
            self._bad(each, words, value)
            return name, None
        return name, value

    def _bad(self, each: Field, words: str, fix: str) -> None:
        self.reader.ledger.fault(
            BAD_FIELD_VALUE,
            each.value.span(),
            f"{quoted(words)} is no value of '{each.name}:'",
            fix,
        )

    def _sources(self, value: Passage) -> Any:  # noqa: ANN401 - a part of a model
        if not value.text:
            return None
        if unknown := not_known(value.text):
            return unknown
        ids = self.reader.names.sources_in(value, None)
        return Cited(ids=ids) if ids else None

    def _comparison(self, value: Passage, words: str) -> Comparison | None:
        read = read_comparison(words)
        if isinstance(read, str):
            self.reader.ledger.fault(
                BAD_FIELD_VALUE, value.span(), f"{quoted(words)} is no value of 'Difference:'", read
            )
            return None
        if not isinstance(read, PublishedRatio | PublishedDifference):
            return read
        option, against = pair_of(words) or ("", "")
        first = self._named(value, option, 0)
        second = self._named(value, against, value.text.find(" against ") + 9)
        if first is None or second is None:
            return None
        if first == second:
            message = f"'{first}' is compared with itself"
            fix = "name two options: 'now against watch: ...'"
            self.reader.ledger.fault(BAD_FIELD_VALUE, value.span(), message, fix)
            return None
        return read.model_copy(update={"option": first, "against": second})

    def _named(self, value: Passage, option: str, start: int) -> str | None:
        at = max(value.text.find(option, start), 0)
        return self.reader.names.option(value.cut(at, at + len(option)), comparators=True)

    def inherited(self, measures: Measures) -> Measures:
        """Return the measures with the people and certainty of the cited sources."""
        cited = measures.values.get("sources")
        if not isinstance(cited, Cited):
            return measures
        lower = Measures()
        for name in ("people", "certainty"):
            said = [
                (number, getattr(work, name))
                for number, work in (self.works[each] for each in cited.ids if each in self.works)
            ]
            stated = [(number, value) for number, value in said if value is not None]
            if stated and all(value == stated[0][1] for _, value in stated):
                lower.values[name] = stated[0][1]
                span = self.reader.ledger.spans.exact(("sources", stated[0][0], name))
                if span is not None:
                    lower.spans[name] = span
            elif any(("sources", n, name) in self.reader.ledger.unread for n, _ in said):
                lower.unread.add(name)
                lower.spans[name] = measures.spans["sources"]
        return measures.over(lower)

    def put(self, measures: Measures, path: Path) -> None:
        """Write down the places and gaps of some measures below a path."""
        for name, span in measures.spans.items():
            self.reader.ledger.spans.put((*path, name), span)
        for name in measures.unread:
            self.reader.ledger.unread.add((*path, name))


def read_outcomes(
    reader: Reader, draft: Draft, heading: str, path: Path, measuring: MeasuresReader
) -> OutcomesSection:
    """Return a section of outcomes."""
    lists = [block for block in draft.blocks if isinstance(block, ItemList)]
    words = [block for block in draft.blocks if not isinstance(block, ItemList)]
    shared = measuring.read(lists, FIELDS, "an outcome")
    used: set[str] = set()
    outcomes = [
        _outcome(reader, part, (*path, "outcomes", number), measuring, (shared, used))
        for number, part in enumerate(draft.parts)
    ]
    for name in shared.spans.keys() - used:
        reader.ledger.fault(
            MISPLACED,
            shared.spans[name],
            "no outcome below uses this field of the section",
            "take it out here, or take it out of an outcome that shall use this one",
        )
    return OutcomesSection(heading=heading, body=reader.body(words, path), outcomes=tuple(outcomes))


def _outcome(
    reader: Reader,
    part: Part,
    path: Path,
    measuring: MeasuresReader,
    section: tuple[Measures, set[str]],
) -> Outcome:
    reader.span(path, part.words)
    lists: list[ItemList] = []
    tables: list[Table] = []
    for block in part.blocks:
        if isinstance(block, ItemList):
            lists.append(block)
        elif isinstance(block, Table):
            tables.append(block)
        else:
            reader.misplaced(block, "under an outcome", _fix(block))
    shared, used = section
    own = measuring.read(lists, FIELDS, "an outcome")
    used |= shared.spans.keys() - own.spans.keys()
    measures = own.over(shared)
    measures = measuring.inherited(measures)
    measuring.put(measures, path)
    return Outcome(
        id=part.id,
        label=read_words(part.words, reader.ledger, "the name of an outcome"),
        direction=cast("Any", part.kind or "neutral"),
        series=_series(reader, part, path),
        estimate_of=_estimate_of(reader, part, path),
        stratum=stratum_of(reader, part, path),
        more=part.attributes.has("more"),
        sensitive=part.attributes.has("sensitive"),
        cells=read_cells(reader, part, tables, path),
        comparisons=tuple(measures.values.pop("comparisons", ())),
        **measures.values,
    )


def _fix(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "write it as a field: '- Note: one sentence for the reader'"
    return "take it out"


def _series(reader: Reader, part: Part, path: Path) -> str | None:
    value = part.attributes.value("series")
    if value is None:
        return None
    reader.span((*path, "series"), value)
    return value.text


def _estimate_of(reader: Reader, part: Part, path: Path) -> str | None:
    value = part.attributes.value("estimate-of")
    if value is None:
        return None
    reader.span((*path, "estimate_of"), value)
    if value.text == part.id:
        message = f"'{part.id}' is called an estimate of itself"
        fix = "name another outcome that estimates the same thing"
        reader.ledger.fault(UNKNOWN_ID, value.span(), message, fix)
        return None
    return reader.names.one(value, reader.names.outcomes, "outcome", UNKNOWN_ID)


def stratum_of(reader: Reader, part: Part, path: Path) -> str | None:
    """Return the stratum a part is for, or None for everybody."""
    value = part.attributes.value("stratum")
    if value is None:
        return None
    reader.span((*path, "stratum"), value)
    return reader.names.one(value, reader.names.strata, "stratum", UNKNOWN_ID)
