"""The site of the project's own aids, built once for all tests in a browser."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from decisionaid.model.aid import Aid
from decisionaid.model.words import AidWords
from decisionaid.render.pages.steps import steps_of
from decisionaid.site import build_site
from decisionaid.site.handbook import build_handbook
from tests.conftest import ROOT
from tests.our_aids import SLUGS, aid_of


def by_turns(
    values: Sequence[object],
    *,
    begin: int = 0,
    at_once: int = 1,
    rest: pytest.MarkDecorator = pytest.mark.soak,
) -> Sequence[ParameterSet]:
    """Return all values: in each run the one to begin with, or so many, and the others for `make soak`.

    For what is the same whichever aid it is seen in. Tests of a file begin with different aids, so that each
    run sees each aid. ``rest`` is the marker of what is left for another run. A tuple is a set of values.
    """
    sets = [
        ParameterSet.extract_from(value, force_tuple=not isinstance(value, tuple))
        for value in values
    ]
    return [
        pytest.param(*each.values, marks=[*each.marks, *([] if now else [rest])], id=each.id)
        for at, each in enumerate(sets)
        for now in [(at - begin) % len(sets) < at_once]
    ]


def crossed(
    ones: Sequence[object], others: Sequence[object], *, begin: int = 0, every: int = 2
) -> Sequence[ParameterSet]:
    """Return each pair: every other one, or every third and so on, for each run, the rest for `make soak`.

    Every aid and every width is among the pairs of each run, where there are as many of one as are left out.
    Where two tests look at the same pages in two states, they begin with different pairs.
    """
    return [
        pytest.param(one, other, marks=() if (at + on + begin) % every == 0 else pytest.mark.soak)
        for at, one in enumerate(ones)
        for on, other in enumerate(others)
    ]


@dataclass(frozen=True)
class Site:
    """A built site and where it is served."""

    folder: Path
    address: str
    """Ends in a slash."""
    aids: Mapping[str, Aid]
    """The aids by their slug."""

    def aid_address(self, slug: str) -> str:
        """Return the address of an aid's page."""
        return f"{self.address}aids/{slug}/"

    def words(self, slug: str) -> AidWords:
        """Return the published words of an aid."""
        found = json.loads((self.folder / "aids" / slug / "aid.json").read_text("utf-8"))
        return AidWords.model_validate_json(json.dumps(found["words"]))

    def steps(self, slug: str) -> list[str]:
        """Return the steps that an aid has, in order."""
        return [step.id for step in steps_of(self.aids[slug])]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> Site:
    """Build the aids of this project, without the handbook."""
    folder = tmp_path_factory.mktemp("site")
    built = build_site(ROOT / "aids", folder)
    assert built.ok, built.diagnostics
    return Site(folder, served(folder), {slug: aid_of(slug) for slug in SLUGS})


@pytest.fixture(scope="session")
def whole_site(
    tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]
) -> tuple[Path, str]:
    """Build the aids with the handbook around them; give the folder and its address."""
    folder = tmp_path_factory.mktemp("whole-site")
    build_handbook(ROOT, folder)
    build_site(ROOT / "aids", folder, handbook=True)
    return folder, served(folder)
