"""Say what a row of words says of an option.

Layer 2. For the step where options are compared, and for the table of all that is compared.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from decisionaid.language import Words
from decisionaid.model.figure import NotApplicable, NotFound, NotKnown
from decisionaid.model.sections import CellWords, CompareContent
from decisionaid.render.words.phrases import sentence
from decisionaid.render.words.prose import ProseWriter
from decisionaid.render.words.wording import gap


def compare_content(
    words: Words, content: CompareContent | None, writer: ProseWriter
) -> tuple[str, Markup]:
    """Return look and words of a cell of ``.compare``; looks as in ``TableCell``."""
    if content is None:
        return "gap", escape(gap(words, "text"))
    if isinstance(content, CellWords):
        return "words", writer.inline(content.inlines)
    look = "words" if isinstance(content, NotApplicable) else "unknown"
    said = words.say(_WITHOUT_WORDS[type(content)], reason=sentence(words, content.reason))
    return look, escape(said)


_WITHOUT_WORDS: dict[type, str] = {
    NotKnown: "not_known_compare", NotFound: "not_found_compare", NotApplicable: "not_applicable_words",
}  # fmt: skip
