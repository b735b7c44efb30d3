"""A token is found in whatever people and programs make of it on its way; `tests/runtime` reads the same cases."""

import json
import quopri
import textwrap

import pytest

from decisionaid.record.token import TokenFault, record_in_token
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

NEWER = "7" + TOKEN[1:]
NEWER_LINK = LINK.replace(TOKEN, NEWER)
NEWER_FOURS = " ".join(textwrap.wrap(NEWER, 4))
OF_A_NEWER_FORMAT = {
    **{f"one that begins with {sign}": sign + TOKEN[1:] for sign in "345689"},
    "one that begins with 7": NEWER,
    "the fewest signs": NEWER[:40],
    "small letters": NEWER.lower(),
    "a link": NEWER_LINK,
    "a link in small letters": NEWER_LINK.lower(),
    "a link that a scanner typed with the keys of the United Kingdom": NEWER_LINK.replace("#", "£"),
    "a link in pointed brackets in a letter": f"Dear Dr Example,\n<{NEWER_LINK}>\nYours, A.",
    "a link in a letter": f"Before the visit on 12 May:\n{NEWER_LINK}\n\nYours, A.",
    "a scanner that ends with a line": f"{NEWER}\r\n",
    "groups of four": NEWER_FOURS,
    "groups of four on lines of ten": "\n".join(textwrap.wrap(NEWER_FOURS, 50)),
    "lines of 30": "\n".join(textwrap.wrap(NEWER, 30)),
    "lines of 76, quoted": "\n".join(f"> {each}" for each in textwrap.wrap(NEWER, 76)),
    "a link that was broken": f"{NEWER_LINK[:60]}\r\n{NEWER_LINK[60:120]}\r\n{NEWER_LINK[120:]}",
    "quoted-printable": quopri.encodestring(NEWER_LINK.encode()).decode(),
    "signs that were written by their numbers": NEWER.replace("$", "%24").replace("*", "%2A"),
    "unseen signs": "\u200b".join(textwrap.wrap(NEWER, 30)),
    "more signs than any of ours has": NEWER * 60,
}
OURS_ALL_THE_SAME = {
    "behind one of a newer format": f"{NEWER_LINK}\n{LINK}",
    "words with a number, then a token": f"3 of us need it:\n{TOKEN}",
}
NO_NEWER = {
    "39 signs": NEWER[:39],
    "a nought": f"0{NEWER[1:]}",
    "a letter": f"A{NEWER[1:]}",
    "one behind words": f"My code: {NEWER.replace('1', 'X').replace('2', 'Y')}",
    "words that begin with a number": "3 things that I would like to know before I decide about my knee",
    "words of one length": "4 days with less pain that went away when they made some more room here",
    "a list in small letters": "3. ask how long it takes\n4. ask who will help\n5. ask what it may cost",
    "a place on a page": "https://example.org/knee#30-day-mortality-after-knee-replacement-surgery",
    "words behind a number sign": "#5 things that nobody told me about having a new knee and going home",
    "a number of 50 digits": "31415926535897932384626433832795028841971693993751",
    "numbers of telephones": "555-0100/555-0101/555-0102/555-0103/555-0104/555-0105",
    "a sum of a file": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "an id": "550E8400-E29B-41D4-A716-446655440000/550E8400-E29B-41D4-A716-446655440000",
    "threes": "3" * 4000,
    "letters behind a three": "3" + "X" * 4000,
    "a date and a time of many": "2026-11-20T08.00.00Z/2026-11-20T09.00.00Z".replace(
        "2026", "3026"
    ),
    "an address of a building": "56 Made-up Street, Flat 7, Exampletown, EX4 3PL, near the old mill",
}


@pytest.mark.parametrize("says", OF_A_NEWER_FORMAT)
def test_a_token_of_a_newer_format_is_said_to_be_newer(says: str) -> None:
    token = token_in_text(OF_A_NEWER_FORMAT[says])
    assert token is not None
    assert record_in_token(token, lambda _aid, _hash: None) == TokenFault("newer")


@pytest.mark.parametrize("says", OURS_ALL_THE_SAME)
def test_a_sound_token_goes_before_one_of_a_newer_format(says: str) -> None:
    assert token_in_text(OURS_ALL_THE_SAME[says]) == TOKEN


@pytest.mark.parametrize("says", NO_NEWER)
def test_ordinary_text_is_no_token_of_a_newer_format(says: str) -> None:
    assert token_in_text(NO_NEWER[says]) is None


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
    groups = {
        "": FOUND | GUESSED | NOT_FOUND,
        "newer: ": OF_A_NEWER_FORMAT,
        "ours: ": OURS_ALL_THE_SAME,
        "not newer: ": NO_NEWER,
    }
    golden(
        "records/token-texts.json",
        [
            {"says": f"{group}{says}", "text": text, "found": token_in_text(text)}
            for group, texts in groups.items()
            for says, text in texts.items()
        ],
    )
