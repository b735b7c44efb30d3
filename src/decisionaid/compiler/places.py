"""Compile a place: read its file, check it with rules, and say everything that is wrong, by place.

Layer 3. Pure. Nothing is raised for what its owner wrote: a fault of our own becomes DA099.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from decisionaid.compiler import enough
from decisionaid.diagnostics import Diagnostic, Finding, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.place import Place
from decisionaid.read.faults import INTERNAL_FAULT
from decisionaid.read.place.read_place import PlaceReading, read_place
from decisionaid.rules.places import PLACE_RULES, PlaceContext, PlaceRule
from decisionaid.text import Source, Span, span_of_words

_START: Final = Span.on_line(1, 1, 1)
_REPORT: Final = "report this with the file, or the part of it that brings it about"


@dataclass(frozen=True)
class CompiledPlace:
    """What compiling a place gave; ``place`` None: nothing could be read."""

    place: Place | None
    diagnostics: tuple[Diagnostic, ...]
    source: Source

    @property
    def ok(self) -> bool:
        """Whether a site may be built with it: there is no error."""
        return self.place is not None and not any(
            each.code.severity is Severity.ERROR for each in self.diagnostics
        )


def compile_place(
    source: Source, aids: Mapping[str, Aid | None], *, today: date | None = None
) -> CompiledPlace:
    """Compile a place; ``aids`` are those of the project by slug, None for one that cannot be read."""
    try:
        reading = read_place(source)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is ours and becomes a diagnostic
        return CompiledPlace(None, (_internal(source, "reading the place", error),), source)
    found = [*reading.diagnostics]
    if reading.place is not None:
        found += _checked(reading, reading.place, source, PlaceContext(aids, today))
    ordered = sorted(found, key=lambda each: each.sort_key)
    return CompiledPlace(reading.place, tuple(enough(ordered)), source)


def _checked(
    reading: PlaceReading, place: Place, source: Source, context: PlaceContext
) -> Iterator[Diagnostic]:
    refused = any(each.code.severity is Severity.ERROR for each in reading.diagnostics)
    for rule in PLACE_RULES:
        if refused and rule.settled:
            continue
        try:
            found = [each for each in rule.check(place, context) if not _is_unread(each, reading)]
        except Exception as error:  # noqa: BLE001 - a rule of ours must not end the check
            yield _internal(source, f"the rule {rule.code.number}", error)
            continue
        yield from (_diagnostic(rule, each, source, reading) for each in found)


def _is_unread(finding: Finding, reading: PlaceReading) -> bool:
    path = finding.path
    return any(path[:length] in reading.unread for length in range(1, len(path) + 1))


def _diagnostic(
    rule: PlaceRule, finding: Finding, source: Source, reading: PlaceReading
) -> Diagnostic:
    span = reading.spans.nearest(finding.path)
    if finding.words:
        span = span_of_words(source, span, finding.words)
    return Diagnostic(rule.code, source.name, span, finding.message, finding.help)


def _internal(source: Source, what: str, error: Exception) -> Diagnostic:
    message = f"{what} failed inside the compiler ({type(error).__name__})"
    return Diagnostic(INTERNAL_FAULT, source.name, _START, message, _REPORT)
