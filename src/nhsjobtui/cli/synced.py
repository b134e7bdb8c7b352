"""What `sync` says: how far it is, and what came of it."""

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import inform, say, say_json, terminal_width

if TYPE_CHECKING:
    from nhsjobtui.boards.searches import Saved
    from nhsjobtui.boards.sync import Progress, Synced
    from nhsjobtui.library import Library

_EVERY = 2.0  # seconds between two lines
_MOST_LINES = 100


class Telling:
    """Says on stderr now and then how far a sync has come.

    With a library it also prints which of its adverts were stored, each time some were.
    """

    def __init__(self, library: "Library | None" = None) -> None:
        self.found = 0
        self._library = library
        self._last = monotonic()

    def __call__(self, progress: "Progress") -> None:
        """Take note of progress; say it unless something was said just now."""
        self.found = progress.found
        if self._library is not None:
            heads = self._library.heads(progress.ids)
            refs = [heads[n].ref for n in progress.ids if n in heads]
            say_json({"listed": refs, "found": progress.found, "of": progress.total})
        if monotonic() - self._last >= _EVERY:
            self._last = monotonic()
            inform(progress_words(progress))


def progress_words(progress: "Progress") -> str:
    """Say how far a sync has come: count, rate, time left."""
    of = "" if progress.total is None else f" of {progress.total:,}"
    words = f"{progress.found:,}{of} listings, {progress.rate:,.0f} a second"
    left = progress.seconds_left
    if left is None or progress.found >= (progress.total or 0):
        return words
    if left < 60:
        return f"{words}, {max(1, round(left))} s left"
    return f"{words}, {-(-left // 60):.0f} min left"


def report(
    library: "Library",
    done: "Synced",
    saved: "Saved | None",
    fresh: Sequence[int],
    context: Context,
) -> None:
    """Say what a sync did; of a saved search also what is new since it last ran."""
    if context.json:
        say_json(_record(library, done, saved, fresh))
        return
    say(synced_words(done))
    if saved and saved.ran_at:
        from nhsjobtui.boards.searches import since_words
        from nhsjobtui.cli.table import rows

        now = clock.now()
        end = ":" if fresh else "."
        say(f"{saved.name}: {len(fresh):,} new since {since_words(saved.ran_at, now)}{end}")
        heads = library.heads(fresh[:_MOST_LINES])
        if heads:
            for line in rows([heads[n] for n in fresh if n in heads], now, terminal_width()):
                say(line)
        if len(fresh) > _MOST_LINES:
            say(f"… and {len(fresh) - _MOST_LINES:,} more")


def synced_words(done: "Synced") -> str:
    """Say in a sentence what a sync did."""
    count = len(done.ids)
    what = "listing" if count == 1 else "listings"
    since = ""
    if done.since is not None:
        from nhsjobtui.boards.searches import since_words

        since = f" posted since {since_words(done.since, clock.now())} or just before"
    parts = [f"{done.new:,} new", f"{done.changed:,} changed", f"{done.same:,} the same"]
    gone = f"; {done.unlisted:,} no longer listed" if done.unlisted else ""
    nameless = f"; {done.nameless:,} without a reference left out" if done.nameless else ""
    return f"{count:,} {what}{since}: {', '.join(parts)}{gone}{nameless}."


def missing_words(done: "Synced") -> str:
    """Say why some listings may be missing, though the board was read to its end."""
    count, total = len(done.ids) + done.nameless, done.total or 0
    if count < total:
        return f"NHS Jobs counts {total:,} adverts and gave {count:,} of them; these are kept."
    return "NHS Jobs changed its list while it was read, so some may be missing; what came is kept."


def _record(
    library: "Library", done: "Synced", saved: "Saved | None", fresh: Sequence[int]
) -> dict[str, object]:
    heads = library.heads(fresh)
    return {
        "search": saved.name if saved else None,
        "found": len(done.ids),
        "of": done.total,
        "new": done.new,
        "changed": done.changed,
        "same": done.same,
        "no_longer_listed": done.unlisted,
        "complete": done.whole,
        "asked_since": done.since.isoformat(timespec="seconds") if done.since else None,
        "last_run": saved.ran_at.isoformat() if saved and saved.ran_at else None,
        "new_since_last_run": [heads[n].ref for n in fresh if n in heads],
    }
