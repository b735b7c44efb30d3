"""Rules on a place and the aids that it speaks of (DP111 to DP114, DP119).

Layer 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.place import LocalOption, Place
from decisionaid.model.sections import Option
from decisionaid.rules.places.place_rule import PlaceContext, PlaceRule, options_of, place_rule
from decisionaid.text import Path


def _or_one_of(word: str, known: Collection[str], none: str) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"write one of: {', '.join(known)}" if known else none


def _known(
    place: Place, context: PlaceContext
) -> Iterator[tuple[Path, Aid, LocalOption, Option | None]]:
    """Yield what is said of options of aids that can be read, each with the option if there is one."""
    for path, local, option in options_of(place):
        aid = context.aids.get(local.aid)
        if aid is not None:
            yield (
                path,
                aid,
                option,
                next((e for e in aid.all_options if e.id == option.option), None),
            )


@place_rule(
    "DP111",
    "place-unknown-aid",
    Severity.ERROR,
    harm=Harm.LEAVES_OUT,
    why="what is said of an aid that is not there is shown to nobody",
    settled=True,
)
def unknown_aid(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """Every aid that a place speaks of lies beside it."""
    for number, local in enumerate(place.aids):
        if local.aid not in context.aids:
            fix = _or_one_of(local.aid, context.aids, "there is no aid yet: take it out")
            yield Finding(("aids", number), f"there is no aid '{local.aid}'", fix)


@place_rule(
    "DP112",
    "place-unknown-option",
    Severity.ERROR,
    harm=Harm.LEAVES_OUT,
    why="what is said of an option that is not there is shown to nobody, or at the wrong one",
    settled=True,
)
def unknown_option(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """Every option that a place speaks of is one of its aid."""
    for path, aid, local, option in _known(place, context):
        if option is None:
            offered = [each.id for each in aid.options if each.offered]
            message = f"the aid '{aid.slug}' has no option '{local.option}'"
            fix = _or_one_of(local.option, offered, "the aid offers no option: take it out")
            yield Finding(path, message, fix)


@place_rule(
    "DP113",
    "place-lifts-option",
    Severity.ERROR,
    harm=Harm.MISLEADS,
    why="an aid may leave an option out because it does harm, and only the aid can say that it does not",
    settled=True,
)
def lifts_option(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """A place says nothing of an option that the aid does not offer."""
    for path, aid, local, option in _known(place, context):
        if option is not None and option.not_offered is not None:
            yield Finding(
                path,
                f"the aid '{aid.slug}' does not offer '{local.option}': {option.not_offered.reason}",
                "take it out: only the authors of the aid can offer it, after looking at the evidence",
            )


@place_rule(
    "DP114",
    "place-comparator",
    Severity.ERROR,
    harm=Harm.MISLEADS,
    why="what was only used in studies is offered nowhere",
    settled=True,
)
def comparator(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """A place says nothing of a comparator."""
    for path, aid, local, option in _known(place, context):
        if option is not None and option.kind == "comparator":
            message = (
                f"'{local.option}' was used in the studies of '{aid.slug}' and is offered nowhere"
            )
            yield Finding(path, message, "take it out")


@place_rule(
    "DP119",
    "place-silent-option",
    Severity.NOTICE,
    harm=Harm.LEAVES_OUT,
    why="people are told to ask, where the place may know",
    kind="presence",
    settled=True,
)
def silent_option(place: Place, context: PlaceContext) -> Iterator[Finding]:
    """A place that speaks of an aid says something of every option that has to be arranged."""
    for number, local in enumerate(place.aids):
        aid = context.aids.get(local.aid)
        said = {each.option for each in local.options}
        silent = [
            each.id
            for each in (aid.options if aid else ())
            if each.offered and each.kind == "active" and each.id not in said
        ]
        if silent:
            listed = ", ".join(silent)
            yield Finding(
                ("aids", number),
                f"of these options of '{local.aid}' nothing is said: {listed}",
                f"add how to get them, such as '{silent[0]}: {{here: yes}}'; without it the page says "
                "'Ask how to get this here'",
            )


RULES: tuple[PlaceRule, ...] = (
    unknown_aid,
    unknown_option,
    lifts_option,
    comparator,
    silent_option,
)
