"""An aid as it is heard: which words, in which order, and how signs and short forms are said.

Layer 2. The browser reads a step of the page by the same table (``theme/schema/listening.json``) and the
same rules, which it is given with its words; a test holds both against each other.
"""

from decisionaid.render.listening.aloud_words import aloud_words_script
from decisionaid.render.listening.audio_script import audio_script, audio_withdrawn

__all__ = ["aloud_words_script", "audio_script", "audio_withdrawn"]
