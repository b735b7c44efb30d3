"""Plant one fault at a time in the real aids, and see that ``check`` names it at its line and column.

Where a fault must be named is known from the planting alone: at the mark ``‸`` in what is put into
the text, or at the words that ``above`` or ``below`` finds. ``python -m tests.planted_faults`` prints
the table; ``tests/test_planted_faults.py`` holds it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from decisionaid.compiler import Compiled, compile_aid
from decisionaid.diagnostics import Severity
from decisionaid.text import Source

ROOT = Path(__file__).resolve().parent.parent
MARK = "‸"

OUTCOME = r"^### (.+?) \{#[^}]*\.(?:good|bad)"
"""The words of an outcome's heading."""

SECTION = r"^## (.+?) \{\."
"""The words of a section's heading."""


@dataclass(frozen=True)
class Fault:
    """One fault.

    ``find`` is a pattern of the aid's lines, and its group ``put``, or its only one, gives way to ``put``. The
    fault must be named at the mark in ``put``, or, without one, where ``put`` begins; ``above`` and
    ``below`` are patterns of other words it is named at, the nearest ones before and after.
    """

    part: str
    what: str
    code: str
    find: str
    put: str = ""
    above: str = ""
    below: str = ""


@dataclass(frozen=True)
class Planted:
    """A fault in an aid, and the line and column at which it has to be named."""

    fault: Fault
    aid: str
    text: str
    place: tuple[int, int]


