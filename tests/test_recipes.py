"""The recipes for developers hold as they are written: their examples are taken from the page and run."""

from __future__ import annotations

import re
import shlex
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import meta
from markdown_it import MarkdownIt

from decisionaid.compiler import compile_aid
from decisionaid.compiler.explain import all_codes
from decisionaid.compiler.starter import NAMES, Beginning, starter
from decisionaid.diagnostics import Finding
from decisionaid.language import Words, catalogue
from decisionaid.model import sections
from decisionaid.model.aid import Aid
from decisionaid.render.pages.environment import templates
from decisionaid.rules import RULES, Rule, RuleContext, asking, walk
from decisionaid.site import build_site
from decisionaid.site.own_theme import read_theme
from decisionaid.text import Source
from tests import planted_faults
from tests.conftest import ROOT
from tests.planted_faults import aids, planted
from tests.render.test_components import head_of, named
from tests.rules import test_rules
from tests.rules.examples import read_rule_page, whole_source
from tests.site_examples import DAY, GOOD, write_aids
from tests.test_cli import run

PAGE = ROOT / "site" / "developers" / "recipes.md"
THEME = ROOT / "src" / "decisionaid" / "theme"

# What the recipes make, and what is only there once they are followed.
MADE = ("DA413", "print-hint", "our-theme", "knee-pain", "locale/cy")


@cache
def recipe(title: str) -> str:
    """Return a recipe."""
    (text,) = re.findall(
        rf"^## {title}\n(.*?)(?=^## [A-Z]|\Z)", without_fences(), re.DOTALL | re.MULTILINE
    )
    return str(text)


def without_fences() -> str:
    """Return the page with the headings in its examples out of sight."""
    return re.sub(r"^````.*?^````$", "", PAGE.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def blocks(title: str, language: str) -> list[str]:
    """Return the examples of a recipe in a language, in order."""
    text = PAGE.read_text(encoding="utf-8")
    start, after = text.index(f"\n## {title}\n"), text.find("\n## Add a component\n")
    if title != "Add a rule":
        after = (text.find("\n## ", start + 4) + 1 or len(text) + 1) - 1
    tokens = MarkdownIt("commonmark").parse(text[start:after])
    return [each.content for each in tokens if (each.type, each.info) == ("fence", language)]


def run_code(code: str, *places: object, **names: Any) -> dict[str, Any]:
    """Run an example where it is to stand; return the names that are there then."""
    there: dict[str, Any] = {}
    for place in places:
        there |= vars(place)
    there |= names
    exec(code, there)  # noqa: S102 - our own page
    return there


@cache
def the_rule() -> Rule:
    """Return the rule of the recipe, made in the file where it is to stand."""
    made = run_code(blocks("Add a rule", "python")[0], sections, walk, asking)[
        "same_question_twice"
    ]
    assert isinstance(made, Rule)
    return made


def said_of(text: str) -> list[tuple[str, int, int]]:
    """Return all that is found in a source when the rule of the recipe is one of ours, and where."""
    others = (rule for rule in RULES if rule.code.number != the_rule().code.number)
    source = Source("index.md", text, "example")
    found = compile_aid(source, (*others, the_rule()), today=planted_faults.DAY).diagnostics
    return [(each.code.number, each.span.line, each.span.column) for each in found]


def by_the_rule(text: str) -> list[str]:
    """Return what the rule of the recipe finds."""
    number = the_rule().code.number
    return [found for found, _line, _column in said_of(text) if found == number]


def test_the_number_and_the_name_of_the_example_are_free() -> None:
    """Or taken by the example itself, where somebody has just followed the recipe."""
    code = the_rule().code
    same = {(each.number, each.name) for each in all_codes().values()}
    like = {pair for pair in same if code.number in pair or code.name in pair}
    assert like <= {(code.number, code.name)}


def test_the_rule_finds_the_fault_in_the_one_example_of_its_page_and_none_in_the_other(
    tmp_path: Path,
) -> None:
    (text,) = blocks("Add a rule", "markdown")
    path = tmp_path / f"{the_rule().code.number}.md"
    path.write_text(text, encoding="utf-8")
    page = read_rule_page(path)
    assert text.startswith(f"# {page.number} {the_rule().code.name}\n")
    assert by_the_rule(whole_source(page.wrong)) == [page.number]
    assert by_the_rule(whole_source(page.right)) == []
    assert page.message == ""


def test_the_rule_breaks_none_of_our_aids_and_no_new_one() -> None:
    assert {aid: said_of(text) for aid, text in aids().items()} == {aid: [] for aid in aids()}
    drafts = {name: starter(Beginning(), today=DAY, template=name) for name in NAMES}
    assert {name: by_the_rule(text) for name, text in drafts.items()} == {
        name: [] for name in NAMES
    }


def test_the_planted_fault_is_found_in_our_aids_where_it_was_planted() -> None:
    fault = run_code(f"fault = {blocks('Add a rule', 'python')[1]}", planted_faults)["fault"]
    found = [each for aid, text in aids().items() if (each := planted(fault, aid, text))]
    assert found
    assert [said_of(each.text) for each in found] == [[(fault.code, *each.place)] for each in found]


def test_the_test_of_the_rule_holds() -> None:
    def found(aid: Aid, number: str) -> list[Finding]:
        assert number == the_rule().code.number
        return list(the_rule().check(aid, RuleContext()))

    there = run_code(blocks("Add a rule", "python")[2], sections, test_rules, found=found)
    there["test_a_question_that_stands_twice_is_found_where_it_stands_again"]()


def test_the_template_of_the_component_says_what_it_is_given_and_its_words_are_there() -> None:
    template, _include = blocks("Add a component", "html")
    environment = templates()
    used = meta.find_undeclared_variables(environment.parse(template)) - set(environment.globals)
    assert sorted(named(head_of(template))) == sorted(used)
    words, *_ = blocks("Add a component", "python") or blocks("Add a component", "ftl")
    written = {name.replace("-", "_") for name in re.findall(r'^ *"?([\w-]+)"? *[:=]', words)}
    assert set(re.findall(r"\bm\.(\w+)", template)) == written


def test_the_style_of_the_component_goes_by_the_custom_properties_that_there_are() -> None:
    (style,) = blocks("Add a component", "css")
    tokens = (THEME / "styles" / "tokens.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[\w-]+)\)", style))
    assert used
    assert used <= set(re.findall(r"(--[\w-]+):", tokens))


