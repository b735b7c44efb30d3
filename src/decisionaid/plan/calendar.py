"""Calendar entries of a plan: the person's own actions that have a day, and the review. Nothing books a time.

Layer 2. The same bytes as ``plan/calendar.ts``. The form is iCalendar (RFC 5545): whole days, so that no server
moves them; nobody is invited; a second import takes the place of the first. Their words stand in it only when
they ask for it, because calendars are shared.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from decisionaid.model.plan.plan import Plan
from decisionaid.outside.clean import line
from decisionaid.outside.made_up import marked
from decisionaid.outside.tables import table
from decisionaid.plan.taken import open_actions, who_does
from decisionaid.plan.visits import own_voices

_MOST_OCTETS: Final = 75
_MOST_WORDS: Final = 600
_LAST_DAY: Final = "9999-12-31"
_DAY_BEFORE: Final = "-PT15H"
"""Nine in the morning of the day before."""
_WEEK_BEFORE: Final = "-P6DT15H"
"""Nine in the morning a week before."""
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_of(plan: Plan, *, with_words: bool = False) -> str:
    """Return the entries as the text of an ``.ics`` file, with the ends of lines that it has to have."""
    words = table("plan-text")["calendar"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//decisionaid//plan 1//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for name, day, own in _own_days(plan):
        summary = line(own, _MOST_WORDS) if with_words else words["own"]
        lines += _event(plan, f"a-{name}", day, summary, words["own_more"], _DAY_BEFORE)
    if review := _review_day(plan):
        lines += _event(plan, "review", review, words["review"], words["review_more"], _WEEK_BEFORE)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(each)}\r\n" for each in lines)


def _own_days(plan: Plan) -> list[tuple[str, str, str]]:
    """Return the id, the day and the words of what the person does themselves."""
    voices = own_voices(plan)
    found = []
    for action in open_actions(plan):
        days = [deed.when.on for deed in action.did if deed.when and deed.when.on]
        if who_does(action) in voices and days and days[-1] < _LAST_DAY:
            found.append((action.id, days[-1], action.said.words))
    return found


def _review_day(plan: Plan) -> str | None:
    when = plan.reviews[-1].when if plan.reviews else None
    return when.on if when and when.on and when.on < _LAST_DAY else None


def _event(plan: Plan, name: str, day: str, summary: str, more: str, alarm: str) -> list[str]:
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    said = marked(plan, summary).translate(_ESCAPES)
    return [
        "BEGIN:VEVENT",
        f"UID:{plan.id}-{name}@decisionaid.invalid",
        f"DTSTAMP:{plan.updated.replace('-', '').replace(':', '')}",
        f"SEQUENCE:{plan.rev}",
        f"DTSTART;VALUE=DATE:{day.replace('-', '')}",
        f"DTEND;VALUE=DATE:{after.replace('-', '')}",
        f"SUMMARY:{said}",
        f"DESCRIPTION:{marked(plan, more).translate(_ESCAPES)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{said}",
        f"TRIGGER:{alarm}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _folded(text: str) -> str:
    """Return a line in pieces of 75 octets, none of which ends within a character."""
    made, octets = "", 0
    for sign in text:
        size = len(sign.encode("utf-8"))
        if octets + size > _MOST_OCTETS:
            made, octets = f"{made}\r\n ", 1
        made, octets = made + sign, octets + size
    return made
