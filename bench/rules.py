"""Say how many rules there are, and how many branches and exceptions they have, now and at another revision.

Run by hand: ``python -m bench.rules``, or ``python -m bench.rules e45be95`` to put that revision beside
the files as they are. A rule is a function below ``@rule``; to it belongs what it calls
in the files of rules, but for walks that all share.
A branch is an ``if``, a loop, a case, an ``and`` or ``or``, and the condition of a comprehension: what a
reader has to follow. An exception is a way out: an ``if`` that ends in ``continue`` or in a ``return``
of nothing, or a text that says ``unless`` or ``not where``.
"""

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import rich_click as click

ROOT = Path(__file__).parents[1]
FOLDER = Path("src/decisionaid/rules")
_ROOM = "decisionaid.rules."
_SHARED = frozenset({"rule", "walk", "running_words", "replacements", "reading_level"})
"""Files that walk an aid, or find words for a help, for all rules alike."""
_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.match_case)
_UNLESS = re.compile(r"\bunless\b|\bnot where\b|\bis not said again\b", re.IGNORECASE)


@dataclass(frozen=True)
class Measured:
    """One rule: branches of its function, of all that it calls in its file, and its exceptions."""

    own: int
    whole: int
    exceptions: int


@dataclass(frozen=True)
class Module:
    """The functions of one file, and what it has from other files of rules: file and name."""

    functions: Mapping[str, ast.FunctionDef]
    imported: Mapping[str, tuple[str, str]]


def module_of(text: str) -> Module:
    """Take a file of rules apart."""
    tree = ast.parse(text)
    return Module(
        {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)},
        {
            name.asname or name.name: (each.module.removeprefix(_ROOM), name.name)
            for each in tree.body
            if isinstance(each, ast.ImportFrom) and (each.module or "").startswith(_ROOM)
            for name in each.names
            if each.module
        },
    )


def measure(files: Mapping[str, str]) -> dict[str, Measured]:
    """Return every rule that these files define, by its number; a file goes by its dotted name."""
    modules = {name: module_of(text) for name, text in files.items()}
    found: dict[str, Measured] = {}
    for name, module in modules.items():
        for function in module.functions.values():
            for mark in function.decorator_list:
                if isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "rule":
                    called = list(_called(modules, (name, function.name)))
                    number = str(ast.literal_eval(mark.args[0]))
                    found[number] = Measured(
                        own=branches(function),
                        whole=sum(map(branches, called)),
                        exceptions=sum(map(exceptions, called)),
                    )
    return found


def _called(modules: Mapping[str, Module], first: tuple[str, str]) -> Iterator[ast.FunctionDef]:
    """Yield a function and all that it calls in the files of rules, each once; walks are no part of a rule."""
    seen, left = {first}, [first]
    while left:
        file, name = left.pop()
        module = modules[file]
        function = module.functions[name]
        yield function
        for node in ast.walk(function):
            if isinstance(node, ast.Name):
                place = module.imported.get(node.id, (file, node.id))
                known = place[0] in modules and place[0] not in _SHARED
                if known and place[1] in modules[place[0]].functions and place not in seen:
                    seen.add(place)
                    left.append(place)


def branches(node: ast.AST) -> int:
    """Count the branches in a part of a program."""
    return sum(_branches_of(each) for each in ast.walk(node))


def _branches_of(node: ast.AST) -> int:
    match node:
        case ast.BoolOp(values=values):
            return len(values) - 1
        case ast.comprehension(ifs=ifs):
            return len(ifs)
        case _:
            return int(isinstance(node, _BRANCHES))


def exceptions(function: ast.FunctionDef) -> int:
    """Count the ways out of a function."""
    ways = sum(
        isinstance(each, ast.If) and _is_way_out(each.body[-1]) for each in ast.walk(function)
    )
    return ways + len(_UNLESS.findall(ast.get_docstring(function) or ""))


def _is_way_out(last: ast.stmt) -> bool:
    match last:
        case ast.Continue() | ast.Return(value=None) | ast.Return(value=ast.Constant(value=None)):
            return True
        case _:
            return False


def files_now() -> dict[str, str]:
    """Return the files of rules as they are, by their dotted names."""
    folder = ROOT / FOLDER
    paths = sorted(folder.rglob("*.py"))
    return {_dotted(each.relative_to(folder)): each.read_text(encoding="utf-8") for each in paths}


def files_at(revision: str) -> dict[str, str]:
    """Return the files of rules at a revision."""
    names = _git("ls-tree", "-r", "--name-only", revision, "--", FOLDER.as_posix()).split()
    paths = (Path(name) for name in names if name.endswith(".py"))
    return {
        _dotted(each.relative_to(FOLDER)): _git("show", f"{revision}:{each.as_posix()}")
        for each in paths
    }


def _dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts)


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments],  # noqa: S607 - by hand, in a checkout
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


def said_of(rules: Mapping[str, Measured]) -> str:
    """Return one line on all rules together."""
    own, whole = mean(r.own for r in rules.values()), mean(r.whole for r in rules.values())
    with_exceptions = sum(each.exceptions > 0 for each in rules.values())
    ways = sum(each.exceptions for each in rules.values())
    return (
        f"{len(rules)} rules; branches {own:.2f} each, {whole:.2f} with what they call; "
        f"{with_exceptions} have exceptions, {ways} in all"
    )


@click.command()
@click.argument("revision", required=False)
def main(revision: str | None) -> None:
    """Print the rules now, beside REVISION where one is given."""
    now = measure(files_now())
    before = measure(files_at(revision)) if revision else {}
    if revision:
        click.echo(f"{revision}: {said_of(before)}")
    click.echo(f"now: {said_of(now)}")
    for number in sorted({*before, *now}):
        pair = [each.get(number) for each in ((before, now) if revision else (now,))]
        if pair[0] != pair[-1] or not revision:
            columns = (
                f"{m.own:3} {m.whole:4} {m.exceptions:3}" if m else f"{'-':>12}" for m in pair
            )
            click.echo(f"{number}  {'   '.join(columns)}")


if __name__ == "__main__":
    main()
