"""Say how to write a value of the head that comes near: dates, addresses, versions, words for nothing.

Layer 2. Pure. A date is only turned round where that can mean one day alone.
"""

from __future__ import annotations

import re
from datetime import date

from decisionaid.read.ledger import to_paste

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NUMBERS = re.compile(r"(\d{1,4})[/.\u2010-\u2015 -]+(\d{1,2})[/.\u2010-\u2015 -]+(\d{1,4})")
_WORDED = re.compile(
    r"(?:[A-Za-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})\.?,?[ -]+(\d{4})"
)
_WORD_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")

NOTHING = re.compile(
    r"(?i:no|nil|n/?a|not applicable|nothing|nobody|no (?:interests|funding)|-+|\u2013|\u2014)"
)
"""What authors write for ``none``."""

MEANT = {
    "full": "whole", "full text": "whole", "all": "whole", "yes": "whole", "complete": "whole",
    "summary": "abstract", "partly": "part", "some": "part", "no": "quoted", "cited": "quoted",
    "final": "published", "live": "published", "released": "published", "demo": "demonstration",
    "medicine": "treatment", "drug": "treatment", "operation": "treatment", "surgery": "treatment",
    "diagnosis": "test", "true": "yes", "done": "yes", "y": "yes", "false": "no", "n": "no",
    "not yet": "planned",
}  # fmt: skip
"""Words that authors write for one of a few."""


def date_hint(key: str, text: str) -> str:
    """Return how to write a date; with both where it could be two days, and none that was not typed."""
    days = sorted({day.isoformat() for day in _days(text)})
    if not days:
        return f"write it as year, month and day: '{key}: YYYY-MM-DD'"
    return "write it as " + " or ".join(f"'{key}: {day}'" for day in days)


def _days(text: str) -> list[date]:
    """Return the days that a date may mean; Europe and America write the day and the month otherwise."""
    if found := _NUMBERS.fullmatch(text):
        first, second, third = (int(part) for part in found.groups())
        if len(found[1]) == 4:
            return _day(first, second, third)
        year = third if len(found[3]) == 4 else 2000 + third
        return _day(year, second, first) + _day(year, first, second)
    if found := _WORDED.fullmatch(text):
        return _day(int(found[3]), _MONTHS.get(found[2][:3].lower(), 0), int(found[1]))
    if found := _WORD_FIRST.fullmatch(text):
        return _day(int(found[3]), _MONTHS.get(found[1][:3].lower(), 0), int(found[2]))
    return []


def _day(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def version_hint(text: str) -> str:
    """Return how to write a version."""
    numbers = re.findall(r"\d{1,5}", text)[:3]
    whole = ".".join(str(int(number)) for number in [*numbers, "0", "0", "0"][:3])
    return f"write three numbers: 'version: {whole if numbers else '1.0.0'}'"


def doi_hint(text: str) -> str:
    """Return how to write a DOI that stands in an address, or behind its name."""
    found = re.search(r"10\.\d{4,9}/[^\s\"<>]+", text)
    return f"write it without an address: '{to_paste(found[0]) if found else '10.1000/example'}'"


def url_hint(text: str) -> str:
    """Return how to write an address of which a part is missing."""
    if re.fullmatch(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/\S*)?", text):
        return f"write the whole address: 'https://{to_paste(text)}'"
    return "write the whole address: 'https://example.org/page'"


def source_key_hint(key: str) -> str | None:
    """Return what to write in place of a key that a source does not have; None: nothing is known."""
    if key.lower().replace("-", "") in {"pmid", "pubmed"}:
        return "write its address: 'url: https://pubmed.ncbi.nlm.nih.gov/' and its number behind it"
    meant = {
        "author": "authors", "journal": "publisher", "link": "url", "website": "url", "address": "url",
        "date": "year", "published": "year", "name": "title", "grade": "certainty",
    }.get(key.lower())  # fmt: skip
    return f"did you mean '{meant}'?" if meant else None


def same_words(key: str, known: tuple[str, ...]) -> str | None:
    """Return the key that has the same words in another order, such as ``review-patients``."""
    words = sorted(re.findall(r"[a-z]+", key.lower()))
    near = [
        each
        for each in known
        if sorted(each.split("-")) == words
        or sorted(each.replace("s-", "-").rstrip("s").split("-"))
        == sorted(word.rstrip("s") for word in words)
    ]
    return near[0] if len(near) == 1 else None
