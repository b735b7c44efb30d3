"""The gallery of answers, the trade-off step: from nothing chosen to a difference that is about level.

Layer 4. The step is compiled from outcomes as an author writes them (``components/trade-off/examples.md``).
What answers come to is in ``examples.json`` beside them; ``tests/runtime/gallery.test.ts`` holds each word
of it against the scripts, and ``tests/browser/test_trade_off.py`` the markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final

from markupsafe import Markup

from decisionaid.model.aid import Aid
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.environment import THEME, templates
from decisionaid.render.pages.page import SiteView, frame
from decisionaid.render.pages.trade_off import TradeOffView, view_trade_off
from decisionaid.render.words.for_scripts import messages_for
from decisionaid.site.gallery import Example, aid_of

_FOLDER: Final = THEME / "components" / "trade-off"
_UNSCRIPTED: Final = re.compile(r'<p class="unscripted">.*?</p>|<p data-waiting>.*?</p>')
_RESULT: Final = re.compile(r'(<section class="trade-result" data-result>)(</section>)')


@dataclass(frozen=True, slots=True)
class Weighed:
    """The step with answers of somebody made up."""

    name: str
    shows: str
    markup: Markup


@cache
def aid_with_step() -> Aid:
    """Return the made-up aid, as if its head asked for the step."""
    part = (_FOLDER / "examples.md").read_text(encoding="utf-8")
    aid = aid_of(Example("weighed", "The trade-off step.", part, options="as-now, operation"))
    names = ("pain", "clot", "night", "back")
    return aid.model_copy(update={"computes": "arithmetic-display", "trade_off": names})


def step() -> TradeOffView:
    """Return what is weighed.

    Raises:
        ValueError: the rows of the example cannot be weighed.
    """
    view = view_trade_off(Figures(aid_with_step()))
    if view is None:
        raise ValueError("the rows of the trade-off example cannot be weighed")
    return view


def examples() -> dict[str, Any]:
    """Return options, rows and examples, as the scripts' test reads them too."""
    found: dict[str, Any] = json.loads((_FOLDER / "examples.json").read_text(encoding="utf-8"))
    return found


def weighed() -> Iterator[Weighed]:
    """Yield the step in each state."""
    context = frame(None, SiteView("../../", handbook=True)) | {"trade_off": step()}
    markup = templates().get_template("components/trade-off/template.html").render(context)
    for each in examples()["examples"]:
        chosen = {"first": each["first"], **each["said"]}
        shown = _RESULT.sub(partial(_filled, each["words"]), markup)
        yield Weighed(each["name"], each["shows"], _answered(each["name"], chosen, shown))


def result_of(words: Mapping[str, Any]) -> Markup:
    """Return what stands below the questions."""
    aid = aid_with_step()
    said = messages_for("aid", Figures(aid).words)
    names = ("heading", "line", "how")
    template = templates().get_template("components/trade-off/result.html")
    own = {name: said[f"swing.{name}"] for name in names}
    return Markup(template.render(words=words, fixed=own))  # noqa: S704 - our own template


def _filled(words: Mapping[str, Any], found: re.Match[str]) -> str:
    return f"{found[1]}\n{result_of(words)}{found[2]}"


def _answered(name: str, chosen: Mapping[str, Any], markup: str) -> Markup:
    """Return the step as its script shows it: open, and with the questions that are still asked."""
    markup = _UNSCRIPTED.sub("", markup).replace(' class="js-only"', "")
    markup = markup.replace("<details ", "<details open ").replace(
        " data-weigh hidden", " data-weigh"
    )
    for asked, value in chosen.items():
        control = f'name="swing.{asked}" value="{value}"'
        markup = markup.replace(control, f"{control} checked")
    for row in step().rows:
        if chosen["first"] not in (None, "unsure", row.id):
            place = re.compile(rf'(<fieldset data-swing="{row.id}"[^>]*?) hidden>')
            markup = place.sub(r"\1>", markup)
    return Markup(markup.replace('name="swing.', f'name="{name}.swing.'))  # noqa: S704 - our template
