"""Read which rules an aid sets aside, ``waivers:`` in the head.

Layer 2. Whether there is such a rule, and whether it may be set aside, is for the compiler to say,
which knows the rules.
"""

from __future__ import annotations

import re
from typing import Final

from decisionaid.model.waiver import FEWEST_CHARACTERS, NO_NAME, Waiver, waiver_line
from decisionaid.read.faults import BAD_WAIVER
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_group import Group
from decisionaid.read.ledger import quoted

KEYS: Final = ("by", "date", "reason")

_RULE: Final = re.compile(r"DA[1-9][0-9][0-9]")
_READING: Final = re.compile(r"DA0[0-9][0-9]")
_SLIPS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", " ": "", "-": ""})
"""Letters that look like digits, and what stands between letters and digits by habit."""

_EXAMPLES: Final = {"by": f'"{NO_NAME}"', "date": "2026-01-15", "reason": '"why it is right here"'}


def read_waivers(head: Group) -> tuple[Waiver, ...]:
    """Return the waivers in the author's order; one that does not say all it must holds nothing."""
    found: list[Waiver] = []
    for key, node in head.each("waivers", waiver_line("DA204")):
        path = ("waivers", len(found))
        if not _RULE.fullmatch(key.text):
            message = (
                f"{key.text} is about reading and cannot be set aside"
                if _READING.fullmatch(key.text)
                else f"{quoted(key.text)} is not the number of a rule"
            )
            head.ledger.fault(BAD_WAIVER, key.span, message, _number_for(key.text))
        elif not isinstance(node, yaml_tree.Mapping):
            message = f"{key.text} is set aside, and it does not say by whom, when and why"
            fix = f"write '{waiver_line(key.text)}'"
            head.ledger.fault(BAD_WAIVER, key.span, message, fix)
        elif waiver := _waiver(
            key.text, Group(head.ledger, node, path, f"the waiver of {key.text}")
        ):
            head.ledger.spans.put(path, key.span)
            found.append(waiver)
    return tuple(found)


def hint(key: str) -> str | None:
    """Return what to write instead of a key that other tools have for this; None: nothing."""
    if key in ("allow", "waiver", "ignore", "suppress"):
        line = waiver_line("DA204")
        return f"write 'waivers:', and below it a line such as '{line}'"
    return None


def _number_for(text: str) -> str:
    """Return what to write in the place of a key that is no number of a rule."""
    if _READING.fullmatch(text):
        return "take the line out, and mend what the rule found"
    near = text.strip().upper().translate(_SLIPS)
    if _RULE.fullmatch(near):
        return f"did you mean {near}?"
    return "write the number that the message of the rule has, such as DA204"


def _waiver(number: str, group: Group) -> Waiver | None:
    for key in KEYS:
        group.need((key,), _EXAMPLES[key])
    by, day, reason = group.text("by"), group.date("date"), group.text("reason")
    group.done(KEYS)
    if reason and len(reason) < FEWEST_CHARACTERS:
        message = f"the reason for {number} says too little: {quoted(reason)}"
        fix = "say what you looked at and why it is right here, as you would say it to a patient"
        group.bad("reason", None, group.place("reason"), message, fix, BAD_WAIVER)
    elif by and (by == NO_NAME or not any(each.isalpha() for each in by)):
        message = f"{quoted(by)} is no name, so nobody has set {number} aside"
        fix = "write who decided: a name, or the name of a team"
        group.bad("by", None, group.place("by"), message, fix, BAD_WAIVER)
    elif by and day and reason:
        return Waiver(rule=number, by=by, date=day, reason=reason)
    return None
