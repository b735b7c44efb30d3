"""Headers that a web server has to send: ready files for those that are common.

Layer 4. A page holds its own security policy, and what stands here is what no page can say of itself: who may
frame it, and what a browser may take its files for. What each header does, and what is lost without it, stands
in ``site/developers/hosting.md``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import quoteattr

COMMON: Final = {
    # A worker has no page that could say a policy for it: what it may ask for is said here.
    "Content-Security-Policy": "frame-ancestors 'none'; connect-src 'self'; worker-src 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""For all files of the site."""

PERMISSIONS: Final = "Permissions-Policy"
_NEVER: Final = "geolocation=(), microphone=(), payment=(), usb=()"
NOBODY: Final = f"camera=(), {_NEVER}"
READS_CODES: Final = f"camera=(self), {_NEVER}"
"""Pages that read a square code may ask for the camera; no other page may."""
FOLDERS: Final = ("aids", "clinician")
"""Where such pages are: a person brings their own answers back to an aid, a clinician opens them."""

ROOTED: Final = ("/", "/index.html")
"""Pages without a camera, for servers that add up what several rules say of one header."""


def in_site() -> dict[str, bytes]:
    """Return the files that servers look for in the site's root, and hand out to nobody."""
    return _encoded(
        {
            "_headers": _headers_file(),
            ".htaccess": _apache(),
            "staticwebapp.config.json": _azure(),
            "web.config": _iis(),
        }
    )


def beside_site() -> dict[str, bytes]:
    """Return the files that servers read from somewhere else: a site would hand them out."""
    return _encoded(
        {
            "decisionaid.nginx.conf": _nginx(),
            "decisionaid.Caddyfile": _caddy(),
            "vercel.json": _vercel(),
        }
    )


def _encoded(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode("utf-8") for name, text in files.items()}


def _headers_file() -> str:
    """For Netlify, Cloudflare Pages and others: no file is under two rules that name one header."""
    rules = {"/*": COMMON} | {f"/{each}/*": {PERMISSIONS: READS_CODES} for each in FOLDERS}
    rules |= {key: {PERMISSIONS: NOBODY} for key in ROOTED}
    lines: list[str] = []
    for path, headers in rules.items():
        lines += [path, *(f"  {name}: {value}" for name, value in headers.items())]
    return "".join(f"{line}\n" for line in lines)


def _apache() -> str:
    sent = _common('  Header always set {name} "{value}"\n')
    return (
        "<IfModule mod_headers.c>\n"
        f"{sent}"
        f'  Header always set {PERMISSIONS} "{NOBODY}"\n'
        f'  <If "%{{REQUEST_URI}} =~ m#/({"|".join(FOLDERS)})/#">\n'
        f'    Header always set {PERMISSIONS} "{READS_CODES}"\n'
        "  </If>\n"
        "</IfModule>\n"
    )


def _azure() -> str:
    return _json(
        {
            "globalHeaders": COMMON | {PERMISSIONS: NOBODY},
            "routes": [
                {"route": f"/{each}/*", "headers": {PERMISSIONS: READS_CODES}} for each in FOLDERS
            ],
        }
    )


def _iis() -> str:
    def added(headers: Mapping[str, str]) -> str:
        return "".join(
            f"<remove name={quoteattr(name)} /><add name={quoteattr(name)} value={quoteattr(value)} />"
            for name, value in headers.items()
        )

    def sent(headers: Mapping[str, str]) -> str:
        inside = f"<customHeaders>{added(headers)}</customHeaders>"
        return f"<system.webServer><httpProtocol>{inside}</httpProtocol></system.webServer>"

    reads = sent({PERMISSIONS: READS_CODES})
    places = "\n".join(f'<location path="{each}">{reads}</location>' for each in FOLDERS)
    everywhere = sent(COMMON | {PERMISSIONS: NOBODY})
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<configuration>\n{everywhere}\n{places}\n</configuration>\n"
    )


def _nginx() -> str:
    sent = _common('add_header {name} "{value}" always;\n')
    return (
        "# Inside server { }: include decisionaid.nginx.conf;\n"
        "# A location with an add_header of its own does not get these: include the file there too.\n"
        f'set $decisionaid_permissions "{NOBODY}";\n'
        f'if ($uri ~ "/({"|".join(FOLDERS)})/") {{ set $decisionaid_permissions "{READS_CODES}"; }}\n'
        f"{sent}"
        f"add_header {PERMISSIONS} $decisionaid_permissions always;\n"
    )


def _caddy() -> str:
    sent = _common('\theader {name} "{value}"\n')
    paths = " ".join(f"*/{each}/* /{each}/*" for each in FOLDERS)
    return (
        "# At the top: import decisionaid.Caddyfile; in the site's block: import decisionaid\n"
        "(decisionaid) {\n"
        f"{sent}"
        f"\t@codes path {paths}\n"
        f"\t@others not path {paths}\n"
        f'\theader @codes {PERMISSIONS} "{READS_CODES}"\n'
        f'\theader @others {PERMISSIONS} "{NOBODY}"\n'
        "}\n"
    )


def _vercel() -> str:
    def named(headers: Mapping[str, str]) -> list[dict[str, str]]:
        return [{"key": name, "value": value} for name, value in headers.items()]

    none = "|".join(f"{each}/" for each in FOLDERS)

    return _json(
        {
            "headers": [
                {"source": "/(.*)", "headers": named(COMMON)},
                *(
                    {"source": f"/{each}/(.*)", "headers": named({PERMISSIONS: READS_CODES})}
                    for each in FOLDERS
                ),
                {"source": f"/((?!{none}).*)", "headers": named({PERMISSIONS: NOBODY})},
            ]
        }
    )


def _common(line: str) -> str:
    """Return a line of a server's own form for each header that all files get."""
    return "".join(line.format(name=name, value=value) for name, value in COMMON.items())


def _json(data: object) -> str:
    return f"{json.dumps(data, indent=2)}\n"
