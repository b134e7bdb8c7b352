"""The declared actions as Textual bindings."""

from collections.abc import Collection

from textual.binding import Binding, BindingType

from nhsjobtui.keys import ACTIONS, EVERYWHERE, Where, actions_in

PAGE_ACTIONS = frozenset(
    {
        "down", "up", "half_down", "half_up", "first", "last",
        "find", "find_next", "find_previous",
    }
)  # fmt: skip
"""What a page of text does itself: the advert, the checklist."""


def pane_bindings(where: Where, own: Collection[str]) -> list[BindingType]:
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
