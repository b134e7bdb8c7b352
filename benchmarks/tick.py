"""One tick, from the key until it is painted and on the disk, against a bare transaction."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks import CannotMeasure, libraries
from benchmarks.measure import Row, at_most
from benchmarks.screens import expected
from benchmarks.terminal import Terminal

_COUNT = 20_000
_MOST = 1.5


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    with ExitStack() as stack:
        home = stack.enter_context(libraries.copy(_COUNT))
        library = stack.enter_context(libraries.open_library(home))
        first = library.ids(limit=1)[0]
        word = expected(library, [first])[0].criterion
        ours = stack.enter_context(Terminal("nhsjobtui", home=home))
        peer = stack.enter_context(Terminal("benchmarks.peers.ticking", str(home / "peer.sqlite3")))
        for app in (ours, peer):
            app.settle(1.0)
        ours.press("3")
        ours.settle(0.3)
        measured = []
        for turn in range(pairs * 2):
            status = "todo" if turn % 2 else "met"
            seconds = _tick(ours, word, status)
            if library.entry(first).criteria[0].status != status:
                raise CannotMeasure(f"The tick “{status}” was painted but is not on the disk.")
            measured.append((seconds, _tick(peer, "usable", status)))
    yield at_most(
        f"a tick, {_COUNT:,} adverts", measured[2:], _MOST, "bare transaction and a repaint"
    )


def _tick(app: Terminal, word: str, status: str) -> float:
    pressed = app.press(" ")
    seconds = app.painted(
        lambda lines: any(word in line and status in line for line in lines),
        status,
        since=pressed,
        what=f"the criterion as {status}",
    )
    app.settle(0.1)
    return seconds
