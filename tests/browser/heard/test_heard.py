"""What a real screen reader says, as it was when somebody last read it: `make heard`.

The logs are golden files: read their difference as you would listen to it.
What is said is never joined or cut by us; only the day is put into one word.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from decisionaid.render.pages.steps import steps_of
from decisionaid.site import build_site, write_gallery
from decisionaid.site.gallery import all_examples
from tests.browser.folder import folder_served
from tests.browser.heard.desk import Desk, desk
from tests.conftest import ROOT, Golden
from tests.english import ENGLISH, say
from tests.our_aids import EARS, aid_of
from tests.rules.trade_off_example import WORKED
from tests.site_examples import GOOD, write_aids

# Orca reads for one person at a time: one worker has all of these.
pytestmark = [pytest.mark.heard, pytest.mark.long, pytest.mark.xdist_group("heard")]

LOADED = "Finished loading"
OWN_WORDS = "I want to sleep"
MOST_STOPS = 250
# Where sources disagree, a line for each source says the row's own figures again, for all to see.
SPOKEN = ".figure-spoken, .source-estimates > li > ul:first-of-type > li > .visually-hidden"
READ_ON = "KP_Add"
"""Orca reads from here to the end."""
NEXT_CHOICE = "r"
"""Orca goes to the next radio button, beside this one or below it; the arrows go by lines."""
# What the browser says of its own window, now and then and in any order: no word of the page.
OF_THE_BROWSER = re.compile(
    r"(document web|frame|Mozilla Firefox)\.$|^Page has |Show in Folder|^List with 1 item$|^Back\.$|^alert\.$"
)
FORM_WORDS = ("radio button", "check box", "entry")


@pytest.fixture
def heard() -> Iterator[Callable[[Path, str], Desk]]:
    """Have a page of a folder read; it ends with the test."""
    with ExitStack() as stack:

        def read(folder: Path, name: str) -> Desk:
            address = stack.enter_context(folder_served(folder))
            return stack.enter_context(desk(f"{address}{name}"))

        yield read


def test_the_gallery_is_heard_as_it_was_when_last_read(
    heard: Callable[[Path, str], Desk], tmp_path: Path, golden: Golden
) -> None:
    build_site(write_aids(tmp_path / "aids", one=GOOD), tmp_path / "out")
    write_gallery(tmp_path / "out")
    reader = heard(tmp_path / "out", "gallery/")
    reader.wait_for(LOADED)
    said = reader.press(READ_ON)
    page = LexborHTMLParser((tmp_path / "out/gallery/index.html").read_text(encoding="utf-8"))
    parts = dict(in_parts(said, page))
    log = ["\n".join([f"## {name}", "", *texts, ""]) for name, texts in parts.items()]
    golden("heard/gallery.txt", "\n".join(log))
    assert [fault for name, texts in parts.items() for fault in not_once(name, texts, page)] == []


def not_once(name: str, said: Sequence[str], page: LexborHTMLParser) -> Iterator[str]:
    """Yield the figures of an example that are not heard whole, just as often as they stand there.

    The reader takes a breath within a sentence, after a number with a decimal point.
    """
    spoken = page.css(f"#{name} > .look :is({SPOKEN})")
    sentences = [" ".join(one.text().split()) for one in spoken if not is_folded(one)]
    heard = " ".join(said)
    for each in sorted(set(sentences)):
        if heard.count(each) != sentences.count(each):
            yield f"{name}: heard {heard.count(each)} times: {each}"


def in_parts(said: Sequence[str], page: LexborHTMLParser) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the examples of the gallery, each with what was said of it."""
    names = [example.name for example in all_examples()]
    titles = [page.css(f"#{name}-title")[0].text(strip=True) for name in names]
    starts, start = [], 0
    for title in titles:
        start = next(
            n
            for n in range(start, len(said) - 1)
            if said[n] == title and said[n + 1].startswith("heading level")
        )
        starts.append(start)
    for name, first, after in zip(names, starts, [*starts[1:], len(said)], strict=True):
        yield name, said[first:after]


def is_folded(node: LexborNode | None) -> bool:
    """Whether a part of a page is folded away."""
    while node is not None:
        if node.tag == "details" and "open" not in node.attributes:
            return True
        node = node.parent
    return False


