"""Find what our own code and templates ask a catalogue for, by reading them.

A name is given as a text, as one of two, with a value in it, ``f"amount_{unit}"``, or as a text for
``format``, ``"like_{}"``. What a variable holds is one of the texts of our code, or of the models.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, nodes

from tests.conftest import ROOT

PACKAGE: Final = ROOT / "src" / "decisionaid"
SAYING: Final = frozenset({"say", "joined", "said", "said_with"})
"""Functions that are given the name of a message; ``said_with`` is given the words before it."""

THEIRS: Final = frozenset({"exchange", "read", "rules", "model", "language", "locale", "theme"})
"""Rooms that say nothing of a page, but for this:"""
STANDARDS: Final = PACKAGE / "rules" / "standards.py"


@dataclass(frozen=True)
class Asked:
    """One place that asks for a message.

    ``name`` is a pattern. ``places`` are the values it is given; None: that cannot be seen.
    """

    where: str
    name: re.Pattern[str]
    is_exact: bool
    places: frozenset[str] | None = None


def asked_by_code() -> Iterator[Asked]:
    """Yield what Python asks for by name, or by a name with a value in it."""
    for path in code():
        where = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and _called(node) in SAYING and node.args:
                ends = ("", "_inside") if _called(node) == "said" else ("",)
                for name, is_exact in _names(node.args[_called(node) == "said_with"]):
                    for end in ends:
                        pattern = re.compile(f"{name}{end}")
                        yield Asked(f"{where}:{node.lineno}", pattern, is_exact, _places(node))


def asked_by_templates() -> Iterator[Asked]:
    """Yield what templates ask for: ``m.name``, ``m["name_" ~ id]``, ``say("name", n=n)``, ``said(...)``."""
    for path in sorted((PACKAGE / "theme").glob("[cl]*/**/*.html")):
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        where = path.relative_to(PACKAGE).as_posix()
        for read in tree.find_all(nodes.Getattr):
            if isinstance(read.node, nodes.Name) and read.node.name == "m":
                yield Asked(
                    f"{where}:{read.lineno}",
                    re.compile(read.attr),
                    is_exact=True,
                    places=frozenset(),
                )
        for item in tree.find_all(nodes.Getitem):
            if isinstance(item.node, nodes.Name) and item.node.name == "m":
                yield Asked(
                    f"{where}:{item.lineno}",
                    _with_value(item.arg),
                    is_exact=False,
                    places=frozenset(),
                )
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("say", "said"):
                [name] = call.args
                assert isinstance(name, nodes.Const)
                places = frozenset(each.key for each in call.kwargs)
                yield Asked(
                    f"{where}:{call.lineno}", re.compile(name.value), is_exact=True, places=places
                )


@cache
def named_by_code() -> frozenset[str]:
    """Return the texts of our code and models that could be in a variable, as a name or a part of one."""
    files = (*code(), *(PACKAGE / "model").rglob("*.py"))
    return frozenset(text for path in files for text in _texts(_tree(path)))


def made_by_code(names: Iterable[str]) -> Iterator[str]:
    """Yield those of the names that an f-string of our code can become.

    In its places stand texts of our code, models and standards, numbers, or several of these.
    """
    trees = [_tree(path) for path in code()]
    made = [_pieces(node) for tree in trees for node in ast.walk(tree) if _is_name(node)]
    made += [_with_gaps(text) for tree in trees for text in _texts(tree) if "{}" in text]
    data = STANDARDS.with_suffix(".yaml").read_text(encoding="utf-8").replace(".", "-")
    values = named_by_code() | _OFTEN | set(re.findall(r"[\w-]+", data))
    yield from (name for name in names if any(_fits(name, pieces, values) for pieces in made))


def asked_by_scripts(keys: Iterable[str]) -> Iterator[str]:
    """Yield those of the keys that scripts name, as a whole or with values in them."""
    files = (
        path for path in PACKAGE.glob("theme/[cs]*/**/*.ts") if "node_modules" not in path.parts
    )
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    texts = frozenset(re.findall(r'"([\w.-]+)"', code))
    made = {_GAP.sub("{}", found) for found in re.findall(r"`([^`\n]*\$\{[^`\n]*)`", code)}
    values = texts | named_by_code() | _OFTEN
    for key in keys:
        if key in texts or any(
            _fits(key, _with_gaps(each), values) for each in made if each.strip("{}._-")
        ):
            yield key


_GAP: Final = re.compile(r"\$\{[^}]*\}")
_OFTEN: Final = frozenset({*"0123456789", ""})


def _fits(name: str, pieces: Sequence[str | None], values: frozenset[str]) -> bool:
    """Return whether a name can be made of these pieces, with one of the values for each None."""
    if not pieces:
        return not name
    first, *rest = pieces
    if first is not None:
        return name.startswith(first) and _fits(name.removeprefix(first), rest, values)
    return any(
        _is_value(name[:end], values) and _fits(name[end:], rest, values)
        for end in range(len(name) + 1)
    )


def _is_value(text: str, values: frozenset[str]) -> bool:
    """Return whether a text is one of the values, or several with ``_`` between them."""
    cuts = (place for place, letter in enumerate(text) if letter == "_")
    return text in values or any(
        text[cut + 1 :] in values and _is_value(text[:cut], values) for cut in cuts
    )


def code() -> Iterator[Path]:
    """Yield the Python files of the rooms that say something of a page."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == STANDARDS or path.relative_to(PACKAGE).parts[0] not in THEIRS:
            yield path


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _names(node: ast.expr) -> Iterator[tuple[str, bool]]:
    """Yield the names that an argument can be, as patterns, and whether they are whole names."""
    match node:
        case ast.Constant(value=str(name)):
            yield re.escape(name), True
        case ast.IfExp(body=one, orelse=other):
            yield from _names(one)
            yield from _names(other)
        case ast.JoinedStr():
            yield _formatted(node), False
        case _:
            pass


