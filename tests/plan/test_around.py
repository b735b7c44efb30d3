"""What stands around a plan in a file, and its size, come to the same in both languages; so do those of a record."""

import sys
from pathlib import Path
from typing import Final

from decisionaid.model.plan.plan import MAX_PLAN_BYTES
from decisionaid.outside.clean import SPACE
from decisionaid.outside.found import Found
from decisionaid.plan.reading import PlanRefused, read_plan
from decisionaid.record.reading import record_in_text
from tests.in_node import made_in_node
from tests.plan.hostile import PAGE, SMALL
from tests.plan.test_cases import verdict_on

OTHERS: Final = "\x00\x1c\x1d\x1e\x1f\x85\u180e\u200b\u2060\u2800"
"""What is a space for nobody, or for Python alone."""


def test_spaces_are_those_of_browsers() -> None:
    # `str.isspace` has all of Unicode, and four controls and a line end beside that browsers do not take for one.
    spaces = {chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()}
    assert {*SPACE} == spaces - {*OTHERS} | {"\ufeff"}


def test_any_space_may_stand_before_a_plan_and_in_its_marks(tmp_path: Path) -> None:
    signs = SPACE + OTHERS
    made = [
        (
            sign + SMALL,
            PAGE.replace("id=", f"id{sign}={sign}"),
            PAGE.replace("</script>", f"</script{sign}>"),
        )
        for sign in signs
    ]
    texts = [text for each in made for text in each]
    verdicts = made_in_node(Path(__file__).with_name("verdicts.ts"), texts, tmp_path)
    # Of what is none the two say the same, whatever that is.
    assert verdicts == [verdict_on(text) for text in texts]
    for each in made[: len(SPACE)]:
        assert [verdict_on(text)["left"] for text in each] == [[], [], []], each[0][:1]


def test_any_space_may_stand_before_a_record() -> None:
    record = '{"format":"decisionaid.record/1","id":"' + "0" * 32 + '"}'
    for sign in SPACE:
        assert isinstance(record_in_text(sign + record), Found), hex(ord(sign))


LARGE: Final = SMALL[:-1] + ',"more":"' + "x" * MAX_PLAN_BYTES + '"}'
NEWER: Final = LARGE.replace("plan/1", "plan/2")


def test_a_large_plan_of_a_newer_format_is_newer(tmp_path: Path) -> None:
    texts = {
        LARGE: "too_large",
        NEWER: "newer",
        PAGE.replace(SMALL, NEWER): "newer",
        NEWER.replace('"format":', '"format" :\n '): "newer",
        NEWER.replace("plan/2", "plan/12"): "newer",
        NEWER.replace("plan/2", "plan/02"): "too_large",
        NEWER.replace("plan/2", "plan/" + "9" * 10): "too_large",
        LARGE.replace('"more":"', '"more":"\\"format\\":\\"decisionaid.plan/2\\"'): "too_large",
        NEWER + NEWER: "two",
    }
    found = {text: read_plan(text) for text in texts}
    assert [each.fault for each in found.values() if isinstance(each, PlanRefused)] == [
        *texts.values()
    ]
    verdicts = made_in_node(Path(__file__).with_name("verdicts.ts"), [*texts], tmp_path)
    assert [each["fault"] for each in verdicts] == [*texts.values()]
