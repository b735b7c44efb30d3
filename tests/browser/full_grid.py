"""An aid whose one-page grid is as full as it can be: long names, eight rows, several sources."""

from tests.rules.examples import SPECIMEN

NAMES = (
    "Carry on as you do now",
    "Exercise and weight management",
    "Tablets taken twice every day",
    "Injection given at the hospital",
    "An operation and rehabilitation",
)
LABELS = (
    "Less pain while walking and on the stairs",
    "Being able to work and to do things",
    "Sleeping through most of the night",
    "Getting about without any help",
    "Feeling sick, or a loose stomach",
    "A serious problem that needs care",
    "Bleeding that has to be treated",
    "Having the same treatment again",
)


def full_grid(options: int, rows: int) -> str:
    """Return the source of an aid with so many options and rows marked for the grid."""
    text = SPECIMEN.read_text(encoding="utf-8")
    head, _, body = text.partition("\n# The example condition")
    body = f"\n# The example condition{body}"
    ids = ["as-now", *(f"way-{n}" for n in range(1, options))]
    body = _with(body, "## Your options {.options}", _options(ids))
    body = _with(body, "## Compare the options {.compare}", _compare(ids))
    body = _with(body, "## What happens to people like me {.outcomes}", _outcomes(ids, rows))
    body = _with(
        body, "## What nobody knows {.uncertain}", "- If it lasts. {#longer about=row-0}\n"
    )
    body = _with(body, "## What matters to you {.values}", _values(rows))
    body = _with(body, "## Check the facts {.knowledge}", _check())
    return head + body


def _with(body: str, heading: str, words: str) -> str:
    """Return the body with other words under a heading."""
    before, _, rest = body.partition(heading)
    _, _, after = rest.partition("\n## ")
    return f"{before}{heading}\n\n{words}\n## {after}"


def _options(ids: list[str]) -> str:
    marks = [".as-now", *[""] * (len(ids) - 1)]
    each = zip(ids, marks, NAMES, strict=False)
    return "".join(
        f"### {name} {{#{one}{f' {mark}' if mark else ''}}}\nWhat it is.\n\n"
        for one, mark, name in each
    )


def _compare(ids: list[str]) -> str:
    cells, unknown = (" | ".join(words for _ in ids) for words in ("Something.", "not known: why"))
    return (
        f"| | {' | '.join(ids)} |\n|---{'|---' * len(ids)}|\n"
        f"| What do I do? {{#involves .involves}} | {cells} |\n"
        f"| What is it like? {{#daily .experience}} | {unknown} |\n"
    )


def _outcomes(ids: list[str], rows: int) -> str:
    shared = "- Source: example-2024\n- Certainty: moderate\n- People: 2,000 adults\n\n"
    return shared + "\n".join(_outcome(ids, n) for n in range(rows))


def _outcome(ids: list[str], number: int) -> str:
    figures = "".join(f"| {each} | {20 + number + at} in 100 |\n" for at, each in enumerate(ids))
    return (
        f"### {LABELS[number]} {{#row-{number} .{'good' if number < 4 else 'bad'} .grid}}\n\n"
        "- Time: 12 months\n- Said as: have this / do not have this\n"
        f"- Difference: not reported\n\n| option | figure |\n|---|---|\n{figures}"
    )


def _values(rows: int) -> str:
    about = ", ".join(f"row-{n}" for n in range(rows))
    return f'### All {{#all .importance about="{about}"}}\nHow much does it matter to you?\n'


def _check() -> str:
    return (
        "### Everyone is free of pain. {#all-free about=row-0}\n\n"
        "- [ ] True {#true}\n- [x] False {#false}\n\n[[row-0/as-now]].\n"
    )
