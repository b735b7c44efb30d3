"""One module of the theme's scripts as a script by itself, to try it in a page as it is there."""

import subprocess

import hatch_build
from tests.conftest import ROOT

BUNDLER = "node_modules/esbuild/bin/esbuild"


def bundled(names: dict[str, str]) -> str:
    """Return a script that puts what these modules export under ``globalThis.read``, by their names."""
    made = ["globalThis.read = {};"]
    for name, module in names.items():
        done = subprocess.run(
            [
                hatch_build.node(),
                BUNDLER,
                module,
                "--bundle",
                "--format=iife",
                f"--global-name={name}",
            ],
            cwd=ROOT / hatch_build.THEME,
            check=True,
            capture_output=True,
            text=True,
        )
        made.append(f"{done.stdout}; read.{name} = {name};")
    return f"() => {{ {' '.join(made)} }}"
