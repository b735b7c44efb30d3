"""A browser that is not there is said: its tests are skipped with a reason, and fail where CI is set."""

from collections.abc import Callable

import pytest

from tests.browser import install
from tests.browser.engines.conftest import left_out
from tests.browser.engines.engine import MissingError
from tests.browser.engines.firefox import FIREFOX

WAYS = [install.debian(FIREFOX.packages)]


def wanted(version: str | None, *, is_needed: bool) -> Callable[[object], list[install.Wanted]]:
    return lambda _: [install.Wanted("Example", lambda: version, WAYS, is_needed)]


def test_an_engine_that_is_missing_is_skipped_with_a_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"Firefox was not tried: it is missing.*apt"):
        left_out(MissingError("it"), FIREFOX)


def test_where_ci_is_set_an_engine_that_is_missing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Firefox was not tried"):
        left_out(MissingError("it"), FIREFOX)
    needed = {each.name: each.is_needed for each in install.all_wanted([])}
    assert needed == {"Chromium": True, "WebKit": True, "Firefox": True}
    monkeypatch.delenv("CI")
    needed = {each.name: each.is_needed for each in install.all_wanted([])}
    assert needed == {"Chromium": True, "WebKit": False, "Firefox": False}


@pytest.mark.parametrize(("is_needed", "code"), [(True, 1), (False, 0)])
def test_the_installer_says_what_would_bring_what_is_missing(
    is_needed: bool, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(install, "all_wanted", wanted(None, is_needed=is_needed))
    monkeypatch.setattr(install, "can_be_run", lambda _: False)
    assert install.main([]) == code
    said = capsys.readouterr().err
    assert "what may bring it: apt-get install" in said
    assert ("are skipped" in said) is not is_needed


def test_nothing_is_installed_where_it_works_already(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(install, "all_wanted", wanted("1.0", is_needed=True))
    monkeypatch.setattr(install, "run", lambda _: pytest.fail("something was run"))
    assert install.main([]) == 0
    assert capsys.readouterr().out == "Example: 1.0\n"
