"""The instruments that other tests rely on notice what they are there to notice."""

from pathlib import Path

import pytest

from tests.conftest import HtmlFaults

pytest_plugins = ["pytester"]

GOLDEN_TEST = """
def test_golden(golden):
    golden("case.txt", "a line\\nünd another\\n")
    golden("case.json", {"b": 1, "a": [2]})


def test_of_a_file_elsewhere(golden, root):
    golden(root / "page.md", "# A page\\n")


def test_without():
    pass
"""


@pytest.fixture
def project(
    root: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> pytest.Pytester:
    """Make a project with our own conftest and one test that uses a golden file."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # it needs none and starts sooner
    pytester.mkdir("tests")
    for name in ("conftest.py", "node_asked.py", "validity.py"):
        (pytester.path / "tests" / name).write_text((root / "tests" / name).read_text("utf-8"))
    (pytester.path / "hatch_build.py").write_text((root / "hatch_build.py").read_text("utf-8"))
    (pytester.path / "tests" / "test_case.py").write_text(GOLDEN_TEST)
    pytester.makepyprojecttoml(
        '[tool.pytest.ini_options]\npythonpath = ["."]\nmarkers = ["golden"]'
    )
    return pytester


def run(project: pytest.Pytester, *arguments: str) -> dict[str, int]:
    return project.runpytest_subprocess(
        "tests", "--import-mode=importlib", *arguments
    ).parseoutcomes()


@pytest.mark.long
def test_a_golden_file_that_is_missing_or_differs_is_a_failure(project: pytest.Pytester) -> None:
    assert run(project) == {"failed": 2, "passed": 1}
    assert run(project, "-m", "golden", "--golden") == {"passed": 2, "deselected": 1}
    assert run(project) == {"passed": 3}
    golden = project.path / "tests" / "golden"
    assert (project.path / "page.md").read_bytes() == b"# A page\n"
    assert (golden / "case.txt").read_bytes() == "a line\nünd another\n".encode()
    assert (golden / "case.json").read_text() == '{\n  "a": [\n    2\n  ],\n  "b": 1\n}\n'
    (golden / "case.txt").write_bytes("a line\r\nünd another\n".encode())
    assert run(project) == {"failed": 1, "passed": 2}


def test_the_html_validator_accepts_a_sound_page(tmp_path: Path, html_faults: HtmlFaults) -> None:
    page = tmp_path / "sound.html"
    page.write_text(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Example</title></head>'
        "<body><main><h1>Example</h1></main></body></html>\n"
    )
    assert list(html_faults(page)) == []


def test_the_html_validator_names_each_fault(tmp_path: Path, html_faults: HtmlFaults) -> None:
    page = tmp_path / "faulty.html"
    page.write_text(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Example</title></head>'
        '<body><p id="a"><div id="a" style="color: red">x</div></p><img src="a.png"></body></html>'
    )
    rules = {fault.split()[1] for fault in html_faults(page)}
    assert {"no-dup-id", "no-inline-style", "wcag/h37"} - rules == set()
