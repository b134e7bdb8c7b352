"""`show`: the whole of an advert, and what the person added to it."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.errors import InputError

if TYPE_CHECKING:
    from nhsjobtui.library import Library

EXAMPLES = ("show C9999-26-0101", "show --json C9999-26-0101", "show C9999-26-0101 --sent")


def arguments(parser: ArgumentParser) -> None:
    """Add what `show` takes."""
    parser.add_argument(
        "ref", metavar="REF", help="a reference, reference number or address of an advert"
    )
    parser.add_argument(
        "--sent", action="store_true", help="as it was when it was marked as applied"
    )


def run(given: Namespace, context: Context) -> int:
    """Print the advert."""
    with context.library(reading=True) as library:
        advert_id = library.find(given.ref)
        if given.sent:
            _sent(library, advert_id, context)
            return 0
        entry, now = library.entry(advert_id), clock.now()
        if context.json:
            from nhsjobtui.cli.records import entry_record

            say_json(entry_record(entry, now))
        else:
            from nhsjobtui.cli.page import page

            own = library.application(advert_id)
            for line in page(entry, library.log(advert_id), now, own):
                say(line)
    return 0


def _sent(library: "Library", advert_id: int, context: Context) -> None:
    """Print the frozen copy: the same whatever was changed since."""
    from nhsjobtui.cli.page import moment, page, statement

    sent = library.sent(advert_id)
    if sent is None:
        from nhsjobtui.cli.checklist import named

        raise InputError(
            f"{named(library.heads([advert_id])[advert_id])} has not been marked as applied, "
            "so there is no copy of what was sent."
        )
    if context.json:
        from nhsjobtui.cli.records import entry_record

        extra = {"sent_at": sent.at.isoformat(timespec="seconds"), "statement": sent.text}
        say_json(entry_record(sent.entry, sent.at) | extra)
        return
    say(f"As it was when it was marked as applied, {moment(sent.at)}, London time")
    say()
    for line in page(sent.entry, (), sent.at, sent.whole):
        say(line)
    for line in statement(sent.whole):
        say(line)
