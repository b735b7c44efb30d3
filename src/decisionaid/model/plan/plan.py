"""A person's plan as a whole: ``decisionaid.plan/1``, over all their conditions.

Layer 1. Its JSON Schema is a contract with the browser, as that of a record is. What is not in its form is
refused, and so is a plan that says of somebody what they cannot have said: a goal marked as the person's that
somebody else said, an agreement by somebody who was not there, a decision without the person.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from decisionaid.model.base import Part
from decisionaid.model.plan.budget import Budget
from decisionaid.model.plan.doing import Action, Agreed, Copied, Goal, IfWorse, Review, Shared
from decisionaid.model.plan.faults import faults_in
from decisionaid.model.plan.said import (
    AboutMe,
    Condition,
    Decision,
    Need,
    Person,
    Result,
    Said,
    Visit,
)
from decisionaid.model.record import Communication, Instant, Line

MAX_PLAN_BYTES = 65_536
"""The largest plan that is read, as JSON in UTF-8: over it, a new plan begins from what is open."""

PlanId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""128 random bits: names a plan, not a person."""


class PlanForm(Part):
    """The form of a plan; what it claims of people is not looked at yet."""

    format: Literal["decisionaid.plan/1"]
    id: PlanId
    rev: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """Counts the saves of this plan."""
    created: Instant
    updated: Instant
    language: Annotated[str, StringConstraints(max_length=35)]
    follows: PlanId | None = None
    """The full plan in whose place this one stands; None: the first."""
    part: Literal["request", "addition", "paper_review"] | None = None
    """Of a plan that is a part of another one, with its id, what it is: one request, what was added to it, or a review
    that was written from a paper copy. None: it is the plan."""
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=12)]
    """Everybody who is named in it; exactly one is the person."""
    visits: Annotated[tuple[Visit, ...], Field(max_length=40)] = ()
    communication: Annotated[
        tuple[Communication, ...],
        Field(max_length=6),
    ] = ()
    about_me: Annotated[tuple[AboutMe, ...], Field(max_length=7)] = ()
    going_well: Annotated[tuple[Said, ...], Field(max_length=12)] = ()
    strengths: Annotated[tuple[Said, ...], Field(max_length=12)] = ()
    questions: Annotated[tuple[Said, ...], Field(max_length=12)] = ()
    by_myself: Annotated[tuple[Said, ...], Field(max_length=12)] = ()
    """What the person does by themselves to stay well."""
    learnt: Annotated[tuple[Said, ...], Field(max_length=12)] = ()
    conditions: Annotated[tuple[Condition, ...], Field(max_length=8)] = ()
    needs: Annotated[tuple[Need, ...], Field(max_length=16)] = ()
    results: Annotated[tuple[Result, ...], Field(max_length=12)] = ()
    decisions: Annotated[tuple[Decision, ...], Field(max_length=8)] = ()
    goals: Annotated[tuple[Goal, ...], Field(max_length=12)] = ()
    actions: Annotated[tuple[Action, ...], Field(max_length=24)] = ()
    write_down: Line = ""
    """What the person notes on paper between visits; nothing here reads it."""
    if_worse: Annotated[tuple[IfWorse, ...], Field(max_length=6)] = ()
    budgets: Annotated[tuple[Budget, ...], Field(max_length=6)] = ()
    agreed: Annotated[tuple[Agreed, ...], Field(max_length=24)] = ()
    shared: Annotated[tuple[Shared, ...], Field(max_length=12)] = ()
    copies: Annotated[tuple[Copied, ...], Field(max_length=24)] = ()
    reviews: Annotated[tuple[Review, ...], Field(max_length=12)] = ()
    doubtful: Annotated[tuple[Line, ...], Field(max_length=300)] = ()
    """What came out of a copy that was changed on the way, until somebody says anew if this is the plan.

    As paths, from the outside in: names of parts and ids of entries; of one without an id ``=`` and its check number.
    """
    crc32: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    """Of the plan without this field, as canonical JSON: finds damage, not tampering."""


class Plan(PlanForm):
    """What a person and those who help them decided, want and do, and when they look at it again."""

    @model_validator(mode="after")
    def _says_what_can_be(self) -> Self:
        faults = faults_in(self)
        if faults:
            raise ValueError("; ".join(f"{fault.path}: {fault.said}" for fault in faults))
        return self
