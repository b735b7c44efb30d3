"""Values of a place's file that look sound and are not: refused in their line, with the reason and what to write."""

import pytest

from tests.rules.place_examples import SPECIMEN, compiled_place

TEXT = SPECIMEN.read_text(encoding="utf-8")


def faults_of(text: str) -> list[tuple[str, int, str, str | None]]:
    """Return what is wrong with a place: the rule, the line, and what is said of it."""
    found = compiled_place(text).diagnostics
    return [(each.code.number, each.span.line, each.message, each.help) for each in found]


def with_value(key: str, value: str) -> tuple[str, int]:
    """Return the specimen with another value for a key of its first service, and the line of that."""
    services = TEXT.index("\nservices:")
    at = TEXT.index(f"\n    {key}:", services) + 1
    end = TEXT.index("\n", at)
    made = f"{TEXT[:at]}    {key}: {value}{TEXT[end:]}"
    return made, made[:at].count("\n") + 1


@pytest.mark.parametrize(
    "value", ["\\u200b", "\\u0301", "\\u0301\\u0301 \\u200b", "\\u3164", "\\ufe0f", "\\u2800"]
)
@pytest.mark.parametrize("key", ["name", "what"])
def test_words_of_which_nothing_can_be_seen_are_none(key: str, value: str) -> None:
    text, line = with_value(key, f'"{value}"')
    said = f"nothing of the value of '{key}' can be seen"
    assert ("DP104", line, said, f"type the words again: {key}: words") in faults_of(text)


@pytest.mark.parametrize("value", ["e\\u0301", "नमस्ते", "שלום", "7", "№", "ㅎ"])
def test_words_of_any_script_are_seen(value: str) -> None:
    text, _line = with_value("name", f'"{value}"')
    assert faults_of(text) == []


def test_a_word_of_helps_with_stands_once() -> None:
    text, line = with_value("helps-with", "[lonely, moving, lonely]")
    assert faults_of(text) == [
        ("DP105", line, "'lonely' stands twice in 'helps-with'", "keep one of the two")
    ]


def test_a_service_stands_once_for_an_option() -> None:
    here = "treatment: {here: yes, contact: surgery"
    assert TEXT.count(here) == 1
    text = TEXT.replace(here, f"{here}, services: [lunch-club, lunch-club]")
    line = text[: text.index(here)].count("\n") + 1
    assert faults_of(text) == [
        ("DP105", line, "'lunch-club' stands twice in 'services'", "keep one of the two")
    ]


@pytest.mark.parametrize(
    ("port", "is_one"),
    [("1", True), ("443", True), ("65535", True), ("0", False), ("65536", False), ("99999", False)],
)
def test_an_address_has_a_port_that_there_is(port: str, is_one: bool) -> None:
    address = f"https://x.example:{port}/"
    text, line = with_value("phone", f"01632 960 021\n    web: {address}")
    said = f"'{address}' has the port {port}, and there is no such port"
    fix = f"take ':{port}' out, or write a port from 1 to 65535"
    assert faults_of(text) == ([] if is_one else [("DP104", line + 1, said, fix)])
