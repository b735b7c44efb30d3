"""Rules on who made the aid (DA601 to DA605): who paid, who wrote it, and who might gain.

Layer 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.text import Path


@rule(
    "DA601",
    "funding-missing",
    Severity.ERROR,
    kind="presence",
    harm=Harm.LEAVES_OUT,
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
    kind="presence",
    harm=Harm.LEAVES_OUT,
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
    kind="attest",
    harm=Harm.LEAVES_OUT,
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


_MAKER: Final = re.compile(
    r"\b(?:mak(?:es?|ers?|ing) (?:of )?|manufactur\w+|sell(?:s|ers?|ing)?\b|suppli(?:es|ers?)\b|pharma\w*"
    r"|(?:drug|device|medical) (?:company|companies|firm|firms)|industry|shares in|shareholder|patent)",
    re.IGNORECASE,
)
_CONTROL: Final = "control"
"""The line of ``development`` that says who had the last word."""


@rule(
    "DA605",
    "maker-behind-it",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="who sells an option gains when it is chosen, and a reader wants to know who had the last word",
    basis="IPDAS 2013 chapter on conflicts of interest, BMC 13(S2):S3",
)
def maker_behind_it(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where a maker paid, or an author has to do with one, the aid says who controlled what stands in it.

    It goes by English words, and "no shares in ..." is no finding.
    """
    lines = {each.key: each for each in aid.development}
    control = lines.get(_CONTROL)
    if control is not None and control.is_proven:
        return
    told: list[tuple[Path, str]] = [(("funding",), aid.funding or "")]
    told += [
        (("authors", number, "interests"), author.interests or "")
        for number, author in enumerate(aid.authors)
    ]
    for path, words in told:
        found = _MAKER.search(words)
        if found and not re.match(r"(?:no|none|not)\b", words, re.IGNORECASE):
            yield Finding(
                path,
                f"somebody who gains may stand behind the aid: '{words}'",
                "write down who decided what stands in it, and say so below 'development:': 'control: "
                "{done: yes, who: [role], date: YYYY-MM-DD, document: made/control.md}'",
                words=words,
            )
            return


RULES: tuple[Rule, ...] = (funding_missing, authors_missing, interests_missing, maker_behind_it)
