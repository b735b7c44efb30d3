"""Compile a source: read it, check it with rules, and say everything that is wrong, once, by place.

Layer 3. ``compile_aid`` is pure and never raises for what an author wrote: a fault of our own
becomes DA099 and asks for a report.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from decisionaid.compiler.waiving import Waivers
from decisionaid.diagnostics import Code, Diagnostic, Finding, Severity
from decisionaid.diagnostics.row_and_column import in_row
from decisionaid.model.aid import Aid
from decisionaid.read import Reading, read_aid
from decisionaid.read.faults import INTERNAL_FAULT, NOT_TEXT
from decisionaid.read.text.characters import decode
from decisionaid.rules import RULES, Rule, RuleContext
from decisionaid.text import BYTE_ORDER_MARK, Path, Source, Span, SpanMap, span_of_words

MOST_OF_ONE_CODE: Final = 500
"""Diagnostics of one code in one aid that are listed; 45,000 filled 42 MB that nobody could read."""

_REPORT = (
    "report this with the file, or the part of it that brings it about; the aid is not to blame"
)


@dataclass(frozen=True)
class Compiled:
    """What compiling gave.

    ``aid`` is None when nothing could be read; with errors it is there too, but no page may be made
    of it except a draft that shows its gaps. ``sha256`` are the first 16 hexadecimal digits of the
    hash of the text.
    """

    aid: Aid | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    sha256: str
    source: Source
    context: RuleContext = field(default_factory=RuleContext, compare=False, repr=False)
    """What the rules knew and worked out, for those who go on from here."""

    @property
    def ok(self) -> bool:
        """Whether a page may be made: no errors."""
        return self.aid is not None and not any(
            each.code.severity is Severity.ERROR for each in self.diagnostics
        )

    @property
    def has_page(self) -> bool:
        """Whether the aid has its place on the site: also when it has ended, or is withdrawn.

        Whatever else is wrong with a withdrawn aid, its addresses go on saying that it is.
        """
        if self.aid is None or self.ok:
            return self.ok
        return self.aid.status == "withdrawn" or all(
            each.code.keeps_page or each.code.severity is not Severity.ERROR
            for each in self.diagnostics
        )


def compile_aid(
    source: Source | str | bytes, rules: Sequence[Rule] = RULES, *, today: date | None = None
) -> Compiled:
    """Compile a source; ``today`` None: rules about the clock stay silent.

    Bytes and text without a ``Source`` are spoken of as ``index.md``.
    """
    known, bad_byte = _source(source)
    if bad_byte is not None:
        diagnostic = Diagnostic(
            NOT_TEXT,
            known.name,
            bad_byte,
            "the file is not text in UTF-8 from here on",
            "save it again with the encoding UTF-8",
        )
        return _compiled(None, (diagnostic,), SpanMap(), known)
    try:
        reading = read_aid(known)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is ours and becomes a diagnostic
        diagnostic = _internal(known, Span.on_line(1, 1, 1), "reading the aid", error)
        return _compiled(None, (diagnostic,), SpanMap(), known)
    found, context = [*reading.diagnostics], RuleContext(today)
    if reading.aid is not None:
        found += _checked(reading, reading.aid, known, rules, context)
    return replace(_compiled(reading.aid, _once(found), reading.spans, known), context=context)


def _source(source: Source | str | bytes) -> tuple[Source, Span | None]:
    if isinstance(source, bytes):
        return decode(source, "index.md", "aid")
    if isinstance(source, str):
        return Source("index.md", source.removeprefix(BYTE_ORDER_MARK)), None
    return source, None


def _compiled(
    aid: Aid | None, diagnostics: Iterable[Diagnostic], spans: SpanMap, source: Source
) -> Compiled:
    digest = hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    ordered = sorted(diagnostics, key=lambda each: each.sort_key)
    return Compiled(aid, tuple(enough(ordered)), spans, digest[:16], source)


def enough(ordered: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is said of one code more often than anybody reads; the last one says so."""
    counts = Counter(each.code.number for each in ordered)
    said: Counter[str] = Counter()
    for each in ordered:
        number = each.code.number
        said[number] += 1
        more = counts[number] - MOST_OF_ONE_CODE
        if said[number] < MOST_OF_ONE_CODE or more <= 0:
            yield each
        elif said[number] == MOST_OF_ONE_CODE:
            yield replace(each, message=f"{each.message} ({more} more of {number} are not listed)")


def _once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep one of those that say the same of the same place."""
    found: dict[tuple[str, Span, str], Diagnostic] = {}
    for each in diagnostics:
        found.setdefault((each.code.number, each.span, each.message), each)
    return list(found.values())


def _checked(
    reading: Reading, aid: Aid, source: Source, rules: Sequence[Rule], context: RuleContext
) -> Iterator[Diagnostic]:
    waivers = Waivers(aid, rules, context.today)
    withdrawn = aid.status == "withdrawn"
    refused = any(each.code.severity is Severity.ERROR for each in reading.diagnostics)
    unsettled = refused
    for rule in rules:
        if (withdrawn and not rule.withdrawn) or (unsettled and rule.settled):
            continue
        number = rule.code.number
        for result in _findings(rule, aid, context):
            if isinstance(result, Exception):
                yield _internal(source, Span.on_line(1, 1, 1), f"the rule {number}", result)
                continue
            if _unread(result.path, reading.unread):
                continue
            if waivers.hold(rule):
                continue
            code = waivers.code(rule.code_for(aid))
            refused = refused or code.severity is Severity.ERROR
            found = _diagnostic(code, result, source, reading)
            yield replace(found, unsafe=True) if rule.unsafe else found
    if not withdrawn:
        yield from waivers.faults(source, reading.spans, refused=refused)


def _findings(rule: Rule, aid: Aid, context: RuleContext) -> Iterator[Finding | Exception]:
    try:
        yield from rule.check(aid, context)
    except Exception as error:  # noqa: BLE001 - a rule of ours or of a house must not end the compiling
        yield error


def _unread(path: Path, unread: frozenset[Path]) -> bool:
    return any(path[:length] in unread for length in range(len(path) + 1))


def _diagnostic(code: Code, finding: Finding, source: Source, reading: Reading) -> Diagnostic:
    spans = reading.spans
    also = tuple(spans.nearest(path) for path in finding.also)
    span = spans.nearest(finding.path)
    if finding.words:
        span = span_of_words(source, span, finding.words)
    help_ = in_row(finding.help) if finding.path[:4] in reading.rows else finding.help
    return Diagnostic(code, source.name, span, finding.message, help_, also)


def _internal(source: Source, span: Span, what: str, error: Exception) -> Diagnostic:
    message = f"{what} failed inside the compiler ({type(error).__name__})"
    return Diagnostic(INTERNAL_FAULT, source.name, span, message, _REPORT)
