"""`redo`: do again what was taken back."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.steps import step

EXAMPLES = ("redo",)


def arguments(parser: ArgumentParser) -> None:
    """`redo` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Do again what was taken back, and say what that was."""
    return step(context, lambda library: library.redo(), "Nothing to redo.")
