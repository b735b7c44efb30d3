"""An aid page runs the lightest script that has all its components, and holds what that script says."""

import pytest
from markupsafe import Markup

from decisionaid.render import SiteView, aid_page_of, page_context
from decisionaid.render.pages.aid_script import script_for
from tests.render.examples import EXAMPLE
from tests.render.page import Page

GROUPS = '<div class="strata-side"></div>'
FOR_SOME = '<section class="option" data-for="old young"></section>'
RANKING = '<ol class="ranking" data-ranking="order"></ol>'
WORDS = "<p>data-ranking=&#34;order&#34; data-ranking strata-side</p>"


@pytest.mark.parametrize(
    ("body", "script", "unsaid"),
    [
        (WORDS, "aid-plain", {"rank", "strata"}),
        (GROUPS, "aid-groups", {"rank"}),
        (FOR_SOME, "aid-groups", {"rank"}),
        (RANKING, "aid", set()),
        (RANKING + GROUPS, "aid", set()),
    ],
)
def test_a_page_has_the_script_and_the_messages_of_its_components(
    body: str, script: str, unsaid: set[str]
) -> None:
    context = page_context(EXAMPLE, SiteView("../../"), "0" * 16)
    page = Page(aid_page_of(context, Markup(body)))  # noqa: S704 - our own, from above
    assert f"../../assets/{script}.js" in page.attributes("script[src]", "src")
    said = {key.partition(".")[0] for key in page.json("script#messages")}
    assert {"rank", "strata"} - said == unsaid
    assert {"rail", "side", "summary", "title"} <= said
    assert script_for(body).name == script
