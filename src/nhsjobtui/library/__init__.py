"""The one SQLite file that holds every advert and everything the person added."""

from nhsjobtui.library.failures import Interrupted
from nhsjobtui.library.library import Library
from nhsjobtui.library.listing import First, Scope
from nhsjobtui.library.views import (
    Added,
    Change,
    Entry,
    Event,
    Fetch,
    FetchOutcome,
    Head,
    Listed,
    Snapshot,
    State,
    SyncState,
    Undone,
)

__all__ = [
    "Added",
    "Change",
    "Entry",
    "Event",
    "Fetch",
    "FetchOutcome",
    "First",
    "Head",
    "Interrupted",
    "Library",
    "Listed",
    "Scope",
    "Snapshot",
    "State",
    "SyncState",
    "Undone",
]
