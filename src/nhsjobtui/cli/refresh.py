"""`refresh`: ask NHS Jobs again for adverts that are in the library."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import complain, inform, say, say_json
from nhsjobtui.cli.records import head_record
from nhsjobtui.errors import InputError
from nhsjobtui.model.query import Query

if TYPE_CHECKING:
    from nhsjobtui.boards.refresh import Refreshed
    from nhsjobtui.library import Library

EXAMPLES = ("refresh C9999-26-0101", "refresh --shortlisted")
_FAILED = frozenset({"failed", "not asked"})


def arguments(parser: ArgumentParser) -> None:
    """Add what `refresh` takes."""
    parser.add_argument(
        "refs", metavar="REF", nargs="*", default=[], help="which adverts; none is your shortlist"
    )
    parser.add_argument("--shortlisted", action="store_true", help="your shortlist")


def run(given: Namespace, context: Context) -> int:
    """Ask for each advert and print what became of it, then a sentence on all of them."""
    if given.refs and given.shortlisted:
        raise InputError("Name adverts or say --shortlisted, not both.")
    with context.library() as library:
        ids, code = _ids(library, given.refs, context)
        if not ids:
            if not given.refs:
                inform("The shortlist is empty. To put an advert on it: nhsjobtui shortlist REF")
            return code
        return max(code, _refresh(library, ids, context))


def _ids(library: "Library", refs: list[str], context: Context) -> tuple[list[int], int]:
    if not refs:
        return list(library.ids(Query(shortlisted=True))), 0
    ids: list[int] = []
    code = context.each(refs, lambda ref: ids.append(library.find(ref)))
    return list(dict.fromkeys(ids)), code


def _refresh(library: "Library", ids: list[int], context: Context) -> int:
    done: list[Refreshed] = []
    with context.online() as client:
        from nhsjobtui.boards.refresh import refresh, summary

        if len(ids) > 1:
            inform(f"Asking NHS Jobs for {len(ids)} adverts; ctrl+c stops and keeps what came.")
        try:
            for one in refresh(client, library, ids):
                done.append(one)
                _say(one, context)
        finally:
            (inform if context.json else say)(summary(done))
    return int(any(one.became in _FAILED for one in done))


def _say(one: "Refreshed", context: Context) -> None:
    if one.became == "failed":
        complain(f"{named(one.head)}: {one.what} The copy in the library is kept.")
    if context.json:
        result = {"outcome": one.became.replace(" ", "_"), "what": one.what or None}
        say_json(result | head_record(one.head, clock.now()))
    elif one.became != "failed":
        what = f" ({one.what.rstrip('.')})" if one.what else ""
        say(f"{one.became:<9}  {named(one.head)}{what}")
