"""`todo`: what needs doing."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import inform, say, say_json
from nhsjobtui.cli.records import head_record

EXAMPLES = ("todo", "todo --json")


def arguments(parser: ArgumentParser) -> None:
    """`todo` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Print one line for each thing that needs doing."""
    from nhsjobtui.writing.board import todo

    now = clock.now()
    with context.library(reading=True) as library:
        found = todo(library, now)
    for one in found:
        if context.json:
            say_json(
                head_record(one.head, now)
                | {"kind": one.kind, "day": one.day.isoformat() if one.day else None}
                | {"time": one.time, "note": one.note, "words": one.words}
            )
        else:
            say(f"{named(one.head)}: {one.sentence}")
    if not found:
        inform("Nothing needs doing.")
    return 0
