"""What a decision aid is: a head, an opening and about a dozen kinds of section.

Layer 1. What an author must write but may have left out is ``None``; rules refuse it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeVar

from decisionaid.model.base import Id, Part
from decisionaid.model.development import Attestation
from decisionaid.model.easy import Easy, MaybeEasy
from decisionaid.model.figure import NotKnown
from decisionaid.model.outcome import HowCertain, Outcome, People
from decisionaid.model.prose import Prose
from decisionaid.model.sections import (
    Option,
    OptionsSection,
    OutcomesSection,
    Section,
    ValuesQuestion,
    ValuesSection,
)
from decisionaid.model.waiver import Waiver

Kind = Literal["treatment", "test", "screening", "care"]
Status = Literal["draft", "demonstration", "published", "withdrawn"]
Delivery = Literal["self", "with-clinician"]
"""How people are meant to go through an aid: on their own, or together with a health professional."""
Computes = Literal["none", "arithmetic-display"]
"""What its page works out of answers: nothing, or the trade-off step that a person may open.

``arithmetic-display`` adds up the person's own answers over published figures, and says so; a risk
worked out for one person is neither, and nothing here does it.
"""

S = TypeVar("S", bound=Part)


class Condition(Part):
    """The condition: its medical name and the plain one."""

    name: str
    plain: str


class Counting(Part):
    """The words for the people counted: one child, many children."""

    one: str
    many: str


class Dates(Part):
    """When the aid was published, when its evidence was gathered, when it is due and when it ends."""

    published: date | None = None
    evidence: date | None = None
    review: date | None = None
    expires: date | None = None


class Withdrawal(Part):
    """Since when and why an aid is no longer to be used, and what to use in its place.

    ``instead``: the slug of another aid of the site, or an address that begins with https; None: nothing.
    """

    date: dt.date | None = None
    reason: str | None = None
    instead: str | None = None


class Update(Part):
    """How often the aid is looked at again, what would bring that forward, and who sees to it."""

    every: str | None = None
    when: str | None = None
    owner: str | None = None


class Author(Part):
    """Who made the aid; ``interests`` None: not declared, which a rule refuses."""

    name: str
    role: str | None = None
    interests: str | None = None


class SourceWork(Part):
    """A cited work; ``certainty`` and ``people`` hold where an outcome says nothing else."""

    id: Id
    short: str | None = None
    authors: str | None = None
    title: str | None = None
    publisher: str | None = None
    year: int | NotKnown | None = None
    doi: str | None = None
    url: str | None = None
    where: str | None = None
    """Where a work can be read that is not online: a library, an office, the number of a book."""
    read: Literal["whole", "abstract", "part", "quoted"] | None = None
    people: People | None = None
    certainty: HowCertain | None = None
    version_of: str | None = None
    checked: date | None = None
    """When its figures were last compared with it."""
    review: date | None = None
    """By when they are to be compared again; the figures that rest on it are late after that."""
    note: str | None = None


class Stratum(Part):
    """A group of readers whose figures or options differ; ``words`` is what the person says of themselves."""

    id: Id
    words: str


class Aid(MaybeEasy):
    """One decision aid."""

    slug: Id
    """The name of its folder and of its place on the site."""
    format: Literal[1] = 1
    title: str
    question: str | None = None
    kind: Kind | None = None
    condition: Condition | None = None
    who_for: str | None = None
    who_for_easy: Easy | None = None
    not_for: str | None = None
    not_for_easy: Easy | None = None
    delivery: Delivery | None = None
    """None: not said, and taken as ``self`` where it matters."""
    people: Counting | None = None
    country: str | None = None
    language: str = "en-GB"
    version: str | None = None
    status: Status = "draft"
    dates: Dates = Dates()
    withdrawn: Withdrawal | None = None
    """Only with ``status: withdrawn``."""
    update: Update | None = None
    option_order: str | None = None
    strata: tuple[Stratum, ...] = ()
    authors: tuple[Author, ...] = ()
    funding: str | None = None
    """Who paid, in words; ``none`` is a statement, None is silence."""
    sources: tuple[SourceWork, ...] = ()
    computes: Computes = "none"
    trade_off: tuple[str, ...] = ()
    """Ids of the outcomes that the trade-off step weighs, see ``values.trade_off``."""
    waivers: tuple[Waiver, ...] = ()
    development: tuple[Attestation, ...] = ()
    """What people did to make it well, see ``model.development``."""
    opening: Prose = ()
    """What stands between the title and the first section."""
    opening_easy: Easy | None = None
    sections: tuple[Section, ...] = ()

    def of(self, kind: type[S]) -> Iterator[S]:
        """Yield the sections of one class, in order."""
        for section in self.sections:
            # Asking for the class itself: `isinstance` is slow to say no where classes are models.
            if type(section) is kind:
                yield section

    @property
    def options(self) -> tuple[Option, ...]:
        """All options in the declared order, comparators left out."""
        return tuple(option for option in self.all_options if option.kind != "comparator")

    @property
    def all_options(self) -> tuple[Option, ...]:
        """All options in the declared order, comparators among them."""
        return tuple(option for section in self.of(OptionsSection) for option in section.options)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All outcomes in the declared order."""
        return tuple(
            outcome for section in self.of(OutcomesSection) for outcome in section.outcomes
        )

    @property
    def values_questions(self) -> tuple[ValuesQuestion, ...]:
        """All values questions in the declared order."""
        return tuple(
            question for section in self.of(ValuesSection) for question in section.questions
        )

    def option(self, option_id: str) -> Option | None:
        """Return an option by id, or None."""
        return next((option for option in self.all_options if option.id == option_id), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """Return an outcome by id, or None."""
        return next((outcome for outcome in self.outcomes if outcome.id == outcome_id), None)

    def source(self, source_id: str) -> SourceWork | None:
        """Return a source by id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)
