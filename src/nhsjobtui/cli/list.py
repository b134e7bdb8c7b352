"""`list`: one advert a line."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import inform, say, say_json, terminal_width
from nhsjobtui.cli.parser import one_of, whole_number
from nhsjobtui.cli.records import head_record
from nhsjobtui.model.application import STAGES
from nhsjobtui.model.query import SORTS, Query, misread

if TYPE_CHECKING:
    from nhsjobtui.library import Library

EXAMPLES = (
    "list",
    "list stroke ward --band 6",
    "list --shortlisted --closing-within 7",
    "list --applications",
    "list band:6 is:shortlisted stage:drafting closing:14",
    "list is:open -- ward -bank",
    "list --json --limit 50",
)
_AT_ONCE = 500


def arguments(parser: ArgumentParser) -> None:
    """Add what `list` takes."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="*",
        default=[],
        help="words to look for; band:6, stage:drafting, closing:7, is:shortlisted and is:open "
        "also work, and after -- a word that title, employer and place must not have: -bank",
    )
    parser.add_argument("--applications", action="store_true", help="your applications, by stage")
    parser.add_argument("--shortlisted", action="store_true", help="only your shortlist")
    parser.add_argument(
        "--stage",
        metavar="STAGE",
        type=one_of(STAGES, "a stage"),
        help="only applications at this stage",
    )
    parser.add_argument("--band", metavar="BAND", help="only this pay band: 6, 8a")
    parser.add_argument(
        "--closing-within",
        metavar="DAYS",
        type=whole_number(0, "--closing-within"),
        help="only adverts that close in so many days; 0 is today",
    )
    parser.add_argument(
        "--sort",
        metavar="ORDER",
        type=one_of(SORTS, "an order"),
        default="closing",
        help="closing (the default), posted, title or salary",
    )
    parser.add_argument(
        "--limit", metavar="N", type=whole_number(0, "--limit"), help="at most so many"
    )


def run(given: Namespace, context: Context) -> int:
    """Print the adverts asked for."""
    query = _query(given)
    with context.library(reading=True) as library:
        if given.applications:
            return _board(library, query, given.limit, context)
        ids = library.ids(query, limit=given.limit)
        if not ids and given.limit != 0:
            inform(_nothing(query, library.count()))
            if not_a_filter := misread(" ".join(given.query)):
                inform(not_a_filter)
        for start in range(0, len(ids), _AT_ONCE):
            page = ids[start : start + _AT_ONCE]
            heads = library.heads(page)
            found = [heads[advert_id] for advert_id in page if advert_id in heads]
            now = clock.now()
            if context.json:
                for head in found:
                    say_json(head_record(head, now))
            else:
                from nhsjobtui.cli.table import rows

                for line in rows(found, now, terminal_width()):
                    say(line)
    return 0


def _board(library: "Library", query: Query, limit: int | None, context: Context) -> int:
    """Print the applications at each stage below its name."""
    from nhsjobtui.cli.table import rows
    from nhsjobtui.writing.board import board

    columns, now = board(library, query, limit), clock.now()
    for number, column in enumerate(columns):
        if context.json:
            for head in column.heads:
                say_json(head_record(head, now))
            continue
        if number:
            say()
        say(f"{column.name} ({len(column.heads)})")
        for line in rows(column.heads, now, terminal_width()):
            say(line)
    if not columns:
        inform("There is no application yet. To begin one: nhsjobtui stage REF drafting")
    return 0


def _nothing(query: Query, count: int) -> str:
    """Return what to say of an empty list."""
    if not count:
        return (
            "The library is empty. To take in what NHS Jobs lists: nhsjobtui sync; "
            "to keep one advert: nhsjobtui add FILE"
        )
    return f"None of the {count} adverts matches: {query.describe() or 'nothing was asked for'}."


def _query(given: Namespace) -> Query:
    """Return what was asked for in words and with options; an option outranks a word."""
    query = Query.parse(" ".join(given.query), given.sort)
    return query._replace(
        shortlisted=query.shortlisted or given.shortlisted,
        stage=given.stage or query.stage,
        band=given.band or query.band,
        closing_within=(
            query.closing_within if given.closing_within is None else given.closing_within
        ),
    )
