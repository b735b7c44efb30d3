"""The English words of pages, for tests that hold pages against them."""

from collections.abc import Iterator
from itertools import product

from decisionaid.language import words_in
from decisionaid.language.patterns import Choice, Pattern, Place
from decisionaid.render.words.for_scripts import Page, messages_for

ENGLISH = words_in("en-GB")
say = ENGLISH.say


def script_texts(page: Page) -> dict[str, str]:
    """Return what the scripts of a kind of page say, as far as it is one text."""
    return {key: text for key, text in messages_for(page, ENGLISH).items() if isinstance(text, str)}


def texts_of(pattern: Pattern) -> Iterator[str]:
    """Yield every text that a pattern can become, its places as ``{name}``."""
    ways = [list(_ways(part)) for part in pattern]
    return ("".join(parts) for parts in product(*ways))


def _ways(part: str | Place | Choice) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Place(name=name):
            yield f"{{{name}}}"
        case Choice(forms=forms):
            for form in forms.values():
                yield from texts_of(form)
