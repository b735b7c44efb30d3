"""Rules on easy words (DA215, DA330, DA815, DA816): they say the same as the plain ones, in short sentences.

Layer 2. Whether somebody understands them only people can tell; these find what would make the two
wordings two aids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.model.easy import Easy
from decisionaid.model.prose import FIGURE_NAME, Prose, inlines_of, plain_text
from decisionaid.model.wordings import HEAD, TwoWordings, wordings_of
from decisionaid.rules.reading_level.sentences import parts_of, words_in
from decisionaid.rules.rule import Rule, RuleContext, rule
from decisionaid.rules.walk import is_english, quoted
from decisionaid.text import Path

MOST_WORDS: Final = 10
"""Of a sentence in easy words. Our own choice: half of what a sentence may have in the plain ones."""
MOST_SENTENCES: Final = 2
"""Of a line: one idea, and what it means. Our own choice."""
_NAMED: Final = 6
"""Parts that a message names."""

_COUNTS: Final = MappingProxyType(
    dict(
        zip(
            (
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            map(str, range(2, 13)),
            strict=True,
        )
    )
)
_NUMBER: Final = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(_COUNTS)})\b", re.IGNORECASE)


class _Line(NamedTuple):
    """A line of easy words, or their heading, and where it stands."""

    path: Path
    text: str


class _Both(NamedTuple):
    """What has both wordings, as text: every rule here holds the one against the other."""

    name: str
    plain: str
    easy: tuple[_Line, ...]
    """Their heading first. What a picture shows is a description of it, and no line."""

    @property
    def path(self) -> Path:
        """Where its easy words stand."""
        return self.easy[0].path

    @property
    def easy_text(self) -> str:
        """All of its easy words."""
        return "\n".join(line.text for line in self.easy)


def _both(aid: Aid) -> Iterator[_Both]:
    """Yield all that has both wordings, in the order of the source."""
    for each in wordings_of(aid):
        if each.easy is not None:
            plain = "\n".join(plain_text(inlines) for inlines in inlines_of(each.plain))
            yield _Both(each.name, plain, tuple(_lines(each.easy, each.easy_path)))


def _lines(easy: Easy, path: Path) -> Iterator[_Line]:
    yield _Line(path, easy.heading)
    for number, line in enumerate(easy.lines):
        yield _Line((*path, "lines", number), plain_text(line.words.inlines))


def _figures(text: str) -> tuple[str, ...]:
    """Return the names of figures in a text, each once, as they are written."""
    return tuple(dict.fromkeys(found[0] for found in FIGURE_NAME.finditer(text)))


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number that is typed in a text, as it is written and as digits."""
    for found in _NUMBER.finditer(FIGURE_NAME.sub("", text)):
        yield found[0], _COUNTS.get(found[0].casefold(), found[0])


