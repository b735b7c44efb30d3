"""Reading as a whole: bytes, size, limits, faults of our own, one fault for one cause."""

import re
import sys
from collections.abc import Iterator
from datetime import date

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Finding, Harm, Severity
from decisionaid.model.aid import Aid
from decisionaid.read import FAULTS, faults
from decisionaid.read.names import Names
from decisionaid.read.text.characters import MAX_BYTES, must_be_plain
from decisionaid.rules import Rule, RuleContext, rule
from decisionaid.text import Source
from tests.conftest import ROOT
from tests.read.examples import EXAMPLE

SMALL = "---\ndecisionaid: 1\n---\n\n# Title\n"


def codes(source: str | bytes, rules: tuple[Rule, ...] = ()) -> list[str]:
    return [each.code.number for each in compile_aid(source, rules).diagnostics]


def test_bytes_with_and_without_a_byte_order_mark_are_the_same_aid() -> None:
    plain = compile_aid(EXAMPLE.encode())
    marked = compile_aid(b"\xef\xbb\xbf" + EXAMPLE.encode())
    assert plain.aid == marked.aid == compile_aid("\ufeff" + EXAMPLE).aid
    assert plain.sha256 == marked.sha256


@pytest.mark.parametrize(
    ("begins", "message", "help_"),
    [
        (
            "\u2014\u2014",
            "the head begins with '\u2014\u2014', which is not three hyphens",
            "write three hyphens in its place, and nothing else: '---'",
        ),
        (
            "\n\n---",
            "the file does not begin with its head: empty lines stand above it",
            "take out the lines above the first '---'",
        ),
    ],
)
def test_a_head_that_a_word_processor_changed_is_mended(
    begins: str, message: str, help_: str
) -> None:
    source = Source("index.md", SMALL.replace("---", begins, 1))
    (found,) = compile_aid(source, ()).diagnostics
    assert (found.code.number, found.message, found.help) == ("DA003", message, help_)


def test_bytes_that_are_not_utf_8_are_refused_at_their_place() -> None:
    (diagnostic,) = compile_aid("---\nfor: caf\u00e9\n".encode("latin-1")).diagnostics
    assert diagnostic.code.number == "DA001"
    assert (diagnostic.span.line, diagnostic.span.column) == (2, 9)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\u202e", "\u2028", "\ud800"])
def test_a_character_that_cannot_be_shown_is_refused_at_its_place(character: str) -> None:
    (diagnostic,) = compile_aid(f"{SMALL}\nab{character}cd\n", rules=()).diagnostics
    assert diagnostic.code.number == "DA001"
    assert (diagnostic.span.line, diagnostic.span.column) == (7, 3)


def test_a_control_character_written_as_an_escape_is_refused() -> None:
    assert codes('---\ndecisionaid: 1\nfunding: "a\\u202eb"\n---\n\n# Title\n') == ["DA001"]


def test_joiners_that_scripts_need_are_kept() -> None:
    aid = compile_aid(f"{SMALL}\nمی\u200cخواهم\n", rules=()).aid
    assert aid is not None
    assert "می\u200cخواهم" in aid.model_dump_json()


def test_a_non_breaking_space_is_a_warning_and_a_plain_space_in_the_aid() -> None:
    compiled = compile_aid(f"{SMALL}\n37\u00a0days\n", rules=())
    (diagnostic,) = compiled.diagnostics
    assert diagnostic.code.severity is Severity.WARNING
    assert compiled.aid is not None
    assert "37 days" in compiled.aid.model_dump_json()


