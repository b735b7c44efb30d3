"""Write ``audio.txt``: all words of an aid for somebody, or a voice, who records it.

Layer 2. They are those of the page, sentence by sentence, so each figure comes with what it counts, its time
and its people, and how sure one can be. An aid that has ended comes without figures, as its page does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from decisionaid.language import Words, without_isolates
from decisionaid.model.aid import Aid
from decisionaid.render.listening.said import listening_in
from decisionaid.render.listening.sentences import Element, Heard, elements_of, heard_in
from decisionaid.render.words.wording import gap


def audio_script(aid: Aid, context: Mapping[str, object], body: str) -> str:
    """Return the script of a recording as text; ``context`` and ``body`` are those of the aid page."""
    words = cast("Words", context["words"])
    steps = [each for each in elements_of(body).inside() if "data-step" in each.attributes]
    has_ended = context["clock"] in {"expired", "withdrawn"}
    head = [
        aid.title,
        words.say("audio_head"),
        words.say("audio_ended" if has_ended else "audio_how"),
        *_standing(aid, words),
        *_said(context, "standing"),
        *_said(context, "until"),
    ]
    lines = [*head, ""]
    for step in steps:
        lines += ["", words.say("audio_long_pause"), *_lines(step, words)]
    return _text(lines)


def audio_withdrawn(aid: Aid, words: Words, page: str) -> str:
    """Return what stands in its place once an aid is withdrawn: what its page says, and not to record it."""
    main = next(each for each in elements_of(page).inside() if each.tag == "main")
    return _text([aid.title, *_standing(aid, words), "", *_lines(main, words)])


def _standing(aid: Aid, words: Words) -> Iterator[str]:
    dates = aid.dates
    yield words.say(
        "audio_version",
        version=aid.version or gap(words, "version"),
        date=words.day(dates.published) or gap(words, "date"),
    )
    yield words.say("audio_evidence", date=words.day(dates.evidence) or gap(words, "date"))


def _said(context: Mapping[str, object], name: str) -> Iterator[str]:
    if said := context[name]:
        yield str(said)


def _lines(element: Element, words: Words) -> Iterator[str]:
    pause, after = words.say("audio_pause"), Heard("")
    for each in heard_in(element, listening_in(words)):
        if each.begins and (each.is_heading or after.is_heading) and after.text:
            yield pause
        yield each.text
        after = each


def _text(lines: list[str]) -> str:
    return without_isolates("\n".join(lines)).strip() + "\n"
