"""The rows and questions of our aids, for the scripts that say what the answers mean.

``tests/runtime/implications.test.ts`` tries thousands of answers on them;
``tests/browser/test_implications.py`` holds them against what the scripts read from the page.
"""

import pytest

from decisionaid.model.aid import Aid
from decisionaid.model.sections import BalanceQuestion, ValuesQuestion
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.questions import view_question
from decisionaid.render.pages.side_by_side import TableRow, TableView, table_of
from decisionaid.render.words.prose import ProseWriter
from tests.conftest import Golden
from tests.our_aids import SLUGS, aid_of


def row_of(row: TableRow, table: TableView) -> dict[str, object]:
    """Return a row as the scripts have it."""
    label = f"{row.label}, {row.time}" if row.time else row.label
    return {
        "about": row.about,
        "label": label,
        "frame": row.frame,
        "mostIs": row.most_is,
        "cells": [
            {
                "figure": str(cell.words) if row.kind == "outcome" else "",
                "stands": cell.stands or "unsaid",
            }
            for _, cell in table.cells_of(row)
        ],
    }


def question_of(question: ValuesQuestion, figures: Figures) -> dict[str, object]:
    """Return a question as the scripts have it: a balance with its seven places."""
    view = view_question(question, figures, ProseWriter(figures.aid, figures.sentence, ""))
    toward = view.toward.split("|")
    names = [id_ for id_, _ in view.items]
    texts = dict(view.items)
    if isinstance(question, BalanceQuestion):
        names = [str(place) for place in range(-3, 4)]
    about = dict(zip([id_ for id_, _ in view.items], view.items_about, strict=False))
    return {
        "id": view.id,
        "kind": view.kind,
        "title": view.title,
        "question": str(view.asked),
        "wording": view.wording,
        "about": view.about.split(),
        "items": []
        if view.kind == "importance"
        else [
            {
                "id": name,
                "text": texts.get(name, name),
                "about": about.get(name, "").split(),
                "toward": toward[index].split() if index < len(toward) else [],
            }
            for index, name in enumerate(names)
        ],
    }


def implied(aid: Aid) -> dict[str, object]:
    """Return all that the scripts go by."""
    figures = Figures(aid)
    table = table_of(figures)
    return {
        "options": [option.id for option in aid.options if option.offered],
        "columns": [column.id for column in table.options],
        "rows": [row_of(row, table) for row in table.rows],
        "questions": [question_of(each, figures) for each in aid.values_questions],
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_the_scripts_try_answers_on_the_rows_of_our_aids(slug: str, golden: Golden) -> None:
    golden(f"implied/{slug}.json", implied(aid_of(slug)))
