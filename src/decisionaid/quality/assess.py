"""Give the verdict on each item of each standard, and gather what the quality page shows.

Layer 3, pure. A verdict is the worst of what speaks for or against an item: findings of rules, facts
about the page, and what people did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from decisionaid.diagnostics import Diagnostic, Severity
from decisionaid.model.aid import Aid, Update
from decisionaid.model.development import ACTIVITIES, Attestation
from decisionaid.model.quality import (
    Dated,
    HardSentence,
    ItemVerdict,
    Line,
    Minimum,
    Quality,
    ReadingResult,
    SectionLevel,
    StandardChecked,
    Verdict,
    Waived,
)
from decisionaid.quality.facts import FACTS, Fact
from decisionaid.rules import RULES, RuleContext
from decisionaid.rules.reading_level import ReadingLevel, Scored, aimed_age
from decisionaid.rules.standards import STANDARDS, STANDARDS_BY_KEY, Item
from decisionaid.rules.wording import aid_level
from decisionaid.text import SpanMap

Documents = Mapping[str, str]
"""The first 16 hexadecimal digits of the hash of each document in the folder, by its path."""

HEADLINE: Final = "ipdas-v4"
"""The standard whose minimum items are counted: all of them were checked against the original."""

_READ: Final = frozenset(item.standard for item in STANDARDS if item.verified)
"""A standard of which no item was checked against its original is not named to the public."""

_RULES: Final = {rule.code.number: rule.code for rule in RULES}
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


def assess(
    aid: Aid,
    diagnostics: Sequence[Diagnostic],
    *,
    spans: SpanMap,
    sha256: str,
    documents: Documents | None = None,
    context: RuleContext | None = None,
) -> Quality:
    """Return how an aid stands against the standards.

    Args:
        aid: the aid, which may have errors.
        diagnostics: what compiling it said.
        spans: where its parts stand, for the lines of sentences.
        sha256: the digest of its source.
        documents: hashes of the documents in its folder; None: they were not looked at.
        context: what the rules worked out; None: it is worked out anew.
    """
    level = aid_level(aid, context or RuleContext())
    known = _Known(aid, diagnostics, level)
    checked = tuple(
        StandardChecked(
            key=key,
            name=standard.name,
            about=standard.about,
            source=standard.source,
            parts=standard.parts,
            items=tuple(_verdict(each, known) for each in STANDARDS if each.standard == key),
        )
        for key, standard in STANDARDS_BY_KEY.items()
        if key in _READ
    )
    minimum = _minimum(checked)
    return Quality(
        slug=aid.slug,
        title=aid.title,
        version=aid.version,
        status=aid.status,
        language=aid.language,
        sha256=sha256,
        summary=summary_of(minimum),
        minimum=minimum,
        reading=_reading(level, aimed_age(aid), spans),
        dates=_dates(aid),
        development=tuple(_lines(aid, documents or {})),
        waivers=tuple(_waived(aid)),
        standards=checked,
    )


def summary_of(minimum: Minimum) -> str:
    """Say how many minimum items are met; what is not met is said, too."""
    n, of = minimum.met, minimum.applicable
    parts = [f"By its own check this aid meets {n} of {of} applicable minimum items of IPDASi v4"]
    rest = (
        (minimum.partly, "is met in part", "are met in part"),
        (minimum.not_met, "is not met", "are not met"),
        (minimum.need_a_person, "needs a person", "need a person"),
    )
    parts += [f"{count} {one if count == 1 else many}" for count, one, many in rest if count]
    return f"{'; '.join(parts)}."


class _Known:
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
            severity = _RULES.get(number, first.code).severity
            more = f" ({len(found) - 1} more like it)" if len(found) > 1 else ""
            words = f"{number} {first.code.name}: {first.message}{more}."
            return Fact(_BY_SEVERITY[severity], words), first.span.line
        if number in self.waivers and number in _RULES:
            waiver = self.waivers[number]
            reason = waiver.reason.removesuffix(".")
            return Fact("partly", f"{waiver.by} set {number} aside: {reason}."), None
        return None


def _verdict(item: Item, known: _Known) -> ItemVerdict:
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


def _facts(item: Item, known: _Known) -> tuple[list[Fact], int | None]:
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


def _attested(item: Item, known: _Known) -> Iterator[Fact]:
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


def _minimum(checked: Sequence[StandardChecked]) -> Minimum:
    items = [
        item.verdict
        for standard in checked
        if standard.key == HEADLINE
        for item in standard.items
        if item.minimum and item.verdict != "not-applicable"
    ]
    return Minimum(
        applicable=len(items),
        met=sum(each in ("met", "attested") for each in items),
        partly=items.count("partly"),
        not_met=items.count("not-met"),
        need_a_person=items.count("needs-a-person"),
    )


def _reading(level: ReadingLevel, aim: int, spans: SpanMap) -> ReadingResult:
    whole, score = level.whole, level.whole.score if level.whole else None
    if whole is None or score is None:
        return ReadingResult(state=level.state, language=level.language, aimed_age=aim)
    plain = whole.with_every_name or score
    return ReadingResult(
        state=level.state,
        language=level.language,
        aimed_age=aim,
        age=round(score.age),
        plain_age=round(plain.age),
        ease=round(score.ease),
        grade=score.grade,
        smog=score.smog,
        words=score.words,
        sentences=score.sentences,
        words_per_sentence=score.words_per_sentence,
        hardest=tuple(
            HardSentence(text=each.text, line=spans.nearest(each.path).line, words=each.hardest)
            for each in whole.worst
        ),
        sections=tuple(_section(each, aim) for each in level.sections),
    )


def _section(scored: Scored, aim: int) -> SectionLevel:
    score = scored.score
    age = round(score.age) if score else 0
    return SectionLevel(heading=scored.heading, age=age, is_hard=age > aim)


def _dates(aid: Aid) -> Dated:
    update = aid.update or Update()
    return Dated(**aid.dates.model_dump(), **update.model_dump())


def _lines(aid: Aid, documents: Documents) -> Iterator[Line]:
    """Yield every activity, also those of which the authors say nothing."""
    lines = {each.key: each for each in aid.development}
    for key, activity in ACTIVITIES.items():
        line = lines.get(key)
        if line is None:
            yield Line(key=key, words=activity.words)
            continue
        fields = line.model_dump(exclude={"key"})
        sha256 = documents.get(line.document) if line.document else None
        yield Line(key=key, words=activity.words, sha256=sha256, **fields)


def _waived(aid: Aid) -> Iterator[Waived]:
    for each in aid.waivers:
        yield Waived(
            code=each.rule,
            name=_RULES[each.rule].name if each.rule in _RULES else "",
            by=each.by,
            date=each.date,
            reason=each.reason,
            ends=each.ends(aid.dates.review),
        )
