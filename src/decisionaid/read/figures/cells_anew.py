"""Write a cell as the format would, where that takes no decision and changes no number.

Layer 2. Pure. Percentages, rates over people and years, and bounds, as papers print them.
"""

from __future__ import annotations

import re

from decisionaid.read.figures.as_printed import PEOPLE_WORD, numbers_anew, without_p, words_anew

_YEARS = r"(?:(?:(?:person|patient|participant|woman|women|man|men|child)s?[ -])years?(?: at risk)?|p-?y)"
_ANEW: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), into)
    for pattern, into in (
        (r"^(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|~|≈) ?", ""),
        (r"(?<=\()(.*?)%", r"\1"),
        (r"(?<=\d) ?(?:%|per ?cent)(?!\w)", " in 100"),
        (rf"(?<=\d)(?: (?:events?|cases?|deaths?))? ?(?:per|in|/) ?(?=10{{1,8}} {_YEARS})", " in "),
        (rf"(?<=\d) {_YEARS}(?= \(|$)", " each year"),
        (r" (?:per|a|/) ?(?:year|annum)\b| (?:annually|yearly)$", " each year"),
        (rf"(?<=\d) {PEOPLE_WORD} (?:per|in) ?(?=10{{1,4}} each year)", " people in "),
        (r"(?<=\d) ?(?:per|:) ?(?=\d)", " in "),
        (r"^(?:<|(?:less|fewer) than) ?", "fewer than "),
        (r"^(fewer than \d+(?:\.\d+)?) ?(?:/|out of) ?(?=10{1,4}$)", r"\1 in "),
        (r"(?<=\d) (?:less|fewer) (?:per|in|/) ?(?=\d)", " fewer in "),
        (r"(?<=\d) more (?:per|in|/) ?(?=\d)", " more in "),
        (rf"( in 10{{1,4}}) {PEOPLE_WORD}(?= \(| each year|$)", r"\1"),
    )
)
"""What is put in place of what besides the numbers themselves, in this order; none of it changes a number."""

FOOTNOTE = re.compile(r"(?<=[\d)%])\s*[*†‡§¶#]+$|(?<=\d)[\u00b9\u00b2\u00b3\u2070-\u2079]+$")
"""The mark of a footnote behind a figure."""


def written_anew(text: str) -> str:
    """Return a cell as the format would write it, where that takes no decision; it may still be no figure."""
    text = numbers_anew(FOOTNOTE.sub("", without_p(words_anew(text))))
    for pattern, into in _ANEW:
        text = pattern.sub(into, text)
    return text.strip()
