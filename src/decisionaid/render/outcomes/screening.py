"""View model of what a test finds: one starting group followed to what the test says and what is true.

Layer 2. A table of three rows and three columns, totals first, which the style draws as a tree.
Each number has its own sentence for those who listen; for those who look, the sentence that holds
both halves of a branch stands with what happens next. What a test finds is never called good or
bad: it is right, it gives a false alarm, or it misses somebody.

Longer than 300 lines: one tree, whose numbers, sentences and totals must agree, is put into words at
one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from decisionaid.language import Value
from decisionaid.model.figure import (
    TO_FIND_OUT,
    Counted,
    Frequency,
    NotFound,
    NotKnown,
    OutOfDate,
)
from decisionaid.model.prose import Prose
from decisionaid.model.sections import TestCell, TestResult, TestSection
from decisionaid.render.figures.printed import printed
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.result_links import LinkView, links_of
from decisionaid.render.outcomes.starting_group import Amount, starting_group
from decisionaid.render.words.phrases import sentence, unstopped
from decisionaid.render.words.wording import (
    about_line,
    certainty_line,
    certainty_reason,
    gap,
    time_alone,
    time_words,
)

BRANCHES = ("yes", "no")
"""What the test says, in the order of the rows."""
TRUTHS = ("has", "not")
"""What is true, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class NodeView:
    """One number of the tree; ``look`` is ``figure``, ``unknown`` or ``gap``.

    ``spoken`` is the whole sentence, without which the number and its ``label`` say little.
    """

    look: str
    label: str
    number: str
    spoken: str
    tag: str = ""
    """What becomes of these people: found, false alarm or missed; empty for totals."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the table: its words, its total, and its two cells."""

    words: str
    total: NodeView
    cells: tuple[NodeView, NodeView]


@dataclass(frozen=True, slots=True)
class ResultView:
    """What a result means: its numbers in words, what happens next, and outcomes that go with it."""

    id: str
    kind: str
    heading: str
    words: str
    body: Prose
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TestView:
    """A test, ready for the page."""

    id: str
    label: str
    caption: str
    about: str
    of: str
    """How many start."""
    columns: tuple[str, str]
    start: RowView
    branches: tuple[RowView, ...]
    words: tuple[str, ...]
    """What the test finds and misses among those who have the condition, and among the others."""
    apart: str
    """That the outcomes are out of another number than the tree; mostly empty."""
    sure: str
    late: str
    """That its source is late for its check; mostly empty."""
    out_of_date: bool
    """Whether its figures are withdrawn; then there is no tree."""
    sources: tuple[tuple[str, str], ...]
    source_words: str
    behind: tuple[str, ...]
    results: tuple[ResultView, ...]
    """After yes and after no, in the order of the branches."""
    further: tuple[ResultView, ...]


def id_of_test(section: TestSection, figures: Figures) -> str:
    """Return a test's name on the page and on the evidence page; no author can write such an id."""
    tests = list(figures.aid.of(TestSection))
    return f"test_{tests.index(section) + 1}"


def view_test(section: TestSection, figures: Figures) -> TestView:
    """Return a test section ready for the page."""
    tree = _Tree(section, figures)
    results = [tree.result(each) for each in section.results]
    return TestView(
        id=id_of_test(section, figures),
        label=section.heading,
        caption=tree.caption(),
        about=tree.about(),
        of=figures.words.number(tree.group.of) if tree.group else "",
        columns=tree.columns,
        start=tree.start(),
        branches=tuple(tree.branch(number) for number in range(len(BRANCHES))),
        words=tuple(tree.words()),
        apart=tree.apart(),
        sure=tree.sure(),
        late=figures.late(section.sources),
        out_of_date=section.out_of_date,
        sources=tuple(figures.source_names(section.sources)),
        source_words=figures.source_words(section.sources),
        behind=tuple(tree.behind()),
        results=tuple(
            each for kind in ("positive", "negative") for each in results if each.kind == kind
        ),
        further=tuple(each for each in results if each.kind == "overdiagnosis"),
    )


