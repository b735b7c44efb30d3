"""The words of an aid that is late, has ended, or is withdrawn.

Layer 2. Part of ``messages``, whose tone holds here too. Nobody is told what to choose; they are told
that what they read may no longer be true, and what to do about it.
"""

from __future__ import annotations

from typing import Final

CLOCK: Final[dict[str, str]] = {
    "clock_label": "How up to date this is",
    "clock_overdue": "This aid is late for its check.",
    "clock_overdue_words": "Its authors were to check it again by {review}. New studies may have "
    "changed some of what it says. Ask your health team if it still holds.",
    "clock_overdue_paper": "Late for its check since {review}.",
    "clock_expired": "This aid is out of date.",
    "clock_expired_words": "It ended on {expires}. We no longer show its figures. "
    "Ask your health team for newer ones.",
    "clock_expired_paper": "Out of date since {expires}.",
    "clock_source": "{source}, by {review}",
    "clock_sources": "These figures were to be checked again, and that is late: {sources}.",
    "row_late": "Late",
    "source_checked": "Its figures were last compared with it on {day}.",
    "source_review": "They are to be compared again by {day}.",
    "source_late": "They were to be compared again by {day}, and that is late.",
    "out_of_date": "This figure is out of date. We no longer show it.",
    "out_of_date_short": "out of date, no longer shown",
    "spoken_out_of_date": "this figure is out of date, and we no longer show it",
    "facts_out_of_date": "These figures are out of date. We no longer show them.",
    "facts_gone": "There are no facts to check, because the figures are out of date.",
    "evidence_ended": "We no longer show the figures of this aid. Their sources are named below.",
    "quality_ended": "All this is about the aid as its authors wrote it. "
    "Its pages show no figures any more.",
    "quality_old": "That is more than {years} years ago.",
    "quality_waiver_ended": "{by}, {day}; it ended on {ends}, and the rule counts again",
    "waiver_ended": "{rule}: {reason} ({by}, {day}; it ended on {ends}, and the rule counts again)",
    "gap_reason": "the reason",
    "withdrawn_title": "Withdrawn: {title}",
    "withdrawn_h1": "This decision aid has been withdrawn",
    "withdrawn_what": "Do not use it any more, and do not use a copy on paper. "
    "Your health team can tell you what is known now.",
    "withdrawn_was": "The aid",
    "withdrawn_since": "Withdrawn on",
    "withdrawn_why": "Why",
    "withdrawn_instead": "In its place",
    "withdrawn_nothing": "There is no newer aid here.",
    "withdrawn_catalogue": "Withdrawn",
    "withdrawn_catalogue_hint": "Do not use these any more. Their pages say why, and what there is "
    "in their place.",
    "withdrawn_note": "This aid has been withdrawn.",
    "withdrawn_note_since": "This aid was withdrawn on {day}.",
    "withdrawn_on": "Withdrawn on {day}.",
}
