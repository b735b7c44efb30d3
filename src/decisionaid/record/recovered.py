"""Keep what is readable of a record that is not quite as it should be, and say what was left out.

Layer 2. The smallest part at fault is left out, one after the other, until the rest is sound: the same parts
as in the browser, by the same names.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, get_origin

from annotated_types import MaxLen
from pydantic import ValidationError

from decisionaid.model.record import (
    ALTERED,
    BalanceAnswer,
    ChoiceAnswer,
    ImportanceAnswer,
    KnowledgeAnswer,
    OwnConcern,
    PicksAnswer,
    RankingAnswer,
    ReadinessAnswer,
    Record,
    StratumAnswer,
    is_label_of,
    is_told_by,
)
from decisionaid.outside.clean import LINE, line, sentences, whole_pairs
from decisionaid.record.reading import Fault, Found, record_in_text

MOST_FAULTS: Final = 500
"""A file with more faults than this is not worth reading."""

MOST_NAME: Final = 80
"""Characters of the name of a part that are shown."""

_VALUES: Final = {
    "importance": ImportanceAnswer.VALUE,
    "balance": BalanceAnswer.VALUE,
    "ranking": RankingAnswer.VALUE,
    "choice": ChoiceAnswer.VALUE,
    "picks": PicksAnswer.VALUE,
    "knowledge": KnowledgeAnswer.VALUE,
    "readiness": ReadinessAnswer.VALUE,
}
"""The field that holds an answer, by its part or by the kind of the question."""

_MOST: Final[dict[str, int]] = {
    name: limit.max_length
    for name, each in Record.model_fields.items()
    for limit in each.metadata
    if isinstance(limit, MaxLen) and get_origin(each.annotation) is tuple
}
"""How many a list of a record may hold."""

_CUT: Final = {"string_too_long", "too_long"}


@dataclass(frozen=True, slots=True)
class Recovered:
    """A record that is whole and safe to show, and what it lacks."""

    record: Record
    left: tuple[str, ...]
    """Parts that were left out or cut, as paths made safe to show."""
    is_altered: bool
    """Whether something was changed or lost on the way: the check number does not fit."""


def recovered(text: str) -> Recovered | Fault:
    """Return the record in the text of a file, as far as it can be read, or why it cannot."""
    found = record_in_text(text)
    if not isinstance(found, Found):
        return found
    data = _with_whole_pairs(found.data)
    left = [*found.doubled, *(_lost(data) if found.is_altered else [])]
    if found.is_altered:
        data["crc32"] = ALTERED
    if not _prune(data, left):
        return "damaged"
    _keep_sound_answers(data, left)
    data = _cleaned(data)
    _keep_out_what_is_kept_back(data, left)
    record = Record.model_validate_json(json.dumps(data))
    return Recovered(record, tuple(line(path, MOST_NAME) for path in left), found.is_altered)


def _lost(data: dict[str, Any]) -> list[str]:
    """Return the parts that are not there, and the list that is the last of those that are."""
    fields = Record.model_fields.items()
    # Only what was on paper says so.
    optional = {name for name, field in fields if not field.is_required()} - {"paper"}
    lost = [name for name, _ in Record.model_fields.items() if name in optional - data.keys()]
    last = next(reversed(data))
    return [last, *lost] if "words" in lost and isinstance(data[last], list) else lost


def _prune(data: dict[str, Any], left: list[str]) -> bool:
    """Leave out parts until the rest has its form; return whether anything can be read."""
    for _ in range(MOST_FAULTS + 1):
        fault = _first_fault(data)
        if fault is None:
            return True
        path = _remove(data, fault)
        if path is None:
            return False
        left.append(path)
    return False


def _first_fault(data: dict[str, Any]) -> dict[str, Any] | None:
    try:
        Record.model_validate_json(json.dumps(data))
    except ValidationError as error:
        # What answers say is looked at when all of them have their form.
        faults = [dict(each) for each in error.errors() if each["type"] != "value_error"]
        # Of a list with such an answer in it the models do not say that it is too long.
        faults += _too_long(data)
        return min(faults, key=lambda fault: fault["type"] not in _CUT, default=None)
    return None


def _too_long(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"type": "too_long", "loc": (name,), "ctx": {"max_length": most}}
        for name, most in _MOST.items()
        if isinstance(data.get(name), list) and len(data[name]) > most
    ]


def _remove(data: dict[str, Any], fault: dict[str, Any]) -> str | None:
    """Remove the part at fault and return its path; None when it is the whole."""
    names = _names(data, fault["loc"])
    if not names:
        return None
    *above, last = names
    parent: Any = data
    for name in above:
        parent = parent[name]
    limit = fault.get("ctx", {}).get("max_length", 0)
    # An answer with a list that is too long goes whole: part of an order would be another answer.
    is_cut = fault["type"] == "too_long" and names[:-1] != ["values"]
    match parent[last]:
        case list() as part if is_cut:
            del part[limit:]
        case dict() as part if is_cut:
            for name in list(part)[limit:]:
                del part[name]
        case str() as part if fault["type"] == "string_too_long" and _is_own(limit, names):
            # Own words that are too long are cut, not dropped: they are what matters most.
            parent[last] = part[:limit]
        case _:
            del parent[last]
    return "/".join(str(name) for name in names)


def _is_own(limit: int, names: Sequence[str | int]) -> bool:
    """Part of an id, or of what names the aid, would be another name."""
    return limit >= LINE and names[0] != "aid"


def _names(data: object, loc: Sequence[str | int]) -> list[str | int]:
    """Return the way to the part at fault, without names that the data has not."""
    names: list[str | int] = []
    for name in loc:
        is_there = (
            isinstance(name, int) and name < len(data)
            if isinstance(data, list)
            else isinstance(data, dict) and name in data
        )
        if is_there:
            names.append(name)
            data = data[name]  # type: ignore[index]
    # Of an answer that is not in its form nobody knows which half was meant.
    return names[:2] if names[:1] == ["values"] else names


def _keep_sound_answers(data: dict[str, Any], left: list[str]) -> None:
    """Leave out answers that do not say one thing, and all but the first to each question."""
    if not _says_one_thing(data.get("stratum", {}), StratumAnswer.VALUE):
        del data["stratum"]
        left.append("stratum")
    for part in ("values", "knowledge", "readiness"):
        seen: set[str] = set()
        kept = []
        for answer in data.get(part, []):
            value = _VALUES[answer.get("kind", part)]
            if answer["id"] not in seen and _says_one_thing(answer, value):
                kept.append(answer)
            else:
                left.append(f"{part}/{answer['id']}")
            seen.add(answer["id"])
        data[part] = kept
    for index, concern in enumerate(data.get("own_concerns", [])):
        if not _says_one_thing(concern, OwnConcern.VALUE):
            # Whatever became of the rating, the words are theirs.
            concern |= {"state": "unanswered", "value": None}
            left.append(f"own_concerns/{index}")
    leaning = data.get("leaning", {})
    if not _says_one_thing(leaning, "option"):
        # Its other fields hold whatever became of the option.
        leaning |= {"state": "unanswered", "option": None}
        left.append("leaning")


def _keep_out_what_is_kept_back(data: dict[str, Any], left: list[str]) -> None:
    """Leave out what stands in a part that the person chose not to share: nobody knows which was meant."""
    kept_back = data.get("kept_back", [])
    concerns = _concerns_in(data) if "own_concerns" in kept_back else ()
    for name in kept_back:
        empty = Record.model_fields[name].default
        if name in data and not _is_same(data[name], empty):
            del data[name]
            left.append(name)
    noted = data.get("noted", [])
    untold = [
        each
        for each in noted
        if not is_told_by(kept_back, each["kind"])
        and not any(text in each["text"] for text in concerns)
    ]
    if len(untold) < len(noted):
        data["noted"] = untold
        left.append("noted")
    labels = data.get("words", {})
    untold_labels = {
        place: label for place, label in labels.items() if not is_label_of(kept_back, place)
    }
    if len(untold_labels) < len(labels):
        data["words"] = untold_labels
        left.append("words")


def _concerns_in(data: dict[str, Any]) -> tuple[str, ...]:
    """Return what the person wrote of their own concerns: a sentence of the page may quote it."""
    return tuple(each["text"] for each in data.get("own_concerns", []) if each.get("text"))


def _is_same(part: Any, empty: Any) -> bool:  # noqa: ANN401
    if isinstance(part, dict):
        return all(value == getattr(empty, name) for name, value in part.items())
    return bool(part) is False


def _says_one_thing(answer: dict[str, Any], name: str) -> bool:
    value = answer.get(name)
    given = value if isinstance(value, list) else [] if value is None else [value]
    is_answered = answer.get("state", "unanswered") == "answered"
    if name == PicksAnswer.VALUE:
        picks = [block[end] for block in given for end in ("most", "least")]
        return is_answered == bool(given) and all(_is_sound(pick) for pick in picks)
    return is_answered == bool(given) and len({*given}) == len(given)


def _is_sound(pick: dict[str, Any]) -> bool:
    is_answered: bool = pick["state"] == "answered"
    return is_answered == (pick["item"] is not None)


def _with_whole_pairs(data: Any) -> Any:  # noqa: ANN401
    match data:
        case dict():
            return {whole_pairs(name): _with_whole_pairs(each) for name, each in data.items()}
        case list():
            return [_with_whole_pairs(each) for each in data]
        case str():
            return whole_pairs(data)
        case _:
            return data


def _cleaned(data: dict[str, Any]) -> dict[str, Any]:
    """Make every text safe to show; what is ticked is ticked once."""
    lists = ("kept_back", "red_flags", "communication")
    once = {name: list(dict.fromkeys(data.get(name, []))) for name in lists}
    cleaned: dict[str, Any] = _lines(data | once)
    cleaned["what_matters"] = sentences(data.get("what_matters", ""))
    if "view" in data.get("filled_in_by", {}):
        cleaned["filled_in_by"]["view"] = sentences(data["filled_in_by"]["view"])
    for noted, each in zip(cleaned.get("noted", []), data.get("noted", []), strict=True):
        noted["text"] = sentences(each["text"])
    return cleaned


def _lines(data: Any) -> Any:  # noqa: ANN401
    match data:
        case dict():
            return {name: _lines(each) for name, each in data.items()}
        case list():
            return [_lines(each) for each in data]
        case str():
            return line(data)
        case _:
            return data
