"""Write ``aloud-words.js``: what the page says while it reads aloud, and how signs are said, as a script.

Layer 2. A page may fetch no data, and one that was opened from a disk cannot; a script it may run.
"""

from __future__ import annotations

import json

from decisionaid.language import Words
from decisionaid.render.listening.said import for_the_browser


def aloud_words_script(words: Words) -> str:
    """Return the script that hands the words over to the page that asked for them, at its own element."""
    detail = json.dumps(
        for_the_browser(words), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    event = f'new CustomEvent("decisionaid-words",{{detail:{detail}}})'
    return f"document.currentScript?.dispatchEvent({event});\n"
