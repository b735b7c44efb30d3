"""The lines of the record text, as ``handover/text-lines.ts`` in the browser has them.

Layer 2.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Final

from decisionaid.model.record import ALTERED, Record
from decisionaid.model.words import AidWords
from decisionaid.outside.ascii import cut, quoted, to_ascii
from decisionaid.outside.made_up import mark_of
from decisionaid.outside.tables import filled, table
from decisionaid.record.from_paper import paper_pieces
from decisionaid.record.named import names_of, words_then
from decisionaid.record.text_facts import Facts, fact_pieces
from decisionaid.record.text_matters import matter_pieces, state_pieces
from decisionaid.record.text_pieces import MANY, Line, Piece, Source, few, fixed, giving, shorter

_TENSIONS: Final = {"toward", "highest"}
_FLAG_STAGES: Final = ("need_time", "want_advice", "want_other_help", "rather_not_decide")
"""The stages that ask something of the clinician: they stand among the flags."""

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def text_lines(
    record: Record,
    words: AidWords | None,
    *,
    is_long: bool,
    room: tuple[float, float, float] = (math.inf, math.inf, math.inf),
    plain: Callable[[str], str] = to_ascii,
) -> list[Line]:
    """Return all lines, the longest form of each piece first.

    ``room``: signs that there is room for, of what matters in their words, of other words of theirs, and
    of names. ``plain`` makes a text fit to be written: in ASCII
    for the record text, on one line at least.
    """
    name = names_of(record, words)
    first, own, names = room
    most = min(first, table("record-text")["own"])

    def text(each: str) -> str:
        return cut(plain(each), names)

    source = Source(
        record, words_then(record, words), is_long, own, names,
        named=lambda place: text(name(place)), text=text,
        quote=lambda each: quoted(plain(each), own), first=lambda each: quoted(plain(each), most),
    )  # fmt: skip
    return list(_lines(source))


def _lines(source: Source) -> Iterator[Line]:
    tables, record = table("record-text"), source.record
    lines, facts = tables["lines"], fact_pieces(source)
    noted = _noted(source) if source.is_long else ()
    ideas = [giving(source.quote(each.text), "ideas") for each in record.ideas]
    not_shared = [fixed(tables["part"][part]) for part in record.kept_back]
    yield Line("made_up", "{items}", "", (fixed(mark_of(record)),))
    yield Line("about", lines["about"], ". ", tuple(_about(source)))
    yield Line("altered", lines["altered"], "", tuple(_altered(source)))
    written = day_in(record.paper.written) if record.paper else ""
    yield Line("paper", lines["paper"], ". ", tuple(paper_pieces(source, written)))
    yield Line("own", _own_message(record), "", tuple(_own(source)))
    yield Line("flags", lines["flags"], "; ", tuple(_flags(source, facts)))
    yield Line("asks", lines["asks"], " ", tuple(_questions(source)))
    yield Line("now", lines["now"], "; ", tuple(_now(source)))
    yield Line("matters", lines["matters"], "; ", tuple(matter_pieces(source)))
    yield Line("states", lines["states"], ". ", tuple(state_pieces(source)))
    yield Line("go_over", lines["go_over"], " ", facts.differ)
    yield Line("unsure_facts", lines["unsure_facts"], " ", facts.unsure)
    yield Line("fact_states", lines["states"], ". ", facts.states)
    yield Line("ready", lines["ready"], "; ", tuple(_ready(source)))
    yield Line("group", lines["group"], "", tuple(_group(source)))
    yield Line("helper_view", lines["helper_view"], "", tuple(_view(source)))
    yield Line("noted", lines["noted"], " ", tuple(noted))
    yield Line("ideas", lines["ideas"], "; ", tuple(ideas))
    yield Line("options", lines["options"], "; ", tuple(_options(source)))
    yield Line("not_shared", lines["not_shared"], ", ", tuple(not_shared))
    yield Line("stated", "{items}", "", (fixed(tables["stated"][record.filled_in_by.role]),))


def day_in(date: str) -> str:
    """Return a day or an instant as ``28 Nov 2026``; empty for what is none."""
    tables = table("record-text")
    found = _DAY.match(date)
    month = int(found[2]) if found else 0
    if found is None or not 1 <= month <= 12:
        return ""
    name = tables["months"][month - 1]
    return filled(tables["day"], day=int(found[3]), month=name, year=found[1])


def _about(source: Source) -> list[Piece]:
    head, record = table("record-text")["head"], source.record
    aid = record.aid
    evidence, saved = day_in(aid.evidence), day_in(record.day or record.updated)
    title = source.text(aid.title).replace('"', "'")
    named = filled(head["aid"], title=title, version=source.text(aid.version))
    lines = [
        [
            filled(head["saved"], date=saved) if saved else head["saved_unknown"],
            filled(head["record"], id=record.id, n=record.rev) if source.is_long else "",
        ],
        ["" if aid.status == "published" else head[aid.status]],
        [head[aid.clock] if aid.clock in ("overdue", "expired") else ""],
        [head["no_words"] if source.words is None else ""],
    ]
    dated = f"{named}, {filled(head['evidence'], date=evidence)}"
    return [
        shorter([dated, named], ["evidence"]) if evidence else fixed(named),
        *(fixed(_sentence(", ".join(filter(None, parts)))) for parts in lines),
    ]


def _altered(source: Source) -> list[Piece]:
    """Return a mark for what may not be what the person said: it goes wherever the record goes."""
    is_altered = source.record.crc32 == ALTERED
    return [fixed(table("record-text")["head"]["altered"])] if is_altered else []


def _sentence(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _noted(source: Source) -> Iterator[Piece]:
    """Yield what the page pointed out; with the highest stands a figure, and of an aid that is over none is written."""
    words = source.words
    is_over = words is not None and "withdrawn" in {words.clock, words.status}
    is_over = is_over or (words is not None and words.clock == "expired")
    for each in source.record.noted:
        if each.text and not (each.kind == "highest" and is_over):
            yield fixed(source.quote(each.text))


def whole_line(line: Line) -> str:
    """Return all of a line, without what stands before it; words that are not the person's alone say so."""
    is_own = line.message == table("record-text")["lines"]["own"]
    is_said = line.id == "own" and line.whole and not is_own
    return filled(line.message, items=line.whole) if is_said else line.whole


