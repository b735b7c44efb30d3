"""What the compiler says about a source: a finding names a part, a diagnostic names a place.

Layer 0. Errors are values: nothing here is raised. Output as text, JSON, SARIF and
annotations is in ``decisionaid.report``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from decisionaid.text import Path, Span


class Severity(StrEnum):
    """How bad: an ``error`` stops the page, a ``warning`` is a weaker aid, a ``notice`` is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Code:
    """One kind of fault: its number, its name, and why it matters to a reader.

    ``basis`` names the standard or study it rests on, empty for matters of reading. ``keeps_page``: an
    error with which the page is made all the same, because the page itself says so.
    """

    number: str
    name: str
    severity: Severity
    why: str
    basis: str = ""
    keeps_page: bool = field(default=False, compare=False)


class Edit(NamedTuple):
    """A change to the source that mends a fault: what stands in ``span`` becomes ``text``.

    Only for what is certain, such as a tab that becomes a space: never a figure, never wording.
    """

    span: Span
    text: str


@dataclass(frozen=True)
class Finding:
    """A fault at a part of an aid, found by a rule.

    ``help`` is an imperative with text that can be pasted. ``also`` names other parts that belong to it.
    ``words`` are those of the part that it is about, if not all of them: its place is theirs alone.
    """

    path: Path
    message: str
    help: str
    also: tuple[Path, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Diagnostic:
    """A fault at a place in a file. ``also`` are further places in the same file that belong to it.

    ``edits`` mend it, all of them together; empty: a person has to. ``unsafe``: a page with it could
    mislead a patient.
    """

    code: Code
    source: str
    span: Span
    message: str
    help: str
    also: tuple[Span, ...] = field(default=())
    edits: tuple[Edit, ...] = ()
    unsafe: bool = False

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """Order by place, then code."""
        return (self.span.line, self.span.column, self.code.number, self.message)

    @property
    def harm(self) -> int:
        """How near it is to harming a patient, from 0: an unsafe error, an error, a warning, a notice."""
        severities = list(Severity)
        unsafe = self.unsafe and self.code.severity is Severity.ERROR
        return 0 if unsafe else 1 + severities.index(self.code.severity)


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with those first that harm patients most, and by place among their like."""
    return sorted(diagnostics, key=lambda each: (each.harm, each.source, each.sort_key))
