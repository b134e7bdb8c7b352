"""Long text made short for a message or a column."""


def cut(text: str, most: int = 60) -> str:
    """Return a text of at most so many characters, with "…" where it was cut off."""
    return text if len(text) <= most else f"{text[: max(0, most - 1)].rstrip()}…"