def test_the_lists_that_start_a_script_are_those_of_the_page() -> None:
    app = (THEME / "scripts" / "patient" / "app.ts").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^const ([A-Z_]+) = \[", app, re.MULTILINE)) == ["IN_STEP", "ON_PAGE"]
    assert {"`IN_STEP`", "`ON_PAGE`"} <= set(re.findall("`[A-Z_]+`", recipe("Add a component")))


@pytest.mark.long
def test_the_look_of_the_recipe_is_taken(tmp_path: Path) -> None:
    (style,), (template,) = blocks("Change the look", "css"), blocks("Change the look", "html")
    for name, text in (("styles/tokens.css", style), ("layout/large-print.html", template)):
        path = tmp_path / "our-theme" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    place = write_aids(tmp_path / "aids", one=GOOD)
    build_site(place, tmp_path / "out", today=DAY, theme=read_theme(tmp_path / "our-theme"))
    page = (tmp_path / "out" / "aids" / "one" / "large-print.html").read_text(encoding="utf-8")
    assert "<title>Our house: " in page


def test_the_commands_for_a_new_aid_start_it_and_find_what_is_missing(tmp_path: Path) -> None:
    commands = [
        shlex.split(line)[1:]
        for block in blocks("Add an aid", "sh")
        for line in block.splitlines()
        if line.startswith(".venv/bin/decisionaid")
    ]
    assert [command[0] for command in commands] == ["new", "serve", "check"]
    begun, checked = (run(tmp_path, *commands[number]) for number in (0, 2))
    assert (begun.returncode, checked.returncode) == (0, 0), begun.stderr + checked.stdout
    assert "warning DA" in checked.stdout


@pytest.mark.long
def test_the_language_of_the_recipe_says_what_the_recipe_shows(tmp_path: Path) -> None:
    for language in (catalogue.ENGLISH, "cy"):
        shutil.copytree(catalogue.FOLDER / catalogue.ENGLISH, tmp_path / language)
    (formats,) = blocks("Add a language", "text")
    (tmp_path / "cy" / "formats.txt").write_text(formats, encoding="utf-8")
    for text in blocks("Add a language", "fluent"):
        name = text.partition(" ")[0]
        for path in (tmp_path / "cy").glob("*.ftl"):
            there = path.read_text(encoding="utf-8")
            message = re.compile(rf"^{name} = .*\n(?:[ }}].*\n)*", re.MULTILINE)
            path.write_text(message.sub(text, there), encoding="utf-8")
    words = Words("cy-GB", tmp_path)

    assert not {"share", "amount_years"} & set(catalogue.missing_from("cy", tmp_path))
    assert words.say("share", n=159, of=1000) == "159 o bob 1,000"
    years = [words.say("amount_years", n=n) for n in (1, 2, 4, 5)]
    assert years == ["1 flwyddyn", "2 flynedd", "4 blynedd", "5 mlynedd"]
    assert words.listed(["A", "B"]) == "A a hefyd B"


def test_what_can_be_made_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", PAGE.read_text("utf-8"), re.MULTILINE)) <= targets


@pytest.mark.parametrize(
    "place", sorted(set(re.findall(r"`([\w.-]+/[\w./-]+)`", without_fences())))
)
def test_a_file_that_a_recipe_names_is_there(place: str) -> None:
    if not any(made in place for made in MADE):
        roots = (ROOT, ROOT / "src" / "decisionaid", THEME)
        assert any((root / place).exists() for root in roots), place


def test_each_place_that_the_recipe_of_a_form_names_speaks_of_its_example() -> None:
    text = recipe("Add a form of figure")
    places = re.findall(r"^\| `([\w/]+\.py)` \|", text, re.MULTILINE)
    assert len(places) > 5
    source = ROOT / "src" / "decisionaid"
    silent = [
        each for each in places if "ShareInWords" not in (source / each).read_text(encoding="utf-8")
    ]
    assert silent == []
    for each in re.findall(r"`((?:tests|site|src)/[\w/.-]+)`", text):
        assert (ROOT / each).exists(), each
