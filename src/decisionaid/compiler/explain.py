"""Explain a code: all codes of reading and of rules, of aids and of places, and the page of each.

Layer 3. The pages stand in ``site/authors/rules``; a wheel carries a copy beside the rules.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from decisionaid.diagnostics import HARM_WORDS, KIND_WORDS, Code, Severity
from decisionaid.read.faults import FAULTS
from decisionaid.read.place.faults import PLACE_FAULTS
from decisionaid.rules import RETIRED, RULES
from decisionaid.rules.places import PLACE_RULES

_PACKAGED = Path(__file__).parents[1] / "rules" / "pages"
_IN_THE_PROJECT = Path(__file__).parents[3] / "site" / "authors" / "rules"


@cache
def all_codes() -> dict[str, Code]:
    """Return every code by its number, in order."""
    of_aids = (*FAULTS.values(), *(rule.code for rule in RULES))
    of_places = (*PLACE_FAULTS.values(), *(rule.code for rule in PLACE_RULES))
    codes = {code.number: code for code in (*of_aids, *of_places)}
    return {number: codes[number] for number in sorted(codes)}


def page_of(number: str) -> str | None:
    """Return the Markdown of a code's page, or None when there is no copy of it here."""
    if number in all_codes():
        for folder in (_PACKAGED, _IN_THE_PROJECT):
            page = folder / f"{number}.md"
            if page.is_file():
                return page.read_text(encoding="utf-8")
    return None


def explain(asked: str) -> str:
    """Return what a code, asked for by number or name, is about.

    Raises:
        LookupError: there is no such code; the message says which are close.
    """
    words = asked.strip()
    codes = all_codes()
    named = {code.name: code for code in codes.values()}
    code = codes.get(words.upper()) or named.get(words.lower())
    if code is None:
        raise LookupError(_unknown(words, [*codes, *named]))
    page = page_of(code.number)
    return page if page is not None else summary_of(code)


def _unknown(words: str, known: list[str]) -> str:
    if now := RETIRED.get(words.upper()):
        return f"{words.upper()} is part of {now} now: decisionaid explain {now}"
    asked = words.upper() if re.match(r"(?i)d[ap]\d", words) else words.lower()
    close = get_close_matches(asked, known, n=1)
    hint = f" Did you mean '{close[0]}'?" if close else ""
    return f"There is no code '{words[:60]}'.{hint}"


def at_a_glance(code: Code) -> str:
    """Return the line under a code's title: how bad, how far it is proved, and what it would do."""
    rule = next((rule for rule in RULES if rule.code.number == code.number), None)
    eased = rule is not None and rule.gap and code.severity is Severity.ERROR
    severity = f"{code.severity.capitalize()}{', in a draft a warning' if eased else ''}"
    return f"{severity} · {KIND_WORDS[code.kind]} · {HARM_WORDS[code.harm]}"


def summary_of(code: Code) -> str:
    """Return the few lines that are known without a page."""
    lines = [f"# {code.number} {code.name}", "", at_a_glance(code)]
    if code.why:
        lines += ["", f"Why it matters: {code.why}."]
    if code.basis:
        lines += ["", f"Rests on: {code.basis}."]
    return "\n".join(lines) + "\n"
