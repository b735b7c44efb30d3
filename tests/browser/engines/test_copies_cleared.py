"""WebKit and Firefox: a copy of a tab hears that its answers were cleared, and tells a copy that asks."""

import pytest

from tests.browser.engines.conftest import ENGINES
from tests.browser.engines.engine import Engine, until
from tests.browser.site_fixtures import Site, by_turns
from tests.english import script_texts
from tests.our_aids import EARS

KEY = f"decisionaid.copy/{EARS}"
STARTED = "() => document.documentElement.matches('.js:not(.opening)')"
NAME = "(key) => sessionStorage.getItem(key) ?? ''"
# Another channel of the page is to the page's own one what that of a copy is.
SAYS = "(key, what, name) => new BroadcastChannel(key).postMessage([what, name])"
LISTEN = """(key) => {
  window.heard = [];
  window.channel = new BroadcastChannel(key);
  channel.addEventListener("message", ({ data }) => heard.push(data.join(" ")));
}"""


@pytest.mark.parametrize(
    "engine", by_turns(ENGINES, begin=1, rest=pytest.mark.engines), indirect=True
)
def test_a_copy_is_cleared_and_tells_others(engine: Engine, site: Site) -> None:
    engine.open(site.aid_address(EARS))
    until(engine, STARTED)
    engine.click("[name='filled_in_by.role'][value=carer]")
    name = until(engine, NAME, KEY)
    engine.ask(SAYS, KEY, "cleared", "another")
    assert until(engine, NAME, KEY) == name
    engine.ask(LISTEN, KEY)
    engine.ask(SAYS, KEY, "cleared", name)
    told = until(engine, "() => document.querySelector('#aid > .message')?.textContent ?? ''")
    assert told == script_texts("aid")["clear.done"]
    assert engine.ask("() => document.querySelectorAll('#aid input:checked').length") == 0
    assert engine.ask("() => sessionStorage.length + localStorage.length") == 0
    engine.ask("() => { heard.length = 0; }")
    engine.ask(SAYS, KEY, "asks", name)
    assert until(engine, "(answer) => heard.includes(answer)", f"cleared {name}")
