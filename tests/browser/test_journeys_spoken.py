"""What a scripted screen reader says of each step of each aid, once it is answered.

The logs are golden files: read their difference as you would listen to it.
"""

import pytest

from tests.browser.answers import Answers
from tests.browser.conftest import Visitor
from tests.browser.site_fixtures import Site
from tests.browser.spoken import spoken
from tests.browser.test_journeys import each_step
from tests.browser.walk import Walk
from tests.conftest import Golden
from tests.language.made_up_pages import NOW
from tests.our_aids import SLUGS

pytestmark = pytest.mark.long

# The scripted reader goes by the attribute, which is how a page began, and not by what is checked now.
AS_CHECKED = """() => {
  for (const one of document.querySelectorAll("[type=radio], [type=checkbox]"))
    one.toggleAttribute("checked", one.checked);
}"""


@pytest.mark.parametrize("slug", SLUGS)
def test_the_journey_is_heard_as_it_was_when_last_read(
    slug: str, site: Site, visit: Visitor, golden: Golden
) -> None:
    seen = visit("about:blank", bypass_csp=True)
    # The summary says on which day it was made.
    seen.page.clock.set_fixed_time(NOW.isoformat())
    seen.page.goto(site.aid_address(slug))
    answers = Answers(site.aids[slug])
    said = {}
    for step in each_step(Walk(seen.page, answers)):
        seen.page.evaluate(AS_CHECKED)
        said[step] = spoken(seen.page, f"#{step}")
    assert list(said) == site.steps(slug)
    heard = " ".join(said["summary"])
    assert [words for words in answers.words if words not in heard] == []
    parts = ["\n".join([f"## {step}", "", *phrases, ""]) for step, phrases in said.items()]
    # The names in a fold are heard with a pause between them.
    (names,) = seen.page.locator("#compare summary:has(> h2) .holds").all_text_contents() or [""]
    assert len(names.split("; ")) > 1
    golden(f"spoken/journeys/{slug}.txt", "\n".join(parts))
