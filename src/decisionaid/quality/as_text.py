"""Write the quality of an aid for a terminal: what is open first, and what is met in a line.

Layer 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decisionaid.model.quality import ItemVerdict, Quality, StandardChecked, Verdict

WORDS: Final[dict[Verdict, str]] = {
    "not-met": "not met",
    "partly": "met in part",
    "needs-a-person": "needs a person",
    "attested": "done by people",
    "met": "met",
    "not-applicable": "does not apply",
}
"""What each verdict is called, the open ones first."""

_LISTED: Final[tuple[Verdict, ...]] = ("not-met", "partly", "needs-a-person", "attested")
_NAMED: Final[tuple[Verdict, ...]] = ("met", "not-applicable")


def quality_text(quality: Quality) -> str:
    """Return the quality as text."""
    lines = [quality.title, "", quality.summary, *_reading(quality), *_development(quality)]
    for standard in quality.standards:
        lines += ["", *_standard(standard)]
    lines += ["", "This is not a certificate: no standards body has rated this aid."]
    return "\n".join(lines) + "\n"


def _reading(quality: Quality) -> Iterator[str]:
    reading = quality.reading
    if reading.state == "assessed":
        words = f"about {reading.age} (the aim is {reading.aimed_age} or below)"
        yield f"Reading age: {words}; Flesch reading ease {reading.ease}."
    else:
        yield f"Reading age: {reading.state.replace('-', ' ')} (language {reading.language})."


def _development(quality: Quality) -> Iterator[str]:
    words = {"yes": "Done", "planned": "Planned", "no": "Not done", None: "The authors do not say"}
    for done, name in words.items():
        keys = [line.key for line in quality.development if line.done == done]
        if keys:
            yield f"{name}: {', '.join(keys)}."
    if any(line.done is None for line in quality.development):
        yield (
            "To say it, write each under 'development:' in the head; 'done: no' is an answer. "
            "The handbook's page 'How an aid is checked' shows how."
        )


def _standard(standard: StandardChecked) -> Iterator[str]:
    yield standard.name
    for verdict in _LISTED:
        for item in standard.items:
            if item.verdict == verdict:
                yield _item(item)
    for verdict in _NAMED:
        codes = [_code(item) for item in standard.items if item.verdict == verdict]
        if codes:
            yield f"  {WORDS[verdict]}: {', '.join(codes)}"
    if not all(item.verified for item in standard.items):
        yield "  * our own reading of this item, not checked against the original"


def _item(item: ItemVerdict) -> str:
    line = f" (line {item.line})" if item.line is not None else ""
    return f"  {WORDS[item.verdict]}: {_code(item)} {item.asks}. {item.because}{line}"


def _code(item: ItemVerdict) -> str:
    return item.item if item.verified else f"{item.item}*"
