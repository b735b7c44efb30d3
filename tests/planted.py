"""Plant faults in an aid: take away one required thing at a time, found from the source itself.

What must be said of each fault is worked out here from the text alone, without the compiler: on
which lines an error has to stand, or, where something else says the same (a section, a source,
``others``), that nothing is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

FIELDS = {"Time": "DA303", "People": "DA305", "Source": "DA501", "Certainty": "DA308"}
"""What every figure has, and the code that misses it."""

_FIELD = re.compile(r"^- (Time|People|Source|Certainty): (.*)$")
_ID = re.compile(r"#([a-z0-9-]+)")
_ROLE = re.compile(r"\{\.([a-z-]+)")


@dataclass(frozen=True)
class Planted:
    """A source with one thing taken away.

    ``places``: an error has to stand on one line of each of these ranges. None of them: nothing is
    missing, because something else says it. ``only``: no other line may have an error.
    """

    what: str
    text: str
    places: tuple[range, ...]
    code: str | None = None
    only: bool = False


@dataclass
class Block:
    """An outcome or a section in the text: lines from 0, fields with the line each stands on."""

    heading: int
    end: int = 0
    fields: dict[str, tuple[int, str]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)

    @property
    def place(self) -> range:
        """Its lines, from 1."""
        return range(self.heading + 1, self.end + 1)


@dataclass
class OutcomesBlock:
    """A section of outcomes."""

    own: Block
    outcomes: list[Block] = field(default_factory=list)


class AidText:
    """The lines of an aid, and where its outcomes, tables and sources are."""

    def __init__(self, text: str) -> None:
        """Find everything once."""
        self.lines = text.splitlines()
        self.head_end = self.lines.index("---", 1)
        self.sections = [
            (n, role[1]) for n, line in self._headings(2) if (role := _ROLE.search(line))
        ]
        self.outcomes = [self._outcomes(n) for n, role in self.sections if role == "outcomes"]
        self.compared = [n for n, role in self.sections if role == "compare"]
        self.source_fields = self._source_fields()

    def _headings(self, level: int) -> Iterator[tuple[int, str]]:
        start = "#" * level + " "
        return (
            (n, line)
            for n, line in enumerate(self.lines)
            if n > self.head_end and line.startswith(start)
        )

    def _end(self, start: int, level: int) -> int:
        marks = tuple("#" * size + " " for size in range(1, level + 1))
        following = (
            n for n in range(start + 1, len(self.lines)) if self.lines[n].startswith(marks)
        )
        return next(following, len(self.lines))

    def _outcomes(self, start: int) -> OutcomesBlock:
        end = self._end(start, 2)
        inner = [n for n, _line in self._headings(3) if start < n < end]
        section = OutcomesBlock(self._block(start, inner[0] if inner else end))
        section.outcomes = [self._block(n, self._end(n, 3)) for n in inner]
        return section

    def _block(self, start: int, end: int) -> Block:
        block = Block(start, end)
        for n in range(start, end):
            if found := _FIELD.match(self.lines[n]):
                block.fields[found[1]] = (n, found[2])
            if self.lines[n].startswith("| "):
                block.rows.append(n)
        block.rows = block.rows[1:]  # the first is the head of the table
        return block

    def _source_fields(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        inside = source = ""
        for n in range(1, self.head_end):
            line = self.lines[n]
            if not line.startswith(" "):
                inside = line.split(":")[0]
            elif inside == "sources" and (name := re.match(r"^  ([\w-]+):", line)):
                source = name[1]
                found[source] = {"": n}
            elif inside == "sources" and (name := re.match(r"^    ([\w-]+):", line)):
                found[source][name[1]] = n
        return found

    def without(self, *gone: int) -> str:
        """Return the text without these lines."""
        return "\n".join(line for n, line in enumerate(self.lines) if n not in gone) + "\n"

    def changed(self, number: int, line: str) -> str:
        """Return the text with one line changed."""
        return "\n".join([*self.lines[:number], line, *self.lines[number + 1 :]]) + "\n"

    def shifted(self, place: range, gone: int) -> range:
        """Return where a place is when a line has gone: before it, nothing moves."""
        by = 1 if gone + 1 < place.start else 0
        less = 1 if gone + 1 in place else 0
        return range(place.start - by, place.stop - by - less)


def planted_fields(aid: AidText) -> Iterator[Planted]:
    """Take away each time, people, source and certainty, wherever it is written."""
    for section in aid.outcomes:
        for block in (section.own, *section.outcomes):
            for name, (line, _value) in block.fields.items():
                yield _without_field(aid, name, line)
    for source, fields in aid.source_fields.items():
        for key, name in (("people", "People"), ("certainty", "Certainty")):
            if key in fields:
                yield _without_field(aid, name, fields[key], f" of the source {source}")


def _without_field(aid: AidText, name: str, line: int, of: str = "") -> Planted:
    text = aid.without(line)
    after = AidText(text)
    lost = [
        range(outcome.heading + 1, outcome.heading + 2)
        for section in after.outcomes
        for outcome in section.outcomes
        if not _said(after, section, outcome, name)
    ]
    return Planted(f"{name} on line {line + 1}{of}", text, tuple(lost), FIELDS[name], only=True)


def _said(aid: AidText, section: OutcomesBlock, outcome: Block, name: str) -> bool:
    """Whether an outcome, its section or one of its sources says it."""
    if name in outcome.fields or name in section.own.fields:
        return True
    cited = outcome.fields.get("Source") or section.own.fields.get("Source") or (0, "")
    return any(
        name.lower() in aid.source_fields.get(source.strip(), {}) for source in cited[1].split(",")
    )


def planted_cells(aid: AidText) -> Iterator[Planted]:
    """Empty each cell of an outcome, and take away each of its lines."""
    for section in aid.outcomes:
        for outcome in section.outcomes:
            written = {n: _cells(aid.lines[n]) for n in outcome.rows}
            options = [option for option, _figure in written.values()]
            for n, (option, figure) in written.items():
                if option == "---" or set(option) == {"-"}:
                    continue
                here = range(n + 1, n + 2)
                empty = f"| {option} | |"
                yield Planted(f"figure on line {n + 1}", aid.changed(n, empty), (here,), only=True)
                holds_figure = figure[0].isdigit() or figure.startswith(("fewer", "reference"))
                needed = holds_figure or option == "others" or "others" not in options
                place = aid.shifted(outcome.place, n)
                yield Planted(f"line {n + 1}, {option}", aid.without(n), (place,) if needed else ())


def _cells(row: str) -> tuple[str, str]:
    first, second = row.strip().strip("|").split("|", 1)
    return first.strip(), second.strip()


def planted_numbers(aid: AidText) -> Iterator[Planted]:
    """Make numbers contradict each other: more than all, intervals and comparisons turned round."""
    for section in aid.outcomes:
        for outcome in section.outcomes:
            for n in outcome.rows:
                yield from _contradicting_cell(aid, n, outcome.place)
            yield from _turned_comparisons(aid, outcome)


_IN = re.compile(r"\| ([\w-]+) \| ([\d.]+) in (10+)( \(([\d.]+) to ([\d.]+)\))? \|")
_OF = re.compile(r"\| ([\w-]+) \| (\d+) of (\d+) \|")


def _contradicting_cell(aid: AidText, n: int, row: range) -> Iterator[Planted]:
    here = range(n + 1, n + 2)
    if found := _IN.fullmatch(aid.lines[n]):
        option, amount, of, ends, low, high = found.groups()
        more = f"| {option} | {int(of) + 1} in {of} |"
        yield Planted(f"more than all on line {n + 1}", aid.changed(n, more), (here,), "DA312")
        if ends and low != high:
            turned = f"| {option} | {amount} in {of} ({high} to {low}) |"
            text = aid.changed(n, turned)
            yield Planted(f"interval turned on line {n + 1}", text, (here,), "DA312", only=True)
            beside = f"| {option} | {amount} in {of} ({of} to {of}) |"
            text = aid.changed(n, beside)
            yield Planted(f"interval beside on line {n + 1}", text, (here,), "DA312")
        if sum(bool(_IN.fullmatch(aid.lines[each - 1])) for each in row) > 1:
            size = {"10": "100", "100": "1000", "1000": "100", "10000": "1000"}[of]
            other = f"| {option} | {amount} in {size} |"
            text = aid.changed(n, other)
            yield Planted(f"another denominator on line {n + 1}", text, (row,), "DA302")
    elif (found := _OF.fullmatch(aid.lines[n])) and found[2] != found[3]:
        turned = f"| {found[1]} | {found[3]} of {found[2]} |"
        yield Planted(f"count turned on line {n + 1}", aid.changed(n, turned), (here,), "DA312")


_RATIO = re.compile(
    r"(- Difference: )([\w-]+) against ([\w-]+)(: [a-z]+ ratio .*\(([\d.]+) to ([\d.]+)\).*)"
)


def _turned_comparisons(aid: AidText, outcome: Block) -> Iterator[Planted]:
    shares = {
        found[1]: float(found[2]) / float(found[3])
        for n in outcome.rows
        if (found := _IN.fullmatch(aid.lines[n]) or _OF.fullmatch(aid.lines[n]))
    }
    for n in range(outcome.heading, outcome.end):
        found = _RATIO.fullmatch(aid.lines[n])
        if found is None or not (float(found[5]) > 1 or float(found[6]) < 1):
            continue
        if len({shares.get(found[2]), shares.get(found[3]), None}) == 3:
            turned = f"{found[1]}{found[3]} against {found[2]}{found[4]}"
            here = range(n + 1, n + 2)
            text = aid.changed(n, turned)
            yield Planted(f"comparison turned on line {n + 1}", text, (here,), "DA319", only=True)


def planted_compare(aid: AidText) -> Iterator[Planted]:
    """Empty each cell that compares the options, take it away, and take away each column."""
    for start in aid.compared:
        rows = [n for n in range(start, aid._end(start, 2)) if aid.lines[n].startswith("|")]
        cells = {n: aid.lines[n].strip().strip("|").split("|") for n in rows}
        for n in [rows[0], *rows[2:]]:
            for k in range(1, len(cells[n])):
                here = range(n + 1, n + 2)
                # a head with a cell too few leaves every row with one too many
                below = range(start + 1, rows[-1] + 2) if n == rows[0] else here
                before, after = cells[n][:k], cells[n][k + 1 :]
                empty, gone = ([*before, " ", *after], here), ([*before, *after], below)
                for what, (left, place) in (("empty", empty), ("no", gone)):
                    text = aid.changed(n, f"|{'|'.join(left)}|")
                    yield Planted(f"{what} cell {k} on line {n + 1}", text, (place,))
        for k in range(1, len(cells[rows[0]])):
            lines = list(aid.lines)
            for n in rows:
                lines[n] = f"|{'|'.join([*cells[n][:k], *cells[n][k + 1 :]])}|"
            place = range(start + 1, rows[-1] + 2)
            yield Planted(f"column {k} of line {rows[0] + 1}", "\n".join(lines) + "\n", (place,))


def planted_ids(aid: AidText) -> Iterator[Planted]:
    """Take away each id: of outcomes, options, rows, questions, items, answers, plans and sources."""
    for n in range(aid.head_end + 1, len(aid.lines)):
        line = aid.lines[n]
        for brace in re.finditer(r"\{([^}]*)\}", line):
            if found := _ID.search(brace[1]):
                rest = brace[1].replace(found[0], "", 1).strip()
                left = f"{{{rest}}}" if rest else ""
                changed = line[: brace.start()] + left + line[brace.end() :]
                text = aid.changed(n, changed.rstrip())
                yield Planted(f"id {found[0]} on line {n + 1}", text, (range(n + 1, n + 2),))
    head = range(1, aid.head_end + 1)
    for source, fields in aid.source_fields.items():
        yield Planted(f"the id of the source {source}", aid.without(fields[""]), (head,))


OPTIONAL_KEYS = {
    "delivery", "option-order", "waivers", "language", "status", "development", "for-easy", "not-for-easy",
}  # fmt: skip
"""Keys of the head that may be left out: a warning, or several; en-GB; an aid that does not say is
a draft, or what was done to make it; or that it has no easy words."""

OPTIONAL_ENTRIES = {"summary"}
"""Entries of a ``{...}`` that may be left out: the words beside an answer."""

REQUIRED_OF_SOURCES = {"title", "year"}


def planted_head(aid: AidText) -> Iterator[Planted]:
    """Take away each key of the head, each entry of a ``{...}`` in it, and what a source must have."""
    starts = [n for n in range(1, aid.head_end) if re.match(r"[a-z-]+:", aid.lines[n])]
    for n, following in zip(starts, [*starts[1:], aid.head_end], strict=True):
        key = aid.lines[n].split(":")[0]
        whole = range(1, len(aid.lines) + 1)  # what spoke of it may stand anywhere
        if key not in OPTIONAL_KEYS:
            yield Planted(f"key {key}", aid.without(*range(n, following)), (whole,))
    for n in range(1, aid.head_end):
        line = aid.lines[n]
        for entry in re.finditer(r"(?<=[{,])\s*([a-z-]+): [^,}]+", line):
            if entry[1] in OPTIONAL_ENTRIES:
                continue
            left = re.sub(r"\{,\s*", "{", line[: entry.start()] + line[entry.end() :])
            text = aid.changed(n, left.replace("{, ", "{").replace(", }", "}"))
            yield Planted(f"{entry[1]} on line {n + 1}", text, (range(n + 1, n + 2),))
    for source, fields in aid.source_fields.items():
        addresses = fields.keys() & {"doi", "url"}
        required = REQUIRED_OF_SOURCES | (addresses if len(addresses) == 1 else set())
        for key in sorted(required):
            place = range(fields[""] + 1, max(fields.values()) + 2)
            text = aid.without(fields[key])
            yield Planted(f"{key} of the source {source}", text, (place,), "DA501")
