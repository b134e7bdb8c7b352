# ruff: noqa: N999 - the command has this name
"""`import`: applications that were exported, taken in without loss."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import STDIN, page_name, read_page
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.library import intake

if TYPE_CHECKING:
    from nhsjobtui.library import Library
    from nhsjobtui.library.importing import Imported

EXAMPLES = ("import applications.toml", "import one.json another.toml", "import - < saved.toml")
_LARGEST = 500 * 1024 * 1024


def arguments(parser: ArgumentParser) -> None:
    """Add what `import` takes."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a file that `export` wrote, or - for stdin"
    )


def run(given: Namespace, context: Context) -> int:
    """Take in each file, wholly or not at all."""
    with context.library() as library:
        return context.each(given.files, lambda name: _take_in(name, library, context))


def _take_in(name: str, library: "Library", context: Context) -> None:
    from nhsjobtui.writing.data import read_bundle

    data = read_page(name) if name == STDIN else intake.read_file(Path(name), _LARGEST)
    bundle = read_bundle(data, page_name(name))
    with library.one_step():
        done = [library.take_in(whole) for whole in bundle.applications]
        known = {piece.text for piece in library.bank.pieces()}
        new = [piece for piece in bundle.pieces if piece.text not in known]
        for piece in new:
            library.bank.add(piece.text, piece.written_at)
    for one in done:
        _say(one, context)
    if new and not context.json:
        say(f"The bank has {len(new)} more general piece{'s' if len(new) > 1 else ''}.")


def _say(one: "Imported", context: Context) -> None:
    if context.json:
        say_json(
            {"ref": one.ref, "title": one.title or None, "outcome": one.outcome}
            | {"changed": list(one.changed), "kept": list(one.kept)}
        )
        return
    words = {"new": "new", "merged": "merged", "same": "nothing new"}[one.outcome]
    changed = f": {'; '.join(one.changed)}" if one.changed else ""
    say(f"{one.ref} {one.title or '(no title)'}: {words}{changed}")
    for sentence in one.kept:
        say(f"    {sentence}")
