"""`evidence`: the person's own text for one criterion."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.cli.checklist import criterion_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.cli.records import criterion_record
from nhsjobtui.errors import InputError

if TYPE_CHECKING:
    from nhsjobtui.library import Library
    from nhsjobtui.model.application import Criterion

EXAMPLES = (
    'evidence C9999-26-0101 3 "I led the handover on a ward of 24 beds."',
    "evidence C9999-26-0101 3 - < evidence.txt",
    "evidence C9999-26-0101 3 --from e12",
    "evidence C9999-26-0101 3 --from C9998-26-0202:4",
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
    parser.add_argument(
        "--from",
        dest="source",
        metavar="SOURCE",
        help="copy from the bank (its id) or from another advert (REF:N), below what is there",
    )
    parser.add_argument(
        "--star", action="store_true", help="add headings: situation, task, action, result"
    )


def run(given: Namespace, context: Context) -> int:
    """Print the evidence, replace it, or copy some from elsewhere."""
    ways = (bool(given.text), given.source is not None, given.star)
    if sum(ways) > 1:
        raise InputError("TEXT, --from and --star each stand alone; the evidence is as it was.")
    with context.library(reading=not any(ways)) as library:
        advert_id = library.find(given.ref)
        criterion = criterion_at(library.entry(advert_id), given.number)
        if given.text:
            text = typed_text(given.text, "the evidence")
            library.set_evidence(advert_id, criterion.key, text)
        elif any(ways):
            with library.one_step():
                criterion = criterion_at(library.entry(advert_id), given.number)
                if given.source is not None:
                    text = _copied(library, advert_id, criterion, given.source)
                else:
                    from nhsjobtui.model.star import with_star

                    text = with_star(criterion.evidence)
                library.set_evidence(advert_id, criterion.key, text)
        if any(ways):
            criterion = criterion._replace(evidence=text)
    if context.json:
        say_json(criterion_record(criterion))
    elif any(ways):
        done = "kept" if text else "emptied"
        say(f"Evidence {done} for criterion {criterion.n}: {criterion.text}")
    elif criterion.evidence:
        say(criterion.evidence)
    return 0


def _copied(library: "Library", advert_id: int, criterion: "Criterion", source: str) -> str:
    """Return the evidence with the text of another place below it."""
    ref, colon, number = source.rpartition(":")
    if colon:
        other_id = library.find(ref)
        other = criterion_at(library.entry(other_id), number)
        if (other_id, other.key) == (advert_id, criterion.key):
            raise InputError("That is the criterion itself; its evidence is as it was.")
        text = other.evidence
    else:
        text = library.bank.get(source).text
    if not text.strip():
        raise InputError(f"There is no evidence at {source}; nothing was copied.")
    from nhsjobtui.model.copying import below

    return below(criterion.evidence, text)
