"""What a place adds to the page of an aid: a line under each option, and its services under the support.

Layer 2. A place says something under every option that is offered, or under none, so that no option stands
out. Nothing of it stands beside a figure, a value or a comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from decisionaid.language import Words
from decisionaid.model.aid import Aid
from decisionaid.model.place import Contact, LocalAid, LocalOption, Place, Provider, Service
from decisionaid.model.sections import Option
from decisionaid.render.words.local_words import (
    Marked,
    access_words,
    checked_mark,
    cost_words,
    dial,
    wait_mark,
    where_words,
)

PLACE_SCRIPT: Final = "local"
"""What works out ages on the device and puts providers in another order, in ``theme/scripts/page``."""

_BRIEF: Final = ("local_join", "local_cost", "local_place", "local_open")


@dataclass(frozen=True, slots=True)
class LocalLine:
    """The line under an option; ``words`` are the owner's own, or ours."""

    words: str
    is_own: bool
    mark: Marked


@dataclass(frozen=True, slots=True)
class ProviderView:
    """Where an option can be had; what it is ordered by is empty where it is not known."""

    name: str
    travel: str
    phone: str
    dial: str
    wait: Marked | None
    weeks: str
    postcode: str


@dataclass(frozen=True, slots=True)
class ProvidersView:
    """Where people can choose to have one option, in the order of the names."""

    option: str
    name: str
    providers: tuple[ProviderView, ...]


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service in words."""

    id: str
    name: str
    what: str
    phone: str
    dial: str
    web: str
    pairs: tuple[tuple[str, tuple[str, ...]], ...]
    """What is said of it, under short headings."""
    brief: tuple[tuple[str, tuple[str, ...]], ...]
    """Those of them that stand in an aid: how, when and where to go, and what it costs."""
    wait: Marked | None
    mark: Marked


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody to ring."""

    name: str
    phone: str
    dial: str
    open: str
    wait: Marked | None


@dataclass(frozen=True, slots=True)
class LocalView:
    """All that a place adds to the page of one aid."""

    place: str
    notice: str
    owner: str
    lines: dict[str, LocalLine]
    """By the id of the option."""
    choices: tuple[ProvidersView, ...]
    services: tuple[ServiceView, ...]
    contacts: tuple[ContactView, ...]
    language: Markup
    """The attribute for words of the place, where its language is not the page's."""

    def line(self, option: Option) -> LocalLine | None:
        """Return the line under an option; None for one that is not offered."""
        return self.lines.get(option.id)


def local_view(words: Words, aid: Aid, place: Place | None, today: date | None) -> LocalView | None:
    """Return what a place adds to an aid; None: it says nothing of this aid, or there is no place."""
    said = place.says_of(aid.slug) if place else None
    if place is None or said is None:
        return None
    of_option = {each.option: each for each in said.options}
    offered = [each for each in aid.options if each.offered]
    return LocalView(
        place=place.name,
        notice=notice_of(words, place),
        owner=owner_of(words, place),
        lines={
            each.id: _line(words, each, of_option.get(each.id), place, today) for each in offered
        },
        choices=tuple(
            _choice(words, each, local, today)
            for each in offered
            if (local := of_option.get(each.id)) and local.choice and local.providers
        ),
        services=_named_services(words, place, said, {each.id for each in offered}, today),
        contacts=_named_contacts(words, place, said, today),
        language=language_of(words, place),
    )


def notice_of(words: Words, place: Place) -> str:
    """Return what a place's status asks to be said; empty: nothing."""
    return "" if place.status == "published" else words.say(f"local_{place.status}")


def owner_of(words: Words, place: Place) -> str:
    """Say who looks after the list."""
    return words.say("local_from", owner=place.owner.name, contact=place.owner.contact)


def language_of(words: Words, place: Place) -> Markup:
    """Return the attribute of a place's own words; empty where they are in the language of the page."""
    if place.language == words.language:
        return Markup()
    return Markup(' lang="{}"').format(place.language)


