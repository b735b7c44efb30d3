"""What the handbook shows is true: its examples compile, its messages are the real ones, its links lead somewhere.

Languages of fences in ``site/authors``:
``aid`` is a whole aid; ``aid-head`` are lines of a head; ``aid-part`` is a section; ``aid-option`` is
one option. Parts are compiled inside the whole aid of the first-aid page, with the sources and groups of
readers that the page shows before them where they name one. ``diagnostic`` is what the compiler says,
and ``shown`` is what the aid's page says of the part before it, with blank lines between.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from _pytest.mark.structures import ParameterSet
from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

from decisionaid.commands import stop
from decisionaid.compiler import compile_aid
from decisionaid.diagnostics.formats import diagnostic_text
from decisionaid.model.figure import Figure, InWords, OutOfDate
from decisionaid.render import SiteView, render_aid_page
from decisionaid.text import Source
from tests.conftest import ROOT, Golden

AUTHORS = ROOT / "site" / "authors"
FIRST_AID = AUTHORS / "first-aid.md"
FORMAT = AUTHORS / "format.md"
COMMANDS = AUTHORS / "commands.md"
PAGES = sorted([*(ROOT / "site").rglob("*.md"), *ROOT.glob("*.md")])

MARKDOWN = MarkdownIt("commonmark").enable("table")
ROLE = re.compile(r"^## .*\{\.([a-z-]+)", re.MULTILINE)
ADDED = "outcomes"
"""Sections of this role are added; one of any other role takes the place of the aid's own."""


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def tokens_of(page: Path) -> list[Token]:
    return MARKDOWN.parse(page.read_text(encoding="utf-8"))


def fences(page: Path, language: str) -> list[Token]:
    return [each for each in tokens_of(page) if (each.type, each.info) == ("fence", language)]


def examples(language: str) -> list[ParameterSet]:
    """Return a parameter for each fence of the authors' pages, named by its page and line."""
    return [
        pytest.param(fence.content, id=place_of(page, fence))
        for page in sorted(AUTHORS.glob("*.md"))
        for fence in fences(page, language)
    ]


def place_of(page: Path, fence: Token) -> str:
    return f"{page.name}:{fence.map[0] + 1 if fence.map else 0}"


def parts() -> list[ParameterSet]:
    """Return each section in the authors' pages as a whole aid, and what the page shows of it."""
    found = []
    for page in sorted(AUTHORS.glob("*.md")):
        tokens = [token for token in tokens_of(page) if token.type == "fence"]
        heads: list[str] = []
        for token, after in pairwise([*tokens, Token("", "", 0)]):
            if token.info == "aid-head":
                heads.append(token.content)
            if token.info == "aid-part":
                shown = after.content if after.info == "shown" else ""
                aid = with_part(token.content, needed(heads, token.content))
                found.append(pytest.param(aid, shown, id=place_of(page, token)))
    return found


@cache
def keys_of(head: str) -> dict[str, Any]:
    """Return the keys of a head, with what stands under each."""
    return dict(yaml.safe_load(head))


def needed(heads: list[str], part: str) -> str:
    """Return the sources and groups that a page shows before a part, the last ones it names."""
    known = keys_of(whole_aid().split("---\n")[1])
    named = set(re.findall(r"[a-z0-9-]+", part))
    for head in reversed(heads):
        declared = keys_of(head)
        for key in ("sources", "strata"):
            if key in declared and named & (set(declared[key]) - set(known.get(key, {}))):
                return head
    return ""


@cache
def whole_aid() -> str:
    return fences(FIRST_AID, "aid")[0].content


def said(text: str) -> list[str]:
    compiled = compile_aid(Source("aids/first-aid/index.md", text, slug="first-aid"))
    return [f"{d.span.line}: {d.code.number} {d.message}" for d in compiled.diagnostics]


def with_head(head: str) -> str:
    """Return the whole aid with these keys of the head in place of its own; ``# key:`` takes one out."""
    if not head:
        return whole_aid()
    _, own, body = whole_aid().split("---\n", 2)
    keys = {*keys_of(head), *re.findall(r"^# ([a-z-]+):", head, re.MULTILINE)}
    kept = "\n".join(top for top in top_level(own) if top.split(":", 1)[0] not in keys)
    return f"---\n{kept}\n{head}---\n{body}"


