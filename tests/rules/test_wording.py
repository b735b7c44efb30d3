"""What the rules on wording find, on aids made of models. One finding of each is on its page, too."""

from __future__ import annotations

from datetime import date

import pytest

from decisionaid.compiler import compile_aid
from decisionaid.diagnostics import Finding
from decisionaid.model.aid import Aid
from decisionaid.model.development import Attestation
from decisionaid.model.sections import (
    Item,
    KnowledgeCheck,
    KnowledgeSection,
    QuestionsSection,
    RedFlagsSection,
    SupportSection,
    UncertainSection,
)
from decisionaid.rules import RuleContext, hard_to_read, wording
from decisionaid.rules.reading_level import AIMED_AGE, HARD_AGE
from decisionaid.rules.reading_level.word_lists import hard_words, loaded_words
from tests.conftest import ROOT
from tests.cpu_time import MAX_EXPONENT, slope, taken
from tests.rules.example_aid import PAIN, SICK, example_aid, outcome, prose, sections

RULES = (*wording.RULES, *hard_to_read.RULES)


def findings(aid: Aid, *numbers: str) -> list[tuple[str, Finding]]:
    """Return what the rules on wording find, all of them or those with these numbers."""
    context = RuleContext()
    return [
        (rule.code.number, finding)
        for rule in RULES
        for finding in rule.check(aid, context)
        if not numbers or rule.code.number in numbers
    ]


def codes_of(aid: Aid) -> list[str]:
    return [number for number, _finding in findings(aid)]


def saying(*paragraphs: str, **changes: object) -> Aid:
    return example_aid(opening=prose(*paragraphs), **changes)


def words_of(aid: Aid, number: str) -> list[str]:
    return [finding.words for _number, finding in findings(aid, number)]


def test_an_aid_in_plain_words_has_none() -> None:
    assert findings(example_aid()) == []


# Hard words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You take an analgesic.", "analgesic"),
        ("Analgesics are given.", "Analgesics"),
        ("An adverse event is noted.", "adverse event"),
        ("It is a Myocardial infarction.", "Myocardial infarction"),
        ("Do it prior to the visit.", "prior to"),
        ("This is non-invasive.", "non-invasive"),
    ],
)
def test_a_hard_word_is_found_as_it_is_written(text: str, words: str) -> None:
    assert words_of(saying(text), "DA803") == [words]


def test_a_hard_word_is_named_once_with_all_its_places() -> None:
    aid = saying("An analgesic helps.", "Two analgesics help. An analgesic can harm.")
    [(_number, finding)] = findings(aid, "DA803")
    assert finding.path == ("opening", 0)
    assert finding.also == (("opening", 1),)
    assert "(here and in 1 more)" in finding.message
    assert "'painkiller (analgesic)'" in finding.help


@pytest.mark.parametrize(
    "text",
    [
        "A painkiller (analgesic) helps. An analgesic can harm.",
        "An analgesic (painkiller) helps. Analgesics can harm.",
    ],
)
def test_a_word_that_is_explained_in_brackets_is_allowed(text: str) -> None:
    assert findings(saying(text)) == []


def test_the_name_of_the_condition_and_of_an_option_is_no_hard_word() -> None:
    aid = example_aid(title="What to do about chronic thrombosis")
    assert words_of(aid, "DA803") == ["chronic", "thrombosis"]
    assert aid.condition is not None
    named = aid.condition.model_copy(update={"name": "Chronic thrombosis"})
    assert findings(aid.model_copy(update={"condition": named})) == []


def test_an_office_word_is_swapped_and_not_explained() -> None:
    [(_number, finding)] = findings(saying("You commence the tablets."))
    assert finding.message == "'commence' can be said in a plainer way"
    assert finding.help == "write 'start'"


# Words that lean


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You simply take a tablet.", "simply"),
        ("It is the gold standard.", "gold standard"),
        ("Most people choose it.", "Most people choose"),
        ("You should have it.", "You should"),
        ("We recommend it.", "We recommend"),
        ("Sadly, it can hurt.", "Sadly"),
        ("It is safe.", "safe"),
        ("Some suffer from it.", "suffer"),
        ("It is the right choice.", "right choice"),
        ("A lot of people choose it.", "A lot of people choose"),
        ("It is the most effective one.", "most effective"),
    ],
)
def test_a_word_that_leans_is_found_as_it_is_written(text: str, words: str) -> None:
    assert words_of(saying(text), "DA205") == [words]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("You simply take a tablet.", "leave it out: 'You take a tablet.'"),
        ("Sadly, it can hurt.", "leave it out: 'It can hurt.'"),
        ("You should have it.", "write 'you can' in its place"),
        ("It is safe.", "name the figures for its harms"),
    ],
)
def test_what_to_write_instead_is_said(text: str, instead: str) -> None:
    [(_number, finding)] = findings(saying(text), "DA205")
    assert finding.help == instead


@pytest.mark.parametrize(
    "text",
    [
        "The commonly used tablet is adjusted.",
        "It can make you unsafe on your feet.",
        "Some feel better, some feel worse.",
    ],
)
def test_a_word_within_another_does_not_lean(text: str) -> None:
    assert findings(saying(text), "DA205") == []


