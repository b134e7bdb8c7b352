"""`show`: the whole of an advert, and what the person added to it."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json

EXAMPLES = ("show C9999-26-0101", "show --json C9999-26-0101")


def arguments(parser: ArgumentParser) -> None:
    """Add what `show` takes."""
    parser.add_argument(
        "ref", metavar="REF", help="a reference, reference number or address of an advert"
    )


def run(given: Namespace, context: Context) -> int:
    """Print the advert."""
    with context.library(reading=True) as library:
        advert_id = library.find(given.ref)
        entry, now = library.entry(advert_id), clock.now()
        if context.json:
            from nhsjobtui.cli.records import entry_record

            say_json(entry_record(entry, now))
        else:
            from nhsjobtui.cli.page import page

            for line in page(entry, library.log(advert_id), now):
                say(line)
    return 0
