"""One file of answers with what they come to: worked examples, and random ones, for both languages.

What a worked example comes to is written beside it, from where it was printed or by hand. The golden
file holds answers, results and those expected numbers, and `tests/runtime/values.test.ts` reads it too.
Figures are made up. Two examples were printed with their results and without all they start from;
``STARTED_FROM`` says how that was found.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from decisionaid.values.numbers import Bounds
from decisionaid.values.order_weights import order_weights
from decisionaid.values.picks import (
    FEWEST_ITEMS,
    MOST_ITEMS,
    SIZES,
    Picks,
    best_minus_worst,
    blocks_of_picks,
)
from decisionaid.values.swings import Swing, SwingRow, swing_weights, weighted
from decisionaid.values.weighted_view import WeightedView, standing, weighted_view
from tests.conftest import Golden

Given = dict[str, Any]

PRINTED: Final = "the worked person of the reference for the exercise"
BY_HAND: Final = "worked by hand"
FANO_PLANE: Final = "the Fano plane: seven blocks of three of seven items, each pair once"
CENTROID: Final = (
    "rank order centroid weights of four and five items (Barron and Barrett 1996, quoted, not read)"
)
COUNTED: Final = (
    "best minus worst out of the times shown (Flynn and Marley, Best-worst scaling: theory and "
    "methods), worked by hand"
)
SWUNG: Final = (
    "an answer out of the sum of the answers (von Winterfeldt and Edwards 1986, quoted, not read), "
    "worked by hand"
)
EXPECTED_VALUE: Final = (
    "expected value with shares of people, the form of Annalisa (PMC5060847), for the worked person "
    "of the reference for the exercise"
)

HALF_A_DIGIT: Final = 0.000501
"""Half of the third decimal, and as much as a result itself is rounded by."""

STARTED_FROM = """
Less pain for 40 or 80 of 100 people, a clot for 0 or 2, an operation or none, and daily life again
after 2 weeks for 95 or 20. Printed were two of the ratings' results, four ends of intervals, two
results and one break-even of swings. Whole ratings from 0 to 10 with a clot at 9 that give the first
six are 9, 9, 4 and 5 and no others, and swings of 100, 30 for the operation, and 50 for the other
two together give the last three.
"""


@dataclass(frozen=True)
class Case:
    """What is given to a calculation, and numbers that it must come to, by their place."""

    of: str
    given: Given
    expected: dict[str, object]
    source: str = BY_HAND
    within: float = 1e-6
    """How far off an expected number may be: half of its last printed digit."""


def picked(given: Given) -> object:
    return best_minus_worst(
        given["items"], [Picks(tuple(e["block"]), e["most"], e["least"]) for e in given["picks"]]
    )


def viewed(given: Given) -> object:
    rows = [
        SwingRow(
            row["id"],
            row["better"],
            Swing(**row["swing"]),
            tuple(None if each is None else Bounds(*each) for each in row["figures"]),
        )
        for row in given["rows"]
    ]
    return weighted_view(given["options"], rows)


def all_bounds(given: list[list[float]]) -> list[Bounds]:
    return [Bounds(*each) for each in given]


CALCULATIONS: dict[str, Callable[[Given], object]] = {
    "blocks": lambda given: blocks_of_picks(given["items"], given["size"]),
    "picks": picked,
    "order": lambda given: order_weights(given["items"], given["order"]),
    "swings": lambda given: swing_weights(all_bounds(given["swings"])),
    "weighted": lambda given: weighted(all_bounds(given["swings"]), all_bounds(given["parts"])),
    "standing": lambda given: standing(Bounds(*given["difference"])),
    "view": viewed,
}
"""The calculations by name, from data to data."""


def result_of(of: str, given: Given) -> Any:  # noqa: ANN401 - whatever it comes to
    """Return what a calculation comes to, as data."""
    return json.loads(json.dumps(CALCULATIONS[of](given), default=dataclasses.asdict))


def at(place: str, result: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """Return what stands at a place such as `options/0/bounds/1`; the empty place is the whole."""
    for step in filter(None, place.split("/")):
        result = result[int(step) if isinstance(result, list) else step]
    return result


def item_ids(many: int) -> list[str]:
    return [chr(ord("a") + number) for number in range(many)]


def row(
    name: str, better: str, swing: float | str | None, *figures: float | tuple[float, float] | None
) -> Given:
    """Return a row as data: an answer is a number or the name of a state, a figure a number or a range."""
    is_answer = isinstance(swing, int | float)
    return {
        "id": name,
        "better": better,
        "swing": {
            "state": "answered" if is_answer else swing,
            "value": swing if is_answer else None,
        },
        "figures": [
            each if each is None else list(each) if isinstance(each, tuple) else [each, each]
            for each in figures
        ],
    }


def view(*rows: Given, options: str = "exercise surgery") -> Given:
    return {"options": options.split(), "rows": list(rows)}


def person(
    pain: float | str, clot: float | str, operation: float | str, back: float | str
) -> Given:
    """Return the worked person with these answers to the swing questions."""
    return view(
        row("pain", "more", pain, 40, 80),
        row("clot", "less", clot, 0, 2),
        row("operation", "less", operation, 0, 1),
        row("back", "more", back, 95, 20),
    )


def rated(operation: list[float]) -> Given:
    """Return the worked person's ratings with shares of people as they are, no scale drawn between."""
    return {"swings": [[9, 9], [9, 9], operation, [5, 5]]}


