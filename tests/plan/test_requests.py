"""A request holds one action and what may go with it; without the person's yes there is none; the answer adds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from decisionaid.model.plan.plan import Plan
from decisionaid.outside.tables import table
from decisionaid.plan.fhir import plan_fhir_text
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.pointers import pointers_of
from decisionaid.plan.prsb import plan_prsb_text
from decisionaid.plan.reading import PlanRead, PlanRefused, read_plan
from decisionaid.plan.request_text import request_text
from decisionaid.plan.requests import NoRequest, answer_of, request_file
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import answer_to
from decisionaid.plan.text import plan_record_text
from decisionaid.plan.written import plan_data as data_of
from decisionaid.plan.written import plan_text, sealed
from tests.in_node import made_in_node
from tests.plan.test_codes import in_any_order, random_plans
from tests.plans import plan_data, plan_named, plan_of

MAY: Final = ("reason", "contact", "about_me", "needs", "goal")
ASK: Final = "ask-link"
OWN: Final = (
    "words", "job", "name", "contact", "now", "help", "to", "contact_me_by", "call", "sooner_if",
    "question", "with_whom",
)  # fmt: skip


def asked(rng: Random) -> Plan:
    """Return a plan in which each text says where it stands, with one request and some leave to share."""
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == ASK)
    action["goal"] = "school"
    action["asked"] |= {"may_share": sorted(rng.sample(MAY, rng.randint(0, 5)))}
    action["help"] = rng.choice(["", "A lift"])
    data["people"][0] |= {"name": "A Name", "contact": "01632 960 111"}
    data["people"][2] |= {"name": "Another", "contact": "01632 960 222"}
    return plan_of(marked(data, ""))


def marked(data: Any, path: str) -> Any:  # noqa: ANN401
    """Return data in which each text of somebody's own is the place where it stands."""
    if isinstance(data, dict):
        return {name: _marked(name, part, f"{path}/{name}") for name, part in data.items()}
    if isinstance(data, list):
        names = [each.get("id", n) if isinstance(each, dict) else n for n, each in enumerate(data)]
        return [marked(each, f"{path}/{name}") for each, name in zip(data, names, strict=True)]
    return data


def _marked(name: str, part: Any, path: str) -> Any:  # noqa: ANN401
    is_own = name in OWN and isinstance(part, str) and part and not path.startswith("/copies")
    return f"<{path}>" if is_own else marked(part, path)


def allowed() -> dict[str, str]:
    """Return the places that may be in a request, each with what has to be shared for it; nothing: always."""
    here = f"</actions/{ASK}"
    return {
        f"{here}/asked/reason": "reason",
        f"{here}/asked/contact_me_by": "contact",
        f"{here}/": "",
        "</people/me/": "contact",
        "</about_me/": "about_me",
        "</needs/": "needs",
        "</goals/school/said/": "goal",
    }


