"""Imports lead downwards only, and the tree drawn for developers is the real one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "decisionaid"
ARCHITECTURE = ROOT / "site" / "developers" / "architecture.md"

ROW = re.compile(
    r"^\| (?P<layer>\d) \| `(?P<room>\w+)` \| (?P<holds>[^|]+) \| (?P<imports>[^|]*)\|$",
    re.MULTILINE,
)
TABLE = [found.groupdict() for found in ROW.finditer(ARCHITECTURE.read_text("utf-8"))]
"""The rooms as the page says: from the bottom to the top."""

LAYER_OF = {row["room"]: int(row["layer"]) for row in TABLE}
APART = {room for room, layer in LAYER_OF.items() if layer == 2}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "node_modules" not in path.parts)


def part_of(module: Path) -> str:
    """Return the name of the top-level module or folder that a file belongs to."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports_in(module: Path) -> Sequence[ast.Import | ast.ImportFrom]:
    """Return the imports of a file, those inside functions too."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def imported(module: Path) -> Iterator[str]:
    """Yield the parts of the package that a file imports."""
    for node in imports_in(module):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            assert node.level == 0, f"{module}: relative import"
            base = node.module or ""
            names = [f"{base}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "decisionaid" and len(parts) > 1 and parts[1] in LAYER_OF:
                yield parts[1]


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_every_room_is_in_the_table_once() -> None:
    parts = {part_of(module) for module in MODULES} - {"__init__"}
    assert sorted(parts) == sorted(row["room"] for row in TABLE)


def test_the_table_leads_from_the_bottom_to_the_top() -> None:
    assert [row["layer"] for row in TABLE] == sorted(row["layer"] for row in TABLE)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["room"])
def test_a_room_imports_what_the_table_says(row: dict[str, str]) -> None:
    real = {e for m in MODULES if part_of(m) == row["room"] for e in imported(m)} - {row["room"]}
    assert row["imports"].strip() == ", ".join(f"`{each}`" for each in sorted(real))


@pytest.mark.parametrize(
    "module", [path for path in MODULES if part_of(path) != "__init__"], ids=name_of
)
def test_a_module_imports_from_its_own_layer_or_below(module: Path) -> None:
    own = LAYER_OF[part_of(module)]
    assert [each for each in imported(module) if LAYER_OF[each] > own] == []


@pytest.mark.parametrize("part", sorted(APART))
def test_a_folder_of_layer_2_knows_no_other(part: str) -> None:
    others = {
        each
        for module in MODULES
        if part_of(module) == part
        for each in imported(module)
        if each in APART and each != part
    }
    assert others == set()


def test_no_parts_import_one_another_in_a_circle() -> None:
    edges = {
        name: {e for m in MODULES if part_of(m) == name for e in imported(m)} - {name}
        for name in LAYER_OF
    }
    assert in_circles(edges) == set()


def test_no_rooms_import_one_another_in_a_circle() -> None:
    """A room is a folder of modules; where a folder holds rooms, each module beside them is one."""
    homes = {
        dotted(module): room_of(module) for module in MODULES if module != PACKAGE / "__init__.py"
    }
    edges: dict[str, set[str]] = {room: set() for room in homes.values()}
    for module in MODULES:
        own = homes.get(dotted(module))
        if own:
            edges[own] |= {homes[name] for name in modules_imported(module) if name in homes} - {
                own
            }
    assert in_circles(edges) == set()


WITHIN = {
    "render": ({"words"}, {"figures"}, {"outcomes"}, {"pages"}),
    "read": ({"text", "figures"}, {"head", "sections"}),
}
"""The rooms within a room, from the bottom to the top: one imports only rooms of the sets before."""


@pytest.mark.parametrize("house", WITHIN)
def test_rooms_within_a_room_lead_one_way(house: str) -> None:
    below: set[str] = set()
    for rooms in WITHIN[house]:
        for room in rooms:
            others = {f"{house}.{e}" for level in WITHIN[house] for e in level} - {
                f"{house}.{each}" for each in {*below, room}
            }
            back = [
                (name_of(module), name)
                for module in (PACKAGE / house / room).glob("*.py")
                for name in modules_imported(module)
                if ".".join(name.split(".")[:2]) in others
            ]
            assert back == []
        below |= rooms


MOST_LINES = 300
"""More is hard to keep in mind; a module that is longer says in its docstring why it is whole."""

LONGER = f"Longer than {MOST_LINES} lines: "


def test_a_long_module_says_why_it_is_whole() -> None:
    silent = {
        name_of(module)
        for module in MODULES
        if len((text := module.read_text("utf-8")).splitlines()) > MOST_LINES
        and LONGER not in (ast.get_docstring(ast.parse(text)) or "")
    }
    assert silent == set()


def test_every_module_says_its_layer() -> None:
    wrong = {
        name_of(module)
        for module in MODULES
        if (part := part_of(module)) in LAYER_OF and part != "__main__"
        if f"Layer {LAYER_OF[part]}"
        not in (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "")
    }
    assert wrong == set()


def in_circles(edges: dict[str, set[str]]) -> set[str]:
    """Return what imports itself in the end, or imports what does."""
    settled: set[str] = set()
    while ready := {name for name, needs in edges.items() if needs <= settled} - settled:
        settled |= ready
    return set(edges) - settled


def dotted(module: Path) -> str:
    parts = module.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: Path) -> str:
    holds_rooms = any(each.parent != module.parent for each in module.parent.glob("*/__init__.py"))
    return dotted(module) if holds_rooms else dotted(module.parent / "__init__.py")


def modules_imported(module: Path) -> Iterator[str]:
    """Yield the dotted names, within the package, of all that a module may import."""
    for node in imports_in(module):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("decisionaid."):
            base = (node.module or "").removeprefix("decisionaid.")
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def test_only_the_modules_for_it_know_mkdocs() -> None:
    knowing = {
        name_of(module)
        for module in MODULES
        if re.search(
            r"^\s*(from|import) (mkdocs|material|markdown)\b",
            module.read_text("utf-8"),
            re.MULTILINE,
        )
    }
    assert knowing == {"site/handbook.py", "site/mkdocs_plugin.py"}


LINE = re.compile(r"^(?P<indent> *)(?P<name>[\w.<>-]+/?)(?: +(?P<words>\S.*))?$")
UNTRACKED = {
    "_static", "generated", "node_modules", "build", "dist", "__pycache__", "out"
}  # fmt: skip


def drawn() -> list[tuple[str, str]]:
    """Return the paths of the tree in the architecture page, each with its words."""
    fence = re.search(
        r"^```tree\n(.*?)^```", ARCHITECTURE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert fence, "there is no tree"
    above: list[str] = []
    found: list[tuple[str, str]] = []
    for line in fence[1].splitlines():
        match = LINE.match(line)
        assert match, f"not a line of a tree: {line!r}"
        depth, rest = divmod(len(match["indent"]), 4)
        assert rest == 0, f"{line!r}: four spaces for each step"
        assert depth <= len(above), f"{line!r}: two steps at once"
        above = [*above[:depth], match["name"]]
        found.append(("".join(above), match["words"] or ""))
    return found


def test_the_tree_is_drawn() -> None:
    assert len(drawn()) > 20


def test_what_the_tree_draws_is_there_and_explained() -> None:
    wrong = [
        path
        for path, words in drawn()
        if not words or not any(ROOT.glob(re.sub("<.*?>", "*", path)))
    ]
    assert wrong == []


def test_a_folder_whose_contents_are_drawn_is_drawn_whole() -> None:
    paths = {re.sub("<.*?>", "*", path) for path, _words in drawn()}
    missing = []
    for folder in sorted(path for path in paths if path.endswith("/") and "*" not in path):
        inside = {path for path in paths if path != folder and path.startswith(folder)}
        if inside:
            missing += [
                name
                for each in (ROOT / folder).iterdir()
                if (name := shown_name(each))
                and not any(each in ROOT.glob(path.rstrip("/")) for path in inside)
            ]
    assert missing == []


def shown_name(path: Path) -> str:
    """Return the path of what belongs into a tree; empty for what is hidden or made by a build."""
    if path.name.startswith(".") or path.name in UNTRACKED or path.name == "__init__.py":
        return ""
    return path.relative_to(ROOT).as_posix()


def test_every_room_is_in_the_tree() -> None:
    names = {path for path, _words in drawn()}
    lost = [
        room
        for room in LAYER_OF
        if not names & {f"src/decisionaid/{room}/", f"src/decisionaid/{room}.py"}
    ]
    assert lost == []