def top_level(head: str) -> list[str]:
    """Split a head into its keys, each with the indented lines under it."""
    return re.split(r"\n(?=\S)", head.rstrip("\n"))


def with_part(part: str, head: str = "") -> str:
    """Return the whole aid with a section added, in place of its own of the same role."""
    role = ROLE.findall(part)[0]
    before, *sections = re.split(r"^(?=## )", with_head(head), flags=re.MULTILINE)
    replaced = [part if same_role(section, role) else section for section in sections]
    if not any(same_role(section, role) for section in sections):
        replaced.append(part)
    return before + "\n".join(section.rstrip("\n") + "\n" for section in replaced)


def same_role(section: str, role: str) -> bool:
    return role != ADDED and ROLE.findall(section) == [role]


def with_option(option: str) -> str:
    """Return the whole aid with one more option, not known in every table."""
    added = re.findall(r"\{#([a-z-]+)", option)[0]
    before, compare, outcomes = re.split(
        r"^(?=## .*\{\.(?:compare|outcomes)\})", whole_aid(), flags=re.MULTILINE
    )
    header, *rows = re.findall(r"^\|.*\|$", compare, re.MULTILINE)
    for row, cell in zip(
        (header, *rows), (added, "---", *["not known: nobody asked"] * len(rows)), strict=False
    ):
        compare = compare.replace(row, f"{row} {cell} |")
    outcomes = outcomes.replace("|---|---|\n", f"|---|---|\n| {added} | not known: not studied |\n")
    return f"{before}{option}\n{compare}{outcomes}"


@pytest.mark.parametrize("aid", examples("aid"))
def test_a_whole_aid_in_the_handbook_compiles_with_nothing_to_say(aid: str) -> None:
    assert said(aid) == []


@pytest.mark.parametrize("head", examples("aid-head"))
def test_lines_of_a_head_in_the_handbook_compile_inside_the_first_aid(head: str) -> None:
    """But for sources that nothing in the first aid rests on: the lines show how they are written."""
    assert [each for each in said(with_head(head)) if "DA515" not in each] == []


@pytest.mark.parametrize(("aid", "shown"), parts())
def test_a_section_in_the_handbook_compiles_and_the_page_says_what_is_shown(
    aid: str, shown: str
) -> None:
    compiled = compile_aid(Source("aids/first-aid/index.md", aid, slug="first-aid"))
    # A part alone shows how easy words are written; the aid around it has none.
    alone = {"DA815"} if "{.easy}" in aid else set()
    assert [
        f"{d.span.line}: {d.code.number} {d.message}"
        for d in compiled.diagnostics
        if d.code.number not in alone
    ] == []
    if shown:
        assert compiled.aid is not None
        page = words_of(render_aid_page(compiled.aid, SiteView("../../"), "0" * 16))
        assert [words for words in shown.split("\n\n") if bare(words) not in page] == []


def test_each_fence_of_what_is_shown_stands_right_after_its_section() -> None:
    every = sum(len(fences(page, "shown")) for page in AUTHORS.glob("*.md"))
    assert sum(1 for part in parts() if part.values[1]) == every


def words_of(page: str) -> str:
    tree = LexborHTMLParser(page)
    return bare(tree.root.text(separator=" ") if tree.root else "")


def bare(text: str) -> str:
    """Return the letters and digits of a text, which no markup or space can part."""
    return re.sub(r"[\W_]+", "", text).casefold()


@pytest.mark.parametrize("option", examples("aid-option"))
def test_an_option_in_the_handbook_compiles_inside_the_first_aid(option: str) -> None:
    assert said(with_option(option)) == []


CELL_FORMS = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def cell_forms() -> list[str]:
    """Return the cells that the format page lists under its heading on figures."""
    section = FORMAT.read_text(encoding="utf-8").split("\n### Figures\n")[1].split("\n### ")[0]
    return CELL_FORMS.findall(section)


def difference_forms() -> list[str]:
    """Return the differences that the format page lists."""
    section = FORMAT.read_text(encoding="utf-8").split("\n### Differences\n")[1].split("\n### ")[0]
    return CELL_FORMS.findall(section)


OUTCOME = """## One more {{.outcomes}}

### Example outcome {{#example-outcome .bad .more}}

- Source: example-review
- Certainty: moderate
- People: 100 adults in 1 study
- Time: 3 months
- {words}
{difference}
| option | figure |
|---|---|
| as-now | {reference} |
| tablets | {cell} |
"""


