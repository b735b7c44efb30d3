"""The list of a place as a page that needs no script, and as data for the plan page.

Layer 2.
"""

from __future__ import annotations

from decisionaid.language import words_in
from decisionaid.model.place import Place
from decisionaid.render.pages.local import (
    PLACE_SCRIPT,
    contact_view,
    language_of,
    notice_of,
    owner_of,
    service_view,
)
from decisionaid.render.pages.page import SiteView, frame, laid_out


def render_near(place: Place, site: SiteView) -> str:
    """Return the page with all services of a place that may be shown, in the order of their names."""
    words = words_in(site.language)
    context = {
        "place": place,
        "own_language": language_of(words, place),
        "local_notice": notice_of(words, place),
        "owner": owner_of(words, place),
        "again": words.say("local_check_again", months=place.stale_after),
        "contacts": [contact_view(words, each, site.today) for each in place.contacts],
        "services": [service_view(words, each, place, site.today) for each in place.settled],
        "local_script": PLACE_SCRIPT,
    }
    return laid_out("layout/near.html", frame(None, site) | context)


def place_script(place: Place) -> str:
    """Return ``place.js``, which hands the place to the page that asked for it.

    A page may fetch no data, and one that was opened from a disk cannot; a script it may run. Only what may
    be shown is in it.
    """
    shown = place.model_copy(update={"services": place.settled})
    event = f'new CustomEvent("decisionaid-place",{{detail:{shown.model_dump_json()}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"
