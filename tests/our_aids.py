"""The aids of this project, found by their folders: a new one is tested without being named here.

``SLUGS`` are all of them. A test of something that one aid has, names that aid.
"""

from functools import cache

from decisionaid.compiler import compile_aid
from decisionaid.model.aid import Aid
from decisionaid.text import Source
from tests.conftest import ROOT

SLUGS = tuple(sorted(path.parent.name for path in (ROOT / "aids").glob("*/index.md")))

CARPAL = "carpal-tunnel"
EARS = "acute-otitis-media-antibiotics"
KNEE = "knee-osteoarthritis"
STATINS = "statins-primary-prevention"


def source_of(slug: str) -> Source:
    """Return what its author wrote."""
    name = f"aids/{slug}/index.md"
    return Source(name, (ROOT / name).read_text(encoding="utf-8"), slug)


@cache
def aid_of(slug: str) -> Aid:
    """Return an aid as it is read; it has no error."""
    compiled = compile_aid(source_of(slug))
    assert compiled.aid is not None, compiled.diagnostics
    return compiled.aid


def in_arabic(source: str) -> str:
    """Return an aid's source as one from right to left; only a draft may be without words of ours."""
    draft = source.replace("\nstatus: demonstration\n", "\nstatus: draft\n")
    return draft.replace("\nlanguage: en-GB\n", "\nlanguage: ar\n")
