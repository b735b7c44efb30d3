"""Set up the templates: always escaped, strict about names, with room for a site's own theme.

Layer 2. A theme of somebody's own has templates with the names of ours; each takes the place of ours,
which it can still extend under the prefix ``decisionaid/``. It runs in a sandbox.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Final

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from decisionaid.language import Words, words_in
from decisionaid.render.figures.icons import DOT_ROWS, FIGURES
from decisionaid.render.words.prose import row_of, said_with

EVIDENCE = "evidence.html"
"""The evidence page, as seen from its aid page."""

THEME = Path(__file__).resolve().parents[2] / "theme"


OwnTheme = tuple[tuple[str, str], ...]
"""Templates of somebody's own: names, each with its text."""


SITE_LANGUAGE: Final = "en-GB"
"""The language of the pages that are of no aid."""


def templates(own_theme: OwnTheme = (), language: str = SITE_LANGUAGE) -> Environment:
    """Return the templates of a language, each compiled once; those of ``own_theme`` go before ours.

    ``m`` are its messages without places, by name; ``say`` fills the places of the others, ``said``
    with markup too, and ``row_of`` joins what stands side by side.
    """
    return _environment(own_theme, words_in(language))


@cache
def _environment(own_theme: OwnTheme, words: Words) -> Environment:
    ours = FileSystemLoader(THEME)
    loaders = [DictLoader(dict(own_theme))] if own_theme else []
    kind = ImmutableSandboxedEnvironment if own_theme else Environment
    environment = kind(
        loader=ChoiceLoader([*loaders, ours, PrefixLoader({"decisionaid": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    # As attributes: Jinja looks for those first, and a page names hundreds of messages.
    environment.globals["m"] = words.plain
    environment.globals["say"] = _known(words.say)
    environment.globals["said"] = _known(partial(said_with, words))
    environment.globals["row_of"] = partial(row_of, words)
    environment.globals["evidence"] = EVIDENCE
    environment.globals["icons"] = FIGURES
    environment.globals["dots"] = DOT_ROWS
    return environment


def _known(say: Callable[..., str]) -> Callable[..., str]:
    """Make a wrong name in a template a fault of the template, as its other wrong names are."""

    def said(name: str, /, **values: str) -> str:
        try:
            return say(name, **values)
        except KeyError as error:
            raise UndefinedError(
                f"say({name!r}): there is no message or no value {error}"
            ) from error

    return said
