"""`tick`: the status of criteria."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.checklist import STATUS_WORDS, criteria_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.records import criterion_record
from nhsjobtui.model.application import STATUSES

EXAMPLES = ("tick C9999-26-0101 1 3-5", "tick C9999-26-0101 4 --status partly")


def arguments(parser: ArgumentParser) -> None:
    """Add what `tick` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "numbers", metavar="N", nargs="+", help="criteria, numbered as `show` numbers them: 1 3-5"
    )
    parser.add_argument(
        "--status",
        metavar="STATUS",
        type=one_of(STATUSES, "a status"),
        default="met",
        help="met (the default), partly, gap or todo",
    )


def run(given: Namespace, context: Context) -> int:
    """Set the status of the criteria named, as one step."""
    with context.library() as library:
        advert_id = library.find(given.ref)
        # Numbers are those of before the first change, which may shorten the list.
        criteria, code = criteria_at(library.entry(advert_id), given.numbers, context)
        with library.one_step():
            for criterion in criteria:
                library.set_status(advert_id, criterion.key, given.status)
    for criterion in criteria:
        if context.json:
            say_json(criterion_record(criterion) | {"status": given.status})
        else:
            words = STATUS_WORDS[given.status]
            say(f"Criterion {criterion.n} is {words}: {criterion.text}")
    return code
