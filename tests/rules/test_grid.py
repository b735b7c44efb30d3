"""The one-page grid: which rows stand on it, and when its author is told."""

from __future__ import annotations

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.model.grid import MOST_ROWS, grid_rows, height_of, room_of
from decisionaid.text import Source
from tests.rules.examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
UNSEEN = "not found: we read the summary"
ROW = "| What do I do? {#involves .involves} | Nothing new. | Take one tablet each day. |\n"


def found(text: str) -> list[tuple[str, int]]:
    """Return the codes of the grid's rules and their lines."""
    source = Source("aids/example/index.md", text, slug="example")
    return [
        (each.code.number, each.span.line)
        for each in compile_aid(source).diagnostics
        if each.code.number.startswith("DA86")
    ]


def aid_of(text: str) -> Aid:
    """Compile a source that has to be without error."""
    compiled = compile_aid(Source("aids/example/index.md", text, slug="example"))
    assert compiled.aid is not None
    assert compiled.ok, compiled.diagnostics
    return compiled.aid


def compiled_of(text: str) -> Aid:
    """Read a source of which only the rows of the grid matter."""
    aid = compile_aid(Source("aids/example/index.md", text, slug="example")).aid
    assert aid is not None
    return aid


def chosen(text: str) -> list[str]:
    """Return the ids of the rows of the grid."""
    return [row.id for row in grid_rows(aid_of(text))]


def with_rows(*rows: str) -> str:
    """Return the specimen with these rows of words in place of its own."""
    return TEXT.replace(ROW, "".join(f"{row}\n" for row in rows))


def good(text: str) -> str:
    """Return the text with one outcome more, a good one, at the end of the outcomes."""
    extra = (
        "### Sleeping well {#sleep .good}\n\n- Time: 12 months\n"
        "- Said as: sleep well / do not sleep well\n- Difference: not reported\n\n"
        "| option | figure |\n|---|---|\n| as-now | 30 in 100 |\n| treatment | 35 in 100 |\n\n"
    )
    asked = "### Sleep {#sleep-matters .importance about=sleep}\nHow much does sleep matter?\n\n"
    text = text.replace("## What nobody knows", f"{extra}## What nobody knows")
    return text.replace("### Put these in order", f"{asked}### Put these in order")


def test_marked_rows_stand_in_the_order_of_the_aid() -> None:
    text = TEXT.replace("{#sick .bad}", "{#sick .bad .grid}")
    text = text.replace(".involves}", ".involves .grid}")
    assert chosen(text) == ["involves", "sick"]


def test_without_marks_the_first_key_rows_are_chosen() -> None:
    assert chosen(TEXT) == ["involves", "pain", "sick"]


def test_without_marks_what_says_nothing_of_any_option_is_left_to_the_aid() -> None:
    row = "| What is it like? {#silent .experience} | not known: nobody asked | not known: nobody asked |"
    assert "silent" not in chosen(with_rows(ROW.strip(), row))


def test_without_marks_rows_marked_more_are_left_to_the_aid() -> None:
    assert chosen(TEXT.replace("{#sick .bad}", "{#sick .bad .more}")) == ["involves", "pain"]


def test_without_marks_eight_rows_are_chosen_and_a_good_and_a_bad_outcome_are_among_them() -> None:
    rows = [f"| Question {n}? {{#row-{n}}} | No. | Yes. |" for n in range(12)]
    ids = chosen(good(with_rows(ROW.strip(), *rows)))
    assert len(ids) == MOST_ROWS
    assert ids[-3:] == ["pain", "sick", "sleep"]


def test_without_marks_a_row_that_is_too_long_makes_room_for_others() -> None:
    words = " ".join(["Words that go on and on."] * 60)
    ids = chosen(with_rows(ROW.strip(), f"| Long? {{#long}} | {words} | Short. |"))
    assert ids == ["involves", "pain", "sick"]


def test_without_marks_words_do_not_crowd_out_an_outcome() -> None:
    rows = [f"| Question {n}? {{#row-{n}}} | No. | Yes. |" for n in range(12)]
    outcomes = "".join(
        f"### Ache {n} {{#ache-{n} .bad}}\n\n- Time: 12 months\n- Said as: ache / do not\n"
        "- Difference: not reported\n\n| option | figure |\n|---|---|\n"
        "| as-now | 30 in 100 |\n| treatment | 20 in 100 |\n\n"
        for n in range(9)
    )
    text = with_rows(ROW.strip(), *rows).replace("## What nobody", f"{outcomes}## What nobody")
    ids = [row.id for row in grid_rows(compiled_of(text))]
    assert ids == ["involves", "pain", "sick", *(f"ache-{n}" for n in range(5))]


