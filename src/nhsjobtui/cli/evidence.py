"""`evidence`: the person's own text for one criterion."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.checklist import criterion_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.records import criterion_record

EXAMPLES = (
    'evidence C9999-26-0101 3 "I led the handover on a ward of 24 beds."',
    "evidence C9999-26-0101 3 - < evidence.txt",
    "evidence C9999-26-0101 3",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `evidence` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument("number", metavar="N", help="the criterion, as `show` numbers it")
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        default=[],
        help='your evidence, or - for stdin; "" empties it; without it the evidence is printed',
    )


def run(given: Namespace, context: Context) -> int:
    """Print the evidence, or replace it."""
    with context.library(reading=not given.text) as library:
        advert_id = library.find(given.ref)
        criterion = criterion_at(library.entry(advert_id), given.number)
        if given.text:
            text = typed_text(given.text, "the evidence")
            library.set_evidence(advert_id, criterion.key, text)
            criterion = criterion._replace(evidence=text)
    if context.json:
        say_json(criterion_record(criterion))
    elif given.text:
        done = "kept" if text else "emptied"
        say(f"Evidence {done} for criterion {criterion.n}: {criterion.text}")
    elif criterion.evidence:
        say(criterion.evidence)
    return 0
