"""A theme of somebody's own changes the look, and nothing that keeps a reader safe."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from decisionaid.render.pages.environment import THEME, templates
from decisionaid.site import SiteError, build_site
from decisionaid.site.own_theme import (
    FIXED,
    MOST_BYTES,
    PROPERTIES,
    OwnThemeError,
    Theme,
    read_theme,
)
from decisionaid.site.theme_properties import PropertyError, contrast, style_of
from tests.site_examples import DAY, GOOD, files_in, write_aids
from tests.test_cli import run

pytestmark = pytest.mark.long  # many seconds in all; `make check` is for every commit

OURS = (THEME / PROPERTIES).read_text(encoding="utf-8")
FOOTER = """{% extends "decisionaid/layout/aid.html" %}
{% block title %}Our house: {{ super() }}{% endblock %}
"""
COLOURS = """/* Ours */
:root { --accent: #123456; --s4: 1.25rem; --sans: "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { --accent: #ABC; } }
"""


def theme_in(folder: Path, **files: str) -> Path:
    """Write a theme; two underscores in a name stand for a slash."""
    for name, text in files.items():
        suffix = ".css" if name.startswith("styles") else ".html"
        path = folder / (name.replace("__", "/").replace("_", "-") + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def built(tmp_path: Path, theme: Theme | None, text: str = GOOD) -> dict[str, bytes]:
    out = tmp_path / "out"
    build_site(write_aids(tmp_path / "aids", one=text), out, today=DAY, theme=theme)
    return files_in(out)


def test_a_template_and_properties_of_a_theme_go_before_ours(tmp_path: Path) -> None:
    folder = theme_in(tmp_path / "theme", layout__aid=FOOTER, styles__tokens=COLOURS)
    (folder / ".hidden").write_text("an editor's own", encoding="utf-8")
    plain = built(tmp_path / "plain", None)
    themed = built(tmp_path / "themed", read_theme(folder))
    changed = {name for name in plain if plain[name] != themed[name]}
    workers = {name for name in plain if name.endswith("/worker.js")}
    assert workers < changed
    changed -= workers
    assert changed == {"assets/page.css", *(name for name in plain if name.endswith(".html"))}
    assert b"<title>Our house: Example condition" in themed["aids/one/index.html"]
    own = (
        b'@layer tokens{@media screen{:root{--s4:1.25rem;--sans:"Noto Sans", sans-serif}}}'
        b"@layer tokens{@media screen and (prefers-color-scheme:light){:root{--accent:#123456}}}"
        b"@layer tokens{@media screen and (prefers-color-scheme:dark){:root{--accent:#ABC}}}"
    )
    assert themed["assets/page.css"] == plain["assets/page.css"] + own
    # Behind our style in each page, too, and nothing else of the page is another.
    for name in changed - {"aids/one/index.html", "assets/page.css"}:
        inside = themed[name].replace(own, b"", 1)
        assert len(themed[name]) - len(inside) == len(own), name
        hashes = rb"'sha256-[^']*'|(?<=data-version=)\w{16}"
        same, other = (re.sub(hashes, b"", each) for each in (inside, plain[name]))
        assert same.replace(b"\n", b"") == other.replace(b"\n", b""), name


def test_a_build_without_the_theme_is_ours_again(tmp_path: Path) -> None:
    before = built(tmp_path / "before", None)
    built(tmp_path / "themed", read_theme(theme_in(tmp_path / "theme", layout__aid=FOOTER)))
    assert built(tmp_path / "after", None) == before


def test_every_template_of_ours_but_the_fixed_ones_may_be_extended(tmp_path: Path) -> None:
    for path in sorted(THEME.glob("layout/**/*.html")) + sorted(THEME.glob("components/*/*.html")):
        name = path.relative_to(THEME).as_posix()
        place = tmp_path / "theme" / name
        if name not in FIXED:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f'{{% extends "decisionaid/{name}" %}}', encoding="utf-8")
    assert built(tmp_path / "themed", read_theme(tmp_path / "theme")) == built(
        tmp_path / "plain", None
    )


REFUSED = {
    "a script": ("components__summary", "<p>a</p>\n<script src='x.js'></script>", "line 2: scripts"),
    "a style": ("components__summary", "<STYLE>p {}</STYLE>", "line 1: scripts, styles"),
    "a style inside": ("components__summary", '<p style="color: red">', "own policy"),
    "a handler": ("components__summary", "<p onclick='x()'>", "own policy"),
    "a picture from elsewhere": ("components__summary", '<img src="//example.org/x.png">', "elsewhere"),
    "a frame": ("components__summary", '<iframe src="x.html">', "frames"),
    "a template that is cut off": ("components__summary", "<p>\n{% if %}", "line 2"),
    "an outline of its own": ("layout__aid", "<!doctype html>", "security policy"),
    "a layout that is ours alone": ("layout__base", "{% block body %}{% endblock %}", "keeps readers"),
    "no notice": ("components__notice", "", "keeps readers safe"),
    "no banner": ("components__clock", "", "keeps readers safe"),
    "a name that is not ours": ("components__sumary", "<p>", "takes the place of nothing"),
    "a style sheet": ("styles__more", "p {}", "takes the place of nothing"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_theme_may_not_hold_is_refused_in_plain_words(case: str, tmp_path: Path) -> None:
    name, text, said = REFUSED[case]
    if name.startswith("components"):
        name = f"{name}__template"
    with pytest.raises(OwnThemeError, match=said):
        read_theme(theme_in(tmp_path, **{name: text}))


def test_what_is_no_plain_text_in_the_folder_is_refused(tmp_path: Path) -> None:
    place = theme_in(tmp_path / "theme", layout__aid=FOOTER) / "layout" / "aid.html"
    for data, said in ((b"\xff", "not text in UTF-8"), (b" " * (MOST_BYTES + 1), "larger than")):
        place.write_bytes(data)
        with pytest.raises(OwnThemeError, match=said):
            read_theme(tmp_path / "theme")
    place.unlink()
    with pytest.raises(OwnThemeError, match="no template"):
        read_theme(tmp_path / "theme")
    with pytest.raises(OwnThemeError, match="no folder"):
        read_theme(tmp_path / "nowhere")
    (tmp_path / "secret.html").write_text("a secret", encoding="utf-8")
    place.symlink_to(tmp_path / "secret.html")
    with pytest.raises(OwnThemeError, match="no plain file"):
        read_theme(tmp_path / "theme")
    place.unlink()
    os.mkfifo(place)
    with pytest.raises(OwnThemeError, match="no plain file"):
        read_theme(tmp_path / "theme")


LOSING = """{% extends "decisionaid/layout/aid.html" %}
{% block body %}<main id="main">{{ body }}</main>{% endblock %}
"""


def test_a_theme_cannot_take_the_notice_away(tmp_path: Path) -> None:
    theme = read_theme(
        theme_in(
            tmp_path / "theme",
            layout__aid=LOSING,
            layout__body="{% for step in steps %}<h1>{{ step.heading }}</h1>{% endfor %}",
        )
    )
    with pytest.raises(SiteError, match="takes away what every page has to say"):
        built(tmp_path, theme)


@pytest.mark.parametrize(
    "text",
    [
        "{{ nothing.at.all }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ aid.nobody }}",
        "{{ say('nobody') }}",
        "{{ say('options_order') }}",
        "{{ said('nobody') }}",
    ],
)
def test_a_template_that_fails_is_said_to_be_the_themes(text: str, tmp_path: Path) -> None:
    theme = read_theme(theme_in(tmp_path / "theme", components__progress__template=text))
    with pytest.raises(SiteError, match="A template of the theme fails"):
        built(tmp_path, theme)


def test_what_an_author_writes_is_text_in_a_theme_too(tmp_path: Path) -> None:
    page = '{% extends "decisionaid/layout/aid.html" %}{% block title %}{{ aid.question }}{% endblock %}'
    text = re.sub(r"question: .*", 'question: "<b>x</b> {{ 7*7 }}?"', GOOD, count=1)
    theme = read_theme(theme_in(tmp_path / "theme", layout__aid=page))
    made = built(tmp_path, theme, text)["aids/one/index.html"]
    assert b"<title>&lt;b&gt;x&lt;/b&gt; {{ 7*7 }}?</title>" in made


# Custom properties


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":root { --colour: #123456 }", "our theme has no '--colour'"),
        (":root { --accent: red }", "has to be a colour such as"),
        (":root { --accent: url(//example.org) }", "has to be a colour such as"),
        (":root { --s4: calc(1px + 1em) }", "has to be a length"),
        (":root { --base: 0.5rem }", "from 1rem to 3rem"),
        (':root { --sans: "Noto }', "names of letters"),
        (":root { --sans: a} p{ }", "neither ':root"),
        (":root { accent: #123456 }", "no custom property"),
        ("p { --accent: #123456 }", "neither ':root"),
        (":root {} :root {}", "twice"),
        ("@import 'x.css';", "neither ':root"),
        ("@media (prefers-color-scheme: dark) { :root { --s4: 4px } }", "is no colour"),
        (":root { --accent: #aaaaaa }", "contrast of 2.3 to 1 in light colours"),
        ("@media (prefers-color-scheme: dark) { :root { --ink: #333 } }", "in dark colours"),
        (":root { --edge: #eeeeee }", "people who see little need 3.0 to 1"),
    ],
)
def test_a_property_that_will_not_do_is_refused(text: str, said: str) -> None:
    with pytest.raises(PropertyError, match=re.escape(said)):
        style_of(text, OURS)


def test_our_own_properties_will_do() -> None:
    style = style_of(OURS.partition("@media print")[0], OURS)
    assert style.count("@layer tokens") == 3
    assert style_of("/* nothing yet */", OURS) == ""


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_templates_without_a_theme_are_set_up_once() -> None:
    assert templates() is templates(())


def test_build_takes_a_theme_and_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    write_aids(tmp_path / "aids", one=GOOD)
    theme_in(tmp_path / "good", layout__aid=FOOTER)
    theme_in(tmp_path / "bad", layout__base="")
    ran = [run(tmp_path, "build", "--aids-only", "--theme", name) for name in ("bad", "good")]
    assert (ran[0].returncode, ran[1].returncode) == (2, 0)
    assert "'layout/base.html' cannot be replaced" in ran[0].stderr
    page = (tmp_path / "build/site/aids/one/index.html").read_text(encoding="utf-8")
    assert "<title>Our house: " in page
