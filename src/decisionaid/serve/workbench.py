"""The workbench: a page of an aid as on a phone, a desktop or paper, and beside it what is wrong with it.

Layer 5, part of ``decisionaid serve``. It is a page of its own with the real page in a frame; patients'
pages know nothing of it. All that is not ours stands in it as text only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from decisionaid.diagnostics import Diagnostic, Severity, worst_first
from decisionaid.diagnostics.code_frame import printable
from decisionaid.disk.aid_folder import AidFiles
from decisionaid.disk.aid_pages import View as BuildView
from decisionaid.language import words_in
from decisionaid.render.pages.environment import SITE_LANGUAGE, templates
from decisionaid.render.pages.page import SiteView, frame, policy

FILES: Final = Path(__file__).parents[1] / "_static" / "workbench"
"""Its script and its style, which no build hands on."""

ADDRESS: Final = "/__workbench/"


@dataclass(frozen=True)
class View:
    """One way to look at an aid."""

    id: str
    name: str
    page: str
    """The file in the aid's folder that is shown."""
    width: int
    """Of the frame, in CSS pixels."""
    height: int
    """Of the frame, in CSS pixels; 0: as much as there is room for."""
    said: str
    """What is shown, and what is not."""


VIEWS: Final = (
    View("phone", "Phone", "index.html", 390, 844, "The aid in a window 390 pixels wide."),
    View("small", "Small phone", "index.html", 320, 640,
         "The aid in a window 320 pixels wide, as on the smallest phones, or on a desktop at 400 %."),
    View("desktop", "Desktop", "index.html", 1280, 0, "The aid in a window 1280 pixels wide."),
    View("paper", "Print", "index.html", 673, 0,
         "The aid with the styles of paper, as wide as what is printed on A4. Where a sheet ends "
         "is not shown: for that, open the page and print it."),
    View("large-print", "Large print", "large-print.html", 794, 0,
         "The page for large print, as on a screen as wide as a sheet of A4."),
    View("grid", "Option grid", "grid.html", 1123, 0,
         "The one-page grid, as on a screen as wide as a sheet of A4 on its side."),
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """One diagnostic, as the panel shows it."""

    severity: str
    number: str
    name: str
    line: int
    place: str
    """``file:line:column``."""
    message: str
    before: str
    """The line's words before the place; empty when there is no line."""
    marked: str
    after: str
    why: str
    """Empty where a problem above has the same code, and so the same reason."""
    write: str
    """What to write, in the imperative."""
    more: str
    """Address of the page that explains the code."""


def workbench_page(aid: AidFiles, view_id: str, build: BuildView) -> bytes:
    """Return the workbench of one aid; a view that does not exist becomes the first one."""
    view = next((each for each in VIEWS if each.id == view_id), VIEWS[0])
    context = {
        "slug": aid.slug,
        "aid_title": aid.card.title if aid.card else aid.slug,
        "broken": aid.card is None,
        "views": VIEWS,
        "view": view,
        "found": found(aid.diagnostics),
        "dated": dated(aid, build.today),
        "length": aid.length,
        "problems": problems(aid, handbook=build.handbook),
    }
    return _page("layout/workbench.html", context)


def workbench_list(aids: Iterable[AidFiles], today: date | None) -> bytes:
    """Return the page that leads to the workbench of each aid."""
    rows = [
        (
            aid.slug,
            aid.card.title if aid.card else aid.slug,
            found(aid.diagnostics),
            dated(aid, today),
            f"{aid.length}" if aid.length else "",
        )
        for aid in aids
    ]
    return _page("layout/workbench-list.html", {"rows": rows})


def found(diagnostics: Iterable[Diagnostic]) -> str:
    """Say in one line how much there is to mend."""
    counts = Counter(each.code.severity for each in diagnostics)
    parts = [
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) if parts else "nothing to mend"


def dated(aid: AidFiles, today: date | None) -> str:
    """Say how an aid stands against its dates, and what patients see of it; empty: it has none to tell."""
    if aid.clock is None or aid.dates is None:
        return ""
    dates, late = aid.dates, len(aid.clock.late_sources)
    match aid.clock.state:
        case "withdrawn":
            return "Withdrawn. Patients see a page that says so, and nothing else."
        case "expired":
            said = (
                f"Out of date since {_day(dates.expires)}. Patients see its pages without figures."
            )
        case "overdue":
            said = f"Late for its check since {_day(dates.review)}. Every page says so to patients."
        case "due":
            said = f"Due for its check by {_day(dates.review)}. Patients are not told."
        case _:
            review = (
                f"next check by {_day(dates.review)}" if dates.review else "no day for its check"
            )
            said = f"Up to date: {review}."
    if late and aid.clock.shows_figures:
        sources = "a source is" if late == 1 else f"{late} sources are"
        said += f" The check of {sources} late, and their figures say so to patients."
    return f"{said} This is how it stands on {_day(today)}." if today else said


def problems(aid: AidFiles, *, handbook: bool) -> list[Problem]:
    """Return what is wrong with an aid, most harmful first, then in the order of the text."""
    said: set[str] = set()
    shown: list[Problem] = []
    for each in worst_first(aid.diagnostics):
        shown.append(_problem(each, aid, handbook, again=each.code.number in said))
        said.add(each.code.number)
    return shown


def _problem(found: Diagnostic, aid: AidFiles, handbook: bool, *, again: bool) -> Problem:
    code, span = found.code, found.span
    before, marked, after = _line(found, aid)
    return Problem(
        severity=code.severity.value,
        number=code.number,
        name=code.name,
        line=span.line,
        place=f"{printable(found.source)}:{span.line}:{span.column}",
        message=printable(found.message),
        before=before,
        marked=marked,
        after=after,
        why="" if again else printable(code.why),
        write=printable(found.help),
        more=f"/authors/rules/{code.number}/" if handbook else f"/__explain/{code.number}/",
    )


def _line(found: Diagnostic, aid: AidFiles) -> tuple[str, str, str]:
    """Return the line of a place in three parts; all empty where the file has no such line."""
    span = found.span
    line = aid.source.line(span.line)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    parts = line[:start], line[start : max(end, start)], line[max(end, start) :]
    before, marked, after = (printable(part) for part in parts)
    return before, marked, after


def _page(name: str, context: dict[str, object]) -> bytes:
    site = SiteView(base="/")
    own = {"policy": f"{policy(live=True)}; frame-src 'self'", "workbench": ADDRESS}
    text = templates().get_template(name).render(frame(None, site) | own, **context)
    return text.encode("utf-8")


def _day(when: date | None) -> str:
    return words_in(SITE_LANGUAGE).day(when)
