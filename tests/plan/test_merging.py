"""Copies of a plan that went different ways come to one plan, in whatever order they are put together."""

from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.plan.merging import Merged, Refused, merged
from decisionaid.plan.requests import NoRequest, answer_of, request_file
from decisionaid.plan.written import plan_data as plan_data_of
from decisionaid.plan.written import plan_text
from tests.in_node import made_in_node
from tests.plans import KNEE, plan_data, plan_named, plan_of


def put_together(one: Plan, other: Plan) -> Plan:
    """Return the one plan of two copies, which is there."""
    found = merged(one, other)
    assert isinstance(found, Merged), found
    return found.plan


def test_the_copy_that_holds_all_stays_as_it_is() -> None:
    plans = [plan_named(name) for name in KNEE]
    for place, older in enumerate(plans):
        for newer in plans[place:]:
            assert put_together(older, newer) == put_together(newer, older) == newer


def test_another_plan_is_not_mixed_in() -> None:
    assert merged(plan_named("knee-agreed"), plan_named("budget")) == Refused("other")


@pytest.mark.parametrize(
    "many", [pytest.param(5, marks=pytest.mark.long), pytest.param(300, marks=pytest.mark.soak)]
)
def test_three_copies_come_to_one_plan_in_every_order_and_in_both_languages(
    many: int, tmp_path: Path
) -> None:
    rng = Random(5)  # noqa: S311
    triples = [
        (three_copies, three_answers)[n % 2](
            rng, suggested() if n % 4 else plan_named("knee-agreed")
        )
        for n in range(many)
    ]
    in_the_browser = made_in_node(
        Path(__file__).with_name("merged.ts"),
        [[plan_data_of(copy) for copy in copies] for copies in triples],
        tmp_path,
    )
    for copies, made in zip(triples, in_the_browser, strict=True):
        found = set()
        for one, two, three in permutations(copies):
            found.add(plan_text(put_together(put_together(one, two), three)))
            found.add(plan_text(put_together(one, put_together(two, three))))
        assert {*made} == found
        assert len(found) == 1


def suggested() -> Plan:
    """Return a plan in which the person has not been asked about a goal, a step and a request."""
    data = plan_data("knee-agreed")
    said = {"words": "Swim", "by": "gp", "visit": "visit"}
    data["goals"].append({"id": "swim", "said": said, "mine": "not_asked"})
    asked = {"to": "The pool"}
    data["actions"].append({"id": "pool", "said": said, "mine": "not_asked", "asked": asked})
    return plan_of(data)


def three_answers(rng: Random, plan: Plan) -> list[Plan]:
    """Return three copies that all go on from the last visit: what was answered there, and saved again and again.

    No page of ours goes on from a visit that somebody has a copy of, but another program may.
    """
    copies = []
    for tag in "abc":
        data = plan_data_of(written_on(plan, rng, tag) if rng.random() < 1 / 2 else plan)
        data["rev"] = rng.randint(1, 5)
        data["agreed"] = [
            {"visit": "visit", "by": rng.choice(["me", "me", "gp"]), "answer": rng.choice(ANSWERS)}
            for _ in range(rng.randint(0, 3))
        ] + [each for each in data["agreed"] if each["visit"] != "visit"]
        copies.append(plan_of(data))
    return copies


ANSWERS = ("yes", "partly", "no", "not_asked")


def three_copies(rng: Random, plan: Plan) -> list[Plan]:
    """Return three copies of a plan that went different ways, the second perhaps further along one."""
    copies = [written_on(plan, rng, tag) for tag in "abc"]
    if rng.random() < 1 / 3:
        copies[1] = written_on(copies[0], rng, "d")
    return copies


