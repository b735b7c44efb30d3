"""Rules of the evidence clock (DA510 to DA513): what is late, what has ended, what is withdrawn.

Layer 2. They go by the day they are given and stay silent without one. What a page then says is
decided in ``model.clock``, by the same days.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.clock import source_state, state_of
from decisionaid.rules.rule import Rule, RuleContext, rule

HOFFMANN = "Hoffmann and others 2021, Medical Decision Making, doi 10.1177/0272989X21996622"


@rule(
    "DA510",
    "review-overdue",
    Severity.WARNING,
    kind="auto",
    harm=Harm.MISLEADS,
    why="nobody has looked if it is still true, and every page of the aid now says so",
    basis=HOFFMANN,
    clock=True,
)
def review_overdue(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The day by which the aid is looked at again is still to come."""
    if state_of(aid, context.today) == "overdue":
        yield Finding(
            ("dates", "review"),
            f"the aid was to be looked at again by {aid.dates.review}",
            "compare every figure with its source, then set the dates anew",
        )


@rule(
    "DA511",
    "source-dates",
    Severity.WARNING,
    kind="auto",
    harm=Harm.MISLEADS,
    why="figures that nobody compared with their source again may have changed there",
    clock=True,
)
def source_dates(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The dates of a source fit together, and its review is still to come."""
    for number, source in enumerate(aid.sources):
        at = ("sources", number)
        if source.checked and source.review and source.review < source.checked:
            yield Finding(
                (*at, "review"),
                f"the figures of '{source.id}' are to be compared again by {source.review}, "
                f"before they were compared on {source.checked}",
                "correct one of the two",
            )
        if context.today is None:
            continue
        if source.checked and source.checked > context.today:
            yield Finding(
                (*at, "checked"),
                f"the figures of '{source.id}' were compared with it on {source.checked}, "
                "which is still to come",
                f"write the day it was done, today being {context.today}",
            )
        elif source_state(source, context.today) == "overdue":
            yield Finding(
                (*at, "review"),
                f"the figures of '{source.id}' were to be compared with it by {source.review}",
                f"compare them, then write: checked: {context.today}, and a new review",
            )


@rule(
    "DA512",
    "expired",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="an aid that has ended shows no figures any more, and people who open it need a newer one",
    basis=HOFFMANN,
    unsafe=True,
    clock=True,
    keeps_page=True,
)
def expired(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """The aid has not ended."""
    if state_of(aid, context.today) == "expired":
        yield Finding(
            ("dates", "expires"),
            f"the aid ended on {aid.dates.expires}, and its page shows no figures any more",
            "compare every figure with its source, then set all four dates anew; "
            "or withdraw it: status: withdrawn",
        )


_EXAMPLE = 'withdrawn: {date: YYYY-MM-DD, reason: "Why nobody should use it"}'


@rule(
    "DA513",
    "withdrawn-without-word",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
    why="whoever kept a link or a sheet of paper has to learn that the aid is withdrawn, since when and why",
    unsafe=True,
    withdrawn=True,
)
def withdrawn_without_word(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """A withdrawn aid says since when and why, and only a withdrawn aid does."""
    said = aid.withdrawn
    if aid.status != "withdrawn":
        if said is not None:
            yield Finding(
                ("withdrawn",),
                f"the head says why the aid is withdrawn, and its status is '{aid.status}'",
                "write 'status: withdrawn', or take 'withdrawn' out",
            )
        return
    if said is None:
        yield Finding(("status",), "the aid is withdrawn, and the head does not say why",
                      f"add to the head: {_EXAMPLE}")  # fmt: skip
        return
    for name, words in (("date", "since when"), ("reason", "why")):
        if getattr(said, name) is None:
            yield Finding(
                ("withdrawn", name),
                f"the head does not say {words} the aid is withdrawn",
                f"write it like this: {_EXAMPLE}",
            )
    if context.today and said.date and said.date > context.today:
        yield Finding(
            ("withdrawn", "date"),
            f"the aid is withdrawn from {said.date} on, which is still to come",
            f"write the day it was withdrawn, today being {context.today}",
        )
    if said.instead == aid.slug:
        yield Finding(
            ("withdrawn", "instead"),
            "the aid names itself as what to use in its place",
            "name another aid, or take 'instead' out",
        )


RULES: tuple[Rule, ...] = (review_overdue, source_dates, expired, withdrawn_without_word)
