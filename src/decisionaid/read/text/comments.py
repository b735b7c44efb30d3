"""Take comments out of the body: ``<!-- ... -->`` on lines of their own, never shown.

Layer 2. Faults: DA021 for a comment that is not closed or shares its lines, DA033 in a published aid.
"""

from __future__ import annotations

from decisionaid.read.faults import COMMENT_IN_PUBLISHED, RAW_HTML
from decisionaid.read.ledger import Ledger
from decisionaid.text import Span


def without_comments(
    lines: list[str], first_line: int, ledger: Ledger, *, published: bool
) -> list[str]:
    """Return the lines with those of comments emptied."""
    if not any("<!--" in line for line in lines):
        return lines
    kept = list(lines)
    at = 0
    closes = iter([n for n, line in enumerate(lines) if "-->" in line])
    close = next(closes, None)
    while at < len(lines):
        if not lines[at].lstrip().startswith("<!--"):
            at += 1
            continue
        while close is not None and close < at:
            close = next(closes, None)
        at = _comment(kept, at, close, first_line, ledger, published)
    return kept


def _comment(
    lines: list[str],
    start: int,
    end: int | None,
    first_line: int,
    ledger: Ledger,
    published: bool,
) -> int:
    """Empty one comment, and return the line after it."""
    first = lines[start]
    column = len(first) - len(first.lstrip()) + 1
    span = Span.on_line(first_line + start, column, len(first.rstrip()) + 1)
    if end is None:
        ledger.fault(RAW_HTML, span, "this comment is not closed", "close it with '-->'")
        lines[start] = ""
        return start + 1
    last = lines[end]
    close = last.index("-->") + 3
    whole = Span(span.line, span.column, first_line + end, close + 1)
    if last[close:].strip():
        fix = "put the words on a line of their own"
        ledger.fault(RAW_HTML, whole, "words stand behind a comment on its line", fix)
    if published:
        fix = "delete it, or write 'status: draft'"
        ledger.fault(COMMENT_IN_PUBLISHED, whole, "a comment stands in a published aid", fix)
    for at in range(start, end + 1):
        lines[at] = ""
    return end + 1
