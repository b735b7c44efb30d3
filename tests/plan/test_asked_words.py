"""Whom somebody asks, within a sentence: a job has an article, whoever is near is "my", and a name is a name."""

from pathlib import Path

import pytest

from decisionaid.plan.asked_words import asked_words, in_sentence
from decisionaid.plan.request_text import request_text
from decisionaid.plan.text import plan_record_text
from tests.english import script_texts
from tests.in_node import made_in_node
from tests.plans import plan_data, plan_of

SAYS = script_texts("plan")

WORDS = {
    "link worker": "the link worker",
    "Link worker": "the link worker",
    "link workers": "the link workers",
    "care coordinator": "the care coordinator",
    "clinician": "the clinician",
    "professional": "the professional",
    "physiotherapist": "the physiotherapist",
    "first contact physiotherapist": "the first contact physiotherapist",
    "Pharmacist": "the pharmacist",
    "GP": "the GP",
    "GP surgery": "the GP surgery",
    "personal health budget adviser": "the personal health budget adviser",
    "son": "my son",
    "Neighbour": "my neighbour",
    # Something stands before it, or it is a name, or nobody can tell.
    "my son": "my son",
    "my carer": "my carer",
    "the link worker": "the link worker",
    "a nurse": "a nurse",
    "who speaks for me": "who speaks for me",
    "somebody else": "somebody else",
    "Example Town link workers": "Example Town link workers",
    "First contact physiotherapist": "First contact physiotherapist",
    "Dr Shah": "Dr Shah",
    "anna": "anna",
    "": "",
}


@pytest.mark.parametrize("to", WORDS)
def test_whom_somebody_asks_stands_in_a_sentence_as_a_person_would_say_it(to: str) -> None:
    assert in_sentence(to) == WORDS[to]


def test_each_role_word_stands_in_a_sentence() -> None:
    """The words of the page for a role: the request begins with them."""
    bare = {role: SAYS[f"who.{role}"] for role in ("clinician", "link_worker", "care_coordinator")}
    bare["professional"] = SAYS["who.professional"]
    assert all(asked_words(words) == ("the", words) for words in bare.values())
    for role in ("speaks_for_me", "carer", "other"):
        assert asked_words(SAYS[f"who.{role}"])[0] == ""


def test_the_other_language_says_the_same(tmp_path: Path) -> None:
    made = made_in_node(Path(__file__).with_name("asked-words.ts"), [*WORDS], tmp_path)
    assert made == [*WORDS.values()]


def test_the_record_and_the_request_say_it_so() -> None:
    data = plan_data("knee-agreed")
    # There is room for whom they ask.
    data |= {"about_me": [], "if_worse": [], "actions": data["actions"][-1:]}
    data["decisions"][0]["became"] = []
    (action,) = (each for each in data["actions"] if each["id"] == "ask-link")
    action["asked"]["to"] = "link worker"
    action["did"][-1]["who"] = "gp"
    assert "agrees to ask the link worker" in plan_record_text(plan_of(data))
    made = request_text(plan_of(data), "ask-link")
    assert isinstance(made, str)
    assert made.startswith("REQUEST to the link worker, ")
    action["asked"]["to"] = "son"
    assert "agrees to ask patient's son" in plan_record_text(plan_of(data))