def shares(*numbers: float) -> list[list[float]]:
    return [[each, each] for each in numbers]


PLAIN = [row("pain", "more", 100, 40, 80), row("operation", "less", 50, 0, 1)]
SEVEN = item_ids(7)
FANO = [[SEVEN[place], SEVEN[(place + 1) % 7], SEVEN[(place + 3) % 7]] for place in range(7)]


def by_want(block: list[str]) -> Given:
    """Return the picks of somebody to whom the first letters matter most."""
    return {"block": block, "most": min(block), "least": max(block)}


CASES: dict[str, Case] = {
    "seven items in seven blocks of three, each pair once": Case(
        "blocks", {"items": SEVEN, "size": 3}, {"": FANO}, FANO_PLANE
    ),
    "five items are put in order instead": Case(
        "blocks", {"items": item_ids(5), "size": 3}, {"": None}
    ),
    "thirteen items are too many to ask": Case(
        "blocks", {"items": item_ids(13), "size": 3}, {"": None}
    ),
    "blocks of two are none": Case("blocks", {"items": SEVEN, "size": 2}, {"": None}),
    "an item twice": Case("blocks", {"items": [*SEVEN, "a"], "size": 3}, {"": None}),
    "all picks of seven blocks": Case(
        "picks",
        {"items": SEVEN, "picks": [by_want(block) for block in FANO]},
        # The first is most in all its three blocks, the last least in all of its.
        {"0/net": 1, "6/net": -1, "0/most": 3, "6/least": 3, "3/shown": 3},
        COUNTED,
    ),
    "most once and never least, in three blocks": Case(
        "picks",
        {
            "items": ["a"],
            "picks": [
                {"block": ["a", "b", "c"], "most": "a", "least": "c"},
                {"block": ["a", "d", "e"], "most": "d", "least": "e"},
                {"block": ["f", "g", "a"], "most": "f", "least": "g"},
            ],
        },
        {"0/most": 1, "0/least": 0, "0/shown": 3, "0/net": 1 / 3},
        COUNTED,
    ),
    "a block that was left out is no zero": Case(
        "picks",
        {
            "items": ["a", "b"],
            "picks": [
                {"block": ["a", "c", "d"], "most": None, "least": None},
                {"block": ["b", "c", "d"], "most": "c", "least": "d"},
            ],
        },
        {"0/shown": 0, "0/net": None, "1/shown": 1, "1/net": 0},
    ),
    "half a block counts for nothing": Case(
        "picks",
        {"items": ["a"], "picks": [{"block": ["a", "b", "c"], "most": "a", "least": None}]},
        {"0/most": 0, "0/net": None},
    ),
    "one item for both, and items that were not shown": Case(
        "picks",
        {
            "items": ["a", "z"],
            "picks": [
                {"block": ["a", "b", "c"], "most": "a", "least": "a"},
                {"block": ["a", "b", "c"], "most": "z", "least": "a"},
            ],
        },
        {"0/shown": 0, "0/net": None, "1/most": 0, "1/net": None},
    ),
    "no picks at all": Case("picks", {"items": ["a"], "picks": []}, {"0/shown": 0, "0/net": None}),
    "four items in order": Case(
        "order",
        {"items": item_ids(4), "order": item_ids(4)},
        {"0": 0.521, "1": 0.271, "2": 0.146, "3": 0.063},
        CENTROID,
        HALF_A_DIGIT,
    ),
    "five items in order": Case(
        "order",
        {"items": item_ids(5), "order": item_ids(5)},
        {"0": 0.457, "1": 0.257, "2": 0.157, "3": 0.090, "4": 0.040},
        CENTROID,
        HALF_A_DIGIT,
    ),
    "the weights stand in the order of the items": Case(
        "order",
        {"items": item_ids(4), "order": ["d", "b", "a", "c"]},
        {"0": 7 / 48, "1": 13 / 48, "2": 3 / 48, "3": 25 / 48},
    ),
    "the first of four: the rest shares what is left": Case(
        "order",
        {"items": item_ids(4), "order": ["b"]},
        {"0": 23 / 144, "1": 25 / 48, "2": 23 / 144, "3": 23 / 144},
    ),
    "nothing in order": Case("order", {"items": item_ids(4), "order": []}, {"": None}),
    "an item twice in an order": Case(
        "order", {"items": item_ids(4), "order": ["a", "a"]}, {"": None}
    ),
    "an item that is not there": Case("order", {"items": ["a"], "order": ["b"]}, {"": None}),
    "ratings with shares of people as they are, an operation not sure: exercise": Case(
        "weighted",
        rated([0, 10]) | {"parts": shares(0.40, 1, 1, 0.95)},
        {"0": 0.754, "1": 0.829},
        EXPECTED_VALUE,
        HALF_A_DIGIT,
    ),
    "ratings with shares of people as they are, an operation not sure: surgery": Case(
        "weighted",
        rated([0, 10]) | {"parts": shares(0.80, 0.98, 0, 0.20)},
        {"0": 0.516, "1": 0.740},
        EXPECTED_VALUE,
        HALF_A_DIGIT,
    ),
    "all is open: from one to the other": Case(
        "weighted",
        {"swings": [[0, 100], [0, 100]], "parts": shares(0.2, 0.8)},
        {"0": 0.2, "1": 0.8},
    ),
    "weights of swing answers": Case(
        "swings",
        {"swings": [[100, 100], [50, 50], [25, 25], [25, 25]]},
        {"0/0": 0.5, "0/1": 0.5, "1/0": 0.25, "2/0": 0.125},
        SWUNG,
    ),
    "weights beside one that is open": Case(
        "swings",
        {"swings": [[100, 100], [0, 100]]},
        {"0/0": 0.5, "0/1": 1, "1/0": 0, "1/1": 0.5},
    ),
    "the swing answers of the worked person": Case(
        "view",
        person(100, 10, 30, 40),
        {
            "options/0/bounds/0": 0.44,
            "options/0/bounds/1": 0.44,
            "options/1/bounds/0": 0.56,
            "pairs/0/standing": "apart",
        },
        PRINTED,
        0.005,
    ),
    "half as much as less pain, and the two would be level": Case(
        "view",
        person(100, 10, 30, 40),
        {"pairs/0/even/2/row": "operation", "pairs/0/even/2/at": 50, "pairs/0/even/2/now": 30},
        PRINTED,
    ),
    "what is not sure has a break-even, and nothing else then": Case(
        "view",
        person(100, 10, "unsure", 40),
        {
            "options/0/bounds/0": 50 / 150,
            "options/0/bounds/1": 150 / 250,
            "pairs/0/standing": "depends",
            "pairs/0/even/0/row": "operation",
            "pairs/0/even/0/at": 50,
            "pairs/0/even/0/now": None,
        },
    ),
    "two answers that are open have no break-even": Case(
        "view",
        person(100, "prefer_not_to_say", "unsure", 40),
        {"pairs/0/even": [], "rows/1/state": "prefer_not_to_say", "rows/2/state": "unsure"},
    ),
    "what does not apply is left out": Case(
        "view",
        person(100, 10, "not_applicable", 40),
        {"options/0/bounds/0": 50 / 150, "options/0/bounds/1": 50 / 150, "rows/2/id": "back"},
    ),
    "no answers to swing questions": Case(
        "view",
        person("unanswered", "unsure", "prefer_not_to_say", "not_applicable"),
        {"reason": "no-swing-answers", "about": []},
        PRINTED,
    ),
    "only what the options share was answered": Case(
        "view",
        view(row("cost", "less", 100, 5, 5), row("pain", "more", "unanswered", 1, 2)),
        {"reason": "no-swing-answers"},
    ),
    "nothing mattered": Case(
        "view",
        view(row("pain", "more", 0, 40, 80), row("operation", "less", "unsure", 0, 1)),
        {"reason": "nothing-matters"},
    ),
    "one option": Case(
        "view",
        view(row("pain", "more", 100, 40), options="one"),
        {"reason": "fewer-than-two-options"},
    ),
    "six questions": Case(
        "view",
        view(*(row(f"row-{n}", "more", 100, 1, 2) for n in range(6))),
        {"reason": "too-many-rows"},
    ),
    "five questions": Case(
        "view",
        view(*(row(f"row-{n}", "more", 100, 1, 2) for n in range(5))),
        {"rows/4/weight/0": 0.2},
    ),
    "a figure of one of two options is not known": Case(
        "view",
        view(*PLAIN, row("years", "more", 25, 10, None)),
        {"reason": "figures-not-known", "about": ["years"]},
    ),
    "a figure of one of three options is not known": Case(
        "view",
        view(
            row("pain", "more", 100, 40, 80, 60),
            row("years", "more", 50, 10, 0, None),
            options="exercise surgery injection",
        ),
        {
            "options/2/bounds": None,
            "options/2/missing": ["years"],
            "options/0/bounds/0": 1 / 3,
            "rows/0/parts/2/0": 0.5,
            "rows/1/parts/2": None,
        },
    ),
    "a figure that is not known, in a row that does not apply": Case(
        "view",
        view(*PLAIN, row("years", "more", "not_applicable", 10, None)),
        {"options/0/bounds/0": 1 / 3, "options/0/missing": []},
    ),
    "no figure at all": Case(
        "view", view(row("pain", "more", 100, None, None)), {"reason": "figures-not-known"}
    ),
    "options that do not differ": Case(
        "view", view(row("pain", "more", 100, 40, 40)), {"reason": "no-differences"}
    ),
    "a row in which they do not differ is left out": Case(
        "view",
        view(*PLAIN, row("cost", "less", 100, 5, 5)),
        {"same": ["cost"], "options/0/bounds/0": 1 / 3, "rows/1/id": "operation"},
    ),
    "two rows of one name both count": Case(
        "view",
        view(
            row("pain", "more", 100, 40, 80),
            row("pain", "less", 50, 0, 1),
            row("pain", "less", 50, 3, 3),
        ),
        {"options/0/bounds/0": 1 / 3, "rows/1/weight/0": 1 / 3, "same": ["pain"]},
    ),
    "a figure that is a range": Case(
        "view",
        view(row("pain", "more", 100, (20, 60), 100), row("operation", "less", 50, 0, 1)),
        # From worst to best is from 20 to 100, so exercise is from 0 to a half of the way.
        {
            "rows/0/parts/0/1": 0.5,
            "options/0/bounds/0": 50 / 150,
            "options/0/bounds/1": 100 / 150,
            "pairs/0/difference/0": -50 / 150,
            "pairs/0/difference/1": 0,
            "pairs/0/even": [],
        },
    ),
    "below 0.05 is about level": Case(
        "view",
        view(row("pain", "more", 100, 40, 80), row("operation", "less", 91, 0, 1)),
        {"pairs/0/difference/0": -9 / 191, "pairs/0/standing": "level"},
    ),
    "0.05 itself is not": Case(
        "view",
        view(
            row("pain", "more", 100, 40, 80),
            row("operation", "less", 95, 0, 1),
            row("clot", "more", 5, 0, 2),
        ),
        {"pairs/0/difference/0": -0.05, "pairs/0/standing": "apart"},
    ),
    "below 0.05 whatever is open": Case("standing", {"difference": [-0.049, 0.049]}, {"": "level"}),
    "about level or not": Case("standing", {"difference": [0.01, 0.3]}, {"": "depends"}),
    "one or the other": Case("standing", {"difference": [-0.3, 0.3]}, {"": "depends"}),
    "the same one whatever is open": Case("standing", {"difference": [0.05, 0.3]}, {"": "apart"}),
    "no answer would make them level": Case(
        "view",
        view(row("pain", "more", 100, 40, 80), row("walk", "more", 50, 10, 20)),
        {"pairs/0/even": [], "pairs/0/standing": "apart"},
    ),
    "an answer above the first choice is none": Case(
        "view",
        view(
            row("pain", "more", 100, 40, 80),
            row("walk", "more", 50, 10, 20),
            row("operation", "less", 50, 0, 1),
        ),
        # The operation would have to count 150: nobody is asked that.
        {"pairs/0/even": [{"row": "pain", "at": 0, "now": 100}]},
    ),
    "an answer out of range": Case(
        "view", view(row("pain", "more", 101, 40, 80)), {"reason": "out-of-range"}
    ),
    "an answer below nothing": Case(
        "view", view(row("pain", "more", -1, 40, 80)), {"reason": "out-of-range"}
    ),
    "a range turned round": Case(
        "view", view(row("pain", "more", 100, (60, 40), 80)), {"reason": "out-of-range"}
    ),
    "a figure that no table holds": Case(
        "view", view(row("pain", "more", 100, 1e300, 80)), {"reason": "out-of-range"}
    ),
    "a figure too few": Case(
        "view", view(row("pain", "more", 100, 40)), {"reason": "out-of-range"}
    ),
    "not sure, with a number": Case(
        "view",
        view({**PLAIN[0], "swing": {"state": "unsure", "value": 50}}, PLAIN[1]),
        {"reason": "out-of-range"},
    ),
    "answered, with none": Case(
        "view",
        view({**PLAIN[0], "swing": {"state": "answered", "value": None}}, PLAIN[1]),
        {"reason": "out-of-range"},
    ),
}