def test_two_plans_too_many_and_claims_are_refused_alike(tmp_path: Path) -> None:
    full = [plan_data("knee-agreed") for _ in range(2)]
    for tag, data in enumerate(full):
        data["learnt"] = [{"words": f"{tag} {n}", "by": "me", "visit": "visit"} for n in range(7)]
    one, other = plan_data("knee-agreed"), plan_data("knee-agreed")
    one["people"][1]["contact"], other["people"][1]["contact"] = "\ue000", "\U0001f600"
    pairs = [full, [one, other], [one, plan_data("budget")]]
    triples = [[first, second, second] for first, second in pairs]
    made = made_in_node(Path(__file__).with_name("merged.ts"), triples, tmp_path)
    assert [each[0] for each in made][::2] == ["full", "other"]
    # Letters beyond the first plane are sorted as browsers sort them.
    assert {*made[1]} == {plan_text(put_together(plan_of(one), plan_of(other)))}


@pytest.mark.long
@pytest.mark.parametrize("name", ["goals", "actions", "learnt"])
def test_what_was_said_at_one_visit_keeps_the_order_in_which_it_was_written(
    name: str, tmp_path: Path
) -> None:
    """Ids are chosen by chance and words begin with any letter: neither tells what was said first."""
    copies = [plan_data("knee-agreed") for _ in range(3)]
    for place, copy in enumerate(copies):
        tag = "abc"[place]
        visit = f"v-{tag}"
        copy["visits"].append(
            {"id": visit, "kind": "between", "on": "2027-02-01", "there": ["me"], "typed_by": "me"}
        )
        for letter in "zma":
            said = {"words": f"{letter} {tag}", "by": "me", "visit": visit}
            entry = said if name == "learnt" else {"id": f"{letter}-{tag}", "said": said}
            copy.setdefault(name, []).append(entry)
    plans = [plan_of(copy) for copy in copies]
    made = made_in_node(
        Path(__file__).with_name("merged.ts"), [[plan_data_of(copy) for copy in plans]], tmp_path
    )
    found = {
        plan_text(put_together(put_together(plans[a], plans[b]), plans[c]))
        for a, b, c in permutations(range(3))
    } | {
        plan_text(put_together(plans[a], put_together(plans[b], plans[c])))
        for a, b, c in permutations(range(3))
    }
    assert {*made[0]} == found
    assert len(found) == 1
    whole = put_together(put_together(plans[2], plans[0]), plans[1])
    words = [each.words if name == "learnt" else each.said.words for each in getattr(whole, name)]
    assert words[-9:] == [f"{letter} {tag}" for tag in "abc" for letter in "zma"]


@pytest.mark.long
def test_copies_that_say_one_thing_in_two_orders_come_to_one(tmp_path: Path) -> None:
    """One visit that was written on in two places, as no page of ours does it, and twice the same words."""
    orders = ["xzy", "axy", "zyx"]
    copies = []
    for order in orders:
        data = plan_data("knee-agreed")
        data["learnt"] = [{"words": each, "by": "me", "visit": "visit"} for each in order]
        copies.append(plan_of(data))
    made = made_in_node(
        Path(__file__).with_name("merged.ts"), [[plan_data_of(copy) for copy in copies]], tmp_path
    )
    for one, other in permutations(copies, 2):
        assert put_together(one, other) == put_together(other, one)
    whole = put_together(put_together(*copies[:2]), copies[2])
    assert plan_text(whole) in made[0]
    assert sorted(each.words for each in whole.learnt) == ["a", "x", "y", "z"]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_part_and_the_plan_come_to_the_plan_and_two_parts_to_a_part(*, swapped: bool) -> None:
    plan = plan_named("knee-agreed")
    request = request_file(plan, "ask-link")
    assert isinstance(request, Plan)
    answered = plan_data_of(request)
    visit = {"id": "v-a", "kind": "between", "on": "2027-02-01", "there": ["me"], "typed_by": "me"}
    answered["visits"].append(visit)
    answered["learnt"] = [{"words": "Rests help", "by": "me", "visit": "v-a"}]
    added = answer_of(request, plan_of(answered))
    assert (plan.part, request.part, added.part) == (None, "request", "addition")
    pairs = [(plan, request, None), (plan, added, None), (request, added, "request")]
    for one, other, part in pairs:
        both = put_together(other, one) if swapped else put_together(one, other)
        assert both.part == part
    assert put_together(plan, request) == plan


