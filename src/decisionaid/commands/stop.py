"""What every command says and does at its end: exit codes, a plain word to the caller, JSON.

Layer 5. Exit codes: 0 clean, 1 something was found, 2 a wrong command line, 3 a fault of our own,
130 stopped by the person.
"""

from __future__ import annotations

import json

import rich_click as click

CLEAN, FOUND, WRONG, INTERNAL = 0, 1, 2, 3
INTERRUPTED = 130
"""What shells say of a program that Ctrl-C ended."""


class Stop(click.ClickException):
    """Something the caller can put right; said in one line, exit code 2."""

    exit_code = WRONG

    def show(self, file: object = None) -> None:
        """Say it in plain words."""
        del file
        click.echo(f"decisionaid: {self.message}", err=True)


def dumped(value: object) -> str:
    """Return a value as JSON for a program, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def was_interrupted(error: BaseException) -> bool:
    """Tell whether a command was stopped by Ctrl-C, and not because there was no more to read."""
    return any(
        isinstance(each, KeyboardInterrupt) for each in (error, error.__cause__, error.__context__)
    )
