"""What the first view of a page waits for stands in the page, under hashes that match its bytes."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from decisionaid.serve.preview import Preview
from decisionaid.site import assets, build_site
from decisionaid.site.first_view import with_first_view
from tests.conftest import ROOT
from tests.render.page import Page
from tests.site_examples import DAY, GOOD, files_in, write_aids

STYLE = b"@layer base{p{color:#000}}\n"
LOADED = {"aid.css": STYLE, "test.css": b"b{}", "first.js": b'"use strict";\n', "aid.js": b"1;"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; trusted-types 'none'"
HEAD = (
    f'<head>\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    '<script src="../../assets/aid.js" defer></script>\n'
    '<script src="../../assets/first.js"></script>\n'
    '<link rel="stylesheet" href="../../assets/aid.css">\n'
    '<link rel="stylesheet" href="../../assets/test.css">\n</head>\n'
)
BODY = '<body>\n<p>&lt;link&gt;</p><link rel="stylesheet" href="assets/aid.css">\n</body>'


def hash_of(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def rules_of(page: Page) -> dict[str, list[str]]:
    policy = page.one("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    return {name: words for name, *words in (rule.split() for rule in policy.split("; "))}


def insides(html: str, tag: str) -> list[str]:
    """Return what stands between the tags, byte for byte: a parser may change it."""
    found = re.findall(rf"<{tag}(?P<more>[^>]*)>(.*?)</{tag}>", html, re.DOTALL)
    return [inside for more, inside in found if "src=" not in more and "json" not in more]


def complaints(html: str) -> list[str]:
    """Return what a page fetches before it is shown, or holds without a hash that matches."""
    page = Page(html)
    rules, styles, scripts = rules_of(page), insides(html, "style"), insides(html, "script")
    found = []
    if rules["style-src"] != [hash_of(each) for each in styles] or len(styles) != 1:
        found.append(f"style: {rules['style-src']}")
    if rules["script-src"] != ["'self'", *map(hash_of, scripts)]:
        found.append(f"script: {rules['script-src']}")
    if any("unsafe" in word for words in rules.values() for word in words):
        found.append("unsafe")
    # A page that is kept on the device names its worker by the one policy, and no other page has any.
    kept = bool(page.all("#offline-script"))
    allowed = (["'self'"], ["decisionaid"]) if kept else (["'none'"], ["'none'"])
    if rules["require-trusted-types-for"] != ["'script'"]:
        found.append("no trusted types")
    if (rules["worker-src"], rules["trusted-types"]) != allowed:
        found.append("worker")
    waited_for = ("link[rel=stylesheet]", "script[src]:not([defer])", "[style]", "body style")
    return found + [each for each in waited_for if page.all(each)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("first-view")
    aids = write_aids(folder / "aids", good=GOOD)
    build_site(aids, folder / "out", today=DAY)
    files = files_in(folder / "out")
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def test_no_page_fetches_anything_before_it_is_shown_and_all_in_it_is_named_by_its_hash(
    built: dict[str, str],
) -> None:
    assert len(built) == 13
    assert {name: complaints(html) for name, html in built.items() if complaints(html)} == {}


def test_a_changed_byte_is_noticed_by_these_tests(built: dict[str, str]) -> None:
    page = built["aids/good/index.html"]
    assert complaints(page.replace("color-scheme:light", "color-scheme:nighT", 1))
    assert complaints(page.replace('"use strict";', '"use strict"; ', 1))
    assert complaints(page.replace("</head>", "<style>p{}</style></head>"))
    assert complaints(page.replace("</head>", "<script>1</script></head>"))
    assert complaints(page.replace("'sha256-", "'unsafe-inline' 'sha256-", 1))


def test_each_page_holds_the_scripts_that_it_runs_from_the_start(built: dict[str, str]) -> None:
    first, home, clinician, clock, aid, letter, plan, prepare, from_paper, invitation = (
        assets()[f"{name}.js"].decode().strip()
        for name in (
            "first",
            "home",
            "clinician",
            "clock",
            "aid-plain",
            "letter",
            "plan",
            "prepare",
            "from-paper",
            "invitation",
        )
    )
    inside = {name: insides(html, "script") for name, html in built.items()}
    assert {name: each for name, each in inside.items() if each} == {
        "index.html": [home],
        "clinician/index.html": [first, clinician],
        "plan/index.html": [first, plan],
        "plan/letter/index.html": [letter],
        "plan/prepare/index.html": [first, prepare],
        "aids/good/index.html": [first, aid],
        "aids/good/from-paper.html": [from_paper],
        "aids/good/invitation.html": [invitation],
        **{f"aids/good/{name}.html": [clock] for name in ("evidence", "grid", "large-print")},
    }
    files = {name: Page(html).attributes("script[src]", "src") for name, html in built.items()}
    assert {name: each for name, each in files.items() if each} == {}


def test_a_script_at_the_end_stands_behind_all_words(built: dict[str, str]) -> None:
    """Whoever waits for it has the page before the eyes, and it finds all that it looks for."""
    for name in ("clinician/index.html", "aids/good/evidence.html", "aids/good/index.html"):
        html = built[name]
        behind = html.rpartition("</script>")[2]
        assert behind.split() == ["</body>", "</html>"], name
        assert html.rindex("<script>") > html.rindex("</main>"), name


@pytest.mark.long
def test_our_aids_too_and_a_test_has_its_style_in_the_page(tmp_path: Path) -> None:
    built = build_site(ROOT / "aids", tmp_path)
    assert len(built.pages) > 20
    for path in tmp_path.rglob("*.html"):
        assert complaints(path.read_text(encoding="utf-8")) == [], path


def test_sheets_stand_in_one_style_in_their_order_and_the_body_stays_as_it_is() -> None:
    html = with_first_view((HEAD + BODY).encode(), LOADED).decode()
    style = "@layer base{p{color:#000}}b{}"
    assert insides(html, "style") == [style]
    assert insides(html, "script") == ['"use strict";']
    same = "<p>&lt;link&gt;</p><link rel=stylesheet href=assets/aid.css>"
    assert html.endswith(f"<body>\n{same}\n</body>")
    assert rules_of(Page(html)) == {
        "default-src": ["'none'"],
        "script-src": ["'self'", hash_of('"use strict";')],
        "style-src": [hash_of(style)],
        "trusted-types": ["'none'"],
    }


def test_the_last_script_goes_in_as_it_is_and_only_where_it_is_the_last() -> None:
    last = '<script src="assets/last.js"></script>'
    script = 'if (a <b&& c=="d">e) f("</p><p>");'
    end = "\n</body>\n</html>\n"
    page = f"{HEAD}<body>\n<p>{last}</p>\n{last}{end}"
    html = with_first_view(page.encode(), LOADED | {"last.js": script.encode()}).decode()
    kept = "<p><script src=assets/last.js></script></p>"
    assert html.endswith(f"<body>\n{kept}\n<script>{script}</script>{end}")
    assert rules_of(Page(html))["script-src"][1:] == [hash_of('"use strict";'), hash_of(script)]


@pytest.mark.parametrize(
    "bad", ["p::after{content:'</style>'}", "</SCRIPT>", "<!-- a", "a\rb", "a\0b"]
)
def test_what_would_end_its_own_element_is_refused(bad: str) -> None:
    for name in ("aid.css", "first.js"):
        with pytest.raises(ValueError, match="cannot stand in a page"):
            with_first_view((HEAD + BODY).encode(), LOADED | {name: bad.encode()})


def test_a_page_without_a_policy_gets_nothing() -> None:
    page = (HEAD + BODY).replace("http-equiv", "name").encode()
    with pytest.raises(ValueError, match="without a security policy"):
        with_first_view(page, LOADED)


def test_the_preview_shows_the_page_that_a_build_writes(
    built: dict[str, str], tmp_path: Path
) -> None:
    write_aids(tmp_path / "aids", good=GOOD)
    page = Preview(tmp_path, tmp_path / "handbook", lambda: DAY).answer("/aids/good/").body.decode()
    assert insides(page, "style") == insides(built["aids/good/index.html"], "style")
    assert not Page(page).all("link[rel=stylesheet]")
