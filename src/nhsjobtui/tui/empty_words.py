"""What stands where no advert is listed."""

from nhsjobtui.model.query import misread

_FIRST_STEPS = (
    "Press f to find adverts on NHS Jobs.",
    "Press i to add an advert: its address, a page you saved from your browser, or its text.",
    "It stays here, readable offline, with its person specification as a checklist.",
    "To look round first, quit with q and run: nhsjobtui demo",
)


def first_steps() -> tuple[str, ...]:
    """Return what an empty library says."""
    return ("Your library is empty.", *_FIRST_STEPS)


def nothing_found(asked: str) -> tuple[str, ...]:
    """Return what a filter without a match says."""
    words = (f"No advert in the library matches “{asked}”.", misread(asked))
    return (*(part for part in words if part), "escape shows all of them again.")


def nothing_online(asked: str) -> tuple[str, ...]:
    """Return what a search online without a match says."""
    return (f"Nothing was found on NHS Jobs: {asked}.", "escape shows all adverts again.")
