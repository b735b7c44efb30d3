"""The reference pages are whole: what the code knows is in them, and what they name is in the code."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from markdown_it import MarkdownIt

from decisionaid.cli import cli
from decisionaid.model.base import Part
from decisionaid.model.record import Record
from decisionaid.read.head.read_head import KEYS as HEAD_KEYS
from decisionaid.read.head.source_works import KEYS as SOURCE_KEYS
from decisionaid.read.sections.measuring import FIELDS
from decisionaid.read.sections.roles import PARTS, ROLES
from tests.conftest import ROOT

SITE = ROOT / "site"
COMMANDS = SITE / "authors" / "commands.md"
FORMAT = SITE / "authors" / "format.md"
RECORD = SITE / "developers" / "record.md"

MARKDOWN = MarkdownIt("commonmark").enable("table")


def section_of(page: Path, heading: str) -> str:
    """Return what stands under a ``##`` heading."""
    return page.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_the_commands_page_names_every_option_of_a_command_and_no_other(command: str) -> None:
    parameters = cli.commands[command].params
    real = {name for each in parameters for name in (*each.opts, *each.secondary_opts)}
    named = set(re.findall(r"(--[a-z][a-z-]*)", section_of(COMMANDS, command)))
    everywhere = {"--format"} if command in {"inspect", "explain"} else set()
    assert named | everywhere == {name for name in real if name.startswith("--")}


def in_code(page: Path) -> set[str]:
    """Return what a page shows as code within its text."""
    tokens = [
        each for block in MARKDOWN.parse(page.read_text("utf-8")) for each in block.children or []
    ]
    return {each.content for each in tokens if each.type == "code_inline"}


def parts_of(model: type[Part]) -> Iterator[type[Part]]:
    """Yield a model and every model within it."""
    yield model
    for field in model.model_fields.values():
        for each in leaves(field.annotation):
            if isinstance(each, type) and issubclass(each, Part):
                yield from parts_of(each)


def leaves(annotation: object) -> Iterator[object]:
    """Yield the types, and the words of a ``Literal``, that an annotation is made of."""
    inner = get_args(annotation)
    if not inner:
        yield annotation
    for each in inner:
        yield from leaves(each)


def test_the_record_page_names_every_field_and_every_word_of_a_record() -> None:
    parts = list(parts_of(Record))
    fields = {name for part in parts for name in part.model_fields}
    words = {
        word
        for part in parts
        for field in part.model_fields.values()
        for word in leaves(field.annotation)
        if isinstance(word, str)
    }
    assert (fields | words) - in_code(RECORD) == set()


def test_the_format_page_names_everything_that_the_reader_knows() -> None:
    shown = in_code(FORMAT)
    known = {
        *HEAD_KEYS,
        *SOURCE_KEYS,
        *(f"{name}:" for name in FIELDS),
        *(f".{role}" for role in ROLES),
    }
    for allowed in PARTS.values():
        known |= {f".{name}" for name in allowed.classes or ()} | {
            f"{name}=" for name in allowed.keys
        }
    assert known - shown - {word for code in shown for word in code.split()} == set()
