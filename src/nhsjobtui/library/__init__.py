"""The one SQLite file that holds every advert and everything the person added."""

from nhsjobtui.library.failures import Interrupted
from nhsjobtui.library.library import Library
from nhsjobtui.library.listing import First, Scope
from nhsjobtui.library.views import Added, Entry, Event, Head, Snapshot, State, Undone

__all__ = [
    "Added",
    "Entry",
    "Event",
    "First",
    "Head",
    "Interrupted",
    "Library",
    "Scope",
    "Snapshot",
    "State",
    "Undone",
]
