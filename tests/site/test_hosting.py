"""Headers for web servers: each file is well formed, and all say the same."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from decisionaid.cli import cli
from decisionaid.site import build_site
from decisionaid.site.hosting import COMMON, NOBODY, PERMISSIONS, READS_CODES, beside_site, in_site
from tests.site_examples import GOOD, files_in, write_aids

FILES = {name: data.decode() for name, data in (in_site() | beside_site()).items()}
Sent = dict[str, str]
PATHS = ("/index.html", "/other/index.html", "/aids/x/index.html", "/clinician/index.html")


def netlify(path: str) -> Sent:
    """Return what is sent for a path; a header that two rules name would be sent twice."""
    sent: Sent = {}
    for rule in re.split(r"\n(?=/)", FILES["_headers"].strip()):
        pattern, *lines = rule.split("\n")
        if not re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            continue
        for line in lines:
            found = re.fullmatch(r"  ([\w-]+): (\S.*)", line)
            assert found, line
            assert found[1] not in sent, line
            sent[found[1]] = found[2]
    return sent


def apache(path: str) -> Sent:
    text = FILES[".htaccess"]
    assert re.findall(r"</?(\w+)", text) == ["IfModule", "If", "If", "IfModule"]
    everywhere, only = text.split("<If ")
    condition, inside = only.split("\n", 1)
    pattern = re.fullmatch(r'"%\{REQUEST_URI\} =~ m#(.*)#">', condition)
    assert pattern
    headers = re.compile(r'^ +Header always set ([\w-]+) "([^"]*)"$', re.MULTILINE)
    sent = dict(headers.findall(everywhere))
    return sent | (dict(headers.findall(inside)) if re.search(pattern[1], path) else {})


def azure(path: str) -> Sent:
    data = json.loads(FILES["staticwebapp.config.json"])
    sent: Sent = data["globalHeaders"]
    for route in data["routes"]:
        if path.startswith(route["route"].rstrip("*")):
            sent = sent | route["headers"]
    return sent


def iis(path: str) -> Sent:
    root = ET.fromstring(FILES["web.config"])  # noqa: S314 - our own
    sent = {each.get("name"): each.get("value") for each in root.findall("./system.webServer//add")}
    for location in root.findall("location"):
        if path.startswith(f"/{location.get('path')}/"):
            sent |= {each.get("name"): each.get("value") for each in location.iter("add")}
    return {str(name): str(value) for name, value in sent.items()}


def nginx(path: str) -> Sent:
    text = FILES["decisionaid.nginx.conf"]
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.search(r"[;}]$", line)] == []
    permissions = re.search(r'^set \$decisionaid_permissions "([^"]*)";', text, re.MULTILINE)
    for_some = re.search(r'^if \(\$uri ~ "([^"]*)"\) \{ set \S+ "([^"]*)"; \}$', text, re.MULTILINE)
    assert permissions
    assert for_some
    value = for_some[2] if re.search(for_some[1], path) else permissions[1]
    sent = dict(
        re.findall(r'^add_header ([\w-]+) "?((?<=")[^"]*|[^";]*)"? always;$', text, re.MULTILINE)
    )
    return {name: value if said.startswith("$") else said for name, said in sent.items()}


def caddy(path: str) -> Sent:
    sent: Sent = {}
    reads_codes = re.search("/(aids|clinician)/", path) is not None
    for at, name, value in re.findall(
        r'^\theader (?:@(\w+) )?([\w-]+) "([^"]*)"$', FILES["decisionaid.Caddyfile"], re.MULTILINE
    ):
        if not at or reads_codes == (at == "codes"):
            sent[name] = value
    assert FILES["decisionaid.Caddyfile"].count("{") == FILES["decisionaid.Caddyfile"].count("}")
    return sent


def vercel(path: str) -> Sent:
    sent: Sent = {}
    for rule in json.loads(FILES["vercel.json"])["headers"]:
        if re.fullmatch(rule["source"], path):
            sent |= {each["key"]: each["value"] for each in rule["headers"]}
    return sent


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("server", [netlify, apache, azure, iis, nginx, caddy, vercel])
def test_each_server_is_told_the_same(server: object, path: str) -> None:
    reads_codes = path.startswith(("/aids/", "/clinician/"))
    permissions = READS_CODES if reads_codes else NOBODY
    if server is netlify and path == "/other/index.html":
        # What it would be told of these goes by no rule of its own.
        permissions = ""
    assert callable(server)
    told = {PERMISSIONS: permissions} if permissions else {}
    assert server(path) == COMMON | told


def test_only_pages_that_read_codes_may_ask_for_the_camera() -> None:
    assert "camera=(self)" in READS_CODES
    assert NOBODY.startswith("camera=()")


@pytest.mark.long
def test_they_are_written_into_the_site_and_beside_it(tmp_path: Path) -> None:
    build_site(write_aids(tmp_path / "aids", good=GOOD), tmp_path / "out")
    files = files_in(tmp_path / "out")
    assert {name: files[name] for name in in_site()} == in_site()
    assert [name for name in beside_site() if name in files] == []
    done = CliRunner().invoke(
        cli,
        ["build", str(tmp_path), "--aids-only", "--out", str(tmp_path / "again"),
         "--hosting", str(tmp_path / "hosting")],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert files_in(tmp_path / "hosting") == beside_site()
