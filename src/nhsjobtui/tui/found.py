"""What a search finds, in the list once that disturbs nobody."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from nhsjobtui.model.query import Sort

if TYPE_CHECKING:
    from nhsjobtui.tui.online_screen import OnlineScreen


class Listing:
    """What one search has found, and whether the list may show it.

    It waits while the person writes or reads another advert, and is not brought back once the
    person has left it.
    """

    def __init__(self, screen: "OnlineScreen", words: str, order: Sort) -> None:
        self._screen = screen
        self._words = words
        self._order = order
        self._ids: frozenset[int] = frozenset()
        self._shown = False
        self.waits = False
        self.left = False

    def show(self, ids: Collection[int]) -> None:
        """List these adverts, or let them wait."""
        self._ids = frozenset(ids)
        screen, adverts = self._screen, self._screen.adverts
        listed = adverts.found is not None and adverts.found.words == self._words
        self.left = self.left or (self._shown and not listed)
        elsewhere = screen.pane != "list" and adverts.list.current not in self._ids
        self.waits = not self.left and (screen.writing or elsewhere)
        if not self.left and not self.waits:
            self._shown = True
            adverts.show_found(self._words, self._ids, self._order)

    def come_back(self) -> None:
        """List what waits, now that the person is at the list again."""
        if self.waits:
            self.show(self._ids)

    @property
    def how_to_go_on(self) -> str:
        """What a person may do, to be said behind how much was found."""
        if self.left:
            return ""
        if self.waits:
            return " They are listed when you go back to the list."
        return " escape lists all adverts again."
