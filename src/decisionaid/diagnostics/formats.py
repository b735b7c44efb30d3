"""Write diagnostics for people, programs and code hosts: text with a code frame, JSON, SARIF, annotations.

Layer 0. Author text is untrusted here as everywhere: control characters, escape sequences among
them, never reach a terminal.

The JSON is an interface: ``{"format": "decisionaid.diagnostics/1", "counts": {...}, "diagnostics":
[{"code", "name", "severity", "kind", "harm", "file", "line", "column", "end_line", "end_column",
"message", "why", "help", "also", "edits"}]}``; ``kind`` and ``harm`` are those of
``decisionaid.diagnostics``, lines and columns count from 1, columns count characters, ends are exclusive,
``also`` is a list of places (``line``, ``column``, ``end_line``, ``end_column``) in the same file, and
``edits`` of places with the ``text`` that mends the fault there, all of them together.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from decisionaid.diagnostics import Code, Diagnostic, Severity
from decisionaid.diagnostics.code_frame import code_frame, printable
from decisionaid.text import Source, Span

JSON_FORMAT = "decisionaid.diagnostics/1"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

MOST_PLACES = 30
"""Places of one message that are listed, beside the first."""

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def as_text(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], *, colour: bool
) -> str:
    """Return each diagnostic with its code frame, and a summary line; ``sources`` are by name.

    What is the same in several places of a file is told once, where it comes first, with all its places.
    """
    parts = [
        diagnostic_text(first, sources.get(first.source), colour=colour, again=again)
        for first, again in _told_once(diagnostics)
    ]
    return "\n".join([*parts, summary(diagnostics) + "\n"])


def _told_once(diagnostics: Sequence[Diagnostic]) -> list[tuple[Diagnostic, list[Span]]]:
    """Put those together that say the same of several places, in the order of the first of each."""
    found: dict[tuple[str, Code, str, str, object], tuple[Diagnostic, list[Span]]] = {}
    for each in diagnostics:
        key = (each.source, each.code, each.message, each.help, each.also)
        if key in found:
            found[key][1].append(each.span)
        else:
            found[key] = (each, [])
    return list(found.values())


def diagnostic_text(
    diagnostic: Diagnostic, source: Source | None, *, colour: bool, again: Sequence[Span] = ()
) -> str:
    """Return one diagnostic; without its source there is no code frame.

    ``again`` are further places of which the same is to be said.
    """
    code, span = diagnostic.code, diagnostic.span
    paint = _COLOURS[code.severity] if colour else None
    lines = [painted_head(diagnostic, colour=colour)]
    gutter = ""
    if source is not None:
        frame = code_frame(source, span, diagnostic.also, paint=paint)
        gutter = " " * frame.gutter
        lines += frame.lines
    lines += [
        f"{gutter} = {_painted(label + ':', '1', colour)} {printable(text)}"
        for label, text in (
            ("also", _places(again)),
            ("why", code.why),
            ("help", diagnostic.help),
            ("more", f"decisionaid explain {code.number}"),
        )
        if text
    ]
    return "\n".join(lines) + "\n"


def painted_head(diagnostic: Diagnostic, *, colour: bool) -> str:
    """Return the first line of a diagnostic: its place, its code and its message."""
    code, span = diagnostic.code, diagnostic.span
    place = _painted(f"{printable(diagnostic.source)}:{span.line}:{span.column}:", "1", colour)
    severity = _painted(
        f"{code.severity} {code.number}", _COLOURS[code.severity] if colour else None, colour
    )
    return f"{place} {severity} {code.name}: {printable(diagnostic.message)}"


def listed_lines(spans: Sequence[Span]) -> str:
    """Return the lines of some places, such as ``lines 7, 9 and 12``; of many the first, and their number."""
    lines = list(dict.fromkeys(str(span.line) for span in sorted(spans)))
    if more := max(len(lines) - MOST_PLACES, 0):
        lines = [*lines[:MOST_PLACES], f"{more} more"]
    said = " and ".join([", ".join(lines[:-1]), lines[-1]] if len(lines) > 1 else lines)
    return f"line{'s' * (len(lines) > 1)} {said}"


def _places(again: Sequence[Span]) -> str:
    """Say where the same is found as well, such as ``the same in line 7, column 5 and line 9, column 5``."""
    places = [f"line {span.line}, column {span.column}" for span in again[:MOST_PLACES]]
    if more := len(again) - len(places):
        places.append(f"{more} more places")
    said = [*places[:-2], " and ".join(places[-2:])]
    return f"the same in {'; '.join(said)}" if again else ""


def _painted(text: str, paint: str | None, colour: bool) -> str:
    return f"\x1b[{paint}m{text}\x1b[0m" if colour and paint else text


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line such as ``Found 2 errors and 1 warning in 1 file.``."""
    every = list(diagnostics)
    if not every:
        return "No faults found."
    counts = Counter(each.code.severity for each in every)
    parts = [_counted(counts[severity], severity) for severity in Severity if counts[severity]]
    found = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    files = _counted(len({each.source for each in every}), "file")
    mended = sum(1 for each in every if each.edits)
    return f"Found {found} in {files}{f'; --fix can mend {mended} of them' if mended else ''}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics as JSON; see the module for its fields."""
    counts = Counter(each.code.severity for each in diagnostics)
    return _dumped(
        {
            "format": JSON_FORMAT,
            "counts": {severity.value: counts[severity] for severity in Severity},
            "diagnostics": [
                {
                    "code": each.code.number,
                    "name": each.code.name,
                    "severity": each.code.severity.value,
                    "kind": each.code.kind,
                    "harm": each.code.harm.value,
                    "file": each.source,
                    **_place(each.span),
                    "message": each.message,
                    "why": each.code.why,
                    "help": each.help,
                    "also": [_place(span) for span in each.also],
                    "edits": [{**_place(span), "text": text} for span, text in each.edits],
                }
                for each in diagnostics
            ],
        }
    )


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics as a SARIF 2.1.0 log, which code hosts and editors read."""
    codes = {each.code.number: each.code for each in diagnostics}
    numbers = sorted(codes)
    return _dumped(
        {
            "$schema": SARIF_SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "decisionaid",
                            "rules": [
                                {
                                    "id": number,
                                    "name": codes[number].name,
                                    "shortDescription": {
                                        "text": codes[number].name.replace("-", " ")
                                    },
                                    "fullDescription": {
                                        "text": codes[number].why or codes[number].name
                                    },
                                    "help": {"text": f"decisionaid explain {number}"},
                                    "properties": {
                                        "kind": codes[number].kind,
                                        "harm": codes[number].harm.value,
                                    },
                                }
                                for number in numbers
                            ],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "results": [_sarif_result(each, numbers) for each in diagnostics],
                }
            ],
        }
    )


def _sarif_result(diagnostic: Diagnostic, numbers: Sequence[str]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code.number,
        "ruleIndex": numbers.index(diagnostic.code.number),
        "level": _SARIF_LEVELS[diagnostic.code.severity],
        "message": {"text": f"{diagnostic.message}\n{diagnostic.help}".rstrip()},
        "locations": [_sarif_location(diagnostic.source, diagnostic.span)],
    }
    if diagnostic.also:
        result["relatedLocations"] = [
            _sarif_location(diagnostic.source, span) for span in diagnostic.also
        ]
    if diagnostic.edits:
        result["fixes"] = [_sarif_fix(diagnostic)]
    return result


def _sarif_fix(diagnostic: Diagnostic) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(span), "insertedContent": {"text": text}}
        for span, text in diagnostic.edits
    ]
    change = {
        "artifactLocation": {"uri": quote(diagnostic.source)},
        "replacements": replacements,
    }
    return {"description": {"text": diagnostic.help}, "artifactChanges": [change]}


def _sarif_location(source: str, span: Span) -> dict[str, object]:
    place = {"artifactLocation": {"uri": quote(source)}, "region": _region(span)}
    return {"physicalLocation": place}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Return one annotation command a line, as GitHub's runners read them."""
    return "".join(_annotation(each) for each in diagnostics)


def _annotation(diagnostic: Diagnostic) -> str:
    span, code = diagnostic.span, diagnostic.code
    fields = {
        "file": diagnostic.source,
        "line": span.line,
        "endLine": span.end_line,
        "title": f"{code.number} {code.name}",
    }
    if span.line == span.end_line:  # columns are only shown within one line
        fields |= {"col": span.column, "endColumn": span.end_column}
    settings = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in fields.items()
    )
    text = _escaped("\n".join(part for part in (diagnostic.message, diagnostic.help) if part))
    return f"::{code.severity} {settings}::{text}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
