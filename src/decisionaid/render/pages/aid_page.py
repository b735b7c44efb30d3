"""Render the aid page: nine steps in one document that also works on paper and without script.

Layer 2. Everything is computed here and in the view models; the templates only lay it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from markupsafe import Markup, escape

from decisionaid.language import Words
from decisionaid.model.aid import Aid
from decisionaid.model.grid import grid_rows
from decisionaid.model.length import length_of
from decisionaid.model.record_limits import MOST_OWN_CONCERNS
from decisionaid.model.sections import (
    CompareRow,
    CompareSection,
    ExampleAction,
    KnowledgeSection,
    Option,
    OptionPlan,
    OutcomesSection,
    PicksQuestion,
    ReviewIn,
    TestSection,
    ValuesSection,
)
from decisionaid.model.wordings import wordings_of
from decisionaid.render.outcomes.groups import groups_of
from decisionaid.render.outcomes.in_words import Figures
from decisionaid.render.outcomes.screening import TestView, view_test
from decisionaid.render.outcomes.views import OutcomeGroups
from decisionaid.render.pages import questions
from decisionaid.render.pages.aid_script import script_for
from decisionaid.render.pages.compare_words import compare_content
from decisionaid.render.pages.environment import EVIDENCE
from decisionaid.render.pages.local import PLACE_SCRIPT, local_view
from decisionaid.render.pages.page import SiteView, frame, kept_offline, laid_out, messages_block
from decisionaid.render.pages.paper_marks import marked
from decisionaid.render.pages.provenance import paper_head, source_views
from decisionaid.render.pages.side_by_side import TableView, table_of
from decisionaid.render.pages.steps import steps_of
from decisionaid.render.pages.trade_off import view_trade_off
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.prose import ProseWriter
from decisionaid.render.words.wording import amount_of


@dataclass(frozen=True, slots=True)
class CompareCellView:
    """One option's answer to one row of words; ``look`` as in ``ShownFigure``."""

    name: str
    words: Markup
    look: str


@dataclass(frozen=True, slots=True)
class CompareRowView:
    """One row of words."""

    id: str
    question: str
    cites: Markup
    cells: tuple[CompareCellView, ...]


def render_aid_page(aid: Aid, site: SiteView, sha256: str, figures: Figures | None = None) -> str:
    """Return the aid page as HTML.

    ``sha256`` is the digest of the source the aid was read from. ``figures`` None: they are put into
    words for this page alone.
    """
    context = page_context(aid, site, sha256, figures)
    return aid_page_of(context, body_of(context))


def aid_page_of(context: dict[str, object], body: Markup, evidence: Markup | None = None) -> str:
    """Return the aid page of a context and its body, which ``page_context`` and ``body_of`` give.

    ``evidence`` is what the evidence page says, for a page that is to be one file; None: it is a page apart.
    """
    script = script_for(body)
    site = context["site"]
    kiosk = isinstance(site, SiteView) and site.kiosk
    messages = messages_block("aid", cast("Words", context["words"]), script.unsaid)
    return laid_out(
        "layout/aid.html",
        context,
        body=body,
        script=script.name,
        second=script.second,
        third=script.third,
        ways=script.ways,
        back=script.back,
        pictures=script.pictures,
        keep="" if kiosk else script.keep,
        aloud=script.aloud,
        messages=messages,
        inside=evidence,
        **kept_offline(cast("SiteView", context["site"]), "worker.js"),
    )


def body_of(context: dict[str, object]) -> Markup:
    """Return the steps and the sources, which the aid page and its large print have in common."""
    return marked(laid_out("layout/body.html", context))


def page_context(
    aid: Aid,
    site: SiteView,
    sha256: str,
    figures: Figures | None = None,
    table: TableView | None = None,
) -> dict[str, object]:
    """Return what the templates of the aid page are given; the arguments are those of the page.

    ``table`` is all that ``table_of`` compares; None: it is made when the page asks for it.
    """
    page = AidPage(aid, figures or Figures(aid), table)
    words = page.words
    has_picks = any(isinstance(each, PicksQuestion) for each in aid.values_questions)
    return frame(aid, site) | {
        "aid": aid,
        "local": local_view(words, aid, site.place, site.today),
        "local_script": PLACE_SCRIPT,
        "easy_words": _easy_words(aid),
        "has_picks": has_picks,
        "has_test": any(True for _ in aid.of(TestSection)),
        "page": page,
        "trade_off": view_trade_off(page.figures),
        "write": page.writer,
        "steps": steps_of(aid),
        "sha256": sha256,
        "version": aid.version or "",
        "paper_head": paper_head(aid),
        "paper_form": words.say("typing_form_mark", version=aid.version or "", code=sha256[:8]),
        "minutes": length_of(aid).minutes,
        "sources": source_views(aid),
        "roles": questions.rows(words, "role_{}", questions.ROLES),
        "strata": questions.strata_rows(aid),
        "communication": questions.rows(words, "like_{}", questions.COMMUNICATION),
        "leaning": questions.leaning_rows(aid),
        "stages": questions.rows(words, "stage_{}", questions.STAGES),
        "deciders": questions.rows(words, "rolein_{}", questions.DECIDERS),
        "readiness": questions.rows(words, "readiness_{}", questions.READINESS),
        "sure_or_not": tuple((each, words.say(each)) for each in ("yes", "no", "unsure")),
    }


