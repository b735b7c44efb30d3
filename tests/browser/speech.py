"""A stand-in for the browser's voices, which a browser without a window does not have.

It takes the place of ``speechSynthesis`` and ``SpeechSynthesisUtterance`` before a page's own scripts run. What
is given to be spoken is noted and never heard, so the tests see which words would be said, in which order, by
which voice; how a real voice says them, they cannot.
"""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

LOCAL = {"name": "Here", "lang": "en-GB", "localService": True, "default": True}
REMOTE = {"name": "Elsewhere", "lang": "en-GB", "localService": False, "default": True}

STAND_IN = """(voices) => {
  const heard = { spoken: [], cancelled: 0, ends: true, error: null, voices };
  let now = null;
  const listeners = [];
  class SpeechSynthesisUtterance {
    constructor(text) { Object.assign(this, { text, rate: 1, lang: "", voice: null }); }
  }
  const speechSynthesis = {
    getVoices: () => heard.voices,
    addEventListener: (type, listener) => type === "voiceschanged" && listeners.push(listener),
    cancel() {
      const left = now;
      now = null;
      heard.cancelled += 1;
      // As browsers do: what was cut off says so, late.
      if (left) setTimeout(() => left.onerror?.({ error: "interrupted" }), 1);
    },
    speak(utterance) {
      now = utterance;
      const { text, lang, rate, voice } = utterance;
      heard.spoken.push({ text, lang, rate, voice: voice?.name ?? null });
      setTimeout(() => {
        if (now !== utterance) return;
        if (heard.error) return utterance.onerror?.({ error: heard.error });
        utterance.onstart?.({});
        if (heard.ends) setTimeout(() => { if (now === utterance) { now = null; utterance.onend?.({}); } }, 5);
      }, 5);
    },
  };
  heard.isSpeaking = () => now !== null;
  heard.end = () => { const utterance = now; now = null; utterance?.onend?.({}); };
  heard.tell = (more) => { heard.voices = more; listeners.forEach((listener) => listener({})); };
  Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis, configurable: true });
  window.SpeechSynthesisUtterance = SpeechSynthesisUtterance;
  window.heard = heard;
}"""


def with_voices(page: Page, address: str, voices: Sequence[dict[str, Any]] = (LOCAL,)) -> None:
    """Open a page in a browser that has these voices."""
    import json  # noqa: PLC0415

    page.add_init_script(f"({STAND_IN})({json.dumps(list(voices))})")
    page.goto(address)


def spoken(page: Page) -> list[str]:
    """Return what was given to be spoken so far."""
    said: list[str] = page.evaluate("() => heard.spoken.map(({ text }) => text)")
    return said
