"""What a rule of places is: a pure function from a place to findings, with its code.

Layer 2. ``@place_rule(...)`` above a function makes a :class:`PlaceRule`. No rule of places can be set
aside: what stands in a place is the owner's own, who can mend it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from decisionaid.diagnostics import Code, Finding, Harm, RuleKind, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.place import LocalAid, LocalOption, Place
from decisionaid.text import Path


@dataclass(frozen=True)
class PlaceContext:
    """What a rule may know beside the place.

    ``aids`` are those of the project by their slug; None: such an aid is there and cannot be read.
    ``today`` None: rules about dates stay silent.
    """

    aids: Mapping[str, Aid | None] = field(default_factory=lambda: MappingProxyType({}))
    today: date | None = None


PlaceCheck = Callable[[Place, PlaceContext], Iterable[Finding]]


@dataclass(frozen=True)
class PlaceRule:
    """One rule of places. ``settled``: it looks things up, so it is silent while reading refuses something."""

    code: Code
    check: PlaceCheck
    settled: bool = False


def place_rule(  # noqa: PLR0913 - they are the columns of the catalogue
    number: str,
    name: str,
    severity: Severity,
    *,
    harm: Harm,
    why: str,
    kind: RuleKind = "auto",
    settled: bool = False,
) -> Callable[[PlaceCheck], PlaceRule]:
    """Make a rule of the function below."""

    def made(check: PlaceCheck) -> PlaceRule:
        return PlaceRule(Code(number, name, severity, why, kind=kind, harm=harm), check, settled)

    return made


def options_of(place: Place) -> Iterator[tuple[Path, LocalAid, LocalOption]]:
    """Yield what a place says of each option, with its path."""
    for number, aid in enumerate(place.aids):
        for at, option in enumerate(aid.options):
            yield ("aids", number, "options", at), aid, option
