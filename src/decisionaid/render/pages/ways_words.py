"""Write ``words.js``: what the ways to hand over say, and the aid's words, as a script.

Layer 2. An aid's page may fetch no data, and one that was opened from a disk cannot; a script it may run.
The words of the aid are those of its ``aid.json``, letter for letter: tokens go by their order, and the
sheet that a person is shown is made from what the clinician's page makes it from.
"""

from __future__ import annotations

import json
from typing import Final

from decisionaid.language import words_in
from decisionaid.model.words import AidWords
from decisionaid.render.pages.page import SiteView
from decisionaid.render.words.for_scripts import messages_for

_AROUND_THE_SHEET: Final = (
    "camera.", "cancel", "change.", "code.", "fault.", "idle.", "label.", "list.", "passphrase.",
    "paste.", "picture.", "practice.",
)  # fmt: skip
"""What the clinician's page says of itself, and no preview of a sheet."""


def words_script(words: AidWords, site: SiteView) -> str:
    """Return the script that hands the words of an aid to the page that asked for it."""
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
    detail = f'{{"aid":{words.model_dump_json()},"messages":{said},{way}}}'
    event = f'new CustomEvent("decisionaid-words",{{detail:{detail}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"
