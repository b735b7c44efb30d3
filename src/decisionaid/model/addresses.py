"""Where a link within the site may lead: the pages of an aid, of the site, and places on a page.

Layer 1, because a rule looks at links by the same list as the pages are written by.
"""

from __future__ import annotations

import re
from typing import Final

from decisionaid.model.aid import Aid

PAGES: Final = (
    "index.html", "large-print.html", "from-paper.html", "invitation.html", "grid.html", "evidence.html",
    "quality.html",
)  # fmt: skip
"""Every page that an aid has while it is in use."""

SITE_PAGES: Final = ("../../", "../../index.html", "../../clinician/", "../../clinician/index.html")
"""The pages of the whole site, as the pages of an aid name them."""

_OTHER_AID: Final = re.compile(
    rf"\.\./([a-z0-9]+(?:-[a-z0-9]+)*)/(?:{'|'.join(map(re.escape, PAGES))})?"
)


def is_local(address: str) -> bool:
    """Tell whether a link leads to the site itself; a scheme names any other place."""
    return not re.match(r"[a-z]+:", address)


def other_aid(address: str) -> str | None:
    """Return the slug of the aid beside this one that a link leads to, or None."""
    found = _OTHER_AID.fullmatch(address)
    return found[1] if found else None


def leads_somewhere(address: str, aid: Aid) -> bool:
    """Tell whether a local address is there; if another aid is there, its folder tells."""
    page, mark, place = address.partition("#")
    if not mark:
        return page in PAGES or page in SITE_PAGES or other_aid(page) is not None
    return page in ("", "index.html") and place in places_on(aid)


def places_on(aid: Aid) -> frozenset[str]:
    """Return the places of an aid's page to which its author may link: its options and plain outcomes."""
    return frozenset(
        (
            *(f"option-{each.id}" for each in aid.options),
            *(
                f"outcome-{each.id}"
                for each in aid.outcomes
                if not each.series and not each.estimate_of and not each.stratum
            ),
        )
    )
