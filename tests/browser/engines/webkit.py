"""WebKit, the engine of Safari: Debian's build of it, in a window on a screen that nobody sees."""

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.engine import Kind, MissingError, PlainData
from tests.browser.engines.screen import MANAGER, running, screen

PACKAGES = ("webkit2gtk-driver", "openbox", "xvfb", "fonts-dejavu-core", "fonts-liberation")
HEIGHT = 844
QUIET = {
    "NO_AT_BRIDGE": "1",
    "GDK_BACKEND": "x11",
    "LC_ALL": "C.UTF-8",
    # No bus: a program that asks for one would start it, and nobody would end it.
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
}
NARROWEST = 450
"""GTK gives its windows no less; narrower ones are frames within one."""
INTO_VIEW = "arguments[0].scrollIntoView({ block: 'center' })"
KEYS = {"Tab": Keys.TAB, "Enter": Keys.ENTER, "Space": Keys.SPACE, "ArrowDown": Keys.ARROW_DOWN}


class WebKit:
    """A window of WebKit."""

    def __init__(self, driver: webdriver.WebKitGTK, downloads: Path) -> None:
        self.driver = driver
        self.downloads = downloads
        self.version = f"WebKit {driver.capabilities['browserVersion']}"

    def open(self, address: str, *, width: int | None = None) -> None:
        """Show an address in a new window; one that is narrower than any window is a frame."""
        old = self.driver.current_window_handle
        self.driver.switch_to.new_window("window")
        new = self.driver.current_window_handle
        self.driver.switch_to.window(old)
        self.driver.close()
        self.driver.switch_to.window(new)
        self.driver.set_window_size(max(width or 0, NARROWEST), HEIGHT)
        if width is None or width >= NARROWEST:
            self.driver.get(address)
            return
        style = f"width:{width}px;height:{HEIGHT}px;border:0"
        frame = f'<!doctype html><iframe style="{style}" src="{address}"></iframe>'
        self.driver.get(f"data:text/html,{quote(frame)}")
        self.driver.switch_to.frame(0)

    def go(self, address: str) -> None:
        """Show an address in the window that is there."""
        self.driver.get(address)

    def reload(self) -> None:
        """Load the page once more."""
        self.driver.refresh()

    def ask(self, script: str, *values: object) -> PlainData:
        """Run a function in the page."""
        return self.driver.execute_script(f"return ({script})(...arguments)", *values)

    def click(self, selector: str) -> None:
        """Press the middle of an element."""
        self._in_view(selector).click()

    def write(self, selector: str, text: str) -> None:
        """Write into a field."""
        self._in_view(selector).send_keys(text)

    def press(self, key: str) -> None:
        """Press a key."""
        ActionChains(self.driver, duration=0).send_keys(KEYS[key]).perform()

    def press_with_control(self, key: str) -> None:
        """Press a key together with Control."""
        chain = ActionChains(self.driver, duration=0)
        chain.key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()

    def type(self, text: str) -> None:
        """Write wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(text)

    def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file."""
        self._found(selector).send_keys(str(path))

    def _found(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def _in_view(self, selector: str) -> WebElement:
        element = self._found(selector)
        self.driver.execute_script(INTO_VIEW, element)
        return element


@contextmanager
def started() -> Iterator[WebKit]:
    """Start it with a home and a screen of its own."""
    driver_path = shutil.which("WebKitWebDriver")
    browsers = sorted(Path("/usr").glob("lib*/**/webkit*gtk-4*/MiniBrowser"))
    if driver_path is None or not browsers:
        raise MissingError("WebKitWebDriver with its MiniBrowser")
    if shutil.which(MANAGER) is None:
        raise MissingError(MANAGER)
    with ExitStack() as stack:
        home = Path(stack.enter_context(TemporaryDirectory(prefix="webkit-")))
        downloads = home / "downloads"
        downloads.mkdir()
        settings = home / ".config"
        settings.mkdir()
        (settings / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', "utf-8")
        display = stack.enter_context(screen())
        own = {"HOME": str(home), "XDG_CONFIG_HOME": str(settings), "DISPLAY": display}
        environment = os.environ | own | QUIET
        # Where a window has no focus, nothing in it matches `:focus`.
        stack.enter_context(running([MANAGER], environment))
        options = Options()
        options.binary_location = str(browsers[0])
        options.add_argument("--automation")
        service = Service(driver_path, env=environment)
        with warnings.catch_warnings():
            # Selenium warns of its own way to start this driver.
            warnings.simplefilter("ignore", DeprecationWarning)
            driver = webdriver.WebKitGTK(options=options, service=service)
        stack.callback(driver.quit)
        yield WebKit(driver, downloads)


WEBKIT = Kind("WebKit", PACKAGES, started)
