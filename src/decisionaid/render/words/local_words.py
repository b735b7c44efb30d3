"""What a place says, in the words of a page: days of checking, waits, costs, ways in.

Layer 2. What depends on the day is worked out twice: for the day of the build, and for all later days as
words with the day after which they hold, which the page's script puts in place on the device.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from decisionaid.language import Words
from decisionaid.model.currency import POUNDS
from decisionaid.model.freshness import freshness, is_old_wait, months_after
from decisionaid.model.place import WAIT_MONTHS, Answer, Cost, Place, Service, Wait

_ACCESS: Final = ("step_free", "toilet", "parking", "hearing_loop", "bsl")


@dataclass(frozen=True, slots=True)
class Later:
    """Words that hold after a day."""

    after: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with the day of which they are true, and what is to be said of that day's age."""

    words: str
    state: str = ""
    now: str = ""
    """What is said on the day of the build; empty: nothing."""
    later: tuple[Later, ...] = ()


def checked_mark(
    words: Words, checked: date, place: Place, today: date | None, *, is_line: bool = False
) -> Marked:
    """Return the day of checking; ``is_line``: of the line under an option, where nobody goes anywhere."""
    stale = words.say("local_line_stale") if is_line else words.say("local_stale")
    said = {"fresh": "", "stale": stale, "old": words.say("local_old")}
    now = freshness(checked, place, today)
    ages = (("stale", place.stale_after), ("old", place.remove_after))
    later = tuple(
        Later(months_after(checked, months).isoformat(), state, said[state])
        for state, months in ages
        if now not in ("old", state)
    )
    day = words.say("local_checked", day=words.day(checked))
    return Marked(day, "" if now == "fresh" else now, said[now], later)


def wait_mark(words: Words, wait: Wait, today: date | None) -> Marked:
    """Return a waiting time with its day and its source."""
    if wait.weeks is None:
        return Marked(words.say("local_wait_not_known"))
    weeks = (
        words.say("local_wait_none")
        if not wait.weeks
        else words.say("local_wait", weeks=wait.weeks)
    )
    said = f"{weeks} {wait.what}".strip() + "."
    if wait.as_of is None:
        return Marked(said)
    of_day = words.say("local_wait_as_of", day=words.day(wait.as_of))
    parts = [said, of_day, f"{wait.source}." if wait.source else ""]
    ask = words.say("local_wait_old")
    is_old = is_old_wait(wait, today)
    after = months_after(wait.as_of, WAIT_MONTHS).isoformat()
    later = () if is_old else (Later(after, "stale", ask),)
    text = words.joined("after_one_another", [each for each in parts if each])
    return Marked(text, "stale" if is_old else "", ask if is_old else "", later)


def cost_words(words: Words, cost: Cost, currency: str) -> str:
    """Return what something costs; hundredths as pounds, or in the place's own money."""
    if cost.pence is None:
        said = words.say("local_cost_free" if cost.kind == "free" else "local_cost_not-known")
    else:
        pounds, pence = divmod(cost.pence, 100)
        figure = f"{pounds:,}.{pence:02}" if pence else f"{pounds:,}"
        amount = (
            words.say("local_cost_pounds", amount=figure)
            if currency == POUNDS
            else words.say("local_cost_other", currency=currency, amount=figure)
        )
        said = words.say("local_cost_each", amount=amount, each=cost.each) if cost.each else amount
    return f"{said}. {cost.help}" if cost.help else said


def where_words(service: Service) -> str:
    """Return where something is, on one line; empty: it is not said."""
    where = service.where
    parts = (where.name, where.address, where.postcode, where.online)
    return ", ".join(each for each in parts if each)


def access_words(words: Words, service: Service) -> Iterator[str]:
    """Yield what is said of getting in, what is not known with it."""
    for name in _ACCESS:
        found: Answer = getattr(service.access, name)
        answers = {
            "yes": "local_yes_short",
            "no": "local_no_short",
            "not-known": "local_not_known_short",
        }
        answer = words.say(answers[found.answer])
        said = f"{answer}, {found.words}" if found.words else answer
        yield words.say("local_is", what=words.say(f"local_access_{name}"), answer=said)
    if service.access.transport:
        what = words.say("local_access_transport")
        yield words.say("local_is", what=what, answer=service.access.transport)


def dial(phone: str) -> str:
    """Return a telephone number as a link has it."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
