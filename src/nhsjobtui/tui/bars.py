"""The one-line bars: a pane's header, the status line and the keys."""

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from nhsjobtui.clean import clean_line
from nhsjobtui.keys import Place, actions_in, key_name
from nhsjobtui.tui.wrap import cells

_OFFLINE = " offline "
_SENTENCE_STAYS = 15.0
"""Seconds until what just happened is no longer news."""


class PaneHeader(Static):
    """The name of a pane and a few words on what it shows; it says which pane has the keys."""

    words: reactive[str] = reactive("")
    active: reactive[bool] = reactive(False)

    def __init__(self, name: str, *, active: bool = False) -> None:
        super().__init__(markup=False, classes="active" if active else None)
        self._pane = name
        self.set_reactive(PaneHeader.active, active)

    def render(self) -> Content:
        """Draw the header."""
        lead = "▸ " if self.active else "  "
        name = f"{self._pane}  " if self._pane else ""
        style = "bold" if self.active else ""
        return Content.assemble((lead + name, style), clean_line(self.words))

    def update_name(self, name: str) -> None:
        """Say that it shows something else."""
        self._pane = name
        self.refresh()

    def watch_active(self, active: bool) -> None:
        """Colour the header of the pane that has the keys."""
        self.set_class(active, "active")


class StatusLine(Static):
    """One sentence on what just happened; a problem is said whole and stays until the next.

    What runs meanwhile is said behind it, or alone.
    """

    def __init__(self) -> None:
        super().__init__(id="status", markup=False)
        self._timer: Timer | None = None
        self._sentence = ""
        self._work = ""

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Say something, a problem in another colour and with a mark."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if problem else self.set_timer(_SENTENCE_STAYS, self._forget)
        self.set_class(problem, "problem")
        self._sentence = clean_line(f"! {sentence}" if problem else sentence)
        self._say()

    def working(self, words: str) -> None:
        """Say what runs and how far it is; "" when nothing does."""
        if words != self._work:
            self._work = clean_line(words)
            self._say()

    def _forget(self) -> None:
        self._sentence = ""
        self._say()

    def _say(self) -> None:
        words = "  ·  ".join(part for part in (self._sentence, self._work) if part)
        self.update(Content(words), layout=self.has_class("problem"))


class KeyBar(Widget):
    """The keys of the pane in use, each can be clicked; or those of the field typed in."""

    where: reactive[Place] = reactive("list")
    typing: reactive[str] = reactive("")
    offline: reactive[bool] = reactive(False)

    class Pressed(Message):
        """A key's word was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(id="keys")

    def _words(self) -> list[tuple[str, str, str]]:
        """Return (key, how it is written, word), as many as fit, the last two always."""
        words = [(a.keys[0], key_name(a.keys[0]), a.word) for a in actions_in(self.where) if a.word]
        room = self.size.width - (cells(_OFFLINE) if self.offline else 0)
        while len(words) > 2 and sum(cells(k + w) + 3 for _, k, w in words) > room:
            del words[-3]
        return words

    def render(self) -> Content:
        """Draw the keys."""
        if self.typing:
            return Content(f" {self.typing}")
        parts: list[tuple[str, str]] = []
        for _, key, word in self._words():
            parts += [(f" {key}", "bold $accent"), (f" {word} ", "")]
        if self.offline:
            parts.append((_OFFLINE, "reverse"))
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Press the key whose word was clicked."""
        if self.typing:
            return
        x = 0
        for key, written, word in self._words():
            x += cells(written + word) + 3
            if event.x < x:
                self.post_message(self.Pressed(key))
                return
