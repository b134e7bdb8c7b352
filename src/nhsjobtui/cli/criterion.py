"""`criterion`: criteria of a specification that is only in a document."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.clean import clean_line
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.records import criterion_record
from nhsjobtui.errors import InputError

EXAMPLES = (
    'criterion C9999-26-0101 add "Registered nurse"',
    'criterion C9999-26-0101 add "Teaching experience" --group Experience --desirable',
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `criterion` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument("what", metavar="add", type=one_of(("add",), "something to do here"))
    parser.add_argument("text", metavar="TEXT", nargs="+", help="the criterion's words")
    parser.add_argument("--group", metavar="G", default="", help="the group it belongs to")
    parser.add_argument("--desirable", action="store_true", help="desirable, not essential")


def run(given: Namespace, context: Context) -> int:
    """Add a criterion by hand."""
    text = " ".join(typed_text(given.text, "the checklist").split())
    if not text:
        raise InputError("There are no words to add; the checklist is as it was.")
    group = clean_line(given.group)
    with context.library() as library:
        advert_id = library.find(given.ref)
        criterion = library.add_criterion(
            advert_id, text, group=group, essential=not given.desirable
        )
    if context.json:
        say_json(criterion_record(criterion))
    else:
        kind = "essential" if criterion.essential else "desirable"
        say(f"Criterion {criterion.n} added, {kind}: {criterion.text}")
    return 0
