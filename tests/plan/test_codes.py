"""A plan's code on paper: short, whole or refused, the same in both languages, and read from a poor picture."""

import json
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from PIL import Image, ImageFilter

from decisionaid.model.plan.plan import Plan, PlanForm
from decisionaid.model.plan.said import Visit
from decisionaid.model.schema import schema_text
from decisionaid.outside.tables import table
from decisionaid.plan.code import (
    CodeRefused,
    left_in_words,
    plan_code_in_text,
    preparation_code,
    read_plan_code,
    short_code,
)
from decisionaid.plan.merging import Merged, merged
from decisionaid.plan.reading import PlanRead, read_plan
from decisionaid.plan.short import Left, PlanShort, review_from_paper
from decisionaid.plan.standing import stage_of
from decisionaid.plan.taken import open_actions, open_goals
from decisionaid.plan.written import plan_data as data_of
from decisionaid.plan.written import plan_text
from decisionaid.record.token import TokenFault, record_in_token
from decisionaid.record.token_text import is_plan_code
from tests.browser.tokens import codes_in
from tests.in_node import made_in_node
from tests.plan.hostile_codes import PATH, long, verdict_on
from tests.plan.made import random_plan
from tests.plans import SOUND, plan_data, plan_named, plan_of

CASES: Final[list[dict[str, Any]]] = json.loads(PATH.read_text("utf-8"))
VISIT: Final = Visit(
    id="v-today", kind="review", on="2028-01-03", how="face_to_face", there=("me",), typed_by="me"
)
NOW: Final = "2028-01-03T10:00:00Z"
CODE: Final = short_code(plan_named("knee-agreed")).code
FULLEST: Final = next(case["text"] for case in CASES if case["says"] == "a long plan")
SIDE: Final = 45 / 25.4
"""Inches of the picture on paper, with the white around it."""


def short_of(plan: Plan) -> PlanShort:
    """Return what the code of a plan holds."""
    read = read_plan_code(short_code(plan).code)
    assert isinstance(read, PlanShort)
    return read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_code_comes_to_the_verdict_that_both_languages_come_to(case: dict[str, Any]) -> None:
    assert verdict_on(case["text"]) == case["verdict"]


@pytest.mark.long
def test_each_sign_of_a_code_is_looked_at() -> None:
    for at, sign in enumerate(CODE):
        for bit in range(7):
            turned = CODE[:at] + chr(ord(sign) ^ 1 << bit) + CODE[at + 1 :]
            assert "fault" in verdict_on(turned), (at, bit)


@pytest.mark.parametrize("name", SOUND)
def test_the_code_of_an_example_holds_all_that_is_open(name: str) -> None:
    plan = plan_named(name)
    made, short = short_code(plan), short_of(plan)
    assert made.left == Left()
    assert left_in_words(made.left) == ""
    paper = short.on_paper
    assert [each.said for each in paper.goals] == [each.said for each in open_goals(plan)]
    assert [each.said for each in paper.actions] == [each.said for each in open_actions(plan)]
    assert paper.reviews == plan.reviews[-1:]
    assert (paper.id, paper.rev) == (plan.id, plan.rev)


def test_what_has_no_room_is_counted_and_nothing_is_cut_within() -> None:
    made = short_code(long())
    assert len(made.code) <= table("plan-code")["most"]
    assert (
        left_in_words(made.left)
        == "There was no room in the code for: actions, the last 19. All of it is on the paper."
    )
    plan, short = long(), short_of(long())
    assert short.left == made.left == Left(0, 19, 0)
    assert [e.said for e in short.on_paper.actions] == [e.said for e in open_actions(plan)[:-19]]
    data = plan_data("knee-agreed")
    for each in (*data["goals"], *data["actions"]):
        each["said"]["words"] = "\U0001f600" * 600
    data["reviews"][0]["sooner_if"] = "\U0001f600" * 300
    for person in data["people"]:
        person["job"] = "\U0001f600" * 300
    least = short_code(plan_of(data))
    assert least.left == Left(1, 3, 1)
    assert isinstance(read_plan_code(least.code), PlanShort)


