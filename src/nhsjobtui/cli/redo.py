"""`redo`: do again what was taken back."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.errors import NhsJobTuiError

EXAMPLES = ("redo",)


def arguments(parser: ArgumentParser) -> None:
    """`redo` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Do again what was taken back, and say what that was."""
    with context.library() as library:
        done = library.redo()
        if done is None:
            raise NhsJobTuiError("Nothing to redo.")
        head = library.entry(done.advert_id).head
    if context.json:
        say_json(
            {
                "slug": head.slug,
                "reference_number": head.reference_number,
                "sentence": done.sentence,
            }
        )
    else:
        say(done.sentence)
    return 0
