"""Read the ``Difference`` field: a published comparison of two options.

Layer 2. Pure. Such as ``now against watch: risk ratio 0.70 (0.57 to 0.86)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, cast

from decisionaid.model.figure import NotFound
from decisionaid.model.outcome import (
    Comparison,
    Differ,
    NotClear,
    NotReported,
    PublishedDifference,
    PublishedRatio,
)
from decisionaid.read.figures.as_printed import (
    PEOPLE_WORD,
    clash,
    numbers_anew,
    p_left_out,
    without_p,
)
from decisionaid.read.figures.chance_tests import chance_in_difference
from decisionaid.read.figures.measures import NUMBER, OF
from decisionaid.read.figures.powers_of_ten import power_of_ten

_N = f"({NUMBER})"
_ENDS = r"(?: \({n} ({w}) to {n} ({w})\))?(, adjusted)?"
_PAIR = re.compile(r"([^\s:]+) against ([^\s:]+): *(.*)")
_RATIO = re.compile(
    rf"(risk ratio|odds ratio|hazard ratio|rate ratio) {_N}(?: \({_N} to {_N}\))?(, adjusted)?"
)
_AMOUNT = re.compile(rf"{_N} (fewer|more) in {OF}{_ENDS.format(n=_N, w='fewer|more')}")
_POINTS = re.compile(
    rf"{_N} points? (lower|higher|better|worse)"
    rf"{_ENDS.format(n=_N, w='lower|higher|better|worse')}"
)
_AXES = {"fewer": 0, "more": 0, "lower": 1, "higher": 1, "better": 2, "worse": 2}

PAIR_EXAMPLE = "now against watch"
"""What stands in a message for two ids of the aid, which only the caller knows."""
FORM = (
    f"write '{PAIR_EXAMPLE}: risk ratio ... (... to ...)', or in its place '... more in 100 (... more to "
    "... more)' or '... points lower (... lower to ... lower)'; or 'not clear: reason', "
    "or 'not found: reason', or 'not reported', each alone"
)
_DIFFER = re.compile(r"(groups )?differ(?:: *(\S.*))?")
DIFFER_FORM = (
    "name the two that differ: '{pair}: {0}'; or write 'groups {0}' of all of them together"
)
_IN_FULL = {"rr": "risk ratio", "or": "odds ratio", "hr": "hazard ratio", "irr": "rate ratio",
            "relative risk": "risk ratio", "incidence rate ratio": "rate ratio"}  # fmt: skip
_NAMES = "RR|OR|HR|IRR|relative risk|risk ratio|odds ratio|hazard ratio|(?:incidence )?rate ratio"
_PRINTED_RATIO = re.compile(
    rf"(?:(?P<before>a(?=[A-Z])|adjusted )|crude |unadjusted )?(?P<name>{_NAMES})"
    rf"(?: ?\((?:{_NAMES})\))?[ :=,]{{0,3}}"
    rf"(?P<value>{NUMBER})(?:[ ,;]{{0,2}}\(?(?P<low>{NUMBER}) to (?P<high>{NUMBER})\)?)?"
    r"(?P<after>,? ?\(?adjusted\)?)?",
    re.IGNORECASE,
)
"""A ratio as papers print it, with or without its interval, once its numbers are written anew."""
_PRINTED_AMOUNT = re.compile(
    rf"{_N} (fewer|less|more) (?:per|in|/|out of) {OF}(?: {PEOPLE_WORD})?"
    rf"(?: \({_N}(?: (fewer|less|more))? to {_N}(?: (fewer|less|more))?\))?(,? ?\(?adjusted\)?)?",
    re.IGNORECASE,
)
_PRINTED_POINTS = re.compile(
    rf"{_N} points? (lower|higher|better|worse) \({_N} to {_N}\)(,? ?\(?adjusted\)?)?"
)
_ONE_COMMA = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
"""``1,034`` of a ratio or of points: a decimal comma, or more than a thousand; only the source can say."""
_REASONED: dict[str, Callable[[str], Comparison]] = {
    "not clear": lambda reason: NotClear(reason=reason),
    "not found": lambda reason: NotFound(reason=reason),
}
_NEARLY = {
    "not known": "write 'not found: reason' if the source may compare them and you have not seen it, "
    "or 'not clear: reason' if it could not tell",
    "not reported": "write 'not reported' alone, if you have read the source and it compares nothing; "
    "or 'not found: reason'",
}
"""What authors write here because it is right in other fields."""
_OF_ALL = (*_REASONED, "not reported", "groups differ")
"""What is said of all options of an outcome together, and never of two of them."""
MAX_MEASURE = 300
"""Characters of a measure that is looked at for what it may have meant."""
MAX_MISTYPED = 20
"""What is longer is no mistyped ``not found``, and comparing letters takes its time."""

ENDS_FORM = (
    "write each end with its word: '... fewer in 1000 (... fewer to ... fewer)', "
    "'... points lower (... lower to ... higher)'"
)


def pair_of(text: str) -> tuple[str, str] | None:
    """Return the two options a comparison names, or None when it names none."""
    found = _PAIR.fullmatch(text)
    return (found[1], found[2]) if found else None


def read_comparison(text: str) -> Comparison | str:
    """Return the comparison, or how to write it."""
    read = _read(text)
    return (power_of_ten(text, _is_comparison) or read) if isinstance(read, str) else read


def _is_comparison(text: str) -> bool:
    return not isinstance(_read(text), str)


def _read(text: str) -> Comparison | str:
    if text == "not reported":
        return NotReported()
    if found := _DIFFER.fullmatch(text):
        form = DIFFER_FORM.format(text, pair=PAIR_EXAMPLE)
        return Differ(reason=found[2]) if found[1] else form
    head, reason = _parts(text)
    if made := _REASONED.get(head):
        return made(reason) if reason else f"write why: '{head}: reason'"
    found = _PAIR.fullmatch(text)
    if found is None:
        if test := chance_in_difference(text, PAIR_EXAMPLE):
            return test
        return _in_full(text) or _nearly(head.casefold())
    return _published(found[1], found[2], found[3])


def _parts(text: str) -> tuple[str, str]:
    head, _, reason = (part.strip() for part in text.partition(":"))
    return head, reason


def _in_full(text: str, pair: str | None = None) -> str | None:
    """Return how to write a ratio or an amount that stands as in a paper; None when it is none."""
    measure = measure_anew(text)
    if measure is None:
        return None
    if fault := clash(measure):
        return fault
    if pair is not None:
        return f"write '{pair}: {measure}'{p_left_out(text)}"
    return (
        f"write '{PAIR_EXAMPLE}: {measure}', first the one that the number is of{p_left_out(text)}"
    )


def measure_anew(text: str) -> str | None:
    """Return what a paper prints of a difference as the format writes it; None: it stays unread.

    Dots stand where only the source can say how an end goes on, or how large a number is.
    """
    if len(text) > MAX_MEASURE:
        return None
    anew = numbers_anew(without_p(text)).rstrip(" .,;")
    if found := _PRINTED_RATIO.fullmatch(anew):
        name = found["name"].casefold()
        if _ONE_COMMA.search(text):
            return f"{_IN_FULL.get(name, name)} ..." + (" (... to ...)" if found["low"] else "")
        interval = f" ({found['low']} to {found['high']})" if found["low"] else ""
        adjusted = ", adjusted" if found["before"] or found["after"] else ""
        return f"{_IN_FULL.get(name, name)} {found['value']}{interval}{adjusted}"
    if found := _PRINTED_AMOUNT.fullmatch(anew):
        amount, word, of, *ends, after = found.groups()
        head = f"{amount} {_word(word)} in {of}"
    elif found := _PRINTED_POINTS.fullmatch(anew):
        amount, word, low, high, after = found.groups()
        if _ONE_COMMA.search(text):
            return f"... points {word} (... {word} to ... {word})"
        head = f"{amount} points {word}"
        ends = [low, None, high, None]
    else:
        return None
    interval = f" ({ends[0]} {_word(ends[1])} to {ends[2]} {_word(ends[3])})" if ends[0] else ""
    return f"{head}{interval}{', adjusted' if after else ''}"


def _word(word: str | None) -> str:
    return "..." if word is None else "fewer" if word.casefold() == "less" else word.casefold()


_WORDED_PAIR = re.compile(
    r"(\S.{0,80}?) +(?:against|vs\.?|versus|v\.?|compared (?:with|to)|than|or) +(\S[^:]{0,80}?) ?: *(.*)",
    re.IGNORECASE,
)
_PERCENT_MORE = re.compile(
    rf"{_N} ?(?:%|per ?cent|percentage points?)(?: absolute| relative| risk)*"
    r" (?:more|fewer|less|higher|lower|increase|decrease|reduction|better|worse).*",
    re.IGNORECASE,
)


PERCENT_FORM = (
    "a percentage can be a share of the risk or of the people: write 'risk ratio ... (... to ...)', "
    "or '... more in 100 (... more to ... more)'"
)


def written_anew(text: str, ids: Callable[[str], str | None]) -> str | None:
    """Return a comparison as the format writes it, without a change to its numbers; None: it stays unread.

    ``ids`` gives the id of an option by its id or name.
    """
    found = _WORDED_PAIR.fullmatch(text)
    if found is None:
        return None
    first, second = ids(found[1]), ids(found[2])
    if first is None or second is None:
        return None
    measure = measure_anew(found[3])
    whole = f"{first} against {second}: {found[3] if measure is None else measure}"
    if "..." not in whole and isinstance(read_comparison(whole), str):
        return None
    return whole


def _nearly(head: str) -> str:
    """Return how to write what was probably meant."""
    if head in _NEARLY:
        return _NEARLY[head]
    close = get_close_matches(head, _OF_ALL, n=1, cutoff=0.8) if len(head) <= MAX_MISTYPED else []
    if not close:
        return FORM
    return f"did you mean '{close[0]}{': reason' if close[0] in _REASONED else ''}'?"


def _published(option: str, against: str, measure: str) -> Comparison | str:
    if (found := _DIFFER.fullmatch(measure)) and not found[1]:
        return Differ(option=option, against=against, reason=found[2])
    if (alone := _parts(measure)[0]) in _OF_ALL:
        written = f"{alone}: reason" if alone in _REASONED else alone
        written = measure if _is_comparison(measure) else written
        return f"write '{written}' alone, without two options: it is said of all options together"
    if found := _RATIO.fullmatch(measure):
        return PublishedRatio(
            option=option,
            against=against,
            measure=cast("Any", found[1]),
            value=Decimal(found[2]),
            low=Decimal(found[3]) if found[3] else None,
            high=Decimal(found[4]) if found[4] else None,
            adjusted=found[5] is not None,
        )
    if found := _AMOUNT.fullmatch(measure):
        amount, word, of, *ends, adjusted = found.groups()
    elif found := _POINTS.fullmatch(measure):
        amount, word, *ends, adjusted = found.groups()
        of = None
    else:
        form = _in_full(measure, f"{option} against {against}")
        if _PERCENT_MORE.fullmatch(measure):
            return PERCENT_FORM
        if test := chance_in_difference(measure, f"{option} against {against}"):
            return test
        return form or (ENDS_FORM if re.search(r"fewer|more|points", measure) else FORM)
    low, high = _end(ends[0], ends[1], word), _end(ends[2], ends[3], word)
    if isinstance(low, str) or isinstance(high, str):
        return "both ends of the interval go along one line: lower and higher, or better and worse"
    return PublishedDifference(
        option=option,
        against=against,
        amount=Decimal(amount),
        word=cast("Any", word),
        of=int(of) if of else None,
        low=low,
        high=high,
        adjusted=adjusted is not None,
    )


def _end(amount: str | None, word: str | None, main: str) -> Decimal | str | None:
    """An end relative to the main word: negative on the other side; text when it cannot be so."""
    if amount is None or word is None:
        return None
    if _AXES[word] != _AXES[main]:
        return word
    return Decimal(amount) if word == main else -Decimal(amount)
