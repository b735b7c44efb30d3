"""Write one option's figure as an element of the page.

Layer 2. Written here and not in a template, because a page has a hundred of them and most say
the same: each distinct one is written once. Its looks are in ``components/figure/style.css``.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from decisionaid.language import Words
from decisionaid.render.figures.drawings import draw_on_track
from decisionaid.render.figures.icons import IconArray, draw
from decisionaid.render.figures.shown_figure import ShownFigure


def figure_element(words: Words, name: str, mark: str, figure: ShownFigure) -> Markup:
    """Return a list item: a sentence to be heard, and what is seen in its place.

    What is seen is the option's name, the number, what happens, the drawing, the range and the other frame.
    It is hidden from screen readers, so that each figure is read once and whole.
    ``mark`` says what sets the option apart, such as that it is not offered; mostly empty.
    """
    parts = ['<li class="figure"><p class="figure-spoken">', escape(figure.spoken), "</p>"]
    parts += ['<div class="figure-seen" aria-hidden="true"><p class="figure-option">', escape(name)]
    if mark:
        said = escape(words.say("in_brackets", words=mark))
        parts += [' <span class="figure-mark">', said, "</span>"]
    parts.append("</p>")
    if figure.look == "figure":
        parts += _measured(words, figure)
    else:
        # The look is one of our own four words.
        parts += [f'<div class="figure-words {figure.look}"><p>', escape(figure.what), "</p></div>"]
    parts.append("</div></li>\n")
    # Every word from outside went through `escape` above.
    return Markup("".join(parts))  # noqa: S704


def _measured(words: Words, figure: ShownFigure) -> list[str]:
    parts = ['<p class="figure-number">', escape(figure.number), "</p>"]
    parts += ['<p class="figure-what">', escape(figure.what), "</p>"]
    if figure.array is not None:
        parts.append(draw(figure.array))
    if figure.drawing is not None:
        parts.append(draw_on_track(figure.drawing))
    if figure.other or figure.range:
        parts.append('<div class="figure-other">')
        # Beside the number that it is the range of: after the other frame it would be read as its own.
        if figure.range:
            parts += [
                '<p class="figure-range">',
                escape(words.say("full_stop", words=figure.range)),
                "</p>",
            ]
        if figure.other:
            parts += ["<p>", escape(figure.other), "</p>"]
        parts.append("</div>")
    return parts


def legend(words: Words, array: IconArray, one: str, many: str) -> str:
    """Say whom one mark of a drawing stands for."""
    if array.has_dots or (array.each == 1 and array.things):
        return words.say("each_dot", one=one) if one else words.say("each_dot_of", many=many)
    if array.each == 1:
        return words.say("each_stands_one", one=one)
    return words.say("each_dots" if array.things else "each_stands", each=array.each, many=many)
