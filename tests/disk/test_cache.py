"""The cache of checks: where it is, how large it grows, and that its mark follows what finds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from decisionaid.diagnostics import Code, Diagnostic, Edit, Harm, Severity
from decisionaid.disk import cache as cached
from decisionaid.disk.cache import Cache, Entry, cache_folder, fingerprint
from decisionaid.text import Span

FOUND = Diagnostic(
    Code(
        "DA302",
        "unequal-denominators",
        Severity.ERROR,
        "people misjudge them",
        "IPDAS",
        kind="presence",
        harm=Harm.MISLEADS,
    ),
    "a.md",
    Span(3, 4, 5, 6),
    "words \u2014 \U0001f469",
    "help",
    (Span.on_line(1, 1, 2),),
    (Edit(Span.on_line(3, 4, 5), "x"),),
    unsafe=True,
)


def test_an_entry_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "mark")
    entry = Entry((FOUND,), {"images/a.png": (1, 2, 3, 4), "b.png": None})
    cache.put(cache.key("text"), entry)
    assert Cache(tmp_path, "mark").get(cache.key("text"), "a.md") == entry


def test_another_version_another_text_and_other_parts_have_other_keys(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "mark")
    keys = {cache.key("a", "b"), cache.key("ab", ""), Cache(tmp_path, "next").key("a", "b")}
    assert len(keys) == 3


def test_the_oldest_entries_go_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cached, "MOST_ENTRIES", 3)
    cache = Cache(tmp_path, "mark")
    for number in range(6):
        cache.put(cache.key(str(number)), Entry((FOUND,)))
        (path,) = [each for each in tmp_path.rglob("*.json") if each.stat().st_mtime > 1000]
        os.utime(path, (number, number))
    cache.put(cache.key("newest"), Entry((FOUND,)))
    cache.tidy()
    kept = [cache.get(cache.key(str(number)), "a.md") is not None for number in range(6)]
    assert kept == [False, False, False, False, True, True]
    assert cache.get(cache.key("newest"), "a.md") is not None


def test_the_oldest_entries_go_when_they_are_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path, "mark")
    for number in range(4):
        cache.put(cache.key(str(number)), Entry((FOUND,)))
    size = next(tmp_path.rglob("*.json")).stat().st_size
    monkeypatch.setattr(cached, "MOST_BYTES", 2 * size + 10)
    cache.tidy()
    assert len(list(tmp_path.rglob("*.json"))) == 2


def test_an_entry_that_is_too_large_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "mark")
    cache.put("ab" * 32, Entry((FOUND,) * 2_000))
    assert list(tmp_path.rglob("*.json")) == []


def test_the_folder_is_where_the_system_keeps_what_can_be_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", "/home/person")
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert cache_folder() == Path("/elsewhere/decisionaid/checked")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == Path("/home/person/.cache/decisionaid/checked")
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_folder() == Path("/home/person/Library/Caches/decisionaid/checked")


def test_the_mark_is_the_same_twice() -> None:
    assert fingerprint() == fingerprint()


def test_the_mark_looks_at_every_kind_of_file_that_decides_what_is_found() -> None:
    package = Path(cached.__file__).parents[1]
    kinds = {
        path.suffix
        for name in cached._ROOMS
        for path in (package / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "pages" not in path.parts
    }
    assert kinds <= set(cached._CODE_DATA)
    assert {"rules", "language", "locale"} <= set(cached._ROOMS)
