"""`stage`: how far an application has come."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.records import head_record
from nhsjobtui.model.application import STAGES

EXAMPLES = ("stage C9999-26-0101 drafting", "stage C9999-26-0101 none")
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


def run(given: Namespace, context: Context) -> int:
    """Set or clear the stage."""
    stage = None if given.stage == NONE else given.stage
    with context.library() as library:
        advert_id = library.find(given.ref)
        library.set_stage(advert_id, stage)
        head = library.entry(advert_id).head
    if context.json:
        say_json(head_record(head, clock.now()))
    else:
        say(f"Stage {given.stage.replace('_', ' ')}: {named(head)}")
    return 0
