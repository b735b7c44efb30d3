"""Records and plans as if they were made up for practice: the same, with an id that says so."""

from __future__ import annotations

from typing import Final

from decisionaid.model.made_up import is_made_up, made_up_id
from decisionaid.model.plan.plan import Plan
from decisionaid.model.record import Record
from decisionaid.plan.written import plan_data, sealed

MARK: Final = "MADE UP FOR PRACTICE, NOT A PATIENT."


def plan_of_nobody(plan: Plan) -> Plan:
    """Return the same plan, said by nobody."""
    made = sealed({**plan_data(plan), "id": made_up_id(plan.id)})
    assert is_made_up(made)
    return made


def record_of_nobody(record: Record) -> Record:
    """Return the same record, said by nobody."""
    made = record.model_copy(update={"id": made_up_id(record.id)})
    assert is_made_up(made)
    return made
