"""What a source says of a test of chance alone: ``P = 0.03``, ``NS``, ``significant``; and where it belongs.

Layer 2. Pure. A P value says nothing of one option and nothing of how much, so in a cell and in
``Difference`` alike the author is asked for what the source prints beside it.
"""

from __future__ import annotations

import re

_P = r"p(?:[ -]?values?)?(?: for [a-z]{1,20})? ?[:=<>\u2264\u2265] ?0?[.,\u00b7]\d{1,6}"
_NONE = (
    r"n\.?s\.?|(?:no|not|non)[ -]?(?:statistically )?significant(?:ly different| difference)?"
    r"|no (?:statistically )?significant differences?"
)
_SOME = (
    r"(?:a )?(?:statistically |highly )?significant"
    r"(?:ly (?:different|better|worse|fewer|more|lower|higher)| differences?)?"
)
_MARKS = r"[ *\u2020\u2021\u00a7]*"
_TEST = re.compile(
    rf"(?:(?P<none>{_NONE})|{_SOME})?[,;:]?[ (]*(?P<p>{_P})?\)?{_MARKS}(?:\([^()\d]{{1,40}}\))?",
    re.IGNORECASE,
)

NONE_FORM = "if the source prints no more than this, write 'not clear: {0}'"
P_FORM = (
    "copy how large the difference is, such as 'risk ratio ... (... to ...)'; if the source prints no "
    "more than this and says that they differ, write '{pair}: differ{0}', or 'groups differ{0}' of "
    "a test over all groups; if it says that this may be chance, write 'not clear: reason'"
)
IN_CELL = (
    "this says if options differ, and not what happens with this one: it belongs to '- Difference:'. "
    "{0}; in this cell write its own figure, or 'not found: the source prints only {1}'"
)


def chance_in_difference(text: str, pair: str) -> str | None:
    """Return how to write a test of chance as a ``Difference``; None: the text is none.

    ``pair`` names two options. Whether they differ, the source says: no P value is read as a yes.
    """
    bare = text.strip()
    found = _TEST.fullmatch(bare)
    if found is None or not re.search(r"[a-z]", bare, re.IGNORECASE):
        return None
    if found["none"]:
        return NONE_FORM.format(bare)
    return P_FORM.format(f": {found['p']}" if found["p"] else "", pair=pair)


def chance_in_cell(text: str) -> str | None:
    """Return where a test of chance in the cell of an option belongs; None: the text is none."""
    form = chance_in_difference(text, "its-id against other-id")
    return IN_CELL.format(form[:1].upper() + form[1:], text.strip()) if form else None
