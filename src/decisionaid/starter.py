"""Write the source of a new aid: a draft with every part in its place and every gap marked.

Layer 3. The compiler accepts it as ``status: draft`` and lists what is still missing. It has no
figures: none can be known yet, and a made-up one could stay.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Beginning:
    """What an author knows on the first day; texts are one line each."""

    title: str = "A title that patients will understand"
    question: str = "What is the decision, as one question?"
    condition: str = "Name of the condition"
    who_for: str = "Say who this is for"
    first_option: str = "Carry on as now"
    second_option: str = "The other option"
    author: str = "Your name"


def starter(begin: Beginning, *, today: date) -> str:
    """Return the source of a new aid; ``today`` is the day its evidence search starts.

    Review is due two years later, the end is three years later.
    """
    words = {name: _one_line(value) for name, value in vars(begin).items()}
    quoted = {
        f"{name}_quoted": json.dumps(text, ensure_ascii=False) for name, text in words.items()
    }
    days = {"today": today, "review": _years_after(today, 2), "expires": _years_after(today, 3)}
    return _TEXT.format(**words, **quoted, **days)


def _one_line(text: str) -> str:
    return " ".join(text.replace("{", "(").replace("}", ")").split())


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


_TEXT = """\
---
decisionaid: 1
question: {question_quoted}
kind: treatment
condition: {{name: {condition_quoted}, plain: {condition_quoted}}}
for: {who_for_quoted}
not-for: "Say who should not use this"
people: {{one: person, many: people}}
country: "GB"
language: en-GB
version: 0.1.0
status: draft
dates: {{published: {today}, evidence: {today}, review: {review}, expires: {expires}}}
update: {{every: 24 months, when: A new review of the evidence, owner: {author_quoted}}}
option-order: From least to most treatment
authors:
  - {{name: {author_quoted}, role: author}}
sources:
  first-source:
    title: "Title of the review or trial you have read"
---

# {title}

Write one or two sentences that say what this page is about.

## What is it? {{.condition}}

Write a few short sentences about the condition.

## When to get help now {{.red-flags when=now}}

Say what to do and whom to call.

- Write one warning sign in each line. {{#first-sign}}

## Your options {{.options}}

### {first_option} {{#as-now .as-now}}

Say in one or two lines what this means.

### {second_option} {{#second-option}}

Say in one or two lines what this means.

## Compare the options {{.compare}}

| | as-now | second-option |
|---|---|---|
| What do I do? {{#involves .involves}} | Write it here. | Write it here. |
| What is it like day to day? {{#daily .experience}} | not found: not looked up yet | not found: not looked up yet |

## What happens to people like me {{.outcomes}}

- Source: first-source

### Something people hope for {{#benefit .good}}

| option | figure |
|---|---|
| as-now | not found: not looked up yet |
| second-option | not found: not looked up yet |

### Something that can go wrong {{#harm .bad}}

| option | figure |
|---|---|
| as-now | not found: not looked up yet |
| second-option | not found: not looked up yet |

## What nobody knows {{.uncertain}}

- Write what research has not answered yet. {{#first-unknown}}

## What matters to you {{.values}}

### Getting the benefit {{#want-benefit .importance about=benefit}}

How important is this to you?

### Avoiding the harm {{#avoid-harm .importance about=harm}}

How important is this to you?

## Check the facts {{.knowledge}}

### Write a statement that is true or false. {{#first-fact about=benefit}}

- [x] True {{#true}}
- [ ] False {{#false}}

Say why, in one sentence.

## Questions to ask {{.questions}}

- Write a question that a person may want to ask. {{#first-question}}

## Help and support {{.support}}

Say where people find help.
"""
