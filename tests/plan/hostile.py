"""Plans that no page has written: one part of an example is something else, or the text is."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any, Final

from tests.plans import SOUND, plan_data, plan_text

MANY: Final = 500

Case = dict[str, Any]
"""``of`` an example, with ``path`` to a part and what is ``put`` there (nothing: it is taken out); or a ``text``."""

BAD: Final[tuple[Any, ...]] = (
    None, "", " ", "x", "x" * 301, "x" * 601, "😀" * 301, "Not \u202ethis\u0007", "2026-02-31", "2026-1-1",
    "ghost", "me", "gp", "decided", "yes", "not_asked", "said", "unsure", 0, -1, 5, 11, 1.5, 10**9, True, False,
    [], ["ghost"], [None], {}, {"on": None}, {"words": "soon"}, {"__proto__": 1},
    {"words": "Mine", "by": "ghost", "visit": "visit"}, {"words": "", "by": "me", "visit": "visit"},
)  # fmt: skip

SMALL: Final = json.dumps(plan_data("knee-prepared"), separators=(",", ":"))
PAGE: Final = (
    '<meta name="application-name" content="decisionaid plan">\n'
    '<script type="application/json" id="decisionaid-plan">\n' + SMALL + "\n</script>"
)
AGREED: Final = json.dumps(plan_data("knee-agreed"), separators=(",", ":"))

SIGN: Final = {
    "words": "Your knee may be infected",
    "by": "me",
    "visit": "prep",
    "example": "knee-osteoarthritis:red-flags/infected",
}
SIGNED: Final = plan_data("knee-agreed") | {
    "about_me": [{"heading": "also_worth_knowing", "said": [SIGN | {"example": None}, SIGN]}]
}
OLD: Final = json.dumps(plan_data("knee-second-review"), separators=(",", ":"))
CHECKED: Final = '"checked":"2026-11-10"'
MONEY: Final = json.dumps(plan_data("budget"), separators=(",", ":"))

STALE: Final = {
    f"checked, and stale after {months}": OLD.replace(CHECKED, f'{CHECKED},"stale_after":{months}')
    for months in (1, 4, 5, 12, 60, 0, 61, 2.5, '"6"', "null")
}
IN_MONEY: Final = {
    f"money in {money}": MONEY.replace('"amount"', f'"currency":{money},"amount"')
    for money in ('"GBP"', '"EUR"', '"JPY"', '"gbp"', "826", '["EUR"]')
}


def _answered(where: str, *answers: dict[str, Any], marked: str) -> str:
    """Return a plan in which the person answered a suggestion, or a request."""
    data = plan_data("knee-agreed")
    action = next(each for each in data["actions"] if "asked" in each)
    entry = action["asked"] if where == "asked" else action
    entry["agreed" if where == "asked" else "mine"] = marked
    entry["answered"] = list(answers)
    return json.dumps(data)


YES: Final = {"visit": "visit", "by": "me", "answer": "yes"}
NO: Final = YES | {"answer": "no"}
ANSWERED: Final = {
    "answered, and marked so": _answered("mine", YES, marked="accepted"),
    "answered twice, and the last is marked": _answered("mine", YES, NO, marked="declined"),
    "answered, and marked otherwise": _answered("mine", NO, marked="accepted"),
    "answered, and marked as said": _answered("mine", YES, marked="said"),
    "answered, and marked as not asked": _answered("mine", YES, marked="not_asked"),
    "answered by somebody else": _answered("mine", YES | {"by": "gp"}, marked="accepted"),
    "answered at a visit of nobody's": _answered("mine", YES | {"visit": "x"}, marked="accepted"),
    "answered by nobody": _answered("mine", YES | {"by": "ghost"}, marked="accepted"),
    "answered partly": _answered("mine", YES | {"answer": "partly"}, marked="accepted"),
    "a request answered": _answered("asked", NO, YES, marked="yes"),
    "a request answered, and marked otherwise": _answered("asked", YES, NO, marked="yes"),
    "a request answered by somebody else": _answered("asked", YES | {"by": "gp"}, marked="yes"),
    "a request answered thirteen times": _answered("asked", *[YES] * 13, marked="yes"),
    **{
        f"an answer to the whole that is number {nth}": AGREED.replace(
            '"answer":"yes"', f'"answer":"yes","nth":{nth}', 1
        )
        for nth in ("0", "24", "25", "-1", "1.5", "null", '"1"')
    },
}

TEXTS: Final = {
    **ANSWERED,
    "a sign was ticked, and talked about": json.dumps(SIGNED),
    "a sign was ticked, and nobody was asked since": json.dumps(SIGNED | {"agreed": []}),
    "as it was saved": SMALL,
    "a page": PAGE,
    "a page that was turned around": PAGE.replace("type=", "TYPE = ").replace("id=", "ID= "),
    "two pages": PAGE + PAGE,
    "a page without its plan": PAGE.split("<script")[0],
    "a page of a record": PAGE.replace("decisionaid plan", "decisionaid")
    .replace("-plan", "-record")
    .replace("plan/1", "record/1"),
    "a newer format": SMALL.replace("plan/1", "plan/2"),
    "a newer format, and damaged": SMALL.replace("plan/1", "plan/2").replace('"rev"', '"rew"'),
    "a newer format that is far from ours": '{"format":"decisionaid.plan/12","people":7}',
    "a format with a zero": SMALL.replace("plan/1", "plan/01"),
    "a record": SMALL.replace("decisionaid.plan/1", "decisionaid.record/1"),
    "a format in a list": SMALL.replace('"decisionaid.plan/1"', '["decisionaid.plan/1"]'),
    "a letter changed": SMALL.replace("school", "scool"),
    "cut in its first words": SMALL[:80],
    "cut behind the people": SMALL[: SMALL.index('"visits"') + 40],
    "cut in the goals": AGREED[: AGREED.index('"goals"') + 300],
    "cut in the last part": AGREED[: AGREED.index('"reviews"') + 60],
    "cut in what was agreed": AGREED[: AGREED.index('"agreed":[') + 60],
    "cut in who may see it": AGREED[: AGREED.index('"shared"') + 120],
    "nested too deep": SMALL[:-1] + ',"x":' + "[" * 70 + "]" * 70 + "}",
    "nested a thousand times": SMALL[:-1] + ',"learnt":' + "[" * 1000 + "]" * 1000 + "}",
    "a name twice": SMALL[:-1] + ',"rev":9}',
    "goals twice": SMALL[:-1] + ',"goals":[]}',
    "a field that nobody knows": SMALL[:-1] + ',"more":1,"\\ud83d":2,"5":3}',
    "a name of all objects": SMALL[:-1] + ',"__proto__":{"a":1},"constructor":1}',
    "quoted lines": "\n".join(f"> {line}" for line in PAGE.splitlines()),
    "curly quotes": PAGE.replace('"', "”"),
    "other JSON": '{"a":1}',
    "a list": f"[{SMALL}]",
    "nothing": "",
    "an unseen letter": SMALL.replace("school", "sch\u202eool"),
    "half a pair": SMALL.replace("school", "sch\\ud83dool"),
    "not a number": SMALL[:-1] + ',"write_down":NaN}',
    "a number that no computer holds": SMALL.replace('"rev":1', '"rev":1e999'),
    "days of another script": SMALL.replace("2026-11-24", "2026-11-2\u0664"),
    **STALE,
    **IN_MONEY,
    "a time of another script": SMALL.replace("T", "T").replace("Z", "\u0660Z"),
}  # fmt: skip


def hostile(many: int = MANY, seed: int = 15) -> Iterator[Case]:
    """Yield texts, and examples with one part changed: the same ones each time."""
    for says, text in TEXTS.items():
        yield {"says": says, "text": text}
    yield from without_the_person()
    rng = Random(seed)  # noqa: S311
    for number in range(many):
        name = rng.choice(SOUND)
        path = rng.choice(list(_paths(plan_data(name), ())))
        case: Case = {
            "says": f"{number}: {'/'.join(map(str, path))}",
            "of": name,
            "path": list(path),
        }
        yield case if rng.random() < 1 / 6 else case | {"put": _bad(rng, plan_data(name))}


def without_the_person() -> Iterator[Case]:
    """Yield the examples with one visit at which the person was not, nor anybody in their place."""
    for name in SOUND:
        for place, visit in enumerate(plan_data(name)["visits"]):
            others = [each for each in visit["there"] if each != "me"]
            path = ["visits", place, "there"]
            yield {"says": f"{name}: {place} without me", "of": name, "path": path, "put": others}


def _bad(rng: Random, data: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return something bad, or something sound that stands elsewhere."""
    if rng.random() < 2 / 3:
        return rng.choice(BAD)
    return _at(data, rng.choice(list(_paths(data, ()))))


def _paths(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    if path:
        yield path
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for name, part in items:
        yield from _paths(part, (*path, name))


def _at(data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401
    for name in path:
        data = data[name]
    return data


def text_of(case: Case) -> str:
    """Return the text of a case."""
    if "text" in case:
        return str(case["text"])
    data: Any = copy.deepcopy(plan_data(case["of"]))
    *above, last = case["path"]
    parent = _at(data, tuple(above))
    if "put" in case:
        parent[last] = case["put"]
    else:
        del parent[last]
    return json.dumps(data)


__all__ = ["Case", "hostile", "plan_text", "text_of"]
