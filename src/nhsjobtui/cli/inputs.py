"""What a person hands to a command: files, standard input, text typed in the shell."""

import sys
from collections.abc import Sequence
from pathlib import Path

from nhsjobtui.clean import clean, clean_line, decoded
from nhsjobtui.cli.output import inform
from nhsjobtui.errors import InputError
from nhsjobtui.library import intake

STDIN = "-"


def read_page(name: str) -> bytes:
    """Return the bytes of a file, or of stdin for "-"."""
    return _read_stdin() if name == STDIN else intake.read_file(Path(name))


def page_name(name: str) -> str:
    """Return a file's own name for messages, without its folder."""
    return "standard input" if name == STDIN else clean_line(Path(name).name or name)


def typed_text(words: Sequence[str], kept: str) -> str:
    """Return the person's own text: the words typed, or standard input for "-" alone.

    `kept` says what stays as it was when nothing comes in.
    """
    if list(words) != [STDIN]:
        return clean(" ".join(words))
    text = clean(decoded(_read_stdin())).rstrip("\n")
    if not text.strip():
        raise InputError(f"Nothing came in on standard input; {kept} is as it was.")
    return text


def _read_stdin() -> bytes:
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        inform("Paste it here, then press ctrl+d on a line of its own.")
    return intake.capped(sys.stdin.buffer.read(intake.LARGEST_FILE + 1), "Standard input")
