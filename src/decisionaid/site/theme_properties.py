"""Read the custom properties of a theme: colours, sizes and letters in the place of ours.

Layer 4, pure. A closed form: properties that our theme has, with values of one kind each. What is
written into a style is made of the values alone, and colours that cannot be read are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

LIGHT, DARK = "light", "dark"

LEAST_CONTRAST: Final = 4.5
"""Between ink and ground: WCAG 2.2, 1.4.3 (AA)."""
LEAST_EDGE: Final = 3.0
"""Between the edge of a control and its ground: WCAG 2.2, 1.4.11."""
_PAIRS: Final = (
    ("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("urgent", "paper"), ("ink", "faint"),
    ("soft", "faint"), ("accent", "faint"), ("note-ink", "note"), ("ink", "note"),
    ("ink", "tint"), ("soft", "tint"), ("accent", "tint"),
)  # fmt: skip

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK: Final = re.compile(
    r"\s*(?:(?P<dark>@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{(?P<night>[^{}]*)\}\s*\})"
    r"|:root\s*\{(?P<day>[^{}]*)\})\s*"
)
_LINE: Final = re.compile(r"--(?P<name>[a-z0-9-]+)\s*:\s*(?P<value>[^;]*)")
_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_LENGTH: Final = re.compile(r"\d{1,4}(?:\.\d{1,4})?(?:px|rem|em|ch)")
_LETTERS: Final = re.compile(r"[A-Za-z0-9\"' ,-]{1,300}")
_BASE: Final = re.compile(r"[12](?:\.\d{1,4})?rem")

Values = dict[str, str]


class PropertyError(Exception):
    """What is wrong with custom properties, for people."""


def style_of(text: str, ours: str) -> str:
    """Return rules that put a theme's properties in the place of ours, on screens alone.

    ``ours`` is the style with our own properties. Paper stays black on white.

    Raises:
        PropertyError: something is no property of ours, has no fit value, or cannot be read.
    """
    known = _known(ours)
    theirs = dict(_blocks(text))
    for scheme, values in theirs.items():
        for name, value in values.items():
            _check(name, value, scheme, known[LIGHT])
    for scheme in (LIGHT, DARK):
        _check_contrast(scheme, known[LIGHT] | known.get(scheme, {}) | theirs.get(scheme, {}))
    return "".join(_rules(theirs))


def _known(ours: str) -> dict[str, Values]:
    """Return our own properties by scheme; what is for paper is left out."""
    screen = _COMMENT.sub("", ours).partition("@media print")[0]
    return {scheme: dict(_lines(lines)) for scheme, lines in _bodies(screen)}


def _blocks(text: str) -> Iterator[tuple[str, Values]]:
    seen: set[str] = set()
    for scheme, lines in _bodies(_COMMENT.sub("", text)):
        if scheme in seen:
            raise PropertyError(f"the properties for {scheme} colours stand there twice")
        seen.add(scheme)
        yield scheme, dict(_lines(lines))


def _bodies(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text.rstrip()):
        block = _BLOCK.match(text, at)
        if block is None:
            line = text.count("\n", 0, at) + 1
            raise PropertyError(
                f"what stands behind line {line} is neither ':root {{ }}' nor "
                "'@media (prefers-color-scheme: dark) { :root { } }'"
            )
        at = block.end()
        yield (DARK, block["night"]) if block["dark"] else (LIGHT, block["day"])


def _lines(lines: str) -> Iterator[tuple[str, str]]:
    for each in lines.split(";"):
        if not each.strip():
            continue
        line = _LINE.fullmatch(each.strip())
        if line:
            yield line["name"], " ".join(line["value"].split())
        elif not each.strip().startswith("color-scheme"):
            raise PropertyError(f"'{' '.join(each.split())[:60]}' is no custom property")


def _check(name: str, value: str, scheme: str, known: Mapping[str, str]) -> None:
    if name not in known:
        raise PropertyError(f"our theme has no '--{name}'; it has {', '.join(sorted(known))}")
    if _COLOUR.fullmatch(known[name]):
        fit, wanted = _COLOUR, "a colour such as #0b5563"
    elif scheme == DARK:
        raise PropertyError(f"'--{name}' is no colour, and stands under dark colours")
    elif name == "base":
        fit, wanted = _BASE, "a size of letters from 1rem to 3rem, such as 1.25rem"
    elif name == "sans":
        fit, wanted = _LETTERS, 'names of letters, such as "Noto Sans", sans-serif'
    else:
        fit, wanted = _LENGTH, "a length such as 16px or 62ch"
    if not fit.fullmatch(value) or value.count('"') % 2 or value.count("'") % 2:
        raise PropertyError(f"'--{name}' has to be {wanted}")


def _check_contrast(scheme: str, values: Mapping[str, str]) -> None:
    least = [(ink, ground, LEAST_CONTRAST) for ink, ground in _PAIRS]
    for ink, ground, wanted in (*least, ("edge", "paper", LEAST_EDGE)):
        found = contrast(values[ink], values[ground])
        if found < wanted:
            raise PropertyError(
                f"'--{ink}' on '--{ground}' has a contrast of {found:.1f} to 1 in {scheme} colours; "
                f"people who see little need {wanted} to 1"
            )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 works it out."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(each * 2 for each in digits)
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rules(theirs: Mapping[str, Values]) -> Iterator[str]:
    light = theirs.get(LIGHT, {})
    groups = (
        ("screen", {name: value for name, value in light.items() if not _COLOUR.fullmatch(value)}),
        (
            "screen and (prefers-color-scheme:light)",
            {name: value for name, value in light.items() if _COLOUR.fullmatch(value)},
        ),
        ("screen and (prefers-color-scheme:dark)", theirs.get(DARK, {})),
    )
    for media, values in groups:
        if values:
            lines = ";".join(f"--{name}:{value}" for name, value in values.items())
            yield f"@layer tokens{{@media {media}{{:root{{{lines}}}}}}}"
