"""Give the verdict on one item of a standard: the worst of what speaks for or against it.

Layer 3, pure. That is findings of rules, facts about the page, and what people did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from decisionaid.diagnostics import Diagnostic, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.development import ACTIVITIES, Attestation
from decisionaid.model.quality import ItemVerdict, Verdict
from decisionaid.quality.facts import FACTS, Fact
from decisionaid.rules import RULES
from decisionaid.rules.reading_level import ReadingLevel
from decisionaid.rules.standards import Item

RULE_CODES: Final = {rule.code.number: rule.code for rule in RULES}
_BY_SEVERITY: Final[Mapping[Severity, Verdict]] = {
    Severity.ERROR: "not-met",
    Severity.WARNING: "partly",
    Severity.NOTICE: "needs-a-person",
}
_WORST_FIRST: Final[tuple[Verdict, ...]] = (
    "not-met", "partly", "needs-a-person", "attested", "met", "not-applicable",
)  # fmt: skip
_RANK: Final = {verdict: rank for rank, verdict in enumerate(_WORST_FIRST)}

_THERE = "It is there. Only a reader can say if it is good enough."
_FOUND = "The check looked for faults and found none."
_JUDGE = "The check found no fault. If it is so needs a person."
_TEST_ONLY = "This aid is not about a test."
_NO_STORIES = "The aid tells no stories of other people."


class Known:
    """What is known of an aid: what the rules found, what people did, what holds of its pages."""

    def __init__(self, aid: Aid, diagnostics: Sequence[Diagnostic], level: ReadingLevel) -> None:
        self.is_test = aid.kind in ("test", "screening")
        self.waivers = {each.rule: each for each in aid.waivers}
        self.lines = {each.key: each for each in aid.development}
        self.facts = {name: look(aid, level) for name, look in FACTS.items()}
        self.found: dict[str, list[Diagnostic]] = {}
        for each in diagnostics:
            self.found.setdefault(each.code.number, []).append(each)

    def about(self, number: str) -> tuple[Fact, int | None] | None:
        """Return what speaks against an item, and the line; None: nothing."""
        if found := self.found.get(number):
            first = found[0]
            # In a draft an error may be eased to a warning; what is missing is missing all the same.
            severity = RULE_CODES.get(number, first.code).severity
            more = f" ({len(found) - 1} more like it)" if len(found) > 1 else ""
            words = f"{number} {first.code.name}: {first.message}{more}."
            return Fact(_BY_SEVERITY[severity], words), first.span.line
        if number in self.waivers and number in RULE_CODES:
            waiver = self.waivers[number]
            reason = waiver.reason.removesuffix(".")
            return Fact("partly", f"{waiver.by} set {number} aside: {reason}."), None
        return None


def verdict_on(item: Item, known: Known) -> ItemVerdict:
    """Return how an aid stands on an item, and because of what."""
    facts, line = _facts(item, known)
    worst = min(facts, key=lambda fact: _RANK[fact.verdict])
    because = " ".join(dict.fromkeys(f.words for f in facts if f.verdict == worst.verdict))
    return ItemVerdict(
        standard=item.standard,
        part=item.part,
        item=item.item,
        asks=item.asks,
        verdict=worst.verdict,
        because=because,
        rules=item.built,
        shown=item.shown if worst.verdict != "not-applicable" else "",
        line=line,
        verified=item.verified,
        minimum=item.minimum,
    )


def _facts(item: Item, known: Known) -> tuple[list[Fact], int | None]:
    """Return all that speaks for or against an item, and the line of the first finding."""
    if item.applies == "test" and not known.is_test:
        return [Fact("not-applicable", _TEST_ONLY)], None
    if item.applies == "stories":
        return [Fact("not-applicable", _NO_STORIES)], None
    against = [found for number in item.rules if (found := known.about(number))]
    facts = [fact for fact, _line in against]
    facts += [known.facts[name] for name in item.facts]
    facts += _attested(item, known)
    if item.person or item.not_built or (item.kind == "assist" and not item.attest):
        facts.append(Fact("needs-a-person", f"{item.person}." if item.person else _JUDGE))
    if not facts:
        facts.append(Fact("met", _THERE if item.kind == "presence" else _FOUND))
    line = next((line for _fact, line in against if line is not None), None)
    return facts, line


def _attested(item: Item, known: Known) -> Iterator[Fact]:
    """Yield what people did; some of several is a part."""
    told = [(key, known.lines.get(key)) for key in item.attest]
    if item.written:
        silent = [ACTIVITIES[key].words for key, line in told if line is None]
        if silent:
            yield Fact("partly", f"Nothing is said about: {_joined(silent)}.")
        elif told:
            yield Fact("met", "It is said on this page, together with what was not done.")
        return
    proven = [line for _key, line in told if line and line.is_proven]
    without: Verdict = "partly" if proven else "not-met"
    if item.kind == "assist":  # people can judge it all the same
        without = "needs-a-person"
    for key, line in told:
        if line in proven:
            yield Fact("attested", _who_and_when(line))
        else:
            yield Fact(without, _not_done(key, line))


def _who_and_when(line: Attestation | None) -> str:
    assert line is not None  # noqa: S101 - only proven lines come here
    people = f" ({line.n} people)" if line.n else ""
    return f"{line.activity.words}: by {_joined(line.who)}{people}, {line.date}, {line.document}."


def _not_done(key: str, line: Attestation | None) -> str:
    words = ACTIVITIES[key].words
    if line is None:
        return f"{words}: the authors do not say."
    if line.done == "yes":
        return f"{words}: the authors say so, and do not prove it."
    return f"{words}: {'planned' if line.done == 'planned' else 'not done'}."


def _joined(words: Sequence[str]) -> str:
    return "; ".join(words)
