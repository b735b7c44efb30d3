"""Turn an aid into what a reader sees: pages, figures and words, all as text; nothing is written.

Layer 2.
"""

from decisionaid.render.listening import aloud_words_script, audio_script, audio_withdrawn
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.pages.aid_page import aid_page_of, body_of, page_context, render_aid_page
from decisionaid.render.pages.aid_words import aid_words
from decisionaid.render.pages.evidence_page import evidence_inside, render_evidence_page
from decisionaid.render.pages.from_paper import render_from_paper, render_invitation
from decisionaid.render.pages.grid_page import render_grid
from decisionaid.render.pages.large_print import render_large_print
from decisionaid.render.pages.near_page import place_script, render_near
from decisionaid.render.pages.page import STAMP, SiteView, notice
from decisionaid.render.pages.plan_page import plan_examples_script, render_plan_page
from decisionaid.render.pages.plan_words import PLAN_WORDS, plan_words_script
from decisionaid.render.pages.practice import has_practice, practice_json
from decisionaid.render.pages.prepare_page import render_letter, render_prepare
from decisionaid.render.pages.quality_page import render_quality_page
from decisionaid.render.pages.side_by_side import table_of
from decisionaid.render.pages.site_pages import AidCard, card_of, render_clinician_page, render_home
from decisionaid.render.pages.ways_words import (
    BACK_WORDS,
    KEEP_WORDS,
    back_words_script,
    keep_words_script,
    words_script,
)
from decisionaid.render.pages.withdrawn_page import ADDRESSES, render_withdrawn

__all__ = [
    "ADDRESSES",
    "BACK_WORDS",
    "KEEP_WORDS",
    "PLAN_WORDS",
    "STAMP",
    "AidCard",
    "Figures",
    "SiteView",
    "aid_page_of",
    "aid_words",
    "aloud_words_script",
    "audio_script",
    "audio_withdrawn",
    "back_words_script",
    "body_of",
    "card_of",
    "evidence_inside",
    "has_practice",
    "keep_words_script",
    "notice",
    "page_context",
    "place_script",
    "plan_examples_script",
    "plan_words_script",
    "practice_json",
    "render_aid_page",
    "render_clinician_page",
    "render_evidence_page",
    "render_from_paper",
    "render_grid",
    "render_home",
    "render_invitation",
    "render_large_print",
    "render_letter",
    "render_near",
    "render_plan_page",
    "render_prepare",
    "render_quality_page",
    "render_withdrawn",
    "table_of",
    "words_script",
]
