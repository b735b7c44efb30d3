"""A token is found in whatever people and programs make of it on its way; `tests/runtime` reads the same cases."""

import json
import quopri
import textwrap

import pytest

from decisionaid.record.token_text import link_of, token_in_text
from tests.conftest import Golden
from tests.record.hostile_tokens import PATH

TOKEN: str = next(
    case["text"]
    for case in json.loads(PATH.read_text("utf-8"))
    if case["says"] == "the typical record, not pressed"
)
LINK = f"https://clinic.example.org/aids/clinician/#{TOKEN}"
WRONG = TOKEN[:100] + ("A" if TOKEN[100] != "A" else "B") + TOKEN[101:]
FOURS = " ".join(textwrap.wrap(TOKEN, 4))

FOUND = {
    "as it is": TOKEN,
    "a link": LINK,
    "small letters": TOKEN.lower(),
    "a link in small letters": LINK.lower(),
    "a link that a scanner typed with the keys of the United Kingdom": LINK.replace("#", "£"),
    "a scanner with Caps Lock": LINK.swapcase(),
    "a scanner that ends with a line": f"{TOKEN}\r\n",
    "a scanner that ends with a tab": f"{LINK}\t",
    "groups of four": FOURS,
    "groups of four on lines of ten": "\n".join(textwrap.wrap(FOURS, 50)),
    "lines of 40": "\n".join(textwrap.wrap(TOKEN, 40)),
    "lines of 76, quoted": "\n".join(f"> {each}" for each in textwrap.wrap(TOKEN, 76)),
    "a link that was broken": f"{LINK[:70]}\r\n{LINK[70:140]}\r\n{LINK[140:]}",
    "a link that was broken, quoted twice": "\n".join(
        f">> {LINK[at : at + 66]}" for at in range(0, len(LINK), 66)
    ),
    "quoted-printable": quopri.encodestring(LINK.encode()).decode(),
    "a link in pointed brackets": f"See <{LINK}>, please.",
    "a link in quotes": f'<a href="{LINK}">my answers</a>',
    "a link at the end of a sentence": f"It is {LINK}.",
    "a link in a letter": f"Dear Dr Example,\n\nBefore the visit on 12 May:\n{LINK}\n\nYours, A.",
    "a token in a letter": f"My code for the 2 of us:\n\n{TOKEN}\n\n1. Please read it before we meet.",
    "a link whose signs were written by their numbers": LINK.replace("$", "%24").replace(
        "*", "%2A"
    ),
    "signs by their numbers in small letters": LINK.replace("$", "%24").replace("*", "%2a"),
    "unseen signs": "\u200b".join(textwrap.wrap(TOKEN, 30)),
    "soft hyphens": "\u00ad".join(textwrap.wrap(TOKEN, 30)),
    "a mark of byte order": f"\ufeff{TOKEN}",
    "hard spaces": FOURS.replace(" ", "\u00a0"),
    "hyphens of another kind": TOKEN.replace("-", "\u2010"),
    "a minus for a hyphen": TOKEN.replace("-", "\u2212"),
    "a token behind another that was cut": f"{TOKEN[:90]}!\n{TOKEN}",
    "a token, then words": f"{TOKEN} is my code and I hope that it is right",
}
GUESSED = {
    "one sign wrong": WRONG,
    "a link with one sign wrong": LINK.replace(TOKEN, WRONG),
}
NOT_FOUND = {
    "nothing": "",
    "words": "I answered 12 questions, 1 of them twice. 2nd line.",
    "a link without a token": "https://clinic.example.org/clinician/",
    "a number": "1234567890",
    "a letter with many numbers": "Ring 0123 456 7890, or 1 555 0100 before 12.30.",
    "a record": '{"format":"decisionaid.record/1","id":"1"}',
    "a name of all objects": "__proto__",
}


@pytest.mark.parametrize("says", FOUND)
def test_a_token_is_found(says: str) -> None:
    assert token_in_text(FOUND[says]) == TOKEN


@pytest.mark.parametrize("says", GUESSED)
def test_of_a_token_with_a_wrong_sign_the_whole_of_it_is_found(says: str) -> None:
    assert token_in_text(GUESSED[says]) == WRONG


@pytest.mark.parametrize("says", NOT_FOUND)
def test_where_there_is_none_none_is_found(says: str) -> None:
    assert token_in_text(NOT_FOUND[says]) is None


def test_a_link_has_the_token_behind_its_mark_and_nothing_else() -> None:
    assert link_of("https://example.org/clinician/", "1A") == "https://example.org/clinician/#1A"
    assert (
        link_of("https://example.org/clinician/#1B#2", "1A") == "https://example.org/clinician/#1A"
    )


def test_the_other_language_finds_the_same(golden: Golden) -> None:
    found = {
        **dict.fromkeys(FOUND, TOKEN),
        **dict.fromkeys(GUESSED, WRONG),
        **dict.fromkeys(NOT_FOUND),
    }
    texts = FOUND | GUESSED | NOT_FOUND
    golden(
        "records/token-texts.json",
        [{"says": says, "text": text, "found": found[says]} for says, text in texts.items()],
    )
