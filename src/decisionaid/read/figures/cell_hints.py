"""Say how to write a cell that is no figure: what papers, spreadsheets and word processors put there.

Layer 2. Pure. A cell is first written anew by rules that change no number, such as ``to`` for a dash;
when a figure comes of that, it is offered whole. What cannot be written so gets words of its own.
Longer than 300 lines: it is one table, and its order is part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import cast

from decisionaid.model.outcome import OPPOSITE, DifferenceWord
from decisionaid.model.shares import DENOMINATORS_IN_WORDS, count_of, fits, in_usual, percent_of
from decisionaid.read.figures.as_printed import PEOPLE_WORD, clash, has_p
from decisionaid.read.figures.cells_anew import FOOTNOTE, written_anew
from decisionaid.read.figures.chance_tests import chance_in_cell
from decisionaid.read.figures.fractions_in_words import fraction_anew
from decisionaid.read.figures.measures import NUMBER, OF
from decisionaid.read.figures.powers_of_ten import power_of_ten

_N = f"({NUMBER})"
_WHOLE = r"([0-9]{1,9})"
_COUNT = r"([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})"

_HEADS = (
    rf"(?P<head>{NUMBER} points? (?P<word>lower|higher|better|worse))",
    rf"(?P<head>{NUMBER} (?P<word>fewer|more) in {OF})",
)
_BARE_ENDS = (rf" \((?P<low>{NUMBER}) to (?P<high>{NUMBER})\)", r"(?P<low>)(?P<high>)\b.*")


def hint(text: str, is_figure: Callable[[str], bool]) -> str:
    """Return what to write in place of a cell; ``is_figure`` tells whether a text can be read."""
    if power := power_of_ten(text, is_figure):
        return power
    if test := chance_in_cell(text):
        return test
    for pattern, fix in _FIRST:
        if found := pattern.fullmatch(text):
            return fix(found) if callable(fix) else _filled(fix, found)
    if fraction := fraction_anew(text):
        return f"write it as '{fraction}'"
    anew = written_anew(text)
    if anew != text and is_figure(anew):
        return clash(anew) or f"write it as '{anew}'{_left_out(text)}"
    if parts := _of_another_whole(text):
        share, whole = parts
        share = _COUNTED.sub(" of ", written_anew(share))
        if _SHARE.match(share) and is_figure(share):
            behind = "" if re.fullmatch(PEOPLE_WORD, whole) else f" of the {whole}"
            return f"write it as '{share}{behind}'{_left_out(text)}"
    for each in dict.fromkeys((text, anew)):
        for pattern, fix in _NEAR:
            if found := pattern.fullmatch(each):
                return fix(found) if callable(fix) else _filled(fix, found)
    return (
        "write it as '... in 100', '... of ...', '... points', 'not known: reason' "
        "or another form of the format's table of figures"
    )


_ANOTHER_WHOLE = re.compile(
    r"(?P<share>[^()]*\d[^()]*?) of (?:the )?(?P<whole>[^\W\d][^()]{0,60}?)(?P<ends> ?\([^()]*\))?"
)

_SHARE = re.compile(rf"{NUMBER} (?:in|of) [0-9]")
_COUNTED = re.compile(rf"(?<=[0-9]) ?/ ?(?!{OF}$)(?=[0-9]+$)")
"""The stroke of ``14/61``; that of ``14/100`` may be a frequency or a count."""


def _of_another_whole(text: str) -> tuple[str, str] | None:
    """Take ``19 % of the cancers found (15 % to 23 %)`` apart: the share with its ends, and its whole."""
    found = _ANOTHER_WHOLE.fullmatch(text)
    return (f"{found['share']}{found['ends'] or ''}", found["whole"]) if found else None


def _filled(fix: str, found: re.Match[str]) -> str:
    return fix.format(found[0], *(part or "" for part in found.groups()))


def _left_out(text: str) -> str:
    """Say where that belongs which the figure offered leaves out."""
    if has_p(text):
        return "; a p value has no place here: how the source compares stands in '- Difference:'"
    if FOOTNOTE.search(text):
        return "; what the mark refers to goes into '- Note:'"
    return ""


def _in_words(m: re.Match[str]) -> str:
    return (
        "write how many of how many, as the source prints it; if it prints no number: "
        f"'not found: the source says only {m[0].lower()}'"
    )


def _as_usual(m: re.Match[str]) -> str:
    """Write ``1 in 20`` out of a usual denominator, if it can be without a number rounded."""
    n, of, each_year, low, high = m.groups()
    numbers = [Decimal(each) for each in (n, low, high) if each is not None]
    ways = [f"a frequency is in {DENOMINATORS_IN_WORDS}"]
    can_be = int(of) and (each_year or max(numbers) <= int(of))
    if can_be and (exact := in_usual(numbers, int(of))):
        amounts, step = exact
        interval = f" ({amounts[1]} to {amounts[2]})" if low is not None else ""
        ways = [f"write '{amounts[0]} in {step}{each_year or ''}{interval}': {ways[0]}"]
    counted = "" if low is not None or each_year else _counted(n, of)
    return "; ".join((*ways, counted)) if counted else "; ".join(ways)


def _counted(n: str, of: str) -> str:
    """Say how to write people who were counted; empty where nobody can be counted so."""
    if not n.isdigit() or not 0 <= int(n) <= int(of) or not int(of):
        return ""
    return f"for people who were counted write '{n} of {of}'"


def _as_share(m: re.Match[str]) -> str:
    """Say of ``12/100`` that it may be a frequency or a count."""
    n, of = m[1], m[2]
    if Decimal(n) > int(of):
        return f"{n} of {of} is more than everyone: look at the two numbers in the source again"
    ways = [f"write '{n} in {of}' for a frequency as printed"]
    if _counted(n, of):
        ways.append(f"'{n} of {of}' for people who were counted")
    return ", or ".join(ways)


def _as_count(m: re.Match[str]) -> str:
    """Say of ``12/96`` that it is a count, if it can be."""
    if _counted(m[1], m[2]):
        return f"write '{m[1]} of {m[2]}' for people who were counted"
    return f"{m[1]} of {m[2]} cannot be counted: look at the two numbers in the source again"


def _ends_with_words(m: re.Match[str]) -> str:
    """Say that each end of an interval has a word of its own, which only the source tells."""
    one, other = m["word"], OPPOSITE[cast("DifferenceWord", m["word"])]
    ends = f"{m['low']} ... to {m['high']} ..." if m["low"] else f"... {one} to ... {one}"
    return f"each end of the interval has its word, {one} or {other}: '{m['head']} ({ends})'"


def _signed(m: re.Match[str]) -> str:
    """Write a word in place of a sign."""
    sign, amount, of = m.groups()
    low = sign != "+"
    if of:
        word = "fewer" if low else "more"
        return f"write a word in place of the sign: '{amount} {word} in {of}'"
    return f"write a word in place of the sign: '{amount} points {'lower' if low else 'higher'}'"


def _two_ends(m: re.Match[str]) -> str:
    """Say of two ends without a middle that only the source tells what they are the ends of."""
    low, high, word, of = m.groups()
    said = f" {word}" if word else ""
    ends = f"{low}{said} to {high}{said}"
    return (
        f"say what the two ends are: '{m[0]} across studies', or '{m[0]} as printed' if the source does "
        f"not say; an interval stands behind its figure: '...{said} in {of} ({ends})'"
    )


def _with_percentage(m: re.Match[str]) -> str:
    """Say of ``911 of 1217 (81.4 %)`` what to write, and if its two numbers fit together."""
    return _count_and_share(m[1], m[2], m[3])


def _percentage_between(m: re.Match[str]) -> str:
    """Say the same of ``911 (81.4 %) of 1217``."""
    return _count_and_share(m[1], m[3], m[2])


def _count_and_share(count: str, group: str, share: str) -> str:
    n, of, percent = int(count.replace(",", "")), int(group.replace(",", "")), Decimal(share)
    alone = f"write the count alone: '{n} of {of}'; the page works out the share"
    if not of or n > of or fits(percent, n, of):
        return alone
    fitting = count_of(percent, of)
    other = "" if fitting is None else f", and {percent} % would be '{fitting} of {of}'"
    return (
        f"{n} of {of} is {percent_of(n, of, percent)} %, not {percent} %: look in the source which "
        f"number is right; '{n} of {of}' is written without a percentage{other}"
    )


_Hints = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]

_FIRST: _Hints = (
    (re.compile(rf"{_COUNT} ?(?:/|of|out of) ?{_COUNT},? ?[(=]? ?{_N} ?%\)?"), _with_percentage),
    (re.compile(rf"{_COUNT} ?\({_N} ?%\) ?(?:/|of|out of) ?{_COUNT}"), _percentage_between),
    (
        re.compile(rf"{_COUNT} ?\({_N} ?%\)"),
        (
            "write the count with the number of people in its group: '{1} of ...'; "
            "or the percentage alone: '{2} in 100'"
        ),
    ),
    (
        re.compile(rf"{_N} ?% ?\(n ?= ?{_COUNT}\)"),
        (
            "write the percentage alone: '{1} in 100'; or the count with the number of people "
            "in its group: '{2} of ...'"
        ),
    ),
    (
        re.compile(r"(.*?)(?<![0-9.,·])(?<![0-9][ ,])0+([1-9][0-9]*)(\b.*)"),
        (
            "a decimal point may be lost: look in the source if it prints 0.{2} or {2}, and write "
            "'{1}...{3}'"
        ),
    ),
)
"""Numbers that may stand for two things: nothing may be put in order before they are told apart."""

_NEAR: _Hints = (
    (
        re.compile(
            r"(?i:(?:very )?(?:rare(?:ly)?|(?:un)?common|(?:un)?likely|often|sometimes|seldom))"
        ),
        _in_words,
    ),
    (
        re.compile(rf"(?i:(risk|odds|hazard|rate) ratio|[ROH]R):? ?{_N}.*"),
        (
            "a comparison has a line of its own above the table: "
            "'- Difference: its-id against other-id: risk ratio {2} (... to ...)'"
        ),
    ),
    (
        re.compile(rf"(?i:NN[TH]|number needed to (?:treat|harm))[ :=]*{_N}.*"),
        (
            "write how many of how many with each option; if the source prints nothing else: "
            "'not found: the source prints only {0}'"
        ),
    ),
    (
        re.compile(
            r"(?i:not (?:in|part of) (?:(?:this|the) )?(?:study|trial|studies|trials|review)\b.*)"
        ),
        "write it in small letters and alone: 'not in this study'",
    ),
    (
        re.compile(r"(not known|not found|not applicable|no difference shown):?"),
        "write the reason behind a colon: '{1}: reason'",
    ),
    (
        re.compile(
            r"(?i:(not known|not found|not applicable|no difference shown))\b[ :;,.–—-]*(\S.*)"
        ),
        lambda m: (
            f"write it in small letters with a colon and the reason: '{m[1].lower()}: {m[2]}'"
        ),
    ),
    (
        re.compile(r"(?i:(not known|not found|not applicable|no difference shown|reference))\b.*"),
        lambda m: (
            "write it in small letters and alone: 'reference'"
            if m[1].lower() == "reference"
            else f"write it in small letters with a colon and the reason: '{m[1].lower()}: reason'"
        ),
    ),
    (
        re.compile(r"(?i:nil|zero|none|nobody|no events?|no cases?|never)\.?"),
        (
            "write '0 of ...' with the number of people if it was counted and happened to nobody, "
            "'not known: reason' if nobody counted it, or 'not applicable: reason' if it cannot happen"
        ),
    ),
    (
        re.compile(r"(?i:n/?[ak]|unknown|no data|not available|-+|–|—|\?+|\.\.\.|…)\.?"),
        (
            "write 'not known: reason' if nobody measured it, 'not found: reason' if you have not got "
            "it, or 'not applicable: reason' if it cannot happen"
        ),
    ),
    (
        re.compile(r"(?i:not (?:measured|studied|assessed|asked)|nobody asked|no studies)\.?"),
        "write 'not known: {0}'",
    ),
    (
        re.compile(r"(?i:n\.?r\.?|not (?:reported|stated|given|shown)|missing|no figures?)\.?"),
        "write 'not found: the source does not report it'",
    ),
    (
        re.compile(r"(?i:tb[acd]|to be (?:added|confirmed|done)|to follow|pending|x+)\.?"),
        "write 'not found: not looked up yet'",
    ),
    (
        re.compile(r"(?i:ditto|idem|(?:the )?same(?: as .*)?|(?:see|as) (?:above|below)|\"|〃)\.?"),
        "write the figure again: each line stands by itself",
    ),
    (
        re.compile(
            r"(?i:more than|at least|over|at most|up to|no more than|under|below|[<>≤≥]).*\d.*"
        ),
        (
            "write the figure itself if the source has it; if it says no more than this: "
            "'not found: the source says only {0}'"
        ),
    ),
    (
        re.compile(
            rf"(?:(?i:mean|average|median):? )?{_N}(?: points?)? ?(?:±|\+/-|\((?i:sd):? ?) ?{_N}\)?"
        ),
        (
            "of a scale write '{1} points (sd {2}, n ...)' with the number of people, if {2} is the "
            "standard deviation; otherwise write '{1} points'"
        ),
    ),
    (
        re.compile(rf"(?:(?i:mean|average|median):? )?{_N}(?: points?)? ?\({_N}\)"),
        (
            "say what the two numbers are: of a scale '{1} points (sd {2}, n ...)' with the number of "
            "people, if {2} is the standard deviation; of people '{1} of ...', or '{2} in 100' if {2} is "
            "a percentage"
        ),
    ),
    (re.compile(rf"{_N} to {_N} (?:(fewer|more) )?in {OF}"), _two_ends),
    (
        re.compile(rf"(.*)\({_N} ?[-–—−] ?{_N}\)"),
        "write the interval with the word 'to' between its ends",
    ),
    (re.compile(r".*[0-9],[0-9]{3}.*"), "write numbers without a comma"),
    (re.compile(rf"{_N} ?(?:/|out of) ?{OF}(?: {PEOPLE_WORD})?"), _as_share),
    (re.compile(rf"{_N} ?(?:/|out of) ?{_WHOLE}(?: {PEOPLE_WORD})?"), _as_count),
    (
        re.compile(rf"{_N} in {_WHOLE}(?: {PEOPLE_WORD})?( each year)?(?: \({_N} to {_N}\))?"),
        _as_usual,
    ),
    (re.compile(rf"([+−–-]) ?{_N}(?: points?| in {OF})"), _signed),
    (
        re.compile(r"[+−–-] ?[0-9].*"),
        "write a word in place of the sign: '... points lower', '... fewer in ...'",
    ),
    *((re.compile(head + ends), _ends_with_words) for ends in _BARE_ENDS for head in _HEADS),
    (
        re.compile(rf"{_N}"),
        "say of how many: '{1} in ...' or '{1} of ...'; or 'points' of a scale: '{1} points'",
    ),
)
