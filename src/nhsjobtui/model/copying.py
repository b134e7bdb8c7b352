"""One text copied to where there may be another."""


def below(here: str, copied: str) -> str:
    """Return what is here with the copied text below it; unchanged where it is there already."""
    if copied.strip() in here:
        return here
    return f"{here.rstrip()}\n\n{copied}" if here.strip() else copied
