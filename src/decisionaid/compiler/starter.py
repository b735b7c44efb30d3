"""Write the source of a new aid: a draft with every part in its place and every gap marked.

Layer 3. The compiler accepts it as ``status: draft`` and lists what is still missing. It has no
figures: none can be known yet, and a made-up one could stay.

A draft is made of two files in ``templates``: ``head.md`` and that of its template, in which
``$first`` stands for what is told of the first option. What an author is to write stands in
``[Write square brackets]``; a key of the head that nobody answered is left out, as a comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from string import Template as Places
from typing import Final

import yaml

from decisionaid.read.suggest_ids import id_from

FOLDER: Final = Path(__file__).parents[1] / "templates"

NAMES: Final = (
    "two-options", "medicine", "watchful-waiting", "test", "screening", "care-choice",
)  # fmt: skip
"""The templates, in the order in which they are offered."""

LATER: Final = "not looked up yet"
"""The reason in a cell that is left for later."""

_LATER: Final = {
    "title": "[Write a title that patients will understand]",
    "condition": "# condition: {name: The medical name, plain: the plain name}",
    "who_for": "# for: Adults with ...",
    "authors": "# authors:\n#   - {name: Name or team, role: author, interests: none}",
}
"""What stands in a draft for a question that was left for later."""


@dataclass(frozen=True)
class Template:
    """A kind of aid to start from; see ``templates/templates.yaml``."""

    name: str
    words: str
    """What it is for."""
    kind: str
    """The ``kind`` of the head."""
    decision: str
    first: str
    """The option of doing nothing new."""
    second: str
    order: str
    """The ``option-order`` of the head."""


@dataclass(frozen=True)
class Beginning:
    """What an author knows on the first day; texts are one line each, empty for later.

    Without a title, a question or an option, those of the template are taken.
    """

    title: str = ""
    question: str = ""
    condition: str = ""
    who_for: str = ""
    first_option: str = ""
    second_option: str = ""
    further_options: tuple[str, ...] = ()
    author: str = ""


@cache
def templates() -> dict[str, Template]:
    """Return the templates by name, in the order in which they are offered."""
    found = yaml.safe_load((FOLDER / "templates.yaml").read_text(encoding="utf-8"))
    return {each["name"]: Template(**each) for each in found}


def title_for(condition: str) -> str:
    """Return the title that is offered for a condition; empty when there is none."""
    return f"{condition[:1].upper()}{condition[1:]}: what can I do?" if condition else ""


def starter(begin: Beginning, *, today: date, template: str = NAMES[0]) -> str:
    """Return the source of a new aid, begun on the day ``today``.

    Review is due two years later, the end is three years later. When evidence was looked for is left
    to the author: on the day a draft is begun, nobody has.

    Raises:
        KeyError: there is no such template.
    """
    chosen = templates()[template]
    told = {name: _one_line(value) for name, value in vars(begin).items() if isinstance(value, str)}
    first, second = told["first_option"] or chosen.first, told["second_option"] or chosen.second
    body = {
        "title": told["title"] or title_for(told["condition"]) or _LATER["title"],
        "first": first,
        "second": second,
        **_ids(first, second, _text(template)),
    }
    text = _filled(template, body)
    for name in begin.further_options:
        text = _with_option(text, _one_line(name))
    return _filled("head", _head(told, chosen, today)) + text


def _with_option(text: str, name: str) -> str:
    """Add an option behind the last one: its part, its column, and its line in each table of figures."""
    options = text.index("{.options}")
    end = text.index("\n## ", options)
    last = re.findall(r"\n### [^\n]*\{#([a-z0-9-]+)", text[options:end])[-1]
    made = _new_id(name, text, ())
    part = f"\n### {name} {{#{made}}}\n\n[Write in one or two short sentences what this means.]\n"
    lines = (text[:end] + part + text[end:]).split("\n")
    return "\n".join(_wider(lines, last, made))


def _wider(lines: list[str], last: str, made: str) -> Iterator[str]:
    """Yield the lines of a draft, its tables with one option more."""
    within = ""
    for line in lines:
        cells = line.split(" | ") if line.startswith("|") else []
        if not cells:
            within = ""
        elif line.startswith("| | ") and line.endswith(f" {last} |"):
            within = "columns"
        if within == "columns":
            more = made if line.startswith("| | ") else f"not found: {LATER}"
            yield line + ("---|" if line.startswith("|--") else f" {more} |")
            continue
        yield line
        if line.startswith(f"| {last} | "):
            yield f"| {made} | not found: {LATER} |"


def _head(told: dict[str, str], chosen: Template, today: date) -> dict[str, str]:
    quoted = {name: json.dumps(text, ensure_ascii=False) for name, text in told.items() if text}
    head = {name: _LATER[name] for name in ("condition", "who_for", "authors")} | {
        "question": quoted.get("question") or json.dumps(chosen.decision),
        "kind": chosen.kind,
        "order": chosen.order,
        "owner": "",
        "today": str(today),
        "review": str(_years_after(today, 2)),
        "expires": str(_years_after(today, 3)),
    }
    if condition := quoted.get("condition"):
        head["condition"] = f"condition: {{name: {condition}, plain: {condition}}}"
    if who_for := quoted.get("who_for"):
        head["who_for"] = f"for: {who_for}"
    if author := quoted.get("author"):
        head["authors"] = f"authors:\n  - {{name: {author}, role: author}}"
        head["owner"] = f", owner: {author}"
    return head


def _ids(first: str, second: str, text: str) -> dict[str, str]:
    """Make the options' ids from their names; they differ from one another and from all others."""
    made: dict[str, str] = {}
    for place, name in (("first_id", first), ("second_id", second)):
        made[place] = _new_id(name, text, made.values())
    return made


def _new_id(name: str, text: str, taken: Collection[str]) -> str:
    """Return an id for an option that no part of a draft has; notes to the author hold no part."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    offered = id_from(name, "option")
    while f"{{#{offered} " in text or f"{{#{offered}}}" in text or offered in taken:
        offered = f"{offered}-option"
    return offered


def _filled(name: str, words: dict[str, str]) -> str:
    return Places(_text(name)).substitute(words)


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def _one_line(text: str) -> str:
    """Put words on one line; what they hold of the format's own signs becomes words, too."""
    plain = text.replace("{", "(").replace("}", ")").replace("<", "(").replace(">", ")")
    return " ".join(plain.split())


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
