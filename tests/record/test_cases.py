"""One corpus of records with verdicts: both languages read the same, leave out the same, refuse the same.

Each case is a change to the text of a sound record; its verdict is written beside it by hand. The
golden file holds the texts, the verdicts and the check number of what is read, and `tests/runtime`
reads it too.
"""

import base64
import html
import json
import quopri
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import pytest
from pydantic_core import to_jsonable_python

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.record import PartName, Record
from decisionaid.record.recovered import Recovered, recovered
from tests.conftest import Golden
from tests.model.test_record_golden import MUCH_SAID, sealed

WHOLE: tuple[str, ...] = ()
SOUND = sealed(MUCH_SAID).model_dump_json()
IN_PAGE = SOUND.replace("<", "\\u003c")
MARK = '<meta name="application-name" content="decisionaid">'
BLOCK = '<script type="application/json" id="decisionaid-record">'
ASCII = json.dumps(json.loads(SOUND), separators=(",", ":")).replace("<", "\\u003c")
LINES = ASCII.replace(',"', ',\n"')
PAGE = f"<!doctype html>\n{MARK}\n{BLOCK}\n{LINES}\n</script>\n"
CURLY = re.sub('"([^"]*)"', "“\\1”", PAGE).replace("'", "’")


@dataclass(frozen=True)
class Case:
    """A text, and what is to become of it: a fault, or the parts that are left out."""

    text: str
    verdict: str | tuple[str, ...]
    is_altered: bool = False


def put(old: str, new: str) -> str:
    """Return the sound record with other text in it, and the check number that fits."""
    text = SOUND.replace(old, new, 1)
    assert text != SOUND
    return resealed(text)


def resealed(text: str) -> str:
    try:
        seal = record_checksum(json.loads(text, parse_int=float, parse_float=float))
    except (ValueError, RecursionError):
        return text
    return re.sub(r'"crc32":"[0-9a-f]{8}"', f'"crc32":"{seal}"', text)


def more(written: str) -> str:
    """Return the sound record with a field that nobody knows."""
    return put('"rev":3', f'"rev":3,"more":{written}')


def nested(times: int) -> str:
    return more("[" * times + "]" * times)


def number(written: str) -> str:
    """Return the record with another way to write the nine of a rating."""
    return put('"value":9', f'"value":{written}')


def part(name: str, data: object) -> str:
    return resealed(json.dumps(json.loads(SOUND) | {name: data}, separators=(",", ":")))


SIGNS = [f"sign-{n}" for n in range(31)]
LABELS = {f"values/a{n}": "x" for n in range(121)}
RATING = {"kind": "importance", "id": "a", "wording": "0" * 16, "state": "answered", "value": 1}
RANKING = {"kind": "ranking", "id": "b", "wording": "0" * 16, "state": "answered"}
GIVEN = {"state": "answered", "item": "work"}
OPEN = {"state": "unanswered", "item": None}
FEW = {"items": ["work", "sleep", "cost"], "most": GIVEN, "least": OPEN}
PICKS = {"kind": "picks", "id": "b", "wording": "0" * 16, "state": "answered", "blocks": [FEW]}


def picks(**changes: object) -> str:
    """Return the record with picks alone, one block of them with these changes."""
    return part("values", [RATING, PICKS | {"blocks": [FEW, FEW | changes]}])


MINE = {"text": "Holding my grandson", "state": "answered", "value": 10}


def concerns(*data: object) -> str:
    """Return the record with these concerns of the person's own alone."""
    return part("own_concerns", list(data))


def kept(*names: str, **parts: object) -> str:
    """Return the record with these parts kept back, and these in the place of its own."""
    sound = json.loads(SOUND)
    words = {
        place: each for place, each in sound["words"].items() if place.split("/")[0] not in names
    }
    data = sound | {"kept_back": names, "words": words} | parts
    return resealed(json.dumps(data, separators=(",", ":")))


NOTHING = to_jsonable_python(
    {name: Record.model_fields[name].default for name in get_args(PartName)}
)
NOBODY = {"state": "unanswered", "option": None, "stage": "unanswered", "role": "unanswered"}

