"""The command ``decisionaid numbers``: a published number as people in a group, with its working.

Layer 5.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

import rich_click as click

from decisionaid.commands.stop import CLEAN, FOUND, Stop, dumped
from decisionaid.model.shares import DENOMINATORS

if TYPE_CHECKING:
    from decisionaid.exchange.percentages import PercentageCheck
    from decisionaid.exchange.working import Group, Interval, Refused, Working

T = TypeVar("T")
Asked = dict[str, str | None]

_MEASURES: Final = {
    "relative_risk": "--relative-risk",
    "odds_ratio": "--odds-ratio",
    "hazard_ratio": "--hazard-ratio",
    "risk_difference": "--risk-difference",
    "percent": "--percent",
    "counted": "--counted",
}
_EXAMPLE: Final = (
    "Example: decisionaid numbers --relative-risk 0.80 --interval 0.65 0.98 --baseline 150/1000, "
    "or: decisionaid numbers --percent 12.5 --counted 25/200. (The numbers are made up.)"
)


@click.command(epilog=_EXAMPLE)
@click.option("--relative-risk", metavar="RR", help="A relative risk (risk ratio), such as 0.80.")
@click.option("--odds-ratio", metavar="OR", help="An odds ratio.")
@click.option("--hazard-ratio", metavar="HR", help="A hazard ratio; needs --time.")
@click.option(
    "--risk-difference", metavar="RD", help="A difference as a share: -0.048 is 48 fewer in 1000."
)
@click.option("--percent", metavar="P", help="A percentage of people.")
@click.option(
    "--counted", metavar="N/OF", help="How many of how many were counted, such as 25/200."
)
@click.option("--interval", nargs=2, metavar="LOW HIGH", help="The 95 % interval, as printed.")
@click.option("--baseline", metavar="N/OF", help="The risk of those it is compared with: 150/1000.")
@click.option(
    "--time", metavar="TIME", help="When the baseline of a hazard ratio was found: '2 years'."
)
@click.option(
    "--of",
    type=click.Choice(tuple(map(str, DENOMINATORS))),
    help="Out of how many people to say it. Without it: what misleads nobody.",
)
@click.option("--option", metavar="ID", default="OPTION", help="The option that was studied.")
@click.option("--against", metavar="ID", default="OTHER", help="The option it was compared with.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text",
              show_default=True, help="text for people, json for programs.")  # fmt: skip
def numbers(form: str, interval: tuple[str, str] | None, **asked: str | None) -> None:
    """Turn a published number into people in a group, ready for a table, and show how.

    With --percent and --counted it works the percentage out again, to catch a misprint.
    """
    named = [name for name in _MEASURES if asked[name] is not None]
    if named == ["percent", "counted"] and interval is None:
        _check(asked, form)
        return
    if len(named) != 1:
        raise Stop(f"name one of {', '.join(_MEASURES.values())}, or --percent with --counted")
    working = _taken(_worked(named[0], asked, _interval(interval, percent=named == ["percent"])))
    comparison = _comparison(working, asked)
    if form == "json":
        click.echo(dumped(_fields(working, comparison)), nl=False)
    else:
        _tell(working, comparison, asked)


def _worked(measure: str, asked: Asked, interval: Interval | None) -> Working | Refused:
    from decisionaid.exchange import percentages, ratios  # noqa: PLC0415
    from decisionaid.exchange.risk_differences import from_risk_difference  # noqa: PLC0415

    of = int(asked["of"] or 0) or None
    _needed(measure, asked)
    if measure == "counted":
        return percentages.from_count(_group(asked["counted"], counted=True), of or 100)
    value = _number(asked[measure], percent=measure == "percent")
    if measure == "percent":
        return percentages.from_percentage(value, interval)
    if measure == "risk_difference":
        baseline = _group(asked["baseline"]) if asked["baseline"] else None
        return from_risk_difference(value, baseline, interval, of)
    baseline = _group(asked["baseline"])
    if measure == "hazard_ratio":
        return ratios.from_hazard_ratio(value, baseline, asked["time"] or "", interval, of)
    turn = ratios.from_risk_ratio if measure == "relative_risk" else ratios.from_odds_ratio
    return turn(value, baseline, interval, of)


def _needed(measure: str, asked: Asked) -> None:
    if measure in {"relative_risk", "odds_ratio", "hazard_ratio"} and not asked["baseline"]:
        raise Stop(
            f"{_MEASURES[measure]} says nothing alone: add how many of those it is compared with had "
            "it: --baseline .../..."
        )
    if measure == "hazard_ratio" and not asked["time"]:
        raise Stop("add the time of the baseline: --time '... years'")


def _taken(result: T | Refused) -> T:
    """Return a result, or stop with the words of its refusal."""
    from decisionaid.exchange.working import Refused  # noqa: PLC0415

    if isinstance(result, Refused):
        raise Stop(f"{result.message}; {result.help}")
    return result


def _number(text: str | None, *, percent: bool) -> Decimal:
    from decisionaid.exchange.working import parse_number  # noqa: PLC0415

    return _taken(parse_number(text or "", percent=percent))


def _group(text: str | None, *, counted: bool = False) -> Group:
    from decisionaid.exchange.working import parse_group  # noqa: PLC0415

    return _taken(parse_group(text or "", counted=counted))


def _interval(ends: tuple[str, str] | None, *, percent: bool) -> Interval | None:
    from decisionaid.exchange.working import Interval  # noqa: PLC0415

    return Interval(*(_number(each, percent=percent) for each in ends)) if ends else None


def _comparison(working: Working, asked: Asked) -> str | None:
    if working.difference is None:
        return None
    return f"- Difference: {asked['option']} against {asked['against']}: {working.difference}"


def _tell(working: Working, comparison: str | None, asked: Asked) -> None:
    lines = ["Working", *(f"  {step}" for step in working.steps)]
    lines += [f"Formula: {working.formula}", f"Source of the formula: {working.source}", ""]
    if working.baseline_cell is not None:
        lines.append(f"| {asked['against']} | {working.baseline_cell} |")
    lines.append(f"| {asked['option']} | {working.cell} |")
    if comparison is not None:
        lines += ["", comparison]
    if asked["option"] == "OPTION":
        lines += ["", "Put the ids of your options in place of the words in capitals."]
    click.echo("\n".join([*lines, *(f"Note: {each}" for each in working.cautions)]))


def _fields(working: Working, comparison: str | None) -> dict[str, object]:
    return {
        "format": "decisionaid.numbers/1",
        "cell": working.cell,
        "of": working.of,
        "baseline_cell": working.baseline_cell,
        "difference": comparison,
        "steps": list(working.steps),
        "formula": working.formula,
        "source": working.source,
        "notes": list(working.cautions),
    }


def _check(asked: Asked, form: str) -> None:
    from decisionaid.exchange.percentages import check_percentage  # noqa: PLC0415

    percent = _number(asked["percent"], percent=True)
    found = _taken(check_percentage(percent, _group(asked["counted"], counted=True)))
    if form == "json":
        click.echo(dumped(_check_fields(found)), nl=False)
    else:
        verdict = "They fit together." if found.fits else "They do not fit together."
        lines = [verdict, *(f"  {step}" for step in found.steps)]
        if found.cell is not None:
            lines += ["", f"| {asked['option']} | {found.cell} |"]
        else:
            lines.append(
                "A number is misprinted, or they are about different groups: use neither until you know."
            )
        click.echo("\n".join(lines))
    sys.exit(CLEAN if found.fits else FOUND)


def _check_fields(found: PercentageCheck) -> dict[str, object]:
    return {
        "format": "decisionaid.percentage/1",
        "fits": found.fits,
        "cell": found.cell,
        "counts_that_fit": list(found.counts) if found.counts else None,
        "groups_that_fit": list(found.groups) if found.groups else None,
        "slip": found.slip,
        "steps": list(found.steps),
    }
