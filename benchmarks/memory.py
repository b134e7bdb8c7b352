"""Memory with the app open and at rest, against an empty app's."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import CannotMeasure, libraries, say
from benchmarks.measure import Row
from benchmarks.terminal import Terminal

_LIMITS = {1_000: None, 20_000: 25, 200_000: 30, 1_000_000: 60}
_REST = 2.0
Sizes = tuple[float, float]


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    for count, most in _LIMITS.items():
        home = libraries.home(count)
        measured = [
            (_memory("nhsjobtui", home=home), _memory("benchmarks.peers.empty"))
            for _ in range(max(1, pairs // 5))
        ]
        for part, name in enumerate(("RSS", "PSS")):
            ours = median(mine[part] for mine, _ in measured)
            peer = median(other[part] for _, other in measured)
            more = median(mine[part] - other[part] for mine, other in measured)
            row = Row(
                f"memory open and at rest ({name}), {count:,} adverts",
                f"{ours:.1f} MB",
                f"{peer:.1f} MB empty app",
                f"+{more:.1f} MB",
                f"≤ +{most} MB" if most and part == 0 else "",
                more <= most if most and part == 0 else None,
            )
            say(f"{row.what}: {row.ratio}")
            yield row


def _memory(module: str, home: Path | None = None) -> Sizes:
    """Return the resident and the proportional size in MB."""
    with Terminal(module, home=home) as app:
        app.painted(lambda lines: any(line.strip() for line in lines), since=app.started, what="it")
        app.settle(_REST)
        try:
            said = Path(f"/proc/{app.process}/smaps_rollup").read_text("ascii")
        except OSError as error:
            raise CannotMeasure("Memory is read from /proc, which is not here.") from error
        found = dict(re.findall(r"^(Rss|Pss):\s+(\d+) kB", said, re.MULTILINE))
        return int(found["Rss"]) / 1000, int(found["Pss"]) / 1000