def test_commands_are_right_in_an_emergency_and_facts_to_check_may_be_false() -> None:
    lean = "You must only call us, it is safe."
    flags = RedFlagsSection(heading="Now", body=prose(lean), flags=(Item(id="x", text=lean),))
    check = KnowledgeCheck(id="c", statement="Only the safe tablet is best.")
    facts = KnowledgeSection(heading="Facts", checks=(check,))
    aid = example_aid(sections=(*sections(PAIN, SICK), flags, facts))
    assert findings(aid, "DA205") == []


def test_what_is_unknown_and_what_people_ask_may_use_small_words_but_commands_are_found() -> None:
    unknown = UncertainSection(heading="U", body=prose("We only know a little."))
    ask = QuestionsSection(heading="Q", items=(Item(id="q", text="Is it safe for me?"),))
    support = SupportSection(heading="S", body=prose("You should call us."))
    aid = example_aid(sections=(*sections(PAIN, SICK), unknown, ask, support))
    assert words_of(aid, "DA205") == ["You should"]


def test_a_note_on_a_study_may_say_only() -> None:
    cells = {cell.option: cell.figure for cell in PAIN.cells if cell.figure}
    row = outcome("pain", cells, note="The source only gives one of them.")
    assert findings(example_aid(row, SICK)) == []


# Long sentences

TWENTY = " ".join(["word"] * 19) + " end."


def test_twenty_words_are_enough_and_one_more_is_too_many() -> None:
    assert findings(saying(TWENTY)) == []
    [(_number, finding)] = findings(saying(f"One {TWENTY}"))
    assert finding.message == "this sentence has 21 words, and 20 are enough"


def test_a_sentence_is_cut_in_two_where_that_is_safe() -> None:
    text = "You take the tablet each day with some water or milk, and the nurse looks at your arm at each visit."
    [(_number, finding)] = findings(saying(text), "DA804")
    assert finding.help.endswith(
        "'You take the tablet each day with some water or milk. "
        "The nurse looks at your arm at each visit.'"
    )


def test_only_the_long_sentence_of_a_paragraph_is_marked() -> None:
    source = (ROOT / "tests" / "rules" / "specimen.md").read_text(encoding="utf-8")
    long = (
        "You can talk with your health team and with your friends and\n"
        "with all the others whom you trust and like to hear."
    )
    text = source.replace("You can talk with your health team.", f"You can talk. {long}\nDo so.")
    found = compile_aid(text, RULES).diagnostics
    first = next(n for n, line in enumerate(text.splitlines(), 1) if "You can talk." in line)
    places = [(each.code.number, each.span) for each in found]
    assert places == [("DA804", (first, 15, first + 1, 53))]


def test_a_word_is_marked_where_it_stands_alone() -> None:
    source = (ROOT / "tests" / "rules" / "specimen.md").read_text(encoding="utf-8")
    body = "You commonly take it, and you only take one."
    text = source.replace("You take the example treatment each day.", body)
    [found] = compile_aid(text, RULES).diagnostics
    line = text.splitlines()[found.span.line - 1]
    assert found.span.column == line.index(" only ") + 2
    assert found.span.end_column == found.span.column + len("only")


def test_a_cell_that_is_no_sentence_is_short() -> None:
    for count, expected in ((12, []), (13, ["DA804"])):
        source = (ROOT / "tests" / "rules" / "specimen.md").read_text(encoding="utf-8")
        text = source.replace("Take one tablet each day.", " ".join(["word"] * count))
        found = compile_aid(text, RULES).diagnostics
        assert [each.code.number for each in found] == expected


# The reading level

HARD = "Physiotherapists individualise your rehabilitation programme accordingly."


def test_an_aid_that_is_hard_to_read_is_found_with_its_hardest_sentences() -> None:
    found = findings(saying(*[HARD] * 30), "DA802")
    [(_number, finding)] = found
    assert finding.path == ("title",)
    assert finding.message.startswith("the aid reads at about age ")
    assert HARD in finding.help
    assert "(long words: " in finding.help
    assert finding.also[0] == ("opening", 0)


def test_an_easy_sentence_is_not_named_as_hard_only_because_few_are_harder() -> None:
    easy = "We ate our bread by the sea."
    [(_number, finding)] = findings(saying(*[HARD] * 29, easy), "DA802")
    assert HARD in finding.help
    assert easy not in finding.help
    assert len(finding.also) == 1


def test_a_hard_section_of_an_easy_aid_is_found_at_its_place() -> None:
    easy = prose(*["We sat down by the sea and ate our bread."] * 400)
    hard = SupportSection(heading="Help", body=prose(*[HARD] * 20))
    aid = example_aid(opening=easy, sections=(*sections(PAIN, SICK), hard))
    [(_number, finding)] = findings(aid, "DA802")
    assert finding.path == ("sections", 6)


MIDDLING = "You can plan with a physiotherapist how to be active again."


