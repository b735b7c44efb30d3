"""Diagnostics as text, JSON, SARIF and annotations."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from decisionaid.diagnostics import Code, Diagnostic, Harm, Severity
from decisionaid.diagnostics.by_kind import as_kinds
from decisionaid.diagnostics.code_frame import WIDEST, display_width
from decisionaid.diagnostics.formats import (
    MOST_PLACES,
    as_github,
    as_json,
    as_sarif,
    as_text,
    listed_lines,
    summary,
)
from decisionaid.text import Source, Span

CODE = Code(
    "DA302", "unequal-denominators", Severity.ERROR, "people misjudge them", "IPDAS",
    kind="auto", harm=Harm.MISLEADS,
)  # fmt: skip
LINE = "| Infection | 1 in 100 | 3 in 1000 |"


def told(line: str, marked: str, also: str | None = None, message: str = "mixed") -> Diagnostic:
    """Return a diagnostic on line 42 under the given words."""

    def span(words: str) -> Span:
        start = line.index(words) + 1
        return Span.on_line(42, start, start + len(words))

    return Diagnostic(
        CODE,
        "aids/knee/index.md",
        span(marked),
        message,
        "write one",
        (span(also),) if also else (),
    )


def source(line: str) -> dict[str, Source]:
    return {"aids/knee/index.md": Source("aids/knee/index.md", "\n" * 41 + line + "\n")}


def test_text_shows_the_place_the_line_the_marks_and_what_to_do() -> None:
    text = as_text([told(LINE, "3 in 1000", "1 in 100")], source(LINE), colour=False)
    assert text == (
        "aids/knee/index.md:42:26: error DA302 unequal-denominators: mixed\n"
        "   |\n"
        "42 | | Infection | 1 in 100 | 3 in 1000 |\n"
        "   |               --------   ^^^^^^^^^\n"
        "   = why: people misjudge them\n"
        "   = help: write one\n"
        "   = more: decisionaid explain DA302\n"
        "\n"
        "Found 1 error in 1 file.\n"
    )


@pytest.mark.parametrize(
    "before", ["| 感染症 | ", "| e\u0301le\u0300ve | ", "| \U0001f469\u200d\u2695\ufe0f | ", "|\t"]
)
def test_marks_stand_under_the_words_whatever_is_before_them(before: str) -> None:
    line = before + "none |"
    text = as_text([told(line, "none")], source(line), colour=False).splitlines()
    shown, marks = text[2], text[3]
    assert display_width(shown[: shown.index("none")]) == marks.index("^")
    assert marks.count("^") == 4


def test_a_long_line_is_shown_around_its_mark() -> None:
    line = "| " + "word " * 100 + "here " + "word " * 100 + "|"
    text = as_text([told(line, "here")], source(line), colour=False).splitlines()
    shown, marks = text[2], text[3]
    assert display_width(shown) <= WIDEST + len("42 | ……")
    assert shown[marks.index("^") :].startswith("here")


def test_a_fault_elsewhere_that_belongs_to_it_is_shown_too() -> None:
    text = "one\ntwo\nthree\n"
    diagnostic = Diagnostic(CODE, "a.md", Span.on_line(3, 1, 6), "m", "h", (Span.on_line(1, 1, 4),))
    lines = as_text([diagnostic], {"a.md": Source("a.md", text)}, colour=False).splitlines()
    assert lines[1:6] == ["  |", "1 | one", "  | ---", "3 | three", "  | ^^^^^"]


def test_control_characters_never_reach_the_terminal() -> None:
    line = "| \x1b[2Jgone\x07 \u202eturned | none |"
    told_it = told(line, "none", message="said '\x1b[31m'")
    text = as_text([told_it], source(line), colour=False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_colour_changes_no_word() -> None:
    diagnostics = [told(LINE, "3 in 1000", "1 in 100")]
    plain = as_text(diagnostics, source(LINE), colour=False)
    painted = as_text(diagnostics, source(LINE), colour=True)
    assert painted != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_a_place_beyond_the_end_of_the_file_is_shown_all_the_same() -> None:
    diagnostic = Diagnostic(CODE, "a.md", Span(9, 5, 12, 1), "m", "h")
    text = as_text([diagnostic], {"a.md": Source("a.md", "one\n")}, colour=False)
    assert text.startswith("a.md:9:5: error DA302")


def test_the_summary_counts_by_severity() -> None:
    warning = Diagnostic(
        Code("DA310", "figure-in-prose", Severity.WARNING, "w", kind="assist", harm=Harm.MISLEADS),
        "b.md",
        Span.on_line(1, 1, 2),
        "m",
        "",
    )
    assert summary([]) == "No faults found."
    assert summary([warning]) == "Found 1 warning in 1 file."
    both = [told(LINE, "3 in 1000"), told(LINE, "1 in 100"), warning]
    assert summary(both) == "Found 2 errors and 1 warning in 2 files."


def test_json_has_stable_names() -> None:
    data = json.loads(as_json([told(LINE, "3 in 1000", "1 in 100")]))
    assert data == {
        "format": "decisionaid.diagnostics/1",
        "counts": {"error": 1, "warning": 0, "notice": 0},
        "diagnostics": [
            {
                "code": "DA302",
                "name": "unequal-denominators",
                "severity": "error",
                "kind": "auto",
                "harm": "misleads",
                "file": "aids/knee/index.md",
                "line": 42,
                "column": 26,
                "end_line": 42,
                "end_column": 35,
                "message": "mixed",
                "why": "people misjudge them",
                "help": "write one",
                "also": [{"line": 42, "column": 15, "end_line": 42, "end_column": 23}],
                "edits": [],
            }
        ],
    }


def test_sarif_names_rule_level_and_region() -> None:
    log = json.loads(as_sarif([told(LINE, "3 in 1000", "1 in 100")]))
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "DA302"
    assert run["tool"]["driver"]["rules"][0]["properties"] == {"kind": "auto", "harm": "misleads"}
    assert result["level"] == "error"
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "aids/knee/index.md"},
        "region": {"startLine": 42, "startColumn": 26, "endLine": 42, "endColumn": 35},
    }
    assert len(result["relatedLocations"]) == 1


def test_an_annotation_is_one_line_whatever_the_author_wrote() -> None:
    diagnostic = told(LINE, "3 in 1000", message="100 % wrong\n::error::forged")
    assert as_github([diagnostic]) == (
        "::error file=aids/knee/index.md,line=42,endLine=42,title=DA302 unequal-denominators,"
        "col=26,endColumn=35::100 %25 wrong%0A::error::forged%0Awrite one\n"
    )


def test_one_mistake_in_nine_places_is_told_once_with_all_its_places() -> None:
    text = Source("index.md", "\n".join(["| tablets | 12 % |"] * 9))
    code = told("a", "a").code
    nine = [
        Diagnostic(code, "index.md", Span.on_line(line, 13, 17), "no figure", "write it")
        for line in range(1, 10)
    ]
    other = Diagnostic(code, "index.md", Span.on_line(2, 3, 10), "no option", "write it")
    said = as_text([*nine, other], {"index.md": text}, colour=False)
    assert said.count("no figure") == 1
    assert said.count("no option") == 1
    assert [f"line {line}, column 13" in said for line in range(2, 10)] == [True] * 8
    assert "Found 10 " in said
    assert len(json.loads(as_json(nine))["diagnostics"]) == 9


def test_the_short_form_tells_each_kind_once_with_its_first_place_and_the_count() -> None:
    rows = [f"| Infection {n} | 1 in 100 | 3 in 1000 |" for n in range(5)]
    text = "\n" * 41 + "\n".join(rows) + "\n"
    named = {"aids/knee/index.md": Source("aids/knee/index.md", text)}
    first = told(rows[0], "3 in 1000")
    many = [replace(first, span=Span.on_line(42 + n, 1, 4), message=f"mixed {n}") for n in range(5)]
    advice = replace(CODE, number="DA801", name="hard-to-read", severity=Severity.NOTICE)
    other = replace(first, code=advice, message="hard", help="write less")
    away = replace(many[0], source="aids/hip/index.md")
    short = as_kinds([*many, away, other, replace(other, message="hard too")], named, colour=False)
    assert short == (
        "aids/knee/index.md:42:1: error DA302 unequal-denominators: mixed 0\n"
        "   |\n"
        "42 | | Infection 0 | 1 in 100 | 3 in 1000 |\n"
        "   | ^^^\n"
        "   = why: people misjudge them\n"
        "   = help: write one\n"
        "   = more: decisionaid explain DA302\n"
        "  = and 5 more of this kind, in lines 43, 44, 45 and 46, and 1 in 1 other file\n"
        "\n"
        "aids/knee/index.md:42:28: notice DA801 hard-to-read: hard\n"
        "  = help: write less\n"
        "  = and 1 more of this kind, in the same line\n"
        "\n"
        "Found 6 errors and 2 notices in 2 files.\n"
        "They are of 2 kinds. Each with its lines, and why it matters: decisionaid check --long\n"
    )


def test_a_fault_in_many_lines_names_the_first_of_them_and_their_number() -> None:
    assert listed_lines([Span.on_line(7, 1, 2)]) == "line 7"
    many = listed_lines([Span.on_line(n, 1, 2) for n in range(1, MOST_PLACES + 4)])
    assert many.endswith(f"{MOST_PLACES} and 3 more")


def test_the_short_form_lets_nothing_reach_a_terminal_that_moves_it() -> None:
    evil = replace(told(LINE, "3 in 1000", message="\x1b[2J"), help="\x1b]0;x\x07")
    short = as_kinds([evil] * 9, source(LINE), colour=False)
    assert "\x1b" not in short
    assert "\x07" not in short
