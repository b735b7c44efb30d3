"""Cells without a number in words: not known, not found, no difference, does not apply.

Layer 2. Not known is said, never drawn, never zero. The author's reason stands with it.
"""

from __future__ import annotations

from decisionaid.model.figure import (
    InWords,
    NoDifferenceShown,
    NotApplicable,
    NotFound,
    NotInStudy,
    NotKnown,
    OutOfDate,
    ReferenceCell,
)
from decisionaid.render.figures.shown_figure import Place, ShownFigure
from decisionaid.render.words.phrases import capital, sentence, unstopped


def no_difference(figure: NoDifferenceShown, place: Place) -> ShownFigure:
    """Say that something was measured, and that no difference was shown."""
    return _in_place_of_number(figure, place, "words", "no_difference", "no_difference_words")


def reference(_figure: ReferenceCell, place: Place) -> ShownFigure:
    """Say that the other figures of the row are measured from here."""
    return _fixed(place, "words", "reference", "reference_words", "spoken_reference")


def not_known(figure: NotKnown, place: Place) -> ShownFigure:
    """Say that nobody knows, in words that fit what the row is about."""
    if place.outcome.direction == "about-the-study":
        name = "not_known_study"
    elif place.option_id in place.naming.as_now:
        name = "not_known_now_scale" if place.outcome.scale else "not_known_now"
    else:
        name = "not_known_words"
    return _in_place_of_number(figure, place, "unknown", "not_known", name)


def not_found(figure: NotFound, place: Place) -> ShownFigure:
    """Say that the authors have not found this."""
    return _in_place_of_number(figure, place, "unknown", "not_found", "not_found_words")


def not_in_study(_figure: NotInStudy, place: Place) -> ShownFigure:
    """Say that the study of the row had no group with this option, and claim nothing more."""
    return _fixed(place, "unknown", "not_in_study", "not_in_study_words", "spoken_not_in_study")


def not_applicable(figure: NotApplicable, place: Place) -> ShownFigure:
    """Say that this cannot be asked of the option."""
    short, words = "not_applicable_short", "not_applicable_words"
    return _in_place_of_number(figure, place, "words", short, words)


def out_of_date(_figure: OutOfDate, place: Place) -> ShownFigure:
    """Say that the figure is no longer shown."""
    return _fixed(place, "unknown", "out_of_date_short", "out_of_date", "spoken_out_of_date")


def in_words(figure: InWords, place: Place) -> ShownFigure:
    """Say what the author wrote in place of a number."""
    what = sentence(place.words, figure.text)
    said = capital(unstopped(figure.text))
    spoken = place.speaker.labelled(said)
    return ShownFigure(
        place.option_id,
        "words",
        figure.text,
        what,
        said=said,
        spoken=spoken,
    )


def _fixed(place: Place, look: str, short: str, words: str, spoken: str) -> ShownFigure:
    """Return words of ours alone."""
    say = place.words.say
    heard = place.speaker.labelled(say(spoken))
    said = say(f"{words}_said")
    return ShownFigure(
        place.option_id,
        look,
        say(short),
        say(words),
        said=said,
        spoken=heard,
    )


def _in_place_of_number(
    figure: NoDifferenceShown | NotKnown | NotFound | NotApplicable,
    place: Place,
    look: str,
    short: str,
    words: str,
) -> ShownFigure:
    """Return the words that stand where there is no number, with the author's reason."""
    say, reason = place.words.say, sentence(place.words, figure.reason)
    spoken = place.speaker.labelled(say(f"spoken_{words}"), unstopped(figure.reason))
    what, said = say(words, reason=reason), say(words, reason=capital(unstopped(figure.reason)))
    return ShownFigure(
        place.option_id,
        look,
        say(short),
        what,
        said=said,
        spoken=spoken,
    )
