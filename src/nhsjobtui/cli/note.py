"""`note`: the one note a person keeps on an advert."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.errors import InputError

if TYPE_CHECKING:
    from nhsjobtui.library import Entry

EXAMPLES = (
    'note C9999-26-0101 "Ask about the rota."',
    "note C9999-26-0101 --replace - < note.txt",
    "note C9999-26-0101",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `note` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        default=[],
        help="a paragraph to add, or - for stdin; without it the note is printed",
    )
    parser.add_argument(
        "--replace", action="store_true", help='replace the whole note; "" empties it'
    )


def run(given: Namespace, context: Context) -> int:
    """Print the note, add to it or replace it."""
    if given.replace and not given.text:
        raise InputError(
            "--replace needs the new text.", f'To empty the note: note {given.ref} --replace ""'
        )
    with context.library(reading=not given.text) as library:
        advert_id = library.find(given.ref)
        if not given.text:
            _print(library.entry(advert_id), context)
            return 0
        text = typed_text(given.text, "the note")
        if not (given.replace or text.strip()):
            raise InputError("There is no text to add; the note is as it was.")
        with library.one_step():
            note = "" if given.replace else library.entry(advert_id).note
            text = "\n\n".join((note.rstrip("\n"), text)) if note.strip() else text
            library.set_note(advert_id, text)
        entry = library.entry(advert_id)
    if context.json:
        _print(entry, context)
    else:
        say(f"Note {'kept on' if text else 'emptied:'} {named(entry.head)}")
    return 0


def _print(entry: "Entry", context: Context) -> None:
    head = entry.head
    if context.json:
        say_json(
            {
                "slug": head.slug,
                "reference_number": head.reference_number,
                "notes": entry.note,
            }
        )
    elif entry.note:
        say(entry.note)
