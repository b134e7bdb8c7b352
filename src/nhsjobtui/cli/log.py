"""`log`: what happened to an advert and what the person did, dated."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.page import moment

EXAMPLES = ("log C9999-26-0101", "log C9999-26-0101 --json")


def arguments(parser: ArgumentParser) -> None:
    """Add what `log` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")


def run(given: Namespace, context: Context) -> int:
    """Print the log, oldest first; times are London's."""
    with context.library(reading=True) as library:
        events = library.log(library.find(given.ref))
    for event in events:
        if context.json:
            at = event.at.isoformat(timespec="seconds")
            say_json({"at": at, "kind": event.kind, "detail": event.detail})
        else:
            say(f"{moment(event.at)}  {event.detail or event.kind}")
    return 0