@pytest.mark.parametrize("says", CASES)
def test_it_comes_to_what_stands_beside_it(says: str) -> None:
    case = CASES[says]
    result = result_of(case.of, case.given)
    for place, expected in case.expected.items():
        found = at(place, result)
        if isinstance(expected, float | int):
            assert found == pytest.approx(expected, abs=case.within, rel=0), place
        else:
            assert found == expected, place


def test_ratings_alone_would_point_the_other_way() -> None:
    """Why a view needs swing answers: ratings on a scale from worst to best make a rare harm count in full."""
    pain, clot, operation, back = 9, 9, 4, 5
    naive = pain / (pain + clot + operation + back)
    assert (round(1 - naive, 2), round(naive, 2)) == (0.67, 0.33)  # as printed
    asked = weighted_view(*_arguments(person(100, 10, 30, 40)))
    assert isinstance(asked, WeightedView)
    assert asked.pairs[0].difference.high < 0


def _arguments(given: Given) -> tuple[list[str], list[SwingRow]]:
    rows = [
        SwingRow(r["id"], r["better"], Swing(**r["swing"]), tuple(Bounds(*f) for f in r["figures"]))
        for r in given["rows"]
    ]
    return given["options"], rows


SEED: Final = 13
STATES: Final = ("unsure", "prefer_not_to_say", "unanswered", "not_applicable")


