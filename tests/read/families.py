"""Families of sources that grow with ``n``: shapes that have made Markdown and YAML readers slow."""

from collections.abc import Callable

Family = Callable[[int], str]

HEAD = "---\ndecisionaid: 1\n---\n\n# Title\n\n"
OPTIONS = "## O {.options}\n\n### A {#a .as-now}\nWords.\n\n### B {#b}\nWords.\n\n"


def _body(text: str) -> str:
    return f"{HEAD}{text}\n"


def _head(text: str) -> str:
    return f"---\ndecisionaid: 1\n{text}\n---\n\n# Title\n"


def _outcome(number: int) -> str:
    return (
        f"### Outcome {number} {{#o-{number} .bad}}\n\n- Time: 3 days\n- People: some\n"
        "- Difference: not reported\n\n| option | figure |\n|---|---|\n| a | 1 in 100 |\n"
        "| others | not known: nobody counted |\n\n"
    )


MARKDOWN: dict[str, Family] = {
    "plain prose": lambda n: _body("Some plain words of prose.\n" * (n // 27)),
    "nested brackets": lambda n: _body("[" * (n // 2) + "a" + "]" * (n // 2)),
    "openers of links": lambda n: _body("[a](b" * (n // 5)),
    "openers of figure names": lambda n: _body("[[a/b" * (n // 5)),
    "figure names": lambda n: _body("[[a/b]] " * (n // 8)),
    "nested stress": lambda n: _body("*a **a " * (n // 7)),
    "closed nested stress": lambda n: _body("*a " * (n // 6) + "b* " * (n // 6)),
    "openers of stress": lambda n: _body("_a " * (n // 3)),
    "question marks": lambda n: _body("?c_" * (n // 3)),
    "quotes": lambda n: _body("> " * (n // 2) + "a"),
    "lazy quotes": lambda n: _body("> a\nb\n" * (n // 6)),
    "nested lists": lambda n: _body(
        "".join(f"{'  ' * depth}- a\n" for depth in range(int(n**0.5)))
    ),
    "nested lists in a line": lambda n: _body("- " * (n // 2) + "a"),
    "ragged table": lambda n: _body(
        "".join(f"|{'a|' * width}\n" + "|-|\n" * (width == 1) for width in range(1, int(n**0.5)))
    ),
    "wide table": lambda n: _body(f"|{'a|' * (n // 6)}\n|{'-|' * (n // 6)}\n|{'b|' * (n // 6)}\n"),
    "html": lambda n: _body("a <a b='" * (n // 8)),
    "html blocks": lambda n: _body("<div>\n\n" * (n // 7)),
    "autolinks": lambda n: _body("<a:" * (n // 3)),
    "references": lambda n: _body("[a]: b\n" * (n // 7)),
    "comments": lambda n: _body("<!-- a -->\n\n" * (n // 12)),
    "open comments": lambda n: _body("<!-- a\n\n" * (n // 8)),
    "comments in a line": lambda n: _body("a <!-- " * (n // 7)),
    "entities": lambda n: _body("&amp; " * (n // 6)),
    "backticks": lambda n: _body(
        "".join("a" + "`" * width for width in range(int((2 * n) ** 0.5)))
    ),
    "escapes": lambda n: _body("\\*" * (n // 2)),
    "images": lambda n: _body("![a" * (n // 3)),
    "blank lines": lambda n: _body("\n" * n),
    "spaces": lambda n: _body("a" + " " * n + "b"),
    "lines of spaces": lambda n: _body((" " * 50 + "\n") * (n // 51)),
    "underlines": lambda n: _body("a\n===\n" * (n // 6)),
}
"""Shapes of Markdown."""

OWN: dict[str, Family] = {
    "options": lambda n: _body(
        "## O {.options}\n\n" + "".join(f"### A {{#a-{k}}}\nWords.\n\n" for k in range(n // 22))
    ),
    "outcomes": lambda n: _body(
        OPTIONS + "## R {.outcomes}\n\n" + "".join(map(_outcome, range(n // 180)))
    ),
    "rows of compare": lambda n: _body(
        OPTIONS
        + "## C {.compare}\n\n| | a | b |\n|---|---|---|\n"
        + "".join(f"| What? {{#r-{k}}} | x | y |\n" for k in range(n // 26))
    ),
    "lines of an outcome": lambda n: _body(
        OPTIONS
        + _outcome(1).replace("### ", "## R {.outcomes}\n\n### ")
        + "| a | 1 in 100 |\n" * (n // 17)
    ),
    "tables of an outcome": lambda n: _body(
        OPTIONS
        + "## R {.outcomes}\n\n### R {#r .bad}\n\n"
        + "| option | figure |\n|---|---|\n\n" * (n // 30)
    ),
    "fields": lambda n: _body(
        OPTIONS + "## R {.outcomes}\n\n### R {#r .bad}\n\n" + "- Time: 3 days\n" * (n // 15)
    ),
    "unknown fields": lambda n: _body(
        OPTIONS + "## R {.outcomes}\n\n### R {#r .bad}\n\n" + "- Tmie: 3 days\n" * (n // 15)
    ),
    "differences": lambda n: _body(
        OPTIONS
        + "## R {.outcomes}\n\n### R {#r .bad}\n\n"
        + "- Difference: a against b: risk ratio 0.7 (0.5 to 0.9)\n" * (n // 55)
    ),
    "section fields": lambda n: _body(
        OPTIONS
        + "## R {.outcomes}\n\n"
        + "- Difference: not reported\n" * (n // 54)
        + "".join(f"### R {{#r-{k} .bad}}\n\n" for k in range(n // 40))
    ),
    "list items": lambda n: _body(
        "## Q {.questions}\n\n" + "".join(f"- What? {{#q-{k}}}\n" for k in range(n // 18))
    ),
    "items of a ranking": lambda n: _body(
        "## V {.values}\n\n### R {#r .ranking}\n\n"
        + "".join(f"- Item {{#i-{k}}}\n" for k in range(n // 16))
    ),
    "values questions": lambda n: _body(
        "## V {.values}\n\n"
        + "".join(f"### V {{#v-{k} .importance about=o}}\nHow?\n\n" for k in range(n // 40))
    ),
    "answers": lambda n: _body(
        "## K {.knowledge}\n\n### K {#k}\n\n" + "- [ ] True {#true}\n" * (n // 19)
    ),
    "missing ids": lambda n: _body("## Q {.questions}\n\n" + "- What?\n" * (n // 8)),
    "repeated ids": lambda n: _body("## Q {.questions}\n\n" + "- What? {#a}\n" * (n // 13)),
    "sections": lambda n: _body("## S\n\nWords.\n\n" * (n // 14)),
    "unknown roles": lambda n: _body("## S {.optoins}\n\n" * (n // 17)),
    "attributes": lambda n: _body("## S {.values " + 'a="b" ' * (n // 6) + "}"),
    "classes": lambda n: _body("## S {" + " ".join(f".a{k}" for k in range(n // 6)) + "}"),
    "braces": lambda n: _body("## S " + "{#a} " * (n // 5)),
    "open braces": lambda n: _body("## S " + "{#a " * (n // 4)),
    "junk in a brace": lambda n: _body("## S {" + "'a " * (n // 3) + "}"),
    "long list in a brace": lambda n: _body(
        '## V {.values}\n\n### V {#v .importance about="' + "a, " * (n // 3) + 'a"}\n'
    ),
    "many unknown ids": lambda n: _body(
        '## V {.values}\n\n### V {#v .importance about="'
        + ", ".join(f"a-{k}" for k in range(n // 8))
        + '"}\n'
    ),
    "unknown ids among many": lambda n: _body(
        OPTIONS
        + "## R {.outcomes}\n\n"
        + "".join(f"### R {{#r-{k} .bad}}\n\n" for k in range(n // 50))
        + "## U {.uncertain}\n\n"
        + "".join(f"- U {{#u-{k} about=s-{k}}}\n" for k in range(n // 50))
    ),
    "long cell": lambda n: _body(
        OPTIONS
        + _outcome(1).replace("### ", "## R {.outcomes}\n\n### ").replace("1 in 100", "1" * n)
    ),
    "long reason": lambda n: _body(
        OPTIONS
        + _outcome(1)
        .replace("### ", "## R {.outcomes}\n\n### ")
        .replace("counted", "a, 1 " * (n // 5))
    ),
    "long field": lambda n: _body(
        OPTIONS + "## R {.outcomes}\n\n### R {#r .bad}\n\n- Scale: " + "a, 1 to 2, " * (n // 11)
    ),
    "long heading": lambda n: _body("## " + "a # " * (n // 4)),
    "strokes": lambda n: _body("## C {.compare}\n\n" + "| " * (n // 2)),
    "escaped strokes": lambda n: _body("## C {.compare}\n\n| " + "\\|" * (n // 2)),
    "tabs and odd spaces": lambda n: _body("a\t\u00a0b\n" * (n // 5)),
    "goals": lambda n: _body(
        "## P {.plan}\n\n### P {#p}\n\n"
        + "".join(f"- Goal: G {{#g-{k}}}\n" for k in range(n // 19))
    ),
}
"""Shapes of our own blocks."""

HEADS: dict[str, Family] = {
    "sources": lambda n: _head(
        "sources:\n" + "\n".join(f"  s-{k}: {{title: A title, year: 2020}}" for k in range(n // 36))
    ),
    "strata": lambda n: _head("strata:\n" + "\n".join(f"  s-{k}: words" for k in range(n // 16))),
    "unknown keys": lambda n: _head("\n".join(f"kyes-{k}: a" for k in range(n // 13))),
    "one key again": lambda n: _head("\n".join("funding: a" for _ in range(n // 11))),
    "authors": lambda n: _head("authors:\n" + "  - {name: A, role: b, interests: c}\n" * (n // 36)),
    "nested braces": lambda n: _head("a: " + "{a: " * (n // 4)),
    "nested brackets": lambda n: _head("a: " + "[" * n),
    "colons": lambda n: _head("\n".join("title: a: b" for _ in range(n // 12))),
    "colons in a line": lambda n: _head("title: " + "a: " * (n // 3)),
    "quotes": lambda n: _head('a: "' + '\\"' * (n // 2)),
    "long value": lambda n: _head("for: " + "words " * (n // 6)),
    "folded value": lambda n: _head("for: >\n" + "  words\n" * (n // 8)),
    "anchors": lambda n: _head("\n".join(f"a{k}: &a{k} b" for k in range(n // 10))),
    "comments": lambda n: _head("# comment\n" * (n // 10)),
    "waivers": lambda n: _head(
        "waivers:\n"
        + "\n".join(
            f"  DA{100 + k % 900}: {{by: A, date: 2026-01-02, reason: reason}}"
            for k in range(n // 48)
        )
    ),
}
"""Shapes of the head; a head is at most 64 KB."""
