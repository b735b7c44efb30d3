"""What a rule is: a pure function from an aid to findings, with the code it reports under.

Layer 2. ``@rule(...)`` above a function makes a :class:`Rule`; nothing is registered behind the
scenes. Each file lists its own rules, ``decisionaid.rules`` lists them all, and ``compile_aid``
takes any list, so a house can add rules of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from typing import TypeVar, cast

from decisionaid.diagnostics import Code, Finding, Harm, RuleKind, Severity
from decisionaid.model.aid import Aid

T = TypeVar("T")


@dataclass(frozen=True)
class RuleContext:
    """What a rule may know beside the aid. ``today`` None: rules about the clock stay silent."""

    today: date | None = None
    _known: dict[object, tuple[Aid, object]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def once(self, work: Callable[..., T], aid: Aid, *given: object) -> T:
        """Return what ``work`` makes of the aid, worked out once for all rules of one check.

        ``given`` are further arguments, which are the same each time.
        """
        key = (work, id(aid))
        if key not in self._known:
            self._known[key] = (
                aid,
                work(aid, *given),
            )  # with the aid, so that its id stays its own
        return cast("T", self._known[key][1])


Check = Callable[[Aid, RuleContext], Iterable[Finding]]

Kind = Callable[[Aid], bool]
"""Tells a kind of aid, such as those in English."""


@dataclass(frozen=True)
class Rule:
    """One rule.

    ``gap``: it finds something not written yet, so in an aid with ``status: draft`` an error of it
    is a warning: a new aid starts with gaps, and its page marks them. ``unsafe``: a page with this
    fault could mislead, so no waiver in the head sets it aside. ``clock``: it is silent without
    a date, so a waiver of it is then not unused. ``withdrawn``: it looks at withdrawn aids too,
    whose figures nobody sees any more and which all other rules leave alone. ``settled``: it looks at
    how parts belong together, so it stays silent as long as the reader refuses something: an id that
    could not be read is missed everywhere.
    """

    code: Code
    check: Check
    gap: bool = False
    unsafe: bool = False
    clock: bool = False
    withdrawn: bool = False
    settled: bool = False

    @property
    def kind(self) -> RuleKind:
        """How far its findings can be believed without a person."""
        return self.code.kind

    @property
    def waivable(self) -> bool:
        """Whether an aid may set it aside; see ``model.waiver``."""
        return not self.no_waiver

    @property
    def no_waiver(self) -> str:
        """Why no waiver sets it aside, in words that follow its number; empty: one may."""
        if self.unsafe:
            return "stops a page that could mislead"
        if self.kind == "attest":
            return "asks for what people did or declare, which nobody can waive"
        return ""

    def code_for(self, aid: Aid) -> Code:
        """Return the code with the severity it has in this aid; see ``gap``."""
        if self.gap and aid.status == "draft" and self.code.severity is Severity.ERROR:
            return replace(self.code, severity=Severity.WARNING)
        return self.code


def rule(  # noqa: PLR0913 - they are the columns of the catalogue
    number: str,
    name: str,
    severity: Severity,
    *,
    kind: RuleKind,
    harm: Harm,
    why: str,
    basis: str = "",
    gap: bool = False,
    unsafe: bool = False,
    clock: bool = False,
    withdrawn: bool = False,
    settled: bool = False,
    keeps_page: bool = False,
    only: Kind | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of the function below; ``only``: it looks at aids of one kind, and finds nothing in others."""

    def made(check: Check) -> Rule:
        code = Code(number, name, severity, why, basis, keeps_page, kind=kind, harm=harm)
        looks = check if only is None else _only(only, check)
        return Rule(
            code, looks, gap=gap, unsafe=unsafe, clock=clock, withdrawn=withdrawn, settled=settled
        )

    return made


def _only(kind: Kind, check: Check) -> Check:
    @wraps(check)
    def looks(aid: Aid, context: RuleContext) -> Iterable[Finding]:
        return check(aid, context) if kind(aid) else ()

    return looks