@pytest.mark.parametrize("seed", range(40))
def test_nothing_else_of_the_plan_is_in_a_request(seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    plan = asked(rng)
    may = next(a.asked.may_share for a in plan.actions if a.id == ASK and a.asked)
    places = allowed()
    text, file = request_text(plan, ASK), request_file(plan, ASK)
    assert isinstance(text, str)
    assert isinstance(file, Plan)
    for place in texts_in(data_of(plan)):
        need = next((need for start, need in places.items() if place.startswith(start)), None)
        is_free = need == "" or need in may
        # Who is named in it is told by what they are to the person, and by nothing else.
        is_job = place.split("/")[2] in named_in(file) and place.endswith("/job>")
        if not is_free and not is_job:
            assert place not in plan_text(file), place
            assert place not in text, place
    named = {
        "me",
        *(each for action in file.actions for deed in action.did for each in (deed.who,)),
    }
    assert named - {None} <= {person.id for person in file.people}
    assert {person.id for person in file.people} <= {"me", "daughter", "gp"}
    assert {one for visit in file.visits for one in visit.there} <= named_in(file) | {"me"}
    assert not any(person.name for person in file.people if person.id != "me")


def named_in(plan: Plan) -> set[str]:
    """Return whom the words and the deeds of a plan name, beside who was there and who typed."""

    def walk(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for name, part in value.items():
                if name in ("by", "who", "tell") and isinstance(part, str):
                    yield part
                elif name != "visits":
                    yield from walk(part)
        elif isinstance(value, list):
            for part in value:
                yield from walk(part)

    return {*walk(data_of(plan))}


def test_who_was_there_and_is_not_named_is_not_told_and_not_lost() -> None:
    data = plan_data("knee-agreed")
    data["people"][1]["job"] = "My daughter Ann"
    action = next(each for each in data["actions"] if each["id"] == ASK)
    action["asked"]["may_share"] = ["reason", "contact"]
    plan = plan_of(data)
    request = request_file(plan, ASK)
    assert isinstance(request, Plan)
    assert "Ann" not in plan_text(request)
    assert "daughter" not in {one for visit in request.visits for one in visit.there}
    # The file says of nobody what the text does not; an answer to it takes nobody out of the plan.
    link = {"id": "worker", "role": "link_worker"}
    visit = {"id": "v-link", "kind": "link_worker", "on": "2026-12-08", "there": ["worker"]}
    answered = data_of(request)
    answered["people"].append(link)
    answered["visits"].append(visit | {"typed_by": "worker"})
    both = merged(plan, answer_of(request, plan_of(answered)))
    assert isinstance(both, Merged)
    assert both.disputed == ()
    assert both.plan.people[:3] == plan.people[:3]
    assert both.plan.visits[:2] == plan.visits
    back = merged(answer_of(request, plan_of(answered)), plan)
    assert isinstance(back, Merged)
    assert back.plan == both.plan


def texts_in(data: object) -> set[str]:
    """Return the marks in a plan."""
    if isinstance(data, dict):
        return {mark for part in data.values() for mark in texts_in(part)}
    if isinstance(data, list):
        return {mark for part in data for mark in texts_in(part)}
    return {data} if isinstance(data, str) and data.startswith("<") else set()


@pytest.mark.parametrize("part", MAY)
def test_what_may_be_shared_goes_with_it(part: str) -> None:
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == ASK)
    action["goal"] = "school"
    action["asked"]["may_share"] = [part]
    data["people"][0]["contact"] = "01632 960 111"
    plan = plan_of(data)
    words = {
        "reason": "I miss the club",
        "contact": "01632 960 111",
        "about_me": "Keep taking my grandson",
        "needs": "stopped going to the club",
        "goal": "Walk my grandson",
    }
    text, file = request_text(plan, ASK), request_file(plan, ASK)
    assert isinstance(text, str)
    assert isinstance(file, Plan)
    for name, said in words.items():
        assert (said in text) is (name == part)
        assert (said in plan_text(file)) is (name == part)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"asked": {"agreed": "no"}}, "no"),
        ({"asked": {"agreed": "not_asked"}}, "not_asked"),
        ({"asked": {"taken_back": [{"visit": "visit", "by": "me"}]}}, "taken_back"),
        ({"mine": "not_asked"}, "not_taken"),
        ({"mine": "declined"}, "not_taken"),
        (None, "no_request"),
    ],
)
def test_without_a_yes_there_is_none(change: dict[str, Any] | None, reason: str) -> None:
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == ASK)
    if change is None:
        del action["asked"]
    else:
        action["asked"] |= change.pop("asked", {})
        action |= change
    plan = plan_of(data)
    assert request_text(plan, ASK) == request_file(plan, ASK) == NoRequest(reason)  # type: ignore[arg-type]
    assert request_text(plan, "ghost") == NoRequest("unknown")


def taken_back(at: Plan) -> Plan:
    """Return the plan with the yes to its request taken back at its last visit."""
    data = data_of(at)
    action = next(each for each in data["actions"] if each["id"] == ASK)
    action["asked"]["taken_back"] = [{"visit": data["visits"][-1]["id"], "by": "me"}]
    return plan_of(data)


def test_a_yes_that_was_taken_back_stays_to_be_read_and_no_older_copy_brings_it_again() -> None:
    plan = plan_named("knee-agreed")
    request = request_file(plan, ASK)
    assert isinstance(request, Plan)
    back = taken_back(plan)
    asked = next(each.asked for each in back.actions if each.id == ASK)
    assert asked is not None
    assert (asked.agreed, answer_to(asked)) == ("yes", "taken_back")
    for older in (plan, request, answer_of(request, answered(request))):
        for pair in ((back, older), (older, back)):
            found = merged(*pair)
            assert isinstance(found, Merged)
            assert request_file(found.plan, ASK) == NoRequest("taken_back")
    assert "AGREED TO ASK AND TOOK IT BACK" in plan_record_text(back)
    for text in (plan_prsb_text(back), plan_fhir_text(back)):
        assert "agreed to ask Example Town link workers and took that back" in text


