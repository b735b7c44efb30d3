"""What the walk through an aid says, made from the aid, and what must be read of it afterwards.

What an aid does not ask is not answered: a walk through a small aid is a short one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from decisionaid.model.aid import Aid
from decisionaid.model.sections import (
    BalanceQuestion,
    ChoiceQuestion,
    ExampleAction,
    ExampleGoal,
    ImportanceQuestion,
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    OptionPlan,
    PlanSection,
    QuestionsSection,
    RankingQuestion,
    RedFlagsSection,
)

HELPER = "my sister Ana"
OWN_WORDS = 'I want my sleep back, & no <b onclick="x()">fuss</b>.'
OWN_QUESTION = "What if we are on holiday?"
OWN_IDEA = "Ask at the school"


@dataclass(frozen=True)
class Choose:
    """Choose a radio button or tick a box."""

    name: str
    value: str


@dataclass(frozen=True)
class Write:
    """Write into a text field."""

    name: str
    text: str


@dataclass(frozen=True)
class MoveDown:
    """Move one item of a ranking down by one place."""

    question: str
    item: str


Deed = Choose | Write | MoveDown


def ideas_of(plan: OptionPlan) -> Sequence[ExampleGoal | ExampleAction]:
    """Return a plan's goals, then its actions."""
    return [*plan.goals, *plan.actions]


@dataclass(frozen=True)
class Answers:
    """A way through one aid with every kind of answer it asks for, right and wrong ones, and gaps."""

    aid: Aid

    @cached_property
    def importance(self) -> Sequence[ImportanceQuestion]:
        """The first is given 7, the second 0, the third "not sure"; others stay empty."""
        return [q for q in self.aid.values_questions if isinstance(q, ImportanceQuestion)]

    @cached_property
    def balances(self) -> Sequence[BalanceQuestion]:
        """The first is given -2, towards its first pole; the second does not apply."""
        return [q for q in self.aid.values_questions if isinstance(q, BalanceQuestion)]

    @cached_property
    def rankings(self) -> Sequence[RankingQuestion]:
        """In each, the first item is moved down by one place."""
        return [q for q in self.aid.values_questions if isinstance(q, RankingQuestion)]

    @cached_property
    def choices(self) -> Sequence[ChoiceQuestion]:
        """In each, the second item is chosen; where it is sensitive, it is put into the summary."""
        return [q for q in self.aid.values_questions if isinstance(q, ChoiceQuestion)]

    @cached_property
    def checks(self) -> Sequence[KnowledgeCheck]:
        """The first is answered as the aid says, the second otherwise, the third "not sure"."""
        return [check for section in self.aid.of(KnowledgeSection) for check in section.checks]

    @cached_property
    def flags(self) -> Sequence[Item]:
        """The first is ticked."""
        return [flag for section in self.aid.of(RedFlagsSection) for flag in section.flags]

    @cached_property
    def to_ask(self) -> Sequence[Item]:
        """The first and the third are ticked."""
        return [item for section in self.aid.of(QuestionsSection) for item in section.items]

    @cached_property
    def ideas(self) -> Mapping[str, str]:
        """Keys and words of all ideas; the first is ticked."""
        return {
            f"{plan.id}/{idea.id}": idea.text
            for section in self.aid.of(PlanSection)
            for plan in section.plans
            for idea in ideas_of(plan)
        }

    @cached_property
    def leaning(self) -> str:
        """The id of the option that is leaned to: the second on offer."""
        _first, second, *_ = [option.id for option in self.aid.options if option.offered]
        return second

    @cached_property
    def by_step(self) -> Mapping[str, Sequence[Deed]]:
        """What is answered in each step, in the order of the page."""
        return {
            "start": list(self._start()),
            "values": list(self._values()),
            "facts": list(self._facts()),
            "questions": [
                *(Choose("questions", item.id) for item in self._asked()),
                Write("own_question.1", OWN_QUESTION),
            ],
            "now": [
                Choose("leaning", self.leaning),
                Choose("stage", "leaning"),
                Choose("role", "together"),
                Choose("readiness.sure", "no"),
                Choose("readiness.informed", "yes"),
                Choose("readiness.clear", "unsure"),
                *(Choose("ideas", key) for key in list(self.ideas)[:1]),
                Write("own_idea", OWN_IDEA),
            ],
        }

    def _start(self) -> Iterator[Deed]:
        yield from (Choose("red_flags", flag.id) for flag in self.flags[:1])
        yield from (Choose("stratum", stratum.id) for stratum in self.aid.strata[:1])
        yield Choose("filled_in_by.role", "patient_with_help")
        yield Write("filled_in_by.helper", HELPER)
        yield Choose("communication", "large_print")

    def _values(self) -> Iterator[Deed]:
        for question, value in zip(self.importance, ("7", "0", "unsure"), strict=False):
            yield Choose(f"values.{question.id}", value)
        for balance, value in zip(self.balances, ("-2", "not_applicable"), strict=False):
            yield Choose(f"values.{balance.id}", value)
        for ranking in self.rankings:
            yield MoveDown(ranking.id, ranking.items[0].id)
        for choice in self.choices:
            yield Choose(f"values.{choice.id}", choice.items[1].id)
            if choice.sensitive:
                yield Choose(f"share.{choice.id}", "yes")
        yield Write("what_matters", OWN_WORDS)

    def _facts(self) -> Iterator[Deed]:
        for check, correct in zip(self.checks, (True, False), strict=False):
            answer = next(each for each in check.answers if each.correct is correct)
            yield Choose(f"knowledge.{check.id}", answer.id)
        yield from (Choose(f"knowledge.{check.id}", "unsure") for check in self.checks[2:3])

    def _asked(self) -> Sequence[Item]:
        return self.to_ask[0:3:2]

    def ranked(self, ranking: str) -> Sequence[Item]:
        """Return the items of a ranking, by its id, in the order that the person gave."""
        (found,) = (each for each in self.rankings if each.id == ranking)
        first, second, *others = found.items
        return [second, first, *others]

    @cached_property
    def said(self) -> Sequence[str]:
        """What the summary, the saved file and the clinician's page must all show, in English."""
        numbers = zip(self.importance, ("7 of 10", "0 of 10"), strict=False)
        return [
            *self.words,
            *(f"{question.title}: {said}" for question, said in numbers),
            f"version {self.aid.version}",
        ]

    @cached_property
    def words(self) -> Sequence[str]:
        """Those of it that are the person's own or the aid's, in whatever language."""
        option = self.aid.option(self.leaning)
        assert option is not None
        return [
            OWN_WORDS,
            OWN_QUESTION,
            OWN_IDEA,
            HELPER,
            *(flag.text for flag in self.flags[:1]),
            *(stratum.words for stratum in self.aid.strata[:1]),
            *self._words_of_values(),
            *(check.statement for check in self.said_of_checks),
            *(item.text for item in self._asked()),
            option.name,
            *list(self.ideas.values())[:1],
        ]

    @property
    def said_of_checks(self) -> Sequence[KnowledgeCheck]:
        """The checks that were not answered as the aid says."""
        return self.checks[1:3]

    def _words_of_values(self) -> Iterator[str]:
        yield from (question.title for question in self.importance[:3])
        yield from (balance.title for balance in self.balances[:2])
        yield from (balance.poles[0].text for balance in self.balances[:1])
        for choice in self.choices:
            yield from (choice.title, choice.items[1].text)
        for ranking in self.rankings:
            yield from (item.text for item in self.ranked(ranking.id))
