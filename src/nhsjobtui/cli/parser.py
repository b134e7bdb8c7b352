"""The parser of one command, whose complaints are sentences."""

import argparse
import os
from collections.abc import Callable, Sequence
from typing import NoReturn

from nhsjobtui import __version__
from nhsjobtui.cli.verbs import Verb
from nhsjobtui.errors import InputError

# Stands before what comes after "--" and begins with a dash; no shell can pass it.
_TEXT = "\0"


class Parser(argparse.ArgumentParser):
    """An argument parser that raises InputError where argparse would print and leave."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments as an InputError."""
        missing = "the following arguments are required: "
        if message.startswith(missing):
            message = f"{message.removeprefix(missing)} is missing"
        raise InputError(f"{message[0].upper()}{message[1:]}.", self.pointer())

    def pointer(self) -> str:
        """Return where to read what the command takes."""
        return f"See: {self.prog} --help"


def parser_for(verb: Verb, examples: Sequence[str] = ()) -> Parser:
    """Return the parser of a command, without its arguments."""
    return Parser(
        prog=f"nhsjobtui {verb.name}",
        usage=f"nhsjobtui {verb.name} {verb.shape}".rstrip() + " [OPTION]…",
        description=f"{verb.help}.",
        epilog="\n".join(("examples:", *(f"  nhsjobtui {line}" for line in examples))),
        formatter_class=_formatter,
        allow_abbrev=False,
    )


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return what lays out help; told the width, argparse need not load what finds it."""
    try:
        width = os.get_terminal_size(1).columns
    except (OSError, ValueError):
        width = 80
    return argparse.RawDescriptionHelpFormatter(prog, width=max(40, min(width, 100)) - 2)


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command has."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--offline", action="store_true", help="use no network")
    parser.add_argument(
        "--online", action="store_true", help="use the network although config.toml says offline"
    )
    parser.add_argument(
        "--version", action="version", help="print the version", version=f"nhsjobtui {__version__}"
    )


def parse(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments of a command, options anywhere between the others.

    Whatever comes after "--" is text, with a dash before it or not.
    """
    words = list(argv)
    if "--" in words:
        place = words.index("--")
        words[place:] = [f"{_TEXT}{w}" if w.startswith("-") else w for w in words[place + 1 :]]
    found, extra = parser.parse_known_intermixed_args(words)
    for name, value in vars(found).items():
        setattr(found, name, _as_typed(value))
    if extra:
        from nhsjobtui.clean import clean_line

        what = clean_line(extra[0])
        if extra[0].startswith("-"):
            raise InputError(
                f"There is no option “{what}”.",
                f"{parser.pointer()} (text that begins with a dash goes after --)",
            )
        raise InputError(f"“{what}” is one too many.", parser.pointer())
    return found


def _as_typed(value: object) -> object:
    if isinstance(value, list):
        return [_as_typed(word) for word in value]
    return value.removeprefix(_TEXT) if isinstance(value, str) else value


def one_of(words: Sequence[str], what: str) -> Callable[[str], str]:
    """Return a reader of an argument that is one of these words."""

    def read(text: str) -> str:
        word = "_".join(text.casefold().replace("-", " ").replace("_", " ").split())
        if word in words:
            return word
        from nhsjobtui.clean import clean_line

        listed = ", ".join(words[:-1]) + f" or {words[-1]}" if words[1:] else words[0]
        raise InputError(f"“{clean_line(text)}” is not {what}.", f"Choose {listed}.")

    return read


def whole_number(least: int, option: str) -> Callable[[str], int]:
    """Return a reader of an argument that is a whole number, not below `least`."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= least:
            return int(text)
        from nhsjobtui.clean import clean_line

        raise InputError(
            f"{option} takes a whole number from {least} up, not “{clean_line(text)}”."
        )

    return read
