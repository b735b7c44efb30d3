"""Write ``words.js``, what the ways to hand over say and the aid's words; ``back-words.js``; ``keep-words.js``.

Layer 2. An aid's page may fetch no data, and one that was opened from a disk cannot; a script it may run.
The words of the aid are those of its ``aid.json``, letter for letter: tokens go by their order, and the
sheet that a person is shown is made from what the clinician's page makes it from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from decisionaid.language import Words, words_in
from decisionaid.model.words import AidWords
from decisionaid.render.pages.page import SiteView
from decisionaid.render.words.for_scripts import messages_for

KEEP_WORDS: Final = "keep-words.js"
BACK_WORDS: Final = "back-words.js"

_OF_THE_DAY: Final = ("clock", "clock_words", "came_out", "later", "until", "gone", "facts")
"""What words say that no token goes by: it may be otherwise on another day."""
_AROUND_THE_SHEET: Final = (
    "camera.", "cancel", "change.", "code.", "fault.", "idle.", "label.", "list.", "passphrase.",
    "paste.", "picture.", "practice.",
    # Nothing that is answered on a page is from paper.
    "flag.paper_", "flag.red_paper", "paper.", "sheet.leaning_crossed", "sheet.leaning_unread",
    "sheet.say_first_crossed", "sheet.say_first_unread", "typed_by.", "unclear.",
)  # fmt: skip
"""What the clinician's page says of itself, and no preview of a sheet."""


def words_script(words: AidWords, site: SiteView, published: AidWords) -> str:
    """Return the script that hands the words of an aid to the page that asked for it.

    ``published`` are those that tokens are read with. They stand in it only where they would make other
    tokens, as when they were released and the text is put into words otherwise since.
    """
    clinician = words_in(site.language)
    messages = {
        "ways": messages_for("ways", words_in(words.language)),
        "clinician": {
            name: each
            for name, each in messages_for("clinician", clinician).items()
            if not name.startswith(_AROUND_THE_SHEET)
        },
    }
    said = json.dumps(messages, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    way = f'"language":"{clinician.language}","direction":"{clinician.direction}"'
    if _for_tokens(words) != _for_tokens(published):
        way += f',"tokens":{published.model_dump_json()}'
    detail = f'{{"aid":{words.model_dump_json()},"messages":{said},{way}}}'
    event = f'new CustomEvent("decisionaid-words",{{detail:{detail}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"


def keep_words_script(words: Words, *, of_plan: bool = False) -> str:
    """Return the script that hands over what is said of keeping, in the language of a page.

    ``of_plan``: a plan is kept and no answers, and some of it is said otherwise.
    """
    messages = messages_for("keep", words) | (messages_for("keep_plan", words) if of_plan else {})
    said = json.dumps(messages, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    event = f'new CustomEvent("decisionaid-keep-words",{{detail:{said}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"


def back_words_script(words: Words, sha256: str, versions: Iterable[bytes] = ()) -> str:
    """Return the script that hands over what is said where answers are brought back, in the language of a page.

    ``versions`` are the words of all texts of the aid, as JSON: a code goes by those that it was made with. Of the
    text with this ``sha256`` the page has the words already.
    """
    said = json.dumps(
        messages_for("back", words), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    others = [each for each in map(json.loads, versions) if each["source_sha256"] != sha256]
    earlier = json.dumps(others, ensure_ascii=False, separators=(",", ":"))
    detail = f'{{"messages":{said},"earlier":{earlier}}}'
    event = f'new CustomEvent("decisionaid-back-words",{{detail:{detail}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"


def _for_tokens(words: AidWords) -> dict[str, Any]:
    left_out = dict.fromkeys(_OF_THE_DAY, True)
    return words.model_dump(exclude=left_out | {"checks": {"__all__": {"explanation"}}})