@dataclass
class Listener:
    """A person who sees nothing: Tab by Tab, answering by what is said."""

    reader: Desk
    log: list[str] = field(default_factory=list)
    answered: dict[str, int] = field(default_factory=dict)
    """How many controls of a kind were answered in this step."""
    stops: int = 0

    def press(self, key: str) -> str:
        """Press a key; note it and what is said."""
        return self.note(f"[{key}]", self.reader.press(key))

    def note(self, done: str, said: Sequence[str]) -> str:
        """Note what was done and what was said."""
        self.log += [done, *said]
        return "\n".join(said)

    def go_on(self) -> None:
        """Answer in a step, stop by stop, and go on to the next."""
        self.answered = {}
        while not re.search(r"^Continue link", said := self.next_stop(), re.MULTILINE):
            self.answer(said)
        self.press("Return")

    def next_stop(self) -> str:
        """Go to the next stop; return what is said."""
        self.stops += 1
        assert self.stops < MOST_STOPS, "the way on is not heard"
        return self.press("Tab")

    def answer(self, said: str) -> None:
        """Answer the first two controls of each kind in a step: the first choice, then the third."""
        kind = next((words for words in FORM_WORDS if words in said), None)
        if kind is None:
            return
        turn = self.answered[kind] = self.answered.get(kind, 0) + 1
        match kind, turn:
            case "radio button", 2:
                self.press(NEXT_CHOICE)
                self.press(NEXT_CHOICE)
                self.press("space")
            case "radio button" | "check box", 1:
                self.press("space")
            case "entry", 1:
                self.note(f"[{OWN_WORDS}]", self.reader.type(OWN_WORDS))


def test_a_journey_by_keys_alone_is_heard_as_it_was_when_last_read(
    heard: Callable[[Path, str], Desk], tmp_path: Path, golden: Golden
) -> None:
    built = build_site(ROOT / "aids", tmp_path / "out")
    assert built.ok, built.diagnostics
    reader = heard(tmp_path / "out", f"aids/{EARS}/")
    listener = Listener(reader)
    listener.note("[the page opens]", reader.wait_for(LOADED))
    listener.press(READ_ON)
    # From the top: a page that was read to its end is left at its end.
    listener.press("Control_L+Home")
    for _ in range(len(steps_of(aid_of(EARS))) - 1):
        listener.go_on()
    listener.press(READ_ON)
    for words in ("Other ways to hand it over", "Save as a file"):
        while words not in listener.next_stop():
            pass
        listener.press("Return")
    log = [line for line in without_day(listener.log) if not OF_THE_BROWSER.search(line)]
    golden(f"heard/{EARS}.txt", "\n".join(log) + "\n")
    for words in (OWN_WORDS, "Saved as my-answers"):
        assert any(words in line for line in listener.log)


def test_the_trade_off_step_is_heard_as_it_was_when_last_read(
    heard: Callable[[Path, str], Desk], tmp_path: Path, golden: Golden
) -> None:
    """The made-up aid that has the step: opened, asked, answered, and what it comes to."""
    assert build_site(write_aids(tmp_path / "aids", weighed=WORKED), tmp_path / "out").ok
    reader = heard(tmp_path / "out", "aids/weighed/#side-by-side")
    listener = Listener(reader)
    reader.wait_for(LOADED)
    reader.press("Control_L+Home")
    while say("trade_heading") not in "\n".join(reader.press("Tab")):
        listener.stops += 1
        assert listener.stops < MOST_STOPS, "the step is not heard"
    listener.press("Return")
    # The first change, and the second place of each scale: 10.
    for question in range(4):
        listener.press("Tab")
        for _ in range(min(question, 1)):
            listener.press(NEXT_CHOICE)
        listener.press("space")
    # On from the last answer: what it comes to stands below.
    listener.press(READ_ON)
    log = [line for line in listener.log if not OF_THE_BROWSER.search(line)]
    golden("heard/trade-off.txt", "\n".join(log) + "\n")
    said = "\n".join(log)
    for words in (say("trade_first"), "Here it stands at", "would be level if you had said"):
        assert words in said


def without_day(log: Sequence[str]) -> Iterator[str]:
    """Yield what was said with one word for the day of the test."""
    today = date.today()  # noqa: DTZ011 the day of the browser, where it runs
    for line in log:
        yield line.replace(ENGLISH.day(today), "TODAY").replace(today.isoformat(), "TODAY")
