"""Whatever an author writes, the pages of an aid hold only our elements, scripts and addresses.

Sources are mutated, or get hostile words in each of their lines; those that compile are rendered and
parsed as a browser would parse them. What may stand on a page is listed here, apart from the code
that writes it.
"""

from __future__ import annotations

import html
import json
import random
import re
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.quality import assess
from decisionaid.render import (
    SiteView,
    card_of,
    render_aid_page,
    render_clinician_page,
    render_evidence_page,
    render_home,
    render_quality_page,
)
from decisionaid.text import Source, SpanMap
from tests.conftest import ROOT
from tests.read.examples import EXAMPLE
from tests.rules.examples import SPECIMEN
from tests.test_fuzz import CHANGES

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

SITE = SiteView("../../")
ELEMENTS = frozenset(
    """
    html head meta title link script body header nav main footer section article div span p a ul ol
    li dl dt dd h1 h2 h3 h4 h5 h6 form fieldset legend label input textarea button select option
    details summary q table caption thead tbody tr th td figure figcaption img strong em code b i
    time abbr br hr blockquote search aside data wbr bdi sup sub pre hgroup small
    svg defs pattern path rect circle g use title desc ellipse line polygon symbol polyline marker clippath mask
    """.split()  # noqa: SIM905 - words in lines are easier to read than a list of them
)
"""No element that runs, embeds, refreshes or styles by itself, but for our own scripts."""
OUR_SCRIPTS = re.compile(
    r"(\.\./)*assets/(first|aid|aid-groups|aid-plain|aid-statement|aid-ways|aid-back|aid-pictures|aid-aloud|aid-keep|clock"
    r"|clinician|clinician-forms|clinician-more|code-pictures|easy|home)\.js|(aloud-|back-|keep-)?words\.js"
)
ADDRESSES = re.compile(r"https?://|mailto:|tel:|data:image/|data:,|#|[\w./-]+([#?][\w=./-]*)?$|$")
PLANT = "planted"


def pages(aid: Aid) -> list[str]:
    """Return every page that shows something of an aid."""
    card = card_of(aid)
    return [
        render_aid_page(aid, SITE, "0" * 16),
        render_evidence_page(aid, SITE),
        render_quality_page(aid, assess(aid, (), spans=SpanMap(), sha256="0" * 16), SITE),
        render_home([card], SITE),
        render_clinician_page([card], SITE),
    ]


def injected(page: str) -> list[str]:
    """Return what stands on a page that is not ours."""
    # What a script may put in place later stands in a template, which the parser does not look into.
    opened = re.sub(r"<(/?)template\b", r"<\1section", page)
    tree, found = LexborHTMLParser(opened), []
    for node in tree.css("*"):
        tag, attributes = node.tag or "", node.attributes
        if tag not in ELEMENTS:
            found.append(f"element {tag}")
        for name, value in attributes.items():
            if name.startswith("on") or name in {"style", "srcdoc", "http-equiv", PLANT}:
                expected = name == "http-equiv" and value == "Content-Security-Policy"
                found += [] if expected else [f"attribute {name}"]
            if name in {"href", "src", "action", "formaction"} and not ADDRESSES.match(value or ""):
                found.append(f"{name} {value}")
        if tag == "script":
            found += wrong_script(attributes.get("src"), attributes.get("type"), node.text())
    return found


def wrong_script(src: str | None, kind: str | None, text: str) -> list[str]:
    """Return what is wrong with a script: it is one of our files, or data that can be read."""
    if src is not None:
        return [] if OUR_SCRIPTS.fullmatch(src) and not text else [f"script {src}"]
    if kind != "application/json":
        return [f"script {text[:40]}"]
    json.loads(text)
    return []


@cache
def whole_sources() -> list[str]:
    """Return sources that compile: real aids, the example with every form, and the small specimen."""
    files = [*sorted((ROOT / "aids").glob("*/index.md")), SPECIMEN]
    return [EXAMPLE, *(file.read_text(encoding="utf-8") for file in files)]


def rendered(text: str) -> list[str]:
    """Return the pages of a source, none when it is refused."""
    compiled = compile_aid(Source("aids/example/index.md", text, slug="example"))
    return pages(compiled.aid) if compiled.ok and compiled.aid else []


@pytest.mark.parametrize(
    "page",
    [
        "<script>x()</script>",
        '<script src="https://example.org/x.js"></script>',
        '<img src="a.png" onerror="x()">',
        '<a href="javascript:x()">x</a>',
        "<iframe></iframe>",
        '<p style="color: red">x</p>',
        '<meta http-equiv="refresh" content="0">',
        "<style>p { color: red }</style>",
        '<template><img src="a.png" onerror="x()"></template>',
        '<base href="https://example.org/">',
    ],
)
def test_what_does_not_belong_on_a_page_is_noticed(page: str) -> None:
    assert injected(f"<!doctype html><html><body><main>{page}</main></body></html>")


def test_the_pages_of_the_sources_as_they_are_hold_only_what_is_ours() -> None:
    for text in whole_sources():
        made = rendered(text)
        assert len(made) == 5
        assert [each for page in made for each in injected(page)] == []


def shown_after_mutations(seeds: range) -> int:
    """Render the mutated sources that compile; return how many did."""
    shown = 0
    for seed in seeds:
        rng = random.Random(seed)  # noqa: S311 - not for secrets
        text = rng.choice(whole_sources())
        for _ in range(rng.randint(1, 2)):
            text = rng.choice(CHANGES)(rng, text)
        made = rendered(text)
        shown += bool(made)
        assert [each for page in made for each in injected(page)] == [], f"seed {seed}"
    return shown


def test_no_mutation_puts_markup_on_a_page() -> None:
    assert shown_after_mutations(range(60)) >= 10


@pytest.mark.soak
@pytest.mark.parametrize("part", range(2))
def test_six_hundred_more_mutations_put_no_markup_on_a_page(part: int) -> None:
    assert shown_after_mutations(range(1000 + part * 300, 1300 + part * 300)) >= 60


MARKUP = f'<img class={PLANT} {PLANT}=1 src=x onerror="x()"></script><script>{PLANT}()</script>'
WAYS = {
    "as it is": MARKUP,
    "escaped": re.sub(r"([<>\"=()/])", r"\\\1", MARKUP),
    "as entities": html.escape(MARKUP),
    "as code": f"`{MARKUP}`",
    "as a link": f"[{PLANT}](javascript:{PLANT}()) ![{PLANT}](javascript:{PLANT}())",
}


def planted(line: str, words: str) -> str:
    """Put words into a line: before its last brace, bar or quotation mark, or else at its end."""
    found = re.search(r'(\s*\{[^}]*\}\s*|\s*\|\s*|"?\}?)$', line)
    at = found.start() if found else len(line)
    return f"{line[:at]} {words}{line[at:]}"


@pytest.mark.parametrize("way", WAYS)
def test_hostile_words_in_any_line_are_refused_or_shown_as_words(way: str) -> None:
    lines = SPECIMEN.read_text(encoding="utf-8").splitlines()
    shown = 0
    for number, line in enumerate(lines):
        if line in {"", "---"}:
            continue
        changed = [*lines[:number], planted(line, WAYS[way]), *lines[number + 1 :]]
        made = rendered("\n".join(changed) + "\n")
        shown += any(PLANT in page for page in made)
        assert [each for page in made for each in injected(page)] == [], f"line {number + 1}"
    assert shown >= LEAST[way]


LEAST = {"as it is": 6, "escaped": 40, "as entities": 40, "as code": 6, "as a link": 6}
"""Fewer lines than this that reach a page mean that the test no longer tests much."""