def level_codes(aid: Aid) -> list[str]:
    return [number for number, _finding in findings(aid, "DA802", "DA809")]


@pytest.mark.parametrize(
    ("text", "delivery", "expected"),
    [
        ("We sat down by the sea and ate our bread.", None, []),
        (MIDDLING, None, ["DA802"]),
        (MIDDLING, "self", ["DA802"]),
        (MIDDLING, "with-clinician", []),
        (HARD, None, ["DA802", "DA809"]),
        (HARD, "with-clinician", ["DA802", "DA809"]),
    ],
)
def test_the_limit_follows_how_the_aid_is_used_and_a_very_hard_text_is_told_twice(
    text: str, delivery: str | None, expected: list[str]
) -> None:
    assert level_codes(saying(*[text] * 40, delivery=delivery)) == expected


def test_the_limits_are_grades_6_and_9() -> None:
    assert (AIMED_AGE - 5, HARD_AGE - 5) == (6, 9)


def tried(**changes: object) -> Attestation:
    told = {
        "key": "field-test-patients", "done": "yes", "who": ("adults",), "n": 12,
        "date": date(2026, 1, 5), "document": "made/test.md",
    }  # fmt: skip
    return Attestation.model_validate(told | changes)


def test_a_very_hard_text_that_patients_tried_is_only_hard() -> None:
    assert level_codes(saying(*[HARD] * 40, development=(tried(),))) == ["DA802"]


@pytest.mark.parametrize(
    "changes",
    [
        {"done": "no"},
        {"done": "planned"},
        {"n": None},
        {"who": ()},
        {"date": None},
        {"document": None},
        {"key": "field-test-professionals"},
        {"key": "review-patients"},
    ],
)
def test_a_test_that_is_not_proved_or_of_others_does_not_count(changes: dict[str, object]) -> None:
    aid = saying(*[HARD] * 40, development=(tried(**changes),))
    assert level_codes(aid) == ["DA802", "DA809"]
    [(_number, finding)] = findings(aid, "DA809")
    named = tried(**changes).key == "field-test-patients"
    assert finding.path == (("development", 0) if named else ("title",))


def test_a_waiver_silences_the_warning_and_not_the_question_if_anybody_tried_it() -> None:
    source = (ROOT / "tests" / "rules" / "specimen.md").read_text(encoding="utf-8")
    text = source.replace("You can talk with your health team.", " ".join([HARD] * 40))

    def codes(*waived: str) -> list[str]:
        why = "by: Example team, date: 2026-01-15, reason: these are the words that people meet"
        lines = "".join(f"  {number}: {{{why}}}\n" for number in waived)
        head = f"funding: none\nwaivers:\n{lines}" if waived else "funding: none\n"
        found = compile_aid(text.replace("funding: none\n", head), today=date(2026, 6, 1))
        assert found.ok or "DA035" in [each.code.number for each in found.diagnostics]
        return sorted({each.code.number for each in found.diagnostics} - {"DA803"})

    assert codes() == ["DA802", "DA809"]
    assert codes("DA802") == ["DA809"]
    assert codes("DA802", "DA809") == ["DA035", "DA809"]


def test_of_another_language_nothing_is_said_but_that() -> None:
    aid = saying(*[HARD] * 30, "Only an analgesic.", f"One {TWENTY}", language="cy")
    [(number, finding)] = findings(aid)
    assert number == "DA801"
    assert finding.path == ("language",)
    assert not any(letter.isdigit() for letter in finding.message + finding.help)


# The lists


def test_the_lists_are_long_enough_and_no_phrase_stands_twice() -> None:
    for words, least in ((hard_words(), 120), (loaded_words(), 60)):
        listed = words.phrases
        assert len(listed) >= least
        assert len({each.stems for each in listed}) == len(listed)
        assert all(each.instead and each.kind for each in listed)


def test_the_plain_words_hold_no_hard_word_and_lean_to_nothing() -> None:
    for each in hard_words().phrases:
        aid = saying(each.instead)
        assert [finding.words for _number, finding in findings(aid)] == [], each.phrase


# Cost

SHAPES = {
    "a hard word": "An analgesic. ",
    "a word that leans": "only ",
    "one sentence": "word ",
    "brackets": "(a) ",
    "openers of figure names": "[[",
    "short sentences": "a. ",
    "stops and quotes": ". \" ' ",
    "addresses": "www.",
    "mail": "a@",
    "the start of a phrase": "adverse ",
    "one word": "a",
}


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_rules_on_wording_grow_in_step_with_the_text(shape: str) -> None:
    """CPU time at two sizes gives an exponent, measured again when it looks worse than it is."""

    def cost(length: int) -> float:
        aid = saying((shape * length)[:length])
        with taken() as time:
            findings(aid)
        return max(time.seconds, 1e-4)

    tried = (slope(min(cost(8_000) for _ in range(3)), cost(80_000), 10) for _ in range(6))
    assert any(each <= MAX_EXPONENT for each in tried)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_shape_of_text_is_a_fault_of_ours(shape: str) -> None:
    assert all(
        finding.message and finding.help for _number, finding in findings(saying(shape * 50))
    )