def random_cases() -> Iterator[tuple[str, str, Given]]:
    """Yield every balanced design, and random answers: always the same ones."""
    for many, size in itertools.product(range(FEWEST_ITEMS, MOST_ITEMS + 1), SIZES):
        yield f"{many} items in blocks of {size}", "blocks", {"items": item_ids(many), "size": size}
    chance = random.Random(SEED)  # noqa: S311 - no secret
    for number in range(20):
        yield f"random picks {number}", "picks", random_picks(chance)
    for number in range(20):
        items = item_ids(chance.randint(1, 9))
        order = chance.sample(items, chance.randint(0, len(items)))
        yield f"random order {number}", "order", {"items": items, "order": order}
    for number in range(60):
        yield f"random swings {number}", "view", random_view(chance)


def random_picks(chance: random.Random) -> Given:
    items = item_ids(chance.randint(FEWEST_ITEMS, MOST_ITEMS))
    picks = []
    for block in blocks_of_picks(items, chance.choice(SIZES)) or []:
        most, least = chance.sample(block, 2)
        is_left_out = chance.random() < 0.2
        picks.append({"block": list(block), "most": None if is_left_out else most, "least": least})
    return {"items": items, "picks": picks}


def random_view(chance: random.Random) -> Given:
    options = [f"option-{number}" for number in range(chance.randint(2, 4))]
    return {
        "options": options,
        "rows": [
            row(
                f"row-{number}",
                chance.choice(("more", "less")),
                random_swing(chance, is_first=number == 0),
                *(random_figure(chance) for _ in options),
            )
            for number in range(chance.randint(1, 5))
        ],
    }


def random_swing(chance: random.Random, *, is_first: bool) -> float | str:
    if is_first and chance.random() < 0.9:
        return 100
    return chance.choice((0, 25, 50, 75, 100, chance.randint(0, 100), *STATES))


def random_figure(chance: random.Random) -> float | tuple[float, float] | None:
    kind = chance.random()
    if kind < 0.04:
        return None
    if kind < 0.15:
        low = chance.randint(0, 50)
        return low, low + chance.randint(0, 50)
    return chance.choice((chance.randint(0, 100), chance.randint(-50, 50) / 10))


def test_the_other_language_comes_to_the_same(golden: Golden) -> None:
    worked = [
        {
            "says": says,
            "of": case.of,
            "given": case.given,
            "gives": result_of(case.of, case.given),
            "expected": case.expected,
            "within": case.within,
            "source": case.source,
        }
        for says, case in CASES.items()
    ]
    others = [
        {"says": says, "of": of, "given": given, "gives": result_of(of, given)}
        for says, of, given in random_cases()
    ]
    lines = (json.dumps(each, sort_keys=True) for each in [*worked, *others])
    golden("values/cases.json", "[\n" + ",\n".join(lines) + "\n]\n")