def _easy_words(aid: Aid) -> str:
    """Return the name of what the choice of easy words is called on the page; empty where there are none."""
    easy = [each.easy for each in wordings_of(aid) if each.easy is not None]
    if any(line.picture for each in easy for line in each.lines):
        return "easy_words_and_pictures"
    return "easy_words" if easy else ""


class AidPage:
    """What the templates of the aid page ask for."""

    concerns = range(1, MOST_OWN_CONCERNS + 1)
    """Places for what else matters to a person, in their own words."""

    def __init__(self, aid: Aid, figures: Figures, table: TableView | None = None) -> None:
        """Keep the figures of the aid in words."""
        self.figures = figures
        self.words = figures.words
        self.writer = ProseWriter(aid, self.figures.sentence, EVIDENCE)
        self._table = table
        self._groups: dict[tuple[str, tuple[str, ...]], OutcomeGroups] = {}
        self._strata = {stratum.id: stratum.words for stratum in aid.strata}

    @cached_property
    def table(self) -> TableView:
        """All that is compared as one table."""
        return self._table or table_of(self.figures, writer=self.writer)

    def groups(self, section: OutcomesSection) -> OutcomeGroups:
        """Return the rows of a section of outcomes."""
        key = section.heading, tuple(row.id for row in section.outcomes)
        if key not in self._groups:
            self._groups[key] = groups_of(section, self.figures, 3, self._on_grid)
        return self._groups[key]

    @cached_property
    def _on_grid(self) -> frozenset[str]:
        return frozenset(row.id for row in grid_rows(self.figures.aid))

    def columns(self, section: CompareSection) -> list[str]:
        """Return the names of the options that a table of words compares."""
        first = section.rows[0].cells if section.rows else ()
        return [self.figures.name(cell.option) for cell in first]

    def compare_rows(self, section: CompareSection) -> Iterator[CompareRowView]:
        """Yield the rows of words."""
        for row in section.rows:
            cells = tuple(self._cells(row))
            yield CompareRowView(row.id, row.question, self.writer.cites(row.sources), cells)

    def test(self, section: TestSection) -> TestView:
        """Return what a test finds."""
        return view_test(section, self.figures)

    def values(self, section: ValuesSection) -> Iterator[questions.QuestionView]:
        """Yield the values questions of a section."""
        for question in section.questions:
            yield questions.view_question(question, self.figures, self.writer)

    def concern_scale(self, n: int) -> Markup:
        """Return the scale of what a person writes themselves, in place ``n``."""
        return questions.concern_scale(self.figures.words, n)

    @property
    def states(self) -> tuple[questions.Row, ...]:
        """The answers to it that are no number."""
        return questions.state_rows(self.figures.words)

    def checks(self, section: KnowledgeSection) -> Iterator[questions.CheckView]:
        """Yield the knowledge checks of a section."""
        for check in section.checks:
            yield questions.view_check(check, self.writer, self.figures.readers)

    def option_marks(self, option: Option) -> Iterator[Markup]:
        """Yield what sets an option apart: not offered here, for some people, used in studies only."""
        if option.not_offered is not None:
            reason = sentence(self.words, option.not_offered.reason)
            said = escape(self.words.say("option_not_offered", reason=reason))
            yield said + self.writer.cites(option.not_offered.sources)
        if option.kind == "comparator":
            yield escape(self.words.say("option_comparator"))
        if option.stratum:
            words_of = self._strata.get(option.stratum, option.stratum)
            yield escape(self.words.say("option_stratum", words=sentence(self.words, words_of)))

    def ideas(self, plan: OptionPlan) -> Iterator[tuple[str, str, str]]:
        """Yield the goals and actions of a plan: key, kind, words."""
        for goal in plan.goals:
            yield f"{plan.id}/{goal.id}", self.words.say("idea_goal"), goal.text
        for action in plan.actions:
            yield f"{plan.id}/{action.id}", self._who_and_when(action), action.text

    def review(self, plan: OptionPlan) -> str:
        """Say when a plan is looked at again; empty when the aid does not say."""
        if plan.review is None:
            return ""
        if isinstance(plan.review, ReviewIn):
            time = amount_of(self.words, plan.review.amount, plan.review.unit)
            return self.words.say("idea_review_in", time=time)
        return self.words.say("idea_review_agree")

    def groups_hint(self) -> str:
        """Say what is told apart by the groups of readers, and that nobody has to say theirs."""
        aid, apart = self.figures.aid, []
        if any(row.stratum for row in aid.outcomes):
            apart.append(self.words.say("stratum_hint_figures"))
        if any(option.stratum for option in aid.options):
            apart.append(self.words.say("stratum_hint_options"))
        return self.words.joined(
            "after_one_another", [*apart, self.words.say("stratum_hint_blank")]
        )

    def for_some(self, *names: str) -> Markup:
        """Return the attribute that says for which groups of readers something about these parts is."""
        readers = " ".join(self.figures.readers.of_all(names))
        return Markup(' data-for="{}"').format(readers) if readers else Markup()

    def _cells(self, row: CompareRow) -> Iterator[CompareCellView]:
        for cell in row.cells:
            look, words = compare_content(self.words, cell.content, self.writer)
            yield CompareCellView(self.figures.name(cell.option), words, look)

    def _who_and_when(self, action: ExampleAction) -> str:
        said = [self.words.say("idea_action")]
        if action.who:
            said.append(self.words.say(f"idea_{action.who}"))
        if action.when:
            said.append(action.when)
        return self.words.row(said)
