"""Leave out of a page what HTML lets a writer leave out: quotes, and end tags that the next tag implies.

Layer 4. A browser makes the same page of it, and on a slow network the bytes are time. The templates
have all of it, so that they can be read and held against the validator. The end of a line
between two blocks goes too: nobody sees it. Where blocks stand in one line, a template has a space,
and there the end tag stays.
"""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE: Final = re.compile(
    r"""(?<=\s)([a-z-]+=)(?:"([^"]*)"(?=[ >])|"[^"]*"|'[^']*')""", re.IGNORECASE
)
_PLAIN: Final = re.compile(r"[\w.#/:;%?&()+-]+", re.ASCII)

_AFTER_P: Final = (
    "p|div|ul|ol|dl|section|aside|nav|main|header|footer|form|fieldset|details|table|h[1-6]"
)
_AROUND_P: Final = "div|section|aside|nav|main|footer|form|fieldset|details|li|td|th|dd"
_IMPLIED: Final = tuple(
    re.compile(rf"</{ended}>\n?(?={before})")
    for ended, before in (
        ("p", rf"<(?:{_AFTER_P})[ >]|</(?:{_AROUND_P})>"),
        ("li", "<li[ >]|</[uo]l>"),
        ("t[dh]", "<t[dh][ >]|</tr>"),
        ("tr", "<tr[ >]|</t(?:head|body)>"),
        ("thead", "<tbody[ >]"),
        ("tbody", "<tbody[ >]|</table>"),
        ("dt", "<d[td][ >]"),
        ("dd", "<d[td][ >]|</dl>|</div>"),
    )
)
"""End tags, and what comes next where they may be left out; the inner ones go first."""
_BLOCK: Final = (
    rf"</?(?:{_AFTER_P}|li|d[td]|t[rdh]|thead|tbody|caption|legend|summary)(?: [^<>]*)?>"
)
_BETWEEN: Final = re.compile(rf"({_BLOCK})\n(?={_BLOCK})")


def packed(body: str) -> str:
    """Return the body of a page in fewer bytes; words and attributes stay as they are."""
    body = _TAG.sub(lambda tag: _ATTRIBUTE.sub(_unquoted, tag[0]), body)
    for pattern in _IMPLIED:
        body = pattern.sub("", body)
    return _BETWEEN.sub(r"\1", body)


def _unquoted(attribute: re.Match[str]) -> str:
    """Return an attribute without quotes where its value has no sign that needs them."""
    value = attribute[2]
    return f"{attribute[1]}{value}" if value and _PLAIN.fullmatch(value) else attribute[0]