def _own_message(record: Record) -> str:
    names = {"patient_with_help": "own_helped", "carer": "own_carer", "helper": "own_helper"}
    message: str = table("record-text")["lines"][names.get(record.filled_in_by.role, "own")]
    return message


def _own(source: Source) -> list[Piece]:
    text = source.record.what_matters
    if text == "":
        return []
    forms = [source.quote(text), source.first(text)]
    return [fixed(forms[0]) if forms[0] == forms[1] else shorter(forms, ["own"])]


def _flags(source: Source, facts: Facts) -> list[Piece]:
    """Return the flags, most pressing first: none of them ever gives way, but all are said in fewer words."""
    tables, record = table("record-text"), source.record
    stage = record.leaning.stage
    signs = [source.named(f"red_flags/{id_}") for id_ in record.red_flags]
    kinds = {each.kind for each in record.noted}
    yes, no, unsure = (_ready_for(record, given) for given in ("yes", "no", "unsure"))
    likes = [tables["likes"][each] for each in record.communication]
    return [
        *(_flag("warning_sign", items=few(signs, source.names)) if signs else ()),
        *(_flag("misread", n=facts.misread) if facts.misread else ()),
        *(_flag("tension") if kinds & _TENSIONS else ()),
        *(_flag("unsettled") if kinds - _TENSIONS else ()),
        *(_flag("readiness", items=no, few=_in_few(no)) if no else ()),
        *(
            _flag("readiness_unsure", items=unsure, few=_in_few(unsure))
            if unsure and not yes
            else ()
        ),
        *_helper_flag(source),
        *([fixed(tables["stage"][stage])] if stage in _FLAG_STAGES else ()),
        *(_flag("format", items=few(likes, source.names, most=1)) if likes else ()),
    ]


