"""How many people a line ``People:`` counts, and groups that are more than that. All figures are made up."""

from __future__ import annotations

import pytest

from decisionaid.model.figure import Counted
from decisionaid.model.outcome import Words
from decisionaid.rules.studied import people_studied
from tests.rules.example_aid import SICK, example_aid, found, outcome

GROUPS = {"as-now": Counted(n=60, of=200), "treatment": Counted(n=40, of=200)}


@pytest.mark.parametrize(
    ("people", "studied"),
    [
        ("400 adults in 2 studies", 400),
        ("3 trials with 400 adults", 400),
        ("1,394 children in 5 studies", 1394),
        ("1 394 children in 5 studies", 1394),
        ("200 adults in each of 2 groups", 400),
        ("200 adults in each of two groups", 400),
        ("118 and 116 people in the 2 groups of 1 trial", 234),
        ("200 women and 180 men", 380),
        ("400 adults, of whom 200 were women", 400),
        ("280 inactive adults in 1 trial", 280),
        ("65 year old adults", None),
        ("2 million adults", None),
        ("at least 400 adults", None),
        ("200 adults in each group", None),
        ("12 studies", None),
        ("400 knees", None),
        ("300 adults in one study and 100 in another", None),
        ("300 adults in one study, 100 in a later one", None),
        ("300 adults in one study and a hundred in another", None),
        ("300 adults (trial A) + 100 (trial B)", None),
        ("2 x 200 adults", None),
        ("2 \u00d7 200 adults", None),
        ("200 eyes of 100 adults", None),
        ("400 teeth in 100 adults", None),
        ("100 adults, 200 eyes", None),
        ("400 adults aged 40 to 70 in 2 randomised trials", 400),
        ("400 adults, aged 18 or older, in 2 trials from 2014", 400),
        ("400 adults from 3 countries, in a 2-year trial", 400),
        ("Adults with the example condition", None),
    ],
)
def test_people_are_counted_where_the_words_say_it_plainly(
    people: str, studied: int | None
) -> None:
    row = outcome("pain", GROUPS, people=Words(text=people))
    assert people_studied(row, example_aid(row, SICK)) == studied


@pytest.mark.parametrize(
    ("people", "refused"),
    [
        ("300 adults in 2 studies", True),
        ("3 trials with 300 adults", True),
        ("400 adults in 2 studies", False),
        ("3 trials with 400 adults", False),
        ("200 adults in each of 2 groups", False),
        ("250 adults, who took each treatment in turn", False),
        ("250 adults in a crossover trial", False),
        ("2 million adults", False),
        ("300 adults in one study and 100 in another", False),
        ("2 x 200 adults", False),
        ("200 eyes of 100 adults", False),
    ],
)
def test_groups_are_no_more_people_than_were_studied(people: str, refused: bool) -> None:
    aid = example_aid(outcome("pain", GROUPS, people=Words(text=people)), SICK)
    assert [finding.message for finding in found(aid, "DA329")] == (
        ["the groups of 'Pain' are 400 people together, and 'People:' counts 300"]
        if refused
        else []
    )
    assert found(aid, "DA312") == []


def test_of_things_that_are_not_people_the_things_are_counted() -> None:
    told = [
        found(
            example_aid(
                outcome("pain", GROUPS, people=Words(text=people), count=("knee", "knees")), SICK
            ),
            "DA329",
        )
        for people in (
            "200 adults in 1 trial",
            "400 knees of 200 adults",
            "300 knees of 200 adults",
        )
    ]
    assert [len(each) for each in told] == [0, 0, 1]


def test_figures_from_different_studies_are_not_added_up() -> None:
    row = outcome(
        "pain",
        GROUPS,
        people=Words(text="300 adults in 2 studies"),
        groups_from_different_studies=True,
    )
    assert found(example_aid(row, SICK), "DA329") == []
