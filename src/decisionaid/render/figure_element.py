"""Write one option's figure as an element of the page.

Layer 2. Written here and not in a template, because a page has a hundred of them and most say
the same: each distinct one is written once. Its looks are in ``components/outcome/style.css``.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from decisionaid.render.figures import ShownFigure
from decisionaid.render.icons import draw


def figure_element(name: str, mark: str, figure: ShownFigure) -> Markup:
    """Return a list item: the option's name, the number, what happens, the drawing, the other frame.

    ``mark`` says what sets the option apart, such as that it is not offered; mostly empty.
    """
    parts = ['<li class="figure"><p class="figure-option">', escape(name)]
    if mark:
        parts += [' <span class="figure-mark">(', escape(mark), ")</span>"]
    parts.append("</p>")
    if figure.look == "figure":
        parts += _measured(figure)
    else:
        # The look is one of our own four words.
        parts += [f'<div class="figure-words {figure.look}"><p>', escape(figure.what), "</p></div>"]
    parts.append("</li>\n")
    # Every word from outside went through `escape` above.
    return Markup("".join(parts))  # noqa: S704


def _measured(figure: ShownFigure) -> list[str]:
    parts = ['<p class="figure-number">', escape(figure.number), "</p>"]
    parts += ['<p class="figure-what">', escape(figure.what), "</p>"]
    if figure.array is not None:
        parts.append(draw(figure.array))
    if figure.other or figure.range:
        parts.append('<div class="figure-other">')
        if figure.other:
            parts += ["<p>", escape(figure.other), "</p>"]
        if figure.range:
            parts += ['<p class="figure-range">', escape(figure.range), ".</p>"]
        parts.append("</div>")
    return parts
