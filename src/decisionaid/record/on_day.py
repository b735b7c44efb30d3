"""The words of an aid as they stand on a day: of one that has ended or is withdrawn no figure is written anywhere.

Layer 2. As ``handover/on-day.ts``, so that the command line and the clinician's page write the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decisionaid.model.words import AidWords, CheckWords


def on_day(words: AidWords, day: str) -> AidWords:
    """Return the words on a day, year-month-day; after the end of the aid without figures."""
    due = [each for each in words.later if day > each.after]
    now = words
    if due:
        now = words.model_copy(update={"clock": due[-1].state, "clock_words": due[-1].said})
    return _without_any(now) if now.clock == "expired" else now


def seen_on_day(seen: AidWords, today: AidWords | None, day: str) -> AidWords:
    """Return the words that a person saw, on a day.

    Args:
        seen: the words of the very text that they saw.
        today: those of the aid as it is published now; None: not to be had.
        day: year-month-day.
    """
    then = on_day(seen, day)
    now = today and on_day(today, day)
    if now is None or now.clock not in {"expired", "withdrawn"} or then.clock == "expired":
        return then
    return _without_any(then).model_copy(update={"clock": now.clock})


def _without_any(words: AidWords) -> AidWords:
    checks = tuple(_without_figures(each, words.gone) for each in words.checks)
    return words.model_copy(update={"until": "", "facts": (), "checks": checks})


def _without_figures(check: CheckWords, gone: str) -> CheckWords:
    answers = tuple(
        each.model_copy(update={"text": gone}) if each.id in check.correct else each
        for each in check.answers
    )
    return check.model_copy(update={"explanation": gone, "answers": answers})
