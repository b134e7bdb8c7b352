"""`stage`: how far an application has come."""

from argparse import ArgumentParser, Namespace
from datetime import date

from nhsjobtui.clean import clean_line
from nhsjobtui.cli import context as clock
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.records import head_record
from nhsjobtui.errors import InputError
from nhsjobtui.model.application import STAGES, copy_words
from nhsjobtui.model.dates import day_words, read_date, read_time

EXAMPLES = (
    "stage C9999-26-0101 drafting",
    'stage C9999-26-0101 interview --on "2026-06-03 10:00" --note "Room 4, with Priya Northcott"',
    "stage C9999-26-0101 none",
)
NONE = "none"


def arguments(parser: ArgumentParser) -> None:
    """Add what `stage` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "stage",
        metavar="STAGE",
        type=one_of((*STAGES, NONE), "a stage"),
        help=f"{', '.join(STAGES)}; {NONE} clears it",
    )
    parser.add_argument(
        "--on", metavar="WHEN", type=_when, help="the day, and the time in London: 2026-06-03 10:00"
    )
    parser.add_argument(
        "--note", metavar="TEXT", default="", help="who, where, whatever belongs to it"
    )


def _when(text: str) -> tuple[date, str | None]:
    """Read a day and perhaps a time."""
    day, time = read_date(text), read_time(text)
    if day is None or (":" in text and time is None):
        raise InputError(
            f"“{clean_line(text)}” is not a day and time.", "Write it like 2026-06-03 10:00."
        )
    return day, time


def run(given: Namespace, context: Context) -> int:
    """Set or clear the stage."""
    stage = None if given.stage == NONE else given.stage
    if stage is None and (given.on or given.note):
        raise InputError("--on and --note go with a stage; nothing was changed.")
    with context.library() as library:
        advert_id = library.find(given.ref)
        day, time = given.on or (None, None)
        frozen = library.set_stage(advert_id, stage, day=day, time=time, note=given.note)
        head = library.entry(advert_id).head
    if context.json:
        say_json(head_record(head, clock.now()))
    else:
        on = f" on {day_words(day, time)}" if day else ""
        say(f"Stage {given.stage.replace('_', ' ')}{on}: {named(head)}")
        if stage == "applied":
            say(copy_words(frozen))
    return 0