CASES: dict[str, Case] = {
    "as it was saved": Case(SOUND, WHOLE),
    "names in another order": Case(json.dumps(json.loads(SOUND), sort_keys=True, indent=1), WHOLE),
    "a whole number as a fraction": Case(number("9.0"), WHOLE),
    "a whole number with a power of ten": Case(number("90e-1"), WHOLE),
    "nothing, from below": Case(put('"value":0', '"value":-0'), WHOLE),
    "a fraction": Case(number("9.5"), ("values/1",)),
    "a number out of range": Case(number("11"), ("values/1",)),
    "a number that no computer holds": Case(number("1e999"), ("values/1",)),
    "a number as a text": Case(number('"9"'), ("values/1",)),
    "yes for a number": Case(number("true"), ("values/1",)),
    "no number": Case(number("null"), ("values/less-pain",)),
    "not a number": Case(number("NaN"), "damaged"),
    "a huge count of saves": Case(put('"rev":3', '"rev":1e300'), ("rev",)),
    "a count of saves in many digits": Case(put('"rev":3', f'"rev":{"3" * 400}'), ("rev",)),
    "numbers of all kinds": Case(
        more("[1e21,1e20,0.1,1e-6,1e-7,-0.0,5e-324,123456789012345678901,4.50]"), ("more",)
    ),
    "half a pair": Case(put("Not to wait", "Not \\ud83d to wait"), WHOLE),
    "half a pair as a name": Case(put('"rev":3', '"rev":3,"\\udc00":1'), ("\ufffd",)),
    "a pair, written as two": Case(put("Not to wait", "Not \\ud83d\\ude00 to wait"), WHOLE),
    "names that sort otherwise": Case(
        put('"rev":3', '"rev":3,"\uffee":1,"😀":2'), ("\uffee", "😀")
    ),
    "unseen letters": Case(put("Not to wait", "Not\\u0007 \\u202eto\\r\\nwait\\u00a0 "), WHOLE),
    "nested to the limit": Case(nested(63), ("more",)),
    "nested beyond the limit": Case(nested(65), ("more",), is_altered=True),
    "nested a thousand times": Case(nested(1000), ("more",), is_altered=True),
    "nested 50,000 times": Case(nested(50_000), ("more",), is_altered=True),
    "nested beyond the limit at the end": Case(
        f'{SOUND[:-1]},"x":{"[" * 3000}{"]" * 3000}}}', ("x",), is_altered=True
    ),
    "an answer that is nested beyond the limit": Case(
        number("[" * 100 + "]" * 100), ("values/1",), is_altered=True
    ),
    "no format": Case(put('"format":"decisionaid.record/1",', ""), "not_ours"),
    "a newer format": Case(put("record/1", "record/2"), "newer"),
    "a format with a zero": Case(put("record/1", "record/01"), "not_ours"),
    "the digit of another script": Case(put("record/1", "record/२"), "not_ours"),
    "an item twice in an order": Case(put('"work","sleep"', '"work","work"'), ("values/order",)),
    "one question answered twice": Case(
        part("values", [RATING, RATING | {"value": 2}]), ("values/a",)
    ),
    "one feeling said twice": Case(
        part("readiness", [{"id": "sure", "state": "unsure"}] * 2), ("readiness/sure",)
    ),
    "not sure, with a number": Case(
        put(
            '"state":"answered","kind":"importance","id":"less-pain"',
            '"state":"unsure","kind":"importance","id":"less-pain"',
        ),
        ("values/less-pain",),
    ),
    "a group without its name": Case(put('"stratum":"fever"', '"stratum":null'), ("stratum",)),
    "an option without a state": Case(
        part("leaning", {"option": "wait", "role": "together"}), ("leaning",)
    ),
    "an option that is no id": Case(
        part("leaning", {"state": "answered", "option": "Wait now"}), ("leaning/option", "leaning")
    ),
    "an unknown stage": Case(put('"want_advice"', '"sure"'), ("leaning/stage",)),
    "a part of another kind": Case(part("leaning", []), ("leaning",)),
    "a part that is nothing": Case(part("stratum", None), ("stratum",)),
    "an answer that is nothing": Case(part("values", [None, RATING]), ("values/0",)),
    "an answer of no kind": Case(part("values", [RATING | {"kind": "slider"}]), ("values/0",)),
    "an answer that does not say its kind": Case(
        part("values", [{"id": "a", "wording": "0" * 16}]), ("values/0",)
    ),
    "a field too many in an answer": Case(part("values", [RATING | {"weight": 2}]), ("values/0",)),
    "a field too many in a fact": Case(
        part("knowledge", [{"id": "a", "wording": "0" * 16, "right": True}]), ("knowledge/0/right",)
    ),
    "picks": Case(picks(), WHOLE),
    "picks that name one item twice": Case(picks(least=GIVEN), WHOLE),
    "a pick that is none of its block": Case(picks(most=GIVEN | {"item": "other"}), WHOLE),
    "a pick without an item": Case(picks(most=GIVEN | {"item": None}), ("values/b",)),
    "a pick that says nothing of its state": Case(picks(most={"item": "work"}), ("values/1",)),
    "a pick of no state": Case(picks(most=GIVEN | {"state": "maybe"}), ("values/1",)),
    "a block without items": Case(picks(items=None), ("values/1",)),
    "a block of too many items": Case(picks(items=[f"a{n}" for n in range(6)]), ("values/1",)),
    "too many blocks": Case(part("values", [PICKS | {"blocks": [FEW] * 13}]), ("values/0",)),
    "an order of too many": Case(
        part("values", [RATING, RANKING | {"order": [f"a{n}" for n in range(21)]}]), ("values/1",)
    ),
    "a block that is none": Case(
        part("values", [PICKS | {"blocks": ["work"]}, RATING]), ("values/0",)
    ),
    "a fact without its wording": Case(part("knowledge", [{"id": "a"}]), ("knowledge/0",)),
    "a question whose id is none": Case(
        part("questions", [{"id": "A b", "text": "Why?"}]), ("questions/0/id",)
    ),
    "a question without words": Case(part("questions", [{"id": None}]), ("questions/0",)),
    "two questions that are no texts": Case(
        part("questions", [{"text": 1}, {"text": 2}]),
        ("questions/0/text", "questions/0", "questions/0/text", "questions/0"),
    ),
    "a question that is too long": Case(
        part("questions", [{"text": "😀" * 301}]), ("questions/0/text",)
    ),
    "own words that are too long": Case(part("what_matters", "x" * 1501), ("what_matters",)),
    "own words that are no text": Case(part("what_matters", ["x"]), ("what_matters",)),
    "a concern out of range": Case(
        concerns(MINE | {"value": 11}), ("own_concerns/0/value", "own_concerns/0")
    ),
    "a concern with a state and a number": Case(
        concerns(MINE, MINE | {"state": "unsure"}), ("own_concerns/1",)
    ),
    "a concern answered with no number": Case(
        concerns({"text": "Sleep", "state": "answered"}), ("own_concerns/0",)
    ),
    "a concern of no state": Case(
        concerns(MINE | {"state": "maybe"}), ("own_concerns/0/state", "own_concerns/0")
    ),
    "a concern with a weight": Case(concerns(MINE | {"weight": 2}), ("own_concerns/0/weight",)),
    "a concern without words": Case(concerns({"state": "unsure"}, MINE), ("own_concerns/0",)),
    "a concern that is too long": Case(
        concerns(MINE | {"text": "😀" * 301}), ("own_concerns/0/text",)
    ),
    "a concern too many": Case(concerns(*[MINE] * 6), ("own_concerns",)),
    "a concern too many, and one that says two things": Case(
        concerns(*[MINE] * 5, MINE | {"state": "unsure"}), ("own_concerns",)
    ),
    "a concern too many, and one before it that says two things": Case(
        concerns(MINE | {"state": "unsure"}, *[MINE] * 5), ("own_concerns", "own_concerns/0")
    ),
    "a concern too many, and one that is of no state": Case(
        concerns(MINE | {"state": "maybe"}, *[MINE] * 5),
        ("own_concerns", "own_concerns/0/state", "own_concerns/0"),
    ),
    "a concern twice": Case(concerns(MINE, MINE), WHOLE),
    "concerns that are no list": Case(part("own_concerns", {"0": MINE}), ("own_concerns",)),
    "a part that is kept back": Case(kept("leaning", leaning=NOBODY, noted=[]), WHOLE),
    "a part that is kept back and not there": Case(kept("ideas", ideas=[]), WHOLE),
    "all that can be kept back": Case(
        kept(*get_args(PartName), **NOTHING, noted=[]),
        WHOLE,
    ),
    "a part that is kept back and says its empty state in part": Case(
        kept("leaning", "filled_in_by", leaning={}, filled_in_by={"helper": " "}, noted=[]), WHOLE
    ),
    "a part that is kept back and holds answers": Case(kept("knowledge"), ("knowledge",)),
    "a part that is kept back and holds what was asked": Case(
        kept("readiness", readiness=[{"id": "sure"}]), ("readiness",)
    ),
    "own words that are kept back and there": Case(kept("what_matters"), ("what_matters",)),
    "a leaning that is kept back and told": Case(kept("leaning"), ("leaning", "noted")),
    "a leaning that is kept back and told beside it": Case(
        kept("leaning", leaning=NOBODY), ("noted",)
    ),
    "what matters is kept back and told beside it": Case(
        kept("values", values=[], noted=[{"kind": "alike", "text": "All are 7"}]), ("noted",)
    ),
    "an own concern that is kept back and may be quoted": Case(
        kept(
            "own_concerns",
            own_concerns=[],
            noted=[{"kind": "alike", "text": "All are 7: “Holding him”"}],
        ),
        ("noted",),
    ),
    "an own concern that is kept back, there and quoted": Case(
        kept(
            "own_concerns",
            own_concerns=[MINE],
            noted=[
                {"kind": "order", "text": "You put “Holding my grandson” first."},
                {"kind": "order", "text": "You put work first."},
            ],
        ),
        ("own_concerns", "noted"),
    ),
    "a leaning that is kept back and named by a label": Case(
        kept("leaning", leaning=NOBODY, noted=[], words={"leaning/wait": "Wait", "values/a": "A"}),
        ("words",),
    ),
    "a label of another part that begins alike": Case(
        kept("ideas", ideas=[], words={"values/ideas": "Ideas"}), WHOLE
    ),
    "a part that is kept back twice": Case(kept("ideas", "ideas", ideas=[]), WHOLE),
    "a part that nobody can keep back": Case(kept("aid"), ("kept_back/0",)),
    "a part that is kept back by a name of all objects": Case(
        kept("__proto__", "constructor"), ("kept_back/0", "kept_back/0")
    ),
    "more kept back than there is": Case(kept(*["ideas"] * 13, ideas=[]), ("kept_back",)),
    "what is kept back is no list": Case(part("kept_back", "leaning"), ("kept_back",)),
    "a view that is too long": Case(
        part("filled_in_by", {"role": "carer", "view": "x" * 1501}), ("filled_in_by/view",)
    ),
    "what is worth talking about, of no kind": Case(
        part("noted", [{"kind": "score", "text": "7"}]), ("noted/0/kind", "noted/0")
    ),
    "what is worth talking about, on lines of its own": Case(
        part("noted", [{"kind": "alike", "text": "a\u202e\nb"}]), WHOLE
    ),
    "a warning sign too many": Case(part("red_flags", SIGNS), ("red_flags",)),
    "a warning sign twice": Case(part("red_flags", ["a", "b", "a"]), WHOLE),
    "a warning sign that is no id": Case(part("red_flags", ["a", "B"]), ("red_flags/1",)),
    "a label too many": Case(part("words", LABELS), ("words",)),
    "a label of what is no place": Case(
        part("words", {"__proto__": "x", "values/a": "b"}), ("words/__proto__",)
    ),
    "a label that is no text": Case(part("words", {"values/a": 7}), ("words/values/a",)),
    "a label that is too long": Case(part("words", {"values/a": "x" * 301}), ("words/values/a",)),
    "a name that all objects have": Case(
        put('"rev":3', '"rev":3,"__proto__":{"a":1},"constructor":1'), ("__proto__", "constructor")
    ),
    "one name twice": Case(put('"rev":3', '"rev":2,"rev":3'), ("rev",), is_altered=True),
    "a part twice, the first time empty": Case(
        SOUND.replace('"values":', '"values":[],"values":'), ("values",), is_altered=True
    ),
    "a part twice, the second time empty": Case(
        f'{SOUND[:-1]},"values":[]}}', ("values",), is_altered=True
    ),
    "a name twice within an answer": Case(
        number('2,"v\\u0061lue":9'), ("values",), is_altered=True
    ),
    "no id": Case(put('"id":"00112233445566778899aabbccddeeff",', ""), "damaged"),
    "no aid": Case(part("aid", None), "damaged"),
    "an aid without a version": Case(put('"version":"1.2.0",', ""), "damaged"),
    "a time that is none": Case(part("updated", "yesterday"), "damaged"),
    "501 fields that nobody knows": Case(
        resealed(json.dumps(json.loads(SOUND) | {f"a{n}": 1 for n in range(501)})), "damaged"
    ),
    "a letter changed": Case(SOUND.replace("Not to", "Now to"), WHOLE, is_altered=True),
    "a letter of another encoding": Case(
        SOUND.replace("“Ana”", "\ufffdAna\ufffd"), WHOLE, is_altered=True
    ),
    "a check number in capitals": Case(
        re.sub("(?<=crc32.{3})[0-9a-f]+", lambda seal: seal[0].upper(), SOUND),
        WHOLE,
        is_altered=True,
    ),
    "cut in the middle of an answer": Case(
        SOUND[: SOUND.index('"kind":"ranking"') + 30],
        (
            "values",
            "what_matters",
            "own_concerns",
            "knowledge",
            "questions",
            "leaning",
            "readiness",
            "ideas",
            "noted",
            "words",
        ),
        is_altered=True,
    ),
    "cut in its first words": Case(SOUND[:60], "damaged"),
    "lines of 70 letters": Case(re.sub("(.{70})", r"\1\r\n", SOUND), WHOLE),
    "a line for each space": Case(SOUND.replace(" ", "\n"), WHOLE),
    "a page": Case(f"<html>{BLOCK}\n{IN_PAGE}\n</script></html>", WHOLE),
    "a page that was turned around": Case(
        f"<SCRIPT ID=decisionaid-record\nTYPE='x'>{IN_PAGE}</SCRIPT >", WHOLE
    ),
    "a page without an end": Case(f"<html>{BLOCK}{IN_PAGE}", WHOLE),
    "a page without its record": Case(
        '<meta content="decisionaid" name="application-name">', "damaged"
    ),
    "a page of a plan": Case(MARK.replace('"decisionaid"', '"decisionaid plan"'), "not_ours"),
    "a mark of byte order": Case(f"\ufeff{SOUND}", WHOLE),
    "a raw tab": Case(SOUND.replace("Not to", "Not\tto"), "damaged"),
    "too large": Case(more(f'"{"x" * 200_000}"'), "too_large"),
    "other JSON": Case('{"a":1}', "not_ours"),
    "a list": Case(f"[{SOUND}]", "damaged"),
    "quoted lines": Case(re.sub("(?m)^", "> ", PAGE), WHOLE),
    "lines quoted twice": Case(re.sub("(?m)^", ">> > ", PAGE), WHOLE),
    "a hard space behind a colon": Case(SOUND.replace('"rev":', '"rev":\u00a0'), WHOLE),
    "hard spaces for spaces": Case(ASCII.replace(" ", "\u00a0"), WHOLE),
    "unseen spaces between parts": Case(ASCII.replace(',"', ',\u200b"'), WHOLE),
    "quotes by their name": Case(BLOCK + ASCII.replace('"', "&quot;") + "</script>", WHOLE),
    "quotes by their number": Case(ASCII.replace('"', "&#34;"), WHOLE),
    "a page as the text of a page": Case(html.escape(PAGE), WHOLE),
    "curly quotes throughout": Case(CURLY, WHOLE),
    "curly quotes, and a letter changed": Case(
        CURLY.replace("Not to", "Now to"), WHOLE, is_altered=True
    ),
    "curly quotes, cut": Case(CURLY[: CURLY.index("words")], ("noted", "words"), is_altered=True),
    "quoted-printable": Case(quopri.encodestring(PAGE.encode()).decode(), WHOLE),
    "quoted-printable, bare": Case(quopri.encodestring(SOUND.encode()).decode(), WHOLE),
    "a letter with its head and quoted-printable": Case(
        f"Subject: My answers\n\n{quopri.encodestring(PAGE.encode()).decode()}", WHOLE
    ),
    "base64": Case(base64.encodebytes(PAGE.encode()).decode(), WHOLE),
    "base64 in one line": Case(base64.b64encode(PAGE.encode()).decode(), WHOLE),
    "a letter with its head and base64": Case(
        "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(PAGE.encode()).decode().replace("\n", "\r\n")
        + "\r\n--x--",
        WHOLE,
    ),
    "base64 that is cut": Case(
        base64.encodebytes(PAGE.encode()).decode()[:-900],
        ("ideas", "noted", "words"),
        is_altered=True,
    ),
    "base64 of something else": Case(
        base64.encodebytes(b"A made-up letter. " * 20).decode(), "not_ours"
    ),
    "base64 with other signs in it": Case(
        re.sub("(.{30})", r"\1*", base64.b64encode(PAGE.encode()).decode()), "damaged"
    ),
    "two bytes for a letter": Case("\ufffd\ufffd" + "".join(f"{a}\x00" for a in PAGE), WHOLE),
    "what a person typed looks like names of signs": Case(
        put("Not to wait", "Not =3D &quot; to > wait"), WHOLE
    ),
    "the page's name for its block alone": Case("id=“decisionaid-record”", "damaged"),
    "two pages": Case(PAGE + PAGE, "two"),
    "a page, and one that is cut": Case(PAGE + MARK, "two"),
    "two pages, the second changed by mail": Case(
        PAGE + quopri.encodestring(PAGE.encode()).decode(), "two"
    ),
    "two bare records": Case(f"{SOUND}\n{SOUND}", "two"),
    "two records in base64": Case(base64.encodebytes((PAGE + PAGE).encode()).decode(), "two"),
    "a record and words that speak of one": Case(
        put("Not to wait", '\\"format\\":\\"decisionaid.record/1\\"'), WHOLE
    ),
    "nothing": Case("", "not_ours"),
}


