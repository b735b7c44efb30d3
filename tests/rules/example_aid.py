"""An aid without faults, made of models, and ways to change one thing in it. All figures are made up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from decisionaid.diagnostics import Finding
from decisionaid.model.aid import (
    Aid,
    Author,
    Condition,
    Counting,
    Dates,
    SourceWork,
    Update,
)
from decisionaid.model.figure import Figure, Frequency
from decisionaid.model.outcome import (
    Cell,
    Certainty,
    Cited,
    NotReported,
    Outcome,
    SaidAs,
    TimePoint,
    Words,
)
from decisionaid.model.prose import Paragraph, Prose, Text
from decisionaid.model.sections import (
    CellWords,
    CompareRow,
    CompareSection,
    ConditionSection,
    ImportanceQuestion,
    Item,
    Option,
    OptionsSection,
    OutcomesSection,
    RedFlagsSection,
    Section,
    ValuesSection,
)
from decisionaid.rules import RULES, RuleContext

OPTIONS = ("as-now", "treatment")


def prose(*paragraphs: str) -> Prose:
    """Return paragraphs of plain words."""
    return tuple(Paragraph(inlines=(Text(text=text),)) for text in paragraphs)


def frequency(n: int | str, of: int = 100) -> Frequency:
    """Return n in ``of``."""
    return Frequency(n=Decimal(n), of=of)


def outcome(name: str, cells: Mapping[str, Figure], **changes: object) -> Outcome:
    """Return a complete outcome; ``changes`` are fields of it."""
    return Outcome.model_validate(
        {
            "id": name,
            "label": name.capitalize(),
            "direction": "bad",
            "time": TimePoint(low=Decimal(12), unit="months"),
            "people": Words(text="2,000 adults in 5 trials"),
            "sources": Cited(ids=("example-2024",)),
            "certainty": Certainty(level="high"),
            "said_as": SaidAs(happens="have this", otherwise="do not have this"),
            "comparisons": (NotReported(),),
            "cells": tuple(Cell(option=option, figure=figure) for option, figure in cells.items()),
        }
        | changes
    )


PAIN = outcome("pain", {"as-now": frequency(40), "treatment": frequency(20)})
SICK = outcome("sick", {"as-now": frequency(5), "treatment": frequency(10)})


def _row(kind: str, question: str) -> CompareRow:
    cells = [
        {"option": each, "content": CellWords(inlines=(Text(text="Do it."),))} for each in OPTIONS
    ]
    return CompareRow.model_validate(
        {"id": kind, "question": question, "kind": kind, "cells": tuple(cells)}
    )


def sections(*outcomes: Outcome, before: tuple[Section, ...] = ()) -> tuple[Section, ...]:
    """Return every section an aid must have, with these outcomes, asking about each."""
    return (
        *before,
        ConditionSection(heading="What it is", body=prose("It is made up.")),
        RedFlagsSection(
            heading="Help now", flags=(Item(id="very-unwell", text="You feel very unwell."),)
        ),
        OptionsSection(
            heading="Options",
            options=(
                Option(id="as-now", name="Carry on", kind="as-now", body=prose("Nothing new.")),
                Option(id="treatment", name="Treatment", body=prose("You take it.")),
            ),
        ),
        CompareSection(
            heading="Compare",
            rows=(
                _row("involves", "What do I do?"),
                _row("experience", "What is it like?"),
            ),
        ),
        OutcomesSection(heading="What happens", outcomes=outcomes),
        ValuesSection(
            heading="What matters",
            questions=tuple(
                ImportanceQuestion(
                    id=f"ask-{each.id}",
                    title=each.label,
                    question=(Paragraph(inlines=(Text(text="How important is it?"),)),),
                    about=(each.id,),
                )
                for each in outcomes
            ),
        ),
    )


def example_aid(*outcomes: Outcome, **changes: object) -> Aid:
    """Return an aid without faults; with ``outcomes`` in place of its own, and fields changed."""
    return Aid.model_validate(
        {
            "slug": "example",
            "title": "The example condition",
            "question": "Should I have the example treatment?",
            "kind": "treatment",
            "condition": Condition(name="Example condition", plain="example problem"),
            "who_for": "Adults",
            "not_for": "Children",
            "people": Counting(one="person", many="people"),
            "country": "GB",
            "version": "1.0.0",
            "status": "demonstration",
            "dates": Dates(
                published=date(2026, 1, 15),
                evidence=date(2026, 1, 10),
                review=date(2028, 1, 15),
                expires=date(2029, 1, 15),
            ),
            "update": Update(every="24 months", when="A new review", owner="Aid editor"),
            "option_order": "From least to most treatment",
            "authors": (Author(name="Example team", role="editors", interests="none"),),
            "funding": "none",
            "sources": (
                SourceWork(
                    id="example-2024", title="A made-up review", year=2024, doi="10.1000/example"
                ),
            ),
            "sections": sections(*(outcomes or (PAIN, SICK))),
        }
        | changes
    )


def found(aid: Aid, number: str, today: date | None = None) -> list[Finding]:
    """Return what the rule of this number finds."""
    check = next(rule.check for rule in RULES if rule.code.number == number)
    return list(check(aid, RuleContext(today=today)))


def codes(aid: Aid, today: date | None = None) -> list[str]:
    """Return the codes of everything found, each once."""
    context = RuleContext(today=today)
    return [rule.code.number for rule in RULES if any(True for _ in rule.check(aid, context))]
