"""Write the rows of tables of outcomes out as outcomes with headings.

Layer 2. Works on a source that was read without faults of reading, with the aid and the places that
came of it. What a row says and what stands above its table is written as it stands, word for word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from decisionaid.exchange.columns import FIELDS, OTHERS
from decisionaid.exchange.outcome_edits import TABLE_HEAD, Line, joined, lines_of, main_ending
from decisionaid.exchange.section_lines import (
    ANSWER,
    FIELD,
    ITEM,
    NOT_IN_STUDY,
    UNPAIRED,
    Above,
    Head,
    StudyRows,
    cells_in,
    head_of,
    is_bare,
    items_in,
    runs_of,
)
from decisionaid.model.aid import Aid
from decisionaid.model.sections import OutcomesSection
from decisionaid.text import Source, SpanMap


@dataclass(frozen=True)
class Unfolded:
    """A source without tables of outcomes, and by sections the tables that it had."""

    text: str
    tables: Mapping[int, tuple[StudyRows, ...]]


@dataclass
class _Section:
    """One section on its way into the long form."""

    number: int
    out: list[Line] = field(default_factory=list)
    lists: list[Line] = field(default_factory=list)
    """Fields that wait for what stands below them."""
    above: Above = field(default_factory=Above)
    for_all: Above = field(default_factory=Above)
    tables: list[StudyRows] = field(default_factory=list)


def unfolded(source: Source, aid: Aid, spans: SpanMap) -> Unfolded:
    """Return a source in which every outcome has a heading of its own."""
    lines = lines_of(source.text)
    starts = [spans.nearest(("sections", n)).line - 1 for n in range(len(aid.sections))]
    out: list[Line] = lines[: starts[0]] if starts else lines
    tables: dict[int, tuple[StudyRows, ...]] = {}
    for number, section in enumerate(aid.sections):
        start, end = starts[number], [*starts[1:], len(lines)][number]
        own = lines[start:end]
        if isinstance(section, OutcomesSection):
            places = {
                spans.nearest(("sections", number, "outcomes", n)).line - 1 - start: each.id
                for n, each in enumerate(section.outcomes)
            }
            made = _Unfolder(aid, own, places, number).long()
            out += made.out
            if made.tables:
                tables[number] = tuple(made.tables)
        else:
            out += own
    return Unfolded(joined(out, main_ending(source.text)), tables)


class _Unfolder:
    """Writes one section in the long form; a section without tables and answers stays as it is."""

    def __init__(
        self, aid: Aid, lines: Sequence[Line], places: Mapping[int, str], number: int
    ) -> None:
        self.options = [each.id for each in aid.options]
        self.known = {OTHERS, *(each.id for each in aid.all_options)}
        self.lines = lines
        self.places = places
        self.made = _Section(number)
        self.blocks = list(runs_of([each.text for each in lines]))
        self.rows = {at for at in places if lines[at].text.lstrip().startswith("|")}

    def long(self) -> _Section:
        """Return the section without tables of outcomes."""
        lists = [block for block in self.blocks if block[0] == "list"]
        said = [self._above([each]) for each in lists]
        if not self.rows and not any(each.answers for each in said):
            self.made.out = list(self.lines)
            return self.made
        self.made.for_all = self._above(self._for_all())
        keep = self._one_list()
        within = ""
        for position, (kind, start, end) in enumerate(self.blocks):
            lines = list(self.lines[start:end])
            if kind == "table" and any(start <= at < end for at in self.rows):
                own = self._lists_before(position)
                if own:
                    self.made.above = self._above(own)
                elif self._follows_no_table(position):
                    self.made.above = self.made.for_all
                self._table(start, end, spread=not keep)
            elif kind == "list" and (not within or self._is_above(position)):
                if keep or not self._is_above(position):
                    self.made.out += self._fields_only(start, end)
            else:
                within = "outcome" if kind == "heading" and start in self.places else within
                self.made.out += lines
                if kind == "table" and within:
                    self._answers_below(start, end)
        return self.made

    def _for_all(self) -> list[tuple[str, int, int]]:
        """The lists under the heading of the section that stand above no table."""
        found: list[tuple[str, int, int]] = []
        for position, block in enumerate(self.blocks):
            if block[0] == "heading" and block[1] in self.places:
                break
            if block[0] == "list" and not self._is_above(position):
                found.append(block)
        return found

    def _one_list(self) -> bool:
        """Whether all outcomes are rows below one list, which can stay the list of the section."""
        above = [n for n, each in enumerate(self.blocks) if each[0] == "list" and self._is_above(n)]
        every = self.rows == set(self.places)
        return every and len(above) == 1 and not self.made.for_all.fields and self._only_one()

    def _only_one(self) -> bool:
        """Whether no table stands above the list that is above a table."""
        kinds = [
            "study" if kind == "table" and any(start <= at < end for at in self.rows) else kind
            for kind, start, end in self.blocks
            if kind != "blank"
        ]
        first = kinds.index("study")
        return "list" in kinds[:first] and set(kinds[first:]) == {"study"}

    def _is_above(self, position: int) -> bool:
        """Whether nothing but lists and blank lines stands between a list and a table of outcomes."""
        for kind, start, end in self.blocks[position + 1 :]:
            if kind in {"blank", "list", "comment"}:
                continue
            is_study = kind == "table" and any(start <= at < end for at in self.rows)
            return is_study and self._behind_figures(position)
        return False

    def _behind_figures(self, position: int) -> bool:
        """Whether a list under a ``###`` stands below the figures of that outcome."""
        for kind, start, _end in reversed(self.blocks[:position]):
            if kind == "table":
                return True
            if kind == "heading" and start in self.places:
                return False
        return True

    def _lists_before(self, position: int) -> list[tuple[str, int, int]]:
        found: list[tuple[str, int, int]] = []
        for at in range(position - 1, -1, -1):
            block = self.blocks[at]
            if block[0] == "list" and self._is_above(at):
                found.append(block)
            elif block[0] not in {"blank", "comment"}:
                break
        return found[::-1]

    def _follows_no_table(self, position: int) -> bool:
        for kind, start, end in reversed(self.blocks[:position]):
            if kind not in {"blank", "comment"}:
                return not (kind == "table" and any(start <= at < end for at in self.rows))
        return True

    def _above(self, lists: Sequence[tuple[str, int, int]]) -> Above:
        said = Above()
        for _kind, start, end in lists:
            for item in items_in([each.text for each in self.lines[start:end]]):
                found = FIELD.match(item)
                name, value = (found[1], found[2].strip()) if found else ("", "")
                if name == NOT_IN_STUDY:
                    options = (each.strip() for each in value.split(","))
                    said.answers |= {each: ANSWER for each in options if each}
                elif name in FIELDS:
                    said.fields.setdefault(name, []).append(value)
                elif name in self.known:
                    said.answers[name] = value
        return said

    def _fields_only(self, start: int, end: int) -> list[Line]:
        """Return the lines of a list without its answers, which stand with each outcome now."""
        kept: list[Line] = []
        skipping = False
        for line in self.lines[start:end]:
            item = ITEM.fullmatch(line.text)
            if item:
                found = FIELD.match(item[1])
                name = found[1] if found else ""
                skipping = name == NOT_IN_STUDY or (name in self.known and name not in FIELDS)
            if not skipping:
                kept.append(line)
        return kept

    def _table(self, start: int, end: int, *, spread: bool) -> None:
        head = head_of(cells_in(self.lines[start].text), self.known)
        rows: dict[str, str] = {}
        self._part_from_above()
        for at in range(start + 2, end):
            if at in self.places:
                rows[self.places[at]] = self.lines[at].text
                self.made.out += self._outcome(head, cells_in(self.lines[at].text), spread=spread)
        lines = (self.lines[start].text, self.lines[start + 1].text)
        self.made.tables.append(StudyRows(lines, head, rows, self.made.above))

    def _part_from_above(self) -> None:
        """Leave one blank line above what follows."""
        while self.made.out and not self.made.out[-1].text.strip():
            self.made.out.pop()
        self.made.out.append(Line(""))

    def _outcome(self, head: Head, cells: Sequence[str], *, spread: bool) -> Iterator[Line]:
        above = self.made.above
        own: dict[str, list[str]] = {}
        figures: dict[str, str] = {}
        for name, pair, text in zip(head.names, head.pairs, cells[1:], strict=False):
            if not text:
                continue
            if name not in FIELDS:
                figures[name] = text
                continue
            said = f"{pair[0]} against {pair[1]}: {text}" if pair and is_bare(text) else text
            values = own.setdefault(name, [])
            if said not in values or not UNPAIRED.match(said):
                values.append(said)
        fields = {**above.fields, **own} if spread else own
        yield Line(f"### {cells[0]}")
        items = [f"- {name}: {value}" for name in FIELDS for value in fields.get(name, ())]
        if items:
            yield from map(Line, ("", *items))
        figures |= self._missing(figures, above)
        if figures:
            yield from map(Line, ("", *TABLE_HEAD))
            yield from (Line(f"| {option} | {text} |") for option, text in figures.items())
        yield Line("")

    def _missing(self, figures: Mapping[str, str], above: Above) -> dict[str, str]:
        """Return the answers from above for the options that have no figure of their own."""
        answers = {
            option: text
            for option, text in above.answers.items()
            if option not in figures and (OTHERS not in figures or option not in self.options)
        }
        left = {each for each in self.options if each not in figures and each not in answers}
        if OTHERS in answers and (not left or OTHERS in figures):
            del answers[OTHERS]
        return answers

    def _answers_below(self, start: int, end: int) -> None:
        """Add the answers of the section to the figures of an outcome with a heading."""
        figures = {cells_in(each.text)[0]: "" for each in self.lines[start + 2 : end]}
        missing = self._missing(figures, self.made.for_all)
        self.made.out += [Line(f"| {option} | {text} |") for option, text in missing.items()]
