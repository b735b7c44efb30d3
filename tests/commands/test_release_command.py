"""``decisionaid release``: the words of a text are kept beside it, and no other words take their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decisionaid.disk.versions import released
from decisionaid.model.words import AidWords
from decisionaid.site import SiteError, build_site
from tests.rules.examples import SPECIMEN
from tests.site_examples import GOOD, write_aids
from tests.test_cli import run

PUBLISHED = SPECIMEN.read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_aids(tmp_path / "aids", first=PUBLISHED)
    return tmp_path


def kept(project: Path) -> list[Path]:
    return sorted((project / "aids/first").glob("versions/*"))


def reworded(project: Path) -> None:
    path = project / "aids/first/index.md"
    path.write_text(path.read_text("utf-8") + "\n<!-- another text -->\n", "utf-8")


def test_the_words_of_a_text_are_kept_under_its_hash(project: Path) -> None:
    ended = run(project, "release", "aids/first")
    (file,) = kept(project)
    assert (
        ended.stdout
        == f"Released version 1.0.0 of first: commit 'aids/first/versions/{file.name}'\n"
    )
    assert (ended.stderr, ended.returncode) == ("", 0)
    words = AidWords.model_validate_json(file.read_bytes())
    assert file.name == f"{words.source_sha256}.json"
    build_site(project / "aids", project / "site")
    published = project / f"site/aids/first/versions/{file.name}"
    assert published.read_bytes() == file.read_bytes()


def test_a_second_time_there_is_nothing_to_do(project: Path) -> None:
    run(project, "release", "aids/first")
    before = kept(project)[0].read_bytes()
    ended = run(project, "release", "aids/first/index.md")
    assert ended.stdout.startswith("Nothing to do: version 1.0.0 of first was released before")
    assert (ended.returncode, kept(project)[0].read_bytes()) == (0, before)


def test_words_that_an_earlier_program_wrote_are_the_same_words(project: Path) -> None:
    run(project, "release", "aids/first")
    (file,) = kept(project)
    data = json.loads(file.read_text("utf-8"))
    for question in data["questions"]:
        question.pop("places")
    file.write_text(json.dumps(data, indent=1), "utf-8")
    assert run(project, "release", "aids/first").stdout.startswith("Nothing to do")


def test_other_words_of_the_same_text_stay(project: Path) -> None:
    run(project, "release", "aids/first")
    (file,) = kept(project)
    other = file.read_bytes().replace(b'"version":"1.0.0"', b'"version":"1.0.0 "')
    file.write_bytes(other)
    ended = run(project, "release", "aids/first")
    assert "holds other words of the same text, and stays as it is" in ended.stderr
    assert (ended.returncode, file.read_bytes()) == (1, other)


@pytest.mark.long
def test_an_earlier_text_is_published_beside_todays(project: Path) -> None:
    run(project, "release", "aids/first")
    reworded(project)
    built = build_site(project / "aids", project / "site")
    names = sorted(path.stem for path in (project / "site/aids/first/versions").iterdir())
    assert len(names) == 2
    assert list(built.cards[0].versions) == names
    page = (project / "site/clinician/index.html").read_text("utf-8")
    assert all(name in page for name in names)
    # Once it is taken out it is no more on the site either.
    kept(project)[0].unlink()
    build_site(project / "aids", project / "site")
    assert len(list((project / "site/aids/first/versions").iterdir())) == 1


@pytest.mark.long
def test_the_same_text_is_the_same_words_whatever_the_day(project: Path) -> None:
    from datetime import date  # noqa: PLC0415

    def published(day: date | None) -> bytes:
        build_site(project / "aids", project / "site", today=day)
        (path,) = (project / "site/aids/first/versions").iterdir()
        return path.read_bytes()

    assert published(None) == published(date(2026, 2, 1)) == published(date(2027, 12, 1))


def test_check_says_what_has_changed_since_its_release(project: Path) -> None:
    never = run(project, "release", "--check")
    assert (
        "'aids/first/index.md' was never released: decisionaid release 'aids/first'\n"
        in never.stdout
    )
    assert (never.returncode, kept(project)) == (1, [])
    run(project, "release", "aids/first")
    ended = run(project, "release", "--check")
    assert ended.stdout == "Every aid that is published reads as it was released.\n"
    assert ended.returncode == 0
    reworded(project)
    changed = run(project, "release", "--check", ".")
    assert "'aids/first/index.md' has changed since it was released" in changed.stdout
    assert changed.returncode == 1


def test_a_draft_need_not_be_released(project: Path) -> None:
    write_aids(project / "aids", first=GOOD)
    assert run(project, "release", "--check").returncode == 0


def test_an_aid_with_errors_is_not_released(project: Path) -> None:
    write_aids(project / "aids", first="no head at all")
    ended = run(project, "release", "aids/first")
    assert ended.stderr == "'aids/first/index.md' has errors: decisionaid check says which\n"
    assert (ended.returncode, kept(project)) == (1, [])


def test_without_an_aid_it_says_what_to_write(project: Path) -> None:
    ended = run(project, "release")
    assert (
        ended.stderr == "decisionaid: say which aid, such as: decisionaid release aids/knee-pain\n"
    )
    assert ended.returncode == 2
    assert run(project, "release", "aids/nowhere").returncode == 2


BAD = {
    "no JSON": ("0123456789abcdef.json", "{"),
    "another name": ("words.json", "{}"),
    "the words of another aid": ("0123456789abcdef.json", None),
}


@pytest.mark.parametrize("says", BAD)
def test_a_file_that_holds_no_words_is_named_and_never_published(says: str, project: Path) -> None:
    name, text = BAD[says]
    run(project, "release", "aids/first")
    words = json.loads(kept(project)[0].read_text("utf-8"))
    path = project / "aids/first/versions" / name
    path.write_text(
        text or json.dumps(words | {"source_sha256": path.stem, "id": "other"}), "utf-8"
    )
    assert released(project / "aids/first", "first").unreadable == (f"versions/{name}",)
    with pytest.raises(SiteError, match=f"aids/first/versions/{name}"):
        build_site(project / "aids", project / "site")
    checked = run(project, "release", "--check")
    assert f"'aids/first/versions/{name}' holds no words of this aid" in checked.stderr
    assert checked.returncode == 1


def test_a_link_that_leads_out_of_the_folder_is_not_followed(project: Path) -> None:
    (project / "secret.json").write_text("{}", "utf-8")
    place = project / "aids/first/versions"
    place.mkdir()
    (place / "0123456789abcdef.json").symlink_to(project / "secret.json")
    assert released(project / "aids/first", "first").unreadable == (
        "versions/0123456789abcdef.json",
    )


def test_an_aid_that_has_ended_publishes_no_figure_of_any_text(project: Path) -> None:
    from datetime import date  # noqa: PLC0415

    run(project, "release", "aids/first")
    reworded(project)
    build_site(project / "aids", project / "site", today=date(2050, 1, 1))
    for path in (project / "site/aids/first/versions").iterdir():
        words = AidWords.model_validate_json(path.read_bytes())
        assert (words.facts, words.until) == ((), "")
        assert {each.explanation for each in words.checks} <= {"", words.gone}
    assert "--check" in run(project, "release", "--help").stdout
    assert "Example: decisionaid release aids/knee-pain" in run(project, "release", "--help").stdout