@pytest.mark.long
def test_a_code_names_nobody_and_says_only_what_is_on_the_paper() -> None:
    for plan in random_plans(40):
        data = data_of(plan)
        for person in data["people"]:
            person |= {"name": "Zzz Name", "contact": "Zzz 01632"}
        for said in (*data.get("about_me", ()), *data.get("needs", ())):
            for each in said.get("said", []) if isinstance(said.get("said"), list) else ():
                each["words"] = "Zzz about me"
        named = plan_of(data)
        assert "Zzz" not in plan_text(short_of(named).on_paper)
        again = preparation_code(named)
        if again is not None:
            read = read_plan_code(again)
            assert isinstance(read, Plan)
            assert "Zzz Name" not in plan_text(read)
            assert "01632" not in "".join(person.contact for person in read.people)


def test_a_preparation_comes_back_whole_but_for_names() -> None:
    plan = plan_named("knee-prepared")
    code = preparation_code(plan)
    assert code is not None
    read = read_plan_code(code)
    assert isinstance(read, Plan)
    assert stage_of(read) == "prepared"
    assert data_of(read) == data_of(plan) | {"crc32": read.crc32}


def test_what_is_no_preparation_or_too_long_has_no_code_of_one() -> None:
    assert preparation_code(plan_named("knee-agreed")) is None
    data = plan_data("knee-prepared")
    rng = Random(1)  # noqa: S311
    data["questions"] = [
        {"words": "".join(rng.choices("abcdefghijklmnop", k=90)), "by": "me", "visit": "prep"}
        for _ in range(12)
    ]
    assert preparation_code(plan_of(data)) is None


@pytest.mark.long
def test_a_review_from_paper_comes_to_the_plan_when_it_is_found() -> None:
    for plan in (*map(plan_named, SOUND), *random_plans(30)):
        begun = review_from_paper(short_of(plan), VISIT, NOW)
        assert begun.id == plan.id
        assert begun.rev == plan.rev + 1
        assert stage_of(begun) == "draft"
        assert not begun.reviews
        assert not any(each.looked for each in begun.goals)
        assert not any(each.did for each in begun.actions)
        found = merged(plan, begun)
        assert isinstance(found, Merged), found
        assert not [place for place in found.disputed if not place.startswith("people/")]
        whole, before = data_of(found.plan), data_of(plan)
        for name in ("goals", "actions", "reviews", "agreed", "about_me", "decisions"):
            assert in_any_order(whole.get(name, [])) == in_any_order(before.get(name, []))
        assert {visit.id for visit in found.plan.visits} == {
            VISIT.id,
            *(visit.id for visit in plan.visits),
        }


def in_any_order(data: Any) -> Any:  # noqa: ANN401
    """Return data with its lists sorted, each entry once: so they are put together."""
    if isinstance(data, dict):
        return {name: in_any_order(part) for name, part in data.items()}
    if not isinstance(data, list):
        return data
    return sorted({repr(each): each for each in map(in_any_order, data)}.items())


def test_a_review_from_paper_knows_only_who_is_on_the_paper() -> None:
    with pytest.raises(ValueError, match="unknown"):
        review_from_paper(
            short_of(plan_named("knee-agreed")),
            VISIT.model_copy(update={"there": ("me", "ghost")}),
            NOW,
        )


def test_each_page_says_what_the_code_of_the_other_is() -> None:
    found = record_in_token(CODE, lambda _aid, _hash: None)
    assert found == TokenFault("plan")
    assert is_plan_code(f"https://example.org/clinician/#{CODE.lower()}.")
    assert not is_plan_code(f"1{CODE[2:]}")
    assert read_plan_code(f"1{CODE[2:]}") == CodeRefused("record")
    lines = "\n> ".join(CODE[at : at + 60] for at in range(0, len(CODE), 60))
    assert plan_code_in_text(f"> {lines}") == CODE
    assert plan_code_in_text("P1, the first part of a plan") is None


