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

from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.environment import THEME, templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.pages.questions import QuestionView, view_question
from decisionaid.render.words.prose import ProseWriter
from decisionaid.site.gallery import Example, aid_of

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
    }
    return templates().get_template("layout/gallery-answers.html").render(context)


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
