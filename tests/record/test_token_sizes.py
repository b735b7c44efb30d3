"""How large a token and its code are: what fits on paper, and what does not and says so."""

import pytest

from bench.token_sizes import ADDRESS, MOST_VERSION, qr_version, sizes

BY_NAME = {size.name: size for size in sizes()}


@pytest.mark.parametrize("name", ["sparse", "typical", "all-not-sure", "contradicting"])
def test_all_but_the_fullest_fit_into_a_code_that_can_be_read_from_paper(name: str) -> None:
    version = BY_NAME[name].version
    assert version is not None
    assert version <= 13


def test_the_typical_token_is_short() -> None:
    assert BY_NAME["typical"].token < 350


def test_own_words_are_pressed() -> None:
    assert BY_NAME["fullest"].token < 1200


def test_the_fullest_is_larger_than_any_code_that_is_shown() -> None:
    assert (BY_NAME["fullest"].version or 0) > MOST_VERSION


@pytest.mark.parametrize(
    ("signs", "version"),
    # Counted with another library, for an address of 44 letters.
    [(127, 8), (304, 12), (216, 10), (1069, 23), (4000, None)],
)
def test_the_version_is_the_one_that_a_library_for_codes_takes(
    signs: int, version: int | None
) -> None:
    assert len(ADDRESS) == 44
    assert qr_version(f"{ADDRESS}#{'0' * signs}") == version
