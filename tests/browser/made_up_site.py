"""A site in a made-up language, as a browser is given it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from decisionaid.model.aid import Aid
from decisionaid.site import assets
from tests.language.made_up import MadeUp, aid_in
from tests.language.made_up_pages import Case, files_of, site_pages


@dataclass(frozen=True)
class MadeUpSite:
    """A built site in a made-up language, and where it is served."""

    folder: Path
    address: str
    aids: Mapping[str, Aid]
    """The aids in that language by their slug."""


def built_in(
    language: MadeUp,
    chosen: Sequence[Case],
    folder: Path,
    served: Callable[[Path], str],
    more: Mapping[str, str],
) -> MadeUpSite:
    """Build aids in a language, with more pages beside them; its catalogue is there already."""
    aids = {case.name: aid_in(language, case.aid) for case in chosen}
    files = dict(more)
    for case in chosen:
        files |= files_of(case, aids[case.name])
    files |= site_pages(list(aids.values()), language.tag)
    data = {name: text.encode("utf-8") for name, text in files.items()}
    data |= {f"assets/{name}": content for name, content in assets().items()}
    for name, content in data.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return MadeUpSite(folder, served(folder), aids)