BESIDE = {
    "reference": "20 fewer in 100",
    "not known": "20 in 100",
    "not found": "20 in 100",
    "not in this study": "20 in 100",
    "not applicable": "20 in 100",
}
"""What the other option says beside a cell that cannot stand alone."""


def outcome_with(cell: str, difference: str = "", reference: str = "") -> str:
    """Return a section with one outcome; ``reference`` is the cell of the option to compare with."""
    scale = "Scale: Example scale, 0 to 240, lower is better\n- Matters from: 10 points"
    points = "points" in cell + difference
    if re.match(r"[\d.]+( to [\d.]+)?( points)? (lower|higher|fewer|more)\b", cell):
        reference = "reference"
    return OUTCOME.format(
        words=scale if points else "Said as: have this / do not have this",
        difference=f"- Difference: {difference}\n" if difference else "",
        reference=reference or BESIDE.get(cell.partition(":")[0], "not known: nobody asked"),
        cell=cell,
    )


def test_the_format_page_lists_every_kind_of_figure_that_can_be_written() -> None:
    shown = {type(figure_of(cell)) for cell in cell_forms()}
    every = set(get_args(get_args(Figure)[0])) - {InWords, OutOfDate}
    assert shown == every


def figure_of(cell: str) -> Figure | None:
    compiled = compile_aid(
        Source("aids/first-aid/index.md", with_part(outcome_with(cell)), "first-aid")
    )
    assert compiled.aid is not None
    outcome = compiled.aid.outcome("example-outcome")
    assert outcome is not None
    made = outcome.cell("tablets")
    return made.figure if made else None


@pytest.mark.parametrize("cell", cell_forms())
def test_a_figure_listed_in_the_format_page_compiles(cell: str) -> None:
    assert said(with_part(outcome_with(cell))) == []


@pytest.mark.parametrize("difference", difference_forms())
def test_a_difference_listed_in_the_format_page_compiles(difference: str) -> None:
    points = "points" in difference
    figures = (
        ("32 points", difference, "40 points") if points else ("20 in 100", difference, "40 in 100")
    )
    assert said(with_part(outcome_with(*figures))) == []


@pytest.mark.parametrize("page", [FIRST_AID, COMMANDS], ids=name_of)
def test_a_message_in_the_handbook_is_what_the_compiler_says_of_a_missing_time(
    page: Path, golden: Golden
) -> None:
    aid = whole_aid().replace("- Time: 3 months\n", "", 1)
    source = Source("aids/first-aid/index.md", aid, slug="first-aid")
    (diagnostic,) = compile_aid(source).diagnostics
    message = diagnostic_text(diagnostic, source, colour=False)
    (shown,) = fences(page, "diagnostic")
    golden(page, page.read_text(encoding="utf-8").replace(shown.content, message))


LINK = re.compile(r"^(?![a-z]+:)(?P<file>[^#]*)(#(?P<anchor>.+))?$")


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the file and the anchor of each link and picture that stays inside the project."""
    for block in tokens_of(page):
        for token in block.children or []:
            address = str(token.attrs.get("href") or token.attrs.get("src") or "")
            match = LINK.match(address)
            if address and match:
                yield match["file"], match["anchor"] or ""


@cache
def anchors(page: Path) -> set[str]:
    """Return the anchors that MkDocs gives the headings of a page."""
    tokens = tokens_of(page)
    return {
        slug("".join(child.content for child in after.children or []))
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    }


def slug(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    lost = []
    for file, anchor in links(page):
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(f"{file}#{anchor}" if anchor else file)
    assert lost == []


def test_the_handbook_lists_every_exit_code() -> None:
    page = COMMANDS.read_text(encoding="utf-8").split("## How a command ends")[1]
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert listed == {stop.CLEAN, stop.FOUND, stop.WRONG, stop.INTERNAL, stop.INTERRUPTED}


def test_the_first_page_suffices_and_says_where_to_look() -> None:
    page = FIRST_AID.read_text(encoding="utf-8")
    assert len(page.split()) < 3_000
    first_table = page.index("| | Said as | as-now | tablets | Difference |")
    assert first_table < page.index("## A whole aid")
    assert "Option grid" in page
    numbers = (AUTHORS / "numbers.md").read_text(encoding="utf-8")
    assert numbers.index("## One table a study") < numbers.index("## Six habits")