@rule(
    "DA330",
    "other-figures-in-easy-words",
    Severity.ERROR,
    kind="auto",
    harm=Harm.MISLEADS,
    why="who reads the easy words would decide on other figures than everybody else",
    unsafe=True,
)
def other_figures(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Easy words name the same figures as the plain ones, and have no number that those do not have."""
    for both in _both(aid):
        plain, short = _figures(both.plain), _figures(both.easy_text)
        if missing := [each for each in plain if each not in short]:
            yield Finding(
                both.path,
                f"the easy words of '{both.name}' leave out {_these(missing)}, which the plain ones name",
                f"add a line: '{missing[0]}.'",
            )
        if strange := [each for each in short if each not in plain]:
            yield Finding(
                both.path,
                f"the easy words of '{both.name}' name {_these(strange)}, which the plain ones do not",
                "name the same figures in both, or in neither",
            )
        known = {digits for _written, digits in _numbers(f"{both.name}\n{both.plain}")}
        for line in both.easy:
            for written, digits in _numbers(line.text):
                if digits not in known:
                    yield Finding(
                        line.path,
                        f"the number '{written}' stands in the easy words of '{both.name}', and not in "
                        "the plain ones",
                        "say it in both; name a figure in place of typing it: '[[outcome-id/option-id]]'",
                        words=written,
                    )


def _these(names: list[str]) -> str:
    return f"the figure {names[0]}" if len(names) == 1 else f"the figures {', '.join(names)}"


@rule(
    "DA215",
    "easy-words-leave-out",
    Severity.WARNING,
    kind="assist",
    harm=Harm.LEAVES_OUT,
    why="what the easy words do not name, their reader cannot weigh",
)
def easy_words_leave_out(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Easy words name each option and each outcome that the plain ones name."""
    names = tuple(_names(aid))
    for both in _both(aid):
        plain = FIGURE_NAME.sub(" ", both.plain).casefold()  # DA330 has the figures
        short = f"{both.name}\n{both.easy_text}".casefold()
        missing = [
            shown
            for shown, ways in names
            if any(_stands_in(each, plain) for each in ways)
            and not any(_stands_in(each, short) for each in ways)
        ]
        if missing:
            yield Finding(
                both.path,
                f"the plain words of '{both.name}' speak of {quoted(missing)}, and the easy ones do not",
                f"add a short line on '{missing[0]}'",
            )


def _names(aid: Aid) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each option and outcome with the ways in which prose names it."""
    for option in aid.all_options:
        ways = (option.name, option.in_sentence or option.name, f"/{option.id}]]")
        yield option.name, tuple(each.casefold() for each in ways)
    for outcome in aid.outcomes:
        happens = outcome.said_as.happens if outcome.said_as else outcome.label
        ways = (outcome.label, happens, f"[[{outcome.id}/")
        yield outcome.label, tuple(each.casefold() for each in ways)


def _stands_in(words: str, text: str) -> bool:
    # A name of emphasis alone has no words, and is spoken of nowhere.
    at = text.find(words) if words else -1
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if words[0] in "[/" or not (before.isalnum() or behind.isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


@rule(
    "DA815",
    "easy-words-missing",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="who needs the easy words loses the thread where they end",
)
def easy_words_missing(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """Where an aid has easy words, all that has plain words of the author's has them."""
    every = tuple(wordings_of(aid))
    if all(each.easy is None for each in every):
        return
    comparators = {each.name for each in aid.all_options if each.kind == "comparator"}
    missing = [
        each
        for each in every
        if each.easy is None
        and each.plain
        and not (each.role == "options" and not each.is_section and each.name in comparators)
        and not (each.is_later and not _own_words(each.plain))
    ]
    if not missing:
        return
    first, *others = missing
    named = [f"'{each.name}'" for each in missing[:_NAMED]]
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    yield Finding(
        first.path,
        f"this aid has easy words, and these parts have none: {', '.join(named)}{more}",
        _where_to_write(first),
        also=tuple(each.path for each in others),
    )


def _own_words(prose: Prose) -> bool:
    """Tell whether prose says more than figures, which are the same sentences in both wordings."""
    said = " ".join(plain_text(inlines) for inlines in inlines_of(prose))
    return any(map(str.isalnum, FIGURE_NAME.sub("", said)))


def _where_to_write(part: TwoWordings) -> str:
    if part.role == HEAD:
        return f"write below it in the head: '{part.name}-easy:', and short sentences behind that"
    if part.is_later:
        return "write below it: '### Heading {.easy .answered}', and short lines below that"
    return "write below its plain words: '### Heading {.easy}', and short lines below that"


@rule(
    "DA816",
    "easy-words-too-long",
    Severity.WARNING,
    kind="assist",
    harm=Harm.HARD_TO_USE,
    why="a sentence is easy while it can be held in mind whole, and a line while it says one thing",
    only=is_english,
)
def easy_words_too_long(aid: Aid, _: RuleContext) -> Iterator[Finding]:
    """A sentence in easy words has at most ten words, and a line two sentences. English only."""
    for both in _both(aid):
        for line in both.easy:
            sentences = [each for each in parts_of(line.text) if words_in(each)]
            for sentence in sentences:
                count = len(words_in(sentence))
                if count > MOST_WORDS:
                    yield Finding(
                        line.path,
                        f"this sentence has {count} words; in easy words {MOST_WORDS} are the most: "
                        f"'{sentence}'",
                        "make two sentences of it, or leave out words that say nothing more",
                    )
            if len(sentences) > MOST_SENTENCES:
                yield Finding(
                    line.path,
                    f"this line has {len(sentences)} sentences; in easy words {MOST_SENTENCES} are the most",
                    "say one thing in each line: begin a new line, after an empty one or with '- '",
                )


RULES: tuple[Rule, ...] = (
    easy_words_leave_out,
    other_figures,
    easy_words_missing,
    easy_words_too_long,
)
