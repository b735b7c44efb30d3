"""Plant one fault at a time in the real aids, and see that ``check`` names it at its line and column.

Where a fault must be named is known from the planting alone: at the mark ``‸`` in what is put into
the text, or at the words that ``above`` finds. The aids as they are have no finding at all, so one
more is the fault, and what it brings with it elsewhere is written beside it: nothing else may be
found. ``python -m tests.planted_faults`` prints the table;
``tests/test_planted_faults.py`` holds it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.disk.outcome_forms import in_form
from decisionaid.text import Source

ROOT = Path(__file__).resolve().parent.parent
MARK = "‸"

DAY = date(2026, 11, 22)
"""The day of the check, so that the rules that go by the date speak too."""

OUTCOME = r"^### (.+?) \{#[^}]*\.(?:good|bad)"
"""The words of an outcome's heading."""

SECTION = r"^## (.+?) \{\."
"""The words of a section's heading."""


@dataclass(frozen=True)
class Fault:
    """One fault.

    ``find`` is a pattern of the aid's lines, and its group ``put``, or its only one, gives way to ``put``. The
    fault must be named at the mark in ``put``, or, without one, where ``put`` begins; ``above`` is
    a pattern of other words it is named at, the nearest before.
    ``brings`` are the codes of what else it makes wrong: an option without its id, say, is missed
    wherever it is spoken of. Of no other code may anything be found, and of its own code one thing.
    """

    part: str
    what: str
    code: str
    find: str
    put: str = ""
    above: str = ""
    brings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Planted:
    """A fault in an aid, and the line and column at which it has to be named."""

    fault: Fault
    aid: str
    text: str
    place: tuple[int, int]


