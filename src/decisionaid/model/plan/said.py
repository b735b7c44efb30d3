"""Who was there, and what was said: every entry of a plan names who said it, and at which visit.

Layer 1. Nothing in a plan is overwritten: what is said later stands behind what was said before. That one
rule gives authorship, a history, before and after, and merging without a server.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from decisionaid.model.base import Id, Part
from decisionaid.model.record import Line

Words = Annotated[str, StringConstraints(min_length=1, max_length=600)]
"""A few sentences of somebody's own words."""

Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A day where the person was, year-month-day."""

Mine = Literal["said", "accepted", "declined", "not_asked"]
"""Whose a goal or an action is: said by the person, or suggested to them and what they answered."""

Example = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}:[a-z0-9-]{1,64}/[a-z0-9-]{1,64}$")
]
"""``aid:plan/item``: the aid's example that these words were taken from."""

NeedAbout = Literal[
    "pain",
    "sleep",
    "tired",
    "moving",
    "falls",
    "breath",
    "food_and_weight",
    "memory",
    "low_mood",
    "worry",
    "lonely",
    "family",
    "home",
    "money",
    "work",
    "other",
]
"""What can be hard, in sixteen words; services of a place are found by the same ones."""

SAYS_FOR_THEMSELVES = ("me", "speaks_for_me")
"""The roles whose words are the person's own."""


class Person(Part):
    """Somebody who has a part in the plan; nobody has to be named."""

    id: Id
    role: Literal[
        "me",
        "speaks_for_me",
        "carer",
        "clinician",
        "link_worker",
        "care_coordinator",
        "other",
        "professional",
    ]
    """``speaks_for_me``: may decide for the person by law or by their wish. ``carer``: family, a friend, whoever comes
    with the person or cares for them unpaid. ``professional``: helps as their work, in none of the three jobs that
    have a role of their own. ``other``: nobody said what they are, so they count as no professional.
    """
    name: Line = ""
    """Empty unless somebody wrote it; it is in no code and in no calendar."""
    job: Line = ""
    """What they are to the person, such as "my daughter" or "practice nurse"."""
    contact: Line = ""


class Visit(Part):
    """A time at which something was said or written."""

    id: Id
    """Chosen at random when it begins, so that two copies of a plan can be put together."""
    kind: Literal["preparation", "visit", "link_worker", "between", "review"]
    """``preparation`` and ``between`` are the person's own time, without a professional."""
    on: Day
    how: Literal["alone", "on_paper", "face_to_face", "phone", "video", "not_said"] = "not_said"
    there: Annotated[tuple[Id, ...], Field(max_length=12)]
    typed_by: Id
    record: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None = None
    """The record of a decision aid that was put into the plan as this visit; None: it was written in the plan."""
    apart: bool = False
    """Two copies both went on from it, so in which order things were said at it nobody can tell."""


class Said(Part):
    """Words, who said them, and at which visit."""

    words: Words
    by: Id
    visit: Id
    example: Example | None = None
    """The aid's example that was taken, or its sign that was ticked; None: their own words from the start."""


class When(Part):
    """A day, or words such as "each Tuesday", or both; only a day reaches a calendar."""

    on: Day | None = None
    words: Line = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.on is None and not self.words:
            raise ValueError("a time needs a day or words")
        return self


After = Annotated[tuple[Id, ...], Field(max_length=12)]
"""The visits of those which whoever wrote one anew had before them, each as often as there was one of it; its own
visit where there was none.

Empty: nobody wrote it down. So one out of another copy, which they did not know, is told from one in its place.
"""


class Rated(Part):
    """0 (not at all) to 10 at one visit, or why there is no number; only an answer has one."""

    visit: Id
    state: Literal["answered", "unsure", "not_applicable", "prefer_not_to_say", "unanswered"]
    value: Annotated[int, Field(ge=0, le=10)] | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.value is not None) != (self.state == "answered"):
            raise ValueError(f"the state is '{self.state}', and the value is {self.value!r}")
        return self


class AboutMe(Part):
    """What was said under one of seven headings, oldest first.

    The headings are those of "About me" of the Professional Record Standards Body, version 2.
    """

    heading: Literal[
        "most_important",
        "people",
        "communicate",
        "wellness",
        "please_do_and_dont",
        "support",
        "also_worth_knowing",
    ]
    said: Annotated[tuple[Said, ...], Field(min_length=1, max_length=12)]


class Condition(Part):
    """A condition as the person calls it."""

    id: Id
    name: Line
    code: Annotated[str, StringConstraints(max_length=40)] = ""
    """Only where a place gives one; we ship none."""


class Need(Part):
    """Something that is hard, by a word that was ticked, in their own words where there are any."""

    id: Id
    about: NeedAbout
    said: Said | None = None
    first: bool = False
    """One of the up to three that the person wants to talk about first."""
    condition: Id | None = None
    visit: Id | None = None
    """The visit at which it was ticked; its words may be of a later one. None: nobody wrote down when."""


class Result(Part):
    """What a test found, and what a professional said that it means; never compared with anything."""

    what: Line
    found: Line
    means: Said | None = None
    visit: Id | None = None
    """The visit at which it was written down; None: nobody wrote down when."""


class AidShown(Part):
    """Which build of which aid was behind a decision."""

    id: Id
    version: Annotated[str, StringConstraints(max_length=40)]
    source_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    title: Line
    language: Annotated[str, StringConstraints(max_length=35)]


class Became(Part):
    """What became of a decision at one visit."""

    visit: Id
    state: Literal["decided", "not_yet", "want_more", "rather_not", "stopped"]
    option: Id | None = None
    """Only when decided, and where the options are those of an aid."""
    option_name: Line = ""
    reason: Said | None = None
    by: Annotated[tuple[Id, ...], Field(max_length=12)] = ()
    doubts: Said | None = None
    look_again: When | None = None

    @model_validator(mode="after")
    def _is_decided_with_an_option(self) -> Self:
        if (self.option_name != "") != (self.state in ("decided", "stopped")):
            raise ValueError(f"the state is '{self.state}', and the option is {self.option_name!r}")
        if self.option is not None and not self.option_name:
            raise ValueError("an option has a name")
        return self


class Decision(Part):
    """One decision, with all options that were shown, and what became of it, visit by visit."""

    id: Id
    condition: Id | None = None
    question: Line
    aid: AidShown | None = None
    record: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None = None
    """The record in which the person had stated alone what matters to them; it stays what it is."""
    shown: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    became: Annotated[tuple[Became, ...], Field(max_length=40)] = ()
