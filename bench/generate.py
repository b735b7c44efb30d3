"""Generate decision aids of a typical size for the benchmarks; the same number gives the same aid.

Every figure in them is made up, and every aid says so.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

OPTIONS = ("wait", "later", "now")
BODY_PARTS = ("elbow", "ankle", "wrist", "shoulder", "hip", "hand", "foot", "back", "neck", "jaw")
TROUBLES = (
    "pain", "swelling", "stiffness", "numbness", "itching", "tiredness", "dizziness", "cramp",
    "bleeding", "weakness", "redness", "fever",
)  # fmt: skip
PLACES = ("at home", "at work", "on the stairs", "at night", "outdoors", "with friends")
TIMES = ((2, "days"), (2, "weeks"), (6, "weeks"), (3, "months"), (6, "months"), (12, "months"))
OUTCOMES = 13
KEY_OUTCOMES = 7
QUESTIONS = 5
CHECKS = 4


def write_aids(folder: Path, count: int) -> None:
    """Write ``count`` aids, each in a folder of its own as the site expects them."""
    for number in range(1, count + 1):
        place = folder / slug(number)
        place.mkdir(parents=True, exist_ok=True)
        (place / "index.md").write_text(example_aid(number), encoding="utf-8", newline="\n")


def slug(number: int) -> str:
    """Return the folder name of an aid."""
    return f"example-condition-{number:04d}"


def example_aid(number: int) -> str:
    """Return the source of one aid: three options, 13 outcomes, nine values questions."""
    # Not for secrets: a seed makes every run measure the same text.
    dice = Random(number)  # noqa: S311
    parts = (
        head(number),
        opening(number, dice),
        options(dice),
        compare(dice),
        outcomes(dice),
        values(dice),
        checks(dice),
        closing(dice),
    )
    return "\n".join(parts)


def head(number: int) -> str:
    """Return the front matter."""
    return f"""---
decisionaid: 1
question: "What shall I do about example condition {number}?"
kind: treatment
condition: {{name: Example condition {number}, plain: example condition {number}}}
for: Adults with example condition {number}
not-for: Children, and anyone who feels very unwell
people: {{one: person, many: people}}
country: "GB"
language: en-GB
version: 1.0.0
status: demonstration
dates: {{published: 2026-11-22, evidence: 2026-11-20, review: 2028-11-22, expires: 2029-11-22}}
update: {{every: 24 months, when: A new review or a new guideline, owner: Aid editor}}
option-order: From least to most treatment
authors:
  - {{name: Benchmark, role: editors, interests: none}}
funding: none
sources:
  made-up-review:
    short: Made-up review
    authors: Nobody
    title: A review that does not exist, about example condition {number}
    publisher: Nobody
    year: 2024
    url: https://example.org/review/{number}
    read: whole
  made-up-trial:
    short: Made-up trial
    authors: Nobody
    title: A trial that does not exist, about example condition {number}
    publisher: Nobody
    year: 2025
    url: https://example.org/trial/{number}
    read: abstract
    certainty: "not graded: the trial is made up"
---
"""


def sentences(dice: Random, count: int) -> str:
    """Return short sentences, one a line."""
    return "\n".join(
        f"Some people have {dice.choice(TROUBLES)} in the {dice.choice(BODY_PARTS)}"
        f" {dice.choice(PLACES)}, and it can come and go."
        for _ in range(count)
    )


def opening(number: int, dice: Random) -> str:
    """Return title, condition and red flags."""
    return f"""# Example condition {number}: what are the options?

## About this aid

This aid is a demonstration.
It is not for clinical use.
All its figures are made up to measure how fast pages are built.

## What is example condition {number}? {{.condition}}

{sentences(dice, 14)}

## If you need help now {{.red-flags when=now}}

Get help straight away if you see one of these signs.