@pytest.mark.long
@pytest.mark.parametrize("swapped", [False, True])
def test_of_a_yes_and_a_no_the_no_stays_and_it_is_named(*, swapped: bool, tmp_path: Path) -> None:
    copies = [plan_data("knee-agreed") for _ in range(2)]
    for copy, answer in zip(copies, ("yes", "no"), strict=True):
        next(each for each in copy["actions"] if each["id"] == "ask-link")["asked"]["agreed"] = (
            answer
        )
        copy["learnt"] = [{"words": answer, "by": "me", "visit": "visit"}]
    one, other = (plan_of(each) for each in (copies[::-1] if swapped else copies))
    found = merged(one, other)
    assert isinstance(found, Merged)
    assert found.disputed == ("actions/ask-link/asked/agreed",)
    assert request_file(found.plan, "ask-link") == NoRequest("no")
    triple = [[plan_data_of(one), plan_data_of(other), plan_data_of(other)]]
    made = made_in_node(Path(__file__).with_name("merged.ts"), triple, tmp_path)
    assert {*made[0]} == {plan_text(found.plan)}


def test_each_entry_of_both_is_in_what_they_come_to() -> None:
    rng = Random(6)  # noqa: S311
    for _ in range(10):
        one, other = (written_on(plan_named("knee-agreed"), rng, tag) for tag in "ab")
        whole = put_together(one, other)
        for copy in (one, other):
            assert {visit.id for visit in copy.visits} <= {visit.id for visit in whole.visits}
            assert {*copy.learnt} <= {*whole.learnt}
            assert {*copy.goals[0].looked} <= {*whole.goals[0].looked}
            deeds = {action.id: {*action.did} for action in whole.actions}
            assert all({*action.did} <= deeds[action.id] for action in copy.actions)


def test_two_words_in_one_place_are_named_for_somebody_to_choose() -> None:
    one, other = plan_data("knee-agreed"), plan_data("knee-agreed")
    one["learnt"] = [{"words": "One", "by": "me", "visit": "visit"}]
    other["learnt"] = [{"words": "Two", "by": "me", "visit": "visit"}]
    one["people"][1]["contact"], other["people"][1]["contact"] = "01632 960 111", "01632 960 222"
    found = merged(plan_of(one), plan_of(other))
    assert isinstance(found, Merged)
    assert found.disputed == ("people/daughter/contact",)
    assert [each.words for each in found.plan.learnt] == ["One", "Two"]
    # The options that were shown keep the order of their aid.
    assert found.plan.decisions[0].shown == plan_named("knee-agreed").decisions[0].shown


def test_together_they_may_be_more_than_a_plan_holds() -> None:
    one, other = plan_data("knee-agreed"), plan_data("knee-agreed")
    for data, name in ((one, "one"), (other, "other")):
        data["learnt"] = [{"words": f"{name} {n}", "by": "me", "visit": "visit"} for n in range(7)]
    assert merged(plan_of(one), plan_of(other)) == Refused("full")


def written_on(plan: Plan, rng: Random, tag: str) -> Plan:
    """Return a copy in which somebody went on writing, at visits of their own."""
    data: dict[str, Any] = plan.model_dump(mode="json", exclude_defaults=True)
    for n in range(rng.randint(0, 3)):
        visit = f"v-{tag}-{n}-{rng.randrange(99)}"
        data["visits"].append(
            {
                "id": visit,
                "kind": rng.choice(["between", "link_worker", "review"]),
                "on": f"2027-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}",
                "there": ["me", "gp"],
                "typed_by": "me",
            }
        )
        for _ in range(rng.randint(1, 4)):
            write_something(data, visit, rng)
        data |= {"rev": data["rev"] + 1, "updated": f"2027-10-{rng.randint(10, 28)}T10:00:00Z"}
    return plan_of(data)


