"""Who, whose words and when, as a plan's text for the clinical record says them: nobody is named.

Layer 2. The same as ``plan/text-phrases.ts`` in the browser. What is missing is said in capitals.
"""

from __future__ import annotations

import re
from typing import Final

from decisionaid.model.plan.doing import Action
from decisionaid.model.plan.said import SAYS_FOR_THEMSELVES, Said, When
from decisionaid.outside.ascii import cut, to_ascii
from decisionaid.outside.tables import filled, table
from decisionaid.plan.asked_words import in_sentence
from decisionaid.plan.taken import asked_to, who_does
from decisionaid.plan.text_room import Room

_MY: Final = re.compile(r"^my\b", re.IGNORECASE | re.ASCII)


def said_in(room: Room, said: Said, least: int = 0) -> str:
    """Return words, and who said them if it was not the person; ``least``: signs that are kept in any case."""
    role = next(each.role for each in room.plan.people if each.id == said.by)
    is_theirs = role in SAYS_FOR_THEMSELVES
    by = "" if is_theirs else filled(room.words["said_by"], who=person_in(room, said.by))
    return room.own(said.words, least) + by


def suggested_in(room: Room, mine: str, said: Said) -> str:
    """Return who suggested what the person took, where there is room; empty: they said it themselves."""
    if mine != "accepted" or not room.limits["accepted"]:
        return ""
    return filled(room.words["accepted"], who=person_in(room, said.by))


def person_in(room: Room, name: str | None) -> str:
    """Return what somebody is to the person; ``name`` None: nobody was named, which may have to be said."""
    if name is None:
        return room.marked("no_owner", room.words["no_owner"]) if room.says_missing else "-"
    person = next(each for each in room.plan.people if each.id == name)
    job = to_ascii(person.job)
    if person.role == "me" or not job:
        return str(room.words["roles"][person.role])
    return cut(_MY.sub(room.words["patients"], job), room.limits["names"])


def owner_in(room: Room, action: Action) -> str:
    """Return who does an action: who was named, or whom the person agreed to ask for it."""
    asked = "" if who_does(action) else _MY.sub(room.words["patients"], room.name(asked_to(action)))
    return asked or person_in(room, who_does(action))


def ask_of(room: Room, to: str) -> str:
    """Return whom the person asks, within a sentence."""
    return _MY.sub(room.words["patients"], in_sentence(room.name(to)))


def when_in(room: Room, when: When | None) -> str:
    """Return a time, or that there is none."""
    return time_in(room, when) or no_day_in(room)


def time_in(room: Room, when: When | None) -> str:
    """Return a time as it was said; empty: none was, or nothing of it can be written in ASCII."""
    words = room.name(when.words) if when else ""
    day = day_in_text(when.on) if when and when.on else ""
    both = filled(room.words["words_and_day"], words=words, day=day)
    return both if words and day else words or day


def no_day_in(room: Room) -> str:
    """Return that there is no day, where one would stand if anybody had said it."""
    return room.marked("no_date", room.words["no_date"]) if room.says_missing else "-"


def day_in_text(day: str) -> str:
    """Return a day, which is an ISO date, as the text writes it."""
    month = table("record-text")["months"][int(day[5:7]) - 1]
    return filled(table("plan-text")["day"], day=int(day[8:10]), month=month, year=day[:4])
