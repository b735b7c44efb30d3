"""An entry of an Open Referral UK feed (HSDS 3) as the draft of a service of a place.

Layer 2. What a feed cannot say is left as a mark for a person: what it helps with, of what kind it is, how
people get in. Names of people, e-mail addresses and positions on a map are not taken, on purpose.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from decisionaid.exchange.opening_hours import opening
from decisionaid.outside.clean import line

FEW: Final = 40
TO_CHOOSE: Final = "TO CHOOSE"
TO_CHECK: Final = "TO CHECK"
TO_SORT: Final = "TO SORT"
TO_REWRITE: Final = "TO REWRITE"
NEVER: Final = "never"

Value = str | list[str] | dict[str, str]

_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_UNSEEN: Final = re.compile(
    "[\u2061-\u206f\ufff9-\ufffb\ufffe\uffff\u00ad\u200b\u2060\U000e0000-\U000e007f]"
)
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?")
_POUNDS: Final = re.compile(r"([0-9]{1,4})(?:\.([0-9]{1,2})0*)?")
_PHONE: Final = re.compile(r"[+(]?[0-9][0-9 ()+-]{1,29}")
_WEB: Final = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:[0-9]{1,5})?(/[^\s\"<>\\^`{|}]*)?")
_LEFT_OUT: Final = (
    "alert", "service_areas", "funding", "accreditations", "attributes", "email", "last_modified",
    "assurer_email", "program", "service_capacities", "interpretation_services", "required_documents",
)  # fmt: skip
"""What is counted in the report and stands nowhere else."""


@dataclass
class Draft:
    """A service as it will be written: keys with words, lists or groups, in their order."""

    origin: str
    """The id of the entry in its feed."""
    values: dict[str, Value] = field(default_factory=dict)


def plain(value: object, most: int = 300) -> str:
    """Return a text of a feed on one line, without tags and unseen signs; empty for what is no text."""
    if not isinstance(value, str):
        return ""
    text = value[: most * 20]
    if "<" in text or "&" in text:
        # Twice, because a tag may have been written with its signs escaped.
        text = _TAG.sub(" ", html.unescape(_TAG.sub(" ", text)))
    if text.isascii() and text.isprintable():  # most are, and then there is nothing to take out
        return " ".join(text.split())[:most]
    return line(_UNSEEN.sub("", text), most)


def why_not(entry: object) -> str:
    """Return in a word why an entry becomes no draft; empty: it can become one."""
    if not isinstance(entry, dict):
        return "not a service"
    if entry.get("status") != "active":
        return f"not active ({plain(entry.get('status'), FEW) or 'no status'})"
    if not plain(entry.get("name")) or not plain(entry.get("id")):
        return "without a name or an id"
    return ""


def postcode_of(entry: Mapping[str, object]) -> str:
    """Return the postcode of the first location; empty: there is none."""
    places = _list(entry, "service_at_locations")[:1]
    location = places[0].get("location") if places else None
    address = _list(location, "addresses")[:1] if isinstance(location, dict) else []
    return plain(address[0].get("postal_code"), FEW) if address else ""


def draft_of(
    entry: Mapping[str, object], lost: Counter[str], promise_in: Callable[[str], str]
) -> Draft:
    """Return the draft of a service of which ``why_not`` says nothing.

    ``lost`` counts what is left out or changed; ``promise_in`` finds words that say how well something works.
    """
    name, origin = plain(entry.get("name")), plain(entry.get("id"))
    draft = Draft(origin[:100])
    said = plain(entry.get("description"))
    if len(plain(entry.get("description"), 4000)) > len(said):
        lost["descriptions cut at 300 characters"] += 1
    if said and promise_in(said):
        said = f"{TO_REWRITE}: {said}"[:300]
        lost["descriptions to rewrite, because they promise something"] += 1
    organization = entry.get("organization")
    run_by = plain(organization.get("name")) if isinstance(organization, dict) else ""
    values: dict[str, Value] = {
        "name": name,
        "what": said or TO_CHECK,
        "helps-with": TO_CHOOSE,
        "kind": TO_CHOOSE,
        "run-by": run_by,
        "for": _who_for(entry, lost),
        "join": TO_CHOOSE,
        "cost": _cost(entry, lost),
        "where": _where(entry, lost),
        "open": opening(_list(entry, "schedules"), lost),
        "access": _access(entry),
        "languages": _languages(entry),
        "phone": _phone(entry, lost),
        "web": _web(entry, lost),
        "wait": _wait(entry),
        "checked": _checked(entry, lost),
        "checked-by": "",
    }
    if values["checked"] != NEVER:
        values["checked-by"] = "Open Referral feed"
    for key in _LEFT_OUT:
        lost[key] += bool(entry.get(key))
    draft.values = {key: value for key, value in values.items() if value}
    return draft


def _list(entry: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    found = entry.get(key)
    return (
        [each for each in found[:100] if isinstance(each, dict)] if isinstance(found, list) else []
    )


def _who_for(entry: Mapping[str, object], lost: Counter[str]) -> str:
    said = plain(entry.get("eligibility_description"))
    least, most = (plain(entry.get(key), 3) for key in ("minimum_age", "maximum_age"))
    least, most = (each if each.isdecimal() else "" for each in (least, most))
    ages = {(True, True): f"Ages {least} to {most}", (True, False): f"Ages {least} and over",
            (False, True): f"Ages up to {most}"}.get((bool(least), bool(most)), "")  # fmt: skip
    lost["eligibility by gender, benefits and other lists"] += bool(entry.get("eligibility"))
    return ". ".join(each for each in (ages, said) if each)[:300]


def _cost(entry: Mapping[str, object], lost: Counter[str]) -> Value:
    """Return the dearest price, so that nobody finds it dearer than it was said to be."""
    options = _list(entry, "cost_options")
    found: list[tuple[int, str, str]] = []
    for each in options:
        pence = _pence(each.get("amount"))
        if pence is None or plain(each.get("currency")) not in ("", "GBP"):
            lost["prices that are not whole pence in pounds"] += 1
        else:
            words = plain(each.get("option"), FEW), plain(each.get("amount_description"))
            found.append((pence, *words))
    if len(found) < len(options):
        return TO_CHECK
    if not found:
        return "not known"
    lost["further prices"] += len(found) - 1
    pence, what, help_ = max(found)
    if pence == 0:
        return "free"
    what = what.removeprefix("per ").removeprefix("Per ")
    parts = {"pence": str(pence), "each": what, "help": help_}
    return {key: words for key, words in parts.items() if words}


def _pence(amount: object) -> int | None:
    """Return whole pence, exactly; None: it is none."""
    found = _POUNDS.fullmatch(amount) if isinstance(amount, str) else None
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else None


def _where(entry: Mapping[str, object], lost: Counter[str]) -> Value:
    places = _list(entry, "service_at_locations")
    lost["further locations"] += max(len(places) - 1, 0)
    location = places[0].get("location") if places else None
    if not isinstance(location, dict):
        return {}
    lost["positions on a map"] += bool(location.get("latitude"))
    address = next(iter(_list(location, "addresses")), {})
    lines = [plain(address.get(key), 100) for key in ("address_1", "address_2", "city")]
    if plain(location.get("location_type")) == "virtual":
        return {"online": plain(location.get("name")) or "online"}
    parts = {
        "name": plain(location.get("name")),
        "address": ", ".join(filter(None, lines))[:300],
        "postcode": plain(address.get("postal_code"), FEW),
    }
    return {key: words for key, words in parts.items() if words}


def _access(entry: Mapping[str, object]) -> Value:
    """Return the free words of a feed, for a person to sort into yes, no and not known."""
    words = [
        plain(said.get("description"))
        for place in _list(entry, "service_at_locations")[:1]
        if isinstance(location := place.get("location"), dict)
        for said in _list(location, "accessibility")
    ]
    said = "; ".join(filter(None, words))
    return f"{TO_SORT}: {said}"[:300] if said else ""


def _languages(entry: Mapping[str, object]) -> Value:
    names = (plain(each.get("name"), FEW) for each in _list(entry, "languages"))
    return list(dict.fromkeys(name for name in names if name))[:12]


def _phone(entry: Mapping[str, object], lost: Counter[str]) -> str:
    own = _list(entry, "phones")
    contacts = _list(entry, "contacts")
    lost["names of people"] += sum(1 for each in contacts if each.get("name"))
    lost["e-mail addresses of contacts"] += sum(1 for each in contacts if each.get("email"))
    numbers = [*own, *(phone for each in contacts for phone in _list(each, "phones"))]
    lost["extensions of telephone numbers"] += sum(1 for each in numbers if each.get("extension"))
    found = [plain(each.get("number"), FEW) for each in numbers]
    good = [each for each in found if _PHONE.fullmatch(each)]
    lost["numbers that are none"] += len(found) - len(good)
    lost["further telephone numbers"] += max(len(good) - 1, 0)
    return good[0] if good else ""


def _web(entry: Mapping[str, object], lost: Counter[str]) -> str:
    address = plain(entry.get("url"))
    if address and not _WEB.fullmatch(address):
        lost["addresses that do not begin with https"] += 1
        return ""
    return address


def _wait(entry: Mapping[str, object]) -> str:
    said = plain(entry.get("wait_time"))
    return f"{TO_CHECK}: {said}"[:300] if said else ""


def _checked(entry: Mapping[str, object], lost: Counter[str]) -> str:
    """Return the day of assurance, which is a check; when a line was last typed is none."""
    found = _DAY.fullmatch(plain(entry.get("assured_date"), FEW))
    try:
        if found:
            return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        pass
    lost["services that nobody has checked"] += 1
    return NEVER
