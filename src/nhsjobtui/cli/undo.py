"""`undo`: take back the last change."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.steps import step

EXAMPLES = ("undo",)


def arguments(parser: ArgumentParser) -> None:
    """`undo` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Take back the last change, and say what that was."""
    return step(context, lambda library: library.undo(), "Nothing to undo.")
