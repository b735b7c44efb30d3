"""The words of an aid with every kind of question and long names, on an example condition; figures are made up."""

from typing import Final, Literal

from decisionaid.model.words import (
    AidWords,
    CheckWords,
    FactFigure,
    FactWords,
    LabelledItem,
    QuestionItem,
    QuestionWords,
)

Kind = Literal["importance", "balance", "ranking", "choice", "picks"]


def _items(*names: str) -> tuple[QuestionItem, ...]:
    return tuple(QuestionItem(id=name.lower().replace(" ", "-"), text=name) for name in names)


def _question(id_: str, kind: Kind, *names: str, sensitive: bool = False) -> QuestionWords:
    return QuestionWords(
        id=id_,
        kind=kind,
        title=f"What comes first: “{id_}”",
        question=f"How is it with {id_}?",
        wording="1" * 16,
        items=_items(*names),
        sensitive=sensitive,
    )


def _row(direction: Literal["good", "bad", "neutral"]) -> FactWords:
    return FactWords(
        id=f"row-{direction}",
        label=f"A {direction} thing",
        about=(f"row-{direction}",),
        direction=direction,
        measured="in 1 year, among made-up people",
        better="fewer is better",
        sure="not graded",
        source="Made up 2026",
        figures=tuple(
            FactFigure(option=f"Option {n}", said=f"{n} of 100 people") for n in range(6)
        ),
    )


THINGS: Final = ("Work", "Sleep", "Cost", "Pain", "Travel", "Family", "Sport")

ODD: Final = AidWords(
    id="example-condition",
    version="1.2.0-β",
    title="Example condition – what are my options? " + "A very long name. " * 12,
    question="What to do about an example condition?",
    language="en-GB",
    evidence="2026-03-01",
    status="draft",
    source_sha256="fedcba9876543210",
    options=tuple(
        LabelledItem(id=f"option-{n}", text=f"Option {n}: {'a long name ' * 15}".strip())
        for n in range(6)
    ),
    strata=(LabelledItem(id="fever", text="I have a fever"), LabelledItem(id="none", text="None")),
    red_flags=tuple(
        LabelledItem(id=f"sign-{n}", text=f"Sign {n} “with” a long name {'x' * 200}")
        for n in range(30)
    ),
    questions=(
        _question("weight", "importance", "low", "high"),
        _question("secret", "importance", "low", "high", sensitive=True),
        _question("now-or-later", "balance", "Now", "Later"),
        _question("order", "ranking", *THINGS[:4]),
        _question("where", "choice", *THINGS[:3]),
        _question("most", "picks", *THINGS),
    ),
    checks=tuple(
        CheckWords(
            id=f"fact-{n}",
            statement=f"Fact {n} is so – {'or is it? ' * 10}",
            wording="2" * 16,
            answers=(LabelledItem(id="yes", text="Yes"), LabelledItem(id="no", text="No")),
            correct=("yes",),
            explanation="In a made-up study it was so for 12 of 100 people. " * 6,
        )
        for n in range(8)
    ),
    to_ask=tuple(LabelledItem(id=f"ask-{n}", text=f"What about {n}?") for n in range(30)),
    ideas=tuple(LabelledItem(id=f"plan/idea-{n}", text=f"Do {n}") for n in range(30)),
    facts=(_row("good"), _row("bad"), _row("neutral")),
)
