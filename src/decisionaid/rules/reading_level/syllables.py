"""Count the syllables of an English word: by a list where spelling misleads, else by groups of vowels.

Layer 2. Our own rules and our own list (``syllables.txt``), so nothing is fetched and nothing is
asked of a dictionary. Where English speakers differ ("medicine" has 2 or 3), the longer form counts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

LONGEST = 60
"""Letters of one word that are looked at; no English word is longer."""

_NOT_LETTERS = re.compile(r"[^a-z]+")
_GROUP = re.compile(r"[aeiouy]+")

_RESPELT = (
    (re.compile(r"[’']s$|[’']"), ""),
    (re.compile(r"^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])"), "j"),  # years, layer
    (re.compile(r"qu(?=[aeiouy])"), "kw"),
    (re.compile(r"kwe(?=s?$)"), "k"),  # technique
    (re.compile(r"gue(?=s?$)"), "g"),  # tongue
    (re.compile(r"gu(?=[aeiou])"), "g"),  # guess, language
)
"""A consonant that is written with a vowel's letter becomes one; each is done in turn."""

_MORE = re.compile(
    r"(?<![ctsgxln])io(?!ur$)|^lio|ysio"  # period, physio-; not in station, onion, behaviour
    r"|(?<![cstg])ia(?!ge)|[ct]ia(?=te|ti|to)"  # trial, appreciate; not in social, marriage
    r"|iu|ii"  # calcium
    r"|iet|(?:scl?|cl)ien|(?<![ctn])ien(?=ts?$|ce)"  # quiet, science, audience; not in patient
    r"|(?<=[^aeiou])ie(?:rs?|st)$"  # healthier
    r"|(?<!g)e(?=o)|(?<=e)oa"  # osteo-, osteoarthritis; not in surgeon
    r"|(?<=[^aeiouh])eum"  # museum
    r"|^reac(?=t)|^rea(?=[dps]m|ss|pp|dj)|crea(?=t(?!u))|^thea|realit"
    r"|eas?$"  # idea, nausea, diarrhoea
    r"|ua(?!r[dy])|uo|uel|uent?|uity|(?:fl|r)ui(?=[dn])"  # actual, influence, fluid
    r"|[aeiou]ing$|ying|poe[mt]|^coo(?=per|rd)"  # being, carrying, cooperate
    r"|[iay]sms?$|thms?$"  # spasm, rhythm
)
"""Each match is a syllable that its group of vowels hides."""

_FEWER = re.compile(
    r"(?<=[^aeiouy])e$(?<![^aeiouylrw]le)(?<![tbc]re)"  # bone; not in table, litre
    r"|(?<=[^aeiouysxzcg])es$(?<![^aeiouylrw]les)(?<![tbc]res)(?<!ches)(?<!shes)"  # not in changes
    r"|(?<=[^aeiouytd])ed$(?<![^aeiouylrw]led)"  # walked; not in treated, handled
    r"|(?<=[^aeiouyl])(?<!^.)e(?=ment|ful|less|ly$|ness)"  # movement, safely; not in dementia
)
"""Each match is a group of vowels that is not heard."""


@cache
def exceptions() -> dict[str, int]:
    """Return the words of ``syllables.txt`` with their syllables."""
    text = Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8")
    found: dict[str, int] = {}
    for line in text.splitlines():
        count, *words = line.partition("#")[0].split() or ("0",)
        found.update(dict.fromkeys(words, int(count)))
    return found


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return how many syllables a word has, 1 or more; a number in digits counts as 1.

    A word in capitals of up to five letters is read letter by letter: ``NHS`` has 3.
    """
    if len(word) > 1 and word.isupper() and len(word) <= 5:
        known = exceptions().get(word)
        return known or sum(3 if letter == "W" else 1 for letter in word if letter.isalpha()) or 1
    parts = word[:LONGEST].lower().replace("-", " ").split()
    return max(sum(_of_part(part) for part in parts), 1)


def _of_part(word: str) -> int:
    known = exceptions()
    for form in (word, _singular(word)):
        if form in known:
            return known[form]
    for pattern, spelt in _RESPELT:
        word = pattern.sub(spelt, word)
    word = _NOT_LETTERS.sub("", word)
    if not word:
        return 0
    groups = len(_GROUP.findall(word))
    hidden = len(_MORE.findall(word))
    silent = len(_FEWER.findall(word))
    return max(groups + hidden - silent, 1)


def _singular(word: str) -> str:
    """Return the word without the ``s`` of a plural or of possession, which adds no syllable."""
    word = word.removesuffix("'s").removesuffix("’s")
    heard = word.endswith(("ses", "xes", "zes", "ches", "shes", "ces", "ges", "ss", "us", "is"))
    return word if heard else word.removesuffix("s")
