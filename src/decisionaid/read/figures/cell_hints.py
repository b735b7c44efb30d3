"""Say how to write a cell that is no figure: what papers, spreadsheets and word processors put there.

Layer 2. Pure. A cell is first written anew by rules that change no number, such as ``to`` for a dash;
when a figure comes of that, it is offered whole. What cannot be written so gets words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from decisionaid.model.shares import DENOMINATORS_IN_WORDS, as_frequency, count_of, fits, percent_of
from decisionaid.read.figures.measures import NUMBER, OF

_N = f"({NUMBER})"
_WHOLE = r"([0-9]{1,9})"
_COUNT = r"([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})"

_COUNTED_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
} | {"twelve": "12", "fifteen": "15", "twenty": "20", "fifty": "50", "hundred": "100"}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_COUNTED_WORDS)})\b", re.IGNORECASE)

_ANEW: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), into)
    for pattern, into in (
        (r"^(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|~|≈) ?", ""),
        (r"\s+", " "),
        (r"(?<=\d),(?=\d{1,2}(?!\d))|(?<=\b0),(?=\d)", "."),  # 60,5: a decimal comma
        (r"(?<=\d)[, ](?=\d{3}(?!\d))", ""),  # 1,000 and 1 000
        (r"\[([^\[\]]*)\]", r"(\1)"),
        (r"\((?:95 ?% ?)?(?:CI|confidence interval)[:, =]*", "("),
        (r",? ?(?:95 ?% ?)(?:CI|confidence interval)[:, =]*\(?(?=\d)", " ("),
        (r"(?<=\d) ?%?(?:[–—−-]|;|, | to )(?=[ \d]) ?(?=\d)", " to "),
        (r"(?<=\()(.*?)%", r"\1"),
        (r"(?<=\d) ?(?:%|per ?cent)", " in 100"),
        (r"(?<=\d) ?(?:per|in|/) ?(?=10{1,4} (?:person|patient)[ -]years)", " in "),
        (r" (?:person|patient)[ -]years$", " each year"),
        (r" (?:per|a|/) ?(?:year|annum)\b| (?:annually|yearly)$", " each year"),
        (r"(?<=\d) ?(?:per|:) ?(?=\d)", " in "),
        (r"^(?:<|(?:less|fewer) than) ?", "fewer than "),
        (r"^(fewer than \d+) ?(?:/|out of) ?(?=10{1,4}$)", r"\1 in "),
        (r"( in 10{1,4}) (?:patients|people|adults|children|women|men)$", r"\1"),
    )
)
"""What is put in place of what, in this order; none of it changes a number."""

_FOOTNOTE = re.compile(r"(?<=[\d)%])\s*[*†‡§¶#]+$|(?<=\d)[\u00b9\u00b2\u00b3\u2070-\u2079]+$")
_P_VALUE = re.compile(r"[,;]? ?\(?\b[Pp] ?[<=>≤] ?0?[.,]\d{1,6}\)?$")


def written_anew(text: str) -> str:
    """Return a cell as the format would write it, where that takes no decision; it may still be no figure."""
    text = _NUMBER_WORD.sub(lambda found: _COUNTED_WORDS[found[0].lower()], text)
    text = _FOOTNOTE.sub("", _P_VALUE.sub("", text))
    for pattern, into in _ANEW:
        text = pattern.sub(into, text)
    if text.count("(") == text.count(")") + 1:
        text += ")"
    return text.strip()


def hint(text: str, is_figure: Callable[[str], bool]) -> str:
    """Return what to write in place of a cell; ``is_figure`` tells whether a text can be read."""
    for pattern, fix in _FIRST:
        if found := pattern.fullmatch(text):
            return fix(found) if callable(fix) else _filled(fix, found)
    anew = written_anew(text)
    if anew != text and is_figure(anew):
        return f"write it as '{anew}'{_left_out(text)}"
    for each in dict.fromkeys((text, anew)):
        for pattern, fix in _NEAR:
            if found := pattern.fullmatch(each):
                return fix(found) if callable(fix) else _filled(fix, found)
    return (
        "write it as '12 in 100', '12 of 96', '32.7 points', 'not known: reason' "
        "or another form of the format's table of figures"
    )


def _filled(fix: str, found: re.Match[str]) -> str:
    return fix.format(found[0], *(part or "" for part in found.groups()))


def _left_out(text: str) -> str:
    """Say where that belongs which the figure offered leaves out."""
    if _P_VALUE.search(text):
        return "; a p value has no place here: how the source compares stands in '- Difference:'"
    if _FOOTNOTE.search(text):
        return "; what the mark refers to goes into '- Note:'"
    return ""


def _in_words(m: re.Match[str]) -> str:
    return (
        "write how many of how many, as the source prints it; if it prints no number: "
        f"'not found: the source says only {m[0].lower()}'"
    )


def _as_usual(m: re.Match[str]) -> str:
    """Write ``1 in 20`` out of a usual denominator."""
    n, of = Decimal(m[1]), int(m[2])
    counted = f"for people who were counted write '{m[1]} of {m[2]}'"
    if not of or n > of:
        return f"a frequency is in {DENOMINATORS_IN_WORDS}; {counted}"
    return f"write '{as_frequency(n, of)}': a frequency is in {DENOMINATORS_IN_WORDS}; {counted}"


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
        re.compile(r"(.*?)(?<![0-9.,])(?<![0-9][ ,])0+([1-9][0-9]*)(\b.*)"),
        ("look in the source if a decimal point was lost, and write '{1}0.{2}{3}' or '{1}{2}{3}'"),
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
            "write '0 in 100' if it was counted and happened to nobody, 'not known: reason' if nobody "
            "counted it, or 'not applicable: reason' if it cannot happen"
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
        re.compile(rf"{_N} to {_N} in {OF}"),
        (
            "say what the two ends are: '{1} to {2} in {3} across studies'; an interval stands behind "
            "its figure: '... in {3} ({1} to {2})'"
        ),
    ),
    (
        re.compile(rf"(.*)\({_N} ?[-–—−] ?{_N}\)"),
        "write the interval with the word 'to': '({2} to {3})'",
    ),
    (re.compile(r"(.*[0-9]),([0-9]{3}.*)"), "write numbers without a comma: '{1}{2}'"),
    (
        re.compile(rf"{_N} ?(?:/|out of) ?{OF}(?: .*)?"),
        "write '{1} in {2}' for a frequency as printed, or '{1} of {2}' for people who were counted",
    ),
    (
        re.compile(rf"{_N} ?(?:/|out of) ?{_WHOLE}(?: .*)?"),
        "write '{1} of {2}' for people who were counted",
    ),
    (
        re.compile(rf"{_N} in {_WHOLE}\b.*"),
        _as_usual,
    ),
    (
        re.compile(r"[+−–-] ?[0-9].*"),
        "write a word in place of the sign: '12 points lower', '20 fewer in 1000'",
    ),
    (
        re.compile(rf"{_N} points? (lower|higher)\b.*"),
        "each end of the interval has its word: '12 points lower (15 lower to 10 lower)'",
    ),
    (
        re.compile(rf"{_N} (fewer|more) in\b.*"),
        "each end of the interval has its word: '20 fewer in 1000 (30 fewer to 10 fewer)'",
    ),
    (re.compile(rf"{_N}"), "say of how many: '{1} in 100', or 'points' of a scale: '{1} points'"),
)
