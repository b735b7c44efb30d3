"""Give the verdict on each item of each standard, and gather what the quality page shows.

Layer 3, pure. A verdict is the worst of what speaks for or against an item: findings of rules, facts
about the page, and what people did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from decisionaid.diagnostics import Diagnostic
from decisionaid.language import ENGLISH, Words, words_in
from decisionaid.model.aid import Aid, Update
from decisionaid.model.development import ACTIVITIES
from decisionaid.model.quality import (
    Dated,
    HardSentence,
    Line,
    Minimum,
    Quality,
    ReadingResult,
    SectionLevel,
    StandardChecked,
    Waived,
)
from decisionaid.quality.verdicts import RULE_CODES, Known, verdict_on
from decisionaid.rules import RuleContext
from decisionaid.rules.hard_to_read import aid_level
from decisionaid.rules.reading_level import ReadingLevel, Scored, aimed_age
from decisionaid.rules.standards import STANDARDS, STANDARDS_BY_KEY
from decisionaid.text import SpanMap

Documents = Mapping[str, str]
"""The first 16 hexadecimal digits of the hash of each document in the folder, by its path."""

HEADLINE: Final = "ipdas-v4"
"""The standard whose minimum items are counted: all of them were checked against the original."""

_READ: Final = frozenset(item.standard for item in STANDARDS if item.verified)
"""A standard of which no item was checked against its original is not named to the public."""


def assess(  # noqa: PLR0913 - each is known to the caller alone
    aid: Aid,
    diagnostics: Sequence[Diagnostic],
    *,
    spans: SpanMap,
    sha256: str,
    documents: Documents | None = None,
    context: RuleContext | None = None,
    words: Words | None = None,
) -> Quality:
    """Return how an aid stands against the standards.

    Args:
        aid: the aid, which may have errors.
        diagnostics: what compiling it said.
        spans: where its parts stand, for the lines of sentences.
        sha256: the digest of its source.
        documents: hashes of the documents in its folder; None: they were not looked at.
        context: what the rules worked out; None: it is worked out anew.
        words: the words in which it is said; None: the English ones.
    """
    words = words or words_in(ENGLISH)
    level = aid_level(aid, context or RuleContext())
    known = Known(aid, diagnostics, level, words)
    checked = tuple(
        StandardChecked(
            key=key,
            name=standard.name(words),
            about=standard.about(words),
            source=standard.source(words),
            parts={part: standard.part(words, part) for part in standard.parts},
            items=tuple(verdict_on(each, known) for each in STANDARDS if each.standard == key),
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
        summary=summary_of(minimum, words),
        minimum=minimum,
        reading=_reading(level, aimed_age(aid), spans),
        dates=_dates(aid),
        development=tuple(_lines(aid, documents or {}, words)),
        waivers=tuple(_waived(aid)),
        standards=checked,
    )


def summary_of(minimum: Minimum, words: Words) -> str:
    """Say how many minimum items are met; what is not met is said, too."""
    parts = [words.say("quality_summary", n=minimum.met, of=minimum.applicable)]
    rest = (
        ("partly", minimum.partly),
        ("not_met", minimum.not_met),
        ("need_a_person", minimum.need_a_person),
    )
    parts += [words.say(f"quality_summary_{name}", n=count) for name, count in rest if count]
    return words.say("full_stop", words=words.joined("one_by_one", parts))


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


def _lines(aid: Aid, documents: Documents, words: Words) -> Iterator[Line]:
    """Yield every activity, also those of which the authors say nothing."""
    lines = {each.key: each for each in aid.development}
    for key in ACTIVITIES:
        line, said = lines.get(key), words.say(f"activity_{key}")
        if line is None:
            yield Line(key=key, words=said)
            continue
        fields = line.model_dump(exclude={"key"})
        sha256 = documents.get(line.document) if line.document else None
        yield Line(key=key, words=said, sha256=sha256, **fields)


def _waived(aid: Aid) -> Iterator[Waived]:
    for each in aid.waivers:
        yield Waived(
            code=each.rule,
            name=RULE_CODES[each.rule].name if each.rule in RULE_CODES else "",
            by=each.by,
            date=each.date,
            reason=each.reason,
            ends=each.ends(aid.dates.review),
        )
