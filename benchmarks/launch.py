"""From process start to a painted list that answers a key, and from q to the end of the process."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Row, at_most
from benchmarks.screens import Expected, begins, expected
from benchmarks.terminal import Shown, Terminal

_LIMITS = {1_000: 1.2, 20_000: 1.2, 200_000: 1.25, 1_000_000: 1.3}
_DEMO_LIMIT = 1.4
_QUIT_LIMIT = 0.5
_PEER = "empty app"
Times = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Case:
    """What is opened: its first two adverts, and how much more than the empty app it may take."""

    name: str
    home: Path
    first: Expected
    second: Expected
    most: float
    verb: tuple[str, ...] = ()


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    for count, most in _LIMITS.items():
        home = libraries.home(count)
        with libraries.open_library(home) as library:
            first, second = expected(library, library.ids(limit=2))
        yield from _rows(_Case(f"{count:,} adverts", home, first, second, most), pairs)
    with tempfile.TemporaryDirectory(prefix="nhsjobtui-bench-") as place:
        home = Path(place)
        _make_demo(home)
        with libraries.open_library(home / "demo") as library:
            first, second = begins(library, library.ids(limit=2))
        demo = _Case("the demo", home, first, second, _DEMO_LIMIT, ("demo",))
        yield from _rows(demo, pairs)


def _rows(case: _Case, pairs: int) -> Iterator[Row]:
    measured = [(_ours(case), _empty()) for _ in range(pairs + 1)][1:]
    painted, answered, left = ([(a[part], b[part]) for a, b in measured] for part in range(3))
    yield at_most(f"launch to a painted list, {case.name}", painted, case.most, _PEER)
    yield at_most(f"launch to a first move answered, {case.name}", answered, None, _PEER)
    yield at_most(f"quit, {case.name}", left, _QUIT_LIMIT, _PEER)


def _ours(case: _Case) -> Times:
    first, second = case.first, case.second
    for state in case.home.rglob("state.toml"):
        state.unlink()  # nobody left off anywhere
    with Terminal("nhsjobtui", *case.verb, home=case.home) as app:
        painted = app.painted(
            lambda lines: first.in_list(lines) and second.in_list(lines),
            second.title,
            since=app.started,
            what="the first adverts",
        )
        moved = app.painted(second.beside_list, since=app.press("j"), what="the second advert")
        app.settle(0.3)
        return painted, painted + moved, app.quit()


def _empty() -> Times:
    with Terminal("benchmarks.peers.empty") as app:
        painted = app.painted(_says("usable"), "usable", since=app.started, what="its word")
        answered = app.painted(_says("answered"), since=app.press("j"), what="its answer")
        app.settle(0.3)
        return painted, painted + answered, app.quit()


def _says(word: str) -> Shown:
    return lambda lines: any(word in line for line in lines)


def _make_demo(home: Path) -> None:
    with Terminal("nhsjobtui", "demo", home=home) as app:
        app.painted(_says("Demo library"), since=app.started, what="the demo", longest=60)
        app.settle(1.0)
        app.quit()
