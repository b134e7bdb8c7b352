"""A move in the list with the advert and the checklist following, until all three are painted."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Pair, Row, at_most
from benchmarks.screens import Expected, expected
from benchmarks.terminal import Terminal

_SIZE = (160, 45)
_HELD = 100
_FEW, _MANY, _MOST = 1_000, 20_000, 1_000_000


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    moves = pairs * 2
    with ExitStack() as stack:
        home = libraries.home(_MANY)
        words = _expected(home, moves)
        ours = _start(stack, words, "nhsjobtui", home=home)
        peer = _start(stack, words, "benchmarks.peers.markdown", str(home))
        measured = [(_move(ours, word), _move(peer, word)) for word in words[1:]]
    yield at_most(f"a move, {_MANY:,} adverts", measured, 1 / 10, "Markdown")
    held = max(1, pairs // 7)
    times = [_held(home, "markdown") for _ in range(held)]
    yield at_most(f"{_HELD} held keys, {_MANY:,} adverts", times, 1 / 50, "Markdown")
    with ExitStack() as stack:
        apps = []
        for count in (_MOST, _FEW):
            home = libraries.home(count)
            words = _expected(home, moves)
            apps.append((_start(stack, words, "nhsjobtui", home=home), words))
        (most, many), (few, other) = apps
        measured = [
            (_move(most, one), _move(few, two))
            for one, two in zip(many[1:], other[1:], strict=True)
        ]
    yield at_most(f"a move, {_MOST:,} adverts", measured, 1.3, f"{_FEW:,} adverts")


def _expected(home: Path, moves: int) -> list[Expected]:
    with libraries.open_library(home) as library:
        return expected(library, library.ids(limit=moves + 1))


def _start(
    stack: ExitStack, words: Sequence[Expected], *module: str, home: Path | None = None
) -> Terminal:
    app = stack.enter_context(Terminal(*module, home=home, size=_SIZE))
    app.painted(words[0].all_panes, since=app.started, what="the first advert")
    app.settle(0.5)
    return app


def _move(app: Terminal, to: Expected) -> float:
    pressed = app.press("j")
    seconds = app.painted(to.all_panes, to.body, to.criterion, since=pressed, what="the next")
    app.settle(0.05)
    return seconds


def _held(home: Path, peer: str) -> Pair:
    """Return how long a burst of keys takes, ours and the peer's."""
    last = _expected(home, _HELD)[-1]
    seconds = []
    for module, folder in ((("nhsjobtui",), home), ((f"benchmarks.peers.{peer}", str(home)), None)):
        with ExitStack() as stack:
            app = _start(stack, _expected(home, 1), *module, home=folder)
            pressed = app.press("j" * _HELD)
            what = f"the advert {_HELD} on"
            shown = (last.all_panes, last.body, last.criterion)
            seconds.append(app.painted(*shown, since=pressed, what=what, longest=180))
    return seconds[0], seconds[1]
