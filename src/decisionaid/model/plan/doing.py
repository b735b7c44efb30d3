"""What a person wants to be able to do, who does what for it, and what happens if it gets worse.

Layer 1. A goal and an action are in somebody's words; what somebody else suggested is marked until the
person has answered, and is neither printed nor handed over before that.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from decisionaid.model.base import Id, Part
from decisionaid.model.plan.said import After, Day, Mine, Rated, Said, When
from decisionaid.model.record import Line

GoalStatus = Literal["open", "met", "partly", "not_met", "dropped"]

ActionStatus = Literal[
    "planned",
    "doing",
    "done",
    "stopped",
    "not_started",
    "asked",
    "waiting",
    "seen",
    "no_reply",
    "refused",
]
"""The last five are for what was asked of somebody else."""


class Answered(Part):
    """What the person answered, they or who speaks for them, and the visit at which they did.

    It is about what was suggested to them, or about asking somebody. What they answered last is also what ``mine``, or
    ``agreed``, says; in a plan from before this was written down, that alone.
    """

    visit: Id
    by: Id
    answer: Literal["yes", "no"]


Answers = Annotated[tuple[Answered, ...], Field(max_length=12)]
"""Oldest first. There is more than one where two copies were put together."""


class Looked(Part):
    """How a goal stood at one visit."""

    visit: Id
    status: GoalStatus
    now: Line = ""
    """Where the person is with it now, in a few words."""
    when: When | None = None
    """By when."""
    said: Said | None = None
    level: Annotated[int, Field(ge=-2, le=2)] | None = None
    """Only in services that set ``levels``; it is on no page."""


class Goal(Part):
    """Something that a person wants to be able to do."""

    id: Id
    said: Said
    mine: Mine = "said"
    answered: Answers = ()
    """What the person said to it as a suggestion, and when."""
    why: Said | None = None
    conditions: Annotated[tuple[Id, ...], Field(max_length=8)] = ()
    decision: Id | None = None
    need: Id | None = None
    importance: Annotated[tuple[Rated, ...], Field(max_length=40)] = ()
    confidence: Annotated[tuple[Rated, ...], Field(max_length=40)] = ()
    """How sure the person is that they can do it."""
    helps: Said | None = None
    gets_in_the_way: Said | None = None
    pulls_against: Annotated[tuple[Id, ...], Field(max_length=11)] = ()
    """Other goals that the person marked as pulling the other way."""
    pull_words: Said | None = None
    """What they make of that."""
    levels: Annotated[tuple[Line, ...], Field(max_length=5)] = ()
    """Five steps of goal attainment, worst first, where a service uses them; else none."""
    looked: Annotated[tuple[Looked, ...], Field(max_length=40)] = ()
    replaces: Id | None = None
    """An earlier goal in whose place this one stands."""


class ListedService(Part):
    """A copy of what a place's list said on the day when it was put into the plan."""

    place: Id
    service: Id
    name: Line
    phone: Annotated[str, StringConstraints(max_length=40)] = ""
    checked: Day
    stale_after: Annotated[int, Field(ge=1, le=60)] | None = None
    """The months after which the place asks to ring first; None: nobody wrote it down."""


class TakenBack(Part):
    """The person's yes to a request, taken back at a visit.

    It stands behind the yes, which stays to be read. What was handed over before cannot be fetched back. There is no
    way to take it back in its turn: who wants to ask after all asks anew.
    """

    visit: Id
    by: Id


class Asked(Part):
    """A request to somebody else, in the person's words, and whether they agree to it."""

    to: Line
    reason: Said | None = None
    agreed: Literal["yes", "no", "not_asked"] = "not_asked"
    """Without a yes there is no text and no file of the request."""
    answered: Answers = ()
    """When the person said yes or no to it."""
    may_share: Annotated[
        tuple[Literal["reason", "contact", "about_me", "needs", "goal"], ...], Field(max_length=5)
    ] = ()
    """What of the plan may go with it; nothing else does."""
    contact_me_by: Line = ""
    taken_back: Annotated[tuple[TakenBack, ...], Field(max_length=12)] = ()
    """With an entry in it there is no yes any more, whatever ``agreed`` says."""


class Did(Part):
    """How an action stood at one visit."""

    visit: Id
    status: ActionStatus
    who: Id | None = None
    """Who does it; None: nobody is named yet."""
    when: When | None = None
    often: Line = ""
    tell: Id | None = None
    """Who tells the one who does it, where they were not there."""
    said: Said | None = None


class Action(Part):
    """Something that somebody does."""

    id: Id
    goal: Id | None = None
    decision: Id | None = None
    said: Said
    mine: Mine = "said"
    answered: Answers = ()
    """What the person said to it as a suggestion, and when."""
    kind: Literal["self", "team", "service", "equipment", "learning", "choice", "find_out"] = "self"
    help: Line = ""
    """What would help to do it."""
    service: ListedService | None = None
    asked: Asked | None = None
    did: Annotated[tuple[Did, ...], Field(max_length=40)] = ()


class IfWorse(Part):
    """What the person does, and whom they call, when it gets worse; it hides no warning sign of an aid."""

    signs: Said
    i_do: Said | None = None
    call: Line = ""
    agreed: bool | None = None
    """Whether it was agreed with somebody; None: nobody asked."""


class Agreed(Part):
    """Whether somebody who was there says that this is the plan."""

    visit: Id
    by: Id
    answer: Literal["yes", "partly", "no", "not_asked"]
    words: Line = ""
    nth: Annotated[int, Field(ge=0, le=24)] | None = None
    """Which answer of its visit it was in the copy in which it was given, from 0; None: that as which it stands.

    Written where two copies were put together that both go on from one visit.
    """
    stood: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] | None = None
    """Check number of all that the plan said when it was answered; None: nobody wrote it down."""


class Shared(Part):
    """With whom parts of the plan may be shared; asked for each receiver."""

    with_whom: Line
    parts: Literal["all", "goals_and_actions", "one_request", "nothing"]
    answer: Literal["yes", "no"]
    visit: Id


class Copied(Part):
    """Who was given a copy."""

    to: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=64)]
    """The id of a person, or ``gp_record``."""
    form: Literal["paper", "large_print", "file", "text"]
    visit: Id


class Review(Part):
    """When it is looked at again; the last one holds."""

    visit: Id
    after: After = ()
    when: When | None = None
    lead: Id | None = None
    """Who sees to it; None: nobody yet."""
    how: Literal["face_to_face", "phone", "video", "not_said"] = "not_said"
    sooner_if: Line = ""
