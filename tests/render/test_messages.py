"""The catalogue of messages is one: a name stands once, whatever part it is in."""

from decisionaid.render.words.messages import MESSAGES, PARTS


def test_a_name_of_a_message_stands_once() -> None:
    assert sum(map(len, PARTS)) == len(MESSAGES)
