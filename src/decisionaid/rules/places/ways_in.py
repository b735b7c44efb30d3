"""Rules on where people are sent, and whether they get in (DP115 to DP117, DP124, DP126 and DP127).

Layer 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.place import MAX_OF_AID, Place, Service
from decisionaid.rules.places.place_rule import PlaceContext, PlaceRule, options_of, place_rule


def _meant(word: str, known: list[str], what: str) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else f"add it under '{what}', or take it out"


@place_rule(
    "DP115",
    "place-unknown-entry",
    Severity.ERROR,
    harm=Harm.LEAVES_OUT,
    why="a person would be sent to something that is not in the list",
    settled=True,
)
def unknown_entry(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """Every service and every contact that is named is in the list."""
    services = [each.id for each in place.services]
    contacts = [each.id for each in place.contacts]
    here = {"services": set(services), "contacts": set(contacts)}
    if place.letters_from and place.letters_from not in here["contacts"]:
        message = f"there is no contact '{place.letters_from}' in the list"
        yield Finding(("letters_from",), message, _meant(place.letters_from, contacts, "contacts"))
    for path, _aid, option in options_of(place):
        for service in option.services:
            if service not in here["services"]:
                message = f"there is no service '{service}' in the list"
                fix = _meant(service, services, "services")
                yield Finding((*path, "services"), message, fix, words=service)
        if option.contact and option.contact not in here["contacts"]:
            message = f"there is no contact '{option.contact}' in the list"
            yield Finding((*path, "contact"), message, _meant(option.contact, contacts, "contacts"))


@place_rule(
    "DP116",
    "place-choice-of-one",
    Severity.WARNING,
    harm=Harm.LEAVES_OUT,
    why="who is told that they can choose where needs at least two to choose from",
)
def choice_of_one(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """Where people can choose, at least two providers are named."""
    for path, _aid, option in options_of(place):
        if option.choice and len(option.providers) < 2:
            said = f"{len(option.providers)} provider{'s' * (len(option.providers) != 1)}"
            yield Finding(
                (*path, "choice"),
                f"people can choose where to have '{option.option}', and {said} stand below it",
                "add the others under 'providers', or write 'choice: no'",
            )


@place_rule(
    "DP117",
    "place-no-and-no-further",
    Severity.ERROR,
    harm=Harm.LEAVES_OUT,
    why="a bare no ends the way for somebody who may have a right to this elsewhere",
)
def no_and_no_further(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """Who cannot have an option here learns where else, or whom to ask."""
    for path, _aid, option in options_of(place):
        if option.here in ("no", "elsewhere") and not (
            option.say or option.contact or option.providers
        ):
            yield Finding(
                (*path, "here"),
                f"'{option.option}' cannot be had here, and nobody learns where else",
                'add where, or whom to ask: say: "Given at the clinic in the next town.", or contact: ...',
            )


@place_rule(
    "DP124",
    "place-no-way-in",
    Severity.ERROR,
    harm=Harm.LEAVES_OUT,
    why="a service that nobody can reach is a promise that is not kept",
)
def no_way_in(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """Every service says how to get in: a telephone number, a page, or a place and a time."""
    for number, service in enumerate(place.services):
        if "join" not in service.unsettled and (missing := _missing(service)):
            yield Finding(
                ("services", number),
                f"people join '{service.id}' by '{service.join}', and {missing[0]} is missing",
                f"add it: {missing[1]}",
            )


def _missing(service: Service) -> tuple[str, str] | None:
    """Return what is missing to get in, and a line to paste; None: nothing."""
    where = service.where
    match service.join:
        case "ring" if not service.phone:
            return "the number", "phone: 01632 960 021"
        case "form" if not (service.web or service.phone):
            return "the page", "web: https://..."
        case "turn-up" if not (service.open or "open" in service.unsettled):
            return "when", "open: Sundays 11am"
        case "turn-up" if not (where.name or where.address or where.online):
            return "where", "where: {name: Park gate}"
    return None


@place_rule(
    "DP126",
    "place-not-settled",
    Severity.WARNING,
    harm=Harm.LEAVES_OUT,
    why="what nobody has chosen or checked is shown to nobody",
    kind="attest",
)
def not_settled(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """A person has chosen and checked what an import could not."""
    for number, service in enumerate(place.services):
        if service.unsettled:
            listed = ", ".join(service.unsettled)
            yield Finding(
                ("services", number),
                f"'{service.id}' is shown to nobody, because this is still to be chosen or checked: {listed}",
                "put your answer in the place of each mark, and the day of your call at 'checked'",
            )


@place_rule(
    "DP127",
    "place-many-for-one-aid",
    Severity.ERROR,
    harm=Harm.HARD_TO_USE,
    why="a long list in an aid hides what the aid is about, and makes its page heavy",
)
def many_for_one_aid(place: Place, _context: PlaceContext) -> Iterator[Finding]:
    """A place names few services for one aid; the others are one tap away."""
    for number, aid in enumerate(place.aids):
        named = {service for option in aid.options for service in option.services}
        if len(named) > MAX_OF_AID:
            yield Finding(
                ("aids", number),
                f"{len(named)} services are named for '{aid.aid}', and {MAX_OF_AID} is the most",
                "keep those that people with this condition ask for; the whole list is one tap away",
            )


RULES: tuple[PlaceRule, ...] = (
    unknown_entry,
    choice_of_one,
    no_and_no_further,
    no_way_in,
    not_settled,
    many_for_one_aid,
)
