"""Read the words of a paragraph, a heading or a cell into inlines, or into plain words.

Layer 2. Words without any mark never reach the Markdown parser. Faults: DA021, DA022, DA023.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it.token import Token

from decisionaid.model.prose import Emphasis, FigureName, Inline, LineBreak, Link, Text, plain_text
from decisionaid.read.faults import RAW_HTML, TOO_DEEP, UNSAFE_LINK, UNSUPPORTED_MARKDOWN
from decisionaid.read.ledger import Ledger, quoted, to_paste
from decisionaid.read.text.broken_links import broken_links
from decisionaid.read.text.markdown import parse_inline
from decisionaid.read.text.passages import Passage
from decisionaid.read.text.stress import Inside, mark_of, stress_inside

MAX_STRESS = 4
"""Stress within stress."""

_MARK = re.compile(r"[\\*_\[<&`!]|  \n")
_REFERENCE = re.compile(r"(?<!\])\]\[(?!\[)|^\[[^\]]+\]:", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()]{0,200}\)")
_SAFE = re.compile(
    r"https://[^\s/\"'<>\\@]+\.[^\s/\"'<>\\@]+(?:[/?#][^\s\"<>\\]*)?"
    r"|mailto:[^\s\"'<>\\:/?@]+@[^\s\"'<>\\:/?@.]+(?:\.[^\s\"'<>\\:/?@.]+)+"
    r"|tel:\+?[0-9-]{3,20}"
    r"|(?!/)(?:\.\./)*[A-Za-z0-9._~-]*(?:/[A-Za-z0-9._~-]+)*/?(?:#[A-Za-z0-9._~-]*)?"
)


def read_inlines(words: Passage, ledger: Ledger) -> tuple[Inline, ...]:
    """Return the inlines of a passage."""
    text = words.text
    if not _MARK.search(text):
        plain = _lines_joined(text)
        return (Text(text=plain),) if plain else ()
    return _Inlines(words, ledger).read()


def read_words(words: Passage, ledger: Ledger, place: str) -> str:
    """Return plain words; marks such as stress and links are refused there (``place`` names it)."""
    if not _MARK.search(words.text):
        return _lines_joined(words.text)
    inlines = _Inlines(words, ledger).read()
    for inline in inlines:  # marks inside a word are text, and said already
        if isinstance(inline, Emphasis | Link):
            kind = "a link" if isinstance(inline, Link) else "stress"
            ledger.fault(
                UNSUPPORTED_MARKDOWN,
                words.span(),
                f"{place} is plain words, and {kind} stands in it",
                f"write it without: {to_paste(plain_text(inlines))}",
            )
            break
    return " ".join(plain_text(inlines).split())


def _lines_joined(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n")) if "\n" in text else text.strip()


@dataclass
class _Open:
    """An inline that is open, and what it holds so far."""

    kind: str
    address: str = ""
    inlines: list[Inline] = field(default_factory=list)


class _Inlines:
    """One passage being read; ``at`` follows the parser through the text, to tell places."""

    def __init__(self, words: Passage, ledger: Ledger) -> None:
        self.words = words
        self.ledger = ledger
        self.at = 0
        self.stack = [_Open("all")]
        self.too_deep = False
        self.addresses: list[str] = []

    def read(self) -> tuple[Inline, ...]:
        if found := _REFERENCE.search(self.words.text):
            self.ledger.fault(
                UNSUPPORTED_MARKDOWN,
                self.words.span(found.start(), found.end()),
                "links that stand in two places are not read",
                "write the address behind the words: [words](https://example.org)",
                # The words around it may be of use to nobody any more.
                also=(self.words.span(0, found.start()),) if found.start() else (),
            )
        if found := _IMAGE.search(self.words.text):
            self.ledger.fault(
                UNSUPPORTED_MARKDOWN,
                self.words.span(found.start(), found.end()),
                "an image within words has no place in an aid",
                "give it a paragraph of its own",
            )
        tokens = parse_inline(self.words.text)
        inside = stress_inside(tokens)
        for written, fix in broken_links(tokens):
            start = max(self.words.text.find(written), 0)
            self.ledger.fault(
                UNSAFE_LINK,
                self.words.span(start, start + len(written)),
                f"this link cannot be read, and its marks would be shown: {quoted(written)}",
                fix,
            )
        for index, token in enumerate(tokens):
            if index in inside:
                self._keep_marks(token, inside[index])
            else:
                self._add(token)
        while len(self.stack) > 1:
            self._close()
        return tuple(_merged(self.stack[0].inlines))

    def _add(self, token: Token) -> None:
        here = self.stack[-1].inlines
        match token.type:
            case "text" | "text_special":
                self._find(token.content)
                here.append(Text(text=token.content))
            case "softbreak":
                here.append(Text(text=" "))
            case "hardbreak":
                here.append(LineBreak())
            case "figure_name":
                self._find(token.content)
                here.append(FigureName(outcome=token.meta["outcome"], option=token.meta["option"]))
            case "em_open" | "strong_open":
                self._open_stress(token.type)
            case "link_open":
                self._open_link(token)
            case "em_close" | "strong_close" | "link_close":
                self._close()
            case "html_inline":
                self._refuse_html(token.content)
                here.append(Text(text=token.content))
            case "code_inline":
                self._refuse("`", "code", "take away the marks '`'")
                here.append(Text(text=f"`{token.content}`"))
            case _:
                self._refuse("", f"this mark ({token.markup})", "take it out")

    def _open_stress(self, kind: str) -> None:
        if len(self.stack) > MAX_STRESS:
            if len(self.stack) == MAX_STRESS + 1 and not self.too_deep:
                self.too_deep = True
                span = self.words.span(self.at, min(self.at + 1, len(self.words.text)))
                message = f"stress stands in stress more than {MAX_STRESS} times over"
                self.ledger.fault(TOO_DEEP, span, message, "take away the marks '*' and '_' here")
            kind = "flat"
        self.stack.append(_Open(kind))

    def _keep_marks(self, token: Token, inside: Inside | None) -> None:
        """Keep marks inside a word or number as they were written, and say where they are."""
        mark = mark_of(token)
        start = self._find(mark)
        here = self.stack[-1].inlines
        if token.type == "link_open":
            self.addresses.append(str(token.attrGet("href") or ""))
        here.append(Text(text=mark))
        if token.type == "link_close":
            here.append(Text(text=f"({self.addresses.pop()})"))
        if inside is None:
            return
        what = "a link" if inside.is_link else "stress"
        end = "opens" if inside.opens else "ends"
        where = "number" if inside.is_link else "word or number"
        self.ledger.fault(
            UNSUPPORTED_MARKDOWN,
            self.words.span(start, start + len(mark)),
            f"{what} {end} inside a {where}, and its marks would be lost: {quoted(inside.written)}",
            inside.help,
        )

    def _open_link(self, token: Token) -> None:
        address = str(token.attrGet("href") or "")
        start = self._find("<" if token.info == "auto" else "[")
        quote = "%22" in address and "%22" not in self.words.text  # it was a quote, and no "%22"
        if address == "#" or quote or not safe_address(address):
            self.ledger.fault(
                UNSAFE_LINK,
                self.words.span(start, min(start + 1, len(self.words.text))),
                f"the link leads to {quoted(address)}, which is no address a page may have",
                _address_help(address, quote=quote),
            )
            address = "#"
        elif (name := _FOREIGN.search(address)) and name[0] not in self.words.text:
            # Letters of other scripts in the name of a site: some look like a to z and lead elsewhere.
            self.ledger.fault(
                UNSAFE_LINK,
                self.words.span(start, min(start + 1, len(self.words.text))),
                "the name of the site in this link has letters other than a to z",
                f"write the address as browsers ask for it, if you know the site: '{address}'",
            )
        if token.attrGet("title"):
            self._refuse("", "a title in quotes behind a link's address", "take it out")
        self.stack.append(_Open("link", address))

    def _close(self) -> None:
        done = self.stack.pop()
        inlines = tuple(_merged(done.inlines))
        here = self.stack[-1].inlines
        if done.kind == "flat":
            here.extend(inlines)
        elif done.kind == "link":
            here.append(Link(address=done.address, inlines=inlines))
        elif inlines:
            here.append(Emphasis(strong=done.kind == "strong_open", inlines=inlines))

    def _find(self, piece: str) -> int:
        """Move on to where a piece of text stands; stay where it was decoded from other text."""
        found = self.words.text.find(piece, self.at, self.at + len(piece) + 400)
        if found >= 0:
            self.at = found + (max(1, len(piece)))
            return found
        return min(self.at, max(len(self.words.text) - 1, 0))

    def _refuse_html(self, content: str) -> None:
        start = self._find(content)
        self.ledger.fault(
            RAW_HTML,
            self.words.span(start, start + len(content)),
            f"HTML stands here: {quoted(content)}",
            "write it in Markdown; '<' alone is written '&lt;'",
        )

    def _refuse(self, mark: str, what: str, fix: str) -> None:
        start = self._find(mark) if mark else self.at
        span = self.words.span(start, min(start + max(len(mark), 1), len(self.words.text)))
        self.ledger.fault(UNSUPPORTED_MARKDOWN, span, f"{what} has no place in an aid", fix)


_FOREIGN = re.compile(r"xn--[^.:/?#]+")
"""Part of the name of a site that has letters other than a to z, as browsers ask for it."""


def _address_help(address: str, *, quote: bool) -> str:
    if quote:
        return "take the quotes, and a title that stands in them, out of the address"
    if address.startswith("mailto:"):
        return "write the whole mail address, with a dot behind the '@': 'mailto:...@...'"
    return (
        "write an address that begins with 'https://', 'mailto:' or 'tel:', "
        "or the name of a page of the site"
    )


def safe_address(address: str) -> bool:
    """Tell whether a link may lead there: https, mailto, tel, or a page of the site."""
    plain = unquote(address)
    return bool(address) and _SAFE.fullmatch(address) is not None and "\\" not in plain


def _merged(inlines: list[Inline]) -> list[Inline]:
    """Join neighbouring texts."""
    merged: list[Inline] = []
    run: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            run.append(inline.text)
            continue
        if run:
            merged.append(Text(text="".join(run)))
            run = []
        merged.append(inline)
    if run:
        merged.append(Text(text="".join(run)))
    return merged
