"""What every FHIR R4 document of ours is made of: a Bundle, ids that stay the same, and text as XHTML.

Layer 1. The same as ``handover/fhir-parts.ts`` in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any, Final, Protocol
from zlib import crc32

from decisionaid.outside.clean import line
from decisionaid.outside.made_up import mark_of
from decisionaid.outside.tables import filled, table

Resource = dict[str, Any]

URIS: Final = "urn:ietf:rfc:3986"
_MOST: Final = 20_000
"""Longer than any text of an aid, a record or a plan."""
_XHTML: Final = "http://www.w3.org/1999/xhtml"


class Saved(Protocol):
    """What has an id of 32 hex digits, and counts its saves."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def rev(self) -> int:
        """Its save."""


def document_of(of: Saved, updated: str, resources: Sequence[Resource]) -> Resource:
    """Return a document Bundle of resources, of which the Composition is the first.

    Of what is made up each resource says so, to programs and to people: systems take documents apart.
    """
    bundle = uuid_of(of, "Bundle")
    mark = mark_of(of)
    label = {"meta": {"security": [table("made-up")["label"]]}} if mark else {}
    if mark:
        resources = [{**each, **label, "text": _with_line(mark, each)} for each in resources]
    return {
        "resourceType": "Bundle",
        "id": bundle,
        **label,
        "identifier": {"system": URIS, "value": urn(bundle)},
        "type": "document",
        "timestamp": updated,
        "entry": [{"fullUrl": urn(each["id"]), "resource": each} for each in resources],
    }


def uuid_of(of: Saved, name: str) -> str:
    """Return a UUID of our own making (version 8), out of the id and the save: the same each time."""
    own, rev = of.id, of.rev
    first = f"{crc32(f'{own}/{rev}/{name}'.encode()):08x}"
    last = f"{crc32(f'{name}/{rev}/{own}'.encode()):08x}"
    return f"{first}-{last[:4]}-8{own[13:16]}-a{own[17:20]}-{own[20:]}"


def urn(id_: str) -> str:
    """Return the address of a resource in its document."""
    return filled(table("fhir")["uuid"], id=id_)


def one_line(text: str) -> str:
    """Return a whole text on one line."""
    return line(text, _MOST)


def narrative(lines: Sequence[str]) -> dict[str, str]:
    """Return lines as the text of a resource or a section."""
    said = "".join(f"<p>{escape(each).replace('&#x27;', chr(39))}</p>" for each in lines)
    return {"status": "generated", "div": f'<div xmlns="{_XHTML}">{said}</div>'}


def _with_line(said: str, resource: Resource) -> dict[str, str]:
    """Return the text of a resource, with a line before all that it says."""
    first = narrative([said])
    text = resource.get("text", narrative([]))
    opening = narrative([])["div"].removesuffix("</div>")
    rest = str(text["div"]).removeprefix(opening)
    return {**first, "div": first["div"].removesuffix("</div>") + rest}
