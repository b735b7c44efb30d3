"""What stands under each role of a decision aid: options, comparison, values questions and the rest.

Layer 1. One class per role; ``Section`` is their union, told apart by ``role``.

Longer than 300 lines: the union is closed, and whoever adds a role or asks what one holds finds all
of them, and the parts that only they have, in one list.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from decisionaid.model.base import Id, Part
from decisionaid.model.easy import Easy, Worded
from decisionaid.model.figure import (
    Counted,
    Frequency,
    NotApplicable,
    NotFound,
    NotKnown,
    OutOfDate,
)
from decisionaid.model.outcome import HowCertain, Outcome, People, Sources, Time, Unit
from decisionaid.model.prose import Inlines, Prose


class Item(Part):
    """A list item that is answered or stored; its key in the aid is ``heading-id/item-id``."""

    id: Id
    text: str
    about: tuple[str, ...] = ()
    """Ids of outcomes, rows of ``.compare``, or test results that this is about."""
    toward: tuple[str, ...] = ()
    """Options this pole or answer points to."""
    sources: tuple[str, ...] = ()


class ProseSection(Worded):
    """A ``##`` without a role: ordinary prose, shown where it stands."""

    role: Literal["prose"] = "prose"
    heading: str
    body: Prose = ()


class ConditionSection(Worded):
    """What the condition is."""

    role: Literal["condition"] = "condition"
    heading: str
    body: Prose = ()


class RedFlagsSection(Worded):
    """When to get help; ``not_applicable`` gives the reason when there are none."""

    role: Literal["red-flags"] = "red-flags"
    heading: str
    when: Literal["now", "soon"] = "now"
    body: Prose = ()
    flags: tuple[Item, ...] = ()
    not_applicable: str | None = None


class NotOffered(Part):
    """Why an option that was studied is not given here."""

    reason: str
    sources: tuple[str, ...] = ()


class Option(Worded):
    """A course of action, doing nothing new included."""

    id: Id
    name: str
    in_sentence: str | None = None
    """``name="..."``: the words for it inside a sentence; None: the name with a small first letter."""
    kind: Literal["as-now", "wait", "none", "active", "comparator"] = "active"
    not_offered: NotOffered | None = None
    stratum: str | None = None
    body: Prose = ()

    @property
    def offered(self) -> bool:
        """Whether a person can lean to it."""
        return self.kind != "comparator" and self.not_offered is None


class OptionsSection(Worded):
    """The options in their declared order; comparators may stand anywhere and are never offered."""

    role: Literal["options"] = "options"
    heading: str
    body: Prose = ()
    options: tuple[Option, ...] = ()


class CellWords(Part):
    """Words in a cell of ``.compare``."""

    kind: Literal["cell-words"] = "cell-words"
    inlines: Inlines


CompareContent = Annotated[
    CellWords | NotKnown | NotFound | NotApplicable, Field(discriminator="kind")
]


class CompareCell(Part):
    """One option's answer to one row; ``content`` None: empty or unreadable, and a diagnostic says so."""

    option: str
    content: CompareContent | None


class CompareRow(Part):
    """One question asked of every option."""

    id: Id
    question: str
    kind: Literal["involves", "experience", "other"] = "other"
    grid: bool = False
    """Marked for the one-page grid, see ``model.grid``."""
    sources: tuple[str, ...] = ()
    cells: tuple[CompareCell, ...] = ()


class CompareSection(Worded):
    """What the options are like, in words."""

    role: Literal["compare"] = "compare"
    heading: str
    body: Prose = ()
    rows: tuple[CompareRow, ...] = ()


class OutcomesSection(Worded):
    """Outcomes under one heading."""

    role: Literal["outcomes"] = "outcomes"
    heading: str
    body: Prose = ()
    outcomes: tuple[Outcome, ...] = ()


TestCell = Annotated[
    Frequency | Counted | NotKnown | NotFound | OutOfDate, Field(discriminator="kind")
]


class TestResult(Part):
    """What a result of the test means: positive, negative, or finding what would never have caused harm."""

    id: Id
    kind: Literal["positive", "negative", "overdiagnosis"]
    heading: str
    about: tuple[str, ...] = ()
    body: Prose = ()


class TestSection(Worded):
    """What a test finds in one starting group, as four cells on one denominator."""

    role: Literal["test"] = "test"
    heading: str
    option: str | None = None
    body: Prose = ()
    time: Time | None = None
    people: People | None = None
    sources: Sources | None = None
    certainty: HowCertain | None = None
    columns: tuple[str, str] | None = None
    rows: tuple[str, str] | None = None
    cells: tuple[TestCell | None, ...] = ()
    """Four cells: positive with, positive without, negative with, negative without the condition."""
    results: tuple[TestResult, ...] = ()

    @property
    def out_of_date(self) -> bool:
        """Whether its figures are withdrawn, see ``model.ended``."""
        return bool(self.cells) and isinstance(self.cells[0], OutOfDate)


