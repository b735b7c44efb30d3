"""Turn an aid into what a reader sees: pages, figures and words, all as text; nothing is written.

Layer 2.
"""

from decisionaid.render.aid_page import render_aid_page
from decisionaid.render.evidence_page import render_evidence_page
from decisionaid.render.outcomes import Figures
from decisionaid.render.page import SiteView
from decisionaid.render.site_pages import AidCard, card_of, render_clinician_page, render_home
from decisionaid.render.words import aid_words

__all__ = [
    "AidCard",
    "Figures",
    "SiteView",
    "aid_words",
    "card_of",
    "render_aid_page",
    "render_clinician_page",
    "render_evidence_page",
    "render_home",
]
