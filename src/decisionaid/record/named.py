"""What the ids of a record are called: by the words of the very text that its person saw, else by its own labels.

Layer 2. The same as ``handover/named.ts`` in the browser. Words of another text of the aid are never used:
they might say something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from decisionaid.model.record import Record
from decisionaid.model.words import AidWords, LabelledItem


def words_then(record: Record, words: AidWords | None) -> AidWords | None:
    """Return the words of an aid, if they are those that the record's person saw."""
    is_that = words is not None and (words.id, words.source_sha256) == (
        record.aid.id,
        record.aid.source_sha256,
    )
    return words if is_that else None


def names_of(record: Record, words: AidWords | None) -> Callable[[str], str]:
    """Return the names by the places of a record's labels; what nobody has words for goes by its id."""
    known: dict[str, str] = {}

    def add(part: str, items: Iterable[LabelledItem]) -> None:
        known.update((f"{part}/{item.id}", item.text) for item in items)

    then = words_then(record, words)
    if then is not None:
        add("leaning", then.options)
        add("stratum", then.strata)
        add("red_flags", then.red_flags)
        for question in then.questions:
            known[f"values/{question.id}"] = question.title
            add(f"values/{question.id}", question.items)
        for check in then.checks:
            known[f"knowledge/{check.id}"] = check.statement
            add(f"knowledge/{check.id}", check.answers)
    return lambda place: known.get(place) or record.words.get(place) or place.rpartition("/")[2]
