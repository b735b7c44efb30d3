"""Write the paragraph that a study of an aid must report of it, from the aid itself.

Layer 2. The items are those of SUNDAE (Sepucha and others 2018, BMJ Quality & Safety 27(5):380-388) that
describe the aid: 3, 4 and 7 to 13. What a source cannot know stands in square brackets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from decisionaid.model.aid import Aid
from decisionaid.model.figure import NUMERIC, TO_FIND_OUT
from decisionaid.model.quality import Line, Quality, ReadingResult
from decisionaid.model.sections import (
    CompareSection,
    ConditionSection,
    KnowledgeSection,
    PlanSection,
    QuestionsSection,
    RedFlagsSection,
    TestSection,
    UncertainSection,
)

FORMATS: Final = (
    "a web page in ordered steps that can also be read without script and printed, "
    "a large-print version, and a one-page grid"
)


def sundae(aid: Aid, quality: Quality) -> str:
    """Return the paragraph as plain text, one sentence a line, each with its SUNDAE item."""
    return "\n".join(f"{words} ({item})" for item, words in sundae_items(aid, quality)) + "\n"


def sundae_items(aid: Aid, quality: Quality) -> Iterator[tuple[str, str]]:
    """Yield the item and what is to be reported under it."""
    yield "SUNDAE-3", f"The decision is: {_stop(aid.question)}"
    yield "SUNDAE-4", _users(aid)
    yield "SUNDAE-7", _development(quality.development)
    yield "SUNDAE-8", _name(aid)
    yield "SUNDAE-9", f"Its formats are {FORMATS}, in the language {aid.language}."
    yield "SUNDAE-10", _options(aid)
    yield "SUNDAE-11", f"It has {_listed(tuple(_components(aid)))}; it has no stories of patients."
    yield "SUNDAE-12", " ".join(_described(aid, quality.reading))
    yield "SUNDAE-13", _delivery(aid)


def _users(aid: Aid) -> str:
    other = f" It is not for: {_stop(aid.not_for)}" if aid.not_for else ""
    return f"It is for: {_stop(aid.who_for)}{other}"


def _delivery(aid: Aid) -> str:
    meant = {
        None: "",
        "self": "It is made for people to go through on their own. ",
        "with-clinician": "It is made to be gone through together with a health professional. ",
    }
    return f"{meant[aid.delivery]}It was given to people [by whom, when, where and with what help]."


def _name(aid: Aid) -> str:
    published = f", published {aid.dates.published}" if aid.dates.published else ""
    evidence = f" Its evidence was gathered to {aid.dates.evidence}." if aid.dates.evidence else ""
    version = aid.version or "[version]"
    status = "" if aid.status == "published" else f" Its status is: {aid.status}."
    return (
        f"The aid is '{aid.title}', version {version}{published}, at [address].{evidence}{status}"
    )


def _options(aid: Aid) -> str:
    names = [f"'{option.name}'" for option in aid.options if option.offered]
    others = [f"'{option.name}'" for option in aid.options if not option.offered]
    studied = f"; {_listed(others)} is shown as not offered" if others else ""
    return f"It shows {len(names)} options: {_listed(names)}{studied}."


def _components(aid: Aid) -> Iterator[str]:
    kinds = {type(section) for section in aid.sections}
    yield "a statement of the decision"
    if ConditionSection in kinds:
        yield "information on the condition"
    if RedFlagsSection in kinds:
        yield "signs that need help at once"
    if CompareSection in kinds or aid.outcomes:
        yield "benefits and harms of each option"
    if aid.outcomes:
        yield "probabilities of outcomes"
    if TestSection in kinds:
        yield "what the test finds and misses"
    if UncertainSection in kinds:
        yield "what is not known"
    if aid.values_questions:
        yield "explicit values clarification"
    if KnowledgeSection in kinds:
        yield "a check of facts"
    if aid.strata:
        yield "figures for groups of people, of which a person can choose theirs"
    yield "guidance in deliberation"
    yield "guidance in communication"
    if PlanSection in kinds:
        yield "a plan of what to do next"


def _described(aid: Aid, reading: ReadingResult) -> Iterator[str]:
    cells = [cell.figure for outcome in aid.outcomes for cell in outcome.cells]
    shown = sum(isinstance(each, NUMERIC) for each in cells)
    unknown = sum(isinstance(each, TO_FIND_OUT) for each in cells)
    if aid.outcomes:
        yield (
            f"Probabilities and other results stand in {len(aid.outcomes)} rows with {shown} figures; "
            f"{unknown} cells say that the figure is not known or was not found."
        )
        yield (
            "Shares of people are given both ways, as numbers, in words, and as icon arrays where "
            "benefits and harms can be drawn alike."
        )
    if asked := Counter(question.kind for question in aid.values_questions):
        kinds = [f"{count} {kind}" for kind, count in asked.items()]
        yield f"Values are asked about explicitly, in {_listed(kinds)} questions and in own words."
    to_ask = sum(len(section.items) for section in aid.of(QuestionsSection))
    questions = f"{to_ask} question{'s' * (to_ask != 1)}"
    yield (
        f"A person is led through ordered steps, finds {questions} to ask, can add their own, "
        "and can take a summary of what they said to the visit."
    )
    yield "No option is recommended, and nothing is scored."
    yield _reading(reading)


def _reading(reading: ReadingResult) -> str:
    if reading.state != "assessed":
        return f"The reading level was not assessed (language {reading.language})."
    return (
        f"The reading level is grade {reading.grade} (Flesch-Kincaid; Flesch reading ease "
        f"{reading.ease}; {reading.words} words in {reading.sentences} sentences)."
    )


def _development(lines: Sequence[Line]) -> str:
    parts = [_done(line) for line in lines if line.done == "yes"]
    said = f"Of its development the authors report: {'; '.join(parts)}." if parts else ""
    for done, words in (("planned", "Planned"), ("no", "Not done"), (None, "Not reported")):
        names = [_small(line.words) for line in lines if line.done == done]
        if names:
            said += f" {words}: {'; '.join(names)}."
    return said.strip()


def _done(line: Line) -> str:
    people = f", {line.n} people" if line.n else ""
    who = f" by {_listed(line.who)}" if line.who else ""
    return f"{_small(line.words)}{who}{people} ({line.date}; {line.document})"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _stop(words: str | None) -> str:
    text = (words or "[not said]").strip()
    return text if text[-1:] in ".?!" else f"{text}."
