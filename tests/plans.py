"""The plans that tests look at: made-up people, each file one plan as it was on some day."""

import json
from pathlib import Path
from typing import Any, Final

from decisionaid.model.plan.plan import Plan

PLANS: Final = Path(__file__).parent / "golden/plans"

KNEE: Final = (
    "knee-prepared",
    "knee-agreed",
    "knee-link-worker",
    "knee-first-review",
    "knee-second-review",
)
"""One person's plan, from the preparation to the second review."""

SOUND: Final = (*KNEE, "two-conditions", "budget")


def plan_text(name: str) -> str:
    """Return the JSON of a plan."""
    return (PLANS / f"{name}.json").read_text(encoding="utf-8")


def plan_data(name: str) -> dict[str, Any]:
    """Return a plan as data that a test may change."""
    data: dict[str, Any] = json.loads(plan_text(name))
    return data


def plan_of(data: dict[str, Any]) -> Plan:
    """Return the plan of such data."""
    return Plan.model_validate_json(json.dumps(data))


def plan_named(name: str) -> Plan:
    """Return a plan by its name."""
    return plan_of(plan_data(name))
