"""What the compiler says about a source: a finding names a part, a diagnostic names a place.

Layer 0. Errors are values: nothing here is raised. Output as text, JSON, SARIF and
annotations is in ``decisionaid.report``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from decisionaid.text import Path, Span


class Severity(StrEnum):
    """How bad: an ``error`` stops the page, a ``warning`` is a weaker aid, a ``notice`` is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Code:
    """One kind of fault: its number, its name, and why it matters to a reader.

    ``basis`` names the standard or study it rests on, empty for matters of reading.
    """

    number: str
    name: str
    severity: Severity
    why: str
    basis: str = ""


@dataclass(frozen=True)
class Finding:
    """A fault at a part of an aid, found by a rule.

    ``help`` is an imperative with text that can be pasted. ``also`` names other parts that belong to it.
    """

    path: Path
    message: str
    help: str
    also: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Diagnostic:
    """A fault at a place in a file. ``also`` are further places in the same file that belong to it."""

    code: Code
    source: str
    span: Span
    message: str
    help: str
    also: tuple[Span, ...] = field(default=())

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """Order by place, then code."""
        return (self.span.line, self.span.column, self.code.number, self.message)