def test_without_marks_rows_are_chosen_so_that_every_option_has_a_figure_and_both_sides() -> None:
    """Eight rows on one option come first, and what is said of the other stands behind them."""
    text = TEXT.replace("| treatment | 20 in 100 (16 to 25) |", "| treatment | not in this study |")
    text = text.replace("| treatment | 10 in 100 (8 to 13) |", "| treatment | not in this study |")
    ache = (
        "### Ache {n} {{#ache-{n} .bad}}\n\n- Time: 12 months\n- Said as: ache / do not\n\n"
        "| option | figure |\n|---|---|\n| as-now | 30 in 100 |\n| treatment | {cell} |\n\n"
    )
    cells = ["not in this study"] * 9 + ["20 in 100", "40 in 100"]
    outcomes = "".join(ache.format(n=n, cell=cell) for n, cell in enumerate(cells))
    text = text.replace("## What nobody", f"{outcomes}## What nobody")
    ids = [row.id for row in grid_rows(compiled_of(text))]
    assert len(ids) == MOST_ROWS
    assert ids[-2:] == ["ache-9", "ache-10"]


def test_without_marks_a_row_without_a_figure_of_an_option_is_left_to_the_aid() -> None:
    unknown = "not found: we read the summary"
    text = TEXT.replace("| as-now | 5 in 100 |", f"| as-now | {unknown} |")
    text = text.replace("| treatment | 10 in 100 (8 to 13) |", f"| treatment | {unknown} |")
    assert [row.id for row in grid_rows(compiled_of(text))] == ["involves", "pain"]


def test_without_marks_the_rows_of_all_groups_are_chosen_together() -> None:
    text = TEXT.replace(
        "authors:\n", "strata:\n  long: The pain is old.\n  short: The pain is new.\nauthors:\n", 1
    )
    start, end = text.index("### Feeling sick"), text.index("## What nobody")
    sick = text[start:end]
    rows = "".join(
        sick.replace("{#sick .bad}", f"{{#sick-{each} .bad stratum={each}}}")
        for each in ("long", "short")
    )
    text = text[:start] + rows + text[end:]
    ids = [row.id for row in grid_rows(compiled_of(text))]
    assert ids == ["involves", "pain", "sick-long", "sick-short"]
    many = "".join(f"| Question {n}? {{#row-{n}}} | No. | Yes. |\n" for n in range(4))
    assert {"sick-long", "sick-short"} <= {
        row.id for row in grid_rows(compiled_of(text.replace(ROW, ROW + many)))
    }


def test_without_marks_no_group_of_an_outcome_is_chosen_where_there_is_no_room_for_all() -> None:
    """Seven rows say all there is to say; an eighth has room, and a ninth has not."""
    text = TEXT.replace(
        "authors:\n", "strata:\n  long: The pain is old.\n  short: The pain is new.\nauthors:\n", 1
    )
    start, end = text.index("### Feeling sick"), text.index("## What nobody")
    sick = text[start:end]
    more = "".join(sick.replace("{#sick .bad}", f"{{#sick-{n} .bad}}") for n in range(4))
    groups = "".join(
        sick.replace("Feeling sick {#sick .bad}", f"Itching {{#itch-{each} .bad stratum={each}}}")
        for each in ("long", "short")
    )
    last = more.replace("{#sick-3 .bad}", "{#sick-last .bad}")[
        more.index("### Feeling sick {#sick-3") :
    ]
    ids = [row.id for row in grid_rows(compiled_of(text[:end] + more + groups + last + text[end:]))]
    assert ids == ["involves", "pain", "sick", *(f"sick-{n}" for n in range(4)), "sick-last"]


@pytest.mark.parametrize(("cell", "codes"), [("5 in 100", ["DA863"]), (UNSEEN, [])])
def test_what_nobody_has_found_is_not_asked_for_as_the_other_side(
    cell: str, codes: list[str]
) -> None:
    """What is marked shows of as-now only what is bad; what is not marked has a figure, or none."""
    text = good(TEXT).replace("{#sleep .good}", "{#ache .bad .grid}")
    text = text.replace("about=sleep", "about=ache").replace("{#pain .bad}", "{#pain .bad .grid}")
    text = text.replace("| as-now | 30 in 100 |", "| as-now | 36 in 100 |")
    text = text.replace("| as-now | 5 in 100 |", f"| as-now | {cell} |")
    assert [code for code, _ in found(text)] == codes


def test_a_side_that_has_no_room_among_rows_that_are_chosen_is_told() -> None:
    """Each of two outcomes has room, both have not, and each shows what the other does not."""
    text = TEXT.replace("### Still in pain {", f"### Still in pain {'and aching ' * 90}{{")
    text = text.replace("### Feeling sick {", f"### Feeling sick {'and dizzy ' * 95}{{")
    aid = compiled_of(text)
    assert [row.id for row in grid_rows(aid)] == ["involves", "pain"]
    assert found(text) == [("DA863", text.splitlines().index(ROW.strip()) + 1)]


def test_what_is_chosen_has_room() -> None:
    aid = aid_of(good(TEXT))
    rows = grid_rows(aid)
    assert height_of(rows) <= room_of(aid, rows)


