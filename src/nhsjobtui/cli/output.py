"""What a command prints: lines on stdout, diagnostics on stderr, JSON."""

import io
import os
import sys
from collections.abc import Mapping
from typing import Any


def prepare() -> None:
    """Let stdout print a replacement for what its encoding does not have."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def say(text: str = "") -> None:
    """Print on stdout."""
    from nhsjobtui.clean import clean

    print(clean(text))


def complain(text: str) -> None:
    """Print a sentence on what went wrong on stderr."""
    from nhsjobtui.clean import clean

    print(f"nhsjobtui: {clean(text)}", file=sys.stderr)


def inform(text: str) -> None:
    """Print how far the work has come, or a hint, on stderr."""
    from nhsjobtui.clean import clean

    print(clean(text), file=sys.stderr)


def terminal_width() -> int | None:
    """Return how many columns stdout's terminal has, None where it is none or does not know."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError, AttributeError):  # a pipe, a test's own stdout, none at all
        return None


def say_json(record: Mapping[str, Any]) -> None:
    """Print one JSON object on a line, in plain ASCII where a terminal might act on it."""
    import json

    line = json.dumps(record, ensure_ascii=False)
    if not _prints_as_it_is(line):
        line = json.dumps(record)
    print(line)


def _prints_as_it_is(line: str) -> bool:
    """Say whether no character is unseen, acts on a terminal or is lost in stdout's encoding."""
    try:
        line.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return line.isprintable()


def abandon_stdout() -> None:
    """Send what is still to be written nowhere, so that leaving does not fail once more."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # stdout is no real file
        pass
