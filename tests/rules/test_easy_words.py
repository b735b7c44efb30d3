"""Easy words say what the plain ones say: each fault planted in the made-up aid is named in its line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.length import easy_length_of, length_of
from decisionaid.model.wordings import has_easy_words, in_easy_words, wordings_of
from decisionaid.text import Source
from tests.easy_example import PICTURED, SPECIMEN
from tests.rules.examples import SPECIMEN as WITHOUT


@dataclass(frozen=True)
class Fault:
    """``find`` gives way to ``put``, and ``code`` has to be told in the line in which ``at`` stands."""

    what: str
    find: str
    put: str
    code: str
    at: str


FAULTS = (
    Fault(
        "a figure is missing",
        "\n[[pain/as-now]].\n\n[[pain/treatment]].\n\n## The",
        "\n[[pain/treatment]].\n\n## The",
        "DA330",
        "### What can happen {.easy}",
    ),
    Fault(
        "a figure more",
        "[[pain/treatment]].\n\n## The",
        "[[pain/treatment]].\n\n[[sick/treatment]].\n\n## The",
        "DA330",
        "### What can happen {.easy}",
    ),
    Fault(
        "a number that is typed",
        "- You take it each day.",
        "- You take 3 each day.",
        "DA330",
        "- You take 3",
    ),
    Fault(
        "a number in words",
        "- You take it each day.",
        "- You take seven each day.",
        "DA330",
        "- You take seven",
    ),
    Fault(
        "an option that is left out",
        "You can talk with your health team.\n",
        "You can talk with your health team. Ask about the example treatment.\n",
        "DA215",
        "### Who can help? {.easy}",
    ),
    Fault(
        "a harm that is left out",
        "You can talk with your health team.\n",
        "You can talk with your health team. Some people feel sick.\n",
        "DA215",
        "### Who can help? {.easy}",
    ),
    Fault(
        "an option without",
        "### Nothing new {.easy}\n\n- You go on as now.\n- You start nothing new.\n",
        "",
        "DA815",
        "### Carry on as now",
    ),
    Fault(
        "a question without",
        "### Feeling sick {.easy}\n\nYou may not want to feel sick.\n\nHow important is this to you?\n",
        "",
        "DA815",
        "### Not feeling sick",
    ),
    Fault(
        "whom it is for without",
        "for-easy: It is for adults. They have the example condition.\n",
        "",
        "DA815",
        "for: Adults",
    ),
    Fault(
        "what stands below the title without",
        "### Made up {.easy}\n\nAll figures are made up.\n\n",
        "",
        "DA815",
        "All figures in this aid",
    ),
    Fault(
        "below the title a long sentence",
        "All figures are made up.\n",
        "All of the figures that you see in this aid are made up.\n",
        "DA816",
        "All of the figures",
    ),
    Fault(
        "below the title a number that is not in the plain words",
        "All figures are made up.\n",
        "All 18 figures are made up.\n",
        "DA330",
        "All 18 figures",
    ),
    Fault(
        "below the title twice",
        "### Made up {.easy}\n",
        "### All is made up {.easy}\n\nAll is made up.\n\n### Made up {.easy}\n",
        "DA028",
        "### Made up {.easy}",
    ),
    Fault(
        "below the title as if something was answered",
        "### Made up {.easy}",
        "### Made up {.easy .answered}",
        "DA030",
        "### Made up {.easy .answered}",
    ),
    Fault(
        "whom it is for in a long sentence",
        "not-for-easy: Not for children.",
        "not-for-easy: It is not for any child of any age in any place at all.",
        "DA816",
        "not-for-easy: It is not for any child",
    ),
    Fault(
        "a number in whom it is for",
        "for-easy: It is for adults.",
        "for-easy: It is for adults of 18.",
        "DA330",
        "for-easy: It is",
    ),
    Fault(
        "what is said once a fact is answered without",
        "### Not everyone {.easy .answered}\n\nSome still have pain.\n\n[[pain/treatment]].\n",
        "",
        "DA815",
        "### Everyone who takes",
    ),
    Fault(
        "a figure is missing once a fact is answered",
        "Some still have pain.\n\n[[pain/treatment]].",
        "Some still have pain.",
        "DA330",
        "### Not everyone {.easy .answered}",
    ),
    Fault(
        "answered at a part that asks nothing",
        "### A treatment {.easy}",
        "### A treatment {.easy .answered}",
        "DA030",
        "### A treatment {.easy .answered}",
    ),
    Fault(
        "answered twice",
        "Some still have pain.\n\n",
        "Some still have pain.\n\n### More {.easy .answered}\n\n",
        "DA028",
        "### More",
    ),
    Fault(
        "a long sentence",
        "It shows how an aid is written.\n\n## If",
        "It shows how an aid is written by the people who write aids.\n\n## If",
        "DA816",
        "It shows how an aid is written by",
    ),
    Fault(
        "a long heading",
        "### Get help {.easy}",
        "### Get help now if you feel very unwell in any way today {.easy}",
        "DA816",
        "### Get help now",
    ),
    Fault(
        "more than one thing in a line",
        "Then call for help.",
        "Then call. Ask for help. Wait for it.",
        "DA816",
        "Then call.",
    ),
    Fault(
        "advice",
        "- You take it each day.",
        "- You should take it each day.",
        "DA205",
        "- You should",
    ),
    Fault(
        "a question that leads",
        "You may not want to feel sick.",
        "Surely you do not want to feel sick, do you not?",
        "DA402",
        "### Feeling sick {.easy}",
    ),
    Fault(
        "a picture for one option",
        "- You take it each day.",
        "- You take it each day.\n\n![A tablet](images/a.png)\n\nThis is it.",
        "DA208",
        "### Carry on as now",
    ),
    Fault(
        "stress for one option",
        "- You take it each day.",
        "- You take it **each day**.",
        "DA206",
        "### A treatment {.easy}",
    ),
    Fault(
        "more of one option",
        "- You take it each day.",
        "- You take it each day.\n" + "- You can take it in the morning.\n" * 3,
        "DA204",
        "### Carry on as now",
    ),
    Fault(
        "one in so many",
        "Then call for help.",
        "This is so for 1 in 20.",
        "DA309",
        "This is so for 1 in 20.",
    ),
)


def told(text: str) -> list[tuple[str, str]]:
    """Return the code and the line of the source of each thing that is told."""
    lines = text.splitlines()
    found = compile_aid(Source("easy.md", text, "easy")).diagnostics
    return [(each.code.number, lines[each.span.line - 1]) for each in found]


def test_nothing_is_told_of_the_made_up_aid() -> None:
    assert told(SPECIMEN) == []
    assert told(PICTURED) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each.what)
def test_a_fault_in_easy_words_is_told_where_it_stands(fault: Fault) -> None:
    assert SPECIMEN.count(fault.find) == 1
    found = told(SPECIMEN.replace(fault.find, fault.put))
    assert [line for code, line in found if code == fault.code and line.startswith(fault.at)], found


def test_other_figures_can_be_set_aside_by_nobody() -> None:
    head = 'waivers: {DA330: {by: "Example team", date: 2026-01-10, reason: "We wanted fewer figures"}}'
    text = SPECIMEN.replace("funding: none\n", f"funding: none\n{head}\n")
    text = text.replace("- You take it each day.", "- You take 3 each day.")
    assert {"DA330", "DA035"} <= {code for code, _line in told(text)}


def test_a_number_of_the_plain_words_may_be_said_in_another_way() -> None:
    text = SPECIMEN.replace("treatment each day.\n", "treatment each day, for 3 days.\n", 1)
    assert text != SPECIMEN
    text = text.replace("- You take it each day.", "- You take it for three days.")
    assert "DA330" not in {code for code, _line in told(text)}


def test_an_aid_without_easy_words_is_asked_for_none() -> None:
    text = WITHOUT.read_text(encoding="utf-8")
    aid = compile_aid(text).aid
    assert aid is not None
    assert not has_easy_words(aid)
    assert easy_length_of(aid) is None
    assert in_easy_words(aid) == aid


def test_the_length_of_both_wordings_is_reckoned() -> None:
    plain, easy = (compile_aid(each).aid for each in (SPECIMEN, PICTURED))
    assert plain is not None
    assert easy is not None
    lengths = easy_length_of(plain), easy_length_of(easy)
    assert lengths[0] is not None
    assert lengths[1] is not None
    assert lengths[0].words == lengths[1].words == length_of(in_easy_words(plain)).words
    # Pictures take room beside the words.
    assert lengths[0].screens < lengths[1].screens
    assert length_of(plain) == length_of(easy)


def test_easy_words_that_are_too_long_a_way_are_told() -> None:
    more = "- It goes on and on.\n" * 19
    text = SPECIMEN
    for number in range(40):
        text += (
            f"\n## Part {number}\n\nIt goes on.\n\n### Part {number} in short {{.easy}}\n\n{more}"
        )
    text = text.replace(
        "## What is the example", text[text.index("\n## Part 0") :] + "\n## What is the example", 1
    )
    found = compile_aid(text).diagnostics
    said = [each.message for each in found if each.code.number == "DA865"]
    assert len(said) == 1
    assert said[0].startswith("the way through this aid in easy words is about ")


def test_all_that_can_have_easy_words_is_listed_with_both() -> None:
    aid = compile_aid(SPECIMEN).aid
    assert aid is not None
    assert [each.name for each in wordings_of(aid) if each.easy] == [
        "for", "not-for", "An example condition in easy words",
        "What is the example condition?", "If you need help now", "Carry on as now", "Example treatment",
        "What happens to people like me", "Less pain", "Not feeling sick", "Put these in order",
        "Everyone who takes the treatment is free of pain.", "Help and support",
    ]  # fmt: skip
