"""What a test finds, in words: a part of the one catalogue.

Layer 2. Each message is a whole sentence or a whole phrase after "With ...", once for one person
(names that end in ``_one``) and once for any other number, so that a translation may change both.
``yes`` and ``no`` are what the test says, ``has`` and ``not`` what is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SCREENING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "test_all": "All",
        "test_people": "{n} {many}",
        "test_caption": "{people}, with {option}",
        "test_caption_alone": "{people}, with this test",
        "test_rounded": "The numbers here are rounded. The source counted {of} {many}.",
        "test_rounded_same": "The numbers here are rounded.",
        "test_yes_has": "the test is right",
        "test_yes_not": "false alarms",
        "test_yes_not_one": "false alarm",
        "test_no_has": "missed by the test",
        "test_no_not": "the test is right",
        "test_have": "{n} have the condition",
        "test_have_one": "{n} has the condition",
        "test_have_not": "{n} do not",
        "test_have_not_one": "{n} does not",
        "test_of_yes": "Of the {people} for whom the test says yes, {have} and {have_not}.",
        "test_of_no": "Of the {people} for whom the test says no, {have} and {have_not}.",
        "test_of_condition": "Of the {people} who have the condition, the test finds {right} and "
        "misses {wrong}.",
        "test_of_others": "Of the {people} who do not have it, the test is right for {right} and gives "
        "a false alarm to {wrong}.",
        "test_no_one_can_tell": "Nobody can tell beforehand which of these groups any one {one} will "
        "be in.",
        "test_unknown": "We do not know how many. {reason}",
        "test_not_found": "We have not found how many. {reason}",
        "test_unknown_total": "not known",
        "test_spoken": "With {option} ({time}), {said}.",
        "test_spoken_alone": "With this test ({time}), {said}.",
        "test_said_start": "we start with {people}",
        "test_said_has": "{n} of {people} have the condition",
        "test_said_has_one": "{n} of {people} has the condition",
        "test_said_not": "{n} of {people} do not have the condition",
        "test_said_not_one": "{n} of {people} does not have the condition",
        "test_said_has_unknown": "we do not know how many of {people} have the condition",
        "test_said_not_unknown": "we do not know how many of {people} do not have the condition",
        "test_said_start_unknown": "we do not know how many people we start with",
        "test_said_yes_unknown": "we do not know for how many of the {people} the test says yes",
        "test_said_no_unknown": "we do not know for how many of the {people} the test says no",
        "test_said_yes": "the test says yes for {n} of {people}",
        "test_said_no": "the test says no for {n} of {people}",
        "test_said_yes_has": "{n} of the {people} for whom the test says yes have the condition, so "
        "the test is right",
        "test_said_yes_has_one": "{n} of the {people} for whom the test says yes has the condition, so "
        "the test is right",
        "test_said_yes_not": "{n} of the {people} for whom the test says yes do not have the "
        "condition, so these are false alarms",
        "test_said_yes_not_one": "{n} of the {people} for whom the test says yes does not have the "
        "condition, so this is a false alarm",
        "test_said_no_has": "{n} of the {people} for whom the test says no have the condition, so the "
        "test misses them",
        "test_said_no_has_one": "{n} of the {people} for whom the test says no has the condition, so "
        "the test misses it",
        "test_said_no_not": "{n} of the {people} for whom the test says no do not have the condition, "
        "so the test is right",
        "test_said_no_not_one": "{n} of the {people} for whom the test says no does not have the "
        "condition, so the test is right",
        "test_said_yes_has_unknown": "we do not know how many of the {people} for whom the test says "
        "yes have the condition ({reason})",
        "test_said_yes_not_unknown": "we do not know how many of the {people} for whom the test says "
        "yes do not have the condition ({reason})",
        "test_said_no_has_unknown": "we do not know how many of the {people} for whom the test says "
        "no have the condition ({reason})",
        "test_said_no_not_unknown": "we do not know how many of the {people} for whom the test says "
        "no do not have the condition ({reason})",
    }
)
