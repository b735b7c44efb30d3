"""How tests are handed out to workers: the quick ones of a file together, long ones one by one."""

import pytest


def test_the_quick_tests_of_a_file_are_run_by_one_worker(request: pytest.FixtureRequest) -> None:
    group = request.node.get_closest_marker("xdist_group")
    assert group.args == ("tests/tooling/test_handed_out.py",)


@pytest.mark.xdist_group("of its own")
def test_a_group_of_its_own_stays(request: pytest.FixtureRequest) -> None:
    groups = [each.args for each in request.node.iter_markers("xdist_group")]
    assert groups == [("of its own",)]


@pytest.mark.long
def test_a_long_test_goes_to_whoever_is_free(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("xdist_group") is None


def test_xdist_is_told_the_group(request: pytest.FixtureRequest) -> None:
    """It reads the group from the end of a test's id; else a group is run by all workers."""
    is_grouped = request.node.nodeid.endswith("@tests/tooling/test_handed_out.py")
    assert is_grouped == bool(request.config.getoption("loadgroup", default=False))
