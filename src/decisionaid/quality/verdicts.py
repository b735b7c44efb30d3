"""Give the verdict on one item of a standard: the worst of what speaks for or against it.

Layer 3, pure. That is findings of rules, facts about the page, and what people did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from decisionaid.diagnostics import Diagnostic, Severity
from decisionaid.language import Value, Words
from decisionaid.model.aid import Aid
from decisionaid.model.development import Attestation
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


class Known:
    """What is known of an aid: what the rules found, what people did, what holds of its pages."""

    def __init__(
        self, aid: Aid, diagnostics: Sequence[Diagnostic], level: ReadingLevel, words: Words
    ) -> None:
        self.words = words
        self.is_test = aid.kind in ("test", "screening")
        self.waivers = {each.rule: each for each in aid.waivers}
        self.lines = {each.key: each for each in aid.development}
        self.facts = {name: look(aid, level, words) for name, look in FACTS.items()}
        self.found: dict[str, list[Diagnostic]] = {}
        for each in diagnostics:
            self.found.setdefault(each.code.number, []).append(each)

    def about(self, number: str) -> tuple[Fact, int | None] | None:
        """Return what speaks against an item, and the line; None: nothing."""
        if found := self.found.get(number):
            first = found[0]
            # In a draft an error may be eased to a warning; what is missing is missing all the same.
            severity = RULE_CODES.get(number, first.code).severity
            return Fact(_BY_SEVERITY[severity], self._found(found)), first.span.line
        if number in self.waivers and number in RULE_CODES:
            waiver = self.waivers[number]
            said = self.words.say(
                "verdict_set_aside",
                by=waiver.by,
                rule=number,
                reason=waiver.reason.removesuffix("."),
            )
            return Fact("partly", said), None
        return None

    def _found(self, found: Sequence[Diagnostic]) -> str:
        """Say what a rule found; rules speak English, so in another language its name alone is said."""
        code, say = found[0].code, self.words.say
        if not self.words.is_english:
            return say("verdict_found_only", rule=code.number, name=code.name, n=len(found))
        message = found[0].message
        if len(found) == 1:
            return say("verdict_found", rule=code.number, name=code.name, message=message)
        return say(
            "verdict_found_more",
            rule=code.number,
            name=code.name,
            message=message,
            n=len(found) - 1,
        )


def verdict_on(item: Item, known: Known) -> ItemVerdict:
    """Return how an aid stands on an item, and because of what."""
    facts, line = _facts(item, known)
    worst = min(facts, key=lambda fact: _RANK[fact.verdict])
    reasons = dict.fromkeys(fact.words for fact in facts if fact.verdict == worst.verdict)
    return ItemVerdict(
        standard=item.standard,
        part=item.part,
        item=item.item,
        asks=item.asks(known.words),
        verdict=worst.verdict,
        because=known.words.joined("after_one_another", list(reasons)),
        rules=item.built,
        shown=item.shown if worst.verdict != "not-applicable" else "",
        line=line,
        verified=item.verified,
        minimum=item.minimum,
    )


def _facts(item: Item, known: Known) -> tuple[list[Fact], int | None]:
    """Return all that speaks for or against an item, and the line of the first finding."""
    words, say = known.words, known.words.say
    if item.applies == "test" and not known.is_test:
        return [Fact("not-applicable", say("verdict_no_test"))], None
    if item.applies == "stories":
        return [Fact("not-applicable", say("verdict_no_stories"))], None
    against = [found for number in item.rules if (found := known.about(number))]
    facts = [fact for fact, _line in against]
    facts += [known.facts[name] for name in item.facts]
    facts += _attested(item, known)
    if item.person or item.not_built or (item.kind == "assist" and not item.attest):
        why = item.why_a_person(words) if item.person else say("verdict_judge")
        facts.append(Fact("needs-a-person", why))
    if not facts:
        there = "verdict_there" if item.kind == "presence" else "verdict_none_found"
        facts.append(Fact("met", say(there)))
    line = next((line for _fact, line in against if line is not None), None)
    return facts, line


def _attested(item: Item, known: Known) -> Iterator[Fact]:
    """Yield what people did; some of several is a part."""
    words = known.words
    told = [(key, known.lines.get(key)) for key in item.attest]
    if item.written:
        silent = [words.say(f"activity_{key}") for key, line in told if line is None]
        if silent:
            activities = words.joined("one_by_one", silent)
            yield Fact("partly", words.say("attest_silent", activities=activities))
        elif told:
            yield Fact("met", words.say("attest_written"))
        return
    proven = [line for _key, line in told if line and line.is_proven]
    without: Verdict = "partly" if proven else "not-met"
    if item.kind == "assist":  # people can judge it all the same
        without = "needs-a-person"
    for key, line in told:
        if line in proven:
            yield Fact("attested", _who_and_when(line, words))
        else:
            yield Fact(without, _not_done(key, line, words))


def _who_and_when(line: Attestation | None, words: Words) -> str:
    assert line is not None  # noqa: S101 - only proven lines come here
    told: dict[str, Value] = {
        "activity": words.say(f"activity_{line.key}"),
        "who": words.joined("one_by_one", line.who),
        "day": str(line.date),
        "document": str(line.document),
    }
    return (
        words.say("attest_done_people", n=line.n, **told)
        if line.n
        else words.say("attest_done", **told)
    )


def _not_done(key: str, line: Attestation | None, words: Words) -> str:
    said = "unsaid" if line is None else "unproven" if line.done == "yes" else line.done
    return words.say(f"attest_{said}", activity=words.say(f"activity_{key}"))
