"""`criterion`: criteria of a specification that is only in a document."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.clean import clean_line
from nhsjobtui.cli.checklist import criterion_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.records import criterion_record
from nhsjobtui.errors import InputError

EXAMPLES = (
    'criterion C9999-26-0101 add "Registered nurse"',
    'criterion C9999-26-0101 add "Teaching experience" --group Experience --desirable',
    "criterion C9999-26-0101 remove 7",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `criterion` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="?",
        type=one_of(("add", "remove"), "something to do here"),
        help="add or remove",
    )
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        default=[],
        help="the words of the one to add, or the number of one you added, to remove it",
    )
    parser.add_argument("--group", metavar="G", default="", help="the group it belongs to")
    parser.add_argument("--desirable", action="store_true", help="desirable, not essential")


def run(given: Namespace, context: Context) -> int:
    """Add a criterion by hand, or remove one that was."""
    if not given.text:
        raise InputError(
            "Say what to do and with what: nhsjobtui criterion REF add TEXT, "
            "or nhsjobtui criterion REF remove N."
        )
    if given.what == "add":
        return _add(given, context)
    if given.group or given.desirable:
        raise InputError("--group and --desirable go with add; nothing was removed.")
    return _remove(given, context)


def _add(given: Namespace, context: Context) -> int:
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


def _remove(given: Namespace, context: Context) -> int:
    with context.library() as library:
        advert_id = library.find(given.ref)
        criterion = criterion_at(library.entry(advert_id), " ".join(given.text))
        library.remove_criterion(advert_id, criterion.key)
    if context.json:
        say_json(criterion_record(criterion))
    else:
        say(f"Criterion {criterion.n} removed: {criterion.text}")
    return 0
