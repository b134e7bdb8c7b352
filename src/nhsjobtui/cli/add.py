"""`add`: keep adverts from NHS Jobs, saved pages, folders of them, or standard input."""

import gc
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from nhsjobtui.cli.adding import Adding
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import STDIN
from nhsjobtui.library.intake import kind_of, not_here

EXAMPLES = (
    "add https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
    "add C9999-26-0101",
    "add staff-nurse.html",
    "add ~/Downloads/adverts",
    "add - < page.txt",
)
_HOW = "nhsjobtui add FILE"


def arguments(parser: ArgumentParser) -> None:
    """Add what `add` takes."""
    parser.add_argument(
        "targets",
        metavar="TARGET",
        nargs="+",
        help="an advert's address on NHS Jobs or its reference there, which is fetched; "
        "a saved .html, .txt or .eml file, a folder of them, - for stdin",
    )


def run(given: Namespace, context: Context) -> int:
    """Add each target and print a line for each advert."""
    gc.enable()
    with context.library() as library, Adding(library, context) as adding:
        codes = [context.attempt(name, partial(_add, name, adding)) for name in given.targets]
        adding.flush()
        return max(*codes, adding.exit_code)


def _add(target: str, adding: Adding) -> None:
    kind = "file" if target == STDIN else kind_of(target)
    if kind == "file":
        adding.page(target)
    elif kind == "folder":
        adding.folder(Path(target))
    else:
        from nhsjobtui.boards.nhsjobs import slug_meant

        if slug := slug_meant(target):
            adding.fetch(target, slug)
        else:
            adding.known(target, not_here(target, _HOW))
