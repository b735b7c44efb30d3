"""Write all pages of one aid, and the data that stands beside them, in memory.

Layer 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from decisionaid.language import words_in
from decisionaid.model.aid import Aid
from decisionaid.model.clock import clock_of
from decisionaid.model.place import Place
from decisionaid.model.quality import Quality
from decisionaid.model.wordings import has_easy_words, in_easy_words, in_plain_words
from decisionaid.model.words import AidWords
from decisionaid.record.fhir_questionnaire import AidDates, questionnaire_text
from decisionaid.render import (
    ADDRESSES,
    BACK_WORDS,
    KEEP_WORDS,
    PLAN_WORDS,
    Figures,
    SiteView,
    aid_page_of,
    aid_words,
    aloud_words_script,
    audio_script,
    audio_withdrawn,
    back_words_script,
    body_of,
    evidence_inside,
    has_practice,
    keep_words_script,
    notice,
    page_context,
    plan_words_script,
    practice_json,
    render_evidence_page,
    render_from_paper,
    render_grid,
    render_invitation,
    render_large_print,
    render_quality_page,
    render_withdrawn,
    table_of,
    words_script,
)
from decisionaid.render.pages.environment import OwnTheme

AUDIO = "audio.txt"
"""The words of the aid for somebody who records them."""
EASY_AUDIO = "audio-easy.txt"
"""The same of its easy words, where it has some."""
QUESTIONNAIRE = "questionnaire.json"
"""What the aid asks, for other systems: a FHIR R4 Questionnaire."""


@dataclass(frozen=True)
class View:
    """What the pages of a build have in common; see ``SiteView`` and ``compile_aid``."""

    today: date | None = None
    live: bool = False
    handbook: bool = False
    absent: frozenset[str] = frozenset()
    """Slugs of aids without a page, to which no link may lead."""
    theme: OwnTheme = ()
    """Templates that go before ours."""
    place: Place | None = None
    """The place that the site is built for."""
    offline: bool = False
    """Whether pages ask to be kept on the device; never while they are being written."""
    one_file: bool = False
    """Whether the aid page holds what stands on the evidence page too, since it will be one file."""
    kiosk: bool = False
    """For devices that many people use."""

    def site(self, base: str) -> SiteView:
        """Return the site as a page sees it that lies ``base`` away from its root."""
        return SiteView(
            base,
            self.live,
            # Its pages are not for who stands at a device that many people use, and do not clear themselves.
            self.handbook and not self.kiosk,
            self.today,
            self.theme,
            place=self.place,
            offline=self.offline and not self.live,
            kiosk=self.kiosk,
        )


def pages_of(
    aid: Aid,
    quality: Quality,
    view: View,
    published: AidWords | None = None,
    versions: Iterable[bytes] = (),
) -> dict[str, bytes]:
    """Return the pages of an aid and its data, by path beneath the site's root.

    ``published`` are the words of its text that tokens are read with; None: those of now. ``versions`` are
    the words of all its texts, as JSON.
    """
    site, place, sha256 = view.site("../../"), f"aids/{aid.slug}", quality.sha256
    all_words = tuple(versions)
    # Put into words once, for all pages and the words.
    figures = Figures(aid, clock_of(aid, view.today))
    table = table_of(figures)
    words = aid_words(aid, sha256, figures)
    context = page_context(aid, site, sha256, figures, table)
    body = body_of(context)
    evidence = evidence_inside(aid, site, figures) if view.one_file else None
    texts = {
        f"{place}/index.html": aid_page_of(context, body, evidence),
        f"{place}/large-print.html": render_large_print(context, body),
        f"{place}/from-paper.html": render_from_paper(context, body),
        f"{place}/invitation.html": render_invitation(context),
        f"{place}/grid.html": render_grid(aid, site, figures, table),
        f"{place}/evidence.html": render_evidence_page(aid, site, figures),
        f"{place}/quality.html": render_quality_page(aid, quality, site),
        f"{place}/quality.json": _quality_json(quality),
        f"{place}/aid.json": _as_json(aid, sha256, words),
        f"{place}/{QUESTIONNAIRE}": _questionnaire(aid, words),
        f"{place}/words.js": words_script(words, site, published or words),
        f"{place}/{BACK_WORDS}": back_words_script(figures.words, words.source_sha256, all_words),
        f"{place}/{KEEP_WORDS}": keep_words_script(figures.words),
        f"{place}/aloud-words.js": aloud_words_script(figures.words),
        f"{place}/{PLAN_WORDS}": plan_words_script(
            figures, words, all_words, notice(figures.words, aid.status)
        ),
    }
    if has_easy_words(aid):
        # A recording has one wording; a page has both, of which one is seen.
        for name, wording in ((AUDIO, in_plain_words(aid)), (EASY_AUDIO, in_easy_words(aid))):
            heard = Figures(wording, clock_of(wording, view.today))
            said = page_context(wording, site, sha256, heard)
            texts[f"{place}/{name}"] = audio_script(wording, said, body_of(said))
    else:
        texts[f"{place}/{AUDIO}"] = audio_script(aid, context, body)
    if has_practice(words.status):
        texts[f"{place}/practice.json"] = practice_json(
            words, figures.words, words_in(site.language)
        )
    return {name: text.encode("utf-8") for name, text in texts.items()}


def withdrawn_pages(
    aid: Aid,
    quality: Quality,
    view: View,
    successor: str | None,
    versions: Iterable[bytes] = (),
) -> dict[str, bytes]:
    """Return one plain page at every address the aid had, and its data for the pages that open records.

    ``successor`` is the title of the aid of this site to use instead; None: there is none with a page.
    ``versions`` are the words of all its texts, as JSON.
    """
    page = render_withdrawn(aid, view.site("../../"), successor)
    figures = Figures(aid, clock_of(aid, view.today))
    words = aid_words(aid, quality.sha256, figures)
    texts = dict.fromkeys(ADDRESSES, page) | {
        "quality.json": _quality_json(quality),
        "aid.json": _as_json(aid, quality.sha256, words),
        QUESTIONNAIRE: _questionnaire(aid, words),
        AUDIO: audio_withdrawn(aid, figures.words, page),
        PLAN_WORDS: plan_words_script(figures, words, versions, notice(figures.words, aid.status)),
    }
    return {f"aids/{aid.slug}/{name}": text.encode("utf-8") for name, text in texts.items()}


def _questionnaire(aid: Aid, words: AidWords) -> str:
    dates = AidDates(aid.dates.published, aid.dates.evidence, aid.dates.expires)
    return f"{questionnaire_text(words, dates)}\n"


def _quality_json(quality: Quality) -> str:
    return f"{quality.model_dump_json(indent=1)}\n"


def _as_json(aid: Aid, sha256: str, words: AidWords) -> str:
    """Write what the clinician's page loads; the models write themselves, which costs the least."""
    known = f'"format":"decisionaid.aid/1","sha256":"{sha256}"'
    return f'{{{known},"aid":{aid.model_dump_json()},"words":{words.model_dump_json()}}}\n'