def write_something(data: dict[str, Any], visit: str, rng: Random) -> None:
    """Add one entry of some kind."""
    said = {"words": f"words {rng.randrange(10**6)}", "by": "me", "visit": visit}
    status = rng.choice(["open", "partly", "met"])
    match rng.randint(0, 8):
        case 0:
            data.setdefault("learnt", []).append(said)
        case 1:
            data["goals"][0].setdefault("looked", []).append(
                {"visit": visit, "status": status, "said": said}
            )
        case 2:
            data["goals"].append({"id": f"goal-{rng.randrange(10**6)}", "said": said})
        case 3:
            data["actions"][0]["did"].append({"visit": visit, "status": "doing"})
        case 4:
            data["reviews"].append({"visit": visit, "lead": "gp", "when": {"words": "later"}})
        case 5:
            answer = rng.choice(ANSWERS)
            data["agreed"].append({"visit": visit, "by": "me", "answer": answer})
        case _:
            rng.choice([take_back, answer_suggestions, answer_requests])(data, visit, rng)


def take_back(data: dict[str, Any], visit: str, _rng: Random) -> None:
    """Let the person take each yes to a request back."""
    for action in data["actions"]:
        if "asked" in action:
            back = {"visit": visit, "by": "me"}
            action["asked"].setdefault("taken_back", []).append(back)


def answer_suggestions(data: dict[str, Any], visit: str, rng: Random) -> None:
    """Let the person answer each suggestion that they have not answered."""
    for entry in (*data["goals"], *data["actions"]):
        if entry.get("mine") == "not_asked":
            answer_it(entry, "mine", visit, rng)


def answer_requests(data: dict[str, Any], visit: str, rng: Random) -> None:
    """Let the person say yes or no to each request to which they have not."""
    for action in data["actions"]:
        if "asked" in action and action["asked"].get("agreed", "not_asked") == "not_asked":
            answer_it(action["asked"], "agreed", visit, rng)


def answer_it(entry: dict[str, Any], name: str, visit: str, rng: Random) -> None:
    """Let the person answer; an older program does not write down when."""
    answer = rng.choice(["yes", "no"])
    entry[name] = MARKS[name][answer]
    if rng.random() < 2 / 3:
        entry["answered"] = [{"visit": visit, "by": "me", "answer": answer}]


MARKS = {"mine": {"yes": "accepted", "no": "declined"}, "agreed": {"yes": "yes", "no": "no"}}


def at_two_visits(*answers: tuple[str, str | None]) -> list[Plan]:
    """Return a copy for each answer to a suggestion and to a request, with the day of its visit; none: not told."""
    copies = []
    for answer, day in answers:
        data = plan_data_of(suggested())
        data["learnt"] = [{"words": f"{answer} {day}", "by": "me", "visit": "visit"}]
        goal = next(each for each in data["goals"] if each["id"] == "swim")
        action = next(each for each in data["actions"] if each["id"] == "pool")
        action["mine"] = "accepted"
        for entry, name in ((goal, "mine"), (action["asked"], "agreed")):
            entry[name] = MARKS[name][answer]
            if day:
                entry["answered"] = [{"visit": f"v-{day}", "by": "me", "answer": answer}]
        if day:
            visit = {"id": f"v-{day}", "kind": "between", "on": f"2027-02-{day}", "there": ["me"]}
            data["visits"].append(visit | {"typed_by": "me"})
        copies.append(plan_of(data))
    return copies


