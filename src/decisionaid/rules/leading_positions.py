"""Rules on positions that lead (DA207, DA212 to DA214): order, title, table and plan are the same for all options.

Layer 2. DA212, and what DA207 makes of the words of the order, read English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.sections import Option, PlanSection
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import NOTHING_NEW, is_english, quoted, rows_of, sections_of

_BY_NAME: Final = re.compile(r"alphabet|by name|a to z", re.IGNORECASE)
_LEAST: Final = re.compile(r"\b(?:least|less|lightest|smallest)\b", re.IGNORECASE)
_MOST: Final = re.compile(r"\bmost\b", re.IGNORECASE)
_BY_MERIT: Final = re.compile(
    r"\b(?:best|recommend\w*|preferred|most (?:effective|chosen|popular|often)|favou?rite|works? best)\b",
    re.IGNORECASE,
)


@rule(
    "DA207",
    "option-order-not-said",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEANS,
    why="people lean to what stands first, so the order needs a reason that has nothing to do with preference",
)
def option_order_not_said(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """The head says by which rule the options are put in order, and they are."""
    if not aid.option_order:
        yield Finding(
            ("option_order",),
            "the head does not say by which rule the options are in order",
            "add to the head: option-order: From least to most treatment (or: By name)",
        )
    elif wrong := _out_of_order(aid.option_order, [each for each in aid.options if each.offered]):
        yield Finding(("option_order",), *wrong)


def _out_of_order(rule_: str, options: Sequence[Option]) -> tuple[str, str] | None:
    """Return what is wrong with the order, and what to do; None where nothing is, or nobody can tell."""
    if _BY_MERIT.search(rule_):
        return (
            f"the options are in order of what is thought of them: '{rule_}'",
            "put them in an order that prefers none: 'option-order: From least to most treatment'",
        )
    names = [option.name.casefold() for option in options]
    if _BY_NAME.search(rule_) and names != sorted(names):
        inorder = [option.name for option in sorted(options, key=lambda each: each.name.casefold())]
        return (
            f"the options are said to stand by name: '{rule_}'",
            f"by name their order is {quoted(inorder)}; move their headings, or say by which rule they stand",
        )
    new = [option.kind in NOTHING_NEW for option in options]
    if True not in new or False not in new:
        return None
    least, most = _LEAST.search(rule_), _MOST.search(rule_)
    if least is None or most is None:
        return None
    if least.start() < most.start() and not new[0]:
        first = options[new.index(True)].name
        return (
            f"by this rule '{first}' stands first, and '{options[0].name}' does: '{rule_}'",
            f"move the heading '{first}' up, or say by which rule they stand",
        )
    if most.start() < least.start() and not new[-1]:
        last = options[new.index(True)].name
        return (
            f"by this rule '{last}' stands last, and '{options[-1].name}' does: '{rule_}'",
            f"move the heading '{last}' down, or say by which rule they stand",
        )
    return None


@rule(
    "DA212",
    "one-option-in-title",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="the title is read by everybody, and an option that stands in it seems to be the one to have",
    basis="IPDASi v4, item 2.1.1",
    only=is_english,
)
def one_option_in_title(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where three or more options are offered, title and question do not name one of them alone."""
    offered = [option for option in aid.options if option.offered]
    if len(offered) < 3:
        return
    condition = f"{aid.condition.name} {aid.condition.plain}".casefold() if aid.condition else ""
    for name, words in (("title", aid.title), ("question", aid.question or "")):
        named = [each for each in offered if _named(each, words) and not _named(each, condition)]
        if len(named) == 1:
            yield Finding(
                (name,),
                f"the {name} names one of {len(offered)} options, '{named[0].name}'",
                "name the condition and none of the options, such as '... : what are my options?'",
                words=_named(named[0], words),
            )


def _named(option: Option, words: str) -> str:
    """Return an option's name as it stands in words; empty: it does not."""
    for name in (option.name, option.in_sentence or ""):
        bare = re.sub(r"^(?:an?|the) ", "", name, flags=re.IGNORECASE)
        if bare and (found := re.search(rf"\b{re.escape(bare)}\b", words, re.IGNORECASE)):
            return found[0]
    return ""


@rule(
    "DA213",
    "plan-for-some-options",
    Severity.WARNING,
    kind="auto",
    harm=Harm.LEANS,
    why="an option with a plan looks like the next step, and one without looks like no step at all",
    basis="IPDASi v4, item 2.1.1",
    settled=True,
)
def plan_for_some_options(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where two or more options have plans, each offered one has."""
    sections = list(sections_of(aid, PlanSection))
    planned = {plan.option for _path, section in sections for plan in section.plans if plan.option}
    without = [each for each in aid.options if each.offered and each.id not in planned]
    if (
        without and len(planned) > 1
    ):  # one plan is an example; from two on the missing one is missed
        option = without[0]
        yield Finding(
            sections[0][0],
            f"there is a plan for {quoted(sorted(planned))}, and none for "
            f"{quoted(each.id for each in without)}",
            f"add '### If I choose this {{#plan-{option.id} option={option.id}}}' with a goal, an action "
            "and '- Review: agree a date'",
        )


_GOOD_ROW: Final = re.compile(
    r"\b(?:benefits?|advantages?|pros|upsides?|good (?:things?|sides?|points?))\b", re.IGNORECASE
)
_BAD_ROW: Final = re.compile(
    r"\b(?:harms?|risks?|disadvantages?|cons|downsides?|drawbacks?|problems?|side effects?"
    r"|bad (?:things?|sides?|points?)|go wrong)\b",
    re.IGNORECASE,
)


@rule(
    "DA214",
    "rows-of-one-side",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEANS,
    why="a table with a row for the good and none for the bad is an argument, and so is the reverse",
    basis="IPDASi v4, item 2.1.1",
    settled=True,
    only=is_english,
)
def rows_of_one_side(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A row on benefits stands in the tables only with one on downsides. English only."""
    rows = list(rows_of(aid))
    good = [each for each in rows if _GOOD_ROW.search(each[1].question)]
    if good and not any(_BAD_ROW.search(row.question) for _path, row in rows):
        path, row = good[0]
        yield Finding(
            path,
            f"'{row.question}' has no row beside it on what is bad",
            "add a row: '| What are the downsides? {#downsides} | ... |', with a cell for each option; "
            "or ask for neither, and leave good and bad to the outcomes",
        )


RULES: tuple[Rule, ...] = (
    option_order_not_said,
    one_option_in_title,
    plan_for_some_options,
    rows_of_one_side,
)
