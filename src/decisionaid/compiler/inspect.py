"""Show what the compiler made of an aid: its head, its model, its places, its page, its words.

Layer 3. For authors who wonder how their text was read, and for developers.
"""

from __future__ import annotations

import json

from decisionaid.compiler import Compiled
from decisionaid.render import SiteView, aid_words, render_aid_page

_BODY = {"opening", "sections"}


def shown(compiled: Compiled, stage: str, *, as_json: bool) -> str | None:
    """Return one stage as text: ``head``, ``model``, ``spans``, ``html`` or ``words``.

    None: the source could not be read that far. All but ``html`` and ``spans`` are JSON either way.
    """
    if stage == "spans":
        return _spans(compiled, as_json=as_json)
    aid = compiled.aid
    if aid is None:
        return None
    match stage:
        case "head":
            return _dumped(aid.model_dump(mode="json", exclude=_BODY))
        case "words":
            return _dumped(aid_words(aid, compiled.sha256).model_dump(mode="json"))
        case "html":
            page = render_aid_page(aid, SiteView(base="../../"), compiled.sha256)
            return _dumped(page) if as_json else page
        case _:
            return _dumped(aid.model_dump(mode="json"))


def _spans(compiled: Compiled, *, as_json: bool) -> str:
    places = [(span, path) for path, span in compiled.spans.items()]
    places.sort(key=lambda each: (each[0].line, each[0].column, [str(part) for part in each[1]]))
    if as_json:
        return _dumped(
            [{"line": span.line, "column": span.column, "end_line": span.end_line,
              "end_column": span.end_column, "path": path} for span, path in places]
        )  # fmt: skip
    lines = [f"{span.line}:{span.column} {'/'.join(map(str, path))}" for span, path in places]
    return "".join(f"{line}\n" for line in lines)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