def test_a_ninth_marked_row_is_refused_where_it_stands() -> None:
    rows = [f"| Question {n}? {{#row-{n} .grid}} | No. | Yes. |" for n in range(9)]
    text = with_rows(ROW.strip(), *rows).replace("{#pain .bad}", "{#pain .bad .grid}")
    line = text.splitlines().index(rows[8]) + 1
    assert found(text) == [("DA862", line)]


def test_rows_that_have_no_room_are_refused_at_the_tallest() -> None:
    words = " ".join(["These are words that go on and on."] * 40)
    long = f"| Long? {{#long .grid}} | {words} | Short. |"
    text = with_rows(ROW.strip(), long).replace("{#pain .bad}", "{#pain .bad .grid}")
    assert ("DA862", text.splitlines().index(long) + 1) in found(text)


def test_more_options_leave_less_room_for_words() -> None:
    words = " ".join(["These are words."] * 35)
    row = f"| Long? {{#long .grid}} | {words} | Short. |"
    text = with_rows(ROW.strip(), row).replace("{#pain .bad}", "{#pain .bad .grid}")
    assert found(text) == []
    last = "You take the example treatment each day.\n"
    more = [f"\n### Other way {n} {{#way-{n}}}\nIt is another way.\n" for n in range(4)]
    text = text.replace(last, last + "".join(more))
    assert "DA862" in {code for code, _ in found(text)}


def test_a_grid_without_bad_outcomes_is_refused_where_the_aid_has_them() -> None:
    text = good(TEXT).replace("{#sleep .good}", "{#sleep .good .grid}")
    assert [code for code, _ in found(text)] == ["DA863"]


def test_a_grid_without_good_outcomes_is_refused_where_the_aid_has_them() -> None:
    text = good(TEXT).replace("{#pain .bad}", "{#pain .bad .grid}")
    assert [code for code, _ in found(text)] == ["DA863"]


def test_a_harm_that_nobody_counted_does_not_stand_for_those_that_somebody_did() -> None:
    unknown = (
        "### Itching {#itching .bad .grid}\n\n- Time: 12 months\n- Said as: itch / do not itch\n\n"
        "| option | figure |\n|---|---|\n| others | not known: nobody counted |\n\n"
    )
    text = good(TEXT).replace("{#sleep .good}", "{#sleep .good .grid}")
    text = text.replace("## What nobody knows", f"{unknown}## What nobody knows")
    source = Source("aids/example/index.md", text, slug="example")
    told = [each for each in compile_aid(source).diagnostics if each.code.number == "DA863"]
    assert ["no row with a figure for a bad thing" in each.message for each in told] == [True]
    assert "Itching" not in (told[0].help or "")


def test_a_grid_that_takes_too_long_to_read_aloud_is_warned_of() -> None:
    words = " ".join(["It is so or so."] * 34)
    row = f"| Long? {{#long .grid}} | {words} | {words} |"
    text = with_rows(ROW.strip(), row).replace("{#pain .bad}", "{#pain .bad .grid}")
    assert [code for code, _ in found(text)] == ["DA864"]


@pytest.mark.parametrize("mark", ["", ".grid"])
def test_a_mark_changes_nothing_but_the_grid(mark: str) -> None:
    aid = aid_of(TEXT.replace("{#pain .bad}", f"{{#pain .bad {mark}}}".replace(" }", "}")))
    plain = aid_of(TEXT)
    assert aid.outcomes[0].model_copy(update={"grid": False}) == plain.outcomes[0]


def test_a_name_that_leaves_no_room_for_any_row_is_named_whether_or_not_rows_are_marked() -> None:
    long = "a" * 5_000
    text = TEXT.replace("### Example treatment {", f"### {long} {{")
    assert found(text) == [("DA862", 49)]
    assert found(text.replace("{#sick .bad}", "{#sick .bad .grid}")) == [("DA862", 49)]
    (one,) = (d for d in compile_aid(text).diagnostics if d.code.number == "DA862")
    assert one.help.startswith("say this in fewer words than 5,000 characters: 'aaa")
    assert len(one.help) < 200


def test_a_row_that_does_not_fit_though_none_is_marked_is_named() -> None:
    text = TEXT.replace("### Still in pain {", f"### Still in pain {'and aching ' * 300}{{")
    assert ("DA862", 64) in found(text)


def test_a_harm_that_cannot_happen_is_the_good_side_that_a_grid_has_of_an_option() -> None:
    text = good(TEXT).replace("{#sleep .good}", "{#sleep .bad}")
    for name in ("pain", "sick"):
        text = text.replace(f"{{#{name} .bad}}", f"{{#{name} .bad .grid}}")
    compared = "- Difference: treatment against as-now: risk ratio 2.00 (1.50 to 2.67)\n"
    text = text.replace(compared, "")
    spared = "| as-now | not applicable: nothing is taken |"
    assert found(text.replace("| as-now | 5 in 100 |", spared)) == []
