"""Rules on how an aid was made (DA713, DA715 to DA718): claims that can be looked up, and a way to answer.

Layer 2. What was not done is no fault: the quality page says so, and that is enough. Of a published
aid two things are asked: that it says what was done and what was not, and an address for those who
find a mistake in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.development import CLAIM_YEARS, Attestation, has_grown_old
from decisionaid.model.prose import Emphasis, Inlines, Link, inlines_of
from decisionaid.model.sections import SupportSection
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import is_published, sections_of

WITTEMAN = (
    "Witteman and others 2021, Medical Decision Making 41(7): "
    "developers gave themselves 9.62 of 11 where reviewers gave 6.45"
)


@rule(
    "DA713",
    "no-way-to-answer",
    Severity.WARNING,
    kind="auto",
    harm=Harm.HARD_TO_USE,
    why="readers find the mistakes that authors miss, and one who cannot report it leaves it for the next",
    basis="PIF TICK criteria 2022: users can give feedback",
    only=is_published,
)
def no_way_to_answer(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A published aid has a link under ``.support``: a page, a mail or a telephone number."""
    sections = list(sections_of(aid, SupportSection))
    if any(_has_link(runs) for _path, each in sections for runs in inlines_of(each.body)):
        return
    owner = aid.update.owner if aid.update and aid.update.owner else "the editors"
    yield Finding(
        sections[0][0] if sections else ("title",),
        f"no address tells a reader how to reach {owner}",
        ("write" if sections else "add '## Help and support {.support}' with")
        + " 'If something here is wrong or hard to follow, [tell us](mailto:name@example.org).'",
    )


def _has_link(inlines: Inlines) -> bool:
    """Whether these words have a link; one inside stressed words counts."""
    return any(
        isinstance(each, Link) or (isinstance(each, Emphasis) and _has_link(each.inlines))
        for each in inlines
    )


@rule(
    "DA715",
    "claim-without-proof",
    Severity.ERROR,
    kind="attest",
    harm=Harm.LEAVES_OUT,
    why="a bare 'yes' cannot be checked by anybody, and those who made a thing judge it too kindly",
    basis=WITTEMAN,
    unsafe=True,
)
def claim_without_proof(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """What was done says who did it, when, where it is written down, and how many people took part."""
    for number, each in enumerate(aid.development):
        path = ("development", number)
        missing = _missing(each)
        if missing:
            fields, words = [name for name, _words in missing], [words for _name, words in missing]
            yield Finding(
                (*path, fields[0]),
                f"'{each.key}' is said to be done, and does not say {_listed(words)}",
                f"write '{_example(each)}'; if it was not done, write '{each.key}: {{done: no}}'",
            )
        elif each.done == "yes" and context.today and each.date and each.date > context.today:
            yield Finding(
                (*path, "date"),
                f"'{each.key}' is said to be done on {each.date}, which is still to come",
                f"write '{each.key}: {{done: planned}}' until then",
            )


def _missing(each: Attestation) -> list[tuple[str, str]]:
    """Return the keys that a line lacks, each with what it would say."""
    if each.done != "yes":
        return []
    asked = (
        ("who", "by whom", bool(each.who)),
        ("n", "with how many people", each.n is not None or not each.activity.counts_people),
        ("date", "when", each.date is not None),
        ("document", "where it is written down", each.document is not None),
    )
    return [(name, words) for name, words, said in asked if not said]


def _example(each: Attestation) -> str:
    who = ", ".join(each.who) or "role"
    count = f", n: {each.n or '...'}" if each.activity.counts_people else ""
    when, where = each.date or "YYYY-MM-DD", each.document or f"made/{each.key}.md"
    return f"{each.key}: {{done: yes, who: [{who}]{count}, date: {when}, document: {where}}}"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


@rule(
    "DA716",
    "reviewer-is-author",
    Severity.ERROR,
    kind="attest",
    harm=Harm.LEAVES_OUT,
    why="nobody sees the faults of their own text as somebody does who did not write it",
    basis=WITTEMAN,
    unsafe=True,
)
def reviewer_is_author(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Those who reviewed the aid from outside are not among its authors."""
    authors = {_plain(words) for each in aid.authors for words in (each.name, each.role or "")}
    for number, each in enumerate(aid.development):
        if each.done != "yes" or not each.activity.outside:
            continue
        for who in each.who:
            if _plain(who) in authors:
                yield Finding(
                    ("development", number, "who"),
                    f"'{who}' is said to have read the aid from outside, and stands among its authors",
                    f"name those outside the team who read it, in words that no author goes by, "
                    f"or write '{each.key}: {{done: no}}'",
                )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


ASKED = (
    "needs-patients", "review-patients", "review-professionals", "field-test-patients",
    "field-test-professionals", "accuracy-check", "evidence-method",
)  # fmt: skip
"""What a published aid says that it did or did not do: a reader takes silence for a yes. It is our own
choice of what nobody should have to guess."""


@rule(
    "DA717",
    "making-not-told",
    Severity.WARNING,
    kind="attest",
    harm=Harm.LEAVES_OUT,
    why="who reads a published aid takes it that people have tried it and that its evidence was not picked, "
    "unless it says otherwise",
    basis=WITTEMAN,
    only=is_published,
)
def making_not_told(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A published aid says of each thing that is asked if it was done; "no" is an answer.

    The things are those of ``ASKED``: asking patients, readings from outside, trying it out, a check of
    the figures, and a way of looking for evidence that others could repeat.
    """
    told = {each.key for each in aid.development}
    missing = [key for key in ASKED if key not in told]
    if not missing:
        return
    lines = ", ".join(f"'{key}: {{done: no}}'" for key in missing)
    yield Finding(
        ("development",) if aid.development else ("status",),
        f"the aid is published, and does not say if this was done: {'; '.join(_named(missing))}",
        f"add below 'development:' {lines}; and where it was done, who, when and the document",
    )


def _named(keys: list[str]) -> list[str]:
    from decisionaid.language import ENGLISH, words_in  # noqa: PLC0415 - it loads CLDR

    said = [words_in(ENGLISH).say(f"activity_{key}") for key in keys]
    return [each[:1].lower() + each[1:] for each in said]


@rule(
    "DA718",
    "claim-grown-old",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEAVES_OUT,
    why="what people said of the aid years ago they said of other words, other figures and other ways of care",
    clock=True,
)
def claim_grown_old(aid: Aid, context: RuleContext) -> Iterator[Finding]:
    """What people did was done within the last three years; our own choice, as long as an aid runs."""
    for number, each in enumerate(aid.development):
        done = each.date
        if each.is_proven and done and has_grown_old(done, context.today):
            yield Finding(
                ("development", number, "date"),
                f"'{each.key}' was done on {done}, more than {CLAIM_YEARS} years ago",
                "do it again and give the new date; if nothing has changed that it was about, "
                "set the rule aside and say so",
            )


RULES: tuple[Rule, ...] = (
    no_way_to_answer,
    claim_without_proof,
    reviewer_is_author,
    making_not_told,
    claim_grown_old,
)
