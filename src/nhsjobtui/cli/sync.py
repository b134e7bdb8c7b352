"""`sync`: listings from NHS Jobs into the library."""

import gc
from argparse import ArgumentParser, Namespace
from datetime import timedelta
from typing import TYPE_CHECKING

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import complain, inform
from nhsjobtui.cli.parser import whole_number
from nhsjobtui.cli.synced import Telling, missing_words, report
from nhsjobtui.errors import InputError, NhsJobTuiError

if TYPE_CHECKING:
    from nhsjobtui.boards.criteria import Criteria
    from nhsjobtui.boards.searches import Saved, Searches
    from nhsjobtui.boards.sync import Synced
    from nhsjobtui.library import Library

EXAMPLES = (
    "sync",
    "sync --full",
    "sync --keyword stroke --location Leeds --distance 20 --band 6,7",
    "sync --staff-group nursing --contract permanent --pattern part-time --save nights",
    "sync --saved nights",
)
_CRITERIA = ("keyword", "location", "distance", "band", "staff_group", "contract", "pattern")
STOPPED = 130
_LONG_AGO = timedelta(days=7)
_MUCH_GARBAGE = 50_000  # objects


def arguments(parser: ArgumentParser) -> None:
    """Add what `sync` takes."""
    parser.add_argument("--keyword", metavar="WORDS", help="only adverts with these words")
    parser.add_argument("--location", metavar="PLACE", help="only near a town or a postcode")
    parser.add_argument(
        "--distance",
        metavar="MILES",
        type=whole_number(0, "--distance"),
        help="so many miles from the location",
    )
    for option, metavar, words in (
        ("--band", "BAND", "a pay band: 6, 8a, consultant; several with commas"),
        ("--staff-group", "GROUP", "a staff group: nursing, admin, medical, allied …"),
        ("--contract", "CONTRACT", "a contract: permanent, fixed term, bank …"),
        ("--pattern", "PATTERN", "a working pattern: part-time, job share …"),
    ):
        parser.add_argument(
            option, metavar=metavar, action="append", default=[], help=f"only {words}"
        )
    parser.add_argument(
        "--max", metavar="N", type=whole_number(1, "--max"), help="stop after so many listings"
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="ask for everything again, not only for what is new; without a search this also "
        "finds out what is no longer listed",
    )
    parser.add_argument(
        "--stream",
        action="store_true",
        help="with --json: an object for each piece as soon as it is stored, before the last one",
    )
    parser.add_argument("--saved", metavar="SEARCH", help="run the saved search of this name")
    parser.add_argument("--save", metavar="NAME", help="save this search under a name, and run it")


def run(given: Namespace, context: Context) -> int:
    """Take in listings and say what came of it."""
    from nhsjobtui.boards.online import connect
    from nhsjobtui.boards.searches import Searches
    from nhsjobtui.boards.sync import sync

    # Each request leaves a little garbage, and looking for it often takes longer than to store.
    gc.freeze()
    gc.set_threshold(_MUCH_GARBAGE)
    gc.enable()
    searches = Searches(context.paths.searches_file)
    saved = _saved(given, searches)
    criteria = saved.criteria if saved else _criteria(given)
    with connect(context.paths, offline=context.offline) as client, context.library() as library:
        telling = Telling(library if given.stream and context.json else None)
        try:
            done = sync(
                library,
                client,
                criteria,
                full=given.full,
                most=given.max,
                progress=telling,
                now=clock.now,
            )
        except KeyboardInterrupt:
            came = f"The {telling.found:,} listings that had come are kept."
            complain(f"Stopped. {came if telling.found else 'No listing had come yet.'}")
            return STOPPED
        fresh = library.added_since(done.ids, saved.ran_at) if saved and saved.ran_at else []
        report(library, done, saved, fresh, context)
        if saved and done.whole:
            searches.ran(saved.name, clock.now())
        if done.total == 0 and not done.whole:
            inform("NHS Jobs says that it has no adverts at all; the next sync asks for all again.")
        elif not done.whole and given.max is None:
            raise NhsJobTuiError(missing_words(done), "The next sync asks for all of them again.")
        elif advice := _advice(library, done):
            inform(advice)
    return 0


def _saved(given: Namespace, searches: "Searches") -> "Saved | None":
    """Return the saved search to run, the one just saved included."""
    if given.saved is None:
        return None if given.save is None else searches.save(given.save, _criteria(given))
    narrowed = [name for name in _CRITERIA if getattr(given, name) not in (None, [])]
    if given.save is not None or narrowed:
        option = "--save" if given.save is not None else f"--{narrowed[0].replace('_', '-')}"
        raise InputError(f"A saved search says all that is asked for; leave out {option}.")
    return searches.get(given.saved)


def _criteria(given: Namespace) -> "Criteria":
    from nhsjobtui.boards.criteria import Criteria

    return Criteria.read(
        keyword=given.keyword or "",
        location=given.location or "",
        distance=given.distance,
        bands=given.band,
        staff_groups=given.staff_group,
        contracts=given.contract,
        patterns=given.pattern,
    )


def _advice(library: "Library", done: "Synced") -> str:
    """Say how to learn what is no longer listed, where that was long ago."""
    state = library.synced("")
    if done.since is None or state is None:
        return ""
    if state.full is not None and state.started - state.full < _LONG_AGO:
        return ""
    return "To find out as well what is no longer listed: nhsjobtui sync --full"
