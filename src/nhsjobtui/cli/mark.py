"""`mark`: the person's own mark for their evidence."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.checklist import criterion_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.records import criterion_record
from nhsjobtui.model.application import SELF_MARKS

EXAMPLES = ("mark C9999-26-0101 3 2", "mark C9999-26-0101 3 none")
NONE = "none"


def arguments(parser: ArgumentParser) -> None:
    """Add what `mark` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument("number", metavar="N", help="the criterion, as `show` numbers it")
    said = ", ".join(f"{number} {words}" for number, words in enumerate(SELF_MARKS))
    parser.add_argument(
        "mark",
        metavar="MARK",
        type=one_of([*map(str, range(len(SELF_MARKS))), NONE], "a mark"),
        help=f"{said}; {NONE} clears it",
    )


def run(given: Namespace, context: Context) -> int:
    """Keep or clear the mark of one criterion."""
    mark = None if given.mark == NONE else int(given.mark)
    with context.library() as library:
        advert_id = library.find(given.ref)
        criterion = criterion_at(library.entry(advert_id), given.number)
        library.set_self_mark(advert_id, criterion.key, mark)
    if context.json:
        say_json(criterion_record(criterion) | {"self_mark": mark})
    else:
        words = "no own mark" if mark is None else f"{mark}, {SELF_MARKS[mark]}"
        say(f"Criterion {criterion.n}: {words}: {criterion.text}")
    return 0
