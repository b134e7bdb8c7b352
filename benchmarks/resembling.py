"""How well evidence is offered again: `python -m benchmarks.resembling [--misses]`.

Each pair is judged as the program does it: the first criterion has evidence, and so have all other
criteria of the set, in an application for one advert; the second criterion is in another advert.
"""

import sys
import tempfile
import tomllib
from pathlib import Path
from typing import NamedTuple

from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.writing.suggestions import suggestions

_SET = Path(__file__).with_suffix(".toml")
Pair = tuple[str, str]
_TOGETHER = (
    ("equal", "reworded", "unrelated"),
    ("later_reworded", "later_unrelated"),
    ("fresh_reworded", "fresh_unrelated"),
)


class Outcome(NamedTuple):
    """Which second criteria were offered the evidence of the first."""

    offered: list[Pair]
    missed: list[Pair]


def judge(pairs: list[Pair]) -> Outcome:
    """Write evidence for the first criterion of each pair and ask for the second."""
    offered, missed = [], []
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library.sqlite3") as library,
    ):
        firsts = _add(library, "C9001-26-0001", [first for first, _ in pairs])
        for row in library.entry(firsts).criteria:
            library.set_evidence(firsts, row.key, f"Evidence for {row.text}")
        seconds = _add(library, "C9001-26-0002", [second for _, second in pairs])
        keys = {row.text: row.key for row in library.entry(seconds).criteria}
        for first, second in pairs:
            found = suggestions(library, seconds, keys[second], limit=None)
            hit = any(one.kept.criterion == first for one in found)
            (offered if hit else missed).append((first, second))
    return Outcome(offered, missed)


def _add(library: Library, slug: str, criteria: list[str]) -> int:
    group = Group("", tuple(dict.fromkeys(criteria)))
    advert = Advert(board="nhsjobs", slug=slug, title=slug, person_spec=(group,))
    return library.add(advert, slug.encode(), slug).advert_id


def main() -> None:
    """Print what was offered of each part, precision and recall, and what went wrong if asked."""
    parts = {
        name: [(first, second) for first, second in pairs]
        for name, pairs in tomllib.loads(_SET.read_text("utf-8")).items()
    }
    done = {name: judge(pairs) for name, pairs in parts.items() if pairs}
    for name, outcome in done.items():
        of = len(parts[name])
        print(f"{name:<18}{len(outcome.offered):>4} of {of:>3} offered")
    for names in (
        ("equal", "reworded", "unrelated"),
        ("later_reworded", "later_unrelated"),
        ("fresh_reworded", "fresh_unrelated"),
    ):
        if not all(name in done for name in names):
            continue
        wanted = [name for name in names if "unrelated" not in name]
        right = sum(len(done[name].offered) for name in wanted)
        wrong = sum(len(done[name].offered) for name in names if name not in wanted)
        of = sum(len(parts[name]) for name in wanted)
        print(f"{' + '.join(names)}: precision {right / (right + wrong):.3f}, "
              f"recall {right / of:.3f}")  # fmt: skip
    if "--misses" in sys.argv:
        for name, outcome in done.items():
            wrong_ones = outcome.offered if "unrelated" in name else outcome.missed
            for first, second in wrong_ones:
                print(f"{name}: {first} | {second}")


if __name__ == "__main__":
    main()
