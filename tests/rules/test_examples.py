"""How a fragment on a rule page is set into the specimen."""

from __future__ import annotations

from tests.rules.examples import SPECIMEN, whole_source

TEXT = SPECIMEN.read_text(encoding="utf-8")


def lost_and_found(example: str) -> tuple[list[str], list[str]]:
    """Return the lines of the specimen that went, and those that came."""
    before, after = TEXT.splitlines(), whole_source(example).splitlines()
    return [line for line in before if line not in after], [
        line for line in after if line not in before
    ]


def test_a_key_takes_the_place_of_the_same_key() -> None:
    assert lost_and_found("funding: A charity\n") == (["funding: none"], ["funding: A charity"])


def test_a_key_in_a_comment_takes_the_key_out() -> None:
    assert lost_and_found("# funding: nothing\n") == (["funding: none"], ["# funding: nothing"])


def test_a_key_with_nested_lines_goes_with_them() -> None:
    lost, _found = lost_and_found("sources: {}\n")
    assert lost[0] == "sources:"
    assert "    read: whole" in lost


def test_an_outcome_takes_the_place_of_the_one_with_its_id() -> None:
    lost, found = lost_and_found("### Queasy {#sick .bad}\n\nNothing else.\n")
    assert "### Feeling sick {#sick .bad}" in lost
    assert "| as-now | 5 in 100 |" in lost
    assert found == ["### Queasy {#sick .bad}", "Nothing else."]


def test_a_section_takes_the_place_of_the_one_with_its_role_and_all_under_it() -> None:
    lost, found = lost_and_found("## Your choice {.options}\n\nNone.\n")
    assert "### Carry on as now {#as-now .as-now}" in lost
    assert found == ["## Your choice {.options}", "None."]


def test_what_stands_between_two_headings_goes() -> None:
    example = "# Title\n\n## If you need help now {.red-flags when=now}\n\nCall.\n"
    lost, _found = lost_and_found(example)
    assert "## What is the example condition? {.condition}" in lost


def test_what_the_specimen_does_not_have_goes_to_the_end() -> None:
    assert whole_source("## More\n\nWords.\n").endswith("## More\n\nWords.\n")


def test_a_whole_source_is_left_as_it_is() -> None:
    assert whole_source("---\na: 1\n---\n# Title\n") == "---\na: 1\n---\n# Title\n"
