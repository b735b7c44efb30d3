"""Part the body into title, opening and sections, and learn every name before any is used.

Layer 2. A section is known by its class; under some roles each ``###`` is a part with an id of its
own. Faults: DA010, DA011, DA024, DA030, DA039 and those of ids and braces. Longer than 300 lines: one
walk tells all parts apart.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import MISPLACED, MISSING_CLASS, TITLE, TOO_LARGE, UNKNOWN_ROLE
from decisionaid.read.ids import Ids
from decisionaid.read.ledger import Ledger, listed, quoted, to_paste
from decisionaid.read.names import Names
from decisionaid.read.sections.drafts import CompareRowDraft, Draft, EasyDraft, Outline, Part
from decisionaid.read.sections.easy import begin_easy
from decisionaid.read.sections.roles import (
    DIRECTIONS,
    OPTION_KINDS,
    PARTS,
    QUESTION_KINDS,
    RESULT_KINDS,
    ROLES,
    Role,
    role_of,
)
from decisionaid.read.sections.study_tables import name_rows, options_named
from decisionaid.read.text.attributes import Allowed, Attributes, check_allowed, split_attributes
from decisionaid.read.text.blocks import Block, Heading, Row, Table
from decisionaid.read.text.inlines import read_words
from decisionaid.read.text.passages import Passage
from decisionaid.read.text.tables import read_rows
from decisionaid.text import Span

_ONCE = ("condition", "options")
_SECTION_KEYS = {"red-flags": ("when",), "test": ("option",)}

MAX_OPTIONS = 24
"""Options of one aid, comparators among them; nobody compares more."""

_ROW = Allowed("a row of '.compare'", classes=("involves", "experience", "grid"), keys=("source",))


def _within(block: Block) -> bool:
    """Whether a block does not begin another section."""
    return not (isinstance(block, Heading) and block.level <= 2)


class Outliner:
    """Build the outline of one aid."""

    def __init__(self, ledger: Ledger, ids: Ids, names: Names) -> None:
        """Keep where to report, and what to fill."""
        self.ledger = ledger
        self.ids = ids
        self.names = names
        self.once: dict[str, Span] = {}
        self.easy: EasyDraft | None = None  # what comes next belongs to them

    def read(self, blocks: list[Block], first_line: int) -> Outline:
        """Return the outline; ``names`` knows every name afterwards."""
        outline = Outline("")
        title: Span | None = None
        for position, block in enumerate(blocks):
            if isinstance(block, Heading) and block.level == 1:
                if title is None:
                    title = block.words.span()
                    outline.title = self._title(block, outline)
                else:
                    self._second_title(block, title)
            elif isinstance(block, Heading) and block.level == 2:
                self.easy = None
                later = (blocks[each] for each in range(position + 1, len(blocks)))
                below = itertools.takewhile(_within, later)
                outline.sections.append(self._section(block.words, below))
            elif outline.sections:
                self._below(outline.sections[-1], block)
            else:
                self._opening(outline, block)
        if title is None:
            self.ledger.fault(
                TITLE,
                Span.on_line(first_line, 1, 1),
                "the aid has no title",
                "write it below the head: '# What is to be decided?'",
            )
        self._learn(outline)
        return outline

    def _opening(self, outline: Outline, block: Block) -> None:
        if isinstance(block, Heading):
            self.easy = begin_easy(outline, block.words, self.ledger)
        if self.easy is None:
            outline.opening.append(block)
        elif not isinstance(block, Heading):
            self.easy.blocks.append(block)

    def _title(self, block: Heading, outline: Outline) -> str:
        words, attributes = split_attributes(block.words, self.ledger)
        check_allowed(attributes, Allowed("the title", id=False), self.ledger)
        self.ledger.spans.put(("title",), words.span())
        if outline.opening or outline.sections:
            message = "the title does not come first"
            fix = "move it up, right below the head"
            self.ledger.fault(TITLE, words.span(), message, fix)
        return read_words(words, self.ledger, "the title")

    def _second_title(self, block: Heading, first: Span) -> None:
        self.ledger.fault(
            TITLE,
            block.words.span(),
            f"a second title stands here: {quoted(block.words.text)}",
            f"make a section of it: '## {to_paste(block.words.text)}'",
            also=(first,),
        )

    def _section(self, heading: Passage, below: Iterable[Block]) -> Draft:
        words, attributes = split_attributes(heading, self.ledger)
        role = self._role(words, attributes)
        if not attributes.classes and (meant := role_of(below)):
            role = meant
            self._without_role(heading, words, attributes, meant)
        allowed = Allowed(
            f"a section '.{role}'" if role != "prose" else "a section without a role",
            id=False,
            classes=None,
            keys=_SECTION_KEYS.get(role, ()),
            instead="begin the line with '### ' if it is a part of the section above; otherwise "
            if role == "prose"
            else "",
        )
        check_allowed(attributes, allowed, self.ledger)
        if role in _ONCE:
            if role in self.once:
                self.ledger.fault(
                    MISPLACED,
                    heading.span(),
                    f"a second section '.{role}' stands here",
                    "put both into one section",
                    also=(self.once[role],),
                )
            self.once.setdefault(role, heading.span())
        return Draft(role, words, attributes)

    def _without_role(
        self, heading: Passage, words: Passage, attributes: Attributes, meant: Role
    ) -> None:
        end = len(heading.text.rstrip())
        edit = Edit(heading.span(end, end), f" {{.{meant}}}")
        if attributes.inside is not None:
            edit = Edit(attributes.inside.span(0, 0), f".{meant} ")
        self.ledger.fault(
            UNKNOWN_ROLE,
            words.span(),
            f"{quoted(words.text)} has no role, and what stands below it belongs to '.{meant}'",
            f"write at its end: {{.{meant}}}",
            edits=(edit,),
        )

    def _role(self, words: Passage, attributes: Attributes) -> Role:
        found: Role | None = None
        for name in attributes.classes.values():
            role = next((each for each in ROLES if each == name.text), None)
            if role is None:
                near = self.ledger.nearest(name.text, ROLES)
                self.ledger.fault(
                    UNKNOWN_ROLE,
                    name.span(),
                    f"no section has the role '.{quoted(name.text)[1:-1]}'",
                    f"did you mean '.{near}'?"
                    if near
                    else f"write {listed(f'.{each}' for each in ROLES)}, or none for plain prose",
                    edits=self.ledger.respelt(name.span(), name.text, near, ROLES),
                )
                role = next((each for each in ROLES if each == near), None)
            elif found is not None:
                self.ledger.fault(
                    UNKNOWN_ROLE,
                    name.span(),
                    f"the section {quoted(words.text)} has two roles",
                    f"keep one of '.{found}' and '.{role}'",
                )
            found = found or role
        return found or "prose"

    def _below(self, section: Draft, block: Block) -> None:
        allowed = PARTS.get(section.role)
        if isinstance(block, Heading):
            self.easy = begin_easy(section, block.words, self.ledger)
        if self.easy is not None:
            self.easy.blocks += [] if isinstance(block, Heading) else [block]
        elif isinstance(block, Heading) and allowed is not None:
            if self._too_many(section, block.words):
                return
            section.parts.append(self._part(section, block.words, allowed))
        elif section.parts:
            section.parts[-1].blocks.append(block)
        else:
            section.blocks.append(block)

    def _too_many(self, section: Draft, heading: Passage) -> bool:
        """More options than can be compared: every outcome would have a cell for each."""
        if section.role != "options" or len(section.parts) < MAX_OPTIONS:
            return False
        self.ledger.fault(
            TOO_LARGE,
            heading.span(),
            f"an aid has at most {MAX_OPTIONS} options, and {quoted(heading.text)} is one too many",
            "make two aids of it, or put several options into one",
        )
        return True

    def _part(self, section: Draft, heading: Passage, allowed: Allowed) -> Part:
        words, attributes = split_attributes(heading, self.ledger)
        check_allowed(attributes, allowed, self.ledger)
        kind = self._kind(section.role, words, attributes)
        return Part(words, attributes, self.ids.take(attributes, words), kind)

    def _kind(self, role: Role, words: Passage, attributes: Attributes) -> str:
        kinds = {
            "options": OPTION_KINDS,
            "outcomes": DIRECTIONS,
            "values": QUESTION_KINDS,
            "test": RESULT_KINDS,
        }.get(role)
        if kinds is None:
            return ""
        found = [name for name in attributes.classes.values() if name.text in kinds]
        if len(found) > 1:
            self.ledger.fault(
                MISSING_CLASS,
                found[1].span(),
                f"{quoted(words.text)} is both '.{found[0].text}' and '.{found[1].text}'",
                "keep one of the two",
            )
        if found:
            return found[0].text
        if role != "options" and not self._misspelt(attributes, role):
            self.ledger.fault(
                MISSING_CLASS,
                words.span(),
                f"{quoted(words.text)} does not say of what kind it is",
                f"write {listed(f'.{each}' for each in kinds)} into its brace",
            )
        return ""

    def _misspelt(self, attributes: Attributes, role: str) -> bool:
        """A class that is not known was reported already; it may have been meant as the kind."""
        return any(name not in (PARTS[role].classes or ()) for name in attributes.classes)

    def _learn(self, outline: Outline) -> None:
        names = self.names
        for section in outline.sections:
            if section.role == "compare":
                self._rows(section)
            elif section.role == "outcomes":
                name_rows(section, self.ledger, self.ids, self._kind)
            for part in section.parts:
                if section.role in {"options", "outcomes"}:
                    names.labels.setdefault(" ".join(part.words.text.casefold().split()), part.id)
                if section.role == "options":
                    kind = names.comparators if part.kind == "comparator" else names.options
                    kind[part.id] = None
                    if part.attributes.has("not-offered"):
                        names.not_offered.add(part.id)
                elif section.role == "outcomes":
                    names.outcomes[part.id] = part.kind
                    names.figures[part.id] = {*self._lines(part.blocks), *options_named(part)}
                elif section.role == "test" and part.kind in {"positive", "negative"}:
                    names.others_about.append(part.id)
        names.renamed, names.made = self.ids.renamed, self.ids.made
        names.seal()

    def _lines(self, blocks: Iterable[Block]) -> Iterable[str]:
        for block in blocks:
            if isinstance(block, Table):
                for row in read_rows(block, self.ledger)[1:]:
                    yield row.cells[0].text if row.cells else ""

    def _rows(self, section: Draft) -> None:
        kept: list[Block] = []
        for block in section.blocks:
            if not isinstance(block, Table):
                kept.append(block)
                continue
            table = read_rows(block, self.ledger)
            if not table:
                continue
            if section.header is not None:
                self.ledger.fault(
                    MISPLACED,
                    block.whole,
                    "a second table stands in this section",
                    "put its rows into the first, or make another section '{.compare}'",
                )
                continue
            section.header = table[0]
            section.rows.extend(self._row(row) for row in table[1:])
        section.blocks = kept

    def _row(self, row: Row) -> CompareRowDraft:
        words, attributes = split_attributes(row.cells[0], self.ledger)
        check_allowed(attributes, _ROW, self.ledger)
        made = self.ids.take(attributes, words if words.text else row.cells[0])
        self.names.others_about.append(made)
        return CompareRowDraft(row, words, attributes, made)
