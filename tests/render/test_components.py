"""Each template of a component begins with what it is given: every name that it uses, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from decisionaid.render.pages.environment import THEME, templates

COMPONENTS = sorted((THEME / "components").glob("*/*.html"))

_HEAD = re.compile(r"\A\{# (?P<words>.+?) #\}\n|\A\{# (?P<lines>.+?)\n#\}\n", re.DOTALL)
_GIVEN = re.compile(r"^   (?:(?P<names>[a-z_]+(?:, [a-z_]+)*)|(?P<macro>[a-z_]+\([a-z_, ]*\))): ")


def parsed(path: Path) -> nodes.Template:
    return templates().parse(path.read_text(encoding="utf-8"))


def head_of(text: str) -> str:
    """Return the comment that a template begins with; empty when it begins with none."""
    found = _HEAD.match(text)
    return (found["words"] or found["lines"]) if found else ""


def named(head: str) -> Iterator[str]:
    """Yield the names, and the macros with their arguments, that a comment explains."""
    for line in head.splitlines()[1:]:
        if found := _GIVEN.match(line):
            yield from found["names"].split(", ") if found["names"] else [found["macro"]]


def used(path: Path) -> Iterator[str]:
    """Yield the names that a template is given, and the macros that others import from it."""
    template = parsed(path)
    yield from meta.find_undeclared_variables(template) - set(templates().globals)
    imported = imports().get(path.relative_to(THEME).as_posix(), set())
    for macro in template.find_all(nodes.Macro):
        if macro.name in imported:
            yield f"{macro.name}({', '.join(argument.name for argument in macro.args)})"


@cache
def imports() -> dict[str, set[str]]:
    """Return what is imported from each template by any other."""
    found: dict[str, set[str]] = {}
    for path in (*COMPONENTS, *(THEME / "layout").rglob("*.html")):
        for each in parsed(path).find_all(nodes.FromImport):
            assert isinstance(each.template, nodes.Const)
            found.setdefault(each.template.value, set()).update(map(str, each.names))
    return found


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_template_begins_with_what_it_is_and_what_it_is_given(path: Path) -> None:
    head = head_of(path.read_text(encoding="utf-8"))
    assert head.splitlines()[0].endswith(".")
    assert sorted(named(head)) == sorted(used(path))


def test_a_name_that_is_not_explained_and_one_that_is_not_used_are_noticed() -> None:
    assert list(named("What it is.\n   one, two: a row\n   of(all, of_it): more: or less\n   A: b")) == [
        "one", "two", "of(all, of_it)",
    ]  # fmt: skip
    assert head_of("{# What it is. #}\n{{ one }}") == "What it is."
    assert head_of("<p>{# What it is. #}</p>") == ""