- You have sudden {dice.choice(TROUBLES)} in the chest. {{#flag-sudden}}
- You are hard to wake. {{#flag-hard-to-wake}}
"""


def options(dice: Random) -> str:
    """Return the three options."""
    return f"""## What are the options? {{.options}}

### Waiting and watching {{#wait .as-now}}
You start nothing new.
{sentences(dice, 7)}

### Treatment later {{#later name="treatment later"}}
You take a prescription home.
{sentences(dice, 7)}

### Treatment now {{#now name="treatment now"}}
You start treatment today.
{sentences(dice, 7)}
"""


def compare(dice: Random) -> str:
    """Return the comparison in words: four questions."""
    rows = [
        "| What do I do? {#involves .involves source=made-up-review} |"
        + "".join(f" {words} |" for words in ("Wait at home.", "Take it home.", "Start today.")),
        "| How long does it take? {#how-long source=made-up-trial} |"
        + "".join(f" About {dice.randint(2, 9)} weeks. |" for _ in OPTIONS),
        "| Can it make other things worse? {#worse source=made-up-review} |"
        + "".join(f" It can bring {dice.choice(TROUBLES)}. |" for _ in OPTIONS),
        "| What do people say it is like? {#daily .experience} |"
        + " not found: nobody was asked |" * len(OPTIONS),
    ]
    table = "\n".join(["| | wait | later | now |", "|---|---|---|---|", *rows])
    return f"## What does each option ask of me? {{.compare}}\n\n{table}\n"


def outcomes(dice: Random) -> str:
    """Return all outcomes, in two sections."""
    key = range(1, KEY_OUTCOMES + 1)
    further = range(KEY_OUTCOMES + 1, OUTCOMES + 1)
    return "\n".join(
        (
            outcomes_head("What happens over time", "high: the made-up review says so"),
            *(outcome(dice, number) for number in key),
            outcomes_head("Other things that can happen", "low: the made-up review says so"),
            *(outcome(dice, number) for number in further),
        )
    )


def outcomes_head(heading: str, certainty: str) -> str:
    """Return a heading with the fields that hold for all its outcomes."""
    return f"""## {heading} {{.outcomes}}

- Source: made-up-review
- Certainty: {certainty}
"""


def outcome(dice: Random, number: int) -> str:
    """Return one outcome: a frequency for two options, not known for the third."""
    trouble = dice.choice(TROUBLES)
    place = dice.choice(BODY_PARTS)
    amount, unit = dice.choice(TIMES)
    without = dice.randint(120, 480)
    # Treatment helps with the first ones and harms in the others: a balanced aid has both.
    ratio = dice.randint(60, 90) if number <= KEY_OUTCOMES else dice.randint(115, 145)
    with_treatment = without * ratio // 100
    low, high = with_treatment - dice.randint(12, 40), with_treatment + dice.randint(12, 40)
    return f"""### {trouble.capitalize()} in the {place}, number {number} {{#outcome-{number} .bad}}

- Time: {amount} {unit}
- People: {dice.randint(10_000, 30_000):,} people in {dice.randint(2, 9)} studies
- Said as: have {trouble} / have no {trouble}
- Difference: now against wait: risk ratio {ratio / 100:.2f} ({(ratio - 9) / 100:.2f} to {(ratio + 7) / 100:.2f})

| option | figure |
|---|---|
| wait | {without} in 1000 |
| now | {with_treatment} in 1000 ({low} to {high}) |
| others | not known: nobody studied it |
"""


def values(dice: Random) -> str:
    """Return the values questions: importance, balance, ranking and choice."""
    return "\n".join(
        (
            "## What nobody knows {.uncertain}\n",
            "- Who gains more from treatment. {#who-gains about=outcome-1}\n",
            "## What matters to you? {.values}\n",
            *importance(dice),
            """### Waiting or starting {#wait-or-start .balance about=outcome-1}
Which is closer to how you feel?

- I would rather wait {#rather-wait toward="wait, later"}
- I would rather start now {#rather-start toward=now}

### At the visit or at home {#visit-or-home .balance about=involves}
Which is closer to how you feel?

- I would rather decide at the visit {#at-visit toward="wait, now"}
- I would rather decide at home {#at-home toward=later}

### Put these in order {#order .ranking}
Which matters most to you, and which comes next?

- Less trouble in the first days {#order-first about=outcome-1}
- Fewer side effects {#order-side-effects about=outcome-8}
- Less time away from work {#order-time about=how-long}

### What is on your mind {#on-my-mind .choice}
Which of these is on your mind the most?

- The next days {#mind-days about=outcome-1}
- Side effects {#mind-side-effects about=outcome-8}
- The time it takes {#mind-time about=how-long}
""",
        )
    )


def importance(dice: Random) -> Iterator[str]:
    """Yield questions on how much something matters."""
    for number in range(1, QUESTIONS + 1):
        # Together they name each outcome, the good and the bad alike.
        about = ", ".join(f"outcome-{n}" for n in range(number, OUTCOMES + 1, QUESTIONS))
        trouble = dice.choice(TROUBLES)
        yield f"""### Less {trouble}, question {number} {{#less-{number} .importance about="{about}"}}
How important is it to you to have less {trouble} in the {dice.choice(BODY_PARTS)}?
"""


def checks(dice: Random) -> str:
    """Return the knowledge checks; each explanation names figures."""
    return "## Check the facts {.knowledge}\n\n" + "\n".join(
        f"""### Everyone has {dice.choice(TROUBLES)} in the end. {{#check-{number} about=outcome-{number}}}

- [ ] True {{#true}}
- [x] False {{#false}}

[[outcome-{number}/wait]]. [[outcome-{number}/now]].
"""
        for number in range(1, CHECKS + 1)
    )


def closing(dice: Random) -> str:
    """Return questions to ask, support and plans."""
    asked = "\n".join(
        f"- What helps with {trouble}? {{#ask-{trouble}}}" for trouble in dice.sample(TROUBLES, 5)
    )
    plans = "\n".join(
        f"""### Plan for: {option} {{#plan-{option} option={option}}}
- Goal: I have less {dice.choice(TROUBLES)} {{#goal-{option}}}
- Action: Write down how the {dice.choice(BODY_PARTS)} is {{#act-{option}-write who=me when=today}}
- Action: Tell me when to come back {{#act-{option}-back who=team when=today}}
- Review: agree a date
"""
        for option in OPTIONS
    )
    return f"""## Questions to ask {{.questions}}

{asked}

## Help and support {{.support}}

You do not have to decide alone.
{sentences(dice, 7)}

## Make a plan {{.plan}}

{plans}"""
