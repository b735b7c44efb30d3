"""How signs, short forms, units and dates are said: ``4–6 mg/day`` is ``4 to 6 milligrams per day``.

Layer 2. A rule is a pattern and what stands in its place, with ``$1`` for its first group, as the browser
writes it. Patterns keep to what both languages read alike, so that one list serves both. Digits stay
digits: each voice says them in its own language, and nobody who records has to read long words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from decisionaid.language import Words
from decisionaid.outside.tables import table
from decisionaid.render.words.for_scripts import messages_for

Rule = tuple[str, str]
"""A pattern, and what stands in its place."""

_NUMBER: Final = "([0-9][0-9.,]*)"
_BEFORE: Final = "(^|[^0-9A-Za-z.,])"
"""What may stand before a number or a short form, so that it is whole."""
_DIGIT: Final = re.compile("[0-9]")
_NO_LETTER: Final = "(?![A-Za-z])"
_SPECIAL: Final = re.compile(r"[.^$*+?()\[\]{}|\\/]")


@dataclass(frozen=True, slots=True, eq=False)
class Listening:
    """How one language is heard, once for each; patterns are those of both Python and the browser."""

    rules: tuple[Rule, ...]
    unbroken: tuple[str, ...]
    """Short forms behind which no sentence ends."""
    cell: str
    """A cell of a table with ``{column}`` and ``{words}``."""

    def heard(self, text: str) -> str:
        """Return a text as it is said."""
        return _heard(self, text)


@lru_cache(maxsize=8192)  # the sentences of some ten aids, many of which are the same
def _heard(listening: Listening, text: str) -> str:
    has_number = _DIGIT.search(text) is not None
    for pattern, replacement, needs_number in _rules_of(listening):
        if has_number or not needs_number:
            said = pattern.sub(replacement, text)
            has_number = has_number or (said != text and _DIGIT.search(said) is not None)
            text = said
    return " ".join(text.split())


@cache
def _rules_of(listening: Listening) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Return each rule as Python reads it, and whether it changes no text without a digit."""
    return tuple(
        (
            # As in the browser, where `\d` and the like know no other digits and letters than these.
            re.compile(pattern, re.ASCII),
            re.sub(r"\$([1-9])", r"\\g<\1>", replacement.replace("\\", r"\\")),
            "[0-9" in pattern or "(1)" in pattern,
        )
        for pattern, replacement in listening.rules
    )


@cache
def listening_in(words: Words) -> Listening:
    """Return how a language is heard."""
    unheard = (str(table("listening")["unheard"]), "")
    if words.is_english and not words.language.lower().startswith("en"):
        # A language without words of its own: those of English would be wrong in it.
        return Listening((unheard,), (), "{column}: {words}")
    short = tuple(_pairs(words.say("listening_short")))
    rules = (
        unheard,
        *_dates(words),
        *(_short_form(form, said) for form, said in short),
        *_ranges_and_degrees(words),
        *_units(words),
        *_signs(words),
    )
    unbroken = tuple(form for form, _said in short if form.endswith("."))
    return Listening(
        rules, unbroken, words.say("listening_cell", column="{column}", words="{words}")
    )


def _pairs(message: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a message such as ``a = b; c = d``."""
    for each in message.split(";"):
        short, _, said = each.partition(" = ")
        if said:
            yield short.strip(), said.strip()


def _escaped(text: str) -> str:
    """Write a text as a pattern that both languages read; ``re.escape`` escapes more than JavaScript allows."""
    return _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)


def _short_form(form: str, said: str) -> Rule:
    end = "" if form.endswith(".") else "(?![A-Za-z.])"
    return f"(^|[ (]){_escaped(form)}{end}", f"$1{said}"


def _dates(words: Words) -> Iterator[Rule]:
    """Yield a rule for each month of a date such as ``2026-11-22``."""
    for number, month in enumerate(words.months, start=1):
        date = words.date_pattern.replace("{day}", "$3").replace("{year}", "$2")
        yield (
            f"{_BEFORE}([12][0-9]{{3}})-{number:02d}-0?([1-9][0-9]?)(?![0-9-])",
            "$1" + date.replace("{month}", month),
        )


def _ranges_and_degrees(words: Words) -> Iterator[Rule]:
    say = words.say
    # An en dash between numbers; a hyphen may be in a name or a telephone number.
    range_ = say("listening_range", **{"from": "$1", "to": "$2"})
    yield f"{_NUMBER} ?[–‒] ?(?=[0-9])", range_.replace("$2", "")
    yield f"{_NUMBER} ?°C{_NO_LETTER}", say("listening_celsius", n="$1")
    yield f"{_NUMBER} ?°F{_NO_LETTER}", say("listening_fahrenheit", n="$1")
    yield f"{_NUMBER} ?%", say("listening_percent", n="$1")


def _units(words: Words) -> Iterator[Rule]:
    units = []
    for unit, said in _pairs(words.say("listening_units")):
        one, _, many = (each.strip() for each in said.partition(","))
        units.append((unit, one, many or one))
    per = words.say("listening_per", a="$1", b="$2")
    for unit, one, _many in units:
        # "10 mg/kg" and "5 mmol/l": below the stroke a unit stands for one.
        yield f"([0-9] ?[A-Za-zµμ]+) ?/ ?({_escaped(unit)}){_NO_LETTER}", per.replace("$2", one)
    # "200 mg/day": the words below the stroke are the author's own.
    yield "([0-9] ?[A-Za-zµμ]+)/([a-z]{3,})", per
    for unit, one, many in units:
        escaped = _escaped(unit)
        yield f"(^|[^0-9.,])(1) ?{escaped}{_NO_LETTER}", f"$1$2 {one}"
        yield f"{_NUMBER} ?{escaped}{_NO_LETTER}", f"$1 {many}"


def _signs(words: Words) -> Iterator[Rule]:
    say = words.say
    for sign, name in (
        ("≥", "at_least"),
        ("≤", "at_most"),
        ("<", "less"),
        (">", "more"),
        ("±", "plus_minus"),
        ("[≈~]", "about"),
    ):
        yield f"{sign} ?(?=[0-9])", say(f"listening_{name}", n="")
    yield f"{_BEFORE}[−–] ?(?=[0-9])", "$1" + say("listening_minus", n="")
    yield "([0-9]) ?× ?(?=[0-9])", say("listening_times", a="$1", b="")
    yield " ?& ?", f" {say('listening_and')} "
    yield " ?= ?", f" {say('listening_equals')} "
    # Between two short things that stand side by side: a rest.
    yield " ?· ?", ", "


def for_the_browser(words: Words) -> dict[str, object]:
    """Return the rules and the messages as the browser is given them."""
    listening = listening_in(words)
    return {
        "rules": [list(rule) for rule in listening.rules],
        "unbroken": list(listening.unbroken),
        "cell": listening.cell,
        "messages": messages_for("aloud", words),
    }
