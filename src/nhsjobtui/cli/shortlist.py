"""`shortlist`: put adverts on the shortlist, or take them off."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.records import head_record

EXAMPLES = ("shortlist C9999-26-0101 C9999-26-0102", "shortlist --off C9999-26-0101")


def arguments(parser: ArgumentParser) -> None:
    """Add what `shortlist` takes."""
    parser.add_argument("refs", metavar="REF", nargs="+", help="which adverts")
    parser.add_argument("--off", action="store_true", help="take them off the shortlist")


def run(given: Namespace, context: Context) -> int:
    """Shortlist each advert."""
    on = not given.off
    with context.library() as library:

        def shortlist(ref: str) -> None:
            advert_id = library.find(ref)
            library.set_shortlisted(advert_id, on)
            head = library.entry(advert_id).head
            if context.json:
                say_json(head_record(head, clock.now()))
            else:
                say(f"{'Shortlisted' if on else 'Off the shortlist'}: {named(head)}")

        return context.each(given.refs, shortlist)