def _in_few(items: str) -> str:
    tables = table("record-text")
    short: str = tables["ready_all_short"]
    return short if items == tables["ready_all"] else items


def _flag(name: str, **values: str | int) -> list[Piece]:
    tables = table("record-text")
    forms = [filled(tables["flag"][name], **values)]
    if name not in tables["flag_short"]:
        return [fixed(forms[0])]
    return [shorter([*forms, filled(tables["flag_short"][name], **values)], ["flags"])]


def _helper_flag(source: Source) -> list[Piece]:
    """Whoever names a helper was helped."""
    who = source.record.filled_in_by
    if who.role not in ("carer", "helper", "patient_with_help") and who.helper == "":
        return []
    name = who.role if who.role in ("carer", "helper") else "helped"
    return _flag(f"{name}_by" if who.helper else name, helper=source.quote(who.helper))


def _ready_for(record: Record, given: str) -> str:
    """Return the short questions with this answer: yes, no, or a state."""
    tables = table("record-text")
    names = [
        tables["readiness"][each.id]
        for each in record.readiness
        if (("yes" if each.yes else "no") if each.state == "answered" else each.state) == given
    ]
    return tables["ready_all"] if len(names) == len(tables["readiness"]) else ", ".join(names)


def _ready(source: Source) -> list[Piece]:
    """Return how ready they are; what stands among the flags is not said again."""
    yes = _ready_for(source.record, "yes")
    pieces = []
    for given, message in table("record-text")["ready"].items():
        items = _ready_for(source.record, given)
        is_said = given == "no" or (given == "unsure" and not yes)
        if items and (source.is_long or not is_said):
            pieces.append(giving(filled(message, items=items), "ready"))
    return pieces


def _questions(source: Source) -> list[Piece]:
    """Return their own first, numbered; then those from the aid."""
    tables = table("record-text")
    own: list[Piece] = []
    for index, each in enumerate(e for e in source.record.questions if e.id is None):
        text = filled(tables["numbered"], n=index + 1, text=source.quote(each.text))
        is_first = index < tables["questions"]
        own.append(fixed(text) if is_first else giving(text, "questions", MANY - 1 - index))
    theirs = [source.text(each.text) for each in source.record.questions if each.id is not None]
    if not theirs:
        return own
    forms = [
        filled(tables["from_aid"], text=" ".join(theirs)),
        filled(tables["from_aid_n"], n=len(theirs)),
    ]
    return [*own, shorter(forms, ["aid_questions", "states"])]


def _now(source: Source) -> list[Piece]:
    tables, leaning = table("record-text"), source.record.leaning
    if "leaning" in source.record.kept_back:
        return []
    option = "" if leaning.option is None else source.named(f"leaning/{leaning.option}")
    parts = [
        filled(tables["leaning"][leaning.state], option=option),
        tables["stage"].get(leaning.stage, "") if leaning.stage not in _FLAG_STAGES else "",
        "" if leaning.role == "unanswered" else tables["wants"][leaning.role],
    ]
    return [fixed(each) for each in parts if each]


def _group(source: Source) -> list[Piece]:
    stratum = source.record.stratum
    if stratum.state == "unanswered":
        return []
    text = "" if stratum.stratum is None else source.named(f"stratum/{stratum.stratum}")
    return [giving(filled(table("record-text")["group"][stratum.state], text=text), "group")]


def _view(source: Source) -> list[Piece]:
    view = source.record.filled_in_by.view
    return [giving(source.quote(view), "view")] if view else []


def _options(source: Source) -> list[Piece]:
    options = [source.text(each.text) for each in source.words.options] if source.words else []
    return [giving("; ".join(options), "options")] if options else []
