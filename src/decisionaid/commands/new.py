"""The command ``decisionaid new``: a few plain questions, and a draft with every gap marked.

Layer 5. On a terminal it asks for what the options do not say; elsewhere it leaves it for later.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from decisionaid.commands.stop import Stop

if TYPE_CHECKING:
    from decisionaid.compiler.starter import Template

TEMPLATES: Final = (
    "two-options", "medicine", "watchful-waiting", "test", "screening", "care-choice",
)  # fmt: skip
"""The names of ``starter.NAMES``, written here so that help need not load what reads them."""

_QUESTIONS: Final = {
    "condition": ("The condition, in the words patients use", "ear infection"),
    "title": ("The title of the page", "Ear infection: does my child need antibiotics?"),
    "question": ("The decision, as one question", "Should my child have antibiotics?"),
    "who_for": ("Who it is for", "Parents of a child with an ear infection"),
    "first_option": (
        "The option of doing nothing new, in words that can follow 'with'",
        "Pain relief and watching",
    ),
    "second_option": ("One option beside it, in such words too", "Antibiotics straight away"),
    "author": ("Who writes it, a name or a team", "Children's clinic, Example Town"),
}
"""What is asked, in this order, each with an example."""


@click.command(epilog="Example: decisionaid new knee-pain --template medicine")
@click.argument("slug", required=False)
@click.option("--template", type=click.Choice(TEMPLATES), metavar="NAME",
              help=f"The kind of aid to start from: {', '.join(TEMPLATES)}. "
              "Without it: two-options.")  # fmt: skip
@click.option("--folder", type=click.Path(path_type=Path), default=Path("aids"), show_default=True,
              help="The folder of aids.")  # fmt: skip
@click.option("--title", help="The title of the page.")
@click.option("--question", help="The decision, as one question.")
@click.option("--condition", help="The condition, in words patients use.")
@click.option("--for", "who_for", help="Who the aid is for.")
@click.option("--first-option", help="The option of doing nothing new.")
@click.option("--option", "others", multiple=True,
              help="The option beside it; again for each further one.")  # fmt: skip
@click.option("--author", help="Who writes it.")
def new(
    slug: str | None,
    folder: Path,
    template: str | None,
    others: tuple[str, ...],
    **told: str | None,
) -> None:
    """Start an aid: write a draft with every part in its place and every gap marked.

    SLUG is the name of its folder and its address, such as knee-pain.
    On a terminal it asks for what the options do not say; nothing is ever written over.
    """
    from decisionaid.compiler.starter import Beginning, starter, templates  # noqa: PLC0415
    from decisionaid.site import SiteError, write_new_aid  # noqa: PLC0415

    asking = sys.stdin.isatty() and sys.stdout.isatty()
    words = {name: text for name, text in told.items() if text}
    if others:
        words["second_option"] = others[0]
    further = others[1:]
    if slug is None and not asking:
        raise Stop(f"say what its folder is to be called: decisionaid new {_slug_for(words)}")
    if slug is not None:
        _check_place(slug, folder)
    if asking:
        template = template or _asked_template()
        words, further = _asked(words, further, templates()[template])
    slug = slug or _asked_slug(folder, _slug_for(words))
    chosen = template or TEMPLATES[0]
    begin = Beginning(**words, further_options=further)
    try:
        path = write_new_aid(folder, slug, starter(begin, today=_local_today(), template=chosen))
    except SiteError as error:
        raise Stop(str(error)) from None
    _tell(path)


def _check_place(slug: str, folder: Path) -> None:
    """Stop before anything is asked where the answers could not be kept."""
    from decisionaid.read.suggest_ids import id_from, is_id  # noqa: PLC0415

    path = folder / slug / "index.md"
    if not is_id(slug):
        raise Stop(
            f"'{slug}' cannot be part of an address. Use small letters, digits and single "
            f"hyphens: decisionaid new {id_from(slug, 'knee-pain')}"
        )
    if path.exists():
        raise Stop(f"'{path.as_posix()}' is there already and stays as it is. Name another folder.")


def _slug_for(words: dict[str, str]) -> str:
    from decisionaid.read.suggest_ids import id_from  # noqa: PLC0415

    return id_from(words.get("condition") or words.get("title") or "", "first-aid")


def _asked_template() -> str:
    """Ask for the kind of aid, by number or name, until there is one."""
    from decisionaid.compiler.starter import templates  # noqa: PLC0415

    offered = list(templates().values())
    click.echo("What kind of decision is it?")
    for number, each in enumerate(offered, 1):
        click.echo(f"  {number}  {each.name:<17} {each.words}")
    names = [each.name for each in offered]

    def taken(answer: str) -> str:
        if answer.isdecimal() and 1 <= int(answer) <= len(names):
            return names[int(answer) - 1]
        if answer in names:
            return answer
        raise click.UsageError(
            f"Answer with a number from 1 to {len(names)}, or with a name of this list, "
            f"such as {names[1]}. What the aid is about is asked next."
        )

    chosen: str = click.prompt("Number or name", default=names[0], value_proc=taken)
    return chosen


def _asked(
    words: dict[str, str], further: tuple[str, ...], template: Template
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Ask for what is not told yet; Enter takes what is offered, or leaves a question for later."""
    from decisionaid.compiler.starter import title_for  # noqa: PLC0415

    click.echo()
    click.echo("A few questions. Press Enter to take what stands in [brackets],")
    click.echo("or to leave a question for later.")
    answers = dict(words)
    for name, (asked, example) in _QUESTIONS.items():
        if name in answers:
            continue
        offered = {
            "title": title_for(answers.get("condition", "")),
            "question": template.decision,
            "first_option": template.first,
            "second_option": template.second,
        }.get(name, "")
        click.echo()
        click.echo(f"{asked}. For instance: {example}")
        answer = click.prompt("  ", prompt_suffix="> ", default=offered, show_default=bool(offered))
        if answer.strip():
            answers[name] = answer
        if name == "second_option":
            further = _asked_further()
    return answers, further