def test_the_layout_has_a_place_for_each_field_of_a_plan() -> None:
    schema = json.loads(schema_text(PlanForm))
    parts = table("plan-code")["parts"]
    places = {name.removesuffix("?") for fields in parts.values() for name, _ in fields}
    kept_out = {
        "format", "crc32", "id", "name", "contact",
        # A part of a plan has no code.
        "part",
        # What no sheet writes, and no preparation has.
        "answered", "nth", "stood", "apart", "doubtful",
        # Money is in no code.
        *schema["properties"]["budgets"].keys(), "budgets",
        *schema["$defs"]["Budget"]["properties"], *schema["$defs"]["BudgetLine"]["properties"],
    }  # fmt: skip
    fields = {*schema["properties"]} | {
        name for part in schema["$defs"].values() for name in part.get("properties", ())
    }
    assert fields - places <= kept_out
    lists = table("plan-code")["lists"].values()
    words = json.dumps(schema["$defs"])
    assert all(
        json.dumps(word) in words + json.dumps(schema["properties"])
        for each in lists
        for word in each
    )


@pytest.mark.parametrize(
    "many", [pytest.param(25, marks=pytest.mark.long), pytest.param(300, marks=pytest.mark.soak)]
)
def test_both_languages_write_the_same_codes(many: int, tmp_path: Path) -> None:
    plans = [*map(plan_named, SOUND), *random_plans(many)]
    codes = [code for plan in plans if (code := preparation_code(plan))]
    given = {
        "plans": [data_of(plan) for plan in plans],
        "preparations": codes,
        "visit": VISIT.model_dump(mode="json"),
        "now": NOW,
        "draw": [],
    }
    made = made_in_node(Path(__file__).with_name("codes.ts"), given, tmp_path)
    for plan, theirs in zip(plans, made["plans"], strict=True):
        ours = short_code(plan)
        assert theirs["code"] == ours.code
        assert theirs["left"] == left_in_words(ours.left)
        assert theirs["begun"] == plan_text(review_from_paper(short_of(plan), VISIT, NOW))
        # What presses their bytes is another program.
        if theirs["preparation"]:
            assert verdict_on(theirs["preparation"]) == theirs["read_again"]
    assert made["preparations"] == [verdict_on(code) for code in codes]


@pytest.mark.long
def test_a_printed_code_is_read_from_a_poor_picture(tmp_path: Path) -> None:
    texts = [*(short_code(plan_named(name)).code for name in SOUND), FULLEST]
    texts += [str(preparation_code(plan_named("knee-prepared")))]
    given = {"plans": [], "preparations": [], "visit": None, "now": NOW, "draw": texts}
    drawn = made_in_node(Path(__file__).with_name("codes.ts"), given, tmp_path)["drawn"]
    for text, rows in zip(texts, drawn, strict=True):
        for dpi in (150, 200, 300):
            turned = printed(rows, dpi).rotate(3, Image.Resampling.BICUBIC, fillcolor=255)
            blurred = turned.filter(ImageFilter.GaussianBlur(dpi / 200))
            assert codes_in(turned) == codes_in(blurred) == [text], (len(rows), dpi)


def printed(rows: list[str], dpi: int) -> Image.Image:
    """Return a sheet with a code of 45 mm, as a scanner sees it: edges fall between its points."""
    fine = 8
    picture = Image.new("L", (len(rows) + 8,) * 2, 255)
    for y, row in enumerate(rows):
        for x, square in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if square == "1" else 255)
    large = picture.resize((picture.width * fine,) * 2, Image.Resampling.NEAREST)
    side = round(SIDE * dpi)
    sheet = Image.new("L", (2 * side, 2 * side), 255)
    sheet.paste(large.resize((side, side), Image.Resampling.BOX), (side // 2, side // 2))
    return sheet


def random_plans(many: int, seed: int = 22) -> list[Plan]:
    """Return plans of all kinds as they are read from files, the same each time."""
    rng = Random(seed)  # noqa: S311
    found = [read_plan(plan_text(random_plan(rng))) for _ in range(many)]
    return [each.plan for each in found if isinstance(each, PlanRead)]
