"""What the check of an aid against published standards gave: verdicts, reading level, what people did.

Layer 1. Nothing here is a score, and no verdict is that of the body which wrote a standard.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from decisionaid.model.base import Part
from decisionaid.model.development import Done

Verdict = Literal["met", "partly", "not-met", "needs-a-person", "attested", "not-applicable"]
"""``attested``: people did it, and a document says so. ``needs-a-person``: no program can tell."""


class ItemVerdict(Part):
    """What the check says of one item of one standard."""

    standard: str
    part: str
    item: str
    asks: str
    """What the item asks, in our own words."""
    verdict: Verdict
    because: str
    """Why, in one or two sentences."""
    rules: tuple[str, ...] = ()
    """Rules that looked at it."""
    shown: str = ""
    """Address of the part of the aid that shows it, beside its pages; empty: none does."""
    line: int | None = None
    """Line of the source that the first finding is about; None: nothing was found."""
    verified: bool
    """Whether the item was checked against the original; else it is our own reading of it."""
    minimum: bool
    """Whether the standard asks it of every aid."""


class StandardChecked(Part):
    """One standard and its items; ``parts`` are the names of its parts by their key."""

    key: str
    name: str
    about: str
    source: str
    parts: dict[str, str]
    items: tuple[ItemVerdict, ...]


class Minimum(Part):
    """How many of the minimum items of IPDASi v4 that apply to the aid came out how."""

    applicable: int
    met: int
    partly: int
    not_met: int
    need_a_person: int


class HardSentence(Part):
    """A sentence that is hard to read; ``line`` where it stands, ``words`` its longest words."""

    text: str
    line: int
    words: tuple[str, ...]


class SectionLevel(Part):
    """How hard one section is to read; ``age`` in whole years."""

    heading: str
    age: int
    is_hard: bool


class ReadingResult(Part):
    """How hard the aid is to read, by formula.

    ``age`` in whole years and ``ease`` (Flesch, higher is easier) are None when ``state`` is not
    ``assessed``. ``plain_age`` counts every medical name each time it stands.
    """

    state: Literal["assessed", "too-short", "not-assessed"]
    language: str
    aimed_age: int
    age: int | None = None
    plain_age: int | None = None
    ease: int | None = None
    grade: float | None = None
    smog: float | None = None
    words: int | None = None
    sentences: int | None = None
    words_per_sentence: float | None = None
    hardest: tuple[HardSentence, ...] = ()
    sections: tuple[SectionLevel, ...] = ()


class Line(Part):
    """One line of the record of how the aid was made.

    ``done`` None: the authors say nothing about it. ``sha256``: the first 16 hexadecimal digits of
    the hash of a document in the folder of the aid, so that a later change shows.
    """

    key: str
    words: str
    done: Done | None = None
    who: tuple[str, ...] = ()
    n: int | None = None
    date: dt.date | None = None
    document: str | None = None
    sha256: str | None = None
    summary: str | None = None


class Waived(Part):
    """A rule that is set aside in this aid: by whom, when, why, and until when."""

    code: str
    name: str
    by: str
    date: dt.date
    reason: str
    ends: dt.date
    """The last day on which it holds; after that, what the rule finds counts again."""


class Dated(Part):
    """The dates of the aid, and who sees to it."""

    published: dt.date | None = None
    evidence: dt.date | None = None
    review: dt.date | None = None
    expires: dt.date | None = None
    every: str | None = None
    """How often it is looked at again, in the author's words."""
    when: str | None = None
    """What brings that forward, in the author's words."""
    owner: str | None = None


class Quality(Part):
    """How an aid was checked, and what came of it; the same source gives the same."""

    format: Literal["decisionaid.quality/1"] = "decisionaid.quality/1"
    slug: str
    title: str
    version: str | None
    status: str
    language: str
    sha256: str
    summary: str
    """One sentence; never a score."""
    minimum: Minimum
    reading: ReadingResult
    dates: Dated
    development: tuple[Line, ...]
    waivers: tuple[Waived, ...]
    standards: tuple[StandardChecked, ...]
