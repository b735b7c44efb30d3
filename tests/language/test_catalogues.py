"""A catalogue is found by a language's tag, held against English, and filled up with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import MappingProxyType

import pytest

from decisionaid.language import Words, has_full_catalogue
from decisionaid.language import catalogue as catalogues
from decisionaid.language.catalogue import FOLDER, missing_from
from decisionaid.language.formats import CatalogueError
from tests.language.catalogues import folder_of

ENGLISH = """
yes = Yes
share = { $n } of { $of }
points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
amount = { $word ->
    [fewer] { $n } fewer
   *[more] { $n } more
}
"""
WELSH = """
yes = Ie
share = { $n } o { $of }
points = { $n ->
    [two] { $n } bwynt
   *[other] { $n } pwynt
}
amount = { $word ->
    [fewer] { $n } yn llai
   *[more] { $n } yn fwy
}
"""
AMOUNT = WELSH[WELSH.index("amount") :]


@pytest.mark.parametrize(
    ("tag", "name"),
    {
        "cy": "cy",
        "cy-GB": "cy",
        "CY-gb": "cy",
        "cy-Latn-GB": "cy",
        "pt-BR": "pt-br",
        "pt-PT": "en",
        "en-US": "en",
        "fr": "en",
        "": "en",
    }.items(),
)
def test_a_catalogue_is_found_by_its_tag_the_nearest_first(
    tag: str, name: str, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, en=ENGLISH, cy=WELSH, pt_br=WELSH)

    assert Words(tag, folder).catalogue.language == name


def test_words_know_the_tag_they_were_asked_for(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, en=ENGLISH)

    assert (Words("fr-CA", folder).language, Words("ar", folder).direction) == ("fr-CA", "rtl")


def test_a_full_catalogue_says_everything(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, en=ENGLISH, cy=WELSH)

    assert missing_from("cy", folder) == ()
    assert has_full_catalogue("cy-GB", folder)
    assert not has_full_catalogue("fr", folder)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("", ("yes", "share", "points", "amount")),
        (WELSH.replace("yes = Ie\n", ""), ("yes",)),
        (WELSH.replace("{ $of }", "{ $all }"), ("share",)),
        (WELSH.replace("{ $n } o { $of }", "{ $n }"), ()),
        (WELSH.replace("[fewer]", "[llai]"), ("amount",)),
        (WELSH.replace(AMOUNT, "amount = { $n } yn { $word }\n"), ("amount",)),
        (f"{WELSH}more = Mwy\n", ()),
    ],
    ids=[
        "nothing is there",
        "one is not there",
        "a place that nobody fills",
        "a place left out",
        "another word to choose by",
        "no choice by a word",
        "one that English lacks",
    ],
)
def test_what_a_catalogue_lacks_is_known(text: str, lacks: tuple[str, ...], tmp_path: Path) -> None:
    folder = folder_of(tmp_path, en=ENGLISH, cy=text)

    assert missing_from("cy", folder) == lacks
    assert has_full_catalogue("cy", folder) is (lacks == ())


def test_what_a_catalogue_lacks_is_said_in_english(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, en=ENGLISH, cy="yes = Ie\nshare = { $all }\n")
    words = Words("cy", folder)

    assert words.say("yes") == "Ie"
    assert words.say("share", n=1, of=2) == "1 of 2"
    assert words.say("points", n=1) == "1 point"


def test_a_folder_without_english_is_held_against_our_own(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, cy="yes = Ie\n")

    assert "share" in missing_from("cy", folder)
    assert "yes" not in missing_from("cy", folder)
    assert Words("cy", folder).say("share", n=1, of=2) == "1 of 2"


def test_a_language_without_formats_is_refused_with_its_name(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, en=ENGLISH, cy=WELSH)
    (folder / "cy" / "formats.txt").write_text("nobody-knows\n", encoding="utf-8")

    with pytest.raises(CatalogueError, match=r"^cy/formats\.txt: CLDR does not know"):
        Words("cy", folder)

    (folder / "cy" / "formats.txt").unlink()
    with pytest.raises(CatalogueError, match=r"^cy/formats\.txt: "):
        Words("cy", folder)


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us", "en-Latn-AU"])
def test_english_is_full_and_nothing_is_read_to_know_it(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> None:
        pytest.fail("a catalogue was read")

    monkeypatch.setattr(catalogues, "_read", read)

    assert has_full_catalogue(tag)


def test_a_copy_of_the_english_words_is_no_other_language(tmp_path: Path) -> None:
    for language in ("en", "xx"):
        shutil.copytree(FOLDER / "en", tmp_path / language)

    missing = missing_from("xx", tmp_path)
    assert "could_not_tell" in missing
    assert "quality_ease" not in missing
    assert len(missing) > 300


@pytest.mark.parametrize(
    "language", sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
)
def test_each_of_our_own_catalogues_is_full(language: str) -> None:
    """A new language is written until this names nothing."""
    missing = missing_from(language, FOLDER)
    assert not missing, "\n".join(("these messages are missing:", *missing))


def test_what_was_read_cannot_be_changed() -> None:
    assert isinstance(Words("en").messages, MappingProxyType)
