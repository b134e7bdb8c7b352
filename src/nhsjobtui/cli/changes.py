"""`changes`: what the boards changed on adverts."""

from argparse import ArgumentParser, Namespace
from datetime import date, datetime, time

from nhsjobtui.clean import clean_line
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import inform, say, say_json
from nhsjobtui.errors import InputError
from nhsjobtui.model.dates import read_date
from nhsjobtui.model.deadline import london

EXAMPLES = ("changes", "changes --since 2026-11-01", "changes --json")


def arguments(parser: ArgumentParser) -> None:
    """Add what `changes` takes."""
    parser.add_argument(
        "--since", metavar="DATE", type=_date, help="only from this day on: 2026-11-01"
    )


def run(given: Namespace, context: Context) -> int:
    """Print each change, the oldest first."""
    day: date | None = given.since
    since = datetime.combine(day, time(), london()) if day else None
    with context.library(reading=True) as library:
        changes = library.changes(since)
        heads = library.heads(list({change.advert_id for change in changes}))
        for advert_id, event in changes:
            head = heads[advert_id]
            if context.json:
                names = {"slug": head.slug, "reference_number": head.reference_number}
                at = event.at.isoformat(timespec="seconds")
                say_json(
                    names
                    | {"title": head.title or None, "at": at, "kind": event.kind}
                    | {"detail": event.detail}
                )
            else:
                at = f"{event.at.astimezone(london()):%Y-%m-%d %H:%M}"
                say(f"{at}  {named(head)}: {event.detail}")
    if not changes:
        inform("Nothing changed on the adverts in the library.")
    return 0


def _date(text: str) -> date:
    day = read_date(text)
    if day is None:
        raise InputError(f"“{clean_line(text)}” is not a date.", "Write it like this: 2026-11-01")
    return day
