"""What the compiler says about a source: a finding names a part, a diagnostic names a place.

Layer 0. Errors are values: nothing here is raised. Output as text, JSON, SARIF and
annotations is in ``decisionaid.diagnostics.formats``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, NamedTuple

from decisionaid.text import Path, Span


class Severity(StrEnum):
    """How bad: an ``error`` stops the page, a ``warning`` is a weaker aid, a ``notice`` is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


RuleKind = Literal["auto", "presence", "assist", "attest"]
"""How far a finding can be believed without a person.

``auto``: the source proves it. ``presence``: it proves only that something is there and adds up, not
that it is good. ``assist``: a person confirms it or waives it. ``attest``: only people can do or declare
it, and the rule looks only whether what they say of it is complete.
"""

KIND_WORDS: Final[dict[RuleKind, str]] = {
    "auto": "proved from the source",
    "presence": "only that it is there is proved",
    "assist": "a person confirms or waives it",
    "attest": "only people can do or declare it",
}
"""The same in words for authors, on the page of each code."""


class Harm(StrEnum):
    """What a fault would do to a patient who decides with the page; members stand worst first.

    A figure or an answer that is taken for another changes a decision unseen. A page that leans
    changes it too, and some readers notice. What is left out can be asked for. What is hard to use
    is there for those who get through. The rest reaches no patient. The order is our own judgement:
    no study ranks them.
    """

    MISLEADS = "misleads"
    LEANS = "leans"
    LEAVES_OUT = "leaves-out"
    HARD_TO_USE = "hard-to-use"
    HOUSEKEEPING = "housekeeping"


HARM_WORDS: Final[dict[Harm, str]] = {
    Harm.MISLEADS: "can mislead on a figure or an answer",
    Harm.LEANS: "can lean to an option",
    Harm.LEAVES_OUT: "leaves out what a reader needs",
    Harm.HARD_TO_USE: "hard to read, find or use",
    Harm.HOUSEKEEPING: "a matter for the authors",
}
"""The same in words for authors."""


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
    kind: RuleKind = field(kw_only=True)
    harm: Harm = field(kw_only=True)


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
    def rank(self) -> tuple[int, int]:
        """How near it is to harming a patient, nearest first.

        An unsafe error, an error, a warning, a notice; among their like, by ``Harm``.
        """
        code = self.code
        unsafe = self.unsafe and code.severity is Severity.ERROR
        stops = 0 if unsafe else 1 + list(Severity).index(code.severity)
        return stops, list(Harm).index(code.harm)


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with those first that harm patients most, and by place among their like."""
    return sorted(diagnostics, key=lambda each: (each.rank, each.source, each.sort_key))
