"""A switch that ends what is waiting or being fetched, from any thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from nhsjobtui.boards.failures import KEPT, Stopped


class Stop:
    """Off until somebody sets it; then every wait ends and every request is broken off."""

    def __init__(self) -> None:
        self._event = Event()
        self._hooks: list[Callable[[], None]] = []

    def set(self) -> None:
        """End what this switch is for; setting it twice is harmless."""
        self._event.set()
        for hook in tuple(self._hooks):
            hook()

    def is_set(self) -> bool:
        """Say whether it was set."""
        return self._event.is_set()

    def wait(self, seconds: float) -> None:
        """Wait; raise Stopped as soon as the switch is set."""
        if self._event.wait(seconds) if seconds > 0 else self._event.is_set():
            raise Stopped("Stopped.", KEPT)

    @contextmanager
    def calling(self, hook: Callable[[], None]) -> Iterator[None]:
        """Call `hook` when the switch is set inside this block, from the thread that sets it."""
        self._hooks.append(hook)
        try:
            self.wait(0)
            yield
        finally:
            self._hooks.remove(hook)
