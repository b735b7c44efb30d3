"""A desk with a real screen reader: Orca reads Firefox, and all that it says is written down.

Nothing is spoken aloud and no desktop is needed: a screen that nobody sees, buses for messages, a
window manager, so that a window has the focus, and keys that are pressed by a program.
Each desk has a home of its own, so nobody's settings are read or changed.
"""

import json
import os
import re
import shutil
import subprocess
import time
import tty
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from tests.browser.engines.firefox import found as firefox
from tests.browser.engines.screen import MANAGER, ended, running, screen

PACKAGES = (
    *("orca", "at-spi2-core", "dbus", "firefox-esr", "openbox", "xdotool", "xvfb"),
    *("libglib2.0-bin", "fonts-dejavu-core", "fonts-liberation"),
)
PROGRAMS = ("orca", MANAGER, "xdotool", "dbus-daemon", "gsettings", "Xvfb")
# The bus over which pages are read is started by the first who asks for it.
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")

QUIET = 1.2
"""Seconds without a new line in the reader's log, after which it has said all."""
PATIENCE = 600
"""Seconds until the reader must be at rest: a long page on a busy machine is minutes of words."""
SECONDS = 10

LET_GO = b"ATSPI_KEY_RELEASED_EVENT"
"""What the reader writes when a key was let go."""

# A word of the reader, with the time before it and the voice after it.
SAID = re.compile(
    r"^[\d:.]+ - SPEECH OUTPUT: (['\"])(.*?)\1 ?(?:voice=\w+)?(?:\{.*)?$", re.MULTILINE
)

PREFERENCES = {
    "accessibility.force_disabled": -1,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.download.alwaysOpenPanel": False,
    "browser.newtab.preload": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.toolbars.bookmarks.visibility": "never",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disabled": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
READER = {
    # The names of keys are not said: what is pressed stands in the log already.
    "enableKeyEcho": False,
    "enableEchoByCharacter": False,
    "enableEchoByWord": False,
    # A page is read when a key asks for it: else nobody knows when it is at its end.
    "sayAllOnLoad": False,
}


def missing_programs() -> Sequence[str]:
    """Return what a desk needs and this machine does not have."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    missing += [] if firefox() else ["firefox-esr"]
    return missing + ([] if SERVICE.exists() else ["at-spi2-core"])


class Log:
    """What the reader writes down of itself, read as it is written: a file would hold it back.

    A program writes line by line to a terminal alone, so this is one.
    """

    def __init__(self) -> None:
        self.text = bytearray()
        self.last = time.monotonic()
        """When something was written last."""
        self.ours, self.its = os.openpty()
        tty.setraw(self.its)
        self.path = os.ttyname(self.its)
        Thread(target=self._follow, daemon=True).start()

    def _follow(self) -> None:
        with suppress(OSError):  # the end of the reader
            while read := os.read(self.ours, 65536):
                self.text += read
                self.last = time.monotonic()

    def close(self) -> None:
        """Be done with it."""
        os.close(self.its)


@dataclass
class Desk:
    """A screen reader at work on one page."""

    environment: Mapping[str, str]
    log: Log
    read: int = field(default=0)
    """How much of the log has been read."""

    def press(self, key: str) -> Sequence[str]:
        """Press a key, named as X names it; return what is said, once nothing more is said."""
        before = self.log.text.count(LET_GO)
        self._xdotool("key", "--clearmodifiers", key)
        end = time.monotonic() + PATIENCE
        while self.log.text.count(LET_GO) == before:
            assert time.monotonic() < end, f"the screen reader does not get the key {key}"
            time.sleep(0.02)
        return self.said()

    def type(self, text: str) -> Sequence[str]:
        """Write text; return what is said."""
        self._xdotool("type", "--delay", "60", text)
        self.log.last = time.monotonic()
        return self.said()

    def said(self) -> Sequence[str]:
        """Wait until the reader is done; return what it said since it was last asked."""
        end = time.monotonic() + PATIENCE
        while (quiet := time.monotonic() - self.log.last) < QUIET:
            assert time.monotonic() < end, "the screen reader does not come to rest"
            time.sleep(QUIET - quiet)
        text = self.log.text.decode("utf-8", "replace")[self.read :]
        self.read += len(text)
        return [" ".join(match[2].split()) for match in SAID.finditer(text)]

    def wait_for(self, words: str) -> Sequence[str]:
        """Wait until something is said; return all that is said until then."""
        end, said = time.monotonic() + PATIENCE, list[str]()
        while not any(words in each for each in said):
            assert time.monotonic() < end, f"{words} is not said, only {said}"
            time.sleep(0.1)
            said += self.said()
        return said

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, timeout=60)


@contextmanager
def desk(address: str) -> Iterator[Desk]:
    """Set up a desk on which a page is read."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(TemporaryDirectory(prefix="heard-")))
        environment = os.environ | surroundings(home, stack.enter_context(screen()))
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(bus(environment))
        enable = "org.gnome.desktop.interface", "toolkit-accessibility", "true"
        subprocess.run(["gsettings", "set", *enable], env=environment, check=False)

        def start(*command: str) -> None:
            stack.enter_context(running(command, environment))

        start(MANAGER)
        log = Log()
        stack.callback(log.close)
        start("orca", "--debug", f"--debug-file={log.path}")
        reader = Desk(environment, log)
        reader.wait_for("Screen reader on")
        profile = home / "profile"
        profile.mkdir()
        lines = [f"user_pref({json.dumps(n)}, {json.dumps(v)});\n" for n, v in PREFERENCES.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        start(str(firefox()), "--profile", str(profile), "--new-instance", "--kiosk", address)
        yield reader


def surroundings(home: Path, display: str) -> dict[str, str]:
    """Return the variables of a desk; make its folders and the reader's settings."""
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    settings = home / ".local/share/orca"
    settings.mkdir(parents=True)
    general = READER | {
        "profile": ["Default", "default"],
        "startingProfile": ["Default", "default"],
    }
    parts = {"general": general, "pronunciations": {}, "keybindings": {}}
    own = {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}
    whole = parts | {"profiles": {"default": own | READER}}
    (settings / "user-settings.conf").write_text(json.dumps(whole), encoding="utf-8")
    folders = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share"}
    return {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        **{name: str(home / folder) for name, folder in folders.items()},
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        "GDK_BACKEND": "x11",
        "GNOME_ACCESSIBILITY": "1",
    }


@contextmanager
def bus(environment: Mapping[str, str]) -> Iterator[str]:
    """Start a message bus; give its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            ended(process)
