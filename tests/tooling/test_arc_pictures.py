"""The page "From the question to the review": its pictures are light, told in words, and made by one script."""

import re
from io import BytesIO

import pytest
from PIL import Image

from bench.arc_pictures import MOST_BYTES, PICTURES, small
from tests.conftest import ROOT

TEXT = (ROOT / "site/arc.md").read_text("utf-8")
SHOWN = re.findall(r"!\[([^\]]*)\]\(images/arc/([\w-]+\.png)\)", TEXT)
FILES = sorted(PICTURES.glob("*"))
MOST_OF_ALL = 500_000
MOST_WORDS = 800
"""Three minutes and a half for somebody who reads all of it, the tables too."""
NOT_KNOWN = (
    "We claim no effect",
    "Nobody outside the project has tried it",
    "clinical safety officer",
    "not for clinical use",
)


def test_each_picture_is_on_the_page_once_in_order() -> None:
    assert [name for _, name in SHOWN] == [path.name for path in FILES]
    assert len(FILES) == 8


def test_pictures_are_light() -> None:
    sizes = {path.name: path.stat().st_size for path in FILES}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
    assert sum(sizes.values()) <= MOST_OF_ALL


@pytest.mark.parametrize("alt", [alt for alt, _ in SHOWN])
def test_what_is_seen_is_said(alt: str) -> None:
    assert alt.startswith(("On a phone: ", "On a computer: "))
    assert 10 <= len(alt.split()) <= 40
    assert alt.endswith(".")


def test_it_can_be_read_in_a_few_minutes_and_says_what_is_not_known() -> None:
    read = re.sub(r"!\[[^\]]*\]\([^)]*\)|[#|*-]", " ", TEXT)
    assert len(read.split()) <= MOST_WORDS
    assert [said for said in NOT_KNOWN if said not in TEXT] == []


def test_a_picture_is_made_small_and_stays_what_it_is() -> None:
    picture = Image.new("RGB", (300, 200), "white")
    picture.paste("#0d545e", (0, 0, 150, 200))
    out = BytesIO()
    picture.save(out, "PNG")
    made = Image.open(BytesIO(small(out.getvalue()))).convert("RGB")
    assert made.size == (304, 204)
    assert [made.getpixel(at) for at in ((10, 10), (290, 190))] == [(13, 84, 94), (255, 255, 255)]
    assert made.getpixel((0, 100)) == made.getpixel((303, 100)) == (107, 114, 128)