@pytest.mark.parametrize("as_bytes", [True, False])
def test_a_source_that_is_too_large_is_refused_unread(as_bytes: bool) -> None:
    source = SMALL + "é" * (MAX_BYTES // 2)
    (diagnostic,) = compile_aid(source.encode() if as_bytes else source).diagnostics
    assert diagnostic.code.number == "DA002"
    assert "512 KB" in diagnostic.message


@pytest.mark.long
def test_a_head_that_is_too_large_or_too_deep_is_refused() -> None:
    assert codes(f"---\ndecisionaid: 1\nfor: {'a ' * 40_000}\n---\n\n# Title\n") == ["DA004"]
    assert codes(f"---\na: {'[' * 20}\n---\n\n# Title\n") == ["DA004"]
    assert codes(f"---\na: [{'b,' * 11_000}b]\n---\n\n# Title\n") == ["DA004"]


def test_an_empty_source_is_a_source_without_a_head() -> None:
    assert codes("") == codes(b"") == codes("\n") == ["DA003"]


def test_a_fault_of_our_own_is_a_diagnostic_that_blames_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(_: Names) -> None:
        raise RuntimeError

    monkeypatch.setattr(Names, "seal", breaks)
    (diagnostic,) = compile_aid(SMALL).diagnostics
    assert diagnostic.code.number == "DA099"
    assert "report" in diagnostic.help


@rule("DA204", "example-rule", Severity.ERROR, kind="auto", harm=Harm.LEANS, why="an example")
def finds_the_title(_: Aid, __: RuleContext) -> Iterator[Finding]:
    yield Finding(("title",), "a title", "change it", also=(("kind",),))
    yield Finding(("title",), "a title", "change it")


@rule("DA777", "breaking-rule", Severity.ERROR, kind="auto", harm=Harm.LEANS, why="an example")
def breaks_down(_: Aid, __: RuleContext) -> Iterator[Finding]:
    yield Finding(("title",), "found before", "change it")
    raise ValueError


@rule("DA778", "clock-rule", Severity.NOTICE, kind="auto", harm=Harm.LEANS, why="an example")
def tells_the_day(_: Aid, context: RuleContext) -> Iterator[Finding]:
    if context.today is not None:
        yield Finding((), f"today is {context.today}", "nothing")


def test_a_rule_finds_the_place_of_a_part_and_one_finding_is_said_once() -> None:
    (diagnostic,) = compile_aid(SMALL, (finds_the_title,)).diagnostics
    assert (diagnostic.code.number, diagnostic.span.line) == ("DA204", 5)
    assert len(diagnostic.also) == 1


def test_a_rule_that_breaks_is_a_diagnostic_and_the_others_still_speak() -> None:
    found = codes(SMALL, (breaks_down, finds_the_title))
    assert sorted(found) == ["DA099", "DA204", "DA777"]


def test_the_clock_is_a_parameter() -> None:
    assert codes(SMALL, (tells_the_day,)) == []
    (diagnostic,) = compile_aid(SMALL, (tells_the_day,), today=date(2026, 1, 2)).diagnostics
    assert "2026-01-02" in diagnostic.message


def allowing(number: str) -> str:
    return (
        f"---\ndecisionaid: 1\nwaivers:\n  {number}: {{by: A name, date: 2026-01-02, "
        "reason: It is right for a reason}\n---\n\n# Title\n"
    )


def test_a_waiver_sets_a_rule_aside() -> None:
    compiled = compile_aid(allowing("DA204"), (finds_the_title,))
    assert compiled.ok
    assert compiled.diagnostics == ()


def test_a_waiver_that_sets_nothing_aside_is_a_warning_at_its_place() -> None:
    (diagnostic,) = compile_aid(allowing("DA778"), (tells_the_day,)).diagnostics
    assert diagnostic.code.number == "DA036"
    assert (diagnostic.span.line, diagnostic.span.column) == (4, 3)


def test_a_waiver_for_no_rule_or_for_one_that_guards_a_page_is_refused() -> None:
    guard = Rule(finds_the_title.code, finds_the_title.check, unsafe=True)
    assert codes(allowing("DA299"), (finds_the_title,)) == ["DA035", "DA204"]
    assert sorted(codes(allowing("DA204"), (guard,))) == ["DA035", "DA204"]


def test_what_cannot_be_read_is_not_called_missing_too() -> None:
    for old, new in (
        ("- Time: 3 months", "- Time: soon"),
        ("- Certainty: very low", "- Certainty: poor"),
        ("| watch | 159 in 1000 |", "| watch | 15 % |"),
        ("| watch | 159 in 1000 |", "| watch | |"),
        ("| watch | 159 in 1000 |", "| wathc | 159 in 1000 |"),
        (
            "- Said as: still ache / no longer ache\n- Difference: t",
            "- Said as: ache\n- Difference: t",
        ),
        ("- Difference: tablets against watch: risk ratio 0.70", "- Difference: about 0.70"),
        ("review: 2028-01-02", "review: soon"),
        ("kind: treatment", "kind: tretment"),
        ("option=watch}", "option=wacth}"),
        ("Nothing new. |", "|"),
    ):
        assert old in EXAMPLE, old
        source = EXAMPLE.replace(old, new, 1)
        assert len(compile_aid(source).diagnostics) == 1, new


def test_every_fault_has_a_number_a_name_and_a_reason_and_is_used() -> None:
    package = ROOT / "src" / "decisionaid"
    used = {
        name
        for file in package.rglob("*.py")
        if file != package / "read" / "faults.py"
        for name in re.findall(r"\b[A-Z][A-Z_]+\b", file.read_text(encoding="utf-8"))
    }
    named = {name: code for name, code in vars(faults).items() if code in FAULTS.values()}
    assert len(named) == len(FAULTS) == len({code.name for code in FAULTS.values()})
    assert set(named) - used == set()
    assert all(code.why for code in FAULTS.values())


def test_a_source_knows_its_name_and_slug() -> None:
    compiled = compile_aid(Source("aids/knee/index.md", "", "knee"))
    assert compiled.diagnostics[0].source == "aids/knee/index.md"
    aid = compile_aid(Source("aids/knee/index.md", EXAMPLE, "Knee Aid")).aid
    assert aid is not None
    assert aid.slug == "knee-aid"


@pytest.mark.long
def test_what_must_be_replaced_is_never_printable() -> None:
    assert all(must_be_plain(each) for each in "\t\x00\u00a0\u202e")
    printable = filter(str.isprintable, map(chr, range(sys.maxunicode + 1)))
    assert [each for each in printable if must_be_plain(each)] == []
