"""Pairs of timings, ours and the peer's in turn, so that a noisy machine troubles both alike."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the table; times in milliseconds."""

    what: str
    ours: float
    peer: float
    ratio: float
    peer_name: str

    def __str__(self) -> str:
        return (
            f"{self.what:<44}{self.ours:>8.1f} ms{self.peer:>8.1f} ms"
            f"{self.ratio:>8.2f}  {self.peer_name}"
        )


def compare(
    what: str,
    ours: Callable[[], object],
    peer: Callable[[], object],
    peer_name: str,
    *,
    pairs: int = 15,
) -> Row:
    """Time both in turn after one warm-up; the ratio is the median of the pairs'."""
    ours(), peer()
    times = [(_time(ours), _time(peer)) for _ in range(pairs)]
    return Row(
        what,
        median(a for a, _ in times) * 1000,
        median(b for _, b in times) * 1000,
        median(a / b for a, b in times),
        peer_name,
    )


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
