"""The rule on percentages (DA322): one that stands beside its count is the share of that count.

Layer 2. Papers and authors both slip here, and a reader sees two numbers that cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.shares import count_of, fits, percent_of
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.running_words import reasons_of, spoken, without_names

_N = r"(\d{1,3}(?:,\d{3})+|\d{1,9})"
_OF = r" ?(?:of|out of|in|/) ?"
_BESIDE = r"(?: ?[,;:=(\[]+ ?| (?:is|was|are|were|or|that is|which is) )(?:is |about |or |= ?)?"
_PERCENT = r"(\d{1,3}(?:\.\d{1,6})?) ?(?:%|per ?cent\b)"
_COUNT_FIRST = re.compile(
    rf"(?<![\w.,]){_N}{_OF}{_N}(?: [^\W\d]+)?{_BESIDE}{_PERCENT}", re.IGNORECASE
)
_PERCENT_FIRST = re.compile(
    rf"(?<![\w.,]){_PERCENT}(?: ?[,;:=(\[]+ ?){_N}{_OF}{_N}(?![\w]|[.,]\d)", re.IGNORECASE
)


@rule(
    "DA322",
    "percentage-does-not-fit",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="one of two numbers that do not fit together is wrong, and a reader cannot tell which",
)
def percentage_does_not_fit(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """A percentage beside a count is that count's share, as far as its decimals go."""
    said = ((path, words) for path, words, _sourced in context.once(spoken, aid))
    for path, words in chain(said, reasons_of(aid)):
        if "%" not in words and "cent" not in words:
            continue
        text = without_names(words)
        pairs = [(found, found[1], found[2], found[3]) for found in _COUNT_FIRST.finditer(text)]
        pairs += [(found, found[2], found[3], found[1]) for found in _PERCENT_FIRST.finditer(text)]
        for found, n, of, percent in pairs:
            count, group, printed = _whole(n), _whole(of), Decimal(percent)
            if group > 0 and count <= group and not fits(printed, count, group):
                right = percent_of(count, group, printed)
                yield Finding(
                    path,
                    f"{n} of {of} is {right} %, not {percent} %",
                    _instead(n, of, right, printed),
                    words=found[0],
                )


def _whole(written: str) -> int:
    return int(written.replace(",", ""))


def _instead(n: str, of: str, right: Decimal, printed: Decimal) -> str:
    first = f"look in the source which number is right, and write '{n} of {of} ({right} %)'"
    count = count_of(printed, _whole(of))
    return first if count is None else f"{first} or '{count:,} of {of} ({printed} %)'"


RULES: tuple[Rule, ...] = (percentage_does_not_fit,)