@pytest.mark.parametrize(
    ("by", "fault"), [("gp", "not-theirs"), ("daughter", "not-theirs"), ("me", "")]
)
def test_nobody_but_the_person_takes_a_yes_back(by: str, fault: str) -> None:
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == ASK)
    action["asked"]["taken_back"] = [{"visit": data["visits"][-1]["id"], "by": by}]
    found = read_plan(json.dumps(data))
    assert (found.claims[0].name if isinstance(found, PlanRefused) else "") == fault
    data["visits"][-1]["there"] = ["gp"]
    data["agreed"] = []
    assert isinstance(read_plan(json.dumps(data)), PlanRefused)


def test_whom_the_person_agreed_to_ask_is_who_does_it() -> None:
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == ASK)
    for deed in action["did"]:
        deed.pop("who", None)
    plan = plan_of(data)
    assert f"actions/{ASK}" not in {
        each.path for each in pointers_of(plan, "2026-12-02") if each.code == "PL04"
    }
    assert "NO OWNER" not in plan_record_text(plan)
    back = taken_back(plan)
    assert f"actions/{ASK}" in {
        each.path for each in pointers_of(back, "2026-12-02") if each.code == "PL04"
    }
    assert "NO OWNER" in plan_record_text(back)


def test_a_request_that_is_the_fullest_is_short_ascii_and_says_what_is_missing() -> None:
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if each["id"] == ASK)
    action |= {"goal": "school", "help": "h" * 300, "said": action["said"] | {"words": "é" * 600}}
    action["service"] = {
        "place": "p",
        "service": "s",
        "name": "n" * 300,
        "phone": "1" * 40,
        "checked": "2026-11-10",
    }
    action["asked"] |= {"may_share": list(MAY), "to": "t" * 300, "contact_me_by": "c" * 300}
    action["asked"]["reason"]["words"] = "r" * 600
    data["people"][0]["contact"] = "k" * 300
    data["goals"][0]["said"]["words"] = "g" * 600
    said = {"words": "a" * 600, "by": "daughter", "visit": "visit"}
    headings = (
        "most_important",
        "people",
        "communicate",
        "wellness",
        "please_do_and_dont",
        "support",
        "also_worth_knowing",
    )
    data["about_me"] = [{"heading": heading, "said": [said]} for heading in headings]
    data["people"][1]["job"] = "j" * 300
    ids = ["pain", *(f"n{n}" for n in range(15))]
    need = {"about": "food_and_weight", "first": True, "said": said}
    data["needs"] = [{"id": id_, **need} for id_ in ids]
    text = request_text(plan_of(data), ASK)
    assert isinstance(text, str)
    assert len(text) <= 900
    assert text.isascii()
    assert "More of this: 14" in text
    assert "Shortened" in text.splitlines()[-1]


@pytest.mark.long
def test_a_request_is_the_same_plan_and_comes_back_to_it() -> None:
    for plan in (plan_named("knee-agreed"), *random_plans(20)):
        for action in plan.actions:
            file = request_file(plan, action.id)
            if isinstance(file, NoRequest):
                continue
            assert file.id == plan.id
            assert isinstance(read_plan(plan_text(file)), PlanRead)
            found = merged(plan, file)
            assert isinstance(found, Merged)
            assert found.disputed == ()
            assert in_any_order(data_of(found.plan)) == in_any_order(data_of(plan))


def answered(request: Plan) -> Plan:
    """Return a request to which a link worker has answered: seen, and a suggestion."""
    data = data_of(request)
    data["people"].append({"id": "p-7f", "role": "link_worker", "job": "link worker"})
    data["visits"].append(
        {
            "id": "v-7f",
            "kind": "link_worker",
            "on": "2027-02-03",
            "how": "phone",
            "there": ["me", "p-7f"],
            "typed_by": "p-7f",
        }
    )
    data["actions"][0]["did"] = [
        *data["actions"][0].get("did", []),
        {
            "visit": "v-7f",
            "status": "seen",
            "said": {"words": "We talked", "by": "p-7f", "visit": "v-7f"},
        },
    ]
    data["actions"].append(
        {
            "id": "a-7f",
            "said": {"words": "Try lunch", "by": "p-7f", "visit": "v-7f"},
            "mine": "not_asked",
            "kind": "service",
        }
    )
    return plan_of(data | {"rev": data.get("rev", 1) + 1, "updated": "2027-02-03T10:00:00Z"})