@pytest.mark.long
@pytest.mark.parametrize(
    ("first", "second", "held", "is_disputed"),
    [
        (("no", "01"), ("yes", "02"), "yes", False),
        (("yes", "01"), ("no", "02"), "no", False),
        # Where one does not say when, or both were said at one visit, it is the no, and somebody chooses.
        (("yes", None), ("no", "02"), "no", True),
        (("no", None), ("yes", "02"), "yes", True),
        (("yes", None), ("no", None), "no", True),
        (("yes", "01"), ("no", "01"), "no", True),
        (("yes", "01"), ("yes", None), "yes", False),
    ],
)
def test_of_two_answers_the_one_of_the_later_visit_holds(
    first: tuple[str, str | None],
    second: tuple[str, str | None],
    held: str,
    *,
    is_disputed: bool,
    tmp_path: Path,
) -> None:
    one, other = at_two_visits(first, second)
    found = [merged(one, other), merged(other, one)]
    for each in found:
        assert isinstance(each, Merged)
        goal = next(goal for goal in each.plan.goals if goal.id == "swim")
        asked = next(action.asked for action in each.plan.actions if action.id == "pool")
        assert asked is not None
        assert (goal.mine, asked.agreed) == (MARKS["mine"][held], held)
        named = ("actions/pool/asked/agreed", "goals/swim/mine")
        assert each.disputed == (named if is_disputed else ())
    triple = [[plan_data_of(one), plan_data_of(other), plan_data_of(other)]]
    made = made_in_node(Path(__file__).with_name("merged.ts"), triple, tmp_path)
    assert {*made[0]} == {plan_text(each.plan) for each in found if isinstance(each, Merged)}


def test_an_answer_is_not_lost_to_a_copy_in_which_nobody_was_asked() -> None:
    (answered,) = at_two_visits(("yes", "02"))
    data = plan_data_of(suggested())
    data["strengths"] = [{"words": f"Mine {n}", "by": "me", "visit": "visit"} for n in range(3)]
    data |= {"rev": 9, "updated": "2027-12-01T10:00:00Z"}
    for one, other in permutations([answered, plan_of(data)]):
        found = merged(one, other)
        assert isinstance(found, Merged)
        assert next(each for each in found.plan.goals if each.id == "swim").mine == "accepted"
        assert found.disputed == ()


@pytest.mark.long
@pytest.mark.parametrize("many", [3, pytest.param(6, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    "orders", [("yes", "no", "no yes"), ("yes", "no yes", "yes no"), ("no", "no yes", "yes")]
)
def test_answers_at_one_visit_come_to_one_whatever_was_saved_last(
    orders: tuple[str, ...], many: int, tmp_path: Path
) -> None:
    """A yes behind a no is another than a yes alone: what was said first and what was said last stay so.

    Each is the last that was saved in `make test`, and they were saved in every order in `make soak`.
    """
    triples = []
    # The even orders come first: each copy is the last in one of them.
    for revs in [(1, 2, 3), (2, 3, 1), (3, 1, 2), (1, 3, 2), (2, 1, 3), (3, 2, 1)][:many]:
        copies = []
        for said, rev in zip(orders, revs, strict=True):
            data = plan_data("knee-agreed") | {"rev": rev}
            data["agreed"] = [
                {"visit": "visit", "by": "me", "answer": each} for each in said.split()
            ]
            copies.append(plan_of(data))
        triples.append(copies)
    made = made_in_node(
        Path(__file__).with_name("merged.ts"),
        [[plan_data_of(copy) for copy in copies] for copies in triples],
        tmp_path,
    )
    lasts = set()
    for copies, in_node in zip(triples, made, strict=True):
        found = {
            plan_text(put_together(put_together(one, two), three))
            for one, two, three in permutations(copies)
        } | {
            plan_text(put_together(one, put_together(two, three)))
            for one, two, three in permutations(copies)
        }
        assert {*in_node} == found
        assert len(found) == 1
        last = put_together(put_together(*copies[:2]), copies[2]).agreed[-1]
        lasts.add(last.answer)
    # Nobody can tell which of "yes, then no" and "no, then yes" came last: then it is the no.
    assert lasts == ({"no"} if "yes no" in orders else {"yes"})
