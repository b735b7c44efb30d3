"""Give every part its id: the author's own, or one made of its words when that is missing or bad.

Layer 2. Faults: DA014, DA015, DA016.
"""

from __future__ import annotations

from decisionaid.diagnostics import Edit
from decisionaid.read.faults import BAD_ID, DUPLICATE_ID, MISSING_ID
from decisionaid.read.ledger import Ledger, quoted
from decisionaid.read.suggest_ids import MAX_ID, id_from, is_id
from decisionaid.read.text.attributes import Attributes
from decisionaid.read.text.passages import Passage
from decisionaid.text import Span

RESERVED = ("others", "unsure", "not-applicable", "prefer-not-to-say")
"""Words that mean something else where an id would stand: in tables and among answers."""


class Ids:
    """The ids of one aid. Those of list items below a heading are unique within that heading."""

    def __init__(self, ledger: Ledger) -> None:
        """Start empty."""
        self.ledger = ledger
        self.renamed: dict[str, str] = {}
        self.made: dict[str, str] = {}
        """Ids that were made up because none was written, with the words of their part."""
        self._taken: dict[tuple[str, str], Span] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def take(self, attributes: Attributes, words: Passage, scope: str = "") -> str:
        """Return the id of a part; ``scope`` is the id of the heading for a list item."""
        written = attributes.id
        if written is None:
            made = self._unique(id_from(words.text), scope)
            self.made[made] = words.text
            has_brace = attributes.classes or attributes.keys
            self.ledger.fault(
                MISSING_ID,
                words.span(),
                f"{quoted(words.text)} has no id",
                f"write '#{made}' into its brace" if has_brace else f"add at its end: {{#{made}}}",
                edits=(_with_id(made, attributes, words),),
            )
            self._taken[scope, made] = words.span()
            return made
        wanted = self._formed(written)
        earlier = self._taken.get((scope, wanted))
        if earlier is not None:
            made = self._unique(wanted, scope)
            self.ledger.fault(
                DUPLICATE_ID,
                written.span(),
                f"the id '{wanted}' is given twice",
                f"write another one, such as '#{made}'",
                also=(earlier,),
            )
            wanted = made
        self._taken[scope, wanted] = written.span()
        return wanted

    def _formed(self, written: Passage) -> str:
        if is_id(written.text) and written.text not in RESERVED:
            return written.text
        made = id_from(written.text)
        if made in RESERVED:
            made = f"{made}-1"
        message = f"'{written.text}' has a meaning of its own and cannot be an id"
        if written.text not in RESERVED:
            message = (
                f"{quoted(written.text)} is not an id: small letters, digits and single hyphens, "
                f"at most {MAX_ID}"
            )
        self.ledger.fault(BAD_ID, written.span(), message, f"write '#{made}'")
        self.renamed[written.text] = made
        return made

    def _unique(self, wanted: str, scope: str) -> str:
        if (scope, wanted) not in self._taken and wanted not in RESERVED:
            return wanted
        while True:
            number = self._counts.get((scope, wanted), 1) + 1
            self._counts[scope, wanted] = number
            made = f"{wanted[: MAX_ID - 8].rstrip('-')}-{number}"
            if (scope, made) not in self._taken:
                return made


def _with_id(made: str, attributes: Attributes, words: Passage) -> Edit:
    if attributes.inside is None:
        end = len(words.text)
        return Edit(words.span(end, end), f" {{#{made}}}")
    space = " " if attributes.inside.text else ""
    return Edit(attributes.inside.span(0, 0), f"#{made}{space}")
