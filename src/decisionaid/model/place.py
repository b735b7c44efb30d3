"""What a place says of itself: what can be had there, from whom, and when somebody last looked.

Layer 1. ``decisionaid.place/1``. A place adds to aids and plans and changes neither: it holds no figure, no
order and no word on what an option does. ``None`` means that its owner left it out; rules refuse that
where it matters. A service of which something is still to be chosen or checked is offered to nobody.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal, get_args

from pydantic import Field, StringConstraints

from decisionaid.model.base import Id, Part
from decisionaid.model.currency import POUNDS, Currency
from decisionaid.model.plan.said import NeedAbout
from decisionaid.model.record import Line

MAX_SERVICES: Final = 2000
"""Services of one place."""

MAX_LOCAL_LINE: Final = 140
"""Characters of the line of a place under an option, the name of the place with it."""

MAX_OF_AID: Final = 12
"""Services that a place names for one aid, so that the page of the aid stays as light as it is."""

WAIT_MONTHS: Final = 3
"""Months after which a waiting time is one to ask for again."""

Status = Literal["draft", "demonstration", "published"]
Kind = Literal[
    "exercise", "social", "arts", "nature", "learning", "advice", "practical", "talking", "other"
]
Join = Literal["turn-up", "ring", "form", "referral"]
Here = Literal["yes", "no", "elsewhere", "ask"]
Asked = Literal["yes", "no", "not-known"]

NEEDS: Final[tuple[str, ...]] = get_args(NeedAbout)
"""The sixteen words for what is hard, as a plan writes them; a place writes hyphens."""

Phone = Annotated[str, StringConstraints(max_length=40)]
Months = Annotated[int, Field(ge=1, le=60)]
Few = Annotated[str, StringConstraints(max_length=40)]


class Wait(Part):
    """How long people wait; ``weeks`` None: not known, which is not no wait."""

    weeks: Annotated[int, Field(ge=0, le=520)] | None = None
    what: Line = ""
    """From when to when, such as "from referral to operation"."""
    as_of: dt.date | None = None
    """The day of which this is true."""
    source: Line = ""


class Owner(Part):
    """Who looks after the list."""

    name: Line
    contact: Line


OUT_OF_HOURS: Final = "out-of-hours"
"""The name of the contact that stands on people's own copies, beside the warning signs."""


class Contact(Part):
    """Somebody to ring."""

    id: Id
    name: Line
    phone: Phone
    open: Line = ""
    wait: Wait | None = None


class Cost(Part):
    """What it costs a person: nothing, whole pence for each of something, or not known."""

    kind: Literal["free", "not-known", "pence"]
    pence: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    each: Few = ""
    help: Line = ""
    """Who pays less, in words."""


class Where(Part):
    """Where it is; ``online`` in the place of an address."""

    name: Line = ""
    address: Line = ""
    postcode: Few = ""
    online: Line = ""


class Answer(Part):
    """Yes, no or not known, with words where there are some."""

    answer: Asked = "not-known"
    words: Line = ""


class Access(Part):
    """What a person may need to get in and to take part."""

    step_free: Answer = Answer()
    toilet: Answer = Answer()
    parking: Answer = Answer()
    hearing_loop: Answer = Answer()
    bsl: Answer = Answer()
    """British Sign Language."""
    transport: Line = ""


class FeedEntry(Part):
    """Which entry of which feed a service was read from."""

    feed: Line = ""
    id: Line


class Service(Part):
    """Something that people can go to, ring or join."""

    id: Id
    name: Line
    what: Line
    helps_with: Annotated[tuple[NeedAbout, ...], Field(max_length=16)] = ()
    kind: Kind = "other"
    run_by: Line = ""
    who_for: Line = ""
    join: Join = "ring"
    cost: Cost = Cost(kind="not-known")
    where: Where = Where()
    open: Line = ""
    access: Access = Access()
    languages: Annotated[tuple[Few, ...], Field(max_length=12)] = ()
    wait: Wait | None = None
    phone: Phone = ""
    web: Line = ""
    checked: dt.date | None = None
    """When somebody last made sure that it is so; None: never."""
    checked_by: Line = ""
    origin: FeedEntry | None = None
    unsettled: Annotated[tuple[Few, ...], Field(max_length=20)] = ()
    """Keys that a person has yet to choose or to check."""

    @property
    def is_settled(self) -> bool:
        """Whether it may be shown to anybody: all is chosen, and somebody has checked it."""
        return not self.unsettled and self.checked is not None


class Provider(Part):
    """Where an option can be had, when a person may choose where."""

    name: Line
    postcode: Few = ""
    travel: Line = ""
    phone: Phone = ""
    wait: Wait | None = None


class LocalOption(Part):
    """What a place says of one option of an aid."""

    option: Id
    here: Here = "ask"
    say: Line = ""
    contact: Id | None = None
    choice: bool = False
    """Whether the person can choose where."""
    providers: Annotated[tuple[Provider, ...], Field(max_length=20)] = ()
    services: Annotated[tuple[Id, ...], Field(max_length=20)] = ()
    checked: dt.date | None = None
    """None: on the day of the whole place."""


class LocalAid(Part):
    """What a place says of the options of one aid, in the order in which it says so."""

    aid: Id
    options: tuple[LocalOption, ...] = ()


class Place(Part):
    """All that a place says."""

    format: Literal["decisionaid.place/1"] = "decisionaid.place/1"
    id: Id
    name: Few
    status: Status
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    language: Few
    currency: Currency = POUNDS
    """Of what services cost, and of a budget that is begun here."""
    owner: Owner
    checked: dt.date
    """When its owner last looked through what it says of options."""
    stale_after: Months
    """Months after which an entry is one to ring about first."""
    remove_after: Months
    """Months after which it can no longer be put into a plan."""
    contacts: Annotated[tuple[Contact, ...], Field(max_length=40)] = ()
    letters_from: Id | None = None
    """The contact that letters to people are from; None: a gap stays for it."""
    services: Annotated[tuple[Service, ...], Field(max_length=MAX_SERVICES)] = ()
    aids: Annotated[tuple[LocalAid, ...], Field(max_length=200)] = ()

    def says_of(self, aid: str) -> LocalAid | None:
        """Return what the place says of an aid; None: nothing, and then its page shows no line at all."""
        return next((each for each in self.aids if each.aid == aid), None)

    @property
    def letters_from_contact(self) -> Contact | None:
        """Return who letters to people are from."""
        return next((each for each in self.contacts if each.id == self.letters_from), None)

    @property
    def out_of_hours(self) -> Contact | None:
        """Return whom to ring in the evening and at weekends: the contact of that name; None: the place has none."""
        return next((each for each in self.contacts if each.id == OUT_OF_HOURS), None)

    @property
    def settled(self) -> tuple[Service, ...]:
        """The services that may be shown, in the order of their names."""
        ready = (each for each in self.services if each.is_settled)
        return tuple(sorted(ready, key=lambda each: (each.name.casefold(), each.id)))
