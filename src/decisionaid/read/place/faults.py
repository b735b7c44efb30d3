"""Name every fault of reading a place (DP001 to DP110): number, name, and why it matters.

Layer 2. What its owner says that cannot be is for the rules to find.
"""

from __future__ import annotations

from decisionaid.diagnostics import Code, Harm, Severity

PLACE_FAULTS: dict[str, Code] = {}
"""Every code of this range by its number."""


def _code(number: str, name: str, harm: Harm, why: str) -> Code:
    code = Code(number, name, Severity.ERROR, why, kind="auto", harm=harm)
    PLACE_FAULTS[number] = code
    return code


UNREADABLE = _code(
    "DP001",
    "place-not-readable",
    Harm.LEAVES_OUT,
    "nothing in a file that cannot be read can be trusted",
)
UNKNOWN_KEY = _code(
    "DP102", "place-unknown-key", Harm.LEAVES_OUT, "a misspelt key would be lost in silence"
)
MISSING_KEY = _code(
    "DP103",
    "place-missing-key",
    Harm.LEAVES_OUT,
    "who is sent somewhere has to learn where, how and since when it is so",
)
BAD_VALUE = _code(
    "DP104",
    "place-bad-value",
    Harm.LEAVES_OUT,
    "a value that cannot be read cannot be shown",
)
TWICE = _code("DP105", "place-said-twice", Harm.MISLEADS, "with two values, either could be meant")
TOO_MANY = _code(
    "DP106",
    "place-too-large",
    Harm.HARD_TO_USE,
    "nobody can keep a list of that size true, and it takes a telephone long to show",
)
TOUCHES_EVIDENCE = _code(
    "DP110",
    "place-touches-evidence",
    Harm.MISLEADS,
    "what an option does, and in which order options stand, is the same in every place",
)