FAULTS = (
    # --- the head -------------------------------------------------------------------------------
    Fault("head", "a key misspelt", "DA005", r"^(funding)", "fundings"),
    Fault("head", "a key in capitals", "DA005", r"^(question)", "Question"),
    Fault("head", "a key nobody knows", "DA005", r"^()funding: ", "colour: blue\n"),
    Fault("head", "a key of a group misspelt", "DA005", r"\{(name): [^}]*plain", "nmae"),
    Fault("head", "a key of a source misspelt", "DA005", r"^    (publisher):", "publsher"),
    Fault("head", "a key twice", "DA028", r"^(status: \S+\n)", "status: draft\n‸status: draft\n"),
    Fault("head", "another format", "DA008", r"^decisionaid: (1)", "2"),
    Fault("head", "a kind nobody knows", "DA007", r"^kind: (\w+)", "therapy"),
    Fault("head", "a status misspelt", "DA007", r"^status: (\w+)", "finished"),
    Fault("head", "a country in words", "DA007", r'^country: ("GB")', "England"),
    Fault("head", "a language in words", "DA007", r"^language: (\S+)", "English"),
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
        below=r"^\w+(:)",
    ),
    Fault("head", "an alias", "DA004", r"^funding: (\S.*)", "*all"),
    Fault("head", "a tag", "DA004", r"^funding: (\S.*)", "!!python/name:os.system"),
    Fault("head", "a year of two digits", "DA007", r"^    year: (\d+)", "22"),
    Fault("head", "a DOI as an address", "DA007", r"^    doi: (\S+)", "https://doi.org/10.1000/x"),
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
    Fault("head", "an id of a source with capitals", "DA016", r"^sources:\n  (\S+):", "Review-1"),
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
    ),
    # --- options --------------------------------------------------------------------------------
    Fault("options", "the role misspelt", "DA011", r"\{\.(options)\}", "optoins"),
    Fault("options", "two roles", "DA011", r"\{\.options(\})", " .‸values}"),
    Fault("options", "an id with capitals", "DA016", r"^### .*\{#(\S+) \.as-now", "Watch"),
    Fault("options", "an id with an underscore", "DA016", r"^### .*\{#(\S+) \.as-now", "as_now"),
    Fault(
        "options", "an id that means something else", "DA016", r"^### .*\{#(\S+) \.as-now", "others"
    ),
    Fault("options", "no id", "DA014", r"^### .*(\{#\S+ \.as-now)", "{.as-now", r"^### (\S)"),
    Fault("options", "a class misspelt", "DA012", r"\.(as-now) name", "asnow"),
    Fault("options", "a class nobody knows", "DA012", r"\.as-now( )name", " .‸best "),
    Fault("options", "a key misspelt", "DA012", r"\.as-now (name)=", "nmae"),
    Fault(
        "options",
        "curly quotes",
        "DA031",
        r'\{(#\S+ \.as-now name="[^"]*")',
        "#as-now .as-now name=“as now”",
    ),
    Fault(
        "options",
        "words behind the brace",
        "DA013",
        r"^### .*(\{#\S+ \.as-now[^}]*\})",
        "{#as-now .as-now} today",
    ),
    Fault(
        "options",
        "a brace left open",
        "DA013",
        r"^### .*(\{#\S+ \.as-now[^}]*\})",
        "{#as-now .as-now",
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
    ),
    Fault("options", "a heading too deep", "DA022", r"^### .*\.as-now.*\n(.*)", "#### ‸More"),
    # --- compare --------------------------------------------------------------------------------
    Fault(
        "compare",
        "an option misspelt in the head",
        "DA017",
        r"\{\.compare\}\n\n\| \| ([a-z-]+)",
        "watchh",
    ),
    Fault(
        "compare",
        "an empty cell",
        "DA025",
        r"\{\.compare\}(?:.|\n)*?\.involves[^|]*\|( [^|]+ )\|",
        " ",
    ),
    Fault(
        "compare",
        "a cell too many",
        "DA024",
        r"\{\.compare\}(?:.|\n)*?\.involves[^|]*\|( [^|]+ )\|",
        " one | two ",
        r"^(\|)",
    ),
    Fault(
        "compare",
        "a row without id",
        "DA014",
        r"\{\.compare\}(?:.|\n)*?(\{#[a-z-]+ \.involves)",
        "{.involves",
        r"^\| (\S)",
    ),
    Fault(
        "compare",
        "a source nobody knows",
        "DA018",
        r"\.involves[^}|]*source=\"?([a-z0-9-]+)",
        "nobody-1999",
    ),
    Fault("compare", "a class misspelt", "DA012", r"\.(involves)", "invovles"),
    Fault("compare", "no table", "DA201", r"\{\.compare\}\n\n((?:\|.*\n)+)", "Words.\n", SECTION),
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
    ),
    Fault("outcomes", "both good and bad", "DA039", r"^### .*\{#\S+ \.(bad|good)", "bad .‸good"),
    Fault("outcomes", "no id", "DA014", r"^### .*\{(#\S+ )\.(?:good|bad)", "", r"^### (\S)"),
    Fault(
        "outcomes",
        "an id twice",
        "DA015",
        r"^### .*\{#(?P<first>\S+) \.(?:good|bad)(?:.|\n)*?^### .*\{#(?P<put>\S+) \.(?:good|bad)",
        r"\g<first>",
    ),
    Fault("outcomes", "a field misspelt", "DA027", r"^- (Source): ", "Sorce"),
    Fault("outcomes", "a field in small letters", "DA027", r"^- (Time): ", "time"),
    Fault("outcomes", "a field nobody knows", "DA027", r"^- (Said as: .*)", "Colour: red"),
    Fault(
        "outcomes",
        "a field twice",
        "DA028",
        r"^- Said as: .*\n()",
        "- ‸Said as: are ill / are well\n",
    ),
    Fault("outcomes", "a field without value", "DA029", r"^- (Said as: .*)", "Said as:"),
    Fault("outcomes", "a value in quotes", "DA029", r"^- Said as: (.*)", '"are ill"'),
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
    Fault("outcomes", "a source nobody knows", "DA018", r"^- Source: ([a-z0-9-]+)", "nobody-1999"),
    Fault("outcomes", "a stratum nobody knows", "DA019", r"stratum=([a-z0-9-]+)", "risk-99"),
    Fault("outcomes", "an estimate of nothing", "DA019", r"estimate-of=([a-z0-9-]+)", "nothing"),
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
        "cells", "more than all", "DA312", r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|", "101 in 100"
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
    ),
    Fault(
        "cells",
        "an interval around something else",
        "DA312",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "10 in 100 (20 to 30)",
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
        "cells", "an option misspelt", "DA017", r"^\| ([a-z-]+) \| \d+ (?:in|of) \d+ \|", "nobody"
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
    ),
    Fault(
        "cells",
        "a line that is compared, taken out",
        "DA315",
        r"^(\| [a-z-]+ \| \d+ in \d+.*\|\n)(?:\| [a-z-]+ \|.*\n)*\| others",
        "",
        r"^- Difference: (\S)",
    ),
    Fault(
        "cells",
        "a line that nothing stands for, taken out",
        "DA201",
        r"^\|---\|---\|\n(\| [a-z-]+ \| \d+ in \d+ \|\n)\| (?!others)[a-z-]+ \|.*\n\n",
        "",
        OUTCOME,
    ),
    Fault(
        "cells",
        "another denominator",
        "DA302",
        r"^\| [a-z-]+ \| \d+ in \d+.*\n\| [a-z-]+ \| (\d+ in \d+)",
        "30 in 10000",
    ),
    Fault(
        "cells",
        "one tenth of a person more than all",
        "DA312",
        r"^\| [a-z-]+ \| (\d+ (?:in|of) \d+) \|",
        "100.1 in 100",
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
    Fault("differences", "no 'against'", "DA029", r"^- Difference: ([a-z-]+ against .*)", "lower"),
    Fault(
        "differences",
        "a ratio without a name",
        "DA029",
        r"^- Difference: ([a-z-]+ against [a-z-]+: risk ratio .*)",
        "now against watch: 0.5",
    ),
    Fault(
        "differences",
        "an interval the wrong way round",
        "DA312",
        r"^- Difference: [a-z-]+ against [a-z-]+: (risk ratio .*)",
        "risk ratio 0.5 (0.7 to 0.3)",
        r"^- Difference: (\S)",
    ),
    Fault(
        "differences",
        "a ratio outside its interval",
        "DA312",
        r"^- Difference: [a-z-]+ against [a-z-]+: (risk ratio .*)",
        "risk ratio 0.5 (0.7 to 0.9)",
        r"^- Difference: (\S)",
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
    ),
    Fault("knowledge", "no right answer", "DA029", r"^- \[(x)\] ", " ", r"^### (\S)"),
    Fault("knowledge", "two right answers", "DA029", r"^- \[x\] .*\n- \[( \] )", "x] ‸"),
    Fault(
        "knowledge",
        "about nothing there",
        "DA019",
        r"^### .*\{#\S+ about=([a-z0-9-]+)\}\n\n- \[",
        "nothing-there",
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
    Fault("prose", "HTML", "DA021", r"\{\.condition\}\n\n(\w+)", "‸<b>Words</b>"),
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
    ),
    Fault("test", "a result without id", "DA014", r"\{(#scan-yes )\.positive\}", "", r"^### (\S)"),
    Fault("test", "a certainty misspelt", "DA029", r"\.test(?:.|\n)*?- Certainty: (.*)", "modrate"),
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
    elif fault.below:
        below = re.compile(fault.below, re.MULTILINE).search(changed, start + len(put))
        assert below, fault.what
        at = below.start(1)
    before = changed[:at]
    return Planted(fault, aid, changed, (before.count("\n") + 1, at - before.rfind("\n")))


def aids() -> dict[str, str]:
    """Return the text of each real aid, and of the specimen of a screening test."""
    paths = [*sorted(ROOT.glob("aids/*/index.md")), ROOT / "tests/specimens/screening.md"]
    return {
        path.parent.name if path.name == "index.md" else path.stem: path.read_text("utf-8")
        for path in paths
    }


def compiled(aid: str, text: str) -> Compiled:
    """Compile an aid as ``check`` does."""
    return compile_aid(Source(f"aids/{aid}/index.md", text, aid))


def plantings() -> Iterator[Planted]:
    """Yield each fault in each aid that has a place for it."""
    texts = aids()
    for fault in FAULTS:
        for aid, text in texts.items():
            if found := planted(fault, aid, text):
                yield found


def what_is_wrong(each: Planted, clean: Compiled) -> str | None:
    """Return in what way the compiler's answer is not what it must be, or None."""
    result, code = compiled(each.aid, each.text), each.fault.code
    told = [(found.code.number, found.span.line, found.span.column) for found in result.diagnostics]
    if (code, *each.place) not in told:
        return f"not named; it says {told[:4]}"
    number = Counter(found[0] for found in told)[code]
    if number <= sum(found.code.number == code for found in clean.diagnostics):
        return "named, but no more often than before"
    return None


def has_errors(result: Compiled) -> bool:
    """Whether an aid has errors."""
    return any(each.code.severity is Severity.ERROR for each in result.diagnostics)


def main() -> int:
    """Print the table of all faults; return 1 when one is not named where it is."""
    clean = {aid: compiled(aid, text) for aid, text in aids().items()}
    found: dict[Fault, list[str | None]] = {fault: [] for fault in FAULTS}
    for each in track(list(plantings()), "Planting", console=Console(stderr=True), transient=True):
        found[each.fault].append(what_is_wrong(each, clean[each.aid]))
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
    broken = [aid for aid, result in clean.items() if has_errors(result)]
    codes = len({fault.code for fault in FAULTS})
    console.print(
        f"{len(FAULTS)} faults of {codes} codes, planted {planted_all} times; {missed_all} missed."
    )
    console.print(f"Aids with errors of their own: {', '.join(broken) or 'none'}.")
    return 1 if missed_all or broken else 0


if __name__ == "__main__":
    sys.exit(main())
