"""Random aids without faults, as source text: every form of a cell, in rows that may stand together.

All words and figures are made up. An aid is drawn as data first (``DrawnAid``), so that a test can
write the same aid with its options in another order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from hypothesis import strategies as st

from decisionaid.read.figures.fractions_in_words import FRACTIONS


class Draw(Protocol):
    """Hypothesis' own ``draw``."""

    def __call__(self, strategy: st.SearchStrategy[Any]) -> Any:  # noqa: ANN401 - whatever it holds
        """Return one value."""


@dataclass(frozen=True)
class DrawnOption:
    """An option: its id is its letter, its class what kind it is."""

    id: str
    kind: str = ""

    @property
    def offered(self) -> bool:
        """Whether a person could choose it."""
        return self.kind not in ("comparator", "not-offered")


@dataclass(frozen=True)
class DrawnRow:
    """An outcome: fields and cells as they are written."""

    id: str
    label: str
    direction: str
    fields: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    others: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class DrawnAid:
    """A whole aid; ``sections`` are outcomes in groups."""

    people: tuple[str, str]
    options: tuple[DrawnOption, ...]
    sections: tuple[tuple[DrawnRow, ...], ...]
    strata: tuple[str, ...] = ()
    rows: tuple[DrawnRow, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        """Keep all rows together as well."""
        object.__setattr__(self, "rows", tuple(row for rows in self.sections for row in rows))

    def in_order(self, ids: Iterable[str]) -> DrawnAid:
        """Return the same aid with its options in another order."""
        place = {each: number for number, each in enumerate(ids)}
        return replace(self, options=tuple(sorted(self.options, key=lambda each: place[each.id])))


NAMES = (
    "Alpha care",
    "Bravo tablets",
    "Charlie cream",
    "Delta training",
    "Echo surgery",
    "Foxtrot",
)
"""Names without a word in common, so that each is found on a page by itself."""

IDS = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot")
LETTERED = dict(zip(IDS, NAMES, strict=True))

REASONS = (
    "not known: nobody counted it",
    "not found: we have not read the paper",
    "not applicable: it cannot happen here",
    "no difference shown: the paper prints no figures",
    "not in this study",
)
UNKNOWN = REASONS[:2]
CERTAINTIES = (
    "high",
    "moderate: small studies",
    "low",
    "very low: few people",
    "not graded: one trial",
)
PEOPLE = (("person", "people"), ("child", "children"), ("woman", "women"), ("adult", "adults"))
SCALES = ((Decimal(0), Decimal(10)), (Decimal(0), Decimal(100)), (Decimal(20), Decimal(240)))


def plain(value: Decimal | int) -> str:
    """Write a number as a source prints it."""
    return f"{value:f}"


def between(draw: Draw, low: Decimal | int, high: Decimal | int, places: int) -> Decimal:
    """Draw a number of so many decimal places."""
    step = 10**places
    steps = st.integers(int(Decimal(low) * step), int(Decimal(high) * step))
    return Decimal(draw(steps)) / step if places else Decimal(draw(steps))


def interval(draw: Draw, middle: Decimal, low: Decimal, high: Decimal, places: int) -> str:
    """Draw nothing, or an interval around a number."""
    if not draw(st.booleans()):
        return ""
    ends = (between(draw, low, middle, places), between(draw, middle, high, places))
    return f" ({plain(ends[0])} to {plain(ends[1])})"


def frequency(draw: Draw, of: int) -> str:
    """Draw a frequency, now and then next to nobody or everybody."""
    places = draw(st.sampled_from((0, 0, 1)))
    top = draw(st.sampled_from((of, of, max(of // 100, 1))))
    n = between(draw, 0, top, places)
    if draw(st.integers(0, 9)) == 0:
        n = of - n
    return f"{plain(n)} in {of}{interval(draw, n, Decimal(0), Decimal(of), places)}"


def counted(draw: Draw, _of: int) -> str:
    """Draw a count in a group of any size."""
    group = draw(st.one_of(st.integers(3, 200), st.integers(201, 900_000)))
    return f"{draw(st.one_of(st.integers(0, group), st.integers(0, min(group, 3))))} of {group}"


def fewer_than(draw: Draw, of: int) -> str:
    """Draw a bound."""
    return f"fewer than {draw(st.integers(1, max(of // 10, 1)))} in {of}"


def rate(draw: Draw, of: int) -> str:
    """Draw a rate."""
    n = between(draw, 0, max(of // 5, 1), 1)
    return f"{plain(n)} in {of} each year{interval(draw, n, Decimal(0), Decimal(of), 1)}"


def spread(draw: Draw, of: int) -> str:
    """Draw a range over studies or years."""
    low = draw(st.integers(0, of - 1))
    high = draw(st.integers(low + 1, of))
    return f"{low} to {high} in {of} {draw(st.sampled_from(BEHIND))}"


BEHIND = ("across studies", "across years", "as printed")


def spread_of_differences(draw: Draw, of: int) -> str:
    """Draw a range of differences."""
    low, high, *_ = sorted(draw(st.sets(st.integers(1, of), min_size=2, max_size=2)))
    return f"{low} to {high} {draw(st.sampled_from(('fewer', 'more')))} in {of} {draw(st.sampled_from(BEHIND))}"


def rate_of_people(draw: Draw, of: int) -> str:
    """Draw a rate of first events."""
    return str(rate(draw, of)).replace(" in ", " people in ", 1)


def share_in_words(draw: Draw, _of: int) -> str:
    """Draw a share without a number."""
    before = draw(st.sampled_from(("", "about ", "almost ", "fewer than ", "more than ")))
    return f"{before}{draw(st.sampled_from(sorted(FRACTIONS)))}"


def of_another_whole(draw: Draw, of: int) -> str:
    """Draw a share of something else than people."""
    return f"{draw(st.sampled_from((frequency, counted)))(draw, of)} of the things found"


def events(draw: Draw, _of: int) -> str:
    """Draw a number of events."""
    n = draw(st.integers(0, 300))
    word = "event" if n == 1 else "events"
    people = f" in {draw(st.integers(2, 5000))} people" if draw(st.booleans()) else ""
    return f"{n} {word}{people}"


def worded_interval(draw: Draw, amount: Decimal, words: tuple[str, str], top: Decimal) -> str:
    """Draw nothing, or an interval around a difference whose ends carry their word."""
    if not draw(st.booleans()):
        return ""
    word, other = words
    far = between(draw, amount, top, 1)
    if draw(st.booleans()):
        near, its_word = between(draw, 0, amount, 1), word
    else:
        near, its_word = between(draw, 0, top, 1), other
    return f" ({plain(far)} {word} to {plain(near)} {its_word})"


def difference(draw: Draw, words: tuple[str, str], top: Decimal, unit: str) -> str:
    """Draw a difference, in points (``unit`` "points") or in people ("in 100")."""
    first, second = words if draw(st.booleans()) else words[::-1]
    amount = between(draw, 0, top, 1)
    parts = (
        f"{plain(amount)} points {first}" if unit == "points" else f"{plain(amount)} {first} {unit}"
    )
    return parts + worded_interval(draw, amount, (first, second), top)


Form = Callable[[Draw, int], str]

SHARES: tuple[Form, ...] = (frequency, frequency, frequency, counted, fewer_than)
FAMILIES = ("frequencies", "frequencies", "shares", "shares", "rates", "spreads", "events", "scores", "changes",
            "differences", "differences in points", "spreads of differences", "rates of people",
            "shares in words", "shares of another whole")  # fmt: skip
FORMS: dict[str, tuple[Form, ...]] = {
    "frequencies": (frequency,),
    "shares": SHARES,
    "rates": (rate,),
    "spreads": (spread,),
    "events": (events,),
    "rates of people": (rate_of_people,),
    "shares in words": (share_in_words,),
    "shares of another whole": (of_another_whole,),
}
COUNTING = ("frequencies", "shares", "spreads", "shares in words", "shares of another whole")
COMPARED = (
    "frequencies",
    "shares",
    "rates",
    "spreads",
    "events",
    "scores",
    "changes",
    "rates of people",
    "shares in words",
    "shares of another whole",
)
"""Families whose figures stand side by side, so that the row says what the source compared."""


def score(draw: Draw, scale: tuple[Decimal, Decimal]) -> str:
    """Draw a mean on a scale."""
    places = draw(st.integers(0, 2))
    points = between(draw, *scale, places)
    if draw(st.booleans()):
        return f"{plain(points)} points{interval(draw, points, *scale, places)}"
    return f"{plain(points)} points (sd {plain(between(draw, 0, scale[1], 1))}, n {draw(st.integers(2, 900))})"


def change(draw: Draw, scale: tuple[Decimal, Decimal]) -> str:
    """Draw a change since the start."""
    width = scale[1] - scale[0]
    words = draw(st.sampled_from((("better", "worse"), ("worse", "better"))))
    points = between(draw, 0, width, 1)
    return f"{plain(points)} points {words[0]}" + worded_interval(draw, points, words, width)


@dataclass(frozen=True)
class Amount:
    """What a cell says, as one number: a share of people, a rate or a mean; ``of`` 0 for points."""

    value: Decimal
    of: int

    @property
    def share(self) -> Fraction:
        """The number of one, or the points."""
        return Fraction(self.value) / (self.of or 1)


def amount_in(cell: str) -> Amount | None:
    """Return the number of a cell that may be held against another cell's; None for other figures."""
    found = re.fullmatch(r"([0-9.]+) (?:(?:in|of) ([0-9]+)(?: each year)?|points)(?: \(.*)?", cell)
    return Amount(Decimal(found[1]), int(found[2] or 0)) if found else None


CLEAR = {"more": "1.38 (1.19 to 1.59)", "fewer": "0.70 (0.57 to 0.86)"}
NOT_CLEAR = ("0.97 (0.76 to 1.24)", "1.00 (0.80 to 1.25)", "1.20 (1.00 to 1.44)", "0.80", "1.50")


def comparison(draw: Draw, cells: dict[str, str], width: Decimal) -> str:
    """Draw what the source says of two options; it points the way their figures do.

    ``width`` is the length of the row's scale, in points.
    """
    said = draw(
        st.sampled_from(
            (
                *["published"] * 6,
                "not reported",
                "not clear: few people",
                "groups differ: a made-up test over all of them",
                "differ",
                "not found: only a summary was read",
            )
        )
    )
    if said not in ("published", "differ"):
        return str(said)
    one, other = draw(st.permutations(sorted(cells)))[:2]
    if said == "differ":
        return f"{one} against {other}: differ{draw(st.sampled_from(('', ': a made-up test')))}"
    return f"{one} against {other}: {_measure(draw, amount_in(cells[one]), amount_in(cells[other]), width)}"


def _measure(draw: Draw, one: Amount | None, other: Amount | None, width: Decimal) -> str:
    if one is None or other is None or not one.share or not other.share:
        return f"risk ratio {draw(st.sampled_from(NOT_CLEAR))}, adjusted"
    higher = one.share > other.share
    if one.of == 0:
        gap = abs(one.value - other.value)
        word = "higher" if higher else "lower"
        return f"{plain(gap)} points {word}{_ends(draw, gap, word, width)}"
    if one.of == other.of and draw(st.integers(0, 2)):
        gap, word = abs(one.value - other.value), "more" if higher else "fewer"
        return f"{plain(gap)} {word} in {one.of}{_ends(draw, gap, word, Decimal(one.of))}"
    measure = draw(st.sampled_from(("risk ratio", "odds ratio", "hazard ratio", "rate ratio")))
    plain_ones = ("", ", adjusted") if measure == "hazard ratio" else (", adjusted",)
    adjusted = draw(st.sampled_from(plain_ones))  # else it would have to be that of the two figures
    if one.share == other.share or not draw(st.integers(0, 2)):
        return f"{measure} {draw(st.sampled_from(NOT_CLEAR))}{adjusted}"
    return f"{measure} {CLEAR['more' if higher else 'fewer']}{adjusted}"


def _ends(draw: Draw, gap: Decimal, word: str, most: Decimal) -> str:
    """Draw the interval of a difference: none, clear, or on both sides of no difference.

    No difference is more than ``most``, all of a denominator or the whole length of a scale.
    """
    if not draw(st.integers(0, 3)):
        return ""
    opposite = {"more": "fewer", "fewer": "more", "higher": "lower", "lower": "higher"}[word]
    far = min(gap * 2, most)
    if gap and draw(st.integers(0, 2)):
        return f" ({plain(gap / 2)} {word} to {plain(far)} {word})"
    return f" ({plain(gap / 2)} {opposite} to {plain(far)} {word})"


def _apart(
    draw: Draw, family: str, words: tuple[str, str], how_far: tuple[Decimal, str], of: int
) -> str:
    """Draw how far an option is from the reference of its row."""
    if family.startswith("spreads") and draw(st.integers(0, 2)):
        return spread_of_differences(draw, of)
    return difference(draw, words, *how_far)


def cells_of(
    draw: Draw, family: str, options: list[str], scale: tuple[Decimal, Decimal], of: int
) -> dict[str, str]:
    """Draw a cell for each option: at least one with a figure."""
    least = draw(st.sampled_from((1, 2, 2)))
    measured = set(draw(st.lists(st.sampled_from(options), min_size=least, unique=True)))
    if "differences" in family:
        reference = draw(st.sampled_from(options))
        measured.add(next(each for each in options if each != reference))
        words = ("lower", "higher") if family.endswith("points") else ("fewer", "more")
        top = scale[1] - scale[0] if family.endswith("points") else Decimal(of)
        unit = "points" if family.endswith("points") else f"in {of}"
        return {
            each: "reference"
            if each == reference
            else _apart(draw, family, words, (top, unit), of)
            if each in measured
            else draw(st.sampled_from(REASONS))
            for each in options
        }
    made: dict[str, Form] = {
        "scores": lambda draw, _of: score(draw, scale),
        "changes": lambda draw, _of: change(draw, scale),
    }
    forms = FORMS.get(family) or (made[family],)
    return {
        each: draw(st.sampled_from(forms))(draw, of)
        if each in measured
        else draw(st.sampled_from(REASONS))
        for each in options
    }


def row_of(draw: Draw, number: int, options: list[str], of: int, family: str) -> DrawnRow:
    """Draw one row; ``options`` are the ids that have a line."""
    scale = draw(st.sampled_from(SCALES))
    cells = cells_of(draw, family, options, scale, of)
    measured = {each: cell for each, cell in cells.items() if cell not in (*REASONS, "reference")}
    fields = [
        f"Time: {draw(st.sampled_from(TIMES))}",
        f"Certainty: {draw(st.sampled_from(CERTAINTIES))}",
        f"People: {draw(st.sampled_from(STUDIED))}",
    ]
    if family in COUNTING or (
        "differences" in family and "points" not in family and draw(st.booleans())
    ):
        fields.append(
            f"Said as: have outcome {WORDS[number]} / are free of outcome {WORDS[number]}"
        )
    if family in ("scores", "changes", "differences in points"):
        better = draw(st.sampled_from(("lower", "higher")))
        fields.append(
            f"Scale: Example scale, {plain(scale[0])} to {plain(scale[1])}, {better} is better"
        )
        fields.append(
            f"Matters from: {draw(st.sampled_from(('4 points', 'not known: nobody asked')))}"
        )
    if family in COMPARED and len(measured) > 1:
        said = draw(st.integers(0, 5))
        fields.append(
            f"Difference: {comparison(draw, measured, scale[1] - scale[0])}"
            if said
            else "Groups: from different studies"
        )
    return DrawnRow(
        id=f"row-{WORDS[number]}",
        label=f"Outcome {WORDS[number]}",
        direction=draw(st.sampled_from(("good", "bad", "neutral"))),
        fields=tuple(fields),
        cells=tuple(cells.items()),
    )


WORDS = tuple(f"{first}{second}" for first in "bdfglm" for second in ("ak", "el", "im", "on", "ut"))
"""Names of rows: no digit, no word of the format."""
TIMES = (
    "3 days",
    "2 to 4 weeks",
    "1 year",
    "lifetime",
    "at: while on treatment",
    "not known: not said",
)
SERIES_TIMES = ("3 days", "2 to 4 weeks", "6 months", "1 year")
STUDIED = (
    "1,900,000 people in made-up trials",
    "not known: the paper does not say",
    "adults in trials",
)
STRATA = ("older", "younger")


def bundle(draw: Draw, first: int, options: list[str], strata: tuple[str, ...]) -> list[DrawnRow]:
    """Draw rows that stand together: one alone, a series, or one for each group of readers."""
    family = draw(st.sampled_from(FAMILIES))
    of = draw(st.sampled_from((10, 100, 1000, 10000)))
    kind = draw(
        st.sampled_from(("single", "single", "single", "series", "strata" if strata else "single"))
    )
    if kind == "single":
        return [row_of(draw, first, options, of, family)]
    if kind == "series":
        times = SERIES_TIMES[: draw(st.integers(2, 3))]
        rows = [row_of(draw, first + n, options, of, family) for n in range(len(times))]
        direction = rows[0].direction
        return [
            replace(
                row,
                direction=direction,
                marks=(f"series=kind-{WORDS[first]}",),
                fields=(
                    f"Time: {time}",
                    *(each for each in row.fields if not each.startswith("Time")),
                ),
            )
            for row, time in zip(rows, times, strict=True)
        ]
    shown = draw(st.sampled_from((strata, strata[:1])))
    rows = [row_of(draw, first + n, options, of, family) for n in range(len(shown))]
    return [
        replace(row, label=rows[0].label, direction=rows[0].direction, marks=(f"stratum={name}",))
        for row, name in zip(rows, shown, strict=True)
    ]


def guards(draw: Draw, first: int, options: list[str]) -> list[DrawnRow]:
    """Draw two rows that give each option a good and a bad side, as every aid must."""
    return [
        DrawnRow(
            id=f"row-{WORDS[first + n]}",
            label=f"Outcome {WORDS[first + n]}",
            direction=("bad", "good")[n],
            fields=("Time: 1 year", "Certainty: low", "People: adults in trials",
                    f"Said as: have outcome {WORDS[first + n]} / are free of outcome {WORDS[first + n]}"),
            cells=((options[n], frequency(draw, 100)),),
            others=draw(st.sampled_from(UNKNOWN)),
        )
        for n in range(2)
    ]  # fmt: skip


@st.composite
def aids(draw: Draw) -> DrawnAid:
    """Draw a whole aid."""
    count = draw(st.integers(2, 5))
    offered = [DrawnOption(each) for each in IDS[:count]]
    doing_nothing = draw(st.integers(0, count - 1))
    offered[doing_nothing] = replace(
        offered[doing_nothing], kind=draw(st.sampled_from(("as-now", "as-now", "wait", "none")))
    )
    comparators = [DrawnOption("foxtrot", "comparator")] if draw(st.booleans()) else []
    strata = draw(st.sampled_from(((), STRATA)))
    ids = [each.id for each in offered]
    made: list[list[DrawnRow]] = []
    number = 0
    for _section in range(draw(st.integers(1, 2))):
        section: list[DrawnRow] = []
        for _bundle in range(draw(st.integers(1, 3))):
            with_comparator = [each.id for each in comparators if draw(st.booleans())]
            section += bundle(draw, number, [*ids, *with_comparator], strata)
            number = sum(map(len, made)) + len(section)
        made.append(section)
    made.append(guards(draw, number, ids))
    return DrawnAid(
        people=draw(st.sampled_from(PEOPLE)),
        options=(*offered, *comparators),
        sections=tuple(map(tuple, made)),
        strata=strata,
    )


def source_of(aid: DrawnAid) -> str:
    """Write an aid as its source."""
    return "\n".join([*_head(aid), *_front(aid), *_outcomes(aid), *_back(aid)]) + "\n"


def _head(aid: DrawnAid) -> list[str]:
    one, many = aid.people
    groups = [f"  {each}: I am {each} than most" for each in aid.strata]
    return [
        "---",
        "decisionaid: 1",
        'question: "What shall I do about the example condition?"',
        "kind: treatment",
        "condition: {name: Example condition, plain: the example problem}",
        "for: Adults with the example condition",
        "not-for: Anybody else",
        "delivery: self",
        f"people: {{one: {one}, many: {many}}}",
        'country: "GB"',
        "language: en-GB",
        "version: 1.0.0",
        "status: demonstration",
        "dates: {published: 2026-01-15, evidence: 2026-01-10, review: 2028-01-15, expires: 2029-01-15}",
        "update: {every: 24 months, when: A new example review, owner: Aid editor}",
        "option-order: By a rule that is made up",
        *(["strata:", *groups] if groups else []),
        "authors:",
        "  - {name: Example team, role: editors, interests: none}",
        "funding: none",
        "sources:",
        "  example-review: {title: A made-up review, year: 2024, doi: 10.1000/example, read: whole}",
        "---",
    ]


def _front(aid: DrawnAid) -> list[str]:
    lines = ["", "# The example condition", "", "All figures are made up.", ""]
    lines += ["## What is it? {.condition}", "", "It is made up.", ""]
    lines += ["## Help now {.red-flags when=now}", "", "not applicable: it is made up", ""]
    lines += ["## Options {.options}", ""]
    for each in aid.options:
        kind = f" .{each.kind}" if each.kind else ""
        lines += [
            f"### {LETTERED[each.id]} {{#{each.id}{kind}}}",
            f"This is about {LETTERED[each.id]}.",
            "",
        ]
    ids = [each.id for each in aid.options if each.kind != "comparator"]
    lines += [
        "## Compare {.compare}",
        "",
        f"| | {' | '.join(ids)} |",
        "|---" * (len(ids) + 1) + "|",
    ]
    words = " | ".join(f"You do what {each} asks." for each in ids)
    like = " | ".join("not known: nobody asked" for _each in ids)
    return [
        *lines,
        f"| What do I do? {{#involves .involves}} | {words} |",
        f"| What is it like? {{#daily .experience}} | {like} |",
        "",
    ]


def _outcomes(aid: DrawnAid) -> list[str]:
    lines: list[str] = []
    places = {each.id: number for number, each in enumerate(aid.options)}
    for number, rows in enumerate(aid.sections):
        lines += [f"## Section {WORDS[number]} {{.outcomes}}", "", "- Source: example-review", ""]
        for row in rows:
            marks = " ".join([f"#{row.id}", f".{row.direction}", *row.marks])
            lines += [f"### {row.label} {{{marks}}}", "", *(f"- {each}" for each in row.fields), ""]
            lines += ["| option | figure |", "|---|---|"]
            cells = sorted(row.cells, key=lambda cell: places[cell[0]])
            lines += [f"| {option} | {cell} |" for option, cell in cells]
            lines += [f"| others | {row.others} |"] if row.others else []
            lines.append("")
    return lines


def _back(aid: DrawnAid) -> list[str]:
    about = ", ".join(row.id for row in aid.rows)
    return [
        "## What matters {.values}",
        "",
        f'### What matters to you {{#matters .importance about="{about}"}}',
        "How important is it to you?",
        "",
        "## Help {.support}",
        "",
        "You can ask your health team.",
    ]