def _line(
    words: Words, option: Option, local: LocalOption | None, place: Place, today: date | None
) -> LocalLine:
    checked = (local.checked if local else None) or place.checked
    mark = checked_mark(words, checked, place, today, is_line=True)
    if local and local.say:
        return LocalLine(local.say, is_own=True, mark=mark)
    return LocalLine(words.say(_unsaid(option, local)), is_own=False, mark=mark)


def _unsaid(option: Option, local: LocalOption | None) -> str:
    """Return the message for an option of which the place has no words of its own."""
    if local is None:
        return "local_nothing" if option.kind != "active" else "local_ask"
    return {
        "yes": "local_yes",
        "no": "local_no",
        "elsewhere": "local_elsewhere",
        "ask": "local_ask",
    }[local.here]


def _choice(words: Words, option: Option, local: LocalOption, today: date | None) -> ProvidersView:
    ordered = sorted(local.providers, key=lambda each: each.name.casefold())
    name = option.in_sentence or option.name[:1].lower() + option.name[1:]
    return ProvidersView(option.id, name, tuple(_provider(words, each, today) for each in ordered))


def _provider(words: Words, provider: Provider, today: date | None) -> ProviderView:
    wait = provider.wait
    return ProviderView(
        name=provider.name,
        travel=provider.travel,
        phone=provider.phone,
        dial=dial(provider.phone),
        wait=wait_mark(words, wait, today) if wait else None,
        weeks="" if wait is None or wait.weeks is None else str(wait.weeks),
        postcode=provider.postcode,
    )


def _named_services(
    words: Words, place: Place, said: LocalAid, offered: set[str], today: date | None
) -> tuple[ServiceView, ...]:
    """Return the services named for any option, in the order of their names, and for which is not told."""
    named = {each for local in said.options if local.option in offered for each in local.services}
    return tuple(service_view(words, e, place, today) for e in place.settled if e.id in named)


def _named_contacts(
    words: Words, place: Place, said: LocalAid, today: date | None
) -> tuple[ContactView, ...]:
    named = {local.contact for local in said.options}
    return tuple(contact_view(words, e, today) for e in place.contacts if e.id in named)


def contact_view(words: Words, contact: Contact, today: date | None) -> ContactView:
    """Return somebody to ring, in words."""
    wait = wait_mark(words, contact.wait, today) if contact.wait else None
    return ContactView(contact.name, contact.phone, dial(contact.phone), contact.open, wait)


def service_view(words: Words, service: Service, place: Place, today: date | None) -> ServiceView:
    """Return a settled service in words.

    Raises:
        ValueError: nobody has checked it, so it is shown to nobody.
    """
    if service.checked is None:
        message = f"'{service.id}' is not settled"
        raise ValueError(message)
    needs = words.listed([words.say(f"local_need_{each}") for each in service.helps_with])
    pairs = (
        ("local_helps", (needs,)),
        ("local_for", (service.who_for,)),
        ("local_join", (words.say(f"local_join_{service.join}"),)),
        ("local_cost", (cost_words(words, service.cost, place.currency),)),
        ("local_place", (where_words(service),)),
        ("local_open", (service.open,)),
        ("local_access", tuple(access_words(words, service))),
        ("local_languages", (", ".join(service.languages),)),
        ("local_run_by", (service.run_by,)),
    )
    return ServiceView(
        id=service.id,
        name=service.name,
        what=service.what,
        phone=service.phone,
        dial=dial(service.phone),
        web=service.web,
        pairs=tuple((words.say(name), said) for name, said in pairs if said[0]),
        brief=tuple((words.say(name), said) for name, said in pairs if said[0] and name in _BRIEF),
        wait=wait_mark(words, service.wait, today) if service.wait else None,
        mark=checked_mark(words, service.checked, place, today),
    )
