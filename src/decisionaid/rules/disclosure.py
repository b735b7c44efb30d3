"""Rules on who made the aid (DA6xx): who paid, who wrote it, and who might gain.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Severity
from decisionaid.model.aid import Aid
from decisionaid.rules.rule import Rule, RuleContext, rule


@rule(
    "DA601",
    "funding-missing",
    Severity.ERROR,
    why="a reader has a right to know who paid, and silence reads as hiding it",
    basis="IPDASi v4, item 2.3.1",
    gap=True,
)
def funding_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says who paid; ``none`` is an answer."""
    if not aid.funding:
        yield Finding(
            ("funding",),
            "the head does not say who paid for the aid",
            "add to the head: funding: none (or who paid, in words)",
        )


@rule(
    "DA602",
    "authors-missing",
    Severity.ERROR,
    why="a reader cannot judge a text by nobody",
    gap=True,
)
def authors_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head names at least one author, each with a role."""
    if not aid.authors:
        yield Finding(
            ("authors",),
            "the head does not say who made the aid",
            "add to the head, below 'authors:', a line: "
            "'  - {name: Name or team, role: editor, interests: none}'",
        )
    for number, author in enumerate(aid.authors):
        if not author.role:
            yield Finding(
                ("authors", number, "role"),
                f"the head does not say what '{author.name}' did",
                f"add it: {{name: {author.name}, role: editor, ...}}",
            )


@rule(
    "DA603",
    "interests-missing",
    Severity.ERROR,
    why="somebody who gains when an option is chosen may, without meaning to, write in its favour",
    gap=True,
)
def interests_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Each author says what they stand to gain or lose; ``none`` is an answer."""
    for number, author in enumerate(aid.authors):
        if not author.interests:
            yield Finding(
                ("authors", number, "interests"),
                f"'{author.name}' does not say what interests they have",
                "add it: interests: none (or which, in words)",
            )


RULES: tuple[Rule, ...] = (funding_missing, authors_missing, interests_missing)
