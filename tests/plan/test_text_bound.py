"""The texts for the record and of a request are at most 900 signs of ASCII, and lose nothing untold."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from decisionaid.model.made_up import made_up_id
from decisionaid.model.plan.plan import Plan
from decisionaid.outside.tables import table
from decisionaid.plan import text as record_text
from decisionaid.plan import text_room
from decisionaid.plan.current import signs_answered, signs_ticked
from decisionaid.plan.request_text import request_text
from decisionaid.plan.short import Left, PlanShort
from decisionaid.plan.standing import words_of_no
from decisionaid.plan.text import paper_record_text, plan_record_text, review_record_text
from decisionaid.plan.text_room import Room
from decisionaid.plan.visits import was_met_with_somebody
from decisionaid.plan.written import is_altered, sealed
from decisionaid.plan.written import plan_data as data_of
from tests.browser.site_fixtures import by_turns
from tests.in_node import made_in_node
from tests.plans import plan_data

ACUTE: Final = "\u0301"
"""A mark that stands on nothing: valid, and nothing of it is left in ASCII."""

SHORT: Final = (
    "W" * 300,
    "practice nurse at Example Street",
    "9 of 10",
    ACUTE,
    "שלום",
    "🙂 so",
    '"in" {words}',
)
LONG: Final = (
    "w" * 600,
    "I want to walk to the shop with my daughter again",
    "Rest",
    ACUTE * 4,
    "שלום " * 20,
)


class Fullest:
    """A plan with all that one may hold, as much of each as was drawn, and the same words drawn in each place."""

    def __init__(self, rng: Random, *, is_full: bool = False) -> None:
        """Take where to draw from; ``is_full``: the most and the longest of all."""
        self.rng, self.is_full = rng, is_full

    def few(self, most: int) -> range:
        """Return how many of something there are."""
        return range(
            most if self.is_full or self.rng.random() < 1 / 3 else self.rng.randint(0, most)
        )

    def one(self, of: Any) -> Any:  # noqa: ANN401
        """Return one of them, and the first where all is the most."""
        return of[0] if self.is_full else self.rng.choice(of)

    def said(self, visit: str, by: str = "c", **more: str) -> dict[str, Any]:
        """Return what somebody says."""
        return {"words": self.one(LONG), "by": by, "visit": visit, **more}

    def when(self) -> dict[str, Any]:
        """Return a time."""
        made: dict[str, Any] = self.one(
            [
                {"words": self.one(SHORT), "on": "2027-09-22"},
                {"words": self.one(SHORT)},
                {"on": "2027-09-22"},
            ]
        )
        return made

    def sometimes(self, **some: Any) -> dict[str, Any]:
        """Return some of these."""
        return {
            name: each for name, each in some.items() if self.is_full or self.rng.random() < 3 / 4
        }

    def action(self, n: int) -> dict[str, Any]:
        """Return an action, which may have no owner, no day and no leave."""
        asked = {"to": self.one(SHORT), "agreed": self.one(["yes", "no", "not_asked"])}
        if asked["agreed"] == "yes" and self.rng.random() < 1 / 3:
            asked["taken_back"] = [{"visit": "v-02-b", "by": "me"}]
        asked |= self.sometimes(
            contact_me_by=self.one(SHORT), reason=self.said("v-02-b", self.one(["c", "me"]))
        )
        asked |= self.sometimes(may_share=["needs", "reason", "about_me", "goal", "contact"])
        did = {"visit": "v-02-b", "status": self.one(["asked", "doing", "done"])}
        did |= self.sometimes(who="c", when=self.when(), often=self.one(SHORT), tell="gp")
        service = {
            "place": "a-town",
            "service": "club",
            "name": self.one(SHORT),
            "checked": "2026-09-01",
        }
        made = {
            "id": f"a{n}",
            "said": self.said("v-02-b"),
            "mine": "accepted",
            "did": [did],
            "goal": "g0",
        }
        return made | self.sometimes(asked=asked, help=self.one(SHORT), service=service)

    def made(self) -> Plan:
        """Return the plan."""
        data, rng = plan_data("knee-agreed"), self.rng
        for name in ("conditions", "shared", "copies", "results", "crc32"):
            data.pop(name, None)
        is_made_up = self.is_full or rng.random() < 1 / 4
        data |= {"rev": 1_000_000, **({"id": made_up_id("full")} if is_made_up else {})}
        data["people"] = [
            {"id": "me", "role": "me", "contact": self.one(SHORT)},
            {"id": "c", "role": self.one(["carer", "other"]), "job": self.one(SHORT)},
            {"id": "gp", "role": "clinician", "job": self.one(SHORT)},
        ]
        there = ["me", "c", "gp"]
        kinds = {
            "prep": "preparation",
            "v-02-a": "visit",
            "v-02-b": "visit",
            "prep2": "preparation",
        }
        # Of two visits of one day neither knew the other: then two wordings hold.
        days = (20, rng.choice([21, 22]), 22, 23)
        data["visits"] = [
            {
                "id": id_,
                "kind": kind,
                "on": f"2026-09-{days[n]}",
                "there": there[: 2 if "prep" in id_ else 3],
                "typed_by": "me",
            }
            for n, (id_, kind) in enumerate(kinds.items())
        ]
        signs = [self.said("prep", example=f"a:red-flags/s{n}") for n in self.few(6)]
        signs += [
            self.said("v-02-b", self.one(["gp", "c"]), example=f"a:red-flags/s{n}")
            for n in self.few(3)
        ]
        signs += [self.said("prep2", example=f"a:red-flags/s{n}") for n in self.few(3)]
        matters = [self.said(visit) for visit in ("v-02-a", "v-02-b", "prep2")]
        heads = ("please_do_and_dont", "communicate", "support", "people", "wellness")
        about = {
            "most_important": matters,
            "also_worth_knowing": signs,
            **{name: [self.said("v-02-a"), self.said("v-02-b")] for name in heads},
        }
        data["about_me"] = [{"heading": name, "said": said} for name, said in about.items() if said]
        data["learnt"] = [self.said("v-02-b") for _ in self.few(12)]
        data["needs"] = [
            {
                "id": f"n{n}",
                "about": "food_and_weight",
                "first": n < 3,
                **self.sometimes(said=self.said("prep")),
            }
            for n in self.few(16)
        ]
        became = {
            "visit": "v-02-b",
            "state": "decided",
            "option_name": self.one(SHORT),
            "by": ["me"],
        }
        data["decisions"] = [
            {"id": f"d{n}", "question": self.one(SHORT), "became": [became | self.sometimes(
                doubts=self.said("v-02-b"), reason=self.said("v-02-b"), look_again=self.when(),
            )]}
            for n in self.few(8)
        ]  # fmt: skip
        look = {"visit": "v-02-b", "status": "partly"}
        data["goals"] = [
            {
                "id": f"g{n}",
                "said": self.said("v-02-b"),
                "mine": "accepted",
                "looked": [look | self.sometimes(when=self.when())],
            }
            for n in range(max(1, *self.few(12), 1))
        ]
        data["actions"] = [self.action(n) for n in self.few(24)]
        data["if_worse"] = [
            {
                "signs": self.said("v-02-b"),
                **self.sometimes(i_do=self.said("v-02-b"), call=self.one(SHORT)),
            }
            for _ in self.few(6)
        ]
        line = {"what": "x", "each": 100_000_000, "times": 10_000}
        budget = {
            "visit": "v-02-b",
            "state": "agreed",
            "currency": "EUR",
            "lines": [line | {"id": f"l{n}"} for n in range(30)],
        }
        data["budgets"] = [
            budget | self.sometimes(amount=100_000_000, review=self.when()) for _ in self.few(1)
        ]
        review = {
            "visit": "v-02-b",
            **self.sometimes(when=self.when(), lead="gp", sooner_if=self.one(SHORT)),
        }
        data["reviews"] = [review for _ in self.few(1)]
        last = rng.choice([["no"], ["no"], ["yes"], ["yes", "not_asked"], ["partly"], []])
        noes = [
            {"visit": "v-02-b", "by": "me", "answer": "no", "words": self.one(SHORT)}
            for _ in self.few(20)
        ]
        data["agreed"] = [
            *noes,
            *({"visit": "v-02-b", "by": "me", "answer": each} for each in last),
        ]
        return sealed(data, is_altered=self.is_full or rng.random() < 1 / 3)


def full(seed: int, *, is_full: bool = False) -> Plan:
    """Return a plan that is full, drawn by a number."""
    return Fullest(Random(seed), is_full=is_full).made()  # noqa: S311


FULLEST: Final = [full(seed, is_full=seed < 6) for seed in range(60)]
EACH_FULLEST: Final = by_turns(range(len(FULLEST)), at_once=25)
"""Those that are as full as can be, and some of the others."""


@pytest.mark.parametrize("seed", EACH_FULLEST)
def test_no_text_is_longer_than_900_signs_of_ascii(seed: int) -> None:
    plan = FULLEST[seed]
    requests = [request_text(plan, action.id) for action in plan.actions]
    texts = [plan_record_text(plan), paper_record_text(PlanShort(plan, Left(12, 24, 1))), *requests]
    for text in texts:
        if isinstance(text, str):
            assert len(text) <= 900
            assert text.isascii()


def bare(text: str) -> str:
    """Return a text without what somebody said."""
    return re.sub(r'"[^"\n]*"', "", text)


@pytest.mark.parametrize("seed", EACH_FULLEST)
def test_what_has_to_be_known_never_gives_way(seed: int) -> None:
    plan = FULLEST[seed]
    words = table("plan-text")
    lines = plan_record_text(plan).splitlines()
    assert (words["altered"] in lines) == is_altered(plan)
    assert any(each.startswith("SAID NO: ") for each in lines) == bool(words_of_no(plan))
    signs = [*signs_ticked(plan), *signs_answered(plan)]
    assert any(each.startswith("WARNING SIGN") for each in lines) == bool(signs)
    assert was_met_with_somebody(plan)
    whole = record_text._whole(Room(plan, words["limits"][0]), "held")
    assert [each for each in whole.splitlines() if "NONE PLANNED" in each] == [
        each for each in lines if "NONE PLANNED" in each
    ]
    # What is missing of owners, days and leave stands in its line, or is counted in the last.
    for mark in words["marks"].values():
        *said, last = bare("\n".join(lines)).splitlines()
        if not last.startswith("Cut at"):
            said, last = [*said, last], ""
        found = re.search(rf"; among these .*?{mark} (\d+)", last)
        counted = sum(each.count(mark) for each in said) + (int(found[1]) if found else 0)
        assert counted == bare(whole).count(mark), mark


@pytest.mark.parametrize("seed", EACH_FULLEST)
def test_entries_that_gave_way_are_counted(seed: int) -> None:
    plan = FULLEST[seed]
    words = table("plan-text")
    whole = record_text._whole(Room(plan, words["limits"][0]), "held").splitlines()
    text = plan_record_text(plan).splitlines()
    begins = {
        "noes": "SAID NO",
        "signs": "WARNING",
        "matters": "MATTERS",
        "decisions": "DECISION",
        "goals": "GOAL",
        "learnt": "HELPS",
        "actions": "ACTION",
        "if_worse": "IF WORSE",
        "reviews": "REVIEW",
        "money": "MONEY",
    }
    assert {*begins, "reasons"} == {*words["names"]}
    for name, begin in begins.items():
        found = re.search(rf"(?:left out: |, ){words['names'][name]} (\d+)", text[-1])
        here = sum(each.startswith(begin) for each in text)
        assert here + (int(found[1]) if found else 0) == sum(
            each.startswith(begin) for each in whole
        ), name


def test_the_parts_go_in_the_order_that_is_written_down() -> None:
    words = table("plan-text")
    order = [name for gives in words["gives"] for name in gives]
    assert order == [
        "money",
        "matters",
        "decisions",
        "goals",
        "if_worse",
        "reviews",
        "actions",
        "signs",
    ]
    begins = {
        "matters": "MATTERS",
        "decisions": "DECISION",
        "goals": "GOAL",
        "actions": "ACTION",
        "if_worse": "IF WORSE",
    }
    seen = False
    for plan in FULLEST:
        text = plan_record_text(plan)
        gone = [
            name
            for name, begin in begins.items()
            if f"\n{begin}" not in text and getattr(plan, "about_me" if name == "matters" else name)
        ]
        if gone:
            last = max(gone, key=order.index)
            seen = True
            assert {name for name in begins if order.index(name) < order.index(last)} <= {*gone} | {
                name
                for name in begins
                if not getattr(plan, "about_me" if name == "matters" else name)
            }
    assert seen


def test_a_no_that_was_said_last_stays() -> None:
    data = plan_data("knee-agreed")
    visit = data["visits"][-1]["id"]
    answers = [
        {"visit": visit, "by": "me", "answer": "no", "words": f"reason {n:02} is long enough"}
        for n in range(24)
    ]
    text = plan_record_text(sealed(data | {"agreed": answers}))
    assert len(text) <= 900
    noes = re.findall(r"SAID NO: .*", text)
    assert 0 < len(noes) < 24
    assert f"SAID NO {24 - len(noes)}" in text.splitlines()[-1]


def with_nothing_left(data: dict[str, Any]) -> dict[str, Any]:
    """Return a plan whose times, and whom it asks, are nothing in ASCII."""
    for action in data["actions"]:
        for deed in action["did"]:
            deed.pop("often", None)
            deed["when"] = {"words": ACUTE}
            deed.pop("who", None)
        if "asked" in action:
            action["asked"]["to"] = ACUTE
    for goal in data["goals"]:
        goal["looked"] = [{"visit": "visit", "status": "open", "when": {"words": ACUTE}}]
    data["reviews"][-1]["when"] = {"words": ACUTE}
    return data


def test_a_time_and_an_owner_of_which_nothing_is_left_are_none() -> None:
    lines = plan_record_text(sealed(with_nothing_left(plan_data("knee-agreed")))).splitlines()
    assert [each.split('"')[-1] for each in lines if each.startswith("GOAL")] == [", NO DATE"]
    actions = [each for each in lines if each.startswith("ACTION")]
    assert len(actions) == 3
    assert all("- NO OWNER, NO DATE" in each for each in actions)
    assert any(each.startswith("REVIEW: NO DATE, led by") for each in lines)


def test_words_of_which_nothing_is_left_say_that_something_stood_there() -> None:
    data = plan_data("knee-agreed")
    data["decisions"][0] |= {"question": ACUTE}
    data["decisions"][0]["became"][-1]["option_name"] = ACUTE
    data["if_worse"][0] |= {"call": ACUTE}
    data["goals"][0]["said"]["words"] = ACUTE
    data["people"][2]["job"] = ACUTE
    text = plan_record_text(sealed(data))
    assert "DECISION: [sign] Decided: [sign]." in text
    assert 'GOAL: "[sign]", ' in text
    assert "; call [sign]" in text
    assert "(suggested by clinician, accepted)" in text
    action = next(each for each in data["actions"] if "asked" in each)
    action["asked"]["to"] = ACUTE
    action["service"] = {
        "place": "a-town",
        "service": "club",
        "name": ACUTE,
        "checked": "2026-09-01",
    }
    made = request_text(sealed(data), action["id"])
    assert isinstance(made, str)
    assert "REQUEST to [sign], " in made
    assert "SERVICE: [sign], checked " in made
    assert "(suggested by clinician, accepted)" in made


def test_in_quotes_stands_what_was_said_and_beside_it_who_said_it() -> None:
    data = plan_data("knee-agreed")
    cries = {"words": "She cries in the evening", "by": "daughter", "visit": "prep"}
    data["needs"] = [
        {"id": "lonely", "about": "lonely", "first": True, "said": cries},
        {"id": "pain", "about": "pain", "first": True},
    ]
    asked = next(each["asked"] for each in data["actions"] if each["id"] == "ask-link")
    asked["may_share"] = ["needs"]
    text = request_text(sealed(data), "ask-link")
    assert isinstance(text, str)
    assert (
        'WHAT IS HARD: being lonely (to talk about first): "She cries in the evening" (said by my daughter)'
        in text
    )
    assert "WHAT IS HARD: pain (to talk about first)\n" in text


def test_who_ticked_a_sign_is_told_beside_it() -> None:
    data = plan_data("knee-agreed")
    sign = {"example": "knee-osteoarthritis:red-flags/infection"}
    ticked = {"words": "The knee may be infected", "by": "daughter", "visit": "prep"} | sign
    found = {"words": "Looked: cool", "by": "gp", "visit": "visit"} | sign
    data["about_me"].append({"heading": "also_worth_knowing", "said": [ticked, found]})
    assert (
        'WARNING SIGN: "The knee may be infected" (said by patient\'s daughter): "Looked: cool" (said by GP)'
        in plan_record_text(sealed(data))
    )


def test_the_other_language_cuts_the_same(tmp_path: Path) -> None:
    plans = [*FULLEST[4:30], sealed(with_nothing_left(plan_data("knee-agreed")))]
    given = {"plans": [data_of(plan) for plan in plans], "answered": []}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), given, tmp_path)["plans"]
    for plan, theirs in zip(plans, made, strict=True):
        assert theirs["text"] == plan_record_text(plan)
        for action, (told, _file) in zip(plan.actions, theirs["requests"], strict=False):
            ours = request_text(plan, action.id)
            assert told == ({"text": ours} if isinstance(ours, str) else {"reason": ours.reason})


def test_of_a_paper_too_the_first_to_go_are_those_for_whom_somebody_was_seen(
    tmp_path: Path,
) -> None:
    reviews = []
    for each in FULLEST[:6]:
        data = data_of(each)
        # The fewest words that do not all fit: somebody was seen for the first half.
        data["goals"] = data["goals"][:1]
        data["actions"] = [
            action | {"said": action["said"] | {"words": f"Number {n} of many more"}, "asked": None}
            for n, action in enumerate(data["actions"][:12])
        ]
        for n, action in enumerate(data["actions"]):
            action["did"] = [{"visit": "v-02-b", "status": "seen" if n < 6 else "doing"}]
        reviews.append(sealed(data | {"if_worse": [], "learnt": [], "reviews": []}))
    ours = [review_record_text(each, PlanShort(each, Left(0, 1, 0))) for each in reviews]
    assert any("left out: actions" in each and "Number 6" in each for each in ours)
    for text in ours:
        seen = text.count("first talk has been")
        assert seen == 0 or text.count("doing it") == 6
    given = {
        "plans": [],
        "answered": [],
        "reviews": [[data_of(each), data_of(each)] for each in reviews],
    }
    texts = made_in_node(Path(__file__).with_name("exchanged.ts"), given, tmp_path)["texts"]
    assert texts[::2] == ours


def test_what_never_gives_way_has_room_by_itself() -> None:
    words = table("plan-text")
    last = [*text_room._all_limits()][-1]
    # Of all stages the longest may stand there, whichever these have.
    stages = sorted(map(len, words["stage"].values()))
    for plan in FULLEST:
        made = record_text._whole(Room(plan, last), "held")
        assert len(made) + stages[-1] - stages[0] <= words["most"]
