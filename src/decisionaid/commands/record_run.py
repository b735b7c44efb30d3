"""One run over many records, for ``decisionaid record``: the words of their aids, and why one cannot be read.

Layer 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from decisionaid.commands.run import UNREAD, Run
from decisionaid.commands.stop import Stop
from decisionaid.today import chosen_day

if TYPE_CHECKING:
    from decisionaid.disk.record_inputs import GivenRecord
    from decisionaid.model.words import AidWords
    from decisionaid.record.recovered import Recovered
    from decisionaid.record.token import TokenFault

_FAULTS: Final = {
    **UNREAD,
    "not_ours": "this is not a file that was saved from a decision aid",
    "damaged": "this is damaged, and the answers in it cannot be read",
    "newer": "this is from a newer version of these pages and cannot be read here",
    "two": "there are two saved files or more in this one, and whose answers they are cannot be told",
}
_TOKEN_FAULTS: Final = {
    "not_ours": "this is no token of a decision aid",
    "plan": "this is the code of a plan, and not of answers from a decision aid",
    "newer": "this token is from a newer version of these pages and cannot be read here",
    "too_large": "this token is too long to be one of ours",
    "damaged": "this token is damaged: a letter is wrong or missing",
    "locked": "this token is locked with a passphrase: open it on the clinician's page",
}


class RecordRun(Run):
    """One run over all inputs of a command."""

    def __init__(
        self, places: Sequence[Path], out: Path | None = None, aside: Path | None = None, ending: str = ""
    ) -> None:  # fmt: skip
        """Take the folders with the words of the aids; without any, the site that was built and this folder."""
        from decisionaid.disk.aid_library import AidLibrary  # noqa: PLC0415

        super().__init__("Records", out, aside, ending)
        self._library = AidLibrary(places or (Path("build/site"), Path()))
        self._day = _day()

    def words_for(self, read: Recovered) -> AidWords | None:
        """Return the words that the person saw, without figures that may not be used any more."""
        from decisionaid.record.on_day import seen_on_day  # noqa: PLC0415

        aid = read.record.aid
        seen = self._library.words_of(aid.id, aid.source_sha256)
        return seen and seen_on_day(seen, self._library.words_today(aid.id), self._day)

    def records(self, inputs: Sequence[str]) -> Iterator[tuple[GivenRecord, Recovered]]:
        """Yield the records in what was sent, and set aside what is none."""
        from decisionaid.disk.record_inputs import is_token, records_in  # noqa: PLC0415
        from decisionaid.record.recovered import Recovered  # noqa: PLC0415

        def given_in(place: str, stdin: BinaryIO) -> Iterator[GivenRecord]:
            return records_in(place, stdin, self._library.words_of)

        return self.sound(self.over(inputs, given_in, is_token), Recovered, _reason)


def _day() -> str:
    """Return the day by which figures end."""
    try:
        return chosen_day("").isoformat()
    except ValueError as error:
        raise Stop(str(error)) from None


def _reason(fault: str | TokenFault) -> str:
    """Return in plain words why something cannot be read."""
    if isinstance(fault, str):
        return _FAULTS[fault]
    if fault.fault == "no_words":
        return (
            f"this is a token of the aid {fault.aid}, version {fault.version}, saved {fault.updated}, and the "
            "words of that version were not found: name a site that has them with --aids"
        )
    return _TOKEN_FAULTS[fault.fault]
