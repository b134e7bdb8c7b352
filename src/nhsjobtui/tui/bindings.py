"""The declared actions as Textual bindings, and those of them that ask in a dialog."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from textual.binding import Binding, BindingType

from nhsjobtui.keys import ACTIONS, EVERYWHERE, Place, actions_in

if TYPE_CHECKING:
    from nhsjobtui.tui.online_screen import OnlineScreen

Asker = TypeVar("Asker", bound="OnlineScreen")

PAGE_ACTIONS = frozenset(
    {
        "down", "up", "half_down", "half_up", "first", "last",
        "find", "find_next", "find_previous",
    }
)  # fmt: skip
"""What a page of text does itself: the advert, the checklist."""


def pane_bindings(where: Place, own: Collection[str]) -> list[BindingType]:
    """Return the bindings of a pane; `own` are the actions the pane itself carries out."""
    return [
        Binding(",".join(action.keys), action.id if action.id in own else f"screen.{action.id}")
        for action in actions_in(where)
        if action.id in own or action.where != EVERYWHERE
    ]


def screen_bindings(own: Collection[str]) -> list[BindingType]:
    """Return the bindings of the screen: what works everywhere and is not a pane's own."""
    return [
        Binding(",".join(action.keys), action.id)
        for action in ACTIONS
        if action.where == EVERYWHERE and action.id not in own
    ]


def asks(
    action: Callable[[Asker], Awaitable[None]],
) -> Callable[[Asker], Awaitable[None]]:
    """Make an action of what asks in a dialog; it ends once the dialog takes the keys.

    So what is typed ahead waits for the dialog instead of ticking and noting behind it.
    """

    @wraps(action)
    async def opened(screen: Asker) -> None:
        ready = screen.dialog_ready = asyncio.Event()

        async def ask() -> None:
            try:
                await action(screen)
            finally:  # no dialog was needed
                ready.set()

        screen.run_worker(ask())
        await ready.wait()

    return opened