FAULTS = (
    # --- the head -------------------------------------------------------------------------------
    Fault("head", "a key misspelt", "DA005", r"^(funding)", "fundings", brings=("DA601",)),
    Fault("head", "a key in capitals", "DA005", r"^(question)", "Question", brings=("DA102",)),
    Fault("head", "a key nobody knows", "DA005", r"^()funding: ", "colour: blue\n"),
    Fault(
        "head",
        "a key of a group misspelt",
        "DA005",
        r"\{(name): [^}]*plain",
        "nmae",
        brings=(
            "DA006",
            "DA803",
        ),
    ),
    Fault("head", "a key of a source misspelt", "DA005", r"^    (publisher):", "publsher"),
    Fault("head", "a key twice", "DA028", r"^(status: \S+\n)", "status: draft\n‸status: draft\n"),
    Fault("head", "another format", "DA008", r"^decisionaid: (1)", "2"),
    Fault("head", "a kind nobody knows", "DA007", r"^kind: (\w+)", "therapy"),
    Fault("head", "a status misspelt", "DA007", r"^status: (\w+)", "finished"),
    Fault("head", "a country in words", "DA007", r'^country: ("GB")', "England"),
    Fault("head", "a language in words", "DA007", r"^language: (\S+)", "English"),
    Fault(
        "head",
        "a language without words of ours",
        "DA813",
        r"^language: (\S+)",
        "cy",
        brings=("DA801",),
    ),
    Fault("head", "a version of two numbers", "DA007", r"^version: (\S+)", "1.0"),
    Fault("head", "a date the wrong way round", "DA007", r"review: ([0-9-]+)", "22-11-2028"),
    Fault("head", "a day that does not exist", "DA007", r"published: ([0-9-]+)", "2026-02-30"),
    Fault("head", "an unquoted colon", "DA009", r"^funding: (\S.*)", "one: two"),
    Fault("head", "an unquoted comma", "DA009", r"plain: (\w[^,}]*)\}", "one, ‸two"),
    Fault("head", "a key without value", "DA009", r"^(funding: .*)", "funding:"),
    Fault(
        "head",
        "a brace left open",
        "DA004",
        r"^(people: \{.*\})\n",
        "people: {one: adult, many: adults",
    ),
    Fault("head", "an alias", "DA004", r"^funding: (\S.*)", "*all"),
    Fault("head", "a tag", "DA004", r"^funding: (\S.*)", "!!python/name:os.system"),
    Fault("head", "a year of two digits", "DA007", r"^    year: (\d+)", "22"),
    Fault(
        "head",
        "a DOI as an address",
        "DA007",
        r"^    doi: (\S+)",
        "https://doi.org/10.1000/x",
    ),
    Fault("head", "an address without its scheme", "DA007", r"^    url: (\S+)", "www.example.org"),
    Fault(
        "head", "an address without encryption", "DA038", r"^    url: (\S+)", "http://example.org/a"
    ),
    Fault("head", "how much was read, misspelt", "DA007", r"^    read: (\w+)", "all"),
    Fault("head", "a certainty nobody knows", "DA007", r"^    certainty: (.+)", "good"),
    Fault(
        "head",
        "a certainty not graded, without reason",
        "DA007",
        r"^    certainty: (.+)",
        "not graded",
    ),
    Fault(
        "head",
        "an id of a source with capitals",
        "DA016",
        r"^sources:\n  (\S+):",
        "Review-1",
        brings=(
            "DA018",
            "DA305",
            "DA308",
        ),
    ),
    Fault(
        "head", "a source without title", "DA501", r"^(    title: .*\n)", "", r"^  ([a-z0-9-]+):$"
    ),
    Fault("head", "a source without year", "DA501", r"^(    year: .*\n)", "", r"^  ([a-z0-9-]+):$"),
    Fault(
        "head", "an author without interests", "DA603", r"(, interests: none)\}", "", r"(\{name:)"
    ),
    Fault("head", "an author who is no group", "DA007", r"^  - (\{name.*\})", "Editors"),
    Fault("head", "dates without review", "DA506", r"(, review: [0-9-]+)", "", r"^dates: (\{)"),
    Fault(
        "head",
        "review after expiry",
        "DA506",
        r"expires: ([0-9-]+)",
        "2027-01-01",
        r"review: ([0-9-]+)",
    ),
    Fault(
        "head",
        "the condition without plain words",
        "DA006",
        r"(, plain: [^}]*)\}",
        "",
        r"^condition: (\{)",
        brings=("DA803",),
    ),
    # --- options --------------------------------------------------------------------------------
    Fault("options", "the role misspelt", "DA011", r"\{\.(options)\}", "optoins"),
    Fault("options", "two roles", "DA011", r"\{\.options(\})", " .‸values}"),
    Fault(
        "options",
        "an id with capitals",
        "DA016",
        r"^### .*\{#(\S+) \.as-now",
        "Watch",
        brings=(
            "DA017",
            "DA028",
            "DA029",
            "DA201",
            "DA202",
            "DA204",
            "DA314",
            "DA315",
            "DA317",
        ),
    ),
    Fault(
        "options",
        "an id with an underscore",
        "DA016",
        r"^### .*\{#(\S+) \.as-now",
        "as_now",
        brings=(
            "DA017",
            "DA028",
            "DA029",
            "DA201",
            "DA202",
            "DA204",
            "DA314",
            "DA315",
            "DA317",
        ),
    ),
    Fault(
        "options",
        "an id that means something else",
        "DA016",
        r"^### .*\{#(\S+) \.as-now",
        "others",
        brings=(
            "DA017",
            "DA028",
            "DA029",
            "DA201",
            "DA202",
            "DA204",
            "DA314",
            "DA315",
            "DA317",
        ),
    ),
    Fault(
        "options",
        "no id",
        "DA014",
        r"^### .*(\{#\S+ \.as-now)",
        "{.as-now",
        r"^### (\S)",
        brings=(
            "DA017",
            "DA201",
            "DA204",
        ),
    ),
    Fault("options", "a class misspelt", "DA012", r"\.(as-now) name", "asnow", brings=("DA105",)),
    Fault("options", "a class nobody knows", "DA012", r"\.as-now( )name", " .‸best "),
    Fault("options", "a key misspelt", "DA012", r"\.as-now (name)=", "nmae"),
    Fault(
        "options",
        "curly quotes",
        "DA031",
        r'\{(#\S+ \.as-now name="[^"]*")',
        "#as-now .as-now name=“as now”",
        brings=(
            "DA017",
            "DA028",
            "DA029",
            "DA201",
            "DA202",
            "DA204",
            "DA314",
            "DA315",
            "DA317",
        ),
    ),
    Fault(
        "options",
        "words behind the brace",
        "DA013",
        r"^### .*(\{#\S+ \.as-now[^}]*\})",
        "{#as-now .as-now} today",
        brings=(
            "DA017",
            "DA028",
            "DA029",
            "DA201",
            "DA202",
            "DA204",
            "DA314",
            "DA315",
            "DA317",
        ),
    ),
    Fault(
        "options",
        "a brace left open",
        "DA013",
        r"^### .*(\{#\S+ \.as-now[^}]*\})",
        "{#as-now .as-now",
        brings=(
            "DA017",
            "DA028",
            "DA029",
            "DA201",
            "DA202",
            "DA204",
            "DA314",
            "DA315",
            "DA317",
        ),
    ),
    Fault(
        "options",
        "no way to do nothing new",
        "DA105",
        r"^### .*( \.as-now)",
        "",
        SECTION.replace(r"\{\.", r"\{\.options"),
    ),
    Fault(
        "options",
        "an option without words",
        "DA104",
        r"^### .*\.as-now.*\n((?:[^#\n].*\n)+)",
        "",
        r"^### (\S)",
        brings=("DA204",),
    ),
    Fault(
        "options",
        "a heading too deep",
        "DA022",
        r"^### .*\.as-now.*\n(.*)",
        "#### ‸More",
        brings=("DA204",),
    ),
    # --- compare --------------------------------------------------------------------------------
    Fault(
        "compare",
        "an option misspelt in the head",
        "DA017",
        r"\{\.compare\}\n\n\| \| ([a-z-]+)",
        "watchh",
        brings=(
            "DA201",
            "DA204",
        ),
    ),
    Fault(
        "compare",
        "an empty cell",
        "DA025",
        r"\{\.compare\}(?:.|\n)*?\.involves[^|]*\|( [^|]+ )\|",
        " ",
        brings=("DA204",),
    ),
    Fault(
        "compare",
        "a cell too many",
        "DA024",
        r"\{\.compare\}(?:.|\n)*?\.involves[^|]*\|( [^|]+ )\|",
        " one | two ",
        r"^(\|)",
        brings=("DA204",),
    ),
    Fault(
        "compare",
        "a row without id",
        "DA014",
        r"\{\.compare\}(?:.|\n)*?(\{#[a-z-]+ \.involves)",
        "{.involves",
        r"^\| (\S)",
        brings=("DA019",),
    ),
    Fault(
        "compare",
        "a source nobody knows",
        "DA018",
        r"\.involves[^}|]*source=\"?([a-z0-9-]+)",
        "nobody-1999",
    ),
    Fault("compare", "a class misspelt", "DA012", r"\.(involves)", "invovles"),
    Fault(
        "compare",
        "no table",
        "DA201",
        r"\{\.compare\}\n\n((?:\|.*\n)+)",
        "Words.\n",
        SECTION,
        brings=(
            "DA019",
            "DA204",
            "DA409",
            "DA815",
        ),
    ),
    Fault("compare", "the same row twice", "DA015", r"^\| .*\{#([a-z-]+) \.experience", "involves"),
    # --- outcomes -------------------------------------------------------------------------------
    Fault("outcomes", "the role misspelt", "DA011", r"\{\.(outcomes)\}", "outcoems"),
    Fault(
        "outcomes",
        "neither good nor bad",
        "DA039",
        r"^### .*\{#\S+( \.(?:good|bad))",
        "",
        r"^### (\S)",
        brings=("DA202",),
    ),
    Fault("outcomes", "both good and bad", "DA039", r"^### .*\{#\S+ \.(bad|good)", "bad .‸good"),
    Fault(
        "outcomes",
        "no id",
        "DA014",
        r"^### .*\{(#\S+ )\.(?:good|bad)",
        "",
        r"^### (\S)",
        brings=(
            "DA019",
            "DA401",
        ),
    ),
    Fault(
        "outcomes",
        "an id twice",
        "DA015",
        r"^### .*\{#(?P<first>\S+) \.(?:good|bad)(?:.|\n)*?^### .*\{#(?P<put>\S+) \.(?:good|bad)",
        r"\g<first>",
        brings=(
            "DA019",
            "DA401",
        ),
    ),
    Fault("outcomes", "a field misspelt", "DA027", r"^- (Source): ", "Sorce"),
    Fault("outcomes", "a field in small letters", "DA027", r"^- (Time): ", "time"),
    Fault(
        "outcomes",
        "a field nobody knows",
        "DA027",
        r"^- (Said as: .*)",
        "Colour: red",
        brings=("DA301",),
    ),
    Fault(
        "outcomes",
        "a field twice",
        "DA028",
        r"^- Said as: .*\n()",
        "- ‸Said as: are ill / are well\n",
    ),
    Fault("outcomes", "a field without value", "DA029", r"^- (Said as: .*)", "Said as:"),
    Fault("outcomes", "a value in quotes", "DA029", r"^- Said as: (.*)", '"are ill / are well"'),
    Fault("outcomes", "a time without unit", "DA029", r"^- Time: (.*)", "3"),
    Fault("outcomes", "a time with a misspelt unit", "DA029", r"^- Time: (.*)", "3 mnths"),
    Fault("outcomes", "one month in the plural", "DA029", r"^- Time: (.*)", "1 months"),
    Fault("outcomes", "a time not known, without reason", "DA029", r"^- Time: (.*)", "not known"),
    Fault("outcomes", "a certainty nobody knows", "DA029", r"^- Certainty: (.*)", "quite good"),
    Fault(
        "outcomes", "what happens, without what does not", "DA029", r"^- Said as: (.*)", "are ill"
    ),
    Fault(
        "outcomes", "a scale without its good end", "DA029", r"^- Scale: (.*)", "WOMAC, 0 to 240"
    ),
    Fault(
        "outcomes",
        "a source nobody knows",
        "DA018",
        r"^- Source: ([a-z0-9-]+)",
        "nobody-1999",
        brings=(
            "DA305",
            "DA308",
        ),
    ),
    Fault("outcomes", "a stratum nobody knows", "DA019", r"stratum=([a-z0-9-]+)", "risk-99"),
    Fault(
        "outcomes",
        "an estimate of nothing",
        "DA019",
        r"estimate-of=([a-z0-9-]+)",
        "nothing",
        brings=("DA401",),
    ),
    Fault(
        "values",
        "a list without quotes",
        "DA012",
        r"^### .*\.importance about=(?P<put>\"(?P<list>[^\"]*, [^\"]*)\")",
        r"\g<list>",
    ),
    # --- cells ----------------------------------------------------------------------------------
    Fault(
        "cells",
        "'out of' for 'in'",
        "DA026",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "10 out of 100",
    ),
    Fault("cells", "a percentage", "DA026", r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|", "10 %"),
    Fault("cells", "one in so many", "DA026", r"^\| [a-z-]+ \| (\d+ in \d+) \|", "1 in 20"),
    Fault(
        "cells",
        "a comma in the number",
        "DA026",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "1,0 in 100",
    ),
    Fault(
        "cells",
        "more than all",
        "DA312",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "101 in 100",
        brings=(
            "DA302",
            "DA319",
        ),
    ),
    Fault("cells", "out of nobody", "DA026", r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|", "0 in 0"),
    Fault("cells", "a minus sign", "DA026", r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|", "-5 in 100"),
    Fault(
        "cells",
        "a zero for the letter",
        "DA026",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "1O in 100",
    ),
    Fault(
        "cells",
        "an interval the wrong way round",
        "DA312",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "10 in 100 (14 to 8)",
        brings=(
            "DA302",
            "DA319",
        ),
    ),
    Fault(
        "cells",
        "an interval around something else",
        "DA312",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "10 in 100 (20 to 30)",
        brings=(
            "DA302",
            "DA319",
        ),
    ),
    Fault(
        "cells",
        "'not known' without reason",
        "DA026",
        r"^\| [a-z-]+ \| (not (?:known|found): .+?) \|",
        "not known",
    ),
    Fault("cells", "a question mark", "DA026", r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|", "?"),
    Fault("cells", "nothing", "DA025", r"^\| [a-z-]+ \|( \d+ (?:in|of) \d+ )\|", " "),
    Fault(
        "cells",
        "an option misspelt",
        "DA017",
        r"^\| ([a-z-]+) \| \d+ (?:in|of) \d+ \|",
        "nobody",
        brings=("DA202", "DA315", "DA863"),
    ),
    Fault(
        "cells",
        "an option twice",
        "DA028",
        r"^\| (?P<rest>[a-z-]+ \| \d+ (?:in|of) \d+.*\n)(?P<put>)",
        r"| ‸\g<rest>",
    ),
    Fault(
        "cells",
        "a cell too many",
        "DA024",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "1 in 100 | 2 in 100",
        r"^(\|)",
        brings=(
            "DA202",
            "DA302",
            "DA319",
        ),
    ),
    Fault(
        "cells",
        "a line that is compared, taken out",
        "DA315",
        r"^(\| [a-z-]+ \| \d+ in \d+.*\|\n)(?:\| [a-z-]+ \|.*\n)*\| others",
        "",
        r"^- Difference: (\S)",
        brings=("DA863",),
    ),
    Fault(
        "cells",
        "a line that nothing stands for, taken out",
        "DA201",
        r"^\|---\|---\|\n(\| [a-z-]+ \| \d+ in \d+ \|\n)\| (?!others)[a-z-]+ \|.*\n\n",
        "",
        OUTCOME,
        brings=("DA202",),
    ),
    Fault(
        "cells",
        "another denominator",
        "DA302",
        r"^\| [a-z-]+ \| \d+ in \d+.*\n\| [a-z-]+ \| (\d+ in \d+)",
        "30 in 10000",
        brings=(
            "DA312",
            "DA319",
            "DA323",
        ),
    ),
    Fault(
        "cells",
        "one tenth of a person more than all",
        "DA312",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "100.1 in 100",
        brings=(
            "DA302",
            "DA319",
        ),
    ),
    Fault(
        "cells",
        "a digit too many in a group",
        "DA329",
        r"^\| [a-z-]+ \| \d+ of \d+ \|\n\| [a-z-]+ \| (?P<put>(?P<count>\d+ of \d+)) \|",
        r"\g<count>0",
        brings=("DA319",),
    ),
    Fault(
        "fields",
        "a time of nothing",
        "DA312",
        r"^- Time: (?P<put>\d+ months)$",
        "0 months",
        brings=("DA324",),
    ),
    # --- differences ----------------------------------------------------------------------------
    Fault(
        "differences",
        "an option nobody knows",
        "DA017",
        r"^- Difference: ([a-z-]+) against",
        "nobody",
    ),
    Fault(
        "differences",
        "against itself",
        "DA029",
        r"^- Difference: (?P<one>[a-z-]+) against (?P<put>[a-z-]+):",
        r"\g<one>",
        r"^- Difference: (\S)",
    ),
    Fault(
        "differences",
        "no 'against'",
        "DA029",
        r"^- Difference: ([a-z-]+ against .*)",
        "lower",
    ),
    Fault(
        "differences",
        "a ratio without a name",
        "DA029",
        r"^- Difference: ([a-z-]+ against [a-z-]+: risk ratio .*)",
        "now against watch: 0.5",
        brings=("DA314",),
    ),
    Fault(
        "differences",
        "an interval the wrong way round",
        "DA312",
        r"^- Difference: [a-z-]+ against [a-z-]+: (risk ratio .*)",
        "risk ratio 0.5 (0.7 to 0.3)",
        r"^- Difference: (\S)",
        brings=("DA319",),
    ),
    Fault(
        "differences",
        "a ratio outside its interval",
        "DA312",
        r"^- Difference: [a-z-]+ against [a-z-]+: (risk ratio .*)",
        "risk ratio 0.5 (0.7 to 0.9)",
        r"^- Difference: (\S)",
        brings=("DA319",),
    ),
    # --- values and knowledge -------------------------------------------------------------------
    Fault("values", "the role misspelt", "DA011", r"\{\.(values)\}", "vlaues"),
    Fault("values", "a kind of question nobody knows", "DA012", r"^### .*\.(importance)", "weight"),
    Fault(
        "values", "no kind of question", "DA039", r"^### .*\{#\S+( \.importance)", "", r"^### (\S)"
    ),
    Fault(
        "values",
        "about an outcome that is not there",
        "DA019",
        r"\.importance about=\"?([a-z0-9-]+)",
        "nothing-there",
        brings=("DA401",),
    ),
    Fault(
        "values",
        "an answer without id",
        "DA014",
        r"^- I would rather .*( \{#[a-z-]+ toward=)",
        " {toward=",
        r"^- (I)",
    ),
    Fault("values", "an answer toward no option", "DA017", r"toward=\"?([a-z-]+)", "nobody"),
    Fault(
        "values",
        "two answers with one id",
        "DA015",
        r"^- I would rather .*\{#(?P<one>[a-z-]+) .*\n- I would rather .*\{#(?P<put>[a-z-]+) ",
        r"\g<one>",
    ),
    Fault(
        "values",
        "a question with a stray table",
        "DA030",
        r"^### .*\.importance.*\n(.*)",
        "| a | b |\n|---|---|\n| c | d |",
        brings=("DA113",),
    ),
    Fault("knowledge", "no right answer", "DA029", r"^- \[(x)\] ", " ", r"^### (\S)"),
    Fault("knowledge", "two right answers", "DA029", r"^- \[x\] .*\n- \[( \] )", "x] ‸"),
    Fault(
        "knowledge",
        "about nothing there",
        "DA019",
        r"^### .*\{#\S+ about=([a-z0-9-]+)\}\n\n- \[",
        "nothing-there",
        brings=("DA409",),
    ),
    Fault(
        "knowledge",
        "a figure of an outcome that is not there",
        "DA019",
        r"\[\[([a-z0-9-]+)/",
        "nothing-there",
    ),
    Fault(
        "knowledge",
        "a figure of an option that is not there",
        "DA017",
        r"\[\[[a-z0-9-]+/([a-z-]+)\]\]",
        "nobody",
    ),
    # --- plan, questions, warning signs ----------------------------------------------------------
    Fault(
        "plan", "an option nobody knows", "DA017", r"^### .*\{#plan-\S+ option=([a-z-]+)", "nobody"
    ),
    Fault("plan", "a field misspelt", "DA027", r"^- (Action): ", "Acton"),
    Fault("plan", "who does it, misspelt", "DA029", r"who=(\w+)", "everybody"),
    Fault(
        "plan", "a goal without id", "DA014", r"^- Goal: .*?( \{#[a-z-]+\})", "", r"^- Goal: (\S)"
    ),
    Fault("plan", "a review that is no time", "DA029", r"^- Review: (.*)", "soon"),
    Fault(
        "questions",
        "a question without id",
        "DA014",
        r"\{\.questions\}\n\n- .*?( \{#[a-z-]+\})",
        "",
        r"^- (\S)",
    ),
    Fault(
        "questions",
        "an id twice",
        "DA015",
        r"\{\.questions\}\n\n- .*\{#(?P<one>[a-z-]+)\}\n- .*\{#(?P<put>[a-z-]+)\}",
        r"\g<one>",
    ),
    Fault("warning signs", "when, misspelt", "DA029", r"\.red-flags when=(\w+)", "nwo"),
    Fault(
        "warning signs",
        "a sign without id",
        "DA014",
        r"\.red-flags(?:.|\n)*?\n- .*?( \{#[a-z-]+\})",
        "",
        r"^- (\S)",
    ),
    # --- prose, links, characters ----------------------------------------------------------------
    Fault(
        "prose", "HTML", "DA021", r"\{\.condition\}\n\n(\w+)", "‸<b>Words</b>", brings=("DA021",)
    ),
    Fault(
        "prose",
        "a script",
        "DA021",
        r"\{\.condition\}\n\n(\w+)",
        "‸<script>alert(1)</script> Words",
    ),
    Fault(
        "prose",
        "a link that runs a script",
        "DA023",
        r"\{\.condition\}\n\n(\w+)",
        "‸[Words](javascript:alert(1))",
    ),
    Fault(
        "prose",
        "a link without encryption",
        "DA023",
        r"\{\.condition\}\n\n(\w+)",
        "‸[Words](http://example.org)",
    ),
    Fault(
        "prose",
        "a link to a page that is not there",
        "DA814",
        r"\{\.condition\}\n\n(\w+)",
        "[‸Words](no-such-page.html)",
    ),
    Fault(
        "questions",
        "a question to ask that no record holds",
        "DA414",
        r"## Questions to ask \{\.questions\}\n\n- (How|What)",
        "‸" + "Could you tell me more about this? " * 9 + "What",
        brings=("DA865",),  # and so long a question makes the way longer
    ),
    Fault(
        "prose",
        "a picture from elsewhere",
        "DA022",
        r"\{\.condition\}\n\n()",
        "‸![Words](https://example.org/a.png)\n\n",
    ),
    Fault(
        "prose",
        "a picture without description",
        "DA022",
        r"\{\.condition\}\n\n()",
        "‸![](images/a.png)\n\n",
    ),
    Fault("prose", "code", "DA022", r"\{\.condition\}\n\n()", "‸```\ncode\n```\n\n"),
    Fault("prose", "a quotation", "DA022", r"\{\.condition\}\n\n()", "‸> Words.\n\n"),
    Fault("prose", "a line drawn", "DA022", r"\{\.condition\}\n\n()", "‸---\n\n"),
    Fault("prose", "a tab", "DA032", r"\{\.condition\}\n\n\w+( )", "‸\t"),
    Fault("prose", "a non-breaking space", "DA037", r"\{\.condition\}\n\n\w+( )", "‸\u00a0"),
    Fault("prose", "a control character", "DA001", r"\{\.condition\}\n\n\w+( )", "‸\x07"),
    Fault(
        "prose", "an override of the direction", "DA001", r"\{\.condition\}\n\n\w+( )", "‸\u202e"
    ),
    Fault("prose", "a second title", "DA010", r"\{\.condition\}\n\n()", "# ‸Title\n\n"),
    Fault(
        "prose",
        "a percentage of people",
        "DA310",
        r"\{\.condition\}\n\n(\w+)",
        "It happens to ‸20 % of people. Words",
    ),
    Fault(
        "prose",
        "so many in a hundred",
        "DA310",
        r"\{\.condition\}\n\n(\w+)",
        "It happens to ‸20 in 100 people. Words",
    ),
    Fault(
        "prose",
        "a chance in words",
        "DA321",
        r"\{\.condition\}\n\n(\w+)",
        "There is ‸a high chance of it. Words",
    ),
    Fault("prose", "a loaded word", "DA205", r"\.as-now.*\n(\w)", "You ‸only wait. W"),
    Fault(
        "prose",
        "a hard word",
        "DA803",
        r"\{\.condition\}\n\n(\w+)",
        "You have ‸hypertension. Words",
    ),
    Fault(
        "prose",
        "a note between authors left open",
        "DA021",
        r"\{\.condition\}\n\n(\w+)",
        "‸<!-- note\nWords",
    ),
    # --- the screening test ----------------------------------------------------------------------
    Fault("test", "the option of the test misspelt", "DA017", r"\.test option=([a-z-]+)", "sacn"),
    Fault("test", "no option of the test", "DA972", r"\.test( option=[a-z-]+)", "", r"^## (\S)"),
    Fault("test", "a cell empty", "DA025", r"^\| Scan says yes \|( [^|]+ )\|", " "),
    Fault("test", "a cell that is no figure", "DA026", r"^\| Scan says yes \| ([^|]+) \|", "some"),
    Fault(
        "test",
        "cells that do not add up",
        "DA312",
        r"^\| Scan says no \| [^|]+ \| ([^|]+) \|",
        "900 in 1000",
    ),
    Fault(
        "test",
        "one denominator of its own",
        "DA312",
        r"^\| Scan says yes \| [^|]+ \| ([^|]+) \|",
        "7 in 100",
    ),
    Fault(
        "test",
        "no words for a positive result",
        "DA973",
        r"\{#scan-yes (\.positive)\}",
        ".negative",
        SECTION.replace(r"\{\.", r"\{\.test"),
        brings=("DA973",),
    ),
    Fault(
        "test",
        "a result without id",
        "DA014",
        r"\{(#scan-yes )\.positive\}",
        "",
        r"^### (\S)",
        brings=("DA019",),
    ),
    Fault("test", "a certainty misspelt", "DA029", r"\.test(?:.|\n)*?- Certainty: (.*)", "modrate"),
    # --- what a careless or biased author does -----------------------------------------------------
    Fault(
        "bias",
        "figures of two options swapped",
        "DA319",
        r"^\| watch \| (426 in 1000 \|\n\| now \| 379 in 1000 \(332 to 431\))",
        "379 in 1000 |\n| now | 426 in 1000 (332 to 431)",
        r"^- Difference: (\S)",
    ),
    Fault(
        "bias",
        "a ratio of other figures",
        "DA319",
        r"^- Difference: (?:now against watch|surgery against injection): (risk ratio 1\.3.*)",
        "risk ratio 8.0 (7.0 to 9.0)",
        r"^- Difference: (\S)",
    ),
    Fault(
        "bias",
        "a ratio as a percentage",
        "DA319",
        r"^- Difference: now against watch: (risk ratio 1.38.*)",
        "risk ratio 138 (119 to 159)",
        r"^- Difference: (\S)",
    ),
    Fault(
        "bias",
        "a harm counted as nought",
        "DA319",
        r"^\| watch \| (196) in",
        "0",
        r"^- Difference: (\S)",
    ),
    Fault(
        "bias",
        "a difference in points that is not that of the scores",
        "DA319",
        r"exercise-weight: (18\.8 points higher)",
        "8.8 points higher",
        r"^- Difference: (\S)",
    ),
    Fault(
        "bias",
        "a difference no longer called adjusted",
        "DA319",
        r"21\.5 higher\)(, adjusted)",
        "",
        r"^- Difference: (\S)",
    ),
    Fault(
        "bias",
        "a harm marked good",
        "DA210",
        r"\{#(?:diabetes|side-effects|any-adverse-event-18m|paracetamol-any-side-effect) (\.bad)",
        ".good",
        r"^### (\S)",
    ),
    Fault(
        "bias",
        "a harm marked neutral",
        "DA210",
        r"\{#(?:diabetes|side-effects|any-adverse-event-18m) (\.bad)",
        ".neutral",
        r"^### (\S)",
    ),
    Fault(
        "bias",
        "a good thing marked bad",
        "DA210",
        r"\{#much-better-3m (\.good)",
        ".bad",
        r"^### (\S)",
    ),
    Fault("bias", "a scale turned round", "DA210", r"WOMAC, 0 to 240, (lower)", "higher", OUTCOME),
    Fault(
        "bias",
        "what speaks against an option folded away",
        "DA211",
        r"(?P<put>\{#muscle-pain \.bad \.grid\}(?P<one>(?:.|\n)*?)\{#muscle-pain-year-1 \.bad\}"
        r"(?P<two>(?:.|\n)*?)\{#diabetes \.bad \.grid\})",
        r"{#muscle-pain .bad .more}\g<one>{#muscle-pain-year-1 .bad .more}\g<two>{#diabetes .bad .more}",
        r"^### (No statin)",
    ),
    Fault(
        "bias", "a title that names one option", "DA212", r"^# (Knee arthritis): ", "Painkillers"
    ),
    Fault(
        "bias",
        "a plan for some options alone",
        "DA213",
        r"^(### If (?:we watch|I carry on|I wear)(?:.|\n)*?)(?=\n### If)",
        "",
        r"^## (\S.*) \{\.plan",
    ),
    Fault(
        "bias",
        "a row for the benefits alone",
        "DA214",
        r"^\| What are the (downsides)",
        "benefits",
        r"^\| (\S)",
    ),
    Fault(
        "bias",
        "the option of doing nothing put last",
        "DA207",
        r"^option-order: (From least to most treatment)",
        "From most to least treatment",
    ),
    Fault("bias", "the best option first", "DA207", r"^option-order: (.*)", "The best first"),
    Fault(
        "bias",
        "an option recommended by its name",
        "DA205",
        r"^### (?:Statin|Antibiotics straight away|Knee replacement|Carpal tunnel surgery)() \{",
        " (‸recommended)",
    ),
    Fault(
        "bias",
        "an option recommended within a sentence",
        "DA205",
        r'name="()(?:a statin|antibiotics straight|knee repl|surgery)',
        "the ‸recommended ",
    ),
    Fault(
        "bias",
        "a heading that commands",
        "DA205",
        r"^## (\S.*) \{\.options\}",
        "‸Why you should choose",
    ),
    Fault(
        "bias",
        "a question that commands",
        "DA205",
        r'^question: "(.*)"',
        "What is the ‸recommended treatment?",
    ),
    Fault(
        "bias",
        "an answer that frightens",
        "DA205",
        r"^- I would rather ([^{]*) \{#rather-(?:no-medicine|wait|no-operation)",
        "‸gamble with my life",
    ),
    Fault(
        "bias",
        "a fact to check that praises",
        "DA205",
        r"^### (\S.*) \{#[^}]*\}\n\n- \[x\] True",
        "This is the ‸best choice.",
    ),
    Fault(
        "bias",
        "a picture that commands",
        "DA205",
        r"\{\.condition\}\n\n(\S)",
        "![‸You should choose it](images/a.png)\n\nW",
    ),
    Fault("bias", "haste", "DA205", r"\{\.support\}\n\n(\S.*)", "‸Act now."),
    Fault(
        "bias",
        "one option in capitals",
        "DA206",
        r"^### \S.*\{#(?:statin|now|knee-replacement|surgery) .*\n(You .*)",
        "‸YOU TAKE it.",
        brings=("DA204",),
    ),
    Fault(
        "bias",
        "one option with a cry",
        "DA206",
        r"^### \S.*\{#(?:statin|now|knee-replacement|surgery) .*\n(You .*)",
        "You have ‸it!",
        brings=("DA204",),
    ),
    Fault(
        "bias",
        "a question that begs",
        "DA402",
        r"^(How important is it to you)",
        "‸Wouldn't you like",
    ),
    Fault(
        "bias",
        "an answer against an option that points to it",
        "DA410",
        r"^- I would rather take a medicine to lower a risk \{#rather-medicine toward=(statin)\}",
        "no-statin",
        r"^- (I would)",
    ),
    Fault(
        "bias",
        "one end of a balance that points nowhere",
        "DA410",
        r"^- \S.*\{#[a-z-]+( toward=\S+)\}",
        "",
        r"^- (\S)",
    ),
    Fault(
        "bias",
        "no end for what does not matter",
        "DA410",
        r"^How important is it[^\n]*(\n)(?=\n### )",
        "\n\n- ‸Rather important to me {#low}\n- Very important to me {#high}\n",
    ),
    Fault(
        "bias",
        "a scale that runs backwards",
        "DA410",
        r"^How important is it[^\n]*(\n)(?=\n### )",
        "\n\n- ‸Very important to me {#low}\n- Not important to me {#high}\n",
    ),
    Fault(
        "bias",
        "a right answer that the figure contradicts",
        "DA411",
        r"^(- \[ \] True \{#true\}\n- \[x\] False)(?= \{#false\}\n\n(?:In these trials people[^\n]*|)"
        r"\[\[(?:pain-2-3d|cvd-10y-risk10/no|much-better-18m|muscle-pain))",
        "- [x] ‸True {#true}\n- [ ] False",
    ),
    Fault(
        "bias",
        "a fact with the figures of another outcome",
        "DA409",
        r"^### .*about=side-effects\}\n\n.*\n.*\n\n(\[\[.*)",
        "[[pain-24h/now]].",
        r"^### (\S)",
    ),
    Fault(
        "bias",
        "a time changed in one row",
        "DA324",
        r"(?:after|within) \d+ (?:hours|months) .*\n\n(?:- Source.*\n)?(?:- Certainty.*\n)?- Time: (\d.*)",
        "9 years",
    ),
    Fault(
        "bias",
        "the halves of a figure turned round",
        "DA325",
        r"^- Said as: ((?:die / do not die|are sick, have loose poo or have a rash / have none of these))",
        "‸have none of these / die",
    ),
    Fault("bias", "both halves the same", "DA325", r"^- Said as: (.*)", "get better / get better"),
    Fault("bias", "two outcomes of one name", "DA326", r"^### (Stroke) \{#stroke ", "Heart attack"),
    Fault(
        "bias",
        "a group that nothing is for",
        "DA327",
        r"^strata:\n()",
        "  ‸extra: I have another condition\n",
        brings=("DA327",),
    ),
    Fault(
        "bias",
        "an option for one group with figures for another",
        "DA327",
        r'^### Statin \{#statin name="a statin"()\}',
        " stratum=risk-20",
        r"^### (\S)",
    ),
    Fault(
        "bias",
        "figures of people of another age",
        "DA328",
        r"^- People: 2,107 (children)",
        "adults",
    ),
    Fault(
        "bias",
        "a source that nothing rests on",
        "DA515",
        r"^sources:\n()",
        "  unused-2020:\n    short: Unused\n    title: ‸A study nobody uses\n    year: 2020\n"
        "    doi: 10.1000/unused\n    read: whole\n",
    ),
    Fault(
        "bias", "evidence older than its sources", "DA516", r"evidence: (2026-11-20)", "2012-11-20"
    ),
    Fault("bias", "a source still to come", "DA516", r"^    year: (\d{4})", "2031"),
    Fault(
        "bias",
        "a maker who paid",
        "DA605",
        r"^funding: (\S.*)",
        "Paid by Example Company, which makes one of the options",
    ),
    Fault(
        "bias",
        "an author who works for a maker",
        "DA605",
        r"role: \w+, interests: (none)",
        "works for a maker of one option",
    ),
    Fault(
        "bias",
        "an update once in a lifetime",
        "DA507",
        r"^update: \{every: (\d+ months)",
        "240 months",
    ),
    Fault(
        "bias", "published after tomorrow", "DA505", r"published: (\d{4}-\d\d-\d\d)", "2027-11-22"
    ),
    Fault(
        "bias",
        "evidence gathered after it was published",
        "DA505",
        r"evidence: (\d{4}-\d\d-\d\d)",
        "2026-11-24",
    ),
    Fault("bias", "an aid that never ends", "DA506", r"expires: (\d{4}-\d\d-\d\d)", "2039-11-22"),
    Fault(
        "bias",
        "a waiver of what nobody can waive",
        "DA035",
        r"^waivers:\n()",
        '  ‸DA312: {by: Example team, date: 2026-11-22, reason: "We know that it does not add up at all."}\n',
    ),
    Fault(
        "bias",
        "a review by the authors themselves",
        "DA716",
        r"^  review-patients: \{done: (no, summary: .*)\}",
        "yes, who: ‸[Demonstration team], n: 12, date: 2026-05-01, document: https://example.org/x",
    ),
    Fault(
        "bias",
        "a review without proof",
        "DA715",
        r"^  (review-patients: \{done: no, summary: .*\})",
        "review-patients: {done: yes, summary: Many have read it}",
    ),
    Fault(
        "bias",
        "as many as",
        "DA309",
        r"\{\.support\}\n\n(\S.*)",
        "It helps ‸as many as 40 in 100 people.",
    ),
    Fault(
        "bias", "up to", "DA309", r"\{\.support\}\n\n(\S.*)", "It helps ‸up to 40 in 100 people."
    ),
    Fault("bias", "only so many", "DA309", r"^- Note: (.*)", "It harms ‸only 5 in 100 people."),
    Fault(
        "bias",
        "one in so many, in words",
        "DA309",
        r"\{\.support\}\n\n(\S.*)",
        "It helps ‸one in four people.",
    ),
    Fault(
        "bias",
        "a relative change alone",
        "DA309",
        r"\{\.support\}\n\n(\S.*)",
        "It makes it ‸half as likely.",
    ),
    Fault(
        "bias",
        "nine out of ten",
        "DA310",
        r"\{\.support\}\n\n(\S.*)",
        "‸Nine out of ten people get better.",
    ),
    Fault(
        "bias",
        "of 100 people, 16",
        "DA310",
        r"\{\.support\}\n\n(\S.*)",
        "‸Of 100 people, 16 get better.",
    ),
    Fault("bias", "hardly ever", "DA321", r"\{\.support\}\n\n(\S.*)", "Harm ‸hardly ever happens."),
    Fault(
        "bias",
        "a risk that is low",
        "DA321",
        r"\{\.support\}\n\n(\S.*)",
        "The ‸risk of harm is low.",
    ),
    Fault(
        "bias",
        "a dash for a cell",
        "DA025",
        r"^\| What do people say it is like\? [^|]*\| ([^|]*) \|",
        "-",
        brings=("DA204",),
    ),
    Fault(
        "bias",
        "ditto",
        "DA025",
        r"^\| What do people say it is like\? [^|]*\| [^|]* \| ([^|]*) \|",
        "ditto",
    ),
    Fault(
        "bias",
        "a reason that is none",
        "DA026",
        r"^\| others \| (not known: .*) \|",
        "not known: n/a",
    ),
    Fault(
        "bias",
        "a link to click here",
        "DA810",
        r"\{\.support\}\n\n(\S.*)",
        "To read more [‸click here](https://example.org).",
    ),
    Fault(
        "bias",
        "a link to another address than it says",
        "DA811",
        r"\{\.support\}\n\n(\S.*)",
        "See [‸www.nhs.uk](https://example.org).",
    ),
    Fault(
        "bias",
        "a picture described by its file",
        "DA812",
        r"\{\.condition\}\n\n(\S)",
        "![‸a.png](images/a.png)\n\nW",
    ),
    Fault(
        "bias",
        "a letter of another alphabet",
        "DA046",
        r"\{\.support\}\n\n(\S.*)",
        "‸Yоu can talk.",
    ),
    Fault(
        "bias",
        "letters made for formulas",
        "DA046",
        r"\{\.support\}\n\n(\S.*)",
        "It is ‸𝐠𝐨𝐨𝐝 to talk.",
    ),
    Fault("bias", "a letter that nobody sees", "DA001", r"\{\.support\}\n\n(\S)", "Yo‸\U000e0041u"),
    Fault("bias", "an isolate of the direction", "DA001", r"\{\.support\}\n\n(\S)", "Yo‸\u2067u"),
)


def planted(fault: Fault, aid: str, text: str) -> Planted | None:
    """Plant a fault in a text, or return None when the text has no place for it."""
    found = re.search(fault.find, text, re.MULTILINE)
    if found is None:
        return None
    start, end = found.span("put" if "put" in found.re.groupindex else 1)
    put, at = found.expand(fault.put) if "\\g<" in fault.put else fault.put, start
    if MARK in put:
        at = start + put.index(MARK)
        put = put.replace(MARK, "")
    changed = text[:start] + put + text[end:]
    if fault.above:
        every = list(re.finditer(fault.above, changed[:start], re.MULTILINE))
        at = every[-1].start(1)
    before = changed[:at]
    return Planted(fault, aid, changed, (before.count("\n") + 1, at - before.rfind("\n")))


PATHS = {
    path.parent.name if path.name == "index.md" else path.stem: path
    for path in (*sorted(ROOT.glob("aids/*/index.md")), ROOT / "tests/specimens/screening.md")
}
NAMES = tuple(PATHS)
"""Each real aid, and the specimen of a screening test."""


@cache
def aids() -> dict[str, str]:
    """Return the text of each of them in the long form, where each fault stands on a line of its own."""
    return {
        name: in_form(Source(path.name, path.read_text("utf-8")), "long")
        for name, path in PATHS.items()
    }


def compiled(aid: str, text: str) -> Compiled:
    """Compile an aid as ``check`` does."""
    return compile_aid(Source(f"aids/{aid}/index.md", text, aid), today=DAY)


def plantings() -> Iterator[Planted]:
    """Yield each fault in each aid that has a place for it."""
    texts = aids()
    for fault in FAULTS:
        for aid, text in texts.items():
            if found := planted(fault, aid, text):
                yield found


Finding = tuple[str, int, int]
"""A code, a line and a column."""


def findings(aid: str, text: str) -> list[Finding]:
    """Return everything that ``check`` says of an aid, of any severity."""
    told = compiled(aid, text).diagnostics
    return [(each.code.number, each.span.line, each.span.column) for each in told]


def what_is_wrong(each: Planted) -> str | None:
    """Return in what way the compiler's answer is not what it must be, or None."""
    told, fault = findings(each.aid, each.text), each.fault
    named = (fault.code, *each.place)
    if named not in told:
        return f"not named; it says {told[:4]}"
    told.remove(named)
    besides = [found for found in told if found[0] not in fault.brings]
    return f"named, and besides {besides[:4]}" if besides else None


def main() -> int:
    """Print the table of all faults; return 1 when one is not named where it is."""
    found: dict[Fault, list[str | None]] = {fault: [] for fault in FAULTS}
    for each in track(list(plantings()), "Planting", console=Console(stderr=True), transient=True):
        found[each.fault].append(what_is_wrong(each))
    table = Table(title="Planted faults", title_justify="left")
    for heading in ("part", "fault", "code"):
        table.add_column(heading)
    table.add_column("aids", justify="right")
    table.add_column("at its line and column")
    for fault, wrong in found.items():
        missed = [each for each in wrong if each]
        answer = missed[0] if missed else "named" if wrong else "no place for it"
        table.add_row(fault.part, fault.what, fault.code, str(len(wrong)), answer)
    console = Console()
    console.print(table)
    missed_all = sum(1 for wrong in found.values() if not wrong or any(wrong))
    planted_all = sum(map(len, found.values()))
    unclean = [aid for aid, text in aids().items() if findings(aid, text)]
    codes = len({fault.code for fault in FAULTS})
    console.print(
        f"{len(FAULTS)} faults of {codes} codes, planted {planted_all} times; {missed_all} missed."
    )
    console.print(f"Aids with findings of their own: {', '.join(unclean) or 'none'}.")
    return 1 if missed_all or unclean else 0


if __name__ == "__main__":
    sys.exit(main())
