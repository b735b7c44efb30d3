"""Read the fields of an outcome or a test into the model's values, with their inheritance.

Layer 2. An outcome's own field comes first, then the section's, then its source's ``people`` and
``certainty``. Faults: DA002, DA017, DA018, DA028, DA029.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from decisionaid.model.aid import SourceWork
from decisionaid.model.outcome import (
    Cited,
    Comparison,
    Differ,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.read.faults import BAD_FIELD_VALUE, DUPLICATE_FIELD, TOO_LARGE
from decisionaid.read.figures.as_printed import clash, p_left_out
from decisionaid.read.figures.comparisons import (
    PAIR_EXAMPLE,
    pair_of,
    read_comparison,
    written_anew,
)
from decisionaid.read.figures.measures import (
    not_known,
    read_certainty,
    read_count,
    read_matters_from,
    read_people,
    read_said_as,
    read_scale,
    read_time,
)
from decisionaid.read.ledger import quoted
from decisionaid.read.sections.reading import Reader
from decisionaid.read.text.blocks import ItemList
from decisionaid.read.text.fields import Field, read_fields
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
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

    def read_cell(self, each: Field, measures: Measures, pair: tuple[str, str] | None) -> None:
        """Add a field that stands in a cell; ``pair`` is what a difference there compares."""
        self._read_field(each, measures, pair)

    def _read_field(
        self, each: Field, measures: Measures, pair: tuple[str, str] | None = None
    ) -> None:
        name, value = self._value(each, pair)
        span = each.value.span() if each.value.text else each.span
        if name == "comparisons":
            self._add_comparison(each, span, value, measures)
            return
        if name in measures.spans:  # the second of two lists of fields under one heading
            fix = "keep one of the two"
            message = f"'{each.name}:' stands twice"
            self.reader.ledger.fault(DUPLICATE_FIELD, each.whole, message, fix)
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
            self.reader.ledger.fault(TOO_LARGE, each.whole, message, "take this line out")

    def _value(self, each: Field, pair: tuple[str, str] | None) -> tuple[str, Any]:
        """Return the model's name of a field and its value; None when it cannot be read."""
        ledger = self.reader.ledger
        if each.name == "Source":
            return "sources", self._sources(each.value)
        words = read_words(each.value, ledger, f"'{each.name}:'") if each.value.text else ""
        if each.name in _WORDS:
            return _WORDS[each.name], words or None
        if each.name == "Difference":
            return "comparisons", self._comparison(each.value, words, pair) if words else None
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
        if self.reader.ledger.told_in(each.value.span()):
            return
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

    def _comparison(
        self, value: Passage, words: str, between: tuple[str, str] | None
    ) -> Comparison | None:
        if between is not None and pair_of(words) is None:
            return self._between(value, words, between)
        read = read_comparison(words)
        if isinstance(read, str) and self.reader.ledger.told_in(value.span()):
            return None
        if isinstance(read, str):
            fix = read.replace(PAIR_EXAMPLE, self.reader.names.pair_example(PAIR_EXAMPLE))
            if anew := written_anew(words, self.reader.names.option_called):
                fix = clash(anew) or f"write '{anew}'{p_left_out(words)}"
            message = f"{quoted(words)} is no value of 'Difference:'"
            self.reader.ledger.fault(BAD_FIELD_VALUE, value.span(), message, fix)
            return None
        if not isinstance(read, PublishedRatio | PublishedDifference | Differ) or not read.option:
            return read
        option, against = pair_of(words) or ("", "")
        first = self._named(value, option, 0)
        second = self._named(value, against, value.text.find(" against ") + 9)
        if first is None or second is None:
            return None
        if first == second:
            message = f"'{first}' is compared with itself"
            pair = self.reader.names.pair_example(PAIR_EXAMPLE)
            fix = f"name two options: '{pair}: ...'"
            self.reader.ledger.fault(BAD_FIELD_VALUE, value.span(), message, fix)
            return None
        return read.model_copy(update={"option": first, "against": second})

    def _between(self, value: Passage, words: str, between: tuple[str, str]) -> Comparison | None:
        """Read a comparison whose options stand in the head of its column."""
        read = read_comparison(words)
        if not isinstance(read, str):
            return read  # an answer in place of a comparison
        opening = f"{between[0]} against {between[1]}: "
        read = read_comparison(opening + words)
        if not isinstance(read, str):
            return read
        anew = written_anew(opening + words, self.reader.names.option_called)
        fix = read.replace(f"{PAIR_EXAMPLE}: ", "")
        if anew:
            fix = clash(anew) or f"write '{anew}'"
        message = f"{quoted(words)} is no value of 'Difference:'"
        fix = fix.replace(opening, "")
        self.reader.ledger.fault(BAD_FIELD_VALUE, value.span(), message, fix)
        return None

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
