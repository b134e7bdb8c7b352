"""Rows of the table, and pairs of measurements: ours and the peer's in turn, in one run.

Identical runs differ by half on a busy machine, so a ratio is the median of the pairs' own.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks import say

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `good` is None where nothing is promised."""

    what: str
    ours: str
    peer: str
    ratio: str
    target: str
    good: bool | None

    @property
    def verdict(self) -> str:
        """Whether the target is met."""
        return {True: "ok", False: "MISSES", None: ""}[self.good]


def in_turn(
    ours: Callable[[], float], peer: Callable[[], float], pairs: int, warm: int = 1
) -> list[Pair]:
    """Measure both `pairs` times, in turn, after some rounds that do not count."""
    for _ in range(warm):
        ours(), peer()
    return [(ours(), peer()) for _ in range(pairs)]


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def at_most(what: str, pairs: Sequence[Pair], most: float | None, peer: str) -> Row:
    """Return the row of a time that may be `most` times the peer's."""
    middle = median(a for a, _ in pairs), median(b for _, b in pairs)
    return _row(what, middle, median(a / b for a, b in pairs), most, peer)


def at_percentile(
    what: str, series: tuple[Sequence[float], Sequence[float]], part: float, most: float, peer: str
) -> Row:
    """Return the row of two series of times, ours and the peer's, each at a percentile."""
    ours, other = (percentile(times, part) for times in series)
    return _row(f"{what}, p{part * 100:.0f}", (ours, other), ours / other, most, peer)


def percentile(times: Iterable[float], part: float) -> float:
    """Return the time that this part of all times does not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def _row(what: str, times: Pair, ratio: float, most: float | None, peer: str) -> Row:
    row = Row(
        what,
        milliseconds(times[0]),
        f"{milliseconds(times[1])} {peer}",
        f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}",
        "" if most is None else f"≤ {most:.3g}",
        None if most is None else ratio <= most,
    )
    say(f"{row.what}: {row.ours} against {row.peer}, ratio {row.ratio}")
    return row


def milliseconds(seconds: float) -> str:
    """Return a time as the table writes it."""
    value = seconds * 1000
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.3g} ms"
