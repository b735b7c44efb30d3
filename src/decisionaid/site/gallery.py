"""The gallery: every form of figure in every state, from examples that are compiled like any aid.

Layer 4. An example is a section as an author writes it (``theme/components/*/examples.yaml``); the
head, the options and the other sections that an aid needs are put around it. The markup that
comes of it is that of an aid page, shown several times over: as it is, narrow, from right to
left, in the colours that forced colours leave, and as on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from types import SimpleNamespace
from typing import Final

import yaml
from markupsafe import Markup

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.sections import OutcomesSection, TestSection
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.aid_page import AidPage, page_context
from decisionaid.render.pages.environment import EVIDENCE, THEME, templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.pages.steps import PlacedSection, Step, steps_of
from decisionaid.text import Source

PAGE: Final = "gallery/index.html"
"""Where the gallery stands in the site."""

OWN_CONCERNS: Final = (
    ("Holding my grandson", "10"),
    ("The bus at six", "unsure"),
    ("No needles", "not_applicable"),
    ("Something private", "prefer_not_to_say"),
    ("What the neighbours say", ""),
)
"""What a person might add, and the answer to how important it is; all made up."""

COMPONENTS: Final = THEME / "components"
TITLES: Final = {"figure": "One figure", "outcome": "Outcomes, and how sure we are"}
"""What the examples of each component show, in the order of the page."""

LOOKS: Final = (
    ("narrow", "320 pixels wide"),
    ("from-right", "From right to left"),
    ("in-forced-colours", "In forced colours"),
    ("as-on-paper", "As on paper"),
)
"""Classes that show a copy in another way (``components/gallery``), and what each is."""

_OWN_MARKS: Final = {"in-forced-colours": "forced-", "as-on-paper": "paper-"}
"""Looks whose drawings have an ink of their own, and what begins the names of their marks."""

_BED: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'%3E%3Cpath fill='%23fff' "
    "d='M0 0h48v48H0z'/%3E%3Cpath d='M4 12h3v16h34v-6l3-3v21h-3v-6H7v6H4zm6 8h10v6H10z'/%3E%3C/svg%3E"
)
"""A made-up drawing, for there is no file."""

_OPTION: Final = re.compile(r"^### (?=.*\{#([a-z-]+))", re.MULTILINE)
_ROW: Final = re.compile(r"^(?:###|\|) .*?\{#([a-z0-9-]+) \.(?:good|bad|neutral)", re.MULTILINE)
_ID: Final = re.compile(r' id="')
_TO_EVIDENCE: Final = re.compile(rf'href="{re.escape(EVIDENCE)}#[^"]*"')


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its name, what it shows, and the section that an author writes."""

    name: str
    """Small letters and hyphens; part of addresses and of the names of golden files."""
    shows: str
    part: str
    options: str = "as-now, tablets"
    """Ids of ``components/gallery/options.md``, with commas."""
    status: str = "demonstration"
    kind: str = "treatment"

    @property
    def title(self) -> str:
        """The name as words."""
        return self.name.replace("-", " ").capitalize()

    @property
    def source(self) -> Source:
        """The whole aid around the part."""
        ids = [each.strip() for each in self.options.split(",")]
        known = _options()
        chosen = [each for each in ids if ".comparator" not in known[each]]
        text = Template(_read("gallery/aid.md")).substitute(
            kind=self.kind,
            status=self.status,
            options="\n".join(known[each] for each in ids),
            columns=" | ".join(chosen),
            rule="---|" * len(chosen),
            cells=" | ".join("It is made up." for _ in chosen),
            figures="\n".join(f"| {each} | 50 in 100 |" for each in chosen),
            part=self.part,
            about=", ".join(("feel-well", "feel-ill", *_ROW.findall(self.part))),
        )
        return Source(f"examples/{self.name}.md", text, self.name)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example with its markup: as it is, and in each other look."""

    example: Example
    markup: Markup
    looks: tuple[tuple[str, str, Markup], ...]
    """Class, what it is, and a copy whose ids are its own."""


@cache
def examples(component: str) -> tuple[Example, ...]:
    """Return the examples of a component, in the order of their file."""
    found = yaml.safe_load(_read(f"{component}/examples.yaml"))
    return tuple(Example(**each) for each in found)


def all_examples() -> Iterator[Example]:
    """Yield the examples of all components."""
    for component in TITLES:
        yield from examples(component)


@cache
def compiled(example: Example) -> Compiled:
    """Return what the compiler makes of an example."""
    return compile_aid(example.source)


def aid_of(example: Example) -> Aid:
    """Return the aid that an example is a part of.

    Raises:
        ValueError: the example has errors; it lists them.
    """
    made = compiled(example)
    if made.aid is None or not made.ok:
        found = "; ".join(f"{each.code.number} {each.message}" for each in made.diagnostics)
        raise ValueError(f"the example '{example.name}' has errors: {found}")
    return made.aid


def markup_of(example: Example) -> Markup:
    """Return an example as the step "compare" of its aid's page shows it."""
    aid = aid_of(example)
    context = page_context(aid, SiteView(""), compiled(example).sha256)
    step = SimpleNamespace(id="compare", sections=(_of_the_part(steps_of(aid)),))
    words = templates().get_template("layout/steps/compare.html").render(context, step=step)
    # What stands before the first section is the step's own introduction.
    return Markup(words[words.index("<section") :])  # noqa: S704