@pytest.mark.long
def test_an_answer_adds_and_changes_nothing() -> None:
    rng = Random(7)  # noqa: S311
    for plan in (asked(rng) for _ in range(20)):
        request = request_file(plan, ASK)
        assert isinstance(request, Plan)
        answer = answer_of(request, answered(request))
        assert all(action.asked is None for action in answer.actions)
        found = merged(plan, answer)
        assert isinstance(found, Merged)
        assert found.disputed == ()
        after = {action.id: action for action in found.plan.actions}
        before = {action.id: action for action in plan.actions}
        assert {*after} == {*before, "a-7f"}
        assert after[ASK].asked == before[ASK].asked
        assert [deed.status for deed in after[ASK].did] == ["asked", "seen"]
        for name in ("about_me", "needs", "goals", "if_worse", "reviews", "agreed", "decisions"):
            told = data_of(found.plan).get(name)
            assert in_any_order(told) == in_any_order(data_of(plan).get(name))
        assert {*plan.people} <= {*found.plan.people}
        # What somebody added has to be asked about.
        assert stage_of(found.plan) == "changed"
        assert merged(answer, plan) == found


@pytest.mark.parametrize(
    "many", [pytest.param(16, marks=pytest.mark.long), pytest.param(500, marks=pytest.mark.soak)]
)
def test_both_languages_make_the_same_requests_and_answers(many: int, tmp_path: Path) -> None:
    rng = Random(8)  # noqa: S311
    plans = [*(asked(rng) for _ in range(many)), *random_plans(many)]
    requests = [file for plan in plans if isinstance(file := request_file(plan, ASK), Plan)]
    pairs = [[data_of(request), data_of(answered(request))] for request in requests]
    given = {"plans": [data_of(plan) for plan in plans], "answered": pairs}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), given, tmp_path)
    for plan, theirs in zip(plans, made["plans"], strict=True):
        ids = [*(action.id for action in plan.actions), "ghost"]
        assert theirs["requests"] == [
            [_told(request_text(plan, id_)), _written(request_file(plan, id_))] for id_ in ids
        ]
    answers = [plan_text(answer_of(request, answered(request))) for request in requests]
    assert made["answers"] == answers
    assert len(answers) >= many


def _told(text: str | NoRequest) -> dict[str, str]:
    return {"text": text} if isinstance(text, str) else {"reason": text.reason}


def _written(file: Plan | NoRequest) -> str:
    return file.reason if isinstance(file, NoRequest) else plan_text(file)


def test_a_request_that_was_altered_on_its_way_says_so_in_both_languages(tmp_path: Path) -> None:
    plan = plan_named("knee-link-worker")
    cut = request_file(plan, ASK)
    assert isinstance(cut, Plan)
    altered = [sealed(data_of(each), is_altered=True) for each in (plan, cut)]
    for each in altered:
        text = request_text(each, ASK)
        assert isinstance(text, str)
        assert text.splitlines()[1] == table("plan-text")["altered"]
    given = {"plans": [data_of(each) for each in (*altered, cut)], "answered": []}
    made = made_in_node(Path(__file__).with_name("exchanged.ts"), given, tmp_path)
    for each, found in zip((*altered, cut), made["plans"], strict=True):
        assert {"text": request_text(each, ASK)} in [text for text, _ in found["requests"]]
    assert "ALTERED" not in str(request_text(cut, ASK))


def test_a_request_reads_as_people_write() -> None:
    assert request_text(plan_named("knee-agreed"), ASK) == (
        "REQUEST to Example Town link workers, 1 Dec 2026. Plan 5f0c7a1b, save 2.\n"
        'ASKS: "Ask the link worker about a club that I can get to" (suggested by GP, accepted)\n'
        "The person agrees to this request.\n"
        'WHY: "I miss the club. The bus steps are too high."\n'
        "REACH THE PERSON: telephone, mornings\n"
        "Nothing else of the plan is in this request."
    )
    assert json.loads(plan_text(plan_named("knee-agreed")))["actions"][2]["id"] == ASK
