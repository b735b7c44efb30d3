"""The gallery of answers: each kind of question in each state, and what answers come to in words.

Layer 4. The questions are compiled like those of an aid (``components/values-question/examples.md``).
The words are those that the scripts make of answers (``components/implications/examples.json``);
``tests/runtime/gallery.test.ts`` holds each of them against the scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from decisionaid.language import words_in
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.environment import THEME, templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.pages.questions import ROLES, QuestionView, rows, view_question
from decisionaid.render.words.prose import ProseWriter
from decisionaid.site.gallery import Example, aid_of
from decisionaid.site.gallery_trade_off import weighed

PAGE: Final = "gallery/answers/index.html"
"""Where it stands in the site."""

STATES: Final = MappingProxyType(
    {
        "answered": "Answered",
        "unsure": "Not sure",
        "not_applicable": "Does not apply",
        "prefer_not_to_say": "Rather not say",
        "unanswered": "Not answered",
    }
)
"""The five states of an answer, with what each is called here."""

_ANSWERS: Final = MappingProxyType({"importance": "7", "balance": "-2", "choice": "give-up"})
HELPER, VIEW = "my daughter", "I think she is more tired than she says. This is made up."
"""What a helper might write; made up."""

_FILLED_IN: Final = MappingProxyType(
    {
        "unanswered": "Nobody said who fills it in. The place for what a helper thinks is not there.",
        "patient": "The person alone. Neither place for a helper is there.",
        "patient_with_help": "Who helps can be said, and what they think has a place of its own.",
        "carer": "The same. All answers are still to be those of the person it is about.",
        "helper": "All answers are the helper's own, so what they think has no place apart.",
    }
)
"""What each answer to who fills it in brings."""

_QUESTIONS: Final = THEME / "components" / "values-question" / "examples.md"
_IMPLIED: Final = THEME / "components" / "implications" / "examples.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in each state."""

    question: QuestionView
    states: tuple[tuple[str, str, Markup], ...]
    """The state, what it is called, and the question with it."""


def answers_page() -> str:
    """Return the page of the gallery that shows answers, as HTML."""
    implied = json.loads(_IMPLIED.read_text(encoding="utf-8"))
    context = frame(None, SiteView("../../", handbook=True)) | {
        "asked": tuple(asked()),
        "columns": implied["columns"],
        "implied": implied["examples"],
        "weighed": tuple(weighed()),
        "filled_in": tuple(filled_in()),
    }
    return templates().get_template("layout/gallery-answers.html").render(context)


@dataclass(frozen=True, slots=True)
class FilledIn:
    """Who fills it in, as answered, with the places that a helper then has."""

    role: str
    name: str
    shows: str
    markup: Markup


def filled_in() -> Iterator[FilledIn]:
    """Yield the question who fills it in with each answer; helper and view are made up."""
    base = frame(None, SiteView("../../", handbook=True))
    roles = rows(words_in("en-GB"), "role_{}", ROLES)
    render = templates().get_template
    who = render("components/filled-in-by/template.html").render(base | {"roles": roles})
    view = render("components/filled-in-by/view.html").render(base)
    for role, shows in _FILLED_IN.items():
        # As the style of a page does: its places are for those who say that somebody helps.
        is_helped = role in ("patient_with_help", "carer", "helper")
        views = "" if role == "helper" else view
        markup = who + views if is_helped else who[: who.index('<div class="helper">')]
        for before, after in (
            (f'value="{role}"', f'value="{role}" checked'),
            ('.helper" dir', f'.helper" value="{HELPER}" dir'),
            ("></textarea>", f">{VIEW}</textarea>"),
            ('name="', f'name="{role}.'),
        ):
            markup = markup.replace(before, after)
        name = dict(roles).get(role, STATES["unanswered"])
        yield FilledIn(role, name, shows, Markup(markup))  # noqa: S704 - our own template


def asked() -> Iterator[Asked]:
    """Yield each example of a question, in each state."""
    part = _QUESTIONS.read_text(encoding="utf-8")
    aid = aid_of(Example("questions", "Questions of each kind.", part))
    figures = Figures(aid)
    writer = ProseWriter(aid, figures.sentence, "")
    module: Any = templates().get_template("components/values-question/template.html").module
    for question in aid.values_questions:
        if question.sensitive:  # the other one stands around the examples
            view = view_question(question, figures, writer)
            markup = str(module.values_question(view, 4))
            shown = ((state, name, _in(state, view, markup)) for state, name in STATES.items())
            yield Asked(view, tuple(shown))


def _in(state: str, view: QuestionView, markup: str) -> Markup:
    """Return a question as somebody has answered it; its controls are its own."""
    for name, value in _given(state, view).items():
        control = f'name="{name}" value="{value}"'
        markup = markup.replace(control, f"{control} checked")
    if view.kind == "ranking" and state == "answered":
        markup = markup.replace(' class="ranking"', ' class="ranking" data-ordered')
    own = f"{state}.".replace("_", "-")
    markup = re.sub(r'( name="|(?<= )id=")(?=values|share)', rf"\1{own}", markup)
    return Markup(markup)  # noqa: S704 - the template has escaped what it was given


def _given(state: str, view: QuestionView) -> Mapping[str, str]:
    """Return which controls are checked, by name and value."""
    name = f"values.{view.id}"
    if state == "unanswered":
        return {}
    if view.kind == "picks":
        return {
            f"{name}.{place}.{end}": block[at].id if state == "answered" else state
            for place, block in enumerate(view.blocks, 1)
            for end, at in (("most", 0), ("least", -1))
        }
    if view.kind == "ranking":
        return {} if state == "answered" else {f"{name}.state": state}
    return {name: _ANSWERS[view.kind] if state == "answered" else state}
