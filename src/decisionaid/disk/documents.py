"""Look at the documents that the record of an aid's making names, in the folder of the aid.

Layer 4. They are hashed and never published: a log of tests may name people. What comes from a
folder is untrusted: no path leads out of it, and a file is capped before it is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from decisionaid.diagnostics import Diagnostic
from decisionaid.disk.plain_files import leads_out, read_plain
from decisionaid.model.development import Attestation, is_local
from decisionaid.read.faults import BAD_DOCUMENT
from decisionaid.text import SpanMap

MAX_DOCUMENT_BYTES: Final = 10_000_000
"""The largest document, in bytes: a scanned report has a few million."""


def read_documents(
    folder: Path, development: Sequence[Attestation], spans: SpanMap, source: str
) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the first 16 hexadecimal digits of the hash of each local document, by its path.

    Findings: DA043 for each that is not there, lies outside the folder, or is too large.
    """
    hashes: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for number, each in enumerate(development):
        if each.document is None or not is_local(each.document):
            continue
        found = _hash(folder, each.document)
        if isinstance(found, str):
            hashes[each.document] = found
            continue
        message, advice = found
        span = spans.nearest(("development", number, "document"))
        faults.append(Diagnostic(BAD_DOCUMENT, source, span, message, advice))
    return hashes, faults


def _hash(folder: Path, name: str) -> str | tuple[str, str]:
    """Return the hash, or what is wrong and what to do."""
    path = folder / name
    if leads_out(path, folder):
        message = f"the document '{name}' lies outside the aid's folder"
        return message, f"put the file itself into '{folder.name}', for instance at 'made/'"
    data = read_plain(path, MAX_DOCUMENT_BYTES + 1)
    if data is None:
        advice = (
            f"put it at '{folder.name}/{name}', or name a DOI or an address that begins with https"
        )
        return f"there is no document '{name}'", advice
    if len(data) > MAX_DOCUMENT_BYTES:
        message = f"the document '{name}' is larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB"
        return message, "save it smaller"
    return hashlib.sha256(data).hexdigest()[:16]
