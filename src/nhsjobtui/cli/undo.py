"""`undo`: take back the last change."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.errors import NhsJobTuiError

EXAMPLES = ("undo",)


def arguments(parser: ArgumentParser) -> None:
    """`undo` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Take back the last change, and say what that was."""
    with context.library() as library:
        done = library.undo()
        if done is None:
            raise NhsJobTuiError("Nothing to undo.")
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
