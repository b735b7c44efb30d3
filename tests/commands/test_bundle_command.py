"""``decisionaid bundle``: one file, or a plain reason why there is none."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from decisionaid.cli import cli
from tests.conftest import ROOT
from tests.our_aids import EARS, KNEE, SLUGS, aid_of
from tests.site_examples import BROKEN, GOOD, PICTURE, PNG, write_aids

AIDS = ROOT / "aids"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["bundle", *map(str, arguments)])


@pytest.mark.long
def test_the_same_bytes_by_any_way_out_with_the_size_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(AIDS / EARS, "--today", "2026-11-28")
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert re.fullmatch(rf"Wrote '{EARS}\.html': \d+\.\d kB, \d+\.\d kB compressed\n", done.stderr)
    written = (tmp_path / f"{EARS}.html").read_bytes()
    run(AIDS / EARS / "index.md", "-o", "again.html", "--today", "2026-11-28")
    assert (tmp_path / "again.html").read_bytes() == written
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    command = [sys.executable, "-m", "decisionaid", "bundle", str(AIDS / EARS), "-o", "-"]
    piped = subprocess.run(
        [*command, "--today", "2026-11-28"], check=True, capture_output=True, cwd=ROOT
    )
    assert piped.stdout == written
    assert b"Wrote standard output" in piped.stderr


@pytest.mark.long
def test_the_clinicians_file_is_for_the_aids_that_are_named_or_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    every = run("--clinician", "-o", "-").stdout
    some = run("--clinician", AIDS / EARS, AIDS / KNEE, "-o", "-").stdout
    for slug in SLUGS:
        here = f"data-file=../aids/{slug}/aid.json>"
        assert here in every
        assert (here in some) == (slug in {EARS, KNEE})


def test_an_aid_that_check_refuses_gets_no_file_and_what_was_there_stays(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", good=GOOD, bad=BROKEN)
    out = tmp_path / "out.html"
    out.write_text("before", encoding="utf-8")
    for arguments in ((aids / "bad",), ("--clinician", aids)):
        done = run(*arguments, "-o", out)
        assert done.exit_code == 1
        assert "outcoins" not in done.stderr
        assert "optoins" in done.stderr
        assert f"No file: '{(aids / 'bad').as_posix()}' has errors." in done.stderr
        assert done.stdout == ""
        assert out.read_text(encoding="utf-8") == "before"


def test_a_withdrawn_aid_gets_no_file(tmp_path: Path) -> None:
    withdrawn = "status: withdrawn\nwithdrawn: {date: 2026-01-05, reason: Made up}"
    text = GOOD.replace("status: draft", withdrawn)
    assert text != GOOD
    aids = write_aids(tmp_path / "aids", gone=text)
    done = run(aids / "gone", "-o", tmp_path / "out.html")
    assert done.exit_code == 1
    assert "is withdrawn" in done.stderr
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say which one aid"),
        ([AIDS / EARS, AIDS / KNEE], "say which one aid"),
        ([AIDS], "holds more than one aid"),
        ([AIDS / "kneee"], "there is no file or folder"),
        ([AIDS / EARS, "--site", "aids.example.org"], "is no address of a site"),
        ([AIDS / EARS, "--site", 'https://x/"><script>'], "is no address of a site"),
        ([AIDS / EARS, "-o", AIDS], "is a folder"),
    ],
)
def test_a_wrong_command_line_is_answered_with_what_to_write(
    arguments: list[str | Path], said: str
) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.long
def test_a_folder_that_is_not_there_is_named_as_it_was_given(tmp_path: Path) -> None:
    out = tmp_path / "none" / "ears.html"
    command = [sys.executable, "-m", "decisionaid", "bundle", str(AIDS / EARS), "-o", str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr == f"decisionaid: No such file or directory: {out}\n"


@pytest.mark.long
def test_links_to_other_pages_lead_to_the_site_or_say_that_they_lead_nowhere() -> None:
    alone = run(AIDS / KNEE, "-o", "-").stdout
    assert alone.count("(on its site, not in this file)") == 3
    assert 'data-clinician=""' in alone
    there = run(AIDS / KNEE, "--site", "https://aids.example.org/some", "-o", "-").stdout
    assert "(on its site, not in this file)" not in there
    for address in ("", f"aids/{KNEE}/large-print.html", f"aids/{KNEE}/grid.html"):
        assert f'href="https://aids.example.org/some/{address}"' in there
    assert 'data-clinician="https://aids.example.org/some/clinician/"' in there
    # What the evidence page says is inside, every row of it.
    for outcome in aid_of(KNEE).outcomes:
        assert f'id="evidence-row-{outcome.id}"' in there


def test_a_picture_stands_in_the_file(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", good=PICTURE)
    (aids / "good/images").mkdir()
    (aids / "good/images/knee.png").write_bytes(PNG)
    done = run(aids / "good", "-o", "-")
    assert done.exit_code == 0, done.stderr
    assert 'src="data:image/png;base64,' in done.stdout
    assert "images/knee.png" not in done.stdout


def test_a_file_for_a_place_says_what_its_site_says() -> None:
    said = "You can buy pain relief at any pharmacy in the town."
    done = run(AIDS / EARS, "--place", "example-town", "--today", "2026-11-28", "-o", "-")
    assert done.exit_code == 0, done.stderr
    assert said in done.stdout
    assert said not in run(AIDS / EARS, "--today", "2026-11-28", "-o", "-").stdout


@pytest.mark.parametrize("more", [[], ["--clinician"]], ids=["aid", "clinician"])
def test_a_place_that_will_not_do_gives_no_file(more: list[str], tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", good=GOOD)
    text = (ROOT / "overlays/example-town.yaml").read_text("utf-8")
    (tmp_path / "overlays").mkdir()
    (tmp_path / "overlays/example-town.yaml").write_text(
        text.replace("checked: 2026-11-10", "checked: soon", 1), encoding="utf-8"
    )
    done = run(*more, aids / "good", "--place", "example-town", "-o", "-")
    assert done.exit_code == 1
    # Standard output would have been the file.
    assert done.stdout == ""
    assert "'soon'" in done.stderr
    assert "No file: the place 'example-town' has errors." in done.stderr
    done = run(*more, aids / "good", "--place", "example-twon", "-o", "-")
    assert done.exit_code == 2
    assert "Did you mean 'example-town'?" in done.stderr
    other = write_aids(tmp_path / "other", good=GOOD)
    if more:
        done = run(*more, aids / "good", other / "good", "--place", "example-town", "-o", "-")
        assert done.exit_code == 2
        assert "these aids lie in several folders" in done.stderr


@pytest.mark.long
def test_a_file_has_the_look_of_a_theme(tmp_path: Path) -> None:
    aids = write_aids(tmp_path / "aids", good=GOOD)
    theme = tmp_path / "theme"
    (theme / "styles").mkdir(parents=True)
    (theme / "layout").mkdir()
    (theme / "styles/tokens.css").write_text(":root { --accent: #123456; }", encoding="utf-8")
    title = "{% block title %}Our house: {{ super() }}{% endblock %}"
    for page in ("aid", "clinician"):
        text = f'{{% extends "decisionaid/layout/{page}.html" %}}\n{title}'
        (theme / f"layout/{page}.html").write_text(text, encoding="utf-8")
    for arguments in ((aids / "good",), ("--clinician", aids / "good")):
        done = run(*arguments, "--theme", theme, "-o", "-")
        assert done.exit_code == 0, done.stderr
        assert "--accent:#123456" in done.stdout
        assert "<title>Our house: " in done.stdout
    # What a build refuses is refused here too.
    for text, said in (
        ("<style></style>", "no place in a template"),
        ("{% block body %}{% endblock %}", "The theme takes away what every page has to say."),
        ("{% block body %}{{ nothing.at.all }}{% endblock %}", "A template of the theme fails"),
    ):
        whole = '{% extends "decisionaid/layout/aid.html" %}\n' + text
        (theme / "layout/aid.html").write_text(whole, encoding="utf-8")
        done = run(aids / "good", "--theme", theme, "-o", tmp_path / "out.html")
        assert done.exit_code == 2, (text, done.exception)
        # Out of the frame that is drawn around it.
        assert said in " ".join(re.findall(r"[\w.,':/]+", done.stderr))
        assert not (tmp_path / "out.html").exists()


def test_its_help_has_an_example() -> None:
    assert "Example: decisionaid bundle aids/knee-pain" in run("--help").stdout