class UncertainSection(Worded):
    """What nobody knows."""

    role: Literal["uncertain"] = "uncertain"
    heading: str
    body: Prose = ()
    items: tuple[Item, ...] = ()


class ImportanceQuestion(Worded):
    """How much something matters, 0 to 10; never a score of an option."""

    kind: Literal["importance"] = "importance"
    id: Id
    title: str
    question: Prose = ()
    about: tuple[str, ...] = ()
    low_end: str | None = None
    high_end: str | None = None
    sensitive: bool = False


class BalanceQuestion(Worded):
    """Which of two good things is closer to how the person feels, seven steps with "both the same" in the middle."""

    kind: Literal["balance"] = "balance"
    id: Id
    title: str
    question: Prose = ()
    about: tuple[str, ...] = ()
    poles: tuple[Item, ...] = ()
    """Two items, each with the options it points ``toward``."""
    sensitive: bool = False


class RankingQuestion(Worded):
    """Items to put in the person's own order."""

    kind: Literal["ranking"] = "ranking"
    id: Id
    title: str
    question: Prose = ()
    about: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    sensitive: bool = False


class ChoiceQuestion(Worded):
    """One answer from a few."""

    kind: Literal["choice"] = "choice"
    id: Id
    title: str
    question: Prose = ()
    about: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    sensitive: bool = False


class PicksQuestion(Worded):
    """Items a few at a time, each time the one that matters most and the one that matters least.

    ``decisionaid.values.picks`` has the blocks: the same for everybody.
    """

    kind: Literal["picks"] = "picks"
    id: Id
    title: str
    question: Prose = ()
    about: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    sensitive: bool = False


ValuesQuestion = Annotated[
    ImportanceQuestion | BalanceQuestion | RankingQuestion | ChoiceQuestion | PicksQuestion,
    Field(discriminator="kind"),
]


def items_of(question: ValuesQuestion) -> tuple[Item, ...]:
    """Return what a question puts beside one another: poles, things to put in order, or answers to choose."""
    match question:
        case ImportanceQuestion():
            return ()
        case BalanceQuestion(poles=poles):
            return poles
        case _:
            return question.items


class ValuesSection(Worded):
    """Questions on what matters; a place for own words is always added to the page."""

    role: Literal["values"] = "values"
    heading: str
    body: Prose = ()
    questions: tuple[ValuesQuestion, ...] = ()


class Answer(Part):
    """One answer of a knowledge check."""

    id: Id
    text: str
    correct: bool


class KnowledgeCheck(Worded):
    """A fact to check, shown with the right answer afterwards; never counted up."""

    id: Id
    statement: str
    body: Prose = ()
    about: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    explanation: Prose = ()
    """Shown once it is answered."""
    easy_explanation: Easy | None = None


class KnowledgeSection(Worded):
    """Facts to check."""

    role: Literal["knowledge"] = "knowledge"
    heading: str
    body: Prose = ()
    checks: tuple[KnowledgeCheck, ...] = ()


class QuestionsSection(Worded):
    """Questions a person may want to ask."""

    role: Literal["questions"] = "questions"
    heading: str
    body: Prose = ()
    items: tuple[Item, ...] = ()


class SupportSection(Worded):
    """Help and support."""

    role: Literal["support"] = "support"
    heading: str
    body: Prose = ()


class ExampleGoal(Part):
    """An example of a goal, which the person may take."""

    id: Id
    text: str


class ExampleAction(Part):
    """An example of an action; ``when`` in the author's words, None when not said."""

    id: Id
    text: str
    who: Literal["me", "carer", "team"] | None = None
    when: str | None = None


class ReviewIn(Part):
    """``Review: 3 days``."""

    kind: Literal["in"] = "in"
    amount: Decimal
    unit: Unit


class AgreeADate(Part):
    """``Review: agree a date``."""

    kind: Literal["agree"] = "agree"


class OptionPlan(Part):
    """Goals, actions and a review for one option (``option`` None: for any)."""

    id: Id
    heading: str
    option: str | None = None
    body: Prose = ()
    goals: tuple[ExampleGoal, ...] = ()
    actions: tuple[ExampleAction, ...] = ()
    review: Annotated[ReviewIn | AgreeADate, Field(discriminator="kind")] | None = None


class PlanSection(Worded):
    """What people do next, as examples."""

    role: Literal["plan"] = "plan"
    heading: str
    body: Prose = ()
    plans: tuple[OptionPlan, ...] = ()


Section = Annotated[
    ProseSection
    | ConditionSection
    | RedFlagsSection
    | OptionsSection
    | CompareSection
    | OutcomesSection
    | TestSection
    | UncertainSection
    | ValuesSection
    | KnowledgeSection
    | QuestionsSection
    | SupportSection
    | PlanSection,
    Field(discriminator="role"),
]
