"""``decisionaid numbers`` as a person uses it; the handbook's examples are what it really says."""

from __future__ import annotations

import json
import re
import shlex

import pytest
from click.testing import CliRunner, Result

from decisionaid.commands.numbers import numbers
from tests.conftest import ROOT

PAGE = (ROOT / "site" / "authors" / "numbers.md").read_text("utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(numbers, list(arguments))


def commands_of_the_page() -> list[tuple[str, str]]:
    """Return each command of the page with the output that follows it at once, or nothing."""
    blocks = re.findall(r"```(sh|text)\n(.*?)```", PAGE, re.DOTALL)
    pairs = [
        (kind, text, blocks[n + 1] if n + 1 < len(blocks) else ("", ""))
        for n, (kind, text) in enumerate(blocks)
    ]
    return [
        (text, after[1] if after[0] == "text" else "")
        for kind, text, after in pairs
        if kind == "sh"
    ]


@pytest.mark.parametrize(("command", "output"), commands_of_the_page())
def test_what_the_handbook_shows_is_what_the_command_says(command: str, output: str) -> None:
    words = shlex.split(command.replace("\\\n", " "))
    assert words[:2] == ["decisionaid", "numbers"]
    result = run(*words[2:])
    assert result.exit_code in {0, 1}, result.output
    if output:
        assert result.output == output


def test_a_misprint_ends_with_one_and_names_the_count_that_fits() -> None:
    result = run("--percent", "81.4", "--counted", "911/1217", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output)["counts_that_fit"] == [991, 991]
    assert run("--percent", "18.6", "--counted", "226/1217").exit_code == 0


def test_programs_get_the_cell_the_difference_and_the_working() -> None:
    arguments = (
        "--odds-ratio",
        "0.73",
        "--baseline",
        "300/1000",
        "--option",
        "a",
        "--against",
        "b",
    )
    fields = json.loads(run(*arguments, "--format", "json").output)
    assert fields["cell"] == "238 in 1000"
    assert fields["difference"] == "- Difference: a against b: odds ratio 0.73"
    assert len(fields["steps"]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--relative-risk", "0.7"),
        ("--relative-risk", "0.7", "--odds-ratio", "0.7", "--baseline", "1/10"),
        ("--hazard-ratio", "0.7", "--baseline", "1/10"),
        ("--relative-risk", "3", "--baseline", "400/1000"),
        ("--relative-risk", "0,7", "--baseline", "1/10"),
        ("--relative-risk", "0.7", "--baseline", "10%"),
        ("--relative-risk", "0.7", "--interval", "0.9", "0.8", "--baseline", "1/10"),
        ("--counted", "11/10"),
        ("--percent", "101"),
        ("--of", "50", "--percent", "10"),
    ],
)
def test_what_cannot_be_worked_out_ends_with_two_and_a_plain_word(
    arguments: tuple[str, ...],
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.strip()


@pytest.mark.parametrize(
    ("arguments", "help_"),
    [
        (("--risk-difference", "-0.5%", "--baseline", "859/1000"), "write '-0.005'"),
        (("--risk-difference", "\u22124,8 %", "--baseline", "859/1000"), "write '-0.048'"),
        (("--relative-risk", "80%", "--baseline", "1/1000"), "write '0.80'"),
        (("--hazard-ratio", "60%", "--baseline", "1/1000", "--time", "1 year"), "write '0.60'"),
        (("--odds-ratio", "0.7", "--interval", "50%", "90%", "--baseline", "1/9"), "write '0.50'"),
        (("--percent", "12.5%"), "write '12.5'"),
        (("--percent", "12.5", "--interval", "10 %", "14%"), "write '10'"),
        (("--relative-risk", "1,250", "--baseline", "1/1000"), "and nothing else"),
        (("--relative-risk", "0.7", "--baseline", "12%/1000"), "'12/100'"),
        (("--counted", "12%"), "give '--percent' alone"),
        (("--percent", "12", "--counted", "12%/1000"), "give '--percent' alone"),
    ],
)
def test_a_percentage_is_written_anew_as_large_as_it_was(
    arguments: tuple[str, ...], help_: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert help_ in result.stderr
