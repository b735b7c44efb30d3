"""A plan as it is written: what nobody said is not there, and the same plan is the same bytes.

Layer 2. The same as ``plan/written.ts`` in the browser.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from decisionaid.model.canonical import canonical_json, record_checksum
from decisionaid.model.plan.plan import Plan, PlanForm
from decisionaid.model.record import ALTERED


def plan_data(plan: PlanForm) -> dict[str, Any]:
    """Return a plan as data, without the parts that say nothing."""
    data: dict[str, Any] = json.loads(plan.model_dump_json(exclude_defaults=True))
    return data


def plan_text(plan: PlanForm) -> str:
    """Return a plan as JSON with sorted names, and the check number that fits; none fits what was altered."""
    data = plan_data(plan)
    return canonical_json(data | {"crc32": ALTERED if is_altered(plan) else record_checksum(data)})


def is_altered(plan: PlanForm) -> bool:
    """Whether it was changed on the way, and the person was not asked since if it is theirs.

    Its check number is one that fits no plan, wherever it is saved: so nothing makes it sound but an answer.
    """
    return plan.crc32 == ALTERED


def is_in_doubt(plan: PlanForm) -> bool:
    """Whether something in it was changed on the way, or came out of such a copy, and nobody was asked since."""
    return is_altered(plan) or bool(plan.doubtful)


def sealed(data: Mapping[str, Any], *, is_altered: bool = False) -> Plan:
    """Return the plan of such data, with the check number that fits; ``is_altered``: with the one that fits none.

    Raises:
        ValueError: it has not the form of a plan, or says what cannot be.
    """
    whole = {**data, "crc32": ALTERED if is_altered else record_checksum(data)}
    return Plan.model_validate_json(json.dumps(whole))