MOST_FURTHER: Final = 8
"""Options that are asked for beside the first two; nobody compares more in one aid."""


def _asked_further() -> tuple[str, ...]:
    """Ask for one option more until there is none."""
    found: list[str] = []
    while len(found) < MOST_FURTHER:
        click.echo()
        click.echo("One more option? One alone in each answer. For instance: Antibiotics later")
        answer = click.prompt("  ", prompt_suffix="> ", default="", show_default=False).strip()
        if not answer:
            break
        found.append(answer)
    return tuple(found)


def _asked_slug(folder: Path, offered: str) -> str:
    """Ask for the name of the folder until it will do."""
    from decisionaid.read.suggest_ids import id_from, is_id  # noqa: PLC0415

    def taken(answer: str) -> str:
        made = id_from(answer, "knee-pain")
        if not is_id(answer):
            raise click.UsageError(
                f"A folder's name has small letters, digits and single hyphens: {made}"
            )
        try:
            _check_place(answer, folder)
        except Stop as stop:
            raise click.UsageError(stop.message) from None
        return answer

    click.echo()
    click.echo("The name of its folder, which is its address, too. For instance: ear-infection")
    chosen: str = click.prompt("  ", prompt_suffix="> ", default=offered, value_proc=taken)
    return chosen


def _tell(path: Path) -> None:
    place = path.as_posix()
    click.echo(f"Wrote {place}")
    click.echo()
    click.echo("Next:")
    click.echo("  decisionaid serve      shows the page in your browser, and what is missing")
    click.echo(f"  Open {place} in a text editor, put your own words in")
    click.echo("  place of what stands in [square brackets], and save. The page follows.")
    click.echo(f"  decisionaid check {place}      lists what is missing")


def _local_today() -> date:
    return datetime.now().astimezone().date()
