"""The specimen with a trade-off step, and the person whose answers were worked out beforehand; figures are made up.

Two options and four outcomes: less pain for 80 of 100 people and not for 40, a clot, an operation or
none, and daily life again after two weeks. Answers of 100, 10, 30 and 40 give 0.44 and 0.56.
"""

from __future__ import annotations

from typing import Final

from tests.rules.examples import SPECIMEN

TEXT: Final = SPECIMEN.read_text(encoding="utf-8")
ROWS: Final = """
- Source: example-2024
- Certainty: high
- People: 2,000 adults in 5 trials
- Time: 12 months

| | Said as | as-now | treatment | Difference |
|---|---|---|---|---|
| Still in pain {#pain .bad} | still have pain / have no pain | 60 in 100 | 20 in 100 | risk ratio 0.33 (0.25 to 0.44) |
| A clot {#sick .bad} | get a clot / get no clot | 0 in 100 | 2 in 100 | 2 more in 100 (1 more to 3 more) |
| An operation {#operation .bad} | have it / do not | 0 in 100 | 100 in 100 | 100 more in 100 (99 more to 100 more) |
| Daily life in 2 weeks {#back .good} | are back / are not | 95 in 100 | 20 in 100 | risk ratio 0.21 (0.15 to 0.30) |

"""
OUTCOMES: Final = "## What happens to people like me {.outcomes}\n"
AFTER: Final = "## What nobody knows {.uncertain}"
FUNDING: Final = "funding: none\n"


def with_head(lines: str, text: str = TEXT) -> str:
    """Return the specimen with more lines in its head."""
    assert text.count(FUNDING) == 1
    return text.replace(FUNDING, FUNDING + lines)


def with_step(names: str, text: str = TEXT) -> str:
    """Return the specimen with a trade-off step about these outcomes."""
    return with_head(f"computes: arithmetic-display\ntrade-off: {names}\n", text)


def _with_rows(rows: str) -> str:
    before, rest = TEXT.split(OUTCOMES)
    return f"{before}{OUTCOMES}{rows}{AFTER}{rest.split(AFTER)[1]}"


WITHOUT_STEP: Final = _with_rows(ROWS)
"""The aid of the worked person, as most aids are: nothing is worked out."""
WORKED: Final = with_step("pain, sick, operation, back", WITHOUT_STEP)
"""The same with the step."""
