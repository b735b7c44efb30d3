"""What published standards ask of a decision aid, item by item, and which rules answer it.

Layer 2. The data is ``standards.yaml``; what is said of it, in our own words, is in the catalogue under
the codes of items. An item that was not checked against the original is our own reading: nothing may
be said of it in the standard's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

import yaml

from decisionaid.diagnostics import RuleKind
from decisionaid.model.base import Part
from decisionaid.rules import RULES

if TYPE_CHECKING:
    from decisionaid.language import Words


class Standard(Part):
    """One published standard; ``minimum`` are the parts that it asks of every aid."""

    key: str
    parts: tuple[str, ...]
    """The keys of its parts, in its order."""
    minimum: tuple[str, ...]

    def name(self, words: Words) -> str:
        """Return what it is called."""
        return words.say(f"standard_{self.key}")

    def about(self, words: Words) -> str:
        """Say what it is."""
        return words.say(f"standard_{self.key}_about")

    def source(self, words: Words) -> str:
        """Say where it was published."""
        return words.say(f"standard_{self.key}_source")

    def part(self, words: Words, key: str) -> str:
        """Return what one of its parts is called."""
        return words.say(f"standard_{self.key}_{key}")


class Item(Part):
    """One item of a standard; see ``standards.yaml`` for the fields."""

    standard: str
    part: str
    item: str
    kind: RuleKind
    rules: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    attest: tuple[str, ...] = ()
    written: bool = False
    person: bool = False
    """A person has to look, for a reason that the class alone does not say."""
    verified: bool
    applies: Literal["all", "test", "stories"] = "all"
    shown: str = ""
    """Address of the part that shows it, from the folder of the aid's pages; empty: none does."""

    def asks(self, words: Words) -> str:
        """Say what it asks."""
        return words.say(f"asks_{self._name}")

    def why_a_person(self, words: Words) -> str:
        """Say why a person has to look."""
        return words.say(f"person_{self._name}")

    @property
    def _name(self) -> str:
        return self.item.replace(".", "-")

    @cached_property
    def built(self) -> tuple[str, ...]:
        """Rules that look at the item."""
        return tuple(number for number in self.rules if number in _BUILT)

    @cached_property
    def not_built(self) -> tuple[str, ...]:
        """Rules of the catalogue that the item needs and that are not there yet."""
        return tuple(number for number in self.rules if number not in _BUILT)

    @cached_property
    def minimum(self) -> bool:
        """Whether the standard asks this of every aid."""
        return self.part in STANDARDS_BY_KEY[self.standard].minimum


class NoRule(Part):
    """A number of the catalogue that is no rule; see ``codes`` in ``standards.yaml``."""

    code: str
    kind: Literal["built-in", "attest", "none"]
    says: str = ""
    """What holds of every page, or why it is about nothing; empty where only people can do it."""
    attest: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    """The tests that prove what is built in: file and name."""


_BUILT: Final = frozenset(rule.code.number for rule in RULES) | {"DA010"}
"""Rules, and the one fault of reading that an item rests on: a page without a title."""

_FILE: Final = Path(__file__).with_name("standards.yaml")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _loaded() -> tuple[dict[str, Standard], tuple[Item, ...], tuple[NoRule, ...]]:
    # Our own file, shipped with the package, read by the safe loader.
    data: Any = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
    standards = {
        key: Standard(key=key, **{name: tuple(keys) for name, keys in fields.items()})
        for key, fields in data["standards"].items()
    }
    items = tuple(Item.model_validate(_fields(each)) for each in data["items"])
    return standards, items, tuple(NoRule.model_validate(_fields(each)) for each in data["codes"])


def _fields(written: dict[str, Any]) -> dict[str, Any]:
    lists = {name: tuple(value) for name, value in written.items() if isinstance(value, list)}
    rest = {name: value for name, value in written.items() if name != "class"}
    return {**rest, **lists, "kind": written["class"]}


_standards, STANDARDS, NO_RULES = _loaded()

STANDARDS_BY_KEY: Final[Mapping[str, Standard]] = MappingProxyType(_standards)
"""Each standard by its key, in the order in which they are shown."""

HOUSE: Final = frozenset(
    f"DA{number}" for number in (*range(200, 300), *range(300, 400), *range(900, 1000))
)
"""Rules of balance, numbers and privacy, which the house profile asks for whatever a standard says."""


def _of(standard: str, *parts: str) -> tuple[Item, ...]:
    return tuple(
        each
        for each in STANDARDS
        if each.standard == standard and (not parts or each.part in parts)
    )


PROFILES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "house": (
            *_of("ipdas-v4", "qualifying", "certification"),
            *_of("nice-ecd8", "essential-content", "essential-process"),
        ),
        "ipdas-minimum": _of("ipdas-v4", "qualifying", "certification"),
        "ipdas-all": _of("ipdas-v4"),
        "nice-essential": _of("nice-ecd8", "essential-content", "essential-process"),
        "nice-enhanced": _of("nice-ecd8"),
        "his": _of("his"),
        "hca": _of("hca"),
        "pif": _of("pif"),
    }
)
"""The items that a profile asks for; ``house`` is the default."""


def rules_of(profile: str) -> frozenset[str]:
    """Return the numbers of the rules that a profile asks for.

    Raises:
        KeyError: there is no such profile.
    """
    numbers = {number for each in PROFILES[profile] for number in each.rules}
    return frozenset(numbers | HOUSE if profile == "house" else numbers) & _BUILT
