"""What was done to make an aid well, and who did it: the record that no program can check.

Layer 1. Each line is something that a published standard asks for and only people can do. A bare
"yes" counts for nothing: developers who marked themselves gave 9.62 of 11 where reviewers of the
same work gave 6.45 (Witteman 2021, Medical Decision Making 41(7)).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from decisionaid.model.base import Part

Done = Literal["yes", "no", "planned"]

_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S+")


class Activity(NamedTuple):
    """One thing that people do for an aid; the catalogue names it, done or not."""

    counts_people: bool = False
    """Whether ``n`` says something: how many people took part."""
    outside: bool = False
    """Whether it only counts when those who did it are not among the authors."""


PEOPLE: Final = True
OUTSIDE: Final = True

ACTIVITIES: Final[Mapping[str, Activity]] = MappingProxyType(
    {
        "needs-patients": Activity(PEOPLE),
        "needs-professionals": Activity(PEOPLE),
        "review-patients": Activity(PEOPLE, OUTSIDE),
        "review-professionals": Activity(PEOPLE, OUTSIDE),
        "field-test-patients": Activity(PEOPLE),
        "field-test-professionals": Activity(PEOPLE),
        "lay-roles": Activity(PEOPLE),
        "evidence-method": Activity(),
        "accuracy-check": Activity(),
        "users-balance": Activity(PEOPLE),
        "equality": Activity(),
        "accessibility-manual": Activity(),
        "formats": Activity(),
        "translation": Activity(),
        "evaluation-knowledge": Activity(PEOPLE),
        "evaluation-match": Activity(PEOPLE),
        "interests": Activity(),
        "control": Activity(),
        "process": Activity(),
        "feedback": Activity(),
    }
)
"""Every line of the record by its key, in the order in which it is shown."""


class Attestation(Part):
    """One line of the record. ``done: yes`` counts only with who, when, a document, and how many."""

    key: str
    """One of ``ACTIVITIES``."""
    done: Done
    who: tuple[str, ...] = ()
    """Roles or names of those who did it."""
    n: int | None = None
    """How many people took part."""
    date: dt.date | None = None
    document: str | None = None
    """Where it is written down: a DOI, an address, or a file in the folder of the aid."""
    summary: str | None = None

    @property
    def activity(self) -> Activity:
        """What it is about."""
        return ACTIVITIES[self.key]

    @property
    def is_proven(self) -> bool:
        """Whether it was done and says by whom, when, where it is written, and with how many."""
        told = bool(self.who and self.date and self.document)
        counted = self.n is not None or not self.activity.counts_people
        return self.done == "yes" and told and counted


CLAIM_YEARS: Final = 3
"""What people said of an aid longer ago was said of another aid; our own choice, as long as an aid runs."""


def has_grown_old(done: dt.date, today: dt.date | None) -> bool:
    """Return whether something was done more than ``CLAIM_YEARS`` ago; ``today`` None: nothing was."""
    if today is None:
        return False
    return (done.year, done.month, done.day) < (today.year - CLAIM_YEARS, today.month, today.day)


def is_doi(document: str) -> bool:
    """Return whether a document is named by its DOI."""
    return _DOI.fullmatch(document) is not None


def is_local(document: str) -> bool:
    """Return whether a document is a file in the folder of the aid."""
    return not is_doi(document) and not document.startswith("https://")