def gallery_page() -> str:
    """Return the page of the gallery as HTML.

    Raises:
        ValueError: an example has errors.
    """
    groups = [
        (title, [_shown(each) for each in examples(component)])
        for component, title in TITLES.items()
    ]
    marks = [_marks_of(look, prefix) for look, prefix in _OWN_MARKS.items()]
    context = frame(None, SiteView("../", handbook=True)) | {
        "groups": groups, "marks": marks, "own_concerns": own_concerns(), "easy_words": two_wordings(),
    }  # fmt: skip
    return templates().get_template("layout/gallery.html").render(context)


def own_concerns() -> Markup:
    """Return what a person adds, one in each state, as its places are on a page."""
    some = examples("outcome")[0]
    context = page_context(aid_of(some), SiteView(""), compiled(some).sha256)
    html = templates().get_template("components/own-concerns/template.html").render(context)
    for n, (words, answer) in enumerate(OWN_CONCERNS, 1):
        place = f'name="concern.{n}"'
        html = html.replace(place, f'{place} value="{words}"')
        chosen = f'name="concern.{n}.rating" value="{answer}"'
        html = html.replace(chosen, f"{chosen} checked")
    return Markup(html)  # noqa: S704 - our own template, and words without marks


def two_wordings() -> Markup:
    """Return the choice between two wordings, and the words of a section that has both: one is seen."""
    example = Example("easy-words", "Two wordings.", _read("easy-words/example.md"), status="draft")
    aid = aid_of(example)
    context = page_context(aid, SiteView(""), compiled(example).sha256)
    choice = templates().get_template("components/easy-words/template.html").render(context)
    words = str(AidPage(aid, Figures(aid)).writer.told(_of_the_part(steps_of(aid)).section))
    # No aid's folder stands beside the gallery: its picture is drawn in the page.
    return Markup(choice + words.replace("images/bed.png", _BED))  # noqa: S704 - our own templates


def _shown(example: Example) -> Shown:
    markup = markup_of(example)
    looks = tuple(
        (look, words, _standing_alone(markup, f"{example.name}-{look}", _OWN_MARKS.get(look, "")))
        for look, words in LOOKS
    )
    return Shown(example, _standing_alone(markup, example.name, ""), looks)


def _standing_alone(markup: Markup, name: str, marks: str) -> Markup:
    """Make the ids of a copy its own, and lead its links to sources to the page's one source.

    ``marks`` begins the names of the marks that its drawings are made of.
    """
    own = _ID.sub(rf' id="{name}-', str(markup)).replace("url(#", f"url(#{marks}")
    return Markup(_TO_EVIDENCE.sub('href="#source"', own))  # noqa: S704


def _marks_of(look: str, prefix: str) -> Markup:
    """Return the marks that drawings are made of, in the colours of a look.

    A mark has the colour of where it is defined, so a look with an ink of its own has its own.
    """
    marks = templates().get_template("components/icon-array/template.html").render()
    own = _ID.sub(rf' id="{prefix}', marks)
    return Markup(f'<div class="{look}">{own}</div>')  # noqa: S704


def _of_the_part(steps: tuple[Step, ...]) -> PlacedSection:
    """Return the section that the example's own part was read into: the first with figures."""
    return next(
        placed
        for step in steps
        for placed in step.sections
        if isinstance(placed.section, OutcomesSection | TestSection)
    )


@cache
def _options() -> dict[str, str]:
    """Return the options that an example may name, by id, each as an author writes it."""
    _, *parts = _OPTION.split(_read("gallery/options.md"))
    return {name: f"### {text}" for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _read(name: str) -> str:
    return Path(COMPONENTS / name).read_text(encoding="utf-8")