def verdict_on(text: str) -> dict[str, object]:
    """Return what becomes of a text, as data."""
    found = recovered(text)
    if not isinstance(found, Recovered):
        return {"fault": found}
    reads_as = record_checksum(found.record.model_dump(mode="json"))
    return {"left": list(found.left), "is_altered": found.is_altered, "reads_as": reads_as}


@pytest.mark.parametrize("says", CASES)
def test_the_verdict_is_the_one_beside_the_case(says: str) -> None:
    case = CASES[says]
    verdict = verdict_on(case.text)
    if isinstance(case.verdict, str):
        assert verdict == {"fault": case.verdict}
    else:
        assert (verdict.get("left"), verdict.get("is_altered")) == (
            list(case.verdict),
            case.is_altered,
        )


@pytest.mark.long
def test_the_other_language_reads_the_same_cases(golden: Golden) -> None:
    golden(
        "records/cases.json",
        # Texts in letters of ASCII: halves of pairs cannot stand in a file.
        [
            {"says": says, "text": case.text, **verdict_on(case.text)}
            for says, case in CASES.items()
            if len(case.text) < LONG
        ],
    )


LONG = 20_000
"""A longer text is made where it is read."""


@pytest.mark.parametrize("spoil", [lambda text: text[::2], lambda text: text[::-1], str.upper])
def test_whatever_stands_there_nothing_is_raised(spoil: Callable[[str], str]) -> None:
    for case in CASES.values():
        verdict_on(spoil(case.text))


NUMBERS = {
    9.0: "9",
    -2.50: "-2.5",
    -0.0: "0",
    1e20: "100000000000000000000",
    1e21: "1e+21",
    1e-6: "0.000001",
    1.5e-7: "1.5e-7",
    float("inf"): "null",
    2**70: "1.1805916207174113e+21",
}


@pytest.mark.parametrize(("number", "written"), NUMBERS.items())
def test_numbers_are_written_as_browsers_write_them(number: float, written: str) -> None:
    assert canonical_json(number) == written
