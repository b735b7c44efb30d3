"""All that can be done is done with buttons, boxes and keys: nothing has to be dragged."""

import re
from pathlib import Path

from decisionaid.site import assets, build_site
from tests.render.page import Page
from tests.site_examples import GOOD, files_in, write_aids

DRAGGED = re.compile(
    rb"draggable|dragstart|(?:pointer|mouse|touch)(?:move|down|start)|setPointerCapture|GestureEvent"
)
"""What a script or a page says that follows a finger or a pointer over the screen."""


def test_nothing_follows_a_finger_over_the_screen(tmp_path: Path) -> None:
    build_site(write_aids(tmp_path / "aids", good=GOOD), tmp_path / "out")
    files = files_in(tmp_path / "out")
    faults = [name for name, data in (*files.items(), *assets().items()) if DRAGGED.search(data)]
    assert faults == []


def test_each_place_to_drop_a_file_has_a_button_that_does_the_same(tmp_path: Path) -> None:
    build_site(write_aids(tmp_path / "aids", good=GOOD), tmp_path / "out")
    files = files_in(tmp_path / "out")
    dropping = [name for name, data in files.items() if b"data-drop" in data and name.endswith("l")]
    assert sorted(dropping) == ["clinician/index.html", "plan/index.html"]
    for name in dropping:
        page = Page(files[name].decode())
        assert page.one("[data-drop] input[type=file]").attributes["id"] == "record-file"
