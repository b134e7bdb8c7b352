"""The headings that help a person recall an example: situation, task, action, result."""

HEADINGS = ("Situation", "Task", "Action", "Result")


def with_star(text: str) -> str:
    """Return text with the headings that it lacks below it, each with room to write under it."""
    lines = {_folded(line) for line in text.split("\n")}
    lacking = [f"{heading}:" for heading in HEADINGS if heading.casefold() not in lines]
    return "\n\n".join(part for part in (text.rstrip(), *lacking) if part)


def is_written(text: str) -> bool:
    """Say whether evidence has a word of the person's own, not headings alone."""
    headings = {heading.casefold() for heading in HEADINGS}
    return any(_folded(line) not in {"", *headings} for line in text.split("\n"))


def _folded(line: str) -> str:
    return line.strip().rstrip(":").strip().casefold()
