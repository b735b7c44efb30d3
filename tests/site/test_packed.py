"""A page that leaves out quotes and end tags is the same page."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.site import build_site
from decisionaid.site.packed import packed
from tests.conftest import ROOT

Tree = tuple[str, dict[str, str | None], tuple[object, ...]]


def tree_of(html: str) -> Tree:
    """Return what a browser makes of a page; space between elements does not count."""
    root = LexborHTMLParser(html).css_first("html")
    assert root is not None
    return _tree(root)


def _tree(node: LexborNode) -> Tree:
    inside: list[object] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            if words := " ".join(child.text(deep=False).split()):
                inside.append(words)
        else:
            inside.append(_tree(child))
    return node.tag or "", dict(node.attributes), tuple(inside)


SAME = {
    "a list": (
        '<ul class="a">\n<li id="b">One</li>\n<li>Two <b>x</b></li>\n</ul>',
        "<ul class=a><li id=b>One<li>Two <b>x</b></ul>",
    ),
    "paragraphs": ("<div><p>One</p>\n<p>Two</p></div>", "<div><p>One<p>Two</div>"),
    "a space that is meant": ("<p>One</p> \n<p>Two</p> <p>x</p>", "<p>One</p> \n<p>Two</p> <p>x</p>"),
    "a paragraph before words": ("<div><p>One</p>two</div>", "<div><p>One</p>two</div>"),
    "the end of a line between words": (
        "<div>\n<section>\n<h2>a</h2>\n<a>b</a>\n<a>c</a>\nd</section>\n</div>",
        "<div><section><h2>a</h2>\n<a>b</a>\n<a>c</a>\nd</section></div>",
    ),
    "a paragraph in a link": ('<a href="#x"><p>One</p></a>', "<a href=#x><p>One</p></a>"),
    "a table": (
        "<table>\n<thead>\n<tr><td></td><th>A</th></tr>\n</thead>\n<tbody>\n<tr><th>b</th>\n<td>c</td>\n</tr>\n</tbody>\n</table>",
        "<table><thead><tr><td><th>A<tbody><tr><th>b<td>c</table>",
    ),
    "a table without a body": (
        "<table><tr><td>a</td></tr></table>",
        "<table><tr><td>a</tr></table>",
    ),
    "pairs": ("<dl><div><dt>a</dt><dd>b</dd><dd>c</dd></div></dl>", "<dl><div><dt>a<dd>b<dd>c</div></dl>"),
    "an element that ends itself": ('<svg><use href="#a"/></svg>', '<svg><use href="#a"/></svg>'),
    "values that need their quotes": (
        """<p title="a b" lang="" class='c' id="d=e" dir="ltr">x</p>""",
        """<p title="a b" lang="" class='c' id="d=e" dir=ltr>x</p>""",
    ),
    "quotes in quotes": (
        """<p title='x ="y" z' id="a">b &lt;p id="c"&gt;</p>""",
        """<p title='x ="y" z' id=a>b &lt;p id="c"&gt;</p>""",
    ),
    "a sign that ends a tag": ('<p title="a > b" id="c">x</p>', '<p title="a > b" id=c>x</p>'),
    "an address that ends in a slash": ('<a href="https://example.org/">x</a>', "<a href=https://example.org/>x</a>"),
    "a letter that is not ours": ('<a href="é">x</a>', '<a href="é">x</a>'),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_what_is_left_out_is_what_the_next_tag_says(name: str) -> None:
    whole, expected = SAME[name]
    start = "<!doctype html><title>x</title><body>"
    assert packed(whole) == expected
    assert tree_of(start + packed(whole)) == tree_of(start + whole)


@pytest.mark.long
def test_each_page_of_our_aids_is_the_same_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Otherwise each page names its version, which is another one for each change of bytes.
    build_site(ROOT / "aids", tmp_path / "packed", offline=False)
    monkeypatch.setattr("decisionaid.site.first_view.packed", lambda body: body)
    build_site(ROOT / "aids", tmp_path / "whole", offline=False)
    pages = sorted((tmp_path / "whole").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        other = tmp_path / "packed" / page.relative_to(tmp_path / "whole")
        whole, less = page.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")
        assert len(less) < len(whole)
        assert tree_of(less) == tree_of(whole), page
