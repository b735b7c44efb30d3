"""An aid about an Example condition that uses every part of the format; its figures are made up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from decisionaid.model.aid import (
    Aid,
    Author,
    Condition,
    Counting,
    Dates,
    SourceWork,
    Stratum,
    Update,
)
from decisionaid.model.figure import (
    Bound,
    Change,
    Counted,
    DifferenceFrom,
    Events,
    FewerThan,
    Figure,
    Frequency,
    InWords,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotKnown,
    Rate,
    ReferenceCell,
    Score,
    Spread,
)
from decisionaid.model.outcome import (
    AtWords,
    Cell,
    Certainty,
    Cited,
    Lifetime,
    MattersFrom,
    NotClear,
    NotReported,
    Outcome,
    PublishedDifference,
    PublishedRatio,
    SaidAs,
    Scale,
    TimePoint,
    Words,
)
from decisionaid.model.prose import (
    Emphasis,
    FigureName,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Subheading,
    Text,
)
from decisionaid.model.sections import (
    AgreeADate,
    Answer,
    BalanceQuestion,
    CellWords,
    ChoiceQuestion,
    CompareCell,
    CompareRow,
    CompareSection,
    ConditionSection,
    ExampleAction,
    ExampleGoal,
    ImportanceQuestion,
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    NotOffered,
    Option,
    OptionPlan,
    OptionsSection,
    OutcomesSection,
    PlanSection,
    ProseSection,
    QuestionsSection,
    RankingQuestion,
    RedFlagsSection,
    ReviewIn,
    SupportSection,
    TestResult,
    TestSection,
    UncertainSection,
    ValuesSection,
)

D = Decimal
OPTIONS = ("wait", "tablet", "operation")


def words(*sentences: str) -> Prose:
    """Return one paragraph for each sentence."""
    return tuple(Paragraph(inlines=(Text(text=each),)) for each in sentences)


def outcome(
    name: str, *figures: Figure | None, options: tuple[str, ...] = OPTIONS, **fields: object
) -> Outcome:
    """Return an outcome with a figure for each option, and ordinary fields where none are given."""
    usual: dict[str, object] = {
        "id": name,
        "label": f"Example outcome {name}",
        "direction": "bad",
        "time": TimePoint(low=D(1), unit="years"),
        "people": Words(text="900 people in 2 trials"),
        "sources": Cited(ids=("review",)),
        "certainty": Certainty(level="moderate"),
        "said_as": SaidAs(happens="have the bad thing", otherwise="do not have it"),
        "cells": tuple(
            Cell(option=option, figure=figure)
            for option, figure in zip(options, figures, strict=True)
        ),
    }
    return Outcome.model_validate(usual | fields)


def frequency(n: str, of: int, low: str | None = None, high: str | None = None) -> Frequency:
    """Return ``n in of (low to high)``."""
    return Frequency(n=D(n), of=of, low=D(low) if low else None, high=D(high) if high else None)


UNKNOWN = NotKnown(reason="the trials were different ones")
SCALE = Scale(name="example score", low=D(0), high=D(100), better="lower")

OUTCOMES = (
    outcome(
        "soon",
        frequency("159", 1000),
        frequency("111", 1000, "90", "137"),
        UNKNOWN,
        series="pain",
        time=TimePoint(low=D(2), high=D(3), unit="days"),
        comparisons=(
            PublishedRatio(
                option="tablet",
                against="wait",
                measure="risk ratio",
                value=D("0.70"),
                low=D("0.57"),
                high=D("0.86"),
            ),
        ),
    ),
    outcome(
        "later",
        frequency("440", 1000),
        frequency("430", 1000),
        UNKNOWN,
        series="pain",
        comparisons=(
            PublishedRatio(
                option="tablet",
                against="wait",
                measure="risk ratio",
                value=D("0.97"),
                low=D("0.76"),
                high=D("1.24"),
            ),
        ),
    ),
    outcome(
        "counted",
        NotKnown(reason="nobody asked"),
        Counted(n=62, of=78),
        Counted(n=13, of=50),
        comparisons=(NotReported(),),
    ),
    outcome(
        "rare",
        FewerThan(n=D(1), of=1000),
        frequency("3", 1000),
        NotApplicable(reason="it is a harm of tablets"),
        groups_from_different_studies=True,
        fit="These people were older than most.",
    ),
    outcome(
        "rates",
        Rate(n=D("1.6"), of=100),
        NotFound(reason="the source prints a ratio"),
        UNKNOWN,
        time=Lifetime(),
        said_as=None,
    ),
    outcome(
        "events",
        UNKNOWN,
        Events(events=6, people=50),
        Events(events=24),
        said_as=None,
        time=AtWords(words="while on treatment"),
    ),
    outcome(
        "scores",
        Score(points=D("37.0"), sd=D("30.7"), people=78),
        Score(points=D("55.8"), low=D("50.1"), high=D("60.0")),
        UNKNOWN,
        scale=SCALE,
        said_as=None,
        matters_from=MattersFrom(points=D(12)),
        comparisons=(
            PublishedDifference(
                option="tablet",
                against="wait",
                amount=D("8.8"),
                word="higher",
                low=D("5.0"),
                high=D("11.6"),
                adjusted=True,
            ),
        ),
    ),
    outcome(
        "changes",
        Change(points=D("16.0"), word="better"),
        Change(points=D(1), word="worse"),
        UNKNOWN,
        scale=SCALE,
        said_as=None,
        comparisons=(NotClear(reason="the source says so"),),
    ),
    outcome(
        "differences",
        DifferenceFrom(
            amount=D("1.3"),
            word="lower",
            low=Bound(amount=D("3.9"), word="lower"),
            high=Bound(amount=D("1.3"), word="higher"),
        ),
        DifferenceFrom(amount=D(20), word="fewer", of=1000),
        NoDifferenceShown(reason="the text gives no numbers"),
        ReferenceCell(),
        options=(*OPTIONS, "dummy"),
        scale=SCALE,
        said_as=None,
    ),
    outcome(
        "spread",
        UNKNOWN,
        Spread(low=D(10), high=D(34), of=100, across="studies"),
        Spread(low=D(2), high=D(3), of=1000, across="years", word="fewer"),
        more=True,
    ),
    outcome(
        "young", UNKNOWN, frequency("53", 100), frequency("32", 100), label="Upset", stratum="young"
    ),
    outcome(
        "old", UNKNOWN, frequency("19", 100), frequency("15", 100), label="Upset", stratum="old"
    ),
    outcome("main", UNKNOWN, frequency("6", 10), frequency("5", 10), direction="good"),
    outcome(
        "other",
        UNKNOWN,
        frequency("7", 10),
        frequency("5", 10),
        direction="good",
        estimate_of="main",
    ),
    outcome(
        "study",
        UNKNOWN,
        InWords(text="About half of the group changed treatment"),
        InWords(text="Few changed"),
        direction="about-the-study",
        said_as=None,
    ),
)

OPTION_LIST = (
    Option(
        id="wait",
        name="Carry on as now",
        kind="as-now",
        in_sentence="carrying on as now",
        body=words("You change nothing."),
    ),
    Option(id="tablet", name="A tablet", body=words("You take a tablet."), stratum="old"),
    Option(
        id="operation",
        name="An operation",
        body=words("You have an operation."),
        not_offered=NotOffered(reason="no hospital does it", sources=("page",)),
    ),
    Option(id="dummy", name="Dummy tablet", kind="comparator"),
)


def compare_row(
    name: str, *contents: CellWords | NotKnown | NotFound | NotApplicable | None
) -> CompareRow:
    """Return a row of words with a content for each option."""
    cells = tuple(
        CompareCell(option=option, content=content)
        for option, content in zip(OPTIONS, contents, strict=True)
    )
    return CompareRow(id=name, question=f"What about {name}?", sources=("page",), cells=cells)


SECTIONS = (
    ConditionSection(
        heading="What is it?",
        body=(
            Subheading(text="In short"),
            Paragraph(
                inlines=(
                    Text(text="It is an "),
                    Emphasis(inlines=(Text(text="example"),)),
                    Text(text="."),
                    LineBreak(),
                    Link(address="https://example.org/", inlines=(Text(text="More"),)),
                ),
                sources=("page",),
            ),
            ItemList(
                items=(
                    ListItem(blocks=words("One thing.")),
                    ListItem(blocks=words("Two.", "Three."), sources=("page",)),
                )
            ),
            Picture(file="images/knee.png", description="A drawing of a knee"),
        ),
    ),
    RedFlagsSection(
        heading="Get help now if",
        when="now",
        body=words("Call for help."),
        flags=(Item(id="hot", text="You are very hot."), Item(id="stiff", text="You are stiff.")),
    ),
    OptionsSection(heading="Your options", body=words("There are three."), options=OPTION_LIST),
    CompareSection(
        heading="What are they like?",
        rows=(
            compare_row(
                "effort",
                CellWords(inlines=(Text(text="None."),)),
                CellWords(inlines=(Text(text="A little."),)),
                NotKnown(reason="nobody asked"),
            ),
            compare_row(
                "time",
                NotApplicable(reason="nothing is done"),
                NotFound(reason="we have not looked"),
                CellWords(inlines=(Text(text="A day."),)),
            ),
        ),
    ),
    OutcomesSection(
        heading="What can happen", body=words("These are made-up figures."), outcomes=OUTCOMES
    ),
    TestSection(
        heading="What the test finds",
        time=AtWords(words="one round"),
        people=Words(text="1,000 people"),
        sources=Cited(ids=("review",)),
        certainty=Certainty(level="low", reason="one study"),
        columns=("Has it", "Does not have it"),
        rows=("Test says yes", "Test says no"),
        cells=(
            frequency("8", 1000),
            frequency("70", 1000),
            NotKnown(reason="not printed"),
            NotKnown(reason="not printed"),
        ),
        results=(
            TestResult(
                id="yes", kind="positive", heading="If it says yes", body=words("More tests.")
            ),
        ),
    ),
    UncertainSection(heading="What nobody knows", items=(Item(id="who", text="Who gains."),)),
    ValuesSection(
        heading="What matters",
        questions=(
            ImportanceQuestion(
                id="less-pain",
                title="Less pain",
                question=words("How important is less pain?", "Think of nights."),
                about=("soon", "counted", "effort"),
            ),
            ImportanceQuestion(
                id="no-cut",
                title="No cut",
                question=words("How important is no cut?"),
                low_end="Not to me",
                high_end="Very much to me",
                sensitive=True,
            ),
            BalanceQuestion(
                id="wait-or-act",
                title="Wait or act",
                question=words("Which is closer?"),
                poles=(
                    Item(id="rather-wait", text="I would rather wait", toward=("wait",)),
                    Item(id="rather-act", text="I would rather act", toward=("tablet",)),
                ),
            ),
            RankingQuestion(
                id="order",
                title="In order",
                question=words("Which comes first?"),
                items=(
                    Item(id="first-pain", text="Less pain"),
                    Item(id="first-time", text="Less time"),
                ),
            ),
            ChoiceQuestion(
                id="mind",
                title="On your mind",
                question=words("Which one?"),
                items=(Item(id="mind-pain", text="Pain"), Item(id="mind-work", text="Work")),
            ),
        ),
    ),
    KnowledgeSection(
        heading="Check the facts",
        checks=(
            KnowledgeCheck(
                id="most",
                statement="Most have the bad thing.",
                about=("soon",),
                answers=(
                    Answer(id="true", text="True", correct=False),
                    Answer(id="false", text="False", correct=True),
                ),
                explanation=(
                    Paragraph(
                        inlines=(
                            FigureName(outcome="soon", option="tablet"),
                            Text(text=". Fewer than half."),
                        )
                    ),
                ),
            ),
        ),
    ),
    QuestionsSection(
        heading="Questions to ask", items=(Item(id="ask-when", text="When do I come back?"),)
    ),
    SupportSection(heading="Help", body=words("You are not alone.")),
    PlanSection(
        heading="A plan",
        plans=(
            OptionPlan(
                id="plan-wait",
                heading="If I wait",
                option="wait",
                goals=(ExampleGoal(id="sleep", text="I sleep"),),
                actions=(
                    ExampleAction(id="diary", text="Keep a diary", who="me", when="each week"),
                ),
                review=ReviewIn(amount=D(3), unit="days"),
            ),
            OptionPlan(
                id="plan-tablet",
                heading="If I take it",
                option="tablet",
                goals=(ExampleGoal(id="walk", text="I walk"),),
                review=AgreeADate(),
            ),
        ),
    ),
    ProseSection(heading="One more thing", body=words("It is said here.")),
)

EXAMPLE = Aid(
    slug="example",
    title="Example condition: what are my options?",
    question="What shall I do about my example condition?",
    kind="treatment",
    condition=Condition(name="Example condition", plain="the example"),
    who_for="Adults with the example condition",
    not_for="Children",
    people=Counting(one="person", many="people"),
    country="GB",
    version="1.2.0",
    status="demonstration",
    dates=Dates(
        published=date(2026, 11, 22),
        evidence=date(2026, 11, 20),
        review=date(2028, 11, 22),
        expires=date(2029, 11, 22),
    ),
    update=Update(every="24 months", when="A new review", owner="Aid editor"),
    option_order="From least to most treatment",
    strata=(
        Stratum(id="young", words="I am under 40"),
        Stratum(id="old", words="I am 40 or over"),
        Stratum(id="very-old", words="I am 80 or over"),
    ),
    authors=(Author(name="Example team", role="editors", interests="none"),),
    funding="none",
    sources=(
        SourceWork(
            id="review",
            short="Example review",
            authors="A team",
            title="A review",
            publisher="A press",
            year=2020,
            doi="10.1000/example",
            url="https://example.org/review",
            read="whole",
            certainty=Certainty(level="high"),
            people=Words(text="Adults"),
        ),
        SourceWork(
            id="page",
            title="A page",
            year=NotKnown(reason="the page has no date"),
            url="https://example.org/page",
            read="part",
            version_of="review",
            note="Read once",
        ),
    ),
    opening=words("This is an example. Its figures are made up."),
    sections=SECTIONS,
)
