"""Write the numbers of papers, spreadsheets and word processors as the format does, with no number changed.

Layer 2. Pure. What a cell, a published difference and a time have in common: signs of a decimal,
thousands, dashes, brackets, intervals and p values.
"""

from __future__ import annotations

import re
from decimal import Decimal

_COUNTED = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
} | {"twelve": "12", "fifteen": "15", "twenty": "20", "fifty": "50", "hundred": "100"}
_WORD = rf"(?:{'|'.join(_COUNTED)})"
_COMPOUND = rf"(?:thirty|forty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|{_WORD})"
_NUMBER_WORD = re.compile(rf"\b{_WORD}\b", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    rf"\b{_COMPOUND}[ -](?:and )?{_COMPOUND}\b|\d ?{_COMPOUND}\b", re.IGNORECASE
)

PEOPLE_WORD = "(?:patients|people|persons|participants|adults|children|babies|women|men)"
"""Who stands behind a number of people in a paper, as a part of a pattern."""

_CI = r"(?:95 ?% ?)?(?:CI|confidence interval)s?[:, =]*"
_NUMBERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), into)
    for pattern, into in (
        (r"\s+", " "),
        (r"(?<=\d)[\u00b7\u0387\u2219\u22c5\u2022](?=\d)", "."),  # 20·5: a raised decimal point
        (r"(?<![\d.,])\.(?=\d)", "0."),  # .50
        (r"(?<=[(\[])(\d+\.\d+),(?=\d+\.\d)", r"\1 to "),  # (0.35,0.71)
        (r"(?<=\d),(?=\d{1,2}(?!\d))|(?<=\b0),(?=\d)", "."),  # 60,5: a decimal comma
        (r"(?<=\d)[, ](?=\d{3}(?!\d))", ""),  # 1,000 and 1 000
        (r"\[([^\[\]]*)\]", r"(\1)"),
        (rf"\({_CI}", "("),
        (rf",? ?{_CI.replace('(?:95 ?% ?)?', '(?:95 ?% ?)', 1)}\(?(?=\d)", " ("),
        (r"\(from (?=\d)", "("),
        (r"(?<=\d) ?%?(?:[\u2010-\u2015\u2212-]|;|, | to )(?=[ \d]) ?(?=\d)", " to "),
    )
)
"""What is put in place of what, in this order; none of it changes a number."""

_P = r"p(?:[ -]value)? ?[<=>\u2264] ?(?:0?[.,\u00b7])?\d{1,6}"
_P_AT_END = re.compile(rf"[,;]? ?\(?\b{_P}\)?$", re.IGNORECASE)
_P_IN_BRACKET = re.compile(rf"(?<=\d)[,;] ?{_P}(?=[)\]]?$)", re.IGNORECASE)


def numbers_anew(text: str) -> str:
    """Return a text with its numbers and intervals as the format writes them."""
    for pattern, into in _NUMBERS:
        text = pattern.sub(into, text)
    if text.count("(") == text.count(")") + 1:
        text += ")"
    return text.strip()


_TURN = r"(?: (fewer|more|lower|higher|better|worse))?"
_ANY_NUMBER = r"(\d{1,9}(?:\.\d{1,9})?)"
_WITH_ENDS = re.compile(
    rf"\b{_ANY_NUMBER}(?: points?)?{_TURN}(?:(?: people)? in \d+(?: each year)?)? "
    rf"\({_ANY_NUMBER}{_TURN} to {_ANY_NUMBER}{_TURN}\)"
)
_LESS = ("fewer", "lower", "worse")


def clash(text: str) -> str | None:
    """Say that a number does not lie between its ends; None: it does, or there are none.

    Nothing is offered to paste then: it would be refused, and which number is wrong only the source tells.
    """
    found = _WITH_ENDS.search(text)
    if found is None:
        return None
    n, word, low, one, high, other = found.groups()
    if bool(word) != bool(one) or bool(one) != bool(other):
        return None
    amount, first, last = (
        -Decimal(each) if turn in _LESS else Decimal(each)
        for each, turn in ((n, word), (low, one), (high, other))
    )
    if word and first > last:
        first, last = last, first  # "6 fewer to 3 fewer" may start at either end
    if first <= amount <= last:
        return None
    ends = " and ".join(" ".join(filter(None, each)) for each in ((low, one), (high, other)))
    return (
        f"{' '.join(filter(None, (n, word)))} does not lie between {ends}: look at the three numbers in "
        "the source again"
    )


def words_anew(text: str) -> str:
    """Return a text with small numbers in digits; "two hundred" stays, which is neither 2 nor 100."""
    if _OF_SEVERAL.search(text):
        return text
    return _NUMBER_WORD.sub(lambda found: _COUNTED[found[0].lower()], text)


def has_p(text: str) -> bool:
    """Return whether a p value stands at the end of a text."""
    return without_p(text) != text


def p_left_out(text: str) -> str:
    """Say that a text written anew has no p value any more; empty where it had none."""
    return "; a p value has no place here" if has_p(text) else ""


def without_p(text: str) -> str:
    """Return a text without the p value at its end, which says nothing of how much."""
    return _P_IN_BRACKET.sub("", _P_AT_END.sub("", text))
