"""What every command is given, and how it tries several things in turn."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from nhsjobtui.cli.output import complain
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.paths import Paths

if TYPE_CHECKING:
    from nhsjobtui.boards.client import Client
    from nhsjobtui.library import Library


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class Context(NamedTuple):
    """The folders of this run and what was asked of every command alike.

    `offline` is None where config.toml says whether the network may be used.
    """

    paths: Paths
    json: bool = False
    offline: bool | None = None

    def library(self, *, reading: bool = False) -> "Library":
        """Open the person's library, made if there is none; `reading` if that is all it is for."""
        from nhsjobtui.library import Library

        file = self.paths.library_file
        return Library.open(file, now, readonly=reading and Library.is_locked(file))

    def online(self) -> "Client":
        """Return a client for NHS Jobs; raise Offline where no network is to be used."""
        from nhsjobtui.boards.online import connect

        return connect(self.paths, offline=self.offline)

    def each(self, items: Iterable[str], do: Callable[[str], object]) -> int:
        """Try each item, say each failure on stderr, and return the exit code."""
        return max((self.attempt(item, partial(do, item)) for item in items), default=0)

    def attempt(self, item: str, do: Callable[[], object]) -> int:
        """Try one item, say on stderr if it fails, and return its exit code."""
        try:
            do()
        except NhsJobTuiError as error:
            complain(str(error))
            return error.exit_code
        except OSError:  # what is printed goes nowhere any more: the next would not either
            raise
        except Exception as error:
            from nhsjobtui.bugs import report

            complain(report(error, self.paths, item))
            return 1
        return 0
