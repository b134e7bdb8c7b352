"""`searches`: the saved searches."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import inform, say, say_json

EXAMPLES = ("searches", "searches --remove nights", "sync --keyword ward --save wards")


def arguments(parser: ArgumentParser) -> None:
    """Add what `searches` takes."""
    parser.add_argument("--remove", metavar="SEARCH", help="forget the search of this name")


def run(given: Namespace, context: Context) -> int:
    """Print the saved searches, one a line, or remove one."""
    from nhsjobtui.boards.searches import Searches, since_words
    from nhsjobtui.cli import context as clock

    searches = Searches(context.paths.searches_file)
    if given.remove is not None:
        shown = [searches.remove(given.remove)]
        if not context.json:
            say(f"Removed the saved search “{shown[0].name}”; what it found stays.")
            return 0
    else:
        shown = searches.all()
        if not shown:
            inform("No search is saved. To save one: nhsjobtui sync --keyword WORDS --save NAME")
    for saved in shown:
        if context.json:
            say_json(
                {
                    "name": saved.name,
                    "criteria": saved.criteria.parameters(),
                    "last_run": saved.ran_at.isoformat() if saved.ran_at else None,
                }
            )
        else:
            asked = saved.criteria.describe() or "everything"
            ran = since_words(saved.ran_at, clock.now()) if saved.ran_at else "never"
            say(f"{saved.name}: {asked} (last run: {ran})")
    return 0