def _formatted(node: ast.JoinedStr) -> str:
    return "".join(".+" if piece is None else re.escape(piece) for piece in _pieces(node))


def _pieces(node: ast.AST) -> list[str | None]:
    """Return what an f-string holds: texts, and None for each value."""
    assert isinstance(node, ast.JoinedStr)
    return [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]


def _with_gaps(text: str) -> list[str | None]:
    """Return the pieces of a text for ``format``: ``like_{}`` has one value."""
    first, *rest = text.split("{}")
    return [first, *(piece for each in rest for piece in (None, each))]


def _is_name(node: ast.AST) -> bool:
    """Return whether a node is an f-string with a part of a name in it, and not values alone."""
    if not isinstance(node, ast.JoinedStr):
        return False
    pieces = [piece for piece in _pieces(node) if piece is not None]
    return all(map(re.compile(r"[a-z0-9_-]+").fullmatch, pieces)) and any(
        piece.strip("_-") for piece in pieces
    )


def _with_value(node: nodes.Expr) -> re.Pattern[str]:
    parts = node.nodes if isinstance(node, nodes.Concat) else [node]
    said = (re.escape(part.value) if isinstance(part, nodes.Const) else ".+" for part in parts)
    return re.compile("".join(said))


def _places(call: ast.Call) -> frozenset[str] | None:
    if _called(call) == "joined":
        return frozenset({"a", "b"})
    given = [keyword.arg for keyword in call.keywords]
    return None if None in given else frozenset(str(name) for name in given)


def _texts(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module but for its docstrings and the pieces of its f-strings."""
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        yield tree.value
    else:
        for child in ast.iter_child_nodes(tree):
            if isinstance(tree, ast.JoinedStr) and isinstance(child, ast.Constant):
                continue
            is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if not is_docstring:
                yield from _texts(child)
