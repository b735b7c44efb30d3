"""Files that no owner of a list would write: cut, deep, huge, of the wrong kind, or made to do harm."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rules.place_examples import SPECIMEN

TEXT = SPECIMEN.read_text(encoding="utf-8")
SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(1)">'

KEYS = (
    "place", "name", "status", "country", "language", "currency", "owner", "checked", "stale-after", "remove-after",
    "contacts", "services", "aids",
)  # fmt: skip
OF_SERVICE = ("what", "helps-with", "kind", "join", "cost", "phone", "checked")
WRONG = {
    "a list": "[1, 2]",
    "a group": "{a: {b: c}}",
    "nothing": "",
    "a number": "-1e999",
    "a script": "'" + SCRIPT.replace("'", '"') + "'",
}
UNSEEN = {
    "NUL": "\0",
    "a bell": "\a",
    "an override of the direction": "\u202e",
    "an isolate": "\u2066",
    "a separator of lines": "\u2028",
    "an escape": "\x1b[31m",
    "a letter that nobody sees": "\U000e0041",
}


def hostile_places() -> Iterator[tuple[str, bytes]]:
    """Yield what each is, and its bytes."""
    yield "nothing", b""
    yield "spaces", b"   \n \n"
    yield "a list", b"- a\n- b\n"
    yield "a word", b"word"
    yield "a directive", b"%YAML 1.2\n---\nplace: x\n"
    yield "two documents", f"{TEXT}---\n{TEXT}".encode()
    for at in range(37, len(TEXT), 61):
        yield f"cut at {at}", TEXT[:at].encode()
    for key in KEYS:
        lines = f"{key}: "
        for name, wrong in WRONG.items():
            kept = "".join(f"{each}\n" for each in _without(key))
            yield f"{name} for {key}", f"{kept}{lines}{wrong}\n".encode()
    for key in OF_SERVICE:
        for name, wrong in WRONG.items():
            if not (name == "a script" and key == "what"):
                changed = "\n".join(
                    f"    {key}: {wrong}" if each.startswith(f"    {key}:") else each
                    for each in TEXT.splitlines()
                )
                yield f"{name} for the {key} of a service", changed.encode()
    for name, sign in UNSEEN.items():
        yield f"{name} in words", TEXT.replace("hot meal", f"hot {sign} meal").encode()
        escaped = "".join(f"\\U{ord(each):08x}" for each in sign)
        yield (
            f"{name} by an escape",
            TEXT.replace("A hot meal", f'"A hot {escaped}').replace("company", 'company"').encode(),
        )
    yield from _of_yaml()
    yield from _of_values()


def _of_yaml() -> Iterator[tuple[str, bytes]]:
    yield "UTF-16", TEXT.encode("utf-16")
    yield "Latin-1", TEXT.replace("hot", "h\u00f6t").encode("latin-1")
    yield "half a sign", TEXT.encode() + b"\xf0\x9f"
    yield "a zip", b"PK\x03\x04" + bytes(range(256)) * 8
    yield "an anchor", TEXT.replace("Example Town\n", "&a Example Town\n", 1).encode()
    yield "an alias", TEXT.replace("Example Town\n", "*a\n", 1).encode()
    yield "a bomb of aliases", _bomb().encode()
    yield "a merge key", f"{TEXT}<<: {{name: x}}\n".encode()
    yield (
        "a tag of Python",
        TEXT.replace("Example Town\n", "!!python/object/apply:os.system [id]\n", 1).encode(),
    )
    yield "a tag of bytes", TEXT.replace("Example Town\n", "!!binary aGk=\n", 1).encode()
    yield "deep lists", f"{TEXT}x: {'[' * 5000}{']' * 5000}\n".encode()
    yield "deep groups", f"{TEXT}x: {'{a: ' * 3000}1{'}' * 3000}\n".encode()
    yield "an open bracket", f"{TEXT}x: {'[' * 200_000}".encode()
    yield "a large file", f"{TEXT}x: {'a' * 1_100_000}\n".encode()
    yield "a long line", TEXT.replace("A hot meal", "A hot meal " * 2000).encode()
    yield "a long key", f"{TEXT}{'k' * 900}: x\n".encode()
    yield "a list as a key", f"{TEXT}? [a, b]\n: c\n".encode()
    yield "a key twice", f"{TEXT}name: Other Town\n".encode()
    yield "a service twice", TEXT.replace("aids:", _service("lunch-club") + "aids:").encode()
    yield (
        "too many services",
        TEXT.replace("aids:", "".join(f"  s{n}: {{}}\n" for n in range(2100)) + "aids:").encode(),
    )
    yield "many unknown keys", (TEXT + "".join(f"k{n}: v\n" for n in range(30_000))).encode()
    yield (
        "many options",
        (TEXT + "".join(f"    o{n}: {{here: yes}}\n" for n in range(2000))).encode(),
    )


def _of_values() -> Iterator[tuple[str, bytes]]:
    yield "a script as an id", f"{TEXT}  '{SCRIPT}': {{}}\n".encode()
    yield (
        "an address of a script",
        TEXT.replace("    phone", "    web: javascript:alert(1)\n    phone").encode(),
    )
    yield (
        "an address within quotes",
        TEXT.replace("    phone", "    web: 'https://x.example/\"onclick=x'\n    phone").encode(),
    )
    yield (
        "an address without a lock",
        TEXT.replace("    phone", "    web: http://x.example\n    phone").encode(),
    )
    yield (
        "digits of another script",
        TEXT.replace("2026-05-10", "\u0662\u0660\u0662\u0666-05-10").encode(),
    )
    yield "a day that is none", TEXT.replace("2026-05-10", "2026-02-31").encode()
    yield "the year 0", TEXT.replace("2026-05-10", "0000-01-01").encode()
    yield "months without end", TEXT.replace("18 months", "9999999999999 months").encode()
    yield "pence without end", TEXT.replace("450", "9" * 5000).encode()
    for money in ("JPY", "gbp", "POUNDS", "£", "[GBP, EUR]", "{GBP: 1}", "826"):
        text = TEXT.replace("country: GB\n", f"country: GB\ncurrency: {money}\n")
        yield f"money in {money}", text.encode()
    yield "pence below nothing", TEXT.replace("450", "-450").encode()
    yield "a tab", TEXT.replace("    name", "\tname").encode()
    yield (
        "an unquoted colon",
        TEXT.replace("A hot meal", "Meals: hot").replace("lonely]", "lonely").encode(),
    )


def _without(key: str) -> list[str]:
    """Return the lines of the specimen without one of its parts."""
    kept: list[str] = []
    dropped = False
    for each in TEXT.splitlines():
        if not each.startswith(" "):
            dropped = each.startswith(f"{key}:")
        if not dropped:
            kept.append(each)
    return kept


def _service(made: str) -> str:
    return f"  {made}: {{name: Another, what: Another one}}\n"


def _bomb() -> str:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join([*lines, TEXT])