class _Tree:
    """Puts one test section into words."""

    def __init__(self, section: TestSection, figures: Figures) -> None:
        self.section = section
        self.figures = figures
        self.own = figures.words
        self.say = figures.words.say
        self.cells = (*section.cells, None, None, None, None)[:4]
        self.group = starting_group(section.cells)
        self.one, self.many = figures.naming.counted()
        self.columns = section.columns or (gap(self.own, "text"), gap(self.own, "text"))
        self.rows = section.rows or (gap(self.own, "text"), gap(self.own, "text"))

    def caption(self) -> str:
        """Name the starting group and the test."""
        if self.group is None:
            return self.section.heading
        option = self.section.option
        people = self._people(self.group.of)
        if option is None:
            return self.say("test_caption_alone", people=people)
        return self.say("test_caption", people=people, option=self.figures.naming.inside(option))

    def about(self) -> str:
        """Say when and of whom."""
        if self.section.out_of_date:
            return time_alone(self.own, self.section.time)
        return about_line(self.own, self.section.time, self.section.people)

    def start(self) -> RowView:
        """Return the starting group: how many have the condition, how many do not."""
        group = self.group
        if group is None:
            empty = self._gap("")
            return RowView(
                self.say("test_all"),
                empty,
                (self._gap(self.columns[0]), self._gap(self.columns[1])),
            )
        people = self._people(group.of)
        spoken = self._spoken("test_said_start", people=people)
        total = NodeView("figure", "", people, spoken)
        has, others = (
            self._total(amount, label, f"test_said_{truth}")
            for amount, label, truth in zip(group.condition, self.columns, TRUTHS, strict=True)
        )
        return RowView(self.say("test_all"), total, (has, others))

    def branch(self, at: int) -> RowView:
        """Return one result of the test with its total and its two cells."""
        amount = self.group.results[at] if self.group else None
        total = self._total(amount, "", f"test_said_{BRANCHES[at]}")
        if amount is not None:
            total = replace(total, number=self._people(amount))
        has, others = (self._leaf(at, truth, amount) for truth in range(len(TRUTHS)))
        return RowView(self.rows[at], total, (has, others))

    def words(self) -> Iterator[str]:
        """Yield what the test does for those with the condition and for those without."""
        group = self.group
        if group is None:
            return
        yes_has, yes_not, no_has, no_not = group.cells
        if yes_has is not None and no_has is not None:
            people = self._people(yes_has + no_has)
            yield self.say("test_of_condition", people=people, right=yes_has, wrong=no_has)
        if yes_not is not None and no_not is not None:
            people = self._people(yes_not + no_not)
            yield self.say("test_of_others", people=people, right=no_not, wrong=yes_not)
        if group.rounded:
            yield self._rounded()
        yield self.say("test_no_one_can_tell", one=self.one)

    def apart(self) -> str:
        """Say that the tree is out of another number than most outcomes; empty where it is not."""
        whole = self.figures.whole
        if self.group is None or whole in (0, self.group.of):
            return ""
        return self.say("test_other_whole", of=self.group.of, whole=whole)

    def _rounded(self) -> str:
        counted = next((each for each in self.cells if isinstance(each, Counted)), None)
        if counted is None:
            return self.say("test_rounded_same")
        return self.say("test_rounded", of=counted.of, many=self.many)

    def behind(self) -> Iterator[str]:
        """Yield the reason for the grade, and the cells as printed where they are shown otherwise."""
        if reason := certainty_reason(self.own, self.section.certainty):
            yield unstopped(reason)
        for at, cell in enumerate(self.cells):
            if isinstance(cell, Frequency | Counted) and self._is_shown_otherwise(cell):
                row, column = divmod(at, len(TRUTHS))
                name = self.own.row((self.rows[row], self.columns[column]))
                yield self.say("counted", option=name, printed=printed(self.own, cell))

    def sure(self) -> str:
        """Say how sure the reviewers are of the cells; empty where nobody has counted any."""
        counted = any(cell and not isinstance(cell, TO_FIND_OUT) for cell in self.cells)
        if self.section.out_of_date or not (counted or None in self.cells):
            return ""
        return certainty_line(self.own, self.section.certainty)

    def result(self, result: TestResult) -> ResultView:
        """Return what a result means, with its branch in words."""
        branch = {"positive": 0, "negative": 1}.get(result.kind)
        return ResultView(
            result.id,
            result.kind,
            result.heading,
            "" if branch is None else self._both_halves(branch),
            result.body,
            tuple(links_of(result, self.section, self.figures)),
        )

    def _both_halves(self, at: int) -> str:
        """Say of everyone in a branch how many have the condition and how many do not."""
        if self.group is None or (total := self.group.results[at]) is None:
            return ""
        has, others = self.group.cells[2 * at : 2 * at + 2]
        if has is None or others is None:
            return ""
        return self.say(
            f"test_of_{BRANCHES[at]}",
            people=self._people(total),
            has=has,
            others=others,
        )

    def _leaf(self, at: int, truth: int, total: Amount | None) -> NodeView:
        cell = self.cells[2 * at + truth]
        label, name = self.columns[truth], f"{BRANCHES[at]}_{TRUTHS[truth]}"
        people = self._people(total) if total is not None else self.many
        if isinstance(cell, NotKnown | NotFound):
            name_of = "test_unknown" if isinstance(cell, NotKnown) else "test_not_found"
            words = self.say(name_of, reason=sentence(self.own, cell.reason))
            reason = unstopped(cell.reason)
            spoken = self._spoken(f"test_said_{name}_unknown", people=people, reason=reason)
            return NodeView("unknown", label, words, spoken)
        if isinstance(cell, OutOfDate):
            return NodeView("unknown", label, self.say("out_of_date"), self.say("out_of_date"))
        amount = self.group.cells[2 * at + truth] if self.group else None
        if amount is None:
            return self._gap(label)
        spoken = self._spoken(f"test_said_{name}", n=amount, people=people)
        tag = self.say(f"test_{name}", n=amount)
        return NodeView("figure", label, self.own.number(amount), spoken, tag)

    def _total(self, amount: Amount | None, label: str, name: str) -> NodeView:
        people = self._people(self.group.of) if self.group else self.many
        if amount is not None:
            spoken = self._spoken(name, n=amount, people=people)
            return NodeView("figure", label, self.own.number(amount), spoken)
        if any(cell is None for cell in self.cells):
            return self._gap(label)
        spoken = self._spoken(f"{name}_unknown", people=people)
        return NodeView("unknown", label, self.say("test_unknown_total"), spoken)

    def _gap(self, label: str) -> NodeView:
        return NodeView("gap", label, gap(self.own, "figure"), gap(self.own, "figure"))

    def _spoken(self, name: str, **values: Value) -> str:
        said, time = self.say(name, **values), time_words(self.own, self.section.time)
        if self.section.option is None:
            return self.say("test_spoken_alone", time=time, said=said)
        option = self.figures.naming.inside(self.section.option)
        return self.say("test_spoken", option=option, time=time, said=said)

    def _people(self, amount: Amount) -> str:
        return self.say("test_people", n=amount, one=self.one, many=self.many)

    def _is_shown_otherwise(self, cell: TestCell) -> bool:
        group = self.group
        return (
            group is not None
            and isinstance(cell, Frequency | Counted)
            and (group.rounded or group.of != cell.of)
        )
