"""Name every fault of reading (DA001 to DA099): number, name, severity and why it matters.

Layer 2. The reader reports these; what an author left out is for the rules to say.
"""

from __future__ import annotations

from decisionaid.diagnostics import Code, Harm, Severity

FAULTS: dict[str, Code] = {}
"""Every code of this range by its number, those of waivers included, which the compiler finds."""


def _code(
    number: str, name: str, harm: Harm, why: str, severity: Severity = Severity.ERROR
) -> Code:
    code = Code(number, name, severity, why, kind="auto", harm=harm)
    FAULTS[number] = code
    return code


NOT_TEXT = _code(
    "DA001",
    "not-text",
    Harm.MISLEADS,
    "a character that cannot be seen or read may hide or change what a page says",
)
TOO_LARGE = _code(
    "DA002", "too-large", Harm.HARD_TO_USE, "a page of that size helps nobody to decide"
)
NO_HEAD = _code(
    "DA003",
    "no-head",
    Harm.LEAVES_OUT,
    "the head says what the aid is, for whom, and on what evidence",
)
BROKEN_HEAD = _code(
    "DA004", "broken-head", Harm.LEAVES_OUT, "nothing in a head that cannot be read can be trusted"
)
UNKNOWN_KEY = _code(
    "DA005", "unknown-key", Harm.LEAVES_OUT, "a misspelt key would be lost in silence"
)
MISSING_KEY = _code(
    "DA006", "missing-key", Harm.LEAVES_OUT, "a part of the head makes no sense without it"
)
BAD_HEAD_VALUE = _code(
    "DA007", "bad-head-value", Harm.LEAVES_OUT, "a value that cannot be read cannot be shown"
)
UNKNOWN_FORMAT = _code(
    "DA008",
    "unknown-format",
    Harm.MISLEADS,
    "an aid written for another format could be read wrongly",
)
UNQUOTED_VALUE = _code(
    "DA009",
    "unquoted-value",
    Harm.LEAVES_OUT,
    "a comma or a colon ended the value early and its rest would be lost",
)
TITLE = _code(
    "DA010", "title", Harm.HARD_TO_USE, "a page has one title, and screen readers start from it"
)
UNKNOWN_ROLE = _code(
    "DA011", "unknown-role", Harm.LEAVES_OUT, "a section without its role would not do its work"
)
UNKNOWN_ATTRIBUTE = _code(
    "DA012",
    "unknown-attribute",
    Harm.LEAVES_OUT,
    "what stands in braces and is not known would be lost in silence",
)
OPEN_BRACE = _code(
    "DA013",
    "open-brace",
    Harm.HARD_TO_USE,
    "a brace that is not closed puts its inside on the patient's page",
)
MISSING_ID = _code(
    "DA014",
    "missing-id",
    Harm.HOUSEKEEPING,
    "answers, links and translations hold on to ids, never to positions",
)
DUPLICATE_ID = _code(
    "DA015",
    "duplicate-id",
    Harm.MISLEADS,
    "with the same id twice, an answer could belong to either",
)
BAD_ID = _code(
    "DA016",
    "bad-id",
    Harm.HOUSEKEEPING,
    "an id stands in addresses and stored answers, so it stays simple",
)
UNKNOWN_OPTION = _code(
    "DA017", "unknown-option", Harm.MISLEADS, "a figure or an answer would belong to no option"
)
UNKNOWN_SOURCE = _code(
    "DA018", "unknown-source", Harm.MISLEADS, "a figure would stand without its source"
)
UNKNOWN_ID = _code(
    "DA019",
    "unknown-id",
    Harm.HARD_TO_USE,
    "a link to something that is not there would lead nowhere",
)
LOST_TEXT = _code(
    "DA020", "lost-text", Harm.LEAVES_OUT, "words an author wrote must be on the page or be refused"
)
RAW_HTML = _code(
    "DA021", "raw-html", Harm.MISLEADS, "HTML in a text could change the page or run in it"
)
UNSUPPORTED_MARKDOWN = _code(
    "DA022",
    "unsupported-markdown",
    Harm.LEAVES_OUT,
    "the page has no place for it, so it would be lost or shown wrongly",
)
UNSAFE_LINK = _code(
    "DA023", "unsafe-link", Harm.MISLEADS, "a link must lead where its reader expects, safely"
)
TABLE_SHAPE = _code(
    "DA024",
    "table-shape",
    Harm.MISLEADS,
    "a cell too many or too few puts a figure under another option",
)
EMPTY_CELL = _code(
    "DA025", "empty-cell", Harm.MISLEADS, "an empty cell can mean zero, none, or not known"
)
BAD_FIGURE = _code(
    "DA026",
    "bad-figure",
    Harm.MISLEADS,
    "only a figure that is read exactly can be shown in every form",
)
UNKNOWN_FIELD = _code(
    "DA027", "unknown-field", Harm.LEAVES_OUT, "a misspelt field would be lost in silence"
)
DUPLICATE_FIELD = _code(
    "DA028", "duplicate-field", Harm.MISLEADS, "with two values, either could be meant"
)
BAD_FIELD_VALUE = _code(
    "DA029", "bad-field-value", Harm.LEAVES_OUT, "a value that cannot be read cannot be shown"
)
MISPLACED = _code(
    "DA030", "misplaced", Harm.LEAVES_OUT, "what stands where it has no place would be lost"
)
WRONG_QUOTES = _code(
    "DA031", "curly-quotes", Harm.HOUSEKEEPING, "only straight double quotes hold a value together"
)
TAB = _code(
    "DA032",
    "tab",
    Harm.HOUSEKEEPING,
    "a tab counts as another width in each editor and can change the structure",
)
COMMENT_IN_PUBLISHED = _code(
    "DA033",
    "comment-in-published",
    Harm.HOUSEKEEPING,
    "a note between authors is no part of a published aid",
)
TOO_DEEP = _code(
    "DA034",
    "too-deep",
    Harm.HARD_TO_USE,
    "lists within lists within lists cannot be followed by a reader",
)
BAD_WAIVER = _code(
    "DA035",
    "bad-waiver",
    Harm.HOUSEKEEPING,
    "a rule is set aside in the open, with a name, a date and a reason, or not at all",
)
UNUSED_WAIVER = _code(
    "DA036",
    "unused-waiver",
    Harm.HOUSEKEEPING,
    "a waiver that is no longer needed would hide the next fault",
    Severity.WARNING,
)
ODD_WHITE_SPACE = _code(
    "DA037",
    "odd-white-space",
    Harm.HOUSEKEEPING,
    "a space that is not a space comes with pasted text and breaks searching and line ends",
    Severity.WARNING,
)
UNENCRYPTED_SOURCE = _code(
    "DA038",
    "unencrypted-source",
    Harm.HOUSEKEEPING,
    "a page sent without encryption can be read and changed on its way",
    Severity.NOTICE,
)
MISSING_CLASS = _code(
    "DA039",
    "missing-class",
    Harm.LEAVES_OUT,
    "the page must know what an outcome or a question is before it can show it",
)
MISSING_PICTURE = _code(
    "DA040",
    "missing-picture",
    Harm.LEAVES_OUT,
    "a page with a hole in it misleads, and its words point at nothing",
)
BAD_PICTURE = _code(
    "DA041",
    "bad-picture",
    Harm.HARD_TO_USE,
    "a file that is not the picture it claims to be may not show, or may do harm",
)
BAD_FOLDER = _code(
    "DA042",
    "bad-folder",
    Harm.HOUSEKEEPING,
    "the name of an aid's folder is its address, and answers are kept under it",
)
BAD_DOCUMENT = _code(
    "DA043",
    "bad-document",
    Harm.HOUSEKEEPING,
    "what is said to be done can only be looked up where it is written down",
)
MISSING_SUCCESSOR = _code(
    "DA044",
    "missing-successor",
    Harm.LEAVES_OUT,
    "who is sent to another aid has to find it there",
)
ENDED_WAIVER = _code(
    "DA045",
    "ended-waiver",
    Harm.HOUSEKEEPING,
    "what was right to keep then may be wrong to keep now, so somebody looks again",
    Severity.WARNING,
)
LOOKALIKE = _code(
    "DA046",
    "lookalike-letters",
    Harm.MISLEADS,
    "a word of letters that only look right is read aloud wrongly, and no check and no search finds it",
)
INTERNAL_FAULT = _code(
    "DA099", "internal-fault", Harm.HOUSEKEEPING, "this is a fault of the compiler, not of the aid"
)
