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

LAYERS = (
    {"text", "diagnostics", "today"},
    {"model"},
    {"read", "rules", "render", "exchange"},
    {"compiler", "quality"},
    {"disk", "site"},
    {"serve", "commands", "cli", "__main__"},
)
"""From the bottom to the top. Modules of one layer may import one another, but not in a circle;
the folders of layer 2 may not even that."""

APART = LAYERS[2]
LAYER_OF = {name: number for number, names in enumerate(LAYERS) for name in names}
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


def test_every_module_has_its_layer() -> None:
    parts = {part_of(module) for module in MODULES} - {"__init__"}
    assert parts == set(LAYER_OF)


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


ROOMS_OF_RENDER = ("words", "figures", "outcomes", "pages")
"""From the bottom to the top: none imports one that stands after it."""


def test_the_rooms_of_render_lead_one_way() -> None:
    back = [
        (name_of(module), name)
        for number, room in enumerate(ROOMS_OF_RENDER)
        for module in (PACKAGE / "render" / room).glob("*.py")
        for name in modules_imported(module)
        if name.startswith(tuple(f"render.{later}" for later in ROOMS_OF_RENDER[number + 1 :]))
    ]
    assert back == []


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


def test_every_part_of_the_package_is_in_the_tree_and_in_the_table_of_layers() -> None:
    text = ARCHITECTURE.read_text("utf-8")
    names = {path for path, _words in drawn()}
    for name, number in LAYER_OF.items():
        place = f"src/decisionaid/{name}"
        assert f"{place}/" in names or f"{place}.py" in names, name
        row = re.search(rf"^\| {number} \|([^|]*)\|", text, re.MULTILINE)
        assert row, number
        assert f"`{name}`" in row[1], f"{name} is not in the row of layer {number}"
