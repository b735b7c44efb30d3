"""Find links that Markdown does not read as such, so that their marks and address would be shown.

Layer 2. A space in the address, or between the words and the address, is enough: what is meant to call
for help, such as ``[call 999](tel: 999)``, then calls nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n\0]{1,300})\](?P<gap>[ \n]?)\((?P<address>[^()\n\0]{0,300})\)?"
)
_ADDRESS = re.compile(
    r"\s*(?:https?:|mailto:|tel:|www\.|#\w|(?:\.\./)+|\S+\.html?\b)", re.IGNORECASE
)
_TURNED = re.compile(
    r"\((?P<address>(?:https?:|mailto:|tel:|www\.|#\w|(?:\.\./)+|[\w-]+\.html?\b)[^()\n\0]{0,300})\)"
    r"\[(?P<words>[^\[\]\n\0]{1,300})\]",
    re.IGNORECASE,
)
"""The address first, and then the words."""


class Broken(NamedTuple):
    """A link that is none: as it was written, and what to write."""

    written: str
    help: str


def broken_links(tokens: Sequence[Token]) -> Iterator[Broken]:
    """Yield the links that stand in plain text; an escaped bracket is meant as a bracket."""
    said = "".join(_said(token) for token in tokens)
    if ")[" in said:
        for found in _TURNED.finditer(said):
            anew = f"[{found['words']}]({found['address'].strip()})"
            yield Broken(found[0], f"write the words first, and then the address: '{anew}'")
    if "](" not in said and "] (" not in said and "]\n(" not in said:
        return
    for found in _LINK.finditer(said):
        if found["gap"] and not _ADDRESS.match(found["address"]):
            continue  # words in brackets, and others behind them
        yield Broken(found[0], _help(found))


def _said(token: Token) -> str:
    match token.type:
        case "text" | "code_inline" | "html_inline":
            return token.content
        case "softbreak":
            return "\n"
        case "em_open" | "em_close" | "strong_open" | "strong_close":
            return token.markup
        case _:
            return "\0"


def _help(found: re.Match[str]) -> str:
    words, address = found["words"], found["address"].strip()
    scheme, colon, rest = address.partition(":")
    if not address:
        return "write the address between the brackets: '[words](https://example.org)'"
    if colon and scheme.lower() in ("tel", "mailto"):
        return (
            f"write the link without spaces: '[{words}]({scheme.lower()}:{''.join(rest.split())})'"
        )
    if len(address.split()) == 1:
        return f"write the link without spaces around the address: '[{words}]({address})'"
    return (
        "an address has no spaces: copy it from the page once more, and write '%20' for a space; "
        "for brackets that are no link, write '\\['"
    )
