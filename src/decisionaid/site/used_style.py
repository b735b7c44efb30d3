"""Leave out of a page's style the rules that can match nothing on it.

Layer 4. A page holds its style, so each one pays for every rule. Most rules go by a class, and a class
that neither the page nor a script of the page names is never there. A rule goes by what it needs:
inside ``:not()``, and among several in ``:is()``, a class is not needed. When in doubt a rule stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SIGN: Final = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_CLASS: Final = re.compile(r"\.([A-Za-z_-][\w-]*)")
_INNERMOST: Final = re.compile(r"(:[a-z-]+)?\(([^()]*)\)")
_GIVEN: Final = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NAME: Final = re.compile(r"[A-Za-z_-][\w-]*")
_HOLDS_RULES: Final = ("@media", "@supports", "@container", "@layer")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule, an at-rule with what it holds, or a statement; ``body`` None: it holds rules."""

    head: str
    body: str | None
    inside: tuple[_Rule, ...] = ()
    needs: tuple[tuple[str, frozenset[str]], ...] = ()
    """Of a rule each selector with the classes without which it matches nothing."""


def used_style(style: str, page: str, scripts: str) -> str:
    """Return the rules of a minified style that may match on a page, as they stood and in their order.

    ``page``: its HTML; ``scripts``: the text of all scripts that it runs, whose words may be classes.
    """
    named = frozenset(
        name
        for found in _GIVEN.finditer(page)
        for name in (found[1] or found[2] or found[3] or "").split()
    )
    return "".join(_kept(_rules(style), named | _words(scripts)))


def _kept(rules: tuple[_Rule, ...], named: AbstractSet[str]) -> Iterator[str]:
    for rule in rules:
        if rule.body is None:
            inside = "".join(_kept(rule.inside, named))
            # An empty layer still has its place among the layers.
            if inside or rule.head.startswith("@layer"):
                yield f"{rule.head}{{{inside}}}"
        elif not rule.needs:
            yield f"{rule.head}{rule.body}"
        elif selectors := [each for each, classes in rule.needs if classes <= named]:
            yield f"{','.join(selectors)}{rule.body}"


@lru_cache(maxsize=64)
def _words(scripts: str) -> frozenset[str]:
    return frozenset(_NAME.findall(scripts))


@lru_cache(maxsize=64)
def _rules(style: str) -> tuple[_Rule, ...]:
    """Return what stands in a style, part by part; nothing of it is lost."""
    rules: list[_Rule] = []
    start = opened = depth = 0
    for sign in _SIGN.finditer(style):
        if sign[0] == "{":
            opened = opened if depth else sign.start()
            depth += 1
        elif sign[0] == "}":
            depth -= 1
        if depth or sign[0] not in ("}", ";"):
            continue
        head = style[start : opened if sign[0] == "}" else sign.start()]
        rules.append(_rule(head, style[start + len(head) : sign.end()]))
        start = sign.end()
    return (*rules, _Rule("", style[start:])) if style[start:] else tuple(rules)


def _rule(head: str, body: str) -> _Rule:
    if head.startswith(_HOLDS_RULES) and body != ";":
        return _Rule(head, None, _rules(body[1:-1]))
    if head.startswith("@") or body == ";":
        return _Rule(head, body)
    return _Rule(head, body, needs=tuple((each, _needed(each)) for each in _selectors(head)))


def _selectors(head: str) -> list[str]:
    """Return the selectors of a rule; one with commas inside parentheses is whole."""
    parts: list[str] = []
    for part in head.split(","):
        if parts and parts[-1].count("(") > parts[-1].count(")"):
            parts[-1] += f",{part}"
        else:
            parts.append(part)
    return parts


def _needed(selector: str) -> frozenset[str]:
    """Return the classes without which a selector matches nothing, as far as it is plain to see."""

    def plain(found: re.Match[str]) -> str:
        return "" if found[1] == ":not" or "," in found[2] else f" {found[2]}"

    before = ""
    while before != selector:
        before, selector = selector, _INNERMOST.sub(plain, selector)
    return frozenset(_CLASS.findall(selector))
