"""Rules on what figures rest on (DA504, DA514): how sure, and which printing.

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC
from decisionaid.model.outcome import Certainty, Cited, Outcome
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NAMED, outcomes_of, quoted
from decisionaid.text import Path


@rule(
    "DA504",
    "how-sure-not-said",
    Severity.WARNING,
    kind="presence",
    harm=Harm.MISLEADS,
    why="a bare number looks exact, and a reader cannot tell a firm figure from a guess",
    basis="IPDASi v4, item 2.2.4",
    settled=True,
)
def how_sure_not_said(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Some figure of the aid has a range or a graded certainty.

    "Not graded" with its reason is an honest answer, which the page repeats at the figure; where it is
    the only answer in the whole aid, nobody may have looked. A certainty that is missing, or has no
    reason, is refused by DA308.
    """
    measured = [(path, outcome) for path, outcome in outcomes_of(aid) if _figures(outcome)]
    bare = [(path, outcome) for path, outcome in measured if _is_bare(outcome)]
    if not bare or len(bare) < len(measured):
        return
    more = len(bare) - NAMED
    named = quoted(outcome.id for _path, outcome in bare[:NAMED])
    yield Finding(
        bare[0][0],
        f"nothing in the aid says how sure its figures are, of {named}{f', and of {more} more' if more > 0 else ''}: "
        "they have no range and no grade",
        "write the range that the source prints, '... in 100 (... to ...)', or the grade that it gives: "
        "'- Certainty: low: reason'",
        also=tuple(path for path, _outcome in bare[1:]),
    )


def _is_bare(outcome: Outcome) -> bool:
    certainty = outcome.certainty
    if certainty is None:
        return False
    if isinstance(certainty, Certainty) and (
        certainty.level != "not-graded" or certainty.reason is None
    ):
        return False
    ranges = (*_figures(outcome), *outcome.comparisons)
    return all(getattr(each, "low", None) is None for each in ranges)


def _figures(outcome: Outcome) -> list[object]:
    return [each for each in outcome.figures if isinstance(each, NUMERIC)]


@rule(
    "DA514",
    "printing-not-explained",
    Severity.WARNING,
    kind="presence",
    harm=Harm.MISLEADS,
    why="a study that was printed twice can have two figures for one thing, and taking the nicer one is a choice",
)
def printing_not_explained(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where a study has two printings, an outcome that rests on it says why it takes the one it takes."""
    studies = {source.id: source.version_of or source.id for source in aid.sources}
    twice = {source.version_of for source in aid.sources if source.version_of}
    resting: dict[str, list[tuple[Path, Outcome]]] = {}
    for path, outcome in outcomes_of(aid):
        cited = outcome.sources.ids if isinstance(outcome.sources, Cited) else ()
        for study in dict.fromkeys(studies.get(each, each) for each in cited):
            if study in twice:
                resting.setdefault(study, []).append((path, outcome))
    for study, found in resting.items():
        if any(outcome.chosen for _path, outcome in found):
            continue
        printings = quoted(each for each, of in studies.items() if of == study)
        path, outcome = found[0]
        yield Finding(
            (*path, "sources"),
            f"'{outcome.label}' rests on a study that was printed more than once, {printings}, "
            "and does not say why this printing",
            "add a line: '- Chosen: the second printing followed more people'",
            also=tuple((*at, "sources") for at, _other in found[1:]),
        )


RULES: tuple[Rule, ...] = (how_sure_not_said, printing_not_explained)
