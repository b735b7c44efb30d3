"""About what a row of the one-page grid says, so that its room can be reckoned.

Layer 1. As long as what the page says in English; the page has words of its own, since they are translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.base import Part
from decisionaid.model.claims import (
    Caution,
    beside_two_figures,
    caution_of,
    measured_from,
    printed_without_range,
)
from decisionaid.model.figure import (
    NUMERIC,
    Bound,
    Change,
    DifferenceFrom,
    Events,
    Frequency,
    Rate,
    ReferenceCell,
    Score,
)
from decisionaid.model.outcome import AtWords, Outcome, PublishedRatio, is_said_by_label

_TIME: Final = "At 10 to 12 months"
_ABOUT: Final = "moderate certainty [1]."
_SCALE: Final = "From 100 to 200, lower is better."
_MEASURED: Final[dict[type, str]] = {
    Score: "Points on average.",
    Change: "Change since the start, on average.",
    Rate: "Events on average, not people.",
    Events: "Events, not people.",
}
_RATE_OF_PEOPLE: Final = "On average, with each of the people counted once."
_MEASURED_ENDS: Final = "10.1 points (10.1 to 10.2)"
_CAUTION: Final[dict[Caution, str]] = {
    "": "",
    "different": "Different studies, so not comparable.",
    "open": "The study could not tell if they differ.",
    "partly": "The study could not tell if all differ.",
    "very-unsure": "We are very unsure if they differ.",
    "no-range": "The source prints no range.",
    "partly-no-range": "The source prints no range for some.",
    "unsized": "The source says that there is a difference, not how large.",
    "partly-unsized": "The source does not say how large some differences are.",
    "unsaid": "No comparison was found.",
}


def label_text(aid: Aid, outcome: Outcome) -> str:
    """Return about the name of a row, with the group of people that it is about."""
    group = next((each.words for each in aid.strata if each.id == outcome.stratum), "")
    return f"{outcome.label}, for people who say {group}" if group else outcome.label


def about_texts(aid: Aid, outcome: Outcome) -> tuple[str, ...]:
    """Return about what stands under the name of a row; then a text for each comparator."""
    time = outcome.time.words if isinstance(outcome.time, AtWords) else _TIME
    about = [time, _ABOUT, _frame_text(aid, outcome), _SCALE if outcome.scale else ""]
    about += _range_texts(aid, outcome)
    about += list(_printed_texts(aid, outcome)) or [_CAUTION[caution_of(outcome)]]
    beside = {each.id: each.name for each in aid.all_options if each.kind == "comparator"}
    beside.pop(measured_from(outcome), None)
    measured = (cell.option for cell in outcome.cells if cell.option in beside)
    return (" ".join(filter(None, about)), *(f"{beside[each]}: 159 of 1,000" for each in measured))


def figure_text(figure: Part | None) -> str:
    """Return about what a cell says; empty where it has no range."""
    match figure:
        case DifferenceFrom(low=Bound() as low, high=Bound() as high):
            ends = f"({low.amount} {low.word} to {high.amount} {high.word})"
            return f"{figure.amount} {figure.word} in {figure.of or ''} {ends}"
        case Frequency(low=Decimal(), high=Decimal()):
            return f"about {figure.n} of {figure.of} ({figure.low} to {figure.high})"
        case Rate(low=Decimal()) | Score(low=Decimal()) | Change(low=Decimal()):
            return _MEASURED_ENDS
        case _:
            return ""


def _frame_text(aid: Aid, outcome: Outcome) -> str:
    """Return about what is said of what the figures of a row count."""
    if not any(isinstance(cell.figure, NUMERIC) for cell in outcome.cells):
        return ""
    kinds = {type(cell.figure) for cell in outcome.cells}
    if any(
        isinstance(each.figure, Rate) and each.figure.counts == "people" for each in outcome.cells
    ):
        return _RATE_OF_PEOPLE
    if kinds & _MEASURED.keys():
        return " ".join(text for kind, text in _MEASURED.items() if kind in kinds)
    many = outcome.count[1] if outcome.count else aid.people.many if aid.people else "people"
    happens = outcome.said_as.happens if outcome.said_as else ""
    said = "" if is_said_by_label(outcome) else f"{many} {happens}"
    reference = next(
        (each.option for each in outcome.cells if isinstance(each.figure, ReferenceCell)), ""
    )
    than = f"or fewer more than with {_names(aid).get(reference, reference)}" if reference else ""
    return f"How many {said or many} {than}." if said or than else ""


def _printed_texts(aid: Aid, outcome: Outcome) -> Iterator[str]:
    """Yield about what is said of each comparison that is printed without a range."""
    names = _names(aid)
    for each in printed_without_range(outcome):
        pair = (names.get(option, option) for option in (each.option, each.against))
        yield f"{' against '.join(pair)}: 120 fewer in 1,000, no range."


def _range_texts(aid: Aid, outcome: Outcome) -> Iterator[str]:
    """Yield about what is said of each comparison that is printed with a range beside two figures."""
    several = len(outcome.with_own_figures) > 2
    names = _names(aid)
    for each in beside_two_figures(outcome):
        pair = (names.get(option, option) for option in (each.option, each.against))
        who = " against ".join(pair) if several else f"with {next(pair)}"
        if isinstance(each, PublishedRatio):
            said, ends = f"hazard ratio {each.value}", f"{each.low} to {each.high}"
        else:
            said = f"{each.amount} {each.word} {'in 1,000' if each.of else 'points'}"
            ends = f"{each.low} to {each.high} {each.word}"
        yield f"{who}: {said} ({ends}){', adjusted' * each.adjusted}."


def _names(aid: Aid) -> dict[str, str]:
    return {each.id: each.in_sentence or each.name for each in aid.all_options}
